"""Source text → lines that carry words: marks of Markdown looked past, rules and page furniture left out.

Invariants: the pieces of a line are stretches of the source in order; a line has at least one letter or digit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_EMPHASIS = re.compile(r"\*{1,3}(?=\S)|(?<=\S)\*{1,3}|^\*+\s*$|(?<![\w/])_{1,2}(?=\w)|(?<=[\w.,;:)])_{1,2}(?!\w)|`+")
_HEADING = re.compile(r"\s*#{1,6}\s+")
_QUOTE_MARK = re.compile(r"\s*>\s?")
_PAGE_NUMBER = re.compile(r"(?:-\s*)?\d{1,3}(?:\s*-)?|(?:trang|page)\s+\d+(?:\s*/\s*\d+)?", re.IGNORECASE)
_COLUMNS = re.compile(r"\s{3,}|\t+")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of words: its pieces in the source, its bare text, and the number of blank lines before it.

    `cell` is true where a table's rule or a page's column stands before the line, so that it continues nothing.
    """

    pieces: tuple[tuple[int, int], ...]
    text: str
    gap: int
    cell: bool = False

    @property
    def start(self) -> int:
        """Offset of the first kept character."""
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        """Offset behind the last kept character."""
        return self.pieces[-1][1]


def lines(text: str) -> list[Line]:
    """Return the lines of a text that carry words."""
    found: list[Line] = []
    gap, cell = 0, False
    for start, end in _physical(text):
        raw = text[start:end].replace("\f", " ")
        bare = raw.strip()
        if not bare:
            gap += 1
        elif not any(c.isalnum() for c in bare) or _is_page_number(bare, gap, text, end):
            cell = cell or bare.startswith("|")
            gap += bare[0] in "-_=*|" and len(bare) > 1
        else:
            for left, right in _cells(text, start, end):
                kept = _kept(text, left, right)
                if kept:
                    words = "".join(text[a:b] for a, b in kept)
                    found.append(Line(kept, " ".join(words.split()), gap, cell))
                    gap = 0
                cell = "|" in raw
    return found


def columns(text: str, given: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines with each column of a line (three spaces or a tab between) as a line of its own."""
    for line in given:
        parts = [part for a, b in line.pieces for part in _columns(text, a, b)]
        if len(parts) <= len(line.pieces):
            yield line
            continue
        for i, (a, b) in enumerate(parts):
            yield Line(((a, b),), " ".join(text[a:b].split()), line.gap if not i else 0, cell=line.cell or i > 0)


def _physical(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield start, end
        start = end + 1


def _is_page_number(bare: str, gap: int, text: str, end: int) -> bool:
    """Whether a line is only a page's number: alone, with a blank line or a page's end beside it."""
    if not _PAGE_NUMBER.fullmatch(bare):
        return False
    beside = text[end : end + 2]
    return gap > 0 or beside in ("", "\n", "\n\n", "\n\f") or bare.isdigit()


def _cells(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the cells of a Markdown table's row, or the whole line."""
    at = start
    while at <= end:
        bar = text.find("|", at, end)
        bar = end if bar < 0 else bar
        if text[at:bar].strip():
            yield at, bar
        at = bar + 1


def _kept(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Return the stretches of a line that are left without marks and without white space at its ends."""
    for mark in (_QUOTE_MARK, _HEADING):
        if match := mark.match(text, start, end):
            start = match.end()
    pieces: list[tuple[int, int]] = []
    at = start
    for match in _EMPHASIS.finditer(text, start, end):
        pieces.append((at, match.start()))
        at = match.end()
    pieces.append((at, end))
    return tuple(_trimmed(text, [(a, b) for a, b in pieces if a < b]))


def _trimmed(text: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    while pieces and not text[pieces[0][0] : pieces[0][1]].strip():
        pieces.pop(0)
    while pieces and not text[pieces[-1][0] : pieces[-1][1]].strip():
        pieces.pop()
    if pieces:
        a, b = pieces[0]
        pieces[0] = (b - len(text[a:b].lstrip()), b)
        a, b = pieces[-1]
        pieces[-1] = (a, a + len(text[a:b].rstrip()))
    return pieces


def _columns(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for match in _COLUMNS.finditer(text, start, end):
        if at < match.start():
            yield at, match.start()
        at = match.end()
    if at < end:
        yield at, end
