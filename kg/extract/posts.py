"""Posts with their bodies: "Phó Bí thư Thường trực Tỉnh ủy", "Trưởng Ban Chỉ đạo", "Phó Thủ tướng".

    phrase  →  post (Thường trực | phụ trách)? (của)? body?
    chain   →  phrase (separator phrase)*          the posts of one person

A post may swallow the first word of its body ("Trưởng Ban Chỉ đạo" = "Trưởng ban" + "Ban Chỉ đạo"), imply its
body ("Phó Thủ tướng": the Government) or stand without one. A pure function of the text and its mentions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from kg.data import table
from kg.extract import places
from kg.extract.addresses import ADDRESS
from kg.extract.agencies import Reader
from kg.extract.names import Mention, Name
from kg.extract.resolve import resolve
from kg.language.words import fold, matching, pattern
from kg.records import Level

GOVERNMENT = Name("Chính phủ", "Chính phủ", Level.CENTRAL, national=True)
_EXTRA = pattern(r" (?:thường trực|tt\.?|phụ trách|chuyên trách)(?!\w)")
_LINK = pattern(r" (?:của )?")
_OF_GOVERNMENT = pattern(r"(?: thường trực)? chính phủ(?!\w)")
_SEPARATOR = pattern(
    r"(?:, (?:và |kiêm )?| ?- ?| kiêm(?: nhiệm)? | và |; ?(?=kiêm ))(?:kiêm (?:nhiệm )?|đồng thời là )?"
)
_ASSISTANTS = frozenset({"Trợ lý", "Thư ký", "Chuyên viên", "Thường trực", "Người đứng đầu"})
"""Who helps a person, or belongs to no one body: what follows is somebody else's post."""

_DEPUTIES = ("Phó ", "Ủy viên", "Thành viên")
"""Posts of which one body has several: "các Phó Giám đốc Sở Y tế" are of one department."""

