"""The places and levels that complete a body's name: "tỉnh", "huyện Bình Trung", "các xã, phường", "cấp tỉnh".

A pure function of the text at an offset; what it returns is in the words of `kg.records.Level`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.extract.lexicon import hard_stops, long_places, namesakes, provinces, ranks, regions, surnames
from kg.language.words import CAPITALS, fold, pattern
from kg.records import Level

_ALL = r"(?:tất cả |toàn bộ |hầu hết )?(?:các |những |mọi |từng |mỗi |\d{1,3} )?"
_JOIN = r"(?:\s?[,/-]\s?|,? và |,? )(?:các )?"
_DISTRICT_UNIT = r"(?:quận|huyện|thị xã|thành phố|thị|tp\.?|tx\.?)"
COMMUNE_KINDS = ("xã", "phường", "thị trấn", "đặc khu")
_COMMUNE_UNIT = f"(?:{'|'.join(COMMUNE_KINDS)})"
_END = r"(?!\w)"
_OF_VERB = rf"(?! (?:lập|tích|công|viên|phần|quả){_END})"
"""What makes "thành" the first syllable of another word: "UBND tỉnh thành lập …"."""

_PROVINCES = pattern(
    rf"{_ALL}(?:tỉnh{_JOIN}(?:thành phố|thành{_OF_VERB}|tp\.?)|tỉnh thành{_OF_VERB}){_END}"
    rf"(?:,? (?:trực thuộc|thuộc) (?:trung ương|tw|tư){_END})?"
)
_DISTRICTS = pattern(rf"{_ALL}{_DISTRICT_UNIT}(?:{_JOIN}{_DISTRICT_UNIT})+{_END}(?: (?:trực )?thuộc tỉnh{_END})?")
_COMMUNES = pattern(rf"{_ALL}{_COMMUNE_UNIT}(?:{_JOIN}{_COMMUNE_UNIT})+{_END}")
_DISTRICTS_PLURAL = pattern(rf"(?:tất cả )?(?:các|những|mỗi|\d{{1,3}}) (?:huyện|quận|thị xã){_END}")
_COMMUNES_PLURAL = pattern(rf"(?:tất cả )?(?:các|những|mỗi|\d{{1,3}}) {_COMMUNE_UNIT}{_END}")
_PROVINCES_PLURAL = pattern(rf"(?:tất cả )?(?:các|những|\d{{1,2}}) tỉnh{_END}")
_LEVEL = pattern(rf"(?:các )?cấp (tỉnh|huyện|xã|cơ sở|trung ương){_END}(?:{_JOIN}(?:tỉnh|huyện|xã|phường){_END})?")
_ALL_LEVELS = pattern(rf"các cấp{_END}")
_SAME_LEVEL = pattern(rf"cùng cấp{_END}")
_UNIT = pattern(
    rf"(?:(tỉnh|tinh)(?! ủy(?!\w))|(thành phố|tp)|(quận|huyện|thị xã|tx)|({_COMMUNE_UNIT})){_END}(?:(?<=tp|tx)\.)?"
)
_POST_BEFORE = pattern(r"(?<!\w)(?:chủ tịch|bí thư|trưởng|giám đốc|chánh văn phòng|chủ nhiệm)(?!\w)[^,;:.\n]*$")
_ROMAN_OR_NUMBER = re.compile(r"(?:\d{1,2}|[IVX]{1,4})(?!\w)")
_PROPER = re.compile(rf"(?:[{CAPITALS}][\w'’]*)(?:[ -][{CAPITALS}][\w'’]*){{0,4}}")

HAMLET = re.compile(
    r" (?:thôn|ấp|bản|khu phố|tổ dân phố|khối|xóm|buôn|làng) "
    rf"(?:\d{{1,2}}(?!\w)|{_PROPER.pattern}(?: \d{{1,2}}(?!\w))?)"
)
"""A space and a part of a commune by its name or number: "thôn Bến Gỗ 2"."""

_COMMITTEE = pattern(r"(?:,| và)? ?(?:các )?(?:thị |thành )?[ -]?ủy(?!\w)| đòan(?! kiểm tra| công tác|\w)")

LEVEL_WORDS = {"tỉnh": Level.PROVINCE, "huyện": Level.DISTRICT, "xã": Level.COMMUNE, "cơ sở": Level.COMMUNE}
LOWER_UNITS = frozenset({"huyện", "quận", "thị xã", *COMMUNE_KINDS})
GROUP_LABELS = {Level.PROVINCE: "cấp tỉnh", Level.DISTRICT: "cấp huyện", Level.COMMUNE: "cấp xã"}


@dataclass(frozen=True, slots=True)
class Place:
    """A place or level behind a head, ending at `end`: the words it adds to a name, and what they say."""

    end: int
    words: str
    level: Level | None
    group: bool = False
    province: str | None = None
    own: bool = False
    """Whether it is the notice's own place, not named: "tỉnh", "thành phố"."""
    start: int = 0
    """Where its own words begin, in a list."""


