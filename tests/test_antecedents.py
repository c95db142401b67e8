"""Bodies of a unit that their item names before."""

from __future__ import annotations

import pytest

from kg.extract.antecedents import named_before
from tests.reading import paper

HUYEN = "Ủy ban nhân dân huyện"
CASES = [
    (
        f"1. Đồng ý cho {HUYEN} Phú Khê điều chỉnh quy mô. {HUYEN} lập hồ sơ, gửi Sở Xây dựng.",
        "",
        [f"{HUYEN} Phú Khê", f"{HUYEN} Phú Khê", "Sở Xây dựng"],
        "the one named before",
    ),
    (
        f"1. Giao {HUYEN} Phú Khê, {HUYEN} An Lĩnh rà soát. {HUYEN} báo cáo.",
        "",
        [f"{HUYEN} Phú Khê", f"{HUYEN} An Lĩnh", HUYEN],
        "two named before",
    ),
    (
        f"1. {HUYEN} Phú Khê rà soát.\n2. {HUYEN} báo cáo.",
        "",
        [f"{HUYEN} Phú Khê", HUYEN],
        "named in another item",
    ),
    (f"1. {HUYEN} báo cáo {HUYEN} Phú Khê.", "", [HUYEN, f"{HUYEN} Phú Khê"], "named behind it"),
    (
        "1. Ủy ban nhân dân xã Bến Gỗ rà soát, Công an xã phối hợp.",
        "",
        ["Ủy ban nhân dân xã Bến Gỗ", "Công an xã Bến Gỗ"],
        "another body of the unit",
    ),
    (
        f"1. Ủy ban nhân dân xã Bến Gỗ rà soát. {HUYEN} báo cáo.",
        "",
        ["Ủy ban nhân dân xã Bến Gỗ", HUYEN],
        "a unit of another kind",
    ),
    (
        f"1. {HUYEN} Phú Khê rà soát. {HUYEN} báo cáo.",
        "huyện An Lĩnh",
        [f"{HUYEN} Phú Khê", HUYEN],
        "the notice's own is meant",
    ),
    (
        f"1. {HUYEN} Phú Khê rà soát. Ủy ban nhân dân các huyện báo cáo.",
        "",
        [f"{HUYEN} Phú Khê", "Ủy ban nhân dân cấp huyện"],
        "every one is meant",
    ),
]


CITY = "Ủy ban nhân dân thành phố"


@pytest.mark.parametrize(
    ("items", "province", "expected", "why"),
    [
        (f"1. {CITY} Lam Châu rà soát. {CITY} báo cáo.", "tỉnh Sông Lam", [f"{CITY} Lam Châu"] * 2, "in its item"),
        (f"1. {CITY} báo cáo.\n2. {CITY} Lam Châu rà soát.", "tỉnh Sông Lam", [f"{CITY} Lam Châu"] * 2, "the only one"),
        (
            f"1. {CITY} Lam Châu rà soát. {CITY} báo cáo.",
            "thành phố Hải An",
            [f"{CITY} Lam Châu", CITY],
            "a city's own",
        ),
        (f"1. {CITY} báo cáo.", "tỉnh Sông Lam", [CITY], "none is named"),
    ],
)
def test_a_city_in_the_province(items: str, province: str, expected: list[str], why: str) -> None:
    reading = paper(items=items)
    found = named_before(reading.mentions, reading.layout.blocks, "", province)
    assert [m.name.label for m in found] == expected, why


@pytest.mark.parametrize(("items", "own", "expected", "why"), CASES)
def test_a_body_whose_unit_the_item_names_before(items: str, own: str, expected: list[str], why: str) -> None:
    reading = paper(items=items)
    mentions = [m for m in reading.mentions if not m.name.generic]
    assert [m.name.label for m in named_before(mentions, reading.layout.blocks, own)] == expected, why
