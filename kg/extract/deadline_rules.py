"""Whether a date with a cue before it is when a duty is due: what the words around it say.

Invariants: a pure function of the text in matching form; each rule looks at the clause that the date stands in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kg.extract.dates import FoundDate
from kg.extract.deadline_cues import any_of, cue
from kg.language.words import pattern
from kg.records import Precision

_REACH = 250
"""How much of a clause before a date is looked at, in characters."""

_LONG = {Precision.MONTH, Precision.QUARTER, Precision.HALF, Precision.YEAR}
_MODAL = pattern(r"(?<!\w)(?:phải|cần|khẩn trương|yêu cầu|đề nghị|chỉ đạo|thì|tập trung|quyết tâm|phấn đấu)(?!\w)")
_FAILED = re.compile(any_of("failure") + r"(?!.*" + _MODAL.pattern + ")")
_FAILED_JUST_NOW = re.compile(any_of("failure") + rf"(?: được)? {any_of('completion')}[^,]{{0,80}}$")
_RECKONED = re.compile(any_of("reckoning") + r"(?: [^\W\d]+){0,4} ?$")
_TOLD_SO_FAR = pattern(
    r"(?<!\w)(?:báo cáo|thống kê|tổng hợp|cập nhật|đánh giá|công bố)(?: [^\W\d]+){0,6}? (?:kết quả|tiến độ|tình hình|"
    r"số liệu|khối lượng|số [^\W\d]+)(?: [^\W\d]+){1,5}(?: từ(?: ngày| tháng| đầu)* [\d/ ]{0,12}(?: năm)?)? ?$"
)
"""What makes a day the end of what is told: "báo cáo kết quả thực hiện đến ngày 15/8"."""

_FINDING = pattern(
    r",? ?(?:đã|còn|mới|có \d|toàn |tổng |tỷ lệ|chỉ |vẫn |cả nước|trên địa bàn|ghi nhận|giải ngân đạt|đạt \d)"
)
_BELOW = pattern(r" (?:mà )?(?:giải ngân|đạt|thực hiện|tỷ lệ)(?: [^\W\d]+){0,4}? dưới(?!\w)")
"""What makes a day a threshold: "các dự án đến hết ngày 30/9 giải ngân dưới 50%"."""

_DONE = pattern(r"[^.;:]{0,80}(?<!\w)đã(?!\w)")
_STRIVING = pattern(r"(?<!\w)(?:phấn đấu|bảo đảm|đảm bảo|quyết tâm)(?!\w)")
_FROM_NOW = pattern(r"(?:^|[,;:.] ?)từ nay $")
_FROM_A_DAY = pattern(r"(?<!\w)từ \d{1,2} ?/ ?\d{1,2} $")
_SINCE = pattern(r"(?<!\w)từ (?:(?:ngày|tháng|đầu|quý|năm) )?[^,;.]{0,28}$")
_NO_TASK = pattern(
    r"(?<!\w)(?:từ nay|mưa|bão|lũ|thời tiết|giai đoạn|nhiệm kỳ|năm học|thời kỳ|phương hướng|trọng tâm)(?!\w)"
)
_OUTLOOK = pattern(r"(?<!\w)(?:phương hướng|trọng tâm|nhiệm kỳ|giai đoạn|lộ trình) $")
_CLAUSE_HEAD = pattern(r"(?:^\W*|[,;:.] ?|(?<!\w)(?:phấn đấu|bảo đảm|đảm bảo|quyết tâm|mục tiêu|để|sao cho) )$")
_ORIENTATION = pattern(
    r"(?<!\w)(?:định hướng|tầm nhìn|giai đoạn [^,]{0,20}|(?:quy hoạch|chiến lược|đề án) [^,]{0,80}),? $"
)
_TASK_BEHIND = pattern(
    r",|(?: [^\W\d]+){1,5} (?:đạt|hoàn thành|đạt chuẩn)(?!\w)"
    r"|,? (?:phải|cơ bản|có|đạt|không còn|không để|xóa|ít nhất|tối thiểu|toàn bộ|tất cả|các |100"
    rf"|{any_of('completion')}|{any_of('duty')})"
)
_OF_A_PERIOD = pattern(r"(?<!\w)(?:quý|tháng|tuần|từng năm|đợt|lần|(?<!nội )(?<!nhiệm )(?<!dịch )(?<!nghiệp )vụ|mùa) $")
_GIVEN = pattern(
    r"(?<!\w)(?:hết nhiệm kỳ|hết hạn|đến hạn|nghỉ hưu|được giao|đã giao|phát sinh|đạt được|diễn ra|thu được"
    r"|đã thực hiện|đã triển khai) $"
)
_AND_LATER = pattern(
    r",? và (?:(?:những |các |trong những |trong các )?(?:năm|tháng|quý|giai đoạn)(?! ?\d)|(?:đầu|giữa) năm \d)"
)
_WHICH_END = pattern(
    r"(?<!\w)(?:cho|của|đối với|danh mục|với) (?:các |những )?(?:dự án|công trình|nhiệm vụ|hạng mục|gói thầu)"
    r"(?: \w+){0,4} hoàn thành $|(?<!\w)(?:có khả năng|đủ khả năng|có kế hoạch|đủ điều kiện) hoàn thành $"
)
# "trình" also ends nouns: "công trình", "chương trình".
_REPORTED = pattern(
    r"(?<!\w)(?:báo cáo|gửi|(?<!công )(?<!chương )(?<!lộ )(?<!quá )trình|nộp|có kết quả|thông báo)(?!\w)"
)
_HEADED = pattern(rf" ?[:,]| {any_of('duty')}")


class Kind(StrEnum):
    """The words that make a date a deadline."""

    LIMIT = "limit"
    LABEL = "label"
    UNTIL = "until"
    WITHIN = "within"
    COMPLETED = "completed"
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class Cue:
    """Words at [start, end) before a date; `at` for "vào" among those of WITHIN, `about` for "vào dịp"."""

    kind: Kind
    start: int
    end: int
    at: bool = False
    about: bool = False


@dataclass(frozen=True, slots=True)
class _Place:
    """A date with its cue: the clause and the segment (since the last comma) before, all before, all behind.

    `later` is true where the date is known to lie behind the reference day.
    """

    clause: str
    segment: str
    before: str
    after: str
    given: Cue
    found: FoundDate
    later: bool


def is_due(low: str, given: Cue, found: FoundDate, reference: date | None) -> bool:
    """Return whether a date behind a cue is when the duty is due; never where it lies before the reference day."""
    if found.day is None or (reference is not None and found.day < reference):
        return False
    spans = given.kind is Kind.UNTIL and _FROM_A_DAY.search(low, max(0, given.start - 12), given.start)
    if not (found.marked or spans or given.kind in {Kind.LIMIT, Kind.LABEL}):
        return False
    clause = _after_last(low[max(0, given.start - _REACH) : given.start], ".;:(")
    later = reference is not None and found.marked and found.day > reference
    place = _Place(clause, _after_last(clause, ","), low[: given.start], low[found.end :], given, found, later)
    if _denied(place, low[given.start : given.end], settled=reference is not None):
        return False
    return _RULES[given.kind](place)


def _after_last(text: str, marks: str) -> str:
    return text[max(text.rfind(mark) for mark in marks) + 1 :]


def _denied(place: _Place, words: str, *, settled: bool) -> bool:
    """Whether the clause speaks of what failed, is expected, or no longer holds; `settled`: it is not in the past."""
    if cue("superseded").search(place.segment + words) or cue("foretelling").search(place.segment):
        return True
    if cue("overrun", at_end=True).search(place.segment + words) or _BELOW.match(place.after):
        return True
    return bool((_FAILED_JUST_NOW if settled else _FAILED).search(place.segment))


def _always(place: _Place) -> bool:
    return True


def _until(place: _Place) -> bool:
    if place.found.precision is Precision.YEAR:
        return _until_year(place)
    if _RECKONED.search(place.segment) or _OUTLOOK.search(place.segment) or _TOLD_SO_FAR.search(place.segment):
        return False
    if cue("planned", at_end=True).search(place.segment):
        return False
    if _FROM_NOW.search(place.before):
        return bool(_TASK_BEHIND.match(place.after))
    if _FINDING.match(place.after) and not _STRIVING.search(place.segment):
        return False
    return not (_SINCE.search(place.segment) and _NO_TASK.search(place.segment))


def _until_year(place: _Place) -> bool:
    """A year ends many plans' names; it binds at the head of a clause, or where a work is to end with it."""
    if _ORIENTATION.search(place.clause):
        return False
    if _CLAUSE_HEAD.search(place.before) or _FROM_NOW.search(place.before):
        return bool(_TASK_BEHIND.match(place.after))
    named_end = place.found.end - place.given.end > len("năm 2000")
    planned = cue("planned", at_end=True).search(place.segment)
    return named_end and not planned and bool(cue("completion").search(place.segment))


