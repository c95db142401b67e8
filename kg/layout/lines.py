"""Source text → lines that carry words: marks of Markdown looked past, rules and page furniture left out.

Invariants: the pieces of a line are stretches of the source in order, and so are the lines; a line has at least
one letter or digit; what is between the pieces of a physical line is white space, marks of Markdown, or the rules
of a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.language.words import UNSEEN, composed

_MARK = re.compile(
    r"\\(?=[^\w\s])(?P<escaped>.)|\*{1,3}(?=\S)|(?<=\S)\*{1,3}"
    r"|(?<![\w/])_{1,2}(?=\w)|(?<=[\w.,;:)])_{1,2}(?!\w)|`+"
)
"""Emphasis and code; a mark behind a backslash is none, and only the backslash is looked past."""

_STARS = re.compile(r"\\.|\*+")
_HEADING = re.compile(r"\s*#{1,6}\s+")
_QUOTE_MARKS = re.compile(r"(?:\s*>)+\s?")
_CELL_END = re.compile(r"\\\||(\||<br ?/?>)", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"(?P<number>\d{1,3})|[-–]\s*\d{1,3}(?:\s*[-–])?|\d{1,3}\s*[-–]")
_PAGE_LABEL = re.compile(
    r"[-–]\s*\d{1,3}\s*[-–]|[-–\s]*page break[-–\s]*|(?:trang|page)\s+\d{1,3}(?:\s*(?:/|trên|of)\s*\d{1,3})?",
    re.IGNORECASE,
)
_VISIBLE = re.compile(rf"[^\s{UNSEEN}]")
_LOST_END = re.compile(r"(?:(?<=[;:])|(?<=[;:]\*))\s+(?=[-–] \S)|(?<=\S)\s{3,}(?=\S)")
_COLUMNS = re.compile(r"\s{3,}|\t+")

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of words: its pieces in the source, its bare text, and the number of blank lines before it.

    The text is what `kg.language.words.composed` makes of the pieces, white space folded. `cell` is true where a
    table's rule or a page's column stands before the line, so that it continues nothing; `turned` where a page
    ends before it, so that the blank lines say nothing; `bound` where bold type goes on from the line before.
    """

    pieces: tuple[Stretch, ...]
    text: str
    gap: int
    cell: bool = False
    turned: bool = False
    bound: bool = False

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
    reader = _Reader(text)
    for start, end in _physical(text):
        reader.read(start, end)
    return reader.found


