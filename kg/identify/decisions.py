"""What people decided where the program cannot: a file of JSON lines, one decision a line.

    {"decide": "same", "one": IRI, "other": IRI, "by": "Lan", "on": "2026-03-02"}
    {"decide": "different", "one": IRI, "other": IRI, …}
    {"decide": "jurisdiction", "notice": IRI, "value": "tỉnh Sông Lam", …}
    {"decide": "name", "agency": IRI, "value": "Ban Chỉ đạo nước sạch tỉnh", …}
    {"decide": "field", "notice": IRI, "source": "a.txt", "quote": "…", "field": "lead", "value": ["Sở Xây dựng"], …}

`by` and `on` say who and when; `note` may say why. Invariants: what a set of decisions means does not depend on the
order of its lines; lines that contradict each other mean nothing, each of them; any other line stands by itself.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from kg.errors import InputError
from kg.identify.iri import short_hash

BY_DECISION: Final = "a person decided"
FIELDS: Final = ("responsible", "lead", "coordinating", "reportsTo", "submitsTo", "advises", "directs", "deadline")
"""What of a directive can be corrected; the local names of its properties."""

_PARTS: Final[Mapping[str, tuple[str, ...]]] = {
    "same": ("one", "other"),
    "different": ("one", "other"),
    "jurisdiction": ("notice", "value"),
    "name": ("agency", "value"),
    "field": ("notice", "quote", "field", "value"),
}
_ABOUT: Final = ("one", "other", "notice", "agency")
_IRI: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
_MORE: Final = frozenset(("by", "on", "note", "source"))


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: its kind, what it says, who made it and when, and the line as it is kept."""

    kind: str = field(compare=False)
    said: Mapping[str, Any] = field(compare=False)
    line: str

    @property
    def by(self) -> str:
        """Who decided."""
        return str(self.said["by"])

    @property
    def on(self) -> date:
        """The day of the decision."""
        return date.fromisoformat(self.said["on"])

    @property
    def name(self) -> str:
        """A name of its own, the same in every file."""
        return short_hash(self.line)

    @property
    def about(self) -> tuple[str, ...]:
        """The IRIs it is about."""
        return tuple(str(self.said[part]) for part in _ABOUT if part in self.said)

    @property
    def subject(self) -> tuple[str, ...]:
        """What no other decision may decide otherwise."""
        match self.kind:
            case "field":
                return ("field", self.said["notice"], self.said["quote"], self.said["field"])
            case "jurisdiction":
                return ("jurisdiction", self.said["notice"])
            case "name":
                return ("name", self.said["agency"])
            case _:
                return ("pair", *sorted(self.about))

    @property
    def outcome(self) -> str:
        """What is decided, to be compared with another decision of the same subject."""
        value = self.said.get("value", self.kind)
        return json.dumps(sorted(value) if isinstance(value, list) else value, ensure_ascii=False)


@dataclass(frozen=True)
class Decisions:
    """The decisions that hold, each subject's once."""

    all: tuple[Decision, ...] = ()

    def of(self, kind: str, part: str, value: str) -> Decision | None:
        """Return the decision of a kind whose part has a value."""
        return self._by_part.get((kind, part, value))

    def fields(self, notice: str, source: str) -> list[Decision]:
        """Return the corrections for a notice, by its IRI, or by the name of its file where its text has changed."""
        return [
            each
            for each in self.all
            if each.kind == "field" and (each.said["notice"] == notice or each.said.get("source") == source)
        ]

    def canonical(self, iri: str) -> str:
        """Return the IRI that stands for all those which are the same by decision: the first by code points."""
        return min(self.group(iri))

    def group(self, iri: str) -> frozenset[str]:
        """Return all IRIs that are the same as one by decision, itself among them."""
        return self._groups.get(iri, frozenset((iri,)))

    def joining(self, iri: str) -> list[Decision]:
        """Return the decisions that make an IRI the same as others."""
        group = self.group(iri)
        return [each for each in self.all if each.kind == "same" and group & set(each.about)]

    @cached_property
    def _by_part(self) -> dict[tuple[str, str, str], Decision]:
        return {(each.kind, part, each.said[part]): each for each in self.all for part in _ABOUT if part in each.said}

    @cached_property
    def _groups(self) -> dict[str, frozenset[str]]:
        return _joined(each for each in self.all if each.kind == "same")


NONE: Final = Decisions()


@dataclass(slots=True)
class Reading:
    """What a file of decisions says, and a line for the user for each line of it that does not hold."""

    decisions: Decisions = NONE
    faults: list[str] = field(default_factory=list)


