"""Dates longer than a day: weeks of a month, months, quarters, parts of a year, years; each stands for its last day.

Invariant: a pure function of the text in matching form and the reference day.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta

from kg.language.words import pattern
from kg.records import Precision

# A printed "năm" is often read as "nám" or "nãm" by OCR; none of them is another word before a number.
YEAR_WORD = "n[ăáãâ]m"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?![\d])"
OF_YEAR = rf"(?: ?/ ?| ?- ?|,? ?(?:của )?{YEAR_WORD} ?){_YEAR}"
MONTH = rf"(?P<month>\d{{1,2}})(?=\W|$|{YEAR_WORD})"
_QUARTER = r"(?P<quarter>i{1,3}|iv|[1-4]|nhất|một|hai|ba|tư)(?!\w)"
ALSO = r"(?: ?(?:,|-|và|đến) ?)"
RELATIVE = r"(?P<relative>này|nay|tới|sau)(?!\w)"

_STRETCHES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("week", pattern(
        r"tuần (?:lễ )?(?:thứ )?(?P<week>nhất|một|hai|ba|tư|năm|[1-5]|i{1,3}|iv|đầu|cuối)(?: tiên| cùng)?(?!\w)"
        rf"(?: của| trong)? tháng {MONTH}(?:{OF_YEAR})?"
    )),
    ("week of the year", pattern(
        rf"tuần (?:thứ |lễ thứ )?(?P<week>\d{{1,2}})(?!\w)(?! ?[/.,-] ?\d(?!\d{{3}}(?!\d)))"
        rf"(?! (?:của |trong )?(?:tháng|học kỳ|quý))(?:{OF_YEAR})?"
    )),
    ("coming week", pattern(rf"tuần {RELATIVE}")),
    ("month", pattern(
        rf"(?P<part>đầu |giữa |cuối |hết )?(?:các )?tháng \d{{1,2}}{ALSO}(?:tháng )?{MONTH}{OF_YEAR}"
    )),
    ("month", pattern(rf"(?P<part>đầu |giữa |cuối |hết )?tháng ?{MONTH}(?:{OF_YEAR}|(?! ?[/-] ?\d))")),
    ("month", pattern(rf"(?P<part>đầu |giữa |cuối |hết )?tháng {RELATIVE}")),
    ("quarter", pattern(
        rf"(?:cuối |hết )?(?:các )?quý (?:i{{1,3}}|[1-3]){ALSO}(?:quý )?{_QUARTER}{OF_YEAR}"
    )),
    ("quarter", pattern(rf"(?:cuối |hết )?quý {_QUARTER}(?:{OF_YEAR})?")),
    ("quarter", pattern(rf"(?:cuối |hết )?quý {RELATIVE}")),
    ("months", pattern(
        rf"(?P<count>\d{{1,2}}|sáu) tháng (?P<part>đầu|cuối)(?: của)? {YEAR_WORD}(?: {_YEAR}| {RELATIVE})?(?!\w)"
    )),
    ("months", pattern(rf"nửa (?P<part>đầu|cuối)(?: của)? {YEAR_WORD}(?: {_YEAR}| {RELATIVE})?(?!\w)")),
    ("year", pattern(
        rf"(?P<part>cuối |hết )?{YEAR_WORD} ?(?:{_YEAR}(?! ?[-/] ?\d)|(?P<relative>này|nay|tới)(?!\w))"
    )),
)  # fmt: skip

_ORDINALS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "nhất": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "đầu": 1}


def stretch_at(low: str, at: int, reference: date | None) -> tuple[int, date | None, Precision] | None:
    """Return where the stretch of time that begins at an offset ends in the text, its last day and its precision.

    The day is None where neither the text nor the reference day gives a year, or no calendar has it.
    """
    for kind, expression in _STRETCHES:
        if match := expression.match(low, at):
            return (match.end(), *_LAST_DAYS[kind](match, reference))
    return None


def month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def moved(day: date, months: int) -> tuple[int, int]:
    """Return the year and month so many months after a day's."""
    index = day.year * 12 + day.month - 1 + months
    return index // 12, index % 12 + 1


def _last_of_week(match: re.Match[str], reference: date | None) -> tuple[date | None, Precision]:
    """Return the last day of a week of a month, the first being its days 1 to 7."""
    year, month = _year_and_month(match, reference)
    if year is None or not 1 <= month <= 12:
        return None, Precision.DAY
    last = month_end(year, month)
    word = match["week"]
    if word == "cuối":
        return last, Precision.DAY
    return min(date(year, month, 1) + timedelta(days=7 * _ordinal(word) - 1), last), Precision.DAY


