"""`kg query`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.settings import ANSWER_FORMAT, Settings, common_options
from kg.cli.stores import open_to_read
from kg.errors import QueryError


@click.command
@click.argument("sparql", required=False)
@click.option("-f", "--file", metavar="FILE", help="Read the query from a file; - is standard input.")
@ANSWER_FORMAT
@common_options
@click.pass_obj
def command(settings: Settings, sparql: str | None, file: str | None, format_: str) -> None:
    """Answer a SPARQL 1.1 query over all graphs as one.

    SPARQL is SELECT, ASK, CONSTRUCT or DESCRIBE; the project's prefixes (nkg:, org:, skos:, dcterms:, …) need
    no declaration. `-` reads it from standard input.

    \b
    Example:
      kg query 'SELECT ?name { ?who a nkg:Official ; foaf:name ?name }'
      kg query -f my.rq --format csv > my.csv
    """
    from kg.ask import Results, write

    if (sparql is None) == (file is None):
        raise click.UsageError("Give the query either as an argument or with -f FILE.")
    text = _read(file) if file is not None else _read("-") if sparql == "-" else str(sparql)
    with open_to_read(settings.store) as store:
        write(Results(store.query(text)), sys.stdout.buffer, format_)


def _read(file: str) -> str:
    """Return the text of a query file; raises QueryError for what is no text."""
    try:
        return sys.stdin.buffer.read().decode() if file == "-" else Path(file).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise QueryError(f"{file}: not UTF-8 text") from None