_STANDING_COMMITTEE = "Ban Thường vụ"
_COMMITTEE = "Đảng ủy"
_STANDING = pattern(r"ban thường vụ(?!\w)")
_BARE_PARTY = pattern(r"đảng ủy(?=[,;.:)\n]|$| -| kiêm)")
_WINDOW = 240
_LIST_BEHIND = pattern(r"\s?: ")
_LIST_OF_BODIES = pattern(r" (?:các |của các )(?:[^\W\d]+(?:,| và)? ){0,3}[^\W\d]+\s?: ")
_HOLDER = re.compile(r" \((?:[^()\n]{4,60})\)")
_NAMED = re.compile(r"[^,;:()\n]{4,50} \((?P<body>[^()\n]{3,80})\)")
_NEXT_MEMBER = re.compile(r"(?:, |; | và |, và )")
_PARTY = pattern(r"(?:tỉnh|thành|huyện|thị|quận) ủy$")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A post at [start, end), body included; `body` is None where the words name none.

    `several` is true for a plural: of posts ("các Phó Chủ tịch") or of bodies ("Giám đốc các Sở").
    """

    role: str
    body: Name | None
    start: int
    end: int
    several: bool = False
    former: bool = False


@cache
def _forms() -> Mapping[str, tuple[str, str, str]]:
    """Return, for each way to write a post, its label, the head it may swallow and the body it implies."""
    rows = [row for row in table("posts") if row["post"] not in _ASSISTANTS]
    found = {matching(row["post"]): (row["post"], row["stands_for"], row["holds"]) for row in rows}
    holds = {row["post"]: row["holds"] for row in table("posts")}
    for row in table("post_forms"):
        found.setdefault(row["form"], (row["post"], "", row["body"] or holds.get(row["post"], "")))
    return found


@cache
def _expression() -> re.Pattern[str]:
    written = sorted((form for form in _forms() if form == form.lower()), key=len, reverse=True)
    return re.compile(r"(?<![\w/])(?:" + "|".join(map(re.escape, written)) + r")(?!\w)")


@cache
def _short_forms() -> re.Pattern[str]:
    written = sorted((form for form in _forms() if form != form.lower()), key=len, reverse=True)
    return re.compile(r"(?<![\w/])(?:" + "|".join(map(re.escape, written)) + r")(?:\.| ?TT)?(?!\w)")


class Posts:
    """The post phrases of one text."""

    def __init__(self, text: str, low: str, mentions: Sequence[Mention]) -> None:
        self._text, self._low, self._all = text, low, mentions
        self._mentions = {m.start: m for m in mentions}
        found = [self._phrase(m.start(), m.end(), m[0]) for m in _expression().finditer(low)]
        found += [self._short(m) for m in _short_forms().finditer(text)]
        self.phrases = self._without_inner(sorted(found, key=lambda p: (p.start, -p.end)))
        self.phrases += [
            each for phrase in self.phrases for each in (*self._distributed(phrase), *self._bracketed(phrase))
        ]
        self.by_start = {p.start: p for p in self.phrases}
        self.by_end = {p.end: p for p in self.phrases}

    def chain(self, start: int) -> list[Phrase]:
        """Return the phrases of the chain that begins at an offset; posts without a body take the next one's."""
        found: list[Phrase] = []
        at = start
        while phrase := self.by_start.get(at):
            found.append(phrase)
            separator = _SEPARATOR.match(self._low, phrase.end)
            if not separator:
                break
            at = separator.end()
        return found

    def chain_before(self, end: int) -> list[Phrase]:
        """Return the phrases of the chain that ends at an offset: offices of a party before an office of state."""
        found: list[Phrase] = []
        phrase = self.by_end.get(end)
        while phrase:
            found.insert(0, phrase)
            before = [p for p in self.phrases if p.body and phrase.start - 6 <= p.end < phrase.start]
            joined = [p for p in before if _SEPARATOR.fullmatch(self._low, p.end, phrase.start)]
            joined = [p for p in joined if not _rivals(p, phrase)]
            phrase = joined[-1] if joined and not found[0].several and not joined[-1].several else None
        return found

    def _distributed(self, phrase: Phrase) -> Iterator[Phrase]:
        """Yield the post at each body of a list with its holders: "Thứ trưởng các Bộ: Tài chính (Võ An), …"."""
        head = _LIST_BEHIND.match(self._low, phrase.end)
        many = _LIST_OF_BODIES.match(self._low, phrase.end) if phrase.body is None else None
        opened = many or (head if phrase.body and phrase.several else None)
        at = opened.end() if opened else -1
        while at >= 0 and (mention := self._member(at)):
            holder = _HOLDER.match(self._text, mention.end)
            if holder:
                body = replace(mention.name, group=False)
                yield Phrase(phrase.role, body, mention.start, mention.end, former=phrase.former)
            after = _NEXT_MEMBER.match(self._text, holder.end() if holder else mention.end)
            at = after.end() if after else -1

    def _bracketed(self, phrase: Phrase) -> Iterator[Phrase]:
        """Yield the post at the body behind each of its holders: "các Thứ trưởng: Võ An (Bộ Tài chính), …"."""
        opened = _LIST_BEHIND.match(self._low, phrase.end) if phrase.several and phrase.body is None else None
        at = opened.end() if opened else -1
        while at >= 0 and (named := _NAMED.match(self._text, at)):
            body = self._mentions.get(named.start("body"))
            if body and body.end == named.end("body"):
                yield Phrase(phrase.role, body.name, body.start, body.end, former=phrase.former)
            after = _NEXT_MEMBER.match(self._text, named.end())
            at = after.end() if after else -1

    def _member(self, at: int) -> Mention | None:
        """The body of a list whose own words begin at an offset; those of the first may begin with the list's head."""
        known = self._mentions.get(at)
        return known or next((m for m in self._all if m.first < m.start < at < m.end or m.start < at < m.end), None)

    # ------------------------------------------------------------ one phrase

    @staticmethod
    def _without_inner(found: list[Phrase]) -> list[Phrase]:
        kept: list[Phrase] = []
        for phrase in found:
            if not kept or phrase.start >= kept[-1].end:
                kept.append(phrase)
        return kept

    def _phrase(self, start: int, end: int, written: str) -> Phrase:
        role, head, holds = _forms()[written]
        low = self._low
        if extra := _EXTRA.match(low, end):
            role = role if "Thường trực" in role else _with_extra(role, extra[0])
            end = extra.end()
        several, former = self._plural(start), low[max(0, start - 7) : start] == "nguyên "
        if holds == "Chính phủ":
            whole = _OF_GOVERNMENT.match(low, end)
            return Phrase(role, GOVERNMENT, start, whole.end() if whole else end, several, former)
        swallowed = self._swallowed(head, start, end) if head else None
        body = swallowed or self._following(end)
        if body is not None:
            one = not body.name.place and "các" not in low[end : body.start].split()
            if several and one and role.startswith(_DEPUTIES):
                body = replace(body, name=replace(body.name, group=False))
            name = _office(head, body.name)
            return Phrase(role, name, start, body.end, several or self._groups(body, end), former)
        held = Name(holds, holds, Level.CENTRAL, national=True) if holds else None
        return Phrase(role, held, start, end, several, former)

    def _short(self, match: re.Match[str]) -> Phrase:
        written = match[0].removesuffix("TT").rstrip(" .")
        role, _, holds = _forms()[written]
        role = f"{role} Thường trực" if match[0] != written and match[0].endswith("TT") else role
        start, end = match.span()
        several = self._plural(start)
        if holds == "Chính phủ":
            return Phrase(role, GOVERNMENT, start, end, several)
        body = self._following(end)
        if body is None:
            held = Name(holds, holds, bare=holds in {_STANDING_COMMITTEE, _COMMITTEE}) if holds else None
            return Phrase(role, held, start, end, several)
        name = body.name.called(f"{holds} {body.name.label}") if holds else body.name
        return Phrase(role, name, start, body.end, several or self._groups(body, end))

    def _plural(self, start: int) -> bool:
        before = self._low[max(0, start - 20) : start]
        return bool(re.search(rf"(?:các|những|\d)(?: {ADDRESS})?:? $", before))

    def _groups(self, body: Mention, post_end: int) -> bool:
        return body.name.group or "các" in self._low[post_end : body.start].split()

    def _swallowed(self, head: str, start: int, end: int) -> Mention | None:
        """The body whose first word is the post's last: the "Ban" of "Trưởng Ban Chỉ đạo"."""
        low = self._low
        at = end - len(head)
        if at <= start or low[at:end] != matching(head):
            return None
        mention = self._body_at(at)
        return mention if mention and mention.end > end else None

    def _following(self, end: int) -> Mention | None:
        link = _LINK.match(self._low, end)
        if not link:
            return None
        at = link.end()
        if self._low.startswith("các ", at):
            at += 4
        return self._body_at(at) or self._bare_committee(at)

    def _bare_committee(self, at: int) -> Mention | None:
        """A "Ban Thường vụ" or "Đảng ủy" without its place, which another post of the chain names."""
        for label, expression in ((_STANDING_COMMITTEE, _STANDING), (_COMMITTEE, _BARE_PARTY)):
            if match := expression.match(self._low, at):
                return Mention(at, match.end(), Name(label, label, bare=True), at, match.end())
        return None

    def _body_at(self, at: int) -> Mention | None:
        """The body that is named at an offset, whether or not the notice's reading begins one there."""
        known = self._mentions.get(at)
        colon = self._text.find(":", at, known.end) if known else -1
        if known is None or colon >= 0:
            known = self._read_apart(at, colon if colon >= 0 else at + _WINDOW)
        if known is None or known.name.generic:
            return None
        place = places.unit(self._text, self._low, at)
        return None if place and place.end == known.end else known

    def _read_apart(self, at: int, end: int) -> Mention | None:
        window = self._text[at:end].split("\n", 1)[0]
        series = Reader(window).series(0)
        if not series or series[0].start or series[0].post:
            return None
        mention = replace(series[0], start=at, end=at + series[0].end)
        return resolve([*self._all, mention])[-1]


