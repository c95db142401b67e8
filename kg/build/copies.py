"""Several files of one text: what people say beside one of them holds for the text, and so for all.

Invariants: what holds does not depend on the order of the files; where two files say different things, neither
holds; the address of a publication is said of one file, and each has its own.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from kg.ledger import Ledger
from kg.read.beside import agreed
from kg.records import Given, Notice


class Copies:
    """What is said beside the files of each text: as the store has it, and as this run reads it."""

    def __init__(self, ledger: Ledger) -> None:
        self._texts: dict[str, str] = {}
        self._said: dict[str, dict[str, tuple[str, Given]]] = defaultdict(dict)
        for file, entry in ledger.entries.items():
            self.note(file, entry.name, entry.digest, entry.beside)

    def together(self, file: str, notice: Notice) -> tuple[Notice, tuple[str, ...]]:
        """Return the notice that a file gives with what holds for its text, and lines on what does not."""
        others = [said for other, said in self._said[notice.digest].items() if other != file]
        own = notice.given
        if not others:
            return notice, ()
        given, differing = agreed([*others, (notice.source, own)] if own else others)
        if own and own.address:
            given = replace(given or Given(own.place), address=own.address)
        return replace(notice, given=given), differing

    def note(self, file: str, name: str, digest: str, given: Given | None) -> None:
        """Note what is said beside a file, in place of what was said beside it before."""
        self.forget(file)
        self._texts[file] = digest
        if given:
            self._said[digest][file] = (name, given)

    def forget(self, file: str) -> None:
        """Forget what was said beside a file that is gone."""
        self._said[self._texts.pop(file, "")].pop(file, None)
