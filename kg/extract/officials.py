"""Named persons and every post a notice gives them.

Posts stand before the name ("Phó Chủ tịch Ủy ban nhân dân tỉnh Võ An") or behind it ("đồng chí Võ An, Bí thư
Tỉnh ủy"). Behind a name that has its post before it, in a list of those present, a further post is another,
unnamed person's. A post that is said to be former ("nguyên Bí thư") is none. A pure function.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract import addresses
from kg.extract.found import HeldPost, Person
from kg.extract.names import Name
from kg.extract.persons import NEXT, after_ranks, name_at, name_behind, persons
from kg.extract.places import COMMUNE_KINDS
from kg.extract.posts import Phrase, Posts, completed
from kg.extract.reading import Reading
from kg.extract.resolve import key
from kg.language.words import fold, pattern
from kg.layout import Zone
from kg.records import Level

_BEHIND = pattern(r"(?:, | ?[-–] ?|: | \()(?:hiện là |là |kiêm )?")
_PRESENCE = pattern(r"(?<!\w)(?:tham dự|tham gia|cùng dự|dự|có mặt|thành phần|về phía)(?!\w)")
_LIVES = pattern(r",? \(?(?:(?:thường |tạm |cư |hiện )?trú|ngụ|địa chỉ|hộ khẩu|có hộ khẩu|sinh năm)(?!\w)")
_COMPLAINS = pattern(
    r"(?<!\w)(?:đơn|kiến nghị|khiếu nại|tố cáo|phản ánh|trường hợp|hộ|gia đình)(?: thư)?(?: của)? "
    r"(?:các |hộ |gia đình |công dân )*(?:ông|bà|anh|chị)? ?$"
)
_SENTENCE = pattern(r"[.;](?=\s)|\n")
_PURPOSE_HEADS = frozenset(
    {
        "Ban Chỉ đạo",
        "Ban Chỉ huy",
        "Sở Chỉ huy",
        "Trung tâm Chỉ huy",
        "Tiểu ban",
        "Tổ công tác",
        "Đoàn công tác",
        "Đoàn kiểm tra",
        "Tổ giúp việc",
        "Hội đồng thẩm định",
    }
)
"""Heads that a notice shortens a body's name to, once it has said in full what the body is for."""

_COMMUNE_COMMITTEE = re.compile(rf"Đảng ủy ((?:{'|'.join(COMMUNE_KINDS)}) .+)$")
_HELD_BY_MANY = ("Phó ", "Thứ trưởng", "Ủy viên", "Thành viên")
_MOST_NAMES = 6
_ONCE = frozenset({"Giám đốc", "Phó Giám đốc", "Bộ trưởng", "Thứ trưởng", "Cục trưởng", "Vụ trưởng", "Phó Chủ tịch"})
"""Posts of which one person holds one: a second begins another, unnamed person."""


def officials(reading: Reading, issuer: Name | None = None, signatory: Person | None = None) -> list[Person]:
    """Return the persons that the notice names, in order, each once, with all their posts.

    `issuer` gives a minister's or committee head's post its body where the words leave it out; `signatory` is who
    signs, as `kg.extract.issuers` reads it.
    """
    posts = Posts(reading.text, reading.low, reading.mentions)
    found = []
    for name, places in persons(reading, posts).items():
        phrases = [p for start, end in places for p in _posts_of(reading, posts, start, end)]
        held = [post for p in phrases if (post := _held(reading, p, issuer))]
        if not held and any(_is_private(reading, start, end) for start, end in places):
            continue
        first = places[0]
        found.append(Person(name, *first, posts=distinct(held), places=tuple(places)))
    return sorted(_with(found, signatory), key=lambda person: person.start)


def _is_private(reading: Reading, start: int, end: int) -> bool:
    """Whether a person without a post is somebody who complains or lives somewhere: "ông A, trú tại xã Bến Gỗ"."""
    behind = _LIVES.match(reading.low, end)
    return bool(behind or _COMPLAINS.search(reading.low, max(0, start - 40), start))


def _with(found: list[Person], signatory: Person | None) -> list[Person]:
    """Add who signs, to the same person where the text names him or her too."""
    if signatory is None:
        return found
    same = next((person for person in found if fold(person.name) == fold(signatory.name)), None)
    if same is None:
        return [*found, signatory]
    places = tuple(dict.fromkeys([*same.places, *signatory.places]))
    whole = replace(same, posts=distinct([*same.posts, *signatory.posts]), places=places)
    return [whole if person is same else person for person in found]


def chain_end(reading: Reading, posts: Posts, end: int) -> int:
    """Return where the posts behind a name that ends at `end` end; `end` itself where there are none."""
    _, chain = _behind(reading, posts, end)
    return chain[-1].end if chain else end


