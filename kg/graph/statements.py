"""The quads of one notice's graph under construction.

Invariants: no blank nodes; a node below the notice is named by what it relates or by where it stands; what is
claimed has a passage, unless no passage says it (then its rule tells where it comes from).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.terms import CLASSES, DCTERMS, NKG, RDF, XSD, nkg
from kg.identify import BY_DECISION, Decision, Kind, mint, short_hash
from kg.records import Passage

Value = NamedNode | Literal

TYPE: Final = RDF + "type"
_TRIPLE: Final = (RDF + "subject", RDF + "predicate", RDF + "object")


def vietnamese(text: str) -> Literal:
    """Return a text in Vietnamese."""
    return Literal(text, language="vi")


def day(value: date) -> Literal:
    """Return an xsd:date."""
    return Literal(value.isoformat(), datatype=NamedNode(XSD + "date"))


def truth(value: bool) -> Literal:
    """Return an xsd:boolean."""
    return Literal(str(value).lower(), datatype=NamedNode(XSD + "boolean"))


def types(local: str) -> tuple[str, ...]:
    """Return all types that an instance of one of the project's classes is stated to have."""
    return (NKG + local, *CLASSES[local])


class Statements:
    """What one notice says: the quads of its graph, and what it claims about anything, as it is added."""

    def __init__(self, notice: str, base: str) -> None:
        self.notice = notice
        self._base = base
        self.quads: set[Quad] = set()
        self.claims: set[tuple[str, str, Value]] = set()
        self._graph = NamedNode(notice)

    def add(self, subject: str, predicate: str, value: Value | str) -> None:
        """Add a statement; a plain `str` is an IRI."""
        self.quads.add(Quad(NamedNode(subject), NamedNode(predicate), _term(value), self._graph))

    def typed(self, subject: str, local: str) -> None:
        """Add all types of an instance of one of the project's classes."""
        for kind in types(local):
            self.add(subject, TYPE, kind)

    def node(self, segment: str, *parts: str) -> str:
        """Return the IRI of a node below the notice that relates the parts."""
        return f"{self.notice}/{segment}/{short_hash(*parts)}"

    def place(self, segment: str, passage: Passage) -> str:
        """Return the IRI of a node below the notice that stands at a passage."""
        return f"{self.notice}/{segment}/{passage.start}-{passage.end}"

    def passage(self, passage: Passage) -> str:
        """Add a passage and return its IRI (RFC 5147)."""
        iri = f"{self.notice}#char={passage.start},{passage.end}"
        self.typed(iri, "Passage")
        self.add(iri, nkg("quote"), Literal(passage.quote))
        return iri

    def evidence(self, subject: str, passages: Iterable[Passage]) -> None:
        """Add the passages that say so."""
        for passage in passages:
            self.add(subject, nkg("evidence"), self.passage(passage))

    def claim(self, subject: str, predicate: str, value: Value | str, passages: Iterable[Passage], rule: str) -> str:
        """Add the evidence for a statement, and not the statement: a node that names the three of it.

        Return the IRI of the node, for what else is to be said of the evidence.
        """
        self.claims.add((subject, predicate, _term(value)))
        node = self.node("assertion", subject, predicate, str(_term(value)))
        self.typed(node, "Assertion")
        for part, term in zip(_TRIPLE, (subject, predicate, value), strict=True):
            self.add(node, part, term)
        self.add(node, nkg("rule"), Literal(rule))
        self.evidence(node, passages)
        return node

    def fact(self, subject: str, predicate: str, value: Value | str, passages: Iterable[Passage], rule: str) -> str:
        """Add a statement together with the evidence for it; return the IRI of the evidence's node."""
        self.add(subject, predicate, value)
        return self.claim(subject, predicate, value, passages, rule)

    def decision(self, decision: Decision) -> str:
        """Claim who decided what and when, and return the IRI of the decision."""
        iri = mint(self._base, Kind.DECISION, decision.name)
        facts = {
            DCTERMS + "creator": Literal(decision.by),
            DCTERMS + "date": day(decision.on),
            nkg("text"): Literal(decision.line),
        }
        for predicate, value in facts.items():
            self.claim(iri, predicate, value, [], BY_DECISION)
        return iri


def _term(value: Value | str) -> Value:
    return NamedNode(value) if isinstance(value, str) else value
