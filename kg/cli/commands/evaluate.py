"""`kg evaluate`."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.console import say
from kg.cli.settings import Settings, common_options
from kg.cli.stores import open_to_read
from kg.errors import KgError

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from kg.evaluate import Measures

PATH = click.Path(path_type=Path)


@click.command
@click.argument("paths", metavar="[GRAPH_OR_STORE] GOLD...", nargs=-1, required=True, type=PATH)
@click.option("--notices", type=PATH, metavar="DIR", help="The texts of the notices.  [default: beside the gold files]")
@click.option("--json", "as_json_", is_flag=True, help="Print the figures as JSON; kept, they are a baseline.")
@click.option("--details", "with_details", is_flag=True, help="Print what was missed (-) and wrongly found (+).")
@click.option("--baseline", type=PATH, metavar="FILE", help="Tell gains and losses against earlier figures.")
@common_options
@click.pass_obj
def command(
    settings: Settings,
    paths: tuple[Path, ...],
    notices: Path | None,
    as_json_: bool,
    with_details: bool,
    baseline: Path | None,
) -> int:
    """Measure a graph against gold files: precision, recall and F1.

    GRAPH_OR_STORE is a file that `kg export` wrote or the folder of a store; without it, the store of
    --store is measured. GOLD are the .json files of careful readers. With --baseline, the exit status is 1 if
    a measure fell.

    \b
    Example:
      kg evaluate output/graph.ttl samples/gold/*.json
      kg evaluate samples/gold/*.json --json > baseline.json
    """
    from kg.evaluate import evaluate
    from kg.evaluate.report import as_json, details, table

    graph, gold = _sorted_out(settings, paths)
    measures = evaluate(_quads(graph), gold, notices or _beside(gold[0]))
    if with_details:
        _print(details(measures))
    if as_json_:
        click.echo(json.dumps(as_json(measures), ensure_ascii=False, indent=1))
    else:
        _print(table(measures))
    return _compared(settings, measures, baseline) if baseline else 0


def _sorted_out(settings: Settings, paths: tuple[Path, ...]) -> tuple[str, list[Path]]:
    """Return the graph and the gold files; a graph never ends in .json, which is what a gold file does."""
    graph, gold = (None, paths) if paths[0].suffix == ".json" else (paths[0], paths[1:])
    if not gold:
        raise KgError(f"{graph}: there is nothing to measure it against; name at least one gold file")
    return str(graph or settings.store), list(gold)


def _quads(graph: str) -> Iterable[Quad]:
    from kg.evaluate import read_graph

    is_store = "://" in graph or Path(graph).is_dir() or not Path(graph).suffix
    if not is_store:
        return read_graph(Path(graph))
    with open_to_read(graph) as store:
        return list(store.quads())


def _beside(gold: Path) -> Path:
    """Return where the texts usually are: with the gold file, in `notices` beside its folder, or above it."""
    folder = gold.resolve().parent
    places = (folder, folder.parent / "notices", folder.parent)
    return next((place for place in places if any(place.glob("*.txt"))), folder)


def _compared(settings: Settings, measures: Measures, baseline: Path) -> int:
    from kg.evaluate.report import change_line, changes, read_baseline

    moved = list(changes(measures, read_baseline(baseline)))
    for change in moved:
        click.echo(change_line(change), err=True)
    losses = sum(change.lost for change in moved)
    say("loss" if losses else "no loss", settings.language, count=losses)
    return 1 if losses else 0


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)
