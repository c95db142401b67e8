"""Measures → what is printed or kept: a table, JSON, the differences, the changes since a baseline.

Invariant: figures have three places everywhere, and a baseline is what `as_json` wrote earlier.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from kg.errors import KgError
from kg.evaluate.measures import Measures

MEAN: Final = "mean f1"
_WIDTH: Final = 20


@dataclass(frozen=True, slots=True)
class Change:
    """How far the F1 of a measure moved; `after` is None where the gold counts differ."""

    measure: str
    before: float
    after: float | None

    @property
    def lost(self) -> bool:
        """Whether the measure fell."""
        return self.after is not None and self.after < self.before


def as_json(measures: Measures) -> dict[str, Any]:
    """Return the figures by measure, and the mean of the F1 figures under "mean f1"."""
    figures: dict[str, Any] = {
        name: {
            "precision": round(measure.precision, 3),
            "recall": round(measure.recall, 3),
            "f1": round(measure.f1, 3),
            "gold": measure.gold,
            "found": measure.found,
        }
        for name, measure in measures.by_name.items()
    }
    return {**figures, MEAN: round(measures.mean_f1, 3)}


def table(measures: Measures) -> Iterator[str]:
    """Yield the lines of the table that a reader is shown."""
    yield f"{'measure':<{_WIDTH}}{'P':>7}{'R':>7}{'F1':>7}{'gold':>7}{'found':>7}"
    for name, each in measures.by_name.items():
        ratios = f"{each.precision:>7.3f}{each.recall:>7.3f}{each.f1:>7.3f}"
        yield f"{name:<{_WIDTH}}{ratios}{each.gold:>7}{each.found:>7}"
    yield f"{MEAN:<{_WIDTH}}{'':>14}{measures.mean_f1:>7.3f}"
    yield f"notices in the graph: {measures.notices_found} of {measures.notices}"


def details(measures: Measures) -> Iterator[str]:
    """Yield a line a difference, with tabs: notice, measure, "-" (missed) or "+" (wrongly found), what."""
    for each in measures.differences:
        yield "\t".join((each.notice, each.measure, "-" if each.missed else "+", each.what))


def changes(measures: Measures, baseline: dict[str, Any]) -> Iterator[Change]:
    """Yield what moved since the baseline, and what cannot be compared with it, in the order of the table."""
    now = as_json(measures)
    comparable = {
        name: baseline[name]["gold"] == figures["gold"]
        for name, figures in now.items()
        if name != MEAN and name in baseline
    }
    for name, same_gold in comparable.items():
        before, after = baseline[name]["f1"], now[name]["f1"]
        if not same_gold or before != after:
            yield Change(name, before, after if same_gold else None)
    if all(comparable.values()) and baseline[MEAN] != now[MEAN]:
        yield Change(MEAN, baseline[MEAN], now[MEAN])


def read_baseline(path: Path) -> dict[str, Any]:
    """Return the figures that a file keeps; raises KgError where it keeps none."""
    try:
        baseline = json.loads(path.read_text(encoding="utf-8"))
        figures = [value for name, value in baseline.items() if name != MEAN]
        if all({"f1", "gold"} <= figure.keys() for figure in figures) and isinstance(baseline[MEAN], float | int):
            return dict(baseline)
    except OSError as reason:
        raise KgError(f"{path}: {reason.strerror}") from None
    except (ValueError, KeyError, AttributeError):
        pass
    raise KgError(f"{path}: not a baseline; write one with `kg evaluate … --json`")


def change_line(change: Change) -> str:
    """Return the line that tells a reader of a change."""
    if change.after is None:
        return f"  {change.measure}: not compared, the gold files name another number of things"
    sign = "-" if change.lost else "+"
    moved = abs(change.after - change.before)
    return f"{sign} {change.measure}: {change.before:.3f} → {change.after:.3f} ({sign}{moved:.3f})"
