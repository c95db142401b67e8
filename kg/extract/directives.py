"""The tasks of a notice: walks its items, asks of each clause whether it is a task, and for whom.

The guide's rule of inheritance: a sentence takes its addressee from the one before it; the first sentence of a
bullet or paragraph from its item's head; a head from its parent; the outermost from the opening. Where none of
them names anybody, nobody is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from kg.extract import clauses, headings, party, relations, rosters, splitting, subjects, tasks
from kg.extract.clauses import Address
from kg.extract.headings import Held
from kg.extract.names import Mention
from kg.extract.reading import Reading, Series
from kg.extract.relations import Relation
from kg.extract.tasks import Setting
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


_NOBODY = Held()
_WORKS = pattern(
    r"(?:riêng |các |hai |\d{1,2} )*(?:dự án|công trình|gói thầu|hạng mục|tuyến|đoạn tuyến|nguồn vốn|nhóm dự án)(?!\w)"
    r"[^:.;\n]{2,150}:\s"
)
_DIRECTS = pattern(r"chỉ đạo (?!của )")
"""What opens a list of what those addressed have others do: "Chỉ đạo Sở Y tế:"."""

_LISTED_TOPIC = pattern(r"[^:.;\n\d]{5,120}:\s")
_NAMED_TOPIC = pattern(r"[^:.;,\n\d]{5,100}:\s")
_ANY_TOPIC = pattern(r"[^:.;\n]{5,160}:\s")
_REPORTING = pattern(r"(?:chế độ|công tác) (?:thông tin|báo cáo)(?!\w)")
_TOPIC = pattern(
    r"(?:về|việc|ý kiến của|kiến nghị|đề xuất|đề nghị|đối với (?!các (?:bộ|sở|ban|ngành)))"
    r"[^:.;]{3,400}:\s"
)


@dataclass
class _Walk:
    """The state of one pass over the items."""

    reading: Reading
    general: Held
    listed: tuple[Mention, ...]
    heads: dict[int, Held] = field(default_factory=dict)
    lines: dict[int | None, Held] = field(default_factory=dict)
    """Whom the last line over paragraphs names, by the item it stands in."""
    assessed: set[int] = field(default_factory=set)
    found: list[Task] = field(default_factory=list)

    def meant(self, series: Series) -> tuple[Mention, ...]:
        """Return the mentions of an enumeration, those of the address list for "nêu trên"."""
        return headings.distributed(self.reading, series, self.listed)


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause at [start, end) of a block, and whom it addresses itself."""

    block: int
    start: int
    end: int
    address: Address | None


def find(reading: Reading) -> list[Task]:
    """Return the tasks of a notice, in order."""
    blocks = reading.layout.blocks
    listed = tuple(rosters.address_list(reading))
    walk = _Walk(reading, _NOBODY, listed)
    _read_opening(walk, listed)
    for index, block in enumerate(blocks):
        if block.zone is Zone.ITEMS:
            _read_block(walk, index, block)
    return walk.found


# ---------------------------------------------------------------- the opening


def _read_opening(walk: _Walk, listed: tuple[Mention, ...]) -> None:
    reading = walk.reading
    named = _NOBODY
    for index, block in enumerate(reading.layout.blocks):
        if block.zone is not Zone.OPENING or (block.marker and listed):
            continue
        for start, end in splitting.units(reading, block.content, block.end):
            address = _announced(reading, start, end)
            if address is None:
                continue
            named = Held(address.series.mentions, address.rule)
            if tasks.orders_besides(reading, address, end):
                _add(walk, _Clause(index, start, end, address), named)
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
_REQUESTS = pattern(r"(?:yêu cầu|đề nghị|giao|phân công|chỉ đạo|hướng dẫn) (?:đồng chí )?$")

# ---------------------------------------------------------------- the items


