"""Pages that people look at: the coordination network as one HTML file that opens without a connection.

Invariants: nothing outside the file is requested (the page's own security policy forbids it); the same graph
gives the same bytes with the same versions of networkx, numpy and pyvis; no text of a notice is ever read as
HTML.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.export.files import writing
from kg.view.messages import MESSAGES

if TYPE_CHECKING:
    from kg.graph.store import Store


@dataclass(frozen=True, slots=True)
class ViewSummary:
    """What a page shows: numbers of agencies and coordinating pairs; its size in bytes."""

    agencies: int
    coordinations: int
    size: int


def write_view(
    store: Store,
    path: str | Path | None,
    *,
    language: str = "vi",
    title: str | None = None,
    generic: bool = False,
) -> ViewSummary:
    """Write the coordination network of a store as a page; None and "-" are standard output.

    `language` is that of the page's own words, "vi" or "en"; `title` stands above the network. Collectives
    that are nobody in particular ("các cơ quan liên quan") are shown only if `generic`. Raises QueryError for
    another language, KgError where the file cannot be written.
    """
    if language not in MESSAGES:
        raise QueryError(f"language {language!r} is not known; it can be {', '.join(MESSAGES)}")
    from kg.view.content import read_content
    from kg.view.page import render

    content = read_content(store, generic=generic)
    page = render(content, language, title).encode()
    with writing(path) as stream:
        stream.write(page)
    return ViewSummary(len(content.agencies), len(content.pairs), len(page))
