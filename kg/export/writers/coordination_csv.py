"""CSV: the coordination network, a row for each pair of agencies."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from kg.export.network import coordination_network
from kg.export.tables import write_csv

if TYPE_CHECKING:
    from kg.graph.store import Store

ENDINGS = (".csv", ".coordination.csv")
DESCRIPTION = "the coordination network as CSV, a row for each pair of agencies"

HEADER = ("agency_1", "agency_2", "directives", "notices", "level_1", "level_2", "iri_1", "iri_2")


def write(store: Store, stream: BinaryIO) -> None:
    """Write the pairs, those that most directives name first."""
    network = coordination_network(store)
    edges = sorted(network.edges(data=True), key=lambda edge: (-edge[2]["weight"], edge[0], edge[1]))
    rows = []
    for first, second, edge in edges:
        one, other = network.nodes[first], network.nodes[second]
        counts = edge["weight"], edge["notices"]
        rows.append((one["label"], other["label"], *counts, one["level"], other["level"], first, second))
    write_csv(stream, HEADER, rows)
