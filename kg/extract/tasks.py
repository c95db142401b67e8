"""Whether a clause tells somebody to do something.

Orders, imperatives and statements of duty do. Assessments, praise, forecasts, background, promises and the
closing formula do not, though they use the same verbs.
"""

from __future__ import annotations

import re
from enum import IntEnum

from kg.extract.clauses import AGREED, BRACKETED, Address, agree_among_themselves, begins_predicate, prefix_end
from kg.extract.reading import Reading
from kg.language.words import pattern

ASSESSMENT_HEADING = pattern(
    r"(?:một số |về |những |các )*(?:đánh giá|kết quả|tình hình|nhận định|nhận xét|ưu điểm|"
    r"hạn chế|tồn tại|khó khăn|nguyên nhân|"
    r"thực trạng|đặc điểm|bối cảnh|biểu dương|ghi nhận|mặt được|đánh giá chung)(?!\w)"
)
TASK_HEADING = pattern(
    r"(?:về |một số |những |các )*(?:phương hướng|(?:nhiệm vụ|giải pháp|công việc)(?:,| và| trọng tâm| chủ yếu| cụ thể|"
    r" thời gian| trong| tháng| quý| [3-9] tháng| \d{2} tháng| cần|\s*:?\s*$))(?!\w)"
)
_NEGATIVE_START = pattern(
    r"(?:trên đây là|nay,? thông báo|thông báo nêu|biểu dương(?! và khen|, khen)|ghi nhận|đánh giá cao|"
    r"hoan nghênh|cảm ơn|nhận định|dự báo|"
    r"tuy nhiên|nhìn chung|qua đó|nhờ vậy|nhờ đó|thay mặt|đây là|đây cũng là|"
    r"bên cạnh những kết quả|đến nay|hiện nay|vừa qua|"
    r"trong thời gian qua|thời gian qua|năm \d{4},? (?:mặc dù|tình hình)|cụ thể như sau|chi tiết|"
    r"\(|do đó, đòi hỏi|do vậy, đòi hỏi|"
    r"điều đó|kết quả đạt|kết luận này|thông báo này thay|những kết quả|nguyên nhân|thời hạn|thời gian hòan thành|"
    r"thời gian(?: [^\W\d]+){0,4} ?:|(?:cơ quan|đơn vị)(?: [^\W\d]+){0,2} (?:chủ trì|phối hợp|thực hiện|đầu mối) ?:|"
    r"tình hình|yêu cầu (?:đặt ra|đề ra|chung|của [^,;.]{3,60}) là|cơ bản (?:thống nhất|nhất trí|"
    r"đồng ý) với (?:nội dung )?báo cáo(?!,? (?:và )?(?:đề xuất|kiến nghị))|"
    r"thống nhất với (?:nội dung )?báo cáo(?!,? (?:và )?(?:đề xuất|kiến nghị))|"
    r"cùng với đó, (?:tỉnh|các)|\d|định mức|số lượng|tỷ lệ|mức )"
)
_STATEMENT = pattern(
    r",? ?(?:cũng |đều |vẫn |luôn |cơ bản |bước đầu |tiếp tục )?(?:đã|đang|vẫn|còn|chưa|"
    r"là (?!đầu mối|cơ quan|đơn vị|trưởng)|sẽ|rất|"
    r"(?:thống nhất|nhất trí|đồng ý)(?= (?:nội dung|chỉ|rằng|thông qua|đánh giá|nhận định|cao|"
    r"(?:với|về)(?! (?:chủ trương|nguyên tắc|phương án|việc|đề xuất|đề nghị|kiến nghị))))|"
    r"ghi nhận|biểu dương|"
    r"đánh giá cao|nhận thấy|cho rằng|hoan nghênh|"
    r"(?:trân trọng |xin |chân thành )*c[áả]m ơn|được (?:duy trì|tập trung|quan tâm|bảo đảm|giữ)|"
    r"có (?:ý nghĩa|nhiều|những|vai trò|lúc))(?!\w)"
)
_COPULA = pattern(
    r"(?!xác định|lấy |coi |quán triệt|nhận thức|bảo đảm|đảm bảo)(?:[^,;:]|"
    r"phòng, ){4,110}? (?:chính |cũng |vừa )?là (?:nhiệm vụ|nền tảng|trách nhiệm|yếu tố|một|sự|"
    r"vấn đề|cơ sở|điều kiện|khâu|chủ trương|việc|mục tiêu)"
)
_DEONTIC = pattern(
    r"(?<!\w)(?:cần|phải|yêu cầu|đề nghị|không được|chịu trách nhiệm|có trách nhiệm|nghiêm cấm|"
    r"không để|khẩn trương|kịp thời)(?!\w)"
    r"(?! thiết| yếu)"
)
_REQUIRES = pattern(
    r"(?:có quyền|đòi hỏi|theo yêu cầu|đáp ứng yêu cầu|yêu cầu đề ra|so với yêu cầu|có nhu cầu|không cần)"
)
_NOTIFIES = pattern(
    r".{0,90}?(?:xin |trân trọng )?thông báo(?! này| số)(?: (?:kết luận|ý kiến|"
    r"nội dung)[^.;]{0,300}?)?(?:,? (?:và|để|đến|tới|cho|quý))(?!\w)"
)
_FORMULA = pattern(
    r"(?:[\s,./;:]|biết|và|nghiêm túc|khẩn trương|kịp thời|chủ động|triển khai|thực hiện|tổ chức|"
    r"để|có hiệu quả|hiệu quả|có kết quả|tốt|đạt|kết quả|"
    r"cơ quan|đơn vị|địa phương|quận|huyện|xã|phường|"
    r"trực thuộc|thuộc|thẩm quyền|quản lý|phạm vi|của mình|các|nội dung|nhiệm vụ|"
    r"thông báo|kết luận|chỉ thị|công điện|công văn|văn bản|này|trên|nêu|theo|đúng|"
    r"quy định|phối hợp|quán triệt|đầy đủ|"
    r"chỉ đạo|nghiêm|phó|chủ tịch|thủ tướng|tại|liên quan|phổ biến|đến|sâu rộng|căn cứ|ý kiến|có|trách nhiệm)+$"
)
_CARRIES_OUT = pattern(r"(?<!\w)(?:biết|thực hiện|triển khai|quán triệt|phổ biến|phối hợp)(?!\w)")
"""Without one of these a clause of common words is no formula: "Phân công các Phó Chủ tịch chỉ đạo"."""

