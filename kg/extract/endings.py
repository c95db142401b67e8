"""What the names of one enumeration share: an ending said once, a place, an owner, an office over several committees.

Pure functions of an enumeration's mentions and the text in matching form.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract import labels
from kg.extract.lexicon import place_heads
from kg.extract.names import Mention, Name
from kg.language.words import pattern
from kg.records import Level


def shared(series: list[Mention], low: str) -> list[Mention]:
    """Return the mentions of an enumeration with what they share: "HĐND, UBND tỉnh", "các văn phòng tỉnh ủy, …"."""
    return _over_committees(_shared_endings(_of_the_centre(_at_the_end(series, low))), low)


_AT_THE_END = pattern(r" (?P<place>tỉnh|thành phố|huyện|quận|thị xã|xã|phường)$")
_ONE_PLACE = frozenset({"tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường"})
_LEVELS = {"tỉnh": Level.PROVINCE, "thành phố": Level.PROVINCE, "xã": Level.COMMUNE, "phường": Level.COMMUNE}


def _at_the_end(series: list[Mention], low: str) -> list[Mention]:
    """Give the place behind a collective to the body before it: "UBMTTQ Việt Nam và các đoàn thể tỉnh"."""
    last = series[-1]
    place = _AT_THE_END.search(low, last.end, last.last) if last.name.generic and len(series) > 1 else None
    body = series[-2].name if place else last.name
    if place is None or not _takes_place(body) or body.place or body.head in labels.PARTY_COMMITTEES:
        return series
    own, level = place["place"], _LEVELS.get(place["place"], Level.DISTRICT)
    named = replace(body, label=f"{body.label} {own}", place=own, level=level, bare=False, acting=False)
    return [*series[:-2], replace(series[-2], name=named, whole=False), last]


def _shared_endings(series: list[Mention]) -> list[Mention]:
    """Give what a later name of an enumeration ends with to those before it: "HĐND, UBND tỉnh Gia Lai"."""
    found = list(series)
    for i in range(len(found) - 2, -1, -1):
        name, following = found[i].name, found[i + 1].name
        if following.place and not name.place and _takes_place_of(name, following):
            places = [m.name for m in found[i + 1 :] if m.name.base == following.base and m.name.province]
            shared = places if following.province else [following]
            found[i : i + 1] = [replace(found[i], name=_sharing(name, each), whole=False) for each in shared]
        elif name.group and name.label in _OF_OWNERS and (owner := _OWNED_BY.match(following.label)):
            label = f"{name.label[:1].lower()}{name.label[1:]} {owner[1]}"
            found[i] = replace(found[i], name=replace(following, label=label, head=name.head), whole=False)
        elif council := _council_of_boards(name, following) or _committee_of_boards(name, following):
            board = replace(following, label=f"{name.label}{council}", head=name.head, inner=None)
            found[i] = replace(found[i], name=board, whole=False)
    return found


def _of_the_centre(series: list[Mention]) -> list[Mention]:
    """Put unions behind a central one at the centre too: "Trung ương Hội Nông dân, Hội Liên hiệp Phụ nữ"."""
    if not series[0].name.label.startswith(f"{_CENTRE} "):
        return series
    unions = {label: f"{_CENTRE} {label}{' Việt Nam' if label.startswith('Hội') else ''}" for label in _UNIONS}
    central = [m.name.label in unions and not m.name.place for m in series]
    names = (replace(m.name, label=unions.get(m.name.label, ""), level=Level.CENTRAL, bare=False) for m in series)
    named = (replace(n, head=n.label, national=True) for n in names)
    return [replace(m, name=n) if yes else m for m, n, yes in zip(series, named, central, strict=True)]


_CENTRE = "Trung ương"
_UNIONS = (*(union for union in labels.UNIONS if union.startswith("Hội")), "Đoàn Thanh niên Cộng sản Hồ Chí Minh")

_OF_OWNERS = frozenset(
    {"cơ quan", "đơn vị", "tổ chức", "doanh nghiệp", "vụ", "cục", "tổng cục", "viện", "trung tâm"}
    | {"Tập đoàn", "tập đoàn", "tổng công ty", "công ty"}
)
_OWNED_BY = re.compile(rf"(?:{'|'.join(sorted(_OF_OWNERS))}) ((?:(?:trực )?thuộc|của) .+|nhà nước)")


def _council_of_boards(name: Name, following: Name) -> str:
    """Return the council that two of its boards share: "Ban Pháp chế, Ban Dân tộc Hội đồng nhân dân tỉnh"."""
    match = _COUNCIL_BOARD.search(following.label)
    boards = name.label.startswith("Ban ") and following.label.startswith("Ban ")
    return match[0] if match and boards and not _COUNCIL_BOARD.search(name.label) else ""


_PARTY_OWNERS = (*sorted(labels.PARTY_COMMITTEES), "ban đảng")


def _committee_of_boards(name: Name, following: Name) -> str:
    """Return the party committee that two of its boards share: "Ban Tổ chức, Ban Nội chính Tỉnh ủy"."""
    office = _office(following.label)
    committee = following.label.removeprefix(office) if office in {*labels.PARTY_BOARDS, "Văn phòng"} else ""
    return committee if name.label in labels.PARTY_BOARDS else ""


def _office(label: str) -> str:
    """Return what stands over a party committee in a name: "Văn phòng" of "Văn phòng Tỉnh ủy"."""
    owner = next((c for c in _PARTY_OWNERS if label.endswith(f" {c}")), "")
    return label.removesuffix(owner).rstrip() if owner else ""


def _over_committees(series: list[Mention], low: str) -> list[Mention]:
    """Give an office named for many to the committees behind it: "các văn phòng tỉnh ủy, thành ủy"."""
    found = list(series)
    for i in range(1, len(found)):
        first, this = found[i - 1].name, found[i].name
        office = _office(first.label)
        several = low.endswith("các ", 0, found[i - 1].start) or " các " in low[found[i - 1].start : found[i - 1].end]
        several = (
            several or first.label.endswith(_OF_DISTRICTS) or (first.group and found[i - 1].start > found[0].start)
        )
        if office and this.label in labels.PARTY_COMMITTEES and several:
            both = replace(this, label=f"{office} {this.label}", head=office, inner=this, group=True)
            found[i] = replace(found[i], name=both, whole=False)
    return found


def _takes_place_of(name: Name, following: Name) -> bool:
    """Whether the place of the next name is this one's too; unions and communes' party committees with their like."""
    if name.label == labels.LOCAL_COMMITTEE:
        return name.bare and following.level is Level.COMMUNE
    if name.label in labels.UNIONS:
        return following.base in labels.UNIONS
    return _takes_place(name)


def _takes_place(name: Name) -> bool:
    owner = name.inner if name.inner is not None and name.head == "Ban Thường trực" else name
    return name.head in labels.PARTY_COMMITTEES or (owner.bare and owner.label in place_heads())


def _sharing(name: Name, following: Name) -> Name:
    if name.head in labels.PARTY_COMMITTEES:
        if not following.province:
            return name
        place = following.province.removeprefix("tỉnh ").removeprefix("thành phố ")
        return replace(name, label=f"{name.label} {place}", place=place, province=following.province)
    return replace(
        name,
        label=f"{name.label} {following.place}",
        place=following.place,
        level=following.level,
        group=following.group and following.place not in _ONE_PLACE,
        province=following.province,
        bare=False,
        inner=None,
    )


_OF_DISTRICTS = (" Huyện ủy", " Quận ủy", " Thị ủy")
_COUNCIL_BOARD = re.compile(r" Hội đồng nhân dân.*")
