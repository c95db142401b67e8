"""What the tables say of bodies: their level, kind, parents and changes, and the graph that says so."""

from __future__ import annotations

from dataclasses import replace

import pyoxigraph
import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.data import several, table
from kg.export.reading import read_bodies
from kg.graph.canonical import FROM_NAME, FROM_TABLE, canonical, canonical_graph
from kg.graph.conclusions import conclude
from kg.graph.quads import quads
from kg.graph.store import LocalStore
from kg.graph.terms import BASE, CODES, ORG, OWL, RDF, SKOS, nkg
from kg.graph.validate import validate
from kg.identify import Kind, Province, full_name, identify, mint
from kg.identify.canonical import (
    Body,
    english_of,
    is_national,
    kind_of_label,
    known,
    level_of,
    level_of_label,
    of_province,
    parent_of,
    wikidata_of,
)
from kg.identify.changes import Change, changes_of, later_changes
from kg.records import Agency, Form, Level, Notice, Passage, Stated
from tests.factory import passage, water_notice

SONG_LAM = Province("tỉnh", "Sông Lam")
HAI_AN = Province("thành phố", "Hải An")
BEN_TRE = Province("tỉnh", "Bến Tre")
HERE = Passage(0, 2, "ab")


def local(label: str, place: Province = SONG_LAM) -> Body:
    return Body(full_name(label, place), place)


def test_a_body_has_the_iri_that_notices_mint_for_it() -> None:
    named = identify(
        Notice(
            "a.txt",
            "0" * 64,
            agencies=(Agency("Sở Y tế", ()), Agency("Bộ Y tế", (), national=True)),
            jurisdiction=Stated("tỉnh Sông Lam", HERE),
        )
    )
    assert local("Sở Y tế").iri(BASE) == named.agency("Sở Y tế")
    assert local("Sở Y tế").scope == named.agencies["Sở Y tế"].scope
    assert Body("Bộ Y tế").iri(BASE) == named.agency("Bộ Y tế")
    assert named.jurisdiction
    assert of_province(SONG_LAM).iri(BASE) == named.jurisdiction.iri


def test_a_body_of_one_notice_alone_is_not_known() -> None:
    apart = identify(Notice("a.txt", "0" * 64, agencies=(Agency("Sở Y tế", ()),))).agency("Sở Y tế")
    assert known(apart, "Sở Y tế", None, BASE) is None
    assert known(local("Sở Y tế").iri(BASE), "SỞ Y TẾ TỈNH SÔNG LAM", SONG_LAM, BASE)


@pytest.mark.parametrize(
    ("name", "place", "label", "why"),
    [
        ("Sở Y tế tỉnh Sông Lam", SONG_LAM, "Sở Y tế", "the province with its kind"),
        ("Văn phòng Tỉnh ủy Sông Lam", SONG_LAM, "Văn phòng Tỉnh ủy", "without it"),
        ("Thanh tra huyện Phú Khê tỉnh Sông Lam", SONG_LAM, "Thanh tra huyện Phú Khê", "a district's"),
        ("Báo Sông Lam", SONG_LAM, "Báo Sông Lam", "a part of the name"),
        ("Công an thành phố Sông Lam", SONG_LAM, "Công an thành phố Sông Lam", "the city of the same name"),
        ("Công an thành phố Hải An", HAI_AN, "Công an", "a city under the centre"),
        ("Bộ Y tế", None, "Bộ Y tế", "the country's"),
    ],
)
def test_a_label_is_the_name_without_the_province(name: str, place: Province | None, label: str, why: str) -> None:
    assert Body(name, place).label == label, why


@pytest.mark.parametrize(
    ("body", "level", "why"),
    [
        (Body("Bộ Y tế"), "central", "the country's"),
        (local("Sở Y tế"), "province", "as the table names it"),
        (local("Công an tỉnh"), "province", "with the kind of the place"),
        (local("Ủy ban nhân dân", HAI_AN), "province", "a city under the centre"),
        (local("Ban Tổ chức Thành ủy", HAI_AN), "province", "and its party committee"),
        (local("Ban Tổ chức Thành ủy"), None, "of a city in the province, or of which one nobody says"),
        (Body("Tập đoàn Điện lực Việt Nam"), None, "an enterprise has none"),
        (local("Câu lạc bộ Hoa lan"), None, "in no table"),
    ],
)
def test_the_level_of_a_body(body: Body, level: str | None, why: str) -> None:
    assert level_of(body) == level, why


