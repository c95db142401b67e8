"""What the extractors hand one another about names, before they are records.

Offsets are those of the even text (`Layout.text`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.records import Level


@dataclass(frozen=True, slots=True)
class Name:
    """A body or group under its full name, as far as its own words give it.

    `head` is what a short mention of it shares with it ("Ban Chỉ đạo"); `bare` is true for such a short
    mention, whose full name the notice gives elsewhere; `acting` for a place that is an agency only where it
    acts. `place` is the part of the label that says where;
    `inner` the body that an office belongs to ("Thường trực" + "Ban Chỉ đạo").
    """

    label: str
    head: str = ""
    level: Level | None = None
    group: bool = False
    generic: bool = False
    national: bool = False
    province: str | None = None
    bare: bool = False
    acting: bool = False
    place: str = ""
    inner: Name | None = None

    @property
    def base(self) -> str:
        """The label without its place."""
        return self.label.removesuffix(self.place).rstrip() if self.place else self.label

    def called(self, label: str) -> Name:
        """Return the same under another label."""
        return replace(self, label=label)


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that names an agency: where, whom, and whether by a post that stands for it ("Chủ tịch …").

    `first` and `last` are the ends of the enumeration that the mention belongs to, quantifier and post
    included; `whole` is true where the words are one whole name. `person` is the named official who is meant.
    """

    start: int
    end: int
    name: Name
    first: int
    last: int
    post: str = ""
    whole: bool = True
    person: str = ""
