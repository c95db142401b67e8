"""Which lines are the letterhead, the title, the opening and the items, the recipients, the signature, the annex.

The order is that of Decree 30/2020/NĐ-CP, annex I; every part may be missing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kg.data import table
from kg.layout.lines import Line

TYPES = (
    "THÔNG BÁO|CÔNG ĐIỆN|CHỈ THỊ|KẾT LUẬN|QUYẾT ĐỊNH|NGHỊ QUYẾT|KẾ HOẠCH|TỜ TRÌNH|BÁO CÁO|CÔNG VĂN|HƯỚNG DẪN|"
    "CHƯƠNG TRÌNH|PHƯƠNG ÁN|GIẤY MỜI|BIÊN BẢN|QUY ĐỊNH"
)
_TITLE = re.compile(rf"(?:{TYPES})\b|(?=[^\W\d_a-zđ])(?i:{TYPES})\W*$")
"""A title begins with the type of the paper in capitals, or alone on its line."""

_TYPE_ALONE = re.compile(rf"(?:{TYPES})")
_TITLE_IN_ONE = re.compile(
    r"(?:thông báo|chỉ thị|công điện|kết luận)(?: số \S+)? (?:kết luận|ý kiến|về|của|tại)\b", re.IGNORECASE
)
_OPENINGS = (
    r"(?:sáng|chiều|tối|vào|trong|hôm|các|từ)?\s*(?:các )?ngày \d",
    r"(?:trong )?(?:\d+ )?(?:thời gian|những năm|năm \d)",
    r"hiện nay|vừa qua|hội nghị|thời gian|cơn bão|công tác|tình hình|trong các|được sự",
    r"thực hiện|căn cứ|trên cơ sở|sau khi|nhằm|tiếp theo|triển khai|kính gửi|thủ tướng chính phủ nhận",
    r"(?:để|qua|theo|xét|trước) ",
    r"(?:\d|I)\.\s",
    r".{3,90}\b(?:điện|gửi):$",
)
"""What the first words after a title are; a title's own lines begin otherwise."""

_FIRST_ITEM = re.compile(r"(?:I|1|A)\.\s")
"""The mark of the first item, which no title has, be it written in capitals."""

_UNFINISHED = re.compile(r"\s(?:về|của|tại|và|việc|cho|với|theo|trong|các|tháng|ngày|năm|quý|số)$", re.IGNORECASE)
"""Words that no line of a title ends with, so that the next one belongs to it."""

_OPENING = re.compile("|".join(_OPENINGS), re.IGNORECASE)
_ADDRESS = re.compile(r"\s*kính gửi\b", re.IGNORECASE)
RECIPIENTS = re.compile(r"\W*(?i:nơi nhận)\s*(?:[^\w\s]|$|[A-ZĐ]{2})")
"""The head of the recipients' list, and no sentence that speaks of a place of receipt."""

_HEADS = (
    "CHỦ TỊCH|CHÁNH|BÍ THƯ|BỘ TRƯỞNG|GIÁM ĐỐC|THỦ TƯỚNG|CHỦ NHIỆM|TRƯỞNG|TỔNG|CỤC TRƯỞNG|VỤ TRƯỞNG|THỨ TRƯỞNG|"
    "TƯ LỆNH|CHÍNH ỦY|VIỆN TRƯỞNG|TỔ TRƯỞNG|THƯỜNG TRỰC|HIỆU TRƯỞNG|CHI CỤC TRƯỞNG|CHỈ HUY TRƯỞNG|HẠT TRƯỞNG|"
    "KIỂM TOÁN TRƯỞNG"
)
_MARKS = r"TL|T/L|TM|T/M|T\.M|KT|K/T|TUQ|T/UQ|TU|Q"
_SIGNATURE = re.compile(rf"\W*(?:(?:{_MARKS})\s*\.?\s*[^\W\d_]|(?:PHÓ |QUYỀN )?(?:{_HEADS}))")
_SIGNED = re.compile(r"\W*(?:đã ký|ký tên|ký và đóng dấu)\b", re.IGNORECASE)
_ANNEX = re.compile(
    r"\W*(?:PHỤ LỤC|Phụ lục|DANH MỤC|DANH SÁCH|BIỂU MẪU|MẪU SỐ|Mẫu số)\b(?!.*[.;:]\s*$)|\[\d+\]\s*\S|\(\d\)\s.{80,}"
)
_HEAD_LINES = 60


@dataclass(frozen=True, slots=True)
class Parts:
    """The lines of a text by part; a part that is missing is empty."""

    letterhead: Sequence[Line]
    title: Sequence[Line]
    body: Sequence[Line]
    recipients: Sequence[Line]
    signature: Sequence[Line]
    annex: Sequence[Line]


