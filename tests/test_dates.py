"""Vietnamese dates: what is one, its last day and its precision."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.dates import date_at, find
from kg.language.words import matching
from kg.records import Precision

REFERENCE = date(2024, 5, 17)
DAY, TIME, MONTH, QUARTER = Precision.DAY, Precision.TIME, Precision.MONTH, Precision.QUARTER
HALF, YEAR = Precision.HALF, Precision.YEAR

WHOLE = [
    ("ngày 30 tháng 6 năm 2024", "2024-06-30", DAY, "in words"),
    ("30/6/2024", "2024-06-30", DAY, "in figures"),
    ("30-6-2024", "2024-06-30", DAY, "with dashes"),
    ("30.6.2024", "2024-06-30", DAY, "with points"),
    ("ngày 05/09/24", "2024-09-05", DAY, "two figures for the year"),
    ("ngày 30/6 năm 2024", "2024-06-30", DAY, "figures, then the year in words"),
    ("ngày 01 tháng 7, năm 2024", "2024-07-01", DAY, "a comma before the year"),
    ("ngày 12 tháng 3 nám 2024", "2024-03-12", DAY, "OCR's look-alike of năm"),
    ("ngày 10 tháng 01năm 2026", "2026-01-10", DAY, "a space lost"),
    ("ngày 30/11", "2024-11-30", DAY, "no year: the next one"),
    ("ngày 17/5", "2024-05-17", DAY, "no year: the reference day itself"),
    ("ngày 16/5", "2025-05-16", DAY, "no year: past this year, so the next"),
    ("ngày 29/2", "2028-02-29", DAY, "no year: the next leap year"),
    ("ngày 25", "2024-05-25", DAY, "neither month nor year"),
    ("ngày 5 tháng sau", "2024-06-05", DAY, "the month after"),
    ("ngày 15, 16/11/2024", "2024-11-16", DAY, "two days of a month: the last"),
    ("ngày 15-16/11/2024", "2024-11-16", DAY, "a range of days: the last"),
    ("thứ Sáu, ngày 12/7/2024", "2024-07-12", DAY, "a weekday before"),
    ("ngày thứ hai (06/12/2021)", "2021-12-06", DAY, "a weekday, the date in brackets"),
    ("17 giờ 00 ngày 20 tháng 8 năm 2025", "2025-08-20", TIME, "an hour"),
    ("17h ngày 3/6", "2024-06-03", TIME, "an hour, written short"),
    ("16h30, ngày 3/6/2024", "2024-06-03", TIME, "hour and minutes"),
    ("08 giờ 30 phút ngày 5/7/2024", "2024-07-05", TIME, "hour and minutes in words"),
    ("chiều ngày 5/7/2024", "2024-07-05", TIME, "a part of a day"),
    ("hết ngày 31/10/2024", "2024-10-31", DAY, "the end of a day"),
    ("tuần thứ hai của tháng 4/2024", "2024-04-14", DAY, "a week of a month"),
    ("tháng 6/2024", "2024-06-30", MONTH, "a month"),
    ("tháng 02 năm 2024", "2024-02-29", MONTH, "a month of a leap year"),
    ("cuối tháng 3 năm 2010", "2010-03-31", MONTH, "the end of a month"),
    ("đầu tháng 3/2026", "2026-03-31", MONTH, "its beginning is no day of its own"),
    ("tháng 4 và tháng 5/2024", "2024-05-31", MONTH, "two months: the last"),
    ("tháng 5", "2024-05-31", MONTH, "no year: a month not over yet"),
    ("tháng 4", "2025-04-30", MONTH, "no year: the next one"),
    ("tháng này", "2024-05-31", MONTH, "the reference day's"),
    ("quý III năm 2012", "2012-09-30", QUARTER, "a quarter"),
    ("Quý 2/2025", "2025-06-30", QUARTER, "a quarter in figures"),
    ("quý III, IV năm 2025", "2025-12-31", QUARTER, "two quarters: the last"),
    ("quý này", "2024-06-30", QUARTER, "the reference day's"),
    ("6 tháng đầu năm 2024", "2024-06-30", HALF, "a half"),
    ("06 tháng cuối năm 2024", "2024-12-31", HALF, "the other half"),
    ("9 tháng đầu năm 2024", "2024-09-30", MONTH, "three quarters of a year"),
    ("năm 2025", "2025-12-31", YEAR, "a year"),
    ("cuối năm 2025", "2025-12-31", YEAR, "the end of a year"),
    ("năm nay", "2024-12-31", YEAR, "the reference day's"),
]


@pytest.mark.parametrize(("text", "day", "precision", "why"), WHOLE)
def test_a_date_stands_for_its_last_day(text: str, day: str, precision: Precision, why: str) -> None:
    found = date_at(matching(text), 0, REFERENCE)
    assert found, why
    assert (str(found.day), found.precision, text[found.start : found.end]) == (day, precision, text), why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("ngày 31/02/2024", "no such day"),
        ("ngày 31 tháng 4 năm 2024", "no such day"),
        ("tháng 13/2024", "no such month"),
        ("ngày 15/01 âm lịch", "another calendar"),
    ],
)
def test_what_no_calendar_has_gets_no_day(text: str, why: str) -> None:
    found = date_at(matching(text), 0, REFERENCE)
    assert found is None or found.day is None, why


@pytest.mark.parametrize(
    "text", ["ngày 30/11", "ngày 25", "tháng 6", "quý III", "6 tháng đầu năm", "tháng này", "năm nay"]
)
def test_without_a_year_or_a_reference_nothing_is_guessed(text: str) -> None:
    found = date_at(matching(text), 0)
    assert found is not None
    assert found.day is None


@pytest.mark.parametrize(
    "text",
    [
        "trực 24/7",
        "đạt 3/4 số hộ",
        "năm 2025-2026",
        "17/94 công trình",
        "tăng 9.12 điểm",
        "số 12/QĐ",
        "tỷ lệ 30/11",
        "thứ Sáu",
    ],
)
def test_figures_alone_are_no_date(text: str) -> None:
    assert find(text, REFERENCE) == []


def test_dates_of_a_text_are_found_in_order() -> None:
    text = "Từ ngày 01/3/2024 đến hết tháng 4 năm 2024; báo cáo trong quý II/2024."
    assert [(text[f.start : f.end], str(f.day)) for f in find(text)] == [
        ("ngày 01/3/2024", "2024-03-01"),
        ("hết tháng 4 năm 2024", "2024-04-30"),
        ("quý II/2024", "2024-06-30"),
    ]


DAYS = st.dates(date(1946, 1, 1), date(2099, 12, 31))
FORMS = st.sampled_from(
    ["ngày {d} tháng {m} năm {y}", "ngày {d:02}/{m:02}/{y}", "{d}/{m}/{y}", "{d}-{m}-{y}", "17 giờ ngày {d}/{m}/{y}"]
)


@given(DAYS, FORMS)
def test_a_written_day_is_read_back(day: date, form: str) -> None:
    text = form.format(d=day.day, m=day.month, y=day.year)
    found = date_at(matching(text), 0)
    assert found is not None
    assert (found.day, found.end) == (day, len(text))


@given(DAYS, st.dates(date(2000, 1, 1), date(2080, 12, 31)))
def test_without_a_year_it_is_the_first_such_day_from_the_reference_on(day: date, reference: date) -> None:
    found = date_at(f"ngày {day.day}/{day.month}", 0, reference)
    assert found is not None
    assert found.day is not None
    assert (found.day.day, found.day.month) == (day.day, day.month)
    assert reference <= found.day
    earlier = [reference + timedelta(days=n) for n in range((found.day - reference).days)]
    assert not any((one.day, one.month) == (day.day, day.month) for one in earlier)


@given(DAYS)
def test_a_month_ends_the_day_before_the_next(day: date) -> None:
    found = date_at(f"tháng {day.month}/{day.year}", 0)
    assert found is not None
    assert found.day is not None
    assert found.day.month == day.month
    assert (found.day + timedelta(days=1)).day == 1


@given(st.text(alphabet="0123456789/.-ngàythánquýăm ", max_size=60))
def test_any_text_is_read_without_an_error(text: str) -> None:
    for found in find(text, REFERENCE):
        assert 0 <= found.start < found.end <= len(text)
