"""Groups whose members stand in brackets: "Sở Xây dựng các tỉnh ven biển (Kiên Giang, Cà Mau)", "các vụ (Vụ …, Vụ …)".

The brackets say which of all are meant, so that each named one is meant and no other. A pure function of the reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.lexicon import provinces
from kg.extract.names import Mention, Name
from kg.extract.reading import Reading
from kg.language.words import fold, pattern

_ALL = "cấp tỉnh"
_BRACKETS = pattern(r"(?P<which>(?: [^\W\d]+){0,9}) \((?P<places>[^()\n]{3,300})\)")
_SEPARATOR = re.compile(r"(?:, | và |; )(?:và )?")
_SAME_HEAD = pattern(r"\)(?:,|;| và|, và) (?:các )?$")


def bodies(reading: Reading, mention: Mention, name: Name) -> Iterator[tuple[Name, int, int]]:
    """Yield the body of each province in the brackets behind a group, with its place; else the name itself.

    A group whose members are named behind it in brackets is not yielded: they are mentions of their own.
    """
    if (
        name.group
        and any(m.start == mention.end + 2 for m in reading.mentions if not m.name.group)
        and (reading.low.startswith(" (", mention.end))
    ):
        return
    owner = _owner(reading, mention, name)
    match = _BRACKETS.match(reading.low, mention.end) if owner is not None else None
    places = list(_places(reading, *match.span("places"))) if match else []
    if owner is None or not places or any(place is None for place, _, _ in places):
        yield name, mention.start, mention.end
        return
    for place, start, end in places:
        label = f"{owner.base} {place}".strip()
        yield replace(owner, label=label, group=False, province=place, place=place or ""), start, end


def _owner(reading: Reading, mention: Mention, name: Name) -> Name | None:
    """Return the group that the brackets narrow down; bare "các tỉnh …" behind others has the head before those."""
    if not name.label.endswith(_ALL):
        return None
    if name.label != _ALL:
        return name
    if not _SAME_HEAD.search(reading.low, max(0, mention.start - 12), mention.start):
        return None
    before = [m.name for m in reading.mentions if m.end <= mention.start and _of_provinces(m.name)]
    return before[-1] if before else None


def _of_provinces(name: Name) -> bool:
    """Whether a body is that of all provinces, or of one that a bracket before has named."""
    named = name.province is not None and name.label.endswith(f" {name.province}") and not name.acting
    return named or name.label.endswith(f" {_ALL}")


def _places(reading: Reading, start: int, end: int) -> Iterator[tuple[str | None, int, int]]:
    at = start
    for match in [*_SEPARATOR.finditer(reading.low, start, end), None]:
        last = match.start() if match else end
        yield provinces().get(fold(reading.text[at:last])), at, last
        at = match.end() if match else end
