"""How well a graph agrees with what careful readers say the notices say.

Invariant: a measure is a pure function of the graph, the gold files and the notices' texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import KgError
from kg.evaluate.measures import Measure, Measures, compare

if TYPE_CHECKING:
    from pyoxigraph import Quad

__all__ = ["Measure", "Measures", "evaluate", "read_graph"]


def evaluate(graph: Iterable[Quad], gold_files: Iterable[Path], notices: Path) -> Measures:
    """Return precision, recall and F1 of the quads of a graph against gold files.

    `notices` is the folder with the texts ("NAME.txt") that the gold files are about. Raises KgError for a
    gold file that cannot be used.
    """
    from kg.evaluate.found import accounts
    from kg.evaluate.gold import read_gold

    golds = [read_gold(path, notices) for path in gold_files]
    gold = {each.notice: each.account for each in golds}
    return compare(gold, accounts(graph, golds))


def read_graph(path: Path) -> Iterator[Quad]:
    """Yield the quads of an RDF file; its syntax follows from its ending. Raises KgError for what is none.

    Turtle is read as TriG, which it is a part of.
    """
    from pyoxigraph import RdfFormat, parse

    syntax = RdfFormat.from_extension(path.suffix.lstrip("."))
    if syntax is None:
        raise KgError(f"{path}: no RDF file, going by its ending; export one with `kg export -o graph.ttl`")
    try:
        yield from parse(path=path, format=RdfFormat.TRIG if syntax == RdfFormat.TURTLE else syntax)
    except OSError as reason:
        raise KgError(f"{path}: cannot be read ({reason.strerror or reason})") from None
    except SyntaxError as reason:
        raise KgError(f"{path}: not {syntax.name} ({reason.msg}, line {reason.lineno})") from None
