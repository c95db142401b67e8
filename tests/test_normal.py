"""Every character of the even text knows where it stands in the source."""

from __future__ import annotations

import unicodedata
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language.normal import NormalText
from kg.language.words import composed
from kg.records import Passage

SOURCES = st.text(alphabet="aăâđêơưếộửỵ ĐƯ\u0301\u0323\u0309СОа\u00ad\u200b\u00a0.🚧", max_size=40)


def even(source: str, *, word: bool = False) -> NormalText:
    normal = NormalText(source)
    (normal.add_word if word else normal.add)(0, len(source))
    normal.finish()
    return normal


@pytest.mark.parametrize(
    ("source", "text", "sought", "quote", "why"),
    [
        ("Sở Y tế", "Sở Y tế", "Y tế", "Y tế", "text as it should be stands where it stood"),
        ("So\u031b\u0309 Y te\u0302\u0301", "Sở Y tế", "tế", "te\u0302\u0301", "a letter is as long as it is written"),
        ("Ủy\u00a0ban", "Ủy ban", "Ủy ban", "Ủy\u00a0ban", "the quote keeps the space of the source"),
        ("chỉ\u00ad đạo", "chỉ đạo", "chỉ đạo", "chỉ\u00ad đạo", "what nobody sees is inside the quote"),
        ("chỉ\u200b đạo", "chỉ đạo", "chỉ", "chỉ", "and not at its ends"),
        ("ТР Lam Châu", "TP Lam Châu", "TP", "ТР", "the quote keeps the look-alikes"),
    ],
)
def test_a_stretch_leads_back_to_what_it_was_made_from(
    source: str, text: str, sought: str, quote: str, why: str
) -> None:
    normal = even(source)
    assert normal.text == text, why
    at = text.index(sought)
    passage = normal.passage(at, at + len(sought))
    assert passage.quote == quote, why
    assert source[passage.start : passage.end] == quote


def test_a_passage_has_no_white_space_at_its_ends() -> None:
    normal = even("  Sở Y tế \u00a0")
    assert normal.passage(0, len(normal)).quote == "Sở Y tế"


def test_a_passage_of_one_character_stays_one() -> None:
    assert even(" ").passage(0, 1).quote == " "


def test_what_stands_for_a_line_end_has_a_place_and_no_length() -> None:
    normal = NormalText("Sở\nY tế")
    normal.add(0, 2)
    normal.add_literal(" ", 3)
    normal.add(3, 7)
    normal.finish()
    assert normal.text == "Sở Y tế"
    assert normal.span(2, 3) == (3, 3)
    assert normal.passage(0, 7).quote == "Sở\nY tế"


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_space_that_was_lost_has_a_place_and_no_length(form: Literal["NFC", "NFD"]) -> None:
    source = unicodedata.normalize(form, "vụĐảng ủy")
    normal = NormalText(source)
    normal.add_word(0, source.index(" "))
    normal.finish()
    assert normal.text == "vụ Đảng"
    first = unicodedata.normalize(form, "vụ")
    assert normal.passage(0, 2) == Passage(0, len(first), first)
    assert normal.span(2, 3) == (len(first), len(first))
    assert normal.passage(0, 7).quote == source[: source.index(" ")], "the quote is as the source has it"


@given(SOURCES, st.booleans())
def test_every_stretch_is_the_source_at_its_place(source: str, word: bool) -> None:
    normal = even(source, word=word)
    assert len(normal.text) == len(normal.starts) == len(normal.ends) == len(normal)
    assert list(normal.starts) == sorted(normal.starts)
    assert list(normal.ends) == sorted(normal.ends)
    for start in range(len(normal)):
        first, last = normal.span(start, start + 1)
        assert normal.text[start] in (composed(source[first:last]) or " ")


@given(SOURCES)
def test_the_even_text_is_what_is_read(source: str) -> None:
    visible = "".join(c for c in source if c not in "\u00ad\u200b")
    assert unicodedata.normalize("NFC", even(visible).text) == composed(visible)
