"""`kg export`."""

from __future__ import annotations

import click

from kg.cli.console import say
from kg.cli.settings import Settings, common_options
from kg.cli.stores import open_to_read


@click.command
@click.option("-o", "--output", default="-", metavar="FILE", help="Where to.  [default: standard output]")
@click.option("--format", "format_", metavar="NAME", help="The format, where the file's ending does not say it.")
@click.option("--formats", "listing", is_flag=True, help="List the formats and end.")
@common_options
@click.pass_obj
def command(settings: Settings, output: str, format_: str | None, listing: bool) -> None:
    """Write the graph, the network or the deadlines to a file.

    The format follows from the file's ending: Turtle (.ttl), TriG, N-Quads, JSON-LD; GraphML, GEXF, CSV for
    the coordination network; iCalendar (.ics), CSV, XLSX for the deadlines. `--formats` lists them. The same
    graph gives the same bytes.

    \b
    Example:
      kg export -o output/graph.ttl
      kg export -o output/deadlines.ics
      kg export --format deadlines-csv -o due.csv
    """
    from kg.export import export, formats

    if listing:
        for each in formats():
            click.echo(f"{each.name:<18} {' '.join(each.endings):<14} {each.description}")
        return
    with open_to_read(settings.store) as store:
        export(store, output, format_)
    if output != "-":
        say("written", settings.language, path=output)
