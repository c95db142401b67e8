"""CSV: the register of deadlines."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from kg.export.reading import Place
from kg.export.register import Entry, read_register
from kg.export.tables import Cell, write_csv

if TYPE_CHECKING:
    from kg.graph.store import Store

ENDINGS = (".deadlines.csv",)
DESCRIPTION = "the deadlines as CSV, a row for each agency, directive and deadline"

HEADER = (
    *("agency", "role", "directive", "date", "as_written", "recurrence", "duration"),
    *("notice", "issued", "title", "item", "source"),
    *("directive_start", "directive_end", "deadline_start", "deadline_end", "iri"),
)


def write(store: Store, stream: BinaryIO) -> None:
    """Write the register; days are ISO 8601, offsets count code points of the notice's text."""
    write_csv(stream, HEADER, map(_row, read_register(store)))


def _row(entry: Entry) -> tuple[Cell, ...]:
    duty, due, notice = entry.duty, entry.due, entry.duty.notice
    return (
        *((entry.actor.body.label, entry.actor.role.value) if entry.actor else ("", "")),
        *(duty.text, due.day.isoformat() if due.day else "", due.text, due.recurrence, due.duration),
        *(notice.number, notice.issued.isoformat() if notice.issued else "", notice.title),
        *(duty.item, "; ".join(notice.sources)),
        *(*_offsets(duty.place), *_offsets(due.place), duty.iri),
    )


def _offsets(place: Place | None) -> tuple[Cell, Cell]:
    return (place.start, place.end) if place else (None, None)
