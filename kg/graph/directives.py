"""The directives of a notice as statements: who takes part and how, when they are due, what they cite.

Invariants: each relation stands as a property of the directive and as a participation with its own evidence;
who leads is responsible, too; a relation that the directive itself states is not marked as inherited.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from pyoxigraph import Literal, NamedNode

from kg.graph.statements import Statements, day, truth, vietnamese
from kg.graph.terms import PROV, XSD, nkg
from kg.identify import Identities
from kg.records import Deadline, Directive, Notice, Participation, Role

LEAD_IS_RESPONSIBLE: Final = "who leads is responsible"


def add_directives(say: Statements, notice: Notice, who: Identities) -> None:
    """Add all directives of a notice."""
    for directive in notice.directives:
        iri = _add_directive(say, directive)
        for document in who.cited(directive.cites):
            say.add(iri, nkg("cites"), document)
        for name in directive.decisions:
            say.add(iri, PROV + "wasDerivedFrom", say.decision(who.deciding[name]))
        _add_participations(say, iri, directive.participations, who)


def _add_directive(say: Statements, directive: Directive) -> str:
    iri = say.place("directive", directive.passage)
    say.add(say.notice, nkg("contains"), iri)
    say.typed(iri, "Directive")
    say.add(iri, nkg("text"), vietnamese(directive.text))
    say.evidence(iri, [directive.passage])
    if directive.item:
        say.add(iri, nkg("item"), Literal(directive.item))
    for deadline in directive.deadlines:
        say.add(iri, nkg("deadline"), _add_deadline(say, deadline))
    return iri


def _add_deadline(say: Statements, deadline: Deadline) -> str:
    iri = say.place("deadline", deadline.passage)
    say.typed(iri, "Deadline")
    say.add(iri, nkg("text"), vietnamese(deadline.text))
    say.add(iri, nkg("rule"), Literal(deadline.rule))
    say.evidence(iri, [deadline.passage])
    if deadline.day:
        say.add(iri, nkg("date"), day(deadline.day))
    if deadline.recurrence:
        say.add(iri, nkg("recurrence"), Literal(deadline.recurrence))
    if deadline.duration:
        say.add(iri, nkg("duration"), Literal(deadline.duration, datatype=NamedNode(XSD + "duration")))
    if deadline.precision:
        say.add(iri, nkg("precision"), Literal(deadline.precision.value))
    return iri


def _add_participations(
    say: Statements, directive: str, participations: Iterable[Participation], who: Identities
) -> None:
    relations: dict[tuple[Role, str], list[Participation]] = defaultdict(list)
    for participation in participations:
        someone = who.participant(participation.agency, participation.official)
        relations[participation.role, someone].append(participation)
    for (role, someone), records in relations.items():
        _add_relation(say, directive, role, someone, records)
        if role is Role.LEAD and (Role.RESPONSIBLE, someone) not in relations:
            concluded = [replace(record, rule=LEAD_IS_RESPONSIBLE) for record in records]
            _add_relation(say, directive, Role.RESPONSIBLE, someone, concluded)


def _add_relation(say: Statements, directive: str, role: Role, someone: str, records: list[Participation]) -> None:
    predicate = nkg(role.value)
    say.add(directive, predicate, someone)
    iri = say.node("participation", directive, role.value, someone)
    say.typed(iri, "Participation")
    say.add(iri, nkg("directive"), directive)
    say.add(iri, nkg("agency"), someone)
    say.add(iri, nkg("as"), predicate)
    own = [record for record in records if not record.inherited]
    say.add(iri, nkg("inherited"), truth(not own))
    for record in own or records:
        say.add(iri, nkg("rule"), Literal(record.rule))
        say.evidence(iri, [record.passage])
