"""What the commands tell a user, in English and in Vietnamese.

Invariant: both languages of a message have the same places to fill (a test compares them).
"""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, tuple[str, str]]] = {
    "interrupted": ("interrupted; what was finished is kept", "đã dừng; phần đã làm xong được giữ lại"),
    "memory": ("not enough memory", "không đủ bộ nhớ"),
    "system": ("{what}", "{what}"),
    "written": ("written: {path}", "đã ghi: {path}"),
    "reading": ("reading notices", "đang đọc thông báo"),
    "built": (
        "{read} read, {replaced} replaced, {unchanged} unchanged, {removed} removed, {refused} refused; "
        "the store is {store}",
        "đọc mới {read}, đọc lại {replaced}, không đổi {unchanged}, bỏ {removed}, từ chối {refused}; "
        "kho dữ liệu: {store}",
    ),
    "gone": (
        "no longer there, but still in the store: {names}; `--prune` removes them",
        "tệp không còn nhưng vẫn trong kho: {names}; dùng `--prune` để bỏ",
    ),
    "open jurisdiction": (
        "no province is shown by: {names}; if they are about one, say which: kg build --jurisdiction 'tỉnh …' FILE, "
        "a row of notices.csv beside them, or kg review",
        "văn bản không cho biết tỉnh: {names}; nếu là văn bản của một tỉnh, hãy nêu rõ: "
        "kg build --jurisdiction 'tỉnh …' TỆP, một dòng trong notices.csv cạnh tệp, hoặc kg review",
    ),
    "no doubts": ("nothing is doubtful", "không có gì còn nghi vấn"),
    "decided": (
        "{count} decided, in {path}; `kg build PATH --decisions {path}` applies it",
        "đã quyết định {count}, ghi vào {path}; dùng `kg build TỆP --decisions {path}` để áp dụng",
    ),
    "doubt jurisdiction": (
        "Which province is this notice about?",
        "Thông báo này của tỉnh nào?",
    ),
    "doubt same": ("Are these one, or two?", "Đây là một hay là hai?"),
    "doubt name": ("Which full name has this short mention?", "Tên gọi tắt này có tên đầy đủ là gì?"),
    "ask jurisdiction": (
        "its name (tỉnh …, thành phố …); Enter: later, q: quit",
        "tên tỉnh (tỉnh …, thành phố …); Enter: để sau, q: thôi",
    ),
    "ask same": ("1: one, 2: two; Enter: later, q: quit", "1: một, 2: hai; Enter: để sau, q: thôi"),
    "ask name": (
        "a number, or the name itself; Enter: later, q: quit",
        "một số, hoặc chính tên đó; Enter: để sau, q: thôi",
    ),
    "nothing said": (
        "{source}: no directive, meeting or agency found; is it a notice?",
        "{source}: không thấy nhiệm vụ, cuộc họp hay cơ quan nào; đây có phải thông báo không?",
    ),
    "conforms": ("the graph conforms to its shapes", "đồ thị phù hợp với các ràng buộc"),
    "violations": (
        "the graph breaks its shapes; findings: {count}",
        "đồ thị vi phạm ràng buộc; số phát hiện: {count}",
    ),
    "no loss": ("no measure fell", "không chỉ số nào giảm"),
    "title": ("title", "tiêu đề"),
    "number": ("number", "số"),
    "issued": ("issued", "ngày ban hành"),
    "issuer": ("issuer", "cơ quan ban hành"),
    "signatory": ("signed by", "người ký"),
    "jurisdiction": ("province", "tỉnh"),
    "meeting": ("meeting", "cuộc họp"),
    "held on": ("held on", "ngày họp"),
    "held by": ("held by", "cơ quan họp"),
    "chair": ("chair", "chủ trì"),
    "mode": ("mode", "hình thức"),
    "attendees": ("attendees", "dự họp"),
    "official": ("official", "người"),
    "recipients": ("recipients", "nơi nhận"),
    "citations": ("cites", "viện dẫn"),
    "item": ("item", "mục"),
    "who": ("who", "ai làm"),
    "with whom": ("with whom", "với ai"),
    "by when": ("by when", "thời hạn"),
    "text": ("what the notice says", "thông báo viết"),
    "leads": ("leads", "chủ trì"),
    "inherited": ("from above", "theo phần trên"),
    "coordinating": ("with", "phối hợp"),
    "reportsTo": ("reports to", "báo cáo"),
    "submitsTo": ("submits to", "trình"),
    "advises": ("advises", "tham mưu"),
    "directs": ("directs", "chỉ đạo"),
    "loss": ("{count} measures fell", "{count} chỉ số giảm"),
}


def message(name: str, language: str, **values: object) -> str:
    """Return a message in a language ("vi" or "en"), its places filled."""
    english, vietnamese = MESSAGES[name]
    return (vietnamese if language == "vi" else english).format(**values)
