"""A store against the SHACL shapes of the ontology.

Invariants: a node is checked in the graph that states its type, with the types that other graphs state of what
it points to; the outcome does not depend on how graphs are batched, and is sorted.

SHACL engines slow down faster than their graph grows, so graphs are checked in batches of some `BATCH` triples
(one graph is never split), and what the shapes say in SPARQL (targets that select offenders) is asked of the
store itself, which answers for all graphs at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, QueryTriples, Triple

from kg.graph.ontology import SHAPES, text
from kg.graph.terms import NKG, ORG, RDF, XSD

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node as RdfNode

    from kg.graph.store import Store

    Node = NamedNode | BlankNode | Literal | Triple

BATCH: Final = 50_000

_TYPE: Final = NamedNode(RDF + "type")
_UNIT: Final = NamedNode(ORG + "OrganizationalUnit")
"""A type that may be stated of what has its other types, and is described, in another graph; no shape is about it."""

_STRING: Final = NamedNode(XSD + "string")
_VALUES: Final = 1000
_PLACES: Final = """
SELECT ?focus (MIN(?source) AS ?file) (SAMPLE(?number) AS ?item) WHERE {
  VALUES (?notice ?focus) { %s } ?notice dcterms:source ?source OPTIONAL { ?focus nkg:item ?number }
} GROUP BY ?focus"""
_NOTICE_OF_THIS: Final = f"OPTIONAL {{ GRAPH ?notice {{ ?this a ?type . ?notice a <{NKG}Notice> }} }}"


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One thing a shape finds wrong: at which node, how badly, what is wrong, and the value that is.

    `severity` is "Violation", "Warning" or "Info"; `notice` is the IRI of the notice whose graph states the
    node, None for what notices share and what was concluded; `value` is None where something is missing.
    """

    notice: str | None
    focus: str
    shape: str
    severity: str
    message: str
    value: str | None = None


def validate(store: Store, language: str = "en", batch: int = BATCH) -> list[Violation]:
    """Return what the shapes find in a store, sorted; messages in `language` ("en" or "vi").

    `batch` is the number of triples that a batch of several graphs does not exceed. Raises StoreError where the
    store cannot be read.
    """
    from rdflib import Graph

    shapes = Graph().parse(data=text(SHAPES), format="turtle")
    found: set[Violation] = set()
    found.update(_offenders(store, shapes, language))
    for part in _batches(store, batch):
        found.update(_check(part, shapes, language))
    return sorted(found, key=lambda v: (v.notice or "", v.focus, v.shape, v.message, v.value or ""))


def conforms(violations: Iterable[Violation]) -> bool:
    """Whether nothing of the severity "Violation" was found; warnings and notes do not count."""
    return all(violation.severity != "Violation" for violation in violations)


def places(store: Store, violations: Iterable[Violation]) -> dict[str, str]:
    """Return, by the node that is wrong, the file of its notice and the number of its item: "a.txt, 2.a".

    What notices share, and what was concluded, is in no file and is left out.
    """
    nodes = sorted({(each.notice, each.focus) for each in violations if each.notice})
    found: dict[str, str] = {}
    for start in range(0, len(nodes), _VALUES):
        values = " ".join(
            f"({NamedNode(notice)} {NamedNode(focus)})" for notice, focus in nodes[start : start + _VALUES]
        )
        answer = store.query(_PLACES % values)
        for focus, source, item in answer if isinstance(answer, QuerySolutions) else ():
            found[_name(focus)] = ", ".join(part.value for part in (source, item) if part is not None)
    return found


@dataclass(frozen=True, slots=True)
class _Batch:
    """The statements of some graphs for the engine, and which of the graphs states a type of a node."""

    data: Graph
    typed: dict[str, str]


