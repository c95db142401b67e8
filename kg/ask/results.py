"""The answer of a query and how it is written.

Invariants: an answer is read once, as it comes; csv, tsv, json and xml are the formats of the SPARQL 1.1
recommendations; turtle is sorted, so that the same answer has the same bytes; nothing that stands in a notice
reaches a terminal as markup or as a control character.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import IO, Final

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Triple,
    serialize,
)

from kg.errors import QueryError
from kg.graph.terms import PREFIXES

Node = NamedNode | BlankNode | Literal | Triple
Answer = QuerySolutions | QueryBoolean | QueryTriples

_SOLUTION_FORMATS: Final = {
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
}
_GRAPH_FORMATS: Final = {
    "table": RdfFormat.TURTLE,
    "turtle": RdfFormat.TURTLE,
    "json": RdfFormat.JSON_LD,
    "xml": RdfFormat.RDF_XML,
}
FORMATS: Final = ("table", *_SOLUTION_FORMATS, "turtle")
"""The names of the formats; json and xml of a graph are JSON-LD and RDF/XML."""

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\s]+")


@dataclass(frozen=True, slots=True)
class Results:
    """What a query answered: rows of terms, a truth value or triples; `headings` by variable, for tables."""

    answer: Answer
    headings: Mapping[str, str] = field(default_factory=dict)

    @property
    def variables(self) -> tuple[str, ...]:
        """The variables of a SELECT in its order; empty for other queries."""
        if isinstance(self.answer, QuerySolutions):
            return tuple(variable.value for variable in self.answer.variables)
        return ()

    @property
    def boolean(self) -> bool | None:
        """The answer of an ASK; None for other queries."""
        return bool(self.answer) if isinstance(self.answer, QueryBoolean) else None

    def rows(self) -> Iterator[tuple[Node | None, ...]]:
        """Yield the rows of a SELECT, once; None is an unbound variable."""
        if isinstance(self.answer, QuerySolutions):
            for solution in self.answer:
                yield tuple(solution)

    def triples(self) -> Iterator[Triple]:
        """Yield the triples of a CONSTRUCT or DESCRIBE, once."""
        if isinstance(self.answer, QueryTriples):
            yield from self.answer


def write(results: Results, output: IO[bytes], format: str = "table") -> None:
    """Write an answer in one of `FORMATS`, UTF-8; a table is folded to its width where `output` is a terminal.

    Raises QueryError where there is no such format or it cannot hold this kind of answer.
    """
    if format not in FORMATS:
        raise QueryError(f"there is no format {format!r}; choose one of: {', '.join(FORMATS)}")
    answer = results.answer
    if isinstance(answer, QueryTriples):
        _write_graph(results.triples(), output, format)
    elif format == "turtle":
        raise QueryError("turtle is for CONSTRUCT and DESCRIBE; choose table, csv, tsv, json or xml")
    elif format == "table":
        _write_table(results, output)
    else:
        answer.serialize(output, _SOLUTION_FORMATS[format])


def cell(node: Node | None) -> str:
    """Return a term as one line for reading: the text of a literal, an IRI by its prefix."""
    if isinstance(node, NamedNode):
        return _shortened(node.value)
    text = "" if node is None else node.value if isinstance(node, Literal) else str(node)
    return _UNPRINTABLE.sub(" ", text).strip()


def _shortened(iri: str) -> str:
    for prefix, namespace in PREFIXES.items():
        local = iri.removeprefix(namespace)
        if local != iri and local.isidentifier():
            return f"{prefix}:{local}"
    return iri


def _write_graph(triples: Iterable[Triple], output: IO[bytes], format: str) -> None:
    if format not in _GRAPH_FORMATS:
        raise QueryError(f"{format} cannot hold triples; choose {', '.join(_GRAPH_FORMATS)}")
    buffer = BytesIO()
    serialize(sorted(set(triples), key=str), buffer, _GRAPH_FORMATS[format], prefixes=PREFIXES)
    output.write(buffer.getvalue())


FOR_PROGRAMS = "IRI"
"""The heading of a column that a table for reading leaves out."""

_WIDEST = 72
"""Characters of a cell in a plain table; the other formats hold all of it."""


def _write_table(results: Results, output: IO[bytes]) -> None:
    if results.boolean is not None:
        output.write(f"{str(results.boolean).lower()}\n".encode())
        return
    head = [results.headings.get(variable, variable) for variable in results.variables]
    head, rows = _for_reading(head, [[cell(node) for node in row] for row in results.rows()])
    if output.isatty():
        _write_rich(head, rows, output)
    else:
        output.write(plain_table(head, [[_clipped(text) for text in row] for row in rows]).encode())


def _for_reading(head: list[str], rows: list[list[str]]) -> tuple[list[str], list[list[str]]]:
    """Leave out the columns that are for programs only, and those that are empty, where others remain."""
    kept = [i for i, name in enumerate(head) if name != FOR_PROGRAMS and (not rows or any(row[i] for row in rows))]
    kept = kept or list(range(len(head)))
    return [head[i] for i in kept], [[row[i] for i in kept] for row in rows]


def _clipped(text: str) -> str:
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1].rstrip()}…"


def plain_table(head: list[str], rows: list[list[str]]) -> str:
    """Return rows as aligned columns, two spaces between them, a line of dashes under the head."""
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    lines = [head, ["-" * width for width in widths], *rows]
    padded = ([text.ljust(width) for text, width in zip(line, widths, strict=True)] for line in lines)
    return "".join("  ".join(line).rstrip() + "\n" for line in padded)


def _write_rich(head: list[str], rows: list[list[str]], output: IO[bytes]) -> None:
    from io import TextIOWrapper

    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table()
    for heading in head:
        table.add_column(Text(heading))
    for row in rows:
        table.add_row(*map(Text, row))
    text = TextIOWrapper(output, encoding="utf-8", write_through=True)
    Console(file=text, force_terminal=True).print(table)
    text.detach()