_WHOLE = {AGREED, BRACKETED}
"""Rules of addressees behind whom nothing more need stand."""

_CONCRETE = pattern(
    r"(?:báo cáo|gửi|phản ánh|tổng hợp)[^.]{0,140}(?: về | cho | tới |trước|chậm nhất)|trước ngày|"
    r"chậm nhất|định kỳ|hằng (?:tháng|quý|tuần)"
)


class Setting(IntEnum):
    """What a clause can expect from where it stands: nobody to inherit, somebody, or to open their bullet."""

    NOBODY = 0
    SOMEBODY = 1
    BULLET = 2


def is_task(reading: Reading, start: int, end: int, address: Address | None, setting: Setting) -> bool:
    """Whether the clause [start, end) is a task.

    A clause that names nobody and only says what is needed is a task where there is somebody to inherit.
    """
    low = reading.low[start:end]
    if _NEGATIVE_START.match(low) or _formal(reading, start, end, address):
        return False
    if address is not None:
        agree = agree_among_themselves(reading, address.series, address.predicate, end)
        acts = begins_predicate(reading, address.predicate)
        states = _subject_states(reading.low[start : address.predicate] if acts else low)
        return agree or not (states or _STATEMENT.match(reading.low, address.predicate))
    if _narrates(reading, start, end) or (setting is Setting.NOBODY and _ASSENT.fullmatch(low)):
        return False
    if _hands_in(reading, start, end):
        return True
    begin = prefix_end(reading, start, end)
    main = reading.low[begin:end]
    if _NEGATIVE_START.match(main) or _STATEMENT.match(main) or _COPULA.match(main):
        return False
    return begins_predicate(reading, begin) or _says_what_is_needed(low, main, setting)


