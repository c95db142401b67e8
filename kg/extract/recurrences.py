"""Duties that recur: "hằng tháng", "trước ngày 25 hằng tháng", "6 tháng một lần", as RFC 5545 rules.

Only where the duty recurs: "chỉ tiêu hằng năm", "Nghị quyết hằng năm của Hội đồng nhân dân" are names of things.

Invariants: a pure function of the text in matching form; a rule has neither a start nor an end, and an hour where the
duty is daily: of a week's, month's or year's duty the rule says the day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.dates import HOUR, PART_OF_DAY, WEEKDAY
from kg.extract.deadline_cues import any_of, cue
from kg.language.words import matching, pattern
from kg.records import Precision

_UNIT = r"(?P<unit>ngày|tuần|tháng|quý|năm)(?!\w)(?! ?\d)"
_COUNT = r"(?P<count>\d{1,2}|một|hai|ba|bốn|sáu|chín)"
_BEFORE_GOODS = ("ngân", "khách", "bán", "mua", "mặt", "nhà", "đơn", "cửa", "giao", "hàng")
_NOT_GOODS = "".join(rf"(?<!{word} )" for word in _BEFORE_GOODS)
_EVERY = rf"{_NOT_GOODS}(?<!\w)(?:hằng|hàng) ?{_UNIT}(?!,? (?:hằng|hàng) giờ)"

_MEASURE = (
    r"(?:triệu|tỷ|nghìn|đồng|tấn|tạ|kg|ha|m|km|lít|người|giờ|phút|tiếng|hộ|xã|phường|cơ sở|doanh nghiệp|lao động"
    r"|khách|lượt)(?!\w)"
)
"""What is counted as an amount in a time and not as so many acts of a duty."""

_CHAIN = (
    pattern(
        rf"(?<!\w)định kỳ,? (?:vào |theo |mỗi |(?:hằng|hàng) )?(?:{_COUNT} )?{_UNIT}"
        r"(?:(?: ?/ ?| )(?:một|0?1)? ?lần(?!\w))?"
    ),
    pattern(rf"(?:định kỳ )?{_EVERY}"),
    pattern(
        rf"(?<!\w)mỗi (?:{_COUNT} )?(?P<unit>ngày|tuần|tháng|quý|năm)(?!\w)"
        r"(?= (?:phải )?(?:(?:ít nhất|tối thiểu) )?(?:một|hai|ba|\d{1,2}) (?:lần|lượt|buổi|kỳ|đợt))"
        r"(?: (?:phải )?(?:ít nhất |tối thiểu )?(?:một|0?1) lần)?"
    ),
    pattern(rf"(?<!\w)(?:{_COUNT} )?{_UNIT}(?: ?/ ?(?:một |0?1 )?| (?:một |0?1 ))lần(?!\w)"),
    pattern(rf"(?<!\w)(?:cứ |mỗi )?(?:{_COUNT} )?(?P<unit>giờ)(?: ?/ ?(?:một |0?1 )?| (?:một |0?1 ))lần(?!\w)"),
    pattern(
        rf"(?<!\w)(?:vào |trong )?(?:tuần|tháng|ngày) (?:đầu|cuối)(?: tiên| cùng)?(?: của)? (?:mỗi|hằng|hàng) {_UNIT}"
    ),
    pattern(rf"(?<!\w)(?P<times>\d{{1,2}}|một|hai) (?:lần|lượt|buổi) ?(?:/|mỗi|một|trong một) ?{_UNIT}"),
    pattern(
        rf"(?<!\w)(?:ít nhất|tối thiểu) \d{{1,3}} (?!{_MEASURE})[^\W\d]+(?: [^\W\d]+){{0,2}}?"
        rf"(?: ?/ ?| (?:trong |mỗi |một |trong một |trong mỗi )){_UNIT}"
    ),
)  # fmt: skip
_EACH_AHEAD = pattern(rf"(?<!\w)mỗi {_UNIT}(?=,? )")
_NEXT = pattern(
    rf"(?:,| và|, và|/| hoặc| hay) ?(?:(?:định kỳ )?(?:hằng|hàng|mỗi) {_UNIT}"
    rf"|(?:{_COUNT} )?(?P<bare>ngày|tuần|tháng|quý|năm)(?=,|[.;)]|$| (?:và|{any_of('duty')})))"
)

_DAYS = r"(?:các )?ngày (?:mồng |mùng )?(?P<days>\d{1,2}(?:(?:, ?| và | hoặc )(?:ngày )?\d{1,2}(?! ?/))*)"
_DAY_AND_MONTH = r"\d{1,2}(?: ?/ ?| tháng )\d{1,2}"
_ANNUAL = rf"(?:ngày )?(?P<dates>{_DAY_AND_MONTH}(?:(?:, ?| và )(?:trước )?(?:ngày )?{_DAY_AND_MONTH})*)"
_WEEKDAYS = rf"(?:ngày )?(?P<weekdays>(?:{WEEKDAY})(?:(?:, ?| và |, )(?:{WEEKDAY}))*)"
_ANCHOR = (
    r"\(?(?P<limit>(?:trước|chậm nhất|muộn nhất|vào|đến|lúc)(?: là| vào| trước| đến| hết| lúc)* )?"
    rf"(?:(?P<hour>(?:{HOUR})(?:(?:,| và|, và) (?:{HOUR}))*)(?:,| của)? ?)?(?:(?P<part>{PART_OF_DAY}),? ?)?"
    rf"(?:{_ANNUAL}|{_DAYS}|{_WEEKDAYS}|(?:trong |cuối )*tháng (?P<month>\d{{1,2}}))?(?! ?[/-] ?\d)(?! năm \d)"
)
_ANCHOR_BEFORE = pattern(rf"(?<![\w/]){_ANCHOR}(?: của)?,? ?$")
_ANCHOR_AFTER = pattern(rf",? ?(?:định kỳ )?{_ANCHOR}")
_OF_NEXT_MONTH = pattern(
    rf"(?<![\w/]){_ANCHOR} (?:của |hằng |hàng )*(?:tháng (?:sau|tiếp theo|kế tiếp|liền kề|liền sau)"
    r"|(?P<quarter>tháng (?:đầu(?: tiên)?|cuối|thứ hai)(?: của| mỗi| hằng| hàng)* quý)"
    r"(?: sau| tiếp theo| kế tiếp)?)(?!\w)"
)
_MONTHLY = pattern(r"(?<!\w)(?:hằng|hàng|định kỳ) tháng(?!\w)")
_TIMES = re.compile(r"(\d{1,2}) ?(?:giờ|[hg:])(?: ?(\d\d))?")
_REACH = 60
"""How far before "hằng tháng" the day it belongs to may begin, in characters."""

_QUARTER = matching("quý")
_RULES = {
    "giờ": ("HOURLY", 1), "ngày": ("DAILY", 1), "tuần": ("WEEKLY", 1), "tháng": ("MONTHLY", 1),
    _QUARTER: ("MONTHLY", 3), "năm": ("YEARLY", 1),
}  # fmt: skip
_NUMBERS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "sáu": 6, "chín": 9}
_WEEKDAY_CODES = {
    "hai": "MO", "2": "MO", "ba": "TU", "3": "TU", "tư": "WE", "4": "WE", "năm": "TH", "5": "TH", "sáu": "FR",
    "6": "FR", "bảy": "SA", "bẩy": "SA", "7": "SA", "chủ nhật": "SU",
}  # fmt: skip

_LINK = pattern(r"^[ ,/]*(?:(?:và|hoặc|hay) )?")
_SEGMENT = re.compile(r"[,;:.()\"“”]")
_OPENS = re.compile(r"(?:^|[,;:.()\"“”\-] ?|(?<!\w)(?:và|đồng thời|phải|cần|để|thì|có trách nhiệm|sẽ) )$")
_CLOSES = pattern(
    r" ?(?:$|[,;:.()]| (?:với|cho|về|tại|trên|để|đến|gửi|và|theo|qua|từ|nhằm|đối|trong|trước|vào|như|bằng|tới"
    r"|giữa|làm)(?!\w))"
)
_OF_A_PLAN = pattern(r"(?<!\w)(?:năm|khóa|khoá|hạn|giai đoạn|nhiệm kỳ)(?:,| và) ?$")
_REPORTING = pattern(
    r" ?(?:và |đồng thời |kịp thời |tổng hợp |phải )*(?:báo cáo|thông báo|tổng hợp|đánh giá|công khai) "
    r".*(?:tình hình|kết quả|tiến độ)"
)
_BELONGING = pattern(r" của(?!\w)")
_REGIME = pattern(r"(?<!\w)(?:chế độ|các|nội dung|mẫu|biểu mẫu|công tác|cơ chế) [^,;:.]{0,25}$")
_PLAN_OF = pattern(
    r"(?<!\w)(?:kế hoạch|chương trình|dự toán|chỉ tiêu|nhiệm vụ|ngân sách) (?:phát triển|đầu tư|sử dụng|thu|chi|vốn"
    r"|kinh tế|sản xuất|tài chính|kiểm tra|thanh tra|giám sát)[^,;:.]{0,60}$"
)
_AT_MEETING = pattern(r"(?<!\w)(?:vào|tại) (?:các )?(?:phiên họp|cuộc họp|buổi họp|kỳ họp|hội nghị)[^,;:.]{0,40}$")


@dataclass(frozen=True, slots=True)
class FoundRecurrence:
    """A rhythm at [start, end): an RFC 5545 rule, and how exactly its moment is named, None where it is not."""

    start: int
    end: int
    recurrence: str
    precision: Precision | None = None


def find(low: str) -> list[FoundRecurrence]:
    """Return the rhythms of the duties that a text in matching form states, in order.

    A rhythm that is also stated with its day ("Hằng tháng …, báo cáo trước ngày 05 tháng sau") is found with it only.
    """
    found = [*_anchored_to_next_month(low)]
    for expression in _CHAIN:
        for match in expression.finditer(low):
            if not any(match.start() < other.end and other.start < match.end() for other in found):
                found += _with_companions(low, match)
    found += _each(low, found)
    exact = [f for f in found if not any(g.recurrence.startswith(f"{f.recurrence};BY") for g in found)]
    return sorted(exact, key=lambda f: (f.start, f.end, f.recurrence))


def _with_companions(text: str, match: re.Match[str]) -> Iterator[FoundRecurrence]:
    """Yield a rhythm with those listed behind it ("hằng tháng, hằng quý"), if they are the duty's."""
    members = [match]
    while following := _NEXT.match(text, members[-1].end()):
        members.append(following)
    if anchored := _anchored(text, members[-1]):
        yield from anchored
        members = members[:-1]
    elif not _is_duty(text, match.start(), members[-1].end()):
        return
    for member in members:
        begin = member.start() + len(member[0]) - len(_LINK.sub("", member[0]))
        yield FoundRecurrence(begin, member.end(), _rule(member))


