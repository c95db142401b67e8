"""The `kg` command: a command is a module of `kg.cli.commands` with a click command named `command`.

Invariant: a command's module is imported when it is called or listed, and imports nothing heavy itself.
"""

from __future__ import annotations

import pkgutil
from difflib import get_close_matches
from importlib import import_module

import click

from kg import __version__
from kg.cli import commands
from kg.cli.settings import common_options


class CommandsByName(click.Group):
    """A group whose commands are the modules of a package."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, sorted."""
        return sorted(module.name for module in pkgutil.iter_modules(commands.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of this name, None where there is none."""
        if cmd_name not in self.list_commands(ctx):
            return None
        found = import_module(f"{commands.__name__}.{cmd_name}").command
        assert isinstance(found, click.Command)
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the arguments begin with; refuses an unknown one with the nearest name."""
        name = args[0]
        near = get_close_matches(name, self.list_commands(ctx), n=1)
        if near and name not in self.list_commands(ctx) and not name.startswith("-"):
            ctx.fail(f"No such command '{name}'. Did you mean '{near[0]}'?")
        return super().resolve_command(ctx, args)


@click.command(cls=CommandsByName, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kg")
@common_options
def kg() -> None:
    """Read Vietnamese official notices into a knowledge graph: who must do what, with whom, by when.

    \b
    Example:
      kg build notices/
      kg ask coordination
      kg view -o output/view.html

    Results go to standard output, everything else to standard error. Exit status: 0 done; 1 done, but an
    input was refused or a check failed; 2 could not run.
    """
