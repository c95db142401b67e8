"""Bodies and provinces that became others: what the tables say of a body's predecessors and successors.

Invariants: every function is pure; a change in every province is one event a province, whose bodies are those of
that province; a province that has rows in the table of provinces changes only while it exists. Bodies that each
province has merge where their provinces do. A body that goes on under its name is among the original and among the
resulting ones.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, partial
from typing import Final

from kg.data import Row, several, table
from kg.identify.canonical import Body, of_province, rows_of, unit_of_label
from kg.identify.iri import Kind, key, short_hash, slug
from kg.identify.names import province
from kg.language.words import matching, pattern

_DISTRICT: Final = pattern(r"(?:huyện|quận|thị xã|thành phố)(?= )")


@dataclass(frozen=True, slots=True)
class Change:
    """An event: which bodies became which, its kind as a notation of the code list, when the new ones began.

    `date` is the first day (YYYY-MM-DD), or the month or the year of it where no more is known. `source` is the law
    or decree; a dissolution may have no resulting bodies.
    """

    original: tuple[Body, ...]
    resulting: tuple[Body, ...]
    date: str
    kind: str
    source: str

    def iri(self, base: str) -> str:
        """Return the IRI of the event: a function of its bodies and its date."""
        before, after = (sorted(body.iri(base) for body in bodies) for bodies in (self.original, self.resulting))
        unique = short_hash(self.date, *before, "", *after)
        return f"{base}change/{slug((self.resulting or self.original)[0].name)}-{unique}"


def changes_of(body: Body) -> tuple[Change, ...]:
    """Return the changes that a body or a province comes from or goes into, by date."""
    found = _of_provinces().get(key(body.name), ()) if body.kind is Kind.JURISDICTION else _of_bodies(body)
    return tuple(sorted(found, key=lambda change: (change.date, [each.name for each in change.original])))


def later_changes(body: Body) -> tuple[Change, ...]:
    """Return the changes that a body went into, that the bodies after it went into, and so on, each once."""
    return tuple(dict.fromkeys(_later_changes(body)))


def _later_changes(body: Body) -> Iterator[Change]:
    open_ends, seen = [("", body)], {_identity(body)}
    while open_ends:
        since, now = open_ends.pop()
        for change in changes_of(now):
            if change.date > since and _identity(now) in map(_identity, change.original):
                yield change
                after = {_identity(each): each for each in change.resulting}
                open_ends += [(change.date, each) for name, each in after.items() if name not in seen]
                seen |= after.keys()


def _identity(body: Body) -> tuple[str, str]:
    return key(body.name), body.scope


def _of_bodies(body: Body) -> Iterable[Change]:
    if body.place is None:
        return [_change(row, Body) for row in _rows("national").get(key(body.name), ())]
    found = [_change(row, body.beside) for row in _named("province", body.label, body.place.kind)]
    if below := unit_of_label(body.label):
        head, unit = below
        if kind := _DISTRICT.match(matching(unit)):
            place = partial(_in_unit, body, unit[: kind.end()], unit)
            found += [_change(row, place) for row in _named("district", head, unit[: kind.end()])]
    merged = [change for row in _rows("merged-province").get(key(body.label), ()) for change in _merger(row, body)]
    return [*(change for change in found if _exists(body, change.date)), *merged]


def _named(scope: str, label: str, kind: str) -> Iterator[Row]:
    """Yield the rows that name a body by its label, or by its label and the kind of its place."""
    for name in (label, f"{label} {kind}"):
        yield from _rows(scope).get(key(name), ())


def _merger(row: Row, body: Body) -> Iterator[Change]:
    """Yield the merger of the bodies of one name whose provinces merged on the day of the row."""
    for change in _of_provinces().get(key(body.place.full), ()) if body.place else ():
        if (change.date, change.kind) == (row["date"], row["kind"]):
            before, after = (
                tuple(place.beside(row[column]) for place in places)
                for column, places in (("original", change.original), ("resulting", change.resulting))
            )
            yield Change(before, after, row["date"], row["kind"], row["source"])


def _in_unit(body: Body, kind: str, unit: str, label: str) -> Body:
    """Return the body with a label in the district of another: "Thanh tra huyện" is that of "huyện Phú Khê"."""
    head = label[: -len(kind) - 1] if matching(label).endswith(f" {matching(kind)}") else label
    return body.beside(f"{head} {unit}")


def _change(row: Row, body: Callable[[str], Body]) -> Change:
    before, after = (tuple(map(body, several(row[column]))) for column in ("original", "resulting"))
    return Change(before, after, row["date"], row["kind"], row["source"])


def _exists(body: Body, when: str) -> bool:
    """Whether the body's province is there at that time; one that no table names always is."""
    rows = rows_of(of_province(body.place)) if body.place else ()
    size = len(when)
    return not rows or any(row["valid_from"][:size] <= when <= (row["valid_to"] or "9999")[:size] for row in rows)


@cache
def _rows(scope: str) -> dict[str, tuple[Row, ...]]:
    """Return the rows of a scope by the keys of the bodies that they name."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in table("changes"):
        if row["scope"] == scope:
            for name in dict.fromkeys((*several(row["original"]), *several(row["resulting"]))):
                found[key(name)].append(row)
    return {name: tuple(rows) for name, rows in found.items()}


@cache
def _of_provinces() -> dict[str, tuple[Change, ...]]:
    """Return the changes of provinces by the keys of the provinces.

    Provinces that go into the same ones on the same day are one event.
    """
    events: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in table("provinces"):
        if row["merged_into"]:
            events[row["valid_to"], row["merged_into"]].append(row)
    found: dict[str, list[Change]] = defaultdict(list)
    for (last, into), rows in events.items():
        change = _of_province(last, into, rows)
        for name in {key(body.name) for body in (*change.original, *change.resulting)}:
            found[name].append(change)
    return {name: tuple(changes) for name, changes in found.items()}


def _of_province(last: str, into: str, rows: list[Row]) -> Change:
    before = tuple(of_province(province(f"{row['kind']} {row['name']}")) for row in rows)
    after = tuple(of_province(province(label)) for label in several(into))
    kind = "merger" if len(before) > 1 else "division" if len(after) > 1 else "renaming"
    first = (date.fromisoformat(last) + timedelta(days=1)).isoformat()
    return Change(before, after, first, kind, _source(rows))


def _source(rows: list[Row]) -> str:
    """Return what the rows name last: the sources of a row are in the order of their days."""
    return "; ".join(dict.fromkeys(several(row["source"])[-1] for row in rows))
