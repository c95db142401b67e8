"""The words of composed names: the heads that share a grammar, and how a name is spelled out in full.

Invariant: a pure function of the words and of the tables in `kg.data`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from rapidfuzz.distance import OSA

from kg.data import table
from kg.extract.lexicon import abbreviations, provinces
from kg.language.words import fold, matching, modern, pattern
from kg.records import Level

FIELD_HEADS = frozenset({"Bộ", "Sở", "Phòng"})
OPEN_LIST_HEADS = frozenset(
    {"Cục", "Vụ", "Tổng cục", "Tập đoàn", "Tổng công ty", "Công ty", "Báo", "Đài", "Bệnh viện", "Ngân hàng"}
    | {"Trường Đại học", "Trường Cao đẳng", "Học viện", "Viện", "Trung tâm", "Chi cục", "Hội", "Khoa"}
)
HEAD_LEVELS = {
    "Bộ": Level.CENTRAL,
    "Sở": Level.PROVINCE,
    "Phòng": Level.DISTRICT,
    "Cục": Level.CENTRAL,
    "Vụ": Level.CENTRAL,
}
MINISTRY, DEPARTMENT, OFFICE_OF_DISTRICT = "Bộ", "Sở", "Phòng"
OWN_KINDS = (MINISTRY, DEPARTMENT)
"""What a body of the kind is called in the notices that it issues itself."""

COMMON_WORDS_AS_HEADS = frozenset({"Hội", "Đội", "Tổ", "Khoa", "Trạm", "Đài", "Báo", "Quỹ", "Ban"})
"""Heads that one capitalised syllable behind them makes a place or a street: "Hội An", "Đội Cung"."""

NAMED_BY_WORK = frozenset({"Viện", "Phòng", "Trung tâm", "Công ty", "Khoa"})
"""Heads whose names begin with a word of doing: "Viện Nghiên cứu ứng dụng …"."""

NAMED_BY_FIELDS = frozenset({"Cục", "Chi cục", "Trung tâm", "Phòng"})
"""Heads whose names list fields with commas: "Chi cục Quản lý chất lượng nông, lâm sản và thủy sản"."""

PROJECT_BOARD = "Ban Quản lý dự án"
NUMBERED = frozenset({PROJECT_BOARD})
"""Heads that a number alone completes: "Ban Quản lý dự án 2"."""

NAMED_WITH_DASH = ("Phòng ", "Ban ", "Khoa ", "Vụ ")
"""Beginnings of the names that a dash goes on: "Phòng Kinh tế - Quản lý chợ"."""

MEANT_ALONE = frozenset(
    {"Công ty", "Trung tâm", "Trường", "Viện", "Bệnh viện", "Khoa", "Cục", "Tổng cục", "Thư viện", "Ngân hàng"}
)
"""Heads of proper names that, with a capital letter and what they do behind them, mean the one named last."""

SINGLE_OFFICES = frozenset({"Văn phòng", "Thanh tra", "Ban cán sự đảng", "Cổng Thông tin điện tử", "Đảng ủy"})

LINKED_HEADS = frozenset({"Tổ công tác", "Đoàn công tác", "Đoàn kiểm tra", "Tổ kiểm tra"})

COMMON_HEADS = frozenset(
    {"Tập đoàn", "Tổng công ty", "Công ty", "Đoàn công tác", "Tổ công tác", "Đoàn kiểm tra", "Hội đồng"}
    | {"Hạt Kiểm lâm", "Đồn Biên phòng"}
)
OFFICES_OF_OTHERS = LINKED_HEADS | {"Tổ giúp việc", "Tổ chỉ đạo"}
OFFICES_NAMED_ALONE = OFFICES_OF_OTHERS | {"Ban Thường trực"}
"""Offices of other bodies that a notice also names without the body: "Tổ công tác"."""
PARTY_COMMITTEES = frozenset({"Tỉnh ủy", "Thành ủy", "Huyện ủy", "Quận ủy", "Thị ủy"})

PARTY_BOARDS = (
    "Ban Tổ chức",
    "Ban Tuyên giáo",
    "Ban Dân vận",
    "Ban Nội chính",
    "Ban Tuyên giáo và Dân vận",
    "Ủy ban Kiểm tra",
)
"""Bodies of a party committee that have an office of their own."""

PARTY_CELL = "Chi bộ"
LOCAL_COMMITTEE = "Đảng ủy"
"""The party committee of a commune; of the levels above it there are those of `PARTY_COMMITTEES`."""

UNIONS = ("Hội Nông dân", "Hội Cựu chiến binh", "Hội Liên hiệp Phụ nữ", "Hội Phụ nữ", "Liên đoàn Lao động")
"""Mass organisations that each level has."""

NAMED_BY_PLACE = PARTY_COMMITTEES | {"Tỉnh đoàn", "Thành đoàn", "Huyện đoàn"}
"""Bodies that a place's name alone completes, without the word for its kind: "Tỉnh đoàn Sông Lam"."""

