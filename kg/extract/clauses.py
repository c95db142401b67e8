"""How a clause begins: with a phrase of circumstance, a bare predicate, a word of order, or an addressee.

Pure functions of a reading; offsets are those of the even text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extract import asides, elsewhere
from kg.extract.complements import predicate_begins
from kg.extract.names import Mention
from kg.extract.reading import Reading, Series
from kg.language.words import CAPITALS, SMALL, pattern

_ORDER = pattern(
    r"(?:(?:(?:đồng ý|thống nhất|nhất trí)"
    r"(?: (?:về |với )?(?:chủ trương|nguyên tắc|đề xuất|kiến nghị|đề nghị)(?: trên)?)?|"
    r"tiếp tục|trước mắt|trước hết|do đó|vì vậy|vì thế|theo đó|đồng thời|bên cạnh đó|"
    r"ngoài ra|trong đó|riêng|cũng|,|và|kết luận|chỉ đạo|quyết định|hội nghị|cuộc họp|phiên họp),? )*"
    r"(?:giao trách nhiệm cho|giao nhiệm vụ cho|giao cho|giao|yêu cầu|kính đề nghị|đề nghị|phân công|cử|ủy quyền cho|"
    r"mời|trách nhiệm của|trách nhiệm|đối với|về phía|chỉ đạo|khuyến khích|lưu ý|nhắc nhở|phê bình)"
    r"(?: (?:đối với|với))?(?= )(?!\w)"
)
_ORDERS = pattern(
    r",? (?:đã |có ý kiến |kết luận,? |(?:nhất trí|thống nhất|đồng ý)(?: (?:về )?chủ trương)?,? |cũng |tiếp tục |xin |"
    r"thông báo,? |và )*"
    r"(?:yêu cầu|đề nghị|giao|phân công|thông báo (?:để|đến|tới|cho))(?= )"
)
_BINDING = pattern(
    r"(?:đồng ý|thống nhất|nhất trí|cho phép|chấp thuận|bổ sung|cơ bản thống nhất)(?: (?:chọn|với|"
    r"cho|để|bổ sung|về|chủ trương|theo|kiến nghị của|đề xuất của|đề nghị của|đề xuất,|kiến nghị))*(?= )"
)
_CIRCUMSTANCE = pattern(
    r"(?:trong|để|khi|nếu|trường hợp|sau khi|trên cơ sở|căn cứ|theo|từ|đến|hằng|hàng|định kỳ|quá trình|riêng|trước|"
    r"trước mắt|đồng thời|ngoài ra|nhằm|với|cùng với|bên cạnh|tại|qua|từ nay|năm|quý|tháng|cuối|đầu|ngay|chậm nhất|"
    r"song song|tiếp theo|về|việc|do|vì|thứ|một là|hai là|ba là|các nội dung|những|tùy|đặc biệt|"
    r"nhất là|thời gian|thời hạn|"
    r"đối với|thực hiện|ngày|giai đọan|vào|mặt khác|tuy nhiên|tóm lại|để kịp thời|"
    r"quá (?:thời )?hạn|(?:sau|hết) thời hạn|(?:nội dung|nhiệm vụ|vấn đề|kiến nghị|đề xuất|phần việc)"
    r" (?:này|trên|nêu trên|khác))(?!\w)"
)
CONNECTIVE = pattern(
    r"(?:(?:đồng thời|trong đó|ngoài ra|bên cạnh đó|trước mắt|trước hết|theo đó|do đó|do vậy|vì vậy|riêng|mặt khác|"
    r"tiếp theo|song song đó|song song với đó|cùng với đó|nhất là|đặc biệt|đặc biệt là|cụ thể|"
    r"thứ (?:nhất|hai|ba|tư|năm)|"
    r"một là|hai là|ba là|và|hằng năm|hàng năm|tóm lại)(?:,|:)? )+"
)
AGREED = "whose proposal is decided on"
AGENT = "by whom it is done"
BRACKETED = "in a bracket"
BEHIND_CIRCUMSTANCE = "subject behind circumstance"
_TOGETHER = pattern(r", cùng(?: với)? ")
_PURPOSE = pattern(r"^(?:để|nhằm) [^;]*; (?=(?:yêu cầu|đề nghị|giao|phân công) $)")
_UNKNOWN_VERB = re.compile(
    r" (?!(?:của|và|tại|trong|trên|từ|đến|là|đã|đang|còn|vẫn|chưa|có|được|bị|nơi|như|với|cho|theo|ở|sẽ|rất|"
    r"đều|cũng|này|đó|"
    rf"nói|nêu|về|do|vì|thuộc|cùng|hoặc|cấp|liên quan|khác)\b)[{SMALL}]"
)
_LETS = pattern(r" cho (?:các |những |tòan bộ )?(?:học sinh|người|cán bộ|công chức|nhân viên|lực lượng|phép)")
_PREDICATE_LEAD = pattern(r"(?:,|:)? ?(?:\((?:[ivx]{1,4}|\d{1,2}|[a-hđ])\) )?(?:cũng |đều |hãy |vẫn |còn )?")


@dataclass(frozen=True, slots=True)
class Address:
    """Whom a clause addresses: the enumeration, where the predicate begins, and the grammar that says so."""

    series: Series
    predicate: int
    rule: str


def begins_predicate(reading: Reading, at: int) -> bool:
    """Whether words of doing begin at an offset, white space and a comma passed over."""
    lead = _PREDICATE_LEAD.match(reading.low, at)
    return predicate_begins(reading.low, lead.end() if lead else at)


def predicate_of(reading: Reading, series: Series, end: int) -> int | None:
    """Return where the predicate of a series as its subject begins, asides passed over; None where there is none."""
    at = asides.end(reading.low, series.last)
    together = _TOGETHER.match(reading.low, series.last)
    other = reading.series_at(together.end()) if together else None
    if other:
        return predicate_of(reading, other, end)
    for begin in dict.fromkeys((series.last, at)):
        if begin < end and begins_predicate(reading, begin):
            return begin
    last = series.mentions[-1].name
    narrowed = asides.narrowed(reading.low, at, end) if last.group or last.generic else None
    if narrowed is not None:
        return narrowed
    unknown = _UNKNOWN_VERB.match(reading.text, series.last) or _LETS.match(reading.low, series.last)
    return series.last if unknown and _opens(reading, series) else None


def _opens(reading: Reading, series: Series) -> bool:
    """Whether a series opens a paragraph or sentence, so that what follows can only be its predicate."""
    before = reading.text[: series.first].rstrip(" -+")
    return not before or before.endswith(("\n", ".", ")"))


def address(reading: Reading, start: int, end: int) -> Address | None:
    """Return whom the clause [start, end) addresses, or None where it does not say."""
    connective = CONNECTIVE.match(reading.low, start)
    begin = connective.end() if connective else start
    return (
        _ordered(reading, begin, end)
        or _bound(reading, begin, end)
        or _subject(reading, begin, end)
        or _subject_with_unknown(reading, begin, end)
        or late_subject(reading, begin, end)
        or order_behind(reading, begin, end)
        or _elsewhere(reading, begin, end)
    )


def _elsewhere(reading: Reading, at: int, end: int) -> Address | None:
    """Whom a clause agrees with, criticises and tells, or charges in a bracket."""
    if agreed := elsewhere.agreed(reading, at, end):
        return Address(agreed, agreed.last, AGREED)
    if criticised := elsewhere.criticised(reading, at, end):
        return Address(*criticised, "phê bình")
    if agent := elsewhere.agent(reading, at, end):
        return Address(agent, agent.last, AGENT)
    bracketed = elsewhere.bracketed(reading, at, end)
    return Address(bracketed, bracketed.last, BRACKETED) if bracketed else None


def _ordered(reading: Reading, at: int, end: int) -> Address | None:
    """ "Giao X …", "Đề nghị X …", "Đối với X: …", and "A yêu cầu X …"."""
    order = _ORDER.match(reading.low, at)
    if order:
        named = reading.series_at(order.end() + 1)
        series = elsewhere.spelt_out(reading, named, end) if named else None
        word = order[0].split()[-1]
        if series is None or (word in {"đạo", "ý", "cử", "khích", "bình", "mời"} and "khuyến" not in order[0]):
            return None
        if order[0].endswith("chỉ đạo"):
            return None
        if order[0].endswith(("đối với", "lưu ý")) and reading.text[series.last : series.last + 1] not in ":,":
            return _behind_places(reading, series, end) or _qualified(reading, series, end)
        return Address(series, asides.end(reading.low, series.last), order[0].strip())
    series = reading.series_at(at)
    if series:
        orders = _ORDERS.match(reading.low, series.last)
        other = reading.series_at(orders.end() + 1) if orders else None
        if orders and other and not any(m.name.group for m in series.mentions):
            return Address(other, other.last, orders[0].strip(" ,"))
    return None


def _behind_places(reading: Reading, series: Series, end: int) -> Address | None:
    """ "Đối với xã A, UBND huyện B rà soát …": the task is about the place, and the body behind it does it."""
    bodies = tuple(m for m in series.mentions if not m.name.acting)
    predicate = predicate_of(reading, series, end)
    if predicate is None or len(bodies) == len(series.mentions) or not series.mentions[0].name.acting:
        return None
    return Address(Series(bodies[0].start, series.last, bodies), predicate, BEHIND_CIRCUMSTANCE)


_WHICH = pattern(r" (?:có|chưa|đã|còn|đang|nằm|thuộc|là)(?!\w) [^,;.:\n]{3,100}(?=: )")


def _qualified(reading: Reading, series: Series, end: int) -> Address | None:
    """ "Đối với các xã có tỷ lệ hộ nghèo cao: tập trung …": the bodies of a kind do what stands behind the colon."""
    which = _WHICH.match(reading.low, series.last, end)
    told = which and begins_predicate(reading, which.end() + 1) and all(m.name.group for m in series.mentions)
    return Address(series, which.end(), "đối với") if which and told else None


def _bound(reading: Reading, at: int, end: int) -> Address | None:
    """ "Đồng ý …", "Thống nhất chọn X làm …", "Bổ sung X tham gia …" bind the first body named."""
    match = _BINDING.match(reading.low, at)
    if not match:
        return None
    if match[0].endswith(" của") and (behind := order_behind(reading, at, end)):
        return behind
    series = reading.series_at(match.end() + 1)
    return Address(series, series.last, match[0].split()[0]) if series else None


_ISSUES_ORDERS = pattern(
    r",? (?:đã |cũng |tiếp tục |xin )*(?:kết luận|chỉ đạo|yêu cầu|đề nghị|giao nhiệm vụ|quyết định|có ý kiến|nhấn mạnh|"
    r"lưu ý|phân công|thống nhất|giao)(?: [^:;.]{0,80})?:\s*$"
)
_AGREES_ON = pattern(r" (?:cơ bản |về nguyên tắc )?(?:thống nhất|nhất trí|đồng ý)(?: cao)? (?:với|về)(?: các)? ")
_DEMANDS = pattern(r",? (?:đã |cũng |tiếp tục |xin )*(?:yêu cầu|đề nghị)(?= [a-zà-ỹđ])")


def _gives_orders(reading: Reading, series: Series, end: int) -> bool:
    """Whether a subject is who gives the orders and not who gets them: "Chủ tịch UBND huyện yêu cầu:"."""
    if _ISSUES_ORDERS.match(reading.low, series.last, end) and not any(reading.series_in(series.last, end)):
        return True
    if agree_among_themselves(reading, series, series.last, end):
        return False
    agrees = _AGREES_ON.match(reading.low, series.last)
    if agrees and not reading.series_at(agrees.end()):
        return True
    demands = _DEMANDS.match(reading.low, series.last)
    return demands is not None and begins_predicate(reading, demands.end() + 1)


def _subject(reading: Reading, at: int, end: int) -> Address | None:
    series = reading.series_at(at)
    if series is None or _gives_orders(reading, series, end):
        return None
    predicate = predicate_of(reading, series, end)
    if predicate is not None:
        return Address(series, predicate, "subject")
    if reading.text[series.last : series.last + 1] == ":" and _told_behind_colon(reading, series.last + 1, end):
        return Address(series, series.last + 1, "subject")
    return None


def agree_among_themselves(reading: Reading, series: Series, at: int, end: int) -> bool:
    """Whether several bodies are to agree on something before they go on: "A, B thống nhất về X trước khi trình Y"."""
    return len(series.mentions) > 1 and asides.agree_beforehand(reading.low, at, end)


_SEPARATOR = re.compile(r"(?:,? và|,) ")
_PROPER_NAME = re.compile(rf"[{CAPITALS}][^,;.:()\n]{{0,40}}? [{CAPITALS}][^,;.:()\n]{{0,40}}?(?=(?:,? và|,) )")
"""A name in capitals before a separator: of a body that is not known."""


def _subject_with_unknown(reading: Reading, at: int, end: int) -> Address | None:
    """The known bodies of a subject that also names others: "Điện lực An Lĩnh, Sở Y tế và các chủ đầu tư di dời …"."""
    if begins_predicate(reading, at) or _CIRCUMSTANCE.match(reading.low, at):
        return None
    known: list[Mention] = []
    begin, unknown = at, False
    while begin < end:
        series = reading.series_at(begin)
        predicate = predicate_of(reading, series, end) if series else None
        if series and predicate is not None:
            subject = Series(at, series.last, (*known, *series.mentions))
            return Address(subject, predicate, "subject") if unknown else None
        goes_on = _GOES_ON.match(reading.text, series.last) if series else None
        last = goes_on.end() if goes_on else series.last if series else begin
        separator = _SEPARATOR.match(reading.text, last, end) if series else None
        if series and (separator or goes_on):
            known += series.mentions[:-1] if goes_on else series.mentions
            unknown = unknown or goes_on is not None
        else:
            name = _PROPER_NAME.match(reading.text, begin, end)
            separator = _SEPARATOR.match(reading.text, name.end(), end) if name and not _acts(reading, name) else None
            unknown = True
        if separator is None:
            return _with_unknown_last(reading, at, last, known)
        begin = separator.end()
    return None


_GOES_ON = re.compile(rf"(?: [{CAPITALS}][\w&-]*){{1,4}}(?=[ ,])")
"""What makes a known name the beginning of one that is not known: "Viettel" + " Phú Khê"."""

_LAST_NAME = re.compile(rf"[{CAPITALS}][\w&-]+(?: [\w&-]+){{0,3}}?(?: [{CAPITALS}][\w&-]*){{1,4}}(?= [{SMALL}])")


def _with_unknown_last(reading: Reading, at: int, last: int, known: list[Mention]) -> Address | None:
    """The known bodies of a subject whose last is not known: "Sở Y tế, Viettel Phú Khê di dời …"."""
    name = _LAST_NAME.match(reading.text, last)
    end = name.end() if name else last
    if not known or not begins_predicate(reading, end):
        return None
    return Address(Series(at, end, tuple(known)), end, "subject")


def _acts(reading: Reading, name: re.Match[str]) -> bool:
    """Whether words of doing stand in what seems to be a name: then it is a sentence."""
    words = (name.start() + word.start() for word in re.finditer(rf"(?<= )[{SMALL}]", name[0]))
    return any(begins_predicate(reading, word) for word in words)


_PART_MARK = pattern(r" (?:\((?:[ivx]{1,4}|\d{1,2}|[a-hđ])\) )?")


def _told_behind_colon(reading: Reading, at: int, end: int) -> bool:
    """Whether behind "X:" stands what X is to do, perhaps behind a phrase of circumstance, or a list of it."""
    mark = _PART_MARK.match(reading.low, at)
    begin = prefix_end(reading, mark.end() if mark else at, end)
    unknown = mark is not None and begin == mark.end() and _UNKNOWN_VERB.match(reading.text, begin - 1)
    return begins_predicate(reading, begin) or bool(unknown) or reading.text[:end].rstrip().endswith(":")


_ADVISES = pattern(r", (?:(?:kịp thời|chủ động|khẩn trương) )?(?:tham mưu|đề xuất|kiến nghị|báo cáo)(?: cho| với)? ")


def _advises(reading: Reading, at: int, end: int) -> bool:
    """Whether those addressed before advise a body, which then orders: "nếu chậm, tham mưu X quyết định, giao Y …"."""
    return any(reading.series_at(advice.end()) for advice in _ADVISES.finditer(reading.low, at, end))


def _behind_place(reading: Reading, series: Series) -> Series:
    """Return the bodies behind the place that ends a phrase: "Đối với cầu tại xã Bến Gỗ, Sở Xây dựng …"."""
    place, *bodies = series.mentions
    parted = place.name.acting and bodies and reading.text.endswith(", ", 0, bodies[0].start)
    return Series(bodies[0].start, series.last, tuple(bodies)) if parted and not bodies[0].name.acting else series


_ORDERED_LATE = pattern(
    r"(?:^|\W)(?<!đã |để )(?<!không )(?<!nhằm )(yêu cầu|đề nghị|giao|phân công|cho phép|(?:đồng ý|thống nhất) cho) $"
)


def late_subject(reading: Reading, at: int, end: int) -> Address | None:
    """Return a subject, or an order, behind a phrase of circumstance: "Trong quá trình …, X chủ động …"."""
    if not _CIRCUMSTANCE.match(reading.low, at):
        return None
    for whole in reading.series_in(at + 1, end):
        series = _behind_place(reading, whole)
        before = _PURPOSE.sub("", reading.low[at : series.first])
        if len(before) > 700 or ";" in before:
            return None
        ordered = _ORDERED_LATE.search(before)
        if ordered:
            advised = _advises(reading, at, series.first)
            return None if advised else Address(series, series.last, ordered[1])
        if _ORDERS.match(reading.low, series.last) or _SPEAKS.match(reading.low, series.last):
            continue
        predicate = predicate_of(reading, series, end)
        if predicate is None and _ABOUT.match(reading.low, at) and before.endswith((", ", ": ")):
            predicate = series.last if _UNKNOWN_VERB.match(reading.text, series.last) else None
        if predicate is not None and _stands_as_subject(before):
            return Address(series, predicate, BEHIND_CIRCUMSTANCE)
    return None


_ORDER_BEHIND = pattern(r", (?:(?:đồng thời|do đó|vì vậy|do vậy),? )?(yêu cầu|đề nghị|giao)(?: cho)? (?=\w)")


def order_behind(reading: Reading, at: int, end: int, *, anything: bool = False) -> Address | None:
    """An order behind what is stated or agreed to: "Tư vấn thường vắng mặt, yêu cầu X thay thế".

    Behind an imperative it is what those addressed order, save where nobody is: `anything` takes it then, too.
    """
    if begins_predicate(reading, at) and not (anything or _BINDING.match(reading.low, at)):
        return None
    for order in _ORDER_BEHIND.finditer(reading.low, at, end):
        series = reading.series_at(order.end())
        if ";" in reading.low[at : order.start()] or _advises(reading, at, order.start()):
            return None
        told = series and (predicate_of(reading, series, end) or _UNKNOWN_VERB.match(reading.text, series.last))
        if series and told:
            return Address(series, series.last, order[1])
    return None


_SPEAKS = pattern(
    r",? (?:đã |cũng )?(?:khẳng định|nhấn mạnh|cho rằng|cho biết|đánh giá|chỉ rõ|nêu rõ|ghi nhận|lưu ý|thống nhất|"
    r"kết luận|phát biểu|đề cập|quyết định)(?!\w)"
)
_ABOUT = pattern(r"(?:đối với|về|riêng|trường hợp)(?!\w)")


_LEADS_OVER = pattern(
    r"(?<!\w)(?:quá trình (?:tổ chức |triển khai )*thực hiện|trong đó|đồng thời|thì|"
    r"(?:hằng|hàng) (?:ngày|tuần|tháng|quý|năm)|khó khăn|vướng mắc|phát sinh|(?:vượt|ngòai) thẩm quyền|cần thiết|"
    r"\(?nếu có\)?)$"
)
"""Words that end a phrase of circumstance, so that a subject may stand behind them without a comma."""


def _stands_as_subject(before: str) -> bool:
    bare = before.rstrip()
    if bare.endswith((",", ":")):
        return True
    return bool(_LEADS_OVER.search(bare))


def prefix_end(reading: Reading, at: int, end: int) -> int:
    """Return where a clause's main part begins: behind connectives and phrases of circumstance with a comma."""
    connective = CONNECTIVE.match(reading.low, at)
    at = connective.end() if connective else at
    if not _CIRCUMSTANCE.match(reading.low, at):
        return at
    begin = at
    for comma in _PHRASE_END.finditer(reading.low, at, min(end, at + 600)):
        begin = comma.end()
        if _HAPPENED.search(reading.low, at, begin):
            return at
        if not _GOAL.match(reading.low, begin) and begins_predicate(reading, begin):
            return begin
    return at


_PHRASE_END = pattern(r"(?:[,;:]| thì) (?!chống|tránh|chữa|ứng phó|kiểm sóat|đẩy lùi)")
_HAPPENED = pattern(r"(?<!\w)(?:đã(?! được)|đang|sẽ|vẫn còn)(?!\w)")
_GOAL = pattern(r"(?:phát triển|ổn định|nâng cao|góp phần|phục vụ|đáp ứng|tạo)(?!\w)(?! điều kiện cho phép)")
