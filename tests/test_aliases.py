"""Short names that a notice gives its bodies in a bracket."""

from __future__ import annotations

import pytest

from kg.extract import aliases

QUALITY = "Cục Quản lý chất lượng cây giống"

CASES = [
    (
        f"{QUALITY} (NACIQ) rà soát. Phối hợp với NACIQ và Sở Y tế.",
        [QUALITY, QUALITY, "Sở Y tế"],
        "behind the full name",
    ),
    (
        f"{QUALITY} (sau đây gọi tắt là NACIQ) rà soát. Giao Naciq lấy mẫu.",
        [QUALITY, QUALITY],
        "said to be short, and written like a word",
    ),
    (f"{QUALITY} (NACIQ). Công văn số 12/NACIQ-KH.", [QUALITY], "inside a number of a document it names nobody"),
    (f"{QUALITY} (qua Sở Y tế).", [QUALITY, "Sở Y tế"], "a channel is no short name"),
    (f"{QUALITY} (GPMB) rà soát. Công tác GPMB.", [QUALITY], "nor is an abbreviation of other words"),
    (
        "Cục Hóa chất (ABCD), Cục Công nghiệp (ABCD) rà soát. Giao ABCD.",
        ["Cục Hóa chất", "Cục Công nghiệp"],
        "given to two, it means neither",
    ),
    (
        "Ban Quản lý dự án giao thông Hòa Giang (sau đây gọi tắt là Ban Giao thông) họp. Giao Ban Giao thông rà soát.",
        ["Ban Quản lý dự án giao thông Hòa Giang"] * 3,
        "a short name of several words, also where it is given",
    ),
    (
        "Ban Chỉ huy Phòng thủ dân sự tỉnh (sau đây gọi là Ban Chỉ huy) mời Ban Chỉ huy Bộ đội Biên phòng tỉnh họp. "
        "Ban Chỉ huy tổng hợp.",
        ["Ban Chỉ huy Phòng thủ dân sự tỉnh"] * 2
        + ["Ban Chỉ huy Bộ đội Biên phòng tỉnh", "Ban Chỉ huy Phòng thủ dân sự tỉnh"],
        "where a longer name begins as it does, that one is meant",
    ),
    (
        "Ban Chỉ đạo phòng, chống lụt bão tỉnh (sau đây gọi tắt là Ban Chỉ đạo) họp với Ban Chỉ đạo các huyện.",
        ["Ban Chỉ đạo phòng, chống lụt bão tỉnh", "Ban Chỉ đạo", "Ban Chỉ đạo cấp huyện"],
        "a head alone is read as ever",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES)
def test_short_names_that_the_text_gives(text: str, expected: list[str], why: str) -> None:
    assert [mention.name.label for mention in aliases.mentions(text)] == expected, why
