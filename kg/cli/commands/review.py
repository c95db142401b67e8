"""`kg review`."""

from __future__ import annotations

import getpass
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.console import say, tell
from kg.cli.messages import message
from kg.cli.settings import Settings, common_options
from kg.cli.stores import open_to_read
from kg.errors import KgError

if TYPE_CHECKING:
    from kg.identify import Decisions
    from kg.review import Answer, Doubt, Thing


@click.command
@click.option(
    "--decisions",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("decisions.jsonl"),
    show_default=True,
    metavar="FILE",
    help="The file that decisions are added to, one a line.",
)
@click.option("--by", envvar="KG_REVIEWER", metavar="NAME", help="Who decides.  [KG_REVIEWER; default: the user]")
@click.option("--list", "list_", is_flag=True, help="Only list what is doubtful.")
@click.option("--at", metavar="IRI", help="Correct the directive of this IRI, or of this passage.")
@click.option(
    "--set", "fields", multiple=True, metavar="FIELD=VALUE", help="With --at: a field's value; again for more."
)
@common_options
@click.pass_obj
def command(
    settings: Settings,
    decisions: Path,
    by: str | None,
    list_: bool,
    at: str | None,
    fields: tuple[str, ...],
) -> None:
    """Decide what the program could not: which province, one or two, which full name.

    Asks one thing at a time, with the passages, and adds each answer to a file that `kg build --decisions FILE`
    applies. Into a pipe, or with --list, it only lists. With --at it corrects a field of a directive instead; an
    empty VALUE means none. Take a decision back by deleting its line.

    \b
    Example:
      kg review
      kg review --at 'IRI' --set lead='Sở Xây dựng' --set deadline=2026-06-30
    """
    from kg.review import Answer

    if bool(at) != bool(fields):
        raise KgError("--at and --set go together: which directive, and which field of it")
    answer = Answer(by or getpass.getuser(), date.today())
    if at:
        _correct(settings, decisions, at, fields, answer)
    else:
        _review(settings, decisions, answer, ask=_at_a_terminal() and not list_)


def _at_a_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _correct(settings: Settings, path: Path, at: str, fields: tuple[str, ...], answer: Answer) -> None:
    from kg.review import add, correction

    values: dict[str, list[str]] = {}
    for each in fields:
        name, equals, value = each.partition("=")
        if not equals:
            raise KgError(f"--set {each}: write FIELD=VALUE")
        values.setdefault(name.strip(), []).extend([value.strip()] if value.strip() else [])
    with open_to_read(settings.store) as store:
        lines = [correction(store, at, name, said, answer) for name, said in values.items()]
    for line in lines:
        add(path, line)
    say("decided", settings.language, count=len(lines), path=path)


def _review(settings: Settings, path: Path, answer: Answer, *, ask: bool) -> None:
    from kg.review import doubts

    with open_to_read(settings.store) as store:
        found = doubts(store, _decided(path))
    if not found:
        say("no doubts", settings.language)
        return
    if not ask:
        for number, doubt in enumerate(found, start=1):
            click.echo(_text(doubt, f"{number}/{len(found)}", settings.language))
        return
    count = _ask_all(found, path, answer, settings.language)
    say("decided", settings.language, count=count, path=path)


def _decided(path: Path) -> Decisions:
    from kg.identify import Decisions
    from kg.identify.decisions import load

    if not path.exists():
        return Decisions()
    reading = load(path)
    for fault in reading.faults:
        tell(fault)
    return reading.decisions


def _ask_all(found: list[Doubt], path: Path, answer: Answer, language: str) -> int:
    """Ask about each doubt until the person has enough; return how many were settled."""
    from kg.review import add, settled

    count = 0
    for number, doubt in enumerate(found, start=1):
        click.echo(_text(doubt, f"{number}/{len(found)}", language))
        said = click.prompt(message(f"ask {doubt.kind}", language), default="", show_default=False).strip()
        if said == "q":
            break
        if value := _value(doubt, said):
            add(path, settled(doubt, value, answer))
            count += 1
    return count


def _value(doubt: Doubt, said: str) -> str:
    """Return what an answer decides; empty where it decides nothing."""
    if doubt.kind == "same":
        return {"s": "same", "1": "same", "d": "different", "2": "different"}.get(said.casefold(), "")
    if said.isdigit():
        number = int(said)
        return doubt.options[number - 1] if 0 < number <= len(doubt.options) else ""
    return said


def _text(doubt: Doubt, count: str, language: str) -> str:
    lines = [f"\n[{count}] {message(f'doubt {doubt.kind}', language)}"]
    for thing in doubt.things:
        lines += _thing(thing)
    lines += (f"    {number}  {option}" for number, option in enumerate(doubt.options, start=1))
    return "\n".join(lines)


def _thing(thing: Thing) -> list[str]:
    more = f" ({thing.more})" if thing.more else ""
    return [f"  {thing.name}{more}", f"    <{thing.iri}>", *(f"    · {passage}" for passage in thing.passages)]
