"""Addressees that stand elsewhere than at the head of a clause or behind its order.

"Thống nhất … theo đề xuất của X" binds X, "Phê bình X, yêu cầu kiểm điểm" tells X, "Rà soát … (giao X chủ trì)" tells
X, "Việc … do X chủ trì" binds X. Pure functions of a reading; offsets are those of the even text.
"""

from __future__ import annotations

from kg.extract.complements import predicate_begins
from kg.extract.reading import Reading, Series
from kg.language.words import pattern

_AGREES = pattern(
    r"(?:về )?(?:cơ bản |về nguyên tắc,? |không |chưa )?(?:đồng ý|thống nhất|nhất trí|chấp thuận)(?!\w)[^.;:]{0,200}?"
    r"(?<!\w)(?:đề xuất|đề nghị|kiến nghị)(?:,? (?:và )?(?:đề xuất|đề nghị|kiến nghị))* của(?: các)? "
)
_CRITICISES = pattern(r"(?:nghiêm khắc )?phê bình(?: nghiêm khắc)? ")
_DEMANDS = pattern(r"[,;] (?:(?:đồng thời|và),? )?(?:yêu cầu|đề nghị) ")
_WORK = pattern(r"(?:các )?(?:việc|nhiệm vụ|nội dung|công tác|phần việc)(?!\w)[^.;:,]{0,120}? do (?=\w)")
_CARRIES_OUT = pattern(
    r" (?:trực tiếp )?(?:chủ trì|chịu trách nhiệm|thực hiện|đảm nhiệm|đảm nhận|phụ trách|tổng hợp|tham mưu|tổ chức)"
    r"(?!\w)"
)
_BRACKET = pattern(r"\((?P<order>(?:giao|đề nghị|yêu cầu)(?: cho)? )?")
_IN_BRACKET = pattern(
    r",? (?:chủ trì|thực hiện|tham mưu|theo dõi|là (?:cơ quan|đơn vị) (?:chủ trì|đầu mối)|(?:làm )?đầu mối|phối hợp|"
    r"chịu trách nhiệm|và|cùng)(?!\w)"
)
_CLOSED = pattern(r"[^()\n]*\)\s*[.;,]?\s*(?:/\.)?\s*")


def spelt_out(reading: Reading, series: Series, end: int) -> Series:
    """Return the bodies that "các đơn vị: Sở Y tế, Sở Nội vụ", "các đơn vị (Sở Y tế, …)" lists, else the series."""
    mark = reading.text[series.last : series.last + 2]
    listed = reading.series_at(series.last + 2) if mark in {": ", " ("} else None
    if listed is None or listed.last > end or not all(m.name.generic for m in series.mentions):
        return series
    if mark == ": ":
        return listed
    closed = reading.text[listed.last : listed.last + 1] == ")"
    return Series(series.first, listed.last + 1, listed.mentions) if closed else series


def agreed(reading: Reading, at: int, end: int) -> Series | None:
    """Return whose proposal a clause agrees to: "Thống nhất phương án theo đề nghị của Sở Y tế"."""
    match = _AGREES.match(reading.low, at, end)
    return reading.series_at(match.end()) or _at_quantifier(reading, match.end()) if match else None


def _at_quantifier(reading: Reading, at: int) -> Series | None:
    return reading.series_at(at - len("các ")) if reading.low.startswith("các ", at - len("các ")) else None


def criticised(reading: Reading, at: int, end: int) -> tuple[Series, int] | None:
    """Return whom a clause criticises and then tells to do something, and where it begins to."""
    match = _CRITICISES.match(reading.low, at, end)
    series = reading.series_at(match.end()) if match else None
    demand = _DEMANDS.search(reading.low, series.last, end) if series else None
    if series is None or demand is None or not predicate_begins(reading.low, demand.end()):
        return None
    return series, demand.start()


def agent(reading: Reading, at: int, end: int) -> Series | None:
    """Return by whom work is said to be done: "Việc xác định giá đất do Sở Tài chính chủ trì thực hiện"."""
    match = _WORK.match(reading.low, at, end)
    series = reading.series_at(match.end()) if match else None
    return series if series and _CARRIES_OUT.match(reading.low, series.last, end) else None


def bracketed(reading: Reading, at: int, end: int) -> Series | None:
    """Return whom a bracket at the end of an imperative charges with it: "Rà soát chợ (giao Sở Y tế chủ trì)."."""
    opened = reading.text.rfind("(", at, end)
    match = _BRACKET.match(reading.low, opened) if opened > at and predicate_begins(reading.low, at) else None
    series = reading.series_at(match.end()) if match else None
    if match is None or series is None or not _CLOSED.fullmatch(reading.low, series.last, end):
        return None
    return series if match["order"] or _IN_BRACKET.match(reading.low, series.last) else None