SEATED = frozenset(
    {"Kho bạc Nhà nước", "Bảo hiểm xã hội", "Tòa án nhân dân", "Viện kiểm sát nhân dân", "Chi cục Thuế", "Điện lực"}
    | {"Hạt Kiểm lâm", "Ngân hàng Chính sách xã hội", "Bưu điện", "Viễn thông", "Đội Quản lý thị trường"}
    | {"Chi nhánh Văn phòng Đăng ký đất đai"}
)
"""Local bodies that their seat's name alone completes: "Kho bạc Nhà nước An Lĩnh"."""

OWNERS_OF_BOARDS = (
    r"(?:tỉnh|thành|huyện|quận|thị|đảng) ủy|(?:hđnd|hội đồng nhân dân)"
    r"(?: (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|đặc khu)(?!\w))?"
)
"""What the boards of a list are of: a party committee ("Ban Tổ chức" + "Tỉnh ủy") or a council."""

_PROJECT_BOARDS = r"(?:ban quản lý|ban ql|bql) ?(?:dự án|da)"
_OTHER_KINDS = (
    r"(?:ban|ngành|cơ quan|đơn vị|bộ|sở|vụ|cục|tổng cục|viện|trung tâm|chi cục|phòng|địa phương|tổng công ty|"
    r"tập đoàn|công ty|học viện)"
)
LIST_HEAD = pattern(
    rf"(?P<head>{_PROJECT_BOARDS}|ban|bộ|sở|cục|vụ|phòng|tổng cục|tập đoàn|tổng công ty|công ty|báo|đài|bệnh viện|"
    r"ngân hàng|trường (?:đại học|cao đẳng|thpt|trung học phổ thông|thcs|trung học cơ sở|tiểu học|mầm non)|"
    r"trường|học viện|viện|trung tâm|chi cục|hội|khoa)"
    rf"(?P<more>(?:(?:,|,? và|/)? ?(?<!\w){_OTHER_KINDS}(?!\w))*)"
    r"(?: (?:có )?liên quan| tỉnh| thành phố| trung ương)*(?: xây dựng đảng| đảng| chuyên môn| chức năng)?"
    rf"(?: (?:của |(?:trực )?thuộc )?(?P<owner>{OWNERS_OF_BOARDS}|bộ|sở|văn phòng chính phủ))?"
    r"\s?:\s?(?!\s*\n)"
)
_PROJECT_BOARD, _KIND = pattern(_PROJECT_BOARDS), pattern(_OTHER_KINDS)
_SCHOOLS = {
    f"trường {short}": f"Trường {full}"
    for full in ("Trung học phổ thông", "Trung học cơ sở", "Tiểu học", "Mầm non")
    for short in (matching(full), "".join(word[0] for word in matching(full).split()))
}
_LIST_HEADS = {matching(head): head for head in (*FIELD_HEADS, *OPEN_LIST_HEADS, "Ban", "Trường")} | _SCHOOLS
_LIST_NOUNS = frozenset({"ban", "bộ", "sở", "phòng"})
"""Heads that behind another one only say what else there is: "các Vụ, phòng: …"."""

