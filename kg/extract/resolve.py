"""Short, misspelt and differently written mentions → the one full name that the notice gives.

Only what admits one reading is resolved; the rest keeps its own words. A pure function of the mentions.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz.distance import OSA

from kg.extract.labels import DEPARTMENT, LOCAL_COMMITTEE, MEANT_ALONE, OFFICES_NAMED_ALONE, OWN_KINDS
from kg.extract.names import Mention, Name
from kg.extract.places import COMMUNE_KINDS, GROUP_LABELS, LOWER_UNITS
from kg.language.words import SMALL, fold
from kg.records import Level

BRANCH = "Ngành"
_PUNCTUATION = re.compile(r"[^\w\s]")
_INITIALS = re.compile(
    rf"(?P<head>[^\W\d_][{SMALL}]*(?: [^\W\d_][{SMALL}]+)*) (?P<letters>[A-ZĐ]{{2,}}(?:[ ,&-]+[A-ZĐ]+)*)"
    rf"(?P<tail>(?: (?:[^\W\d_]*[{SMALL}]+|-))*)"
)
_LEGAL_FORM = re.compile(r"^(?:cổ phần|trách nhiệm hữu hạn(?: (?:một|hai) thành viên(?: trở lên)?)?) ")
_WHOLE_COUNTRY = re.compile(
    rf"^(Ban Chỉ đạo|Ban Chỉ huy|Tiểu ban|Hội đồng|Ủy ban) (?:[Qq]uốc gia|Trung ương|Nhà nước)(?= (?:về|[{SMALL}]))"
)
_CONNECTIVES = frozenset({"và", "của", "các", "về"})
_OWN = frozenset({"tỉnh", "thành phố"})
_COMMITTEES = {"Huyện ủy": "huyện ", "Quận ủy": "quận ", "Thị ủy": "thị xã ", "Thành ủy": "thành phố "}
_COMMUNES = tuple(f"{kind} " for kind in COMMUNE_KINDS)
_COMMITTEE_OF = re.compile(r"(Huyện ủy|Quận ủy|Thị ủy) (.+)")
_CITY = "thành phố"
_REGIONS = ("khu vực ", "liên huyện ")
_WORDS_TO_KNOW_BY = 3
"""Words from which on the beginning of a name is enough to know it by."""

_LONG_ENOUGH = 25
"""Letters from which on two names of one head that differ by one letter are one name."""


@dataclass(frozen=True, slots=True)
class Home:
    """What "Bộ", "Sở", "Tỉnh" with a capital letter mean in a notice: the body that issues it, its province."""

    organ: Name | None = None
    """The ministry or the department."""
    province: str | None = None
    unit: str = ""
    """The district or commune whose organ issues the notice, or that its title is about: "huyện Bình Trung".

    Only its kind ("quận") where the notice does not say which it is.
    """
    unit_visited: bool = False
    """Whether the unit is only the one that the title of a province's notice is about."""
    committee: str = ""
    """The party committee of a body that issues the notice: "Đảng ủy Ủy ban nhân dân tỉnh"; or ""."""
    visited: bool = False
    """Whether the province is only the one that a central notice is about."""


def at_home(mentions: Sequence[Mention], home: Home) -> list[Mention]:
    """Return the mentions with those that only say "Bộ", "Sở", "Tỉnh" under the name of the notice's own."""
    return [replace(m, name=own_name(m.name, home)) for m in mentions]


def own_name(name: Name, home: Home) -> Name:
    """Return a name with the organ, province or district that the notice leaves out because it is its own."""
    if home.visited and home.province and name.place in _OWN and not name.group and not name.province:
        return replace(name, label=f"{name.base} {home.province}", place=home.province, province=home.province)
    if name.place in LOWER_UNITS or (name.place == _CITY and _of_city(home)):
        return _of_unit(name, home.unit)
    if name.bare:
        return _of_home(name, home)
    if name.place or (name.group and not name.label.endswith(f" {LOCAL_COMMITTEE}")):
        return name
    return _of_committee(name, home.unit) if home.unit_visited or _of_city(home) else _of_party(name, home)


def _of_city(home: Home) -> bool:
    """Whether a notice is of, or its title about, a city in a province: "UBND thành phố" is then that city's."""
    province = home.province or ""
    return home.unit.startswith(f"{_CITY} ") and not province.startswith(_CITY)