def _each(text: str, known: list[FoundRecurrence]) -> Iterator[FoundRecurrence]:
    """Yield "mỗi tháng" at the head of a clause."""
    for match in _EACH_AHEAD.finditer(text):
        free = not any(match.start() < other.end and other.start < match.end() for other in known)
        led = text.startswith(",", match.end()) or cue("duty").match(text, match.end() + 1)
        if free and led and _OPENS.search(text[: match.start()]):
            yield FoundRecurrence(match.start(), match.end(), _rule(match))


def _anchored(text: str, match: re.Match[str]) -> list[FoundRecurrence]:
    """Return the rhythm with the day or hour that stands beside it, if one does."""
    floor = max(0, match.start() - _REACH)
    before = next((m for m in _ends_with_anchor(text[floor : match.start()])), None)
    if before and (rules := _anchored_rules(match, before)):
        return [FoundRecurrence(floor + before.start(), match.end(), rule, _precision(before)) for rule in rules]
    after = _ANCHOR_AFTER.match(text, match.end())
    if after and (rules := _anchored_rules(match, after)):
        end = match.end() + len(after[0].rstrip(" ,"))
        return [FoundRecurrence(match.start(), end, rule, _precision(after)) for rule in rules]
    return []


def _ends_with_anchor(text: str) -> Iterator[re.Match[str]]:
    """Yield the longest anchor that a text ends with."""
    for begin in (m.start() for m in re.finditer(r"(?<!\w)\w", text)):
        match = _ANCHOR_BEFORE.match(text, begin)
        if match and match[0].strip(" ,"):
            yield match


