"""A draft → the record of the notice: names under one label each, offsets of the source, no offsets of the even text.

Invariant: whatever the record refers to by label or name stands in its `agencies` or `officials`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from kg.extract.citations import FoundCitation, merge
from kg.extract.deadlines import FoundDeadline
from kg.extract.directives import Responsible, Task
from kg.extract.draft import Draft
from kg.extract.found import Found, MeetingFound, Person
from kg.extract.names import Mention, Name
from kg.extract.resolve import key
from kg.language.words import pattern
from kg.layout import Zone
from kg.records import (
    Agency,
    Attendance,
    Citation,
    Deadline,
    Directive,
    Form,
    Level,
    Meeting,
    Notice,
    Official,
    Participation,
    Passage,
    Post,
    Recipient,
    Role,
    Stated,
)

T = TypeVar("T")

_NATIONAL = re.compile(
    r"(?<!\w)(?:Trung ương|Quốc gia|Việt Nam|Chính phủ|Quốc hội|Nhà nước|"
    r"tối cao)(?!\w)(?!.*(?:tỉnh|huyện|xã))",
    re.IGNORECASE,
)
_ACTS = pattern(
    r" (?:cần|phải|đã|chưa|đang|tiếp tục|khẩn trương|chủ động|tập trung|đẩy nhanh|báo cáo|tổ chức|thực hiện)(?!\w)"
)
_CAPITALS_ONLY = re.compile(r"(?:Vụ|Phòng|Ban|Cục) [A-ZĐ&-]{2,6}$")


def record(draft: Draft) -> Notice:
    """Return the notice that a finished draft says."""
    return _Record(draft).notice()


class _Record:
    """Builds one record; remembers which names it has used and where each is written."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._names: dict[str, Name] = {}
        self._forms: dict[str, dict[str, Form]] = {}
        self._people = {person.name for person in draft.persons}

    def notice(self) -> Notice:
        draft = self._draft
        self._mention_all()
        meetings = tuple(self._meeting(m) for m in draft.meetings)
        directives = tuple(self._directive(task, i) for i, task in enumerate(draft.tasks))
        recipients = tuple(self._recipient(r) for r in draft.recipients)
        officials = tuple(self._official(p) for p in draft.persons)
        issuer = self._body(draft.issuer)
        signature = draft.signature.name if draft.signature else None
        return Notice(
            source=draft.source.name,
            digest=draft.source.digest,
            title=self._stated(draft.title),
            number=self._stated(draft.letterhead.number),
            issued=self._stated(draft.letterhead.issued),
            issuer=issuer,
            jurisdiction=self._stated(draft.jurisdiction),
            signed_by=self._stated(signature) if signature and signature.value in self._people else None,
            meetings=meetings,
            officials=officials,
            directives=directives,
            citations=tuple(self._citations()),
            recipients=tuple({r.agency: r for r in reversed(recipients)}.values())[::-1],
            agencies=tuple(self._agency(k) for k in self._names),
        )

    # ------------------------------------------------------------ names and places

    def _passage(self, start: int, end: int) -> Passage:
        return self._draft.layout.normal.passage(start, end)

    def _stated(self, found: Found[T] | None) -> Stated[T] | None:
        return Stated(found.value, self._passage(found.start, found.end), found.rule) if found else None

    def _mention_all(self) -> None:
        """Take in the bodies of the running text; those of the other parts come by the parts' readers."""
        blocks = self._draft.layout.zone(Zone.TITLE, Zone.OPENING, Zone.ITEMS, Zone.ANNEX)
        stretches = [(block.start, block.end) for block in blocks]
        for mention in self._draft.mentions:
            inside = any(start <= mention.start < end for start, end in stretches)
            if mention.person and not mention.post:
                continue
            named = not mention.name.acting or self._acts(mention)
            if inside and named and not _CAPITALS_ONLY.match(mention.name.label):
                self._label(mention.name, mention)

    def _acts(self, mention: Mention) -> bool:
        """Whether a place is said to have acted, or is told to: "tỉnh Gia Lai chưa hoàn thành …"."""
        named = bool(mention.name.place or mention.name.province) or mention.name.label not in {"tỉnh", "thành phố"}
        return (
            named
            and mention.name.head == mention.name.label
            and bool(_ACTS.match(self._draft.layout.text, mention.end))
        )

    def _label(self, name: Name, mention: Mention | None = None, place: tuple[int, int] | None = None) -> str:
        """Return the label a body goes under, and remember where it is named."""
        shared = key(name.label)
        kept = self._names.setdefault(shared, name)
        start, end = (mention.start, mention.end) if mention else place or (-1, -1)
        if start >= 0:
            passage = self._passage(start, end)
            written = " ".join(passage.quote.split()) if mention and mention.whole else kept.label
            self._forms.setdefault(shared, {}).setdefault(key(written), Form(written, passage))
        return kept.label

    def _agency(self, shared: str) -> Agency:
        name = self._names[shared]
        return Agency(
            label=name.label,
            forms=tuple(self._forms.get(shared, {}).values()),
            group=name.group,
            generic=name.generic,
            national=name.national
            or name.level is Level.CENTRAL
            or bool(_NATIONAL.search(name.label) and not name.place),
            level=name.level,
            province=name.province,
        )

    def _body(self, found: Found[Name] | None) -> Stated[str] | None:
        if found is None:
            return None
        label = self._label(found.value, place=(found.start, found.end))
        return Stated(label, self._passage(found.start, found.end), found.rule)

    # ------------------------------------------------------------ people and meetings

    def _official(self, person: Person) -> Official:
        posts = tuple(
            Post(p.role, self._label(p.agency, place=(p.start, p.end)), self._passage(p.start, p.end))
            for p in person.posts
        )
        return Official(person.name, self._passage(person.start, person.end), posts)

    def _meeting(self, meeting: MeetingFound) -> Meeting:
        attendance = [
            Attendance(
                self._passage(a.start, a.end),
                agency=self._label(a.agency, place=(a.start, a.end)) if a.agency else None,
                official=a.person,
            )
            for a in meeting.attendants
            if a.agency or a.person in self._people
        ]
        chair = meeting.chair if meeting.chair and meeting.chair.value in self._people else None
        return Meeting(
            label=meeting.label.value,
            passage=self._passage(meeting.label.start, meeting.label.end),
            held_on=self._stated(meeting.held_on),
            held_by=self._body(meeting.held_by),
            chair=self._stated(chair),
            mode=self._stated(meeting.mode),
            attendance=tuple({(a.agency, a.official): a for a in reversed(attendance)}.values())[::-1],
        )

    def _recipient(self, found: Found[Name]) -> Recipient:
        label = self._label(found.value, place=(found.start, found.end))
        return Recipient(label, self._passage(found.start, found.end))

    # ------------------------------------------------------------ directives

    def _directive(self, task: Task, index: int) -> Directive:
        cited = [c.number for c in self._draft.citations if task.start <= c.start < task.end]
        return Directive(
            text=self._draft.layout.text[task.start : task.end].strip(),
            passage=self._passage(task.start, task.end),
            item=task.item,
            participations=tuple(_distinct(self._participations(task))),
            deadlines=tuple(self._deadline(d) for d in self._draft.deadlines.get(index, ())),
            cites=tuple(dict.fromkeys(cited)),
        )

    def _participations(self, task: Task) -> Iterable[Participation]:
        leads = {key(r.mention.name.label) for r in task.relations if r.role is Role.LEAD}
        for responsible in task.responsible:
            bound = self._bound(responsible)
            yield bound
            if key(responsible.mention.name.label) in leads:
                rule = next(r.rule for r in task.relations if r.role is Role.LEAD)
                yield replace(bound, role=Role.LEAD, rule=rule, inherited=False)
        for relation in task.relations:
            if relation.role is not Role.LEAD:
                yield self._participation(relation.role, relation.mention, relation.rule)

    def _bound(self, responsible: Responsible) -> Participation:
        found = self._participation(Role.RESPONSIBLE, responsible.mention, responsible.rule)
        return replace(found, inherited=responsible.inherited)

    def _participation(self, role: Role, mention: Mention, rule: str) -> Participation:
        passage = self._passage(mention.start, mention.end)
        person = self._named_behind(mention)
        if person is not None:
            return Participation(role, self._passage(person.start, person.end), official=person.name, rule=rule)
        return Participation(role, passage, agency=self._label(mention.name, mention), rule=rule)

    def _named_behind(self, mention: Mention) -> Person | None:
        """Return the person whom a mention means, at the place of the name: an official is told to act by name."""
        for person in self._draft.persons:
            for start, end in person.places or ((person.start, person.end),):
                if mention.person == person.name and mention.first <= start < mention.last:
                    return replace(person, start=start, end=end)
        return None

    def _deadline(self, found: FoundDeadline) -> Deadline:
        return Deadline(
            text=self._draft.layout.text[found.start : found.end].strip(),
            passage=self._passage(found.start, found.end),
            day=found.day,
            recurrence=found.recurrence,
            duration=found.duration,
            precision=found.precision,
            rule=found.rule,
        )

    def _citations(self) -> Iterable[Citation]:
        found = self._draft.citations
        for first in merge(found):
            same = [c for c in found if c.number.casefold() == first.number.casefold()]
            yield Citation(first.number, tuple(self._passages(same)), first.kind, first.issued)

    def _passages(self, found: Sequence[FoundCitation]) -> Iterable[Passage]:
        return dict.fromkeys(self._passage(c.start, c.end) for c in found)


def _distinct(given: Iterable[Participation]) -> Iterable[Participation]:
    """Yield one participation a role and actor, the first."""
    seen: set[tuple[Role, str | None, str | None]] = set()
    for participation in given:
        mark = (participation.role, participation.agency, participation.official)
        if mark not in seen:
            seen.add(mark)
            yield participation
