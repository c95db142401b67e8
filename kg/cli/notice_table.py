"""A notice as a table that a clerk checks in a minute: the facts, the meetings, then who does what by when.

Invariants:

* What a notice says is shown as text: no markup in it is interpreted, no control character is sent on.
* Everything comes from the record; the table adds names of columns and nothing else.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Iterator
from typing import Any, Final

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kg.cli.messages import message
from kg.records import Deadline, Directive, Meeting, Notice, Official, Participation, Role, Stated

_WIDTH_IN_A_PIPE: Final = 120
_NARROWEST: Final = 60
_ACTORS: Final = (Role.RESPONSIBLE, Role.LEAD)


def print_notice(notice: Notice, language: str) -> None:
    """Print a notice to standard output, as wide as the terminal."""
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else _WIDTH_IN_A_PIPE
    console = Console(file=sys.stdout, width=max(width, _NARROWEST), highlight=False, emoji=False)
    console.print(_facts(notice, language))
    console.print(_directives(notice.directives, language))


def _facts(notice: Notice, language: str) -> Table:
    table = Table(box=box.SIMPLE, show_header=False, padding=(0, 1), expand=True)
    table.add_column(style="bold", no_wrap=True)
    table.add_column(ratio=1)
    for name, value in _rows(notice, language):
        table.add_row(message(name, language), _plain(value))
    return table


def _rows(notice: Notice, language: str) -> Iterator[tuple[str, str]]:
    """Yield (name of a message, value) of everything above the directives that the notice states."""
    facts = (
        ("title", notice.title),
        ("number", notice.number),
        ("issued", notice.issued),
        ("issuer", notice.issuer),
        ("signatory", notice.signed_by),
        ("jurisdiction", notice.jurisdiction),
    )
    yield from _stated(facts)
    for meeting in notice.meetings:
        yield from _meeting(meeting)
    yield from (("official", _official(official)) for official in notice.officials)
    if notice.recipients:
        yield "recipients", "; ".join(recipient.agency for recipient in notice.recipients)
    if notice.citations:
        numbers = (f"{citation.kind or ''} {citation.number}".strip() for citation in notice.citations)
        yield "citations", "; ".join(numbers)


def _stated(facts: Iterable[tuple[str, Stated[Any] | None]]) -> Iterator[tuple[str, str]]:
    return ((name, str(fact.value)) for name, fact in facts if fact is not None)


def _meeting(meeting: Meeting) -> Iterator[tuple[str, str]]:
    yield "meeting", meeting.label
    yield from _stated(
        (
            ("held on", meeting.held_on),
            ("held by", meeting.held_by),
            ("chair", meeting.chair),
            ("mode", meeting.mode),
        )
    )
    if meeting.attendance:
        yield "attendees", "; ".join(each.official or each.agency or "" for each in meeting.attendance)


def _official(official: Official) -> str:
    posts = ", ".join(f"{post.role} {post.agency}" for post in official.posts)
    return f"{official.name}: {posts}" if posts else official.name


def _directives(directives: tuple[Directive, ...], language: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_lines=True, expand=True, padding=(0, 1))
    table.add_column(message("item", language), no_wrap=True)
    for name, ratio, least in (("who", 3, 12), ("with whom", 3, 12), ("by when", 2, 12), ("text", 6, 20)):
        table.add_column(message(name, language), ratio=ratio, min_width=least, overflow="fold")
    for directive in directives:
        table.add_row(
            _plain(directive.item or ""),
            _lines(_actors(directive, language)),
            _lines(_others(directive, language)),
            _lines(_due(deadline) for deadline in directive.deadlines),
            _plain(directive.text),
        )
    return table


def _actors(directive: Directive, language: str) -> Iterator[str]:
    """Yield those responsible, each once, with a mark on who leads and who is taken over from above."""
    lead = directive.actors(Role.LEAD)
    for name, each in {_name(each): each for each in directive.participations if each.role in _ACTORS}.items():
        marks = [message("leads", language)] if name in lead else []
        marks += [message("inherited", language)] if each.inherited else []
        yield f"{name} ({', '.join(marks)})" if marks else name


def _others(directive: Directive, language: str) -> Iterator[str]:
    for each in directive.participations:
        if each.role not in _ACTORS:
            yield f"{message(each.role, language)} {_name(each)}"


def _name(participation: Participation) -> str:
    return participation.agency or participation.official or ""


def _due(deadline: Deadline) -> str:
    value = deadline.day or deadline.recurrence or deadline.duration
    return f"{deadline.text} ({value})"


def _lines(parts: Iterable[str]) -> Text:
    return Text("\n").join(map(_plain, parts))


def _plain(text: str) -> Text:
    """Return text that a terminal shows as it stands: white space folded, control characters left out."""
    return Text("".join(letter for letter in " ".join(text.split()) if letter.isprintable()))