def _anchored_rules(match: re.Match[str], anchor: re.Match[str]) -> list[str]:
    """Return the rules of a rhythm with an anchor; none where the anchor says nothing that fits the rhythm."""
    rule, unit = _rule(match), _unit(match)
    if anchor["weekdays"]:
        return [f"{rule};BYDAY={_codes(anchor['weekdays'])}"] if unit == "tuần" else []
    if anchor["dates"]:
        return _annual(rule, anchor["dates"]) if unit == "năm" else []
    if anchor["days"]:
        days = _numbers(anchor["days"])
        return [f"{rule};BYMONTHDAY={days}"] if days and unit in {"tháng", _QUARTER} else []
    if anchor["month"]:
        return [f"{rule};BYMONTH={int(anchor['month'])}"] if unit == "năm" and 1 <= int(anchor["month"]) <= 12 else []
    return _hourly(rule, anchor) if anchor["hour"] and unit == "ngày" else []


def _hourly(rule: str, anchor: re.Match[str]) -> list[str]:
    """Return the rules of a daily duty at its hours, one for each minute past; the day's alone where none is one."""
    part = anchor["part"] or ""
    times = [(_of_day(int(hour), part), int(minute or 0)) for hour, minute in _TIMES.findall(anchor["hour"])]
    if not all(hour < 24 and minute < 60 for hour, minute in times):
        return [rule]
    past: dict[int, list[int]] = {}
    for hour, minute in times:
        past.setdefault(minute, []).append(hour)
    return [
        f"{rule};BYHOUR={','.join(map(str, hours))}" + (f";BYMINUTE={minute}" if minute else "")
        for minute, hours in past.items()
    ]


