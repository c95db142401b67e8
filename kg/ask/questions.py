"""The ready questions: SPARQL files that say in their first lines what they ask and what can be filled in.

The first lines of a question file are comments of the form `# KEY: VALUE`::

    # title@vi: …                          what is asked, in each language
    # parameter agency: agency, required   a name, its kind, and whether there is no question without it
    # parameter agency@vi: …               what to put there, in each language
    # column date@vi: …                    the heading of a variable of the answer

A parameter `agency` is the variable `?agency` of the query, held by one line `VALUES ?agency { UNDEF }`; what
stands between the braces is its default. To fill it in is to put RDF terms between the braces, so every file
is a complete query that any SPARQL 1.1 processor takes as it stands.

A question that takes an agency also takes the flags `predecessors` and `successors`, without saying so: they put
into the same braces the bodies that the agency comes from, or that it became.

Invariant: `bind` writes serialised RDF terms only, never a user's text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from pyoxigraph import Literal, NamedNode

from kg.errors import KgError, QueryError
from kg.graph.ontology import question_texts

Term = NamedNode | Literal

LANGUAGES: Final = ("vi", "en")
_HEADER = re.compile(r"# (title|parameter|column)(?: (\w+))?(?:@(\w+))?: (.+)")


class ParameterKind(StrEnum):
    """What a parameter takes: an agency's name, a day, the language of the answer's own words, or yes or no."""

    AGENCY = "agency"
    DATE = "date"
    LANGUAGE = "language"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class Parameter:
    """Something to fill in; `descriptions` by language, none for what is not asked of a user."""

    name: str
    kind: ParameterKind
    required: bool
    descriptions: Mapping[str, str]


PREDECESSORS: Final = "predecessors"
SUCCESSORS: Final = "successors"
_WIDENING: Final = (
    Parameter(
        PREDECESSORS,
        ParameterKind.FLAG,
        required=False,
        descriptions={
            "vi": "kể cả những cơ quan đã hợp nhất, đổi tên thành cơ quan ấy",
            "en": "with the bodies that the agency comes from",
        },
    ),
    Parameter(
        SUCCESSORS,
        ParameterKind.FLAG,
        required=False,
        descriptions={
            "vi": "kể cả những cơ quan kế tục cơ quan ấy",
            "en": "with the bodies that the agency became",
        },
    ),
)
"""What every question that takes an agency also takes."""


@dataclass(frozen=True, slots=True)
class Question:
    """A ready question: titles by language, parameters, column headings by variable and language, SPARQL."""

    name: str
    titles: Mapping[str, str]
    parameters: tuple[Parameter, ...]
    columns: Mapping[str, Mapping[str, str]]
    sparql: str

    def headings(self, language: str) -> dict[str, str]:
        """Return the column headings of one language by variable."""
        return {variable: by_language[language] for variable, by_language in self.columns.items()}


@cache
def questions() -> tuple[Question, ...]:
    """Return all ready questions, sorted by name; raises KgError for a file that is not one."""
    return tuple(parse_question(name, sparql) for name, sparql in question_texts().items())


def find_question(name: str) -> Question:
    """Return a question by its name; raises QueryError naming those that exist."""
    by_name = {question.name: question for question in questions()}
    if name not in by_name:
        raise QueryError(f"there is no question {name!r}; choose one of: {', '.join(by_name)}")
    return by_name[name]


def parse_question(name: str, sparql: str) -> Question:
    """Return the question that a file holds; raises KgError where a language or a VALUES line is missing."""
    headers = [match.groups() for line in sparql.splitlines() if (match := _HEADER.fullmatch(line))]
    titles: dict[str, str] = {}
    descriptions: dict[str, dict[str, str]] = defaultdict(dict)
    columns: dict[str, dict[str, str]] = defaultdict(dict)
    for key, subject, language, value in headers:
        if language:
            texts = {"title": titles, "parameter": descriptions[subject], "column": columns[subject]}[key]
            texts[language] = value
    parameters = tuple(
        _parameter(subject, value, descriptions[subject])
        for key, subject, language, value in headers
        if key == "parameter" and not language
    )
    if any(parameter.kind is ParameterKind.AGENCY for parameter in parameters):
        parameters += _WIDENING
    question = Question(name, titles, parameters, {k: v for k, v in columns.items() if v}, sparql)
    _check(question)
    return question


def bind(question: Question, terms: Mapping[str, Sequence[Term]]) -> str:
    """Return the query with each named parameter limited to any of its terms."""
    sparql = question.sparql
    for name, values in terms.items():
        # A literal is written with its quotes and escapes, an IRI cannot hold ">": neither ends the block.
        block = f"VALUES ?{name} {{ {' '.join(map(str, values))} }}"
        before, after = _place(name).split(sparql, maxsplit=1)
        sparql = before + block + after
    return sparql


def _parameter(name: str, value: str, descriptions: Mapping[str, str]) -> Parameter:
    kind, *flags = (part.strip() for part in value.split(","))
    return Parameter(name, ParameterKind(kind), "required" in flags, descriptions)


def _place(name: str) -> re.Pattern[str]:
    return re.compile(rf"VALUES \?{name} {{[^{{}}]*}}")


def _check(question: Question) -> None:
    texts = [question.titles, *question.columns.values()]
    texts += [p.descriptions for p in question.parameters if p.kind is not ParameterKind.LANGUAGE]
    if any(set(by_language) != set(LANGUAGES) for by_language in texts):
        raise KgError(f"question {question.name}: each text is needed in {' and '.join(LANGUAGES)}")
    for parameter in question.parameters:
        if parameter.kind is not ParameterKind.FLAG and len(_place(parameter.name).findall(question.sparql)) != 1:
            raise KgError(f"question {question.name}: one line VALUES ?{parameter.name} {{ … }} is needed")
