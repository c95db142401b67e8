"""What a directive says, bare of what all directives say: its verb, its words in order, what it names.

The unit is the syllable, as it is written between spaces. What stands in `kg/data/formulas.tsv` is left out, and what
the caller cuts: who acts, by when, what is cited.

Invariant: `wording` is a pure function; spelling (composition, case, tone-mark style, usual abbreviations) and the
amounts and days that are said do not count.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from itertools import groupby
from typing import Final

from kg.data import table
from kg.language.words import composed, fold, matching, pattern

FEWEST: Final = 8
"""Syllables that a directive must have besides formulas; with fewer its subject is not told."""
FEWEST_NAMELESS: Final = 10
"""The same for a directive without a proper name."""

_TOKEN = re.compile(r"\d+(?:[.,]\d+)+(?!\w)|[^\W\d_]+-\d+(?!\w)|[^\W_]*\d[^\W_]*(?:[-/.][^\W_]+)*|[^\W\d_]+|%|[.!?:;]")
_DAY = pattern(
    r"(?<!\w)(?:ngày\s+)?\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}(?!\w)"
    r"|(?<!\w)(?:ngày\s+\d{1,2}\s+)?tháng\s+\d{1,2}(?:\s*[/-]\s*|\s+năm\s+)\d{4}(?!\w)"
    r"|(?<!\w)(?:ngày\s+\d{1,2}\s*[/-]\s*\d{1,2}|tháng\s+\d{1,2})(?![\w/-])",
    re.IGNORECASE,
)
_THIS_PAPER = pattern(
    r"(?<!\w)(?:thông báo|chỉ thị|công điện|kết luận|công văn|kế hoạch|nghị quyết|quyết định|văn bản)"
    r"(?: [\w-]+){0,2} (?:này|nêu trên)(?!\w)"
)
_YEARS = re.compile(r"(\d{4})-(\d{4})")
_ROMAN = re.compile(r"[IVX]+")
_END_OF_SENTENCE: Final = frozenset(".!?:;")
_NEGATIONS: Final = ("không", "chưa")
_LONGEST_NOUN: Final = 3


class Kind(StrEnum):
    """A kind of row in the table of formulas."""

    FORMULA = "formula"
    GRAMMAR = "grammar"
    PROPOSE = "propose"
    REPORT = "report"
    MEASURE = "measure"
    NUMBERED = "numbered"
    WORD = "word"


STEPS: Final = (Kind.PROPOSE, Kind.REPORT)
"""The kinds of steps on the way to a decision."""
_BESIDE_NUMBERS: Final = (Kind.MEASURE, Kind.NUMBERED)


@dataclass(frozen=True, slots=True)
class Wording:
    """A directive to be compared.

    `core` are its syllables without formulas, in order; `text` is all of it, between spaces. `head` is the verb
    it begins with (or the kind of step, see `Kind`), `before` what stands right before it and is no formula ("miễn"
    of "miễn thu phí"). `names` are the proper names, `numbers` what tells one thing from another by a number.
    """

    core: tuple[str, ...]
    text: str
    head: str
    before: str
    negated: bool
    names: frozenset[str]
    numbers: frozenset[str]
    documents: frozenset[str] = frozenset()

    @property
    def comparable(self) -> bool:
        """Whether enough is said besides formulas to tell what it is about."""
        return len(self.core) >= (FEWEST if self.names else FEWEST_NAMELESS)

    @property
    def block(self) -> Hashable:
        """Return what two directives must have equal to be alike, so that others need not be compared."""
        return self.numbers, self.negated, self.before, self.head if self.head in STEPS else ""


@dataclass(frozen=True, slots=True)
class _Word:
    """A syllable or a number in matching form; `name` where its capital is not that of a sentence's beginning."""

    text: str
    name: bool = False
    number: bool = False


def wording(text: str, cuts: Iterable[tuple[int, int]] = (), documents: Iterable[str] = ()) -> Wording:
    """Return what a directive says; empty where it speaks of the paper it stands in.

    `cuts` are stretches [start, end) of the text that do not count: who acts, by when, what is cited. `documents`
    are the numbers of what it cites.
    """
    whole = _words(composed(text))
    spoken = f" {' '.join(word.text for word in whole)} "
    if _THIS_PAPER.search(spoken):
        return Wording((), spoken, "", "", False, frozenset(), frozenset())
    words = _words(_DAY.sub(" ", composed(_without(text, cuts))))
    syllables = tuple(word.text for word in words)
    told = _told(syllables)
    names = {at for at in told if words[at].name}
    at, head = _head(syllables, names)
    return Wording(
        core=tuple(syllables[at] for at in told if not words[at].number),
        text=spoken,
        head=head,
        before=syllables[at - 1] if at - 1 in told else "",
        negated=any(word in _NEGATIONS for word in syllables[:at]),
        names=frozenset(_joined(syllables, sorted(names))),
        numbers=frozenset(
            syllables[at] for at, word in enumerate(words) if word.number and _tells_apart(syllables, at)
        ),
        documents=frozenset(map(fold, documents)),
    )


