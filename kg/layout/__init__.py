"""Text with offsets → the parts of an official paper, and its items with their nesting.

Invariants: blocks follow one another in the even text, one a line; a block's parent comes before it; every
character of the even text knows its place in the source (`kg.language.normal`), and inside a block these places
never decrease. Nor do they from block to block, but where the recipients and the signature stand side by side.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.language.normal import NormalText
from kg.language.words import UNSEEN
from kg.layout.blocks import Block, Placed, Zone, blocks
from kg.layout.lines import Line, columns, lines
from kg.layout.markers import Kind, Marker, marker
from kg.layout.paragraphs import Paragraph, paragraphs
from kg.layout.parts import RECIPIENTS, Parts, parts
from kg.layout.rolls import announces_roll, roll_end

__all__ = ["Block", "Kind", "Layout", "Marker", "Zone", "lay_out"]

_OPENING_PARAGRAPHS = 8
"""Paragraphs in which a paper without numbered items comes to its point."""

_ANNOUNCES = re.compile(r"(?:\bsau|\b(?:kết luận|chỉ đạo|ý kiến)) ?: ?$|\b(?:như sau|sau đây) ?\. ?$", re.IGNORECASE)
_REPORTS = re.compile(r"(?i)(?:thông báo|công điện|chỉ thị|kết luận)(?: kết luận)? số \S*\d+\S*")
"""What the press says of a paper: "Văn phòng Chính phủ vừa ban hành Thông báo số 12/TB-VPCP …"."""

_RUN = re.compile(rf"(?P<blank>[\s{UNSEEN}]+)|[^\s{UNSEEN}]+")


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
    placed = _placed(parts(found, list(columns(source, found))))
    normal, spans = _even(source, [paragraph for _, paragraph in placed])
    return Layout(normal, blocks(normal.text, placed, spans))


def _placed(sorted_lines: Parts) -> list[Placed]:
    """Make paragraphs of the lines of each part, in the order of the paper."""
    opening, items = _opening_and_items(paragraphs(sorted_lines.body))
    title = [Paragraph(tuple(sorted_lines.title))] if sorted_lines.title else []
    tail = [(Zone.RECIPIENTS, p) for p in _entries(sorted_lines.recipients)]
    tail += [(Zone.SIGNATURE, Paragraph((line,))) for line in sorted_lines.signature]
    return [
        *((Zone.LETTERHEAD, p) for p in _names(sorted_lines.letterhead)),
        *((Zone.TITLE, p) for p in title),
        *((Zone.OPENING, p) for p in opening),
        *((Zone.ITEMS, p) for p in items),
        *sorted(tail, key=lambda placed: placed[1].lines[0].start),
        *((Zone.ANNEX, p) for p in paragraphs(sorted_lines.annex)),
    ]


def _opening_and_items(body: Sequence[Paragraph]) -> tuple[Sequence[Paragraph], Sequence[Paragraph]]:
    """Split the body where its first numbered item behind who is there, or what an announced list holds, begins."""
    roll = 0
    for i, paragraph in enumerate(body):
        if i < roll or not paragraph.marker or paragraph.marker.bullet:
            continue
        if i and not roll and announces_roll(body[i - 1].text) and (roll := roll_end(body, i)) > i:
            continue
        return body[:i], body[i:]
    for i, paragraph in enumerate(body[:_OPENING_PARAGRAPHS]):
        if _ANNOUNCES.search(paragraph.text) and not paragraph.marker:
            return body[: i + 1], body[i + 1 :]
    for i, paragraph in enumerate(body[:_OPENING_PARAGRAPHS]):
        if _REPORTS.search(paragraph.text):
            return body[: i + 1], body[i + 1 :]
    return body[:1], body[1:]


def _names(given: Sequence[Line]) -> list[Paragraph]:
    """Make a paragraph of each line of the letterhead, or of the lines that bold type holds together."""
    found: list[list[Line]] = []
    for line in given:
        if line.bound and found:
            found[-1].append(line)
        else:
            found.append([line])
    return [Paragraph(tuple(held)) for held in found]


def _entries(recipients: Sequence[Line]) -> list[Paragraph]:
    """Join the lines of each entry of a recipients' list: an entry begins with a bullet."""
    found: list[list[Line]] = []
    for line in recipients:
        mark = marker(line.text)
        begins = bool(mark and mark.bullet) or bool(RECIPIENTS.match(line.text))
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
            _add(normal, line)
        spans.append((start, len(normal)))
        normal.add_literal("\n", paragraph.lines[-1].end)
    normal.finish()
    return normal, spans


def _add(normal: NormalText, line: Line) -> None:
    """Add a line with each run of white space as one space."""
    spaced = True
    for start, end in line.pieces:
        for match in _RUN.finditer(normal.source, start, end):
            if not match["blank"]:
                normal.add_word(match.start(), match.end())
                spaced = False
            elif not spaced and any(c.isspace() for c in match[0]):
                normal.add_literal(" ", match.start())
                spaced = True
