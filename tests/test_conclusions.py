from __future__ import annotations

import hashlib
from dataclasses import replace

import pyoxigraph
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.graph.conclusions import conclude, conclusions_graph
from kg.graph.quads import quads
from kg.graph.reference import reference_graph
from kg.graph.store import LocalStore
from kg.graph.terms import BASE
from kg.identify import identify, notice_iri
from kg.records import Agency, Level, Notice, Official, Participation, Post, Role, Stated
from tests.factory import passage, water_notice

WATER = water_notice()
HERE = passage("Sở Xây dựng")


def digest(number: int) -> str:
    return hashlib.sha256(str(number).encode()).hexdigest()


def variant(number: int, **changes: object) -> Notice:
    return replace(WATER, digest=digest(number), source=f"{number}.txt", **changes)  # type: ignore[arg-type]


def store_of(*notices: Notice) -> LocalStore:
    store = LocalStore(pyoxigraph.Store())
    for notice in notices:
        store.replace([], quads(notice, identify(notice)))
    conclude(store)
    return store


def dump(store: LocalStore) -> list[str]:
    return sorted(map(str, store.quads()))


def rows(store: LocalStore, sparql: str) -> list[tuple[str, ...]]:
    return sorted(tuple(term.value for term in row) for row in store.query(sparql))


def parts(*roles: tuple[Role, str]) -> Notice:
    directive = WATER.directives[0]
    participations = tuple(Participation(role, HERE, agency=label) for role, label in roles)
    return replace(WATER, directives=(replace(directive, participations=participations),))


BUILD, HEALTH, PEOPLE = "Sở Xây dựng", "Sở Y tế", "Ủy ban nhân dân tỉnh"


@pytest.mark.parametrize(
    ("roles", "pairs", "why"),
    [
        ([(Role.RESPONSIBLE, BUILD), (Role.COORDINATING, HEALTH)], {(BUILD, HEALTH)}, "the rule"),
        ([(Role.LEAD, BUILD), (Role.COORDINATING, HEALTH)], {(BUILD, HEALTH)}, "who leads is responsible"),
        (
            [(Role.RESPONSIBLE, BUILD), (Role.RESPONSIBLE, PEOPLE), (Role.COORDINATING, HEALTH)],
            {(BUILD, HEALTH), (PEOPLE, HEALTH)},
            "each of those responsible",
        ),
        (
            [
                (Role.RESPONSIBLE, BUILD),
                (Role.RESPONSIBLE, HEALTH),
                (Role.COORDINATING, BUILD),
                (Role.COORDINATING, HEALTH),
            ],
            {(BUILD, HEALTH)},
            "nobody coordinates with itself",
        ),
        ([(Role.COORDINATING, BUILD), (Role.COORDINATING, HEALTH)], set(), "nobody is responsible"),
        ([(Role.RESPONSIBLE, BUILD), (Role.REPORTS_TO, PEOPLE)], set(), "a report is no coordination"),
    ],
)
def test_who_coordinates_with_whom(roles: list[tuple[Role, str]], pairs: set[tuple[str, str]], why: str) -> None:
    agencies = {label: identity.iri for label, identity in identify(WATER).agencies.items()}
    expected = {tuple(sorted((agencies[one], agencies[other]))) for one, other in pairs}
    store = store_of(parts(*roles))
    both = {pair + pair[::-1] for pair in expected}
    found = set(rows(store, "SELECT ?a ?b { ?a nkg:coordinatesWith ?b }"))
    assert found == {pair[:2] for pair in both} | {pair[2:] for pair in both}, why
    nodes = rows(store, "SELECT ?n ?a ?b { ?n a nkg:Coordination ; nkg:agency ?a , ?b FILTER(STR(?a) < STR(?b)) }")
    assert {node[1:] for node in nodes} == expected, why
    assert len(nodes) == len(expected), "a pair is one node"


def test_a_person_who_is_told_to_act_is_no_agency() -> None:
    directive = WATER.directives[0]
    told = (
        Participation(Role.RESPONSIBLE, HERE, official="Lý Văn Quế"),
        Participation(Role.COORDINATING, HERE, agency=HEALTH),
    )
    store = store_of(replace(WATER, directives=(replace(directive, participations=told),)))
    assert rows(store, "SELECT ?a { ?a nkg:coordinatesWith ?b }") == []


def test_the_directives_that_say_so_are_one_hop_away() -> None:
    store = store_of(variant(1), variant(2))
    found = rows(store, "SELECT ?n ?d { ?n a nkg:Coordination ; nkg:directive ?d . ?d nkg:item '1' }")
    assert len({node for node, _ in found}) == 1
    assert {directive.partition("/directive/")[0] for _, directive in found} == {
        notice_iri(BASE, digest(1)),
        notice_iri(BASE, digest(2)),
    }


def test_concluding_twice_changes_nothing_and_dropped_conclusions_come_back() -> None:
    store = store_of(variant(1), variant(2))
    before = dump(store)
    conclude(store)
    assert dump(store) == before
    store.replace([conclusions_graph(BASE), reference_graph(BASE)], [])
    conclude(store)
    assert dump(store) == before


