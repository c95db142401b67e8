"""When a directive is due: the last days, rhythms and times allowed that it states.

A date alone is no deadline: words say what it is ("trước ngày …", "hoàn thành trong tháng …"), and the words around it
may say otherwise (a statistic, a plan's name, a cited document, what failed, what is expected).

Invariants: a pure function of the directive's text and the reference day; offsets are those of the text given; what is
found does not overlap, and lies on or after the reference day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest

from kg.extract import citations, dates, durations, recurrences
from kg.extract.dates import FoundDate
from kg.extract.deadline_cues import any_of
from kg.extract.deadline_rules import Cue, Kind, is_due
from kg.language.words import matching, pattern
from kg.records import Precision

_CUES: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (Kind.LABEL, pattern(
        r"(?<!\w)(?<!gia )(?:thời hạn|thời gian|hạn|tiến độ)(?: [^\W\d]{1,8}){0,6}?(?::| là) ?"
        r"(?:(?:là|vào|trong|đến|tới|trước|chậm nhất|muộn nhất|hết) )*"
    )),
    (Kind.LIMIT, pattern(
        r"(?<!\w)(?:trước(?: thời điểm| thời hạn| mốc)?|(?:chậm|muộn|trễ) nhất"
        r"|không (?:(?:muộn|chậm|trễ|quá) hơn|(?:muộn|chậm|trễ) quá)"
        r"|hạn (?:chót|cuối(?: cùng)?)|không quá)(?:,? (?:là|vào|trong|đến|tới|trước|ngay)(?!\w))*:? "
    )),
    (Kind.LIMIT, pattern(r"(?<!\w)(?:trước|chậm nhất) (?:\w{1,12} ){1,6}(?=\((?:ngày )?\d)")),
    (Kind.UNTIL, pattern(r"(?<!\w)(?:cho )?(?:đến|tới)(?: trước)? ")),
    (Kind.WITHIN, pattern(
        r"(?<!\w)(?:ngay )?(?:trong|(?P<at>vào))(?P<about> (?:khoảng|dịp|lúc|hồi|thời điểm))? (?:ngay )?"
    )),
    (Kind.COMPLETED, pattern(rf"{any_of('completion')} (?:ngay )?")),
)  # fmt: skip
_HOUR_OF_DAY = pattern(
    rf"(?<!\w)(?:trước|(?:chậm|muộn) nhất)(?: (?:là|vào|lúc|đến|trước))* (?P<hour>{dates.HOUR}),? (?:của )?"
    r"cùng ngày(?!\w)"
)
_DAYS = frozenset({Precision.DAY, Precision.TIME})
_LED_BY = pattern(
    r"(?:(?:thời hạn|hạn)(?: [^\W\d]{1,8}){0,4} ?:? |(?:hoàn thành|hoàn tất|kết thúc)(?: xong)? |xong )"
    r"(?:(?:trước|vào) )?$"
)
_AND_ANOTHER = pattern(r"(?:,|;|,? và) (?:trước |đến )?(?=ngày \d|\d{1,2} ?/ ?\d)")
_HEADING = pattern(r"[^\w(]*")
_PURPOSE = pattern(
    r"(?<!\w)(?:để|làm cơ sở)(?!\w)[^.;]{0,120}"
    r"(?<!\w)(?:tổng hợp|báo cáo|trình|xem xét|gửi|phê duyệt|ban hành)(?!\w)"
)
_PERIODIC = pattern(r"(?<!\w)(?:(?:0?6|sáu|0?9) tháng|quý|giữa năm|bán niên)(?!\w)")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_QUOTED = re.compile(r"“[^”]{1,300}”|\"[^\"]{1,300}\"|«[^»]{1,300}»")


@dataclass(frozen=True, slots=True)
class FoundDeadline:
    """When a directive is due, at [start, end): exactly one of a last day, an RFC 5545 rule and an ISO 8601 duration.

    `rule` names the kind of words that make it one: a kind of `kg.extract.deadline_rules`, "recurrence" or "duration".
    """

    start: int
    end: int
    day: date | None = None
    recurrence: str | None = None
    duration: str | None = None
    precision: Precision | None = None
    rule: str = "stated"


def find(
    text: str, start: int, end: int, reference: date | None = None, issued: date | None = None
) -> list[FoundDeadline]:
    """Return the deadlines that the directive at [start, end) states, in order.

    `reference` is the day of the meeting, or of issue: a date without a year is the first such date on or after it,
    and no deadline lies before it. `issued` is the notice's own day, from which its times allowed may count.
    """
    low = matching(text[start:end])
    closed = [*_closed(text[start:end])]
    found = [_of_recurrence(each) for each in recurrences.find(low)]
    for more in (_dated(low, closed, reference), _lasting(low, reference, issued)):
        found += [one for one in more if not _overlaps(one, ((f.start, f.end) for f in found))]
    found.sort(key=lambda one: (one.start, one.end))
    found = [_each_year(low, one, found) for one in found]
    free = _without_what_is_reported([one for one in found if not _overlaps(one, closed)])
    kept = _without_what_others_do(low, free)
    return [replace(one, start=one.start + start, end=_bracketed(low, one) + start) for one in kept]


def _bracketed(low: str, one: FoundDeadline) -> int:
    """Return the end of a deadline's words, with the bracket that closes one opened in them."""
    words = low[one.start : one.end]
    return one.end + (words.count("(") > words.count(")") and low.startswith(")", one.end))


