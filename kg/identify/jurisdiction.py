"""Which province a notice is about, by evidence: what its text shows, what was given with it, what it implies.

Invariants: a pure function of the record, of what was given and of the tables. What was decided on the notice holds;
then what the text shows; then what a person says; then what follows from who leads the notice and from the units it
names, where both agree. A central body's notice is about no province unless a person says so. What contradicts the
outcome is kept beside it, unless a person decided.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import reduce
from typing import Final

from kg.identify.decisions import BY_DECISION, Decision
from kg.identify.iri import key
from kg.identify.names import Province, province
from kg.identify.office_holders import OfficeHolders, office_holders
from kg.identify.units import Units, units
from kg.records import Agency, Given, Level, Notice, Passage, Stated

BY_TEXT: Final = "the province of the notice"
BY_PERSON: Final = "the province given with the notice"
BY_OFFICE_HOLDER: Final = "who held the post in the province"
BY_UNITS: Final = "the units it names lie in one province"

_QUOTED: Final = 3
_OF_A_PLACE: Final = frozenset((Level.PROVINCE, Level.DISTRICT, Level.COMMUNE))


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a province: by which rule, with the passages, and the source of what no passage says.

    `decision` is that of a person, where one says so.
    """

    province: Province
    rule: str
    passages: tuple[Passage, ...] = ()
    source: str = ""
    decision: Decision | None = None

    def __str__(self) -> str:
        quotes = ", ".join(" ".join(passage.quote.split()) for passage in self.passages[:_QUOTED])
        said = [part for part in (quotes, self.source) if part]
        return f"{self.province.full} ({'; '.join((self.rule, *said))})"


@dataclass(frozen=True, slots=True)
class Settlement:
    """The evidence that holds, None where the province is open, and the evidence against it."""

    holds: Evidence | None = None
    against: tuple[Evidence, ...] = ()

    @property
    def open(self) -> bool:
        """Whether nothing shows the province, or things contradict each other."""
        return self.holds is None

    @property
    def conflict(self) -> str:
        """What contradicts what, as a line for the user; empty where nothing does."""
        others = "; ".join(dict.fromkeys(map(str, self.against)))
        if self.holds is None:
            return f"the province is left open, for things differ: {others}" if others else ""
        return f"the province is {self.holds}, and not {others}" if others else ""


def settle(
    notice: Notice,
    given: Given | None = None,
    *,
    decided: Decision | None = None,
    holders: OfficeHolders | None = None,
    places: Units | None = None,
) -> Settlement:
    """Return the province of a notice.

    `given` is what the user says of all notices that show no province, `decided` what was decided on this one, which
    goes before anything else; `holders` and `places` default to the program's own tables.
    """
    if decided:
        return Settlement(Evidence(province(decided.said["value"]), BY_DECISION, decision=decided))
    said = tuple(_said(notice, given))
    shown = bool(said) and said[0].rule == BY_TEXT
    implied = () if shown else tuple(_implied(notice, holders or office_holders(), places or units()))
    if said:
        others = (*said[1:], *implied)
        return Settlement(said[0], tuple(one for one in others if not _same(one, said[0])))
    if len({key(one.province.full) for one in implied}) == 1:
        return Settlement(implied[0])
    return Settlement(None, implied)


def is_central(notice: Notice) -> bool:
    """Whether the notice is one of a body of which the country has one."""
    body = voice_of(notice)
    return body is not None and (body.national or body.level is Level.CENTRAL)


def issuer_of(notice: Notice) -> Agency | None:
    """Return the body that issues a notice."""
    return _named(notice, notice.issuer)


def voice_of(notice: Notice) -> Agency | None:
    """Return the body that issues a notice or, where none is named, whose meeting it reports."""
    hosts = (meeting.held_by for meeting in notice.meetings)
    return issuer_of(notice) or next((body for host in hosts if (body := _named(notice, host))), None)


def observed_on(notice: Notice) -> date | None:
    """Return the day on which a notice proves a post: of its first dated meeting, else of its issue."""
    days = [meeting.held_on.value for meeting in notice.meetings if meeting.held_on]
    given = notice.given.issued if notice.given else None
    return days[0] if days else (notice.issued.value if notice.issued else given)


def _named(notice: Notice, stated: Stated[str] | None) -> Agency | None:
    label = stated.value if stated else None
    return next((agency for agency in notice.agencies if agency.label == label), None)


def _same(one: Evidence, other: Evidence) -> bool:
    return key(one.province.full) == key(other.province.full)


def _said(notice: Notice, given: Given | None) -> Iterator[Evidence]:
    """Yield what the text shows and what people say, the strongest first."""
    if shown := notice.jurisdiction:
        yield Evidence(province(shown.value), BY_TEXT, (shown.passage,))
    for beside in (notice.given, given):
        if beside and beside.jurisdiction:
            yield Evidence(province(beside.jurisdiction), BY_PERSON, source=beside.place)


def _implied(notice: Notice, holders: OfficeHolders, places: Units) -> Iterator[Evidence]:
    if not is_central(notice):
        yield from _by_office_holders(notice, holders)
        yield from _by_units(notice, places)


def _by_office_holders(notice: Notice, holders: OfficeHolders) -> Iterator[Evidence]:
    """Yield what the posts of those say who sign the notice or chair its meetings: guests prove nothing."""
    stated = [notice.signed_by, *(meeting.chair for meeting in notice.meetings)]
    leading = {one.value for one in stated if one}
    for official in notice.officials:
        for post in official.posts if official.name in leading else ():
            if row := holders.placing(official.name, post.role, post.agency, observed_on(notice)):
                passages = (official.passage, post.passage)
                yield Evidence(row.province, BY_OFFICE_HOLDER, passages, row.source)


def _by_units(notice: Notice, places: Units) -> Iterator[Evidence]:
    """Yield the one province that has all units which the notice names as bodies without a province."""
    issuer = issuer_of(notice)
    if issuer is None or issuer.level not in _OF_A_PLACE:
        return
    day = observed_on(notice)
    named = [agency for agency in notice.agencies if not agency.province and not agency.national]
    found = {agency: where for agency in named if (where := places.provinces(agency.label, day))}
    common = reduce(frozenset.intersection, found.values()) if found else frozenset()
    if len(common) == 1:
        passages = tuple(form.passage for agency in found for form in agency.forms[:1])
        yield Evidence(next(iter(common)), BY_UNITS, passages)
