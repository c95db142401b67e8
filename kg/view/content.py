"""What a page says, as plain data: agencies, pairs, the directives behind them and their notices.

Invariant: everything refers to everything else by its place in one of the lists, so that neither a name nor
an IRI of the data becomes part of the page's own structure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.export.reading import (
    Body,
    Coordination,
    Due,
    Duty,
    Heading,
    read_bodies,
    read_coordinations,
    read_duties,
)
from kg.export.register import ROLES, bound_actors
from kg.records import Role

if TYPE_CHECKING:
    from kg.graph.store import Store


@dataclass(frozen=True, slots=True)
class Content:
    """Agencies sorted by label; pairs by their agencies; `duties` and `notices` are those they refer to.

    `bound` gives for each agency (IRI) the directives (IRIs) it has to carry out, leading or not.
    """

    agencies: tuple[Body, ...]
    pairs: tuple[Coordination, ...]
    duties: tuple[Duty, ...]
    notices: tuple[Heading, ...]
    bound: Mapping[str, tuple[str, ...]]


def read_content(store: Store, *, generic: bool = False) -> Content:
    """Return what a page about the coordination network of a store says."""
    bodies = read_bodies(store)
    shown = {iri for iri, body in bodies.items() if generic or not body.generic}
    pairs = tuple(pair for pair in read_coordinations(store) if {pair.first, pair.second} <= shown)
    agencies = {iri for pair in pairs for iri in (pair.first, pair.second)}
    duties = read_duties(store, bodies)
    bound = _bound(duties.values(), agencies)
    wanted = {iri for pair in pairs for iri in pair.directives} | {iri for iris in bound.values() for iri in iris}
    kept = tuple(duty for iri, duty in duties.items() if iri in wanted)
    notices = {duty.notice.iri: duty.notice for duty in kept}
    labelled = sorted((bodies[iri] for iri in agencies), key=lambda body: (body.label.casefold(), body.iri))
    return Content(tuple(labelled), pairs, kept, tuple(notices.values()), bound)


def as_json(content: Content) -> dict[str, Any]:
    """Return the content as lists and numbers that refer to each other by place."""
    agencies = _numbers(body.iri for body in content.agencies)
    directives = _numbers(duty.iri for duty in content.duties)
    notices = _numbers(notice.iri for notice in content.notices)
    return {
        "agencies": [_agency(body, content.bound.get(body.iri, ()), directives) for body in content.agencies],
        "pairs": [
            [
                agencies[pair.first],
                agencies[pair.second],
                [directives[iri] for iri in pair.directives if iri in directives],
            ]
            for pair in content.pairs
        ],
        "directives": [_directive(duty, notices[duty.notice.iri]) for duty in content.duties],
        "notices": [_notice(notice) for notice in content.notices],
    }


def _bound(duties: Iterable[Duty], agencies: set[str]) -> dict[str, tuple[str, ...]]:
    bound: dict[str, list[str]] = defaultdict(list)
    for duty in duties:
        for actor in bound_actors(duty):
            if actor.body.iri in agencies and actor.role is not Role.COORDINATING:
                bound[actor.body.iri].append(duty.iri)
    return {iri: tuple(found) for iri, found in bound.items()}


def _numbers(iris: Iterable[str]) -> dict[str, int]:
    return {iri: number for number, iri in enumerate(iris)}


def _agency(body: Body, bound: Iterable[str], directives: Mapping[str, int]) -> dict[str, Any]:
    also = [name for name in body.also if name != body.label]
    return {
        "name": body.label,
        "also": also,
        "level": body.level or "unknown",
        "duties": [directives[iri] for iri in bound],
    }


def _directive(duty: Duty, notice: int) -> dict[str, Any]:
    return {
        "text": duty.text,
        "item": duty.item,
        "notice": notice,
        "place": [duty.place.start, duty.place.end] if duty.place else None,
        "actors": [
            [actor.role.value, actor.body.label, actor.inherited]
            for role in ROLES
            for actor in bound_actors(duty)
            if actor.role is role
        ],
        "deadlines": [_deadline(due) for due in duty.deadlines],
    }


def _deadline(due: Due) -> dict[str, str]:
    return {"text": due.text, "day": due.day.isoformat() if due.day else ""}


def _notice(notice: Heading) -> dict[str, Any]:
    issued = notice.issued.isoformat() if notice.issued else ""
    return {"number": notice.number, "title": notice.title, "issued": issued, "sources": list(notice.sources)}
