"""Lists of who is at a meeting that stand in the opening, numbered or not: "Thành phần tham dự:", "1. Về phía …".

Such a numbered list is no list of tasks, though it comes before those. Pure functions of the paragraphs' words.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.language.words import matching, pattern
from kg.layout.paragraphs import Paragraph

_MEETING = r"(?: (?:cuộc họp|hội nghị|phiên họp|buổi làm việc|buổi họp|cuộc làm việc))?"
_ANNOUNCES = pattern(
    rf"(?:^|[.;*] |\n)\W*(?:(?:\*|-|\d\.|[ivx]+\.) ?)?(?:"
    rf"(?:về )?thành phần(?: tham dự| dự họp| dự| tham gia| họp)?{_MEETING}(?: gồm có| gồm| có)?|"
    rf"(?:cùng )?(?:tham dự|dự họp|dự|tham gia){_MEETING}(?: gồm có| gồm| có)(?: các (?:đồng chí|đại biểu))?"
    r")\s*:?\W*$"
)


def announces_roll(text: str) -> bool:
    """Whether a paragraph ends by announcing the list of who is at the meeting, and says nothing of it itself."""
    low = matching(text.rstrip())
    return (low.rstrip("* ").endswith(":") or len(low) < 40) and bool(_ANNOUNCES.search(low))


def roll_end(body: Sequence[Paragraph], first: int) -> int:
    """Return where a numbered roll that begins at an index ends; the index itself where no other list follows it."""
    mark = body[first].marker
    for i in range(first + 1, len(body)):
        here = body[i].marker
        begins_again = here and mark and (here.kind, here.value) == (mark.kind, mark.value)
        wider = here and mark and here.depth < mark.depth
        if here is None or begins_again or wider:
            return i if any(p.marker and not p.marker.bullet for p in body[i:]) else first
    return first
