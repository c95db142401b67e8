"""How far a composed name goes: the purpose behind "Ban Chỉ đạo", the proper name behind "Công ty".

A complement ends at a place, at a word that begins a predicate (`stops.tsv`) and at punctuation, save a comma
inside a pair of purposes ("phòng, chống") or of abbreviations ("KKT, KCN").
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from kg.data import table
from kg.extract import places
from kg.extract.lexicon import Body, Common, Entry, Field, Head, Province, Stop, abbreviations, provinces, surnames
from kg.extract.places import Place
from kg.language.scan import Hit
from kg.language.words import fold, matching, modern, pattern
from kg.records import Level

Hits = Mapping[int, tuple[Hit[Entry], ...]]

FIELD_HEADS = frozenset({"Bộ", "Sở", "Phòng"})
OPEN_LIST_HEADS = frozenset({"Cục", "Vụ", "Tổng cục", "Tập đoàn", "Tổng công ty", "Công ty", "Báo", "Đài"})
HEAD_LEVELS = {
    "Bộ": Level.CENTRAL,
    "Sở": Level.PROVINCE,
    "Phòng": Level.DISTRICT,
    "Cục": Level.CENTRAL,
    "Vụ": Level.CENTRAL,
}
SINGLE_OFFICES = frozenset({"Văn phòng", "Thanh tra", "Ban cán sự đảng", "Cổng Thông tin điện tử", "Đảng ủy"})

LINKED_HEADS = frozenset({"Tổ công tác", "Đoàn công tác", "Đoàn kiểm tra", "Tổ kiểm tra"})

OFFICES_OF_OTHERS = LINKED_HEADS | {"Tổ giúp việc", "Tổ chỉ đạo"}
PARTY_COMMITTEES = frozenset({"Tỉnh ủy", "Thành ủy", "Huyện ủy", "Quận ủy", "Thị ủy"})

LIST_HEAD = pattern(
    r"(bộ|sở|cục|vụ|phòng|tổng cục|tập đoàn|tổng công ty|công ty|báo|đài)"
    r"(?:,? (?:và )?(?:ban|ngành|cơ quan|đơn vị|bộ|sở|vụ|cục|địa phương|tổng công ty|tập đoàn))*"
    r"(?: (?:có )?liên quan| tỉnh| thành phố| trung ương)*\s?:\s?(?!\s*\n)"
)
_LIST_HEADS = {"bộ": "Bộ", "sở": "Sở", "cục": "Cục", "vụ": "Vụ", "phòng": "Phòng", "báo": "Báo", "đài": "Đài"}

_PAIRED_COMMA = pattern(r", ?(?:chống|tránh|ứng phó|chữa|trừ|giảm nhẹ|kiểm sóat|dập|đẩy lùi)(?!\w)")
_ABBREVIATION_COMMA = re.compile(r", ?(?=(?:KKT|KCN|KCX|CCN|CNC)\b)")
_PURPOSE_BEGINS = pattern(
    r" (?:phòng|chống|ứng phó|thực hiện (?:chương trình|đề án|nghị quyết|chiến lược|quy chế|cuộc vận động|dự án)|"
    r"triển khai (?:chương trình|đề án|nghị quyết|chiến lược|dự án|quyết định số)|"
    r"xây dựng (?!kế hoạch|phương án)|phát triển|"
    r"quản lý|thẩm định|dự án|đầu tư|giao thông|dân dụng|nông nghiệp|thủy lợi|hạ tầng|các dự án|các khu|các chương trình|các công trình|khu |chuyển đổi|cải cách|"
    r"liên ngành|quốc gia|trung ương|nhà nước|giải phóng|giải quyết|bảo vệ|an tòan|tổng kết|sơ kết|tây |"
    r"đổi mới|hội nhập|\d{2,4}(?!\w)|covid|ở trung ương|của |số \d|về |điều phối|tìm kiếm|"
    r"công tác |phục hồi|di tích|chợ|bến|"
    r"kkt|kcn|giảm nghèo|xóa đói|vận động|kiểm sóat|giám sát|hỗ trợ|nhân đạo|đề án|chương trình|biên sọan|biên giới|"
    r"giúp việc|tổ chức (?:đại hội|kỷ niệm|lễ)|đại hội|lễ |cấp nước|thoát nước|vịnh|rừng|vườn|cửa khẩu|cảng)"
)
_TOKEN = re.compile(r"\w+(?:&\w+)*")
_WORD = re.compile(r"\d+-[A-ZĐ]+/[A-ZĐ]+|[\w'’]+(?:[-–&][\w'’]+)*|[–-]|&")
_LONGEST = 16


def list_head(word: str) -> str:
    """Return a list's head with its capital: "sở" as "Sở"."""
    return _LIST_HEADS.get(word, word[:1].upper() + word[1:])


