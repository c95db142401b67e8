"""Short names that a notice gives its bodies in a bracket: "Cục Quản lý cây giống (NACIQ)", "(gọi tắt là …)".

A pure function of the text and the mentions in it; offsets are those of the text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.extract.agencies import Reader
from kg.extract.lexicon import abbreviations, provinces
from kg.extract.names import Mention, Name
from kg.language.words import fold

_CALLED = r"(?:(?:sau đây|dưới đây) )?(?:được )?(?:gọi|viết)(?: tắt| chung)? là:? "
_GIVEN = re.compile(rf" ?\((?:{_CALLED})?[“\"]?(?P<short>[A-ZĐ][A-Za-zĐđ]*[A-ZĐ]{{2}}[A-Za-z0-9]*)[”\"]?\)")
_SEVERAL_WORDS = re.compile(rf" ?\({_CALLED}[“\"]?(?P<short>[A-ZĐ][^()\n,;:“”\"]{{3,60}})[”\"]?\)")


def mentions(text: str) -> list[Mention]:
    """Return every mention of an agency in a text, those by a short name that the text gives included."""
    found = Reader(text).mentions()
    short = given(text, found)
    if not short:
        return found
    names = {name.label: name for name in short.values()}
    again = Reader(text, {alias: name.label for alias, name in short.items()}).mentions()
    return [replace(m, name=names.get(m.name.label, m.name)) for m in again]


def _named(text: str, mention: Mention) -> re.Match[str] | None:
    """Return the short name of several words that a bracket behind a body calls it by: "Văn phòng Điều phối".

    Its head alone needs none.
    """
    match = _SEVERAL_WORDS.match(text, mention.end)
    return match if match and fold(match["short"]) != fold(mention.name.head) else None


def given(text: str, found: Sequence[Mention]) -> Mapping[str, Name]:
    """Return the body that each short name in a bracket right behind its full name stands for.

    One that is an abbreviation of other words, or given to two bodies, stands for none.
    """
    short: dict[str, Name | None] = {}
    for mention in found:
        match = _GIVEN.match(text, mention.end) or _named(text, mention)
        one = not (mention.name.group or mention.name.generic or mention.name.bare or mention.name.acting)
        if match and one and match["short"] not in abbreviations() and fold(match["short"]) not in provinces():
            alias = match["short"]
            short[alias] = mention.name if short.get(alias, mention.name) == mention.name else None
    return {alias: name for alias, name in short.items() if name}
