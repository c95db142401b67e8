"""`kg build`."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from kg.cli.console import progress, say, tell
from kg.cli.settings import Settings, common_options
from kg.errors import InputError, KgError
from kg.graph.terms import BASE

if TYPE_CHECKING:
    from kg.build import Report
    from kg.read import Input

_IRI: Final = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+[/#]", re.IGNORECASE)
_WORTH_WORKERS: Final = 100
"""Notices from which on starting more processes takes less time than it saves."""
_SHOWN: Final = 5


@click.command
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--jurisdiction", metavar="NAME", help="The province of notices whose text shows none.")
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="How many notices to read at a time.  [default: fits]",
)
@click.option(
    "--decisions",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="What people decided (`kg review` writes it), in place of what the store was built with.",
)
@click.option("--prune", is_flag=True, help="Remove the notices of files that are gone.")
@click.option("--force", is_flag=True, help="Read unchanged files again.")
@click.option("--base", envvar="KG_BASE", default=BASE, metavar="IRI", help="What the IRIs begin with.  [KG_BASE]")
@common_options
@click.pass_obj
def command(
    settings: Settings,
    paths: tuple[str, ...],
    jurisdiction: str | None,
    jobs: int | None,
    decisions: Path | None,
    prune: bool,
    force: bool,
    base: str,
) -> int:
    """Read notices (files or folders) into the store.

    Done again, only what changed is read. What cannot be read is named and stops nothing (exit status 1). A
    PATH may be `-` for standard input.

    \b
    Example:
      kg build notices/
      kg build notice.txt --jurisdiction 'tỉnh Sông Lam'
      kg build notices/ --decisions decisions.jsonl
    """
    from kg.build import build
    from kg.graph.store import open_store
    from kg.identify.decisions import load

    if not _IRI.fullmatch(base):
        raise KgError(f"--base {base}: not an absolute IRI that ends in / or #")
    inputs, missing = _found(paths)
    with open_store(settings.store, base=base) as store, progress("reading", settings.language) as advance:
        report = build(
            inputs,
            store,
            jurisdiction=jurisdiction,
            jobs=jobs or _usual_jobs(len(inputs)),
            decisions=load(decisions) if decisions else None,
            prune=prune,
            force=force,
            progress=advance,
        )
    refused = [*missing, *report.refused]
    _tell(report, refused, settings)
    return 1 if refused else 0


def _found(paths: Iterable[str]) -> tuple[list[Input], list[str]]:
    """Return the inputs that paths stand for, and a line for each path, and row beside them, that stands for none."""
    from kg.read import find, strays

    inputs: list[Input] = []
    missing = []
    for path in paths:
        try:
            found = list(find([path]))
        except InputError as reason:
            missing.append(str(reason))
            continue
        if not found:
            missing.append(f"{path}: no notice in this folder; `kg build FILE` reads any text file")
        inputs += found
        missing += strays([path])
    return inputs, missing


def _usual_jobs(notices: int) -> int:
    return (os.cpu_count() or 1) if notices >= _WORTH_WORKERS else 1


def _tell(report: Report, refused: list[str], settings: Settings) -> None:
    for line in (*refused, *report.conflicts):
        tell(line)
    if report.gone:
        say("gone", settings.language, names=_some(report.gone))
    if report.scopeless:
        say("open jurisdiction", settings.language, names=_some(report.scopeless))
    counts = {name: len(getattr(report, name)) for name in ("read", "replaced", "unchanged", "removed")}
    say("built", settings.language, **counts, refused=len(refused), store=settings.store)


def _some(names: tuple[str, ...]) -> str:
    """Return the first names, and how many more there are."""
    more = len(names) - _SHOWN
    return ", ".join(names[:_SHOWN]) + (f", … (+{more})" if more > 0 else "")