def _read_block(walk: _Walk, index: int, block: Block) -> None:
    inherited = _inherited(walk, block)
    if rosters.bodies(walk.reading, block) and not _has_children(walk, index):
        _hold(walk, block.parent, Held(rosters.told(walk.reading, index), "heading"))
        return
    if _is_assessed(walk, block):
        if block.marker or block.parent in walk.assessed:
            walk.assessed.add(index)
        _read_bridge(walk, index, block)
        return
    if headings.is_line(walk.reading, block):
        walk.lines[block.parent] = headings.named_in_line(walk.reading, block) or _NOBODY
        return
    if headings.is_title(walk.reading, block):
        return
    if _has_children(walk, index):
        heading = headings.addressees(walk.reading, block, walk.listed)
        if heading is not None:
            walk.heads[index] = heading
            return
        if headings.is_topic(walk.reading, block):
            return
    _read_units(walk, index, block, inherited)


def _read_bridge(walk: _Walk, index: int, block: Block) -> None:
    """Read the orders among the assessments, and take over whom the one addresses that announces what is to be done.

    "Biểu dương … Yêu cầu Sở Y tế …" is an order, "Để khắc phục …, yêu cầu các sở …:" the bridge to what follows, which
    assesses no longer.
    """
    for start, end in splitting.units(walk.reading, block.content, block.end):
        announced = _announced(walk.reading, start, end)
        if announced is not None:
            walk.general = Held(walk.meant(announced.series), announced.rule)
            walk.assessed.discard(block.parent if block.parent is not None else index)
            continue
        address = clauses.address(walk.reading, start, end)
        ordered = address is not None and address.rule in _SHEER_ORDERS
        if address and ordered and tasks.is_task(walk.reading, start, end, address, Setting.NOBODY):
            _add(walk, _Clause(index, start, end, address), Held(walk.meant(address.series), address.rule))


_SHEER_ORDERS = {"yêu cầu", "đề nghị", "giao", "phân công"}
"""Words that leave no doubt that something is ordered, even among assessments."""


_IN_CARRYING_OUT = pattern(r"(?:trong )?quá trình (?:tổ chức |triển khai )*thực hiện(?!\w)")


def _inherited(walk: _Walk, block: Block) -> Held:
    if _closes(walk.reading, block):
        return walk.general
    parent = block.parent
    while True:
        above = walk.lines.get(parent, _NOBODY), walk.heads.get(parent, _NOBODY) if parent is not None else _NOBODY
        if held := next((held for held in above if held.mentions), None):
            return held
        if parent is None:
            return walk.general
        parent = walk.reading.layout.blocks[parent].parent


def _closes(reading: Reading, block: Block) -> bool:
    """Whether a block is the paragraph behind all items that says what to do "trong quá trình thực hiện"."""
    last = next((b for b in reversed(reading.layout.blocks) if b.zone is Zone.ITEMS), None)
    return block is last and block.marker is None and bool(_IN_CARRYING_OUT.match(reading.low, block.content))


def _is_assessed(walk: _Walk, block: Block) -> bool:
    """Whether a block assesses, or stands under one that does and is not headed as what is to be done."""
    if block.parent in walk.assessed:
        return block.marker is None or not tasks.TASK_HEADING.match(walk.reading.low, block.content)
    return _assesses(walk.reading, block)


def _assesses(reading: Reading, block: Block) -> bool:
    content = reading.layout.content(block).strip()
    heading = len(content) < 140 and not content.rstrip(":").endswith((".", ";", ","))
    item = block.marker is not None and not block.marker.bullet
    assessing = tasks.ASSESSMENT_HEADING.match(reading.low, block.content)
    topic = _NAMED_TOPIC.match(reading.low, block.content, block.end)
    praises = content.startswith(("Nhận định", "Biểu dương", "Ghi nhận"))
    return praises or bool(item and assessing and (heading or topic))


def _has_children(walk: _Walk, index: int) -> bool:
    blocks = walk.reading.layout.blocks
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    return bool(following and following.zone is Zone.ITEMS and following.parent == index)