def test_a_label_has_a_level_without_a_place() -> None:
    assert (level_of_label("Sở Y tế"), level_of_label("Phòng họp")) == ("province", None)


@pytest.mark.parametrize(
    ("label", "kind", "why"),
    [
        ("Bộ Y tế", "ministry", "by its head"),
        ("Bộ Chỉ huy Quân sự", "armed-forces", "a longer head goes before"),
        ("Bộ Chính trị", "party", "a longer head goes before"),
        ("Ngân hàng Nhà nước Việt Nam", "ministry", "of a ministry's rank"),
        ("Ngân hàng Nhà nước Việt Nam chi nhánh", None, "a branch of it is not"),
        ("Sở Y tế", "department", "by its head"),
        ("Sở Chỉ huy phòng, chống dịch", "steering", "no department"),
        ("Ủy ban nhân dân huyện Phú Khê", "committee", "whatever follows"),
        ("UỶ BAN NHÂN DÂN xã Thượng Khê", "committee", "however it is written"),
        ("Ban Tổ chức Tỉnh ủy", "party", "by its last words"),
        ("Ban Quản lý dự án giao thông", "management-board", "by its head"),
        ("Hội Nông dân", "front-union", "a socio-political union"),
        ("Hội Khuyến học", "association", "any other society"),
        ("Hội đồng nhân dân", "council", "no society"),
        ("Hội đồng trường", None, "councils are of many kinds"),
        ("Phòng Thương mại và Công nghiệp Việt Nam", "association", "no division"),
        ("Bộ phận Một cửa", None, "no ministry"),
        ("Câu lạc bộ Hoa lan", None, "no row applies"),
    ],
)
def test_the_kind_of_a_body(label: str, kind: str | None, why: str) -> None:
    assert kind_of_label(label) == kind, why


@pytest.mark.parametrize(
    ("body", "above", "unit", "why"),
    [
        (local("Sở Y tế"), local("Ủy ban nhân dân"), False, "a department"),
        (local("Sở Y tế", HAI_AN), local("Ủy ban nhân dân", HAI_AN), False, "of a city"),
        (local("Sở Chỉ huy phòng, chống dịch"), None, False, "no department"),
        (local("Văn phòng Tỉnh ủy"), local("Tỉnh ủy"), True, "the party's office"),
        (local("Ban Tổ chức Thành ủy", HAI_AN), local("Thành ủy", HAI_AN), True, "the party's board"),
        (local("Ban Tổ chức Thành ủy"), None, False, "which of the province's cities nobody says"),
        (local("Ban Tổ chức Thành ủy Lam Châu"), local("Thành ủy Lam Châu"), True, "that city's"),
        (local("Huyện ủy Phú Khê"), local("Tỉnh ủy"), False, "the party of a district"),
        (local("Huyện ủy Phú Khê", HAI_AN), local("Thành ủy", HAI_AN), False, "in a city"),
        (local("Phòng Nội vụ huyện Phú Khê"), local("Ủy ban nhân dân huyện Phú Khê"), False, "a district's"),
        (local("Phòng Nội vụ"), None, False, "of which district nobody says"),
        (local("Phòng Cảnh sát giao thông huyện Phú Khê"), None, False, "not every division"),
        (local("Ban Pháp chế Hội đồng nhân dân"), local("Hội đồng nhân dân"), True, "a council's board"),
        (local("Thanh tra Sở Y tế"), local("Sở Y tế"), True, "a department's inspectorate"),
        (local("Công an tỉnh"), Body("Bộ Công an"), False, "a system of the whole country"),
        (local("Ủy ban nhân dân"), None, False, "no law puts it below one body"),
        (Body("Bộ Y tế"), Body("Chính phủ"), False, "a ministry"),
        (Body("Văn phòng Bộ Y tế"), Body("Bộ Y tế"), True, "a ministry's office"),
        (Body("Văn phòng Bộ Khí tượng"), None, False, "of a ministry that no table knows"),
        (Body("Chính phủ"), None, False, "the top"),
        (of_province(SONG_LAM), None, False, "a province is no body"),
    ],
)
def test_the_body_above_another(body: Body, above: Body | None, unit: bool, why: str) -> None:
    parent = parent_of(body)
    assert (parent.body if parent else None) == above, why
    if parent:
        assert parent.unit is unit, why
        assert parent.body.iri(BASE) == mint(BASE, Kind.AGENCY, parent.body.name, parent.body.scope)


