"""Text with offsets → the parts of an official paper, and its items with their nesting.

Invariants: blocks follow one another in the even text, one a line; a block's parent comes before it; every
character of the even text knows its place in the source (`kg.language.normal`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kg.language.normal import NormalText
from kg.layout.lines import Line, columns, lines
from kg.layout.markers import Kind, Marker, marker
from kg.layout.paragraphs import Paragraph, paragraphs
from kg.layout.parts import parts

__all__ = ["Block", "Kind", "Layout", "Marker", "Zone", "lay_out"]


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


@dataclass(frozen=True, slots=True)
class Layout:
    """The even text of a notice and its blocks."""

    normal: NormalText
    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """The even text: one block a line."""
        return self.normal.text

    def zone(self, *zones: Zone) -> list[Block]:
        """Return the blocks of these parts, in order."""
        return [block for block in self.blocks if block.zone in zones]

    def content(self, block: Block) -> str:
        """Return a block's words without its mark."""
        return self.text[block.content : block.end]


def lay_out(source: str) -> Layout:
    """Return the layout of a source text; a text without words has no blocks."""
    found = lines(source)
    sorted_lines = parts(found, list(columns(source, found)))
    opening, items = _opening_and_items(paragraphs(sorted_lines.body))
    placed: list[tuple[Zone, Paragraph]] = [(Zone.LETTERHEAD, _alone(line)) for line in sorted_lines.letterhead]
    if sorted_lines.title:
        placed.append((Zone.TITLE, Paragraph(tuple(sorted_lines.title))))
    placed += [(Zone.OPENING, p) for p in opening]
    placed += [(Zone.ITEMS, p) for p in items]
    tail = [(Zone.RECIPIENTS, p) for p in _entries(sorted_lines.recipients)]
    tail += [(Zone.SIGNATURE, _alone(line)) for line in sorted_lines.signature]
    tail.sort(key=lambda placed: placed[1].lines[0].start)
    placed += tail
    placed += [(Zone.ANNEX, p) for p in paragraphs(sorted_lines.annex)]
    normal, spans = _even(source, [p for _, p in placed])
    return Layout(normal, _blocks(normal.text, placed, spans))


def _alone(line: Line) -> Paragraph:
    return Paragraph((line,))


def _opening_and_items(body: Sequence[Paragraph]) -> tuple[Sequence[Paragraph], Sequence[Paragraph]]:
    """Split the body where its first numbered item, or what an announced list holds, begins."""
    for i, paragraph in enumerate(body):
        if paragraph.marker and not paragraph.marker.bullet:
            return body[:i], body[i:]
    for i, paragraph in enumerate(body):
        if paragraph.text.rstrip().endswith("sau:") and not paragraph.marker:
            return body[: i + 1], body[i + 1 :]
    return body[:1], body[1:]


def _entries(recipients: Sequence[Line]) -> list[Paragraph]:
    """Join the lines of each entry of a recipients' list: an entry begins with a bullet."""
    found: list[list[Line]] = []
    for line in recipients:
        mark = marker(line.text)
        begins = bool(mark and mark.bullet) or line.text.casefold().startswith("nơi nhận")
        if begins or not found or _closed(found[-1]):
            found.append([line])
        else:
            found[-1].append(line)
    return [Paragraph(tuple(entry), marker(entry[0].text)) for entry in found]


def _closed(entry: list[Line]) -> bool:
    text = entry[-1].text.rstrip()
    return text.endswith((".", "nhận:")) or (text.endswith(";") and len(entry) > 8)


def _even(source: str, given: Iterable[Paragraph]) -> tuple[NormalText, list[tuple[int, int]]]:
    """Write the paragraphs into one even text, one a line; return it and where each paragraph stands."""
    normal = NormalText(source)
    spans: list[tuple[int, int]] = []
    for paragraph in given:
        start = len(normal)
        for i, line in enumerate(paragraph.lines):
            if i:
                normal.add_literal(" ", line.start)
            for a, b in line.pieces:
                _add_folded(normal, source, a, b)
        spans.append((start, len(normal)))
        normal.add_literal("\n", paragraph.lines[-1].end)
    normal.finish()
    return normal, spans


def _add_folded(normal: NormalText, source: str, start: int, end: int) -> None:
    """Add a stretch with each run of white space as one space."""
    at = start
    while at < end:
        if source[at].isspace():
            after = at
            while after < end and source[after].isspace():
                after += 1
            normal.add_literal(" ", at)
            at = after
            continue
        after = at
        while after < end and not source[after].isspace():
            after += 1
        normal.add(at, after)
        at = after


def _blocks(text: str, placed: Sequence[tuple[Zone, Paragraph]], spans: Sequence[tuple[int, int]]) -> tuple[Block, ...]:
    found: list[Block] = []
    open_items: list[int] = []
    restarted = _restarting([p.marker for zone, p in placed if zone is Zone.ITEMS and p.marker])
    for (zone, paragraph), (start, end) in zip(placed, spans, strict=True):
        mark = paragraph.marker
        content = min(start + _marked(text[start:end]), end) if mark else start
        if zone is not Zone.ITEMS:
            found.append(Block(zone, start, content, end, mark))
            continue
        while open_items and _closes(found[open_items[-1]].marker, mark):
            open_items.pop()
        parent = open_items[-1] if open_items else None
        item = _item(found, parent, mark, restarted)
        found.append(Block(zone, start, content, end, mark, parent, item))
        if mark:
            open_items.append(len(found) - 1)
    return tuple(found)


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
    seen: set[str] = set()
    part = ""
    for mark in markers:
        if mark.kind is Kind.ROMAN_PART:
            part = mark.value
        elif mark.kind is Kind.NUMBER and mark.value == "1" and part:
            seen.add(part)
    return len(seen) > 1


def _item(found: Sequence[Block], parent: int | None, mark: Marker | None, restarted: bool) -> str | None:
    above = found[parent].item if parent is not None else None
    if mark is None or mark.bullet:
        return above
    if mark.kind is Kind.NUMBER and (parent is None or "." in mark.value):
        return mark.value
    if above is None or parent is None:
        return mark.value
    over = found[parent].marker
    if over and over.kind in {Kind.ROMAN_PART, Kind.LETTERED_PART} and not restarted:
        return mark.value
    return f"{above}.{mark.value}"
