from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pyoxigraph
import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from kg.graph.quads import quads, source_quad
from kg.graph.store import LocalStore
from kg.graph.terms import BASE, CLASSES, NKG, PREFIXES
from kg.identify import identify
from kg.records import Agency, Deadline, Directive, Form, Given, Notice, Participation, Role
from tests.factory import TEXT, passage, water_notice

NOTICE = water_notice()
IRI = identify(NOTICE).notice


def stored(notice: Notice, jurisdiction: str | None = None) -> LocalStore:
    store = LocalStore(pyoxigraph.Store())
    store.replace([], quads(notice, identify(notice, Given("--jurisdiction", jurisdiction))))
    return store


def rows(store: LocalStore, sparql: str) -> list[tuple[str, ...]]:
    """Return the rows of a query, sorted, IRIs by their last part."""
    return sorted(tuple(short(term) for term in row) for row in store.query(sparql))


def short(term: NamedNode | Literal | None) -> str:
    if term is None:
        return ""
    return term.value if isinstance(term, Literal) else term.value.removeprefix(IRI).removeprefix(NKG)


def test_quads_are_sorted_and_pure() -> None:
    found = quads(NOTICE, identify(NOTICE))
    assert found == quads(water_notice(), identify(water_notice()))
    assert found == sorted(set(found), key=str)


def test_the_order_of_records_does_not_show() -> None:
    agencies = list(NOTICE.agencies)
    random.Random(3).shuffle(agencies)
    shuffled = replace(
        NOTICE, agencies=tuple(agencies), officials=NOTICE.officials[::-1], directives=NOTICE.directives[::-1]
    )
    assert quads(shuffled, identify(shuffled)) == quads(NOTICE, identify(NOTICE))


def test_there_are_no_blank_nodes_and_no_triple_stands_in_two_graphs() -> None:
    found = quads(NOTICE, identify(NOTICE))
    assert not [quad for quad in found if isinstance(quad.subject, BlankNode)]
    assert not [quad for quad in found if isinstance(quad.object, BlankNode)]
    assert len({quad.triple for quad in found}) == len(found)
    assert {quad.graph_name.value for quad in found} == {IRI, f"{BASE}graph/reference"}


def test_every_class_is_stated_with_all_its_types() -> None:
    found = quads(NOTICE, identify(NOTICE))
    types: dict[str, set[str]] = {}
    for quad in found:
        if quad.predicate.value == PREFIXES["rdf"] + "type":
            types.setdefault(quad.subject.value, set()).add(quad.object.value)
    seen = set()
    for node, stated in types.items():
        for name, others in CLASSES.items():
            if NKG + name in stated:
                seen.add(name)
                assert set(others) <= stated, (node, name)
    assert seen == set(CLASSES) - {"Coordination", "Repetition", "Decision"}, "a notice alone concludes nothing"


def test_quotes_are_what_the_text_has_there() -> None:
    found = rows(stored(NOTICE), "SELECT ?p ?q { ?p a nkg:Passage ; nkg:quote ?q }")
    assert len(found) > 20
    for place, quote in found:
        start, end = map(int, place.removeprefix("#char=").split(","))
        assert TEXT[start:end] == quote