def _within(place: _Place) -> bool:
    completed = bool(cue("completion").search(place.segment))
    if _WHICH_END.search(place.segment) or _OF_A_PERIOD.search(place.segment):
        return False
    if not place.segment.strip() and _DONE.match(place.after):
        return False
    if place.given.about or (place.given.at and place.found.precision is Precision.YEAR):
        return completed
    if place.given.at and (_of_event(place.clause) or _HELD.search(place.segment)):
        return False
    return place.found.precision not in _LONG or completed or not _of_a_plan(place)


_HELD = pattern(
    r"(?<!\w)(?:hội nghị|hội thảo|diễn đàn|cuộc họp|ngày hội|liên hoan|hội thi|phiên họp)(?!\w).{0,80}"
    r" (?:được |sẽ |dự kiến )?tổ chức $|(?<!\w)làm việc với [^,;]{0,80} $"
)


def _of_event(clause: str) -> bool:
    """Whether the last thing named before "vào ngày" is an event, not a report or the end of a work."""
    events = [match.end() for match in cue("event").finditer(clause)]
    return bool(events) and not (cue("completion").search(clause, events[-1]) or _REPORTED.search(clause, events[-1]))


def _of_a_plan(place: _Place) -> bool:
    """Whether "trong năm 2025" says which plan, money or finding is meant."""
    if place.found.precision is Precision.YEAR and _AND_LATER.match(place.after):
        return True
    return bool(_GIVEN.search(place.segment) or cue("planned", at_end=True).search(place.segment))


def _completed(place: _Place) -> bool:
    """A bare year belongs to the works ("các dự án hoàn thành năm 2025") unless its clause begins with the duty."""
    if place.found.precision is Precision.YEAR:
        return not _MODAL.sub("", place.segment).strip()
    return not _WHICH_END.search(place.segment + "hoàn thành ")


def _heading(place: _Place) -> bool:
    """A stretch of time before a colon; before a comma only what is still to come: "Tháng 7/2026, sơ kết …"."""
    if place.found.precision is Precision.YEAR:
        return False
    return place.after.lstrip().startswith(":") or (place.later and bool(_HEADED.match(place.after)))


_RULES = {
    Kind.LIMIT: _always,
    Kind.LABEL: _always,
    Kind.UNTIL: _until,
    Kind.WITHIN: _within,
    Kind.COMPLETED: _completed,
    Kind.HEADING: _heading,
}
