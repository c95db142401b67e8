"""A notice as people corrected it: fields of directives, and full names for short mentions.

Invariants: pure functions of the record and the decisions; a correction holds for the directive whose words it
quotes, wherever they stand in the notice, and for nothing where they stand twice or not at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

from kg.identify.decisions import BY_DECISION, Decision, Decisions
from kg.identify.iri import key
from kg.identify.known import rows_named
from kg.records import (
    Agency,
    Attendance,
    Deadline,
    Directive,
    Form,
    Level,
    Meeting,
    Notice,
    Official,
    Participation,
    Precision,
    Recipient,
    Role,
    Stated,
)


def corrected(notice: Notice, iri: str, decisions: Decisions) -> Notice:
    """Return a notice with the fields of its directives as people decided them."""
    by_quote: dict[str, list[Decision]] = {}
    for decision in decisions.fields(iri, notice.source):
        by_quote.setdefault(_words(decision.said["quote"]), []).append(decision)
    quotes = [_words(directive.passage.quote) for directive in notice.directives]
    given = [by_quote.get(quote, []) if quotes.count(quote) == 1 else [] for quote in quotes]
    if not any(given):
        return notice
    directives = tuple(map(_with_fields, notice.directives, given))
    people = {official.name for official in notice.officials}
    return replace(_naming(notice, directives), directives=tuple(_by_name(each, people) for each in directives))


def renamed(notice: Notice, names: Mapping[str, str]) -> Notice:
    """Return a notice in which some agencies, by label, have another label; two of one label become one."""
    if not names:
        return notice

    def name(label: str) -> str:
        return names.get(label, label)

    return replace(
        notice,
        issuer=_stated(notice.issuer, name),
        meetings=tuple(_meeting(meeting, name) for meeting in notice.meetings),
        officials=tuple(_official(official, name) for official in notice.officials),
        agencies=tuple(_agencies(notice.agencies, names)),
        directives=tuple(_directive(directive, name) for directive in notice.directives),
        recipients=tuple(Recipient(name(each.agency), each.passage) for each in notice.recipients),
    )


def _words(text: str) -> str:
    return " ".join(text.split())


# ------------------------------------------------------------ fields of directives


def _with_fields(directive: Directive, decisions: Iterable[Decision]) -> Directive:
    for decision in sorted(decisions, key=lambda each: each.said["field"]):
        field, values = decision.said["field"], decision.said["value"]
        directive = replace(directive, decisions=(*directive.decisions, decision.name))
        if field == "deadline":
            directive = replace(directive, deadlines=tuple(_deadline(directive, value) for value in values))
        else:
            directive = replace(directive, participations=_parts(directive, Role(field), values))
    return directive


def _deadline(directive: Directive, value: str) -> Deadline:
    """Return the deadline decided, at the words that state one if there are any."""
    stated = directive.deadlines[0] if directive.deadlines else None
    return Deadline(
        text=stated.text if stated else directive.text,
        passage=stated.passage if stated else directive.passage,
        day=date.fromisoformat(value),
        precision=Precision.DAY,
        rule=BY_DECISION,
    )


def _parts(directive: Directive, role: Role, names: list[str]) -> tuple[Participation, ...]:
    """Return the participations with those of one role as decided; who leads is responsible anyway."""
    decided = [Participation(role, directive.passage, agency=name, rule=BY_DECISION) for name in names]
    return (*(part for part in directive.participations if part.role is not role), *decided)


def _naming(notice: Notice, directives: Iterable[Directive]) -> Notice:
    """Return a notice that names the agencies of decided participations, each at its directive's passage."""
    known = {key(agency.label) for agency in notice.agencies} | {key(each.name) for each in notice.officials}
    added: dict[str, Agency] = {}
    for directive in directives:
        for part in directive.participations:
            if part.rule == BY_DECISION and part.agency and key(part.agency) not in known:
                added.setdefault(key(part.agency), _agency(part.agency, Form(part.agency, directive.passage)))
    return replace(notice, agencies=(*notice.agencies, *added.values()))


def _by_name(directive: Directive, people: set[str]) -> Directive:
    """Return a directive whose decided participants are officials where the notice has one of that name."""
    parts = (
        replace(part, agency=None, official=part.agency) if part.rule == BY_DECISION and part.agency in people else part
        for part in directive.participations
    )
    return replace(directive, participations=tuple(parts))


def _agency(label: str, form: Form) -> Agency:
    """Return an agency that a person named, with what the tables know of the name."""
    rows = rows_named(label)
    if not rows:
        return Agency(label, (form,))
    row = rows[0]
    level = Level(row["level"]) if row["level"] else None
    return Agency(label, (form,), group=row["kind"] == "group", national=row["national"] == "1", level=level)


# ------------------------------------------------------------ labels

Rename = Callable[[str], str]


def _agencies(agencies: Iterable[Agency], names: Mapping[str, str]) -> Iterable[Agency]:
    merged: dict[str, Agency] = {}
    for agency in agencies:
        label = names.get(agency.label, agency.label)
        mine = replace(agency, label=label)
        other = merged.get(label)
        # What the full name was read with says more than what the short one was.
        told = agency if agency.label == label else other or mine
        forms = (*(other.forms if other else ()), *agency.forms)
        merged[label] = replace(told, label=label, forms=tuple(dict.fromkeys(forms)))
    return merged.values()


def _stated(stated: Stated[str] | None, name: Rename) -> Stated[str] | None:
    return replace(stated, value=name(stated.value)) if stated else None


def _meeting(meeting: Meeting, name: Rename) -> Meeting:
    present = (
        Attendance(each.passage, each.agency and name(each.agency), each.official) for each in meeting.attendance
    )
    return replace(meeting, held_by=_stated(meeting.held_by, name), attendance=tuple(dict.fromkeys(present)))


def _official(official: Official, name: Rename) -> Official:
    return replace(official, posts=tuple(replace(post, agency=name(post.agency)) for post in official.posts))


def _directive(directive: Directive, name: Rename) -> Directive:
    parts = (replace(part, agency=part.agency and name(part.agency)) for part in directive.participations)
    return replace(directive, participations=tuple(dict.fromkeys(parts)))
