"""Conclusions across two notices: what is told again, and which cited document is a notice of the store."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pyoxigraph
import pytest

from kg.graph import repetitions
from kg.graph.conclusions import conclude, conclusions_graph
from kg.graph.endpoint import EndpointStore
from kg.graph.quads import quads
from kg.graph.repetitions import EARLIER, LATER, NEW, SAME, Directive, Repetition, find
from kg.graph.store import LocalStore, Store
from kg.graph.terms import BASE
from kg.identify import identify, notice_iri
from kg.identify.likeness import Likeness, Rule, bound, repeats
from kg.identify.wording import wording
from kg.records import Agency, Form, Level, Meeting, Notice, Participation, Role, Stated
from tests.factory import TOLD_AGAIN, passage, told_again_notice, told_notice, water_notice
from tests.test_store import endpoint

FIRST, SECOND = told_notice(), told_again_notice()
HERE = passage("Sở Xây dựng", text=TOLD_AGAIN)
FACTS = """SELECT ?later ?earlier ?similarity ?change ?rule {
  ?node a nkg:Repetition ; nkg:later ?later ; nkg:earlier ?earlier ; nkg:similarity ?similarity ; nkg:rule ?rule .
  ?later nkg:repeats ?earlier OPTIONAL { ?node nkg:deadlineChange ?change }
}"""


def fill(store: Store, *notices: Notice) -> None:
    for notice in notices:
        iri = notice_iri(BASE, notice.digest)
        store.replace([iri], quads(notice, identify(notice)))
    conclude(store)


def store_of(*notices: Notice) -> LocalStore:
    store = LocalStore(pyoxigraph.Store())
    fill(store, *notices)
    return store


def rows(store: Store, sparql: str) -> list[tuple[str | None, ...]]:
    return [tuple(None if term is None else term.value for term in row) for row in store.query(sparql)]  # type: ignore[union-attr]


def dump(store: Store) -> list[str]:
    return sorted(map(str, store.quads()))


def changed(**directive: object) -> Notice:
    """Return the second notice with something else about its directive."""
    return replace(SECOND, directives=(replace(SECOND.directives[0], **directive),))  # type: ignore[arg-type]


def told_to(*roles: tuple[Role, str], generic: bool = False) -> Notice:
    agencies = tuple(replace(agency, generic=generic and agency.label == "Sở Xây dựng") for agency in SECOND.agencies)
    more = Agency("Sở Y tế", (), level=Level.PROVINCE)
    participations = tuple(Participation(role, HERE, agency=label) for role, label in roles)
    return replace(changed(participations=participations), agencies=(*agencies, more))


def met(on: date) -> Notice:
    meeting = Meeting("cuộc họp", HERE, held_on=Stated(on, HERE))
    return replace(SECOND, issued=None, meetings=(meeting,))


def test_a_later_directive_is_linked_to_the_earlier_and_both_stay() -> None:
    store = store_of(FIRST, SECOND)
    ((later, earlier, similarity, change, rule),) = rows(store, FACTS)
    assert (later or "").startswith(notice_iri(BASE, SECOND.digest))
    assert (earlier or "").startswith(notice_iri(BASE, FIRST.digest))
    assert (similarity, change, rule) == ("1", EARLIER, Rule.SAME)
    assert len(rows(store, "SELECT ?q { ?d a nkg:Directive ; nkg:evidence/nkg:quote ?q }")) == 2
    assert len(rows(store, "SELECT ?a { ?n a nkg:Repetition ; nkg:agency ?a . ?a skos:prefLabel ?label }")) == 1


@pytest.mark.parametrize(
    ("second", "linked", "why"),
    [
        (SECOND, True, "the case itself"),
        (replace(SECOND, issued=FIRST.issued), False, "of one day: no direction"),
        (replace(SECOND, issued=None), False, "of an unknown day"),
        (met(date(2024, 6, 8)), True, "the day of its meeting instead"),
        (met(date(2024, 6, 3)), False, "and that is the same day"),
        (told_to((Role.RESPONSIBLE, "Sở Y tế")), False, "another agency is bound"),
        (told_to((Role.LEAD, "Sở Xây dựng")), True, "who leads is responsible"),
        (told_to((Role.RESPONSIBLE, "Sở Y tế"), (Role.COORDINATING, "Sở Xây dựng")), False, "it only coordinates now"),
        (told_to((Role.RESPONSIBLE, "Sở Xây dựng"), generic=True), False, "nobody in particular"),
        (
            changed(
                participations=tuple(replace(each, inherited=True) for each in SECOND.directives[0].participations)
            ),
            True,
            "whoever named it, it is bound",
        ),
        (
            replace(
                SECOND, jurisdiction=Stated("tỉnh Hòa Khê", HERE), citations=(), directives=changed(cites=()).directives
            ),
            False,
            "the body of another province",
        ),
    ],
)
def test_when_a_directive_repeats_another(second: Notice, linked: bool, why: str) -> None:
    for notices in ((FIRST, second), (second, FIRST)):
        assert bool(rows(store_of(*notices), FACTS)) is linked, why


def test_two_directives_of_one_notice_are_not_compared() -> None:
    once = SECOND.directives[0]
    start = once.passage.start
    twice = replace(once, passage=replace(once.passage, start=start + 1, quote=once.passage.quote[1:]))
    assert rows(store_of(replace(SECOND, directives=(once, twice))), FACTS) == []


@pytest.mark.parametrize(
    ("before", "now", "expected", "why"),
    [
        ({"2024-06-30"}, {"2024-06-20"}, EARLIER, "sooner"),
        ({"2024-06-20"}, {"2024-06-30"}, LATER, "more time"),
        ({"2024-06-20"}, {"2024-06-20"}, SAME, "again"),
        (set(), {"2024-06-20"}, NEW, "there was none"),
        ({"2024-06-20"}, set(), None, "there is none now"),
        (None, {"2024-06-20"}, None, "it recurred"),
        ({"2024-06-20"}, None, None, "it recurs now"),
        ({"2024-06-10", "2024-06-20"}, {"2024-06-20"}, None, "which of two?"),
        ({"2024-06-10", "2024-06-20"}, {"2024-06-10", "2024-06-20"}, SAME, "both again"),
    ],
)
def test_how_the_deadline_differs(
    before: set[str] | None, now: set[str] | None, expected: str | None, why: str
) -> None:
    def directive(due: set[str] | None) -> Directive:
        return Directive(
            "urn:d", "2024-01-01", frozenset(), frozenset(), None if due is None else frozenset(due), wording("")
        )

    found = Repetition(directive(now), directive(before), Likeness(1, Rule.SAME))
    assert found.deadline == expected, why


def test_what_an_agency_has_others_do_counts() -> None:
    text = "chỉ đạo rà soát, gia cố toàn bộ mái kè sạt lở dọc bờ sông Cái mùa mưa lũ"

    def one(day: str, *directed: str) -> Directive:
        return Directive(f"urn:{day}", day, frozenset({"urn:a"}), frozenset(directed), frozenset(), wording(text))

    assert find([one("2024-01-01", "urn:x"), one("2024-02-01", "urn:x", "urn:y")])
    assert find([one("2024-01-01"), one("2024-02-01", "urn:x")])
    assert not find([one("2024-01-01", "urn:x"), one("2024-02-01", "urn:y")])


BANK = "rà soát gia cố mái kè sạt lở dọc bờ hữu sông cái đoạn khu dân cư đông lập phương án di dời dân"


def generated(number: int) -> Iterator[Directive]:
    """Yield directives of several days in which words are left out and added."""
    for at in range(number):
        seed = hashlib.sha256(str(at).encode()).digest()
        kept = [word for i, word in enumerate(BANK.split()) if seed[i] > 30]
        said = wording(" ".join([*kept, *["bổ sung biển báo nguy hiểm"] * (seed[30] > 128)]))
        day = f"2024-01-{seed[31] % 9 + 1:02}"
        yield Directive(f"urn:{at}", day, frozenset({"urn:a"}), frozenset(), frozenset(), said)


def test_the_quick_search_finds_what_comparing_all_pairs_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repetitions, "ROWS", 7)
    those = list(generated(60))
    expected = {
        (later.iri, earlier.iri)
        for later in those
        for earlier in those
        if later.day > earlier.day and repeats(later.wording, earlier.wording)
    }
    assert len(expected) > 20
    assert {(found.later.iri, found.earlier.iri) for found in find(those)} == expected


@pytest.mark.parametrize(
    ("earlier", "later", "expected", "why"),
    [
        (8, 8, 6, "three quarters of both"),
        (8, 20, 11, "more than there is of the earlier: never"),
        (10, 30, 9, "nine tenths of the earlier"),
        (10, 31, 16, "the later is too long"),
        (20, 20, 15, "three quarters again"),
    ],
)
def test_how_much_two_wordings_must_have_in_common(earlier: int, later: int, expected: int, why: str) -> None:
    assert bound(earlier, later) == expected, why


def test_more_notices_change_nothing_between_two() -> None:
    between = replace(FIRST, digest="c" * 64, issued=Stated(date(2024, 6, 5), FIRST.directives[0].passage))
    two = {(row[0], row[1]) for row in rows(store_of(FIRST, SECOND), FACTS)}
    three = {(row[0], row[1]) for row in rows(store_of(FIRST, SECOND, between, water_notice()), FACTS)}
    assert two < three
    assert len(three) == 3


def test_concluding_again_and_after_a_notice_is_gone() -> None:
    store = store_of(FIRST, SECOND)
    before = dump(store)
    conclude(store)
    assert dump(store) == before
    store.replace([conclusions_graph(BASE)], [])
    conclude(store)
    assert dump(store) == before
    store.replace([notice_iri(BASE, FIRST.digest)], [])
    conclude(store)
    assert dump(store) == dump(store_of(SECOND))


def test_an_endpoint_concludes_the_same() -> None:
    with endpoint() as (address, _):
        remote = EndpointStore(address, BASE)
        fill(remote, FIRST, SECOND)
        assert dump(remote) == dump(store_of(FIRST, SECOND))


# Cited documents that are notices of the store

SAME_AS = "SELECT ?document ?notice { ?document owl:sameAs ?notice }"
DISTRICT = Agency("Ủy ban nhân dân huyện Bình Trung", (Form("Sở Xây dựng", HERE),), level=Level.DISTRICT)
CENTRAL = tuple(replace(each, level=Level.CENTRAL) for each in FIRST.agencies)
ELSEWHERE = Stated("tỉnh Hòa Khê", HERE)


def of_district(notice: Notice) -> Notice:
    """Return a notice that a district issues."""
    return replace(notice, issuer=Stated(DISTRICT.label, HERE), agencies=(*notice.agencies, DISTRICT))


@pytest.mark.parametrize(
    ("notices", "linked", "why"),
    [
        ((FIRST, SECOND), True, "its number, its day, its province"),
        ((replace(FIRST, number=Stated("20/tb-ubnd", HERE)), SECOND), True, "capitals"),
        ((replace(FIRST, issued=Stated(date(2023, 6, 3), HERE)), SECOND), False, "the year before"),
        ((replace(FIRST, issued=None), SECOND), False, "its day is unknown"),
        ((replace(FIRST, number=None), SECOND), False, "its number is unknown"),
        ((FIRST, replace(FIRST, digest="c" * 64), SECOND), False, "two of them"),
        ((replace(FIRST, jurisdiction=ELSEWHERE), SECOND), False, "that of another province"),
        ((FIRST, replace(SECOND, jurisdiction=ELSEWHERE)), False, "cited from another province"),
        ((FIRST, replace(SECOND, jurisdiction=None)), False, "cited from nobody knows where"),
        ((replace(FIRST, jurisdiction=None), SECOND), False, "of no province known"),
        ((replace(FIRST, jurisdiction=None, agencies=CENTRAL), SECOND), True, "of a central body"),
        ((of_district(FIRST), SECOND), False, "a district's, cited by another body"),
        ((of_district(FIRST), replace(SECOND, issuer=None)), False, "a district's, cited by nobody known"),
        ((of_district(FIRST), of_district(SECOND)), True, "a district's, cited by itself"),
        (
            (FIRST, SECOND, replace(SECOND, digest="d" * 64, jurisdiction=ELSEWHERE)),
            True,
            "the same number cited in another province is a document of its own",
        ),
    ],
)
def test_when_a_cited_document_is_a_notice(notices: tuple[Notice, ...], linked: bool, why: str) -> None:
    found = rows(store_of(*notices), SAME_AS)
    assert [notice for _, notice in found] == ([notice_iri(BASE, FIRST.digest)] if linked else []), why
