"""The names and words that the extractors look up, from the tables of `kg.data`, in one gazetteer.

Invariant: a pure function of the tables; built once a process.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import chain, zip_longest

from kg.data import several, table
from kg.language.scan import Gazetteer
from kg.language.words import fold, matching
from kg.records import Level

_PLACE_ENDINGS = {
    " tỉnh": Level.PROVINCE,
    " thành phố": Level.PROVINCE,
    " huyện": Level.DISTRICT,
    " quận": Level.DISTRICT,
    " thị xã": Level.DISTRICT,
    " xã": Level.COMMUNE,
    " phường": Level.COMMUNE,
    " thị trấn": Level.COMMUNE,
    " đặc khu": Level.COMMUNE,
    " cấp tỉnh": Level.PROVINCE,
    " cấp huyện": Level.DISTRICT,
    " cấp xã": Level.COMMUNE,
}
_COMMON_WORDS = frozenset({"Thuế", "Thống kê", "Thanh tra", "Bưu điện", "Viễn thông", "Đảng bộ", "Công an", "Điện lực"})
"""Heads that are also common words, so that only a capital letter makes them a name."""
_JOINT = re.compile(r",? và |, ?| ?[-&] ?")
"""What joins the parts of a field: "Văn hóa, Thể thao và Du lịch", "VH,TT&DL"."""
_NEVER_HELD_TO = frozenset({"Đảng Cộng sản Việt Nam"})
"""What stands above others in the tables, but is no body that a notice charges with something."""

_ABBREVIATED_UNITS = {"TP.": "thành phố", "Tp.": "thành phố", "TP": "thành phố"}


@dataclass(frozen=True, slots=True)
class Body:
    """A body, or a group, with a fixed name."""

    label: str
    level: Level | None
    national: bool
    group: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """A head that a complement makes a name: place, body, purpose or name; `bare` may stand for its full name."""

    label: str
    complement: str
    bare: bool
    level: Level | None
    single: bool


@dataclass(frozen=True, slots=True)
class Common:
    """A common noun for a group of bodies; `alone` where it is one without a quantifier."""

    label: str
    generic: bool
    alone: bool


@dataclass(frozen=True, slots=True)
class Field:
    """A field of administration, as in "Sở" + "Y tế"; `abbreviated` where it is written short."""

    label: str
    heads: tuple[str, ...]
    abbreviated: bool = False


@dataclass(frozen=True, slots=True)
class Province:
    """A province by its name alone; `label` with its kind: "tỉnh Gia Lai"."""

    label: str


@dataclass(frozen=True, slots=True)
class Post:
    """The words for a post; `holds` the body that the post alone implies, `head` the head it shortens."""

    label: str
    holds: str
    head: str


@dataclass(frozen=True, slots=True)
class Stop:
    """Words that end a name; `soft` where they also occur inside one."""

    soft: bool


Entry = Body | Head | Common | Field | Province | Post | Stop


@cache
def lexicon() -> Gazetteer[Entry]:
    """Return the gazetteer of everything above."""
    entries: list[tuple[str, Entry]] = [
        *_bodies(),
        *_heads(),
        *_groups(),
        *_fields(),
        *_provinces(),
        *_posts(),
    ]
    entries += [(row["words"], Stop(row["soft"] == "1")) for row in table("stops")]
    return Gazetteer(_unique(entries))


@cache
def abbreviations() -> dict[str, str]:
    """Return what each abbreviation that means one thing anywhere stands for."""
    return {row["abbreviation"]: row["expansion"] for row in table("abbreviations") if not row["context"]}


@cache
def recipient_abbreviations() -> dict[str, str]:
    """Return what each abbreviation stands for in a list of recipients."""
    return {row["abbreviation"]: row["expansion"] for row in table("abbreviations")}


@cache
def provinces() -> dict[str, str]:
    """Return each province's name with its kind ("tỉnh Gia Lai") by the folded name alone ("gia lai").

    Where a name was a province's before and after a merger, the kind it has now counts.
    """
    found: dict[str, str] = {}
    for row in sorted(table("provinces"), key=lambda row: row["valid_to"] or "9999"):
        label = f"{row['kind']} {row['name']}"
        for name in (row["name"], *several(row.get("also", ""))):
            found[fold(name)] = label
    return found


@cache
def place_heads() -> frozenset[str]:
    """Return the heads that a place completes: "Ủy ban nhân dân"."""
    return frozenset(row["head"] for row in table("heads") if row["complement"] == "place")


@cache
def group_labels() -> dict[str, str]:
    """Return the groups of bodies by a common noun, by the noun in matching form."""
    return {matching(row["group"]): row["group"] for row in table("groups")}


@cache
def regions() -> frozenset[str]:
    """Return the folded names of the regions of many provinces: "tây nguyên"."""
    return frozenset(fold(row["region"]) for row in table("regions"))


@cache
def hard_stops() -> frozenset[str]:
    """Return the words that end any name."""
    return frozenset(row["words"] for row in table("stops") if row["soft"] != "1")


@cache
def surnames() -> frozenset[str]:
    """Return the family names, so that a person is not taken for a place."""
    return frozenset(row["surname"] for row in table("surnames"))


@cache
def namesakes() -> frozenset[str]:
    """Return the folded names of persons that places bear: "võ thị sáu"."""
    return frozenset(fold(row["name"]) for row in table("namesakes"))


@cache
def ranks() -> frozenset[str]:
    """Return the folded ranks and degrees before persons' names, without the full stop: "thiếu tướng", "pgs.ts"."""
    return frozenset(fold(row["rank"].rstrip(".")) for row in table("ranks"))


