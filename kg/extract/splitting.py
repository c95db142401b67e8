"""Where one task ends and the next begins: sentences, clauses with an addressee of their own, (i) … (ii) parts.

Pure functions of a reading; offsets are those of the even text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.clauses import (
    BEHIND_CIRCUMSTANCE,
    CONNECTIVE,
    address,
    begins_predicate,
    late_subject,
    predicate_of,
)
from kg.extract.reading import Reading, Series
from kg.language.sentences import sentences
from kg.language.words import pattern

_STRICT_ORDER = pattern(r"(?:giao|yêu cầu|đề nghị|kính đề nghị|phân công|đồng ý giao|thống nhất giao)(?!\w)")
_PART = re.compile(r"(?:^|(?<=[\s:;,]))\((?:i{1,3}|iv|v|vi{1,3}|ix|x|\d{1,2}|[a-hđ])\)\s")
_SHORT = 60
"""Characters of words that only introduce the parts behind them: "Phân công: (i) …; (ii) …"."""
_NEAR = 120
"""Characters in which a phrase of circumstance ends whose clause has a subject of its own."""
_ENUMERATES = pattern(
    r"^$|(?:^|[:.,;(\n–-] |(?<!\w)(?:giao|yêu cầu|đề nghị|phân công|chỉ đạo|đối với|cùng|với|phối hợp|gồm|là|có|các|"
    r"của|và|do) )$"
)
"""What stands before bodies that are told something or listed: "Giao X; Y rà soát", and not "báo cáo X; Y rà soát"."""

_ONLY_PURPOSE = pattern(r"(?:để|nhằm)(?!\w)")
_ONE_LIST = pattern(r"(?:theo (?:tinh thần|hướng|phương châm)|phân công (?:rõ|cụ thể)|với phương châm|nội dung)\s?:")
_DEMAND = pattern(r"yêu cầu ")


def units(reading: Reading, start: int, end: int) -> list[tuple[int, int]]:
    """Return the stretches of a block that can each be one task."""
    found: list[tuple[int, int]] = []
    for begin, last in sentences(reading.text, start, end):
        mark = _PART.match(reading.text, begin)
        first = mark.end() if mark else begin
        for a, b in _parts(reading, first, last):
            found += ((x, y) for x, y in _clauses(reading, a, b) if x < y)
    return found


def _parts(reading: Reading, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Split at "(i) … (ii) …" where parts address somebody; the words before belong to the first.

    A part that begins with a word of doing goes on with what those of the part before it are to do.
    """
    marks = list(_PART.finditer(reading.text, start, end))
    standing = [mark for mark in marks if _part_stands(reading, mark.end(), end)]
    introduction = reading.text[start : marks[0].start()].strip() if marks else ""
    announces = introduction.endswith(":") and len(introduction) < _SHORT
    if not standing or marks[0] is not standing[0] or (len(standing) < 2 and not (announces and len(marks) == 1)):
        yield start, end
        return
    if not announces and introduction.strip(" :"):
        yield start, marks[0].start()
    heads = [mark for mark in marks if mark in standing or not begins_predicate(reading, mark.end())]
    ends = [*(m.start() for m in heads[1:]), end]
    for mark, last in zip(heads, ends, strict=True):
        yield mark.end(), len(reading.text[:last].rstrip())


def _part_stands(reading: Reading, at: int, end: int) -> bool:
    ordered = _STRICT_ORDER.match(reading.low, at) is not None
    return (ordered or reading.text[at].isupper()) and address(reading, at, end) is not None


def _clauses(reading: Reading, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Split a sentence at semicolons before a clause that names its own addressee."""
    at = start
    if _ONE_LIST.search(reading.low, start, end):
        yield start, end
        return
    for match in re.compile(r";\s").finditer(reading.text, start, end):
        if _open_bracket(reading.text, at, match.start()) or _only_purpose(reading, at, match.start()):
            continue
        mark = _PART.match(reading.text, match.end(), end)
        begin = mark.end() if mark else match.end()
        if _own_addressee(reading, begin, end) and not _demanded(reading, at, begin):
            yield at, match.start() + 1
            at = begin
    yield at, end


def _only_purpose(reading: Reading, start: int, end: int) -> bool:
    """Whether a clause is only the purpose of the one behind it: "Để thực hiện tốt …; yêu cầu …"."""
    return bool(_ONLY_PURPOSE.match(reading.low, start)) and address(reading, start, end) is None


def _open_bracket(text: str, start: int, end: int) -> bool:
    piece = text[start:end]
    return piece.count("(") > piece.count(")") or piece.count("“") > piece.count("”")


def _demanded(reading: Reading, at: int, order: int) -> bool:
    """Whether those addressed are to demand it of a kind: "Kiểm tra giàn giáo; yêu cầu chủ đầu tư hạ cần trục"."""
    demand = _DEMAND.match(reading.low, order)
    series = reading.series_at(demand.end()) if demand and begins_predicate(reading, at) else None
    return series is not None and all(m.name.group and not (m.name.level or m.name.generic) for m in series.mentions)


def _own_addressee(reading: Reading, at: int, end: int) -> bool:
    """Whether the clause at an offset begins with an addressee and what it is to do."""
    connective = CONNECTIVE.match(reading.low, at)
    begin = connective.end() if connective else at
    if _STRICT_ORDER.match(reading.low, begin):
        order = _STRICT_ORDER.match(reading.low, begin)
        return bool(order and reading.series_at(order.end() + 1))
    series = reading.series_at(begin)
    if series is None:
        late = late_subject(reading, begin, min(end, begin + _NEAR))
        return late is not None and late.rule == BEHIND_CIRCUMSTANCE
    if connective is None and _lists_on(reading, at, series):
        return False
    return predicate_of(reading, series, end) is not None


def _lists_on(reading: Reading, at: int, series: Series) -> bool:
    """Whether the semicolon before a series only goes on with an enumeration of bodies."""
    before = [s for s in reading.series_in(max(0, at - 400), at) if s.last >= at - 3]
    return bool(before) and _ENUMERATES.search(reading.low, max(0, at - 400), before[0].first) is not None
