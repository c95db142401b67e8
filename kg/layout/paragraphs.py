"""Lines → paragraphs: which line ends are the writer's and which only the page's.

A line end is the page's where the next line goes on with a small letter, or where the line does not end a
sentence and the next word would not have fitted. Text that doubles its blank lines is read as if it did not, and
blank lines where a page ends say nothing. Pure functions of the lines.

Invariant: every line is in exactly one paragraph, in order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from statistics import quantiles

from kg.data import table
from kg.language.words import SMALL
from kg.layout.lines import Line
from kg.layout.markers import Kind, Marker, marker

_TERMINAL = tuple(".;:!?…/")
_CLOSING = "”\"')]*"
_OPENING = "(“\"'["
_DASHES = "-–—"
_BULLETS = "+•●▪◦·*"

_UNWRAPPED = 150
"""Characters. No page is so wide: a line beyond it was never wrapped."""

_HEADING = re.compile(r"(?:Đối với|Về phía|Về|Trách nhiệm của) ")
_HEADING_WIDTH, _TOPIC_WIDTH = 0.6, 0.76
"""Parts of the page's width beyond which the page may have ended a marked line without a full stop, and one that
begins as headings do."""

_REMNANT = 0.3
"""Part of the page's width up to which the last line of a marked heading is only what was left of it."""

_RAGGED = 8
"""Characters by which lines of one page differ in proportional type."""

_ASKS_FOR_MORE = re.compile(
    r"(?<!\w)(?:và|hoặc|của|với|về|tại|cho|từ|là|các|những|trong|(?<!tự )do|(?<!kèm )(?<!tiếp )theo"
    r"|(?<!nêu )(?<!nói )(?<!bên )trên|(?<!gian )đến|(?<!\d )(?<!hằng )(?<!hàng )(?<!mỗi )(?:ngày|tháng)"
    r"|(?:văn|định|thị|quyết|điện|báo|trình|luận|hoạch) số)$"
)
"""Ends of no heading and no sentence, in small letters."""

_COUNTED_ON = re.compile(r"(?<!\w)(?:(?<!tài )(?<!thanh )khoản|(?:tại|theo) (?:điểm|điều|mục)|lần thứ)$")
"""Ends of a line whose number stands on the next."""

_NAME_BEGINS = re.compile(r"(?<!\w)(?:(?:(?<!Văn phòng )(?<!Thanh tra )(?<!thuộc ))(?:Bộ|Sở)|Cục|Ban|Hội|Ủy|Uỷ)$")
_LONGEST_END = 14
"""Characters that these two look at."""


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
    """How the text was set.

    `width` in characters (0: never wrapped), the blank lines there are between lines of one paragraph, and
    whether a blank line always parts one item from the next.
    """

    width: int
    usual_gap: int
    parted: bool

    def gap(self, line: Line) -> bool:
        """Whether blank lines before a line are the writer's."""
        return line.gap > self.usual_gap and not line.turned


def paragraphs(lines: Sequence[Line]) -> list[Paragraph]:
    """Return the paragraphs that lines form."""
    writer = _Writer(_measure(lines))
    for line in lines:
        writer.add(line)
    return writer.finished()


def _measure(lines: Sequence[Line]) -> _Page:
    if len(lines) < 3:
        return _Page(0, 0, parted=False)
    longest = quantiles([len(line.text) for line in lines], n=20)[18]
    doubled = sum(line.gap == 1 for line in lines) > 0.6 * len(lines)
    small = sum(line.text[:1].islower() and line.gap == 1 for line in lines) > 0.15 * len(lines)
    usual_gap = int(doubled and small)
    marked = [line.gap > usual_gap for line in lines if not line.turned and marker(line.text)]
    parted = len(marked) >= 4 and sum(marked) >= 0.9 * len(marked)
    return _Page(0 if longest > _UNWRAPPED else round(longest), usual_gap, parted)


