"""Vietnamese dates: days, months, quarters, parts of a year, years, with or without a year or an hour.

Invariants: a pure function of the text and the reference day; offsets are those of the text; a stretch of time
stands for its last day; what the calendar does not have, what nothing gives a year, and lunar dates have no day.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from kg.extract.stretches import ALSO, MONTH, OF_YEAR, RELATIVE, YEAR_WORD, moved, stretch_at
from kg.language.words import matching, pattern
from kg.records import Precision

HOUR = r"\d{1,2} ?(?:giờ|h|g)(?!\w)(?: ?\d\d(?!\w)(?: ?(?:phút|p)(?!\w)|['’′])?)?|\d{1,2}(?:h|:)\d\d(?!\w)['’′]?"
WEEKDAY = r"thứ (?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])(?!\w)|chủ nhật"
PART_OF_DAY = r"(?:buổi )?(?:sáng|trưa|chiều|tối|đêm)(?!\w)"

_BEFORE_DAY = pattern(
    rf"(?P<hour>(?:{HOUR})(?:,| của| trong)? )?(?P<part>{PART_OF_DAY},? )?(?:hết )?(?P<word>ngày ?)?"
    rf"(?P<weekday>(?:{WEEKDAY}),? ?)?(?P<open>\()?(?P<again>ngày ?)?(?:mồng |mùng )?"
)
# The first of several days that share a month ("ngày 15, 16/11") is passed over: the last one counts.
_EARLIER_DAYS = pattern(rf"(?:\d{{1,2}}{ALSO}(?:ngày )?){{1,3}}(?=\d{{1,2}}(?: ?/ ?\d| tháng))")
_NUMERIC_DAY = pattern(
    r"(?P<day>\d{1,2}) ?(?P<mark>[/.-]) ?(?P<month>\d{1,2})"
    rf"(?:(?: ?(?P=mark) ?(?P<year>(?:19|20)\d\d|\d\d(?! ?[/-] ?\d))|,? {YEAR_WORD} (?P<later>(?:19|20)\d\d))(?!\d)"
    r"|(?![\d/])(?! ?%))"
)
_DAY_OF_MONTH = pattern(rf"(?P<day>\d{{1,2}}) ?(?:tháng|thang) ?{MONTH}(?:{OF_YEAR})?")
_DAY_ALONE = pattern(r"(?P<day>\d{1,2})(?! ?[/.-] ?\d)(?!\w)(?! (?:hằng|hàng|mỗi|của|tháng|ngày|giờ|đêm))")
_RELATIVE_DAY = pattern(rf"(?P<day>\d{{1,2}}) tháng {RELATIVE}")

_LUNAR = pattern(r" ?\(?(?:âm lịch|âl)(?!\w)")
_BEGINS = pattern(
    r"(?<![\w/.,-])(?:\d|(?:ngày|tháng|quý|năm|tuần|thứ|chủ nhật|sáng|trưa|chiều|tối|đêm|buổi"
    r"|đầu|giữa|cuối|hết|nửa)(?!\w))"
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date at [start, end): its last day, None where the text and the reference do not settle one.

    `marked` is true where a word ("ngày", "tháng") or a year says that it is a date: "3/4" may be three quarters.
    """

    start: int
    end: int
    day: date | None
    precision: Precision
    marked: bool = True


def date_at(low: str, at: int, reference: date | None = None) -> FoundDate | None:
    """Return the date that a text in matching form has at an offset, or None.

    A date without a year is the first such date on or after the reference day.
    """
    if found := _day_at(low, at, reference):
        return found
    stretch = stretch_at(low, at, reference)
    return FoundDate(at, *stretch) if stretch else None


def find(text: str, reference: date | None = None) -> list[FoundDate]:
    """Return every marked date of a text, in order; they do not overlap."""
    low = matching(text)
    found: list[FoundDate] = []
    at = 0
    while match := _BEGINS.search(low, at):
        one = date_at(low, match.start(), reference)
        if one and one.marked:
            found.append(one)
        at = max(one.end if one else 0, match.end())
    return found


def _day_at(low: str, at: int, reference: date | None) -> FoundDate | None:
    before = _BEFORE_DAY.match(low, at)
    if before is None:
        return None
    precision = Precision.TIME if before["hour"] or before["part"] else Precision.DAY
    said = bool(before["word"] or before["again"] or before["weekday"])
    begin = before.end()
    if earlier := _EARLIER_DAYS.match(low, begin):
        begin = earlier.end()
    for expression, day_of in _DAYS:
        match = expression.match(low, begin)
        if match and (said or expression is not _DAY_ALONE):
            end = match.end() + (before["open"] is not None and low[match.end() : match.end() + 1] == ")")
            day, sure = day_of(match, reference)
            return FoundDate(at, end, None if _LUNAR.match(low, end) else day, precision, said or sure)
    return None


def _numeric(match: re.Match[str], reference: date | None) -> tuple[date | None, bool]:
    year = match["year"] or match["later"]
    if year is None and match["mark"] != "/":
        return None, False
    if year is None:
        return _next(int(match["day"]), int(match["month"]), reference), False
    return _calendar_day(int(year) + 2000 if len(year) == 2 else int(year), match), True


def _in_words(match: re.Match[str], reference: date | None) -> tuple[date | None, bool]:
    if match["year"]:
        return _calendar_day(int(match["year"]), match), True
    return _next(int(match["day"]), int(match["month"]), reference), True


def _relative_day(match: re.Match[str], reference: date | None) -> tuple[date | None, bool]:
    if reference is None:
        return None, True
    year, month = moved(reference, 0 if match["relative"] in {"này", "nay"} else 1)
    return _made(year, month, int(match["day"])), True


def _alone(match: re.Match[str], reference: date | None) -> tuple[date | None, bool]:
    """Return the first day of that number on or after the reference day."""
    number = int(match["day"])
    if reference is None:
        return None, False
    candidates = (_made(*moved(reference, months), number) for months in range(3))
    return next((day for day in candidates if day and day >= reference), None), False


_Reader = Callable[[re.Match[str], date | None], tuple[date | None, bool]]
_DAYS: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    (_DAY_OF_MONTH, _in_words),
    (_NUMERIC_DAY, _numeric),
    (_RELATIVE_DAY, _relative_day),
    (_DAY_ALONE, _alone),
)


def _calendar_day(year: int, match: re.Match[str]) -> date | None:
    return _made(year, int(match["month"]), int(match["day"]))


def _next(day: int, month: int, reference: date | None) -> date | None:
    """Return the first such day on or after the reference day; 29 February waits for its year."""
    if reference is None:
        return None
    candidates = (_made(reference.year + years, month, day) for years in range(9))
    return next((found for found in candidates if found and found >= reference), None)


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
