"""The shapes against what a wrong extractor would write: each shape has a graph that it must refuse."""

from __future__ import annotations

from dataclasses import replace

import pyoxigraph
import pytest
from rdflib import RDF, SH, Graph, Literal

from kg.graph.conclusions import conclude
from kg.graph.ontology import SHAPES, text
from kg.graph.quads import quads
from kg.graph.store import LocalStore
from kg.graph.validate import Violation, conforms, validate
from kg.identify import decide
from kg.identify.decisions import parse
from kg.records import Stated
from tests.factory import passage, told_again_notice, told_notice, water_notice

SHAPE = "https://w3id.org/notice-kg/shapes#"
FIRST = water_notice()
SECOND = replace(
    FIRST,
    digest="b" * 64,
    source="second.txt",
    meetings=(replace(FIRST.meetings[0], mode=Stated("online", passage("họp"))),),
)
BASE = "https://w3id.org/notice-kg/id"
NOTICE = f"<{BASE}/notice/{'b' * 32}>"
PASSAGE = f"<{BASE}/notice/{'b' * 32}#char=7,12>"
DECISIONS = parse(
    [
        f'{{"decide": "jurisdiction", "notice": "{NOTICE[1:-1]}", "value": "tỉnh Sông Lam", '
        '"by": "Lan", "on": "2026-03-02"}'
    ],
    "decisions.jsonl",
).decisions
REFERENCE = f"<{BASE}/graph/reference>"
CONCLUSIONS = f"<{BASE}/graph/conclusions>"
CANONICAL = f"<{BASE}/graph/canonical>"
CODES = "https://w3id.org/notice-kg/codes#"


def store() -> LocalStore:
    filled = LocalStore(pyoxigraph.Store())
    for notice in (FIRST, SECOND, told_notice(), told_again_notice()):
        filled.replace([], quads(*decide(notice, None, DECISIONS)))
    conclude(filled)
    return filled


def remove(kind: str, predicate: str) -> str:
    """Return an update that takes all values of a property from the things of a class."""
    return (
        f"DELETE {{ GRAPH ?g {{ ?s {predicate} ?o }} }} "
        f"WHERE {{ GRAPH ?h {{ ?s a {kind} }} GRAPH ?g {{ ?s {predicate} ?o }} }}"
    )


def untype(kind: str) -> str:
    """Return an update that takes one type from all that have it."""
    return f"DELETE WHERE {{ GRAPH ?g {{ ?s a {kind} }} }}"


def add(kind: str, statements: str, graph: str = NOTICE) -> str:
    """Return an update that says something more about each thing of a class."""
    return f"INSERT {{ GRAPH {graph} {{ {statements} }} }} WHERE {{ GRAPH ?g {{ ?s a {kind} }} }}"


def change(kind: str, predicate: str, value: str) -> str:
    """Return an update that replaces all values of a property of the things of a class."""
    return (
        f"DELETE {{ GRAPH ?g {{ ?s {predicate} ?o }} }} INSERT {{ GRAPH ?g {{ ?s {predicate} {value} }} }} "
        f"WHERE {{ GRAPH ?h {{ ?s a {kind} }} GRAPH ?g {{ ?s {predicate} ?o }} }}"
    )


