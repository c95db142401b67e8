"""iCalendar (RFC 5545): an all-day event for each deadline with a day or a recurrence."""

from __future__ import annotations

import logging
import uuid
from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, BinaryIO

from kg.export.reading import Due, Duty, read_bodies, read_duties
from kg.export.register import ROLES, bound_actors
from kg.export.tables import printable

if TYPE_CHECKING:
    from kg.graph.store import Store

ENDINGS = (".ics", ".ical")
DESCRIPTION = "the deadlines as iCalendar, an all-day event each"

_SUMMARY_LENGTH = 120
_LOG = logging.getLogger(__name__)


def write(store: Store, stream: BinaryIO) -> None:
    """Write the events, sorted by day and deadline.

    A deadline with neither a day nor a recurrence ("within ten days") has no place in a calendar and is left
    out, and so is a recurrence of a notice whose day nobody knows.
    """
    import icalendar

    calendar = icalendar.Calendar()
    calendar.add("PRODID", "-//notice-kg//deadlines//VI")
    calendar.add("VERSION", "2.0")
    calendar.add("METHOD", "PUBLISH")
    calendar.add("X-WR-CALNAME", "Thời hạn trong các thông báo")
    for event in sorted(_events(store), key=lambda event: (event["DTSTART"].dt, str(event["UID"]))):
        calendar.add_component(event)
    stream.write(calendar.to_ical())


def _events(store: Store) -> list[Any]:
    duties: dict[Due, list[Duty]] = defaultdict(list)
    for duty in read_duties(store, read_bodies(store)).values():
        for due in duty.deadlines:
            duties[due].append(duty)
    days = {due: _first_day(due, bound[0]) for due, bound in duties.items()}
    return [_event(due, day, duties[due]) for due, day in days.items() if day]


def _first_day(due: Due, duty: Duty) -> date | None:
    observed = duty.notice.observed
    if due.day or not due.recurrence or not observed:
        return due.day
    from dateutil.rrule import rrulestr

    try:
        first = next(iter(rrulestr(due.recurrence, dtstart=datetime.combine(observed, time()))), None)
    except ValueError:
        _LOG.warning("%s: the recurrence %r is not RFC 5545 and is left out", due.iri, due.recurrence)
        return None
    return first.date() if first else None


def _event(due: Due, day: date, duties: Sequence[Duty]) -> Any:
    import icalendar

    event = icalendar.Event()
    event.add("UID", str(uuid.uuid5(uuid.NAMESPACE_URL, due.iri)))
    # The stamp says when the information was made: the day of the notice, not the day of the export.
    event.add("DTSTAMP", datetime.combine(duties[0].notice.observed or day, time(), UTC))
    event.add("DTSTART", day)
    event.add("DTEND", day + timedelta(days=1))
    event.add("TRANSP", "TRANSPARENT")
    event.add("SUMMARY", printable(_summary(duties)))
    event.add("DESCRIPTION", printable("\n\n".join(_paragraph(due, duty) for duty in duties)))
    if due.place:
        event.add("URL", due.place.iri)
    if due.recurrence and not due.day:
        event.add("RRULE", icalendar.vRecur.from_ical(due.recurrence))
    return event


def _summary(duties: Sequence[Duty]) -> str:
    who = dict.fromkeys(actor.body.label for duty in duties for actor in bound_actors(duty)[:1])
    text = f"{', '.join(who)}: {duties[0].text}" if who else duties[0].text
    return text if len(text) <= _SUMMARY_LENGTH else text[: _SUMMARY_LENGTH - 1].rstrip() + "…"


def _paragraph(due: Due, duty: Duty) -> str:
    who = [f"{ROLES[actor.role]}: {actor.body.label}" for actor in bound_actors(duty)]
    notice = duty.notice
    source = [f"Thông báo {notice.number}".strip(), notice.title, f"mục {duty.item}" if duty.item else ""]
    if duty.place:
        source.append(f"ký tự {duty.place.start}–{duty.place.end}")
    source += notice.sources
    lines = [duty.text, *who, f"Thời hạn như đã ghi: {due.text}", "; ".join(part for part in source if part)]
    return "\n".join(lines)
