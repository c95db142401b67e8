"""The extractors as a spaCy pipeline: components that can be listed, replaced and added by name.

A component takes the `Doc` of a notice's even text, fills its fields of `doc._.draft` (`kg.extract.draft`) and,
for others to build on, spans in `doc.spans`. `notice_record` comes last and sets `doc._.notice`.

A package adds a component of its own by two entry points of one name: in spaCy's group `spacy_factories`, its
factory; in the group `notice_kg.components`, the same, which puts it before `notice_record`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from importlib.metadata import entry_points
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, SpanGroup
from spacy.util import registry
from spacy.vocab import Vocab

from kg.extract import (
    aliases,
    citations,
    directives,
    facts,
    issuers,
    jurisdiction,
    labels,
    meetings,
    officials,
    recipients,
    signatures,
    titles,
)
from kg.extract.actors import with_persons
from kg.extract.antecedents import named_before
from kg.extract.closings import due
from kg.extract.draft import Draft
from kg.extract.labels import OWN_KINDS
from kg.extract.names import Mention, Name
from kg.extract.periods import named_at
from kg.extract.places import LOWER_UNITS
from kg.extract.record import record
from kg.extract.reported import reported
from kg.extract.resolve import Home, at_home, own_name, resolve, unit_of
from kg.layout import Zone, lay_out
from kg.read import Source
from kg.records import Level

Component = Callable[[Doc], Doc]

COMPONENTS = (
    "notice_agencies",
    "notice_citations",
    "notice_facts",
    "notice_officials",
    "notice_meetings",
    "notice_directives",
    "notice_deadlines",
    "notice_record",
)
"""The names of the components, in order."""

_TOKEN = re.compile(r"\w+(?:[-&/]\w+)*|[^\w\s]")


@registry.tokenizers("notice_kg.words.v1")  # type: ignore[untyped-decorator]
def _words() -> Callable[[Language], Callable[[str], Doc]]:
    """Return a tokenizer for syllables, numbers of documents and marks; its tokens cover the text exactly."""
    return lambda nlp: _Tokenizer(nlp.vocab)


class _Tokenizer:
    """White space that is no single space between tokens becomes a token of its own, as spaCy has it."""

    def __init__(self, vocab: Vocab) -> None:
        self._vocab = vocab

    def __call__(self, text: str) -> Doc:
        words: list[str] = []
        spaces: list[bool] = []
        at = 0
        for match in _TOKEN.finditer(text):
            self._blank(text[at : match.start()], words, spaces)
            words.append(match[0])
            spaces.append(False)
            at = match.end()
        self._blank(text[at:], words, spaces)
        return Doc(self._vocab, words=words, spaces=spaces)

    @staticmethod
    def _blank(between: str, words: list[str], spaces: list[bool]) -> None:
        if between.startswith(" ") and words:
            spaces[-1], between = True, between[1:]
        if between:
            words.append(between)
            spaces.append(False)

    def to_bytes(self, **_: Any) -> bytes:
        """Return its state, which is none."""
        return b""

    def from_bytes(self, _: bytes, **__: Any) -> _Tokenizer:
        """Take a state back, which is none."""
        return self


@cache
def pipeline() -> Language:
    """Return the pipeline, with the components that installed packages add; built once a process."""
    for name, default in (("draft", None), ("notice", None)):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)
    nlp = spacy.blank("xx", config={"nlp": {"tokenizer": {"@tokenizers": "notice_kg.words.v1"}}})
    for name in COMPONENTS:
        nlp.add_pipe(name)
    for entry in sorted(entry_points(group="notice_kg.components"), key=lambda entry: entry.name):
        nlp.add_pipe(entry.name, before="notice_record")
    return nlp


def read(source: Source, nlp: Language | None = None) -> Doc:
    """Return the processed document of a source; `doc._.notice` is its record."""
    nlp = nlp or pipeline()
    layout = lay_out(source.text)
    nlp.max_length = max(nlp.max_length, len(layout.text) + 1)
    doc = nlp.make_doc(layout.text)
    doc._.draft = Draft(source, layout)
    return nlp(doc)


def _spans(doc: Doc, name: str, stretches: list[tuple[int, int, str]]) -> None:
    spans = [doc.char_span(start, end, label=label, alignment_mode="expand") for start, end, label in stretches]
    doc.spans[name] = SpanGroup(doc, name=name, spans=[span for span in spans if span is not None])


@Language.component("notice_agencies")
def _agencies(doc: Doc) -> Doc:
    draft: Draft = doc._.draft
    short = draft.short = labels.defined(draft.layout.text)
    found = _of_running_text(draft, aliases.mentions(draft.layout.text))
    draft.mentions = resolve([replace(m, name=_spelled(m.name, short)) for m in found])
    _spans(doc, "agencies", [(m.start, m.end, m.name.label) for m in draft.mentions])
    return doc


def _of_running_text(draft: Draft, mentions: list[Mention]) -> list[Mention]:
    """Leave out what the lines of the letterhead and the signature, read alone, seem to name."""
    apart = [(b.start, b.end) for b in draft.layout.zone(Zone.LETTERHEAD, Zone.SIGNATURE)]
    return [m for m in mentions if not any(start <= m.start < end for start, end in apart)]


@Language.component("notice_citations")
def _citations(doc: Doc) -> Doc:
    draft: Draft = doc._.draft
    body = [b for b in draft.layout.blocks if b.zone not in {Zone.LETTERHEAD, Zone.RECIPIENTS, Zone.SIGNATURE}]
    inside = [(b.start, b.end) for b in body]
    found = citations.find(draft.layout.text)
    draft.citations = [c for c in found if any(start <= c.start < end for start, end in inside)]
    _spans(doc, "citations", [(c.start, c.end, c.number) for c in draft.citations])
    return doc


@Language.component("notice_facts")
def _facts(doc: Doc) -> Doc:
    draft: Draft = doc._.draft
    reading = draft.reading
    draft.letterhead = facts.letterhead(draft.layout)
    if not (draft.letterhead.organs or draft.letterhead.number):
        draft.letterhead = reported(reading)
    if own := draft.letterhead.number:
        draft.citations = [cited for cited in draft.citations if cited.number.casefold() != own.value.casefold()]
    draft.signature = signatures.signature(draft.layout)
    draft.title = titles.title(reading)
    draft.issuer = issuers.issuer(reading, draft.letterhead, draft.signature)
    issuer = draft.issuer.value if draft.issuer else None
    draft.jurisdiction = jurisdiction.jurisdiction(reading, draft.letterhead, issuer)
    issued = draft.letterhead.issued.value if draft.letterhead.issued else None
    written = draft.layout.text
    draft.mentions = [replace(m, name=named_at(m.name, written[m.start : m.end], issued)) for m in draft.mentions]
    home = draft.home = _home(draft)
    draft.mentions = at_home(named_before(draft.mentions, draft.layout.blocks, home.unit, home.province or ""), home)
    found = recipients.recipients(draft.reading, issuer)
    then = [replace(each, value=named_at(each.value, written[each.start : each.end], issued)) for each in found]
    draft.recipients = [replace(each, value=own_name(each.value, home)) for each in then]
    if draft.issuer:
        draft.issuer = replace(draft.issuer, value=own_name(draft.issuer.value, home))
    return doc


def _home(draft: Draft) -> Home:
    """Return the notice's own organ, province and district, or those that its title alone is about."""
    issuer = draft.issuer.value if draft.issuer else None
    organ = (issuer.inner or issuer) if issuer else None
    own = (
        organ if organ and organ.label.startswith(tuple(f"{kind} " for kind in OWN_KINDS)) else _titled_ministry(draft)
    )
    organs = [organ.value for organ in draft.letterhead.organs]
    units = [unit_of(name) or name.place for name in organs if name.level in {Level.DISTRICT, Level.COMMUNE}]
    committee = next((n.label for n in organs if n.label.startswith("Đảng ủy ") and n.level is not Level.COMMUNE), "")
    titled = _titled(draft)
    if draft.jurisdiction or units:
        visited = {unit for name in titled if (unit := unit_of(name))}
        unit = units[0] if units else visited.pop() if len(visited) == 1 else ""
        province = draft.jurisdiction.value if draft.jurisdiction else None
        return Home(own, province, unit=unit, unit_visited=bool(unit and not units), committee=committee)
    named = {name.province for name in titled if name.province}
    own_kind = organ.place if organ and organ.place in LOWER_UNITS else ""
    return Home(own, named.pop() if len(named) == 1 else None, unit=own_kind, committee=committee, visited=True)


