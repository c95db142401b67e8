"""N-Quads: a statement, with its graph, on each line."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from kg.graph.store import Store

ENDINGS = (".nq", ".nquads")
DESCRIPTION = "the graph as N-Quads, a line for each statement"


def write(store: Store, stream: BinaryIO) -> None:
    """Write sorted N-Quads."""
    from pyoxigraph import RdfFormat

    from kg.export.rdf import write_quads

    write_quads(store, stream, RdfFormat.N_QUADS)