def group(low: str, at: int) -> Place | None:
    """Return the group of places that a text in matching form has at an offset, or None."""
    for expression, level in (
        (_PROVINCES, Level.PROVINCE),
        (_DISTRICTS, Level.DISTRICT),
        (_COMMUNES, Level.COMMUNE),
        (_DISTRICTS_PLURAL, Level.DISTRICT),
        (_COMMUNES_PLURAL, Level.COMMUNE),
        (_PROVINCES_PLURAL, Level.PROVINCE),
    ):
        if (match := expression.match(low, at)) and not _COMMITTEE.match(low, match.end()):
            return Place(match.end(), GROUP_LABELS[level], level, group=True)
    if match := _LEVEL.match(low, at):
        level_or_none = LEVEL_WORDS.get(match[1])
        words = GROUP_LABELS.get(level_or_none, f"cấp {match[1]}") if level_or_none else f"cấp {match[1]}"
        return Place(match.end(), words, level_or_none or Level.CENTRAL, group=True)
    if match := _ALL_LEVELS.match(low, at):
        return Place(match.end(), "các cấp", None, group=True)
    if match := _SAME_LEVEL.match(low, at):
        return Place(match.end(), "cùng cấp", None, group=True)
    return None


def unit(text: str, low: str, at: int) -> Place | None:
    """Return one place at an offset: "tỉnh", "tỉnh Gia Lai", "huyện Bình Trung", "Thành phố"; or None."""
    match = _UNIT.match(low, at)
    if not match:
        return None
    kind = next(i for i, value in enumerate(match.groups()) if value)
    name = _name_behind(text, match.end(), numbered=kind > 1)
    if name and name[0].isupper() and len(match[0]) > len("tp.") and text[at : match.end()].isupper():
        name = _from_capitals(name[0].split(" "), match.end() + 1)
    word = ("tỉnh", "thành phố", low[at : match.end()], low[at : match.end()])[kind]
    word = _in_full(word)
    if kind < 2:
        named = None if name and kind and _holder(name[0], low, at) else name
        return _province_or_city(word, named, match.end())
    if name is None or _holder(name[0], low, at):
        return None
    level = Level.DISTRICT if kind == 2 else Level.COMMUNE
    return Place(name[1], f"{word} {name[0]}", level)


def personal(name: str) -> bool:
    """Whether a proper name is a person's rather than a place's: a family name and two names more."""
    words = name.split()
    return len(words) > 2 and words[0] in surnames() and len(words[-1]) > 1


def _holder(name: str, low: str, at: int) -> bool:
    """Whether a name behind "huyện", "xã" is that of who holds the post before it: "Chủ tịch UBND xã Võ Văn An"."""
    person = personal(name) and fold(name) not in namesakes()
    return person and post_before(low, at)


def post_before(low: str, at: int) -> bool:
    """Whether a post stands in the phrase before an offset, so that the name there may be that of who holds it."""
    return bool(_POST_BEFORE.search(low, max(0, at - 70), at))


