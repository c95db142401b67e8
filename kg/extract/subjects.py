"""Clauses about somebody else than those addressed before, so that nobody else inherits what they ask for.

Pure functions of a reading; offsets are those of the even text.
"""

from __future__ import annotations

from kg.extract.clauses import CONNECTIVE, begins_predicate
from kg.extract.reading import Reading
from kg.language.words import pattern

_OTHER_SUBJECT = pattern(
    r"(?:[^,;.:]{0,60}, )?(?:các |những |mỗi |từng )?(?:chủ (?!động|trì|trương|đề|tịch)|người |cơ quan |"
    r"đơn vị |tổ chức |hộ |"
    r"thuyền |doanh nghiệp|nhà thầu|nhà đầu tư|cá nhân |bộ phận |nhà trường|(?:hiệu|phó|tổ|đội|nhóm) trưởng|"
    r"(?:tổng )?giám đốc |thủ trưởng |trưởng (?!thành)|bí thư |kế toán |cán bộ |công chức|viên chức|giáo viên |"
    r"đảng viên |học sinh |phụ huynh |cha mẹ )[^;.:]{0,90}? (?:có trách nhiệm|phải|cần|"
    r"chịu trách nhiệm)(?!\w)"
)


_THEN_OTHERS = pattern(
    r"(?:trong )?(?:trường hợp|khi|nếu|sau khi|đối với)(?!\w)[^.;:]{3,400}? thì (?:các |những )?"
    r"(?:cơ quan|đơn vị|tổ chức|người|cá nhân|hộ|chủ (?!động|trì)|doanh nghiệp|nhà thầu|nhà đầu tư)(?!\w)"
)


_KIND_SUBJECT = pattern(
    r"(?:[^,;.:]{0,60}, )?(?P<kind>(?:các |những )?(?:cơ quan|đơn vị|tổ chức) [^,;.:()]{3,90}?)"
    r" (?:có trách nhiệm|chịu trách nhiệm|phải|cần)(?!\w)"
)


def kind_subject(reading: Reading, start: int, end: int) -> tuple[int, int] | None:
    """Return where a clause's subject stands that is a kind of body: "cơ quan phối hợp có trách nhiệm trả lời"."""
    match = None if begins_predicate(reading, start) else _KIND_SUBJECT.match(reading.low, start, end)
    return match.span("kind") if match else None


def begins_with_body(reading: Reading, start: int) -> bool:
    """Whether a clause begins with a named body, so that it is about that body and nobody else inherits it."""
    connective = CONNECTIVE.match(reading.low, start)
    series = reading.series_at(connective.end() if connective else start)
    return series is not None and not any(m.name.generic for m in series.mentions)


def has_subject_of_its_own(reading: Reading, start: int, end: int) -> bool:
    """Whether a clause without an addressee we know says who is to do it, so that nobody else inherits it."""
    if begins_predicate(reading, start):
        return False
    subject = _OTHER_SUBJECT.match(reading.low, start, end) or _THEN_OTHERS.match(reading.low, start, end)
    return subject is not None
