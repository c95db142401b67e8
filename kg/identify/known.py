"""The rows of the table of bodies by every name that it has for one.

Invariant: a name leads to all rows that have it, as the name or as another one, in the order of the table.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from kg.data import Row, several, table
from kg.identify.iri import key


def rows_named(name: str) -> tuple[Row, ...]:
    """Return the rows of the bodies with a name, whatever its spelling; none for a name that is not known."""
    return _by_name().get(key(name), ())


@cache
def _by_name() -> dict[str, tuple[Row, ...]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in table("bodies"):
        for name in dict.fromkeys(key(each) for each in (row["name"], *several(row["also"]))):
            found[name].append(row)
    return {name: tuple(rows) for name, rows in found.items()}
