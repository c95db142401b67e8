"""GEXF: the coordination network for Gephi."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, BinaryIO

from kg.export.network import coordination_network

if TYPE_CHECKING:
    from kg.graph.store import Store

ENDINGS = (".gexf",)
DESCRIPTION = "the coordination network as GEXF"

_TODAY = re.compile(r' lastmodifieddate="[\d-]*"')


def write(store: Store, stream: BinaryIO) -> None:
    """Write the network without the day of writing, which networkx adds."""
    import networkx

    text = "\n".join(networkx.generate_gexf(coordination_network(store)))
    stream.write(b"<?xml version='1.0' encoding='utf-8'?>\n")
    stream.write(_TODAY.sub("", text, count=1).encode() + b"\n")
