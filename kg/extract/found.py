"""What the readers of a notice's facts, people and meetings hand on, before it becomes records.

Offsets are those of the even text (`Layout.text`), half open. Bodies are `Name`s, so that whoever assembles the
records knows their level and kind too.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from kg.extract.names import Name

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A value, the stretch [start, end) that states it, and the rule by which."""

    value: T
    start: int
    end: int
    rule: str = "stated"


@dataclass(frozen=True, slots=True)
class HeldPost:
    """A post of a person: the words before the body ("Phó Bí thư Thường trực"), the body, and where both stand."""

    role: str
    agency: Name
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Person:
    """A named person, the first place of the name, all places, and the posts the notice gives."""

    name: str
    start: int
    end: int
    posts: tuple[HeldPost, ...] = ()
    places: tuple[tuple[int, int], ...] = ()
    rule: str = "stated"


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What stands above the title; a part that is missing or blank is None.

    `organs` are the bodies of the left column, the outer one first: "UBND tỉnh", "Văn phòng".
    """

    number: Found[str] | None = None
    issued: Found[date] | None = None
    organs: tuple[Found[Name], ...] = ()


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs: the name where printed, the post as printed in sentence case, and for whom ("TL. TRƯỞNG BAN").

    `authority` holds the words behind "TL.", "TM.", "KT." of each such line, outermost first, with its mark:
    ("TL", "Chủ tịch"), ("KT", "Chánh Văn phòng"). `posts` are the posts' words of the lines without a mark.
    """

    name: Found[str] | None
    position: Found[str] | None
    authority: tuple[Found[tuple[str, str]], ...] = ()
    posts: tuple[Found[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Attendant:
    """Who is at a meeting: a person by name or a body, and where that is said."""

    start: int
    end: int
    person: str | None = None
    agency: Name | None = None


@dataclass(frozen=True, slots=True)
class MeetingFound:
    """A meeting whose conclusions a notice reports."""

    label: Found[str]
    held_on: Found[date] | None = None
    held_by: Found[Name] | None = None
    chair: Found[str] | None = None
    mode: Found[str] | None = None
    attendants: tuple[Attendant, ...] = ()
