"""What a task says of those who do it and others: who leads, with whom, and to whom they report or submit.

Every relation is found by a cue word and the enumeration of bodies that stands right behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.clauses import begins_predicate
from kg.extract.elsewhere import spelt_out
from kg.extract.names import Mention
from kg.extract.party import of_party
from kg.extract.reading import Reading, Series
from kg.language.words import CAPITALS, pattern
from kg.records import Role


@dataclass(frozen=True, slots=True)
class Relation:
    """A role that a mention has in a task, and the cue that says so."""

    role: Role
    mention: Mention
    rule: str


_LEAD = pattern(
    r"(?<!\w)(chủ trì|(?:là |làm |giữ vai trò )?(?:cơ quan |đơn vị )?đầu mối|(?:là |"
    r"làm )?cơ quan thường trực)(?!\w)"
)
_NOT_LEADING = pattern(r"(?:cơ quan|đơn vị|do|được|người|sẽ|đã|tổ chức|vai trò|của|bộ|sở|các)\s$")
_GIVEN_TO_OTHERS = pattern(r"(?<!\w)mà [^,;.]{2,80} (?:được |đã )?giao $")
_COORDINATION = pattern(
    r"(?<!\w)(?:phối hợp|phối(?= với)|kết hợp(?= (?:chặt chẽ )?với))(?:,? (?:chặt chẽ|tốt|hiệu quả|đồng bộ|kịp thời|"
    r"thường xuyên|tích cực|với|cùng|cùng với|"
    r"hỗ trợ|trao đổi|thống nhất|làm việc|giữa|và hỗ trợ|hướng dẫn))*[,:]?(?: các cấp,| một số| với)? "
)
_TOGETHER = pattern(r"(?:(?:,|;|chủ trì,?|đồng thời) |^)(cùng với|cùng) (?!\bphối hợp)")
_NO_COORDINATION = pattern(r"(?:sự|cơ chế|quy chế|công tác|chương trình|tinh thần|hoạt động) $")
_LED_BY = pattern(r"(?<!\w)do (?=(?:(?!chủ trì)[^;.\n]){3,80} chủ trì)")
_JOINTLY = pattern(
    r",?(?: (?:chủ động|tích cực|khẩn trương|tiếp tục|thường xuyên|tăng cường|có trách nhiệm|cần|"
    r"phải))* phối hợp(?! với| cùng)(?!\w)"
)
_JOINT_DUTY = pattern(r"[^,;:.\n]{3,90}(?:,[^,;:.\n]{3,60})? (?:có trách nhiệm|cần|phải) phối hợp(?! với| cùng)(?!\w)")

_OBJECT = r"(?: (?!các |bộ |sở |ủy ban |ubnd |thủ tướng |chính phủ )[^\s,;.:()]+){0,14}?"
_REPORT = r"(?:báo cáo|giải trình|chế độ báo cáo|thông tin, báo cáo)"
_REPORTING = pattern(
    rf"(?<!\w)(?:{_REPORT}(?:,? (?:xin|lấy) ý kiến(?: chỉ đạo| của)*|"
    rf", (?:đề xuất|kiến nghị|giải trình|xin ý kiến|tham mưu|trình)| đề xuất|"
    rf" và (?:giải trình|đề xuất|tham mưu|kiến nghị))*"
    rf"(?: (?:kịp thời|ngay|định kỳ|đầy đủ|nhanh|chung|cụ thể|thường xuyên|kết quả|bằng văn bản|"
    rf"trực tiếp))*(?:{_OBJECT} (?:với|về|cho|tới|đến|lên|gửi|gửi về))?,? )$"
)
_REPORT_ABOUT = pattern(
    rf"(?<!\w){_REPORT}(?:(?!đồng thời| gửi )[^;.\n]){{0,160}} (?:về|gửi về|với|tới|lên)(?: cho)? $|"
    rf"(?<!\w)(?:đề xuất, kiến nghị|kiến nghị, đề xuất|phản ánh)[^;.\n]{{0,160}} (?:về|gửi về) $"
)
_REPORT_FOR = pattern(rf"(?<!\w){_REPORT}(?!\w)[^;.\n]{{0,160}} để $")
_CONSIDERS = pattern(
    r" (?:để )?(?:xem xét|biết|theo dõi|nắm|tổng hợp|quyết định|(?:cho|có) ý kiến|cho chủ trương|chỉ đạo|giải quyết|"
    r"xử lý)(?!\w)"
)
_NOUN_REPORT = pattern(
    r"(?:nghe|theo|qua|của|tại|các|chuẩn bị|dự thảo|hoàn thiện|hồ sơ|như|nội dung|tổng hợp các|bài) $|"
    r"\bnghe [^.;]{0,40}$"
)
_SUBMITTING = pattern(
    rf"(?<!\w)(?:trình(?: ký| duyệt| cho)?|xin ý kiến(?: chỉ đạo| của)?|đề xuất,? (?:với )|"
    rf"đề xuất(?: với)?|kiến nghị(?: với)?,?(?: đề xuất)?){_OBJECT} ?$"
)
_SUBMIT_DIRECT = pattern(
    r"(?<!\w)(?:trình(?: ký| duyệt| cho| lên| lại| ngay| sớm| kịp thời)*|"
    r"(?:lấy|xin|hỏi) ý kiến(?: chỉ đạo| chuyên ngành| thẩm định| thống nhất| góp ý| bằng văn bản)?(?: của)?|"
    r"đề xuất(?: với| kiến nghị)?|kiến nghị(?: với)?)(?: các)? $"
)
_SUBMIT_OBJECT = pattern(r"(?<!\w)trình (?!tự|độ|bày)(?:[^,;.:\n]{1,60}) $")
_SENDING = pattern(
    r"(?<!\w)(?:gửi|chuyển)(?: về| đến| cho| tới| lên| báo cáo về| báo cáo|"
    r" kết quả về)?(?: [^,;.:\n]{0,40}(?:về|đến|cho))? $"
)
_FOR_ACTION = pattern(
    r"[^;.]{0,120}?(?:thẩm định|tổng hợp|thẩm tra|xem xét|phê duyệt|cho ý kiến|góp ý|quyết định|xử lý)"
)
_ADVISING = pattern(
    r"(?<!\w)(?:tham mưu)(?: (?:cho|giúp|với|kịp thời))*(?:(?:,| và) (?:đề xuất|báo cáo|giúp|"
    r"trình|kiến nghị|tư vấn)(?: (?:cho|với))?)* $|"
    r"(?<!\w)tham mưu(?: (?:đề xuất|trình|báo cáo))(?: với| cho)? $"
)
_REPORT_AND_ADVICE = pattern(r"(?<!\w)báo cáo(?:,| và) [^;.]{2,60}(?:,| và) tham mưu(?: cho)? $")
_DIRECTING = pattern(
    r"(?<!\w)(?:chỉ đạo|(?<!bàn )(?<!chuyển )(?<!\()giao|(?<!\()yêu cầu)"
    r"(?:, (?:đôn đốc|hướng dẫn|kiểm tra|lãnh đạo|yêu cầu|phân công))*"
    r"(?: tốt| sát sao| quyết liệt| kịp thời| trực tiếp| chặt chẽ| ngay)*(?: cho)? $"
)
_HANDED = pattern(r"(?<!\w)(?:gửi|báo cáo|trình|đề nghị|kiến nghị|về)(?!\w)[^;.]{0,60}$")
_APPRAISED = pattern(
    r"(?<!\w)(?:thẩm định|thẩm tra|cho ý kiến)(?!\w)[^;.]*(?:đề án|hồ sơ|nội dung|văn bản|dự thảo|"
    r"dự án)[^;.,]* trình $"
)

_ADVISED_LETTER = pattern(
    r"(?<!\w)tham mưu(?: (?:dự thảo|ban hành|soạn thảo|xây dựng|có))* (?:văn bản|công văn|tờ trình)[^,;.]{0,40}$"
)
"""What those advised write to somebody: "tham mưu văn bản xin ý kiến Bộ Y tế"."""


def leading(reading: Reading, start: int, end: int) -> list[tuple[int, int, Series | None]]:
    """Return the cues of leading in a task and, where one names its own subject, that enumeration."""
    found = []
    for match in _LEAD.finditer(reading.low, start, end):
        before = reading.low[max(start, match.start() - 12) : match.start()]
        apposition = "thường trực" in match[0] or "đầu mối" in match[0]
        own = _right_before(reading, start, match.start())
        given = _GIVEN_TO_OTHERS.search(reading.low[start : match.start()])
        if not apposition and (given or (not own and _NOT_LEADING.search(before))):
            continue
        opens = match.start() == start and begins_predicate(reading, match.end())
        if apposition and not (own or opens or match[0].startswith(("là", "làm", "giữ", "cơ quan", "đơn vị"))):
            continue
        if apposition and _of_other(reading, match.end()):
            continue
        found.append((match.start(), match.end(), own[-1] if own else None))
    return found


def _right_before(reading: Reading, start: int, at: int) -> list[Series]:
    """Return the enumeration that ends right before a cue, or the body of one that the cue's bracket is about."""
    before = list(reading.series_in(start, at))
    whole = [s for s in before if reading.text[s.last : at] in {"", " ", "(", " (", ", ", " - ", " – "}]
    one = [Series(m.first, m.last, (m,)) for s in before for m in s.mentions if reading.text[m.end : at] == " ("]
    return whole or one


