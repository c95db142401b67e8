"""Graph → accounts of the notices that gold files are about.

Invariants:

* A notice belongs to the gold file whose name is the file name of one of its sources without the ending.
* Only terms of the contract are read, so that a graph that another program wrote can be evaluated as well.
* The order in which the graph is stored makes no difference: of several values where one is expected the
  first in the order of the alphabet counts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from kg.evaluate.account import Account, Task, stated
from kg.evaluate.gold import Gold
from kg.evaluate.labels import comparable, comparable_number, comparable_province
from kg.graph.terms import DCTERMS, FOAF, ORG, PROV, RDF, SKOS, nkg

_PASSAGE: Final = re.compile(r"#char=(\d+),(\d+)$")
_RELATIONS: Final = {
    "reports_to": nkg("reportsTo"),
    "submits_to": nkg("submitsTo"),
    "advises": nkg("advises"),
    "directs": nkg("directs"),
}
_INDEXED: Final = frozenset((RDF + "type", PROV + "wasDerivedFrom"))
_TIMES: Final = (nkg("date"), nkg("recurrence"), nkg("duration"))

_NAMED: Final = (NamedNode, BlankNode)


def accounts(quads: Iterable[Quad], golds: Iterable[Gold]) -> dict[str, Account]:
    """Return what the graph says of each gold file's notice, by the notice's name.

    A notice that is not in the graph is left out.
    """
    graph = _Graph(quads)
    provinces = {gold.notice: gold.province for gold in golds}
    found: dict[str, list[str]] = {}
    for notice in graph.instances(nkg("Notice")):
        for name in {_stem(source) for source in graph.values(notice, DCTERMS + "source")} & provinces.keys():
            found.setdefault(name, []).append(notice)
    return {name: _Reader(graph, provinces[name], same).account() for name, same in sorted(found.items())}


def _stem(source: str) -> str:
    return re.sub(r"\.[a-z]+$", "", source.rsplit("/", 1)[-1])


class _Graph:
    """The union of all graphs, as strings: what is said of a thing, and which things say something."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self._values: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._subjects: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._labels: dict[str, set[tuple[bool, str]]] = defaultdict(set)
        for quad in quads:
            self._add(str(quad.predicate.value), quad.subject, quad.object)

    def _add(self, predicate: str, subject: object, value: object) -> None:
        if not isinstance(subject, _NAMED) or not isinstance(value, (*_NAMED, Literal)):
            return
        if predicate == SKOS + "prefLabel" and isinstance(value, Literal):
            self._labels[subject.value].add((value.language not in (None, "vi"), value.value))
        elif predicate in _INDEXED:
            self._subjects[predicate, value.value].add(subject.value)
        self._values[subject.value, predicate].add(value.value)

    def instances(self, class_: str) -> list[str]:
        return self.subjects(RDF + "type", class_)

    def subjects(self, predicate: str, value: str) -> list[str]:
        return sorted(self._subjects.get((predicate, value), ()))

    def values(self, subject: str, predicate: str) -> list[str]:
        return sorted(self._values.get((subject, predicate), ()))

    def value(self, subject: str, predicate: str) -> str | None:
        return next(iter(self.values(subject, predicate)), None)

    def label(self, subject: str) -> str | None:
        """Return the preferred label, a Vietnamese one or one without a language before any other."""
        return min(self._labels[subject])[1] if subject in self._labels else None