def _titled(draft: Draft) -> list[Name]:
    """Return the bodies that the title names."""
    titles = draft.layout.zone(Zone.TITLE)
    return [m.name for m in draft.mentions if any(block.start <= m.start < block.end for block in titles)]


def _titled_ministry(draft: Draft) -> Name | None:
    """Return the one ministry whose head or leaders the title of a paper without a letterhead names."""
    if draft.letterhead.organs or draft.jurisdiction:
        return None
    named = {name.label: name for name in _titled(draft)}
    ministries = [name for label, name in named.items() if label.startswith("Bộ ") and name.level is Level.CENTRAL]
    return ministries[0] if len(ministries) == 1 else None


@Language.component("notice_officials")
def _officials(doc: Doc) -> Doc:
    draft: Draft = doc._.draft
    reading, issuer = draft.reading, draft.issuer.value if draft.issuer else None
    signatory = issuers.signatory(reading, draft.letterhead, draft.signature, issuer)
    if signatory:
        held = tuple(replace(post, agency=own_name(post.agency, draft.home)) for post in signatory.posts)
        signatory = replace(signatory, posts=held)
    draft.persons = officials.officials(reading, issuer, signatory)
    draft.mentions = [m for m in draft.mentions if not _inside_name(m, draft)]
    draft.mentions = with_persons(draft.mentions, draft.persons, reading.low, _items(draft))
    _spans(doc, "officials", [(p.start, p.end, p.name) for p in draft.persons])
    return doc


