"""Cited documents that have a number: "Quyết định số 45/QĐ-UBND ngày 02/3/2024".

A number is a serial, for laws a year, and a symbol: the document's type and its issuer ("45/QĐ-UBND",
"29/2008/NĐ-CP"; party papers "34-NQ/TU"), for a letter the issuer and its unit ("4643/UBND-KGVX"). Sources: Nghị định
30/2020/NĐ-CP, phụ lục I and III; Hướng dẫn 36-HD/VPTW (party papers).

Invariants: a pure function of the text; offsets are those of the text; citations do not overlap.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from kg.data import several, table
from kg.extract import dates, symbols
from kg.language.words import matching, pattern

_STANDARD = re.compile(
    r"(?<!\w)(?:(?P<set>QCVN|TCVN|TCXDVN) ?(?P<number>\d{1,6}(?:-\d{1,3})?: ?\d{4}(?:/[A-ZĐ]{2,8})?)"
    r"|(?P<branch>\d{2} ?TCN) ?(?P<old>\d{1,4}-(?:\d{4}|\d{2})))(?!\w)"
)
_SERIAL_ALONE = pattern(
    r"(?<!\w)(?:nghị quyết|nghị định|chỉ thị|quyết định|kết luận|thông tư|pháp lệnh|sắc lệnh|quy định) "
    r"số:? ?(?P<serial>\d{1,4})(?!\w)(?! ?[/-] ?\w|[.:,]\d)"
)
_CARRIED = 60
"""How far before a number the words stand that belong to it, in characters."""

_NUMBERED = pattern(r"(?:^|(?<=\W))(?:(?:thượng )?khẩn |hỏa tốc |mật )?(?P<word>(?:số|sổ)(?: hiệu)?)? ?:? ?$")
_FORM = pattern(r"(?<!\w)(?:mẫu|biểu|biểu mẫu|phụ lục|bảng|tờ bản đồ)(?: \w{1,8})? ?$")
_BETWEEN = pattern(r"[ ,;]*(?:và )?(?:(?:các )?số ?:? ?)?$")
_TO_DATE = pattern(r",? ?\(?(?:được )?(?:ký |ban hành )?(?=ngày)|(?:, ?| ?\()(?=\d)")


@dataclass(frozen=True, slots=True)
class FoundCitation:
    """A citation at [start, end), from the word for its type, where one stands there, to its date.

    `number` is written without "số" and without spaces; `kind` is the type as `kg.data` names it.
    """

    start: int
    end: int
    number: str
    kind: str | None = None
    issued: date | None = None


def find(text: str) -> list[FoundCitation]:
    """Return every cited document that has a number, in order."""
    low = matching(text)
    repair = symbols.Repair(found.symbol for found in symbols.numbers(text))
    result: list[FoundCitation] = []
    for number in symbols.numbers(text):
        cited = _citation(low, number, result[-1] if result else None)
        if cited:
            result.append(replace(cited, number=repair.number(number)))
    known = [replace(cited, kind=cited.kind or _by_symbol(cited.number)) for cited in result]
    return sorted([*known, *_standards(text), *_by_serial(low, known)], key=lambda cited: cited.start)


def _standards(text: str) -> Iterator[FoundCitation]:
    """Yield technical regulations and standards, whose number is their name: "QCVN 01:2019/BCT", "22 TCN 18-79"."""
    for match in _STANDARD.finditer(text):
        if match["branch"]:
            number, kind = f"{match['branch'].replace(' ', '')} {match['old']}", "Tiêu chuẩn ngành"
        else:
            number = f"{match['set']} {match['number'].replace(' ', '')}"
            kind = "Quy chuẩn kỹ thuật quốc gia" if match["set"] == "QCVN" else "Tiêu chuẩn quốc gia"
        yield FoundCitation(match.start(), match.end(), number, kind)


def _by_serial(low: str, known: Sequence[FoundCitation]) -> Iterator[FoundCitation]:
    """Yield papers cited by their serial alone ("Nghị quyết số 49"), where no full number is another name of theirs."""
    whole = {(cited.kind, re.split(r"[/-]", cited.number)[0].lstrip("0")) for cited in known}
    taken = {at for cited in known for at in range(cited.start, cited.end)}
    for match in _SERIAL_ALONE.finditer(low):
        kind, _ = _kind_before(low[match.start() : match.start("serial")].rstrip(": ").removesuffix("số").rstrip())
        if match.start("serial") not in taken and (kind, match["serial"].lstrip("0")) not in whole:
            end, issued = _date_behind(low, match.end())
            yield FoundCitation(match.start(), end, match["serial"], kind, issued)


def merge(found: Iterable[FoundCitation]) -> list[FoundCitation]:
    """Return one citation a document: its first place, with the date and type that any place gives."""
    merged: dict[str, FoundCitation] = {}
    for cited in found:
        key = cited.number.casefold()
        first = merged.setdefault(key, cited)
        merged[key] = replace(first, kind=first.kind or cited.kind, issued=first.issued or cited.issued)
    return list(merged.values())


def _citation(low: str, number: symbols.Number, last: FoundCitation | None) -> FoundCitation | None:
    """Return the citation that a number belongs to; None where it is no document's."""
    floor = max(number.start - _CARRIED, last.end if last else 0)
    before = low[floor : number.start]
    label = _NUMBERED.search(before)
    word = label["word"] if label else None
    ahead = before[: label.start()].rstrip(" ,:") if label else before
    if _FORM.search(ahead):
        return None
    kind, at = _kind_before(ahead)
    listed = last is not None and floor == last.end and bool(_BETWEEN.match(before))
    if not (word or kind or listed or number.sure):
        return None
    if kind is None and listed and last is not None and _agrees(last.kind, number.symbol):
        kind = last.kind
    start = floor + (at if at >= 0 else label.start("word") if label and word else len(before))
    end, issued = _date_behind(low, number.end)
    return FoundCitation(start, end, number.text, kind, issued)


