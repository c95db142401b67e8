"""The cue words of deadlines, from `kg.data`, as parts of regular expressions over text in matching form.

Invariant: a pure function of the table.
"""

from __future__ import annotations

import re
from functools import cache

from kg.data import table
from kg.language.words import matching


@cache
def any_of(kind: str) -> str:
    """Return an expression for any of the words of a kind, whole words only, the longest first."""
    words = sorted((row["words"] for row in table("deadline_cues") if row["kind"] == kind), key=lambda w: (-len(w), w))
    return rf"(?<!\w)(?:{'|'.join(re.escape(matching(word)) for word in words)})(?!\w)"


@cache
def cue(kind: str, *, at_end: bool = False) -> re.Pattern[str]:
    """Return the words of a kind as a compiled expression; `at_end`: where a text ends with one of them."""
    return re.compile(any_of(kind) + (r"\W*$" if at_end else ""))
