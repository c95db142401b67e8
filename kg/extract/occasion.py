"""The opening of a notice as the place where a meeting is told of: its stretches, its people, its posts.

What it says of an earlier session ("sau khi kết thúc Phiên họp …;") is passed over.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.found import Person
from kg.extract.posts import Posts
from kg.extract.reading import Reading
from kg.language.words import pattern
from kg.layout import Zone

_EARLIER = pattern(
    r"sau khi (?:kết thúc|tham dự|dự) [^;.\n]*?(?:;|, (?=(?:ban|ủy ban|thường|tỉnh|đồng chí|chủ tịch|phó)))"
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch [start, end) of the even text."""

    start: int
    end: int


class Occasion:
    """One notice's opening and title, with its officials and the posts named in it."""

    def __init__(self, reading: Reading, people: Sequence[Person]) -> None:
        self.reading, self.people = reading, people
        self.low, self.text = reading.low, reading.text
        self.posts = Posts(reading.text, reading.low, reading.mentions)
        opening, titles = reading.layout.zone(Zone.OPENING), reading.layout.zone(Zone.TITLE)
        self.opening = Stretch(opening[0].start, opening[-1].end) if opening else Stretch(0, 0)
        self.title = Stretch(titles[0].start, titles[-1].end) if titles else Stretch(0, 0)
        items = reading.layout.zone(Zone.ITEMS)
        self.closing = Stretch(items[-1].start, items[-1].end) if items else Stretch(0, 0)
        self.earlier = [m.span() for m in _EARLIER.finditer(self.low, self.opening.start, self.opening.end)]

    def passed(self, at: int) -> bool:
        """Whether an offset stands in words about an earlier session."""
        return any(start <= at < end for start, end in self.earlier)

    def named_in(self, where: Stretch) -> list[tuple[Person, int, int]]:
        """Return the persons named in a stretch, each place of each name, in order."""
        found = [(p, a, b) for p in self.people for a, b in p.places if where.start <= a < where.end]
        return sorted(found, key=lambda item: item[1])