_ASSENT = pattern(
    r"(?:cơ bản )?(?:đồng ý|thống nhất|nhất trí|chấp thuận)(?: về| với)?(?: chủ trương| nguyên tắc| cao)?"
    r"(?: nêu trên)?\s*[.;]?"
)
"""An assent without anybody or anything it is given to."""

_RESULT = pattern(
    r"(?:kết quả|báo cáo|hồ sơ|văn bản|ý kiến|danh sách|danh mục|số liệu|kế hoạch|"
    r"mọi (?:khó khăn|vướng mắc|ý kiến|thông tin))(?!\w)"
    r"(?:(?! (?:đã|đang|sẽ|được|do|của(?! (?:địa phương|đơn vị|mình|cơ quan)))(?!\w))[^;.:]){0,70}?"
    r" (?:gửi|báo cáo|trình|phản ánh)(?: báo cáo)?(?: về| cho| lên| tới)? "
)


def _hands_in(reading: Reading, start: int, end: int) -> bool:
    """Whether a clause says to whom a result goes: "Kết quả rà soát gửi Sở Y tế trước ngày 20/8"."""
    match = _RESULT.match(reading.low, start, end)
    series = reading.series_at(match.end()) if match else None
    return series is not None and series.last <= end


def _says_what_is_needed(low: str, main: str, setting: Setting) -> bool:
    """Whether a clause without an imperative states a duty: "Những vướng mắc cần tham vấn các cơ quan"."""
    deontic = _DEONTIC.search(main)
    about = low.startswith(("về ", "việc "))
    about = about or _PAPER.match(low) is not None
    if setting is Setting.NOBODY or _REQUIRES.search(main) or (about and not deontic):
        return False
    if setting is Setting.BULLET and (deontic or not _past(main[:120])):
        return True
    return bool(deontic and (main[: deontic.start()].endswith(", ") or not _past(main[: deontic.start()])))


_PAPER = pattern(r"(?:dự thảo|nghị quyết|chỉ thị|quy định|quy chế|đề án|tờ trình|danh mục)(?!\w)")
"""What a bullet begins with that only names a paper."""


def _narrates(reading: Reading, start: int, end: int) -> bool:
    """Whether behind a phrase of circumstance stands what is, what somebody has done or will do: it tells nobody to."""
    comma = _PHRASE.match(reading.low, start, end)
    if comma and _OUTLOOK.match(reading.low, start) and reading.low.startswith(("tình hình ", "dự báo "), comma.end()):
        return True
    if _MEETING_AGREES.search(reading.low, start, end):
        return True
    series = reading.series_at(comma.end()) if comma else None
    return bool(series and _DONE.match(reading.low, series.last, end))


_MEETING_AGREES = pattern(
    r"(?:^|(?<=[,;.\n] ))(?:hội nghị|cuộc họp|phiên họp) (?:đã )?(?:cơ bản )?(?:thống nhất|nhất trí|tán thành)"
    r"(?: cao)? với (?!chủ trương|phương án|việc|đề xuất|đề nghị|kiến nghị)"
)
_OUTLOOK = pattern(r"(?:trong )?(?:thời gian|năm|những|bối cảnh|giai đọan|hiện nay)(?!\w)")
_PHRASE = pattern(r"[^,;:.]{6,120}, ")
_DONE = pattern(r"[^,;:.]{0,70}? (?:đã|sẽ|đang)(?! được)(?!\w)")


def announces(reading: Reading, start: int, end: int) -> bool:
    """Whether a clause ends in the colon that opens a list."""
    return reading.text[start:end].rstrip().endswith(":")


_ANNOUNCEMENT = pattern(
    r"(?:,|;|và)? ?(?:trong đó|tập trung|cụ thể|lưu ý|thực hiện|triển khai|quán triệt|chỉ đạo|"
    r"tổ chức|khẩn trương)?(?:(?! và (?:tập trung |chỉ đạo )?(?:thực hiện|triển khai)(?!\w))[^,;]){0,110}"
    r"(?:sau|sau đây|như sau|cụ thể|nhiệm vụ|nội dung|lưu ý|trách nhiệm|giải pháp|công việc|việc|"
    r"tâm|yêu cầu|triển khai|gồm|là)\s*:\s*$"
)