def _of_day(hour: int, part: str) -> int:
    """Return an hour as the day counts it: five in the afternoon is 17."""
    late_at_night, behind_noon = part.endswith("đêm") and hour > 6, part.endswith("trưa") and hour < 6
    later = part.endswith(("chiều", "tối")) or late_at_night or behind_noon
    return hour + 12 if later and hour < 12 else hour


def _annual(rule: str, dates: str) -> list[str]:
    pairs = [(int(d), int(m)) for d, m in re.findall(r"(\d{1,2})(?: ?/ ?| \w+ )(\d{1,2})", dates)]
    pairs = [(d, m) for d, m in pairs if 1 <= d <= 31 and 1 <= m <= 12]
    if len({day for day, _ in pairs}) == 1:
        months = ",".join(str(month) for _, month in pairs)
        return [f"{rule};BYMONTH={months};BYMONTHDAY={pairs[0][0]}"]
    return [f"{rule};BYMONTH={month};BYMONTHDAY={day}" for day, month in pairs]


def _anchored_to_next_month(text: str) -> Iterator[FoundRecurrence]:
    """Yield "trước ngày 05 của tháng kế tiếp": a day in the month after each one reported on."""
    for match in _OF_NEXT_MONTH.finditer(text):
        quarterly = bool(match["quarter"])
        listed = cue("duty").search(text[max(0, match.start() - 200) : match.end() + 200])
        monthly = quarterly or re.search(r"tháng (?!sau)", match[0]) or _MONTHLY.search(text)
        days = _numbers(match["days"] or "")
        if days and listed and monthly:
            rule = f"FREQ=MONTHLY{';INTERVAL=3' if quarterly else ''};BYMONTHDAY={days}"
            yield FoundRecurrence(match.start(), match.end(), rule, _precision(match))


def _is_duty(text: str, start: int, end: int) -> bool:
    """Whether a rhythm without a day of its own says how often a duty is done, not which plan is meant."""
    before, after = text[:start], text[end:]
    segment = _SEGMENT.split(before)[-1]
    if _BELONGING.match(after) or _OF_A_PLAN.search(before):
        return False
    if text.startswith("định kỳ", start):
        return not _REGIME.search(segment)
    if _AT_MEETING.search(segment) or text.startswith("vào ", start):
        return True
    return not cue("planned", at_end=True).search(segment) and _is_adverb(text, start, end, segment)


def _is_adverb(text: str, start: int, end: int, segment: str) -> bool:
    """Whether a rhythm stands where an adverb does: before its verb, or at the end of what is to be done."""
    each = text.startswith("mỗi ", start)
    leads = each or _OPENS.search(text[:start]) or cue("duty").match(text[end:].lstrip(" ,"))
    if leads or "lần" in text[start:end] or not _CLOSES.match(text[end:]):
        return bool(leads) or "lần" in text[start:end]
    named = _PLAN_OF.search(segment) or _REGIME.search(segment) or cue("planned").search(" ".join(segment.split()[-4:]))
    return not named or bool(_REPORTING.match(segment))


def _unit(match: re.Match[str]) -> str:
    groups = match.groupdict()
    return str(groups.get("unit") or groups.get("bare"))


def _rule(match: re.Match[str]) -> str:
    groups = match.groupdict()
    frequency, every = _RULES[_unit(match)]
    times = _number(groups.get("times"))
    if frequency == "YEARLY" and times > 1 and 12 % times == 0:
        return f"FREQ=MONTHLY;INTERVAL={12 // times}"
    interval = every * _number(groups.get("count"))
    return f"FREQ={frequency}" + (f";INTERVAL={interval}" if interval > 1 else "")


def _number(word: str | None) -> int:
    return (_NUMBERS.get(word) or int(word)) if word else 1


def _numbers(words: str) -> str:
    """Return the days of a month as a rule lists them, none where one of them is no such day."""
    days = [int(number) for number in re.findall(r"\d+", words)]
    return ",".join(map(str, days)) if all(1 <= day <= 31 for day in days) else ""


def _codes(words: str) -> str:
    return ",".join(_WEEKDAY_CODES[found.removeprefix("thứ ")] for found in re.findall(WEEKDAY, words))


def _precision(anchor: re.Match[str]) -> Precision:
    if anchor["hour"] or anchor["part"]:
        return Precision.TIME
    return Precision.MONTH if anchor["month"] else Precision.DAY
