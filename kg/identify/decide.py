"""What a notice says and whom it means, once people have decided what the program could not.

Invariant: without decisions it is what `identify` says of what was read; with them, it depends on the notice and on
the decisions that are about it, so that stores built apart with one file of decisions agree.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from kg.identify.corrections import corrected, renamed
from kg.identify.decisions import Decision, Decisions
from kg.identify.iri import BASE, notice_iri
from kg.identify.resolve import Identities, Identity, identify
from kg.records import Given, Notice

T = TypeVar("T")


def decide(
    notice: Notice, given: Given | None = None, decisions: Decisions | None = None, *, base: str = BASE
) -> tuple[Notice, Identities]:
    """Return a notice as people corrected it, and the identities of what it names.

    `given` and `base` are as in `identify`.
    """
    if decisions is None or not decisions.all:
        return notice, identify(notice, given, base=base)
    iri = notice_iri(base, notice.digest)
    notice = corrected(notice, iri, decisions)
    place = decisions.of("jurisdiction", "notice", iri)
    who = identify(notice, given, base=base, decided=place)
    chosen = _names(who, decisions)
    if chosen:
        notice = renamed(notice, {label: decision.said["value"] for label, decision in chosen.items()})
        who = identify(notice, given, base=base, decided=place)
    named = {str(decision.said["value"]): decision for decision in chosen.values()}
    deciding = {decision.name: decision for decision in decisions.all}
    return notice, _joined(replace(who, named=named, deciding=deciding), decisions)


def _names(who: Identities, decisions: Decisions) -> dict[str, Decision]:
    """Return the decisions on full names, by the label that each replaces."""
    found = {label: decisions.of("name", "agency", one.iri) for label, one in who.agencies.items()}
    return {label: decision for label, decision in found.items() if decision}


def _joined(who: Identities, decisions: Decisions) -> Identities:
    """Return the identities with one IRI for all that are the same by decision."""
    joined: dict[str, str] = {}

    def same(things: Mapping[T, Identity]) -> dict[T, Identity]:
        moved = {}
        for name, one in things.items():
            iri = decisions.canonical(one.iri)
            if iri != one.iri:
                joined[one.iri] = iri
            moved[name] = replace(one, iri=iri)
        return moved

    agencies, officials, meetings = same(who.agencies), same(who.officials), same(who.meetings)
    by = tuple((old, new, tuple(decisions.joining(old))) for old, new in sorted(joined.items()))
    return replace(who, agencies=agencies, officials=officials, meetings=meetings, joined=by)
