"""Which notices of a store decisions are about, and which decisions are about nothing in it.

Invariant: what is asked of the store is asked about the IRIs of the decisions only, so that it does not take longer the
more notices there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from pyoxigraph import NamedNode

from kg.graph.reference import reference_graph
from kg.graph.store import Store, select
from kg.identify import Decision, Decisions, Kind, mint
from kg.identify.decisions import about

_NOTICES: Final = """
SELECT DISTINCT ?notice {{
  VALUES ?thing {{ {things} }}
  GRAPH ?notice {{ ?subject nkg:mentions|nkg:reports|prov:wasDerivedFrom ?thing }}
}}
"""
_KNOWN: Final = """
SELECT DISTINCT ?thing {{
  VALUES ?thing {{ {things} }}
  {{ GRAPH <{reference}> {{ ?thing a ?type }} }} UNION
  {{ GRAPH <{reference}> {{ ?other owl:sameAs ?thing }} }} UNION
  {{ GRAPH ?thing {{ ?thing a nkg:Notice }} }}
}}
"""


def affected(store: Store, changed: Iterable[Decision], *sets: Decisions) -> set[str]:
    """Return the IRIs of the notices that decisions change, and the names of files they are about.

    `sets` are the decisions before and after the change.
    """
    decisions = list(changed)
    things = {*about(decisions, *sets), *(_iri(store, each) for each in decisions)}
    files = {str(each.said["source"]) for each in decisions if each.said.get("source")}
    return _rows(store, _NOTICES.format(things=_values(things))) | things | files


def idle(store: Store, decisions: Decisions) -> Iterator[str]:
    """Yield a line for the user for each decision that is about something which the store does not have."""
    things = {iri for each in decisions.all for iri in (*each.about, _iri(store, each))}
    known = _rows(store, _KNOWN.format(things=_values(things), reference=reference_graph(store.base)))
    for each in decisions.all:
        if lack := _lack(store, each, known):
            yield f"the decision of {each.by} on {each.on} ({each.kind}): {lack}; take it back, or build that"


def _lack(store: Store, decision: Decision, known: set[str]) -> str:
    """Return what a decision is about and the store lacks; empty where it lacks nothing."""
    if decision.kind in {"same", "different"}:
        return next((f"there is no {iri}" for iri in decision.about if iri not in known), "")
    if _iri(store, decision) in known:
        return ""
    if decision.kind == "field":
        return f"no directive reads {decision.said['quote'][:60]!r}"
    return f"there is no {decision.about[0]}"


def _iri(store: Store, decision: Decision) -> str:
    return mint(store.base, Kind.DECISION, decision.name)


def _values(things: Iterable[str]) -> str:
    return " ".join(str(NamedNode(thing)) for thing in sorted(things))


def _rows(store: Store, query: str) -> set[str]:
    return {row[0].value for row in select(store, query)}
