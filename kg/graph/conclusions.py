"""What follows from all notices together: who works with whom, what is said again, how shared things are described.

Invariants: the conclusions, the reference graph and the canonical graph are pure functions of the notice graphs
(the last also of the tables), so that any sequence of builds ends where a build from scratch does; `conclude`
changes all in one update, and changes nothing the second time.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pyoxigraph import NamedNode, Quad

from kg.graph.canonical import canonical, canonical_graph
from kg.graph.cited_notices import cited_notices
from kg.graph.reference import Claim, Spelling, describe, reference_graph
from kg.graph.repetitions import repetitions
from kg.graph.sparql import data_block
from kg.graph.store import Store, select
from kg.identify import Kind

_CLAIMS: Final = """
SELECT ?subject ?predicate ?object (COUNT(?claim) AS ?notices) {{
  GRAPH ?notice {{
    ?claim a nkg:Assertion ; rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object .
    FILTER(!STRSTARTS(STR(?subject), "{base}notice/"))
  }}
  FILTER(STRSTARTS(STR(?notice), "{base}notice/"))
}} GROUP BY ?subject ?predicate ?object
"""
_SPELLINGS: Final = """
SELECT DISTINCT ?agency ?text {{
  GRAPH ?notice {{
    ?notice nkg:mentions ?agency .
    ?agency nkg:evidence/nkg:surfaceForm ?text .
    FILTER(STRSTARTS(STR(?agency), "{base}{agency}/"))
  }}
}}
"""
_COORDINATION: Final = """
DROP SILENT GRAPH <{graph}> ;
INSERT {{
  GRAPH <{graph}> {{
    ?first nkg:coordinatesWith ?second . ?second nkg:coordinatesWith ?first .
    ?pair a nkg:Coordination ; nkg:agency ?first , ?second ; nkg:directive ?directive .
  }}
}} WHERE {{
  GRAPH ?notice {{ ?directive nkg:responsible ?one ; nkg:coordinating ?other }}
  GRAPH <{reference}> {{ ?one a nkg:Agency . ?other a nkg:Agency }}
  FILTER(?one != ?other)
  BIND(STR(?one) < STR(?other) AS ?sorted)
  BIND(IF(?sorted, ?one, ?other) AS ?first)
  BIND(IF(?sorted, ?other, ?one) AS ?second)
  BIND(SHA256(CONCAT(STR(?first), " ", STR(?second))) AS ?hash)
  BIND(IRI(CONCAT("{base}coordination/", SUBSTR(?hash, 1, 32))) AS ?pair)
}}
"""
"""The rule: those responsible for a directive coordinate with each body that it names as coordinating.

A pair is one node however many directives say so, named by the two bodies in the order of their IRIs.
"""


def conclusions_graph(base: str) -> str:
    """Return the name of the graph of what was concluded across notices; it can be dropped at any time."""
    return f"{base}graph/conclusions"


def conclude(store: Store) -> None:
    """Bring the reference graph, the canonical graph and the conclusions in line with the notices of a store."""
    graph = reference_graph(store.base)
    stated = {quad for name in (graph, canonical_graph(store.base)) for quad in _quads(store, name)}
    described = describe(store.base, _claims(store), _spellings(store))
    following = described | canonical(store.base, described)
    steps = [
        f"{verb} DATA {data}"
        for verb, quads in (("DELETE", stated - following), ("INSERT", following - stated))
        if (data := data_block(sorted(quads, key=str)))
    ]
    concluded = conclusions_graph(store.base)
    steps.append(_COORDINATION.format(base=store.base, graph=concluded, reference=graph))
    if data := data_block(sorted([*repetitions(store, concluded), *cited_notices(store, concluded)], key=str)):
        steps.append(f"INSERT DATA {data}")
    store.update(" ;\n".join(steps))


def _quads(store: Store, graph: str) -> Iterator[Quad]:
    return (Quad(t.subject, t.predicate, t.object, NamedNode(graph)) for t in store.triples(graph))


def _claims(store: Store) -> list[Claim]:
    rows = select(store, _CLAIMS.format(base=store.base))
    return [
        Claim(row["subject"].value, row["predicate"].value, row["object"], int(row["notices"].value)) for row in rows
    ]


def _spellings(store: Store) -> list[Spelling]:
    rows = select(store, _SPELLINGS.format(base=store.base, agency=Kind.AGENCY))
    return [Spelling(row["agency"].value, row["text"].value) for row in rows]