def distinct(held: Sequence[HeldPost]) -> tuple[HeldPost, ...]:
    """Return the posts without repetitions: at one body the fuller of two roles, else the first."""
    kept: list[HeldPost] = []
    for post in held:
        same = [k for k in kept if key(k.agency.label) == key(post.agency.label)]
        wider = next((k for k in same if fold(post.role).startswith(fold(k.role))), None)
        if wider and len(post.role) > len(wider.role):
            kept[kept.index(wider)] = post
        elif not any(fold(k.role).startswith(fold(post.role)) for k in same):
            kept.append(post)
    return tuple(kept)


def _posts_of(reading: Reading, posts: Posts, start: int, end: int) -> list[Phrase]:
    """Return the phrases that say a person's posts at one place of the name."""
    before = [p for p in _before(reading, posts, start) if not p.former]
    sign, chain = _behind(reading, posts, end)
    if not before and not chain:
        chain = _shared(reading, posts, end)
    direct = bool(before) and addresses.before(reading.low, start) == start
    if chain and direct and sign == ", " and _in_list(reading, start):
        chain = []
    before = [p for p in before if p.body or not any(c.body and c.role == p.role for c in chain)]
    return [*completed(before), *completed(chain)]


def _shared(reading: Reading, posts: Posts, end: int) -> list[Phrase]:
    """Return the one post that many may hold, said behind the last of several names: "A, B - Phó Giám đốc Sở Y tế"."""
    for _ in range(_MOST_NAMES):
        separator = NEXT.match(reading.low, end)
        last = name_at(reading, posts, after_ranks(reading, separator.end())) if separator else None
        if last is None:
            return []
        end = last
        _, chain = _behind(reading, posts, end)
        if chain:
            held_by_many = len(chain) == 1 and chain[0].role.startswith(_HELD_BY_MANY)
            return list(chain) if held_by_many else []
    return []


def _behind(reading: Reading, posts: Posts, end: int) -> tuple[str, list[Phrase]]:
    """Return the sign behind a name that ends at `end`, and the person's posts behind it."""
    sign = _BEHIND.match(reading.low, end)
    return (sign[0], list(_own(reading, posts, posts.chain(sign.end())))) if sign else ("", [])


def _own(reading: Reading, posts: Posts, chain: Sequence[Phrase]) -> Iterator[Phrase]:
    """Yield the phrases up to the first that cannot be the same person's: plural, former, or before another name."""
    seen: set[str] = set()
    for phrase in chain:
        at = name_behind(reading, phrase)
        another = at is not None and name_at(reading, posts, at) is not None
        if another or phrase.several or phrase.former or (phrase.role in _ONCE and phrase.role in seen):
            return
        seen.add(phrase.role)
        yield phrase


def _before(reading: Reading, posts: Posts, start: int) -> list[Phrase]:
    """The posts directly before a name; in a list of one post ("các Phó Chủ tịch: A, B") that post."""
    at = start
    for _ in range(8):
        begin = addresses.before(reading.low, at)
        for cut in (" ", ": ", " (") if begin == at else (" ", " ("):
            if reading.low.endswith(cut, 0, begin) and (chain := posts.chain_before(begin - len(cut))):
                return [replace(p, several=False) for p in chain]
        inside = [p for p in posts.phrases if p.start < at < p.end and p.body and p.body.place]
        if inside:
            return [_shortened(inside[-1], reading.text[at : inside[-1].end])]
        at = _earlier(reading, posts, at)
        if at < 0:
            return []
    return []


def _earlier(reading: Reading, posts: Posts, at: int) -> int:
    """Return the start of the name before this one in a list of one post, or -1."""
    low = reading.low
    separator = next((s for s in (", ", " và ") if low[:at].endswith(s)), None)
    if separator is None:
        return -1
    end = at - len(separator)
    several = [
        p for p in posts.phrases if p.several and p.end < end and "\n" not in low[p.end : end] and end - p.end < 160
    ]
    between = reading.text[several[-1].end : end] if several else ""
    if not several or any(word[:1].islower() for word in between.replace(" và ", ", ").split()):
        return -1
    return several[-1].end + 2 if between.startswith((": ", " (")) else several[-1].end + 1


def _shortened(phrase: Phrase, taken: str) -> Phrase:
    """Return a phrase whose body's place took the first words of the person's name, without them."""
    body = phrase.body
    assert body is not None
    label = body.label.removesuffix(taken).rstrip()
    place = body.place.removesuffix(taken).rstrip()
    province = body.province.removesuffix(taken).rstrip() if body.province else None
    return replace(
        phrase, body=replace(body, label=label, place=place, province=province), end=phrase.end - len(taken) - 1
    )