BAD_DAY = '"31/12/2024"'
STRANGER = f"<{BASE}/agency/nobody>"
BROKEN = [
    ("Notice", untype("prov:Entity")),
    ("Notice-source", remove("nkg:Notice", "dcterms:source")),
    ("Notice-digest", change("nkg:Notice", "nkg:digest", '"ABC"')),
    ("Notice-title", add("nkg:Notice", '?s dcterms:title "khác"@vi')),
    ("Notice-identifier", add("nkg:Notice", '?s dcterms:identifier "1/TB"')),
    ("Notice-issued", change("nkg:Notice", "dcterms:issued", BAD_DAY)),
    ("Notice-issuer", change("nkg:Notice", "nkg:issuer", STRANGER)),
    ("Notice-signedBy", change("nkg:Notice", "nkg:signedBy", STRANGER)),
    ("Notice-jurisdiction", change("nkg:Notice", "nkg:jurisdiction", STRANGER)),
    ("Notice-recipient", change("nkg:Notice", "nkg:recipient", STRANGER)),
    ("Notice-contains", add("nkg:Notice", f"?s nkg:contains {STRANGER}")),
    ("Notice-cites", add("nkg:Notice", f"?s nkg:cites {STRANGER}")),
    ("Notice-reports", add("nkg:Notice", f"?s nkg:reports {STRANGER}")),
    ("NoticeBeforeMeeting", change("nkg:Meeting", "nkg:heldOn", '"2024-12-31"^^xsd:date')),
    ("UnprovenCitation", remove("nkg:CitedDocument", "nkg:evidence")),
    ("UnprovenMention", remove("nkg:Agency", "nkg:evidence")),
    ("Meeting", untype("schema:Event")),
    ("Meeting-label", remove("nkg:Meeting", "rdfs:label")),
    ("Meeting-heldOn", add("nkg:Meeting", '?s nkg:heldOn "2024-01-01"^^xsd:date')),
    ("Meeting-heldBy", change("nkg:Meeting", "nkg:heldBy", STRANGER)),
    ("Meeting-chair", change("nkg:Meeting", "nkg:chair", STRANGER)),
    ("Meeting-chair-attends", "INSERT { GRAPH ?g { ?s nkg:attendee ?o } } WHERE { GRAPH ?g { ?s nkg:chair ?o } }"),
    ("Meeting-mode", change("nkg:Meeting", "nkg:mode", '"trực tuyến"')),
    ("UnprovenMeeting", remove("nkg:Notice", "nkg:reports")),
    ("UnprovenMeeting", remove("nkg:Meeting", "nkg:evidence")),
    ("Official", untype("foaf:Person")),
    ("Official-name", remove("nkg:Official", "foaf:name")),
    ("Membership", f"INSERT DATA {{ GRAPH {NOTICE} {{ _:m a org:Membership }} }}"),
    ("Membership-member", remove("org:Membership", "org:member")),
    ("Membership-organization", change("org:Membership", "org:organization", STRANGER)),
    ("Membership-role", remove("org:Membership", "org:role")),
    ("Membership-notice", remove("org:Membership", "prov:wasDerivedFrom")),
    ("Membership-observedOn", change("org:Membership", "nkg:observedOn", BAD_DAY)),
    ("Membership-day", remove("org:Membership", "nkg:observedOn")),
    ("Membership-evidence", remove("org:Membership", "nkg:evidence")),
    ("Agency", untype("org:Organization")),
    ("Agency-prefLabel", change("nkg:Agency", "skos:prefLabel", '"Department of Health"@en')),
    ("Agency-altLabel", add("nkg:Agency", '?s skos:altLabel ""@vi', REFERENCE)),
    ("Agency-level", change("nkg:Agency", "nkg:level", '"tỉnh"')),
    ("Agency-generic", change("nkg:Agency", "nkg:generic", '"yes"')),
    ("Agency-jurisdiction", change("nkg:Agency", "nkg:jurisdiction", STRANGER)),
    ("AgencyGroup", "DELETE { GRAPH ?g { ?s a nkg:Agency } } WHERE { GRAPH ?g { ?s a nkg:AgencyGroup , nkg:Agency } }"),
    ("Jurisdiction", f"INSERT DATA {{ GRAPH {REFERENCE} {{ _:j a nkg:Jurisdiction }} }}"),
    ("Jurisdiction-prefLabel", remove("nkg:Jurisdiction", "skos:prefLabel")),
    ("Jurisdiction-exactMatch", add("nkg:Jurisdiction", '?s skos:exactMatch "Q1"', REFERENCE)),
    ("Directive", untype("odrl:Duty")),
    ("Directive-text", remove("nkg:Directive", "nkg:text")),
    ("Directive-item", add("nkg:Directive", '?s nkg:item "9"')),
    ("Directive-notice", remove("nkg:Notice", "nkg:contains")),
    ("Directive-evidence", remove("nkg:Directive", "nkg:evidence")),
    ("Directive-lead", remove("nkg:Directive", "nkg:responsible")),
    ("Directive-deadline", add("nkg:Directive", f"?s nkg:deadline {STRANGER}")),
    ("Directive-cites", add("nkg:Directive", f"?s nkg:cites {STRANGER}")),
    ("Directive-bound", remove("nkg:Directive", "nkg:responsible")),
    ("UnlistedCitation", remove("nkg:Notice", "nkg:cites")),
    ("UnexplainedRelation", "DELETE WHERE { GRAPH ?g { ?s nkg:as nkg:lead } }"),
    ("PartyOfNoKind", add("nkg:Directive", f"?s nkg:advises {STRANGER}")),
    ("Deadline", untype("time:TemporalEntity")),
    ("Deadline-text", remove("nkg:Deadline", "nkg:text")),
    ("Deadline-kind", add("nkg:Deadline", '?s nkg:duration "P10D"^^xsd:duration')),
    ("Deadline-kind", remove("nkg:Deadline", "nkg:recurrence")),
    ("Deadline-date", change("nkg:Deadline", "nkg:date", BAD_DAY)),
    ("Deadline-recurrence", change("nkg:Deadline", "nkg:recurrence", '"hằng tháng"')),
    ("Deadline-duration", add("nkg:Deadline", '?s nkg:duration "10 ngày"^^xsd:duration')),
    ("Deadline-precision", change("nkg:Deadline", "nkg:precision", '"week"')),
    ("Deadline-directive", remove("nkg:Directive", "nkg:deadline")),
    ("Deadline-evidence", remove("nkg:Deadline", "nkg:evidence")),
    ("DateWithoutPrecision", remove("nkg:Deadline", "nkg:precision")),
    ("DeadlineBeforeNotice", change("nkg:Deadline", "nkg:date", '"2023-06-30"^^xsd:date')),
    ("CitedDocument", untype("eli:LegalResource")),
    ("CitedDocument-identifier", remove("nkg:CitedDocument", "dcterms:identifier")),
    ("CitedDocument-type", add("nkg:CitedDocument", '?s dcterms:type "Công văn"@vi', REFERENCE)),
    ("CitedDocument-issued", change("nkg:CitedDocument", "dcterms:issued", BAD_DAY)),
    ("CitedDocument-one-issued", add("nkg:CitedDocument", '?s dcterms:issued "2020-01-01"^^xsd:date', REFERENCE)),
    ("Participation", f"INSERT DATA {{ GRAPH {NOTICE} {{ _:p a nkg:Participation }} }}"),
    ("Participation-directive", remove("nkg:Participation", "nkg:directive")),
    ("Participation-agency", remove("nkg:Participation", "nkg:agency")),
    ("Participation-as", change("nkg:Participation", "nkg:as", "nkg:mentions")),
    ("Participation-inherited", change("nkg:Participation", "nkg:inherited", '"no"')),
    ("Participation-evidence", remove("nkg:Participation", "nkg:evidence")),
    ("NeverInherited", change("nkg:Participation", "nkg:inherited", "true")),
    ("UnstatedRelation", remove("nkg:Directive", "nkg:coordinating")),
    ("Passage", f"INSERT DATA {{ GRAPH {NOTICE} {{ _:p a nkg:Passage }} }}"),
    ("Passage-quote", remove("nkg:Passage", "nkg:quote")),
    ("PassageIri", f'INSERT DATA {{ GRAPH {NOTICE} {{ <{BASE}/x#line=1,2> a nkg:Passage ; nkg:quote "a" }} }}'),
    ("PassageRange", f'INSERT DATA {{ GRAPH {NOTICE} {{ <{BASE}/x#char=9,2> a nkg:Passage ; nkg:quote "a" }} }}'),
    ("PassageLength", f'INSERT DATA {{ GRAPH {NOTICE} {{ {PASSAGE} a nkg:Passage ; nkg:quote "ỦY BA" , "Ủ" }} }}'),
    ("StrayEvidence", add("nkg:Deadline", f"?s nkg:evidence {PASSAGE}")),
    ("Assertion", untype("rdf:Statement")),
    ("Assertion-subject", remove("nkg:Assertion", "rdf:subject")),
    ("Assertion-predicate", remove("nkg:Assertion", "rdf:predicate")),
    ("Assertion-object", remove("nkg:Assertion", "rdf:object")),
    ("Assertion-grounds", remove("nkg:Assertion", "nkg:evidence") + " ; " + remove("nkg:Assertion", "nkg:rule")),
    ("Assertion-evidence", add("nkg:Assertion", f"?s nkg:evidence {STRANGER}")),
    ("UnstatedAssertion", remove("nkg:Notice", "dcterms:title")),
    ("Coordination", f"INSERT DATA {{ GRAPH {CONCLUSIONS} {{ _:c a nkg:Coordination }} }}"),
    ("Decision", untype("nkg:Decision") + " ; " + add("nkg:Notice", "<urn:d> a nkg:Decision")),
    ("Decision-creator", remove("nkg:Decision", "dcterms:creator")),
    ("Decision-date", change("nkg:Decision", "dcterms:date", BAD_DAY)),
    ("Decision-text", remove("nkg:Decision", "nkg:text")),
    ("Coordination-agency", add("nkg:Coordination", f"?s nkg:agency {STRANGER}", CONCLUSIONS)),
    ("Coordination-directive", remove("nkg:Coordination", "nkg:directive")),
    ("OneSidedCoordination", f"INSERT DATA {{ GRAPH {CONCLUSIONS} {{ <urn:a> nkg:coordinatesWith <urn:b> }} }}"),
    ("SelfCoordination", f"INSERT DATA {{ GRAPH {CONCLUSIONS} {{ <urn:a> nkg:coordinatesWith <urn:a> }} }}"),
    ("UnexplainedCoordination", remove("nkg:Coordination", "nkg:agency")),
    ("UnstatedCoordination", remove("nkg:Agency", "nkg:coordinatesWith")),
    ("UnfoundedCoordination", remove("nkg:Directive", "nkg:coordinating")),
    ("UnknownKind", change("nkg:Agency", "org:classification", f"<{CODES}kind-ministries>")),
    ("UnknownKind", change("nkg:Agency", "org:classification", '"ministry"')),
    ("ForeignMatch", add("nkg:Agency", "?s skos:exactMatch <http://www.wikidata.org/wiki/Q1>", CANONICAL)),
    ("DanglingBody", change("nkg:Agency", "org:subOrganizationOf", STRANGER)),
    ("DanglingBody", change("org:ChangeEvent", "org:originalOrganization", STRANGER)),
    ("UnfoundedParent", remove("nkg:Assertion", "rdf:object")),
    ("UnstatedParent", remove("nkg:Agency", "org:subOrganizationOf")),
    ("CircularParent", add("nkg:Agency", "?s org:unitOf ?s", CANONICAL)),
    ("UntypedUnit", add("nkg:Agency", f"?s org:unitOf {STRANGER}", CANONICAL)),
    ("ChangeEvent", untype("prov:Activity")),
    ("ChangeEvent-label", remove("org:ChangeEvent", "rdfs:label")),
    ("ChangeEvent-type", change("org:ChangeEvent", "dcterms:type", f"<{CODES}kind-ministry>")),
    ("ChangeEvent-date", change("org:ChangeEvent", "dcterms:date", BAD_DAY)),
    ("ChangeEvent-source", remove("org:ChangeEvent", "dcterms:source")),
    ("ChangeEvent-original", remove("org:ChangeEvent", "org:originalOrganization")),
    ("ChangeEvent-resulting", add("org:ChangeEvent", f"?s org:resultingOrganization {STRANGER}", CANONICAL)),
    ("ChangeWithoutResult", remove("org:ChangeEvent", "org:resultingOrganization")),
    ("OneSidedChange", remove("org:Organization", "org:changedBy")),
    ("OneSidedChange", remove("org:ChangeEvent", "org:resultingOrganization")),
    ("Repetition", f"INSERT DATA {{ GRAPH {CONCLUSIONS} {{ _:r a nkg:Repetition }} }}"),
    ("Repetition-later", add("nkg:Repetition", f"?s nkg:later {STRANGER}", CONCLUSIONS)),
    ("Repetition-earlier", remove("nkg:Repetition", "nkg:earlier")),
    ("Repetition-agency", remove("nkg:Repetition", "nkg:agency")),
    ("Repetition-similarity", change("nkg:Repetition", "nkg:similarity", "1.2")),
    ("Repetition-rule", remove("nkg:Repetition", "nkg:rule")),
    ("Repetition-deadlineChange", change("nkg:Repetition", "nkg:deadlineChange", '"sớm hơn"')),
    ("UnexplainedRepetition", remove("nkg:Repetition", "nkg:earlier")),
    ("UnstatedRepetition", remove("nkg:Directive", "nkg:repeats")),
    ("UnfoundedRepetition", remove("nkg:Directive", "nkg:responsible")),
    (
        "RepetitionWithinNotice",
        f"INSERT {{ GRAPH {CONCLUSIONS} {{ ?n nkg:contains ?d }} }} "
        "WHERE { GRAPH ?g { ?d nkg:repeats ?e } GRAPH ?h { ?n nkg:contains ?e } }",
    ),
    ("AnotherNotice", change("nkg:CitedDocument", "dcterms:issued", '"2020-01-01"^^xsd:date')),
]


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(data=text(SHAPES), format="turtle")


