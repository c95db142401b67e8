"""Inputs → what each says, or why it is refused: one after the other, or in several processes.

Invariants: the outcomes come in the order of the tasks, whatever the number of processes; a fault in an extractor
refuses the input it was found in and no other.
"""

from __future__ import annotations

import hashlib
import logging
import signal
from collections.abc import Callable, Generator
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.records import Notice

if TYPE_CHECKING:
    from kg.read import Input, Source

Read = Callable[["Input"], "Source"]
Extract = Callable[["Source"], Notice]


@dataclass(frozen=True, slots=True)
class Task:
    """An input to read, its key in the ledger (empty for standard input) and the SHA-256 of its bytes."""

    given: Input
    file: str
    content: str


Outcome = Notice | InputError


def content(given: Input) -> str:
    """Return the SHA-256 of a file's bytes and of what is said beside it.

    Empty where it cannot be told, so that reading says why.
    """
    if given.path is None or given.fault:
        return ""
    try:
        with given.path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256")
    except OSError:
        return ""
    if given.given:
        digest.update(repr(given.given).encode())
    return digest.hexdigest()


def extracted(
    tasks: list[Task], read: Read | None, extract: Extract | None, jobs: int
) -> Generator[tuple[Task, Outcome], None, None]:
    """Yield what each input says or why it is refused, in the order of the tasks."""
    one = partial(_extract_one, read, extract)
    files = [task.given for task in tasks if task.given.path]
    workers = min(jobs, len(files))
    if workers < 2:
        yield from ((task, one(task.given)) for task in tasks)
        return
    # Spawned, not forked: the store's threads do not survive a fork.
    with get_context("spawn").Pool(workers, initializer=_leave_interrupts_to_the_parent) as pool:
        results = pool.imap(one, files)
        for task in tasks:
            yield task, next(results) if task.given.path else one(task.given)


def _extract_one(read: Read | None, extract: Extract | None, given: Input) -> Outcome:
    try:
        return (extract or _extract)((read or _read)(given))
    except InputError as error:
        return error
    except Exception as error:
        logging.getLogger(__name__).debug("while reading %s", given.name, exc_info=True)
        fault = f"{type(error).__name__}: {error}".splitlines()[0]
        return InputError(f"{given.name}: a fault in the program stopped its reading ({fault}); please report it")


def _read(given: Input) -> Source:
    from kg.read import read

    return read(given)


def _extract(source: Source) -> Notice:
    from kg.extract import extract

    return extract(source)


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
