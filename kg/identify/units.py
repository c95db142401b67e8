"""Administrative units below the province: in which provinces there is a unit of that kind and name.

Invariant: a unit that the table does not have tells nothing; one of several provinces leaves all of them open.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cache

from kg.data import Row, table
from kg.identify.iri import key
from kg.identify.names import UNIT_KINDS, Province, province

_UNIT = re.compile(rf"(?<!\w)(?:{'|'.join(map(key, UNIT_KINDS))}) \S.*")


class Units:
    """The rows of a table of units, by kind and name."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._by_name: dict[str, list[Row]] = defaultdict(list)
        for row in rows:
            self._by_name[key(f"{row['kind']} {row['name']}")].append(row)

    def known(self, label: str) -> str:
        """Return the unit that a body's label ends in, by kind and name; empty where it names no known unit."""
        found = _UNIT.search(key(label))
        return found[0] if found and found[0] in self._by_name else ""

    def provinces(self, label: str, day: date | None) -> frozenset[Province]:
        """Return the provinces that have the unit a body's label ends in; none where it names no known unit."""
        found = _UNIT.search(key(label))
        shown = day.isoformat() if day else ""
        rows = self._by_name.get(found[0], ()) if found else ()
        return frozenset(province(row["province"]) for row in rows if _holds(row, shown))


@cache
def units() -> Units:
    """Return the program's own table."""
    return Units(table("units"))


def _holds(row: Row, day: str) -> bool:
    return not day or row["valid_from"] <= day <= (row["valid_to"] or "9999")
