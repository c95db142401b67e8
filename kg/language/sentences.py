"""Where sentences end in official prose.

Invariants: the stretches cover everything but white space of the text given, in order, without overlap; the work
grows with the length of the text, whatever it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.language.words import CAPITALS, SMALL

_LOST_SPACE = rf"(?:(?<=[{SMALL}]{{2}})|(?<=/20\d\d))\.(?=[{CAPITALS}][{SMALL}]* [^\W_])"
"""A full stop that lost the space behind it, between a word or date and a capitalised word: "kèm theo.Giao"."""

_END = re.compile(rf"(?:\.{{3}}|…|[.!?])(?:[”\"')\]]|/\.){{0,6}}(?=\s)|{_LOST_SPACE}")
_FOLLOWING = re.compile(r"\s*(([“\"'(\[]{0,6})(.?).?)", re.DOTALL)
_PART = re.compile(r"\((?:i|[0-9a-hđ]\))")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(,.;/])(?:[A-ZĐ]|TP|TT|TS|ThS|BS|GS|PGS|PTS|KS|Th|Tp|tp|tx|ths|bs|tr|v\.v|v|đ/c|Đ/c|No|TL|KT|TM|TX|St|Dr|CT|PCT)$"
)
_LONGEST_ABBREVIATION = 6
"""Characters, with the one before it."""


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of the sentences in text[start:end], without white space at their ends."""
    at = counted = start
    brackets = 0
    for match in _END.finditer(text, start, end):
        brackets += text.count("(", counted, match.start()) - text.count(")", counted, match.start())
        counted = match.start()
        if _ends(text, at, match, end, inside=brackets > 0):
            yield from _trimmed(text, at, match.end())
            at = counted = match.end()
            brackets = 0
    yield from _trimmed(text, at, end)


def _ends(text: str, at: int, match: re.Match[str], end: int, *, inside: bool) -> bool:
    """Whether a mark that can end a sentence does; `inside` tells of a bracket that is still open."""
    following = _FOLLOWING.match(text, match.end(), end)
    if not following or not following[1]:
        return True
    if not (following[3].isupper() or following[1][0] in "-+•" or _PART.match(following[1])):
        return False
    if inside and match[0].startswith(("...", "…")):
        return False
    window = max(at - 1, match.start() - _LONGEST_ABBREVIATION, 0)
    return not (match[0] == "." and _ABBREVIATED.search(text, window, match.start()))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