def _province_or_city(word: str, name: tuple[str, int] | None, end: int) -> Place | None:
    if name is None:
        return Place(end, word, Level.PROVINCE, own=True)
    label = provinces().get(fold(name[0])) or (word != "tỉnh" and provinces().get(fold(f"TP {name[0]}")))
    if label and (word == "tỉnh" or label.startswith("thành phố")):
        full = label if label.startswith(word) else f"{word} {label.split(' ', 1)[1]}"
        return Place(name[1], full, Level.PROVINCE, province=full)
    if word == "tỉnh":
        if name[0].split()[0] in surnames():
            return Place(end, word, Level.PROVINCE, own=True)
        return Place(name[1], f"tỉnh {name[0]}", Level.PROVINCE, province=f"tỉnh {name[0]}")
    return Place(name[1], f"thành phố {name[0]}", Level.DISTRICT)


def _name_behind(text: str, at: int, *, numbered: bool) -> tuple[str, int] | None:
    """Return the proper name behind a unit word, the longest province's name first, and its end."""
    if text[at : at + 1] == " ":
        return _name_at(text, at + 1, numbered=numbered)
    return _name_at(text, at, numbered=numbered) if text[at - 1] == "." else None


def _from_capitals(words: list[str], at: int) -> tuple[str, int] | None:
    """Return the name in a line of capitals, which a stop word alone ends there: "HÒA GIANG VỀ" as "Hòa Giang"."""
    low = [word.lower() for word in words]
    pairs = [*(" ".join(pair) for pair in pairwise(low)), ""]
    ends = (i for i, pair in enumerate(pairs) if low[i] in hard_stops() or pair in hard_stops())
    kept = words[: next(ends, len(words))]
    return (" ".join(word.capitalize() for word in kept), at + len(" ".join(kept))) if kept else None


def _name_at(text: str, at: int, *, numbered: bool) -> tuple[str, int] | None:
    if numbered and (number := _ROMAN_OR_NUMBER.match(text, at)):
        return number[0], number.end()
    return proper(text, at)


def _compound(text: str, at: int, end: int) -> tuple[str, int] | None:
    """Return a name that goes on behind a dash: "Phan Rang - Tháp Chàm", "Bà Rịa - Vũng Tàu"."""
    further = _PROPER.match(text, end + 3) if text.startswith(" - ", end) else None
    words = further[0].split(" ") if further else []
    for count in range(len(words), 0, -1):
        name = f"{text[at:end]} - {' '.join(words[:count])}"
        if fold(name) in long_places() or fold(name) in provinces():
            return name, at + len(name)
    return None


def proper(text: str, at: int) -> tuple[str, int] | None:
    """Return the proper name at an offset and its end: a known province's, else up to four capitalised words."""
    match = _PROPER.match(text, at)
    if not match:
        return None
    words = _before_person(match[0].split(" "))
    if len(words) == 1 and words[0].lower() in hard_stops():
        return None
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count])
        if fold(name) in provinces() or fold(name) in long_places():
            return _compound(text, at, at + len(name)) or (name, at + len(name))
    name = " ".join(words[:3])
    return (_compound(text, at, at + len(name)) or (name, at + len(name))) if name else None


def _before_person(words: list[str]) -> list[str]:
    """Cut off a person's name, which begins with a family name and has two words more: "Sông Lam" + "Tống Văn Hiệp"."""
    for i in range(1, len(words) - 1):
        if words[i] in surnames() and len(words) - i >= 2 and i >= 2:
            return words[:i]
    return words