def test_a_parent_names_its_act_unless_the_name_is_enough() -> None:
    health = parent_of(local("Sở Y tế"))
    assert health
    assert health.source.startswith("Nghị định ")
    board = parent_of(Body("Ban Tổ chức Trung ương"))
    assert board
    assert board.source == ""


def test_national_bodies_and_provinces_are_found_elsewhere() -> None:
    assert english_of(Body("Bộ Y tế")) == "Ministry of Health"
    assert english_of(local("Bộ Y tế")) is None
    assert wikidata_of(of_province(Province("thành phố", "Hà Nội"))) == ("http://www.wikidata.org/entity/Q1858",)
    assert wikidata_of(of_province(SONG_LAM)) == ()


def names(change: Change) -> tuple[list[str], list[str], str, str]:
    before, after = ([body.name for body in side] for side in (change.original, change.resulting))
    return before, after, change.date, change.kind


PLAN, MONEY = "Sở Kế hoạch và Đầu tư", "Sở Tài chính"


@pytest.mark.parametrize(
    ("body", "expected", "why"),
    [
        (
            local(PLAN),
            [([f"{PLAN} tỉnh Sông Lam", f"{MONEY} tỉnh Sông Lam"], [f"{MONEY} tỉnh Sông Lam"], "2025-03-01", "merger")],
            "in its own province",
        ),
        (
            Body("Ủy ban Dân tộc"),
            [(["Ủy ban Dân tộc"], ["Bộ Dân tộc và Tôn giáo"], "2025-03-01", "renaming")],
            "in the country",
        ),
        (
            local("Ban Dân tộc", HAI_AN),
            [
                (
                    ["Ban Dân tộc thành phố Hải An"],
                    ["Sở Dân tộc và Tôn giáo thành phố Hải An"],
                    "2025-03-01",
                    "renaming",
                )
            ],
            "named with the kind of its place",
        ),
        (
            local("Thanh tra huyện Phú Khê"),
            [(["Thanh tra huyện Phú Khê tỉnh Sông Lam"], [], "2025-07-01", "dissolution")],
            "named with the kind of its district",
        ),
        (
            local("Phòng Nội vụ thị xã Bình Trung"),
            [(["Phòng Nội vụ thị xã Bình Trung tỉnh Sông Lam"], [], "2025-07-01", "dissolution")],
            "in any district",
        ),
        (local("Phòng Nội vụ xã Thượng Khê"), [], "a commune is no district"),
        (local("Sở Công Thương", Province("tỉnh", "Hà Tây")), 1, "within the year the province ended"),
        (local(PLAN, Province("tỉnh", "Hà Tây")), [], "after the province had ended"),
        (local("Sở Y tế"), [], "went on as it was"),
        (
            local("Uỷ ban nhân dân", Province("tỉnh", "Bình Dương")),
            [
                (
                    [
                        "Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu",
                        "Ủy ban nhân dân tỉnh Bình Dương",
                        "Ủy ban nhân dân thành phố Hồ Chí Minh",
                    ],
                    ["Ủy ban nhân dân thành phố Hồ Chí Minh"],
                    "2025-07-01",
                    "merger",
                )
            ],
            "merged where the provinces did",
        ),
        (local("Sở Y tế", Province("thành phố", "Huế")), [], "of a province that merged with none"),
        (local("Sở Du lịch", BEN_TRE), [], "not every province had one"),
        (
            of_province(BEN_TRE),
            [(["tỉnh Bến Tre", "tỉnh Trà Vinh", "tỉnh Vĩnh Long"], ["tỉnh Vĩnh Long"], "2025-07-01", "merger")],
            "a province, and the one that goes on under its name",
        ),
        (
            of_province(Province("tỉnh", "Thừa Thiên Huế")),
            [(["tỉnh Thừa Thiên Huế"], ["thành phố Huế"], "2025-01-01", "renaming")],
            "a province that became a city",
        ),
        (
            of_province(Province("tỉnh", "Hậu Giang")),
            [
                (["tỉnh Cần Thơ"], ["thành phố Cần Thơ", "tỉnh Hậu Giang"], "2004-01-01", "division"),
                (
                    ["thành phố Cần Thơ", "tỉnh Hậu Giang", "tỉnh Sóc Trăng"],
                    ["thành phố Cần Thơ"],
                    "2025-07-01",
                    "merger",
                ),
            ],
            "how it began and how it ended",
        ),
        (of_province(SONG_LAM), [], "in no table"),
    ],
)
def test_what_became_of_a_body(body: Body, expected: list[object] | int, why: str) -> None:
    found = [names(change) for change in changes_of(body)]
    assert (len(found) if isinstance(expected, int) else found) == expected, why