@pytest.mark.parametrize(
    ("sparql", "why"),
    [
        (
            "SELECT ?x { VALUES ?c { nkg:Directive nkg:Deadline nkg:Meeting org:Membership nkg:Participation "
            "nkg:CitedDocument nkg:Agency nkg:Official nkg:Assertion } ?x a ?c "
            "FILTER NOT EXISTS { ?x nkg:evidence/nkg:quote ?q } }",
            "every node leads to its passage",
        ),
        (
            "SELECT ?s { VALUES ?p { dcterms:title dcterms:identifier dcterms:issued nkg:issuer nkg:signedBy "
            "nkg:recipient nkg:jurisdiction nkg:heldOn nkg:heldBy nkg:chair nkg:attendee skos:prefLabel "
            "foaf:name nkg:level nkg:generic dcterms:type } ?s ?p ?o FILTER NOT EXISTS { "
            "?a a nkg:Assertion ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; nkg:rule ?r ; "
            "nkg:evidence ?e } }",
            "every fact without a node of its own has an assertion",
        ),
        (
            "SELECT ?d { VALUES ?p { nkg:responsible nkg:lead nkg:coordinating nkg:reportsTo } ?d ?p ?a "
            "FILTER NOT EXISTS { ?x a nkg:Participation ; nkg:directive ?d ; nkg:agency ?a ; nkg:as ?p } }",
            "every relation has a participation",
        ),
        (
            "SELECT ?x { ?x nkg:directive ?d ; nkg:agency ?a ; nkg:as ?p FILTER NOT EXISTS { ?d ?p ?a } }",
            "and every participation a relation",
        ),
    ],
)
def test_nothing_is_without_evidence(sparql: str, why: str) -> None:
    assert rows(stored(NOTICE), sparql) == [], why


@pytest.mark.parametrize(
    ("sparql", "expected"),
    [
        ("SELECT ?t (LANG(?t) AS ?l) { ?n dcterms:title ?t }", [(NOTICE.title.value, "vi")]),  # type: ignore[union-attr]
        ("SELECT ?n ?d { ?x dcterms:identifier ?n ; nkg:digest ?d }", [("12/TB-UBND", NOTICE.digest)]),
        ("SELECT ?s ?i { ?n dcterms:source ?s ; dcterms:issued ?i }", [("nuoc-sach.txt", "2024-05-20")]),
        ("SELECT ?l { ?n nkg:issuer/skos:prefLabel ?l }", [("Ủy ban nhân dân tỉnh Sông Lam",)]),
        ("SELECT ?l { ?n nkg:jurisdiction/skos:prefLabel ?l . ?n a nkg:Notice }", [("tỉnh Sông Lam",)]),
        ("SELECT ?n { ?x nkg:signedBy/foaf:name ?n }", [("Đặng Thu Hà",)]),
        (
            "SELECT ?l { ?n nkg:recipient/skos:prefLabel ?l }",
            [("Sở Xây dựng tỉnh Sông Lam",), ("Sở Y tế tỉnh Sông Lam",)],
        ),
        (
            "SELECT ?l ?d ?b ?c ?a { ?m a nkg:Meeting ; rdfs:label ?l ; nkg:heldOn ?d ; nkg:heldBy/skos:prefLabel "
            "?b ; nkg:chair/foaf:name ?c ; nkg:attendee/foaf:name ?a }",
            [
                (
                    "cuộc họp về nước sạch",
                    "2024-05-18",
                    "Ủy ban nhân dân tỉnh Sông Lam",
                    "Đặng Thu Hà",
                    "Lý Văn Quế",
                )
            ],
        ),
        (
            "SELECT ?n ?r ?b ?d { ?m a org:Membership ; org:member/foaf:name ?n ; org:role/skos:prefLabel ?r ; "
            "org:organization/skos:prefLabel ?b ; nkg:observedOn ?d ; prov:wasDerivedFrom ?x }",
            [
                ("Lý Văn Quế", "Giám đốc", "Sở Y tế tỉnh Sông Lam", "2024-05-18"),
                ("Đặng Thu Hà", "Phó Chủ tịch", "Ủy ban nhân dân tỉnh Sông Lam", "2024-05-18"),
            ],
        ),
        (
            "SELECT ?i ?t ?d ?x { ?x a nkg:CitedDocument ; dcterms:identifier ?i ; dcterms:type ?t ; "
            "dcterms:issued ?d . ?n a nkg:Notice ; nkg:cites ?x . ?y a nkg:Directive ; nkg:cites ?x }",
            [("45/QĐ-UBND", "Quyết định", "2024-03-02", identify(NOTICE).documents[NOTICE.citations[0]].iri)],
        ),
        (
            "SELECT ?i ?v { ?d nkg:item ?i ; nkg:deadline ?x . ?x nkg:date|nkg:recurrence ?v }",
            [("1", "2024-06-30"), ("2", "FREQ=MONTHLY")],
        ),
        (
            "SELECT ?p ?l { ?d nkg:item '1' ; ?p ?a . ?a a nkg:Agency ; skos:prefLabel ?l }",
            [
                ("coordinating", "Sở Y tế tỉnh Sông Lam"),
                ("lead", "Sở Xây dựng tỉnh Sông Lam"),
                ("reportsTo", "Ủy ban nhân dân tỉnh Sông Lam"),
                ("responsible", "Sở Xây dựng tỉnh Sông Lam"),
            ],
        ),
        ("SELECT ?l { ?a a nkg:AgencyGroup ; nkg:generic true ; skos:prefLabel ?l }", [("cơ quan",)]),
        (
            "SELECT ?l ?v { ?a skos:altLabel ?l ; nkg:level ?v ; nkg:jurisdiction/skos:prefLabel 'tỉnh Sông Lam'@vi }",
            [("Sở Xây dựng", "province"), ("Sở Y tế", "province"), ("UBND tỉnh", "province")],
        ),
        ("SELECT (COUNT(*) AS ?n) { ?x nkg:mentions ?y }", [("6",)]),
    ],
)
def test_what_the_notice_says_is_in_the_graph(sparql: str, expected: list[tuple[str, ...]]) -> None:
    assert rows(stored(NOTICE), sparql) == expected


