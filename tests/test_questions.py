"""The ready questions: what they answer, in the store and elsewhere, and how answers are written."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import date
from io import BytesIO, StringIO

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, QueryResultsFormat, RdfFormat
from rdflib import Dataset, Graph, URIRef
from rdflib import Literal as RdfLiteral

from kg.ask import FORMATS, Results, ask, find_question, questions, write
from kg.ask.continuity import widened
from kg.ask.names import name_key, nearest, resolve
from kg.ask.questions import ParameterKind, Question, bind, parse_question
from kg.errors import KgError, QueryError
from kg.graph.conclusions import conclude
from kg.graph.quads import quads
from kg.graph.store import LocalStore
from kg.identify import identify
from kg.records import Agency, Notice, Official, Participation, Post, Role, Stated
from tests.factory import passage, told_again_notice, told_notice, water_notice

pytestmark = pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")

FIRST = water_notice()
BUILD, HEALTH, PEOPLE = "Sở Xây dựng tỉnh Sông Lam", "Sở Y tế tỉnh Sông Lam", "Ủy ban nhân dân tỉnh Sông Lam"
TRANSPORT = "Sở Giao thông vận tải tỉnh Sông Lam"
MERGED = ("2025-03-01", "hợp nhất", f"{TRANSPORT}; {BUILD}", BUILD, "Nghị định 45/2025/NĐ-CP")
FILE = "nuoc-sach.txt"
TITLE = FIRST.title.value if FIRST.title else ""
BUILD_DUTY, HEALTH_DUTY = (directive.text for directive in FIRST.directives)


def elsewhere():
    """Return the same notice of another province, without a date, a number and a citation, held online."""
    place = Stated("tỉnh Hòa Khê", FIRST.jurisdiction.passage) if FIRST.jurisdiction else None
    meeting = replace(FIRST.meetings[0], held_on=None, mode=Stated("online", passage("họp")))
    first, second = FIRST.directives
    return replace(
        FIRST,
        digest="e" * 64,
        source="b.txt",
        jurisdiction=place,
        issued=None,
        number=None,
        meetings=(meeting,),
        citations=(),
        directives=(replace(first, cites=(), deadlines=()), second),
    )


def store_of(*notices) -> LocalStore:
    filled = LocalStore(pyoxigraph.Store())
    for notice in notices:
        filled.replace([], quads(notice, identify(notice)))
    conclude(filled)
    return filled


@pytest.fixture(scope="module")
def one() -> LocalStore:
    return store_of(FIRST)


@pytest.fixture(scope="module")
def two() -> LocalStore:
    return store_of(FIRST, elsewhere())


@pytest.fixture(scope="module")
def told() -> LocalStore:
    return store_of(told_notice(), told_again_notice())


@pytest.fixture(scope="module")
def four() -> LocalStore:
    return store_of(FIRST, elsewhere(), told_notice(), told_again_notice())


def values(results: Results) -> list[tuple[str | None, ...]]:
    return [tuple(None if node is None else node.value for node in row) for row in results.rows()]


def answer(store: LocalStore, name: str, width: int | None = None, language: str = "vi", **given: str):
    """Return the first columns of an answer, those before the IRIs."""
    return [row[:width] for row in values(ask(store, name, language, **given))]


@pytest.mark.parametrize(
    ("name", "given", "expected", "why"),
    [
        ("coordination", {}, [(BUILD, HEALTH, "1")], "generic collectives are left out"),
        ("coordination", {"agency": "Sở Y tế"}, [(HEALTH, BUILD, "1")], "who is asked for stands first"),
        ("coordination", {"agency": "UBND tỉnh"}, [], "it only receives a report"),
        (
            "duties",
            {"agency": BUILD},
            [(BUILD, "chủ trì", BUILD_DUTY, "2024-06-30", "trước ngày 30/6/2024", HEALTH, FILE)],
            "who leads",
        ),
        (
            "duties",
            {"agency": HEALTH},
            [(HEALTH, "thực hiện", HEALTH_DUTY, None, "hằng tháng", "cơ quan", FILE)],
            "a recurring duty",
        ),
        ("duties", {"agency": PEOPLE}, [], "nothing is asked of it"),
        (
            "due",
            {},
            [
                ("2024-06-30", None, None, "trước ngày 30/6/2024", BUILD),
                (None, "FREQ=MONTHLY", None, "hằng tháng", HEALTH),
            ],
            "dates first",
        ),
        ("due", {"agency": HEALTH}, [(None, "FREQ=MONTHLY")], "one agency"),
        ("due", {"from": "2024-06-30", "to": "2024-06-30"}, [("2024-06-30",)], "both ends count"),
        ("due", {"from": "2024-07-01"}, [], "what recurs has no date"),
        ("due", {"to": "2024-06-29"}, [], "the day before"),
        (
            "meetings",
            {},
            [("2024-05-18", "cuộc họp về nước sạch", PEOPLE, "Đặng Thu Hà", None, FILE)],
            "who chaired",
        ),
        ("meetings", {"agency": "UBND tỉnh", "from": "2024-05-18"}, [("2024-05-18",)], "held by"),
        ("meetings", {"agency": "Sở Y tế"}, [], "it only attended through its director"),
        (
            "posts",
            {},
            [
                ("Lý Văn Quế", "Giám đốc", HEALTH, "2024-05-18", FILE),
                ("Đặng Thu Hà", "Phó Chủ tịch", PEOPLE, "2024-05-18", FILE),
            ],
            "observed on the day of the meeting",
        ),
        ("posts", {"agency": HEALTH}, [("Lý Văn Quế",)], "one agency"),
        (
            "evidence",
            {"agency": HEALTH, "with": BUILD},
            [(HEALTH, BUILD, FIRST.directives[0].passage.quote, FILE)],
            "the passage says it",
        ),
        ("evidence", {"agency": PEOPLE}, [], "no passage says it"),
        ("evidence", {"agency": HEALTH}, [(HEALTH, BUILD), (HEALTH, "cơ quan")], "with whomever"),
        (
            "citations",
            {},
            [
                (
                    "Quyết định",
                    "45/QĐ-UBND",
                    "2024-03-02",
                    "12/TB-UBND",
                    FIRST.title.value if FIRST.title else "",
                    FILE,
                    "",
                )
            ],
            "what is cited and where",
        ),
        ("reports", {}, [(BUILD, "báo cáo", PEOPLE, "1")], "who reports to whom"),
        ("reports", {"agency": HEALTH}, [], "it reports to nobody"),
        ("changes", {}, [MERGED], "what became of those it names"),
        ("changes", {"agency": "Sở Xây dựng"}, [MERGED], "the body that goes on"),
        ("changes", {"agency": TRANSPORT}, [MERGED], "a body that no notice names"),
        ("changes", {"agency": HEALTH}, [], "nothing became of it"),
        ("changes", {"from": "2025-03-01", "to": "2025-03-01"}, [MERGED], "both ends count"),
        ("changes", {"to": "2025-02-28"}, [], "the day before"),
        ("overview", {}, [(FILE, "12/TB-UBND", "2024-05-20", "1", "2", "2", "4", "2", "1")], "counts"),
    ],
)
def test_what_a_question_answers(one: LocalStore, name: str, given, expected, why: str) -> None:
    assert answer(one, name, len(expected[0]) if expected else None, **given) == expected, why


@pytest.mark.parametrize(
    ("language", "change", "given"),
    [("vi", "sớm hơn", {}), ("en", "earlier", {}), ("vi", "sớm hơn", {"agency": "Sở Xây dựng"})],
)
def test_a_directive_told_again_is_shown_beside_the_first(
    told: LocalStore, language: str, change: str, given: dict[str, str]
) -> None:
    texts = (told_notice().directives[0].text, told_again_notice().directives[0].text)
    days = ("2024-06-30", "2024-06-15", change, "2024-06-03", "2024-06-10")
    assert answer(told, "repeats", 11, language, **given) == [(BUILD, *texts, "1", *days, "20.txt", "31.txt")]


def test_who_is_not_told_again_has_no_row(told: LocalStore) -> None:
    assert answer(told, "repeats", agency=PEOPLE) == []


def test_a_cited_document_that_is_a_notice_shows_its_file(told: LocalStore) -> None:
    assert answer(told, "citations") == [
        ("Thông báo", "20/TB-UBND", "2024-06-03", "31/TB-UBND", None, "31.txt", "20.txt")
    ]


def test_what_has_no_date_number_or_citation_is_answered_too(two: LocalStore) -> None:
    assert answer(two, "overview", 9) == [
        ("b.txt", None, None, "1", "2", "1", "4", "2", "0"),
        (FILE, "12/TB-UBND", "2024-05-20", "1", "2", "2", "4", "2", "1"),
    ]
    assert [row[0] for row in answer(two, "meetings")] == ["2024-05-18", None]
    assert [row[3:6] for row in answer(two, "duties", agency="Sở Xây dựng tỉnh Hòa Khê")] == [
        (None, None, "Sở Y tế tỉnh Hòa Khê")
    ]


def test_one_name_means_every_agency_that_has_it(two: LocalStore) -> None:
    rows = answer(two, "coordination", agency="Sở Y tế")
    assert {row[0] for row in rows} == {HEALTH, "Sở Y tế tỉnh Hòa Khê"}


def test_a_duplicate_source_makes_no_duplicate_row() -> None:
    store = store_of(FIRST)
    before = {q.name: values(ask(store, q.name, **GIVEN.get(q.name, {}))) for q in questions()}
    store.update("INSERT { GRAPH ?n { ?n dcterms:source 'z.txt' } } WHERE { GRAPH ?n { ?n a nkg:Notice } }")
    assert {q.name: values(ask(store, q.name, **GIVEN.get(q.name, {}))) for q in questions()} == before


def test_a_triple_that_stands_in_two_graphs_counts_once() -> None:
    store = store_of(FIRST)
    before = {q.name: values(ask(store, q.name, **GIVEN.get(q.name, {}))) for q in questions()}
    store.update("INSERT { GRAPH <urn:copy> { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } }")
    assert {q.name: values(ask(store, q.name, **GIVEN.get(q.name, {}))) for q in questions()} == before


def test_several_deadlines_partners_and_those_responsible_are_joined_in_order() -> None:
    first, second = FIRST.directives
    more = tuple(
        replace(first.participations[0], role=role, agency="Ủy ban nhân dân tỉnh")
        for role in (Role.RESPONSIBLE, Role.COORDINATING)
    )
    deadlines = (*first.deadlines, *second.deadlines)
    store = store_of(
        replace(
            FIRST, directives=(replace(first, participations=first.participations + more, deadlines=deadlines), second)
        )
    )
    rows = answer(store, "duties", agency=BUILD)
    assert [row[3:6] for row in rows] == [
        ("2024-06-30", "trước ngày 30/6/2024", f"{HEALTH}; {PEOPLE}"),
        (None, "hằng tháng", f"{HEALTH}; {PEOPLE}"),
    ]
    assert answer(store, "due")[0][4] == f"{BUILD}; {PEOPLE}"


@pytest.mark.parametrize(
    ("name", "given", "column", "expected"),
    [
        ("duties", {"agency": BUILD}, 1, "leads"),
        ("duties", {"agency": HEALTH}, 1, "responsible"),
        ("reports", {}, 1, "reports to"),
        ("meetings", {}, 4, "online"),
        ("changes", {}, 1, "merger"),
    ],
)
def test_the_words_of_an_answer_are_in_the_language_asked_for(
    two: LocalStore, name: str, given: dict[str, str], column: int, expected: str
) -> None:
    assert expected in {row[column] for row in answer(two, name, language="en", **given)}


# Bodies that became others


def relabelled(old: str, new: str, number: str) -> Notice:
    """Return the first notice with another body in the place of one of its own."""
    first, second = FIRST.directives

    def named(label: str | None) -> str | None:
        return new if label == old else label

    parts = tuple(replace(part, agency=named(part.agency)) for part in first.participations)
    return replace(
        FIRST,
        digest=number * 64,
        source=f"{number}.txt",
        agencies=tuple(replace(agency, label=named(agency.label) or "") for agency in FIRST.agencies),
        recipients=(),
        directives=(replace(first, participations=parts), second),
    )


@pytest.fixture(scope="module")
def merged() -> LocalStore:
    """A store in which both Sở Giao thông vận tải and Sở Xây dựng, which took it over, have something to do."""
    return store_of(FIRST, relabelled("Sở Xây dựng", "Sở Giao thông vận tải", "d"))


@pytest.mark.parametrize(
    ("agency", "flags", "expected", "why"),
    [
        (BUILD, (), {BUILD}, "itself alone"),
        (BUILD, ("predecessors",), {BUILD, TRANSPORT}, "with what it comes from"),
        (BUILD, ("successors",), {BUILD}, "it goes on under its name"),
        (TRANSPORT, (), {TRANSPORT}, "itself alone"),
        (TRANSPORT, ("successors",), {BUILD, TRANSPORT}, "with what it became"),
        (TRANSPORT, ("predecessors",), {TRANSPORT}, "nothing was before it"),
        (TRANSPORT, ("predecessors", "successors"), {BUILD, TRANSPORT}, "both ways"),
        (HEALTH, ("predecessors", "successors"), {HEALTH}, "nothing became of it"),
    ],
)
def test_an_agency_is_asked_for_with_those_before_and_after_it(
    merged: LocalStore, agency: str, flags: tuple[str, ...], expected: set[str], why: str
) -> None:
    asked = ask(merged, "duties", agency=agency, **dict.fromkeys(flags, True))
    assert {row[0] for row in values(asked)} == expected, why


DIVIDED = """
INSERT DATA { GRAPH <urn:g> {
  <urn:e1> org:originalOrganization <urn:a> , <urn:b> ; org:resultingOrganization <urn:b> .
  <urn:e2> org:originalOrganization <urn:b> ; org:resultingOrganization <urn:c> , <urn:d> .
  <urn:e3> org:originalOrganization <urn:d> ; org:resultingOrganization <urn:d> , <urn:e> .
  <urn:e4> org:originalOrganization <urn:c> ; org:resultingOrganization <urn:a> .
} }"""


@pytest.mark.parametrize(
    ("start", "back", "on", "expected", "why"),
    [
        ("b", False, True, "abcd", "step by step, also in a circle"),
        ("d", False, True, "d", "what goes on has no successor"),
        ("e", True, False, "e", "and is no predecessor"),
        ("d", True, False, "abcd", "back step by step"),
        ("x", True, True, "x", "in no event"),
    ],
)
def test_how_far_a_body_is_followed(start: str, back: bool, on: bool, expected: str, why: str) -> None:
    store = LocalStore(pyoxigraph.Store())
    store.update(DIVIDED)
    found = widened(store, [NamedNode(f"urn:{start}")], predecessors=back, successors=on)
    assert "".join(node.value.removeprefix("urn:") for node in found) == expected, why


@pytest.mark.parametrize("question", questions(), ids=lambda question: question.name)
def test_the_flags_go_with_an_agency(question: Question) -> None:
    kinds = [parameter.kind for parameter in question.parameters]
    flags = [p for p in question.parameters if p.kind is ParameterKind.FLAG]
    names = ["predecessors", "successors"] if ParameterKind.AGENCY in kinds else []
    assert [flag.name for flag in flags] == names
    assert all(set(flag.descriptions) == {"vi", "en"} and not flag.required for flag in flags)


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"from": "2008-05-01", "to": "2008-06-30"}, True),
        ({"from": "2008-12-31"}, True),
        ({"from": "2009-01-01"}, False),
        ({"to": "2007-12-31"}, False),
    ],
)
def test_a_change_of_which_only_the_year_is_known_is_found_within_it(given: dict[str, str], found: bool) -> None:
    store = store_of(relabelled("Sở Xây dựng", "Sở Công Thương", "f"))
    assert [row[0] for row in answer(store, "changes", **given)] == ["2008"] * found


def test_an_english_name_makes_no_second_row() -> None:
    agencies = (*FIRST.agencies, replace(FIRST.agencies[0], label="Bộ Y tế", national=True))
    first, second = FIRST.directives
    more = tuple(
        Participation(role, first.passage, agency="Bộ Y tế")
        for role in (Role.RESPONSIBLE, Role.COORDINATING, Role.REPORTS_TO)
    )
    store = store_of(
        replace(
            FIRST,
            agencies=agencies,
            directives=(replace(first, participations=(*first.participations, *more)), second),
            meetings=tuple(replace(m, held_by=Stated("Bộ Y tế", first.passage)) for m in FIRST.meetings),
        )
    )
    assert len(resolve(store, "Ministry of Health")) == 1
    for question in questions():
        given = {"agency": "Bộ Y tế"} if any(p.required for p in question.parameters) else {}
        cells = [cell for row in answer(store, question.name, **given) for cell in row if cell]
        assert not [cell for cell in cells if "Ministry" in cell], question.name


def led(digest: str, day: date, name: str):
    """Return a notice that proves on a day that somebody leads the department of health."""
    health = Agency("Sở Y tế", FIRST.agencies[2].forms)
    posts = (Post("Giám đốc", "Sở Y tế", passage("Giám đốc Sở Y tế")),)
    return replace(
        FIRST,
        digest=digest * 64,
        source=f"{digest}.txt",
        issued=Stated(day, passage("ngày 20 tháng 5 năm 2024")),
        signed_by=None,
        issuer=None,
        meetings=(),
        directives=(),
        recipients=(),
        agencies=(health,),
        officials=(Official(name, passage("Lý Văn Quế"), posts),),
    )


def test_a_timeline_shows_who_held_a_post_when_and_the_gaps() -> None:
    days = [date(2021, 3, 1), date(2021, 9, 1), date(2023, 5, 1)]
    held = zip("123", days, ("Lý Văn Quế", "Lý Văn Quế", "Phan Thị Mơ"), strict=True)
    rows = answer(store_of(*(led(*each) for each in held)), "timeline", agency=HEALTH)
    assert [row[2:] for row in rows] == [
        ("2021-03-01", "Lý Văn Quế", "2021-09-01", "1.txt"),
        ("2021-09-01", "Lý Văn Quế", "2023-05-01", "2.txt"),
        ("2023-05-01", "Phan Thị Mơ", None, "3.txt"),
    ]


# The same files elsewhere

GIVEN = {name: {"agency": HEALTH} for name in ("duties", "evidence", "timeline")}
CASES = [
    *((q.name, GIVEN.get(q.name, {})) for q in questions()),
    ("coordination", {"agency": HEALTH}),
    ("duties", {"agency": "Sở Xây dựng"}),
    ("due", {"agency": "Sở Xây dựng"}),
    ("due", {"from": "2024-01-01", "to": "2024-12-31"}),
    ("evidence", {"agency": HEALTH, "with": BUILD}),
    ("meetings", {"agency": PEOPLE, "from": "2024-01-01"}),
    ("posts", {"agency": HEALTH}),
    ("reports", {"agency": BUILD}),
    ("changes", {"agency": BUILD, "from": "2025-01-01", "to": "2025-12-31"}),
    ("duties", {"agency": TRANSPORT, "successors": True}),
    ("repeats", {"agency": BUILD}),
]


class Recorder:
    """A store that remembers the last query sent to it."""

    def __init__(self, store: LocalStore) -> None:
        self.store, self.last = store, ""

    def query(self, sparql: str, substitutions=None):
        self.last = sparql
        return self.store.query(sparql, substitutions)


def sent(store: LocalStore, name: str, given) -> tuple[str, list[tuple[str | None, ...]]]:
    recorder = Recorder(store)
    rows = values(ask(recorder, name, "vi", **given))  # type: ignore[arg-type]
    return recorder.last, rows


def rdflib_graphs(store: LocalStore) -> list[Graph]:
    union = Dataset(default_union=True)
    union.parse(data="\n".join(f"{quad} ." for quad in map(str, store.quads())), format="nquads")
    plain = Graph()
    for subject, predicate, value, _ in union.quads():
        plain.add((subject, predicate, value))
    return [union, plain]


def rdflib_rows(rows) -> list[tuple[str | None, ...]]:
    return [tuple(None if node is None else str(node) for node in row) for row in rows]


@pytest.mark.parametrize(("name", "given"), CASES, ids=[f"{i}-{name}" for i, (name, _) in enumerate(CASES)])
def test_rdflib_alone_gives_the_same_rows_in_the_same_order(four: LocalStore, name: str, given) -> None:
    query, rows = sent(four, name, given)
    assert rows, "an empty answer would prove nothing"
    for graph in rdflib_graphs(four):
        assert rdflib_rows(graph.query(query)) == rows


@pytest.mark.parametrize("question", questions(), ids=lambda question: question.name)
def test_a_question_file_is_a_query_as_it_stands(four: LocalStore, question) -> None:
    rows = values(Results(four.query(question.sparql)))
    assert rows
    assert all(rdflib_rows(graph.query(question.sparql)) == rows for graph in rdflib_graphs(four))


def test_a_question_file_takes_the_initial_bindings_of_rdflib(two: LocalStore) -> None:
    (agency,) = resolve(two, HEALTH)
    union = rdflib_graphs(two)[0]
    bindings = {"agency": URIRef(agency.value), "language": RdfLiteral("vi")}
    rows = union.query(find_question("duties").sparql, initBindings=bindings)
    assert rdflib_rows(rows) == values(ask(two, "duties", agency=HEALTH))


@pytest.mark.parametrize("question", questions(), ids=lambda question: question.name)
def test_the_headings_name_the_variables_of_the_answer(one: LocalStore, question) -> None:
    results = Results(one.query(question.sparql))
    for language in ("vi", "en"):
        assert set(question.headings(language)) == set(results.variables)


# What a user types


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        (HEALTH, "the preferred label"),
        ("sở y tế TỈNH sông lam", "case"),
        ("  Sở  Y tế tỉnh Sông Lam ", "white space"),
        ("So\u031b\u0309 Y te\u0302\u0301 tỉnh Sông Lam", "decomposed letters"),
        ("Sở Y tế", "as a notice writes it"),
    ],
)
def test_a_name_is_forgiven(one: LocalStore, typed: str, why: str) -> None:
    (agency,) = resolve(one, typed)
    assert answer(one, "coordination", agency=agency.value)[0][0] == HEALTH, why


@pytest.mark.parametrize(
    ("one_way", "another", "same"),
    [
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh", True),
        ("Uỷ ban nhân dân", "ủy ban nhân dân", True),
        ("ubnd", "Ủy ban nhân dân", True),
        ("Sở Y tế", "Sở Nội vụ", False),
        ("Sở Y tế", "Sơ Y tế", False),
    ],
)
def test_when_two_ways_to_write_are_one_name(one_way: str, another: str, same: bool) -> None:
    assert (name_key(one_way) == name_key(another)) is same


def test_an_official_told_by_name_can_be_asked_for(one: LocalStore) -> None:
    assert len(resolve(one, "đặng thu hà")) == 1


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [
        ("Sở Y tế tỉnh Sông", HEALTH),
        ("Xây dựng", "Sở Xây dựng"),
        ("So Xay dung tinh Song Lam", BUILD),
        ("", "no agency is called"),
        ('Sở" } DROP ALL #', "no agency is called"),
        ("https://w3id.org/notice-kg/id/agency/nobody", "no agency is called"),
    ],
)
def test_an_unknown_agency_is_refused_with_the_nearest(one: LocalStore, typed: str, suggested: str) -> None:
    with pytest.raises(QueryError) as refusal:
        ask(one, "duties", agency=typed)
    assert suggested in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_nothing_is_suggested_where_nothing_is_near() -> None:
    assert nearest("Ngân hàng", ["Sở Y tế", "Công an tỉnh"]) == []
    assert nearest("sở", ["Sở Y tế", "Sở Xây dựng", "Sở Nội vụ", "Sở Tài chính"], limit=2) == ["Sở Y tế", "Sở Nội vụ"]


@pytest.mark.parametrize(
    ("name", "language", "given", "message"),
    [
        ("weather", "vi", {}, "no question 'weather'; choose one of: changes, citations, coordination"),
        ("duties", "vi", {}, "needs --agency"),
        ("overview", "vi", {"agency": HEALTH}, "has no --agency; it takes no parameters"),
        ("evidence", "vi", {"from": "2024-01-01"}, "has no --from; it takes --agency, --with"),
        ("overview", "vi", {"successors": True}, "has no --successors; it takes no parameters"),
        ("due", "vi", {"from": "30/6/2024"}, "write it as 2024-12-31"),
        ("due", "vi", {"to": "2024-02-30"}, "is no date"),
        ("due", "fr", {}, "no language 'fr'"),
    ],
)
def test_what_cannot_be_asked_is_said_in_one_line(one: LocalStore, name, language, given, message) -> None:
    with pytest.raises(QueryError) as refusal:
        ask(one, name, language, **given)
    assert message in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_a_parameter_that_is_none_stays_open(one: LocalStore) -> None:
    assert values(ask(one, "due", agency=None)) == values(ask(one, "due"))


@given(st.text())
def test_a_bound_term_cannot_leave_its_place(typed: str) -> None:
    store = pyoxigraph.Store()
    question = parse_question("echo", ECHO)
    term = Literal(typed)
    (row,) = store.query(bind(question, {"word": (term,)}))
    assert row["word"] == term


ECHO = """# title@vi: Tiếng vọng
# title@en: Echo
# parameter word: agency
# parameter word@vi: lời
# parameter word@en: word
# column word@vi: Lời
# column word@en: Word
SELECT ?word WHERE { VALUES ?word { UNDEF } }
"""


@pytest.mark.parametrize(
    ("line", "instead", "message"),
    [
        ("# title@en: Echo\n", "", "each text is needed in vi and en"),
        ("# column word@vi: Lời\n", "", "each text is needed in vi and en"),
        ("# parameter word@en: word\n", "", "each text is needed in vi and en"),
        ("VALUES ?word { UNDEF }", "?s ?p ?word", r"one line VALUES \?word"),
    ],
)
def test_a_question_file_that_lacks_something_is_refused(line: str, instead: str, message: str) -> None:
    assert line in ECHO
    with pytest.raises(KgError, match=message):
        parse_question("echo", ECHO.replace(line, instead))


# How an answer is written

CONSTRUCT = "CONSTRUCT { ?d a nkg:Directive ; nkg:item ?i } WHERE { ?d nkg:item ?i }"


def written(results: Results, format: str, output: BytesIO | None = None) -> str:
    output = output or BytesIO()
    write(results, output, format)
    return output.getvalue().decode()


def test_csv_tsv_json_and_xml_hold_the_same_rows(one: LocalStore) -> None:
    rows = [["" if v is None else v for v in row] for row in answer(one, "due")]
    text = {name: written(ask(one, "due"), name) for name in FORMATS if name != "turtle"}
    head, *body = csv.reader(StringIO(text["csv"]))
    assert (head, body) == (list(ask(one, "due").variables), rows)
    bindings = json.loads(text["json"])["results"]["bindings"]
    assert [[binding.get(v, {"value": ""})["value"] for v in head] for binding in bindings] == rows
    for name, form in (("tsv", QueryResultsFormat.TSV), ("xml", QueryResultsFormat.XML)):
        parsed = pyoxigraph.parse_query_results(text[name], form)
        assert [["" if t is None else t.value for t in row] for row in parsed] == rows


def test_a_table_has_headings_in_the_language_and_aligned_columns(one: LocalStore) -> None:
    assert written(ask(one, "reports", "vi"), "table") == (
        "Cơ quan                    Quan hệ  Với                            Số nhiệm vụ\n"
        "-------------------------  -------  -----------------------------  -----------\n"
        f"{BUILD}  báo cáo  {PEOPLE}  1\n"
    )
    assert written(ask(one, "reports", "en"), "table").startswith("Agency ")


def test_an_empty_answer_keeps_its_head(one: LocalStore) -> None:
    assert written(ask(one, "reports", agency=HEALTH), "table").splitlines()[0] == "Cơ quan  Quan hệ  Với  Số nhiệm vụ"


class Terminal(BytesIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_gets_no_control_character_and_no_markup_of_a_notice(one: LocalStore) -> None:
    results = Results(one.query(r'SELECT ?x { VALUES ?x { "[bold]đỏ[/bold]\u001b[31m\u202e\nhai" } }'))
    shown = written(results, "table", Terminal())
    assert "[bold]đỏ[/bold] [31m hai" in shown
    assert "\x1b[31m" not in shown


def test_a_pipe_gets_no_control_character_either(one: LocalStore) -> None:
    results = Results(one.query(r'SELECT ?x { VALUES ?x { "một\u001b[31m\r\nhai" } }'))
    assert written(results, "table").splitlines()[2:] == ["một [31m hai"]


def test_an_iri_is_shortened_by_its_prefix(one: LocalStore) -> None:
    results = Results(one.query("SELECT ?x { VALUES ?x { nkg:lead <https://w3id.org/notice-kg/id/a/b> } }"))
    assert written(results, "table").splitlines()[2:] == ["nkg:lead", "https://w3id.org/notice-kg/id/a/b"]


@pytest.mark.parametrize(
    ("format", "expected"),
    [("table", "true\n"), ("csv", "true"), ("tsv", "true"), ("json", '{"head":{},"boolean":true}')],
)
def test_the_answer_of_an_ask(one: LocalStore, format: str, expected: str) -> None:
    results = Results(one.query("ASK { ?n a nkg:Notice }"))
    assert results.boolean is True
    assert written(results, format) == expected


@pytest.mark.parametrize(
    ("format", "parser"),
    [
        ("turtle", RdfFormat.TURTLE),
        ("table", RdfFormat.TURTLE),
        ("json", RdfFormat.JSON_LD),
        ("xml", RdfFormat.RDF_XML),
    ],
)
def test_the_triples_of_a_construct(one: LocalStore, format: str, parser: RdfFormat) -> None:
    text = written(Results(one.query(CONSTRUCT)), format)
    wanted = {(t.subject, t.predicate, t.object) for t in Results(one.query(CONSTRUCT)).triples()}
    assert {(q.subject, q.predicate, q.object) for q in pyoxigraph.parse(text, parser)} == wanted
    assert len(wanted) == 4


def test_triples_are_written_the_same_in_whatever_order_they_come() -> None:
    lines = [f"<urn:{i % 5}> <urn:p> {i}, {i + 1} ." for i in range(9)]
    texts = set()
    for ordered in (lines, lines[::-1]):
        store = pyoxigraph.Store()
        for line in ordered:
            store.load(line.encode(), RdfFormat.TURTLE)
        for last in ("", " ORDER BY ?o", " ORDER BY DESC(?o)"):
            query = f"CONSTRUCT {{ ?s <urn:has> ?o }} WHERE {{ ?s ?p ?o }}{last}"
            texts.add(written(Results(store.query(query)), "turtle"))
    assert len(texts) == 1


@pytest.mark.parametrize(
    ("query", "format", "message"),
    [
        ("SELECT ?x { VALUES ?x { 1 } }", "turtle", "turtle is for CONSTRUCT"),
        ("ASK { }", "turtle", "turtle is for CONSTRUCT"),
        (CONSTRUCT, "csv", "csv cannot hold triples"),
        (CONSTRUCT, "tsv", "tsv cannot hold triples"),
        ("ASK { }", "html", "there is no format 'html'"),
    ],
)
def test_a_format_that_cannot_hold_an_answer_is_refused(one: LocalStore, query: str, format: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        write(Results(one.query(query)), BytesIO(), format)
