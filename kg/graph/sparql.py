"""SPARQL text that both kinds of store send, what they answer, and what is understood of queries without parsing them.

Invariants: `replacement` is one update, so a store applies all of it or nothing; what is put into a query is
a whole term, escaped by the library that wrote it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from pyoxigraph import Literal, NamedNode, Quad, QueryBoolean, QuerySolutions, QueryTriples

from kg.errors import QueryError
from kg.graph.terms import PREFIXES

Term = NamedNode | Literal
Results = QuerySolutions | QueryBoolean | QueryTriples

_TOKEN = re.compile(
    r"""(?P<skip>\#[^\n]*|<[^<>"{}|^`\\\s]*>|\"{3}.*?\"{3}|'{3}.*?'{3}|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')
      |(?P<where>\bWHERE\b)|(?P<open>\{)""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)


def replacement(remove: Iterable[str], quads: Iterable[Quad]) -> str:
    """Return one update that drops graphs and then inserts quads; empty where there is nothing to do."""
    drops = [f"DROP SILENT GRAPH {NamedNode(graph)}" for graph in remove]
    data = data_block(quads)
    return " ;\n".join([*drops, *([f"INSERT DATA {data}"] if data else [])])


def data_block(quads: Iterable[Quad]) -> str:
    """Return quads as the block of an INSERT DATA or DELETE DATA; empty where there are none."""
    graphs: dict[str, list[str]] = defaultdict(list)
    for quad in quads:
        graphs[str(quad.graph_name)].append(f"{quad.subject} {quad.predicate} {quad.object} .")
    blocks = ("GRAPH {} {{\n{}\n}}".format(graph, "\n".join(lines)) for graph, lines in graphs.items())
    return "{{\n{}\n}}".format("\n".join(blocks)) if graphs else ""


def with_prefixes(sparql: str) -> str:
    """Return a query after the project's prefixes; they share its first line, so line numbers hold."""
    prologue = " ".join(f"PREFIX {name}: <{iri}>" for name, iri in PREFIXES.items())
    return f"{prologue} {sparql}"


def with_values(sparql: str, values: Mapping[str, Term]) -> str:
    """Return a query whose pattern begins with the values of some variables.

    SPARQL 1.1 has no substitution, and that of pyoxigraph wants every variable in the projection. A variable
    inside a subquery gets its value only if the subquery projects it.
    """
    if not values:
        return sparql
    at = _start_of_pattern(sparql)
    names = " ".join(f"?{name}" for name in values)
    terms = " ".join(str(term) for term in values.values())
    return f"{sparql[:at]} VALUES ({names}) {{ ({terms}) }} {sparql[at:]}"


def _start_of_pattern(sparql: str) -> int:
    """Return the offset after the brace that opens the pattern: the one after WHERE, else the first."""
    tokens = [match for match in _TOKEN.finditer(sparql) if match.lastgroup != "skip"]
    where = next((match.start() for match in tokens if match.lastgroup == "where"), 0)
    brace = next((m for m in tokens if m.lastgroup == "open" and m.start() >= where), None)
    if brace is None:
        raise QueryError("the query has no pattern in braces, so its parameters have no place")
    return brace.end()