def directive(*participations: Participation, deadlines: tuple[Deadline, ...] = ()) -> Notice:
    whole = NOTICE.directives[0]
    changed = Directive(whole.text, whole.passage, "1", participations, deadlines)
    return replace(NOTICE, directives=(changed,))


HERE, THERE = passage("Sở Xây dựng"), passage("Sở Y tế", 1)


def test_who_leads_is_responsible_by_a_rule_that_is_named() -> None:
    store = stored(directive(Participation(Role.LEAD, HERE, agency="Sở Y tế", rule="chủ trì")))
    found = rows(store, "SELECT ?a ?r { ?x nkg:as ?a ; nkg:rule ?r }")
    assert found == [("lead", "chủ trì"), ("responsible", "who leads is responsible")]


def test_what_the_sentence_states_is_not_inherited() -> None:
    twice = (
        Participation(Role.RESPONSIBLE, THERE, agency="Sở Y tế", inherited=True, rule="heading"),
        Participation(Role.RESPONSIBLE, HERE, agency="Sở Y tế"),
    )
    found = rows(stored(directive(*twice)), "SELECT ?i ?e { ?x nkg:inherited ?i ; nkg:evidence ?e }")
    assert found == [("false", f"#char={HERE.start},{HERE.end}")]
    found = rows(stored(directive(twice[0])), "SELECT ?i ?r { ?x nkg:inherited ?i ; nkg:rule ?r }")
    assert found == [("true", "heading")]


def test_a_named_person_can_be_told_to_act() -> None:
    store = stored(directive(Participation(Role.RESPONSIBLE, HERE, official="Lý Văn Quế")))
    assert rows(store, "SELECT ?n { ?d nkg:responsible/foaf:name ?n }") == [("Lý Văn Quế",)]


def test_a_duration_is_a_duration() -> None:
    ten = Deadline("trong 10 ngày", HERE, duration="P10D")
    found = rows(stored(directive(deadlines=(ten,))), "SELECT (DATATYPE(?v) AS ?t) { ?x nkg:duration ?v }")
    assert found == [(PREFIXES["xsd"] + "duration",)]


def test_a_post_is_observed_on_the_day_of_issue_where_there_is_no_meeting_and_else_on_no_day() -> None:
    observed = "SELECT DISTINCT ?d { ?m nkg:observedOn ?d }"
    without = replace(NOTICE, meetings=())
    assert rows(stored(without), observed) == [(date(2024, 5, 20).isoformat(),)]
    assert rows(stored(replace(without, issued=None)), observed) == []


