"""Lines → paragraphs: which line ends are the writer's and which only the page's.

A line end is the page's where the next line goes on with a small letter, or where the line does not end a
sentence and the next word would not have fitted. Text that doubles its blank lines is read as if it did not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import quantiles

from kg.layout.lines import Line
from kg.layout.markers import BULLETS, Kind, Marker, marker

_TERMINAL = ".;:!?…/"
_CLOSING = "”\"')]*"
_UNWRAPPED = 150
"""Characters. No page is so wide: a line beyond it was never wrapped."""

_RAGGED = 8
"""Characters by which lines of one page differ in proportional type."""

_OPEN_ENDS = frozenset(
    "và hoặc của với về tại theo cho do từ đến trong trên là các những bộ sở cục ủy uỷ ngày tháng số".split()
)
"""Words that a heading or a sentence does not end with."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together, and the mark the first one begins with."""

    lines: tuple[Line, ...]
    marker: Marker | None = None

    @property
    def text(self) -> str:
        """The bare text on one line."""
        return " ".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class _Page:
    """How the text was set: its width in characters (0: never wrapped) and the blank lines between lines."""

    width: int
    usual_gap: int


def paragraphs(lines: Sequence[Line]) -> list[Paragraph]:
    """Return the paragraphs that lines form."""
    page = _measure(lines)
    found: list[Paragraph] = []
    current: list[Line] = []
    current_marker: Marker | None = None
    last: dict[tuple[int, int], Marker] = {}
    for line in lines:
        mark = marker(line.text)
        if mark:
            mark = mark.after(last.get((int(Kind.LETTER), 0)))
        if mark and current and not _begins(mark, line, current, last, page):
            mark = None
        if current and (mark or not _continues(current, current_marker, line, page)):
            found.append(Paragraph(tuple(current), current_marker))
            current = []
        if not current:
            current_marker = mark
        if mark:
            last[mark.depth] = mark
        current.append(line)
    if current:
        found.append(Paragraph(tuple(current), current_marker))
    return found


def _measure(lines: Sequence[Line]) -> _Page:
    lengths = [len(line.text) for line in lines]
    if len(lines) < 3:
        return _Page(0, 0)
    longest = quantiles(lengths, n=20)[18]
    doubled = sum(line.gap == 1 for line in lines) > 0.6 * len(lines)
    small = sum(line.text[:1].islower() and line.gap == 1 for line in lines) > 0.15 * len(lines)
    return _Page(0 if longest > _UNWRAPPED else round(longest), int(doubled and small))


def _ends_sentence(text: str) -> bool:
    bare = text.rstrip(_CLOSING)
    return bare[-1:] in tuple(_TERMINAL) or text.endswith(("...", "…"))


def _begins(
    mark: Marker, line: Line, current: Sequence[Line], last: dict[tuple[int, int], Marker], page: _Page
) -> bool:
    """Whether what looks like a mark is one, and not a number or a dash that a line end cut off."""
    before = current[-1].text
    rest = line.text[mark.length :]
    if mark.kind is Kind.ROMAN_PART and not mark.first and last.get(mark.depth) is None:
        return False
    if line.cell or _ends_sentence(before) or line.gap > page.usual_gap:
        return mark.kind not in BULLETS or not (rest[:1].islower() and _open(before))
    if mark.kind in BULLETS:
        cut_off = page.width > 0 and len(before) > 0.8 * page.width
        return (rest[:1].isupper() or before.endswith(",")) and not cut_off
    earlier = last.get(mark.depth)
    return (mark.first and not _open(before)) or (earlier is not None and mark.follows(earlier))


def _open(text: str) -> bool:
    """Whether a text cannot end here: it stops at a comma, a dash or a word that asks for another."""
    words = text.split()
    return text[-1:] in ",-–(" or (bool(words) and words[-1].casefold() in _OPEN_ENDS)


def _goes_on(text: str) -> bool:
    """Whether a line begins as no paragraph does: with a small letter, or a mark that belongs to a word."""
    bare = text.lstrip("(“\"'[")
    return bare[:1].islower() or not (bare[:1].isalnum() or bare[:1] in "-–—+•●▪◦·*")


def _continues(current: Sequence[Line], current_marker: Marker | None, line: Line, page: _Page) -> bool:
    before = current[-1].text
    if line.cell:
        return False
    if len(current) == 1 and current_marker and len(before.rstrip()) <= current_marker.length:
        return True
    small = _goes_on(line.text)
    ended = _ends_sentence(before)
    if line.gap > page.usual_gap:
        return small and not ended
    if small:
        return not ended or page.width > 0
    if _open(before):
        return True
    if page.width == 0:
        return False
    return _wrapped(before, line.text, current_marker if len(current) == 1 else None, ended, page.width)


def _wrapped(before: str, after: str, heading: Marker | None, ended: bool, width: int) -> bool:
    """Whether the page, not the writer, ended a line before a capital letter."""
    first = after.split(maxsplit=1)[0]
    slack = 0 if before.rstrip(_CLOSING).endswith(".") else _RAGGED
    would_fit = len(before) + 1 + len(first) <= width - slack
    if ended:
        return not would_fit
    if heading is not None:
        return len(before) > 0.6 * width or not would_fit
    if before.isupper() != after.isupper() and len(before) > 8 and len(after) > 8:
        return False
    return True
