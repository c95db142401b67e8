"""What stands between a subject and what it is told to do: "các xã" + "chưa hoàn thành chỉ tiêu" + "tập trung …".

Pure functions of a text in matching form.
"""

from __future__ import annotations

from kg.language.words import pattern

_DOING = (
    r"(?= (?:chủ trì|chủ động|tiếp tục|khẩn trương|thường xuyên|phối hợp|có trách nhiệm|tích cực|chịu trách nhiệm|"
    r"tăng cường|nâng cao|tập trung|phải|cần|thực hiện|rà sóat|triển khai|tổ chức|xây dựng|chỉ đạo|kiểm tra|tổng hợp|"
    r"tham mưu|báo cáo|bố trí)(?!\w))"
)
"""Words of doing that end an aside before them."""

_ASIDE = pattern(
    r"(?: \([^()\n]{1,200}\)|,? (?:theo|căn cứ|trên cơ sở|trong phạm vi|tùy theo|với vai trò|"
    r"với chức năng|là)\s[^;:.\n]{3,160}?"
    rf"(?:,(?= )|{_DOING})|,? (?:có liên quan|liên quan|"
    r"nêu trên|khác|ở trung ương|thuộc (?:tỉnh|thành phố|huyện|bộ|sở|ngành)(?!\w)|trên địa bàn(?: tỉnh)?|"
    rf"(?:có (?!trách nhiệm)|nơi |đang )[^,;.:\n]{{3,80}}?{_DOING}|"
    r"trong tỉnh|còn lại|được giao [^,;.:\n]{3,60}?(?=[,:]|$)|có [^,;.:\n]{3,60}(?=[,:]|$))|, (?:cơ quan|"
    r"đơn vị) (?:thường trực|chủ trì|đầu mối)[^:;.\n]{0,120}(?=[:,])|"
    rf"(?:,| [-–]) (?:là )?(?:cơ quan|đơn vị) (?:thường trực|chủ trì|đầu mối)[^:;.,\n]{{0,100}}?{_DOING})*"
)
_TOLD = (
    r"(?= (?:chủ trì|chủ động|tiếp tục|khẩn trương|thường xuyên|phối hợp|tích cực|chịu trách nhiệm|tăng cường|"
    r"tập trung|nghiêm túc|kịp thời|quyết liệt|đẩy nhanh|phải|cần|rà sóat|hòan thành|hòan thiện|hòan chỉnh|"
    r"báo cáo|bàn giao|gửi|(?:xây dựng|lập) kế hoạch|(?:thực hiện|chấp hành) (?:đúng|nghiêm)|tuân thủ|"
    r"có (?:trách nhiệm|văn bản|báo cáo|kế hoạch|giải pháp|phương án|biện pháp|ý kiến))(?!\w))"
)
"""Words of doing that no relative clause goes on with."""

_WHICH = pattern(
    r",? (?:được (?:giao|phân công|bố trí|phân bổ|hỗ trợ|cấp)(?!\w)|nêu (?:tại|ở|trong)(?!\w)|"
    r"(?:chưa|không) (?:hòan thành|đạt|giải ngân|bàn giao|thực hiện|nộp|phê duyệt|bố trí)(?!\w)|"
    r"(?:có|còn|chậm) (?!trách nhiệm|văn bản|báo cáo|kế hoạch|giải pháp|phương án|biện pháp|ý kiến)\w)"
    rf"(?:[^,;.:\n]|\d[.,]\d){{0,120}}?(?: \([^()\n]{{2,80}}\))?{_TOLD}"
    r"|,? (?:chưa|không|đang|còn) (?:[^,;.:\n]|\d[.,]\d){3,120}? (?=(?:phải|cần|có trách nhiệm|chịu trách nhiệm)(?!\w))"
)

_AGREE = pattern(r",? (?:(?:trao đổi|bàn bạc|làm việc|phối hợp|cùng),? )*thống nhất (?:với nhau )?")
_BEFOREHAND = pattern(r"(?<!\w)(?:trước khi|để|làm cơ sở|, (?:báo cáo|trình|tham mưu|hoàn thiện|hoàn chỉnh)) ")


def end(low: str, at: int) -> int:
    """Return where the asides behind a subject that ends at an offset end; the offset itself where there are none."""
    match = _ASIDE.match(low, at)
    return match.end() if match else at


def narrowed(low: str, at: int, last: int) -> int | None:
    """Return where the relative clause ends that says which bodies of a group are meant, or None without one."""
    match = _WHICH.match(low, at, last)
    return match.end() if match else None


def agree_beforehand(low: str, at: int, last: int) -> bool:
    """Whether the words at an offset say to agree on something before going on: "thống nhất về X trước khi trình Y"."""
    agree = _AGREE.match(low, at, last)
    return agree is not None and _BEFOREHAND.search(low, agree.end(), last) is not None
