"""The tasks of a notice: walks its items, asks of each clause whether it is a task, and for whom.

The guide's rule of inheritance: a sentence takes its addressee from the one before it; the first sentence of a
bullet or paragraph from its item's head; a head from its parent; the outermost from the opening. Where none of
them names anybody, nobody is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from kg.extract import clauses, relations, tasks
from kg.extract.clauses import Address
from kg.extract.names import Mention, Name
from kg.extract.reading import Reading, Series
from kg.extract.relations import Relation
from kg.language.words import pattern
from kg.layout import Block, Kind, Zone
from kg.records import Role


@dataclass(frozen=True, slots=True)
class Responsible:
    """Somebody whom a task binds, by which rule, and whether from an earlier place."""

    mention: Mention
    rule: str
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """A directive at [start, end) of the even text."""

    start: int
    end: int
    block: int
    item: str | None
    responsible: tuple[Responsible, ...]
    relations: tuple[Relation, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """The addressees that hold until others are named."""

    mentions: tuple[Mention, ...] = ()
    rule: str = ""


_NOBODY = Held()
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
_ABOVE = pattern(r" (?:nêu trên|nói trên|trên)(?!\w)")
_LISTING = pattern(r".{0,90}\b(?:điện|gửi)\s*:\s*$")
_TOPIC = pattern(r"(?:về|việc|đối với (?!các (?:bộ|sở|ban|ngành)))[^:.;]{3,400}:\s")
_QUALIFIED = pattern(r" (?:có|nơi|thuộc diện|được)(?: [^:.;,]{2,80})?\s*:?\s*$")


@dataclass
class _Walk:
    """The state of one pass over the items."""

    reading: Reading
    general: Held
    listed: tuple[Mention, ...]
    heads: dict[int, Held] = field(default_factory=dict)
    assessed: set[int] = field(default_factory=set)
    found: list[Task] = field(default_factory=list)


def find(reading: Reading) -> list[Task]:
    """Return the tasks of a notice, in order."""
    blocks = reading.layout.blocks
    listed = tuple(_listed(reading))
    walk = _Walk(reading, _NOBODY, listed)
    _read_opening(walk, listed)
    for index, block in enumerate(blocks):
        if block.zone is Zone.ITEMS:
            _read_block(walk, index, block)
    return walk.found


# ---------------------------------------------------------------- the opening


def _listed(reading: Reading) -> Iterable[Mention]:
    """Yield the addressees of a "điện:", "gửi:" or "Kính gửi:" list."""
    listing = False
    for block in reading.layout.zone(Zone.OPENING):
        content = reading.low[block.content : block.end]
        begins = content.startswith("kính gửi") or _LISTING.match(content)
        if begins or (listing and block.marker and block.marker.bullet):
            listing = True
            yield from (
                m
                for s in reading.series_in(block.content, block.end)
                for m in s.mentions
                if not _sender(content, m, block)
            )
        elif listing:
            return


def _sender(content: str, mention: Mention, block: Block) -> bool:
    """Whether a mention in the line that opens a list is the sender: "BỘ XÂY DỰNG điện:"."""
    return block.marker is None and not content.startswith("kính gửi")


def _read_opening(walk: _Walk, listed: tuple[Mention, ...]) -> None:
    reading = walk.reading
    named = _NOBODY
    for index, block in enumerate(reading.layout.blocks):
        if block.zone is not Zone.OPENING or (block.marker and listed):
            continue
        for start, end in clauses.units(reading, block.content, block.end):
            address = _announced(reading, start, end)
            if address is None:
                continue
            named = Held(address.series.mentions, address.rule)
            if tasks.orders_besides(reading, address, end):
                _add(walk, index, block, start, end, address, None)
    everybody = all(m.name.generic for m in named.mentions)
    walk.general = Held(listed, "address list") if listed and everybody else named


def _announced(reading: Reading, start: int, end: int) -> Address | None:
    """Return whom the sentence that announces the items addresses."""
    if not reading.text[start:end].rstrip().endswith((":", "sau.", "sau")):
        return None
    best = None
    for series in reading.series_in(start, end):
        before = reading.low[start : series.first]
        if _REQUESTS.search(before):
            return Address(series, series.last, "yêu cầu")
        predicate = clauses.predicate_of(reading, series, end)
        opens = not before.strip() or before.rstrip().endswith((",", ";"))
        if predicate is not None and opens and _OUGHT.search(reading.low, predicate, end):
            best = Address(series, predicate, "subject of the announcement")
    return best


_OUGHT = pattern(r"(?<!\w)(?:cần|phải|có trách nhiệm)(?!\w)(?![^:]*(?:kết luận|ý kiến|chỉ đạo) như sau)")
_REQUESTS = pattern(r"(?:yêu cầu|đề nghị|giao|phân công|chỉ đạo) (?:đồng chí )?$")

# ---------------------------------------------------------------- the items


def _read_block(walk: _Walk, index: int, block: Block) -> None:
    inherited = _inherited(walk, block)
    if block.parent in walk.assessed or _assesses(walk.reading, block):
        if block.marker or block.parent in walk.assessed:
            walk.assessed.add(index)
        if not _ordered_inside(walk, index, block):
            return
    heading = _agency_heading(walk, index, block) or _group_heading(walk, index, block)
    if heading is not None:
        walk.heads[index] = heading
        return
    if _topic_heading(walk, index, block):
        return
    _read_units(walk, index, block, inherited)


def _inherited(walk: _Walk, block: Block) -> Held:
    parent = block.parent
    while parent is not None:
        held = walk.heads.get(parent)
        if held and held.mentions:
            return held
        parent = walk.reading.layout.blocks[parent].parent
    return walk.general


def _assesses(reading: Reading, block: Block) -> bool:
    content = reading.layout.content(block).strip()
    heading = len(content) < 140 and not content.rstrip(":").endswith(".")
    return bool(
        block.marker and heading and tasks.ASSESSMENT_HEADING.match(reading.low, block.content)
    ) or content.startswith(("Nhận định", "Biểu dương", "Ghi nhận"))


def _ordered_inside(walk: _Walk, index: int, block: Block) -> bool:
    return False


def _has_children(walk: _Walk, index: int) -> bool:
    blocks = walk.reading.layout.blocks
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    return bool(following and following.zone is Zone.ITEMS and following.parent == index)


def _agency_heading(walk: _Walk, index: int, block: Block) -> Held | None:
    """Return the addressees of a heading that is only their names: "2. Sở Tài chính", "a) Bộ Nội vụ:"."""
    reading = walk.reading
    if block.marker is None or not _has_children(walk, index):
        return None
    lead_in = _LEAD_IN.match(reading.low, block.content)
    series = reading.series_at(lead_in.end() if lead_in else block.content)
    if series is None:
        return None
    rest = reading.low[series.last : block.end].rstrip("\n")
    bracketless = _without_brackets(rest)
    if not (_HEADING_REST.match(bracketless) or _QUALIFIED.match(bracketless) or _ABOVE.match(bracketless)):
        return None
    return Held(_distributed(walk, series), "heading")


def _group_heading(walk: _Walk, index: int, block: Block) -> Held | None:
    """Return the group of a heading that narrows a common noun down: "Các tổ chức, cá nhân nuôi trồng thủy sản"."""
    reading = walk.reading
    words = reading.layout.content(block).rstrip()
    if block.marker is None or not _has_children(walk, index) or words.endswith((".", ";")) or len(words) > 250:
        return None
    lead_in = _LEAD_IN.match(reading.low, block.content)
    series = reading.series_at(lead_in.end() if lead_in else block.content)
    rest = " ".join(reading.text[series.last : block.end].split()).rstrip(" :") if series else ""
    if series is None or not rest or not all(m.name.group for m in series.mentions):
        return None
    if rest[0].isupper() or rest[0] in ",;(":
        return None
    end = block.content + len(words.rstrip(" :"))
    kind = _DUTY.sub("", re.split(r" và (?:các|những) ", rest)[0])
    return Held(tuple(_narrowed(m, kind, end) for m in series.mentions), "heading")


_DUTY = pattern(r",? (?:có|chịu) trách nhiệm.*$")
_ANYBODY = frozenset({"tổ chức", "cá nhân", "doanh nghiệp", "địa phương", "cấp", "ngành"})


def _narrowed(mention: Mention, rest: str, end: int) -> Mention:
    if mention.name.label in _ANYBODY:
        return mention
    noun = mention.name.label.removeprefix("cấp ") if mention.name.label.startswith("cấp ") else mention.name.label
    name = Name(f"{noun} {rest}", noun, mention.name.level, group=True)
    return replace(mention, end=end, name=name, whole=False)


def _topic_heading(walk: _Walk, index: int, block: Block) -> bool:
    """Whether an item's head only names what its parts are about."""
    content = walk.reading.layout.content(block).rstrip()
    if block.marker is None or not _has_children(walk, index) or not content:
        return False
    topic = content.endswith(":") and content.startswith(("Về ", "Đối với "))
    return topic or (len(content) < 160 and content[-1] not in ".:;")