def _of_other(reading: Reading, at: int) -> bool:
    """Whether "cơ quan thường trực", "đầu mối" is said of something else: "các đơn vị đầu mối giao …"."""
    return reading.low.startswith((" giao ", " giúp việc"), at)


def coordinating(reading: Reading, start: int, end: int) -> Iterator[Relation]:
    """Yield those a task is to be done with."""
    for match in _COORDINATION.finditer(reading.low, start, end):
        series = _series_behind(reading, match.end(), end)
        direct = match[0].rstrip().endswith(("với", "cùng"))
        if series and (direct or not _NO_COORDINATION.search(reading.low, max(0, match.start() - 12), match.start())):
            yield from (Relation(Role.COORDINATING, m, match[0].strip(" ,")) for m in series.mentions)
        led = _LED_BY.search(reading.low, match.end(), end) if not series else None
        if series is None and (others := _with_who_leads(reading, start, match.start())):
            yield from (Relation(Role.COORDINATING, m, "… chủ trì, … phối hợp") for m in others.mentions)
        leaders = reading.series_at(led.end()) if led else None
        if leaders and reading.low.startswith(" chủ trì", leaders.last):
            yield from (Relation(Role.COORDINATING, m, "phối hợp … do … chủ trì") for m in leaders.mentions)
    for match in _TOGETHER.finditer(reading.low[start:end]):
        series = _series_behind(reading, start + match.end(), end)
        if series:
            yield from (Relation(Role.COORDINATING, m, match[1]) for m in series.mentions)


