"""The marks that begin items: parts (I, A), numbers (1, 1.2, 1), (1)), letters (a)), small Roman ((i)), bullets.

`Kind` orders them from the outermost to the innermost kind, as official papers nest them (Decree 30/2020/NĐ-CP,
annex I: phần, chương, mục, điều, khoản, điểm); which kinds a notice uses decides the real depth. Pure functions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

_ALPHABETS = ("abcdđeghiklmnopqrstuvxy", "abcdefghijklmnopqrstuvwxyz")
"""What papers count with: the Vietnamese alphabet and the Latin one."""


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


PARTS = frozenset({Kind.LETTERED_PART, Kind.ROMAN_PART})
NUMBERS = frozenset({Kind.NUMBER, Kind.BRACKETED_NUMBER})
BULLETS = frozenset({Kind.DASH, Kind.PLUS, Kind.DOT})

_CAPITAL = "[" + "".join(c for c in map(chr, range(0x41, 0x1F00)) if c.isupper() and c.isalpha()) + "]"
_TENS = ("", "X", "XX", "XXX")
_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_ROMAN = {ten + one: 10 * i + j for i, ten in enumerate(_TENS) for j, one in enumerate(_ONES)}

_PATTERNS = (
    (
        Kind.ROMAN_PART,
        re.compile(rf"(?:(?:[Pp]hần|PHẦN)\s+)?([IVX][IVXivx]{{0,4}})\s*(?:[.)/:-](?=\s|$)|[.)](?={_CAPITAL}{{2}}))"),
    ),
    (Kind.LETTERED_PART, re.compile(r"([A-HĐ])[.)/](?=\s)")),
    (Kind.NUMBER, re.compile(rf"(\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})(?:\.?\)?(?=\s|$)|\.?\s?[-–/]\s?(?={_CAPITAL}))")),
    (
        Kind.NUMBER,
        re.compile(r"(?:(?:[Đđ]iều|ĐIỀU)\s+)?(\d{1,2})\s?(?:\.-|/\.|[.)]|/(?![A-ZĐ]{2}))(?=\s|$|[^\W\d])"),
    ),
    (Kind.NUMBER, re.compile(rf"(\d{{1,2}})\s?[-–]\s(?={_CAPITAL})")),
    (Kind.BRACKETED_NUMBER, re.compile(r"\((\d{1,2})\)")),
    (Kind.SMALL_ROMAN, re.compile(r"\(?(i{1,3}|iv|vi{0,3}|ix|xi{0,3})\)(?=\s)")),
    (Kind.LETTER, re.compile(rf"\(?([a-zđ])(?:[.)](?=\s)|\)(?={_CAPITAL})|\s?[-–/]\s(?={_CAPITAL}))")),
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
        """Whether this mark is the next one after an earlier mark; bullets of one kind follow one another."""
        if self.depth != earlier.depth:
            return False
        if self.kind is Kind.LETTER:
            return any(f"{earlier.value}{self.value}" in letters for letters in _ALPHABETS)
        if self.kind in NUMBERS:
            above, _, number = self.value.rpartition(".")
            above_earlier, _, number_earlier = earlier.value.rpartition(".")
            return above == above_earlier and int(number) == int(number_earlier) + 1
        if self.kind is Kind.ROMAN_PART:
            return _ROMAN[self.value] == _ROMAN[earlier.value] + 1
        return True


def marker(text: str) -> Marker | None:
    """Return the mark that a line begins with, or None; its length includes the white space behind it."""
    for kind, pattern in _PATTERNS:
        match = pattern.match(text)
        if not match:
            continue
        value = match[1].upper() if kind is Kind.ROMAN_PART else match[1]
        if kind is not Kind.ROMAN_PART or value in _ROMAN:
            behind = text[match.end() :]
            return Marker(kind, value, match.end() + len(behind) - len(behind.lstrip()))
    return None
