"""Files → store, again and again: only what changed is read, and the store ends as if built from scratch.

Invariants: a notice is in the store as a whole or not at all, also after a kill; its old graph goes in the
transaction that brings the new one; the graph does not depend on the order of files, on `jobs` or on earlier
builds. One file that cannot be read stops nothing: what the store has of it stays, and the report names it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pyoxigraph import Quad

from kg.build.copies import Copies
from kg.build.tasks import Extract, Outcome, Read, Task, content, extracted
from kg.errors import InputError
from kg.graph.conclusions import conclude
from kg.graph.decided import affected, idle
from kg.graph.quads import quads, source_quad
from kg.graph.sparql import data_block
from kg.graph.store import Store
from kg.identify import Settlement, decide, is_central, notice_iri
from kg.identify.decisions import Reading, parse
from kg.ledger import Entry, Ledger, ledger_path, load, program_version
from kg.records import Given, Notice

if TYPE_CHECKING:
    from kg.read import Input

Progress = Callable[[int, int, str], None]
"""Called with how many notices are done, how many there are to do, and the name of the last one."""

OUTDATED: Final = "what was said of it changed"
"""In the ledger in place of what a file held, so that it is read again, whenever that is."""
BATCH: Final = 32
"""Notices between two writes of the ledger: what a killed build may have to read again."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did, by the names of its inputs; `refused` and `conflicts` are lines for the user.

    `gone` are files that the store still has notices of (removed ones are in `removed`), `scopeless` notices of
    a body that is not central of which nothing shows which province they are about.
    """

    read: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    scopeless: tuple[str, ...] = ()


def build(  # noqa: PLR0913 - each is an option of the command
    inputs: Iterable[Input],
    store: Store,
    *,
    read: Read | None = None,
    extract: Extract | None = None,
    jurisdiction: str | None = None,
    jobs: int = 1,
    decisions: Reading | None = None,
    prune: bool = False,
    force: bool = False,
    progress: Progress | None = None,
    ledger: Path | None = None,
) -> Report:
    """Bring a store in line with its inputs.

    `read` and `extract` (top-level functions, where `jobs` is above 1) default to those of the program.
    `jurisdiction` is the province of notices that show none. `decisions` are those of people, in place of the ones
    that the store was built with, which hold otherwise. `prune` removes the notices of files that are
    gone, `force` reads unchanged files, too. `ledger` is the store's ledger, if it is not at its own place.
    Raises StoreError; after it, and after KeyboardInterrupt, the next build takes up where this one stopped.
    """
    known = load(ledger or ledger_path(store.location), store.base)
    work = _Build(store, known, jurisdiction or None)
    work.take(decisions)

    def store_all(tasks: list[Task]) -> None:
        with closing(extracted(tasks, read, extract, jobs)) as outcomes:
            work.store_all(outcomes, len(tasks), progress)

    store_all(work.plan(inputs, force=force))
    work.retire(prune=prune)
    store_all(work.plan_again())
    work.conclude()
    work.note_decisions_about_nothing()
    return work.report()


@dataclass(frozen=True, slots=True)
class _Ready:
    """A notice, its quads, and which province it is about by which evidence.

    `beside` is what people say beside this file, `differing` what they say otherwise beside another of the text.
    """

    task: Task
    notice: Notice
    quads: list[Quad]
    settlement: Settlement
    beside: Given | None
    differing: tuple[str, ...]

    @property
    def name(self) -> str:
        """The name of the input."""
        return self.task.given.name

    @property
    def file(self) -> str:
        """The key in the ledger."""
        return _file(self.task, self.notice)


@dataclass(frozen=True, slots=True)
class _Refused:
    """An input and why nothing of it is stored, as a line for the user."""

    task: Task
    reason: str

    @property
    def name(self) -> str:
        """The name of the input."""
        return self.task.given.name


class _Build:
    """One run: plans, stores, retires and concludes, and keeps the ledger one step ahead of the store."""

    def __init__(self, store: Store, ledger: Ledger, jurisdiction: str | None) -> None:
        self._store = store
        self._ledger = ledger
        self._jurisdiction = jurisdiction
        self._given = Given("--jurisdiction", jurisdiction) if jurisdiction else None
        self._version = program_version()
        self._decisions = parse(ledger.decisions, str(ledger.path)).decisions
        self._copies = Copies(ledger)
        self._tasks: dict[str, Task] = {}
        self._refused: set[str] = set()
        self._again: set[str] = set()
        self._said: dict[str, list[str]] = {}

    def take(self, reading: Reading | None) -> None:
        """Put other decisions in place of those the store was built with, and find the notices they change."""
        if reading is None:
            return
        for fault in reading.faults:
            self._say("refused", fault)
        old, new = self._decisions, reading.decisions
        changed = set(old.all) ^ set(new.all)
        self._decisions = new
        notices = affected(self._store, changed, old, new)
        for file, entry in list(self._ledger.entries.items()):
            if entry.name in notices or notice_iri(self._store.base, entry.digest) in notices:
                self._ledger.put(file, replace(entry, content=OUTDATED))
        self._ledger.decisions = [each.line for each in new.all]
        if changed:
            self._mark_stale()

    def note_decisions_about_nothing(self) -> None:
        """Report the decisions about what is not in the store."""
        for line in idle(self._store, self._decisions):
            self._say("refused", line)

    def plan(self, inputs: Iterable[Input], *, force: bool) -> list[Task]:
        """Return the inputs that have to be read, each file once."""
        stored = set(self._store.graphs())
        tasks = []
        for given in inputs:
            task = Task(given, str(given.path.resolve()) if given.path else "", content(given))
            if task.file and task.file in self._tasks:
                continue
            self._tasks[task.file] = task
            if not force and self._unchanged(task, stored):
                self._say("unchanged", given.name)
                if not self._ledger.entries[task.file].settled:
                    self._say("scopeless", given.name)
            else:
                tasks.append(task)
        for file in self._gone():
            self._copies.forget(file)
        return tasks

    def plan_again(self) -> list[Task]:
        """Return the inputs that have to be read once more, for less is said beside their texts than before."""
        tasks = [task for file, task in self._tasks.items() if file in self._again - self._refused]
        for task in tasks:
            self._unsay(task.given.name)
        return tasks

    def store_all(self, outcomes: Iterator[tuple[Task, Outcome]], total: int, progress: Progress | None) -> None:
        """Store what was extracted, in batches that the ledger knows of beforehand."""
        prepared = (self._prepare(task, outcome) for task, outcome in outcomes)
        done = 0
        while batch := list(islice(prepared, BATCH)):
            self._announce(batch)
            try:
                for item in batch:
                    self._store_one(item)
                    done += 1
                    if progress:
                        progress(done, total, item.name)
            except BaseException:
                self._ledger.save()
                raise

    def retire(self, *, prune: bool) -> None:
        """Report the files that are gone; remove their notices where the user wants it."""
        gone = self._gone()
        if prune and gone:
            self._mark_stale()
        for file in sorted(gone):
            entry = self._ledger.entries[file]
            self._say("removed" if prune else "gone", entry.name)
            if prune:
                self._store.replace(self._leaving(file, entry.digests()), [])
                self._ledger.drop(file)
                self._restate(entry.digests(), entry.beside)
        self._retire_unknown(prune=prune)

    def conclude(self) -> None:
        """Bring what follows from all notices up to date, if any changed now or before an interruption."""
        if self._ledger.stale:
            conclude(self._store)
            self._ledger.stale = False
            self._ledger.save()

    def report(self) -> Report:
        """Return what was done."""
        return Report(**{kind: tuple(lines) for kind, lines in self._said.items()})

    def _unchanged(self, task: Task, stored: set[str]) -> bool:
        entry = self._ledger.entries.get(task.file)
        if entry is None or entry.pending or notice_iri(self._store.base, entry.digest) not in stored:
            return False
        same_scope = entry.shown or entry.given == self._jurisdiction
        now = (task.content, task.given.name, self._version)
        return same_scope and (entry.content, entry.name, entry.version) == now

    def _prepare(self, task: Task, outcome: Outcome) -> _Ready | _Refused:
        """Return what is ready to be stored, or the reason why an input is refused."""
        if isinstance(outcome, InputError):
            return _Refused(task, str(outcome))
        file, name = _file(task, outcome), task.given.name
        notice, differing = self._copies.together(file, outcome)
        try:
            notice, who = decide(notice, self._given, self._decisions, base=self._store.base)
            ready = _Ready(task, notice, quads(notice, who), who.settlement, outcome.given, differing)
        except InputError as error:
            return _Refused(task, f"{name}: {error}")
        self._copies.note(file, name, outcome.digest, outcome.given)
        return ready

    def _announce(self, batch: list[_Ready | _Refused]) -> None:
        """Write into the ledger what is about to be stored."""
        ready = [item for item in batch if isinstance(item, _Ready)]
        for item in ready:
            entry = self._ledger.entries.get(item.file, Entry(item.name))
            pending = tuple(sorted({*entry.pending, item.notice.digest}))
            self._ledger.put(item.file, replace(entry, pending=pending))
        if ready:
            self._mark_stale()

    def _mark_stale(self) -> None:
        self._ledger.stale = True
        self._ledger.save()

    def _store_one(self, item: _Ready | _Refused) -> None:
        """Store a notice in place of those that its file gave before, in one transaction."""
        if isinstance(item, _Refused):
            self._say("refused", item.reason)
            self._refused.add(item.task.file)
            return
        notice, name = item.notice, item.name
        before = self._ledger.entries[item.file]
        old = before.digests() - {notice.digest}
        iri = notice_iri(self._store.base, notice.digest)
        others = self._ledger.names(notice.digest, but=item.file)
        sources = [source_quad(iri, other) for other in sorted(others - {notice.source})]
        self._store.replace([*self._leaving(item.file, old), iri], [*item.quads, *sources])
        entry = self._entry(item)
        self._ledger.put(item.file, entry)
        self._settle_copies(item.file, entry)
        self._again.discard(item.file)
        self._restate(old, before.beside)
        self._say("replaced" if before.digest else "read", name)
        if not entry.settled:
            self._say("scopeless", name)
        for conflict in filter(None, (item.settlement.conflict, *item.differing)):
            self._say("conflicts", f"{name}: {conflict}")

    def _settle_copies(self, file: str, entry: Entry) -> None:
        """Note of the other files of the text, too, whether its province is shown and settled."""
        for other in self._ledger.files(entry.digest, but=file):
            known = self._ledger.entries[other]
            self._ledger.put(other, replace(known, shown=entry.shown, settled=entry.settled))

    def _entry(self, item: _Ready) -> Entry:
        given = item.notice.given
        return Entry(
            item.name,
            item.notice.digest,
            item.task.content,
            self._version,
            self._jurisdiction,
            shown=item.notice.jurisdiction is not None or bool(given and given.jurisdiction),
            settled=not item.settlement.open or is_central(item.notice),
            beside=item.beside,
        )

    def _gone(self) -> list[str]:
        files = (file for file in self._ledger.entries if file not in self._tasks and not file.startswith("-"))
        return [file for file in files if not Path(file).exists()]

    def _leaving(self, file: str, digests: set[str]) -> list[str]:
        """Return the graphs that nothing but this file keeps in the store."""
        alone = (digest for digest in digests if not self._ledger.owned(digest, but=file))
        return sorted(notice_iri(self._store.base, digest) for digest in alone)

    def _restate(self, digests: set[str], beside: Given | None) -> None:
        """Bring notices that lost one of their files, and what was said beside it, in line with those they have."""
        for digest in digests:
            if beside and beside.of_the_text:
                self._read_again(digest)
            names = sorted(self._ledger.names(digest))
            iri = notice_iri(self._store.base, digest)
            if names and iri in self._store.graphs():
                data = data_block(source_quad(iri, name) for name in names)
                pattern = f"GRAPH <{iri}> {{ <{iri}> dcterms:source ?name }}"
                self._store.update(f"DELETE WHERE {{ {pattern} }} ; INSERT DATA {data}")

    def _read_again(self, digest: str) -> None:
        for file in self._ledger.files(digest):
            self._ledger.put(file, replace(self._ledger.entries[file], content=OUTDATED))
            self._again.add(file)

    def _retire_unknown(self, *, prune: bool) -> None:
        """Report, or remove, notices of which the ledger knows no file, as after its loss.

        Behind an address they may be another machine's, so there they are left alone.
        """
        if "://" in self._store.location:
            return
        prefix = notice_iri(self._store.base, "")
        known = {
            notice_iri(self._store.base, digest)
            for entry in self._ledger.entries.values()
            for digest in entry.digests()
        }
        unknown = [g for g in self._store.graphs() if g.startswith(prefix) and g not in known]
        if prune and unknown:
            self._mark_stale()
            self._store.replace(unknown, [])
        for graph in unknown:
            self._say("removed" if prune else "gone", graph)

    def _say(self, kind: str, line: str) -> None:
        self._said.setdefault(kind, []).append(line)

    def _unsay(self, name: str) -> None:
        """Take back what was said of an input that is read once more."""
        for kind in ("unchanged", "scopeless", "read", "replaced"):
            if name in self._said.get(kind, ()):
                self._said[kind].remove(name)


def _file(task: Task, notice: Notice) -> str:
    """Return the key of an input in the ledger; a text from standard input is a file of its own."""
    return task.file or f"-{notice.digest}"