def head_of(label: str) -> str:
    """Return the word that a fixed name shares with a list's head: "Sở" of "Sở Y tế"."""
    first = label.split(" ", 1)[0]
    return first if first in FIELD_HEADS else label


def province_named(name: str) -> str | None:
    """Return the province that a proper name is, with its kind, or None."""
    return provinces().get(fold(name))


def label(head: str, words: str) -> str:
    """Return a full name from its head and complement, abbreviations spelled out."""
    if len(words.split()) > 1 and words.isupper():
        words = " " + " ".join(word if _keeps_capitals(word) else word.lower() for word in words.split())
    spelled = _TOKEN.sub(lambda match: abbreviations().get(match[0], match[0]), words)
    return modern(" ".join(f"{head}{spelled}".split()).replace(" – ", " - "))


def _keeps_capitals(word: str) -> bool:
    """Whether a word of a shouted line is an abbreviation, and not a word in capitals."""
    bare = word.strip(",.;")
    return bare in abbreviations() or any(c.isdigit() for c in bare)


def nearest_field(text: str, head: str) -> str | None:
    """Return the field of a head whose name differs from a text by one letter, or None."""
    from rapidfuzz.distance import OSA

    for row in table("fields"):
        name = row["field"]
        if (
            head in row["used_by"]
            and abs(len(name) - len(text)) < 2
            and OSA.distance(matching(name), text, score_cutoff=1) < 2
        ):
            return name
    return None


def purpose(text: str, low: str, at: int, hits: Hits) -> int | None:
    """Return where the purpose at an offset (behind the head) ends, or None where there is none."""
    begins = _PURPOSE_BEGINS.match(low, at)
    capital = text[at : at + 1] == " " and text[at + 1 : at + 2].isupper() and not places.unit(text, low, at + 1)
    if not begins and not capital:
        return None
    if capital and not begins and _stop(low, at + 1, hits):
        return None
    first = begins.end() if begins and begins[0].strip() not in {"của", "về"} else None
    return _extent(text, low, at, hits, sure=first or at)


def name(text: str, low: str, at: int, hits: Hits) -> int | None:
    """Return where the proper name at an offset (behind the head) ends, or None where there is none."""
    following = text[at + 1 : at + 2]
    if text[at : at + 1] != " " or not (following.isupper() or following.isdigit() or _NAMING.match(low, at + 1)):
        return None
    return _extent(text, low, at, hits, sure=at)


_NAMING = pattern(
    r"(?:cổ phần|trách nhiệm|tnhh|đa khoa|dã chiến|truyền hình|tiếng nói|tư vấn|quản lý|dạy nghề|dịch vụ)"
)


def proper_name(text: str, low: str, at: int, hits: Hits) -> int | None:
    """Return where the name at an offset ends that an entry of a list is, or None."""
    if not text[at : at + 2].istitle():
        return None
    return _extent(text, low, at - 1, hits, sure=at - 1)


