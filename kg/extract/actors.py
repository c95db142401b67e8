"""Named officials as addressees: "đồng chí Võ An, Giám đốc Sở Y tế chủ trì …" tells Võ An, and not the body, to act.

A pure function: mentions of bodies and the persons of a notice → the same mentions, those that stand for a named
person with his or her name, and a mention of its own for a person named without a post.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.extract.found import Person
from kg.extract.names import Mention, Name
from kg.language.words import pattern

_TITLE = pattern(r"(?:các |hai )?(?:đồng chí|đ/c|ông|bà) $")
_BETWEEN = re.compile(r",? (?:- )?")


def with_persons(mentions: Sequence[Mention], persons: Sequence[Person], low: str, inside: range) -> list[Mention]:
    """Return the mentions with the persons named in the stretch `inside`; `low` is the text in matching form."""
    places = sorted((s, e, p.name) for p in persons for s, e in (p.places or ((p.start, p.end),)) if s in inside)
    found = list(mentions)
    for start, end, name in places:
        first = _first(low, start)
        found = _before(found, start, end, name) or _behind(found, first, end, name, low) or [*found]
        if not any(m.person == name and (m.first == first or m.last == end) for m in found) and first < start:
            found.append(Mention(start, end, Name(name, name), first, end, person=name))
    return sorted(found, key=lambda m: (m.start, m.end))


def _first(low: str, start: int) -> int:
    title = _TITLE.search(low, max(0, start - 20), start)
    return title.start() if title else start


def _before(mentions: Sequence[Mention], start: int, end: int, name: str) -> list[Mention]:
    """Return the mentions where the name stands right behind the post of one: "Giám đốc Sở Y tế Võ An"."""
    holder = next((m for m in mentions if m.post and m.end == m.last == start - 1), None)
    if holder is None:
        return []
    return list(_extended(mentions, holder, holder.first, end, name))


def _behind(mentions: Sequence[Mention], first: int, end: int, name: str, low: str) -> list[Mention]:
    """Return the mentions where the post of one stands behind the name: "Võ An, Giám đốc Sở Y tế"."""
    between = _BETWEEN.match(low, end)
    begin = between.end() if between else end
    holder = next((m for m in mentions if m.post and m.first == begin and begin > end), None)
    if holder is None or holder.end != holder.last:
        return []
    return list(_extended(mentions, holder, first, holder.last, name))


def _extended(mentions: Sequence[Mention], holder: Mention, first: int, last: int, name: str) -> Iterable[Mention]:
    """Yield the mentions, those of the holder's enumeration from `first` to `last`, the holder with the name."""
    for mention in mentions:
        if (mention.first, mention.last) != (holder.first, holder.last):
            yield mention
        else:
            person = name if mention is holder else mention.person
            yield replace(mention, first=first, last=last, person=person)