def _last_of_month(match: re.Match[str], reference: date | None) -> tuple[date | None, Precision]:
    """Return the last day of a month; "đầu tháng" and "giữa tháng" name no day of it either."""
    year, month = _year_and_month(match, reference)
    if year is None or not 1 <= month <= 12:
        return None, Precision.MONTH
    return month_end(year, month), Precision.MONTH


def _last_of_quarter(match: re.Match[str], reference: date | None) -> tuple[date | None, Precision]:
    groups = match.groupdict()
    if groups.get("relative"):
        if reference is None:
            return None, Precision.QUARTER
        later = groups["relative"] not in {"này", "nay"}
        year, month = moved(reference, 3 * later)
        return month_end(year, (month - 1) // 3 * 3 + 3), Precision.QUARTER
    return _last_of(groups.get("year"), 3 * _ordinal(match["quarter"]), reference), Precision.QUARTER


def _last_of_months(match: re.Match[str], reference: date | None) -> tuple[date | None, Precision]:
    """Return the last day of the first or last months of a year."""
    groups = match.groupdict()
    word = groups.get("count") or "6"
    count = 6 if word == "sáu" else int(word)
    if not 1 <= count <= 12:
        return None, Precision.MONTH
    month = count if match["part"] == "đầu" else 12
    precision = {3: Precision.QUARTER, 6: Precision.HALF, 12: Precision.YEAR}.get(count, Precision.MONTH)
    year = groups.get("year") or _relative_year(groups.get("relative"), reference)
    return _last_of(year, month, reference), precision


def _last_of_year(match: re.Match[str], reference: date | None) -> tuple[date | None, Precision]:
    year = match["year"] or _relative_year(match["relative"], reference)
    return (date(int(year), 12, 31) if year else None), Precision.YEAR


def _last_of_coming_week(match: re.Match[str], reference: date | None) -> tuple[date | None, Precision]:
    """Return the Sunday of the reference day's week, or of the next."""
    if reference is None:
        return None, Precision.DAY
    later = match["relative"] not in {"này", "nay"}
    return reference + timedelta(days=6 - reference.weekday() + 7 * later), Precision.DAY


def _last_of_numbered_week(match: re.Match[str], reference: date | None) -> tuple[date | None, Precision]:
    """Return the Sunday of an ISO 8601 week of the reference day's year, where it is one of the next few weeks.

    Schools and projects number their own weeks; a number that is also that of a coming week of the year is none
    of theirs.
    """
    number = int(match["week"])
    if reference is None or not 6 <= number <= 52:
        return None, Precision.DAY
    sunday = date.fromisocalendar(int(match["year"] or reference.isocalendar().year), number, 7)
    return (sunday if 0 <= (sunday - reference).days <= 7 * _WEEKS_AHEAD else None), Precision.DAY


_WEEKS_AHEAD = 4

_LAST_DAYS: dict[str, Callable[[re.Match[str], date | None], tuple[date | None, Precision]]] = {
    "week": _last_of_week,
    "week of the year": _last_of_numbered_week,
    "coming week": _last_of_coming_week,
    "month": _last_of_month,
    "quarter": _last_of_quarter,
    "months": _last_of_months,
    "year": _last_of_year,
}


def _year_and_month(match: re.Match[str], reference: date | None) -> tuple[int | None, int]:
    groups = match.groupdict()
    if groups.get("relative"):
        if reference is None:
            return None, 0
        return moved(reference, 0 if groups["relative"] in {"này", "nay"} else 1)
    month = int(match["month"])
    if groups.get("year"):
        return int(groups["year"]), month
    last = _last_of(None, month, reference)
    return (last.year if last else None), month


def _last_of(year: str | None, month: int, reference: date | None) -> date | None:
    """Return the last day of a month; without a year, of the first one that is not over on the reference day."""
    if not 1 <= month <= 12:
        return None
    if year:
        return month_end(int(year), month)
    if reference is None:
        return None
    this_year = month_end(reference.year, month)
    return this_year if this_year >= reference else month_end(reference.year + 1, month)


def _relative_year(word: str | None, reference: date | None) -> str | None:
    if word is None or reference is None:
        return None
    return str(reference.year + (word not in {"này", "nay"}))


def _ordinal(word: str) -> int:
    return _ORDINALS.get(word) or int(word)
