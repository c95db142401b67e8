"""The store of a command that reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.graph.store import Store


def open_to_read(location: str) -> Store:
    """Open a store that a command does not change; it is a context manager that closes itself."""
    from kg.graph.store import open_store

    return open_store(location, read_only=True)
