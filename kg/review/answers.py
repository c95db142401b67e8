"""A person's answer to a doubt as a decision, and the file of decisions it is added to.

Invariant: a file of decisions only grows, a whole line at a time; what was answered before an interruption is kept.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pyoxigraph import NamedNode

from kg.errors import InputError, KgError
from kg.graph.store import select
from kg.identify.decisions import FIELDS, write

if TYPE_CHECKING:
    from kg.graph.store import Store
    from kg.review.doubts import Doubt

_DIRECTIVE: Final = """
SELECT DISTINCT ?notice ?source ?quote {{
  VALUES ?named {{ {named} }}
  ?notice nkg:contains ?directive ; dcterms:source ?source .
  ?directive nkg:evidence ?passage .
  ?passage nkg:quote ?quote .
  FILTER(?named = ?directive || ?named = ?passage)
}} ORDER BY ?source LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """Who answers, on which day, and why if they say so."""

    by: str
    on: date
    note: str = ""

    def said(self) -> dict[str, str]:
        """Return the parts of a decision that tell who made it."""
        note = {"note": self.note} if self.note else {}
        return {"by": self.by, "on": self.on.isoformat(), **note}


def settled(doubt: Doubt, value: str, answer: Answer) -> str:
    """Return the line that settles a doubt.

    `value` is "same" or "different" for two things, else the province or the full name.
    """
    if doubt.kind == "same":
        one, other = doubt.things
        return write({"decide": value, "one": one.iri, "other": other.iri, **answer.said()})
    part = {"jurisdiction": "notice", "name": "agency"}[doubt.kind]
    return write({"decide": doubt.kind, part: doubt.things[0].iri, "value": value, **answer.said()})


def correction(store: Store, at: str, field: str, values: list[str], answer: Answer) -> str:
    """Return the line that corrects a field of the directive that an IRI names, or whose passage it is.

    Raises InputError where there is no such directive or field.
    """
    if field not in FIELDS:
        raise InputError(f"{field}: no field of a directive; the fields are {', '.join(FIELDS)}")
    said: Mapping[str, Any] = {"decide": "field", **_directive(store, at), "field": field, "value": values}
    try:
        return write({**said, **answer.said()})
    except ValueError as reason:
        raise InputError(f"{field}: {reason}") from None


def add(path: Path, line: str) -> None:
    """Add a line to a file of decisions, making the file if there is none; raises KgError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a+", encoding="utf-8") as file:
            file.seek(0)
            whole = file.read()
            if whole and not whole.endswith("\n"):
                file.write("\n")
            file.write(f"{line}\n")
            file.flush()
            os.fsync(file.fileno())
    except (OSError, UnicodeDecodeError) as reason:
        raise KgError(f"{path}: cannot be written ({getattr(reason, 'strerror', None) or reason})") from None


def _directive(store: Store, at: str) -> dict[str, str]:
    try:
        query = _DIRECTIVE.format(named=NamedNode(at))
    except ValueError:
        raise InputError(f"{at}: not an IRI; `kg ask duties` shows those of directives") from None
    for row in select(store, query):
        return {"notice": row["notice"].value, "source": row["source"].value, "quote": row["quote"].value}
    raise InputError(f"{at}: no directive of this store, and no passage of one")
