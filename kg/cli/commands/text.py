"""`kg text`."""

from __future__ import annotations

import click

from kg.cli.inputs import FILE, one_source
from kg.cli.settings import common_options


@click.command
@FILE
@common_options
def command(file: str) -> None:
    """Print the text of a notice that character offsets count in.

    A passage `#char=START,END` is the stretch of this text from START to END, in code points (RFC 5147).
    FILE may be `-` for standard input.

    \b
    Example:
      kg text notice.txt
      kg text - < notice.txt | head
    """
    click.echo(one_source(file).text, nl=False)