@cache
def long_places() -> frozenset[str]:
    """Return the folded names of units below the province that go on where others end.

    Those that a dash joins ("phan rang - tháp chàm"), and those that begin as a province's ("điện biên phủ").
    """
    return frozenset(name for row in table("units") if _goes_on(name := fold(row["name"])))


def _goes_on(name: str) -> bool:
    words = name.split()
    return " - " in name or any(" ".join(words[:count]) in provinces() for count in range(1, len(words)))


def _level(value: str) -> Level | None:
    return Level(value) if value else None


def _unique(entries: list[tuple[str, Entry]]) -> list[tuple[str, Entry]]:
    return list(dict.fromkeys((name, entry) for name, entry in entries if len(name) > 1))


def _bodies() -> list[tuple[str, Entry]]:
    found: list[tuple[str, Entry]] = []
    for row in table("bodies"):
        names = (row["name"], *several(row["abbreviations"]), *several(row["also"]))
        ending = max((e for e in _PLACE_ENDINGS if row["name"].endswith(e)), key=len, default=None)
        if (ending and row["kind"] == "group") or row["name"] in _NEVER_HELD_TO:
            continue
        if ending and row["national"] != "1":
            head = row["name"].removesuffix(ending)
            entry: Entry = Head(head, "place", False, _PLACE_ENDINGS[ending], head in _COMMON_WORDS)
            names = tuple(stem for name in names if (stem := _without_unit(name)))
        else:
            entry = Body(row["name"], _level(row["level"]), row["national"] == "1", row["kind"] == "group")
        found += [(variant, entry) for name in names for variant in _variants(name) if len(variant) > 2]
    return found


def _without_unit(name: str) -> str:
    ending = next((e for e in (*_PLACE_ENDINGS, *(f" {a}" for a in _ABBREVIATED_UNITS)) if name.endswith(e)), "")
    return name.removesuffix(ending) if ending else ""


def _variants(name: str) -> set[str]:
    """Return the ways a name is written that differ in dashes, "và" and commas only."""
    found = {name, name.replace(" - ", "-"), name.replace(" – ", " - ")}
    if " và " in name:
        found |= {name.replace(" và ", " & "), name.replace(" và ", " - ")}
    if ", " in name:
        found.add(name.replace(", ", " "))
    return found


def _heads() -> list[tuple[str, Entry]]:
    found: list[tuple[str, Entry]] = []
    for row in table("heads"):
        entry = Head(row["head"], row["complement"], row["bare"] == "1", _level(row["level"]), row["single"] == "1")
        found += [(name, entry) for name in (row["head"], *several(row["forms"]))]
    return found


def _groups() -> list[tuple[str, Entry]]:
    found: list[tuple[str, Entry]] = []
    for row in table("groups"):
        entry = Common(row["group"], row["generic"] == "1", row["alone"] == "1")
        found += [(name, entry) for name in (row["group"], *several(row["forms"]))]
    return found


def _fields() -> list[tuple[str, Entry]]:
    found: list[tuple[str, Entry]] = []
    for row in table("fields"):
        heads = several(row["used_by"])
        full, short = Field(row["field"], heads), Field(row["field"], heads, abbreviated=True)
        found += [(variant, full) for variant in _variants(row["field"])]
        abbreviated = several(row["abbreviations"])
        halves = _half_shortened(row["field"], abbreviated)
        found += [(name, short) for name in (*abbreviated, *halves)]
        for head in heads:
            if head in {"Bộ", "Sở", "Phòng"}:
                found += _composed(head, row["field"], abbreviated, halves)
    return found


def _half_shortened(field: str, abbreviated: tuple[str, ...]) -> list[str]:
    """Return a field's names with only its first or its last words shortened: "Nông nghiệp và PTNT"."""
    words, joints = _JOINT.split(field), _JOINT.findall(field)
    found: set[str] = set()
    for short in abbreviated:
        letters, marks = _JOINT.split(short), _JOINT.findall(short)
        if len(letters) != len(words):
            continue
        for i in range(1, len(words)):
            found |= _variants(_joined(words[:i], joints) + joints[i - 1] + _joined(letters[i:], marks[i:]))
            found |= _variants(_joined(letters[:i], marks) + joints[i - 1] + _joined(words[i:], joints[i:]))
    return sorted(found)


def _joined(parts: list[str], joints: list[str]) -> str:
    return "".join(chain.from_iterable(zip_longest(parts, joints[: len(parts) - 1], fillvalue="")))


def _composed(head: str, field: str, abbreviated: tuple[str, ...], halves: list[str]) -> list[tuple[str, Entry]]:
    """Return the names of a head with a field; of a body that a table of its own gives, the half shortened alone."""
    level = {"Bộ": Level.CENTRAL, "Sở": Level.PROVINCE, "Phòng": Level.DISTRICT}[head]
    label = f"{head} {field}"
    known = any(row["name"] == label for row in table("bodies"))
    entry = Body(label, level, head == "Bộ")
    return [(f"{head} {name}", entry) for name in (*(() if known else (*_variants(field), *abbreviated)), *halves)]


def _provinces() -> list[tuple[str, Entry]]:
    return [(name, Province(label)) for name, label in provinces().items()]


def _posts() -> list[tuple[str, Entry]]:
    return [
        (row["post"], Post(row["post"], row["holds"], row["stands_for"]))
        for row in table("posts")
        if row["post"] != "Thường trực"
    ]
