"""The meeting whose conclusions a notice reports: when, what, how, who presides, whose it is, who is there.

It stands in the opening; the title gives what the opening leaves out. A telegram, a directive or a letter reports
none. A pure function of the reading and the officials found in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from kg.extract import dates
from kg.extract.attendance import attendants
from kg.extract.found import Found, MeetingFound, Person
from kg.extract.occasion import Occasion, Stretch
from kg.extract.persons import shortens_degree
from kg.extract.presiding import MEETING_NOUN, chair, held_by
from kg.extract.reading import Reading
from kg.extract.titles import title
from kg.language.words import matching, pattern
from kg.layout import Zone

_OTHER_PAPERS = pattern(r"(?:công điện|chỉ thị|công văn|quyết định|kế hoạch|tờ trình)(?!\w)")
_VERB = pattern(
    r"(?: đã)?(?: tổ chức)? (?P<label>họp (?:báo|nghe|bàn|kiểm điểm|giao ban|trực báo|thường|xem xét|"
    r"cho ý kiến|đánh giá|về|để|thống nhất|triển khai|rà sóat)|"
    r"làm việc với|giao ban|kiểm tra|đi kiểm tra)(?!\w)"
)
_ENDS = pattern(
    r"[;\n]|\. |\.$| \((?!\w{2,12}\))|"
    r" (?:gồm )?có (?=đồng chí|đ/c|các|ông|bà|lãnh đạo|đại diện|đại biểu)|"
    r", (?:qua|sau|dự|tham dự|cùng dự|với|có|theo|nhằm|để|do|gồm|đồng chí|"
    r"thường trực|chủ tịch|bí thư)(?!\w)|"
    r" (?:theo phân công|theo quyết định|theo kế hoạch|dưới sự chủ trì|với sự tham gia|đã được|được tổ chức|"
    r"do đồng chí|tổ chức ngày|vào ngày|"
    r"gồm (?=\d|các)|"
    r"theo hình thức|bằng hình thức|nhằm|để nghe|để thảo|sau khi|như sau|kết luận)(?!\w)|, ngày \d"
)
_REPORTED = pattern(
    r"(?:ban hành|ra|có|phát hành) thông báo(?: kết luận)? số [^\s,;]+(?: ngày [\d/.-]+)?,? (?:nêu |về |thông báo )?"
    r"(?:ý kiến )?kết luận(?: chỉ đạo)? của [^.;:\n]{5,160}? (?:tại|về) (?=\w)"
)
"""What the press says of the conclusions that a paper makes known: "Thông báo số 12/TB-VPCP kết luận của … về …"."""

_ONLINE = pattern(r"(?<!công )(?<!tuyến )trực tuyến(?! mức| qua cổng)")
_SAID_BEFORE = pattern(r"[^\W\d_]+ [^\W\d_]+ (?:này|nói trên|trên)(?!\w)")
"""A noun that points back to a meeting named elsewhere: "tại kỳ họp này"."""

_EARLIER_DAY = pattern(r"ngày (\d{1,2})(?:,| và| ?-) ?(?:ngày )?\d")
_NOT_THIS = pattern(
    r"(?:dịch vụ công|thanh tóan|hồ sơ|học|dạy|đăng ký|nộp|bán hàng|thương mại|khai báo|khánh thành|"
    r"khởi công) (?:\w+ )?$"
)


def meetings(reading: Reading, people: Sequence[Person]) -> list[MeetingFound]:
    """Return the meeting that the notice reports, or none."""
    here = Occasion(reading, people)
    label = _label(here) if _reports(reading) else None
    if label is None:
        return []
    who = chair(here)
    present = tuple(attendants(here, label, who))
    return [MeetingFound(label, _held_on(here, label), held_by(here, label, who), who, _mode(here, label), present)]


def _reports(reading: Reading) -> bool:
    titles = reading.layout.zone(Zone.TITLE)
    if titles and _OTHER_PAPERS.match(reading.low, titles[0].start):
        return False
    opening = reading.layout.zone(Zone.OPENING)
    addressed = bool(opening) and reading.low.startswith("kính gửi", opening[0].start)
    by_press = bool(opening) and bool(_REPORTED.search(reading.low, opening[0].start, opening[-1].end))
    return (bool(titles) or by_press) and not addressed


def _label(here: Occasion) -> Found[str] | None:
    """The noun phrase, or verb phrase, that names the meeting: of the opening, else of the title."""
    for where, rule in ((here.opening, "opening"), (here.title, "title")):
        for start in _beginnings(here, where):
            end = _label_end(here, start, where.end)
            bare = end - start < 18 and rule == "opening"
            if not bare:
                written = _as_titled(here, start, end) if rule == "title" else here.text[start:end]
                words = re.sub(r" \([A-ZĐ][\w&-]{1,11}\)", "", written)
                return Found(words, start, end, rule)
    reported = _REPORTED.search(here.low, here.opening.start, here.opening.end)
    if reported is None:
        return None
    end = _label_end(here, reported.end(), here.opening.end)
    return Found(here.text[reported.end() : end], reported.end(), end, "reported")


def _as_titled(here: Occasion, start: int, end: int) -> str:
    """Return a stretch of the title as the title is written on one line: capitals made usual."""
    words, whole = " ".join(here.text[start:end].split()), title(here.reading)
    at = matching(whole.value).find(matching(words)) if whole else -1
    return whole.value[at : at + len(words)] if whole and at >= 0 else words


def _beginnings(here: Occasion, where: Stretch) -> Iterator[int]:
    found = (m.start() for m in MEETING_NOUN.finditer(here.low, where.start, where.end))
    nouns = [at for at in found if not (here.passed(at) or _SAID_BEFORE.match(here.low, at))]
    first = nouns[0] if nouns else where.end
    for mention in here.reading.mentions:
        if where.start <= mention.start < first and not here.passed(mention.start):
            verb = _VERB.match(here.low, mention.end)
            if verb and where is here.opening:
                yield verb.start("label")
    yield from nouns


def _label_end(here: Occasion, start: int, limit: int) -> int:
    match = _ENDS.search(here.low, start + 6, limit)
    while match and match[0] == ";" and ":" in here.low[start : match.start()]:
        match = _ENDS.search(here.low, match.end(), limit)
    end = match.start() if match else limit
    return start + len(here.text[start:end].rstrip(" .,:"))


def _held_on(here: Occasion, label: Found[str]) -> Found[date] | None:
    """The day said in the meeting's own sentence, else in the title; days of cited papers are none."""
    for a, b in (
        (_sentence_start(here, label.start), label.start),
        (label.start, _sentence_end(here, label.end)),
        (here.opening.start, _sentence_end(here, here.opening.start)),
        (here.title.start, here.title.end),
    ):
        for found in _days(here, a, b):
            return found
    return None