def _extent(text: str, low: str, at: int, hits: Hits, *, sure: int) -> int | None:
    """Follow the words of a complement to its end; before `sure` nothing ends it."""
    end, words = at, 0
    while words < _LONGEST:
        comma = _PAIRED_COMMA.match(low, end) or _ABBREVIATION_COMMA.match(text, end)
        step = comma.end() - 1 if comma and not comma[0].endswith(" ") else end
        if comma:
            end = comma.end() if comma.re is _PAIRED_COMMA else end
            step = comma.end() - 1
            if comma.re is _PAIRED_COMMA:
                words += 1
                continue
        if text[step : step + 1] != " ":
            break
        word = _WORD.match(text, step + 1)
        if not word or _ends_at(text, low, step + 1, hits, end > at, sure):
            break
        if word[0].casefold() in {"và", "-", "–", "&"} and not _goes_on(text, low, word.end() + 1, hits):
            break
        end, words = word.end(), words + 1
        if _closed(low, at, end):
            break
    return end if end > at else None


def _closed(low: str, at: int, end: int) -> bool:
    """Whether a name is complete: behind "Việt Nam" nothing belongs to it."""
    return low[at:end].endswith((" việt nam", " trung ương đảng"))


def _ends_at(text: str, low: str, at: int, hits: Hits, begun: bool, sure: int) -> bool:
    """Whether a name ends before the word at an offset."""
    if at <= sure:
        return False
    if begun and (places.group(low, at) or _place(text, low, at, hits)):
        return True
    stop = _stop(low, at, hits)
    if stop is None:
        verb = _verbs().match(low, at)
        return bool(verb and " " in verb[0] and text[at].islower())
    return not stop or bool(_OBJECT.match(low, at))


def qualifier(text: str, low: str, at: int, hits: Hits) -> int:
    """Return where the nouns that narrow a group down end: "chủ đầu tư" + "hạ tầng cụm công nghiệp"."""
    end = at
    for _ in range(6):
        word = _WORD.match(text, end + 1) if text[end : end + 1] == " " else None
        if (
            not word
            or word[0] in {"-", "–", "&"}
            or _stop(low, end + 1, hits) is not None
            or _verbs().match(low, end + 1)
        ):
            break
        if _place(text, low, end + 1, hits) or places.group(low, end + 1) or _LINK.match(low, end + 1):
            break
        end = word.end()
    return (
        end
        if low[end : end + 1] in ",;.:" or _verbs().match(low, end + 1) or _stop(low, end + 1, hits) is False
        else at
    )


_QUALIFIES = pattern(
    r" (?:quản lý|đầu mối|chủ trì|chủ quản|tham gia|vận hành|tư vấn|cung cấp|kinh doanh|sản xuất|khai thác|sự nghiệp|sử dụng|"
    r"thi công|chế biến|nuôi|trồng|nhập khẩu|xuất khẩu|đăng kiểm|kiểm định|giám sát|cấp nước|cấp điện)(?= [^\W\d_]| \d)"
)
_MANNER = pattern(r" (?:chặt|tốt|hiệu quả|nghiêm|đầy đủ|kịp thời|thường xuyên|ý kiến|thông tin|việc|các|với|cùng|cho|tại)(?!\w)")


def narrowed(text: str, low: str, at: int, hits: Hits) -> int:
    """Return where the words that make "đơn vị", "cơ quan" one kind of body end: "đơn vị" + "quản lý hồ đập".

    They end where a predicate, a mark or the text's line does; elsewhere there are none, and `at` is returned.
    """
    begins = _QUALIFIES.match(low, at)
    if not begins or _MANNER.match(low, begins.end()):
        return at
    end = begins.end()
    for _ in range(10):
        word = _WORD.match(text, end + 1) if text[end : end + 1] == " " else None
        if not word or (end > begins.end() and (_verbs().match(low, end + 1) or _stop(low, end + 1, hits) is False)):
            break
        end = word.end()
    closed = text[end : end + 1] in {":", "\n", ""} or (end > begins.end() and predicate_begins(low, end + 1))
    return end if closed and end > begins.end() else at