def _kind_before(ahead: str) -> tuple[str | None, int]:
    """Return the type whose name a text in matching form ends with, and where it begins (-1: none)."""
    for name, kind in _kinds():
        if ahead.endswith(name) and not ahead[: -len(name)][-1:].isalnum():
            return kind, len(ahead) - len(name)
    return None, -1


def _date_behind(low: str, at: int) -> tuple[int, date | None]:
    """Return where a citation ends and its date; without a full date it ends with its number."""
    lead = _TO_DATE.match(low, at)
    found = dates.date_at(low, lead.end()) if lead else None
    if found is None or found.day is None:
        return at, None
    closed = lead is not None and "(" in lead[0] and low[found.end : found.end + 1] == ")"
    return found.end + closed, found.day


def _agrees(kind: str | None, symbol: str) -> bool:
    """Whether a number later in a list can be of the type named before the list."""
    own = _types_of(symbol)
    return kind is not None and (not own or kind in own or kind == "Văn bản")


def _by_symbol(number: str) -> str | None:
    """Return the type that a number names; a letter's is the one that names none (Nghị định 30/2020/NĐ-CP)."""
    symbol = symbols.symbol_of(number)
    own = _types_of(symbol)
    if own:
        return own[0]
    return None if symbols.numbered_by_year(number) else "Công văn"


def _types_of(symbol: str) -> list[str]:
    """Return the types that a symbol may stand for, the one with the closest match first."""
    first = re.split(r"[-/.]", symbol)[0]
    issuer = symbol[len(first) + 1 :]
    with_issuer = [kind for kind, own in _symbols() if own in {f"{first}/{issuer}", f"{first}-{issuer}"}]
    return [*with_issuer, *(kind for kind, own in _symbols() if own == first)]


@cache
def _kinds() -> tuple[tuple[str, str], ...]:
    """Return the names of types in matching form and as the table writes them, longest first."""
    names = [(matching(row["type"]), row["type"]) for row in table("document_types")]
    return tuple(sorted(names, key=lambda pair: -len(pair[0])))


@cache
def _symbols() -> tuple[tuple[str, str], ...]:
    return tuple((row["type"], symbol) for row in table("document_types") for symbol in several(row["symbols"]))
