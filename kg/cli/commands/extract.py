"""`kg extract`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kg.cli.console import say
from kg.cli.inputs import FILE, one_source
from kg.cli.settings import Settings, common_options

if TYPE_CHECKING:
    from kg.records import Notice


@click.command
@FILE
@click.option(
    "--format",
    "format_",
    type=click.Choice(("table", "json", "turtle")),
    default="table",
    show_default=True,
    help="A table to read, the records as JSON, or the graph of this notice.",
)
@common_options
@click.pass_obj
def command(settings: Settings, file: str, format_: str) -> None:
    """Print what one notice says: who must do what, by when.

    The facts, the meetings and each directive, with whom and by when. Nothing is kept and no store is needed.
    Each record of `--format json` has its passages, as offsets into
    the text that `kg text` prints. FILE may be `-` for standard input.

    \b
    Example:
      kg extract notice.txt
      kg extract --format json notice.txt > notice.json
    """
    source = one_source(file)
    from kg.extract import extract

    notice = extract(source)
    if not (notice.directives or notice.meetings or notice.agencies):
        say("nothing said", settings.language, source=notice.source)
    {"table": _table, "json": _json, "turtle": _turtle}[format_](notice, settings)


def _table(notice: Notice, settings: Settings) -> None:
    from kg.cli.notice_table import print_notice

    print_notice(notice, settings.language)


def _json(notice: Notice, settings: Settings) -> None:
    import json
    from dataclasses import asdict
    from datetime import date

    click.echo(json.dumps(asdict(notice), default=date.isoformat, ensure_ascii=False, indent=2))


def _turtle(notice: Notice, settings: Settings) -> None:
    import pyoxigraph

    from kg.export import export
    from kg.graph.quads import quads
    from kg.graph.store import LocalStore
    from kg.identify import identify

    graph = pyoxigraph.Store()
    graph.extend(quads(notice, identify(notice)))
    export(LocalStore(graph), "-", "turtle")
