"""Two accounts of the same notices → how well one agrees with the other.

Invariants:

* Counts are summed over the notices before a ratio is taken (micro average).
* What names nobody in particular is left out on both sides, except among deadlines and directives.
* A directive of the graph is one of the gold if their stretches of text share at least half of their union;
  the pairs are made one to one, the best first. Whatever hangs on a directive counts only with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from kg.evaluate.account import Account, Task
from kg.evaluate.labels import names_nobody

MEASURES: Final = (
    "facts",
    "officials",
    "posts",
    "attendees",
    "agencies",
    "recipients",
    "references",
    "directives",
    "responsible",
    "lead",
    "coordinating",
    "coordination pairs",
    "relations",
    "deadlines",
)
ENOUGH_OVERLAP: Final = 0.5

Things = frozenset[object]


@dataclass(frozen=True, slots=True)
class TaskKey:
    """What a task is known by: its place in its list (negative where it has no partner) and its stretch."""

    at: int
    span: tuple[int, int] | None

    def __str__(self) -> str:
        return f"char={self.span[0]},{self.span[1]}" if self.span else "without a passage"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that only the gold file says (missed) or only the graph (not missed: wrongly found)."""

    notice: str
    measure: str
    missed: bool
    what: str


@dataclass(frozen=True, slots=True)
class Measure:
    """What both sides say, and what only one of them does, counted."""

    right: int
    wrong: int
    missed: int

    @property
    def gold(self) -> int:
        """How many things the gold files name."""
        return self.right + self.missed

    @property
    def found(self) -> int:
        """How many things the graph names."""
        return self.right + self.wrong

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 0 where nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold that was found; 0 where there is none."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 0 where both are."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Measures:
    """The result: each measure by name, in the order of `MEASURES`, and every difference behind it."""

    by_name: Mapping[str, Measure]
    differences: tuple[Difference, ...]
    notices: int
    notices_found: int

    @property
    def mean_f1(self) -> float:
        """The mean of the F1 figures as they are printed (three places), over the measures with any gold."""
        figures = [round(measure.f1, 3) for measure in self.by_name.values() if measure.gold]
        return sum(figures) / len(figures) if figures else 0.0


def compare(gold: Mapping[str, Account], found: Mapping[str, Account]) -> Measures:
    """Return how the accounts of the graph agree with those of the gold files; both are by notice name."""
    counts = {name: [0, 0, 0] for name in MEASURES}
    differences: list[Difference] = []
    for notice, account in gold.items():
        for name, (wanted, got) in _sides(account, found.get(notice, Account())).items():
            sizes = len(wanted & got), len(got - wanted), len(wanted - got)
            counts[name] = [total + size for total, size in zip(counts[name], sizes, strict=True)]
            differences += _differences(notice, name, wanted, got)
    return Measures(
        by_name={name: Measure(*counts[name]) for name in MEASURES},
        differences=tuple(differences),
        notices=len(gold),
        notices_found=len(found.keys() & gold.keys()),
    )


def align(gold: tuple[Task, ...], found: tuple[Task, ...]) -> dict[int, int]:
    """Return, for each task found that is one of the gold's, the index of that one."""
    overlaps = sorted(
        (-_overlap(wanted, got), at, index)
        for at, wanted in enumerate(gold)
        for index, got in enumerate(found)
        if _overlap(wanted, got) >= ENOUGH_OVERLAP
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, at, index in overlaps:
        if at not in taken and index not in pairs:
            pairs[index] = at
            taken.add(at)
    return pairs


def _overlap(one: Task, other: Task) -> float:
    """Return the share of the union of two stretches that both cover."""
    if one.span is None or other.span is None:
        return 0.0
    both = min(one.span[1], other.span[1]) - max(one.span[0], other.span[0])
    union = max(one.span[1], other.span[1]) - min(one.span[0], other.span[0])
    return max(both, 0) / union if union else 0.0


def _sides(gold: Account, found: Account) -> dict[str, tuple[Things, Things]]:
    """Return what each measure compares: the gold's things and the graph's."""
    pairs = align(gold.tasks, found.tasks)
    own_keys = [TaskKey(at, task.span) for at, task in enumerate(gold.tasks)]
    other_keys = [
        own_keys[pairs[index]] if index in pairs else TaskKey(-1 - index, task.span)
        for index, task in enumerate(found.tasks)
    ]
    own, other = _things(gold, own_keys), _things(found, other_keys)
    return {name: (own[name], other[name]) for name in MEASURES}


def _things(account: Account, keys: list[TaskKey]) -> dict[str, Things]:
    """Return the things of each measure; the keys are those of the tasks, in their order."""
    tasks = list(zip(keys, account.tasks, strict=True))
    relations = account.relations()
    return {
        "facts": frozenset(account.facts.items()),
        "officials": frozenset(account.officials),
        "posts": frozenset(account.posts),
        "attendees": frozenset(_named(account.attendees)),
        "agencies": frozenset(_named(account.agencies)),
        "recipients": frozenset(_named(account.recipients)),
        "references": frozenset(account.references),
        "directives": frozenset(keys),
        "responsible": frozenset((key, name) for key, task in tasks for name in _named(task.responsible)),
        "lead": frozenset((key, name) for key, task in tasks for name in _named(task.lead)),
        "coordinating": frozenset((key, name) for key, task in tasks for name in _named(task.coordinating)),
        "coordination pairs": frozenset(pair for pair in account.coordinations() if not _any_nobody(*pair)),
        "relations": frozenset(each for each in relations if not _any_nobody(*each[1:])),
        "deadlines": frozenset((key, time) for key, task in tasks for time in task.due),
    }


def _named(names: Iterable[str]) -> Iterator[str]:
    return (name for name in names if not names_nobody(name))


def _any_nobody(*names: str) -> bool:
    return any(map(names_nobody, names))


def _differences(notice: str, measure: str, wanted: Things, got: Things) -> Iterator[Difference]:
    for missed, things in ((True, wanted - got), (False, got - wanted)):
        for thing in sorted(map(_readable, things)):
            yield Difference(notice, measure, missed, thing)


def _readable(thing: object) -> str:
    return " | ".join(map(str, thing)) if isinstance(thing, tuple) else str(thing)
