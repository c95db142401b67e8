"""The table of districts and communes: complete on the days it speaks of, each unit in a province of its time."""

from __future__ import annotations

from collections import Counter

import pytest

from kg.data import Row, table

DISTRICTS = {"huyện", "quận", "thị xã", "thành phố"}
COMMUNES = {"xã", "phường", "thị trấn", "đặc khu"}
LAST, FIRST = "2025-06-30", "2025-07-01"  # of the three levels, of the two

# Communes from 2025-07-01 by the resolution of each province: their number.
COUNTS = {
    "thành phố Cần Thơ": 103,
    "thành phố Huế": 40,
    "thành phố Hà Nội": 126,
    "thành phố Hải Phòng": 114,
    "thành phố Hồ Chí Minh": 168,
    "thành phố Đà Nẵng": 94,
    "tỉnh An Giang": 102,
    "tỉnh Bắc Ninh": 99,
    "tỉnh Cao Bằng": 56,
    "tỉnh Cà Mau": 64,
    "tỉnh Gia Lai": 135,
    "tỉnh Hà Tĩnh": 69,
    "tỉnh Hưng Yên": 104,
    "tỉnh Khánh Hòa": 65,
    "tỉnh Lai Châu": 38,
    "tỉnh Lào Cai": 99,
    "tỉnh Lâm Đồng": 124,
    "tỉnh Lạng Sơn": 65,
    "tỉnh Nghệ An": 130,
    "tỉnh Ninh Bình": 129,
    "tỉnh Phú Thọ": 148,
    "tỉnh Quảng Ngãi": 96,
    "tỉnh Quảng Ninh": 54,
    "tỉnh Quảng Trị": 78,
    "tỉnh Sơn La": 75,
    "tỉnh Thanh Hóa": 166,
    "tỉnh Thái Nguyên": 92,
    "tỉnh Tuyên Quang": 124,
    "tỉnh Tây Ninh": 96,
    "tỉnh Vĩnh Long": 124,
    "tỉnh Điện Biên": 45,
    "tỉnh Đắk Lắk": 102,
    "tỉnh Đồng Nai": 95,
    "tỉnh Đồng Tháp": 102,
}


def provinces_on(first: str, last: str) -> set[str]:
    """The provinces, with their kind, that there were on both days."""
    return {
        f"{row['kind']} {row['name']}"
        for row in table("provinces")
        if row["valid_from"] <= first and last <= (row["valid_to"] or "9999")
    }


def rows_named(name: str) -> list[Row]:
    return [row for row in table("units") if row["name"] == name]


def test_communes_of_two_levels() -> None:
    new = [row for row in table("units") if row["valid_from"] == FIRST]
    assert Counter(row["kind"] for row in new) == {"xã": 2621, "phường": 687, "đặc khu": 13}
    assert Counter(row["province"] for row in new) == COUNTS
    assert sum(COUNTS.values()) == 3321


def test_districts_of_the_last_day() -> None:
    last = [row for row in table("units") if row["kind"] in DISTRICTS and row["valid_to"] == LAST]
    assert Counter(row["kind"] for row in last) == {"huyện": 508, "thành phố": 87, "thị xã": 52, "quận": 49}
    assert {row["province"] for row in last} == provinces_on(LAST, LAST)


def test_no_district_outlives_the_level() -> None:
    districts = [row for row in table("units") if row["kind"] in DISTRICTS]
    assert [row for row in districts if not "" < row["valid_to"] <= LAST] == []


def test_each_unit_lies_in_a_province_of_its_time() -> None:
    kinds = {row["kind"] for row in table("units")}
    assert kinds == DISTRICTS | COMMUNES
    days = {(row["valid_from"] or row["valid_to"], row["valid_to"] or row["valid_from"]) for row in table("units")}
    there = {span: provinces_on(*span) for span in days}
    outside = [
        row
        for row in table("units")
        if row["province"] not in there[row["valid_from"] or row["valid_to"], row["valid_to"] or row["valid_from"]]
    ]
    assert outside == []


def test_a_commune_of_before_is_one_province_s_alone() -> None:
    homes: dict[str, set[str]] = {}
    for row in table("units"):
        if row["kind"] in COMMUNES and row["valid_to"] == LAST:
            homes.setdefault(row["name"].casefold(), set()).add(row["province"])
    assert len(homes) > 5000
    assert [name for name, provinces in homes.items() if len(provinces) > 1] == []


def test_other_days_have_their_act() -> None:
    usual = {"", LAST, FIRST}
    odd = [row for row in table("units") if {row["valid_from"], row["valid_to"]} - usual]
    assert len(odd) > 50
    assert [row for row in odd if not row["source"]] == []
    assert [row for row in table("units") if row["source"] and row not in odd] == []


@pytest.mark.parametrize(
    ("name", "kind", "province", "span", "why"),
    [
        ("Bắc Từ Liêm", "quận", "thành phố Hà Nội", ("2013-12-28", LAST), "Nghị quyết 132/NQ-CP"),
        ("Ba Vì", "huyện", "tỉnh Hà Tây", ("", "2008-07-31"), "Nghị quyết 15/2008/QH12"),
        ("Thủ Đức", "quận", "thành phố Hồ Chí Minh", ("", "2020-12-31"), "Nghị quyết 1111/NQ-UBTVQH14"),
        ("Nam Đông", "huyện", "tỉnh Thừa Thiên Huế", ("", "2024-12-31"), "Nghị quyết 1314/NQ-UBTVQH15"),
        ("Phú Quốc", "thành phố", "tỉnh Kiên Giang", ("", LAST), "until there were no districts"),
        ("Phú Quốc", "đặc khu", "tỉnh An Giang", (FIRST, ""), "an island is a commune since"),
        ("Sài Gòn", "phường", "thành phố Hồ Chí Minh", (FIRST, ""), "a new name"),
    ],
)
def test_units(name: str, kind: str, province: str, span: tuple[str, str], why: str) -> None:
    spans = {(row["kind"], row["province"], row["valid_from"], row["valid_to"]) for row in rows_named(name)}
    assert (kind, province, *span) in spans, why