def _rivals(one: Phrase, other: Phrase) -> bool:
    """Whether two posts at one body are two persons': "Chủ tịch UBND tỉnh, Phó Chủ tịch UBND tỉnh Võ An"."""
    same = one.body is not None and other.body is not None and fold(one.body.label) == fold(other.body.label)
    return same and not one.role.startswith(("Ủy viên", "Thành viên"))


def _with_extra(role: str, extra: str) -> str:
    word = extra.strip().rstrip(".")
    return f"{role} {'Thường trực' if word in {'tt', 'thường trực'} else word}"


def _office(head: str, body: Name) -> Name:
    """Return the office of a body that the post names: "Chánh Văn phòng" + "Tỉnh ủy" is of its Văn phòng."""
    if head in {"Văn phòng", "Thanh tra", "Công an"} and not fold(body.label).startswith(fold(head)):
        return Name(f"{head} {body.label}", head, body.level, place=body.place, province=body.province, inner=body)
    return body


def read_post(text: str) -> Phrase | None:
    """Return the post phrase that a text begins with, or None."""
    phrases = Posts(text, matching(text), Reader(text).mentions()).phrases
    return phrases[0] if phrases and phrases[0].start == 0 else None


def completed(phrases: list[Phrase]) -> list[Phrase]:
    """Return the phrases with what the neighbours add: a post without a body takes the next one's where joined by
    "kiêm", a bare "Ban Thường vụ" is that of the party committee named in the same chain, and a bare "Đảng ủy" that
    of the commune whose body is named there; without one it is left out.
    """
    communes = [p.body.place for p in phrases if p.body and p.body.level is Level.COMMUNE and p.body.place]
    committee = next((p.body for p in phrases if p.body and _PARTY.search(fold(p.body.label))), None)
    words = committee.label.split(" ") if committee else []
    party = " ".join(words[-2:])
    found = []
    for phrase in phrases:
        body = phrase.body
        if body and party and body.label in {"Ban Thường vụ", "Thường vụ", "Ban Chấp hành"}:
            body = Name(f"{body.label} {party}", body.label, committee.level if committee else None)
        elif body and body.bare and body.label == _COMMITTEE:
            place = communes[0] if communes else ""
            body = Name(f"{_COMMITTEE} {place}", _COMMITTEE, Level.COMMUNE, place=place) if place else None
        found.append(replace(phrase, body=body))
    return found