def _in_list(reading: Reading, start: int) -> bool:
    """Whether a name stands in a list of those present and not at the head of a sentence about the person."""
    begins = max((m.end() for m in _SENTENCE.finditer(reading.low, max(0, start - 600), start)), default=0)
    return bool(_PRESENCE.search(reading.low, begins, start)) or reading.low[:start].endswith(("; ", ", "))


def _held(reading: Reading, phrase: Phrase, issuer: Name | None) -> HeldPost | None:
    alone = phrase.body is None or phrase.body.label in {"Ban Thường vụ", "Ban Chấp hành"}
    body = _of_commune(reading, phrase, issuer) if alone else None
    body = body or (whole_name(reading, phrase.body) if phrase.body else _implied(reading, phrase.role, issuer))
    if body is None or body.group or phrase.several:
        return None
    return HeldPost(phrase.role, body, phrase.start, phrase.end)


def _served(office: Name) -> Name | None:
    """Return the body that an office is of: "Văn phòng Ủy ban nhân dân tỉnh" serves "Ủy ban nhân dân tỉnh"."""
    label = office.label.removeprefix("Văn phòng ")
    return replace(office.inner, label=label) if office.inner and label != office.label else None


def _of_commune(reading: Reading, phrase: Phrase, issuer: Name | None) -> Name | None:
    """Return the committee that "Đảng ủy" or "Ban Thường vụ" alone means in a commune's own paper."""
    own = _COMMUNE_COMMITTEE.search(issuer.label) if issuer else None
    if own is None or issuer is None:
        return None
    committee = Name(own[0], "Đảng ủy", Level.COMMUNE, place=own[1])
    if phrase.body is None:
        said = reading.low.endswith(("đảng ủy", "đảng ủy viên"), phrase.start, phrase.end)
        return committee if said else None
    return replace(committee, label=f"{phrase.body.label} {own[0]}", head=phrase.body.label)


def _heads_of(role: str) -> tuple[str, ...]:
    """Return how the names of bodies begin that have a head with this post."""
    for word, heads in (
        ("Chánh Văn phòng", ("Văn phòng",)),
        ("Chủ tịch", ("Ủy ban nhân dân",)),
        ("Chủ nhiệm", ("Văn phòng Chính phủ",)),
        ("Trưởng ban", ("Ban ",)),
        ("Bộ trưởng", ("Bộ ",)),
        ("Thứ trưởng", ("Bộ ",)),
        ("Hiệu trưởng", ("Trường ", "Đại học ")),
        ("Viện trưởng", ("Viện ",)),
        ("Cục trưởng", ("Cục ", "Tổng cục ")),
        ("Tổng Giám đốc", ("Tập đoàn ", "Tổng công ty ", "Công ty ")),
        ("Giám đốc", ("Sở ", "Công an ", "Bệnh viện ", "Trung tâm ", "Kho bạc ")),
    ):
        if word.casefold() in role.casefold():
            return heads
    return ("?",)


def whole_name(reading: Reading, name: Name) -> Name:
    """Return the full name that a head alone stands for, where the notice has one only: "Ban Chỉ đạo"."""
    if name.label != name.head or name.head not in _PURPOSE_HEADS:
        return name
    full = _named_with(reading, name.head)
    own = [n for n in full if not n.national] or full
    return own[0] if len(own) == 1 else name


def _named_with(reading: Reading, head: str) -> list[Name]:
    """Return the bodies with a head that the notice names in full, each once: one province's named or not."""
    above = max((block.end for block in reading.layout.zone(Zone.LETTERHEAD)), default=0)
    names = [m.name for m in reading.mentions if m.start >= above and m.name.head == head and m.name.base != head]
    found: dict[str, Name] = {}
    for name in sorted((n for n in names if not (n.group or n.bare or n.inner)), key=lambda n: bool(n.province)):
        found.setdefault(key(name.base), name)
    return list(found.values())


def _implied(reading: Reading, role: str, issuer: Name | None) -> Name | None:
    """Return the body of a post that stands without one, where the notice leaves one reading."""
    head = {"Bộ trưởng": "Bộ", "Thứ trưởng": "Bộ", "Thứ trưởng Thường trực": "Bộ"}.get(role)
    if role.startswith(("Trưởng ban", "Phó Trưởng ban")):
        head = "Ban Chỉ đạo"
    own = [issuer, _served(issuer)] if issuer else []
    fitting = next((name for name in own if name and name.label.startswith(_heads_of(role))), None)
    if fitting:
        return fitting
    if head is None:
        return None
    titles = reading.layout.zone(Zone.TITLE)
    titled = [
        m.name
        for m in reading.mentions
        if m.name.head == head and titles and titles[0].start <= m.start < titles[-1].end
    ]
    named = [name for name in titled if name.label != head] or _named_with(reading, head)
    return named[0] if len({key(name.label) for name in named}) == 1 else None
