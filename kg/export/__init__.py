"""Writes the graph, the coordination network and the deadlines in the formats of other programs.

A format is a module of `kg.export.writers`, found by its name: the module `coordination_csv` is the format
"coordination-csv". It says its file `ENDINGS` and a `DESCRIPTION`, and has `write(store, stream)`. To add a
format is to add a file.

Invariant: the same graph gives the same bytes, whatever the order of its statements, the day and the machine.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from kg.errors import QueryError
from kg.export.files import is_standard_output, writing

if TYPE_CHECKING:
    from kg.graph.store import Store

DEFAULT = "turtle"


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, the file endings that choose it (".ttl"), and what it holds."""

    name: str
    endings: tuple[str, ...]
    description: str
    write: Callable[[Store, BinaryIO], None]


@cache
def formats() -> tuple[Format, ...]:
    """Return every format, by name."""
    from kg.export import writers

    found = []
    for entry in pkgutil.iter_modules(writers.__path__):
        module = importlib.import_module(f"{writers.__name__}.{entry.name}")
        found.append(Format(entry.name.replace("_", "-"), module.ENDINGS, module.DESCRIPTION, module.write))
    return tuple(sorted(found, key=lambda one: one.name))


def export(store: Store, path: str | Path | None, format: str | None = None) -> None:
    """Write a store to a file; None and "-" are standard output.

    The format is named ("turtle", or an ending such as "ttl"), else chosen by the longest known ending of the
    file, else Turtle. Raises QueryError for a format or an ending that nobody knows, KgError where the output
    cannot be written; an existing file is then as it was.
    """
    chosen = _named(format) if format else _by_ending(path)
    with writing(path) as stream:
        chosen.write(store, stream)


def _named(name: str) -> Format:
    wanted = name.casefold()
    for one in formats():
        if wanted == one.name or f".{wanted.lstrip('.')}" in one.endings:
            return one
    raise QueryError(f"format {name!r} is not known; it can be {', '.join(one.name for one in formats())}")


def _by_ending(path: str | Path | None) -> Format:
    if path is None or is_standard_output(path) or not Path(path).suffix:
        return _named(DEFAULT)
    name = Path(path).name.casefold()
    endings = {ending: one for one in formats() for ending in one.endings if name.endswith(ending)}
    if not endings:
        known = ", ".join(sorted(ending for one in formats() for ending in one.endings))
        raise QueryError(f"{path}: no format ends in {Path(path).suffix}; use one of {known}, or --format")
    return endings[max(endings, key=len)]
