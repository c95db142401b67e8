"""Who presides over a meeting, and whose meeting it is.

The chair is a named person who presides, else who concludes, else whose conclusions the title announces, or the
sentence that closes the notice ("Trên đây là kết luận của Bộ trưởng …"). The
meeting is held by the body named with it, else by the one that organises it, else by the one whose conclusions
these are, else by the one that the chair heads; the Prime Minister's and his Deputies' meetings by the Prime
Minister. Pure functions of the occasion.
"""

from __future__ import annotations

from kg.extract import addresses
from kg.extract.addresses import ADDRESS
from kg.extract.found import Found, HeldPost
from kg.extract.issuers import PRIME_MINISTER
from kg.extract.names import Mention, Name
from kg.extract.occasion import Occasion, Stretch
from kg.extract.officials import chain_end, whole_name
from kg.extract.resolve import key
from kg.language.words import fold, pattern
from kg.layout import Zone

MEETING_NOUN = pattern(
    r"(?<!\w)(?:(?<!trung tâm )(?<!nhà )(?<!cung )hội nghị|cuộc họp|buổi làm việc|phiên họp|cuộc làm việc|buổi họp|"
    r"hội thảo|buổi tiếp|buổi gặp|cuộc gặp|tọa đàm|"
    r"kỳ họp|phiên làm việc|phiên giải trình|phiên chất vấn|phiên thảo luận|"
    r"buổi đối thoại|buổi giao ban|hội ý|lễ (?:phát động|ra quân|sơ kết|tổng kết)|cuộc kiểm tra|buổi kiểm tra|"
    r"chuyến kiểm tra|buổi khảo sát)(?!\w)"
)
_PRESIDES = pattern(
    r"(?: \([^)]*\))?(?:,? (?:đã|trực tiếp|cùng|và|phát biểu|có|buổi|cuộc|chuyến))*(?: bài)?(?: phát biểu)? "
    r"(?:chủ trì|chủ tọa|làm việc (?:với|tại)|kết luận|đi kiểm tra|kiểm tra|"
    r"ý kiến kết luận|ý kiến chỉ đạo|ý kiến|chỉ đạo)(?!\w)"
)
_PURPOSE = pattern(r" về [^.;:\n]{3,220}?(?= \(sau đây[^)]*\) (?:đã )?chủ trì| (?:đã )?chủ trì)")
_PRESIDED_BY = pattern(
    r"(?:(?:dưới sự )?(?:chủ trì|chủ tọa)(?: \w+){0,3}?(?: của|:| là| có)|kết luận(?: chỉ đạo)?(?: cuộc họp|"
    rf" hội nghị)?(?: của|,)) ?(?:{ADDRESS} )?$"
)
_LED_BY = pattern(rf"(?<!với )(?:đòan|tổ)(?: công tác| kiểm tra| giám sát)[^,;:.()\n]{{0,60}} do (?:{ADDRESS} )?$")
_LEADS = pattern(r",? (?:làm )?(?:trưởng đòan|tổ trưởng)(?!\w)")
_OPINION_OF = pattern(rf"(?:ý kiến|báo cáo|phát biểu|đề nghị)[^,;.]{{0,30}} của (?:{ADDRESS} )?$")
_ORGANISES = pattern(
    r"(?: \([^)]*\))?(?:,? (?:phối hợp|cùng với)(?: với| cùng)? [^.,;:\n]{3,120}?)?(?: đã)?(?: phối hợp)? "
    r"(?:tổ chức|họp|tiến hành|chủ trì|có (?:buổi|cuộc) (?:làm việc|họp|giao ban))(?!\w)"
)
_BESIDE = pattern(r"(?<!\w)(?:phối hợp với|phối hợp cùng|cùng với|cùng) (?:các )?$")
"""Before a body or a person that only helps or goes along."""

