"""What the tables know of the bodies that notices name: level, kind, English name, parent, predecessors, successors.

Invariants: the graph is a pure function of the reference graph and the tables, and says nothing that the reference
graph says; every IRI that it points to is described, here or there. Besides the bodies and provinces that some
notice names, only these are described: the bodies above a described one, and the other bodies of an event that a
named one, or one of its successors, takes part in. Every event and every parent names the law behind it (a parent
only its rule, where the name of the body says whose it is); the rest is the tables' own.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.reference import ALT_LABEL, PREF_LABEL
from kg.graph.statements import TYPE, Value, types, vietnamese
from kg.graph.terms import CODES, DCTERMS, NKG, ORG, OWL, PROV, RDF, RDFS, SKOS, XSD, nkg
from kg.identify import Kind, Province, province, short_hash
from kg.identify.canonical import (
    Body,
    Parent,
    english_of,
    kind_of_label,
    known,
    known_in_unit,
    level_of,
    level_of_label,
    of_province,
    parent_of,
    wikidata_of,
)
from kg.identify.changes import Change, changes_of, later_changes

FROM_TABLE: Final = "the table of bodies"
FROM_NAME: Final = "the name says whose it is"
"""The rules of assertions that no notice makes: a law is named, or the name is enough."""

_SUMMARIES: Final = {
    "merger": ("Hợp nhất {} thành {}", "Merger of {} into {}"),
    "renaming": ("Đổi {} thành {}", "Change of {} to {}"),
    "division": ("Chia {} thành {}", "Division of {} into {}"),
    "dissolution": ("Kết thúc hoạt động của {}, chuyển nhiệm vụ cho {}", "Dissolution of {}, its tasks passed to {}"),
}
_ENDINGS: Final = ("Kết thúc hoạt động của {}", "Dissolution of {}")


def canonical_graph(base: str) -> str:
    """Return the name of the graph of what the tables say; it can be dropped at any time."""
    return f"{base}graph/canonical"


def canonical(base: str, described: Iterable[Quad]) -> set[Quad]:
    """Return the graph that follows from the quads of a reference graph."""
    stated = _Stated(base, described)
    graph = _Graph(base, stated)
    for iri, body in stated.bodies.items():
        for change in (*changes_of(body), *later_changes(body)):
            graph.add_change(change)
        graph.describe(body, iri)
    for iri, name in stated.apart.items():
        graph.classify(iri, name)
    return graph.quads


class _Stated:
    """What the reference graph says: the single bodies and provinces, and what need not be said again.

    `bodies` are those whose place is known, by IRI, and `apart` the names of the others: of them only the name can be
    understood. `nodes` leads from the IRI that a body has by its whole name to the one that it has instead, in the
    notices of its district or commune or by a person's decision.
    """

    def __init__(self, base: str, described: Iterable[Quad]) -> None:
        said: dict[str, dict[str, set[str]]] = {}
        for quad in described:
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, (NamedNode, Literal)):
                facts = said.setdefault(quad.subject.value, {})
                facts.setdefault(quad.predicate.value, set()).add(quad.object.value)
        self._said = said
        self.bodies: dict[str, Body] = {}
        self.apart: dict[str, str] = {}
        self.nodes: dict[str, str] = {}
        for iri in sorted(said):
            self._sort_in(iri, base)

    def has(self, iri: str, predicate: str) -> bool:
        """Whether a property of a thing is stated."""
        return predicate in self._said.get(iri, {})

    def _sort_in(self, iri: str, base: str) -> None:
        facts = self._said[iri]
        kinds = facts.get(TYPE, set())
        if NKG + "AgencyGroup" in kinds or nkg("generic") in facts or PREF_LABEL not in facts:
            return
        name = min(facts[PREF_LABEL])
        if NKG + "Jurisdiction" in kinds:
            place = of_province(province(name))
            if place.iri(base) == iri:
                self.bodies[iri] = place
        elif NKG + "Agency" in kinds:
            for gave_way in facts.get(OWL + "sameAs", set()) - self._said.keys():
                self.nodes[gave_way] = iri
            where = self._place(facts)
            if body := known(iri, name, where, base) or self._in_unit(iri, name, where, base):
                self.bodies[iri] = body
            else:
                self.apart[iri] = name

    def _in_unit(self, iri: str, name: str, place: Province | None, base: str) -> Body | None:
        for longer in sorted(self._said[iri].get(ALT_LABEL, ())) if place else ():
            if place and (body := known_in_unit(iri, name, longer, place, base)):
                whole = body.iri(base)
                if whole not in self._said:
                    self.nodes.setdefault(whole, iri)
                return body
        return None

    def _place(self, facts: dict[str, set[str]]) -> Province | None:
        places = (self._said.get(iri, {}) for iri in sorted(facts.get(nkg("jurisdiction"), ())))
        label = next((min(place[PREF_LABEL]) for place in places if PREF_LABEL in place), None)
        return province(label) if label else None


class _Graph:
    """The quads as they are added; each body is described once."""

    def __init__(self, base: str, stated: _Stated) -> None:
        self.quads: set[Quad] = set()
        self._base = base
        self._stated = stated
        self._graph = NamedNode(canonical_graph(base))
        self._described: set[str] = set()

    def describe(self, body: Body, node: str = "") -> str:
        """Add what the tables say of a body, and of those above it; return its IRI (`node`, if it has another)."""
        minted = body.iri(self._base)
        iri = node or self._stated.nodes.get(minted, minted)
        if iri in self._described:
            return iri
        self._described.add(iri)
        if not self._stated.has(iri, TYPE):
            self._introduce(iri, body)
        for other in wikidata_of(body):
            self._add(iri, SKOS + "exactMatch", NamedNode(other))
        if body.kind is Kind.AGENCY:
            self._classify(iri, kind_of_label(body.label), level_of(body))
        if english := english_of(body):
            self._add(iri, PREF_LABEL, Literal(english, language="en"))
        if parent := parent_of(body):
            self._add_parent(iri, parent)
        return iri

    def classify(self, iri: str, name: str) -> None:
        """Add what the name of a body says, whatever its place."""
        self._classify(iri, kind_of_label(name), level_of_label(name))

    def _classify(self, iri: str, kind: str | None, level: str | None) -> None:
        if kind:
            self._add(iri, ORG + "classification", NamedNode(f"{CODES}kind-{kind}"))
        if level and self._stated.has(iri, TYPE) and not self._stated.has(iri, nkg("level")):
            self._add(iri, nkg("level"), Literal(level))

    def add_change(self, change: Change) -> None:
        """Add an event with its bodies, and the way from them to it."""
        iri = change.iri(self._base)
        for kind in (ORG + "ChangeEvent", PROV + "Activity"):
            self._add(iri, TYPE, NamedNode(kind))
        self._add(iri, DCTERMS + "type", NamedNode(f"{CODES}change-{change.kind}"))
        self._add(iri, DCTERMS + "date", _moment(change.date))
        self._add(iri, DCTERMS + "source", Literal(change.source))
        for label in _summary(change):
            self._add(iri, RDFS + "label", label)
        for bodies, to, back in (
            (change.original, "originalOrganization", "changedBy"),
            (change.resulting, "resultingOrganization", "resultedFrom"),
        ):
            for body in bodies:
                other = self.describe(body)
                self._add(iri, ORG + to, NamedNode(other))
                self._add(other, ORG + back, NamedNode(iri))

    def _introduce(self, iri: str, body: Body) -> None:
        """Add the type and the name of what no notice names; an nkg:Agency is what some notice does name."""
        for kind in types("Jurisdiction") if body.kind is Kind.JURISDICTION else (ORG + "Organization",):
            self._add(iri, TYPE, NamedNode(kind))
        self._add(iri, PREF_LABEL, vietnamese(body.name))
        if body.place and body.kind is Kind.AGENCY:
            self._add(iri, nkg("jurisdiction"), NamedNode(self.describe(of_province(body.place))))

    def _add_parent(self, iri: str, parent: Parent) -> None:
        above = NamedNode(self.describe(parent.body))
        relation = ORG + ("unitOf" if parent.unit else "subOrganizationOf")
        if parent.unit:
            self._add(iri, TYPE, NamedNode(ORG + "OrganizationalUnit"))
        self._add(iri, relation, above)
        node = f"{self._base}assertion/{short_hash(iri, relation, above.value)}"
        for kind in types("Assertion"):
            self._add(node, TYPE, NamedNode(kind))
        for part, term in (("subject", NamedNode(iri)), ("predicate", NamedNode(relation)), ("object", above)):
            self._add(node, RDF + part, term)
        self._add(node, nkg("rule"), Literal(FROM_TABLE if parent.source else FROM_NAME))
        if parent.source:
            self._add(node, DCTERMS + "source", Literal(parent.source))

    def _add(self, subject: str, predicate: str, value: Value) -> None:
        self.quads.add(Quad(NamedNode(subject), NamedNode(predicate), value, self._graph))


def _moment(text: str) -> Literal:
    """Return a day, a month or a year as a literal of its datatype."""
    datatype = {4: "gYear", 7: "gYearMonth"}.get(len(text), "date")
    return Literal(text, datatype=NamedNode(XSD + datatype))


def _summary(change: Change) -> tuple[Literal, Literal]:
    """Return what happened, in Vietnamese and in English."""
    ways = _SUMMARIES[change.kind] if change.resulting else _ENDINGS
    sides = (change.original, change.resulting)
    vi = ways[0].format(*(_joined([body.name for body in side], "và") for side in sides))
    en = ways[1].format(*(_joined([english_of(body) or body.name for body in side], "and") for side in sides))
    return vietnamese(vi), Literal(en, language="en")


def _joined(names: list[str], last: str) -> str:
    return f" {last} ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)