def found(violations: list[Violation]) -> set[str]:
    return {violation.shape.removeprefix(SHAPE) for violation in violations}


def test_what_the_program_writes_conforms() -> None:
    assert validate(store()) == []


@pytest.mark.parametrize(("shape", "update"), BROKEN, ids=[f"{i}-{name}" for i, (name, _) in enumerate(BROKEN)])
def test_a_broken_graph_is_refused_by_the_shape_made_for_it(shape: str, update: str) -> None:
    broken = store()
    broken.update(update)
    assert shape in found(validate(broken))


def test_no_shape_is_left_untried(shapes: Graph) -> None:
    speaking = {str(s).removeprefix(SHAPE) for s in shapes.subjects(SH.message)}
    assert speaking == {shape for shape, _ in BROKEN}


def test_every_message_is_there_once_in_each_language(shapes: Graph) -> None:
    for shape in set(shapes.subjects(SH.message)):
        languages = [m.language for m in shapes.objects(shape, SH.message) if isinstance(m, Literal)]
        assert sorted(filter(None, languages)) == ["en", "vi"], shape


def test_the_shapes_are_shapes(shapes: Graph) -> None:
    import pyshacl

    conforming, _, report = pyshacl.validate(Graph(), shacl_graph=shapes, meta_shacl=True, advanced=True)
    assert conforming, report