def test_every_body_of_a_change_knows_the_same_change() -> None:
    (change,) = changes_of(local(PLAN))
    assert {each.iri(BASE) for body in change.original for each in changes_of(body)} >= {change.iri(BASE)}
    (elsewhere,) = changes_of(local(PLAN, HAI_AN))
    assert elsewhere.iri(BASE) != change.iri(BASE)


def test_what_came_after_a_body_and_after_that() -> None:
    found = [names(change) for change in later_changes(local(PLAN, BEN_TRE))]
    assert [(date, after) for _, after, date, _ in found] == [
        ("2025-03-01", ["Sở Tài chính tỉnh Bến Tre"]),
        ("2025-07-01", ["Sở Tài chính tỉnh Vĩnh Long"]),
    ]
    divided = of_province(Province("tỉnh", "Cần Thơ"))
    assert [change.date for change in later_changes(divided)] == ["2004-01-01", "2025-07-01"]
    assert later_changes(of_province(SONG_LAM)) == ()


# The graph


def national_notice(*agencies: Agency) -> Notice:
    return Notice("b.txt", "c" * 64, agencies=agencies)


def store_of(*notices: Notice) -> LocalStore:
    store = LocalStore(pyoxigraph.Store())
    for notice in notices:
        store.replace([], quads(notice, identify(notice)))
    conclude(store)
    return store


def rows(store: LocalStore, sparql: str) -> list[tuple[str, ...]]:
    return sorted(tuple("" if term is None else term.value for term in row) for row in store.query(sparql))


@pytest.fixture(scope="module")
def store() -> LocalStore:
    form = (Form("ab", HERE),)
    ministry = Agency("Bộ Y tế", form, national=True)
    unplaced = Agency("Sở Y tế", form)
    return store_of(water_notice(), national_notice(ministry, unplaced))


VI = 'FILTER(LANG(?{0}) = "vi")'


@pytest.mark.parametrize(
    ("sparql", "expected", "why"),
    [
        (
            "SELECT ?a ?b { ?x skos:prefLabel ?a ; org:subOrganizationOf ?y . ?y skos:prefLabel ?b "
            + VI.format("a")
            + VI.format("b")
            + "}",
            [
                ("Bộ Y tế", "Chính phủ"),
                ("Sở Giao thông vận tải tỉnh Sông Lam", "Ủy ban nhân dân tỉnh Sông Lam"),
                ("Sở Xây dựng tỉnh Sông Lam", "Ủy ban nhân dân tỉnh Sông Lam"),
                ("Sở Y tế tỉnh Sông Lam", "Ủy ban nhân dân tỉnh Sông Lam"),
            ],
            "of what notices name, and of the other bodies of an event",
        ),
        (
            'SELECT ?e { ?x skos:prefLabel "Bộ Y tế"@vi , ?e FILTER(LANG(?e) = "en") }',
            [("Ministry of Health",)],
            "the English name",
        ),
        (
            "SELECT ?l { ?x a nkg:Agency ; skos:prefLabel ?l ; nkg:level ?v . FILTER NOT EXISTS "
            "{ GRAPH <https://w3id.org/notice-kg/id/graph/reference> { ?x nkg:level ?v } }" + VI.format("l") + "}",
            [("Bộ Y tế",), ("Sở Y tế",)],
            "a level where no notice claims one, whatever the place",
        ),
        (
            "SELECT ?l { ?x skos:prefLabel ?l FILTER NOT EXISTS { ?n nkg:mentions ?x } FILTER NOT EXISTS "
            "{ ?m org:role ?x } FILTER NOT EXISTS { ?x a nkg:Jurisdiction }" + VI.format("l") + "}",
            [("Chính phủ",), ("Sở Giao thông vận tải tỉnh Sông Lam",)],
            "nothing else is described that no notice names",
        ),
        (
            "SELECT ?l ?d ?s { ?e a org:ChangeEvent ; rdfs:label ?l ; dcterms:date ?d ; dcterms:source ?s }",
            [
                (
                    "Hợp nhất Sở Giao thông vận tải tỉnh Sông Lam và Sở Xây dựng tỉnh Sông Lam "
                    "thành Sở Xây dựng tỉnh Sông Lam",
                    "2025-03-01",
                    "Nghị định 45/2025/NĐ-CP",
                ),
                (
                    "Merger of Sở Giao thông vận tải tỉnh Sông Lam and Sở Xây dựng tỉnh Sông Lam "
                    "into Sở Xây dựng tỉnh Sông Lam",
                    "2025-03-01",
                    "Nghị định 45/2025/NĐ-CP",
                ),
            ],
            "an event of a named body, with its law",
        ),
        (
            "SELECT ?l { ?x org:changedBy ?e ; org:resultedFrom ?e ; skos:prefLabel ?l }",
            [("Sở Xây dựng tỉnh Sông Lam",)],
            "what goes on under its name comes from itself",
        ),
        (
            "SELECT ?r { ?a a nkg:Assertion ; nkg:rule ?r ; rdf:predicate org:subOrganizationOf ; dcterms:source ?s }",
            [(FROM_TABLE,)] * 4,
            "every parent names its law",
        ),
        (
            "SELECT ?k { ?x skos:prefLabel 'Bộ Y tế'@vi ; org:classification ?k }",
            [(f"{CODES}kind-ministry",)],
            "the kind",
        ),
        ("SELECT ?x { { ?x ?p ?o } UNION { ?o ?p ?x } FILTER(ISBLANK(?x)) }", [], "no blank nodes"),
    ],
)
def test_what_the_graph_says(store: LocalStore, sparql: str, expected: list[tuple[str, ...]], why: str) -> None:
    assert rows(store, sparql) == expected, why


