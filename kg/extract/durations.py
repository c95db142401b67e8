"""Times allowed for a duty: "trong vòng 10 ngày làm việc", "chậm nhất 02 ngày sau khi …", as ISO 8601 durations.

So are the times that a duty has to be done ahead of something: "trước kỳ họp ít nhất 15 ngày".

Invariants: a pure function of the text in matching form. Weeks are written in days and quarters in months, as
xsd:duration has neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kg.extract.dates import date_at
from kg.extract.working_days import working_day_after
from kg.language.words import matching, pattern

_NUMBERS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_NUMBER = rf"(?P<number>\d{{1,3}}|{'|'.join(_NUMBERS)})(?: ?\([^)\d]{{1,20}}\))?(?: ?(?:-|đến) ?(?P<upper>\d{{1,3}}))?"
_FIRM = r"trong (?:vòng|thời hạn|thời gian)|thời hạn(?: là)?|(?:chậm|muộn|trễ) nhất"
_MORE = r"(?: (?:là|trong|trong vòng|sau|không quá|tối đa|khoảng|vòng|thời hạn))*"
_ALLOWED = pattern(
    rf"(?<!\w)(?P<cue>(?P<firm>{_FIRM})|(?P<most>không quá|tối đa(?: là)?)|trong){_MORE} {_NUMBER} ?"
    r"(?P<unit>phút|giờ|h|tiếng|ngày|tuần|tháng|quý|năm)(?!\w)(?P<working> làm việc)?"
)
# What makes the same words a stretch of the past, a part of a year, a holiday, an age or days of the month.
_OTHERWISE = pattern(
    r",? (?:đêm|đầu|cuối|qua|vừa qua|gần đây|gần nhất|liên tiếp|liên tục|trước(?! khi| ngày| thời| kỳ| lễ)"
    r"|nghỉ|lễ|tết|mưa|nắng|cao điểm|trở lại"
    r"|nay|của|tuổi|học|thực hiện|hoạt động|triển khai|thi công)(?!\w)|,? ?\(?\d"
)
_ANSWERING = pattern(
    r"(?<!\w)(?:thời gian|thời hạn|xử lý|giải quyết|báo cáo|gửi|trả lời|có ý kiến|trình|xong|hoàn thành|"
    r"thẩm định|thẩm tra|xác nhận|phê duyệt|cho ý kiến|phản hồi|cung cấp)(?!\w)"
)
_LEAST = r"(?:ít nhất|tối thiểu|chậm nhất|muộn nhất)"
_UNIT = r"(?P<unit>giờ|ngày|tuần|tháng)(?!\w)(?P<working> làm việc)?"
_EVENT = r"(?:khi|ngày|thời điểm|kỳ họp|phiên họp|cuộc họp|hội nghị|mùa|đợt|kỳ|lễ)"
_ENDS = r"(?=[,;.)]|$| (?:để|và|cho|phải|gửi|báo cáo)(?!\w))"
_AHEAD = (
    pattern(rf"(?<!\w)trước {_EVENT}(?!\w)[^,;:.\d]{{0,60}}? {_LEAST}(?: là)? {_NUMBER} ?{_UNIT}"),
    pattern(rf"(?<!\w){_LEAST}(?: là)? {_NUMBER} ?{_UNIT} trước {_EVENT}(?!\w)"),
    pattern(rf"(?<!\w)trước khi [^,;:.\d]{{3,50}} {_NUMBER} ?{_UNIT}{_ENDS}"),
    pattern(
        rf"(?<!\w)sau (?:khi|kỳ|đợt|hội nghị|cuộc họp) [^,;:.\d]{{2,40}} {_NUMBER} ?{_UNIT}"
        r"(?=,? (?:phải |có )*(?:báo cáo|gửi|trình|hoàn thành)(?!\w))"
    ),
    pattern(rf"(?<!\w)trước {_NUMBER} ?(?P<unit>ngày|tuần|tháng)(?!\w)(?P<working> làm việc)?(?:{_ENDS}|(?= so với))"),
    pattern(rf"(?<!\w)trước {_NUMBER} ?(?P<unit>giờ|h|tiếng)(?!\w)(?P<working>)(?= trước khi| so với)"),
)  # fmt: skip
"""How long before or behind something a duty is to be done."""

_WORKING_DAY = pattern(r"(?<!\w)(?:ngay )?trong ngày làm việc(?!\w)(?! (?:tiếp|kế|thứ|đầu|cuối|sau|hôm)| ?\d)")
_TERM = pattern(
    r"(?<!\w)(?:thuê|cho thuê|vay|bảo hành|gia hạn|giãn|kéo dài|kỳ hạn|hiệu lực|giá trị sử dụng|khấu hao)(?!\w)"
)
"""What lasts for a time by a contract or a licence, which is nobody's duty."""

