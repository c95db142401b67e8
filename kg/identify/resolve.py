"""Notice → identities: what each thing that the notice names is across notices.

Invariants: `identify` is a pure function; the identity of a thing depends on its name and its scope alone,
never on what else the notice says or on the order of notices. A scope is the whole country, a province, or,
where the notice does not show which province it is about, the notice itself: its bodies then stay apart from
all others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from kg.errors import InputError
from kg.identify import documents
from kg.identify.decisions import Decision
from kg.identify.iri import BASE, Kind, key, mint, notice_iri
from kg.identify.jurisdiction import Settlement, settle
from kg.identify.names import Province, document_number, full_name, shown_name, tidy, with_unit
from kg.identify.people import seat_of
from kg.identify.scopes import Scope, scope_of, speaker
from kg.records import Agency, Citation, Given, Meeting, Notice, Official

_TELLING: Final = 5
"""Words from which on the name of a meeting is its own: "cuộc họp" alone is held twice a day."""


@dataclass(frozen=True, slots=True)
class Identity:
    """What something is across notices: its IRI, and its full name as this notice would write it.

    `scope` is what makes the name unique: "national", "province …" or "notice …", empty where a name alone
    does. `province` is the province of the scope, `rule` how it became known. `longer` is the name with the
    district or commune whose notice leaves it out.
    """

    iri: str
    name: str
    scope: str = ""
    province: Province | None = None
    rule: str | None = None
    longer: str = ""


@dataclass(frozen=True, slots=True)
class Identities:
    """The identities of all that a notice names, by the names its records use.

    `jurisdiction` is the province of the notice, `settlement` the evidence for it and against it. Of what people
    decided, `named` holds the full names by label, `joined` each IRI that gave way to another, with the decisions, and
    `deciding` all decisions by their names.
    """

    base: str
    notice: str
    jurisdiction: Identity | None
    settlement: Settlement
    agencies: Mapping[str, Identity]
    officials: Mapping[str, Identity]
    roles: Mapping[str, Identity]
    documents: Mapping[Citation, Identity]
    meetings: Mapping[Meeting, Identity]
    named: Mapping[str, Decision] = field(default_factory=dict)
    deciding: Mapping[str, Decision] = field(default_factory=dict)
    joined: tuple[tuple[str, str, tuple[Decision, ...]], ...] = ()

    def agency(self, label: str) -> str:
        """Return the IRI of an agency by its label; raises InputError where the record does not name it."""
        return _known(self.agencies, label).iri

    def official(self, name: str) -> str:
        """Return the IRI of an official by name; raises InputError where the record lacks the name."""
        return _known(self.officials, name).iri

    def participant(self, agency: str | None, official: str | None) -> str:
        """Return the IRI of an agency or an official, whichever is given."""
        return self.agency(agency) if agency is not None else self.official(official or "")

    def cited(self, numbers: Iterable[str]) -> list[str]:
        """Return the IRIs of the cited documents with these numbers; raises InputError as `agency` does."""
        by_number: dict[str, list[str]] = {}
        for citation, document in self.documents.items():
            by_number.setdefault(key(document_number(citation.number)), []).append(document.iri)
        found: list[str] = []
        for number in numbers:
            if not (documents := by_number.get(key(document_number(number)))):
                raise InputError(_unnamed(number))
            found += documents
        return found

    def place(self, place: Province) -> Identity:
        """Return the identity of a province."""
        return _jurisdiction(self.base, place, None)


def _known(identities: Mapping[str, Identity], name: str) -> Identity:
    if name not in identities:
        raise InputError(_unnamed(name))
    return identities[name]


def _unnamed(name: str) -> str:
    return f"the record says something about {name!r} without naming it (a fault in extraction)"


def identify(
    notice: Notice, given: Given | None = None, *, base: str = BASE, decided: Decision | None = None
) -> Identities:
    """Return the identities of what a notice names.

    `given` is what the user says of all notices whose text does not show it; what the text shows stands. `decided`
    is the decision of a person on the province of this notice.
    """
    settlement = settle(notice, given, decided=decided)
    who = speaker(notice, settlement)
    home, alone = who.home, who.alone
    agencies = {agency.label: _agency(base, agency, scope_of(agency, who)) for agency in notice.agencies}
    posts = (post for official in notice.officials for post in official.posts)
    return Identities(
        base=base,
        notice=notice_iri(base, notice.digest),
        jurisdiction=_jurisdiction(base, home.province, home.rule) if home.province else None,
        settlement=settlement,
        agencies=agencies,
        officials={official.name: _official(base, official, agencies, alone) for official in notice.officials},
        roles={post.role: Identity(mint(base, Kind.ROLE, post.role), tidy(post.role)) for post in posts},
        documents={citation: _document(base, citation, home, alone) for citation in notice.citations},
        meetings={meeting: _meeting(base, meeting, agencies, alone) for meeting in notice.meetings},
    )


def _agency(base: str, agency: Agency, scope: Scope) -> Identity:
    name = _full(agency.label, scope)
    shown = shown_name(agency.label, scope.province) if scope.province else name
    longer = _full(with_unit(agency.label, scope.unit), scope) if scope.unit else ""
    return Identity(mint(base, Kind.AGENCY, name, scope.key), shown, scope.key, scope.province, scope.rule, longer)


def _full(label: str, scope: Scope) -> str:
    return full_name(label, scope.province) if scope.province else tidy(label)


def _official(base: str, official: Official, bodies: Mapping[str, Identity], alone: Scope) -> Identity:
    name = " ".join(official.name.split())
    seat, leads = seat_of(official, bodies)
    if seat is None:
        return Identity(mint(base, Kind.OFFICIAL, name, alone.key), name, alone.key)
    scope = seat.scope if leads else f"{seat.scope} body {key(seat.name)}"
    return Identity(mint(base, Kind.OFFICIAL, name, scope), name, scope, seat.province, seat.rule)


def _meeting(base: str, meeting: Meeting, bodies: Mapping[str, Identity], alone: Scope) -> Identity:
    """Return the identity of a meeting: its name, its day and whose it is, where all of them are told.

    A meeting of which one is missing is known inside its notice only, by where it stands.
    """
    name = tidy(meeting.label)
    scope = f"{alone.key} {meeting.passage.start}"
    if meeting.held_on and meeting.held_by and len(name.split()) >= _TELLING:
        scope = f"{meeting.held_on.value.isoformat()} {_known(bodies, meeting.held_by.value).iri}"
    return Identity(mint(base, Kind.MEETING, name, scope), name, scope)


def _jurisdiction(base: str, place: Province, rule: str | None) -> Identity:
    return Identity(mint(base, Kind.JURISDICTION, place.full), place.full, "", place, rule)


def _document(base: str, citation: Citation, home: Scope, alone: Scope) -> Identity:
    number = document_number(citation.number)
    scope = documents.scope_of(citation, home.key, alone.key)
    return Identity(mint(base, Kind.DOCUMENT, number, scope), number, scope)
