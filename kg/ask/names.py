"""From the name a user types to the agencies it can mean.

Invariants: a name means everyone whose preferred or alternative label has the same key (case, placement of
tone marks, white space and common abbreviations do not count); nothing is guessed: a name that nobody has is
refused with the nearest labels.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode, QuerySolutions

from kg.data import table
from kg.errors import QueryError
from kg.graph.terms import NKG, PREFIXES
from kg.language.words import fold

if TYPE_CHECKING:
    from kg.graph.store import Store

SUGGESTIONS: Final = 3

_LABELS: Final = f"""
PREFIX nkg: <{NKG}>
PREFIX org: <{PREFIXES["org"]}>
PREFIX skos: <{PREFIXES["skos"]}>
PREFIX foaf: <{PREFIXES["foaf"]}>
SELECT DISTINCT ?party ?label WHERE {{
  {{ VALUES ?kind {{ nkg:Agency org:Organization }} ?party a ?kind ; skos:prefLabel ?label }}
  UNION {{ ?party a nkg:Agency ; skos:altLabel ?label }}
  UNION {{ ?party a nkg:Official ; foaf:name ?label }}
}}
"""


def resolve(store: Store, name: str) -> tuple[NamedNode, ...]:
    """Return the agencies, provinces or named officials that a name or an IRI stands for, sorted by IRI.

    Several have one name where each province has such a body. Raises QueryError, with the nearest labels,
    where nobody has it.
    """
    wanted = name_key(name)
    labels = tuple(_labels(store))
    found = {party for party, label in labels if party.value == name.strip() or name_key(label) == wanted}
    if not found:
        raise QueryError(_unknown(name, {label for _, label in labels}))
    return tuple(sorted(found, key=str))


def name_key(name: str) -> str:
    """Return what two ways to write one name share."""
    abbreviations = _abbreviations()
    return " ".join(abbreviations.get(word, word) for word in fold(name).split())


def nearest(name: str, labels: Iterable[str], limit: int = SUGGESTIONS) -> list[str]:
    """Return the labels most likely meant by a name: those that hold all its words, then similar ones."""
    by_key = {name_key(label): label for label in sorted(labels, reverse=True)}
    wanted = name_key(name)
    words = set(wanted.split())
    holding = sorted((key for key in by_key if words <= set(key.split())), key=lambda key: (len(key), key))
    similar = get_close_matches(wanted, sorted(by_key), n=limit) if len(holding) < limit else []
    return [by_key[key] for key in dict.fromkeys([*holding, *similar])][:limit]


def _labels(store: Store) -> Iterator[tuple[NamedNode, str]]:
    solutions = store.query(_LABELS)
    if isinstance(solutions, QuerySolutions):
        for party, label in solutions:
            if isinstance(party, NamedNode) and label is not None:
                yield party, label.value


def _unknown(name: str, labels: set[str]) -> str:
    near = nearest(name, labels)
    hint = f"did you mean: {'; '.join(near)}" if near else "the store names no agency like it"
    return f"no agency is called {name!r}; {hint}"


@cache
def _abbreviations() -> dict[str, str]:
    """Return the abbreviations that mean one thing everywhere, folded, with their folded expansions."""
    rows = (row for row in table("abbreviations") if not row["context"])
    return {fold(row["abbreviation"]): fold(row["expansion"]) for row in rows}
