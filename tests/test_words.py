"""Spellings that mean the same are made the same, and nothing else is."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language.words import composed, fold, latin, matching, modern, pattern, seams

ANY = st.text(max_size=60)


@pytest.mark.parametrize(
    ("text", "read", "why"),
    [
        ("СÔNG ĐІỆN", "CÔNG ĐIỆN", "Cyrillic letters in a Latin word"),
        ("ΒỘ", "BỘ", "a Greek capital"),
        ("Ðồng ðội", "Đồng đội", "the eth that old fonts have for đ"),
        ("U\u0309y ban", "Ủy ban", "a letter and its mark apart"),
        ("\u0410\u0301", "Á", "a mark on a look-alike"),
        ("Ủy\u00a0ban", "Ủy ban", "a space that does not break"),
        ("thực\u00ad hiện\u200b", "thực hiện", "a soft hyphen and a space of no width"),
        ("a\x07b\x1bc", "abc", "control characters"),
        ("\u202aSở\u202c", "Sở", "marks of direction"),
        ("a\nb", "a\nb", "line ends stay"),
        ("uỷ hoà", "uỷ hoà", "the style of tone marks stays as it is written"),
        ("🚧 µ α", "🚧 µ α", "signs that look like no letter"),
    ],
)
def test_what_is_read(text: str, read: str, why: str) -> None:
    assert composed(text) == read, why


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Uỷ ban nhân dân", "ủy ban NHÂN DÂN"),
        ("Thanh Hoá", "Thanh Hóa"),
        ("Sở  Y\n tế", "sở y tế"),
        ("Bà Rịa – Vũng Tàu", "Bà Rịa - Vũng Tàu"),
        ("Thủy lợi", "Thuỷ lợi"),
        ("khoẻ", "khỏe"),
        ("UY\u0309 BAN", "ủy ban"),
    ],
)
def test_two_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sở Y tế", "Sở Ý tế"),
        ("quý", "qúy tộc"),
        ("đá", "da"),
        ("tỉnh", "tính"),
        ("Bà Rịa-Vũng Tàu", "Bà Rịa Vũng Tàu"),
    ],
)
def test_two_names_have_two_keys(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("uỷ", "ủy"),
        ("UỶ", "ỦY"),
        ("hoà", "hòa"),
        ("Hoà", "Hòa"),
        ("khoẻ", "khỏe"),
        ("quý", "quý"),
        ("quỷ", "quỷ"),
        ("toàn", "toàn"),
        ("thuyền", "thuyền"),
        ("ủy", "ủy"),
        ("Uỷ ban, thuỷ lợi", "Ủy ban, thủy lợi"),
    ],
)
def test_the_style_of_today(old: str, new: str) -> None:
    assert modern(old) == new


def test_a_pattern_is_written_in_either_style() -> None:
    assert pattern("toàn|ủy ban").search(matching("Uỷ ban"))
    assert pattern("uỷ ban|hoà").search(matching("Ủy ban"))
    assert pattern("toàn").search(matching("TOÀN TỈNH"))


@given(ANY)
def test_lookup_keeps_every_offset(text: str) -> None:
    assert len(matching(text)) == len(text)
    assert len(latin(text)) == len(text)


@given(ANY)
def test_a_key_is_the_key_of_itself(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="aàáảãạoòóỏõọuùúủũụyỳýỷỹỵeèéẻẽẹưứơờđqht AOUYEĐ", max_size=30))
def test_composing_does_not_matter_to_a_key(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)
    assert composed(unicodedata.normalize("NFD", text)) == text


@pytest.mark.parametrize(
    ("word", "read", "why"),
    [
        ("vụĐảng", "vụ Đảng", "a capital inside a word"),
        ("ủyUBND", "ủy UBND", "an abbreviation behind a word"),
        ("Hòabình", "Hòa bình", "the new style of tone marks"),
        ("uỷban", "uỷ ban", "a second syllable in small letters"),
        ("UỶBAN", "UỶ BAN", "in capitals"),
        ("dựlễKhai", "dự lễ Khai", "three words"),
        ("kỳ2025", "kỳ 2025", "a number"),
        ("nghiệp", "nghiệp", "a coda is no onset"),
        ("quảng", "quảng", "nor is one of two letters"),
        ("Hànộimới", "Hànộimới", "a name whose rest has two tone marks"),
        ("QĐ-TTg", "QĐ-TTg", "no tone mark before the capital"),
        ("khoẻ", "khoẻ", "the old style of tone marks"),
        ("Krông", "Krông", "a name of another language"),
    ],
)
def test_words_that_lost_the_space_between_them(word: str, read: str, why: str) -> None:
    parts = zip((0, *seams(word)), (*seams(word), len(word)), strict=True)
    assert " ".join(word[start:end] for start, end in parts) == read, why
