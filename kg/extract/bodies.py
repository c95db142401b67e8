"""Phrases that name one body: a fixed name, or a head with its complement, and the place behind either.

Where several places stand behind a head, each makes a name: "Sở Xây dựng các tỉnh: Hòa Giang, Bình Nguyên".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from kg.extract import given, labels, places
from kg.extract.complements import predicate_begins
from kg.extract.lexicon import Body, Common, Entry, Head, Post, group_labels, lexicon, place_heads, surnames
from kg.extract.names import Mention, Name
from kg.extract.places import Place
from kg.extract.purposes import Purposes
from kg.language.scan import Hit
from kg.language.words import CAPITALS, SMALL, matching, pattern
from kg.records import Level

SEPARATOR = pattern(
    r" ?(?:, ?(?:và|đại diện) |; ?(?:và )?|, ?|/| - (?=\w)(?!cơ quan |đơn vị )| (?:và|cùng|cùng với|hoặc) )(?:với )?"
)
_OWN_UNIT = pattern(rf"(?:{'|'.join(sorted(places.LOWER_UNITS))})(?= [\w(–-]|[.,;:)\n]|$)")
_COUNCILS = pattern(r"(?:,| và|/) ?(?:(?:phó )?chủ tịch )?(?:hđnd|ubnd|hội đồng nhân dân|ủy ban nhân dân)(?!\w)")
_MEMBER = pattern(r" viên(?!\w)")
_LOCALITIES = pattern(r"(?:ở |tại |của )?(?:các )?địa phương(?!\w)")
_DASH = re.compile(rf" [-–] (?=[{CAPITALS}][{SMALL}]+ [^\W\d_])")
_SEVERAL = pattern(r"(?:các|những|\d{1,3}) ")
_ABOVE_ALL = pattern(
    r"(?: ven biển| miền núi| khu vực [^,;:.()\n]{2,40})?(?: từ [^,;:.()\n]{2,30} đến [^,;:.()\n]{2,30})?[,;] "
    r"(?:trong đó |nhất là |đặc biệt là |trước hết là |trọng tâm là |tập trung vào )+"
)
_NO_SEATS = frozenset({"Việt Nam", "Trung ương", "Nhà nước", "Nhân dân", "Quốc gia", "Quốc hội", "Chính phủ", "Đảng"})
_REGION = re.compile(
    rf"(?:khu vực|liên huyện) (?:\d{{1,2}}|[IVX]{{1,5}}|[{CAPITALS}]\w*(?: [{CAPITALS}]\w*){{0,3}})(?![\w/])"
    rf"(?: [-–] [{CAPITALS}]\w*(?: [{CAPITALS}]\w*){{0,3}})*"
)
_NAMED_UNIT = pattern(rf"(?:{'|'.join(sorted({'thành phố', *places.LOWER_UNITS}))}) (?=\w)")
_ONE_SYLLABLE = re.compile(rf" [^\W\d_][{SMALL}]+")
_TWO_NUMBERS = pattern(r"( số \d{1,2}) và số \d{1,2}$")
_PRIVATE = re.compile(r"Công ty (?:cổ phần|trách nhiệm hữu hạn)", re.IGNORECASE)

_NAMED_AFTER_PEOPLE = ("Trường", "Bệnh viện", "Công ty", "Tổng công ty", "Học viện", "Viện", "Quỹ", "Bảo tàng", "Nhà ")
"""How names begin that end in a person's."""