_COMPANION = pattern(r",? cùng(?: với)? ")
_OF_BODY = pattern(
    r"(?:\s(?:lần thứ \w+|thường kỳ|giao ban|thành viên|của|các|trực tuyến|thứ \d+|tòan thể|sơ kết|tổng kết))*\s?$"
)
_CONCLUSION_OF = pattern(r"(?:kết luận|ý kiến(?: chỉ đạo)?) của $")
_OWN_BODY = pattern(r" (?:sở|cục|chi cục|công ty|tổng công ty|bệnh viện|nhà trường|trung tâm) $")
"""The body of a post that says no more than its kind: "Giám đốc Sở Võ An"."""

_ANNOUNCES = pattern(rf"(?:kết luận|ý kiến|chỉ đạo)(?: \w+){{0,2}} của (?:{ADDRESS} )?$")


def chair(here: Occasion) -> Found[str] | None:
    """The named person who presides, else who concludes, else whose conclusions the title or the end announces."""
    for strong in (True, False):
        for person, start, end in here.named_in(here.opening):
            if _presides(here, start, end, strong=strong):
                return Found(person.name, start, end, "presides" if strong else "concludes")
    announcing = [(here.title, "title"), (here.closing, "closing sentence")]
    if here.title.start == here.title.end:
        announcing.insert(0, (here.opening, "reported"))
    for where, rule in announcing:
        for person, start, end in here.named_in(where):
            if _ANNOUNCES.search(here.low, where.start, _with_posts_before(here, start)):
                return Found(person.name, start, end, rule)
    return _leader(here)


def _leader(here: Occasion) -> Found[str] | None:
    """The named person who leads the party that visits: "Đoàn công tác do đồng chí A làm Trưởng đoàn"."""
    for person, start, end in here.named_in(here.opening):
        before = _with_posts_before(here, start)
        led = _LED_BY.search(here.low, max(here.opening.start, before - 90), before)
        if led and not here.passed(start) and _LEADS.match(here.low, chain_end(here.reading, here.posts, end)):
            return Found(person.name, start, end, "leads the visiting party")
    return None


def held_by(here: Occasion, label: Found[str], chair: Found[str] | None) -> Found[Name] | None:
    """The body named with the meeting, that organises it, whose conclusions these are, or that the chair heads."""
    return _body_in(here, label) or _organiser(here, label) or _concluding_body(here) or _of_chair(here, chair)


def _presides(here: Occasion, start: int, end: int, *, strong: bool) -> bool:
    last = _behind_companions(here, chain_end(here.reading, here.posts, end))
    if purpose := _PURPOSE.match(here.low, last):
        last = purpose.end()
    predicate = _PRESIDES.match(here.low, last)
    before = _with_posts_before(here, start)
    if _PRESIDED_BY.search(here.low, max(0, before - 60), before):
        return True
    if predicate is None or here.passed(start) or _OPINION_OF.search(here.low, max(0, before - 60), before):
        return False
    if _BESIDE.search(here.low, max(0, before - 60), before):
        return False
    return not strong or "chủ trì" in predicate[0] or "làm việc" in predicate[0] or "chủ tọa" in predicate[0]


def _behind_companions(here: Occasion, end: int) -> int:
    """Return where the predicate of who is named up to `end` begins: "A cùng Phó Chủ tịch B đã đi kiểm tra"."""
    beside = _COMPANION.match(here.low, end)
    for _, start, last in here.named_in(Stretch(end, here.opening.end)) if beside else ():
        begin = addresses.before(here.low, _with_posts_before(here, start))
        if beside and begin == beside.end():
            return chain_end(here.reading, here.posts, last)
    return end


def _with_posts_before(here: Occasion, start: int) -> int:
    if addresses.before(here.low, start) < start:
        return start
    own = _OWN_BODY.search(here.low, max(0, start - 14), start)
    chain = here.posts.chain_before(own.start() if own else start - 1)
    return chain[0].start if chain else start


def _body_in(here: Occasion, label: Found[str]) -> Found[Name] | None:
    """The body directly behind the noun: "Hội nghị Ban Chỉ đạo …", "Phiên họp lần thứ năm của …"."""
    for where in (label.start, here.title.start):
        stretch = label.end if where == label.start else here.title.end
        for mention in here.reading.mentions:
            if not where <= mention.start < stretch or mention.name.generic or mention.name.group or mention.post:
                continue
            noun = list(MEETING_NOUN.finditer(here.low, where, mention.start))
            between = here.low[noun[-1].end() : mention.start] if noun else "?"
            if noun and _OF_BODY.fullmatch(between):
                name = whole_name(here.reading, mention.name)
                return Found(name, mention.start, mention.end, "named with the meeting")
    return None


