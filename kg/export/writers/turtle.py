"""Turtle: the union of all graphs, each statement once."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from kg.graph.store import Store

ENDINGS = (".ttl", ".turtle")
DESCRIPTION = "the graph as Turtle, all graphs in one"


def write(store: Store, stream: BinaryIO) -> None:
    """Write sorted Turtle."""
    from pyoxigraph import RdfFormat

    from kg.export.rdf import write_triples

    write_triples(store, stream, RdfFormat.TURTLE)
