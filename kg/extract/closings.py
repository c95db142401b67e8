"""Which deadlines each task has: those it states, and that of a fragment which closes its item.

"Thời hạn hoàn thành: …" at the end of an item gives its deadline to every task of the item.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from kg.extract import deadlines, splitting
from kg.extract.deadlines import FoundDeadline
from kg.extract.directives import Task
from kg.extract.reading import Reading
from kg.language.words import pattern
from kg.layout import Zone

_FRAGMENT = pattern(
    r"\(?(?:thời hạn|thời gian|tiến độ|hạn)(?: (?:hòan thành|thực hiện|báo cáo|gửi|trình|xử lý|"
    r"giải quyết))*\s?(?::|trước|chậm|xong|là|trong|đến|hòan)"
)


def due(
    reading: Reading, tasks: Sequence[Task], reference: date | None, issued: date | None = None
) -> dict[int, list[FoundDeadline]]:
    """Return the deadlines of each task by its index; a day without a year is the first on or after `reference`.

    `issued` is the notice's own day.
    """
    found = {i: deadlines.find(reading.text, task.start, task.end, reference, issued) for i, task in enumerate(tasks)}
    for start, end, item in _fragments(reading):
        closing = deadlines.find(reading.text, start, end, reference, issued)
        for i, task in enumerate(tasks):
            if task.end <= start and item in _line(reading, task.block):
                found[i] = found[i] or closing
    return found


def _fragments(reading: Reading) -> Iterator[tuple[int, int, int]]:
    """Yield the fragments that close an item with its deadline, and the block of the item."""
    for index, block in enumerate(reading.layout.blocks):
        if block.zone is not Zone.ITEMS:
            continue
        for start, end in splitting.units(reading, block.content, block.end):
            if not _FRAGMENT.match(reading.low, start):
                continue
            alone = start == block.content and (block.marker is None or block.marker.bullet)
            item = block.parent if alone else index
            if item is not None:
                yield start, end, item


def _line(reading: Reading, index: int) -> Iterator[int]:
    """Yield a block and the items it stands under."""
    at: int | None = index
    while at is not None:
        yield at
        at = reading.layout.blocks[at].parent