def _organiser(here: Occasion, label: Found[str]) -> Found[Name] | None:
    for mention in here.reading.mentions:
        inside = here.opening.start <= mention.start < max(label.end, here.opening.start + 1)
        named = not (mention.name.generic or mention.name.group or mention.post) and not here.passed(mention.start)
        beside = _BESIDE.search(here.low, max(0, mention.first - 30), mention.first)
        if beside or not (inside and named) or _is_post_body(here, mention):
            continue
        if _ORGANISES.match(here.low, mention.end):
            return Found(mention.name, mention.start, mention.end, "organises the meeting")
    return None


def _is_post_body(here: Occasion, mention: Mention) -> bool:
    return any(p.body and p.start < mention.start and p.end == mention.end for p in here.posts.phrases)


def _concluding_body(here: Occasion) -> Found[Name] | None:
    """The body whose conclusions the title announces: "kết luận của Thường trực Tỉnh ủy"."""
    for mention in here.reading.mentions:
        body = not (mention.post or _is_post_body(here, mention) or mention.name.label == PRIME_MINISTER.label)
        titled = body and here.title.start <= mention.start < here.title.end
        if titled and _CONCLUSION_OF.search(here.low, here.title.start, mention.first):
            return Found(mention.name, mention.start, mention.end, "conclusions of the body")
    return None


def _of_chair(here: Occasion, chair: Found[str] | None) -> Found[Name] | None:
    """The body that the chair presides over: the Government's head, the committee of the title, the first office."""
    posts = _chair_posts(here, chair) or _title_posts(here)
    held = [p for p in posts if not fold(p.role).startswith(fold("ủy viên"))] or posts
    if not held:
        return None
    if any(post.agency.label == "Chính phủ" for post in held):
        return Found(PRIME_MINISTER, held[0].start, held[0].end, "a meeting of the Prime Minister or a Deputy")
    committees = [
        p
        for p in held
        if p.agency.label.startswith(("Ban Chỉ đạo", "Ban Chỉ huy", "Tiểu ban", "Hội đồng"))
        and not p.agency.label.startswith("Hội đồng nhân dân")
    ]
    titled = {key(p.agency.label) for p in _title_posts(here)}
    heads = [p for p in committees if fold(p.role).startswith(("trưởng", "chủ tịch"))]
    deputies = [p for p in committees if fold(p.role).startswith("phó trưởng")]
    chaired = heads or [p for p in deputies if len(deputies) == len(held) or key(p.agency.label) in titled]
    held = [p for p in held if key(p.agency.label) in titled] or held
    state = [
        p
        for p in held
        if p.agency.label.startswith(("Ủy ban nhân dân", "Bộ ", "Sở ", "Hội đồng nhân dân", "Văn phòng"))
    ]
    party = [p for p in held if _of_party(here) and fold(p.role).startswith(("bí thư", "phó bí thư"))]
    for group in (chaired, party, state, held):
        if group:
            return Found(group[0].agency, group[0].start, group[0].end, "presided over by the head of the body")
    return None


def _of_party(here: Occasion) -> bool:
    """Whether the paper is one of the party, by the motto above it (Hướng dẫn 05-HD/VPTW)."""
    blocks = here.reading.layout.zone(Zone.LETTERHEAD)
    return bool(blocks) and "đảng cộng sản việt nam" in here.low[blocks[0].start : blocks[-1].end]


def _chair_posts(here: Occasion, chair: Found[str] | None) -> list[HeldPost]:
    person = next((p for p in here.people if chair and p.name == chair.value), None)
    return list(person.posts) if person else []


def _title_posts(here: Occasion) -> list[HeldPost]:
    phrases = [
        p for p in here.posts.phrases if here.title.start <= p.start < here.title.end and p.body and not p.several
    ]
    return [HeldPost(p.role, p.body, p.start, p.end) for p in phrases if p.body]