def test_a_given_province_is_stated_by_its_rule_and_without_a_passage() -> None:
    store = stored(replace(NOTICE, jurisdiction=None), "Sông Lam")
    found = rows(
        store,
        "SELECT ?r ?s ?e { ?a rdf:subject ?n ; rdf:predicate nkg:jurisdiction ; nkg:rule ?r ; dcterms:source ?s . "
        "?n a nkg:Notice OPTIONAL { ?a nkg:evidence ?e } }",
    )
    assert found == [("the province given with the notice", "--jurisdiction", "")]


def test_what_is_given_fills_what_the_text_leaves_out_and_says_so() -> None:
    beside = Given("notices.csv", number="9/TB-UBND", issued=date(2024, 6, 1), address="https://sonlam.example/9")
    silent = replace(NOTICE, number=None, issued=None, given=beside)
    store = stored(silent)
    assert rows(store, "SELECT ?n ?d { ?x a nkg:Notice ; dcterms:identifier ?n ; dcterms:issued ?d }") == [
        ("9/TB-UBND", "2024-06-01")
    ]
    assert rows(
        store,
        "SELECT DISTINCT ?s { ?a rdf:predicate dcterms:issued ; dcterms:source ?s ; nkg:rule ?r "
        "FILTER(?r = 'given with the notice') }",
    ) == [("notices.csv",)]
    assert ("https://sonlam.example/9",) in rows(store, "SELECT ?s { ?n a nkg:Notice ; dcterms:source ?s }")
    told = stored(replace(NOTICE, given=beside))
    assert rows(told, "SELECT ?n { ?x a nkg:Notice ; dcterms:identifier ?n }") == [("12/TB-UBND",)], "the text holds"


def test_without_a_province_none_is_stated() -> None:
    store = stored(replace(NOTICE, jurisdiction=None))
    assert rows(store, "SELECT ?j { ?x nkg:jurisdiction ?j }") == []
    assert ("Sở Y tế",) in rows(store, "SELECT ?l { ?a skos:prefLabel ?l }")


@pytest.mark.parametrize(
    ("forms", "expected", "why"),
    [
        ((Form("Sở Y tế", THERE),), ["Sở Y tế"], "the passage is the whole name"),
        ((Form("Sở Y tế", passage("Y tế", 3)),), [], "the passage is a part of a shared name"),
        ((Form("Sở Xây dựng", HERE),), [], "the passage is another agency's name, too"),
    ],
)
def test_which_passages_are_names(forms: tuple[Form, ...], expected: list[str], why: str) -> None:
    health = next(agency for agency in NOTICE.agencies if agency.label == "Sở Y tế")
    others = tuple(agency for agency in NOTICE.agencies if agency is not health)
    store = stored(replace(NOTICE, agencies=(*others, replace(health, forms=forms))))
    found = rows(store, "SELECT ?l { ?a skos:prefLabel 'Sở Y tế tỉnh Sông Lam'@vi ; skos:altLabel ?l }")
    assert [label for (label,) in found] == expected, why


def test_two_labels_of_one_agency_are_one_agency() -> None:
    full = Agency("Sở Y tế tỉnh Sông Lam", (Form("Sở Y tế", passage("Sở Y tế", 2)),), province="tỉnh Sông Lam")
    store = stored(replace(NOTICE, agencies=(*NOTICE.agencies, full)))
    found = rows(store, "SELECT (COUNT(?a) AS ?n) { ?a skos:prefLabel 'Sở Y tế tỉnh Sông Lam'@vi }")
    assert found == [("1",)]


def test_a_source_is_a_statement_of_the_notice_graph() -> None:
    node = NamedNode(IRI)
    assert source_quad(IRI, "nuoc-sach.txt") in quads(NOTICE, identify(NOTICE))
    assert source_quad(IRI, "a") == Quad(node, NamedNode(PREFIXES["dcterms"] + "source"), Literal("a"), node)