class _Reader:
    """Reads one notice (or several of the same name, as one) into an account."""

    def __init__(self, graph: _Graph, gold_province: str, notices: list[str]) -> None:
        self._graph = graph
        self._notices = notices
        self._province = self._label_of(nkg("jurisdiction"))
        self._provinces = (gold_province, self._province)

    def account(self) -> Account:
        mentions = self._values(nkg("mentions"))
        officials = [thing for thing in mentions if self._is(thing, "Official")]
        meetings = self._values(nkg("reports"))
        return Account(
            facts=stated(self._facts(meetings)),
            officials=frozenset(self._name(official) for official in officials),
            posts=frozenset(self._posts()),
            attendees=frozenset(self._attendees(meetings)),
            agencies=frozenset(self._name(thing) for thing in mentions if self._is(thing, "Agency")),
            recipients=frozenset(map(self._name, self._values(nkg("recipient")))),
            references=frozenset(
                comparable_number(self._graph.value(document, DCTERMS + "identifier"))
                for document in self._values(nkg("cites"))
            ),
            tasks=tuple(map(self._task, self._values(nkg("contains")))),
        )

    def _values(self, predicate: str) -> list[str]:
        return [value for notice in self._notices for value in self._graph.values(notice, predicate)]

    def _is(self, thing: str, class_: str) -> bool:
        return nkg(class_) in self._graph.values(thing, RDF + "type")

    def _label_of(self, predicate: str) -> str:
        labels = (self._graph.label(thing) for thing in self._values(predicate))
        return next((label for label in labels if label), "")

    def _name(self, thing: str | None) -> str:
        """Return the comparable name of an official or an agency; what has no name equals nothing else."""
        if thing is None:
            return ""
        name = self._graph.value(thing, FOAF + "name")
        if name is not None:
            return comparable(name)
        label = self._graph.label(thing)
        return f"no label: {thing}" if label is None else comparable(label, *self._provinces)

    def _posts(self) -> Iterator[tuple[str, str]]:
        for notice in self._notices:
            for membership in self._graph.subjects(PROV + "wasDerivedFrom", notice):
                for member in self._graph.values(membership, ORG + "member"):
                    for body in self._graph.values(membership, ORG + "organization"):
                        yield self._name(member), self._name(body)

    def _attendees(self, meetings: list[str]) -> Iterator[str]:
        for meeting in meetings:
            yield from map(self._name, self._graph.values(meeting, nkg("attendee")))

    def _facts(self, meetings: list[str]) -> Iterator[tuple[str, str | None]]:
        yield from self._meeting_facts(meetings)
        yield "issuer", self._name(self._first(nkg("issuer")))
        yield "signatory", self._name(self._first(nkg("signedBy")))
        yield "number", comparable_number(self._first(DCTERMS + "identifier"))
        yield "issued", self._first(DCTERMS + "issued")
        yield "jurisdiction", comparable_province(self._province)

    def _meeting_facts(self, meetings: list[str]) -> Iterator[tuple[str, str | None]]:
        """Yield the facts of the earliest meeting; one without a date comes after all others."""
        if not meetings:
            return
        value = self._graph.value
        first = min(meetings, key=lambda meeting: (value(meeting, nkg("heldOn")) or "9", meeting))
        yield "meeting date", value(first, nkg("heldOn"))
        yield "chair", self._name(value(first, nkg("chair")))
        yield "mode", value(first, nkg("mode"))
        yield "held by", self._name(value(first, nkg("heldBy")))

    def _first(self, predicate: str) -> str | None:
        return next(iter(self._values(predicate)), None)

    def _task(self, directive: str) -> Task:
        lead = self._names(directive, nkg("lead"))
        return Task(
            span=_longest(self._graph.values(directive, nkg("evidence"))),
            responsible=lead | self._names(directive, nkg("responsible")),
            lead=lead,
            coordinating=self._names(directive, nkg("coordinating")),
            due=frozenset(map(self._due, self._graph.values(directive, nkg("deadline")))),
            relations=frozenset(
                (kind, name) for kind, predicate in _RELATIONS.items() for name in self._names(directive, predicate)
            ),
        )

    def _names(self, directive: str, predicate: str) -> frozenset[str]:
        return frozenset(map(self._name, self._graph.values(directive, predicate)))

    def _due(self, deadline: str) -> str:
        times = (self._graph.value(deadline, predicate) for predicate in _TIMES)
        return next((time for time in times if time), "")


def _longest(passages: list[str]) -> tuple[int, int] | None:
    matches = [match for match in map(_PASSAGE.search, passages) if match]
    stretches = [(int(match[1]), int(match[2])) for match in matches]
    return max(stretches, key=lambda stretch: stretch[1] - stretch[0], default=None)
