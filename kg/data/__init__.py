"""Tables about Vietnam and its official language; each says in its header what its columns hold and their source.

A table is tab-separated UTF-8: comment lines that begin with `#`, one line of column names, then the rows.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files

Row = dict[str, str]


@cache
def table(name: str) -> tuple[Row, ...]:
    """Return the rows of a table by its name ("bodies"); raises FileNotFoundError for a name there is none of."""
    lines = [line for line in _text(name).splitlines() if line.strip() and not line.startswith("#")]
    columns = lines[0].split("\t")
    return tuple(dict(zip(columns, [*line.split("\t"), *[""] * len(columns)], strict=False)) for line in lines[1:])


def several(cell: str) -> tuple[str, ...]:
    """Return the values of a cell that holds several, divided by semicolons."""
    return tuple(value for part in cell.split(";") if (value := part.strip()))


@cache
def version() -> str:
    """Return a digest of all tables: what was read with other tables may read otherwise."""
    folder = files("kg.data")
    names = sorted(item.name for item in folder.iterdir() if item.name.endswith(".tsv"))
    whole = hashlib.sha256()
    for name in names:
        whole.update((folder / name).read_bytes())
    return whole.hexdigest()[:16]


def _text(name: str) -> str:
    return (files("kg.data") / f"{name}.tsv").read_text(encoding="utf-8")