_DONE_IN = pattern(
    r"(?<!\w)(?:xử lý|giải quyết|báo cáo|gửi|trả lời|trình|xong|hoàn thành|thẩm định|phê duyệt|cung cấp"
    r"|thực hiện)(?!\w)"
)
_OVERDUE = pattern(r"(?<!\w)quá $")
_PLANNED = pattern(r"(?<!\w)(?:kế hoạch|chương trình|chiến dịch|giai đoạn|kết quả|tình hình) ?$")
_FROM_ISSUE = pattern(
    r",? (?:kể |tính )?(?:từ|sau) (?:ngày|khi) (?:ký(?: ban hành)?|ban hành|nhận được|có|ra) "
    r"(?:thông báo|chỉ thị|công điện|công văn|văn bản|kết luận)(?: kết luận)? này(?!\w)"
)
_FROM_MEETING = pattern(
    r",? (?:kể |tính )?(?:từ|sau) (?:ngày |khi )(?:kết thúc )?(?:họp|cuộc họp|hội nghị|phiên họp|buổi làm việc)"
    r"(?: này| kết thúc)?(?=[,;.)]|$)"
)
_FROM_DAY = pattern(r",? (?:kể |tính )?từ (?=ngày \d)")
_UNITS = {
    "phút": ("PT", 1, "M"), "giờ": ("PT", 1, "H"), "h": ("PT", 1, "H"), "tiếng": ("PT", 1, "H"), "ngày": ("P", 1, "D"),
    "tuần": ("P", 7, "D"), "tháng": ("P", 1, "M"), matching("quý"): ("P", 3, "M"), "năm": ("P", 1, "Y"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FoundDuration:
    """A time allowed at [start, end): an ISO 8601 duration, or the day it ends on where it runs from a named day."""

    start: int
    end: int
    duration: str | None
    day: date | None = None


def find(low: str, issued: date | None = None, held: date | None = None) -> Iterator[FoundDuration]:
    """Yield the times allowed in a text in matching form, in order; they do not overlap.

    `issued` is the notice's own day, from which "kể từ ngày ký Thông báo này" counts, `held` the meeting's.
    """
    found = [_found(low, match, issued, held) for match in _ALLOWED.finditer(low) if _allows(low, match)]
    found += [FoundDuration(match.start(), match.end(), "P1D") for match in _WORKING_DAY.finditer(low)]
    for expression in _AHEAD:
        for match in expression.finditer(low):
            free = not any(match.start() < one.end and one.start < match.end() for one in found)
            if free and _amount(match):
                found.append(FoundDuration(match.start(), match.end(), _duration(match)))
    yield from sorted(found, key=lambda one: one.start)


def _allows(low: str, match: re.Match[str]) -> bool:
    """Whether a stretch of time limits a duty."""
    if _OTHERWISE.match(low, match.end()) or not _amount(match):
        return False
    segment = re.split(r"[,;:.(]", low[max(0, match.start() - 120) : match.start()])[-1]
    if _OVERDUE.search(low, 0, match.start()) or _of_a_term(segment):
        return False
    if match["most"]:
        return bool(match["working"] or _ANSWERING.search(segment))
    if match["firm"]:
        return match["unit"] != "năm" or low.startswith("trong", match.start())
    return match["unit"] != "năm" and not _PLANNED.search(segment)


def _of_a_term(segment: str) -> bool:
    """Whether the clause speaks of how long a lease, a loan or a licence lasts, and of nothing to be done in it."""
    terms = [match.end() for match in _TERM.finditer(segment)]
    return bool(terms) and not _DONE_IN.search(segment, terms[-1])


def _found(low: str, match: re.Match[str], issued: date | None, held: date | None) -> FoundDuration:
    if match["unit"] in {"ngày", "tuần"}:
        for first, end in _counted_from(low, match.end(), issued, held):
            day = _day_after(first, match)
            if day:
                return FoundDuration(match.start(), end, None, day)
    return FoundDuration(match.start(), match.end(), _duration(match))


def _counted_from(low: str, at: int, issued: date | None, held: date | None) -> Iterator[tuple[date, int]]:
    """Yield the day from which a time allowed counts and where the words for it end."""
    start_day = _FROM_DAY.match(low, at)
    first = date_at(low, start_day.end()) if start_day else None
    if first and first.day:
        yield first.day, first.end
    for expression, day in ((_FROM_ISSUE, issued), (_FROM_MEETING, held)):
        match = expression.match(low, at)
        if match and day:
            yield day, match.end()


def _day_after(first: date, match: re.Match[str]) -> date | None:
    count = _amount(match) * _UNITS[match["unit"]][1]
    return working_day_after(first, count) if match["working"] else first + timedelta(days=count)


def _duration(match: re.Match[str]) -> str:
    prefix, times, unit = _UNITS[match["unit"]]
    return f"{prefix}{_amount(match) * times}{unit}"


def _amount(match: re.Match[str]) -> int:
    number = match["upper"] or match["number"]
    return _NUMBERS.get(number) or int(number)
