"""Identity does not depend on order, on what else is in a store, or on the machine: parts merged are the whole."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pyoxigraph
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Quad

from kg.extract import extract
from kg.graph.conclusions import conclude
from kg.graph.quads import quads
from kg.graph.store import LocalStore
from kg.identify import Decisions, decide, identify
from kg.identify.decisions import parse
from kg.read import find, read
from kg.records import Notice

SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("[0-9]*.*"))
NUMBERS = range(len(SAMPLES))


@cache
def notice(number: int) -> Notice:
    return extract(read(next(find([SAMPLES[number]]))))


@cache
def decisions() -> Decisions:
    """Somebody takes two people of two notices for one, and places a notice that shows no province."""
    people = sorted(each.iri for number in NUMBERS for each in identify(notice(number)).officials.values())
    lines = [
        f'{{"decide": "same", "one": "{people[0]}", "other": "{people[-1]}", "by": "Lan", "on": "2026-03-02"}}',
        f'{{"decide": "jurisdiction", "notice": "{identify(notice(6)).notice}", "value": "tỉnh Hòa Giang", '
        '"by": "Lan", "on": "2026-03-02"}',
    ]
    return parse(lines, "decisions.jsonl").decisions


@cache
def said(number: int, decided: bool) -> tuple[Quad, ...]:
    return tuple(quads(*decide(notice(number), None, decisions() if decided else None)))


def built(numbers: list[int], decided: bool) -> LocalStore:
    store = LocalStore(pyoxigraph.Store())
    for number in numbers:
        store.replace([], said(number, decided))
    conclude(store)
    return store


def dump(store: LocalStore) -> list[str]:
    return sorted(map(str, store.quads()))


def test_there_are_samples_to_merge() -> None:
    assert len(SAMPLES) >= 10


@settings(deadline=None, max_examples=25)
@given(st.permutations(NUMBERS), st.integers(0, len(NUMBERS)), st.booleans())
def test_parts_merged_are_the_whole(order: Any, cut: int, decided: bool) -> None:
    whole = built(list(NUMBERS), decided)
    parts = [built(list(order[:cut]), decided), built(list(order[cut:]), decided)]
    merged = LocalStore(pyoxigraph.Store())
    merged.replace([], [quad for part in parts for quad in part.quads()])
    conclude(merged)
    assert dump(merged) == dump(whole)


@settings(deadline=None, max_examples=25)
@given(st.lists(st.sampled_from(NUMBERS), unique=True, min_size=1), st.booleans())
def test_what_a_notice_says_does_not_depend_on_what_else_is_in_the_store(some: list[int], decided: bool) -> None:
    own = identify(notice(some[0])).notice
    among, alone = (list(store.triples(own)) for store in (built(some, decided), built(some[:1], decided)))
    assert among
    assert sorted(map(str, among)) == sorted(map(str, alone))
