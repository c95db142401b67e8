"""What a notice says, in the form that a gold file and a graph are compared in.

Invariants:

* An account holds comparable forms only (`kg.evaluate.labels`): equal strings mean the same thing.
* The gold side and the graph side are both read into it, and nothing but it is compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Task:
    """A directive, as far as it is compared.

    `span` is its stretch of the text in code points, half open; None where the graph gives none. `due` holds
    last days (ISO 8601), recurrence rules or durations, as they are written. `relations` are pairs of a kind
    ("reports_to") and the body it points to.
    """

    span: tuple[int, int] | None
    responsible: frozenset[str] = frozenset()
    lead: frozenset[str] = frozenset()
    coordinating: frozenset[str] = frozenset()
    due: frozenset[str] = frozenset()
    relations: frozenset[Pair] = frozenset()

    def coordinations(self) -> Iterator[Pair]:
        """Yield who coordinates with whom, each pair in one order whichever side is responsible."""
        for actor in self.responsible:
            for other in self.coordinating - {actor}:
                yield (actor, other) if actor < other else (other, actor)

    def relations_of_actors(self) -> Iterator[tuple[str, str, str]]:
        """Yield (kind, from, to) for each of those responsible."""
        for actor in self.responsible:
            for kind, target in self.relations:
                yield kind, actor, target


@dataclass(frozen=True, slots=True)
class Account:
    """One notice; `facts` maps the name of a fact ("issuer") to its value, and holds no empty value."""

    facts: dict[str, str] = field(default_factory=dict)
    officials: frozenset[str] = frozenset()
    posts: frozenset[Pair] = frozenset()
    attendees: frozenset[str] = frozenset()
    agencies: frozenset[str] = frozenset()
    recipients: frozenset[str] = frozenset()
    references: frozenset[str] = frozenset()
    tasks: tuple[Task, ...] = ()

    def coordinations(self) -> frozenset[Pair]:
        """Return the pairs that coordinate in at least one directive."""
        return frozenset(pair for task in self.tasks for pair in task.coordinations())

    def relations(self) -> frozenset[tuple[str, str, str]]:
        """Return (kind, from, to) of all directives."""
        return frozenset(relation for task in self.tasks for relation in task.relations_of_actors())


def stated(facts: Iterable[tuple[str, str | None]]) -> dict[str, str]:
    """Return the facts that have a value."""
    return {name: value for name, value in facts if value}