def _offenders(store: Store, shapes: Graph, language: str) -> Iterator[Violation]:
    """Yield what SPARQL targets select; a shape that has one says that no node may be selected."""
    from rdflib import SH

    for shape, target in shapes.subject_objects(SH.target):
        select = shapes.value(target, SH.select)
        answer = store.query(f"SELECT DISTINCT ?this ?notice WHERE {{ {{ {select} }} {_NOTICE_OF_THIS} }}")
        for focus, notice in answer if isinstance(answer, QuerySolutions) else ():
            yield Violation(
                notice=None if notice is None else _name(notice),
                focus=_name(focus),
                shape=str(shape),
                severity=_severity(shapes.value(shape, SH.severity, default=SH.Violation)),
                message=_message(shapes.objects(shape, SH.message), language),
            )


def _check(batch: _Batch, shapes: Graph, language: str) -> Iterator[Violation]:
    import pyshacl
    from rdflib import SH

    # The graph is the batch's own, so the engine need not copy it.
    _, report, _ = pyshacl.validate(batch.data, shacl_graph=shapes, inplace=True)
    for result in set(report.objects(None, SH.result)):
        focus = str(report.value(result, SH.focusNode))
        # A shape also meets nodes of which the batch knows the type alone; their own batch checks them.
        if focus in batch.typed:
            yield _violation(report, result, focus, batch.typed[focus], language)


def _violation(report: Graph, result: RdfNode, focus: str, graph: str, language: str) -> Violation:
    from rdflib import SH

    value = report.value(result, SH.value)
    return Violation(
        notice=graph if focus.startswith(graph) else None,
        focus=focus,
        shape=str(report.value(result, SH.sourceShape)),
        severity=_severity(report.value(result, SH.resultSeverity)),
        message=_message(report.objects(result, SH.resultMessage), language),
        value=None if value is None or str(value) == focus else str(value),
    )


def _severity(severity: object) -> str:
    return str(severity).rpartition("#")[2]


def _message(messages: Iterable[RdfNode], language: str) -> str:
    """Return the message in a language, else in English."""
    said = {getattr(message, "language", None): str(message) for message in messages}
    return said.get(language) or said.get("en") or ""


def _batches(store: Store, size: int) -> Iterator[_Batch]:
    triples: dict[str, list[Triple]] = {}
    for graph in store.graphs():
        said = list(store.triples(graph))
        if triples and len(said) + sum(map(len, triples.values())) > size:
            yield _batch(store, triples)
            triples = {}
        triples[graph] = said
    if triples:
        yield _batch(store, triples)


def _batch(store: Store, triples: Mapping[str, list[Triple]]) -> _Batch:
    from rdflib import Graph

    own = [(graph, triple) for graph, said in triples.items() for triple in said]
    typed = {_name(t.subject): graph for graph, t in own if t.predicate == _TYPE and t.object != _UNIT}
    pointed_at = {triple.object for _, triple in own if isinstance(triple.object, NamedNode)}
    others = [node for node in pointed_at if node.value not in typed]
    data = Graph()
    for triple in (*(triple for _, triple in own), *_types(store, others)):
        data.add((_term(triple.subject), _term(triple.predicate), _term(triple.object)))
    return _Batch(data, typed)


def _types(store: Store, nodes: Iterable[NamedNode]) -> Iterator[Triple]:
    names = sorted(map(str, nodes))
    for start in range(0, len(names), _VALUES):
        values = " ".join(names[start : start + _VALUES])
        answer = store.query(f"CONSTRUCT {{ ?s a ?type }} WHERE {{ VALUES ?s {{ {values} }} ?s a ?type }}")
        if isinstance(answer, QueryTriples):
            yield from answer


def _name(node: Node) -> str:
    return node.value if isinstance(node, NamedNode | BlankNode) else str(node)


def _term(node: Node) -> RdfNode:
    from rdflib import BNode, URIRef
    from rdflib import Literal as RdfLiteral

    if isinstance(node, NamedNode):
        return URIRef(node.value)
    if isinstance(node, Literal):
        # A plain literal of the shapes has no datatype in rdflib, and equals none that has xsd:string.
        datatype = None if node.language or node.datatype == _STRING else URIRef(node.datatype.value)
        return RdfLiteral(node.value, lang=node.language, datatype=datatype, normalize=False)
    return BNode(_name(node))
