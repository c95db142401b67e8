"""Notice → identities: what each thing that the notice names is across notices.

Invariants: `identify` is a pure function; the identity of a thing depends on its name and its scope alone,
never on what else the notice says or on the order of notices. A scope is the whole country, a province, or,
where the notice does not show which province it is about, the notice itself: its bodies then stay apart from
all others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from kg.errors import InputError
from kg.identify.iri import BASE, Kind, key, mint, notice_iri
from kg.identify.names import Province, carries_year, document_number, full_name, province, tidy
from kg.records import Agency, Citation, Notice, Official

NATIONAL: Final = "national"

STATED_PROVINCE: Final = "the name states the province"
NOTICE_PROVINCE: Final = "the province of the notice"
GIVEN_PROVINCE: Final = "the province given with the notice"


@dataclass(frozen=True, slots=True)
class Identity:
    """What something is across notices: its IRI, and its full name as this notice would write it.

    `scope` is what makes the name unique: "national", "province …" or "notice …", empty where a name alone
    does. `province` is the province of the scope, `rule` how it became known.
    """

    iri: str
    name: str
    scope: str = ""
    province: Province | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Identities:
    """The identities of all that a notice names, by the names its records use.

    `jurisdiction` is the province of the notice; its rule tells a stated one from one that was given.
    """

    base: str
    notice: str
    jurisdiction: Identity | None
    agencies: Mapping[str, Identity]
    officials: Mapping[str, Identity]
    roles: Mapping[str, Identity]
    documents: Mapping[Citation, Identity]

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


@dataclass(frozen=True, slots=True)
class _Scope:
    key: str
    province: Province | None = None
    rule: str | None = None


def identify(notice: Notice, jurisdiction: str | None = None, *, base: str = BASE) -> Identities:
    """Return the identities of what a notice names.

    `jurisdiction` is the province of notices whose text does not show one; what the text shows stands.
    """
    home = _home(notice, jurisdiction)
    scopes = {agency.label: _scope(agency, home) for agency in notice.agencies}
    posts = (post for official in notice.officials for post in official.posts)
    return Identities(
        base=base,
        notice=notice_iri(base, notice.digest),
        jurisdiction=_jurisdiction(base, home.province, home.rule) if home.province else None,
        agencies={agency.label: _agency(base, agency, scopes[agency.label]) for agency in notice.agencies},
        officials={
            official.name: _official(base, official, _scope_of_person(official, scopes, home))
            for official in notice.officials
        },
        roles={post.role: Identity(mint(base, Kind.ROLE, post.role), tidy(post.role)) for post in posts},
        documents={citation: _document(base, citation, notice.digest) for citation in notice.citations},
    )


def contradicts(notice: Notice, jurisdiction: str | None) -> bool:
    """Whether a notice's text shows another province than the one given for it."""
    if notice.jurisdiction is None or not jurisdiction:
        return False
    return key(province(notice.jurisdiction.value).full) != key(province(jurisdiction).full)


def _home(notice: Notice, given: str | None) -> _Scope:
    """Return the scope of bodies that the notice names without a province."""
    if notice.jurisdiction:
        return _in(province(notice.jurisdiction.value), NOTICE_PROVINCE)
    if given and given.strip():
        return _in(province(given), GIVEN_PROVINCE)
    return _Scope(f"notice {notice.digest}")


def _in(place: Province, rule: str) -> _Scope:
    return _Scope(f"province {key(place.full)}", place, rule)


def _scope(agency: Agency, home: _Scope) -> _Scope:
    if agency.national or agency.generic:
        return _Scope(NATIONAL)
    if agency.province:
        return _in(province(agency.province), STATED_PROVINCE)
    return home


def _scope_of_person(official: Official, scopes: Mapping[str, _Scope], home: _Scope) -> _Scope:
    """Return the scope of an official: the first province among the posts' bodies, else the first body's.

    A province goes before the country, because who leads a province often also sits in a national body, and
    only some notices say so.
    """
    bodies = [scopes[post.agency] for post in official.posts if post.agency in scopes]
    return next((scope for scope in bodies if scope.province), bodies[0] if bodies else home)


def _agency(base: str, agency: Agency, scope: _Scope) -> Identity:
    name = full_name(agency.label, scope.province) if scope.province else tidy(agency.label)
    return Identity(mint(base, Kind.AGENCY, name, scope.key), name, scope.key, scope.province, scope.rule)


def _official(base: str, official: Official, scope: _Scope) -> Identity:
    name = " ".join(official.name.split())
    return Identity(mint(base, Kind.OFFICIAL, name, scope.key), name, scope.key, scope.province, scope.rule)


def _jurisdiction(base: str, place: Province, rule: str | None) -> Identity:
    return Identity(mint(base, Kind.JURISDICTION, place.full), place.full, "", place, rule)


def _document(base: str, citation: Citation, digest: str) -> Identity:
    """Return the identity of a cited document: its number and its date of issue.

    Numbers start again every year; one without a date and a year in it is known inside its notice only.
    """
    number = document_number(citation.number)
    undated = "" if carries_year(number) else f"notice {digest}"
    scope = citation.issued.isoformat() if citation.issued else undated
    return Identity(mint(base, Kind.DOCUMENT, number, scope), number, scope)
