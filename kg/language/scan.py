"""One pass over a text for all the names and cue words there are (Aho–Corasick).

Invariant: what is found begins and ends at word boundaries, in the form `kg.language.words.matching` gives.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

import ahocorasick_rs

from kg.language.words import matching

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """An entry of a gazetteer at [start, end) of a text."""

    start: int
    end: int
    entry: T


class Gazetteer(Generic[T]):
    """Names and what they stand for; a name may stand for several things."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._entries: dict[str, list[T]] = {}
        for name, entry in entries:
            known = self._entries.setdefault(matching(name), [])
            if entry not in known:
                known.append(entry)
        self._names = list(self._entries)
        self._automaton = ahocorasick_rs.AhoCorasick(
            self._names, implementation=ahocorasick_rs.Implementation.ContiguousNFA
        )

    def scan(self, text: str) -> Mapping[int, tuple[Hit[T], ...]]:
        """Return what begins at each offset of a text in matching form, longest first."""
        found: dict[int, list[Hit[T]]] = {}
        for index, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            if _inside_word(text, start, end):
                continue
            hits = found.setdefault(start, [])
            hits.extend(Hit(start, end, entry) for entry in self._entries[self._names[index]])
        return {start: tuple(sorted(hits, key=lambda hit: -hit.end)) for start, hits in found.items()}


def _inside_word(text: str, start: int, end: int) -> bool:
    before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    after = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    return before or after
