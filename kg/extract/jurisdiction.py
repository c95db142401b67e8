"""The province whose organ issues a notice, as the text itself shows it.

A central body has none. Else the letterhead names it, or the issuer's or the committee's name in the title, or
the title's "trên địa bàn tỉnh …", or the line of place and day, or organs that every province has one of ("Báo
Bắc …", "Công ty Điện lực …") where they all name the same. What the names do not settle stays open. A pure function.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.found import Found, Letterhead
from kg.extract.lexicon import provinces
from kg.extract.names import Name
from kg.extract.reading import Reading
from kg.language.words import fold, pattern
from kg.layout import Zone
from kg.records import Level

_PLACE_LINE = re.compile(r"([^\W\d_][^\n,;:]{1,28}?)\s?,\s*ngày\b")
_ON_TERRITORY = pattern(r"(?:trên địa bàn|của) ((?:tỉnh|thành phố) [^\W\d_]+(?:[ -][^\W\d_]+){1,3})$")
_ORGANS = pattern(
    r"(?:báo|đài phát thanh và truyền hình|báo và phát thanh, truyền hình|công ty điện lực|"
    r"đài khí tượng thủy văn|tỉnh ủy|"
    r"thành ủy|cảng vụ hàng hải|điện lực|bưu điện|viễn thông) "
)
_PROVINCIAL = pattern(r"(?<!\w)(?:tỉnh|tỉnh ủy|tỉnh đoàn|thành ủy|thành phố)(?!\w)")
_CITY = pattern(r"(?<!\w)(?:thành ủy|thành phố)(?!\w)")


def jurisdiction(reading: Reading, head: Letterhead, issued_by: Name | None) -> Found[str] | None:
    """Return the province with its kind ("tỉnh Sông Lam"), or None for a central issuer or where it is not shown."""
    if stated := _of_letterhead(reading, head):
        return stated
    if issued_by is None or not _provincial(issued_by):
        return None
    for find in (_of_title, _of_place_line, _of_organs):
        found = {one.value: one for one in reversed(list(find(reading, issued_by)))}
        if len(found) == 1:
            return next(iter(found.values()))
        if found:
            return None
    return None


def _provincial(name: Name) -> bool:
    if name.national or name.level in {Level.CENTRAL, Level.DISTRICT, Level.COMMUNE}:
        return False
    return name.level is Level.PROVINCE or bool(_PROVINCIAL.search(fold(name.label)))


def _of_letterhead(reading: Reading, head: Letterhead) -> Found[str] | None:
    for organ in head.organs:
        province = organ.value.province
        if province is None and organ.value.place.startswith("thành phố ") and _of_rank(reading, head):
            province = organ.value.place
        if province:
            return Found(_known(province), organ.start, organ.end, "letterhead")
    return None


def _of_rank(reading: Reading, head: Letterhead) -> bool:
    """Whether a city that is not known has a province's rank: it has departments ("sở") or no province above it.

    Cities below a province ended on 30 June 2025 (Luật 72/2025/QH15).
    """
    if head.issued and (head.issued.value.year, head.issued.value.month) >= (2025, 7):
        return True
    departments = any(m.name.label.startswith("Sở ") or m.name.label == "sở" for m in reading.mentions)
    return departments and not any(fold(m.name.label).endswith((" tỉnh", "tỉnh ủy")) for m in reading.mentions)


def _known(province: str) -> str:
    """Return a province with the kind it has, for one that is known."""
    bare = re.sub(r"^(?:tỉnh|thành phố) ", "", province)
    return provinces().get(fold(bare), province) if not province.startswith("thành phố") else province


def _of_title(reading: Reading, issued_by: Name) -> Iterator[Found[str]]:
    """A provincial body named with its province in the title, or the territory the title speaks of."""
    for block in reading.layout.zone(Zone.TITLE):
        for mention in reading.mentions:
            named = mention.name.province
            if (
                block.start <= mention.start < block.end
                and named
                and not mention.name.acting
                and _agrees(named, issued_by)
            ):
                yield Found(_known(named), mention.start, mention.end, "a body of the title")
        match = _ON_TERRITORY.search(reading.low, block.start, block.end)
        if match:
            label = provinces().get(re.sub(r"^(?:tỉnh|thành phố) ", "", match[1]))
            if label and _agrees(label, issued_by):
                yield Found(label, match.start(1), match.end(1), "the territory of the title")


def _of_place_line(reading: Reading, issued_by: Name) -> Iterator[Found[str]]:
    """The place before the day: a provincial body sits in its province."""
    for block in reading.layout.zone(Zone.LETTERHEAD, Zone.SIGNATURE):
        match = _PLACE_LINE.search(reading.text, block.start, block.end)
        label = provinces().get(fold(match[1])) if match else None
        if match and label and _agrees(label, issued_by):
            yield Found(label, match.start(1), match.end(1), "place of issue")


def _of_organs(reading: Reading, issued_by: Name) -> Iterator[Found[str]]:
    """Organs of which each province has one, named by its province."""
    for mention in reading.mentions:
        name = mention.name
        head = _ORGANS.match(fold(name.label))
        label = provinces().get(fold(name.label)[head.end() :]) if head else None
        if label and not name.national and _agrees(label, issued_by):
            yield Found(label, mention.start, mention.end, "an organ of the province")


def _agrees(province: str, issued_by: Name) -> bool:
    """Whether a province's kind is that of the issuer: no "thành phố" for a Tỉnh ủy."""
    folded = fold(issued_by.label)
    city, of_province = bool(_CITY.search(folded)), bool(re.search(r"(?<!\w)tỉnh(?!\w)", folded))
    return province.startswith("thành phố") == city or not (city or of_province)