def orders_besides(reading: Reading, address: Address, end: int) -> bool:
    """Whether an opening sentence orders something besides announcing its list."""
    predicate = reading.low[address.predicate : end]
    match = _ANNOUNCEMENT.search(predicate)
    rest = _COMMONPLACE.sub(" ", predicate[: match.start()] if match else predicate)
    return len(" ".join(rest.split())) > 45


def orders_itself(reading: Reading, start: int, end: int) -> bool:
    """Whether the head of a list, without an addressee of its own, says what to do besides announcing the list."""
    if not begins_predicate(reading, start):
        return False
    words = reading.low[start:end]
    match = _ANNOUNCEMENT.search(words)
    if match is None and len(words) < _HEADING_LENGTH and not any(reading.series_in(start, end)):
        return False
    rest = _COMMONPLACE.sub(" ", words[: match.start()] if match else words)
    return len(" ".join(rest.split())) > 45


_HEADING_LENGTH = 140
"""Characters. A shorter order before a list, without a body or a word that announces one, is the list's heading."""

_COMMONPLACE = pattern(
    r"[\s,.;:/]+|(?<!\w)(?:và|tập trung|chỉ đạo|lãnh đạo|tổ chức|thực hiện|triển khai|nghiêm túc|nghiêm|"
    r"đầy đủ|kịp thời|có hiệu quả|"
    r"hiệu quả|các|nhiệm vụ|giải pháp|đồng bộ|quyết liệt|tốt|một số|nội dung|công việc|trọng tâm|sau|sau đây|"
    r"khẩn trương|"
    r"tiếp tục|quán triệt|chủ động|cần|phải|nâng cao|tinh thần|trách nhiệm|theo|chức năng|được giao|thẩm quyền)(?!\w)"
)


def _formal(reading: Reading, start: int, end: int, address: Address | None) -> bool:
    """Whether a clause is the closing formula, without a duty of its own."""
    low = reading.low[start:end]
    if _NOTIFIES.match(low):
        return not _CONCRETE.search(low)
    told = address is not None and address.rule not in _WHOLE and not _topic_given(low, address.rule)
    said = reading.low[address.predicate : end].strip(" .;/") if address and told else ""
    return bool(_FORMULA.match(said) and _CARRIES_OUT.search(said))


def _topic_given(low: str, rule: str) -> bool:
    """Whether a clause says itself what is given: "Nội dung này giao Sở Y tế thực hiện"."""
    return rule == "giao" and not low.startswith("giao") and bool(_THIS.match(low))


_THIS = pattern(r"(?:[^\s,;:.]+ ){1,3}(?:này|trên|nêu trên),? ")

_AS_ADJECTIVE = (
    r"(?:duyệt|phê duyệt|ban hành|giao|nêu|có|chín|ký|cấp|đề ra|xác định|đăng ký|thống nhất|thẩm định|trúng|nhận|"
    r"bố trí|phân bổ|bàn giao|kết luận)(?=[,;.]|$| (?:tại|trong|và|của|theo|cho|từ|đến|với|trước|để|đúng|về|nhưng|mà))"
)
"""What "đã" makes an adjective of a noun before it: "phương án đã duyệt", "nhiệm vụ đã giao"."""


_STATES = pattern(rf"(?:(?! mà )[^,;]){{5,160}}? (?:đã|sẽ) (?!được (?:phê duyệt|giao|duyệt|xác định)|{_AS_ADJECTIVE})")
_TELLS = pattern(r"(?<!\w)(?:yêu cầu|đề nghị|giao|cần|phải|chủ trì|tiếp tục|khẩn trương|(?:có|chịu) trách nhiệm)(?!\w)")


def _subject_states(low: str) -> bool:
    """Whether a clause says what its subject has done or will do, and tells nobody to: "Sở Y tế đã rà soát"."""
    return bool(_STATES.match(low)) and not _TELLS.search(low)


def _past(text: str) -> bool:
    return bool(re.search(pattern(r"(?<!\w)(?:đã|đang|vẫn còn|chưa|sẽ)(?!\w)"), text))
