"""What in a store is doubtful: provinces that nothing shows, names alike, names that are only a kind of body.

Invariants: sorted; what people decided is not asked again; nothing is asked that a table knows ("Sở Nội vụ" and "Sở
Ngoại vụ" are alike and two bodies).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Final

from kg.graph.store import select
from kg.identify import Decisions, is_short, key
from kg.identify.known import rows_named
from kg.identify.units import units

if TYPE_CHECKING:
    from kg.graph.store import Store

ALIKE: Final = 90.0
"""Percent of characters two names share (rapidfuzz's ratio) from which on they may be one name, spelled twice."""

SAME_SUBJECT: Final = 70.0
"""Percent of words two meetings share (rapidfuzz's token set ratio) from which on they may be one."""

_SHOWN: Final = 3
_TELLING_APART = re.compile(r"(?<!\w)(?:\d+|[ivx]+|cấp \w+|các cấp)(?!\w)")

_OPEN: Final = """
SELECT DISTINCT ?thing ?name {
  ?thing a nkg:Notice ; dcterms:source ?source .
  FILTER NOT EXISTS { ?thing nkg:jurisdiction ?place }
  FILTER NOT EXISTS { ?thing nkg:issuer|(nkg:reports/nkg:heldBy) ?body . ?body nkg:level "central" }
  OPTIONAL { ?thing dcterms:title ?title }
  BIND(COALESCE(STR(?title), STR(?source)) AS ?name)
}"""
_AGENCIES: Final = """
SELECT ?thing ?name ?place {
  ?thing a nkg:Agency ; skos:prefLabel ?name .
  FILTER(LANG(?name) = "vi")
  FILTER NOT EXISTS { ?thing a nkg:AgencyGroup }
  FILTER NOT EXISTS { ?thing nkg:generic true }
  FILTER EXISTS { ?notice nkg:mentions ?thing }
  OPTIONAL { ?thing nkg:jurisdiction/skos:prefLabel ?place }
}"""
_OFFICIALS: Final = """
SELECT ?thing ?name (GROUP_CONCAT(DISTINCT ?post; separator="; ") AS ?more) {
  ?thing a nkg:Official ; foaf:name ?name .
  OPTIONAL {
    ?held org:member ?thing ; org:role/skos:prefLabel ?role ; org:organization/skos:prefLabel ?body .
    FILTER(LANG(?body) = "vi")
    BIND(CONCAT(STR(?role), ", ", STR(?body)) AS ?post)
  }
} GROUP BY ?thing ?name"""
_MEETINGS: Final = """
SELECT ?thing ?name ?day ?host (GROUP_CONCAT(DISTINCT STR(?notice); separator=" ") AS ?notices) {
  ?notice nkg:reports ?thing .
  ?thing rdfs:label ?name ; nkg:heldOn ?day ; nkg:heldBy|nkg:chair ?host .
} GROUP BY ?thing ?name ?day ?host"""
_PASSAGES: Final = """
SELECT DISTINCT ?thing ?source ?quote ?passage {
  VALUES ?thing { %s }
  ?thing nkg:evidence ?passage .
  ?passage nkg:quote ?quote .
  BIND(IRI(STRBEFORE(STR(?passage), "#")) AS ?notice)
  ?notice dcterms:source ?source .
} ORDER BY ?source ?passage"""


@dataclass(frozen=True, slots=True, order=True)
class Thing:
    """Something in doubt: its IRI, its name, what else is known of it, and passages ("a.txt: …") that name it."""

    iri: str
    name: str
    more: str = ""
    passages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Doubt:
    """A question to a person: a kind of decision, the one or two things it is about, and what may be chosen.

    `kind` is "jurisdiction" (which province is this notice about), "same" (are these two one) or "name" (which
    full name has this short mention).
    """

    kind: str
    things: tuple[Thing, ...]
    options: tuple[str, ...] = ()


def doubts(store: Store, decisions: Decisions) -> list[Doubt]:
    """Return what is doubtful in a store and not decided yet."""
    agencies = _things(store, _AGENCIES)
    found = [
        *(Doubt("jurisdiction", (thing,)) for thing, _ in _things(store, _OPEN)),
        *_short_names(agencies),
        *_pairs(_alike(agencies)),
        *_pairs(_namesakes(store)),
        *_pairs(_meetings(store)),
    ]
    decided = {each.subject for each in decisions.all}
    return _with_passages(store, [doubt for doubt in found if _subject(doubt) not in decided])


def _pairs(pairs: Iterable[tuple[Thing, Thing]]) -> list[Doubt]:
    """Return the doubts whether pairs are one, each once and sorted."""
    return [Doubt("same", pair) for pair in sorted({(min(pair), max(pair)) for pair in pairs})]


def _subject(doubt: Doubt) -> tuple[str, ...]:
    """Return the subject of the decision that settles a doubt."""
    iris = sorted(thing.iri for thing in doubt.things)
    return ("pair" if doubt.kind == "same" else doubt.kind, *iris)


def _short_names(agencies: list[tuple[Thing, str]]) -> Iterator[Doubt]:
    """Yield the mentions that are only a kind of body, with the names in their province that begin with it."""
    for thing, place in agencies:
        name = _without(thing.name, place)
        if is_short(name, owned=False):
            longer = {
                _without(other.name, where)
                for other, where in agencies
                if where == place and key(other.name).startswith(f"{key(name)} ") and other.iri != thing.iri
            }
            options = tuple(sorted(each for each in longer if not is_short(each)))
            if options:
                yield Doubt("name", (thing,), options)


def _alike(agencies: list[tuple[Thing, str]]) -> Iterator[tuple[Thing, Thing]]:
    """Yield the bodies of one province whose names are nearly the same."""
    from rapidfuzz import fuzz, process

    by_place: dict[str, dict[str, Thing]] = defaultdict(dict)
    for thing, place in agencies:
        name = key(_without(thing.name, place))
        if not rows_named(name) and not is_short(name):
            by_place[place][name] = thing
    for things in by_place.values():
        names = sorted(things)
        scores = process.cdist(names, names, scorer=fuzz.ratio, score_cutoff=ALIKE)
        for i, j in combinations(range(len(names)), 2):
            if scores[i][j] and _apart_by(names[i]) == _apart_by(names[j]):
                yield things[names[i]], things[names[j]]


def _apart_by(name: str) -> list[str]:
    """Return what tells bodies apart whose names are alike otherwise: numbers, levels, a district or commune."""
    return [*_TELLING_APART.findall(name), units().known(name)]


def _namesakes(store: Store) -> Iterator[tuple[Thing, Thing]]:
    """Yield the people of one name."""
    by_name: dict[str, list[Thing]] = defaultdict(list)
    for thing, _ in _things(store, _OFFICIALS):
        by_name[key(thing.name)].append(thing)
    for things in by_name.values():
        yield from combinations(things, 2)


def _meetings(store: Store) -> Iterator[tuple[Thing, Thing]]:
    """Yield the meetings of one day with one host or chair that different notices report in like words."""
    from rapidfuzz import fuzz

    by_host: dict[tuple[str, str], set[tuple[Thing, str]]] = defaultdict(set)
    for row in select(store, _MEETINGS):
        thing = Thing(row["thing"].value, row["name"].value, row["day"].value)
        by_host[row["day"].value, row["host"].value].add((thing, row["notices"].value))
    for things in by_host.values():
        for (one, here), (other, there) in combinations(sorted(things), 2):
            apart = one.iri != other.iri and not set(here.split()) & set(there.split())
            if apart and fuzz.token_set_ratio(key(one.name), key(other.name)) >= SAME_SUBJECT:
                yield one, other


def _things(store: Store, query: str) -> list[tuple[Thing, str]]:
    """Return the things a query selects, sorted, each with its place."""
    rows = select(store, query)
    columns = [variable.value for variable in rows.variables]
    found = set()
    for row in rows:
        said = {column: row[column].value if row[column] else "" for column in columns}
        found.add((Thing(said["thing"], said["name"], said.get("more", "")), said.get("place", "")))
    return sorted(found)


def _without(name: str, place: str) -> str:
    """Return a name less the province at its end."""
    return name.removesuffix(place).removesuffix(place.partition(" ")[2]).rstrip(" ,") or name


def _with_passages(store: Store, found: list[Doubt]) -> list[Doubt]:
    """Return the doubts with the first passages that name each of their things."""
    iris = sorted({thing.iri for doubt in found for thing in doubt.things})
    said: dict[str, list[str]] = defaultdict(list)
    if iris:
        for row in select(store, _PASSAGES % " ".join(f"<{iri}>" for iri in iris)):
            quote = " ".join(row["quote"].value.split())
            said[row["thing"].value].append(f"{row['source'].value}: {quote}")
    return [
        Doubt(
            doubt.kind,
            tuple(Thing(t.iri, t.name, t.more, tuple(dict.fromkeys(said[t.iri]))[:_SHOWN]) for t in doubt.things),
            doubt.options,
        )
        for doubt in found
    ]
