"""Noun phrases that name bodies, by the grammar of official Vietnamese.

    series  →  phrase (separator phrase)*
    phrase  →  quantifier? post* (fixed name | head complement | common noun | place) place?

A coordinated head is distributed: "các Sở: Y tế, Nội vụ", "Công an tỉnh, các huyện", "HĐND, UBND tỉnh".
Invariant: a pure function of the text; mentions come in the order of the text and do not overlap, but that words
which stand for a body at each of several places ("UBND và Sở Y tế các tỉnh: …") are as many mentions.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from kg.extract import endings
from kg.extract.bodies import SEPARATOR
from kg.extract.complements import predicate_begins
from kg.extract.lexicon import Body, Common, Entry, Field, Head, Post, Province, Stop
from kg.extract.lists import Lists
from kg.extract.names import Mention, Name
from kg.language.scan import Hit
from kg.language.words import matching, pattern
from kg.records import Level

_QUANTIFIER = pattern(
    r"(?:(?:tất cả|tòan thể|tòan bộ|tòan|một số|đại diện|của)\s)?(?:các |những |từng |mỗi |một số |\d{1,2} )?"
)
_PERSONS = pattern(
    r"(?:(?:tất cả )?(?:các|những) )?(?:(?:đồng chí|đ/c|đại diện|lãnh đạo|thành viên|"
    r"cán bộ chủ chốt|tập thể|ông|bà|nguyên|thư ký|trợ lý)(?: các)?\s)+"
)
_PLACE_BEGINS = pattern(
    r"(?<!\w)(?<!hợp tác )(?:các |tất cả các )?"
    r"(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|trung ương)(?!\w)"
)
_ADVISES_HEAD = re.compile(r"[Tt]ham mưu Trưởng(?!\w)")
"""What is done for a head and no chief of staff, who is written "Tham mưu trưởng"."""

_PRIME_MINISTER = pattern(r"(?:các )?(?:(?:phó )?thủ tướng(?: thường trực)?(?: chính phủ)?|p?ttgcp|p?ttg)(?!\w)")
_LIST_OPENS = pattern(r"(?:yêu cầu|đề nghị|giao|phối hợp(?: chặt chẽ| tốt)?(?: với| cùng)?|chỉ đạo|gồm|với) $")
_NO_BODIES = pattern(
    r"(?:các )?(?:nhà thầu|tư vấn|nhà đầu tư|hợp tác xã|hộ kinh doanh|hộ gia đình|đại học|viện nghiên cứu|nhà khoa học)"
    r"(?: (?!phối hợp|chủ động|khẩn trương|tiếp tục)[^\s,;.:()]+){0,3}(?:, | và )(?=các |\w)"
)
_WHERE = pattern(r"(?<!\w)(?:tại|về|ở|thuộc|trung tâm|địa bàn|qua) $")
_SMALLER = pattern(
    r"(?<!\w)(?:thôn|bản|ấp|xóm|khóm|buôn|tổ dân phố|khu phố|(?P<commune>xã|phường|thị trấn)"
    r"|(?P<district>huyện|quận|thị xã)) (?P<name>[^,;.:()\n]{1,30}), $"
)
_LIVES_AT = pattern(r"(?<!\w)(?:ông|bà|công dân|hộ dân)(?!\w)[^,;.:\n]{2,50}, $")
_BY_SIZE = {Level.COMMUNE: 1, Level.DISTRICT: 2, Level.PROVINCE: 3}
"""What an address goes up by: "xã Bến Gỗ, huyện An Lĩnh"."""

_VENUE = pattern(r"(?<=tại )trung tâm (?:thông tin - )?(?:hội nghị|tổ chức sự kiện|hành chính(?! công))(?!\w)")
_BUILT = pattern(
    r"(?<!\w)(?:(?<!quản lý )dự án|công trình|gói thầu|hạng mục|khởi công|khánh thành)"
    r"(?: (?:đầu tư|xây dựng|xây mới|nâng cấp|mở rộng|cải tạo|sửa chữa|mới)){0,3} (?:các )?$"
)
_HOUSES = ("trường ", "bệnh viện ", "trung tâm ", "bảo tàng ", "thư viện ", "nhà máy ", "trạm ", "nhà hát ")
"""How bodies begin that are built, and are then works: "dự án xây dựng Trường Tiểu học Bến Gỗ"."""

_OTHERS_BEGIN = pattern(r", các ")
_JUXTAPOSED = frozenset({"ngành", "địa phương", "cơ quan", "đơn vị", "đoàn thể"})
_BRACKET = re.compile(r" \(([^()\n]{2,150})\)")
_BEFORE = pattern(
    r"(?:(?:(?:tất cả |tòan bộ )?(?:các|những|(?<![\w,)] )từng|mỗi|(?<![\w.,/-])\d{1,3})|tòan) )?"
    r"(?:(?:đồng chí|đ/c|đại diện|lãnh đạo|thành viên|tập thể|thủ trưởng|người đứng đầu)(?: và)? (?:các |của )?)*$"
)


def _only_places(found: list[Mention]) -> bool:
    return all(m.name.acting and m.name.head == m.name.label for m in found)


class Reader(Lists):
    """Reads the names in one text."""

    def mentions(self) -> list[Mention]:
        """Return every mention of an agency."""
        found: list[Mention] = []
        at = 0
        starts = sorted({*self.hits, *(match.start() for match in _PLACE_BEGINS.finditer(self.low))})
        for start in starts:
            if start < at or not self._may_begin(start):
                continue
            begin = self._quantified(start)
            series = self.series(max(begin, at))
            if series:
                found += series
                at = series[-1].last
        return found

    def series(self, start: int) -> list[Mention]:
        """Return the mentions of the enumeration that begins at an offset, or none."""
        found: list[Mention] = []
        at = start
        while True:
            phrase = self._phrase(at, found)
            if not phrase:
                break
            phrase += self.numbered(phrase[-1])
            found += phrase
            end = phrase[-1].end if not phrase[-1].last else phrase[-1].last
            found, end = self._bracketed(found, end)
            if _OTHERS_BEGIN.match(self.low, end) and self._owns(found, start):
                break
            if self._locates(found, start) and self._body_behind_comma(end):
                break
            separator = SEPARATOR.match(self.low, end) or self._juxtaposed(found[-1], end)
            if separator and (passed := _NO_BODIES.match(self.low, separator.end())):
                separator = passed
            if not separator or (";" in separator[0] and self._begins_clause(separator.end(), start)):
                break
            at = separator.end()
        if not found or self._is_address(found, start):
            return []
        last = max(m.last for m in found)
        shared = endings.shared(found, self.low)
        return [replace(m, first=start, last=last) for m in shared]

    def _owns(self, found: list[Mention], start: int) -> bool:
        """Whether all there is, is the notice's own ministry or place as an owner: "chương trình của Bộ, các Cục …"."""
        own = len(found) == 1 and found[0].name.bare and found[0].name.acting
        return own and self.low.endswith("của ", 0, start)

    def _locates(self, found: list[Mention], start: int) -> bool:
        """Whether all there is are places that only say where something is: "tại xã Bến Gỗ, Sở Y tế …"."""
        return _only_places(found) and bool(_WHERE.search(self.low, max(0, start - 12), start))

    def _is_address(self, found: list[Mention], start: int) -> bool:
        """Whether places say where somebody lives: "các hộ dân bản Lá, xã Bến Gỗ, huyện An Lĩnh phản ánh"."""
        if not _only_places(found) or any(m.name.group for m in found):
            return False
        sizes = [_BY_SIZE.get(m.name.level, 0) if m.name.level else 0 for m in found]
        rising = len(sizes) > 1 and sizes[0] > 0 and all(one < other for one, other in pairwise(sizes))
        before = _SMALLER.search(self.low, max(0, start - 50), start)
        named = before is not None and (self.text[before.start("name")].isupper() or before["name"].isdigit())
        inside = named and before and sizes[0] > (2 if before["district"] else 1 if before["commune"] else 0)
        return rising or bool(inside or _LIVES_AT.search(self.low, max(0, start - 60), start))

    def _body_behind_comma(self, end: int) -> bool:
        return self.low.startswith(", ", end) and self._longest(end + 2, Body, Head) is not None

    def _juxtaposed(self, last: Mention, end: int) -> re.Match[str] | None:
        """Two collectives with nothing between them: "các bộ ngành", "ngành địa phương"."""
        following = self._longest(end + 1, Common)
        both = last.name.generic and following and getattr(following.entry, "label", "") in _JUXTAPOSED
        return re.compile(" ").match(self.low, end) if both else None

    def _begins_clause(self, at: int, start: int) -> bool:
        """Whether the body behind a semicolon is the subject of a clause, and no part of the enumeration before it."""
        opens = self.text[:start].rstrip(" -+)").endswith(("\n", ".", ":", ";")) or not start
        if not opens and not _LIST_OPENS.search(self.low[max(0, start - 24) : start]):
            phrase = self._phrase(at, [])
            return bool(phrase) and predicate_begins(self.low, max(m.last for m in phrase) + 1)
        return False

    def _bracketed(self, found: list[Mention], end: int) -> tuple[list[Mention], int]:
        """Pass over a bracket inside an enumeration, and take the names in it: "Bộ Tài chính (Kho bạc …), …"."""
        bracket = _BRACKET.match(self.text, end)
        if not bracket or not SEPARATOR.match(self.low, bracket.end()):
            return found, end
        inside = self._phrase(bracket.start(1), [])
        if inside and inside[-1].end == bracket.end() - 1:
            found = found + inside
        return found, bracket.end()

    # ------------------------------------------------------------ where a phrase may begin

    def _may_begin(self, start: int) -> bool:
        bullet = self.text[max(0, start - 2) : start] in {"-", "\n-", "+", "\n+"}
        if start and self.text[start - 1] in "/-&" and not bullet:
            return False
        if self.text.startswith(("bộ ", "sở "), start) and self.complements.inside_word(start):
            return False
        if _VENUE.match(self.low, start) or self._is_built(start):
            return False
        hits = self.hits.get(start)
        return hits is None or any(not isinstance(hit.entry, Field | Province | Stop) for hit in hits)

    def _is_built(self, start: int) -> bool:
        """Whether a house is what is built: "dự án xây dựng Trường Tiểu học Bến Gỗ"."""
        return self.low.startswith(_HOUSES, start) and bool(_BUILT.search(self.low, max(0, start - 60), start))

    def _quantified(self, start: int) -> int:
        """Return where the quantifier and the persons before an offset begin: "các đồng chí lãnh đạo"."""
        before = self.low[max(0, start - 50) : start]
        match = _BEFORE.search(before)
        if not match or not match[0]:
            return start
        begin = start - len(match[0])
        return start if begin and self.low[begin - 1].isalnum() else begin

    # ------------------------------------------------------------ one phrase

    def _phrase(self, start: int, before: list[Mention]) -> list[Mention]:
        """Return the mentions of the phrase at an offset; several where a head is distributed."""
        at = start
        persons = _PERSONS.match(self.low, at)
        at = persons.end() if persons else at
        head = self._head_of_government(at)
        if head:
            return [replace(head, first=start)]
        post, at = self._post(at)
        quantifier = _QUANTIFIER.match(self.low, at)
        said = (persons[0].split(" ", 1)[-1] if persons else "") + (quantifier[0] if quantifier else "")
        plural = bool(re.search(r"các|những|\d|một số|từng|mỗi", said))
        at = quantifier.end() if quantifier else at
        if not post:
            post, at = self._post(at)
            again = _QUANTIFIER.match(self.low, at)
            plural = plural or bool(again and "các" in again[0])
            at = again.end() if again and post else at
        for read in (self._elliptic, self._listed, self._named, self._place, self._own_organ, self._common):
            found = read(at, plural=plural, before=before, post=post)
            if found:
                found = self.owned(found) if plural else found
                return [replace(m, post=post or m.post, first=start) for m in found]
        if not post:
            return []
        return self._office_holder(start) or self._own_organ(start, plural=False, before=before, post=post)

    def _office_holder(self, at: int) -> list[Mention]:
        """A post that is recorded as a body of its own: "Tổng Bí thư"."""
        return self._named(at, plural=False, before=[], post="") if self._longest(at, Post) else []

    def _head_of_government(self, at: int) -> Mention | None:
        """The Prime Minister or a Deputy: as an addressee the post is a body of its own."""
        match = _PRIME_MINISTER.match(self.low, at)
        if not match:
            return None
        deputy = "phó" in match[0] or "ptt" in match[0]
        name = Name("Thủ tướng Chính phủ", "Thủ tướng", Level.CENTRAL, national=True)
        return Mention(at, match.end(), name, at, match.end(), post="Phó Thủ tướng" if deputy else "", whole=not deputy)

    def _post(self, start: int) -> tuple[str, int]:
        """Return the posts at an offset, as far as a body's name follows, and where that begins."""
        at, post = start, ""
        while hit := self._longest(at, Post):
            entry = hit.entry
            assert isinstance(entry, Post)
            if _ADVISES_HEAD.match(self.text, hit.start):
                break
            body = self._longest(at, Body, Head) if entry.head else None
            if body and body.end >= hit.end and not self.low[hit.end :].startswith(" "):
                break
            if self._swallows(hit, entry):
                return (
                    (post, hit.end + 1)
                    if post and self._of_many(hit, entry)
                    else (entry.label, hit.end - len(entry.head))
                )
            following = self._skip(hit.end)
            if following is None:
                break
            at, post = following, entry.label
        return post, at

    def _swallows(self, hit: Hit[Entry], post: Post) -> bool:
        """Whether a post ends with the first words of its body's name: "Trưởng Ban Tổ chức", "Chánh Văn phòng …"."""
        begin = hit.end - len(post.head)
        if not post.head or self.low[begin : hit.end] != matching(post.head):
            return False
        body = self._named(begin, plural=False, before=[], post="")
        return bool(body) and body[0].end > hit.end

    def _of_many(self, hit: Hit[Entry], post: Post) -> bool:
        """Whether a post in an office is one at many bodies, so that it and the one before it stand for these.

        "Giám đốc, Chánh Văn phòng các Sở Tư pháp".
        """
        office = self._named(hit.end - len(post.head), plural=False, before=[], post="")
        return bool(office) and office[0].name.inner is not None and office[0].name.group

    def _skip(self, at: int) -> int | None:
        """Return where the body of a post begins: behind a space, or a comma and another post."""
        joined = re.compile(r"(?:,? và |, | - |-|/| )(?:của )?").match(self.low, at)
        if not joined:
            return None
        after = joined.end()
        if self._longest(after, Post):
            return after
        if joined[0].strip(" ") in {"", "của"}:
            return after
        return None