def _inside_name(mention: Mention, draft: Draft) -> bool:
    """Whether what seems a body begins inside a person's name: "Lò Văn Trường - Phó Chủ tịch"."""
    return any(start < mention.start < end for person in draft.persons for start, end in person.places)


def _items(draft: Draft) -> range:
    blocks = draft.layout.zone(Zone.ITEMS)
    return range(blocks[0].start, blocks[-1].end) if blocks else range(0)


@Language.component("notice_meetings")
def _meetings(doc: Doc) -> Doc:
    draft: Draft = doc._.draft
    draft.meetings = list(meetings.meetings(draft.reading, draft.persons))
    return doc


@Language.component("notice_directives")
def _directives(doc: Doc) -> Doc:
    draft: Draft = doc._.draft
    draft.tasks = [_at_home(task, draft.home, draft.short) for task in directives.find(draft.reading)]
    _spans(doc, "directives", [(t.start, t.end, t.item or "") for t in draft.tasks])
    return doc


def _at_home(task: directives.Task, home: Home, short: Mapping[str, str]) -> directives.Task:
    """Return a task with the addressees that its heading narrows down in full, the notice's own ministry named."""
    bound = tuple(
        replace(r, mention=replace(r.mention, name=own_name(_spelled(r.mention.name, short), home)))
        for r in task.responsible
    )
    return replace(task, responsible=bound)


def _spelled(name: Name, short: Mapping[str, str]) -> Name:
    return replace(name, label=labels.spelled_out(name.label, short)) if short else name


@Language.component("notice_deadlines")
def _deadlines(doc: Doc) -> Doc:
    draft: Draft = doc._.draft
    issued = draft.letterhead.issued.value if draft.letterhead.issued else None
    draft.deadlines = due(draft.reading, draft.tasks, draft.reference_day, issued)
    _spans(doc, "deadlines", [(d.start, d.end, "") for found in draft.deadlines.values() for d in found])
    return doc


@Language.component("notice_record")
def _record(doc: Doc) -> Doc:
    doc._.notice = record(doc._.draft)
    return doc