def load(path: Path) -> Reading:
    """Return the decisions of a file; raises InputError where it cannot be read at all."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as reason:
        raise InputError(f"{path}: cannot be read ({reason.strerror})") from None
    except UnicodeDecodeError as reason:
        raise InputError(f"{path}: not UTF-8 text (at byte {reason.start}); save it as UTF-8") from None
    return parse(text.splitlines(), str(path))


def parse(lines: Iterable[str], where: str) -> Reading:
    """Return the decisions that lines hold; `where` names the lines to the user."""
    numbered: list[tuple[int, Decision]] = []
    faults = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            numbered.append((number, _decision(line)))
        except ValueError as reason:
            faults.append(f"{where}, line {number}: {reason}; it is passed over")
    held, contradictions = _consistent(numbered)
    faults += (f"{where}, {contradiction}" for contradiction in contradictions)
    return Reading(Decisions(tuple(sorted(held, key=lambda each: each.line))), faults)


def write(said: Mapping[str, Any]) -> str:
    """Return a decision as the line that is kept; raises ValueError where it is none."""
    return _decision(json.dumps(said, ensure_ascii=False)).line


def _decision(line: str) -> Decision:
    try:
        said = json.loads(line)
    except ValueError:
        raise ValueError("not a line of JSON") from None
    if not isinstance(said, dict) or said.get("decide") not in _PARTS:
        raise ValueError(f'"decide" must be one of {", ".join(_PARTS)}')
    kind = said["decide"]
    known = {"decide", *_PARTS[kind], *_MORE}
    if unknown := sorted(said.keys() - known):
        raise ValueError(f"unknown {unknown[0]!r}; a decision {kind!r} has {', '.join(sorted(known))}")
    if missing := [part for part in (*_PARTS[kind], "by", "on") if not said.get(part) and part != "value"]:
        raise ValueError(f"{missing[0]!r} is missing")
    _check_values(kind, said)
    return Decision(kind, said, json.dumps(said, ensure_ascii=False, sort_keys=True))


def _check_values(kind: str, said: Mapping[str, Any]) -> None:
    try:
        date.fromisoformat(said["on"])
    except (ValueError, TypeError):
        raise ValueError(f"{said['on']!r} is no day; write YYYY-MM-DD") from None
    if wrong := next((said[part] for part in _ABOUT if part in said and not _IRI.fullmatch(str(said[part]))), None):
        raise ValueError(f"{wrong!r} is no IRI")
    if "one" in said and said["one"] == said.get("other"):
        raise ValueError("'one' and 'other' are the same already")
    if kind == "field":
        _check_field(said)
    elif any(not isinstance(said.get(part), str) or not said[part].strip() for part in _PARTS[kind]):
        raise ValueError(f"{', '.join(_PARTS[kind])} must be texts")


def _check_field(said: Mapping[str, Any]) -> None:
    if said["field"] not in FIELDS:
        raise ValueError(f"no field {said['field']!r}; the fields are {', '.join(FIELDS)}")
    values = said.get("value")
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise ValueError("'value' must be a list of texts, empty for none")
    if said["field"] == "deadline":
        for value in values:
            date.fromisoformat(value)


def _consistent(numbered: list[tuple[int, Decision]]) -> tuple[set[Decision], list[str]]:
    """Return the decisions that no other contradicts, and which lines contradict each other."""
    by_subject: dict[tuple[str, ...], list[tuple[int, Decision]]] = defaultdict(list)
    for number, each in numbered:
        by_subject[each.subject].append((number, each))
    held: list[Decision] = []
    contradictions = []
    for rows in by_subject.values():
        if len({each.outcome for _, each in rows}) > 1:
            contradictions.append(_contradiction(number for number, _ in rows))
        else:
            held.append(min((each for _, each in rows), key=lambda each: each.line))
    return _without_broken_groups(held, numbered, contradictions)


def _without_broken_groups(
    held: list[Decision], numbered: list[tuple[int, Decision]], contradictions: list[str]
) -> tuple[set[Decision], list[str]]:
    """Leave out chains of "same" that end in a "different"."""
    groups = _joined(each for each in held if each.kind == "same")
    broken = {
        groups[one] for one, other in (e.about for e in held if e.kind == "different") if other in groups.get(one, ())
    }
    dropped = {each.line for each in held if each.kind in {"same", "different"} and groups.get(each.about[0]) in broken}
    if dropped:
        contradictions.append(_contradiction(number for number, each in numbered if each.line in dropped))
    return {each for each in held if each.line not in dropped}, contradictions


def _contradiction(numbers: Iterable[int]) -> str:
    return f"lines {', '.join(map(str, sorted(numbers)))}: contradict each other; none of them is applied"


def _joined(same: Iterable[Decision]) -> dict[str, frozenset[str]]:
    groups: dict[str, frozenset[str]] = {}
    for each in same:
        one, other = each.about
        joined = groups.get(one, frozenset((one,))) | groups.get(other, frozenset((other,)))
        groups.update(dict.fromkeys(joined, joined))
    return groups


def about(decisions: Iterable[Decision], *sets: Decisions) -> Iterator[str]:
    """Yield the IRIs that decisions are about, and those that are the same as one of them in any of the sets."""
    for each in decisions:
        for iri in each.about:
            for one in sets:
                yield from one.group(iri)
