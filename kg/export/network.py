"""The coordination network: agencies, and an edge for each two that are told to work together.

Invariant: nodes and edges are in the order of the IRIs of the agencies, so that a writer that keeps the order
gives the same bytes for the same graph.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.export.reading import read_bodies, read_coordinations, read_duties
from kg.export.tables import printable

if TYPE_CHECKING:
    from kg.graph.store import Store


def coordination_network(store: Store) -> Any:
    """Return an undirected networkx graph; a node is the IRI of an agency.

    Node attributes: label, level ("" where unknown), generic. Edge attributes: weight (number of directives
    that say so), notices (number of notices), directives (their IRIs, separated by spaces).
    """
    import networkx

    bodies = read_bodies(store)
    duties = read_duties(store, bodies)
    pairs = [pair for pair in read_coordinations(store) if pair.first in bodies and pair.second in bodies]
    network = networkx.Graph(name="coordination")
    for iri in sorted({iri for pair in pairs for iri in (pair.first, pair.second)}):
        body = bodies[iri]
        network.add_node(iri, label=printable(body.label), level=body.level or "", generic=body.generic)
    for pair in pairs:
        notices = {duties[iri].notice.iri for iri in pair.directives if iri in duties}
        network.add_edge(
            pair.first,
            pair.second,
            weight=len(pair.directives),
            notices=len(notices),
            directives=" ".join(pair.directives),
        )
    return network
