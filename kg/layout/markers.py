"""The marks that begin items: parts (I, A), numbers (1, 1.2, 1), (1)), letters (a)), small Roman ((i)), bullets.

`rank` orders them from the outermost to the innermost kind, as official papers nest them (Decree 30/2020/NĐ-CP,
annex I: phần, chương, mục, điều, khoản, điểm); which kinds a notice uses decides the real depth.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

_LETTERS = "abcdđeghiklmnopqrstuvxy"


class Kind(IntEnum):
    """The kinds of marks, outermost first."""

    LETTERED_PART = 0
    ROMAN_PART = 1
    NUMBER = 2
    BRACKETED_NUMBER = 3
    LETTER = 4
    SMALL_ROMAN = 5
    DASH = 6
    PLUS = 7
    DOT = 8


BULLETS = frozenset({Kind.DASH, Kind.PLUS, Kind.DOT})

_PATTERNS = (
    (Kind.ROMAN_PART, re.compile(r"(?:phần\s+)?([IVX]{1,5})\s*[.)/:-](?=\s|$)", re.IGNORECASE)),
    (Kind.LETTERED_PART, re.compile(r"([A-HĐ])[.)/](?=\s)")),
    (Kind.NUMBER, re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,3})\.?\)?(?=\s|$)")),
    (Kind.NUMBER, re.compile(r"(?:điều\s+)?(\d{1,2})\s?[.)/](?=\s|$|[^\W\d])", re.IGNORECASE)),
    (Kind.BRACKETED_NUMBER, re.compile(r"\((\d{1,2})\)")),
    (Kind.SMALL_ROMAN, re.compile(r"\(?(i{1,3}|iv|vi{0,3}|ix|xi{0,3})\)(?=\s)")),
    (Kind.LETTER, re.compile(r"\(?([a-zđ])[.)](?=\s)")),
    (Kind.DASH, re.compile(r"([-–—])\s?(?=\S)")),
    (Kind.PLUS, re.compile(r"([+])\s?(?=\S)")),
    (Kind.DOT, re.compile(r"([•●▪◦·*])\s?(?=\S)")),
)


@dataclass(frozen=True, slots=True)
class Marker:
    """A mark at the head of a paragraph: its kind, its value ("3", "3.1", "II", "đ") and its length."""

    kind: Kind
    value: str
    length: int

    @property
    def bullet(self) -> bool:
        """Whether the mark has no value of its own."""
        return self.kind in BULLETS

    @property
    def depth(self) -> tuple[int, int]:
        """What nesting compares: the kind and, for decimal numbers, how many there are."""
        return int(self.kind), self.value.count(".") if self.kind is Kind.NUMBER else 0

    @property
    def first(self) -> bool:
        """Whether the mark begins a list of its kind."""
        return self.value.split(".")[-1] in {"1", "a", "i", "I", "A"}

    def after(self, letter: Marker | None) -> Marker:
        """Return the mark read as a letter where the last letter asks for it: "i)" behind "h)"."""
        as_letter = Marker(Kind.LETTER, self.value, self.length)
        if self.kind is Kind.SMALL_ROMAN and letter and len(self.value) == 1 and as_letter.follows(letter):
            return as_letter
        return self

    def follows(self, earlier: Marker) -> bool:
        """Whether this mark is the next one after an earlier mark of the same kind."""
        if self.kind is Kind.LETTER:
            order = _LETTERS
            return order.find(self.value) == order.find(earlier.value) + 1
        if self.kind in {Kind.NUMBER, Kind.BRACKETED_NUMBER} and self.depth == earlier.depth:
            return int(self.value.split(".")[-1]) == int(earlier.value.split(".")[-1]) + 1
        if self.kind is Kind.ROMAN_PART:
            return _roman(self.value) == _roman(earlier.value) + 1
        return self.kind == earlier.kind


def _roman(value: str) -> int:
    digits = [{"I": 1, "V": 5, "X": 10}[c] for c in value.upper()]
    return sum(-d if d < after else d for d, after in zip(digits, [*digits[1:], 0], strict=True))


def marker(text: str) -> Marker | None:
    """Return the mark that a line begins with, or None."""
    for kind, pattern in _PATTERNS:
        match = pattern.match(text)
        if match and not (kind is Kind.ROMAN_PART and match[1] != match[1].upper()):
            space = len(text) - len(text[match.end() :].lstrip()) - match.end()
            return Marker(kind, match[1], match.end() + space)
    return None