_COMMITTEES = ("Ban Chỉ đạo", "Tiểu ban")
_DEFINED = re.compile(r" ?\((?:(?:sau đây )?(?:viết|gọi) tắt là:? )?[“\"]?(?P<short>[A-ZĐ]{3,10})[”\"]?\)")
_JOINT_STOCK = re.compile(r"^ CP (?=\w)")
_TOKEN = re.compile(r"\w+(?:&\w+)*")


def list_heads(first: str, more: str) -> tuple[str, ...]:
    """Return the heads that stand before a list's colon, the first one first: "Vụ", "Cục" of "vụ, cục"."""
    if _PROJECT_BOARD.fullmatch(first):
        return (PROJECT_BOARD,)
    others = (word for word in _KIND.findall(more) if word in _LIST_HEADS and word not in _LIST_NOUNS)
    return tuple(dict.fromkeys(_LIST_HEADS[word] for word in (first, *others)))


def owner_of_boards(words: str) -> str:
    """Return the committee or council in its own spelling: "hđnd tỉnh" as "Hội đồng nhân dân tỉnh"."""
    council = words.startswith(("hđnd", "hội đồng nhân dân"))
    place = words.removeprefix("hđnd").removeprefix("hội đồng nhân dân")
    return f"Hội đồng nhân dân{place}" if council else f"{words[:1].upper()}{words[1:]}"


def head_of(label: str) -> str:
    """Return the word that a fixed name shares with a list's head: "Sở" of "Sở Y tế"."""
    committee = next((head for head in _COMMITTEES if label.startswith(f"{head} ")), None)
    if committee:
        return committee
    first = label.split(" ", 1)[0]
    return first if first in FIELD_HEADS else label


def province_named(name: str) -> str | None:
    """Return the province that a proper name is, with its kind, or None."""
    return provinces().get(fold(name))


def label(head: str, words: str) -> str:
    """Return a full name from its head and complement, abbreviations spelled out."""
    if head.endswith("ông ty"):
        words = _JOINT_STOCK.sub(" Cổ phần ", words)
    if len(words.split()) > 1 and words.isupper():
        words = " " + " ".join(word if _keeps_capitals(word) else word.lower() for word in words.split())
        words = words.replace("trung ương", "Trung ương")
    spelled = _TOKEN.sub(lambda match: abbreviations().get(match[0], match[0]), words)
    return modern(" ".join(f"{head}{spelled}".split()).replace(" – ", " - "))


def defined(text: str) -> dict[str, str]:
    """Return the abbreviations that a text itself gives: "vật liệu nổ công nghiệp (VLNCN)", "(gọi tắt là …)".

    Each letter begins one of the words before the bracket, in order.
    """
    found: dict[str, str] = {}
    for match in _DEFINED.finditer(text):
        letters = [c for c in matching(match["short"]) if c.isalpha()]
        words = text[max(0, match.start() - 120) : match.start()].split()[-len(letters) :]
        if len(words) == len(letters) and all(w[:1].lower() == c for w, c in zip(words, letters, strict=True)):
            found.setdefault(match["short"], modern(" ".join(words)))
    return found


def spelled_out(label: str, short: Mapping[str, str]) -> str:
    """Return a label with the abbreviations that its text gives in full."""
    return _TOKEN.sub(lambda match: short.get(match[0], match[0]), label) if short else label


def _keeps_capitals(word: str) -> bool:
    """Whether a word of a shouted line is an abbreviation, and not a word in capitals."""
    bare = word.strip(",.;")
    return bare in abbreviations() or any(c.isdigit() for c in bare)


def nearest_field(text: str, head: str) -> str | None:
    """Return the field of a head whose name differs from a text by one letter, or None."""
    for row in table("fields"):
        name = row["field"]
        if (
            head in row["used_by"]
            and abs(len(name) - len(text)) < 2
            and OSA.distance(matching(name), text, score_cutoff=1) < 2
        ):
            return name
    return None
