"""A unit's body without its name → the one unit of the kind that its item names before: "UBND huyện" there.

In a province's notice "UBND huyện" is that of every district, unless the item is about one: "UBND huyện Phú Khê điều
chỉnh quy mô …. UBND huyện chỉ đạo …". A pure function of the mentions and the blocks.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.names import Mention, Name
from kg.extract.places import LOWER_UNITS
from kg.extract.resolve import unit_of
from kg.layout import Block


def named_before(mentions: Sequence[Mention], blocks: Sequence[Block], own: str) -> list[Mention]:
    """Return the mentions, in order, with the units that their items name; `own` is the notice's own unit, or ""."""
    starts = [block.start for block in blocks]
    scope: Block | None = None
    units: dict[str, None] = {}
    found: list[Mention] = []
    for mention in mentions:
        here = blocks[bisect_right(starts, mention.start) - 1]
        if scope is None or not _one_item(scope, here):
            scope, units = here, {}
        name = mention.name
        meant = [unit for unit in units if unit.startswith(f"{name.place} ")]
        short = name.place in LOWER_UNITS and not name.group and not own.startswith(name.place)
        if short and len(meant) == 1:
            found.append(replace(mention, name=_of(name, meant[0])))
            continue
        if unit := unit_of(name):
            units[unit] = None
        found.append(mention)
    return found


def _one_item(one: Block, other: Block) -> bool:
    return one == other or (one.zone is other.zone and one.item is not None and one.item == other.item)


def _of(name: Name, unit: str) -> Name:
    return replace(name, label=f"{name.base} {unit}", place=unit)
