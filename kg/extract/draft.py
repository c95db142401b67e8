"""What the components of the pipeline have found so far; each fills its own fields, `record` reads them all.

Offsets are those of the even text (`Layout.text`), as in the spaCy `Doc` the draft hangs on.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from kg.extract.citations import FoundCitation
from kg.extract.deadlines import FoundDeadline
from kg.extract.directives import Task
from kg.extract.found import Found, Letterhead, MeetingFound, Person, Signature
from kg.extract.names import Mention, Name
from kg.extract.reading import Reading
from kg.extract.resolve import Home
from kg.layout import Layout
from kg.read import Source


@dataclass
class Draft:
    """The state of one notice on its way through the pipeline."""

    source: Source
    layout: Layout
    mentions: list[Mention] = field(default_factory=list)
    citations: list[FoundCitation] = field(default_factory=list)
    letterhead: Letterhead = field(default_factory=Letterhead)
    signature: Signature | None = None
    title: Found[str] | None = None
    issuer: Found[Name] | None = None
    jurisdiction: Found[str] | None = None
    recipients: list[Found[Name]] = field(default_factory=list)
    short: dict[str, str] = field(default_factory=dict)
    """The abbreviations that the notice itself gives."""
    home: Home = field(default_factory=Home)
    persons: list[Person] = field(default_factory=list)
    meetings: list[MeetingFound] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    deadlines: dict[int, list[FoundDeadline]] = field(default_factory=dict)
    """By the index of the task."""

    @property
    def reading(self) -> Reading:
        """The layout and the mentions so far."""
        return Reading(self.layout, self.mentions)

    @property
    def reference_day(self) -> date | None:
        """The day that dates without a year are read from: the meeting's, else the issue's."""
        days = [meeting.held_on.value for meeting in self.meetings if meeting.held_on]
        return days[0] if days else self.letterhead.issued.value if self.letterhead.issued else None
