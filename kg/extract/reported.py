"""What the press says of a paper it reports: its number, its day and who issued it.

"Văn phòng Chính phủ vừa ban hành Thông báo số 12/TB-VPCP ngày 5/6/2025 …", "Ngày 5/6/2025, Văn phòng Chính phủ ban
hành …" stand for the letterhead that a report does not print. A pure function of the reading.
"""

from __future__ import annotations

import re
from datetime import date

from kg.extract import dates, symbols
from kg.extract.found import Found, Letterhead
from kg.extract.names import Mention
from kg.extract.reading import Reading
from kg.language.words import CAPITALS, pattern
from kg.layout import Zone

_ISSUED = pattern(
    r",? (?:vừa |đã |mới )*(?:(?:ký )?(?:ban hành|ra|có|phát hành)|ký) "
    r"(?:thông báo|công điện|chỉ thị|công văn|kết luận)(?: kết luận)? (?:số )?(?=\d)"
)
_HOLDER = re.compile(rf"(?: [{CAPITALS}]\w*){{2,5}}")
_DAY = pattern(r",? (?:ký |ra )?(?=ngày \d)")
_DAY_AHEAD = pattern(r"(?:^|\n|(?<=[.;] ))(?=ngày \d)")


def reported(reading: Reading) -> Letterhead:
    """Return what the opening says of the paper it reports; nothing where it reports none."""
    blocks = reading.layout.zone(Zone.OPENING)
    if not blocks:
        return Letterhead()
    for mention in reading.mentions:
        issued = _issued(reading, mention) if mention.start < blocks[-1].end else None
        if issued is None or mention.name.group or mention.name.generic:
            continue
        number = next((n for n in symbols.numbers(reading.text[issued.end() : issued.end() + 60]) if not n.start), None)
        if number is None:
            continue
        end = issued.end() + number.end
        organ = Found(mention.name, mention.start, mention.end, "said to have issued it")
        day = _day(reading, end) or _day_ahead(reading, mention.first)
        return Letterhead(Found(number.text, issued.end(), end, "reported"), day, (organ,))
    return Letterhead()


def _issued(reading: Reading, mention: Mention) -> re.Match[str] | None:
    """Match the words for issuing behind a body, or behind who holds its post: "Thủ tướng … Lò Văn Pản vừa ký …"."""
    holder = _HOLDER.match(reading.text, mention.last)
    named = _ISSUED.match(reading.low, holder.end()) if holder else None
    return named or _ISSUED.match(reading.low, mention.last)


def _day(reading: Reading, at: int) -> Found[date] | None:
    before = _DAY.match(reading.low, at)
    day = dates.date_at(reading.low, before.end()) if before else None
    return Found(day.day, before.end(), day.end, "reported") if before and day and day.day else None


def _day_ahead(reading: Reading, at: int) -> Found[date] | None:
    """Return the day at the head of the sentence, right before the issuer: "Ngày 5/6/2025, Văn phòng Chính phủ …"."""
    for begin in _DAY_AHEAD.finditer(reading.low, max(0, at - 60), at):
        day = dates.date_at(reading.low, begin.end())
        if day and day.day and reading.low[day.end : at] in {", ", " "}:
            return Found(day.day, begin.end(), day.end, "reported")
    return None
