"""Invented coordination networks as graphs, and a store in memory, for the tests of the exports and pages."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import pyoxigraph
from pyoxigraph import Literal, NamedNode, Quad

from kg.graph import terms
from kg.graph.store import LocalStore

REFERENCE = NamedNode(terms.BASE + "graph/reference")
CONCLUSIONS = NamedNode(terms.BASE + "graph/conclusions")
TYPE = NamedNode(terms.RDF + "type")

ATTACK = "</script><script>alert(1)</script><img src=x onerror=alert(2)>"


def memory_store(quads: Iterable[Quad]) -> LocalStore:
    """Return a store in memory that holds some quads."""
    store = pyoxigraph.Store()
    store.extend(quads)
    return LocalStore(store)


@dataclass
class Invented:
    """A notice to be made up: directives as (lead, coordinating, text, deadline or None), in order."""

    number: str
    title: str
    directives: Sequence[tuple[str, Sequence[str], str, str | None]]
    issued: str = "2024-05-20"
    source: str = "thong-bao.txt"
    levels: dict[str, str] = field(default_factory=dict)


def agency_iri(label: str) -> str:
    return f"{terms.BASE}agency/a-{hashlib.sha256(label.encode()).hexdigest()[:16]}"


def network_quads(notices: Sequence[Invented], generic: Sequence[str] = ()) -> list[Quad]:
    """Return the graphs of some invented notices, the shared graph and the conclusions."""
    quads: set[Quad] = set()
    pairs: dict[tuple[str, str], set[str]] = {}
    for notice in notices:
        quads |= set(_notice(notice, pairs))
        for lead, coordinating, _, _ in notice.directives:
            for label in (lead, *coordinating):
                quads |= set(_agency(label, notice.levels.get(label, "province"), label in generic))
    for (one, other), directives in pairs.items():
        node = f"{terms.BASE}coordination/{hashlib.sha256((one + other).encode()).hexdigest()[:16]}"
        quads |= set(_coordination(node, one, other, directives))
    return sorted(quads, key=str)


def big_network(agencies: int, directives: int, seed: int = 1) -> list[Quad]:
    """Return a random network with hubs."""
    chance = random.Random(seed)
    labels = [f"Cơ quan thử nghiệm số {number}" for number in range(agencies)]
    told = []
    for number in range(directives):
        lead, *others = chance.sample(labels[: 5 + chance.randrange(agencies - 5)], 3)
        due = "2024-07-01" if number % 3 else None
        told.append((lead, others, f"{lead} thực hiện việc số {number}.", due))
    return network_quads([Invented("1/TB", "Thử", told)])


def _notice(notice: Invented, pairs: dict[tuple[str, str], set[str]]) -> Iterator[Quad]:
    iri = f"{terms.BASE}notice/{hashlib.sha256(notice.number.encode()).hexdigest()[:32]}"
    graph = NamedNode(iri)

    def fact(subject: str, predicate: str, value: NamedNode | Literal) -> Quad:
        return Quad(NamedNode(subject), NamedNode(predicate), value, graph)

    yield from _typed(iri, "Notice", graph)
    yield fact(iri, terms.DCTERMS + "title", Literal(notice.title, language="vi"))
    yield fact(iri, terms.DCTERMS + "identifier", Literal(notice.number))
    yield fact(iri, terms.DCTERMS + "issued", Literal(notice.issued, datatype=NamedNode(terms.XSD + "date")))
    yield fact(iri, terms.DCTERMS + "source", Literal(notice.source))
    start = 100
    for number, (lead, coordinating, text, due) in enumerate(notice.directives, start=1):
        directive = f"{iri}/directive/{start}-{start + len(text)}"
        passage = f"{iri}#char={start},{start + len(text)}"
        yield fact(iri, terms.nkg("contains"), NamedNode(directive))
        yield from _typed(directive, "Directive", graph)
        yield fact(directive, terms.nkg("text"), Literal(text, language="vi"))
        yield fact(directive, terms.nkg("item"), Literal(str(number)))
        yield fact(directive, terms.nkg("evidence"), NamedNode(passage))
        yield from _typed(passage, "Passage", graph)
        yield fact(passage, terms.nkg("quote"), Literal(text))
        for role in ("lead", "responsible"):
            yield fact(directive, terms.nkg(role), NamedNode(agency_iri(lead)))
        for other in coordinating:
            yield fact(directive, terms.nkg("coordinating"), NamedNode(agency_iri(other)))
            one, two = sorted((agency_iri(lead), agency_iri(other)))
            pairs.setdefault((one, two), set()).add(directive)
        if due:
            deadline = f"{iri}/deadline/{start}-{start + 10}"
            yield fact(directive, terms.nkg("deadline"), NamedNode(deadline))
            yield from _typed(deadline, "Deadline", graph)
            yield fact(deadline, terms.nkg("text"), Literal(f"trước ngày {due}"))
            yield fact(deadline, terms.nkg("date"), Literal(due, datatype=NamedNode(terms.XSD + "date")))
        start += len(text) + 1


def _agency(label: str, level: str, generic: bool) -> Iterator[Quad]:
    iri = agency_iri(label)
    yield from _typed(iri, "Agency", REFERENCE)
    yield Quad(NamedNode(iri), NamedNode(terms.SKOS + "prefLabel"), Literal(label, language="vi"), REFERENCE)
    yield Quad(NamedNode(iri), NamedNode(terms.nkg("level")), Literal(level), REFERENCE)
    if generic:
        yield Quad(NamedNode(iri), NamedNode(terms.nkg("generic")), Literal(True), REFERENCE)


def _coordination(node: str, one: str, other: str, directives: Iterable[str]) -> Iterator[Quad]:
    yield from _typed(node, "Coordination", CONCLUSIONS)
    for agency in (one, other):
        yield Quad(NamedNode(node), NamedNode(terms.nkg("agency")), NamedNode(agency), CONCLUSIONS)
    for directive in directives:
        yield Quad(NamedNode(node), NamedNode(terms.nkg("directive")), NamedNode(directive), CONCLUSIONS)
    for subject, target in ((one, other), (other, one)):
        yield Quad(NamedNode(subject), NamedNode(terms.nkg("coordinatesWith")), NamedNode(target), CONCLUSIONS)


def _typed(iri: str, kind: str, graph: NamedNode) -> Iterator[Quad]:
    for type_iri in (terms.nkg(kind), *terms.CLASSES[kind]):
        yield Quad(NamedNode(iri), TYPE, NamedNode(type_iri), graph)
