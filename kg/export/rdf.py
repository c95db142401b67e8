"""The graph as RDF text whose bytes depend on the triples alone, not on the order they were added in.

Invariant: statements are sorted before they are serialised, `rdf:type` first of a subject. There are no blank
nodes in the graph, whose labels would differ from run to run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, BinaryIO

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, serialize

from kg.graph import terms

if TYPE_CHECKING:
    from kg.graph.store import Store

_TYPE = terms.RDF + "type"
_LOCAL_NAME = re.compile(r"\w[\w-]*")


def write_triples(store: Store, stream: BinaryIO, syntax: RdfFormat) -> None:
    """Write the union of all graphs, each triple once, sorted."""
    triples = sorted((quad.triple for quad in store.quads()), key=_triple_key)
    distinct = [triple for triple, _ in groupby(triples)]
    serialize(distinct, stream, syntax, prefixes=prefixes(distinct, store.base))


def write_quads(store: Store, stream: BinaryIO, syntax: RdfFormat) -> None:
    """Write every graph under its name, sorted by name, then as the triples are."""
    quads = sorted(store.quads(), key=_quad_key)
    serialize(quads, stream, syntax, prefixes=prefixes((quad.triple for quad in quads), store.base))


def prefixes(triples: Iterable[Triple], base: str) -> dict[str, str]:
    """Return the project's prefixes and one for each kind of data IRI whose names need no escape in Turtle.

    `agency:so-y-te-…` is such a name. What lies below a notice (`notice/5f…/directive/12-90`) is not: its IRI
    is written in full rather than with escaped slashes.
    """
    names: dict[str, bool] = {}
    for iri in _data_iris(triples, base):
        kind, _, local = iri[len(base) :].partition("/")
        names[kind] = names.get(kind, True) and bool(_LOCAL_NAME.fullmatch(local))
    kinds = sorted(kind for kind, clean in names.items() if clean and kind not in terms.PREFIXES)
    return terms.PREFIXES | {kind: f"{base}{kind}/" for kind in kinds if _LOCAL_NAME.fullmatch(kind)}


def _data_iris(triples: Iterable[Triple], base: str) -> Iterator[str]:
    for triple in triples:
        for term in (triple.subject, triple.object):
            if isinstance(term, NamedNode) and term.value.startswith(base):
                yield term.value


def _triple_key(triple: Triple) -> tuple[str, str, str]:
    predicate = triple.predicate.value
    return str(triple.subject), "" if predicate == _TYPE else predicate, str(triple.object)


def _quad_key(quad: Quad) -> tuple[str, str, str, str]:
    return str(quad.graph_name), *_triple_key(quad.triple)
