"""One pass finds every name that begins and ends with a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language.scan import Gazetteer
from kg.language.words import matching

NAMES = ("Sở Y tế", "Y tế", "Sở", "Ủy ban", "Bộ", "Công an", "24/7")


def found(names: tuple[str, ...], text: str) -> dict[int, list[str]]:
    low = matching(text)
    hits = Gazetteer((name, name) for name in names).scan(low)
    return {at: [text[hit.start : hit.end] for hit in those] for at, those in hits.items()}


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("Sở Y tế", {0: ["Sở Y tế", "Sở"], 3: ["Y tế"]}, "names inside names, the longest first"),
        ("cơ sở y tế", {3: ["sở y tế", "sở"], 6: ["y tế"]}, "case is no matter here"),
        ("UỶ BAN", {0: ["UỶ BAN"]}, "nor is the style of tone marks"),
        ("Bộc lộ", {}, "a name inside a word is none"),
        ("nội bộ.", {4: ["bộ"]}, "a full stop ends a word"),
        ("(Công an)", {1: ["Công an"]}, "and a bracket begins one"),
        ("124/7", {}, "a number inside a number is none"),
        ("trực 24/7", {5: ["24/7"]}, "names need no letters"),
        ("", {}, "nothing in nothing"),
    ],
)
def test_what_is_found(text: str, expected: dict[int, list[str]], why: str) -> None:
    assert found(NAMES, text) == expected, why


def test_a_name_may_stand_for_several_things_each_once() -> None:
    gazetteer = Gazetteer([("Phú Khê", "huyện"), ("phú khê", "xã"), ("Phú Khê", "huyện")])
    assert [hit.entry for hit in gazetteer.scan("phú khê")[0]] == ["huyện", "xã"]


@given(st.text(alphabet="sởbộy tế.ủ", max_size=40), st.sets(st.sampled_from(NAMES), min_size=1))
def test_it_finds_what_a_plain_search_finds(text: str, names: set[str]) -> None:
    low = matching(text)
    expected = {
        (at, at + len(name))
        for name in map(matching, names)
        for at in range(len(low))
        if low.startswith(name, at)
        and not (at and low[at - 1].isalnum())
        and not low[at + len(name) : at + len(name) + 1].isalnum()
    }
    hits = Gazetteer((name, name) for name in names).scan(low)
    assert {(hit.start, hit.end) for those in hits.values() for hit in those} == expected
