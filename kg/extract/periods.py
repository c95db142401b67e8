"""A short name that two bodies bear one after the other → the one that bore it when the notice was issued.

"PVN" is one group until 2025 and its successor since. A notice without a day keeps the reading that stands.
A pure function of the name, its words and the day.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from functools import cache

from kg.data import several, table
from kg.extract.names import Name
from kg.language.words import fold


def named_at(name: Name, written: str, issued: date | None) -> Name:
    """Return the body that the words of a mention named on a day, where more than one bore them."""
    if issued is None or fold(name.label) in (words := fold(written)):
        return name
    borne = (rows for short, rows in _bearers().items() if re.search(rf"(?<!\w){re.escape(short)}(?!\w)", words))
    bearers = next((rows for rows in borne if name.label in {label for label, _, _ in rows}), ())
    then = [label for label, first, last in bearers if first <= _day(issued, first) and _day(issued, last) <= last]
    return name.called(then[0]) if len(then) == 1 else name


def _day(day: date, bound: str) -> str:
    """Return a day as exactly as a bound of the table is known: "2025", "2025-03", "2025-03-01"."""
    return day.isoformat()[: len(bound)] if bound != _OPEN else day.isoformat()


_OPEN = "9999"


@cache
def _bearers() -> Mapping[str, tuple[tuple[str, str, str], ...]]:
    """Return who bears each short name that several do, with the first and last day of each name."""
    found: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for row in table("bodies"):
        for short in several(row["abbreviations"]):
            found[fold(short)].append((row["name"], row["valid_from"], row["valid_to"] or _OPEN))
    return {short: tuple(dict.fromkeys(rows)) for short, rows in found.items() if len({r[0] for r in rows}) > 1}
