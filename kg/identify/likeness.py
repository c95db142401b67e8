"""Whether a later directive says again what an earlier one said.

Both are the same duty where the verb, the things named (proper names, numbers that are names, documents) and nearly
all other words agree, in their order: Vietnamese tells who does what to what by the order of words. Words may be added
or left out, but nothing may stand in the place of something else.

Invariants: `repeats` is a pure function of two wordings; what `bound` asks for is necessary, so that no repetition is
lost by asking it first.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from rapidfuzz.distance import Indel

from kg.identify.wording import STEPS, Wording

ALIKE: Final = 0.75
"""The share of syllables in common (twice those common over those of both) from which on the wording is one."""
WHOLE: Final = 0.9
"""The share of the earlier wording that a longer later one must hold to repeat it."""
FEWEST_WHOLE: Final = 10
"""Syllables of an earlier wording that is told from chance inside a longer one."""
BETWEEN: Final = 4
"""Syllables in common that must stand between what is left out and what is added, else one replaces the other."""
LONGEST: Final = 3
"""How many times as long as the earlier wording that later one may be."""


class Rule(StrEnum):
    """Why a later directive counts as repeating an earlier one."""

    SAME = "the same wording"
    MORE = "the earlier wording in a longer one"


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two directives are: twice the syllables in common, in order, over those of both; and the rule met."""

    similarity: float
    rule: Rule


def repeats(later: Wording, earlier: Wording) -> Likeness | None:
    """Return how a later directive repeats an earlier one; None where it does not, or where that cannot be told."""
    if not (earlier.comparable and later.comparable and _one_subject(later, earlier)):
        return None
    lengths = len(earlier.core), len(later.core)
    common = (sum(lengths) - Indel.distance(earlier.core, later.core)) // 2
    if common < bound(*lengths) or not _nothing_replaced(earlier.core, later.core):
        return None
    similarity = 2 * common / sum(lengths)
    return Likeness(similarity, Rule.SAME if similarity >= ALIKE else Rule.MORE)


def bound(earlier: int, later: int) -> int:
    """Return how many syllables wordings of these lengths must have in common, in order, to be a repetition."""
    same = math.ceil(ALIKE * (earlier + later) / 2)
    if earlier < FEWEST_WHOLE or later > LONGEST * earlier:
        return same
    return min(same, math.ceil(WHOLE * earlier))


def _one_subject(later: Wording, earlier: Wording) -> bool:
    """Whether verb, names, numbers and documents agree; the later may name more than an earlier that names anything."""
    return (
        later.block == earlier.block
        and _says(later, earlier.head)
        and _says(earlier, later.head)
        and all(_says(later, name) for name in earlier.names)
        and (bool(earlier.names) or all(_says(earlier, name) for name in later.names))
        and (not (later.documents and earlier.documents) or bool(later.documents & earlier.documents))
    )


def _says(wording: Wording, words: str) -> bool:
    return not words or words in STEPS or f" {words} " in wording.text


def _nothing_replaced(earlier: tuple[str, ...], later: tuple[str, ...]) -> bool:
    """Whether nothing stands in the place of something else: "bờ bắc" for "bờ nam" makes another duty."""
    last, since = "", 0
    for step in Indel.opcodes(earlier, later):
        if step.tag == "equal":
            since += step.src_end - step.src_start
        else:
            if last not in ("", step.tag) and since < BETWEEN:
                return False
            last, since = step.tag, 0
    return True