class _Writer:
    """The paragraph being read and what stood before it."""

    def __init__(self, page: _Page) -> None:
        self._page = page
        self._found: list[Paragraph] = []
        self._lines: list[Line] = []
        self._mark: Marker | None = None
        self._last: dict[tuple[int, int], Marker] = {}

    def add(self, line: Line) -> None:
        """Take in the next line."""
        mark = marker(line.text)
        mark = mark and mark.after(self._last.get((int(Kind.LETTER), 0)))
        inside = bool(mark and self._lines) and self._counted_inside(mark)
        if inside or (mark and self._lines and not self._begins(mark, line)):
            mark = None
        if self._lines and not inside and (mark or not self._continues(line)):
            self._close()
        if not self._lines:
            self._mark = mark
        if mark:
            self._last[mark.depth] = mark
        self._lines.append(line)

    def finished(self) -> list[Paragraph]:
        """Return the paragraphs, the last one too."""
        if self._lines:
            self._close()
        return self._found

    def _close(self) -> None:
        self._found.append(Paragraph(tuple(self._lines), self._mark))
        self._lines = []

    def _begins(self, mark: Marker, line: Line) -> bool:
        """Whether what looks like a mark is one, and not a number or a dash that a line end cut off."""
        before = self._lines[-1].text
        rest = line.text[mark.length :]
        earlier = self._last.get(mark.depth)
        if _counts_on(before):
            return False
        if mark.kind is Kind.ROMAN_PART and not mark.first and earlier is None:
            return False
        if line.cell or _ends_sentence(before) or self._page.gap(line):
            return not (mark.bullet and rest[:1].islower() and _open(before))
        if mark.bullet:
            cut_off = self._page.width > 0 and len(before) > 0.8 * self._page.width
            return (rest[:1].isupper() or before.endswith(",")) and not cut_off
        return (mark.first and not _open(before)) or (earlier is not None and mark.follows(earlier))

    def _counted_inside(self, mark: Marker | None) -> bool:
        """Whether the number before a bracketed one stands inside the paragraph: "các nội dung: (1) …; (2) …"."""
        if mark is None or mark.kind is not Kind.BRACKETED_NUMBER or (self._mark and self._mark.kind is mark.kind):
            return False
        text = " ".join(line.text for line in self._lines)
        return f" ({int(mark.value) - 1}) " in text

    def _continues(self, line: Line) -> bool:
        """Whether a line without a mark of its own goes on with the paragraph."""
        before = self._lines[-1].text
        if line.cell or self._aside(line):
            return False
        if (
            line.bound
            or _counts_on(before)
            or (len(self._lines) == 1 and self._mark and len(before) <= self._mark.length)
        ):
            return True
        ended = _ends_sentence(before)
        small = _goes_on(line.text)
        if self._page.gap(line):
            return not ended and (small or _asks_for_more(before))
        if small:
            return not ended or self._page.width > 0
        if line.turned and self._short_heading():
            return False
        return _open(before) or (self._page.width > 0 and self._wrapped(line, ended=ended))

    def _aside(self, line: Line) -> bool:
        """Whether the paragraph is a whole remark in brackets, which nothing continues."""
        first, last = self._lines[0].text, self._lines[-1].text
        return first.startswith("(") and last.endswith(")") and line.text[:1].isupper()

    def _wrapped(self, line: Line, *, ended: bool) -> bool:
        """Whether the page, not the writer, ended a line before a capital letter or a number that counts nothing."""
        before, after, width = self._lines[-1].text, line.text, self._page.width
        first = after.split(maxsplit=1)[0]
        would_fit = len(before) + 1 + len(first) <= width - self._slack(before)
        if ended:
            return not would_fit
        if after[:1].isdigit():
            return True
        if len(self._lines) == 1 and self._mark:
            return not (would_fit and (self._short_heading() or self._over_orders(after)))
        if self._mark and would_fit and len(before) <= _REMNANT * width:
            return False
        return before.isupper() == after.isupper() or min(len(before), len(after)) <= 8

    def _short_heading(self) -> bool:
        """Whether the paragraph is one line with a mark that leaves much of the page's width empty."""
        if len(self._lines) != 1 or self._mark is None:
            return False
        line = self._lines[0].text
        topic = not self._mark.bullet and _HEADING.match(line, self._mark.length)
        return len(line) <= (_TOPIC_WIDTH if topic else _HEADING_WIDTH) * self._page.width

    def _over_orders(self, after: str) -> bool:
        """Whether the paragraph is a marked line of names, and the next line begins with what they are told to do."""
        return not _NAME_BEGINS.search(self._lines[-1].text[-_LONGEST_END:]) and bool(_doing().match(after))

    def _slack(self, before: str) -> int:
        """Return by how many characters a line that the page ended may be shorter than the page is wide."""
        if self._page.parted or self._lists(before):
            return 2 * _RAGGED
        return 0 if before.rstrip(_CLOSING).endswith(".") else _RAGGED

    def _lists(self, before: str) -> bool:
        """Whether a sentence without a mark is in the middle of a list: "các sở: Y tế; Tài chính;"."""
        if self._mark or not before.endswith(";"):
            return False
        _, _, sentence = " ".join(line.text for line in self._lines[-4:]).rpartition(". ")
        _, _, listed = sentence.partition(":")
        return listed.count(";") > 1


@cache
def _doing() -> re.Pattern[str]:
    """Return what a line looks like that begins with words of doing of two syllables or more: "Bố trí lực lượng"."""
    words = [row["words"].capitalize() for row in table("verbs") if row["kind"] == "task" and " " in row["words"]]
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})(?= [{SMALL}]|, )")


def _ends_sentence(text: str) -> bool:
    return text.rstrip(_CLOSING).endswith(_TERMINAL) or text.endswith(("...", "…"))


def _counts_on(text: str) -> bool:
    """Whether a text stops before the number of what it cites: "quy định tại khoản"."""
    return bool(_COUNTED_ON.search(text.casefold()[-_LONGEST_END:]))


def _asks_for_more(text: str) -> bool:
    """Whether a text stops at a word that another has to follow."""
    return bool(_ASKS_FOR_MORE.search(text.casefold()[-_LONGEST_END:]) or _NAME_BEGINS.search(text[-_LONGEST_END:]))


def _open(text: str) -> bool:
    """Whether a text cannot end here: it stops at a comma, a dash or a word that asks for another."""
    return text[-1:] in ",-–(" or _asks_for_more(text)


def _goes_on(text: str) -> bool:
    """Whether a line begins as no paragraph does: with a small letter, or a mark that belongs to a word."""
    bare = text.lstrip(_OPENING)
    if bare[:1] in _DASHES:
        return bare.lstrip(_DASHES + " ")[:1].islower()
    return bare[:1].islower() or not (bare[:1].isalnum() or bare[:1] in _BULLETS)