def _each_year(low: str, one: FoundDeadline, found: list[FoundDeadline]) -> FoundDeadline:
    """Return a day of a period's report as one of each year where the year's is: "6 tháng trước 15/6, … hằng năm"."""
    if one.day is None or one.precision is not Precision.DAY or _YEAR.search(low, one.start, one.end):
        return one
    if not _PERIODIC.search(low, max(0, one.start - 60), one.start):
        return one
    annual = (f for f in found if f.start >= one.end and (f.recurrence or "").startswith("FREQ=YEARLY;BYMONTH="))
    if any(not re.search("[.;]", low[one.end : later.start]) for later in annual):
        rule = f"FREQ=YEARLY;BYMONTH={one.day.month};BYMONTHDAY={one.day.day}"
        return replace(one, day=None, recurrence=rule, rule="recurrence")
    return one


def _closed(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches that speak of other papers: citations with their dates, and quotations."""
    yield from ((cited.start, cited.end) for cited in citations.find(text))
    yield from (match.span() for match in _QUOTED.finditer(text))


def _overlaps(one: FoundDeadline, others: Iterable[tuple[int, int]]) -> bool:
    return any(one.start < end and start < one.end for start, end in others)


def _of_recurrence(found: recurrences.FoundRecurrence) -> FoundDeadline:
    return FoundDeadline(
        found.start, found.end, recurrence=found.recurrence, precision=found.precision, rule="recurrence"
    )


def _lasting(low: str, reference: date | None, issued: date | None) -> Iterator[FoundDeadline]:
    for found in durations.find(low, issued, reference):
        if found.day is None or reference is None or found.day >= reference:
            precision = Precision.DAY if found.day else None
            yield FoundDeadline(found.start, found.end, found.day, None, found.duration, precision, "duration")


def _dated(low: str, closed: list[tuple[int, int]], reference: date | None) -> list[FoundDeadline]:
    """Return the deadlines with a date; where two cues lead to one date, the one that begins first."""
    found: list[FoundDeadline] = []
    candidates = [*_headings(low, reference), *_cued(low, reference), *_today(low, reference)]
    for cue, day in sorted(candidates, key=lambda pair: (pair[0].start, -pair[1].end)):
        one = FoundDeadline(_from(low, cue), day.end, day.day, precision=day.precision, rule=cue.kind.value)
        free = not _overlaps(one, ((f.start, f.end) for f in found)) and not _overlaps(one, closed)
        if free and is_due(low, cue, day, reference):
            found += [one, *_listed(low, one, reference)]
    return found


def _cued(low: str, reference: date | None) -> Iterator[tuple[Cue, FoundDate]]:
    for kind, expression in _CUES:
        for match in expression.finditer(low):
            found = dates.date_at(low, match.end(), reference)
            if found:
                groups = match.groupdict()
                yield Cue(kind, match.start(), match.end(), bool(groups.get("at")), bool(groups.get("about"))), found


def _today(low: str, reference: date | None) -> Iterator[tuple[Cue, FoundDate]]:
    """Yield the hours of a day named before: "trước 20 giờ cùng ngày" is the last date's, else the notice's own."""
    for match in _HOUR_OF_DAY.finditer(low):
        earlier = [found for found in dates.find(low[: match.start()], reference) if found.precision in _DAYS]
        day = earlier[-1].day if earlier else reference
        if day:
            at = match.start("hour")
            yield Cue(Kind.LIMIT, match.start(), at), FoundDate(at, match.end(), day, Precision.TIME)


def _headings(low: str, reference: date | None) -> Iterator[tuple[Cue, FoundDate]]:
    """Yield the date that a directive begins with: "Tháng 7 năm 2026: sơ kết …"."""
    begin = _HEADING.match(low)
    at = begin.end() if begin else 0
    found = dates.date_at(low, at, reference)
    if found:
        yield Cue(Kind.HEADING, at, at), found


def _from(low: str, cue: Cue) -> int:
    """Return where a deadline's words begin: with "hoàn thành" or "thời hạn" if that stands right before."""
    floor = max(0, cue.start - 60)
    led = _LED_BY.search(low[floor : cue.start])
    return floor + led.start() if led else cue.start


def _listed(low: str, first: FoundDeadline, reference: date | None) -> Iterator[FoundDeadline]:
    """Yield the further days of "trước ngày 15/6 và ngày 15/12"."""
    end = first.end
    while first.precision is Precision.DAY and (link := _AND_ANOTHER.match(low, end)):
        found = dates.date_at(low, link.end(), reference)
        if found is None or found.day is None or found.precision is not Precision.DAY:
            return
        end = found.end
        yield replace(first, start=link.end(), end=end, day=found.day)


def _without_what_is_reported(found: list[FoundDeadline]) -> list[FoundDeadline]:
    """Leave out the period of what is told by an earlier day: "báo cáo số thu trong quý IV trước ngày 08/10"."""
    return [one for one, after in zip_longest(found, found[1:]) if not (after and _period_before(one, after))]


def _period_before(one: FoundDeadline, after: FoundDeadline) -> bool:
    """Whether a month, quarter or year stands right before a day that lies before its end."""
    period = one.rule == Kind.WITHIN.value and one.precision not in {None, Precision.DAY}
    earlier = one.day is not None and after.day is not None and after.day < one.day
    return period and earlier and after.start - one.end <= 1


def _without_what_others_do(low: str, found: list[FoundDeadline]) -> list[FoundDeadline]:
    """Leave out the date by which somebody else goes on: "gửi Sở trước ngày 5 để tổng hợp, báo cáo trước ngày 10"."""
    kept: list[FoundDeadline] = []
    for one in found:
        between = low[kept[-1].end : one.start] if kept else ""
        if not (kept and kept[-1].day and one.day and _PURPOSE.search(between) and not re.search("[.;]", between)):
            kept.append(one)
    return kept
