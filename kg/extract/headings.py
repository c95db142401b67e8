"""Headings of items: those that name whom their parts address, and those that only name a topic."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kg.extract.clauses import address, begins_predicate
from kg.extract.complements import predicate_begins
from kg.extract.names import Mention, Name
from kg.extract.reading import Reading, Series
from kg.language.words import CAPITALS, matching, pattern
from kg.layout import Block

_LEAD_IN = pattern(
    r"(?:(?:đối với|giao|đề nghị|yêu cầu|trách nhiệm của|về phía|nhiệm vụ của|nhiệm vụ cụ thể của|"
    r"đề nghị đối với|phân công) )?"
)
_HEADING_REST = pattern(
    r"(?:,? (?:theo(?! dõi)|căn cứ|trong phạm vi|trên cơ sở)[^:.;]{0,120})?"
    r"(?: (?:có trách nhiệm|chịu trách nhiệm|thực hiện|tập trung|chủ động|triển khai|khẩn trương|"
    r"có nhiệm vụ|tiếp tục|cần)[^:.;]{0,80})?"
    r"\s*:?\s*$"
)
_APPOSITION = pattern(
    r"^(?: - |, )(?:là )?(?:cơ quan|đơn vị) (?:thường trực|chủ trì|đầu mối|chủ quản)[^:.;\n]{0,120}(?=:?\s*$)"
)
_UNKNOWN_TOO = re.compile(rf"(?:(?:,| và|, và) [{CAPITALS}][\w&-]*(?: (?!và )[\w&-]+){{0,7}})+:?")
_ABOVE = pattern(r" (?:nêu trên|nói trên|trên)(?!\w)")
_QUALIFIED = pattern(r" (?:có|nơi|thuộc diện|được)(?: [^:.;,]{2,80})?\s*:?\s*$")
_DUTY = pattern(r",? (?:có|chịu) trách nhiệm.*$")
_ANNOUNCES = pattern(r"(?<!\w)(?:sau|sau đây|dưới đây)$")
"""What ends a heading that says to do what follows: "Yêu cầu các đơn vị quán triệt một số nội dung sau"."""

_ANYBODY = frozenset({"cá nhân", "địa phương", "cấp", "ngành"})
_CONCERNED = pattern(r"(?<!\w)(?:có )?liên quan (?:đến|tới) ")
_LINE = 120
_LONGEST = 250
_WORDS = 18
"""Words that a heading narrows a noun down with at the most; more is a sentence."""


@dataclass(frozen=True, slots=True)
class Held:
    """The addressees that hold until others are named."""

    mentions: tuple[Mention, ...] = ()
    rule: str = ""


def addressees(reading: Reading, block: Block, listed: tuple[Mention, ...]) -> Held | None:
    """Return whom the heading of an item addresses, or None where it is no heading of that kind.

    `listed` are the addressees of the notice's address list, for "các Sở nêu trên".
    """
    return (
        _kind_in_brackets(reading, block)
        or _bodies(reading, block, listed)
        or _with_unknown(reading, block)
        or _kind_of_bodies(reading, block)
        or _one_of_a_kind(reading, block)
    )


def is_topic(reading: Reading, block: Block) -> bool:
    """Whether the head of an item with parts only names what they are about."""
    content = reading.layout.content(block).rstrip()
    if block.marker is None or not content:
        return False
    topic = content.endswith(":") and content.startswith(("Về ", "Đối với "))
    return topic or (len(content) < 160 and content[-1] not in ".:;" and not _orders(reading, block))


def is_title(reading: Reading, block: Block) -> bool:
    """Whether a bullet only names what the paragraph behind it is about: "- Về việc mua sắm thuốc:"."""
    content = reading.layout.content(block).rstrip()
    named = block.marker is not None and content.startswith(("Về ", "Việc ")) and content.endswith(":")
    return named and "." not in content and address(reading, block.content, block.end) is None


def is_line(reading: Reading, block: Block) -> bool:
    """Whether a paragraph without a mark and without a sign at its end is a line over those behind it."""
    content = reading.layout.content(block).rstrip()
    return block.marker is None and len(content) < _LINE and content[-1:].isalnum() and content[:1].isupper()


def named_in_line(reading: Reading, block: Block) -> Held | None:
    """Return the bodies of a line that is only their names: "Tổng cục Đường bộ Việt Nam" over its paragraphs."""
    series = reading.series_at(block.content)
    whole = series is not None and not reading.text[series.last : block.end].strip()
    return Held(series.mentions, "heading") if series and whole else None


def _orders(reading: Reading, block: Block) -> bool:
    """Whether the head of an item without a full stop says who is to do what: "1. Sở Y tế kiểm tra các chợ"."""
    found = address(reading, block.content, block.end)
    return found is not None and begins_predicate(reading, found.predicate)


def _bodies(reading: Reading, block: Block, listed: tuple[Mention, ...]) -> Held | None:
    """Return the addressees of a heading that is only their names: "2. Sở Tài chính", "a) Bộ Nội vụ:"."""
    if block.marker is None:
        return None
    series = _opening_series(reading, block)
    if series is None:
        return None
    rest = _APPOSITION.sub("", reading.low[series.last : block.end].rstrip("\n"))
    bracketless = _without_brackets(rest)
    if not (_HEADING_REST.match(bracketless) or _QUALIFIED.match(bracketless) or _ABOVE.match(bracketless)):
        return None
    return Held(distributed(reading, series, listed), "heading")


def _with_unknown(reading: Reading, block: Block) -> Held | None:
    """Return the known bodies of a heading that names others, too: "2. Phòng Kinh tế, Đội Thuế 12 B:"."""
    series = _opening_series(reading, block) if block.marker else None
    named = series is not None and not any(m.name.generic for m in series.mentions)
    rest = reading.text[series.last : block.end].strip() if series else ""
    return Held(series.mentions, "heading") if series and named and _UNKNOWN_TOO.fullmatch(rest) else None


def _first_kind(words: str) -> str:
    """Return what narrows the first of several kinds down: up to "và các …" or ", các …"."""
    return re.split(r"(?: và|,) (?:các|những) ", words)[0]


def _in_brackets(reading: Reading, series: Series, block: Block) -> tuple[Mention, ...]:
    """Return the named bodies that a bracket behind a common noun lists: "Các cơ quan đăng ký (Sở Tài chính, …)"."""
    opened = reading.text.find("(", series.last, block.end)
    inside = reading.series_at(opened + 1) if opened >= 0 else None
    closed = inside is not None and reading.text[inside.last : inside.last + 1] == ")"
    named = inside is not None and not any(m.name.generic for m in inside.mentions)
    return inside.mentions if inside and closed and named else ()


def _kind_in_brackets(reading: Reading, block: Block) -> Held | None:
    """Return the bodies of a heading that lists who is of a kind: "Các cơ quan đăng ký (Sở Tài chính, …)"."""
    series = _opening_series(reading, block) if block.marker else None
    if series is None or not all(m.name.group for m in series.mentions):
        return None
    inside = _in_brackets(reading, series, block)
    rest = reading.text[series.last : reading.text.find("(", series.last, block.end)] if inside else ""
    return Held(inside, "heading") if inside and not re.search("[.;:,]", rest) else None


def _opening_series(reading: Reading, block: Block) -> Series | None:
    """Return the enumeration that a heading opens with, behind "Đối với", "Trách nhiệm của"."""
    lead_in = _LEAD_IN.match(reading.low, block.content)
    return reading.series_at(lead_in.end() if lead_in else block.content)


def _one_of_a_kind(reading: Reading, block: Block) -> Held | None:
    """Return whom a heading addresses that is one kind of body: "Cơ quan chủ trì giải quyết thủ tục đầu tư"."""
    words = reading.layout.content(block).rstrip(" :")
    if block.marker is None or len(words.split()) > _WORDS or re.search(r"[.;:,()]", words):
        return None
    lead_in = _LEAD_IN.match(reading.low, block.content)
    kind = kind_at(reading, lead_in.end() if lead_in else block.content, block.content + len(words))
    return Held((kind,), "heading") if kind else None


def kind_at(reading: Reading, at: int, end: int) -> Mention | None:
    """Return the kind of body that the words [at, end) name: a common noun and what narrows it down."""
    match = _KIND.fullmatch(reading.low, at, end)
    if match is None or _VAGUE.search(reading.low, at, end):
        return None
    noun = match["noun"]
    if noun == _ORGANISE and predicate_begins(reading.low, match.start("rest")):
        return None
    name = Name(f"{noun} {' '.join(reading.text[match.start('rest') : end].split())}", noun, None, group=True)
    return Mention(match.start("noun"), end, name, at, end, whole=False)


_ORGANISE = matching("tổ chức")
_KIND = pattern(r"(?:các |những )?(?P<noun>cơ quan|đơn vị|tổ chức) (?P<rest>[^\n.;:,()]{4,110})")
_VAGUE = pattern(r"(?<!\w)(?:mình|này|đó|nào|khác|trên|liên quan|chức năng|thẩm quyền|nêu|mọi|phải|cần)(?!\w)")


def _kind_of_bodies(reading: Reading, block: Block) -> Held | None:
    """Return the group of a heading that narrows a common noun down: "Các tổ chức, cá nhân nuôi trồng thủy sản"."""
    words = reading.layout.content(block).rstrip()
    if block.marker is None or words.endswith((".", ";")) or len(words) > _LONGEST:
        return None
    series = _opening_series(reading, block)
    rest = _without_brackets(" ".join(reading.text[series.last : block.end].split())).strip(" :") if series else ""
    if series is None or not rest or not all(m.name.group for m in series.mentions):
        return None
    if rest[0].isupper() or rest[0] in ",;(":
        return None
    if _ANNOUNCES.search(rest) or rest.startswith(("có trách nhiệm", "chịu trách nhiệm")):
        return Held(series.mentions, "heading")
    if ":" in rest or len(_first_kind(rest).split()) > _WORDS:
        return Held(tuple(m for m in series.mentions if m.name.label in _ANYBODY), "heading")
    end = block.content + len(words.rstrip(" :"))
    kind = _DUTY.sub("", _first_kind(rest))
    named = tuple(m for m in series.mentions[:-1] if not (m.name.generic or m.name.label in _ENTERPRISES))
    narrowed = (m if m in named else _narrowed(m, kind, end) for m in series.mentions)
    return Held((*narrowed, *_further_kinds(reading, series, end)), "heading")


_ENTERPRISES = frozenset({"Tập đoàn", "tổng công ty", "công ty", "doanh nghiệp"})


def _further_kinds(reading: Reading, series: Series, end: int) -> tuple[Mention, ...]:
    """Return the kinds that a heading names behind its first: "…, các doanh nghiệp hoạt động trong lĩnh vực …"."""
    later = [s for s in reading.series_in(series.last, end) if _FURTHER.search(reading.low, series.last, s.first)]
    if len(later) != 1 or not all(m.name.group for m in later[0].mentions):
        return ()
    rest = " ".join(reading.text[later[0].last : end].split())
    narrow = rest and rest[0].islower() and len(rest.split()) <= _WORDS
    return tuple(_narrowed(m, rest, end) for m in later[0].mentions) if narrow else ()


_FURTHER = pattern(r", $")


def _narrowed(mention: Mention, rest: str, end: int) -> Mention:
    if mention.name.label in _ANYBODY:
        return mention
    noun = mention.name.label.removeprefix("cấp ") if mention.name.label.startswith("cấp ") else mention.name.label
    kind = _CONCERNED.sub("", rest)
    name = Name(f"{noun} {kind}", noun, mention.name.level, group=True, bare=kind.endswith(" Bộ"))
    return replace(mention, end=end, name=name, whole=False)


def _without_brackets(text: str) -> str:
    while "(" in text and ")" in text[text.index("(") :]:
        opened = text.index("(")
        text = text[:opened].rstrip() + text[text.index(")", opened) + 1 :]
    return text


def distributed(reading: Reading, series: Series, listed: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return a series' mentions; "các Sở Xây dựng nêu trên" are those of the address list."""
    if not _ABOVE.match(reading.low, series.last):
        return series.mentions
    above = [m for m in listed if any(m.name.base.startswith(n.name.label) for n in series.mentions)]
    return tuple(above) or series.mentions
