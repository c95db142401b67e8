"""What notices share (agencies, officials, meetings, cited documents, …), described from their claims.

Invariants: the reference graph is a pure function of the notice graphs, whatever their order: what each
notice claims about a shared thing stands in its own graph as `nkg:Assertion`, with its passage, and the facts
follow from all claims. A thing that no notice speaks of any more is not described. Where notices differ (in
capital letters, in a level) the claim of most notices holds, among equals the first by code points.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.statements import TYPE, Value, types, vietnamese
from kg.graph.terms import DCTERMS, FOAF, ORG, RDFS, SKOS, nkg
from kg.identify import Kind, kind_of

PREF_LABEL: Final = SKOS + "prefLabel"
ALT_LABEL: Final = SKOS + "altLabel"

_TYPES: Final = {
    Kind.AGENCY: types("Agency"),
    Kind.OFFICIAL: types("Official"),
    Kind.DOCUMENT: types("CitedDocument"),
    Kind.JURISDICTION: types("Jurisdiction"),
    Kind.MEETING: types("Meeting"),
    Kind.DECISION: types("Decision"),
    Kind.ROLE: (SKOS + "Concept", ORG + "Role"),
}
_ONE_VALUE: Final = frozenset(
    (
        PREF_LABEL,
        FOAF + "name",
        RDFS + "label",
        DCTERMS + "identifier",
        DCTERMS + "type",
        nkg("level"),
        nkg("chair"),
        nkg("mode"),
    )
)


@dataclass(frozen=True, slots=True)
class Claim:
    """What `notices` notices claim about one thing."""

    subject: str
    predicate: str
    value: Value
    notices: int = 1


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name of an agency as some notice writes it, white space folded."""

    agency: str
    text: str


def reference_graph(base: str) -> str:
    """Return the name of the graph of what notices share."""
    return f"{base}graph/reference"


def describe(base: str, claims: Iterable[Claim], spellings: Iterable[Spelling]) -> set[Quad]:
    """Return the reference graph that follows; claims about what notices do not share are passed over."""
    by_thing: dict[str, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        by_thing[claim.subject][claim.predicate].append(claim)
    graph = NamedNode(reference_graph(base))
    described = set()
    for thing, said in by_thing.items():
        if kind := kind_of(thing, base):
            facts = _facts(kind, said)
            described |= {Quad(NamedNode(thing), NamedNode(p), value, graph) for p, value in facts}
    return described | set(_alternatives(graph, described, spellings))


def _facts(kind: Kind, said: dict[str, list[Claim]]) -> Iterator[tuple[str, Value]]:
    for each in _TYPES[kind]:
        yield TYPE, NamedNode(each)
    for predicate, claims in said.items():
        holding = [min(claims, key=_preference)] if predicate in _ONE_VALUE else claims
        for claim in holding:
            yield predicate, claim.value


def _preference(claim: Claim) -> tuple[int, bool, str]:
    """Return what is smallest for the claim that holds; a name all in capitals comes from a heading."""
    return -claim.notices, claim.value.value.isupper(), str(claim.value)


def _alternatives(graph: NamedNode, described: set[Quad], spellings: Iterable[Spelling]) -> Iterator[Quad]:
    labels = {
        quad.subject: quad.object.value
        for quad in described
        if quad.predicate.value == PREF_LABEL and isinstance(quad.object, Literal)
    }
    for spelling in spellings:
        agency = NamedNode(spelling.agency)
        if labels.get(agency, spelling.text) != spelling.text:
            yield Quad(agency, NamedNode(ALT_LABEL), vietnamese(spelling.text), graph)
