"""What is known of a notice's text before its directives are read: its layout and the bodies it names.

Offsets are those of the even text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from kg.extract.names import Mention
from kg.language.words import matching
from kg.layout import Layout


@dataclass(frozen=True, slots=True)
class Series:
    """An enumeration of bodies: [first, last) with quantifiers and qualifiers, and its mentions."""

    first: int
    last: int
    mentions: tuple[Mention, ...]


@dataclass(frozen=True)
class Reading:
    """A layout and the mentions in it, resolved and in order."""

    layout: Layout
    mentions: Sequence[Mention]

    @property
    def text(self) -> str:
        """The even text."""
        return self.layout.text

    @cached_property
    def low(self) -> str:
        """The even text in matching form."""
        return matching(self.layout.text)

    @cached_property
    def series(self) -> list[Series]:
        """The enumerations, in order."""
        grouped = groupby(self.mentions, key=lambda m: (m.first, m.last))
        return [Series(first, last, tuple(members)) for (first, last), members in grouped]

    @cached_property
    def _firsts(self) -> list[int]:
        return [series.first for series in self.series]

    def series_in(self, start: int, end: int) -> Iterator[Series]:
        """Yield the enumerations that begin in [start, end)."""
        for i in range(bisect_left(self._firsts, start), len(self.series)):
            if self.series[i].first >= end:
                return
            yield self.series[i]

    def series_at(self, at: int) -> Series | None:
        """Return the enumeration that begins at an offset, or None."""
        i = bisect_left(self._firsts, at)
        return self.series[i] if i < len(self.series) and self.series[i].first == at else None