def _without_brackets(text: str) -> str:
    while "(" in text and ")" in text[text.index("(") :]:
        opened = text.index("(")
        text = text[:opened].rstrip() + text[text.index(")", opened) + 1 :]
    return text


def _distributed(walk: _Walk, series: Series) -> tuple[Mention, ...]:
    """Return a series' mentions; "các Sở Xây dựng nêu trên" are those of the address list."""
    if not _ABOVE.match(walk.reading.low, series.last):
        return series.mentions
    above = [m for m in walk.listed if any(m.name.base.startswith(n.name.label) for n in series.mentions)]
    return tuple(above) or series.mentions


def _read_units(walk: _Walk, index: int, block: Block, inherited: Held) -> None:
    reading = walk.reading
    start = _behind_topic(reading, block)
    held = inherited
    bullet = block.marker is not None and (block.marker.bullet or block.marker.kind in {Kind.LETTER, Kind.NUMBER})
    units = clauses.units(reading, start, block.end)
    for position, (first, last) in enumerate(units):
        address = clauses.address(reading, first, last)
        if tasks.announces(reading, first, last) and (_has_children(walk, index) or block.marker is None):
            _announce(walk, index, block, first, last, address)
            if address:
                held = Held(_distributed(walk, address.series), address.rule)
            continue
        expected = position == 0 and bullet and bool(held.mentions)
        if tasks.is_task(reading, first, last, address, expected=expected, addressed=bool(held.mentions)):
            if address:
                held = Held(_distributed(walk, address.series), address.rule)
            _add(walk, index, block, first, last, address, held)
        if position == 0:
            walk.heads.setdefault(index, held)


