"""Gold file → account. A gold file is JSON and says, for one notice, what a careful reader says it says.

Invariants:

* The stretch of a directive is found in the notice's text by its first and last words, in the order of the
  file, with white space folded on both sides; a quote that is not found makes the gold file unusable.
* A label is compared without the province of its notice at its end.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import KgError
from kg.evaluate.account import Account, Task, stated
from kg.evaluate.labels import comparable, comparable_number, comparable_province

Json = dict[str, Any]
Label = Callable[[str | None], str]


@dataclass(frozen=True, slots=True)
class Gold:
    """A gold file: the notice it is about (a file name without its ending), its province, what it says."""

    notice: str
    province: str
    account: Account


def read_gold(path: Path, notices: Path) -> Gold:
    """Return what a gold file says about its notice, whose text is `notices/NAME.txt`.

    Raises KgError for a file that cannot be read, is no gold file, or does not fit the text.
    """
    try:
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (notices / f"{gold['notice']}.txt").read_text(encoding="utf-8")
        province = gold["jurisdiction"] or ""
        return Gold(gold["notice"], province, _account(gold, text, province))
    except OSError as reason:
        raise KgError(f"{path.name}: {reason.filename}: {reason.strerror}") from None
    except (KeyError, TypeError, AttributeError) as reason:
        raise KgError(f"{path.name}: not a gold file ({reason} is missing or of another kind)") from None
    except ValueError as reason:
        raise KgError(f"{path.name}: {reason}") from None


def spans(text: str, quotes: list[tuple[str, str]]) -> Iterator[tuple[int, int]]:
    """Yield the stretch of `text` from each first quote to the last quote that goes with it.

    The quotes are looked for one after the other, each after the end of the one before. Raises ValueError
    for a quote that is not found there.
    """
    folded = _Folded(text)
    after = 0
    for first, last in quotes:
        start, _ = folded.find(first, after)
        _, after = folded.find(last, start)
        yield folded.offsets[start], folded.offsets[after - 1] + 1


class _Folded:
    """A text with each run of white space as one space, and where each character stands in the text."""

    def __init__(self, text: str) -> None:
        places = [(character, at) for at, character in enumerate(text) if not character.isspace()]
        self.offsets: list[int] = []
        parts: list[str] = []
        for character, at in places:
            if self.offsets and at > self.offsets[-1] + 1:
                parts.append(" ")
                self.offsets.append(at - 1)
            parts.append(character)
            self.offsets.append(at)
        self.text = "".join(parts)

    def find(self, quote: str, after: int) -> tuple[int, int]:
        words = " ".join(quote.split())
        start = self.text.find(words, after)
        if start < 0:
            raise ValueError(f"its notice does not say “{words}” after the directive before")
        return start, start + len(words)


def _account(gold: Json, text: str, province: str) -> Account:
    def label(name: str | None) -> str:
        return comparable(name, province)

    officials, meetings = gold["officials"], gold["meetings"]
    people = [name for meeting in meetings for name in meeting["attendees"]]
    bodies = [name for meeting in meetings for name in meeting["attending_agencies"]]
    return Account(
        facts=stated(_facts(gold, label)),
        officials=frozenset(comparable(official["name"]) for official in officials),
        posts=frozenset(
            (comparable(official["name"]), label(post["agency"]))
            for official in officials
            for post in official["posts"]
            if post["agency"]
        ),
        attendees=frozenset(map(comparable, people)) | frozenset(map(label, bodies)),
        agencies=frozenset(map(label, gold["agencies"])),
        recipients=frozenset(map(label, gold["recipients"])),
        references=frozenset(comparable_number(reference["number"]) for reference in gold["references"]),
        tasks=tuple(_tasks(gold["directives"], text, label)),
    )


def _facts(gold: Json, label: Label) -> Iterator[tuple[str, str | None]]:
    meeting: Json = gold["meetings"][0] if gold["meetings"] else {}
    yield "meeting date", meeting.get("date")
    yield "chair", comparable(meeting.get("chair"))
    yield "mode", meeting.get("mode")
    yield "held by", label(meeting.get("held_by"))
    yield "issuer", label(gold["issuer"])
    yield "signatory", comparable((gold["signatory"] or {}).get("name"))
    yield "number", comparable_number(gold["number"])
    yield "issued", gold["issued"]
    yield "jurisdiction", comparable_province(gold["jurisdiction"])


def _tasks(directives: list[Json], text: str, label: Label) -> Iterator[Task]:
    quotes = [(directive["start_quote"], directive["end_quote"]) for directive in directives]
    for directive, span in zip(directives, spans(text, quotes), strict=True):
        yield Task(
            span=span,
            responsible=frozenset(map(label, directive["responsible"])),
            lead=frozenset(map(label, directive["lead"])),
            coordinating=frozenset(map(label, directive["coordinating"])),
            due=frozenset(map(_due, directive["deadlines"])),
            relations=frozenset((each["type"], label(each["to"])) for each in directive["relations"]),
        )


def _due(deadline: Json) -> str:
    return deadline["date"] or deadline.get("recurrence") or deadline.get("duration") or ""
