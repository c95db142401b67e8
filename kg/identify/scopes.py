"""What makes the name of a body unique: the country, a province, a district or commune, or one notice alone.

Invariant: a scope depends on the body and on whose notice names it, never on what else is in a store. Where a name may
mean several bodies ("Ban Chỉ đạo", the "Vụ Pháp chế" of some ministry), it is unique in its notice only: two nodes
for one body can be joined by a person, one node for two cannot be taken apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from kg.data import several, table
from kg.identify.iri import key
from kg.identify.jurisdiction import Settlement, is_central, voice_of
from kg.identify.known import rows_named
from kg.identify.names import UNIT_KINDS, Province, province
from kg.language.words import CAPITALS
from kg.records import Agency, Level, Notice

NATIONAL: Final = "national"
STATED_PROVINCE: Final = "the name states the province"

_BELOW: Final = frozenset((Level.DISTRICT, Level.COMMUNE))
_UNIT_KINDS: Final = "|".join(UNIT_KINDS)
_UNIT = re.compile(rf"(?<!\w)(?:{_UNIT_KINDS}) (?=[{CAPITALS}]|\d)[\w -]+$")
_PARTY_COMMITTEE = re.compile(f"{key('Đảng ủy')} (?:{key(_UNIT_KINDS)}) ")
_OWNED = re.compile(
    rf"(?:^|(?<=\w ))(?:Bộ [{CAPITALS}]|(?i:Chính phủ|Quốc hội|Trung ương|Quốc gia|Việt Nam|Nhà nước|"
    r"Chủ tịch nước|tối cao|Thủ tướng|Tổng |Tập đoàn |Ngân hàng ))"
)
"""A national body in the name of another: a ministry, the Government, the whole country."""
_COUNTRY_ONLY = re.compile(r" (?:ở )?(?:trung ương|quốc gia|chính phủ|nhà nước|việt nam)$")
_DEPARTMENT: Final = "vụ "
"""The first word of a ministry's departments, whose names are the same in many ministries."""


@dataclass(frozen=True, slots=True)
class Scope:
    """A key that makes names unique, the province it lies in, and the rule by which that is known.

    `unit` is the district or commune whose notice names the body.
    """

    key: str
    province: Province | None = None
    rule: str | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whose notice it is: the scope of its own bodies, and that of the notice alone."""

    home: Scope
    alone: Scope
    central: bool
    ministry: str = ""
    unit: str = ""


def speaker(notice: Notice, settlement: Settlement) -> Speaker:
    """Return whose notice it is, as far as a name's scope depends on it."""
    alone = Scope(f"notice {notice.digest}")
    held = settlement.holds
    issuer = voice_of(notice)
    label = issuer.label if issuer else ""
    return Speaker(
        home=of_province(held.province, held.rule) if held else alone,
        alone=alone,
        central=is_central(notice),
        ministry=label if key(label).startswith("bộ ") else "",
        unit=_unit_of(notice, issuer) if issuer else "",
    )


def _unit_of(notice: Notice, issuer: Agency) -> str:
    """Return the district or commune whose body issues a notice, as that body or its party committee names it."""
    if issuer.level not in _BELOW and not _of_party(issuer.label):
        return ""
    if own := _UNIT.search(issuer.label):
        return own[0]
    committees = (agency.label for agency in notice.agencies if _PARTY_COMMITTEE.match(key(agency.label)))
    units = {found[0] for label in committees if (found := _UNIT.search(label))}
    return units.pop() if len(units) == 1 else ""


def _of_party(label: str) -> bool:
    """Whether a body is that of a party committee of any level, which the name does not say: "Văn phòng Đảng ủy"."""
    return key(label).endswith("đảng ủy")


def of_province(place: Province, rule: str) -> Scope:
    """Return the scope of a province, with the rule by which it is known."""
    return Scope(f"province {key(place.full)}", place, rule)


def scope_of(agency: Agency, who: Speaker) -> Scope:
    """Return the scope of a body that a notice names."""
    if agency.province and not agency.generic:
        return of_province(province(agency.province), STATED_PROVINCE)
    if agency.generic or (agency.group and (who.central or _of_every_province(agency))):
        return Scope(NATIONAL)
    if not agency.group and is_short(agency.label):
        return _in_notice(who)
    if agency.national:
        return _of_the_country(agency, who)
    below = agency.level in _BELOW or _of_party(agency.label)
    return _below(agency, who) if below and not _UNIT.search(agency.label) else who.home


def _below(agency: Agency, who: Speaker) -> Scope:
    """Return the scope of a body of a district or commune that the name does not tell."""
    if who.unit:
        return replace(who.home, key=f"{who.home.key} unit {key(who.unit)}", unit=who.unit)
    return who.home if agency.group else _in_notice(who)


def _in_notice(who: Speaker) -> Scope:
    """Return the scope of what only its notice knows, in the notice's province."""
    return replace(who.home, key=f"{who.home.key} {who.alone.key}") if who.home.province else who.alone


def _of_the_country(agency: Agency, who: Speaker) -> Scope:
    """Return the scope of a national body: its own name's, or its ministry's where several have one of that name."""
    name = key(agency.label)
    own = _national_name(name) and not name.startswith(_DEPARTMENT)
    if own or agency.group or agency.level is not Level.CENTRAL or _OWNED.search(agency.label):
        return Scope(NATIONAL)
    return Scope(f"{NATIONAL} body {key(who.ministry)}") if who.ministry else who.alone


def _of_every_province(agency: Agency) -> bool:
    """Whether a group is that of all provinces, whoever speaks of them: "Ủy ban nhân dân cấp tỉnh"."""
    name = key(agency.label)
    leading = {key(row["body"]) for row in table("seats") if row["seat"] == "province"}
    return name == "cấp tỉnh" or name.removesuffix(" cấp tỉnh") in leading - {name}


def is_short(label: str, *, owned: bool = True) -> bool:
    """Whether a label is a kind of body and no name of one: "Ban Chỉ đạo", "Ban Chỉ đạo quốc gia", "Tập đoàn".

    `owned` counts the kinds that the name of another body follows, too: "Văn phòng".
    """
    name, kinds = key(label), _kinds("purpose", "name", *(["body"] if owned else []))
    return name in kinds or (_COUNTRY_ONLY.sub("", name) in kinds and not _national_name(name))


@cache
def _kinds(*complements: str) -> frozenset[str]:
    rows = [row for row in table("heads") if row["complement"] in complements]
    return frozenset(key(form) for row in rows for form in (row["head"], *several(row["forms"])))


def _national_name(name: str) -> bool:
    return any(row["national"] == "1" for row in rows_named(name))
