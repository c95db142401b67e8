"""Where the short names stand that a text itself gives its bodies: "(sau đây gọi tắt là Ban Chỉ huy)".

A pure function of the text, its short names and what the tables know in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from kg.extract.lexicon import Body, Entry, Head
from kg.language.scan import Hit
from kg.language.words import matching

Hits = Mapping[int, tuple[Hit[Entry], ...]]
"""What may begin at each offset, the longest first."""

_END = (r"(?![\w/&-]|[”\"]?\))", r"(?![\w/&-])")
"""What does not stand behind initials that the text gives, nor behind a short name of several words."""


def hits(text: str, short: Mapping[str, str], known: Hits) -> Hits:
    """Return where the short names stand, by the labels they stand for, save where a longer name begins."""
    if not short:
        return {}
    written = sorted((rf"{re.escape(alias)}{_END[' ' in alias]}" for alias in short), key=len, reverse=True)
    words = re.compile(rf"(?<![\w/&-])(?:{'|'.join(written)})", re.IGNORECASE)
    entries: dict[str, Entry] = {matching(alias): Body(label, None, national=False) for alias, label in short.items()}
    found = (match for match in words.finditer(text) if match[0][0].isupper())
    own = (Hit(m.start(), m.end(), entries[matching(m[0])]) for m in found)
    return {hit.start: (hit,) for hit in own if not _goes_on(known.get(hit.start, ()), hit.end)}


def _goes_on(begun: Iterable[Hit[Entry]], end: int) -> bool:
    """Whether a body's name begins as a short one does and goes on: "Ban Chỉ huy Quân sự" against "Ban Chỉ huy"."""
    return any(hit.end > end and isinstance(hit.entry, Body | Head) for hit in begun)
