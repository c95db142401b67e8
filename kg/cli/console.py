"""What goes to standard error: messages of a line, and progress where somebody is looking."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from kg.cli.messages import message

Advance = Callable[[int, int, str], None]


def say(name: str, language: str, **values: object) -> None:
    """Write a message of the table to standard error."""
    tell(message(name, language, **values))


def tell(reason: object) -> None:
    """Write what something says to standard error, as one line that begins with the program's name."""
    click.echo(f"kg: {' '.join(str(reason).split())}", err=True)


@contextmanager
def progress(name: str, language: str) -> Iterator[Advance]:
    """Give a function that draws how many are done, and of how many; nothing into a pipe or a file."""
    if not sys.stderr.isatty():
        yield lambda done, total, last: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    title = message(name, language)
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(title, total=None)
        yield lambda done, total, last: bar.update(task, completed=done, total=total)
