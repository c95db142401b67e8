"""A unit's body without its name → the one unit of the kind that its item names before: "UBND huyện" there.

In a province's notice "UBND huyện" is that of every district, unless the item is about one: "UBND huyện Phú Khê điều
chỉnh quy mô …. UBND huyện chỉ đạo …". There "UBND thành phố" is no organ of the province: it is that of the city in it
that the item names before, or the notice alone. A pure function of the mentions and the blocks.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.names import Mention, Name
from kg.extract.places import LOWER_UNITS
from kg.extract.resolve import unit_of
from kg.layout import Block
from kg.records import Level

_CITY = "thành phố"


def named_before(mentions: Sequence[Mention], blocks: Sequence[Block], own: str, province: str = "") -> list[Mention]:
    """Return the mentions, in order, with the units that their items name.

    `own` is the notice's own district or commune, `province` its province with the kind; "" where there is none.
    """
    kinds = {*LOWER_UNITS, _CITY} if province.startswith("tỉnh ") else LOWER_UNITS
    cities = list(dict.fromkeys(unit for m in mentions if (unit := _unit_of(m.name)).startswith(f"{_CITY} ")))
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
        meant = meant or (cities if name.place == _CITY and _CITY in kinds else [])
        short = name.place in kinds and not name.group and not (own and own.startswith(name.place))
        if short and len(meant) == 1:
            found.append(replace(mention, name=_of(name, meant[0])))
            continue
        if unit := _unit_of(name):
            units[unit] = None
        found.append(mention)
    return found


def _unit_of(name: Name) -> str:
    """Return the district, commune or city in the province in a body's name, or ""."""
    city = name.place.startswith(f"{_CITY} ") and name.level is Level.DISTRICT
    return name.place if city else unit_of(name)


def _one_item(one: Block, other: Block) -> bool:
    return one == other or (one.zone is other.zone and one.item is not None and one.item == other.item)


def _of(name: Name, unit: str) -> Name:
    level = Level.DISTRICT if unit.startswith(f"{_CITY} ") else name.level
    return replace(name, label=f"{name.base} {unit}", place=unit, level=level)
