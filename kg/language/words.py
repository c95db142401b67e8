"""Vietnamese spelling: tone marks, case, look-alike letters, characters that nobody sees.

Invariants: `matching` and `latin` keep the length of their argument, so that what is found in their result stands
at the same offsets in the text. `composed` and `fold` do not; `fold` makes the key two spellings of one name share.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

_OLD_STYLE = {
    old + new_plain: new + second
    for first, marked in (("o", "òóỏõọ"), ("u", "ùúủũụ"))
    for second, accented in (("a", "àáảãạ"), ("e", "èéẻẽẹ"), ("y", "ỳýỷỹỵ"))
    for old, new_plain, new in zip(first * 5, accented, marked, strict=True)
    if (first, second) in {("o", "a"), ("o", "e"), ("u", "y")}
}
_OLD = re.compile("|".join(_OLD_STYLE))
_OLD_AT_END = re.compile(r"(?<!q)(" + "|".join(_OLD_STYLE) + r")(?!\w)", re.IGNORECASE)

_LOOK_ALIKES = str.maketrans(
    "АВСЕНІЈКМОРТХУасеіјорхуЅѕԁһΑΒΕΖΗΙΚΜΝΟΡΤΥΧοÐƉðɖ",
    "ABCEHIJKMOPTXYaceijopxySsdhABEZHIKMNOPTYXoĐĐđđ",
)
"""Cyrillic and Greek letters that typists and readers of scans put for Latin ones, and the eths put for "đ"."""

_DASHES = str.maketrans("‐‑‒–—−", "------")
_SPACES = str.maketrans(
    dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u202f\u3000\t", " ")
)
UNSEEN = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""Soft hyphens, joiners of no width, marks of direction, control characters: no part of any word.

To stand inside the brackets of a regular expression.
"""
_UNSEEN = re.compile(f"[{UNSEEN}]+")


_VOWELS = "aăâeêioôơuưy"
_TONE_MARKED = "".join(
    unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in "\u0300\u0301\u0303\u0309\u0323"
)
_ONSET = "(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])"
_SYLLABLE_ENDS = rf"(?:(?<=[{_TONE_MARKED}])|(?<=[ùúủũụ][ye])|(?<=[òóỏõọ][ae]))"
_SEAM = re.compile(rf"(?i:{_SYLLABLE_ENDS}(?={_ONSET}[{_VOWELS}{_TONE_MARKED}]))|{_SYLLABLE_ENDS}(?=[A-ZĐ0-9])")
_TONE = re.compile(f"[{_TONE_MARKED}]", re.IGNORECASE)

CAPITALS = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
SMALL = CAPITALS.lower()
"""The letters of Vietnamese inside the brackets of a regular expression; their code points are no ranges."""


def latin(text: str) -> str:
    """Return the text with letters that look like Latin ones replaced by these, and one kind of space."""
    return text.translate(_LOOK_ALIKES).translate(_SPACES)


def composed(text: str) -> str:
    """Return the text as it is read: look-alikes made Latin, characters that nobody sees left out, NFC."""
    return unicodedata.normalize("NFC", _UNSEEN.sub("", latin(text)))


def matching(text: str) -> str:
    """Return the form that names are looked up in: lower case, one style of tone marks and of dashes.

    Every character is replaced by exactly one character. The result is for comparing only: "toàn" becomes
    "tòan", on both sides of the comparison.
    """
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := c.lower()) == 1 else c for c in text)
    return _OLD.sub(lambda m: _OLD_STYLE[m[0]], lowered).translate(_DASHES)


def seams(word: str) -> tuple[int, ...]:
    """Return the offsets at which a word in NFC is two that lost the space between them: 3 in "vụĐảng".

    A syllable has one tone mark, and after an open one that bears it another syllable can only begin (the text layers
    of PDF files lose spaces behind such letters). Where a part would still bear two tone marks, nothing is certain:
    the name "Hànộimới" stays whole.
    """
    found = [match.start() for match in _SEAM.finditer(word)]
    parts = [word[start:end] for start, end in pairwise((0, *found, len(word)))] if found else []
    return tuple(found) if all(len(_TONE.findall(part)) <= 1 for part in parts) else ()


def modern(text: str) -> str:
    """Return the text with tone marks in the style of today's official papers: "uỷ" as "ủy", "hoà" as "hòa"."""
    return _OLD_AT_END.sub(_modern_pair, text)


def _modern_pair(match: re.Match[str]) -> str:
    pair = _OLD_STYLE[match[0].lower()]
    return "".join(new.upper() if old.isupper() else new for old, new in zip(match[0], pair, strict=True))


def fold(text: str) -> str:
    """Return the key of a name: NFC, case folded, tone marks in one style, runs of white space as one space."""
    return " ".join(matching(composed(text).casefold()).split())


def pattern(expression: str, flags: int = 0) -> re.Pattern[str]:
    """Compile a regular expression, its letters put into the tone-mark style of `matching`."""
    return re.compile(_OLD.sub(lambda m: _OLD_STYLE[m[0]], expression), flags)
