"""Places and levels that complete a body's name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.places import group, listed, proper, unit
from kg.language.words import matching
from kg.records import Level

GROUPS = [
    ("các huyện, thành phố", "rà soát", "cấp huyện", "units of two kinds"),
    ("huyện, thị xã, thành phố", "rà soát", "cấp huyện", "without 'các'"),
    ("các quận/huyện", "rà soát", "cấp huyện", "with a stroke"),
    ("06 huyện, thành phố", "rà soát", "cấp huyện", "counted"),
    ("tất cả các huyện", "rà soát", "cấp huyện", "all of one kind"),
    ("cấp huyện", "rà soát", "cấp huyện", "the level by name"),
    ("các xã, phường, thị trấn", "rà soát", "cấp xã", "communes"),
    ("xã/phường/thị trấn", "rà soát", "cấp xã", "communes with strokes"),
    ("các xã, phường, đặc khu", "rà soát", "cấp xã", "with the special zones of 2025"),
    ("cấp cơ sở", "rà soát", "cấp xã", "the lowest level"),
    ("các tỉnh, thành phố", "rà soát", "cấp tỉnh", "provinces"),
    ("các tỉnh, thành phố trực thuộc Trung ương", "rà soát", "cấp tỉnh", "provinces under the centre"),
    ("các tỉnh, thành", "rà soát", "cấp tỉnh", "shortened"),
    ("các cấp", "rà soát", "các cấp", "every level"),
]
LEVELS = {"cấp tỉnh": Level.PROVINCE, "cấp huyện": Level.DISTRICT, "cấp xã": Level.COMMUNE, "các cấp": None}


@pytest.mark.parametrize(("words", "rest", "label", "why"), GROUPS)
def test_groups(words: str, rest: str, label: str, why: str) -> None:
    place = group(matching(f"{words} {rest}"), 0)
    assert place is not None, why
    assert (place.words, place.level, place.end) == (label, LEVELS[label], len(words)), why
    assert place.group


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("các huyện ủy", "party committees are bodies, not places"),
        ("các huyện, thành ủy", "elliptic committees"),
        ("các huyện, thị ủy", "elliptic committees"),
        ("huyện An Lĩnh", "one district"),
        ("huyện đội", "a word that begins alike"),
        ("tỉnh lộ", "a road"),
        ("xã hội", "society"),
        ("thành phần", "a word that begins alike"),
    ],
)
def test_what_is_no_group(text: str, why: str) -> None:
    assert group(matching(text), 0) is None, why


UNITS = [
    ("tỉnh", "tỉnh", Level.PROVINCE, None, "the notice's own"),
    ("Thành phố", "thành phố", Level.PROVINCE, None, "the notice's own, with a capital"),
    ("tỉnh Sông Lam", "tỉnh Sông Lam", Level.PROVINCE, "tỉnh Sông Lam", "a province"),
    ("tinh Sông Lam", "tỉnh Sông Lam", Level.PROVINCE, "tỉnh Sông Lam", "a lost tone mark"),
    ("thành phố Hà Nội", "thành phố Hà Nội", Level.PROVINCE, "thành phố Hà Nội", "a city of a province's rank"),
    ("TP. Hà Nội", "thành phố Hà Nội", Level.PROVINCE, "thành phố Hà Nội", "shortened"),
    ("thành phố Lam Châu", "thành phố Lam Châu", Level.DISTRICT, None, "a city that is a district"),
    ("TX Vĩnh Thạch", "thị xã Vĩnh Thạch", Level.DISTRICT, None, "a town, shortened"),
    ("huyện An Lĩnh", "huyện An Lĩnh", Level.DISTRICT, None, "a district"),
    ("quận 3", "quận 3", Level.DISTRICT, None, "a number for a name"),
    ("phường 5", "phường 5", Level.COMMUNE, None, "a number for a name"),
    ("xã Bến Gỗ", "xã Bến Gỗ", Level.COMMUNE, None, "a commune"),
    ("thành phố Điện Biên Phủ", "thành phố Điện Biên Phủ", Level.DISTRICT, None, "a province's name that goes on"),
    ("huyện Điện Biên Đông", "huyện Điện Biên Đông", Level.DISTRICT, None, "another"),
    ("xã Chân Mây - Lăng Cô", "xã Chân Mây - Lăng Cô", Level.COMMUNE, None, "a name that a dash joins"),
    ("đặc khu Hòn Mây", "đặc khu Hòn Mây", Level.COMMUNE, None, "a special zone"),
]


@pytest.mark.parametrize(("text", "words", "level", "province", "why"), UNITS)
def test_units(text: str, words: str, level: Level, province: str | None, why: str) -> None:
    for rest in ("", " rà soát", ", các xã", "."):
        place = unit(text + rest, matching(text + rest), 0)
        assert place is not None, why
        assert (place.words, place.level, place.province) == (words, level, province), why
        assert place.end == len(text)
        assert place.own == (province is None and level is Level.PROVINCE)


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("tỉnh Lò Văn Pản", "tỉnh", "a person behind the province's chairman"),
        ("tỉnh Sông Lam Lò Văn Pản", "tỉnh Sông Lam", "a person behind a province"),
        ("huyện Phú Khê Lò Văn Pản", "huyện Phú Khê", "a person behind a district"),
        ("xã Chân Mây - Xuân Lĩnh", "xã Chân Mây", "a dash between two places"),
        ("tỉnh Bà Rịa - Vũng Tàu", "tỉnh Bà Rịa - Vũng Tàu", "a dash inside a province's name"),
        ("TỈNH BÀ RỊA - VŨNG TÀU", "tỉnh Bà Rịa - Vũng Tàu", "also in capitals"),
    ],
)
def test_a_person_is_no_part_of_a_place(text: str, words: str, why: str) -> None:
    place = unit(text, matching(text), 0)
    assert place is not None
    assert place.words == words, why


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("TỈNH HÒA GIANG VỀ CÔNG TÁC", "tỉnh Hòa Giang", "ends before a stop word"),
        ("TỈNH HÒA GIANG", "tỉnh Hòa Giang", "as in running text"),
        ("HUYỆN AN LĨNH", "huyện An Lĩnh", "likewise a district"),
        ("THÀNH PHỐ TẠI HỘI NGHỊ", "thành phố", "no name at all"),
        ("TP. HCM", "thành phố Hồ Chí Minh", "an abbreviation is no line of capitals"),
        ("TP.HCM về", "thành phố Hồ Chí Minh", "nor needs it a space"),
        ("TP.Hòa Giang về", "thành phố Hòa Giang", "no more than a name does"),
    ],
)
def test_a_place_in_a_line_of_capitals(text: str, words: str, why: str) -> None:
    place = unit(text, matching(text), 0)
    assert place is not None
    assert place.words == words, why


def _listed(text: str) -> list[tuple[str, str]]:
    found = listed(text, matching(text), 0, lambda at: text.startswith("Sở", at))
    return [(place.words, text[place.start : place.end]) for place in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("các huyện An Lĩnh, Phú Khê", [("huyện An Lĩnh", "An Lĩnh"), ("huyện Phú Khê", "Phú Khê")]),
        ("các huyện An Lĩnh, TX Vĩnh Thạch", [("huyện An Lĩnh", "An Lĩnh"), ("thị xã Vĩnh Thạch", "TX Vĩnh Thạch")]),
        ("các tỉnh, thành phố: Hà Nội, Gia Lai", [("thành phố Hà Nội", "Hà Nội"), ("tỉnh Gia Lai", "Gia Lai")]),
        ("các huyện: An Lĩnh, Sở Y tế", [("huyện An Lĩnh", "An Lĩnh")]),
        ("các huyện An Lĩnh", []),
        ("các xã, phường", []),
        ("huyện An Lĩnh, Phú Khê", []),
        ("tỉnh: Giao Ban Quản lý", []),
        ("tỉnh: Sông Lam, Gia Lai", [("tỉnh Sông Lam", "Sông Lam"), ("tỉnh Gia Lai", "Gia Lai")]),
        ("các huyện: Lò Văn Pản, Cù Huy Thông", []),
    ],
)
def test_places_of_a_list(text: str, expected: list[tuple[str, str]]) -> None:
    assert _listed(text) == expected


@pytest.mark.parametrize("text", ["huyện", "xã hội", "phường này", "tỉnhh Sông Lam", "Sở Y tế", ""])
def test_what_is_no_unit(text: str) -> None:
    assert unit(text, matching(text), 0) is None


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("Gia Lai Đắk Lắk", "Gia Lai", "a known province ends the name"),
        ("Phú Khê rà soát", "Phú Khê", "ends before lower case"),
        ("Bến Gỗ, Cồn Tiên", "Bến Gỗ", "ends before a comma"),
        ("rà soát", None, "lower case is no name"),
    ],
)
def test_proper_names(text: str, expected: str | None, why: str) -> None:
    found = proper(text, 0)
    assert (found and found[0]) == expected, why


@given(st.text(alphabet="tỉnhuyệxãcácphố ,/TSôLam.3\n", max_size=60), st.integers(0, 60))
def test_a_place_ends_inside_the_text(text: str, at: int) -> None:
    for place in (group(matching(text), at), unit(text, matching(text), at)):
        assert place is None or at < place.end <= len(text)
