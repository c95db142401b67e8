"""`kg ask`: each ready question is a command of its own, its parameters are options."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from kg.cli.settings import ANSWER_FORMAT, Settings, common_options, default_language
from kg.cli.stores import open_to_read

if TYPE_CHECKING:
    from kg.ask.questions import Parameter, Question


class Questions(click.Group):
    """A group whose commands are the ready questions."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the questions, sorted."""
        from kg.ask.questions import questions

        return [question.name for question in questions()]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command that asks a question; raises QueryError, naming those there are, for another."""
        from kg.ask.questions import find_question

        return _command(find_question(cmd_name), _language(ctx))


@click.command(cls=Questions, invoke_without_command=True, subcommand_metavar="[QUESTION [OPTIONS]]")
@common_options
@click.pass_context
def command(context: click.Context) -> None:
    """Ask one of the ready questions; without one, list them.

    Each question is a SPARQL file; `kg ask QUESTION --help` says what it takes.

    \b
    Example:
      kg ask
      kg ask coordination --agency 'Sở Y tế'
      kg ask duties --agency 'Sở Kế hoạch và Đầu tư' --successors
      kg ask due --from 2024-06-01 --format csv
    """
    if context.invoked_subcommand is None:
        from kg.ask.questions import questions

        for question in questions():
            click.echo(f"{question.name:<14} {question.titles[context.obj.language]}")


def _language(context: click.Context) -> str:
    return context.obj.language if isinstance(context.obj, Settings) else default_language()


def _command(question: Question, language: str) -> click.Command:
    """Return the click command of a question."""

    @click.pass_obj
    def run(settings: Settings, /, format_: str, **values: Any) -> None:
        from kg.ask import ask, write

        with open_to_read(settings.store) as store:
            write(ask(store, question.name, settings.language, **values), sys.stdout.buffer, format_)

    asked = [parameter for parameter in question.parameters if parameter.kind.value != "language"]
    run = click.command(question.name, help=_help(question, language))(ANSWER_FORMAT(common_options(run)))
    run.params = [_option(parameter, language) for parameter in asked] + run.params
    return run


def _option(parameter: Parameter, language: str) -> click.Option:
    if parameter.kind.value == "flag":
        return click.Option(
            [f"--{parameter.name}", parameter.name], is_flag=True, help=parameter.descriptions[language]
        )
    return click.Option(
        [f"--{parameter.name}", parameter.name],
        metavar="DATE" if parameter.kind.value == "date" else "NAME",
        required=parameter.required,
        help=parameter.descriptions[language],
    )


def _help(question: Question, language: str) -> str:
    required = "".join(f" --{each.name} …" for each in question.parameters if each.required)
    return f"{question.titles[language]}.\n\n\b\nExample:\n  kg ask {question.name}{required}"
