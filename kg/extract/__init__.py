"""Text with a layout → what one notice says. A spaCy component a kind of thing; `kg.extract.pipeline` lists them.

    names and places (lexicon, places, complements, bodies, groups, agencies, resolve)
      → citations, facts, officials, meetings
      → directives (clauses, tasks, relations) → deadlines → record

Invariant: a pure function of the text and of the tables in `kg.data`.
"""

from __future__ import annotations

from dataclasses import replace

from kg.errors import InputError
from kg.read import Source
from kg.records import Notice

__all__ = ["extract"]


def extract(source: Source) -> Notice:
    """Return what a notice says; raises InputError for a text that is none.

    A text is a notice where it tells somebody to do something, or at least reports a meeting or is issued by
    a body under a number.
    """
    from kg.extract.pipeline import read

    notice: Notice = read(source)._.notice
    if not (notice.directives or notice.meetings or (notice.issuer and notice.number)):
        raise InputError(f"{source.name}: no notice found in the text (no task, meeting, or issuer with a number)")
    return replace(notice, given=source.given)
