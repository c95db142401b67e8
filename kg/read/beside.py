"""What people say of notices beside their texts: `notices.csv` in the folder, front matter in the file.

Invariants: a row speaks for one file, by its path from the folder of the table; two rows for one file speak for
none. What does not say which value it means (a wrong day, two different values) is refused, never dropped.
"""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from operator import itemgetter
from pathlib import Path
from typing import Final

from kg.errors import InputError
from kg.records import Given

TABLE: Final = "notices.csv"
FRONT_MATTER: Final = "front matter"
COLUMNS: Final = ("file", "jurisdiction", "number", "issued", "source", "note")
"""`issued` is YYYY-MM-DD or DD/MM/YYYY, `source` the address of the publication, `note` for people only."""

_SAID: Final = frozenset(COLUMNS[1:-1])
_OF_THE_TEXT: Final = ("jurisdiction", "number", "issued")
_VALUES: Final = (*_OF_THE_TEXT, "address")
_LONGEST: Final = 30
_BLOCK = re.compile(r"---[ \t]*\n(?P<lines>.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sidecar:
    """The rows of one `notices.csv`, by the path of their file from its folder."""

    path: Path
    rows: Mapping[str, list[_Row]] = field(default_factory=dict)

    def given(self, file: str) -> Given | None:
        """Return what the table says of a file; raises InputError where that is not one thing."""
        rows = self.rows.get(file, ())
        if len(rows) > 1:
            lines = " and ".join(str(row.line) for row in rows)
            raise InputError(f"{self.path}: lines {lines} are about the same file, {file}; keep one of them")
        if not rows:
            return None
        try:
            return _given(TABLE, rows[0].cells)
        except ValueError as reason:
            raise InputError(f"{self.path}, line {rows[0].line} ({file}): {reason}") from None

    def strays(self) -> Iterator[str]:
        """Yield a line for each row about a file that is not there."""
        for file, rows in self.rows.items():
            if not (self.path.parent / file).exists():
                yield f"{self.path}, line {rows[0].line}: there is no file {file} beside it"


def sidecar(folder: Path) -> Sidecar | None:
    """Return the table of a folder, None where it has none; raises InputError for one that cannot be read."""
    path = folder / TABLE
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as reason:
        raise InputError(f"{path}: cannot be read ({reason.strerror})") from None
    except UnicodeDecodeError as reason:
        raise InputError(f"{path}: not UTF-8 text (at byte {reason.start}); save it as UTF-8") from None
    return Sidecar(path, _rows(path, text))


def front_matter(text: str) -> tuple[Given | None, str]:
    """Return what the front matter of a text says, and the text after it.

    Front matter is a block of "name: value" lines between lines of three hyphens at the very start, with one of
    the columns of the table among its names; anything else is text. Raises ValueError for a wrong day.
    """
    block = _BLOCK.match(text)
    if block is None or block["lines"].count("\n") > _LONGEST:
        return None, text
    cells = _cells(block["lines"])
    if not _SAID & cells.keys():
        return None, text
    return _given(FRONT_MATTER, cells), text[block.end() :]


def joined(one: Given | None, other: Given | None) -> Given | None:
    """Return what two places say together; raises ValueError where they differ."""
    if one is None or other is None:
        return one or other
    values = {}
    for name in _VALUES:
        first, second = getattr(one, name), getattr(other, name)
        if first and second and first != second:
            raise ValueError(f"the {name} is {first} in {one.place} and {second} in {other.place}; make them agree")
        values[name] = first or second
    return Given(_places((one, other)), **values)


def agreed(said: Iterable[tuple[str, Given]]) -> tuple[Given | None, tuple[str, ...]]:
    """Return what is said beside several files (by name) of one text, and lines on what is said differently.

    A value that two files give differently holds for none of them. The address, which each file has of its own, is
    left out.
    """
    values, differing = {}, []
    of_the_text = sorted(((file, given) for file, given in said if given.of_the_text), key=itemgetter(0))
    for name in _OF_THE_TEXT:
        by_value = {value: file for file, given in of_the_text if (value := getattr(given, name))}
        if len(by_value) > 1:
            ways = " and ".join(f"{value} beside {file}" for value, file in by_value.items())
            differing.append(f"the {name} is {ways}, files of one text, so none of them holds; make them agree")
        elif by_value:
            values[name] = next(iter(by_value))
    places = _places(given for _, given in of_the_text)
    return Given(places, **values) if values else None, tuple(differing)


def _places(said: Iterable[Given]) -> str:
    """Return where things are said, each place once."""
    return ", ".join(sorted({place for given in said for place in given.place.split(", ")}))


def _rows(path: Path, text: str) -> dict[str, list[_Row]]:
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    reader = csv.DictReader(io.StringIO(text), delimiter=delimiter, restkey="", restval="")
    names = [name.strip() for name in reader.fieldnames or ()]
    if unknown := next((name for name in names if name not in COLUMNS), None):
        raise InputError(f"{path}: unknown column {unknown!r}; the columns are {', '.join(COLUMNS)}")
    if "file" not in names:
        raise InputError(f"{path}: has no column 'file'; the columns are {', '.join(COLUMNS)}")
    reader.fieldnames = names
    rows: dict[str, list[_Row]] = defaultdict(list)
    for cells in reader:
        file = cells["file"].strip().replace("\\", "/").removeprefix("./")
        rows[file].append(_Row(reader.line_num, {name: cells[name].strip() for name in names}))
    return dict(rows)


def _cells(lines: str) -> dict[str, str]:
    """Return the names and values of a block of YAML that has words for values; none of any other text."""
    import yaml

    try:
        block = yaml.load(lines, Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        return {}
    pairs = block.items() if isinstance(block, dict) else ()
    return {str(name): value.strip() for name, value in pairs if isinstance(value, str)}


def _given(place: str, cells: Mapping[str, str]) -> Given:
    return Given(
        place,
        jurisdiction=cells.get("jurisdiction") or None,
        number=cells.get("number") or None,
        issued=_day(cells.get("issued", "")),
        address=cells.get("source") or None,
    )


def _day(text: str) -> date | None:
    if not text:
        return None
    for shape in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, shape).date()
        except ValueError:
            continue
    raise ValueError(f"issued {text!r} is no day; write YYYY-MM-DD")
