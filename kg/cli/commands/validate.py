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

    Prints a line a finding. Exit status: 0 the graph conforms, 1 it does not, 2 it could not be checked.

    \b
    Example:
      kg validate
      kg validate --store output/store && kg export -o output/graph.ttl
    """
    from kg.graph.validate import conforms, validate

    with open_to_read(settings.store) as store:
        findings = validate(store, settings.language)
    for each in findings:
        value = f" ({each.value})" if each.value else ""
        click.echo(f"{each.severity}: {each.focus}: {each.message}{value}")
    good = conforms(findings)
    say("conforms" if good else "violations", settings.language, count=len(findings))
    return 0 if good else 1
