"""Marks of items are read, and what only looks like one is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.layout.markers import Kind, Marker, marker


@pytest.mark.parametrize(
    ("text", "kind", "value", "rest"),
    [
        ("I. ĐÁNH GIÁ", Kind.ROMAN_PART, "I", "ĐÁNH GIÁ"),
        ("XIV. Tổ chức", Kind.ROMAN_PART, "XIV", "Tổ chức"),
        ("Phần II: Việc", Kind.ROMAN_PART, "II", "Việc"),
        ("PHẦN II. VIỆC", Kind.ROMAN_PART, "II", "VIỆC"),
        ("II - Việc", Kind.ROMAN_PART, "II", "Việc"),
        ("Iii. việc", Kind.ROMAN_PART, "III", "việc"),
        ("A. Việc", Kind.LETTERED_PART, "A", "Việc"),
        ("1. Sở", Kind.NUMBER, "1", "Sở"),
        ("1.Sở", Kind.NUMBER, "1", "Sở"),
        ("12) Sở", Kind.NUMBER, "12", "Sở"),
        ("1/ Sở", Kind.NUMBER, "1", "Sở"),
        ("1/Sở", Kind.NUMBER, "1", "Sở"),
        ("1.", Kind.NUMBER, "1", ""),
        ("Điều 3. Sở", Kind.NUMBER, "3", "Sở"),
        ("2.10. Sở", Kind.NUMBER, "2.10", "Sở"),
        ("2.1 Sở", Kind.NUMBER, "2.1", "Sở"),
        ("1.2.3. Sở", Kind.NUMBER, "1.2.3", "Sở"),
        ("II.VỀ", Kind.ROMAN_PART, "II", "VỀ"),
        ("1- Giao", Kind.NUMBER, "1", "Giao"),
        ("2.1- Giao", Kind.NUMBER, "2.1", "Giao"),
        ("2 – Giao", Kind.NUMBER, "2", "Giao"),
        ("3.- Giao", Kind.NUMBER, "3", "Giao"),
        ("4/. Giao", Kind.NUMBER, "4", "Giao"),
        ("a- Giao", Kind.LETTER, "a", "Giao"),
        ("(1) Sở", Kind.BRACKETED_NUMBER, "1", "Sở"),
        ("(12)Sở", Kind.BRACKETED_NUMBER, "12", "Sở"),
        ("(ii) Sở", Kind.SMALL_ROMAN, "ii", "Sở"),
        ("iv) Sở", Kind.SMALL_ROMAN, "iv", "Sở"),
        ("đ) Sở", Kind.LETTER, "đ", "Sở"),
        ("(a) Sở", Kind.LETTER, "a", "Sở"),
        ("c)Sở", Kind.LETTER, "c", "Sở"),
        ("b. Sở", Kind.LETTER, "b", "Sở"),
        ("- Sở", Kind.DASH, "-", "Sở"),
        ("– Sở", Kind.DASH, "–", "Sở"),
        ("-Sở", Kind.DASH, "-", "Sở"),
        ("+ Sở", Kind.PLUS, "+", "Sở"),
        ("• Sở", Kind.DOT, "•", "Sở"),
        ("* Sở", Kind.DOT, "*", "Sở"),
    ],
)
def test_a_mark_is_read(text: str, kind: Kind, value: str, rest: str) -> None:
    found = marker(text)
    assert found is not None
    assert (found.kind, found.value, text[found.length :]) == (kind, value, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Sở Y tế",
        "15/CT-UBND ngày",
        "30/4/2024",
        "1.500 tỷ đồng",
        "5 - 10 triệu đồng",
        "12,5 km",
        "2025. Sở",
        "IIII. Sở",
        "IVX. Sở",
        "ii. việc",
        "Xi măng",
        "a)b",
        "điểm a) khoản 1",
        "TP. Lam Châu",
        "e-mail",
        "-",
        "",
    ],
)
def test_what_looks_like_a_mark_is_none(text: str) -> None:
    assert marker(text) is None


def mark(text: str) -> Marker:
    found = marker(text + " Sở")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("earlier", "later", "follows"),
    [
        ("1.", "2.", True),
        ("9.", "10.", True),
        ("1.", "3.", False),
        ("2.1.", "2.2.", True),
        ("2.1.", "3.2.", False),
        ("2.", "2.1.", False),
        ("(1)", "(2)", True),
        ("1.", "(2)", False),
        ("d)", "đ)", True),
        ("d)", "e)", True),
        ("e)", "g)", True),
        ("e)", "f)", True),
        ("f)", "g)", True),
        ("i)", "k)", False),
        ("a)", "c)", False),
        ("III.", "IV.", True),
        ("VIII.", "IX.", True),
        ("I.", "III.", False),
        ("-", "-", True),
        ("-", "+", False),
    ],
)
def test_which_mark_is_the_next(earlier: str, later: str, follows: bool) -> None:
    assert mark(later).follows(mark(earlier)) is follows


@pytest.mark.parametrize(
    ("text", "letter", "kind"),
    [
        ("i)", "h)", Kind.LETTER),
        ("i)", "c)", Kind.SMALL_ROMAN),
        ("i)", None, Kind.SMALL_ROMAN),
        ("v)", "u)", Kind.LETTER),
        ("ii)", "h)", Kind.SMALL_ROMAN),
        ("b)", "a)", Kind.LETTER),
    ],
)
def test_a_letter_behind_letters_is_no_roman_number(text: str, letter: str | None, kind: Kind) -> None:
    assert mark(text).after(mark(letter) if letter else None).kind is kind


@pytest.mark.parametrize(
    ("text", "first", "bullet"),
    [
        ("1.", True, False),
        ("2.1.", True, False),
        ("a)", True, False),
        ("I.", True, False),
        ("b)", False, False),
        ("-", False, True),
        ("+", False, True),
        ("•", False, True),
    ],
)
def test_what_begins_a_list(text: str, first: bool, bullet: bool) -> None:
    assert (mark(text).first, mark(text).bullet) == (first, bullet)


def test_marks_nest_as_official_papers_nest_them() -> None:
    marks = ["A.", "I.", "1.", "1.1.", "1.1.1.", "(1)", "a)", "ii)", "-", "+", "•"]
    depths = [mark(text).depth for text in marks]
    assert depths == sorted(set(depths))


@given(st.text(alphabet="IVXiv1ađ.)(/- S\u1ede", max_size=8))
def test_a_mark_is_never_longer_than_its_text(text: str) -> None:
    found = marker(text)
    assert found is None or 0 < found.length <= len(text)
    assert found is None or not text[found.length : found.length + 1].isspace()
