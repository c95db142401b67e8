"""The meeting whose conclusions a notice reports: when, what, who presides, whose it is, who is there.

It stands in the opening; the title gives what the opening leaves out. A telegram, a directive or a letter reports
none. Only named persons preside or attend as persons; bodies attend by their delegates, by reporting and by being
joined online. A pure function of the reading and the officials found in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date as date_type

from kg.extract import dates
from kg.extract.found import Attendant, Found, HeldPost, MeetingFound, Person
from kg.extract.issuers import PRIME_MINISTER
from kg.extract.names import Mention, Name
from kg.extract.officials import chain_end, whole_name
from kg.extract.posts import Posts
from kg.extract.reading import Reading
from kg.extract.resolve import key
from kg.language.words import fold, pattern
from kg.layout import Zone

_OTHER_PAPERS = pattern(r"(?:công điện|chỉ thị|công văn|quyết định|kế hoạch|tờ trình)(?!\w)")
_NOUN = pattern(
    r"(?<!\w)(?:hội nghị|cuộc họp|buổi làm việc|phiên họp|cuộc làm việc|buổi họp|hội thảo|buổi tiếp|buổi gặp|cuộc gặp|tọa đàm|"
    r"kỳ họp|phiên làm việc|lễ (?:phát động|ra quân|sơ kết|tổng kết)|cuộc kiểm tra|buổi kiểm tra|chuyến kiểm tra|buổi khảo sát)(?!\w)"
)
_VERB = pattern(
    r"(?: đã)?(?: tổ chức)? (?P<label>họp (?:báo|nghe|bàn|kiểm điểm|giao ban|trực báo|thường|xem xét|cho ý kiến|đánh giá|về|để|thống nhất|triển khai|rà sóat)|"
    r"làm việc với|giao ban|kiểm tra|đi kiểm tra)(?!\w)"
)
_EARLIER = pattern(r"sau khi (?:kết thúc|tham dự|dự) [^;.\n]*?(?:;|, (?=(?:ban|ủy ban|thường|tỉnh|đồng chí|chủ tịch|phó)))")
_ENDS = pattern(
    r"[;\n]|\. |\.$| \((?!\w{2,12}\))|, (?:qua|sau|dự|tham dự|cùng dự|với|có|theo|nhằm|để|do|gồm|đồng chí|thường trực|chủ tịch|bí thư)(?!\w)|"
    r" (?:theo phân công|theo quyết định|theo kế hoạch|dưới sự chủ trì|với sự tham gia|đã được|được tổ chức|do đồng chí|tổ chức ngày|vào ngày|"
    r"nhằm|để nghe|để thảo|sau khi|như sau|kết luận)(?!\w)|, ngày \d"
)
_PRESENCE = pattern(
    r"(?<!\w)(?:(?:cùng )?(?:tham dự|tham gia|dự|đến dự|có mặt)(?: và phát biểu)?(?: chỉ đạo)?(?: \w+){0,6}? (?:có|gồm|còn có)|thành phần (?:tham dự|dự họp|dự)|"
    r"(?:cùng )?(?:tham dự|dự họp|tham gia|cùng dự|dự|đi cùng|cùng đi)|về phía [^,;.]{2,40} có|cùng tham gia)(?!\w)"
)
_HEARD = pattern(r"(?<!\w)(?:(?:sau khi|trên cơ sở|qua) )?nghe (?=\w)")
_OPINIONS = pattern(r"(?<!\w)(?:các )?ý kiến (?:phát biểu |tham gia |thảo luận |góp ý |đóng góp |chỉ đạo )*(?:của )?")
_OPINION_OF = pattern(r"(?:ý kiến|báo cáo|phát biểu|đề nghị)[^,;.]{0,30} của (?:đồng chí |đ/c |ông |bà )?$")
_CONCLUDES = pattern(
    r"(?<!\w)(?:kết luận|ghi nhận|đánh giá cao|biểu dương|thống nhất|yêu cầu|chỉ đạo như|chỉ đạo:|có ý kiến|nhấn mạnh|giao nhiệm vụ|quyết định)(?!\w)"
)
_ONLINE = pattern(r"(?<!công )(?<!tuyến )trực tuyến(?! mức| qua cổng)")
_NOT_THIS = pattern(r"(?:dịch vụ công|thanh tóan|hồ sơ|học|dạy|đăng ký|nộp|bán hàng|thương mại|khai báo|khánh thành|khởi công) (?:\w+ )?$")
_REACHES = pattern(r"trực tuyến (?:với|đến|tới|từ)|điểm cầu|kết nối (?:với|đến|tới)")
_PRESIDES = pattern(
    r"(?: \([^)]*\))?(?:,? (?:đã|trực tiếp|cùng|và|phát biểu|có))*(?: bài)?(?: phát biểu)? (?:chủ trì|chủ tọa|làm việc với|kết luận|đi kiểm tra|kiểm tra|"
    r"ý kiến kết luận|ý kiến chỉ đạo|ý kiến|chỉ đạo)(?!\w)"
)
_PRESIDED_BY = pattern(r"(?:(?:dưới sự )?(?:chủ trì|chủ tọa)(?: \w+){0,3}?(?: của|:| là| có)|kết luận(?: chỉ đạo)?(?: cuộc họp| hội nghị)?(?: của|,)|do) ?(?:đồng chí |ông |bà )?$")
_ORGANISES = pattern(r"(?: \([^)]*\))?(?: đã)?(?: phối hợp)? (?:tổ chức|họp|tiến hành|chủ trì)(?!\w)")
_OF_BODY = pattern(r"(?:\s(?:lần thứ \w+|thường kỳ|giao ban|thành viên|của|các|trực tuyến|thứ \d+|tòan thể|sơ kết|tổng kết))*\s?$")
_CONCLUSION_OF = pattern(r"(?:kết luận|ý kiến(?: chỉ đạo)?) của $")
_WHERE = pattern(r"(?:trên địa bàn|trụ sở|hội trường|trực thuộc|thuộc|tại) (?:các )?$")
_SPEAKS_FOR = pattern(r"(?:báo cáo của|ý kiến của|lãnh đạo|đại diện) $")
_VISITS = pattern(
    r"làm việc với (?:tập thể |các đồng chí |đồng chí )?(?:lãnh đạo |đại diện |ban thường vụ )?(?:chủ chốt )?$"
)
_ANNOUNCES = pattern(r"(?:kết luận|ý kiến|chỉ đạo)(?: \w+){0,2} của (?:đồng chí |ông |bà )?$")
_NEXT_REPORT = pattern(r"[,;] |(?: và)?(?: các)? ý kiến|[,;] báo cáo")
_PLACE = pattern(r"(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)(?!\w)", re.IGNORECASE)
_ABOUT = pattern(r" về (?!phía)")


@dataclass(frozen=True, slots=True)
class _Stretch:
    start: int
    end: int


def meetings(reading: Reading, people: Sequence[Person]) -> list[MeetingFound]:
    """Return the meeting that the notice reports, or none."""
    if not _reports(reading):
        return []
    work = _Work(reading, people)
    label = work.label()
    if label is None:
        return []
    chair = work.chair()
    held_by = work.held_by(label, chair)
    return [MeetingFound(label, work.held_on(label), held_by, chair, work.mode(label), tuple(work.attendants(label, chair)))]


def _reports(reading: Reading) -> bool:
    titles = reading.layout.zone(Zone.TITLE)
    if titles and _OTHER_PAPERS.match(reading.low, titles[0].start):
        return False
    opening = reading.layout.zone(Zone.OPENING)
    addressed = bool(opening) and reading.low.startswith("kính gửi", opening[0].start)
    return bool(titles) and not addressed


class _Work:
    """One notice's opening and title, its officials and bodies."""

    def __init__(self, reading: Reading, people: Sequence[Person]) -> None:
        self.reading, self.people = reading, people
        self.low, self.text = reading.low, reading.text
        self.posts = Posts(reading.text, reading.low, reading.mentions)
        opening, titles = reading.layout.zone(Zone.OPENING), reading.layout.zone(Zone.TITLE)
        self.opening = _Stretch(opening[0].start, opening[-1].end) if opening else _Stretch(0, 0)
        self.title = _Stretch(titles[0].start, titles[-1].end) if titles else _Stretch(0, 0)
        self.earlier = [m.span() for m in _EARLIER.finditer(self.low, self.opening.start, self.opening.end)]

    # ------------------------------------------------------------ what and when

    def label(self) -> Found[str] | None:
        """The noun phrase, or verb phrase, that names the meeting: of the opening, else of the title."""
        for where, rule in ((self.opening, "opening"), (self.title, "title")):
            for start in self._beginnings(where):
                end = self._label_end(start, where.end)
                bare = end - start < 18 and rule == "opening"
                if not bare:
                    words = re.sub(r" \([A-ZĐ][\w&-]{1,11}\)", "", self.text[start:end])
                    return Found(words, start, end, rule)
        return None

    def _beginnings(self, where: _Stretch) -> Iterator[int]:
        nouns = [m.start() for m in _NOUN.finditer(self.low, where.start, where.end) if not self._passed(m.start())]
        first = nouns[0] if nouns else where.end
        for mention in self.reading.mentions:
            if where.start <= mention.start < first and not self._passed(mention.start):
                verb = _VERB.match(self.low, mention.end)
                if verb and where is self.opening:
                    yield verb.start("label")
        yield from nouns

    def _passed(self, at: int) -> bool:
        return any(a <= at < b for a, b in self.earlier)

    def _label_end(self, start: int, limit: int) -> int:
        match = _ENDS.search(self.low, start + 6, limit)
        while match and match[0] == ";" and ":" in self.low[start : match.start()]:
            match = _ENDS.search(self.low, match.end(), limit)
        end = match.start() if match else limit
        return start + len(self.text[start:end].rstrip(" .,:"))

    def held_on(self, label: Found[str]) -> Found[date_type] | None:
        """The day said in the meeting's own sentence, else in the title; days of cited papers are none."""
        for a, b in ((self._sentence_start(label.start), label.start), (label.start, self._sentence_end(label.end)),
                     (self.opening.start, self._sentence_end(self.opening.start)), (self.title.start, self.title.end)):
            for found in self._days(a, b):
                return found
        return None

    def _days(self, start: int, end: int) -> Iterator[Found[date_type]]:
        for day in dates.find(self.text[start:end]):
            before = self.low[max(0, start + day.start - 30) : start + day.start]
            cited = re.search(r"\d[\w]*[/-][\w/&-]+,? (?:ngày )?$", before)
            if day.day and day.precision in {"day", "time"} and not cited and not self._passed(start + day.start):
                yield Found(day.day, start + day.start, start + day.end, "stated")

    def _sentence_start(self, at: int) -> int:
        breaks = [m.end() for m in re.finditer(r"[.;] (?=\S)|\n", self.low[:at]) if m.end() >= self.opening.start]
        inside = [b for b in breaks if self.low[b - 2 : b] != "; " or not self._passed(b - 2)]
        passed = [b for _, b in self.earlier if b <= at]
        start = max(inside, default=min(self.opening.start, at)) if at >= self.opening.start else self.title.start
        return self.opening.start if passed and start >= passed[-1] else start

    def _sentence_end(self, at: int) -> int:
        match = re.compile(r"\.(?=\s|$)|\n").search(self.low, at)
        return match.start() if match else len(self.low)

    def mode(self, label: Found[str]) -> Found[str] | None:
        """"online" where the label, the title or the opening says that this meeting went online."""
        for a, b in ((label.start, label.end), (self.opening.start, self.opening.end), (self.title.start, self.title.end)):
            for match in _ONLINE.finditer(self.low, a, b):
                if not self._passed(match.start()) and not _NOT_THIS.search(self.low, max(0, a - 30), match.start()):
                    return Found("online", match.start(), match.end(), "stated")
        return None

    # ------------------------------------------------------------ who presides, and whose it is

    def chair(self) -> Found[str] | None:
        """The named person who presides, else who concludes, else whose conclusions the title announces."""
        for strong in (True, False):
            for person, start, end in self._named_in(self.opening):
                if self._presides(start, end, strong=strong):
                    return Found(person.name, start, end, "presides" if strong else "concludes")
        for person, start, end in self._named_in(self.title):
            if _ANNOUNCES.search(self.low, self.title.start, self._with_posts_before(start)):
                return Found(person.name, start, end, "title")
        return None

    def _named_in(self, where: _Stretch) -> list[tuple[Person, int, int]]:
        found = [(p, a, b) for p in self.people for a, b in p.places if where.start <= a < where.end]
        return sorted(found, key=lambda item: item[1])

    def _presides(self, start: int, end: int, *, strong: bool) -> bool:
        last = chain_end(self.reading, self.posts, end)
        predicate = _PRESIDES.match(self.low, last)
        before = self._with_posts_before(start)
        if _PRESIDED_BY.search(self.low, max(0, before - 60), before):
            return True
        if predicate is None or self._passed(start) or _OPINION_OF.search(self.low, max(0, before - 60), before):
            return False
        return not strong or "chủ trì" in predicate[0] or "làm việc" in predicate[0] or "chủ tọa" in predicate[0]

    def _with_posts_before(self, start: int) -> int:
        low = self.low
        at = start
        for word in ("đồng chí ", "đ/c ", "ông ", "bà "):
            if low[:at].endswith(word):
                return at
        chain = self.posts.chain_before(at - 1)
        return chain[0].start if chain else at

    def held_by(self, label: Found[str], chair: Found[str] | None) -> Found[Name] | None:
        """The body named with the meeting, that organises it, whose conclusions these are, or that the chair heads."""
        return self._body_in(label) or self._organiser(label) or self._concluding_body() or self._of_chair(chair)

    def _body_in(self, label: Found[str]) -> Found[Name] | None:
        """The body directly behind the noun: "Hội nghị Ban Chỉ đạo …", "Phiên họp lần thứ năm của …"."""
        for where in (label.start, self.title.start):
            stretch = label.end if where == label.start else self.title.end
            for mention in self.reading.mentions:
                if not where <= mention.start < stretch or mention.name.generic or mention.name.group or mention.post:
                    continue
                noun = [m for m in _NOUN.finditer(self.low, where, mention.start)]
                between = self.low[noun[-1].end() : mention.start] if noun else "?"
                if noun and _OF_BODY.fullmatch(between):
                    name = whole_name(self.reading, mention.name)
                    return Found(name, mention.start, mention.end, "named with the meeting")
        return None

    def _organiser(self, label: Found[str]) -> Found[Name] | None:
        for mention in self.reading.mentions:
            inside = self.opening.start <= mention.start < max(label.end, self.opening.start + 1)
            named = not (mention.name.generic or mention.name.group or mention.post) and not self._passed(mention.start)
            if inside and named and _ORGANISES.match(self.low, mention.end) and not self._is_post_body(mention):
                return Found(mention.name, mention.start, mention.end, "organises the meeting")
        return None

    def _is_post_body(self, mention: Mention) -> bool:
        return any(p.body and p.start < mention.start and p.end == mention.end for p in self.posts.phrases)

    def _concluding_body(self) -> Found[Name] | None:
        """The body whose conclusions the title announces: "kết luận của Thường trực Tỉnh ủy"."""
        for mention in self.reading.mentions:
            if self.title.start <= mention.start < self.title.end and not mention.post and not self._is_post_body(mention):
                if _CONCLUSION_OF.search(self.low, self.title.start, mention.first) and mention.name.label != PRIME_MINISTER.label:
                    return Found(mention.name, mention.start, mention.end, "conclusions of the body")
        return None

    def _of_chair(self, chair: Found[str] | None) -> Found[Name] | None:
        """The body that the chair presides over: the Government's head, the committee of the title, the first office."""
        held = self._chair_posts(chair) or self._title_posts()
        if not held:
            return None
        if any(post.agency.label == "Chính phủ" for post in held):
            return Found(PRIME_MINISTER, held[0].start, held[0].end, "a meeting of the Prime Minister or a Deputy")
        committees = [p for p in held if p.agency.label.startswith(("Ban Chỉ đạo", "Ban Chỉ huy", "Tiểu ban", "Hội đồng")) and
                      not p.agency.label.startswith("Hội đồng nhân dân")]
        titled = [p for p in committees if fold(p.role).startswith(("trưởng", "chủ tịch", "phó trưởng"))]
        state = [p for p in held if p.agency.label.startswith(("Ủy ban nhân dân", "Bộ ", "Sở ", "Hội đồng nhân dân", "Văn phòng"))]
        for group in (titled, state, held):
            if group:
                return Found(group[0].agency, group[0].start, group[0].end, "presided over by the head of the body")
        return None

    def _chair_posts(self, chair: Found[str] | None) -> list[HeldPost]:
        person = next((p for p in self.people if chair and p.name == chair.value), None)
        return list(person.posts) if person else []

    def _title_posts(self) -> list[HeldPost]:
        phrases = [p for p in self.posts.phrases if self.title.start <= p.start < self.title.end and p.body and not p.several]
        return [HeldPost(p.role, p.body, p.start, p.end) for p in phrases if p.body]

    # ------------------------------------------------------------ who is there

    def attendants(self, label: Found[str], chair: Found[str] | None) -> Iterator[Attendant]:
        """Yield the persons and bodies that the opening says to be there, each once."""
        seen: set[str] = set()
        present = list(self._presence())
        for person, start, end in self._named_in(self.opening):
            if chair and person.name == chair.value or self._passed(start) or person.name in seen:
                continue
            if any(s.start <= start < s.end for s in present):
                seen.add(person.name)
                yield Attendant(start, end, person=person.name)
        personal = self._personal_bodies()
        for mention in self.reading.mentions:
            inside = any(s.start <= mention.start < s.end for s in present)
            visited = self._visited(label, mention)
            if not (inside or visited) or mention.start in personal or key(mention.name.label) in seen:
                continue
            if self._present(mention, visited=visited):
                seen.add(key(mention.name.label))
                yield Attendant(mention.start, mention.end, agency=mention.name)

    def _present(self, mention: Mention, *, visited: bool) -> bool:
        if _PLACE.match(mention.name.label) and not mention.name.group and not visited:
            return bool(_SPEAKS_FOR.search(self.low, 0, mention.start))
        return not _WHERE.search(self.low, max(0, mention.start - 26), mention.start)

    def _personal_bodies(self) -> set[int]:
        """Where the bodies of named persons' posts stand: the person attends, not the body."""
        found: set[int] = set()
        for person in self.people:
            for post in person.posts:
                found |= {m.start for m in self.reading.mentions if post.start <= m.start < post.end}
            for start, end in person.places:
                last = chain_end(self.reading, self.posts, end)
                found |= {m.start for m in self.reading.mentions if end <= m.start < last}
                for phrase in self.posts.chain_before(start - 1):
                    found |= {m.start for m in self.reading.mentions if phrase.start <= m.start < phrase.end}
        return found

    def _visited(self, label: Found[str], mention: Mention) -> bool:
        """Whether a mention is the party of "làm việc với …"."""
        direct = _VISITS.search(self.low, max(label.start - 12, 0), mention.first)
        return label.start <= mention.start < label.end and bool(direct)

    def _presence(self) -> Iterator[_Stretch]:
        """Yield the stretches of the opening that tell who is there, who reports, who speaks, who is joined online."""
        start = self.opening.start
        for block in self.reading.layout.zone(Zone.OPENING):
            if not self.low[:block.end].rstrip().endswith((",", ";")):
                for a, b in _sentences(self.low, start, block.end):
                    yield from self._presence_in(a, b)
                start = block.end + 1

    def _presence_in(self, start: int, end: int) -> Iterator[_Stretch]:
        heard = _HEARD.search(self.low, start, end)
        if heard:
            yield from self._heard(heard.end(), end)
            return
        spoken = _OPINIONS.search(self.low, start, end)
        present = _PRESENCE.search(self.low, start, end)
        if present and not self._passed(present.start()):
            yield _Stretch(present.end(), end)
        elif spoken and (stop := _CONCLUDES.search(self.low, spoken.end(), end)):
            yield from self._heard(spoken.start(), max(stop.end(), spoken.end()))
        else:
            for match in _REACHES.finditer(self.low, start, end):
                if not self._passed(match.start()):
                    yield _Stretch(match.end(), end)
                    return

    def _heard(self, start: int, end: int) -> Iterator[_Stretch]:
        """Cut what was heard before the clause that concludes, and leave out what the reports were about."""
        stop = _CONCLUDES.search(self.low, start, end)
        if stop:
            cut = max((m.start() for m in re.finditer(r"[,;]", self.low[start : stop.start()])), default=-1)
            end = start + cut if cut >= 0 else start
        at = start
        for about in _ABOUT.finditer(self.low, start, end):
            if about.start() < at:
                continue
            yield _Stretch(at, about.start())
            again = _NEXT_REPORT.search(self.low, about.end(), end)
            at = again.start() if again else end
        if at < end:
            yield _Stretch(at, end)


def _sentences(low: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for match in re.compile(r"\.(?= [^\W\d])|(?<![,;])\n").finditer(low, start, end):
        yield at, match.start()
        at = match.end()
    if at < end:
        yield at, end
