"""A ready question and what a user filled in → the answer of a store.

Invariant: what a user typed reaches the query as an RDF term only: the IRI of something the store names, or a
literal of a checked date.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from kg.ask.continuity import widened
from kg.ask.names import resolve
from kg.ask.questions import (
    LANGUAGES,
    PREDECESSORS,
    SUCCESSORS,
    Parameter,
    ParameterKind,
    Question,
    Term,
    bind,
    find_question,
)
from kg.ask.results import Results
from kg.errors import QueryError
from kg.graph.terms import XSD

if TYPE_CHECKING:
    from kg.graph.store import Store


def ask(store: Store, name: str, language: str = "vi", **parameters: str | bool | None) -> Results:
    """Return the answer to a ready question, its column headings in `language` ("vi" or "en").

    A parameter that is None, False or left out stays open; the flags `predecessors` and `successors` are True or
    left out, all others are texts. Raises QueryError for a question, language or parameter
    that does not exist, for a required parameter left out, for an agency that the store does not name (with
    the nearest labels), and for a date that is none.
    """
    question = find_question(name)
    if language not in LANGUAGES:
        raise QueryError(f"there is no language {language!r}; choose one of: {', '.join(LANGUAGES)}")
    given = {key: value for key, value in parameters.items() if value is not None and value is not False}
    _check_names(question, given)
    terms = {
        parameter.name: _terms(store, parameter, given)
        for parameter in question.parameters
        if parameter.name in given and parameter.kind is not ParameterKind.FLAG
    }
    terms |= {p.name: (Literal(language),) for p in question.parameters if p.kind is ParameterKind.LANGUAGE}
    return Results(store.query(bind(question, terms)), question.headings(language))


def _check_names(question: Question, given: Mapping[str, str | bool]) -> None:
    asked = [p for p in question.parameters if p.kind is not ParameterKind.LANGUAGE]
    if unknown := [name for name in given if name not in {p.name for p in asked}]:
        takes = ", ".join(f"--{p.name}" for p in asked) or "no parameters"
        raise QueryError(f"the question {question.name} has no --{unknown[0]}; it takes {takes}")
    if missing := [p.name for p in asked if p.required and p.name not in given]:
        raise QueryError(f"the question {question.name} needs --{missing[0]}")


def _terms(store: Store, parameter: Parameter, given: Mapping[str, str | bool]) -> tuple[Term, ...]:
    value = str(given[parameter.name])
    if parameter.kind is ParameterKind.AGENCY:
        back, on = PREDECESSORS in given, SUCCESSORS in given
        named = resolve(store, value)
        return widened(store, named, predecessors=back, successors=on) if back or on else named
    return (_day(parameter.name, value),)


def _day(name: str, value: str) -> Literal:
    try:
        return Literal(date.fromisoformat(value.strip()).isoformat(), datatype=NamedNode(XSD + "date"))
    except ValueError:
        raise QueryError(f"--{name} {value!r} is no date; write it as 2024-12-31") from None