def _without(text: str, cuts: Iterable[tuple[int, int]]) -> str:
    parts, at = [], 0
    for start, end in sorted(cuts):
        parts.append(text[at : max(at, start)])
        at = max(at, end)
    return " ".join([*parts, text[at:]])


def _words(text: str) -> list[_Word]:
    """Return the syllables and numbers of a text; an abbreviation as what it stands for."""
    words: list[_Word] = []
    begins = True
    for found in _TOKEN.finditer(text):
        token = found[0]
        if token in _END_OF_SENTENCE:
            begins = True
        else:
            words += _read(token, begins=begins)
            begins = False
    return words


@lru_cache(maxsize=1 << 16)
def _read(token: str, *, begins: bool) -> tuple[_Word, ...]:
    if token[0].isdigit() or _ROMAN.fullmatch(token):
        years = _YEARS.fullmatch(token)
        return tuple(_Word(_number(part), number=True) for part in (years.groups() if years else (token,)))
    if expansion := _abbreviations().get(token):
        return tuple(map(_Word, expansion))
    return (_Word(matching(token), name=token[0].isupper() and not begins),)


def _number(token: str) -> str:
    plain = re.sub("[.,]", "", token) if re.fullmatch(r"[\d.,]+", token) else fold(token)
    return plain.lstrip("0") or plain


def _told(words: _Syllables) -> list[int]:
    """Return where the words stand that belong to no formula."""
    told: list[int] = []
    at = 0
    while at < len(words):
        formula = _longest(_formulas(), words, at)
        after = at + (len(formula.words) if formula else 1)
        if formula is None or formula.kind is Kind.WORD:
            told += range(at, after)
        at = after
    return told


def _head(words: _Syllables, names: Collection[int]) -> tuple[int, str]:
    """Return where the first verb of doing stands that is no formula, and the verb; nothing at 0 without one."""
    at = 0
    while at < len(words):
        formula = _longest(_formulas(), words, at)
        if at not in names:
            verb = _longest(_verbs(), words, at)
            if formula and formula.kind in STEPS:
                return at, formula.kind
            if verb and (formula is None or formula.kind is Kind.WORD or len(formula.words) < len(verb.words)):
                return at, " ".join(verb.words)
        at += len(formula.words) if formula else 1
    return 0, ""


def _joined(words: _Syllables, capital: list[int]) -> Iterator[str]:
    """Yield the words in capitals that stand side by side, as one name each."""
    for _, side_by_side in groupby(enumerate(capital), lambda pair: pair[1] - pair[0]):
        yield " ".join(words[at] for _, at in side_by_side)


def _tells_apart(words: _Syllables, at: int) -> bool:
    """Whether a number tells one thing from another, as one behind a noun does, and does not count or measure."""
    if not any(formula.kind is Kind.MEASURE for formula in _beginning(_beside_numbers(), words, at + 1)):
        return True
    return any(
        formula.kind is Kind.NUMBERED and start + len(formula.words) == at
        for start in range(max(0, at - _LONGEST_NOUN), at)
        for formula in _beginning(_beside_numbers(), words, start)
    )


@dataclass(frozen=True, slots=True)
class _Phrase:
    words: tuple[str, ...]
    kind: Kind


_Syllables = tuple[str, ...]
_Phrases = Mapping[str, tuple[_Phrase, ...]]
"""Phrases by their first syllable, the longest first."""


def _longest(phrases: _Phrases, words: _Syllables, at: int) -> _Phrase | None:
    for phrase in phrases.get(words[at], ()):
        if words[at : at + len(phrase.words)] == phrase.words:
            return phrase
    return None


def _beginning(phrases: _Phrases, words: _Syllables, at: int) -> Iterator[_Phrase]:
    for phrase in phrases.get(words[at], ()) if at < len(words) else ():
        if words[at : at + len(phrase.words)] == phrase.words:
            yield phrase


def _by_first(phrases: Iterable[_Phrase]) -> _Phrases:
    found: dict[str, list[_Phrase]] = {}
    for phrase in phrases:
        found.setdefault(phrase.words[0], []).append(phrase)
    return {first: tuple(sorted(those, key=lambda phrase: -len(phrase.words))) for first, those in found.items()}


@cache
def _formulas() -> _Phrases:
    return _by_first(row for row in _rows() if row.kind not in _BESIDE_NUMBERS)


@cache
def _beside_numbers() -> _Phrases:
    return _by_first(row for row in _rows() if row.kind in _BESIDE_NUMBERS)


def _rows() -> list[_Phrase]:
    return [_Phrase(tuple(matching(row["words"]).split()), Kind(row["kind"])) for row in table("formulas")]


@cache
def _verbs() -> _Phrases:
    rows = (row for row in table("verbs") if row["kind"] == "task")
    return _by_first(_Phrase(tuple(matching(row["words"]).split()), Kind.FORMULA) for row in rows)


@cache
def _abbreviations() -> dict[str, tuple[str, ...]]:
    """Return the words, in matching form, of the abbreviations that mean one thing everywhere."""
    rows = (row for row in table("abbreviations") if not row["context"])
    return {row["abbreviation"]: tuple(re.findall(r"\w+", fold(row["expansion"]))) for row in rows}
