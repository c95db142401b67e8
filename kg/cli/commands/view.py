"""`kg view`."""

from __future__ import annotations

import click

from kg.cli.console import say
from kg.cli.settings import Settings, common_options
from kg.cli.stores import open_to_read


@click.command
@click.option(
    "-o",
    "--output",
    default="output/view.html",
    show_default=True,
    metavar="FILE",
    help="Where to; - prints it.",
)
@click.option("--title", help="What stands above the network.")
@click.option("--generic", is_flag=True, help="Show collectives too that are nobody in particular.")
@common_options
@click.pass_obj
def command(settings: Settings, output: str, title: str | None, generic: bool) -> None:
    """Write the coordination network as an interactive page.

    One HTML file that opens from disk and asks nothing of a network.

    \b
    Example:
      kg view -o output/view.html
      kg view --language vi --title 'Ai phối hợp với ai'
    """
    from kg.view import write_view

    with open_to_read(settings.store) as store:
        write_view(store, output, language=settings.language, title=title, generic=generic)
    if output != "-":
        say("written", settings.language, path=output)
