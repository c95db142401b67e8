"""Who held a post of a province when: a notice that names no province is placed by those who lead it.

Invariant: a person proves a province only where all rows with that name and post agree on it; a row whose time
does not fit the day of the notice proves nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from kg.data import Row, table
from kg.identify.iri import key
from kg.identify.names import Province, province


@dataclass(frozen=True, slots=True)
class Tenure:
    """One row: the post of a person in a province, and its source.

    `times` are spans of first and last day (YYYY, YYYY-MM or YYYY-MM-DD, empty where not known): of the post as the
    source says it, and of the province, since two provinces in succession may bear one name.
    """

    role: str
    body: str
    province: Province
    times: tuple[tuple[str, str], ...]
    source: str

    def covers(self, day: date | None) -> bool:
        """Whether the times of the row may hold a day; what they do not say excludes nothing."""
        shown = day.isoformat() if day else ""
        return not shown or all(
            shown[: len(first)] >= first and shown[: len(last)] <= last for first, last in self.times
        )


class OfficeHolders:
    """The rows of a table of office holders, by the name of the person."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._by_name: dict[str, list[Tenure]] = defaultdict(list)
        for row in rows:
            self._by_name[key(row["name"])].append(_tenure(row))

    def placing(self, name: str, role: str, body: str, day: date | None) -> Tenure | None:
        """Return the row that places a person with a post in a body of an unnamed province ("Tỉnh ủy")."""
        rows = [row for row in self._by_name.get(key(name), ()) if _same_post(row, role, body) and row.covers(day)]
        return rows[0] if len({row.province for row in rows}) == 1 else None


@cache
def office_holders() -> OfficeHolders:
    """Return the program's own table."""
    return OfficeHolders(table("officeholders"))


def _tenure(row: Row) -> Tenure:
    of_province = (row["province_from"], _ends().get((key(row["province"]), row["province_from"]), ""))
    times = ((row["valid_from"], row["valid_to"]), of_province)
    return Tenure(row["role"], row["body"], province(row["province"]), times, row["source"])


@cache
def _ends() -> dict[tuple[str, str], str]:
    """Return the last day of each province by its name, with its kind, and its first day."""
    return {(key(f"{row['kind']} {row['name']}"), row["valid_from"]): row["valid_to"] for row in table("provinces")}


def _same_post(row: Tenure, role: str, body: str) -> bool:
    bodies = {key(row.body), key(f"{row.body} {row.province.kind}")}
    return key(role) == key(row.role) and key(body) in bodies