_LEADS_FIRST = pattern(r"(?<!\w)chủ trì(?: thực hiện)?,? (?:và )?$")


def _with_who_leads(reading: Reading, start: int, at: int) -> Series | None:
    """Return those who work with the one who leads: "A chủ trì, B và C phối hợp rà soát"."""
    own = _right_before(reading, start, at)
    leads = own and own[-1].first > start and _LEADS_FIRST.search(reading.low, start, own[-1].first)
    return own[-1] if leads else None


def jointly(reading: Reading, series: Series, predicate: int) -> bool:
    """Whether the members of an enumeration do the task together: "A và B phối hợp làm C".

    `predicate` is where the words of what they do begin.
    """
    match = _JOINTLY.match(reading.low, predicate) or _JOINT_DUTY.match(reading.low, predicate)
    with_others = _COORDINATION.search(reading.low, predicate, predicate + 60)
    alone = not (with_others and _series_behind(reading, with_others.end(), with_others.end() + 1))
    return bool(match and len(series.mentions) > 1 and alone)


def _series_behind(reading: Reading, at: int, end: int) -> Series | None:
    for begin in (at, at - 1):
        series = reading.series_at(begin)
        if series and series.first < end:
            return spelt_out(reading, series, end)
    for quantifier in ("các ", "một số ", "những ", "các cấp, ", "hai ", "ba ", "cả hai "):
        if reading.low.startswith(quantifier, at):
            return reading.series_at(at + len(quantifier))
    return _behind_unknown(reading, at, end)


