"""Record → quads: everything that one notice says, and what follows from it alone for the things it shares.

Invariants: `quads` is a pure function, sorted, without blank nodes; a notice's statements are in the graph
named by the notice; a fact about a shared thing is in the reference graph and nowhere else.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.directives import add_directives
from kg.graph.reference import ALT_LABEL, PREF_LABEL, Claim, Spelling, describe
from kg.graph.statements import TYPE, Statements, Value, day, truth, vietnamese
from kg.graph.terms import DCTERMS, FOAF, NKG, ORG, OWL, PROV, RDFS, nkg
from kg.identify import BY_DECISION, BY_TEXT, Evidence, Identities, Identity, observed_on
from kg.records import Agency, Citation, Form, Meeting, Notice, Official, Passage, Post

NAMED: Final = "named"
OF_UNIT: Final = "of the district or commune whose notice it is"
GIVEN: Final = "given with the notice"


def quads(notice: Notice, identities: Identities) -> list[Quad]:
    """Return all quads of a notice, sorted: its own graph and its share of the reference graph."""
    say = Statements(identities.notice, identities.base)
    _add_notice(say, notice, identities)
    _add_jurisdiction(say, notice, identities)
    for meeting in notice.meetings:
        _add_meeting(say, meeting, identities)
    spellings = _spellings(notice, identities)
    for agency in notice.agencies:
        _add_agency(say, agency, identities, notice)
    for spelling, passage in spellings:
        say.add(say.passage(passage), nkg("surfaceForm"), vietnamese(spelling.text))
    for official in notice.officials:
        _add_official(say, official, identities, observed_on(notice))
    for citation in notice.citations:
        _add_citation(say, citation, identities)
    add_directives(say, notice, identities)
    _add_joined(say, identities)
    claims = (Claim(*claim) for claim in say.claims)
    shared = describe(identities.base, claims, (spelling for spelling, _ in spellings))
    return sorted(say.quads | shared, key=str)


def source_quad(notice: str, name: str) -> Quad:
    """Return the statement that the notice with this IRI was read under this name."""
    return Quad(NamedNode(notice), NamedNode(DCTERMS + "source"), Literal(name), NamedNode(notice))


def _add_notice(say: Statements, notice: Notice, who: Identities) -> None:
    iri = say.notice
    say.typed(iri, "Notice")
    say.add(iri, DCTERMS + "source", Literal(notice.source))
    say.add(iri, nkg("digest"), Literal(notice.digest))
    if title := notice.title:
        say.fact(iri, DCTERMS + "title", vietnamese(title.value), [title.passage], title.rule)
    if number := notice.number:
        say.fact(iri, DCTERMS + "identifier", Literal(number.value), [number.passage], number.rule)
    if issued := notice.issued:
        say.fact(iri, DCTERMS + "issued", day(issued.value), [issued.passage], issued.rule)
    if issuer := notice.issuer:
        say.fact(iri, nkg("issuer"), who.agency(issuer.value), [issuer.passage], issuer.rule)
    if signed := notice.signed_by:
        say.fact(iri, nkg("signedBy"), who.official(signed.value), [signed.passage], signed.rule)
    for recipient in notice.recipients:
        say.fact(iri, nkg("recipient"), who.agency(recipient.agency), [recipient.passage], "listed")
    _add_given(say, notice)


def _add_given(say: Statements, notice: Notice) -> None:
    """Add what people say of the notice where its text does not."""
    given = notice.given
    if given is None:
        return
    if given.number and not notice.number:
        node = say.fact(say.notice, DCTERMS + "identifier", Literal(given.number), [], GIVEN)
        say.add(node, DCTERMS + "source", Literal(given.place))
    if given.issued and not notice.issued:
        node = say.fact(say.notice, DCTERMS + "issued", day(given.issued), [], GIVEN)
        say.add(node, DCTERMS + "source", Literal(given.place))
    if given.address:
        say.add(say.notice, DCTERMS + "source", Literal(given.address))


def _add_jurisdiction(say: Statements, notice: Notice, who: Identities) -> None:
    home, evidence = who.jurisdiction, who.settlement.holds
    if home is None or evidence is None:
        return
    if notice.jurisdiction and evidence.rule == BY_TEXT:
        evidence = replace(evidence, rule=notice.jurisdiction.rule)
    say.add(say.notice, nkg("jurisdiction"), home.iri)
    _claim_by(say, evidence, say.notice, nkg("jurisdiction"), home.iri)
    _claim_by(say, evidence, home.iri, PREF_LABEL, vietnamese(home.name))


def _claim_by(say: Statements, evidence: Evidence, subject: str, predicate: str, value: Value | str) -> None:
    node = say.claim(subject, predicate, value, evidence.passages, evidence.rule)
    if evidence.source:
        say.add(node, DCTERMS + "source", Literal(evidence.source))
    if evidence.decision:
        say.add(node, PROV + "wasDerivedFrom", say.decision(evidence.decision))


def _add_joined(say: Statements, who: Identities) -> None:
    """Add which IRIs gave way to others, and by whose decision."""
    for gave_way, stands, decisions in who.joined:
        node = say.claim(stands, OWL + "sameAs", gave_way, [], BY_DECISION)
        for decision in decisions:
            say.add(node, PROV + "wasDerivedFrom", say.decision(decision))


def _add_meeting(say: Statements, meeting: Meeting, who: Identities) -> None:
    """Add a meeting, which other notices may report, too: its evidence here, the facts from all of them."""
    identity = who.meetings[meeting]
    iri = identity.iri
    say.add(say.notice, nkg("reports"), iri)
    say.evidence(iri, [meeting.passage])
    say.claim(iri, RDFS + "label", vietnamese(identity.name), [meeting.passage], NAMED)
    if held_on := meeting.held_on:
        say.claim(iri, nkg("heldOn"), day(held_on.value), [held_on.passage], held_on.rule)
    if held_by := meeting.held_by:
        say.claim(iri, nkg("heldBy"), who.agency(held_by.value), [held_by.passage], held_by.rule)
    if chair := meeting.chair:
        say.claim(iri, nkg("chair"), who.official(chair.value), [chair.passage], chair.rule)
    if mode := meeting.mode:
        say.claim(iri, nkg("mode"), Literal(mode.value), [mode.passage], mode.rule)
    for attendance in meeting.attendance:
        someone = who.participant(attendance.agency, attendance.official)
        say.claim(iri, nkg("attendee"), someone, [attendance.passage], "stated")


def _add_agency(say: Statements, agency: Agency, who: Identities, notice: Notice) -> None:
    identity = who.agencies[agency.label]
    passages = [form.passage for form in agency.forms]
    first = passages[:1]
    say.add(say.notice, nkg("mentions"), identity.iri)
    say.evidence(identity.iri, passages)
    node = say.claim(identity.iri, PREF_LABEL, vietnamese(identity.name), first, NAMED)
    if decision := who.named.get(agency.label):
        say.add(node, PROV + "wasDerivedFrom", say.decision(decision))
    if identity.longer:
        say.claim(identity.iri, ALT_LABEL, vietnamese(identity.longer), first, OF_UNIT)
    if agency.group:
        say.claim(identity.iri, TYPE, NKG + "AgencyGroup", first, NAMED)
    if agency.generic:
        say.claim(identity.iri, nkg("generic"), truth(True), first, NAMED)
    if agency.level:
        say.claim(identity.iri, nkg("level"), Literal(agency.level.value), first, NAMED)
    if identity.province:
        own = Evidence(identity.province, identity.rule or NAMED, tuple(first))
        _add_province(say, identity, who, own if agency.province else who.settlement.holds or own)


def _add_province(say: Statements, body: Identity, who: Identities, evidence: Evidence) -> None:
    place = who.place(evidence.province)
    _claim_by(say, evidence, body.iri, nkg("jurisdiction"), place.iri)
    _claim_by(say, evidence, place.iri, PREF_LABEL, vietnamese(place.name))


def _spellings(notice: Notice, who: Identities) -> list[tuple[Spelling, Passage]]:
    """Return the forms that are a whole name and the name of one agency only, each with its passage."""
    named: dict[Passage, set[str]] = {}
    forms: list[tuple[Spelling, Passage]] = []
    for agency in notice.agencies:
        iri = who.agency(agency.label)
        for form in agency.forms:
            named.setdefault(form.passage, set()).add(iri)
            if _is_whole(form):
                forms.append((Spelling(iri, form.text), form.passage))
    return [(spelling, passage) for spelling, passage in forms if len(named[passage]) == 1]


def _is_whole(form: Form) -> bool:
    return " ".join(form.passage.quote.split()) == form.text


def _add_official(say: Statements, official: Official, who: Identities, observed: date | None) -> None:
    iri = who.official(official.name)
    say.add(say.notice, nkg("mentions"), iri)
    say.evidence(iri, [official.passage])
    name = Literal(who.officials[official.name].name)
    say.claim(iri, FOAF + "name", name, [official.passage], NAMED)
    for post in official.posts:
        _add_membership(say, iri, post, who, observed)


def _add_membership(say: Statements, official: str, post: Post, who: Identities, observed: date | None) -> None:
    role = who.roles[post.role]
    body = who.agency(post.agency)
    iri = say.node("membership", official, body, role.iri)
    say.add(iri, TYPE, ORG + "Membership")
    say.add(iri, ORG + "member", official)
    say.add(iri, ORG + "organization", body)
    say.add(iri, ORG + "role", role.iri)
    say.add(iri, PROV + "wasDerivedFrom", say.notice)
    if observed:
        say.add(iri, nkg("observedOn"), day(observed))
    say.evidence(iri, [post.passage])
    say.claim(role.iri, PREF_LABEL, vietnamese(role.name), [post.passage], NAMED)


def _add_citation(say: Statements, citation: Citation, who: Identities) -> None:
    document = who.documents[citation]
    first = citation.passages[:1]
    say.add(say.notice, nkg("cites"), document.iri)
    say.evidence(document.iri, citation.passages)
    say.claim(document.iri, DCTERMS + "identifier", Literal(document.name), first, NAMED)
    if citation.kind:
        say.claim(document.iri, DCTERMS + "type", vietnamese(citation.kind), first, NAMED)
    if citation.issued:
        say.claim(document.iri, DCTERMS + "issued", day(citation.issued), first, NAMED)
