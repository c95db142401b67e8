"""The graph that says exactly what a gold file says, for the tests of the measure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, Quad

from kg.evaluate.gold import spans
from kg.graph.terms import DCTERMS, FOAF, ORG, PROV, RDF, SKOS, nkg

DATA = "https://example.org/"
RELATIONS = {"reports_to": "reportsTo", "submits_to": "submitsTo", "advises": "advises", "directs": "directs"}

Json = dict[str, Any]


def quads_of(gold: Json, text: str) -> Iterator[Quad]:
    """Yield what a gold file says of its notice, whose text is given."""
    notice = f"{DATA}notice/{gold['notice']}"
    yield link(notice, RDF + "type", nkg("Notice"))
    yield value(notice, DCTERMS + "source", f"folder/{gold['notice']}.txt")
    yield from _head(notice, gold)
    yield from _people(notice, gold)
    for number, meeting in enumerate(gold["meetings"]):
        yield from _meeting(notice, f"{notice}/meeting/{number}", meeting)
    quotes = [(each["start_quote"], each["end_quote"]) for each in gold["directives"]]
    for directive, span in zip(gold["directives"], spans(text, quotes), strict=True):
        yield from _directive(notice, directive, span)


def link(subject: str, predicate: str, target: str) -> Quad:
    """Return a statement about two things."""
    return Quad(NamedNode(subject), NamedNode(predicate), NamedNode(target))


def value(subject: str, predicate: str, text: str | None) -> Quad:
    """Return a statement of a value."""
    return Quad(NamedNode(subject), NamedNode(predicate), Literal(text or ""))


def _to_agency(subject: str, predicate: str, label: str | None) -> Iterator[Quad]:
    if label:
        agency = f"{DATA}agency/{quote(label, safe='')}"
        yield link(subject, predicate, agency)
        yield link(agency, RDF + "type", nkg("Agency"))
        yield value(agency, SKOS + "prefLabel", label)


def _to_official(subject: str, predicate: str, name: str | None) -> Iterator[Quad]:
    if name:
        official = f"{DATA}official/{quote(name, safe='')}"
        yield link(subject, predicate, official)
        yield link(official, RDF + "type", nkg("Official"))
        yield value(official, FOAF + "name", name)


def _head(notice: str, gold: Json) -> Iterator[Quad]:
    for name, text in (("identifier", gold["number"]), ("issued", gold["issued"])):
        if text:
            yield value(notice, DCTERMS + name, text)
    if gold["jurisdiction"]:
        province = f"{DATA}jurisdiction/{quote(gold['jurisdiction'], safe='')}"
        yield link(notice, nkg("jurisdiction"), province)
        yield value(province, SKOS + "prefLabel", gold["jurisdiction"])
    yield from _to_agency(notice, nkg("issuer"), gold["issuer"])
    yield from _to_official(notice, nkg("signedBy"), (gold["signatory"] or {}).get("name"))
    for label in gold["agencies"]:
        yield from _to_agency(notice, nkg("mentions"), label)
    for label in gold["recipients"]:
        yield from _to_agency(notice, nkg("recipient"), label)
    for reference in gold["references"]:
        document = f"{DATA}document/{quote(reference['number'], safe='')}"
        yield link(notice, nkg("cites"), document)
        yield value(document, DCTERMS + "identifier", reference["number"])


def _people(notice: str, gold: Json) -> Iterator[Quad]:
    for number, official in enumerate(gold["officials"]):
        yield from _to_official(notice, nkg("mentions"), official["name"])
        for place, post in enumerate(official["posts"]):
            membership = f"{notice}/membership/{number}-{place}"
            yield from _to_official(membership, ORG + "member", official["name"])
            yield from _to_agency(membership, ORG + "organization", post["agency"])
            yield link(membership, RDF + "type", ORG + "Membership")
            yield link(membership, PROV + "wasDerivedFrom", notice)


def _meeting(notice: str, node: str, meeting: Json) -> Iterator[Quad]:
    yield link(notice, nkg("reports"), node)
    for name, text in (("heldOn", meeting["date"]), ("mode", meeting["mode"])):
        if text:
            yield value(node, nkg(name), text)
    yield from _to_official(node, nkg("chair"), meeting["chair"])
    yield from _to_agency(node, nkg("heldBy"), meeting["held_by"])
    for name in meeting["attendees"]:
        yield from _to_official(node, nkg("attendee"), name)
    for label in meeting["attending_agencies"]:
        yield from _to_agency(node, nkg("attendee"), label)


def _directive(notice: str, directive: Json, span: tuple[int, int]) -> Iterator[Quad]:
    node = f"{notice}/directive/{span[0]}-{span[1]}"
    yield link(notice, nkg("contains"), node)
    yield link(node, nkg("evidence"), f"{notice}#char={span[0]},{span[1]}")
    for role in ("responsible", "lead", "coordinating"):
        for label in directive[role]:
            yield from _to_agency(node, nkg(role), label)
    for relation in directive["relations"]:
        yield from _to_agency(node, nkg(RELATIONS[relation["type"]]), relation["to"])
    for number, deadline in enumerate(directive["deadlines"]):
        yield link(node, nkg("deadline"), f"{node}/deadline/{number}")
        for name in ("date", "recurrence", "duration"):
            if deadline.get(name):
                yield value(f"{node}/deadline/{number}", nkg(name), deadline[name])