def _of_home(name: Name, home: Home) -> Name:
    """Return a short mention under the name of the notice's own organ or province."""
    if own_kind(name) or name.label == BRANCH:
        return _of_organ(name, home.organ)
    if name.label in _OWN and name.acting and home.province:
        return replace(name, label=home.province, place=home.province, province=home.province, bare=False)
    return name


def own_kind(name: Name) -> str:
    """Return the kind of organ that a name says for the notice's own: "Sở" of "Văn phòng Sở"; or ""."""
    last = name.label.rpartition(" ")[2]
    return last if name.bare and last in OWN_KINDS else ""


def _of_organ(name: Name, organ: Name | None) -> Name:
    """ "Bộ" is the ministry itself, "Ngành" the branch it heads ("ngành Tư pháp"), "Thanh tra Bộ" an office of it.

    In a notice of another body, "Sở" is no department in particular.
    """
    kind, field = (organ.label.partition(" ")[::2]) if organ else ("", "")
    if organ and name.label == BRANCH:
        return replace(name, label=f"ngành {field}", bare=False, acting=False) if kind in OWN_KINDS else organ
    own = own_kind(name)
    if organ and own == kind:
        whole = replace(name, label=f"{name.label.removesuffix(own)}{organ.label}", bare=False)
        return organ if name.label == own else whole
    if own == DEPARTMENT:
        label = f"{name.label[:1].lower()}{name.label[1:].replace(own, own.lower())}"
        return replace(name, label=label, group=True, generic=True, bare=False, acting=False)
    return name


def _of_unit(name: Name, unit: str) -> Name:
    """ "UBND huyện" is the notice's own district's in a district's notice, named or not, else that of every one."""
    if unit.startswith(f"{name.place} "):
        level = Level.DISTRICT if name.place == _CITY else name.level
        return replace(name, label=f"{name.base} {unit}", place=unit, group=False, level=level)
    if unit == name.place:
        return name
    words = GROUP_LABELS[name.level] if name.level else name.place
    return replace(name, label=f"{name.base} {words}", place=words, group=True)


def _of_committee(name: Name, unit: str) -> Name:
    """ "Huyện ủy" in a notice about one district is that district's."""
    for committee, kind in _COMMITTEES.items():
        if name.label.endswith(committee) and unit.startswith(kind):
            place = unit.removeprefix(kind)
            return replace(name, label=f"{name.label} {place}", place=place)
    return name


def _of_party(name: Name, home: Home) -> Name:
    """ "Ban Thường vụ Đảng ủy" in a commune's or a committee's own notice is that of its committee: many have one."""
    if not name.label.endswith(LOCAL_COMMITTEE):
        return name
    if home.committee:
        return replace(name, label=f"{name.label.removesuffix(LOCAL_COMMITTEE)}{home.committee}")
    own = home.unit.startswith(_COMMUNES)
    return replace(name, label=f"{name.label} {home.unit}", place=home.unit) if own else name


def unit_of(name: Name) -> str:
    """Return the district or commune in a body's name: "huyện An Lĩnh" of "Ban Thường vụ Huyện ủy An Lĩnh"; or ""."""
    committee = _COMMITTEE_OF.search(name.label)
    if committee:
        return f"{_COMMITTEES[committee[1]]}{committee[2]}"
    kind = next((kind for kind in LOWER_UNITS if name.place.startswith(f"{kind} ")), None)
    return name.place if kind else ""