def test_a_unit_is_typed_and_its_name_is_the_reason() -> None:
    store = store_of(national_notice(Agency("Ban Tổ chức Trung ương", (Form("ab", HERE),), national=True)))
    (board,) = rows(
        store, "SELECT ?x { ?x a nkg:Agency , org:OrganizationalUnit ; org:unitOf ?y . ?y a org:Organization }"
    )
    found = rows(store, f"SELECT ?r ?s {{ ?a rdf:subject <{board[0]}> ; rdf:predicate org:unitOf ; nkg:rule ?r }}")
    assert found == [(FROM_NAME, "")]


def test_months_and_years_are_what_they_are() -> None:
    form = (Form("ab", HERE),)
    store = store_of(national_notice(Agency("Ban Kinh tế Trung ương", form, national=True)))
    (row,) = store.query("SELECT ?d { ?e a org:ChangeEvent ; dcterms:date ?d }")
    assert row[0] == Literal("2025-02", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#gYearMonth"))


def of_district(*labels: str) -> Notice:
    """Return a notice of a district's committee that names bodies, some of them without their district."""
    form = (Form("ab", HERE),)
    agencies = tuple(Agency(label, form, level=Level.DISTRICT) for label in labels)
    issuer = "Ủy ban nhân dân huyện Phú Khê"
    return Notice(
        "d.txt",
        "d" * 64,
        issuer=Stated(issuer, HERE),
        agencies=(Agency(issuer, form, level=Level.DISTRICT), *agencies),
        jurisdiction=Stated("tỉnh Sông Lam", HERE),
    )


ABOVE = """SELECT ?b { ?x skos:prefLabel "%s tỉnh Sông Lam"@vi ; org:subOrganizationOf|org:unitOf ?y .
  ?y skos:prefLabel ?b FILTER(LANG(?b) = "vi") }"""


@pytest.mark.parametrize(
    ("label", "above", "why"),
    [
        ("Phòng Tư pháp", "Ủy ban nhân dân huyện Phú Khê tỉnh Sông Lam", "an office without its district"),
        ("Phòng Tư pháp huyện Phú Khê", "Ủy ban nhân dân huyện Phú Khê tỉnh Sông Lam", "with it"),
        ("Thanh tra huyện", "Ủy ban nhân dân huyện Phú Khê tỉnh Sông Lam", "with the kind of it"),
        ("Huyện ủy", "Tỉnh ủy Sông Lam", "the party's committee of it"),
    ],
)
def test_a_body_of_the_district_whose_notice_it_is(label: str, above: str, why: str) -> None:
    assert rows(store_of(of_district(label)), ABOVE % label) == [(above,)], why


def test_a_body_that_a_district_names_in_two_ways_is_never_left_out() -> None:
    store = store_of(of_district("Phòng Tư pháp", "Phòng Tư pháp huyện Phú Khê"))
    assert [len(rows(store, ABOVE % label)) for label in ("Phòng Tư pháp", "Phòng Tư pháp huyện Phú Khê")] == [1, 1]
    ended = 'SELECT ?l { ?x org:changedBy ?e ; skos:prefLabel ?l . ?e dcterms:date "2025-07-01"^^xsd:date }'
    assert ("Phòng Tư pháp huyện Phú Khê tỉnh Sông Lam",) in rows(store, ended)
    assert ("Phòng Tư pháp tỉnh Sông Lam",) in rows(store_of(of_district("Phòng Tư pháp")), ended)


def test_a_parent_that_a_person_joined_with_another_body_is_that_body() -> None:
    health = local("Sở Y tế")
    stands = f"{BASE}agency/stands"
    facts = [
        (stands, f"{RDF}type", NamedNode(nkg("Agency"))),
        (stands, f"{SKOS}prefLabel", Literal("UBND của tỉnh", language="vi")),
        (stands, f"{OWL}sameAs", NamedNode(local("Ủy ban nhân dân").iri(BASE))),
        (health.iri(BASE), f"{RDF}type", NamedNode(nkg("Agency"))),
        (health.iri(BASE), f"{SKOS}prefLabel", Literal(health.name, language="vi")),
        (health.iri(BASE), nkg("jurisdiction"), NamedNode(of_province(SONG_LAM).iri(BASE))),
        (of_province(SONG_LAM).iri(BASE), f"{SKOS}prefLabel", Literal(SONG_LAM.full, language="vi")),
    ]
    found = canonical(BASE, [Quad(NamedNode(one), NamedNode(predicate), value) for one, predicate, value in facts])
    above = {quad.object.value for quad in found if quad.predicate.value == f"{ORG}subOrganizationOf"}
    assert above == {stands}


@pytest.mark.parametrize("batch", [1, 10**9])
def test_a_named_unit_of_an_event_conforms_wherever_its_types_stand(batch: int) -> None:
    form = (Form("Sở Y tế", passage("Sở Y tế", 1)),)
    board = Agency("Ban Chính sách, chiến lược Trung ương", form, national=True)
    water = water_notice()
    store = store_of(replace(water, agencies=(*water.agencies, board)))
    assert rows(store, "SELECT ?x { ?x a nkg:Agency , org:OrganizationalUnit ; org:resultedFrom ?e }")
    assert validate(store, batch=batch) == []


def test_exports_show_the_vietnamese_name() -> None:
    store = store_of(national_notice(Agency("Quốc hội", (Form("ab", HERE),), national=True)))
    assert rows(store, 'SELECT ?l { ?x skos:prefLabel "Quốc hội"@vi , ?l FILTER(LANG(?l) = "en") }')
    assert [body.label for body in read_bodies(store).values()] == ["Quốc hội"]


def test_a_group_and_nobody_in_particular_are_left_alone() -> None:
    form = (Form("ab", HERE),)
    group = Agency("Sở Y tế", form, group=True, province="tỉnh Sông Lam")
    nobody = Agency("Bộ Y tế", form, generic=True)
    store = store_of(national_notice(group, nobody))
    said = {triple.subject.value for triple in store.triples(canonical_graph(BASE))}
    assert said & {row[0] for row in rows(store, "SELECT ?x { ?n nkg:mentions ?x }")} == set()


# The tables


def test_every_kind_of_the_table_is_in_the_code_list() -> None:
    from rdflib import SKOS, Graph

    from kg.graph.ontology import CODES as FILE
    from kg.graph.ontology import text

    codes = Graph().parse(data=text(FILE), format="turtle")
    notations = {str(notation) for notation in codes.objects(None, SKOS.notation)}
    kinds = {str(concept).partition("#kind-")[2] for concept in codes.subjects(None, SKOS.Concept)} - {""}
    assert {row["kind"] for row in table("kinds")} - {""} == kinds <= notations
    assert {row["kind"] for row in table("changes")} <= notations


def test_parents_hold_what_the_header_says() -> None:
    for row in table("parents"):
        assert row["scope"] in {"national", "province"}, row
        assert row["relation"] in {"body", "unit", ""}, row
        assert row["parent_scope"] in ({"national", "province"} if row["relation"] else {""}), row
        assert bool(row["relation"]) is bool(row["parent"]) is bool(several(row["source"])), row
        assert row["parent_scope"] != "national" or "<" in row["parent"] or is_national(row["parent"]), row
        for token in ("<unit>", "<name>"):
            assert token not in row["parent"] or token in row["body"], row
