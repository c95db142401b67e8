"""Addressees that stand in a list of their own: "Kính gửi:", and bullets before what all of them are to do.

"Giao các sở quản lý chuyên ngành gồm:", "- Sở Công Thương (đối với cụm công nghiệp);", "- Sở Xây dựng.", "Có trách
nhiệm:", "a) …". Pure functions of a reading.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.names import Mention
from kg.extract.reading import Reading
from kg.language.words import pattern
from kg.layout import Block, Zone

_LISTING = pattern(r".{0,90}\b(?:điện|gửi)\s*:\s*$")
_LISTED_ON = pattern(
    r"[^:;\n]{0,140}(?<!\w)(?:công điện|điện|văn bản|công văn|chỉ thị)(?!\w)[^:;\n]{0,60}\bgửi\s?: (?=\S)"
)
_CONTENT_BEGINS = pattern(r"(?:với |có )?nội dung|như sau|yêu cầu|đề nghị")
_BETWEEN = pattern(r"(?:\s*\([^()]*(?:\([^()]*\)[^()]*)*\))?\s*(?:[,;]?\s*(?:và\s+)?)")
_ENDS = pattern(r"[\s.;,]*$")
_ORDERS = pattern(r"(?<!\w)(?:giao(?: nhiệm vụ cho| cho)?|yêu cầu|đề nghị|phân công) ")
_LISTS = pattern(r"(?:(?!phối hợp|cùng)[^.;:]){0,160}:\s*$")
_DUTY = pattern(
    r"(?:(?:có|chịu) trách nhiệm|(?:tập trung |chủ động |khẩn trương )?(?:thực hiện|triển khai)(?: các| một số| tốt)?"
    r"(?: nhiệm vụ| nội dung| công việc)?)[^.;:]{0,80}:\s*$"
)


def address_list(reading: Reading) -> Iterable[Mention]:
    """Yield the addressees of a "điện:", "gửi:" or "Kính gửi:" list; "BỘ XÂY DỰNG điện:" names who sends it."""
    listing = False
    for block in reading.layout.zone(Zone.OPENING):
        content = reading.low[block.content : block.end]
        inline = _LISTED_ON.match(content)
        if inline and not listing:
            yield from _listed_on(reading, block.content + inline.end(), block.end)
            continue
        begins = content.startswith("kính gửi") or _LISTING.match(content)
        if begins or (listing and block.marker and block.marker.bullet):
            listing = True
            if block.marker or content.startswith("kính gửi"):
                yield from (m for s in reading.series_in(block.content, block.end) for m in s.mentions)
        elif listing:
            return


def _listed_on(reading: Reading, start: int, end: int) -> Iterable[Mention]:
    """Yield the addressees of a list on the line of its "gửi:", up to what they are sent."""
    content = _CONTENT_BEGINS.search(reading.low, start, end)
    for series in reading.series_in(start, content.start() if content else end):
        yield from series.mentions


def bodies(reading: Reading, block: Block) -> tuple[Mention, ...]:
    """Return the bodies that a bullet names and of which it says nothing, save in brackets what each is for."""
    if block.marker is None or not block.marker.bullet:
        return ()
    named: list[Mention] = []
    at = block.content
    while series := reading.series_at(at):
        named += series.mentions
        between = _BETWEEN.match(reading.low, series.last, block.end)
        at = between.end() if between else series.last
    return tuple(named) if _ENDS.fullmatch(reading.low, at, block.end) else ()


def told(reading: Reading, index: int) -> tuple[Mention, ...]:
    """Return whom a run of such bullets tells what stands behind it, where its last one is the block at `index`."""
    blocks = reading.layout.blocks
    behind = blocks[index + 1] if index + 1 < len(blocks) else None
    if behind is None or behind.parent != blocks[index].parent or bodies(reading, behind):
        return ()
    first, named = index, list[tuple[Mention, ...]]()
    while first >= 0 and blocks[first].parent == blocks[index].parent and (own := bodies(reading, blocks[first])):
        named.insert(0, own)
        first -= 1
    duty = behind.marker is None and _DUTY.match(reading.low, behind.content, behind.end)
    return tuple(m for own in named for m in own) if duty or _announced(reading, blocks[first]) else ()


def _announced(reading: Reading, head: Block) -> bool:
    """Whether the block before the bullets orders those of a kind, whom they list: "Giao các sở sau:"."""
    for order in _ORDERS.finditer(reading.low, head.content, head.end):
        series = reading.series_at(order.end())
        if series and all(m.name.group for m in series.mentions) and _LISTS.match(reading.low, series.last, head.end):
            return True
    return False
