"""`kg validate`."""

from __future__ import annotations

import click

from kg.cli.console import say
from kg.cli.settings import Settings, common_options
from kg.cli.stores import open_to_read


@click.command
@common_options
@click.pass_obj
def command(settings: Settings) -> int:
    """Check the graph against its shapes (SHACL).

    Prints a line a finding: how bad it is, the file and the item, what is wrong, and the node. Exit status: 0 the
    graph conforms, 1 it does not, 2 it could not be checked.

    \b
    Example:
      kg validate
      kg validate --store output/store && kg export -o output/graph.ttl
    """
    from kg.graph.validate import conforms, places, validate

    with open_to_read(settings.store) as store:
        findings = validate(store, settings.language)
        where = places(store, findings)
    for each in findings:
        value = f" ({each.value})" if each.value else ""
        place = f"{where[each.focus]}: " if each.focus in where else ""
        click.echo(f"{each.severity}: {place}{each.message}{value} <{each.focus}>")
    good = conforms(findings)
    say("conforms" if good else "violations", settings.language, count=len(findings))
    return 0 if good else 1