_LINK = pattern(r"(?:và|của|các|những|hoặc|đối|ở|tại|vào|ra|lên|xuống|bằng)(?!\w)")


def predicate_begins(low: str, at: int) -> bool:
    """Whether words of doing begin at an offset of a text in matching form."""
    return bool(_verbs().match(low, at))


@cache
def _verbs() -> re.Pattern[str]:
    words = sorted((matching(row["words"]) for row in table("verbs")), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})(?!\w)")


_OBJECT = pattern(
    r"(?:(?:tổ chức|kiểm tra|giám sát|kiểm sóat|tuyên truyền|hỗ trợ|thẩm định|tổng hợp),|"
    r"(?:tổ chức|tổng hợp|xây dựng|quản lý|kiểm tra|giám sát|kiểm sóat|phát triển|hỗ trợ|"
    r"thẩm định|tuyên truyền|ứng phó|"
    r"đầu tư|khắc phục|thanh tra|điều phối) (?:và |các |việc |kế hoạch|phương án|dự thảo|đề án|"
    r"báo cáo|quy chế|chặt|tốt|"
    r"thực hiện|triển khai|hội nghị|kịp thời|thường|nghiêm|địa phương|người|doanh nghiệp|công tác|"
    r"tình hình|hồ sơ|danh))"
)


def _stop(low: str, at: int, hits: Hits) -> bool | None:
    """Return whether the stop word at an offset is soft (True) or hard (False); None where there is none."""
    return next((hit.entry.soft for hit in hits.get(at, ()) if isinstance(hit.entry, Stop)), None)


def _place(text: str, low: str, at: int, hits: Hits) -> Place | None:
    place = places.unit(text, low, at)
    if place:
        return place
    for hit in hits.get(at, ()):
        if isinstance(hit.entry, Province) and text[at].isupper():
            return Place(hit.end, text[at : hit.end], Level.PROVINCE, province=hit.entry.label)
    return None


def _goes_on(text: str, low: str, at: int, hits: Hits) -> bool:
    """Whether what stands behind "và" or a dash belongs to the name, and is not another body or a verb."""
    if at >= len(text) or _stop(low, at, hits) is False or low.startswith(("các ", "những "), at):
        return False
    found = [hit.entry for hit in hits.get(at, ()) if isinstance(hit.entry, Body | Common | Head)]
    return not any(not isinstance(entry, Head) or not entry.single or text[at].isupper() for entry in found)


_LISTED = pattern(
    r"(?:các |\d{1,2} )?(?:tỉnh(?:,| và|/)? ?(?:các )?(?:thành phố|tp)?|thành phố)(?: trực thuộc trung ương)?\s?:?\s"
)
_NEXT = pattern(r"(?:, ?| và |,? ?và ?|; )(?:tỉnh |thành phố |tp\.? ?)?")


def provinces_listed(text: str, low: str, at: int) -> list[Place]:
    """Return the provinces of a list behind a body: "các tỉnh: Hòa Giang, Bình Nguyên"; fewer than two is none."""
    opening = _LISTED.match(low, at)
    if not opening or not (low.startswith(("các ",), at) or ":" in opening[0] or low[at : at + 1].isdigit()):
        return []
    found: list[Place] = []
    cursor = opening.end()
    while True:
        proper = places.proper(text, cursor)
        if not proper:
            break
        known = province_named(proper[0])
        if known is None and proper[0].split()[0] in surnames():
            break
        if not known and ":" not in opening[0] and not found:
            break
        full = known or f"tỉnh {proper[0]}"
        found.append(Place(proper[1], full, Level.PROVINCE, province=full))
        separator = _NEXT.match(low, proper[1])
        if not separator:
            break
        cursor = separator.end()
    return found if len(found) > 1 or (found and ":" in opening[0]) else []


__all__ = [
    "Field",
    "head_of",
    "label",
    "list_head",
    "name",
    "proper_name",
    "province_named",
    "provinces_listed",
    "purpose",
]
