"""Complements of several parts: the purpose of a committee, "sắp xếp, tinh gọn tổ chức bộ máy", the fields of a centre.

Commas and words of doing belong to a purpose where the committee's own place closes it, with no other body, no verb
of another clause and no preposition in between.
"""

from __future__ import annotations

import re

from kg.extract import places
from kg.extract.complements import Complements, predicate_begins
from kg.extract.lexicon import Body, Common, Head, Post
from kg.language.words import CAPITALS, SMALL, pattern

_LONGEST = 26
_WORKS = pattern(
    rf" (?:về (?!việc|tình hình|kết quả|nội dung|tiến độ|những|các)(?=[{SMALL}])|"
    r"(?:thực hiện (?:công tác|cuộc)|sắp xếp|tinh gọn|xử lý|tháo gỡ(?: (?:các )?khó khăn)?(?:, vướng mắc)?|xóa|rà sóat|"
    r"bầu cử|kiểm kê|thu hồi|tái cơ cấu|cơ cấu lại|nâng cao|thúc đẩy|ngăn chặn)(?!\w))"
)
"""Works that begin the name of a committee, but that a committee does as well."""

_CLOSES = pattern(
    r"(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|đặc khu|các cấp|cấp (?:tỉnh|huyện|xã|cơ sở))"
    r"(?:(?P<ends>[,.;:()\n]|$| (?:và|cùng|hoặc) )|(?= ))"
)
_AWAY = pattern(r"(?<!\w)(?:của|trong|ngoài|tòan|địa bàn|tại|cho|ở|từ|với|đến|tới|do|qua|hai|cả|mọi|lãnh đạo|về) $")
_OTHER = pattern(
    r"(?:và|của|các|những|một số|cùng|trong đó|đồng thời|cán bộ|công chức|nhân dân|người|hộ|ngày|theo|để|nhằm|khi|nếu|"
    r"đã|đang|sẽ|cần|phải)(?!\w)"
)


_MINISTRY = re.compile(rf" Bộ [{CAPITALS}]")
_SHORTENED = re.compile(rf"[A-ZĐ]{{2,6}} [{CAPITALS}][{SMALL}]")
_JOINED = re.compile(rf" và [{CAPITALS}][{SMALL}]")


class Purposes(Complements):
    """Finds the ends of complements, those of several parts too, in one text."""

    def name(self, at: int, *, names_work: bool = False, listed: bool = False) -> int | None:
        """Return where the proper name at an offset ends, or None; see `Complements.name`.

        A ministry in it ends it before "và": "Cục Thi hành án Bộ Quốc phòng và …".
        """
        end = super().name(at, names_work=names_work, listed=listed)
        owner = _MINISTRY.search(self.text, at, end) if end is not None else None
        bodies = self.hits.get(owner.start() + 1, ()) if owner else ()
        ends = (hit.end for hit in bodies if isinstance(hit.entry, Body) and self.low.startswith(" và ", hit.end))
        return next(ends, end)

    def purpose(self, at: int, *, numbered: bool = False) -> int | None:
        """Return where the purpose at an offset ends, or None where there is none; see `Complements.purpose`."""
        end = super().purpose(at, numbered=numbered)
        if end is None and self._capitalised_stop(at + 1):
            end = self._extent(at, sure=self._stop_end(at + 1))
        if end is not None and (owner := self._owner_end(at, end)):
            return owner
        if end is None:
            return self._closed(at, at) if _WORKS.match(self.low, at) else None
        return (self._closed(at, end) or end) if self.low.startswith(", ", end) else end

    def _owner_end(self, at: int, end: int) -> int | None:
        """Return where an owner ends whom a purpose names before what it does: "của Tỉnh ủy kiểm tra"."""
        of = self.low.find(" của ", at, end)
        begins = self.hits.get(of + len(" của "), ()) if of >= 0 else ()
        bodies = (hit.end for hit in begins if isinstance(hit.entry, Body))
        return next((last for last in bodies if last < end and self._predicate(last + 1)), None)

    def fields(self, end: int) -> int:
        """Return where a centre's name read up to `end` ends, with the fields that it lists: "Văn hóa" + ", Thông tin
        và Truyền thông"."""
        at = end + 2
        last = self.entry(at) if self.text.startswith(", ", end) else None
        others = any(isinstance(hit.entry, Body | Head | Common | Post) for hit in self.hits.get(at, ()))
        joined = last is not None and _JOINED.search(self.text, at, last)
        return last if last is not None and joined and not others else end

    def half_shortened(self, at: int) -> int | None:
        """Return where an entry of a list ends whose name begins with an abbreviation: "CN Than - Khoáng sản"."""
        return self._extent(at - 1, sure=at - 1) if _SHORTENED.match(self.text, at) else None

    def _closed(self, at: int, end: int) -> int | None:
        """Return where a purpose at `at`, read up to `end`, ends before the place that closes it, or None."""
        for _ in range(_LONGEST):
            opens = self.text.startswith(", ", end)
            start = end + 1 + opens
            if end > at and not opens and self._own_place(start):
                return end
            word = _word(self.text, start) if self.text.startswith((" ", ", "), end) else None
            if word is None or self._other_begins(start, opens=opens or end == at):
                return None
            end = max(word.end(), self._work_end(start))
        return None

    def _own_place(self, at: int) -> bool:
        """Whether the committee's own place or level stands at an offset, and its name ends there."""
        place = _CLOSES.match(self.low, at)
        if place is None or _AWAY.search(self.low, max(0, at - 12), at):
            return False
        if place["ends"] is not None or self._predicate(place.end() + 1):
            return True
        named = places.unit(self.text, self.low, at)
        return named is not None and not named.own

    def _other_begins(self, at: int, *, opens: bool) -> bool:
        """Whether what begins at an offset is no part of a purpose; `opens`: behind a comma, or as its first word."""
        if self._work_end(at):
            return False
        bodies = [hit for hit in self.hits.get(at, ()) if isinstance(hit.entry, Body | Head) and self._is_body(hit, at)]
        if bodies or self._stop(at) is False or not opens:
            return bool(bodies or self._stop(at) is False)
        common = any(isinstance(hit.entry, Common | Post) for hit in self.hits.get(at, ()))
        return common or self._upper(at) or bool(_OTHER.match(self.low, at) or predicate_begins(self.low, at))

    def _work_end(self, at: int) -> int:
        """Return where the words end that a purpose may begin with at an offset, or 0 where there are none."""
        work = _WORKS.match(self.low, at - 1) or self.begins_purpose(at - 1)
        return work.start() + len(work[0].rstrip()) if work else 0


def _word(text: str, at: int) -> re.Match[str] | None:
    return re.compile(r"[\w'’]+(?:[-–&/][\w'’]+)*|[–-]|&").match(text, at)
