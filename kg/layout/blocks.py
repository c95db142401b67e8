"""Paragraphs of the even text → blocks: the part each stands in, the item it belongs to and that item's number.

Invariants: blocks follow one another in the even text; a block's parent comes before it; the number of an item is
one that the notice has once, as far as its marks allow: a number that begins again in each part has its part's
before it. Pure functions.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kg.layout.markers import PARTS, Kind, Marker, marker
from kg.layout.paragraphs import Paragraph


class Zone(StrEnum):
    """The part of the paper a block stands in."""

    LETTERHEAD = "letterhead"
    TITLE = "title"
    OPENING = "opening"
    ITEMS = "items"
    RECIPIENTS = "recipients"
    SIGNATURE = "signature"
    ANNEX = "annex"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a line: [start, end) of the even text; its words begin at `content`, behind its mark.

    `parent` is the index of the item it stands under; `item` the number of the innermost numbered item.
    """

    zone: Zone
    start: int
    content: int
    end: int
    marker: Marker | None = None
    parent: int | None = None
    item: str | None = None


Placed = tuple[Zone, Paragraph]


def blocks(text: str, placed: Sequence[Placed], spans: Sequence[tuple[int, int]]) -> tuple[Block, ...]:
    """Return the blocks of paragraphs that stand at `spans` of the even text."""
    nesting = _Nesting(restarting=_restarting([p.marker for zone, p in placed if zone is Zone.ITEMS and p.marker]))
    for (zone, paragraph), (start, end) in zip(placed, spans, strict=True):
        mark = paragraph.marker
        content = min(start + _marked(text[start:end]), end) if mark else start
        nesting.add(Block(zone, start, content, end, mark))
    return tuple(nesting.found)


class _Nesting:
    """The blocks so far and the items that are still open, outermost first."""

    def __init__(self, *, restarting: bool) -> None:
        self.found: list[Block] = []
        self._open: list[int] = []
        self._restarting = restarting

    def add(self, block: Block) -> None:
        """Take in the next block; blocks outside the items have no parent and no number."""
        if block.zone is not Zone.ITEMS:
            self.found.append(block)
            return
        mark = block.marker
        while self._open and _closes(self.found[self._open[-1]].marker, mark):
            self._open.pop()
        parent = self._open[-1] if self._open else None
        item = self._item(mark, parent)
        if mark:
            self._open.append(len(self.found))
        self.found.append(Block(block.zone, block.start, block.content, block.end, mark, parent, item))

    def _item(self, mark: Marker | None, parent: int | None) -> str | None:
        above = self.found[parent] if parent is not None else None
        if mark is None or mark.bullet:
            return above.item if above else None
        if above is None or above.item is None:
            return mark.value
        if mark.kind is Kind.NUMBER and "." in mark.value:
            return self._in_part(mark.value)
        if above.marker and above.marker.kind in PARTS and not self._restarting:
            return mark.value
        return f"{above.item}.{mark.value}"

    def _in_part(self, number: str) -> str:
        """Return a number that is written out ("2.1"), behind that of its part where numbers begin again."""
        parts = [self.found[i] for i in self._open]
        part = next((b.item for b in reversed(parts) if b.marker and b.marker.kind in PARTS), None)
        return f"{part}.{number}" if part and self._restarting else number


def _marked(text: str) -> int:
    """Return the length of the mark at the head of the even text, which may have less white space."""
    mark = marker(text)
    return mark.length if mark else 0


def _closes(opened: Marker | None, mark: Marker | None) -> bool:
    """Whether an open item ends where this mark (None: a paragraph without one) begins."""
    if opened is None:
        return True
    if mark is None:
        return opened.bullet
    return opened.depth >= mark.depth


def _restarting(markers: Iterable[Marker]) -> bool:
    """Whether plain numbers begin again inside a later part, so that an item needs its part's number."""
    seen: set[int] = set()
    part = 0
    for mark in markers:
        if mark.kind in PARTS:
            part += 1
        elif mark.kind is Kind.NUMBER and mark.value == "1" and part:
            seen.add(part)
    return len(seen) > 1
