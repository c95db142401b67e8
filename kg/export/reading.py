"""What exports and pages read from the graph, as plain records.

Invariants: a pure function of the triples of the union of all graphs, whatever their order; every sequence is
sorted, so that the same graph gives the same records; no RDF term leaves this module.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from kg.graph import terms
from kg.records import Role

if TYPE_CHECKING:
    from kg.graph.store import Store

_PASSAGE = re.compile(r"#char=(\d+),(\d+)$")

Values = Mapping[str, tuple[str, ...]]
"""For each thing, by IRI, its values of one property, sorted."""


@dataclass(frozen=True, slots=True)
class Place:
    """A passage of a notice's text: its IRI, code points [start, end), and what stands there."""

    iri: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Body:
    """An agency, or an official who is told to act (`level` None, `generic` false)."""

    iri: str
    label: str
    also: tuple[str, ...] = ()
    level: str | None = None
    generic: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """What identifies a notice to a reader; `observed` is the day of issue, else the day of its meeting."""

    iri: str
    title: str
    number: str
    issued: date | None
    observed: date | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline: as written, and the last day, the recurrence (RFC 5545) or the duration (ISO 8601)."""

    iri: str
    text: str
    day: date | None
    recurrence: str
    duration: str
    place: Place | None


@dataclass(frozen=True, slots=True)
class Actor:
    """A body in a role of one directive; `inherited` where an earlier place names it."""

    body: Body
    role: Role
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class Duty:
    """A directive, with the notice that contains it, who takes part and by when."""

    iri: str
    text: str
    item: str
    notice: Heading
    place: Place | None
    actors: tuple[Actor, ...]
    deadlines: tuple[Due, ...]


@dataclass(frozen=True, slots=True)
class Coordination:
    """Two agencies told to work together (`first` < `second` by IRI), and the directives that say so."""

    first: str
    second: str
    directives: tuple[str, ...]


def read_bodies(store: Store) -> dict[str, Body]:
    """Return agencies and officials by IRI, in the order of their IRIs."""
    labels = _labels(store)
    also = _values(store, "Agency", terms.SKOS + "altLabel")
    levels = _values(store, "Agency", terms.nkg("level"))
    generic = _values(store, "Agency", terms.nkg("generic"))
    names = _values(store, "Official", terms.FOAF + "name")
    agencies = _instances(store, "Agency")
    bodies = {iri: Body(iri, _first(names, iri) or iri) for iri in _instances(store, "Official")}
    for iri in agencies:
        label = _first(labels, iri) or iri
        level = _first(levels, iri) or None
        bodies[iri] = Body(iri, label, also.get(iri, ()), level, _first(generic, iri) in {"true", "1"})
    return dict(sorted(bodies.items()))


def read_coordinations(store: Store) -> tuple[Coordination, ...]:
    """Return the coordinating pairs of the graph of conclusions, sorted by the IRIs of the two agencies."""
    agencies = _values(store, "Coordination", terms.nkg("agency"))
    directives = _values(store, "Coordination", terms.nkg("directive"))
    pairs = (Coordination(*pair, directives.get(iri, ())) for iri, pair in agencies.items() if len(pair) == 2)
    return tuple(sorted(pairs, key=lambda pair: (pair.first, pair.second)))


def read_duties(store: Store, bodies: Mapping[str, Body]) -> dict[str, Duty]:
    """Return the directives by IRI, in the order of notice number, notice and place in the text.

    `bodies` is what `read_bodies` returned for the same store.
    """
    headings = _read_headings(store)
    places = _read_places(store)
    dues = _read_dues(store, places)
    texts, items, evidence, deadlines = (
        _values(store, "Directive", terms.nkg(name)) for name in ("text", "item", "evidence", "deadline")
    )
    actors = _read_actors(store, bodies)
    duties = [
        Duty(
            directive,
            _first(texts, directive),
            _first(items, directive),
            heading,
            _first_place(evidence.get(directive, ()), places),
            actors.get(directive, ()),
            tuple(dues[iri] for iri in deadlines.get(directive, ()) if iri in dues),
        )
        for notice, contained in _values(store, "Notice", terms.nkg("contains")).items()
        if (heading := headings.get(notice))
        for directive in contained
    ]
    return {duty.iri: duty for duty in sorted(duties, key=_reading_order)}


def _reading_order(duty: Duty) -> tuple[str, str, int, str]:
    return duty.notice.number, duty.notice.iri, duty.place.start if duty.place else 0, duty.iri


def _read_headings(store: Store) -> dict[str, Heading]:
    titles = _values(store, "Notice", terms.DCTERMS + "title")
    numbers = _values(store, "Notice", terms.DCTERMS + "identifier")
    issued = _values(store, "Notice", terms.DCTERMS + "issued")
    sources = _values(store, "Notice", terms.DCTERMS + "source")
    meetings = _values(store, "Notice", terms.nkg("reports"))
    held = _values(store, "Meeting", terms.nkg("heldOn"))
    headings = {}
    for iri in _instances(store, "Notice"):
        day = _day(_first(issued, iri))
        days = [day, *(_day(_first(held, meeting)) for meeting in meetings.get(iri, ()))]
        observed = next((known for known in days if known), None)
        title, number = _first(titles, iri), _first(numbers, iri)
        headings[iri] = Heading(iri, title, number, day, observed, sources.get(iri, ()))
    return headings


def _read_places(store: Store) -> dict[str, Place]:
    places = {}
    for iri, quotes in _values(store, "Passage", terms.nkg("quote")).items():
        if match := _PASSAGE.search(iri):
            places[iri] = Place(iri, int(match[1]), int(match[2]), quotes[0])
    return places


def _first_place(iris: tuple[str, ...], places: Mapping[str, Place]) -> Place | None:
    known = [places[iri] for iri in iris if iri in places]
    return min(known, key=lambda place: (place.start, place.end), default=None)


def _read_dues(store: Store, places: Mapping[str, Place]) -> dict[str, Due]:
    texts, days, recurrences, durations, evidence = (
        _values(store, "Deadline", terms.nkg(name)) for name in ("text", "date", "recurrence", "duration", "evidence")
    )
    return {
        iri: Due(
            iri,
            _first(texts, iri),
            _day(_first(days, iri)),
            _first(recurrences, iri),
            _first(durations, iri),
            _first_place(evidence.get(iri, ()), places),
        )
        for iri in _instances(store, "Deadline")
    }


def _read_actors(store: Store, bodies: Mapping[str, Body]) -> dict[str, tuple[Actor, ...]]:
    inherited = _read_inherited(store)
    actors: dict[str, list[Actor]] = defaultdict(list)
    for role in Role:
        for directive, agents in _values(store, "Directive", terms.nkg(role.value)).items():
            actors[directive] += [
                Actor(bodies[agent], role, (directive, agent, role.value) in inherited)
                for agent in agents
                if agent in bodies
            ]
    return {directive: tuple(found) for directive, found in actors.items()}


def _read_inherited(store: Store) -> set[tuple[str, str, str]]:
    query = f"""SELECT ?directive ?agency ?role WHERE {{
        ?participation <{terms.nkg("inherited")}> true ; <{terms.nkg("directive")}> ?directive ;
            <{terms.nkg("agency")}> ?agency ; <{terms.nkg("as")}> ?role }}"""
    return {
        (row["directive"].value, row["agency"].value, row["role"].value.removeprefix(terms.NKG))
        for row in _rows(store, query)
    }


def _instances(store: Store, kind: str) -> list[str]:
    query = f"SELECT DISTINCT ?thing WHERE {{ ?thing a <{terms.nkg(kind)}> }}"
    return sorted(row["thing"].value for row in _rows(store, query))


def _labels(store: Store) -> Values:
    """Return the preferred labels of agencies, those in another language than Vietnamese last."""
    pattern = f"?thing a <{terms.nkg('Agency')}> ; <{terms.SKOS}prefLabel> ?value"
    labels: dict[str, list[tuple[bool, str]]] = defaultdict(list)
    for row in _rows(store, f"SELECT DISTINCT ?thing ?value WHERE {{ {pattern} }}"):
        labels[row["thing"].value].append((row["value"].language not in (None, "", "vi"), row["value"].value))
    return {thing: tuple(label for _, label in sorted(found)) for thing, found in labels.items()}


def _values(store: Store, kind: str, property_iri: str) -> Values:
    pattern = f"?thing a <{terms.nkg(kind)}> ; <{property_iri}> ?value"
    query = f"SELECT DISTINCT ?thing ?value WHERE {{ {pattern} }}"
    values: dict[str, list[str]] = defaultdict(list)
    for row in _rows(store, query):
        values[row["thing"].value].append(row["value"].value)
    return {thing: tuple(sorted(found)) for thing, found in sorted(values.items())}


def _rows(store: Store, query: str) -> Any:
    # A SELECT query answers with solutions, whose terms are read by name.
    return store.query(query)


def _first(values: Values, iri: str) -> str:
    found = values.get(iri, ())
    return found[0] if found else ""


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
