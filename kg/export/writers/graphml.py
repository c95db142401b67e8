"""GraphML: the coordination network for Gephi, yEd, Cytoscape and networkx."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from kg.export.network import coordination_network

if TYPE_CHECKING:
    from kg.graph.store import Store

ENDINGS = (".graphml",)
DESCRIPTION = "the coordination network as GraphML"


def write(store: Store, stream: BinaryIO) -> None:
    """Write the network with the standard library's XML writer.

    networkx prefers lxml where somebody has installed it, and then writes other bytes.
    """
    from networkx.readwrite.graphml import write_graphml_xml

    write_graphml_xml(coordination_network(store), stream)
