"""What a store was built from: which file gave which notice, and by which version of the program.

Invariants: the ledger is written as a whole or not at all; a digest that may be in the store because of a
file stands in the file's entry before the store is touched (`pending`), so that a build that was killed is
taken up by the next one. It is a memory aid: without it everything is read again, to the same end.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Final

from kg import __version__
from kg.errors import StoreError
from kg.records import Given

FORMAT: Final = 1
_DECISIVE: Final = (
    "records.py",
    "read",
    "language",
    "layout",
    "extract",
    "identify",
    "data",
    "graph",
)
"""The parts of the package that decide what notices say in the graph, and what follows from them."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of one file: the name and the notice (digest of its text) it gave.

    `content` is the SHA-256 of the file's bytes and of what a table beside it says, `given` the jurisdiction
    that the user named for all, `shown` whether the notice has one of its own, `settled` whether it has one at
    all. `beside` is what people say of the notice beside this file. `pending` holds digests that a build meant to
    store and may have stored.
    """

    name: str
    digest: str = ""
    content: str = ""
    version: str = ""
    given: str | None = None
    shown: bool = False
    settled: bool = False
    beside: Given | None = None
    pending: tuple[str, ...] = ()

    def digests(self) -> set[str]:
        """Return the digests of all notices that may be in the store because of this file."""
        return {digest for digest in (self.digest, *self.pending) if digest}


@dataclass(slots=True)
class Ledger:
    """The entries of a store by file (resolved path), and whether its conclusions are behind its notices.

    `put` and `drop` change the entries. `decisions` are the lines of what people decided, as the store was built
    with them.
    """

    path: Path
    base: str
    entries: dict[str, Entry] = field(default_factory=dict)
    stale: bool = False
    decisions: list[str] = field(default_factory=list)
    _files: dict[str, set[str]] = field(init=False, repr=False, default_factory=lambda: defaultdict(set))

    def __post_init__(self) -> None:
        for file, entry in self.entries.items():
            self._index(file, entry)

    def put(self, file: str, entry: Entry) -> None:
        """Set the entry of a file."""
        self.drop(file)
        self.entries[file] = entry
        self._index(file, entry)

    def drop(self, file: str) -> None:
        """Forget a file."""
        if entry := self.entries.pop(file, None):
            for digest in entry.digests():
                self._files[digest].discard(file)

    def owned(self, digest: str, *, but: str = "") -> bool:
        """Whether a file other than `but` gives, or may have given, the notice."""
        return bool(self._files[digest] - {but})

    def files(self, digest: str, *, but: str = "") -> list[str]:
        """Return the files other than `but` that give the notice."""
        return [file for file in sorted(self._files[digest] - {but}) if self.entries[file].digest == digest]

    def names(self, digest: str, *, but: str = "") -> set[str]:
        """Return the names, and the addresses, under which files other than `but` give the notice."""
        entries = [self.entries[file] for file in self.files(digest, but=but)]
        addresses = {entry.beside.address for entry in entries if entry.beside and entry.beside.address}
        return {entry.name for entry in entries} | addresses

    def _index(self, file: str, entry: Entry) -> None:
        for digest in entry.digests():
            self._files[digest].add(file)

    def save(self) -> None:
        """Write the ledger in place of the old one; raises StoreError."""
        data = {
            "format": FORMAT,
            "base": self.base,
            "stale": self.stale,
            "decisions": self.decisions,
            "files": {file: asdict(entry) for file, entry in sorted(self.entries.items())},
        }
        beside = self.path.with_name(f".{self.path.name}.new")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with beside.open("w", encoding="utf-8") as file:
                json.dump(data, file, ensure_ascii=False, indent=1, default=str)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(self.path)
        except OSError as error:
            raise StoreError(f"{self.path}: cannot be written ({error.strerror})") from None


def load(path: Path, base: str) -> Ledger:
    """Return the ledger of a store, a new one where there is none; raises StoreError for another base."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        known = _ledger(path, data)
    except FileNotFoundError:
        return Ledger(path, base)
    except OSError as error:
        raise StoreError(f"{path}: cannot be read ({error.strerror})") from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise StoreError(f"{path}: is damaged; delete it and run the build again") from None
    if known.base != base:
        raise StoreError(f"{path.parent}: was built with the base {known.base}; use it, or another store")
    return known


def ledger_path(location: str) -> Path:
    """Return where the ledger of a store is: in its folder, or in the user's state folder for an address."""
    if "://" not in location:
        return Path(location) / "ledger.json"
    name = hashlib.sha256(location.encode()).hexdigest()[:16]
    return _state_folder() / "notice-kg" / f"{name}.json"


def program_version() -> str:
    """Return the version and a hash of what decides what a notice says; another one reads all anew."""
    digest = hashlib.sha256()
    root = files("kg")
    for part in _DECISIVE:
        for name, file in _files(part, root.joinpath(part)):
            digest.update(f"{name}\n".encode())
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    return f"{__version__}+{digest.hexdigest()[:16]}"


def _files(name: str, place: Traversable) -> Iterator[tuple[str, Traversable]]:
    if place.is_file():
        yield name, place
    elif place.is_dir() and not name.endswith("__pycache__"):
        for inside in sorted(place.iterdir(), key=lambda entry: entry.name):
            yield from _files(f"{name}/{inside.name}", inside)


def _ledger(path: Path, data: dict[str, Any]) -> Ledger:
    if data["format"] != FORMAT:
        raise ValueError(data["format"])
    entries = {file: _entry(values) for file, values in data["files"].items()}
    return Ledger(path, data["base"], entries, data["stale"], list(data.get("decisions", ())))


def _entry(values: dict[str, Any]) -> Entry:
    beside = values["beside"]
    if beside:
        issued = beside["issued"]
        beside = Given(**{**beside, "issued": date.fromisoformat(issued) if issued else None})
    return Entry(**{**values, "beside": beside, "pending": tuple(values["pending"])})


def _state_folder() -> Path:
    """Return the platform's folder for a user's state (XDG Base Directory Specification on Linux)."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state")
