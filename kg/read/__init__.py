"""File → text. A reader is a module a format; which one reads a file follows from the file's ending.

Invariant: the text of a `Source` is what offsets count in, everywhere in the program. It is the file's text
with line ends as "\\n", without a byte order mark and without front matter, and nothing else is changed.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path

from kg.errors import InputError
from kg.read.beside import TABLE, Sidecar, front_matter, joined, sidecar
from kg.records import Given

STANDARD_INPUT = "-"
LARGEST = 20_000_000
"""Bytes. The longest notices known, with their annexes, have some hundred thousand."""

Reader = Callable[[bytes], str]

_READERS = {
    ".txt": "kg.read.plain",
    ".text": "kg.read.plain",
    ".md": "kg.read.plain",
    ".markdown": "kg.read.plain",
}


@dataclass(frozen=True, slots=True)
class Input:
    """Where a notice is read from: a path (None for standard input) and the name the graph knows it by.

    `given` is what a table beside it says of it, `fault` why that cannot be told.
    """

    path: Path | None
    name: str
    given: Given | None = None
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A text that was read, the name it was read under and the SHA-256 (hex) of the text as UTF-8.

    `given` is what people say of it in its front matter or beside it.
    """

    name: str
    text: str
    digest: str = field(default="", compare=False)
    given: Given | None = None

    def __post_init__(self) -> None:
        if not self.digest:
            object.__setattr__(self, "digest", hashlib.sha256(self.text.encode()).hexdigest())


@cache
def readers() -> dict[str, str]:
    """Return the module that reads each file ending; packages add their own by the entry point group.

    The group is `notice_kg.readers`; an entry's name is the ending (".docx"), its value a module with a
    function `read(data: bytes) -> str` that raises ValueError, with the reason, for what it cannot read.
    """
    return _READERS | {entry.name.casefold(): entry.value for entry in entry_points(group="notice_kg.readers")}


def find(paths: Iterable[Path | str]) -> Iterator[Input]:
    """Yield the inputs that files and folders stand for, a folder's in the order of their names.

    A file is named by its name, a file of a folder by its path inside that folder. Hidden files, and files
    of a folder that no reader is known for, are passed over. Raises InputError for a path that is not there.
    """
    for given in paths:
        if str(given) == STANDARD_INPUT:
            yield Input(None, STANDARD_INPUT)
            continue
        path = Path(given)
        if path.is_dir():
            yield from _folder(path)
        elif path.exists():
            yield _input(path, path.name, {path.name: sidecar(path.parent)})
        else:
            raise InputError(f"{path}: there is no such file or folder")


def strays(paths: Iterable[Path | str]) -> Iterator[str]:
    """Yield a line for each row of the tables in these folders that is about a file which is not there."""
    for path in map(Path, paths):
        for table in sorted(path.rglob(TABLE)) if path.is_dir() else ():
            beside = sidecar(table.parent)
            yield from beside.strays() if beside else ()


def _folder(folder: Path) -> Iterator[Input]:
    tables: dict[Path, Sidecar | None] = {}
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        hidden = any(part.startswith(".") for part in inside.parts)
        readme = path.stem.casefold() == "readme"
        if path.is_file() and not hidden and not readme and path.suffix.casefold() in readers():
            yield _input(path, inside.as_posix(), _beside(path, folder, tables))


def _beside(path: Path, folder: Path, tables: dict[Path, Sidecar | None]) -> dict[str, Sidecar | None]:
    """Return the tables of a file's folders up to the given one, each by the name it has for the file."""
    above = [parent for parent in path.parents if parent == folder or folder in parent.parents]
    for parent in above:
        if parent not in tables:
            tables[parent] = sidecar(parent)
    return {path.relative_to(parent).as_posix(): tables[parent] for parent in above}


def _input(path: Path, name: str, tables: dict[str, Sidecar | None]) -> Input:
    given: Given | None = None
    try:
        for file, table in tables.items():
            given = joined(given, table.given(file) if table else None)
    except (InputError, ValueError) as reason:
        return Input(path, name, fault=f"{name}: {reason}")
    return Input(path, name, given)


def read(given: Input) -> Source:
    """Return the text of an input; raises InputError where there is none to be had."""
    if given.fault:
        raise InputError(given.fault)
    data = _bytes(given)
    if not data.strip():
        raise InputError(f"{given.name}: the file is empty")
    decode = _reader(given)
    try:
        inside, text = front_matter(decode(data))
        beside = joined(given.given, inside)
    except ValueError as reason:
        raise InputError(f"{given.name}: {reason}") from None
    if not text.strip():
        raise InputError(f"{given.name}: the file is empty")
    return Source(given.name, text, given=beside)


def _reader(given: Input) -> Reader:
    suffix = given.path.suffix.casefold() if given.path else ".txt"
    module = readers().get(suffix, "kg.read.plain")
    try:
        decode: Reader = import_module(module).read
    except (ImportError, AttributeError) as reason:
        raise InputError(f"{given.name}: the reader of {suffix} files cannot be loaded ({reason})") from None
    return decode


def _bytes(given: Input) -> bytes:
    try:
        if given.path is None:
            data = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with given.path.open("rb") as file:
                data = file.read(LARGEST + 1)
    except OSError as reason:
        raise InputError(f"{given.name}: cannot be read ({reason.strerror or reason})") from None
    if len(data) > LARGEST:
        raise InputError(f"{given.name}: larger than {LARGEST // 1_000_000} MB, which no notice is; split it")
    return data