def spelled(number: int, label: str, level: Level | None = None, group: bool = False) -> Notice:
    agency = Agency(label, (), level=level, group=group)
    return Notice(f"{number}.txt", digest(number), jurisdiction=WATER.jurisdiction, agencies=(agency,))


LABELS = "SELECT ?l { ?a a nkg:Agency ; skos:prefLabel ?l }"


@pytest.mark.parametrize(
    ("labels", "expected", "why"),
    [
        (["Sở Y tế", "Sở y tế", "Sở Y tế"], "Sở Y tế tỉnh Sông Lam", "what most notices write"),
        (["Sở y tế", "Sở Y tế"], "Sở Y tế tỉnh Sông Lam", "among equals the first by code points"),
        (["Tỉnh ủy", "TỈNH ỦY Sông Lam"], "TỈNH ỦY Sông Lam", "code points again"),
        (["TỈNH ỦY SÔNG LAM", "Tỉnh ủy Sông Lam"], "Tỉnh ủy Sông Lam", "but capitals are a heading's"),
    ],
)
def test_one_agency_has_one_label_whoever_came_first(labels: list[str], expected: str, why: str) -> None:
    notices = [spelled(number, label) for number, label in enumerate(labels)]
    assert rows(store_of(*notices), LABELS) == [(expected,)], why
    assert rows(store_of(*reversed(notices)), LABELS) == [(expected,)], why


def test_facts_that_notices_differ_in_have_one_value() -> None:
    store = store_of(
        spelled(1, "Sở Y tế", Level.PROVINCE),
        spelled(2, "Sở Y tế", Level.CENTRAL),
        spelled(3, "Sở Y tế", Level.PROVINCE),
        spelled(4, "Sở Y tế"),
    )
    assert rows(store, "SELECT ?l { ?a nkg:level ?l }") == [("province",)]


def test_a_shared_thing_goes_with_the_last_notice_that_speaks_of_it() -> None:
    store = store_of(WATER, spelled(1, "Sở Y tế", group=True))
    store.replace([notice_iri(BASE, digest(1))], [])
    conclude(store)
    assert dump(store) == dump(store_of(WATER))
    store.replace([identify(WATER).notice], [])
    conclude(store)
    assert dump(store) == []


def test_counting_over_the_union_counts_right() -> None:
    store = store_of(variant(1), variant(2), variant(3))
    (counted,) = rows(store, "SELECT (COUNT(*) AS ?n) { ?a a nkg:Agency ; skos:prefLabel ?l ; nkg:level ?v }")
    assert counted == ("3",)
    triples = [quad.triple for quad in store.quads()]
    assert len(triples) == len(set(triples))


AGENCIES = st.lists(
    st.builds(
        Agency,
        st.sampled_from(["Sở Y tế", "Sở y tế", "SỞ Y TẾ", "Sở Y tế Sông Lam", "Tỉnh ủy", "cơ quan", "Bộ Y tế"]),
        st.just(()),
        group=st.booleans(),
        generic=st.booleans(),
        national=st.booleans(),
        level=st.sampled_from([None, *Level]),
        province=st.sampled_from([None, "tỉnh Sông Lam", "tỉnh Hòa Sơn"]),
    ),
    max_size=4,
    unique_by=lambda agency: agency.label,
).map(tuple)


@st.composite
def notices(draw: st.DrawFn, number: int) -> Notice:
    """A notice of this number with some agencies, some of them in a directive, and perhaps an official."""
    agencies = draw(AGENCIES)
    labels = [agency.label for agency in agencies]
    told = st.builds(Participation, st.sampled_from(list(Role)), st.just(HERE), agency=st.sampled_from(labels or [""]))
    participations = tuple(draw(st.lists(told, max_size=4))) if labels else ()
    posts = tuple(Post("Giám đốc", label, HERE) for label in labels[: draw(st.integers(0, 2))])
    province = draw(st.sampled_from([None, "tỉnh Sông Lam", "tỉnh Hòa Sơn"]))
    return Notice(
        f"{number}.txt",
        digest(number),
        jurisdiction=Stated(province, HERE) if province else None,
        agencies=agencies,
        officials=(Official(draw(st.sampled_from(["Lý Văn Quế", "LÝ VĂN QUẾ"])), HERE, posts),),
        directives=(replace(WATER.directives[0], participations=participations, cites=()),),
    )


STEPS = st.lists(
    st.integers(0, 3).flatmap(lambda number: st.tuples(st.just(number), st.none() | notices(number))), max_size=10
)


@settings(max_examples=150, deadline=None)
@given(STEPS, st.lists(st.booleans(), min_size=10, max_size=10))
def test_any_sequence_of_changes_ends_where_a_fresh_store_does(
    steps: list[tuple[int, Notice | None]], pauses: list[bool]
) -> None:
    store = store_of()
    kept: dict[int, Notice] = {}
    for (number, notice), pause in zip(steps, pauses, strict=False):
        new = quads(notice, identify(notice)) if notice else []
        store.replace([notice_iri(BASE, digest(number))], new)
        kept.pop(number, None)
        if notice:
            kept[number] = notice
        if pause:
            conclude(store)
    conclude(store)
    assert dump(store) == dump(store_of(*(kept[number] for number in sorted(kept))))