def _read_units(walk: _Walk, index: int, block: Block, inherited: Held) -> None:
    held = inherited
    bullet = block.marker is not None and (block.marker.bullet or block.marker.kind in {Kind.LETTER, Kind.NUMBER})
    units = splitting.units(walk.reading, _behind_topic(walk.reading, block), block.end)
    for position, (first, end) in enumerate(units):
        start = _behind_later_topic(walk.reading, first, end) if position else first
        leads = party.leads_others(walk.reading, start, held.mentions)
        clause = _Clause(index, start, end, None if leads else clauses.address(walk.reading, start, end))
        if clause.address is None and not (held.mentions or leads):
            clause = replace(clause, address=clauses.order_behind(walk.reading, start, end, anything=True))
        own = Held(walk.meant(clause.address.series), clause.address.rule) if clause.address else None
        if own is None and subjects.has_subject_of_its_own(walk.reading, start, end):
            own = _kind(walk.reading, start, end)
        if own is None and not leads and subjects.begins_with_body(walk.reading, start):
            own = _NOBODY
        if tasks.announces(walk.reading, start, end) and (_has_children(walk, index) or block.marker is None):
            _announce(walk, block, clause, held)
            held = held if own is None else own
            continue
        if tasks.is_task(walk.reading, start, end, clause.address, _setting(held, bullet and position == 0)):
            held = held if own is None else own
            _add(walk, clause, held)
        if position == 0:
            walk.heads.setdefault(index, held)


def _kind(reading: Reading, start: int, end: int) -> Held:
    """Return the kind of body that is a clause's subject, or nobody where the subject is no body."""
    subject = subjects.kind_subject(reading, start, end)
    kind = headings.kind_at(reading, *subject) if subject else None
    return Held((kind,), "subject") if kind else _NOBODY


def _setting(held: Held, opens_bullet: bool) -> Setting:
    if not held.mentions:
        return Setting.NOBODY
    return Setting.BULLET if opens_bullet else Setting.SOMEBODY


def _behind_topic(reading: Reading, block: Block) -> int:
    """Return where the task begins behind a topic on the same line: "Về tiêm chủng: Giao …", "Kinh phí: Sở Y tế …"."""
    topic = _TOPIC.match(reading.low, block.content, block.end)
    if topic is None and not clauses.begins_predicate(reading, block.content):
        named = _NAMED_TOPIC.match(reading.low, block.content, block.end)
        topic = named if named and clauses.address(reading, named.end(), block.end) else None
        topic = topic or _topic_of_an_order(reading, block)
    if topic is None:
        topic = _topic_of_works(reading, block) or _topic_of_many(reading, block)
    if not topic or clauses.address(reading, block.content, topic.end()):
        return block.content
    return topic.end() if topic.end() < block.end - 3 else block.content


def _topic_of_an_order(reading: Reading, block: Block) -> re.Match[str] | None:
    """Whatever stands before a sheer order: "Kế hoạch chuyển đổi số năm 2025, bước đầu: Giao Sở …"."""
    topic = _ANY_TOPIC.match(reading.low, block.content, block.end)
    address = clauses.address(reading, topic.end(), block.end) if topic else None
    return topic if address and topic and address.rule in _SHEER_ORDERS else None


def _behind_later_topic(reading: Reading, start: int, end: int) -> int:
    """Return where the task begins behind the topic of a later sentence: "… . Công tác truyền thông: Sở Y tế …"."""
    if clauses.begins_predicate(reading, start) or clauses.address(reading, start, end):
        return start
    topic = _NAMED_TOPIC.match(reading.low, start, end)
    address = clauses.address(reading, topic.end(), end) if topic else None
    named = address is not None and address.rule in {"subject", *_SHEER_ORDERS}
    return topic.end() if topic and named and not any(reading.series_in(start, topic.end() - 1)) else start


def _topic_of_works(reading: Reading, block: Block) -> re.Match[str] | None:
    """Works or money before what is to be done with them: "Dự án cầu Lam: Lập lại tiến độ …"."""
    topic = _WORKS.match(reading.low, block.content, block.end)
    told = topic and (
        clauses.begins_predicate(reading, topic.end()) or clauses.address(reading, topic.end(), block.end) is not None
    )
    return topic if told else None