def _days(here: Occasion, start: int, end: int) -> Iterator[Found[date]]:
    for day in dates.find(here.text[start:end]):
        before = here.low[max(0, start + day.start - 30) : start + day.start]
        cited = re.search(r"\d\w*[/-][\w/&-]*[^\W\d][\w/&-]*,? (?:ngày )?$", before)
        if day.day and day.precision in {"day", "time"} and not cited and not here.passed(start + day.start):
            begin, last = start + day.start, start + day.end
            yield Found(_first_of(day.day, here.low[begin:last]), begin, last, "stated")


def _first_of(last: date, words: str) -> date:
    """Return the first day of a meeting of several: "các ngày 11, 12 tháng 01 năm 2010"."""
    match = _EARLIER_DAY.match(words)
    day = int(match[1]) if match else last.day
    return last.replace(day=day) if 0 < day < last.day else last


def _sentence_start(here: Occasion, at: int) -> int:
    breaks = [m.end() for m in re.finditer(r"[.;] (?=\S)|\n", here.low[:at]) if m.end() >= here.opening.start]
    breaks = [b for b in breaks if not shortens_degree(here.low, b - 2)]
    inside = [b for b in breaks if here.low[b - 2 : b] != "; " or not here.passed(b - 2)]
    passed = [b for _, b in here.earlier if b <= at]
    start = max(inside, default=min(here.opening.start, at)) if at >= here.opening.start else here.title.start
    return here.opening.start if passed and start >= passed[-1] else start


def _sentence_end(here: Occasion, at: int) -> int:
    ends = (m.start() for m in re.compile(r"\.(?=\s|$)|\n").finditer(here.low, at))
    return next((end for end in ends if not shortens_degree(here.low, end)), len(here.low))


def _mode(here: Occasion, label: Found[str]) -> Found[str] | None:
    """ "online" where the label, the title or the opening says that this meeting went online."""
    for a, b in ((label.start, label.end), (here.opening.start, here.opening.end), (here.title.start, here.title.end)):
        for match in _ONLINE.finditer(here.low, a, b):
            if not here.passed(match.start()) and not _NOT_THIS.search(here.low, max(0, a - 30), match.start()):
                return Found("online", match.start(), match.end(), "stated")
    return None
