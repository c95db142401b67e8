"""Times allowed for a duty: "trong vòng 10 ngày làm việc", "chậm nhất 02 ngày sau khi …", as ISO 8601 durations.

Invariants: a pure function of the text in matching form. Weeks are written in days and quarters in months, as
xsd:duration has neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kg.extract.dates import date_at
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
_PLANNED = pattern(r"(?<!\w)(?:kế hoạch|chương trình|chiến dịch|giai đoạn|kết quả|tình hình) ?$")
_FROM_ISSUE = pattern(
    r",? (?:kể |tính )?(?:từ|sau) (?:ngày|khi) (?:ký(?: ban hành)?|ban hành|nhận được|có|ra) "
    r"(?:thông báo|chỉ thị|công điện|công văn|văn bản|kết luận)(?: kết luận)? này(?!\w)"
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


def find(low: str, issued: date | None = None) -> Iterator[FoundDuration]:
    """Yield the times allowed in a text in matching form, in order.

    `issued` is the notice's own day, from which "kể từ ngày ký Thông báo này" counts.
    """
    for match in _ALLOWED.finditer(low):
        if _allows(low, match):
            yield _found(low, match, issued)


def _allows(low: str, match: re.Match[str]) -> bool:
    """Whether a stretch of time limits a duty."""
    if _OTHERWISE.match(low, match.end()) or not _amount(match):
        return False
    segment = re.split(r"[,;:.(]", low[max(0, match.start() - 120) : match.start()])[-1]
    if match["most"]:
        return bool(_ANSWERING.search(segment))
    if match["firm"]:
        return True
    return match["unit"] != "năm" and not _PLANNED.search(segment)


def _found(low: str, match: re.Match[str], issued: date | None) -> FoundDuration:
    prefix, times, unit = _UNITS[match["unit"]]
    count = _amount(match) * times
    start_day = _FROM_DAY.match(low, match.end())
    first = date_at(low, start_day.end()) if start_day and unit == "D" and not match["working"] else None
    if first and first.day:
        return FoundDuration(match.start(), first.end, None, first.day + timedelta(days=count))
    own = _FROM_ISSUE.match(low, match.end())
    if own and issued and unit == "D" and prefix == "P" and not match["working"]:
        return FoundDuration(match.start(), own.end(), None, issued + timedelta(days=count))
    return FoundDuration(match.start(), match.end(), f"{prefix}{count}{unit}")


def _amount(match: re.Match[str]) -> int:
    number = match["upper"] or match["number"]
    return _NUMBERS.get(number) or int(number)