_COUNTED = r"(?:các|những|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|\d{1,2})"
_ANY_UNIT = rf"(?:tỉnh|{_DISTRICT_UNIT}|{_COMMUNE_UNIT})"
_LISTED = pattern(
    rf"(?:({_COUNTED}) )?({_ANY_UNIT})((?:{_JOIN}{_ANY_UNIT})*){_END}(?: trực thuộc trung ương)?"
    r" ?(:?)(?:(?<=:) ?|(?<= ))"
)
_BRACKETED = pattern(rf"(?:{_COUNTED} )?({_ANY_UNIT})(?: (?!ủy)[^,;.:()\n]{{2,60}})? \((?:gồm:? |là )?")
_NEXT_IN_BRACKET = pattern(r"(?:, ?(?:và )?| và |; )")
_NEXT = pattern(rf"(?: \([^()\n]{{1,60}}\))?(?:, ?(?:và )?| và |; )(?:({_ANY_UNIT}) )?")


def listed(text: str, low: str, at: int, is_other: Callable[[int], bool]) -> list[Place]:
    """Return the named places of a list behind a body: "các tỉnh: Hòa Giang, Bình Nguyên", "hai huyện An Lĩnh và …".

    Without a colon, or behind one unit that is not said to be several ("trên địa bàn tỉnh: Giao …"), one place alone is
    no list, and two kinds of places leave open what is named: "các huyện, thị xã
    Vĩnh Thạch". `is_other` says of an offset whether something else than a place begins there.
    """
    opening = _LISTED.match(low, at)
    if not opening or not (opening[1] or opening[4]) or (opening[3] and not opening[4] and opening[2] != "tỉnh"):
        return []
    found: list[Place] = []
    word, cursor = opening[2], opening.end()
    begin = cursor
    while not is_other(cursor) and (place := _listed_place(text, word, cursor)):
        found.append(replace(place, start=begin))
        separator = _NEXT.match(low, place.end)
        if not separator:
            break
        begin = separator.start(1) if separator[1] else separator.end()
        word, cursor = separator[1] or word, separator.end()
    plural = opening[1] or opening[3]
    return found if len(found) > 1 or (opening[4] and plural) else []


def bracketed(text: str, low: str, at: int) -> list[Place]:
    """Return the named places that a bracket behind a group of them lists: "các xã vùng cao (Tà Lài, Bến Gỗ)"."""
    opening = _BRACKETED.match(low, at)
    closing = text.find(")", opening.end()) if opening else -1
    found: list[Place] = []
    cursor = opening.end() if opening else at
    while opening and cursor < closing and (place := _listed_place(text, opening[1], cursor)):
        found.append(replace(place, start=cursor))
        separator = _NEXT_IN_BRACKET.match(low, place.end)
        cursor = separator.end() if separator else place.end
        if separator is None:
            break
    whole = len(found) > 1 and cursor == closing
    return [*found[:-1], replace(found[-1], end=closing + 1)] if whole else []


def _listed_place(text: str, word: str, at: int) -> Place | None:
    """One place of a list, by its name and the word for its kind: "huyện" + "An Lĩnh"."""
    named = _name_at(text, at, numbered=word != "tỉnh")
    if named is None or (named[0].isupper() and len(named[0]) > 3) or _unlisted(named[0]):
        return None
    name, end = named
    word = _in_full(word)
    if word in {"tỉnh", "thành phố"} and (known := provinces().get(fold(name))):
        return Place(end, known, Level.PROVINCE, province=known)
    if word == "tỉnh":
        return Place(end, f"tỉnh {name}", Level.PROVINCE, province=f"tỉnh {name}")
    level = Level.COMMUNE if re.fullmatch(_COMMUNE_UNIT, word) else Level.DISTRICT
    return Place(end, f"{word} {name}", level)


def _unlisted(name: str) -> bool:
    """Whether a proper name in a list is no place of it: a person, a rank before one, or a region of many."""
    words = name.split()
    person = len(words) > 2 and words[0] in surnames() and fold(name) not in provinces()
    return fold(name) in ranks() or person or fold(name) in regions()


def _in_full(word: str) -> str:
    """Return the word for a kind of place, spelled out: "tp." as "thành phố"."""
    return {"tp": "thành phố", "tx": "thị xã", "thị": "thị xã"}.get(word.rstrip("."), word)