_UNKNOWN = re.compile(rf"[{CAPITALS}][^,;.:()\n]{{2,60}}?(?: và |, )(?=[^\W\d_])")


def _behind_unknown(reading: Reading, at: int, end: int) -> Series | None:
    """Return the bodies named behind a proper name that we do not know: "phối hợp với Điện lực A và các chủ đầu tư"."""
    unknown = _UNKNOWN.match(reading.text, at, end)
    if unknown is None or any(reading.series_in(at, unknown.end() - 2)):
        return None
    words = [at + m.start() for m in re.finditer(r"(?<= )\w", unknown[0])]
    acts = any(begins_predicate(reading, word) for word in words[1:])
    return None if acts else reading.series_at(unknown.end())


def others(
    reading: Reading, start: int, end: int, responsible: tuple[str, ...], *, subject: bool = False
) -> Iterator[Relation]:
    """Yield to whom a task reports and submits, whom it advises and directs.

    `subject` says that those responsible are its subject, who end at `start`.
    """
    party = of_party(responsible)
    for series in reading.series_in(start, end):
        if series.last > end:
            continue
        if party and _led(reading, start, series):
            yield from (Relation(Role.DIRECTS, m, "lãnh đạo") for m in series.mentions)
            continue
        for role, rule in _roles(reading, start, series, end, subject=subject):
            for mention in series.mentions:
                if mention.name.label not in responsible or role in {Role.REPORTS_TO, Role.SUBMITS_TO}:
                    yield Relation(role, mention, rule)


_LEADS = pattern(r"lãnh đạo(?:, chỉ đạo)? ")
_LEADS_ON = pattern(r"^[^,;.]{0,30}(?<!báo cáo )(?<!gửi )(?<!trình )(?<!tham mưu )(?<!với )(?<!của )$")


def _led(reading: Reading, start: int, series: Series) -> bool:
    """Whether a body of the party leads an enumeration: "Đảng ủy UBND tỉnh lãnh đạo UBND tỉnh rà soát"."""
    led = _LEADS.match(reading.low, series.first) is not None
    return led and _LEADS_ON.match(reading.low[start : series.first]) is not None


def _roles(reading: Reading, start: int, series: Series, end: int, *, subject: bool) -> Iterator[tuple[Role, str]]:
    clause = _clause_start(reading.low, start, series.first)
    before = reading.low[clause : series.first]
    if _handed_on(reading, clause, series.first):
        return
    match = _REPORTING.search(before) or _REPORT_ABOUT.search(before)
    if match is None and _CONSIDERS.match(reading.low, series.last):
        match = _REPORT_FOR.search(before)
    if match and not _is_noun(before, match):
        yield Role.REPORTS_TO, match[0].strip()
    submit = None if _APPRAISED.search(before) or _ADVISED_LETTER.search(before) else _SUBMIT_DIRECT.search(before)
    if submit and not re.search(pattern(r"báo cáo, (?:đề xuất|kiến nghị)[^,;]*$|tham mưu, đề xuất $"), before):
        yield Role.SUBMITS_TO, submit[0].strip()
    elif (
        (match := _SENDING.search(before)) and _FOR_ACTION.match(reading.low, series.last) and "báo cáo" not in match[0]
    ):
        yield Role.SUBMITS_TO, match[0].strip()
    if _REPORT_AND_ADVICE.search(before):
        yield Role.REPORTS_TO, "báo cáo … và tham mưu"
    if match := _ADVISING.search(before):
        yield Role.ADVISES, match[0].strip()
    if (
        (match := _DIRECTING.search(before))
        and reading.text[series.last : series.last + 1] not in ".;"
        and (subject or clause > start or clause_is_own(match[0], before))
    ):
        yield Role.DIRECTS, "chỉ đạo"