def _topic_of_many(reading: Reading, block: Block) -> re.Match[str] | None:
    """A topic of several words for work before a named body: "Tiếp công dân, giải quyết khiếu nại: Thanh tra …"."""
    topic = _LISTED_TOPIC.match(reading.low, block.content, block.end)
    if topic is None:
        return None
    address = clauses.address(reading, topic.end(), block.end)
    if address is None:
        return None
    named = address.rule == "subject" and not any(m.name.generic for m in address.series.mentions)
    named = named or _REPORTING.match(reading.low, block.content) is not None
    return topic if named and not any(reading.series_in(block.content, topic.end() - 1)) else None


def _announce(walk: _Walk, block: Block, clause: _Clause, inherited: Held) -> None:
    """A sentence that announces a list names the addressees of what follows, and may order something too."""
    address = clause.address or _announced(walk.reading, clause.start, clause.end)
    if address is None:
        if block.marker is not None and tasks.orders_itself(walk.reading, clause.start, clause.end):
            _add(walk, clause, inherited)
        return
    if inherited.mentions and _DIRECTS.match(walk.reading.low, clause.start):
        return
    held = Held(walk.meant(address.series), address.rule)
    _hold(walk, block.parent if block.marker is None else clause.block, held)
    if tasks.orders_besides(walk.reading, address, clause.end):
        _add(walk, replace(clause, address=address), held)


def _hold(walk: _Walk, item: int | None, held: Held) -> None:
    """Let those hold for what comes in an item, or in the whole notice; nobody changes nothing."""
    if held.mentions and item is None:
        walk.general = held
    elif held.mentions and item is not None:
        walk.heads[item] = held


# ---------------------------------------------------------------- one task


def _add(walk: _Walk, clause: _Clause, held: Held) -> None:
    block = walk.reading.layout.blocks[clause.block]
    once = {m.name.label: m for m in reversed(held.mentions)}
    responsible = tuple(Responsible(m, held.rule, clause.address is None) for m in once.values())[::-1]
    item = block.item if block.zone is Zone.ITEMS else None
    found = tuple(_relations(walk.reading, clause, responsible))
    walk.found.append(Task(clause.start, clause.end, clause.block, item, responsible, found))


def _relations(reading: Reading, clause: _Clause, responsible: Sequence[Responsible]) -> Iterable[Relation]:
    labels = tuple(r.mention.name.label for r in responsible)
    start, end, address = clause.start, clause.end, clause.address
    yield from _leads(reading, start, end, responsible)
    led = reading.series_at(start) if party.leads_others(reading, start, [r.mention for r in responsible]) else None
    if led and address is None:
        yield from (Relation(Role.DIRECTS, m, "lãnh đạo") for m in led.mentions)
    coordinating = relations.coordinating(reading, start, end)
    together = [r for r in coordinating if r.mention.name.label not in labels or address is None]
    yield from together
    if address and relations.jointly(reading, address.series, address.predicate):
        yield from (Relation(Role.COORDINATING, m, "phối hợp") for m in address.series.mentions)
    taken = {(r.mention.start, r.mention.end) for r in together}
    behind = address is not None and address.rule != clauses.BRACKETED
    begin, subject = (address.series.last, address.rule == "subject") if address and behind else (start, False)
    for relation in relations.others(reading, begin, end, labels, subject=subject):
        if (relation.mention.start, relation.mention.end) not in taken:
            yield relation


def _leads(reading: Reading, start: int, end: int, responsible: Sequence[Responsible]) -> Iterable[Relation]:
    by_label = {r.mention.name.label: r.mention for r in responsible}
    for _, _, own in relations.leading(reading, start, end):
        named = [m for m in own.mentions if m.name.label in by_label] if own else list(by_label.values())
        if named:
            yield from (Relation(Role.LEAD, m, "chủ trì") for m in named)
            return
