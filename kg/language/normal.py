"""Text made even for reading, with the way back: each character knows where it stands in the source.

Invariants: `len(text) == len(starts) == len(ends)`; `starts` and `ends` never decrease, provided that pieces are
added in the order of the source; `span(start, end)` of a stretch of the even text is the smallest stretch of the
source that it was made from.
"""

from __future__ import annotations

import unicodedata
from array import array
from collections.abc import Iterator

from kg.language.words import composed, seams
from kg.records import Passage


class NormalText:
    """An even text under construction and, once built, the map from its offsets to those of the source."""

    __slots__ = ("_parts", "ends", "source", "starts", "text")

    def __init__(self, source: str) -> None:
        self.source = source
        self.text = ""
        self.starts = array("I")
        self.ends = array("I")
        self._parts: list[str] = []

    def __len__(self) -> int:
        return len(self.starts)

    def add(self, start: int, end: int) -> None:
        """Append what the source has at [start, end), as `kg.language.words.composed` reads it."""
        if composed(self.source[start:end]) == self.source[start:end]:
            self._parts.append(self.source[start:end])
            self.starts.extend(range(start, end))
            self.ends.extend(range(start + 1, end + 1))
            return
        for cluster_start, cluster_end in _clusters(self.source, start, end):
            piece = composed(self.source[cluster_start:cluster_end])
            self._parts.append(piece)
            self.starts.extend([cluster_start] * len(piece))
            self.ends.extend([cluster_end] * len(piece))

    def add_word(self, start: int, end: int) -> None:
        """Append a word of the source, or words that lost the spaces between them; see `kg.language.words.seams`."""
        first, begin = len(self), len(self._parts)
        self.add(start, end)
        word = "".join(self._parts[begin:])
        for seam in reversed(seams(word)):
            at = self.starts[first + seam]
            self.starts.insert(first + seam, at)
            self.ends.insert(first + seam, at)
            word = f"{word[:seam]} {word[seam:]}"
        self._parts[begin:] = [word]

    def add_literal(self, text: str, at: int) -> None:
        """Append text that stands for a place of the source and not for its characters: a joined line end."""
        self._parts.append(text)
        self.starts.extend([at] * len(text))
        self.ends.extend([at] * len(text))

    def finish(self) -> None:
        """Fix the text; to be called once, after the last piece."""
        self.text = "".join(self._parts)
        self._parts.clear()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the source that [start, end) was made from; the stretch must not be empty."""
        return self.starts[start], self.ends[end - 1]

    def passage(self, start: int, end: int) -> Passage:
        """Return the passage of the source that [start, end) was made from, without white space at its ends."""
        while start < end - 1 and self.text[start].isspace():
            start += 1
        while end > start + 1 and self.text[end - 1].isspace():
            end -= 1
        first, last = self.span(start, end)
        return Passage(first, last, self.source[first:last])


def _clusters(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield stretches that are composed each on its own: single characters, or a letter with its tone marks."""
    at = start
    while at < end:
        after = at + 1
        while after < end and unicodedata.combining(text[after]):
            after += 1
        yield at, after
        at = after