def parts(lines: Sequence[Line], column_lines: Sequence[Line]) -> Parts:
    """Sort lines into parts; `column_lines` are the same lines with page columns apart."""
    title_at, title_end = _title(lines)
    tail_at = _tail(lines, title_end)
    head_end = lines[title_at].start if title_at < len(lines) else 0
    tail_start = lines[tail_at].start if tail_at < len(lines) else None
    head = [line for line in column_lines if line.start < head_end]
    tail = [line for line in column_lines if tail_start is not None and line.start >= tail_start]
    recipients, signature, annex = _sort_tail(tail)
    return Parts(head, lines[title_at:title_end], lines[title_end:tail_at], recipients, signature, annex)


def _title(lines: Sequence[Line]) -> tuple[int, int]:
    """Return the stretch of the title's lines; empty, at the opening, for a letter without one."""
    for i, line in enumerate(lines[:_HEAD_LINES]):
        if _TITLE.match(line.text):
            return i, _title_end(lines, i)
        if _TITLE_IN_ONE.match(line.text) and i < 8 and not any(_alone(each) for each in lines[i + 1 : _HEAD_LINES]):
            end = i + 1
            while end < len(lines) and len(line.text) < 100 and lines[end].text[:1].islower() and end < i + 6:
                end += 1
            return i, end
        if _ADDRESS.match(line.text):
            return i, i
    return 0, 0


def _alone(line: Line) -> bool:
    """Whether a line is the type of the paper in capitals and nothing else: the title's own first line."""
    return bool(_TYPE_ALONE.fullmatch(line.text))


def _title_end(lines: Sequence[Line], at: int) -> int:
    usual = min((line.gap for line in lines[at + 1 : at + 4]), default=0)
    end = at + 1
    while end < len(lines):
        text, before = lines[end].text, lines[end - 1].text
        capitals = text.isupper()
        goes_on = bool(_UNFINISHED.search(before)) and end < at + 6
        if not goes_on and _FIRST_ITEM.match(text):
            break
        if not capitals and not goes_on and (_OPENING.match(text) or RECIPIENTS.match(text)):
            break
        joined = goes_on or capitals or text[:1].islower() or end == at + 1 or before.endswith((",", ";", "-"))
        if not joined and (lines[end].gap > usual or before.isupper() or len(text) > 110):
            break
        if not joined and len(before) < 20:
            break
        end += 1
    return end


def _tail(lines: Sequence[Line], after: int) -> int:
    """Return where the recipients or the signature begin; what looks so inside the text has text behind it."""
    for i in range(after, len(lines)):
        if RECIPIENTS.match(lines[i].text) and len(lines[i].text) < 90:
            return _signed_before(lines, i, after)
    for i in range(max(after, len(lines) - 12), len(lines)):
        if _signs(lines[i]):
            return i
    return len(lines)


def _signed_before(lines: Sequence[Line], at: int, after: int) -> int:
    """Return where a signature that stands right before the recipients begins; without one, `at`."""
    start = at
    for i in range(at - 1, max(after, at - 6) - 1, -1):
        if _signs(lines[i]):
            start = i
        elif not _signature_goes_on(lines[i]):
            break
    return start


def _signs(line: Line) -> bool:
    return bool(_SIGNATURE.match(line.text)) and len(line.text) < 60 and line.text == line.text.upper()


def _sort_tail(tail: Sequence[Line]) -> tuple[list[Line], list[Line], list[Line]]:
    recipients: list[Line] = []
    signature: list[Line] = []
    listing = False
    for i, line in enumerate(tail):
        if i > 2 and _ANNEX.match(line.text) and not line.text.startswith("-"):
            return recipients, signature, list(tail[i:])
        if RECIPIENTS.match(line.text):
            listing = True
            recipients.append(line)
        elif _signs(line) or (signature and _signature_goes_on(line)):
            signature.append(line)
        elif listing:
            recipients.append(line)
        else:
            signature.append(line)
    return recipients, signature, []


def _signature_goes_on(line: Line) -> bool:
    """Whether a line after a signature's line belongs to it: capitals, "(đã ký)", or a name of two to seven words.

    A rank or a degree before the name is no word of it: "Thượng tá Lò Văn Pản".
    """
    if _SIGNED.match(line.text):
        return True
    if line.text.startswith(("-", "+", "•", "*")) or line.text.endswith((";", ",", ".")) or ":" in line.text:
        return False
    words = _ranks().sub("", line.text, count=1).replace("-", " ").split()
    named = 2 <= len(words) <= 7 and all(word[:1].isupper() or not word[:1].isalpha() for word in words)
    return line.text.isupper() or named


@cache
def _ranks() -> re.Pattern[str]:
    """Return what a rank or a degree at the beginning of a line looks like, with the space behind it."""
    written = sorted((row["rank"] for row in table("ranks")), key=len, reverse=True)
    return re.compile(r"\W*(?:" + "|".join(map(re.escape, written)) + r")\.? ", re.IGNORECASE)