MANY = " ;\n".join(
    [
        remove("nkg:Meeting", "nkg:evidence"),
        remove("nkg:CitedDocument", "nkg:evidence"),
        change("nkg:Deadline", "nkg:date", BAD_DAY),
        change("nkg:Agency", "nkg:level", '"tỉnh"'),
        "DELETE WHERE { GRAPH ?g { ?s nkg:as nkg:lead } }",
        remove("nkg:Directive", "nkg:coordinating"),
    ]
)


@pytest.mark.parametrize("batch", [1, 600, 700, 10**9])
def test_the_findings_do_not_depend_on_the_batches(batch: int) -> None:
    broken = store()
    broken.update(MANY)
    findings = validate(broken, batch=batch)
    assert findings == validate(broken)
    assert len(findings) == len(set(findings)) > 10


def test_another_engine_that_knows_sparql_targets_finds_the_same(shapes: Graph) -> None:
    import pyshacl

    broken = store()
    broken.update(MANY)
    union = "\n".join(sorted({f"{q.subject} {q.predicate} {q.object} ." for q in broken.quads()}))
    data = Graph().parse(data=union, format="nt")
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, advanced=True)
    results = list(report.subjects(RDF.type, SH.ValidationResult))
    pairs = {(str(report.value(r, SH.focusNode)), str(report.value(r, SH.sourceShape))) for r in results}
    assert pairs == {(violation.focus, violation.shape) for violation in validate(broken)}


