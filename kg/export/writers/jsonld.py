"""JSON-LD (expanded): every named graph apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from kg.graph.store import Store

ENDINGS = (".jsonld",)
DESCRIPTION = "the graph as expanded JSON-LD, each named graph apart"


def write(store: Store, stream: BinaryIO) -> None:
    """Write sorted JSON-LD."""
    from pyoxigraph import RdfFormat

    from kg.export.rdf import write_quads

    write_quads(store, stream, RdfFormat.JSON_LD)
