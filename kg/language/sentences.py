"""Where sentences end in official prose.

Invariant: the stretches cover everything but white space of the text given, in order, without overlap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(r"(?:\.{3}|…|[.!?])(?:[”\"')\]]|/\.)*(?=\s)")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(,.;/])(?:[A-ZĐ]|TP|TT|TS|ThS|BS|GS|PGS|PTS|KS|Th|Tp|tr|v\.v|v|đ/c|Đ/c|No|TL|KT|TM|TX|St|Dr|CT|PCT|số|khoản|Đ)$"
)
_OPENING = "“\"'(["


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of the sentences in text[start:end], without white space at their ends."""
    at = start
    for match in _END.finditer(text, start, end):
        if match.end() >= at and _ends(text, at, match, end):
            yield from _trimmed(text, at, match.end())
            at = match.end()
    yield from _trimmed(text, at, end)


def _ends(text: str, at: int, match: re.Match[str], end: int) -> bool:
    following = text[match.end() : end].lstrip()
    if not following:
        return True
    first = following.lstrip(_OPENING)[:1]
    if not (first.isupper() or following[:1] in "-+•" or following[:2] in {"(i"}):
        return False
    if match[0].startswith(("...", "…")) and text[at : match.start()].count("(") > text[at : match.start()].count(")"):
        return False
    return not (match[0] == "." and _ABBREVIATED.search(text, at, match.start()))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