def _behind_topic(reading: Reading, block: Block) -> int:
    """Return where the task begins behind a topic on the same line: "Về tiêm chủng: Giao …"."""
    topic = _TOPIC.match(reading.low, block.content, block.end)
    if not topic or (topic[0].startswith("đối với") and clauses.address(reading, block.content, block.end)):
        return block.content
    return topic.end() if topic.end() < block.end - 3 else block.content


def _announce(walk: _Walk, index: int, block: Block, start: int, end: int, address: Address | None) -> None:
    """A sentence that announces a list names the addressees of what follows, and may order something too."""
    late = address or _announced(walk.reading, start, end)
    if late is None:
        return
    held = Held(_distributed(walk, late.series), late.rule)
    if block.marker is not None:
        walk.heads[index] = held
    elif block.parent is not None:
        walk.heads[block.parent] = held
    else:
        walk.general = held
    if tasks.orders_besides(walk.reading, late, end):
        _add(walk, index, block, start, end, late, held)


# ---------------------------------------------------------------- one task


def _add(
    walk: _Walk, index: int, block: Block, start: int, end: int, address: Address | None, held: Held | None
) -> None:
    reading = walk.reading
    mentions = held.mentions if held else address.series.mentions if address else ()
    rule = address.rule if address else held.rule if held else ""
    responsible = tuple(
        Responsible(m, rule, address is None) for m in {m.name.label: m for m in reversed(mentions)}.values()
    )[::-1]
    found = list(_relations(reading, start, end, address, responsible))
    walk.found.append(
        Task(start, end, index, block.item if block.zone is Zone.ITEMS else None, responsible, tuple(found))
    )


def _relations(
    reading: Reading, start: int, end: int, address: Address | None, responsible: Sequence[Responsible]
) -> Iterable[Relation]:
    labels = tuple(r.mention.name.label for r in responsible)
    yield from _leads(reading, start, end, responsible)
    together = [
        r for r in relations.coordinating(reading, start, end) if r.mention.name.label not in labels or address is None
    ]
    yield from together
    if address and relations.jointly(reading, address.series):
        yield from (Relation(Role.COORDINATING, m, "phối hợp") for m in address.series.mentions)
    behind = address.series.last if address else start
    taken = {(r.mention.start, r.mention.end) for r in together}
    for relation in relations.others(reading, behind, end, labels):
        if (relation.mention.start, relation.mention.end) not in taken:
            yield relation


def _leads(reading: Reading, start: int, end: int, responsible: Sequence[Responsible]) -> Iterable[Relation]:
    by_label = {r.mention.name.label: r.mention for r in responsible}
    for _, _, own in relations.leading(reading, start, end):
        named = [m for m in own.mentions if m.name.label in by_label] if own else list(by_label.values())
        if named:
            yield from (Relation(Role.LEAD, m, "chủ trì") for m in named)
            return
