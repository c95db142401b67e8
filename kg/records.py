"""What passes between the rooms: what one notice says, each thing with the passage that says it.

Invariants:

* A record is a value: frozen, hashable where its fields are, free of spaCy objects and RDF terms, cheap to
  pickle, so that a worker process can hand it over and an extractor can be tested without a graph.
* Offsets count code points of the text that `kg text` prints, half open: `text[start:end] == quote`.
* Inside one `Notice`, an agency is referred to by its `label` and an official by his or her `name`; whatever
  refers to one of them finds it in `Notice.agencies` or `Notice.officials`.
* A field that the text does not state is None or empty. Nothing is guessed.
* What was concluded rather than read says by which `rule`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A stretch of a notice's text: code points [start, end) and what stands there."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Stated(Generic[T]):
    """A value and the passage that states it."""

    value: T
    passage: Passage
    rule: str = "stated"


class Level(StrEnum):
    """The level of government a body belongs to."""

    CENTRAL = "central"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"


class Role(StrEnum):
    """How a body or a person takes part in a directive; the values are the local names in the graph."""

    RESPONSIBLE = "responsible"
    LEAD = "lead"
    COORDINATING = "coordinating"
    REPORTS_TO = "reportsTo"
    SUBMITS_TO = "submitsTo"
    ADVISES = "advises"
    DIRECTS = "directs"


class Precision(StrEnum):
    """How exactly a deadline names its last moment."""

    TIME = "time"
    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Form:
    """A name as the notice writes it, white space folded, at its first place."""

    text: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class Agency:
    """A body or a group of bodies, under its full name as this notice would write it.

    `group` is true for all bodies of a kind ("Ủy ban nhân dân cấp huyện"), `generic` for nobody in
    particular ("cơ quan"). `province` is the province that the name itself states ("tỉnh Gia Lai"), else
    None; the province that follows from the notice is settled in `kg.identify`. `national` is true for a
    body of which the country has one, whoever writes about it.
    """

    label: str
    forms: tuple[Form, ...]
    group: bool = False
    generic: bool = False
    national: bool = False
    level: Level | None = None
    province: str | None = None


@dataclass(frozen=True, slots=True)
class Post:
    """A post that a person holds: the words before the body ("Phó Bí thư Thường trực"), and the body."""

    role: str
    agency: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class Official:
    """A named person and every post the notice gives."""

    name: str
    passage: Passage
    posts: tuple[Post, ...] = ()


@dataclass(frozen=True, slots=True)
class Attendance:
    """Somebody who is at a meeting: an official by name, or an agency by label."""

    passage: Passage
    agency: str | None = None
    official: str | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting whose conclusions the notice reports. `mode` is "online" where the notice says so."""

    label: str
    passage: Passage
    held_on: Stated[date] | None = None
    held_by: Stated[str] | None = None
    chair: Stated[str] | None = None
    mode: Stated[str] | None = None
    attendance: tuple[Attendance, ...] = ()


@dataclass(frozen=True, slots=True)
class Participation:
    """One relation of a directive to an agency (by label) or a named official.

    `inherited` is true where the addressee comes from an earlier sentence, heading or opening; `passage` is
    then the place it comes from.
    """

    role: Role
    passage: Passage
    agency: str | None = None
    official: str | None = None
    inherited: bool = False
    rule: str = "stated"


@dataclass(frozen=True, slots=True)
class Deadline:
    """When a directive is due: exactly one of a last day, an RFC 5545 recurrence and an ISO 8601 duration."""

    text: str
    passage: Passage
    day: date | None = None
    recurrence: str | None = None
    duration: str | None = None
    precision: Precision | None = None
    rule: str = "stated"


@dataclass(frozen=True, slots=True)
class Citation:
    """A cited document with a number: its type ("Quyết định"), number, date of issue and all places citing it."""

    number: str
    passages: tuple[Passage, ...]
    kind: str | None = None
    issued: date | None = None


@dataclass(frozen=True, slots=True)
class Directive:
    """One sentence, or one clause with its own addressee, that tells somebody to do something.

    `item` is the number of the innermost numbered item ("3.3", "2.a"), None above the first.
    `cites` holds the numbers of the documents cited in it, `decisions` the names of what people decided on it.
    """

    text: str
    passage: Passage
    item: str | None = None
    participations: tuple[Participation, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    cites: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()

    def actors(self, role: Role) -> tuple[str, ...]:
        """Return the agency labels and official names in this role, in the order of the text."""
        return tuple(p.agency or p.official or "" for p in self.participations if p.role is role)


@dataclass(frozen=True, slots=True)
class Recipient:
    """A body of the "Nơi nhận" list, by label."""

    agency: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class Given:
    """What people say of a notice beside its text, and where: "notices.csv", "front matter", "--jurisdiction".

    `address` is where the notice is published.
    """

    place: str
    jurisdiction: str | None = None
    number: str | None = None
    issued: date | None = None
    address: str | None = None

    @property
    def of_the_text(self) -> bool:
        """Whether anything is said that holds wherever the text is published."""
        return any((self.jurisdiction, self.number, self.issued))


@dataclass(frozen=True, slots=True)
class Notice:
    """All that one notice says, and what was given with it.

    `source` is the name it was read under, `digest` the SHA-256 (hex) of its text as UTF-8: two notices are
    the same if and only if their digests are. `issuer` is an agency's label, `signed_by` an official's name,
    `jurisdiction` the name of a province with its kind ("tỉnh Bến Tre").
    """

    source: str
    digest: str
    title: Stated[str] | None = None
    number: Stated[str] | None = None
    issued: Stated[date] | None = None
    issuer: Stated[str] | None = None
    jurisdiction: Stated[str] | None = None
    signed_by: Stated[str] | None = None
    meetings: tuple[Meeting, ...] = ()
    officials: tuple[Official, ...] = ()
    agencies: tuple[Agency, ...] = ()
    directives: tuple[Directive, ...] = ()
    citations: tuple[Citation, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    given: Given | None = None