@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("en", "A deadline must have a passage as evidence."),
        ("vi", "Thời hạn phải có đoạn văn bản làm căn cứ."),
        ("fr", "A deadline must have a passage as evidence."),
    ],
)
def test_a_finding_says_what_where_and_in_which_notice(language: str, message: str) -> None:
    broken = store()
    broken.update(
        f"DELETE {{ GRAPH {NOTICE} {{ ?s nkg:evidence ?e }} }} "
        f"WHERE {{ GRAPH {NOTICE} {{ ?s a nkg:Deadline ; nkg:date ?d ; nkg:evidence ?e }} }}"
    )
    (finding,) = validate(broken, language)
    assert finding.message == message
    assert finding.notice == NOTICE.strip("<>")
    assert finding.focus.startswith(f"{finding.notice}/deadline/")
    assert (finding.severity, finding.value) == ("Violation", None)


def test_a_finding_shows_the_wrong_value() -> None:
    broken = store()
    broken.update(change("nkg:Meeting", "nkg:mode", '"trực tuyến"'))
    values = {finding.shape.removeprefix(SHAPE): finding.value for finding in validate(broken)}
    assert values["Meeting-mode"] == "trực tuyến"


@pytest.mark.parametrize(
    ("severities", "expected"),
    [([], True), (["Info", "Warning"], True), (["Warning", "Violation"], False)],
)
def test_only_violations_make_a_graph_fail(severities: list[str], expected: bool) -> None:
    findings = [Violation(None, "urn:x", "urn:s", severity, "") for severity in severities]
    assert conforms(findings) is expected
