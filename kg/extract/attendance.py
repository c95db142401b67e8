"""Who is at a meeting: those the opening names as present, as reporting, as speaking, as joined online.

A body whose named officer is there does not attend a second time; a place attends where its leaders are met or
heard. What a report was about, and the clause that concludes, name nobody present. A pure function.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract import listed
from kg.extract.addresses import ADDRESS
from kg.extract.found import Attendant, Found
from kg.extract.names import Mention
from kg.extract.occasion import Occasion, Stretch
from kg.extract.officials import chain_end, whole_name
from kg.extract.persons import shortens_degree
from kg.extract.resolve import key
from kg.language.words import matching, pattern
from kg.layout import Zone
from kg.layout.rolls import announces_roll

_BE_THERE = r"dự(?! án| tóan| thảo| báo| kiến| phòng| thầu)"
_PRESENCE = pattern(
    rf"(?<!\w)(?:(?:cùng )?(?:tham dự|tham gia|{_BE_THERE}|đến dự|"
    rf"có mặt)(?: và phát biểu)?(?: chỉ đạo)?(?: \w+){{0,6}}? (?:có|gồm|còn có)|thành phần (?:tham dự|dự họp|dự)|"
    rf"(?:cùng )?(?:tham dự|dự họp|tham gia|cùng dự|{_BE_THERE}|đi cùng|cùng đi)|"
    r"về phía [^,;.]{2,40} có|cùng tham gia|cùng chủ trì)(?!\w)"
)
_ROLL = pattern(r"(?:về )?thành phần(?: tham dự| dự họp| dự| tham gia)?(?: cuộc họp| hội nghị| phiên họp)?\s*[:.]?")
_SIDE = pattern(r"(?:về )?phía [^:;.\n]{2,90}:(?= )")
_PRESIDES = pattern(r"(?:đồng )?chủ (?:trì|tọa)(?!\w)")
_COMES = pattern(rf" (?:đã |cũng )?(?:đến |về |trực tiếp )*(?:{_BE_THERE}|tham dự)(?!\w)")
_WELCOMES = pattern(r"(?<!\w)(?:được |đón |tiếp |đón tiếp |chào mừng )+(?:(?:các )?đồng chí )?(?=\w)")
_PRESENTS = pattern(r" (?:trực tiếp )?(?:trình bày|báo cáo|phát biểu)(?!\w)")
_BY = pattern(rf"(?<!\w)do (?:{ADDRESS} )?$")
_ANSWERS = pattern(
    r",? (?:đã |cùng )+(?:trực tiếp )?(?:giải trình|trả lời chất vấn|báo cáo giải trình|phát biểu giải trình|"
    r"tiếp thu,? giải trình)(?!\w)"
)
_HEARD = pattern(r"(?<!\w)(?:(?:sau khi|trên cơ sở|qua) )?nghe (?=\w)")
_OPINIONS = pattern(
    r"(?<!\w)(?:các )?(?:ý kiến (?:phát biểu |tham gia |thảo luận |góp ý |đóng góp |chỉ đạo )*(?:của )?|tham luận của )"
)
_CONCLUDES = pattern(
    r"(?<!\w)(?:kết luận|ghi nhận|đánh giá cao|biểu dương|thống nhất|yêu cầu|chỉ đạo như|chỉ đạo:|có ý kiến|"
    r"nhấn mạnh|giao nhiệm vụ|quyết định)(?!\w)"
)
_REACHES = pattern(r"trực tuyến (?:với|đến|tới|từ)|điểm cầu|kết nối (?:với|đến|tới)")
_WHERE = pattern(r"(?:trên địa bàn|trụ sở|hội trường|trực thuộc|thuộc|trong|tại)(?: điểm cầu| đầu cầu)? (?:các )?$")
_WHOSE_PLAN = pattern(r"(?<!\w)(?:dự thảo|chương trình|kế hoạch|đề án|quy hoạch)(?!\w)[^,;.]{0,60} của (?:các )?$")
_IN_WHOSE_NAME = pattern(r"(?:thay mặt|đại diện cho|thừa ủy quyền)(?: lãnh đạo| tập thể)? (?:các )?$")
_SPEAKS_FOR = pattern(r"(?:báo cáo của|ý kiến của|lãnh đạo|đại diện) $")
_VISITS = pattern(
    r"làm việc với (?:tập thể |các đồng chí |đồng chí )?(?:lãnh đạo |đại diện |ban thường vụ )?(?:chủ chốt )?$"
)
_NEXT_REPORT = pattern(r"[,;] |(?: và)?(?: các)? ý kiến|[,;] báo cáo")
_PLACE = pattern(r"(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)(?! ủy| đòan|\w)")
_ABOUT = pattern(r" về (?!phía)")


def attendants(here: Occasion, label: Found[str], chair: Found[str] | None) -> Iterator[Attendant]:
    """Yield the persons and bodies that the opening says to be there, each once."""
    seen: set[str] = set()
    roll = list(_roll(here))
    present = [*_presence(here), *roll]
    for person, start, end in (found for place in (here.opening, *roll) for found in here.named_in(place)):
        if (chair and person.name == chair.value) or here.passed(start) or person.name in seen:
            continue
        if any(s.start <= start < s.end for s in present):
            seen.add(person.name)
            yield Attendant(start, end, person=person.name)
    personal = _personal_bodies(here)
    for mention in here.reading.mentions:
        inside = any(s.start <= mention.start < s.end for s in present)
        visited = _visited(here, label, mention)
        if not (inside or visited) or mention.start in personal:
            continue
        name = whole_name(here.reading, mention.name)
        if not _present(here, mention, visited=visited):
            continue
        for body, start, end in listed.bodies(here.reading, mention, name):
            if key(body.label) not in seen:
                seen.add(key(body.label))
                yield Attendant(start, end, agency=body)


def _present(here: Occasion, mention: Mention, *, visited: bool) -> bool:
    if _PLACE.match(matching(mention.name.label)) and not mention.name.group and not visited:
        return bool(_SPEAKS_FOR.search(here.low, 0, mention.start))
    if _WHOSE_PLAN.search(here.low, max(here.opening.start, mention.start - 120), mention.start):
        return False
    if _IN_WHOSE_NAME.search(here.low, max(here.opening.start, mention.start - 40), mention.start):
        return False
    return not _WHERE.search(here.low, max(0, mention.start - 26), mention.start)


def _personal_bodies(here: Occasion) -> set[int]:
    """Where the bodies of named persons' posts stand, and of former ones: the person attends, not the body."""
    former = [p for p in here.posts.phrases if p.former or (p.body is None and here.low.startswith(": ", p.end))]
    found = {m.start for m in here.reading.mentions for p in former if p.start <= m.start < p.end}
    for person in here.people:
        for post in person.posts:
            found |= {m.start for m in here.reading.mentions if post.start <= m.start < post.end}
        for start, end in person.places:
            last = chain_end(here.reading, here.posts, end)
            found |= {m.start for m in here.reading.mentions if end <= m.start < last}
            for phrase in here.posts.chain_before(start - 1):
                found |= {m.start for m in here.reading.mentions if phrase.start <= m.start < phrase.end}
    return found