def resolve(mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions under their full names, in the same order."""
    spelled = _spellings([m.name for m in mentions if not _means_own(m.name)])
    full = [n for n in {**{key(n.label): n for n in spelled.values()}}.values() if not n.bare]
    vague = {(m.first, m.last) for m in mentions if m.name.generic}
    found: list[Mention] = []
    for mention in mentions:
        name = mention.name
        if not _means_own(name):
            last = _named_last(name, found) if name.bare and name.label in MEANT_ALONE else None
            name = last or _of_company(_of_initials(_full(spelled[name], full), full), full)
            if name.group and name.label == name.head and (mention.first, mention.last) not in vague:
                name = _of_owner(name, [m.name for m in found])
        found.append(replace(mention, name=name))
    return found


def _named_last(short: Name, before: Sequence[Mention]) -> Name | None:
    """Return the one that a head alone means: the one of its kind named last, "Công ty" behind "Công ty An Lĩnh"."""
    same = (m.name for m in reversed(before) if m.name.head == short.head and not (m.name.bare or m.name.group))
    return next((n for n in same if n.inner is None), None)


def _means_own(name: Name) -> bool:
    """Whether a name means the organ that issues the notice, or what belongs to it: "Bộ", "đơn vị thuộc Sở"."""
    return name.bare and (name.label == BRANCH or bool(own_kind(name)))


def _of_initials(name: Name, full: Sequence[Name]) -> Name:
    """Return the one name of the notice that a name in initials stands for: "Trung tâm PTQĐ", "phòng TC-KH".

    The head stands before the initials in full; each letter begins a word of the name, in order. Connectives have no
    letter, nor have words that a name is longer by, where none has as many words. Where two names fit, the initials
    stay. Words behind the initials are the last ones of the name: "Tập đoàn CN Than - Khoáng sản". A company's legal
    form may be left out.
    """
    match = _INITIALS.fullmatch(name.base)
    if not match or name.group:
        return name
    letters, tail = [c for c in fold(match["letters"]) if c.isalpha()], _words(match["tail"])
    others = {key(n.base): n for n in full if n.base != name.base}
    read = {k: [r for r in _lettered(n, match["head"]) if _abbreviated(r, letters, tail)] for k, n in others.items()}
    fitting = {k: others[k] for k, readings in read.items() if readings}
    exact = {k: n for k, n in fitting.items() if any(len(r) == len(letters) + len(tail) for r in read[k])}
    if len(exact or fitting) != 1:
        return name
    whole = next(iter((exact or fitting).values()))
    if not name.place or name.place == whole.place:
        return whole
    return replace(whole, label=f"{whole.base} {name.place}", place=name.place, group=name.group)


def _abbreviated(words: Sequence[str], letters: Sequence[str], tail: Sequence[str]) -> bool:
    """Whether letters begin words, in order, and the last words stand in full."""
    shortened, last = words[: len(words) - len(tail)], words[len(words) - len(tail) :]
    fits = all(word[0] == letter for word, letter in zip(shortened, letters, strict=False))
    enough = len(shortened) == len(letters) if tail else len(shortened) >= len(letters)
    return fits and enough and list(last) == list(tail)


def _of_company(name: Name, full: Sequence[Name]) -> Name:
    """Return the one company of the notice that a name leaves the legal form out of: "Công ty Thoát nước Hòa Giang"."""
    core = _core(name)
    if not name.head.endswith("ông ty") or name.group or not core or core != key(name.label):
        return name
    formed = {key(n.label): n for n in full if n.head == name.head and not n.group and _core(n) != key(n.label)}
    same = [n for n in formed.values() if _core(n) == core]
    longer = (
        [n for n in formed.values() if _core(n).startswith(f"{core} ")] if len(core.split()) > _WORDS_TO_KNOW_BY else []
    )
    found = same or longer
    return found[0] if len(found) == 1 else name


def _core(name: Name) -> str:
    """Return a company's name without its legal form, in the form for comparing."""
    words, head = key(name.label), key(name.head)
    return f"{head} {_LEGAL_FORM.sub('', words.removeprefix(head).lstrip())}"


def _lettered(name: Name, head: str) -> list[list[str]]:
    """Return the words of a name behind a head that have a letter in its initials, with and without its legal form."""
    words, first = _PUNCTUATION.sub(" ", fold(name.base)).split(), fold(head).split()
    if words[: len(first)] != first:
        return []
    rest = " ".join(words[len(first) :])
    return [_words(each) for each in dict.fromkeys((rest, _LEGAL_FORM.sub("", rest)))]


def _words(text: str) -> list[str]:
    return [word for word in _PUNCTUATION.sub(" ", fold(text)).split() if word not in _CONNECTIVES]


@lru_cache(maxsize=8192)
def key(label: str) -> str:
    """Return what two ways to write one name share: no punctuation, no case, one style of tone marks."""
    return " ".join(_PUNCTUATION.sub(" ", fold(label)).split())


def _spellings(names: Sequence[Name]) -> dict[Name, Name]:
    """Return, for each name, the same in the notice's best spelling of it."""
    counts = Counter(key(n.label) for n in names)
    best: dict[str, Name] = {}
    for name in names:
        same = best.get(key(name.label))
        if same is None or _shouts(same.label) > _shouts(name.label):
            best[key(name.label)] = name
    corrected = {k: _correction(k, best, counts) for k in best}
    return {name: replace(name, label=best[corrected[key(name.label)]].label) for name in names}


def _shouts(label: str) -> int:
    return sum(c.isupper() for c in label)


def _correction(wrong: str, best: dict[str, Name], counts: Counter[str]) -> str:
    """Return the key of the more frequent name that this one misspells by one letter, or its own."""
    if len(wrong) < _LONG_ENOUGH:
        return wrong
    head = fold(best[wrong].head)
    for other, name in best.items():
        near = other != wrong and abs(len(other) - len(wrong)) <= 1 and counts[other] > counts[wrong]
        digits = [c for c in other if c.isdigit()] == [c for c in wrong if c.isdigit()]
        if near and digits and fold(name.head) == head and OSA.distance(wrong, other, score_cutoff=1) == 1:
            return other
    return wrong


def _full(name: Name, full: Sequence[Name]) -> Name:
    if name.inner is not None and name.inner.bare:
        inner = _full(name.inner, full)
        return replace(
            name, label=name.label.removesuffix(name.inner.label) + inner.label, inner=inner, bare=inner.bare
        )
    if name.bare:
        return _unabridged(name, full)
    if name.group:
        return name
    return _begun(_with_place(name, full), full) if not name.place else name


def _of_owner(name: Name, full: Sequence[Name]) -> Name:
    """Return the group of a body that a common noun alone means: "bệnh viện" of "bệnh viện trực thuộc Bộ Y tế"."""
    if name.generic or name.label != name.head:
        return name
    belongs = re.compile(rf"{re.escape(name.head)} (?:trực )?thuộc ")
    owned = {key(n.label): n for n in full if n.group and belongs.match(n.label)}
    return next(iter(owned.values())) if len(owned) == 1 else name


def _begun(name: Name, full: Sequence[Name]) -> Name:
    """Return the one name that begins with the words of this one: "Chi cục Thuế" of "Chi cục Thuế khu vực An Lĩnh"."""
    if name.national or name.inner or len(name.label.split()) < _WORDS_TO_KNOW_BY:
        return name
    begins = f"{key(name.label)} "
    longer = {key(n.label): n for n in full if key(n.label).startswith(begins) and not (n.group or n.inner)}
    whole = {k: n for k, n in longer.items() if not any(other.startswith(f"{k} ") for other in longer)}
    bases = {key(n.base) for n in whole.values()}
    if len(bases) != 1 or bases == {key(name.label)}:
        return name
    return max(whole.values(), key=lambda n: len(n.label))


def _unabridged(name: Name, full: Sequence[Name]) -> Name:
    """Return the full name that a short mention stands for, where there is one only."""
    shared = [n for n in full if _shares_head(n, name)]
    same_head = [n for n in shared if not any(key(o.label).startswith(f"{key(n.label)} ") for o in shared)] or shared
    if name.place:
        bases = {key(n.base): n.base for n in same_head if not any(c.isdigit() for c in n.base.replace("-19", ""))}
        if len(bases) == 1:
            base = _WHOLE_COUNTRY.sub(r"\1", next(iter(bases.values())))
            return replace(name, label=f"{base} {name.place}", bare=False)
        return name
    own = [n for n in same_head if not n.group] or same_head
    provinces = {n.province for n in own if n.province}
    if len({key(n.base if _own(n) or len(provinces) == 1 else n.label) for n in own}) == 1:
        return min(own, key=lambda n: (n.place not in _OWN, -len(n.label), n.label))
    return replace(name, acting=True)


def _shares_head(name: Name, short: Name) -> bool:
    """Whether a short mention may mean a name; the office of another body only where it is one named alone."""
    if short.head in OFFICES_NAMED_ALONE:
        return name.label.startswith(f"{short.head} ")
    of_kind = name.head == short.head or name.head.startswith(f"{short.head} ")
    return of_kind and name.inner is None


def _own(name: Name) -> bool:
    return not name.place or name.place in _OWN


def _with_place(name: Name, full: Sequence[Name]) -> Name:
    """Return the same body with "tỉnh" where the notice also writes it so."""
    same = [n for n in full if key(n.base) == key(name.label)]
    own = [n for n in same if n.place in {"tỉnh", "thành phố", *LOWER_UNITS}]
    one = own or [n for n in same if (unit_of(n) or n.place.startswith(_REGIONS)) and not n.group]
    return one[0] if len(one) == 1 else name