def clause_is_own(cue: str, before: str) -> bool:
    """Whether a cue of directing is the task's and not the order itself: "Giao X …" opens the task."""
    return not cue.startswith(("giao", "yêu cầu")) or len(before.strip()) > len(cue.strip()) + 3


def _handed_on(reading: Reading, clause: int, at: int) -> bool:
    """Whether what comes is done by a body that something is sent to earlier in the clause.

    "Gửi X để tổng hợp, báo cáo Y": X reports to Y, and not the one who sends.
    """
    for earlier in reading.series_in(clause, at - 1):
        between = reading.low[earlier.last : at]
        led = earlier.first > clause and _LEADS.match(reading.low, earlier.first)
        if led and _DOES_THEMSELVES.fullmatch(between):
            return True
        if _HANDED.search(reading.low, clause, earlier.first) and _ON_PURPOSE.search(between):
            return True
        subject = reading.low.startswith(", ", earlier.first - 2)
        if (subject or _TO_WHOM.search(reading.low, clause, earlier.first)) and _DOES_NEXT.fullmatch(between):
            return True
        if _TOLD.search(reading.low, clause, earlier.first) and _DOES_THEMSELVES.fullmatch(between):
            return True
        if _ADVISED.search(reading.low, clause, earlier.first) and (
            _BEFOREHAND.search(between) or _THEN_ORDERS.fullmatch(between)
        ):
            return True
    return False


_TO_WHOM = pattern(r"(?<!\w)(?:tham mưu|giúp|báo cáo|đề nghị|kiến nghị|gửi)(?: cho| về| với| kết quả)? $")
_DOES_NEXT = pattern(
    r" (?:để )?(?:xem xét,? )?(?:(?:có |ban hành )?(?:văn bản|công văn|tờ trình) )?"
    r"(?:trình|tham mưu|báo cáo|đề nghị|kiến nghị|gửi|(?:xin|lấy) ý kiến)(?: chỉ đạo)?(?: cho| với| lên| của)? "
)


_TOLD = pattern(
    r"(?<!\w)(?:(?:đôn đốc|hướng dẫn|yêu cầu|chỉ đạo|hỗ trợ|nhắc nhở|đề nghị|giao)(?:,? (?:đôn đốc|hướng dẫn|yêu cầu|"
    r"chỉ đạo|kiểm tra))*|tham mưu(?: cho)?|giúp|để|nhằm|(?:trên cơ sở đó|trong đó|sau đó),?|"
    r"(?:văn bản|công văn|tờ trình|báo cáo|đề án|dự thảo) của) $"
)
"""What stands before a body that acts itself in a task of others: "đôn đốc các xã gửi …", "để UBND tỉnh báo cáo …"."""

_DOES_THEMSELVES = pattern(
    r" (?:[^\s,;.]+ ){0,8}?(?:chỉ đạo|trình|báo cáo|gửi|kiến nghị|đề xuất|đề nghị|xin ý kiến|tham mưu)(?: [^,;.]*)? "
)
_ADVISED = pattern(r"(?<!\w)(?:tham mưu|giúp|báo cáo)(?: cho| với)? $")
_BEFOREHAND = pattern(r"(?<!\w)trước khi (?:trình|báo cáo|gửi) $")

_THEN_ORDERS = pattern(r" [^;.,]{3,90}, (?:đồng thời )?(?:giao|yêu cầu)(?: cho)? ")
_ON_PURPOSE = pattern(
    r"(?<!\w)(?:để|nhằm)(?!\w)(?!.*(?:đồng thời|;))|^[^,;]{0,30} (?:xem xét, )?tổng hợp(?: chung)?,? "
)


def _is_noun(before: str, match: re.Match[str]) -> bool:
    return bool(_NOUN_REPORT.search(before[: match.start()]))


def _clause_start(low: str, start: int, at: int) -> int:
    """Return where the clause begins: behind the last semicolon."""
    semicolon = low.rfind(";", start, at)
    return semicolon + 1 if semicolon >= 0 else start
