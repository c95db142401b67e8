"""From a body to those whose tasks it took over, and to those that took over its own.

Invariant: what goes on under its name is nobody's predecessor: the tasks that it had are still its own, so of a
division only the bodies that ended with it have successors.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode, QuerySolutions

from kg.graph.terms import ORG

if TYPE_CHECKING:
    from kg.graph.store import Store

_STEPS: Final = f"""
SELECT DISTINCT ?before ?after WHERE {{
  ?event <{ORG}originalOrganization> ?before ; <{ORG}resultingOrganization> ?after .
  FILTER NOT EXISTS {{ ?event <{ORG}resultingOrganization> ?before }}
}}
"""

Steps = Mapping[NamedNode, set[NamedNode]]


def widened(
    store: Store, bodies: Iterable[NamedNode], *, predecessors: bool, successors: bool
) -> tuple[NamedNode, ...]:
    """Return the bodies with all that came before them, after them, or both, sorted by IRI."""
    before: dict[NamedNode, set[NamedNode]] = defaultdict(set)
    after: dict[NamedNode, set[NamedNode]] = defaultdict(set)
    solutions = store.query(_STEPS)
    for old, new in solutions if isinstance(solutions, QuerySolutions) else ():
        if isinstance(old, NamedNode) and isinstance(new, NamedNode):
            after[old].add(new)
            before[new].add(old)
    found = set(bodies)
    ways = ([before] if predecessors else []) + ([after] if successors else [])
    return tuple(sorted(found.union(*(_reached(found, way) for way in ways)), key=str))


def _reached(start: Iterable[NamedNode], steps: Steps) -> set[NamedNode]:
    """Return what a number of steps lead to."""
    found: set[NamedNode] = set()
    open_ends = list(start)
    while open_ends:
        new = steps.get(open_ends.pop(), set()) - found
        found |= new
        open_ends += new
    return found
