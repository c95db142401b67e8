"""Which directive of a later notice repeats, or sharpens, one of an earlier notice; both stay as they are.

The rule: both bind one agency that is somebody in particular, the notices are of different days, and the wordings are
alike (`kg.identify.likeness`) without who acts, the deadline and the names of cited documents. Where no day is known,
or both are of one day, no direction can be told, so nothing is concluded.

Invariants: whether a directive repeats another depends on the two notices alone; the quads are a pure function of the
notice graphs.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.statements import TYPE, types
from kg.graph.store import select
from kg.graph.terms import XSD, nkg
from kg.identify.iri import Kind
from kg.identify.likeness import Likeness, bound, repeats
from kg.identify.wording import Wording, wording

if TYPE_CHECKING:
    from kg.graph.store import Store

EARLIER, LATER, SAME, NEW = "earlier", "later", "same", "new"
"""How the deadline of the later directive stands to that of the earlier one; NEW where that had none of any kind."""

ROWS: Final = 256
"""Later directives that are compared in one call, so that the table of results stays small."""

_DAYS: Final = """
SELECT ?notice ?issued ?held {
  GRAPH ?notice {
    ?notice a nkg:Notice
    OPTIONAL { ?notice dcterms:issued ?issued }
    OPTIONAL {
      ?notice nkg:reports ?meeting .
      ?claim rdf:subject ?meeting ; rdf:predicate nkg:heldOn ; rdf:object ?held
    }
  }
}
"""
_BOUND: Final = """
SELECT DISTINCT ?notice ?directive ?agency {{
  GRAPH ?notice {{ ?notice nkg:contains ?directive . ?directive nkg:responsible ?agency }}
  FILTER(STRSTARTS(STR(?agency), "{base}{kind}/"))
}}
"""
_GENERIC: Final = """
SELECT DISTINCT ?notice ?agency {
  GRAPH ?notice { ?claim a nkg:Assertion ; rdf:subject ?agency ; rdf:predicate nkg:generic ; rdf:object true }
}
"""
_TEXTS: Final = """
SELECT ?directive ?passage ?quote {
  GRAPH ?notice { ?notice nkg:contains ?directive . ?directive nkg:evidence ?passage . ?passage nkg:quote ?quote }
}
"""
_CUTS: Final = """
SELECT DISTINCT ?directive ?passage {
  GRAPH ?notice {
    { ?part a nkg:Participation ; nkg:directive ?directive ; nkg:evidence ?passage }
    UNION { ?directive nkg:deadline/nkg:evidence ?passage }
    UNION { ?directive a nkg:Directive ; nkg:cites/nkg:evidence ?passage }
  }
}
"""
_DOCUMENTS: Final = """
SELECT DISTINCT ?directive ?number {
  GRAPH ?notice {
    ?directive a nkg:Directive ; nkg:cites ?document .
    ?claim rdf:subject ?document ; rdf:predicate dcterms:identifier ; rdf:object ?number
  }
}
"""
_DEADLINES: Final = """
SELECT ?directive ?deadline ?date {
  GRAPH ?notice { ?directive nkg:deadline ?deadline OPTIONAL { ?deadline nkg:date ?date } }
}
"""
_DIRECTED: Final = "SELECT ?directive ?party { GRAPH ?notice { ?directive nkg:directs ?party } }"

_RANGE = re.compile(r"#char=(\d+),(\d+)$")


@dataclass(frozen=True, slots=True)
class Directive:
    """A directive to be compared: the day of its notice (ISO 8601), whom it binds, whom these are to direct.

    `due` are its last days; None where a deadline of it is a recurrence or a span of time.
    """

    iri: str
    day: str
    agencies: frozenset[str]
    directed: frozenset[str]
    due: frozenset[str] | None
    wording: Wording


@dataclass(frozen=True, slots=True)
class Repetition:
    """A directive that repeats an earlier one, and the agencies that both bind."""

    later: Directive
    earlier: Directive
    likeness: Likeness

    @property
    def agencies(self) -> frozenset[str]:
        """Return the agencies that both bind."""
        return self.later.agencies & self.earlier.agencies

    @property
    def deadline(self) -> str | None:
        """Return how the deadlines differ; None where that cannot be told."""
        later, earlier = self.later.due, self.earlier.due
        if not later or earlier is None:
            return None
        if not earlier:
            return NEW
        if later == earlier:
            return SAME
        if len(later) > 1 or len(earlier) > 1:
            return None
        return LATER if max(later) > max(earlier) else EARLIER


def repetitions(store: Store, graph: str) -> list[Quad]:
    """Return what follows for the graph of conclusions, in no order."""
    return [quad for found in find(directives(store)) for quad in _quads(found, store.base, NamedNode(graph))]


def find(those: Iterable[Directive]) -> list[Repetition]:
    """Return all repetitions among directives of different notices, each once."""
    blocks: dict[tuple[str, Hashable], list[Directive]] = defaultdict(list)
    for directive in those:
        if directive.wording.comparable:
            for agency in directive.agencies:
                blocks[agency, directive.wording.block].append(directive)
    found: dict[tuple[str, str], Repetition] = {}
    for block in blocks.values():
        for later, earlier in _candidates(sorted(block, key=lambda directive: (directive.day, directive.iri))):
            pair = later.iri, earlier.iri
            if pair in found or _directs_another(later, earlier):
                continue
            if likeness := repeats(later.wording, earlier.wording):
                found[pair] = Repetition(later, earlier, likeness)
    return list(found.values())


def _directs_another(later: Directive, earlier: Directive) -> bool:
    return bool(later.directed and earlier.directed and not later.directed & earlier.directed)


def _candidates(block: Sequence[Directive]) -> Iterator[tuple[Directive, Directive]]:
    """Yield, of directives by day, the pairs of a later and an earlier one that have enough syllables in common."""
    import numpy as np
    from rapidfuzz.distance import LCSseq
    from rapidfuzz.process import cdist

    if block[0].day == block[-1].day:
        return
    texts = _encoded([directive.wording.core for directive in block])
    lengths = sorted({len(text) for text in texts})
    length = np.searchsorted(lengths, [len(text) for text in texts])
    needed = np.array([[bound(earlier, later) for earlier in lengths] for later in lengths], dtype=np.uint16)
    days = [directive.day for directive in block]
    day = np.searchsorted(sorted(set(days)), days)
    for start in range(0, len(block), ROWS):
        end = min(start + ROWS, len(block))
        asked = needed[length[start:end, None], length[None, :end]]
        common = cdist(
            texts[start:end], texts[:end], scorer=LCSseq.similarity, dtype=np.uint16, score_cutoff=int(asked.min())
        )
        for row, column in np.argwhere((common >= asked) & (day[start:end, None] > day[None, :end])):
            yield block[start + row], block[column]


def _encoded(cores: Iterable[tuple[str, ...]]) -> list[str]:
    """Return each sequence of syllables as a string of one character a syllable, for comparing."""
    codes: dict[str, str] = {}
    return ["".join(codes.setdefault(word, _character(len(codes))) for word in core) for core in cores]


def _character(number: int) -> str:
    return chr(number + 1 if number < 0xD7FF else number + 0x801)


def directives(store: Store) -> Iterator[Directive]:
    """Yield the directives of a store that bind an agency in particular, of the notices whose day is known."""
    days = _days(store)
    generic = {(row["notice"].value, row["agency"].value) for row in select(store, _GENERIC)}
    agencies: dict[str, set[str]] = defaultdict(set)
    day: dict[str, str] = {}
    for row in select(store, _BOUND.format(base=store.base, kind=Kind.AGENCY)):
        notice, directive, agency = (row[name].value for name in ("notice", "directive", "agency"))
        if notice in days and (notice, agency) not in generic:
            agencies[directive].add(agency)
            day[directive] = days[notice]
    directed = _several(store, _DIRECTED, "party")
    due = _due(store)
    for directive, said in _wordings(store, agencies):
        yield Directive(
            iri=directive,
            day=day[directive],
            agencies=frozenset(agencies[directive]),
            directed=frozenset(directed[directive]),
            due=due[directive],
            wording=said,
        )


def _days(store: Store) -> dict[str, str]:
    """Return the day of each notice: that of its issue, else that of its last meeting."""
    days: dict[str, str] = {}
    for row in select(store, _DAYS):
        if known := row["issued"] or row["held"]:
            days[row["notice"].value] = max(known.value, days.get(row["notice"].value, ""))
    return days


def _wordings(store: Store, wanted: Iterable[str]) -> Iterator[tuple[str, Wording]]:
    cuts = _several(store, _CUTS, "passage")
    documents = _several(store, _DOCUMENTS, "number")
    kept = set(wanted)
    for row in select(store, _TEXTS):
        if (directive := row["directive"].value) in kept:
            start, end = _range(row["passage"].value)
            inside = [(a - start, b - start) for a, b in map(_range, cuts[directive]) if start <= a and b <= end]
            yield directive, wording(row["quote"].value, inside, documents[directive])


def _range(passage: str) -> tuple[int, int]:
    found = _RANGE.search(passage)
    return (int(found[1]), int(found[2])) if found else (0, 0)


def _several(store: Store, sparql: str, name: str) -> dict[str, set[str]]:
    values: dict[str, set[str]] = defaultdict(set)
    for row in select(store, sparql):
        values[row["directive"].value].add(row[name].value)
    return values


def _due(store: Store) -> dict[str, frozenset[str] | None]:
    """Return the last days of each directive, none where it has no deadline; None where one of them is no day."""
    due: dict[str, frozenset[str] | None] = defaultdict(frozenset)
    for row in select(store, _DEADLINES):
        directive, date = row["directive"].value, row["date"]
        known = due[directive]
        due[directive] = known | {date.value} if known is not None and date else None
    return due


def _quads(found: Repetition, base: str, graph: NamedNode) -> Iterator[Quad]:
    later, earlier = NamedNode(found.later.iri), NamedNode(found.earlier.iri)
    yield Quad(later, NamedNode(nkg("repeats")), earlier, graph)
    digest = hashlib.sha256(f"{later.value} {earlier.value}".encode()).hexdigest()
    node = NamedNode(f"{base}repetition/{digest[:32]}")
    for kind in types("Repetition"):
        yield Quad(node, NamedNode(TYPE), NamedNode(kind), graph)
    yield Quad(node, NamedNode(nkg("later")), later, graph)
    yield Quad(node, NamedNode(nkg("earlier")), earlier, graph)
    for agency in found.agencies:
        yield Quad(node, NamedNode(nkg("agency")), NamedNode(agency), graph)
    yield Quad(node, NamedNode(nkg("similarity")), _decimal(found.likeness.similarity), graph)
    yield Quad(node, NamedNode(nkg("rule")), Literal(found.likeness.rule), graph)
    if found.deadline:
        yield Quad(node, NamedNode(nkg("deadlineChange")), Literal(found.deadline), graph)


def _decimal(share: float) -> Literal:
    """Return a share with two decimals, in the canonical form that stores turn it into: "0.8", "1"."""
    return Literal(f"{share:.2f}".rstrip("0").rstrip("."), datatype=NamedNode(XSD + "decimal"))
