"""Phrases that name many bodies by a common noun, a level or a place: "các cơ quan", "ngành Y tế", "các huyện"."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract import labels, places
from kg.extract.bodies import SEPARATOR, Bodies
from kg.extract.complements import predicate_begins
from kg.extract.lexicon import Body, Common, Entry, Field, Post, group_labels, place_heads
from kg.extract.names import Mention, Name
from kg.extract.places import Place
from kg.language.scan import Hit
from kg.language.words import pattern
from kg.records import Level

_RELATED = pattern(
    r"\s(?:có )?(?:liên quan|chức năng|có thẩm quyền|nêu trên|khác|trực thuộc|trung ương|ở trung ương|tỉnh|"
    r"trong tỉnh|thành phố|(?:huyện|quận|thị xã|xã|phường)(?= [a-zà-ỹđ]|[.,;:])|hữu quan|"
    r"địa phương|trên địa bàn(?: tỉnh| thành phố)?|tòan tỉnh|chuyên môn|các cấp|"
    r"(?:ở )?cấp (?:tỉnh|huyện|xã|cơ sở)(?:,? (?:và )?cấp (?:huyện|xã))*)(?!\w)"
)
_ELLIPTIC = pattern(
    r"(huyện|tỉnh|quận)(?: ủy)?((?:,| và|/) ?(?:các )?(?:thị|quận)(?: ủy)?)?(?:,| và|/) ?(?:các )?thành[ -]ủy(?!\w)"
)
_KIND_OF_SCHOOL = r"(?:mầm non|tiểu học|trung học cơ sở|thcs|trung học phổ thông|thpt)"
_SCHOOLS = pattern(rf"trường {_KIND_OF_SCHOOL}(?:(?:, ?|,? và |/| - ){_KIND_OF_SCHOOL})+(?! [^\W\d_]*[A-ZĐ])(?!\w)")
_SCHOOL_KIND = pattern(_KIND_OF_SCHOOL)
_SCHOOL_SHORT = {"thcs": "trung học cơ sở", "thpt": "trung học phổ thông"}
_CENTRE = pattern(r"(?:(?<=của )|(?<=được )|(?<= do )|(?<=ngành ))trung ương(?! đảng| đòan| hội|\w)")
_PRESS = pattern(r"báo(?: chí)?, đài(?!\w)")
_BELONGS = pattern(r" (?:trực )?thuộc ")
_UNIT_OF = pattern(r" (?:(?:trực )?thuộc|của) ")
_NARROWED = frozenset({"đơn vị", "cơ quan", "tổ chức", "doanh nghiệp", "cơ sở"})
_TOLD = pattern(r"(?<!\w)(?:chỉ đạo|yêu cầu|đề nghị|đôn đốc|phối hợp(?: chặt chẽ)?(?: với| cùng)?) $")
_NOUNS_SAID_ONCE = ("cơ quan", "lực lượng")
_BOARD = pattern(r" (?:thường vụ|thường trực|chấp hành|giám hiệu|chỉ đạo|chỉ huy|tổ chức|quản lý)(?!\w)")
_AUTHORITIES = "chính quyền"
_SEVERAL = pattern(r"(?:các|mỗi) (?:[^ ]+ )?$")
_CLAUSE_OPENS = pattern(r"(?:[,.;:] |\n)$")
_MEDIA = "phương tiện thông tin đại chúng"
_THROUGH = pattern(r"(?<!\w)(?:trên|qua|bằng)(?: các| những| hệ thống)* $")
_UNITS = frozenset({"cục", "vụ", "tổng cục", "viện", "trung tâm"})
"""Nouns for units of a ministry that are also common words: only a capital letter, or a list, makes them units."""
_UNIT_GOES_ON = pattern(
    r" (?:và (?:các |đơn vị|cục|vụ|văn phòng)|(?:trực )?thuộc |của (?:bộ|văn phòng|tổng cục) |có liên quan|liên quan|"
    r"chức năng)"
)
_ALL_OF_A_LEVEL = frozenset({"sở", "ban", "ngành"})
"""What every province has, so that whose they are says nothing: "các sở, ban, ngành thuộc UBND tỉnh"."""

_ROOMS = frozenset({"phòng"})
_ROOM_FOR = pattern(r" (?:họp|học|khám|làm việc|thí nghiệm|chờ|trực|máy)(?!\w)")
_ECONOMY = frozenset(
    {"Công nghiệp", "Nông nghiệp", "Du lịch", "Thương mại", "Môi trường", "Lao động", "Giao thông", "Kinh tế"}
)


_OWN_BRANCH = re.compile(r"Ngành(?= [a-zđ])(?! (?:y tế|giáo dục|công an|nông nghiệp|tài chính|thuế))")
_ALONE = r"(?= [a-zđ(]|[.,;:)]|\s*$)"
_OWN_ORGAN = re.compile(
    r"(?:(?<=[Ll]ãnh đạo )|(?<=của )|(?<=[Bb]áo cáo )|(?<=[Tt]rình )|(?<=[Tt]ham mưu )|(?<=[Gg]iúp )|(?<= về )|"
    rf"(?<=[Gg]ửi )|(?<=[Gg]iám đốc )|(?<=[Gg]iám Đốc )|(?<=Đề xuất )|(?<=đề xuất ))(?P<kind>Bộ|Sở){_ALONE}"
    r"(?! (?:tiêu chí|chỉ số|chỉ tiêu|luật|quy tắc|tài liệu|thủ tục|cơ sở))|"
    r"(?P<minister>(?:Bộ|Thứ) trưởng)(?= [a-zđ]|[.,;:])",
    re.MULTILINE,
)
_OWNER = re.compile(rf"(?P<kind>Bộ|Sở){_ALONE}", re.MULTILINE)
_OFFICE_OF_ORGAN = re.compile(
    rf"(?P<office>Văn phòng|Thanh tra|Đảng ủy|Công đoàn) (?P<kind>Bộ|Sở){_ALONE}", re.MULTILINE
)


def _organ(kind: str, match: re.Match[str]) -> Mention:
    name = Name(kind, kind, labels.HEAD_LEVELS[kind], bare=True, acting=True)
    return Mention(match.start(), match.end(), name, match.start(), match.end(), whole=False)


def _second_committee(words: str) -> str:
    return "Thị ủy" if "thị" in words else "Quận ủy"


def entry_is_press(entry: Entry) -> bool:
    """Whether an entry is the common noun for newspapers, which "báo cáo" begins with too."""
    return isinstance(entry, Common) and entry.label == "báo"


class Groups(Bodies):
    """Reads the names of groups besides those of bodies."""

    def _elliptic(self, at: int, *, plural: bool, before: list[Mention], post: str) -> list[Mention]:
        """Committees of the party named together: "các huyện, thành ủy"."""
        match = _ELLIPTIC.match(self.low, at)
        if not match:
            return self._schools(at)
        province = match[1] == "tỉnh"
        titles = [
            f"{match[1].capitalize()} ủy",
            *([_second_committee(match[2])] if match[2] else []),
            "Thành ủy",
        ]
        level = Level.PROVINCE if province else Level.DISTRICT
        middle = match.start(2) if match[2] else self.low.index("thành", at)
        starts = [at, middle, self.low.index("thành", middle)] if match[2] else [at, middle]
        ends = [*starts[1:], match.end()]
        names = [Name(label, label, level, group=True) for label in titles]
        return [Mention(a, b, n, at, match.end(), whole=False) for a, b, n in zip(starts, ends, names, strict=True)]

    def _schools(self, at: int) -> list[Mention]:
        """Schools of several kinds, the noun said once: "các trường Mầm non, Tiểu học và THCS"."""
        match = _SCHOOLS.match(self.low, at)
        found: list[Mention] = []
        for kind in _SCHOOL_KIND.finditer(self.low, at, match.end()) if match else ():
            label = f"trường {_SCHOOL_SHORT.get(kind[0], kind[0])}"
            start = kind.start() if found else at
            name = Name(label, label, None, group=True)
            found.append(Mention(start, kind.end(), name, at, match.end() if match else at, whole=not found))
        return found

    def _place(self, at: int, *, plural: bool, before: list[Mention], post: str) -> list[Mention]:
        """A group of places that acts for itself: "các huyện, thành phố"."""
        start = at
        if plural:
            several = _SEVERAL.search(self.low, max(0, at - 10), at)
            start = several.start() if several else at
        if listed := places.listed(self.text, self.low, start, self._no_place_begins):
            return self._acting_places(start, listed)
        if plural and (inside := places.bracketed(self.text, self.low, at)):
            return self._of_kind_before(before, inside) or self._acting_places(inside[0].start, inside)
        many = places.group(self.low, start)
        if many is None or many.end <= at or many.words == "các cấp":
            return self._acting_place(at)
        literal = self.low.startswith("cấp ", start)
        if not plural and not before and not literal:
            return []
        name = Name(many.words, many.words, many.level, group=True, acting=literal and not before)
        return [Mention(start, many.end, name, start, many.end)]

    def _of_kind_before(self, before: list[Mention], places: list[Place]) -> list[Mention]:
        """Bodies whose kind is said before another bracket: "Sở Xây dựng các tỉnh A (…), các tỉnh B (Hòa Giang, …)"."""
        last = before[-1] if before else None
        if last is None or last.name.acting or not last.name.place or not self.text.startswith(")", last.last - 1):
            return []
        kind = replace(last.name, label=last.name.base, place="", province=None)
        return self._at_each(kind, places[0].start, places)

    @staticmethod
    def _acting_places(start: int, listed: list[Place]) -> list[Mention]:
        """The places of a list: "các huyện An Lĩnh, Phú Khê"."""
        return [
            Mention(p.start if i else start, p.end, name, start, listed[-1].end, whole=False)
            for i, p in enumerate(listed)
            for name in (Name(p.words, p.words, p.level, province=p.province, acting=True),)
        ]

    def _acting_place(self, at: int) -> list[Mention]:
        """One place by its name or, with a capital letter, the notice's own: "tỉnh Gia Lai", "Tỉnh"."""
        place = places.unit(self.text, self.low, at)
        if place is None or (place.own and not self._means_itself(at, place.end)):
            return []
        name = Name(place.words, place.words, place.level, province=place.province, bare=place.own)
        first = Mention(at, place.end, replace(name, acting=True), at, place.end)
        return [first, *self._acting_next(place)]

    def _acting_next(self, first: Place) -> list[Mention]:
        """The further places of "huyện An Lĩnh, Phú Khê", where what they do stands behind the last."""
        found: list[Mention] = []
        at = first.end
        while separator := SEPARATOR.match(self.low, at):
            place = self._next_unit(Name("", ""), first, separator.end())
            if place is None:
                break
            name = Name(place.words, place.words, place.level, acting=True)
            found.append(Mention(separator.end(), place.end, name, separator.end(), place.end, whole=False))
            at = place.end
        return found if found and predicate_begins(self.low, at + 1) else []

    def _means_itself(self, at: int, end: int) -> bool:
        """Whether "Tỉnh", "Thành phố" is the place the notice is about: by a capital letter, or by what it does."""
        if not self.text[at].isupper():
            return False
        return not self._begins_sentence(at) or predicate_begins(self.low, end + 1)

    def _begins_sentence(self, at: int) -> bool:
        return not re.compile(r"[^.;:\n]\s$").search(self.text[max(0, at - 2) : at])

    def _own_organ(self, at: int, *, plural: bool, before: list[Mention], post: str) -> list[Mention]:
        """The issuing organ and its offices: "Lãnh đạo Bộ", "Văn phòng Sở", "Bộ trưởng" without a name behind."""
        if branch := _OWN_BRANCH.match(self.text, at):
            name = Name("Ngành", "Ngành", group=True, bare=True, acting=True)
            return [Mention(at, branch.end(), name, at, branch.end(), whole=False)]
        if office := _OFFICE_OF_ORGAN.match(self.text, at):
            name = Name(office[0], office["office"], labels.HEAD_LEVELS[office["kind"]], bare=True)
            return [Mention(at, office.end(), name, at, office.end(), whole=False)]
        match = _OWN_ORGAN.match(self.text, at)
        return [_organ(match["kind"] or labels.MINISTRY, match)] if match and not self._longest(at, Body) else []

    def _common(self, at: int, *, plural: bool, before: list[Mention], post: str) -> list[Mention]:
        """A common noun for a group: "các cơ quan", "ngành Y tế", "cơ sở y tế"."""
        if press := _PRESS.match(self.low, at):
            names = (Name("báo", "báo", None, group=True), Name("đài", "đài", None, group=True))
            middle = press.end() - 3
            return [
                Mention(at, middle, names[0], at, press.end()),
                Mention(middle, press.end(), names[1], at, press.end()),
            ]
        if centre := _CENTRE.match(self.low, at):
            name = Name("Trung ương", "Trung ương", Level.CENTRAL, national=True)
            return [Mention(at, centre.end(), name, at, centre.end())]
        if elided := self._kind_goes_on(at, before):
            return elided
        for hit in self.hits.get(at, ()):
            entry = hit.entry
            if entry_is_press(entry) and self.low.startswith(" cáo", hit.end):
                continue
            if isinstance(entry, Common) and self.complements.begins_word(hit.start, hit.end):
                continue
            if isinstance(entry, Common) and entry.label == "ban" and _BOARD.match(self.low, hit.end):
                continue
            if isinstance(entry, Common) and entry.label == _MEDIA and _THROUGH.search(self.low, max(0, at - 16), at):
                return []
            if isinstance(entry, Common) and entry.label in _UNITS and not self._means_units(hit, before):
                continue
            if (
                isinstance(entry, Common)
                and entry.label in _ROOMS
                and not (self._acts_or_listed(hit.end) or _UNIT_GOES_ON.match(self.low, hit.end))
            ):
                continue
            meant = plural or before or post or (isinstance(entry, Common) and self._alone(hit, entry))
            if isinstance(entry, Common) and meant:
                return self._group(hit, entry, plural=plural or bool(before) or bool(post))
        return []

    def _kind_goes_on(self, at: int, before: list[Mention]) -> list[Mention]:
        """A further kind in a list that says its noun once: "các cơ quan Thuế, Hải quan"."""
        first = before[-1].name.label if before and before[-1].name.group else ""
        noun = next((noun for noun in _NOUNS_SAID_ONCE if first.startswith(f"{noun} ")), None)
        if noun is None or self._longest(at, Body, Post):
            return []
        kinds = (k for k in group_labels() if k.startswith(f"{noun} ") and self.low.startswith(k[len(noun) + 1 :], at))
        label = max(kinds, key=len, default="")
        end = at + len(label) - len(noun) - 1
        if not label or self.low[end : end + 1].isalnum():
            return []
        name = Name(group_labels()[label], group_labels()[label], None, group=True)
        return [Mention(at, end, name, at, end, whole=False)]

    def _alone(self, hit: Hit[Entry], entry: Common) -> bool:
        """Whether a noun names a group without "các": where it always does, or behind what somebody does with it."""
        if entry.alone or entry.label == "ngành":
            return True
        several = self.low.startswith(", ", hit.end) and self._longest(hit.end + 2, Common) is not None
        kind = not entry.generic and " " in entry.label
        told = bool(_TOLD.search(self.low, max(0, hit.start - 24), hit.start))
        return (told and (several or kind)) or (kind and self._subject(hit))

    def _subject(self, hit: Hit[Entry]) -> bool:
        """Whether a noun opens a clause as its subject: "…, chủ đầu tư hoàn trả", "Chủ đầu tư nào …"."""
        opens = not hit.start or _CLAUSE_OPENS.search(self.low, max(0, hit.start - 2), hit.start)
        acts = self.low.startswith(" ", hit.end) and predicate_begins(self.low, hit.end + 1)
        return bool(opens) and (acts or self.low.startswith(" nào ", hit.end))

    def _means_units(self, hit: Hit[Entry], before: list[Mention]) -> bool:
        known = self.text[hit.start].isupper() or bool(before)
        named = self.text[hit.end + 1 : hit.end + 2].isupper() and self.text[hit.end] == " "
        return known and not named and bool(self._acts_or_listed(hit.end) or _UNIT_GOES_ON.match(self.low, hit.end))

    def _acts_or_listed(self, at: int) -> bool:
        """Whether a noun that also means a room stands as a body: in a list, or before what it does."""
        listed = self.low[at : at + 1] in {",", ";", ".", ":"}
        return listed or (predicate_begins(self.low, at + 1) and not _ROOM_FOR.match(self.low, at))

    def _group(self, hit: Hit[Entry], entry: Common, *, plural: bool) -> list[Mention]:
        end = hit.end
        if entry.label == "ngành" and self.text[end : end + 1] == " ":
            field = self._longest(end + 1, Field)
            if field and isinstance(field.entry, Field) and self._is_branch(field.entry, end + 1):
                name = Name(f"ngành {field.entry.label}", "ngành", None, group=True)
                return self._placed(name, hit.start, field.end, False, required=False)
        if entry.label == "ngành" and not plural:
            return []
        name = Name(entry.label, entry.label, None, group=True, generic=entry.generic)
        last = end
        while related := _RELATED.match(self.low, last):
            last = related.end()
        if entry.label in _NARROWED and plural and (narrowed := self.complements.narrowed(end)) > end:
            label = labels.label(entry.label, self.text[end:narrowed])
            return [Mention(hit.start, narrowed, replace(name, label=label, generic=False), hit.start, narrowed)]
        if owned := self._authorities(hit, name) or self._subordinate(hit, name, end, last):
            return owned
        if not entry.generic:
            tail = self.complements.qualifier(end) if plural else end
            name = replace(name, label=labels.label(entry.label, self.text[end:tail]))
            last = end = max(end, tail)
            placed = self._placed(name, hit.start, end, False, required=False)
            return [replace(m, last=max(last, m.last)) for m in placed]
        return [Mention(hit.start, end, name, hit.start, last)]

    def _authorities(self, hit: Hit[Entry], name: Name) -> list[Mention]:
        """The authorities of a named place: "chính quyền tỉnh Hòa Giang"."""
        place = places.unit(self.text, self.low, hit.end + 1) if name.label == _AUTHORITIES else None
        one = replace(name, generic=False, group=False)
        return self._placed(one, hit.start, hit.end, False, required=True) if place and not place.own else []

    def _subordinate(self, hit: Hit[Entry], name: Name, end: int, last: int) -> list[Mention]:
        """A collective of one body: "đơn vị chức năng thuộc Bộ Quốc phòng" is nobody in particular no more."""
        direct = self.low.endswith(" trực thuộc", end, last)
        belongs = _UNIT_OF if name.label in _UNITS else _BELONGS
        of = re.compile(" ").match(self.low, last) if direct else belongs.match(self.low, last)
        owner = (self._named(of.end(), plural=False, before=[], post="") or self._owner(of.end())) if of else []
        own = bool(owner) and owner[0].name.label in labels.OWN_KINDS
        if name.label in _ALL_OF_A_LEVEL and owner and owner[0].name.head in place_heads():
            return [Mention(hit.start, end, name, hit.start, owner[0].last)]
        if not owner or len(owner) > 1 or owner[0].name.generic or (owner[0].name.bare and not own):
            return []
        link = "" if direct else f"{of[0].strip()} " if of else ""
        words = " ".join(self.text[hit.start : last].split())
        label = f"{words[:1].lower()}{words[1:]} {link}{owner[0].name.label}"
        whole = replace(owner[0].name, label=label, head=name.head, group=True, generic=False, inner=None, acting=False)
        return [Mention(hit.start, owner[0].end, whole, hit.start, owner[0].last)]

    def owned(self, found: list[Mention]) -> list[Mention]:
        """Return the mentions of a plural head with the body they belong to: "các Ban Quản lý dự án thuộc Sở Y tế"."""
        last = found[-1]
        of = _BELONGS.match(self.low, last.end) if last.name.group and not last.name.place else None
        if not of or len(found) > 1 or last.name.generic or last.name.label != last.name.head:
            return found
        owner = self._named(of.end(), plural=False, before=[], post="")
        if len(owner) != 1 or owner[0].name.generic or owner[0].name.bare:
            return found
        label = f"{last.name.label} {of[0].strip()} {owner[0].name.label}"
        name = replace(owner[0].name, label=label, head=last.name.head, group=True, inner=None, acting=False)
        return [replace(last, end=owner[0].end, last=owner[0].last, name=name)]

    def _owner(self, at: int) -> list[Mention]:
        """The issuing organ behind "thuộc": "các đơn vị thuộc Bộ"."""
        match = _OWNER.match(self.text, at)
        return [_organ(match["kind"], match)] if match else []

    def _is_branch(self, field: Field, at: int) -> bool:
        """Whether "ngành" with a field is the branch of administration, and not a branch of the economy."""
        sector = self.low[:at].endswith(("thuộc ngành ", "lĩnh vực ngành ", "trong ngành "))
        if self.text[at].islower() and predicate_begins(self.low, at):
            return False
        return not sector and (self.text[at].isupper() or field.label not in _ECONOMY)
