"""Forms of address before a person's name ("đồng chí", "ông", "bà"), from `kg.data`.

Invariant: expressions and offsets are for text in matching form; pure functions of the table and the text.
"""

from __future__ import annotations

import re
from functools import cache

from kg.data import table
from kg.language.words import matching, pattern


def _any_of(forms: list[str]) -> str:
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    return "(?:" + "|".join(re.escape(matching(form)) for form in longest_first) + ")"


ADDRESS = _any_of([row["form"] for row in table("addresses")])
"""A part of a regular expression for one form of address, without the space behind it."""

_ONE = pattern(rf"(?<!\w){ADDRESS}\s?:? ")
_BEFORE = pattern(rf"(?<!\w){ADDRESS} $")


@cache
def _sure() -> re.Pattern[str]:
    return pattern(_any_of([row["form"] for row in table("addresses") if row["sure"]]))


def behind_each(low: str) -> list[tuple[int, bool]]:
    """Return, for each form of address, where the name behind it may begin, and whether only a name can follow."""
    return [(match.end(), bool(_sure().match(low, match.start()))) for match in _ONE.finditer(low)]


def behind(low: str, at: int) -> int:
    """Return the offset behind the form of address at an offset, or the offset itself where there is none."""
    match = _ONE.match(low, at)
    return match.end() if match else at


def before(low: str, at: int) -> int:
    """Return where the form of address begins that ends right before an offset, or the offset itself."""
    match = _BEFORE.search(low, max(0, at - 12), at)
    return match.start() if match else at