def columns(text: str, given: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines with each column of a line (three spaces or a tab between) as a line of its own."""
    for line in given:
        parts = [part for piece in line.pieces for part in _columns(text, *piece)]
        if len(parts) <= len(line.pieces):
            yield line
            continue
        worded = [part for part in parts if _has_words(text[slice(*part)])]
        for i, part in enumerate(worded):
            gap = 0 if i else line.gap
            pieces = _trimmed(text, [part])
            yield Line(pieces, _bare(text, pieces), gap, cell=True, turned=line.turned)


class _Reader:
    """What has been seen between the last line of words and the next: blank lines, rules, the end of a page."""

    def __init__(self, text: str) -> None:
        self.found: list[Line] = []
        self._text = text
        self._gap = 0
        self._cell = self._turned = self._bold = False
        self._page = 0

    def read(self, start: int, end: int) -> None:
        """Take in the physical line at [start, end)."""
        text = self._text
        self._turned = self._turned or text[start - 1 : start] == "\f"
        if quoted := _QUOTE_MARKS.match(text, start, end):
            start = quoted.end()
        bare = text[start:end].strip()
        if not bare:
            self._gap += 1
            self._bold = False
        elif self._is_page_number(bare, end):
            self._turned = True
        elif not _has_words(bare):
            self._cell = self._cell or bare.startswith("|")
            self._gap += bare[0] in "-_=*|" and len(bare) > 1
            self._bold = False
        else:
            self._read_words(start, end)

    def _read_words(self, start: int, end: int) -> None:
        raw = self._text[start:end]
        self._cell = self._cell or raw.lstrip().startswith("|")
        for left, right, barred in _cells(self._text, start, end):
            kept = _kept(self._text, left, right)
            if kept:
                words = _bare(self._text, kept)
                self.found.append(Line(kept, words, self._gap, self._cell, self._turned, self._bold and not self._cell))
                self._gap, self._turned = 0, False
            self._cell = barred
            self._bold = False
        self._cell = "|" in raw.replace("\\|", "")
        self._bold = _opens_bold(raw, opened=bool(self.found) and self.found[-1].bound)

    def _is_page_number(self, bare: str, end: int) -> bool:
        """Whether a line is only a page's number: a blank line or a page's end beside it, or the next in order."""
        if _PAGE_LABEL.fullmatch(bare):
            return True
        match = _PAGE_NUMBER.fullmatch(bare)
        if not match or (match["number"] and self._cell):
            return False
        after = self._text[end : end + 2]
        beside = self._gap > 0 or self._turned or after[:1] == "\f" or after[1:] in ("", "\n", "\f")
        number = int(match["number"] or 0)
        expected = number == self._page + 1 or (self._page == 0 and number == 2)
        if not (beside or (number and expected)):
            return False
        self._page = max(self._page, number)
        return True


def _physical(text: str) -> Iterator[Stretch]:
    """Yield the lines between line ends and page ends, without these."""
    start = 0
    for match in re.finditer(r"[\n\f]", text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _has_words(text: str) -> bool:
    return any(c.isalnum() for c in text)


def _bare(text: str, pieces: Iterable[Stretch]) -> str:
    return " ".join(composed("".join(text[a:b] for a, b in pieces)).split())


def _opens_bold(raw: str, *, opened: bool) -> bool:
    """Whether bold type is still open at a line's end: two stars of a run open or close it."""
    runs = [match[0] for match in _STARS.finditer(raw) if match[0].startswith("*")]
    return (sum(len(run) // 2 for run in runs) + opened) % 2 == 1


def _cells(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Yield the cells of a Markdown table's row, and the lines of a cell, or the whole line.

    The third value is whether a bar ends the cell, so that what follows does not continue it.
    """
    at = start
    for match in _CELL_END.finditer(text, start, end):
        if not match[1]:
            continue
        if _has_words(text[at : match.start()]):
            yield from _lines_of_cell(text, at, match.start(), barred=match[1] == "|")
        at = match.end()
    if _has_words(text[at:end]):
        yield at, end, False


def _lines_of_cell(text: str, start: int, end: int, *, barred: bool) -> Iterator[tuple[int, int, bool]]:
    """Yield the lines of a cell that lost their ends: before the dashes of a list, and where white space is left."""
    at = start
    for match in _LOST_END.finditer(text, start, end):
        if _has_words(text[at : match.start()]) and _has_words(text[match.end() : end]):
            yield at, match.start(), barred
            at = match.end()
    yield at, end, barred


def _kept(text: str, start: int, end: int) -> tuple[Stretch, ...]:
    """Return the stretches of a line that are left without marks and without white space at its ends."""
    if heading := _HEADING.match(text, start, end):
        start = heading.end()
    pieces: list[Stretch] = []
    at = start
    for match in _MARK.finditer(text, start, end):
        pieces.append((at, match.start()))
        at = match.start("escaped") if match["escaped"] else match.end()
    pieces.append((at, end))
    return _trimmed(text, pieces)


def _trimmed(text: str, pieces: list[Stretch]) -> tuple[Stretch, ...]:
    visible = [i for i, piece in enumerate(pieces) if _VISIBLE.search(text, *piece)]
    if not visible:
        return ()
    kept = [piece for piece in pieces[visible[0] : visible[-1] + 1] if piece[0] < piece[1]]
    first = _VISIBLE.search(text, *kept[0])
    kept[0] = (first.start() if first else kept[0][0], kept[0][1])
    start, end = kept[-1]
    while not _VISIBLE.match(text[end - 1]):
        end -= 1
    kept[-1] = (start, end)
    return tuple(kept)


def _columns(text: str, start: int, end: int) -> Iterator[Stretch]:
    at = start
    for match in _COLUMNS.finditer(text, start, end):
        if at < match.start():
            yield at, match.start()
        at = match.end()
    if at < end:
        yield at, end