def _visited(here: Occasion, label: Found[str], mention: Mention) -> bool:
    """Whether a mention is the party of "làm việc với …"."""
    direct = _VISITS.search(here.low, max(label.start - 12, 0), mention.first)
    return label.start <= mention.start < label.end and bool(direct)


def _presence(here: Occasion) -> Iterator[Stretch]:
    """Yield the stretches of the opening that tell who is there, who reports, who speaks, who is joined online."""
    start = here.opening.start
    for block in here.reading.layout.zone(Zone.OPENING):
        if not here.low[: block.end].rstrip().endswith((",", ";")):
            for a, b in _sentences(here.low, start, block.end):
                yield from _presence_in(here, a, b)
                yield from _acting_there(here, a, b)
            start = block.end + 1


def _roll(here: Occasion) -> Iterator[Stretch]:
    """Yield the lines of a part of its own that lists who is there: "I. Thành phần tham dự", "Thành phần:"."""
    yield from _opening_roll(here)
    blocks = here.reading.layout.blocks
    inside: set[int] = set()
    for index, block in enumerate(blocks):
        if block.zone is not Zone.ITEMS:
            continue
        if block.parent in inside:
            inside.add(index)
            if not _PRESIDES.match(here.low, block.content):
                yield Stretch(block.content, block.end)
        elif _ROLL.fullmatch(here.low, block.content, block.end):
            inside.add(index)