class Bodies:
    """Reads the names of bodies in one text; offsets are those of the text."""

    def __init__(self, text: str, short: Mapping[str, str] = MappingProxyType({})) -> None:
        """Take a text, and the labels that the short names in it stand for, besides those of the tables."""
        self.text = text
        self.low = matching(text)
        known = lexicon().scan(self.low)
        self.hits: given.Hits = {**known, **given.hits(text, short, known)}
        self.complements = Purposes(text, self.low, self.hits)

    def _named(self, at: int, *, plural: bool, before: list[Mention], post: str) -> list[Mention]:
        """A fixed name or a head with its complement, the longest that fits."""
        for hit in self.hits.get(at, ()):
            entry = hit.entry
            if isinstance(entry, Body) and not self._one_a_place(hit):
                cut = self._verb_behind_head(hit) or self._goes_on(hit, entry)
                found = [] if cut else self._body(hit, entry, plural)
            elif isinstance(entry, Head) and (plural or post or not entry.single or self._is_name(hit, entry)):
                found = self._head(hit, entry, plural)
            else:
                continue
            if found or (isinstance(entry, Head) and entry.complement == "body"):
                return found
        return []

    def _goes_on(self, hit: Hit[Entry], entry: Body) -> bool:
        """Whether an office's name only begins with a fixed one: "Phòng Kinh tế - Quản lý chợ"."""
        dash = _DASH.match(self.text, hit.end)
        if not dash or not entry.label.startswith(labels.NAMED_WITH_DASH):
            return False
        return self._longest(dash.end(), Body, Common, Post) is None

    def _verb_behind_head(self, hit: Hit[Entry]) -> bool:
        """Whether what seems the field of a body is what it does: "Thanh tra Bộ xây dựng kế hoạch"."""
        second = self.low.find(" ", hit.start, hit.end) + 1
        return second > 0 and self.text[second].islower() and self.complements.takes_object(second)

    def _one_a_place(self, hit: Hit[Entry]) -> bool:
        """Whether a body's name is, with the place behind it, that of one that each place has."""
        heads = (other.entry for other in self.hits[hit.start] if other.end == hit.end)
        local = [entry for entry in heads if isinstance(entry, Head) and entry.complement == "place"]
        at = hit.end + 1
        return bool(local) and self._place_behind(Name(local[0].label, local[0].label), at) is not None

    def _is_name(self, hit: Hit[Entry], entry: Head) -> bool:
        """Whether a head that is also a common word is a name: by its capital letter, or what stands behind it."""
        if entry.label == "Văn phòng" and self.low.startswith(" các ", hit.end):
            return self._longest(hit.end + len(" các "), Body, Head) is not None
        placed = entry.complement == "place" and self._place_behind(Name(entry.label), hit.end + 1) is not None
        return self.text[hit.start].isupper() or placed

    def _body(self, hit: Hit[Entry], entry: Body, plural: bool) -> list[Mention]:
        small = self.text[hit.start].islower()
        if _MEMBER.match(self.low, hit.end) and entry.label in labels.PARTY_COMMITTEES:
            return []
        if small and (" " not in entry.label or entry.label.startswith("Vụ ") or (entry.group and not plural)):
            return []
        name = Name(
            entry.label,
            labels.head_of(entry.label),
            entry.level,
            entry.group or plural,
            national=entry.national,
        )
        if entry.national or entry.level is Level.CENTRAL:
            return [Mention(hit.start, hit.end, name, hit.start, hit.end)]
        return self._placed(name, hit.start, hit.end, plural, required=False)

    def _head(self, hit: Hit[Entry], entry: Head, plural: bool) -> list[Mention]:
        if entry.single and self._shouted(hit):
            return []
        name = Name(entry.label, entry.label, entry.level)
        end = hit.end
        if entry.complement == "place":
            return self._placed(name, hit.start, end, plural, required=not entry.bare)
        if entry.complement == "body":
            return self._of_body(name, hit.start, end, entry.bare)
        return self._of_other(name, hit, plural) or self._composed(name, hit, entry, plural)

    def _composed(self, name: Name, hit: Hit[Entry], entry: Head, plural: bool) -> list[Mention]:
        """A head with the words for its purpose or its proper name; without them a short mention, or none."""
        complement = self._complement(hit, entry, plural)
        if complement is None:
            return self._uncompleted(name, hit, entry, plural)
        if entry.label in labels.COMMON_WORDS_AS_HEADS and _ONE_SYLLABLE.fullmatch(self.text[hit.end : complement]):
            return []
        label = labels.label(entry.label, self.text[hit.end : complement])
        if plural and matching(label) in group_labels():
            return []
        name = replace(name, acting=bool(_PRIVATE.match(label)))
        if entry.complement == "purpose" and (owner := self._committee_behind(complement)):
            whole = replace(owner.name, label=f"{label} {owner.name.label}", head=name.head, inner=None)
            return [Mention(hit.start, owner.end, whole, hit.start, owner.last)]
        return self._placed(replace(name, label=label), hit.start, complement, plural, required=False)

    def _complement(self, hit: Hit[Entry], entry: Head, plural: bool) -> int | None:
        """Return where the purpose or the proper name behind a head ends, or None where there is none."""
        if entry.complement == "purpose":
            end = self.complements.purpose(hit.end, numbered=entry.label in labels.NUMBERED)
            numbers = _TWO_NUMBERS.search(self.low, hit.end, end) if end is not None else None
            return numbers.end(1) if numbers else end
        if entry.label == labels.PARTY_CELL and (hamlet := places.HAMLET.match(self.text, hit.end)):
            return hamlet.end()
        work, fields = entry.label in labels.NAMED_BY_WORK, entry.label in labels.NAMED_BY_FIELDS
        end = self.complements.name(hit.end, names_work=work, listed=fields)
        centre = end is not None and entry.label == "Trung tâm" and not plural
        end = self.complements.fields(end) if end is not None and centre else end
        return self._before_holder(hit, end) if end is not None and not plural else end

    def _before_holder(self, hit: Hit[Entry], end: int) -> int:
        """Where a body's name ends before that of who holds the post: "Chi cục trưởng Chi cục Thủy lợi | Võ Văn An".

        Schools, hospitals and companies bear the names of people.
        """
        if self.text.startswith(_NAMED_AFTER_PEOPLE, hit.start) or not places.post_before(self.low, hit.start):
            return end
        words = self.text[hit.end : end].split()
        for count in (3, 4):
            name = words[-count:]
            if len(words) > count and all(map(str.istitle, name)) and places.personal(" ".join(name)):
                return end - len(" ".join(name)) - 1
        return end

    def _uncompleted(self, name: Name, hit: Hit[Entry], entry: Head, plural: bool) -> list[Mention]:
        """A head alone, or with a place only: a short mention, or none."""
        if entry.label in labels.MEANT_ALONE:
            return [] if plural or not self._acts_alone(hit) else [self._short(name, hit)]
        if not entry.bare:
            placed = entry.complement == "purpose" or entry.label in labels.SEATED
            return self._placed(name, hit.start, hit.end, plural, required=True) if placed else []
        found = self._placed(name, hit.start, hit.end, plural, required=False)
        small = self.text[hit.start].islower() and entry.label in labels.COMMON_HEADS
        several = plural or small
        return [replace(m, name=replace(m.name, group=several, bare=not several)) for m in found]

    def _committee_behind(self, end: int) -> Mention | None:
        """The party committee that a committee is of, behind its purpose: "Ban Chỉ đạo 35 Tỉnh ủy"."""
        committee = self._named(end + 1, plural=False, before=[], post="") if self.text.startswith(" ", end) else []
        return committee[0] if len(committee) == 1 and committee[0].name.head in labels.PARTY_COMMITTEES else None

    def _acts_alone(self, hit: Hit[Entry]) -> bool:
        """Whether a head with a capital letter stands alone before what it does: "Công ty hoàn trả"."""
        alone = self._upper(hit.start) and not self.complements.begins_word(hit.start, hit.end)
        return alone and self.text[hit.end + 1 : hit.end + 2].islower() and predicate_begins(self.low, hit.end + 1)

    @staticmethod
    def _short(name: Name, hit: Hit[Entry]) -> Mention:
        return Mention(hit.start, hit.end, replace(name, bare=True), hit.start, hit.end)

    def _upper(self, at: int) -> bool:
        return self.text[at].isupper()

    def _shouted(self, hit: Hit[Entry]) -> bool:
        """Whether a head stands in a line of capitals, where a capital letter says nothing."""
        return self.text[hit.start : hit.end + 3].isupper() and len(self.text[hit.start : hit.end + 3].split()) > 1

    def _of_other(self, name: Name, hit: Hit[Entry], plural: bool) -> list[Mention]:
        """A team of another body: "Tổ công tác của Bộ Y tế"."""
        link = re.compile(r" (?:của )?").match(self.low, hit.end)
        if not link or name.label not in labels.OFFICES_OF_OTHERS:
            return []
        other = self._longest(link.end(), Body, Head)
        purposeful = other and (isinstance(other.entry, Body) or getattr(other.entry, "complement", "") == "purpose")
        return self._of_body(name, hit.start, hit.end, True) if purposeful else []

    def _of_body(self, name: Name, start: int, end: int, bare: bool) -> list[Mention]:
        """A head over another body: "Văn phòng UBND tỉnh", "Thường trực Ban Chỉ đạo các huyện"."""
        if name.label == "Thường trực" and self.low[max(0, start - 9) : start].endswith(("cơ quan ", "đơn vị ")):
            return []
        link = re.compile(r" (?:của |các )*").match(self.low, end)
        inner = self._named(link.end(), plural="các" in link[0], before=[], post="") if link else []
        if not inner or inner[0].name.generic:
            bare = bare or (name.label == labels.LOCAL_COMMITTEE and bool(_COUNCILS.match(self.low, end)))
            short = [Mention(start, end, replace(name, bare=True), start, end)] if bare and self._upper(start) else []
            return self._placed(name, start, end, False, required=True) or short
        return [
            replace(m, start=start if not i else m.start, first=start, name=self._over(name, m.name))
            for i, m in enumerate(inner)
        ]

    @staticmethod
    def _over(outer: Name, inner: Name) -> Name:
        national = inner.national and outer.label in labels.SINGLE_OFFICES
        link = " của " if outer.label in labels.LINKED_HEADS else " "
        label = f"{outer.label}{link}{inner.label}"
        return replace(inner, label=label, head=outer.label, national=inner.national or national, inner=inner)

    def _placed(self, name: Name, start: int, end: int, plural: bool, *, required: bool) -> list[Mention]:
        """A name with the place behind it; one mention a place where several are named."""
        at = end + 1 if self.text[end : end + 1] == " " else -1
        listed = places.listed(self.text, self.low, at, self._no_place_begins) if at > 0 else []
        if not listed and at > 0 and _SEVERAL.match(self.low, at):
            listed = places.bracketed(self.text, self.low, at)
        if listed:
            return self._at_each(name, start, listed)
        place = self._place_behind(name, at) if at > 0 else None
        if place is None:
            short = name.head == name.label and name.label in place_heads() and not plural
            return [] if required else [Mention(start, end, replace(name, bare=short), start, end)]
        found = [Mention(start, place.end, self._at(name, place), start, place.end)]
        return found + (self._above_all(name, place) or self._distributed(name, place))

    def _above_all(self, name: Name, place: Place) -> list[Mention]:
        """The places meant above all of a group: "UBND các tỉnh ven biển, trọng tâm là các tỉnh: Hòa Giang, …"."""
        match = _ABOVE_ALL.match(self.low, place.end) if place.group else None
        listed = places.listed(self.text, self.low, match.end(), self._no_place_begins) if match else []
        return self._at_each(name, match.end(), listed) if match and listed else []

    def _place_behind(self, name: Name, at: int) -> Place | None:
        written = places.group(self.low, at) or places.unit(self.text, self.low, at) or self._localities(name, at)
        if written:
            return written
        if own := _OWN_UNIT.match(self.low, at):
            rank = Level.COMMUNE if own[0] in places.COMMUNE_KINDS else Level.DISTRICT
            return Place(own.end(), own[0], rank, own=True)
        if name.label in labels.SEATED and (region := _REGION.match(self.text, at)):
            return Place(region.end(), region[0], name.level)
        proper = places.proper(self.text, at)
        if proper and (label := labels.province_named(proper[0])):
            return Place(proper[1], proper[0], Level.PROVINCE, province=label)
        if proper and self._seat(name, at, *proper):
            return Place(proper[1], proper[0], name.level)
        return None

    def _localities(self, name: Name, at: int) -> Place | None:
        """Every locality, behind a head that each has: "công an các địa phương"."""
        match = _LOCALITIES.match(self.low, at)
        local = name.label in place_heads() or name.head in labels.FIELD_HEADS
        return Place(match.end(), "địa phương", name.level, group=True) if match and local else None

    def _seat(self, name: Name, at: int, proper: str, end: int) -> bool:
        """Whether a proper name without the word for its kind is a body's place: "Huyện ủy An Lĩnh"."""
        if places.personal(proper) or proper.isupper() or proper in _NO_SEATS or self._no_place_begins(at):
            return False
        if any(name.label == head or name.label.endswith(f" {head}") for head in labels.NAMED_BY_PLACE):
            return True
        holder = proper.split(maxsplit=1)[0] in surnames() and places.post_before(self.low, at)
        return name.label in labels.SEATED and not holder and not self.low.startswith(" ủy", end)

    def _distributed(self, name: Name, first: Place) -> list[Mention]:
        """The same head at the places that follow: "Công an tỉnh, các huyện, các xã"."""
        found: list[Mention] = []
        at = first.end
        while separator := SEPARATOR.match(self.low, at):
            after = separator.end()
            if listed := places.listed(self.text, self.low, after, self._no_place_begins):
                return found + self._at_each(name, after, listed)
            place = (
                self._next_province(name, first, after)
                or self._next_group(name, first, after)
                or self._next_unit(name, first, after)
            )
            if place is None:
                break
            found.append(Mention(after, place.end, self._at(name, place), after, place.end, whole=False))
            at = place.end
        return found

    def _at_each(self, name: Name, start: int, listed: list[Place]) -> list[Mention]:
        """The same head at each place of a list."""
        last = listed[-1].end
        return [
            Mention(p.start if i else start, p.end, self._at(name, p), start, last, whole=False)
            for i, p in enumerate(listed)
        ]

    def _next_group(self, name: Name, first: Place, at: int) -> Place | None:
        """Another level behind a level or behind the notice's own place: "tỉnh, các huyện"."""
        place = places.group(self.low, at)
        apart = place is None or place.words == "các cấp" or not (first.group or first.own)
        return None if apart or labels.HEAD_LEVELS.get(name.head) else place

    def _next_province(self, name: Name, first: Place, at: int) -> Place | None:
        """Another province behind a named one; for a head that only provinces have, any city is one."""
        place = places.unit(self.text, self.low, at) if first.province else None
        if place is None and first.province and first.words.startswith(("tỉnh ", "thành phố ")):
            return self._bare_province(at)
        if place is None or not place.words.startswith(("tỉnh ", "thành phố ")):
            return None
        if not place.province and name.head not in labels.FIELD_HEADS:
            return None
        return replace(place, level=Level.PROVINCE, province=place.words)

    def _bare_province(self, at: int) -> Place | None:
        """A province's name alone behind a named one, in a list: "UBND tỉnh Hòa Giang, Bình Nguyên"."""
        proper = places.proper(self.text, at)
        label = labels.province_named(proper[0]) if proper else None
        if proper is None or label is None or self.text[proper[1] : proper[1] + 2].strip()[:1].isupper():
            return None
        return None if self._no_place_begins(at) else Place(proper[1], label, Level.PROVINCE, province=label)

    def _next_unit(self, name: Name, first: Place, at: int) -> Place | None:
        """Another district or commune behind a named one: "UBND huyện An Lĩnh, Phú Khê, thị xã Vĩnh Thạch"."""
        kind = _NAMED_UNIT.match(first.words)
        if not kind or first.group or (name.label and name.label not in place_heads()):
            return None
        if place := places.unit(self.text, self.low, at):
            return place if _NAMED_UNIT.match(place.words) and not place.own else None
        proper = places.proper(self.text, at)
        if proper is None or places.personal(proper[0]) or proper[0].isupper() or self._no_place_begins(at):
            return None
        goes_on = self.text[proper[1] : proper[1] + 2].strip()[:1].isupper()
        return None if goes_on else Place(proper[1], f"{kind[0]}{proper[0]}", first.level)

    @staticmethod
    def _at(name: Name, place: Place) -> Name:
        words = place.words
        if place.province and not words.startswith(("tỉnh", "thành phố")) and name.head in labels.FIELD_HEADS:
            words = place.province
        return replace(
            name,
            label=f"{name.label} {words}",
            place=words,
            level=place.level or name.level,
            group=name.group or place.group,
            province=place.province,
        )

    def _no_place_begins(self, at: int) -> bool:
        """Whether a body, a post or a noun begins at an offset, and no place, such as "Hội An"."""
        if self._orders_body(at):
            return True
        hit = self._longest(at, Body, Head, Post, Common)
        place = places.proper(self.text, at)
        if hit is None or place is None:
            return hit is not None
        goes_on = getattr(hit.entry, "level", None) is Level.CENTRAL and self.low.startswith(" ", place[1])
        return " " in self.low[at : hit.end] or len(place[0].split()) != 2 or goes_on

    def _orders_body(self, at: int) -> bool:
        """Whether a verb and a body stand at an offset: "xã: Giao Sở Tài chính", against "xã: Giao Phong"."""
        second = self.low.find(" ", at, at + 12) + 1
        return second > 0 and self._longest(second, Body) is not None and predicate_begins(self.low, at)

    def _longest(self, at: int, *kinds: type) -> Hit[Entry] | None:
        return next((hit for hit in self.hits.get(at, ()) if isinstance(hit.entry, kinds)), None)
