"""A short name is that of the body that bore it when the notice was issued."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extract.names import Name
from kg.extract.periods import named_at

NOW = Name("Tập đoàn Công nghiệp - Viễn thông Quân đội", "Tập đoàn", None, national=True)
BEFORE = "Tập đoàn Viễn thông Quân đội"


@pytest.mark.parametrize(
    ("written", "issued", "label", "why"),
    [
        ("Viettel", date(2012, 5, 1), BEFORE, "in the years of the first"),
        ("các Tập đoàn: VNPT, Viettel", date(2012, 5, 1), BEFORE, "among others"),
        ("Viettel", date(2024, 5, 1), NOW.label, "in the years of the second"),
        ("Viettel", date(2018, 1, 5), NOW.label, "in a year of both"),
        ("Viettel", None, NOW.label, "on no known day"),
        (NOW.label, date(2012, 5, 1), NOW.label, "a full name says whom it means"),
        ("Sở Y tế", date(2012, 5, 1), NOW.label, "no short name"),
    ],
)
def test_who_bore_a_short_name(written: str, issued: date | None, label: str, why: str) -> None:
    assert named_at(NOW, written, issued).label == label, why