def _opening_roll(here: Occasion) -> Iterator[Stretch]:
    """Yield the marked lines behind the words of the opening that announce them; "Về phía Bộ …:" names nobody."""
    announced = False
    for block in here.reading.layout.zone(Zone.OPENING):
        if announced and block.marker:
            side = _SIDE.match(here.low, block.content, block.end)
            if not _PRESIDES.match(here.low, block.content):
                yield Stretch(side.end() if side else block.content, block.end)
        else:
            announced = announces_roll(here.text[block.start : block.end])


def _presence_in(here: Occasion, start: int, end: int) -> Iterator[Stretch]:
    heard = _HEARD.search(here.low, start, end)
    if heard:
        yield from _heard(here, heard.end(), end)
        return
    spoken = _OPINIONS.search(here.low, start, end)
    present = _PRESENCE.search(here.low, start, end)
    if present and not here.passed(present.start()):
        yield Stretch(present.end(), end)
    elif spoken and (stop := _CONCLUDES.search(here.low, spoken.end(), end)):
        yield from _heard(here, spoken.start(), max(stop.end(), spoken.end()))
    elif spoken and spoken[0].startswith("tham luận"):
        yield from _heard(here, spoken.end(), end)
    else:
        for match in _REACHES.finditer(here.low, start, end):
            if not here.passed(match.start()):
                yield Stretch(match.end(), end)
                return


def _acting_there(here: Occasion, start: int, end: int) -> Iterator[Stretch]:
    """Yield those who are welcomed, who present a report, or who answer: "được A dự", "do A trình bày"."""
    for welcome in _WELCOMES.finditer(here.low, start, end):
        for first, last in _names_behind(here, welcome.end()):
            if _COMES.match(here.low, last) and not here.passed(first):
                yield Stretch(first, last)
    for _, first, last in here.named_in(Stretch(start, end)):
        posted = here.posts.chain_before(first - 1)
        begin = posted[0].start if posted else first
        if _BY.search(here.low, max(start, begin - 20), begin) and _PRESENTS.match(here.low, last):
            yield Stretch(begin, last)
    for series in here.reading.series_in(start, end):
        answers = _ANSWERS.match(here.low, series.last)
        if answers and not here.passed(series.first):
            semicolon = here.low.rfind("; ", start, series.first)
            yield Stretch(semicolon + 2 if semicolon >= 0 else start, series.last)


def _names_behind(here: Occasion, at: int) -> Iterator[tuple[int, int]]:
    """Yield the bodies and the persons with their posts that begin at an offset."""
    for mention in here.reading.mentions:
        if mention.start == at:
            yield mention.start, mention.end
    for _, first, last in here.named_in(Stretch(at, here.opening.end)):
        posted = here.posts.chain_before(first - 1)
        if at in (first, posted[0].start if posted else first):
            yield first, chain_end(here.reading, here.posts, last)


def _heard(here: Occasion, start: int, end: int) -> Iterator[Stretch]:
    """Cut what was heard before the clause that concludes, and leave out what the reports were about."""
    stop = _CONCLUDES.search(here.low, start, end)
    if stop:
        cut = max((m.start() for m in re.finditer(r"[,;]", here.low[start : stop.start()])), default=-1)
        end = start + cut if cut >= 0 else start
    at = start
    for about in _ABOUT.finditer(here.low, start, end):
        if about.start() < at:
            continue
        yield Stretch(at, about.start())
        again = _NEXT_REPORT.search(here.low, about.end(), end)
        at = again.start() if again else end
    if at < end:
        yield Stretch(at, end)


def _sentences(low: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for match in re.compile(r"\.(?= [^\W\d])|(?<![,;])\n").finditer(low, start, end):
        if shortens_degree(low, match.start()):
            continue
        yield at, match.start()
        at = match.end()
    if at < end:
        yield at, end
