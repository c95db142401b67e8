"""Where the quads are: one small interface, over a folder on disk or a SPARQL 1.1 endpoint.

Invariants: a query sees all graphs as one; `replace` and `update` are applied as a whole or not at all, also
when the process is killed; every failure is a StoreError or a QueryError of one line.
"""

from __future__ import annotations

import errno
import re
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Final, Protocol, Self

import pyoxigraph
from pyoxigraph import NamedNode, Quad, QuerySolutions, Triple

from kg.errors import QueryError, StoreError
from kg.graph.sparql import Results, Term, replacement, with_values
from kg.graph.terms import BASE, PREFIXES

_OWN_FILES: Final = re.compile(
    r"CURRENT|IDENTITY|LOCK|LOG(\.old\.\d+)?|MANIFEST-\d+|OPTIONS-\d+|\d+\.(log|sst|dbtmp)|ledger\.json|\..*"
)
_TRIES: Final = 5
_PAUSE: Final = 0.2


class Store(Protocol):
    """What the program needs of a store. It is a context manager that closes itself."""

    @property
    def location(self) -> str:
        """The folder or the address, as the user would name it; without a password."""

    @property
    def base(self) -> str:
        """The base IRI of the data."""

    def query(self, sparql: str, substitutions: Mapping[str, Term] | None = None) -> Results:
        """Answer a query over all graphs as one; `substitutions` gives variables (without "?") their values.

        The project's prefixes are known. Raises QueryError for invalid SPARQL.
        """

    def update(self, sparql: str) -> None:
        """Apply an update as a whole. Raises QueryError for invalid SPARQL."""

    def replace(self, remove: Iterable[str], quads: Iterable[Quad]) -> None:
        """Drop graphs and insert quads, in one transaction."""

    def graphs(self) -> list[str]:
        """Return the names of all graphs, sorted."""

    def triples(self, graph: str) -> Iterator[Triple]:
        """Yield the triples of one graph, in no order."""

    def quads(self) -> Iterator[Quad]:
        """Yield all quads, in no order."""

    def close(self) -> None:
        """Let go of the store, so that another process can open it."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


def open_store(location: str, *, base: str = BASE, read_only: bool = False) -> Store:
    """Open a store: a folder (made where it is missing, unless read only) or the address of an endpoint.

    An endpoint that takes updates elsewhere is written "QUERY-ADDRESS|UPDATE-ADDRESS".
    """
    if re.match("https?://", location, re.IGNORECASE):
        from kg.graph.endpoint import EndpointStore

        return EndpointStore(location, base, read_only=read_only)
    path = Path(location)
    _check_folder(path, read_only=read_only)
    with _one_line(path):
        return LocalStore(_open(path, read_only=read_only), location, base)


def select(store: Store, sparql: str) -> QuerySolutions:
    """Return the rows of a SELECT; raises StoreError where a store answers with something else."""
    results = store.query(sparql)
    if not isinstance(results, QuerySolutions):
        raise StoreError(f"{store.location}: answers SELECT with something else")
    return results


class LocalStore:
    """A store of pyoxigraph: in a folder, or in memory for what is not to be kept."""

    def __init__(self, store: pyoxigraph.Store, location: str = "", base: str = BASE) -> None:
        self.location = location
        self.base = base
        self._store = store

    def query(self, sparql: str, substitutions: Mapping[str, Term] | None = None) -> Results:
        """See `Store.query`."""
        text = with_values(sparql, substitutions or {})
        with _one_line(self.location):
            return self._store.query(text, prefixes=PREFIXES, use_default_graph_as_union=True)

    def update(self, sparql: str) -> None:
        """See `Store.update`."""
        with _one_line(self.location):
            self._store.update(sparql, prefixes=PREFIXES)

    def replace(self, remove: Iterable[str], quads: Iterable[Quad]) -> None:
        """See `Store.replace`."""
        if text := replacement(remove, quads):
            self.update(text)

    def graphs(self) -> list[str]:
        """See `Store.graphs`."""
        with _one_line(self.location):
            return sorted(graph.value for graph in self._store.named_graphs())

    def triples(self, graph: str) -> Iterator[Triple]:
        """See `Store.triples`."""
        with _one_line(self.location):
            for quad in self._store.quads_for_pattern(None, None, None, NamedNode(graph)):
                yield quad.triple

    def quads(self) -> Iterator[Quad]:
        """See `Store.quads`."""
        with _one_line(self.location):
            yield from self._store.quads_for_pattern(None, None, None, None)

    def close(self) -> None:
        """See `Store.close`; results that were not read to their end keep the folder locked."""
        del self._store

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _check_folder(path: Path, *, read_only: bool) -> None:
    """Refuse a place where there is no store (to read) or where there is something else (to write)."""
    try:
        names = [entry.name for entry in path.iterdir()]
    except FileNotFoundError:
        names = []
    except OSError as error:
        raise StoreError(f"{path}: cannot be opened as a store ({error.strerror})") from None
    if read_only and "CURRENT" not in names:
        raise StoreError(f"{path}: there is no store here; make one with `kg build PATH...`")
    foreign = sorted(name for name in names if not _OWN_FILES.fullmatch(name))
    if foreign and "CURRENT" not in names:
        raise StoreError(f"{path}: holds other things ({foreign[0]}); name an empty or a new folder")


def _open(path: Path, *, read_only: bool) -> pyoxigraph.Store:
    if not read_only:
        path.mkdir(parents=True, exist_ok=True)
        return pyoxigraph.Store(str(path))
    for _ in range(_TRIES - 1):
        try:
            return pyoxigraph.Store.read_only(str(path))
        except OSError:  # a writer moves files while they are looked for
            time.sleep(_PAUSE)
    return pyoxigraph.Store.read_only(str(path))


@contextmanager
def _one_line(path: Path | str) -> Iterator[None]:
    """Turn what pyoxigraph raises into one line for the user."""
    try:
        yield
    except SyntaxError as error:
        raise QueryError(f"this is not valid SPARQL: {_flat(error)}") from None
    except (OSError, RuntimeError, ValueError) as error:
        raise StoreError(f"{path}: {_advice(error)}") from None


def _advice(error: Exception) -> str:
    said = _flat(error)
    number = error.errno if isinstance(error, OSError) else None
    if "lock hold" in said or "While lock file" in said:
        return "the store is in use by another process; wait for it to end, then run the command again"
    if number == errno.ENOSPC or "No space left" in said:
        return "the disk is full; make room and run the command again, nothing was lost"
    if "read-write instances" in said:
        return "the store was opened for reading only"
    if "Corruption" in said:
        return f"the store is damaged; move the folder away and run `kg build` again ({said})"
    if isinstance(error, PermissionError) or "Read-only" in said or "read-only" in said:
        return f"the store cannot be written; choose another folder with --store ({said})"
    return f"the store does not work ({said})"


def _flat(error: Exception) -> str:
    return " ".join(str(error).split())
