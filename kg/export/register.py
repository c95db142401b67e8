"""The register of deadlines: a row for each agency, directive and deadline.

Invariant: rows are sorted by day (those without one last), notice, place in the text, role and agency.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kg.export.reading import Actor, Due, Duty, read_bodies, read_duties
from kg.records import Role

if TYPE_CHECKING:
    from kg.graph.store import Store

ROLES = {Role.LEAD: "Chủ trì", Role.RESPONSIBLE: "Thực hiện", Role.COORDINATING: "Phối hợp"}
"""The roles that a deadline binds, the strongest first, with their Vietnamese names."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: who (None where the notice names nobody) has to do what until when, and where that is said."""

    actor: Actor | None
    duty: Duty
    due: Due

    @property
    def order(self) -> tuple[date, str, str, int, str, int, str]:
        """The place of the row in the register."""
        role = list(ROLES).index(self.actor.role) if self.actor else len(ROLES)
        return (
            self.due.day or date.max,
            self.duty.notice.number,
            self.duty.notice.iri,
            self.duty.place.start if self.duty.place else 0,
            self.due.iri,
            role,
            self.actor.body.iri if self.actor else "",
        )


def read_register(store: Store) -> tuple[Entry, ...]:
    """Return the rows of the register."""
    duties = read_duties(store, read_bodies(store)).values()
    entries = (entry for duty in duties for entry in _entries(duty))
    return tuple(sorted(entries, key=lambda entry: entry.order))


def bound_actors(duty: Duty) -> tuple[Actor, ...]:
    """Return whom the deadlines of a directive bind, each once, in the strongest of its roles."""
    strongest: dict[str, Actor] = {}
    for role in ROLES:
        for actor in duty.actors:
            if actor.role is role:
                strongest.setdefault(actor.body.iri, actor)
    return tuple(strongest.values())


def _entries(duty: Duty) -> Iterator[Entry]:
    for due in duty.deadlines:
        for actor in bound_actors(duty) or (None,):
            yield Entry(actor, duty, due)
