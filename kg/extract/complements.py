"""How far a composed name goes: the purpose behind "Ban Chỉ đạo", the proper name behind "Công ty".

A complement ends at a place, at a word that begins a predicate (`stops.tsv`, `verbs.tsv`) and at punctuation, save
a comma inside a pair of purposes ("phòng, chống") or of abbreviations ("KKT, KCN").
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kg.data import table
from kg.extract import places
from kg.extract.lexicon import Body, Common, Entry, Field, Head, Province, Stop, abbreviations
from kg.language.scan import Hit
from kg.language.words import CAPITALS, SMALL, matching, pattern

_PAIRED_COMMA = pattern(
    r", ?(?:chống|tránh|ứng phó|chữa|trừ|giảm nhẹ|kiểm sóat|dập|đẩy lùi|lãng phí|tiêu cực|gian lận|hàng giả|"
    r"đổi mới sáng tạo|nhà dột nát|(?<=khoa học, )công nghệ|(?<=công trình, )dự án)(?!\w)"
)
_ABBREVIATION_COMMA = re.compile(r", ?(?=(?:KKT|KCN|KCX|CCN|CNC)\b)")
_PURPOSE_BEGINS = pattern(
    r" (?:phòng|chống|ứng phó|thực hiện (?:chương trình|đề án|nghị quyết|chiến lược|quy chế|cuộc vận động|dự án)|"
    r"triển khai (?:chương trình|đề án|nghị quyết|chiến lược|dự án|quyết định số)|"
    r"xây dựng (?!kế hoạch|phương án)|phát triển|"
    r"quản lý|thẩm định|dự án|chuyên ngành|đầu tư|giao thông|dân dụng|nông nghiệp|thủy lợi|hạ tầng|các dự án|các khu|"
    r"các chương trình|các công trình|khu |chuyển đổi|cải cách|"
    r"liên ngành|quốc gia|trung ương|nhà nước|giải phóng|giải quyết|bảo vệ|an tòan|tổng kết|sơ kết|tây |"
    r"đổi mới|hội nhập|\d{2,4}(?!\w)|covid|ở trung ương|của |số \d|về |điều phối|tìm kiếm|"
    r"công tác |phục hồi|di tích|chợ|bến|giá đất(?: cụ thể)?|bảng giá|quốc phòng|khoa học|tiêm chủng|"
    r"tổng (?:điều tra|kiểm kê)|bồi thường|dịch vụ|"
    r"kkt|kcn|giảm nghèo|xóa đói|vận động|kiểm sóat|giám sát|hỗ trợ|nhân đạo|đề án|chương trình|biên sọan|biên giới|"
    r"giúp việc|tổ chức (?:đại hội|kỷ niệm|lễ)|đại hội|lễ |cấp nước|thoát nước|vịnh|rừng|vườn|cửa khẩu|cảng)"
)
_NUMBER = re.compile(r" \d(?![\w%]|[./-]\d)")
_OWN_UNIT = pattern(r"(?<!hợp tác )(?:xã|phường|huyện|quận|thị xã|thị trấn|đặc khu)(?=[ .,;:)\n]|$)")
_WORD = re.compile(r"\d+-[A-ZĐ]+/[A-ZĐ]+|[\w'’]+(?:[-–&][\w'’]+)*|[–-]|&")
_LONGEST = 24
_ABOUT = pattern(r" về (?!việc)[a-zà-ỹđ]")
_DASHED_NAME = re.compile(
    r" [-–] (?!Quản|Phát triển|Hỗ trợ|Xúc tiến|Khai thác|Bảo vệ|Kiểm|Đầu tư|Giám sát|Dịch vụ|Tư vấn)"
    rf"[{CAPITALS}][{SMALL}]+ [{SMALL}]+ $"
)
_CAPITALISED = re.compile(rf"[{CAPITALS}][{SMALL}]")
_OWNED = pattern(r"(?: của [a-zà-ỹđ ]+| trung ương| quốc gia| nhà nước)$")
_FIELD_COMMA = pattern(r",(?= (?!các |những |một số |cùng |trong đó|đồng thời)[a-zà-ỹđ][^,;.:()]{2,60}(?:,| và ))")
_NAMING = pattern(
    r"(?:cổ phần|trách nhiệm|tnhh|đa khoa|dã chiến|truyền hình|tiếng nói|tư vấn|quản lý|dạy nghề|dịch vụ)"
)
_LINK = pattern(r"(?:và|của|các|những|hoặc|đối|ở|tại|vào|ra|lên|xuống|bằng)(?!\w)")
_QUALIFIES = pattern(
    r" (?:quản lý|đầu mối|chủ trì|chủ quản|tham gia|vận hành|tư vấn|cung cấp|kinh doanh|sản xuất|khai thác|"
    r"sự nghiệp|sử dụng|"
    r"thi công|đóng quân|điện lực|chế biến|nuôi|trồng|nhập khẩu|xuất khẩu|đăng kiểm|kiểm định|giám sát|cấp nước|"
    r"cấp điện)(?= [^\W\d_]| \d)"
)
_MANNER = pattern(
    r" (?:chặt|tốt|(?:có )?hiệu quả|nghiêm|đầy đủ|kịp thời|thường xuyên|ý kiến|thông tin|việc|các|với|cùng|cho|"
    r"tại)(?!\w)"
)
_OBJECT = pattern(
    r"(?:(?:tổ chức|kiểm tra|giám sát|kiểm sóat|tuyên truyền|hỗ trợ|thẩm định|tổng hợp),|"
    r"tổng hợp (?:trình|để|gửi)(?!\w)|"
    r"(?:tổ chức|tổng hợp|(?<!đầu tư )xây dựng|quản lý|kiểm tra|giám sát|kiểm sóat|phát triển|hỗ trợ|"
    r"thẩm định|tuyên truyền|ứng phó|"
    r"đầu tư|khắc phục|thanh tra|điều phối) (?:và |các |việc |kế hoạch|phương án|dự thảo|đề án|"
    r"báo cáo|quy chế|chặt|tốt|"
    r"thực hiện|triển khai|hội nghị|kịp thời|thường|nghiêm|địa phương|người|doanh nghiệp|công tác|"
    r"tình hình|hồ sơ|danh|chương trình|hệ thống|quy trình|quy định|văn bản|nội dung|đề cương|lộ trình|tiêu chí|"
    r"cơ chế|cơ sở dữ liệu|tổ |nhiệm vụ|tiến độ|chất lượng|kết quả|số liệu|"
    r"sự cố|hậu quả|thông điệp|mô hình|phần mềm|các nhiệm vụ))"
)


_NUMBERED = pattern(r"(?<!\w)(?:đề án|dự án|chỉ thị|nghị quyết|nghị định|quyết định|kế hoạch|chương trình|số) $")
_ORGANISES = pattern(
    r"tổ chức (?!cán bộ|hành chính|nhân sự|lao động|đảng|cơ sở|bộ máy|biên chế|sự kiện|đại hội|lễ|kỷ niệm|và|-|–|"
    r"thi hành|hội|cuộc|kỳ|ngày|bầu cử|sản xuất|quản lý|chính trị|phi chính phủ)"
)
_ZONES = pattern(r"và các (?:khu|cụm) (?:công nghiệp|kinh tế)(?!\w)")
_NO_NAME = pattern(
    r"(?:nội dung|nhiệm vụ|kết quả|cán bộ|công chức|nhân dân|ý kiến|việc|tình hình|một số|tòan thể)(?!\w)"
)
_OF_THEIRS = pattern(r"của (?:đơn vị|mình|địa phương|cơ quan)(?!\w)")
_INITIALS = re.compile(rf"(?<=[{SMALL}] )([A-ZĐ]{{3,}}) $")
_SECOND_OF_NAME = re.compile(rf" [{CAPITALS}][{SMALL}]{{0,5}} [{CAPITALS}][{SMALL}]+$")
_PROPER_NAME = re.compile(rf"(?:^| )[{CAPITALS}][{SMALL}]+ [{CAPITALS}][{SMALL}]+ $")


def predicate_begins(low: str, at: int) -> bool:
    """Whether words of doing begin at an offset of a text in matching form."""
    return bool(_verbs().match(low, at))


@cache
def _compounds() -> frozenset[str]:
    return frozenset(matching(row["word"]) for row in table("compounds"))


@cache
def _verbs() -> re.Pattern[str]:
    words = sorted((matching(row["words"]) for row in table("verbs")), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})(?!\w)")


@dataclass(frozen=True)
class Complements:
    """Finds the ends of complements in one text; `at` is always the offset right behind the head."""

    text: str
    low: str
    hits: Mapping[int, tuple[Hit[Entry], ...]]

    def purpose(self, at: int, *, numbered: bool = False) -> int | None:
        """Return where the purpose at an offset ends, or None where there is none.

        `numbered` says that a number alone may be it: "Ban Quản lý dự án" + "2".
        """
        if numbered and (number := _NUMBER.match(self.text, at)):
            return number.end()
        begins = self.begins_purpose(at)
        capital = self._capital(at) and not places.unit(self.text, self.low, at + 1)
        if not begins and (not capital or self._stop(at + 1)):
            return None
        first = begins.end() if begins and begins[0].strip() not in {"của", "về"} else at
        return self._extent(at, sure=first)

    def begins_purpose(self, at: int) -> re.Match[str] | None:
        """Return the words at an offset that a purpose begins with, or None."""
        return _PURPOSE_BEGINS.match(self.low, at)

    def name(self, at: int, *, names_work: bool = False, listed: bool = False) -> int | None:
        """Return where the proper name at an offset ends, or None where there is none.

        `names_work` says that it may begin with a word of doing: "Viện" + "Nghiên cứu ứng dụng"; `listed` that it may
        list fields: "Chi cục" + "Quản lý chất lượng nông, lâm sản và thủy sản".
        """
        named = self._capital(at) or self.text[at + 1 : at + 2].isdigit() or _NAMING.match(self.low, at + 1)
        if self.text[at : at + 1] != " " or not named:
            return None
        work = _NAMING.match(self.low, at + 1) or (names_work and self._capitalised_stop(at + 1))
        return self._extent(at, sure=self._stop_end(at + 1) if work else at, listed=listed)

    def entry(self, at: int) -> int | None:
        """Return where the name that begins at an offset ends, as an entry of a list, or None."""
        if not self.text[at : at + 2].istitle():
            return None
        return self._extent(at - 1, sure=at - 1)

    def qualifier(self, at: int) -> int:
        """Return where the nouns that narrow a group down end: "chủ đầu tư" + "hạ tầng cụm công nghiệp"."""
        end = at
        for _ in range(6):
            word = self._word(end)
            if not word or word[0] in {"-", "–", "&"} or self._breaks_noun(end + 1):
                break
            end = word.end()
        return end if self.low[end : end + 1] in ",;.:" or self._predicate(end + 1) else at

    def narrowed(self, at: int) -> int:
        """Return where the words that make "đơn vị", "cơ quan" one kind of body end: "đơn vị" + "quản lý hồ đập".

        They end where a predicate, a mark or the text's line does; elsewhere there are none, and `at` is returned.
        """
        begins = _QUALIFIES.match(self.low, at)
        if not begins or _MANNER.match(self.low, begins.end()):
            return at
        end = first = begins.end()
        if begins[0] == " quản lý" and self._stop(end + 1) is False and self._predicate(end + 1):
            return at
        whole = begins[0].endswith((" nước", " điện", " điện lực", " đóng quân"))
        for _ in range(10):
            word = self._word(end)
            if not word or ((end > first or whole) and self._predicate(end + 1)):
                break
            end = word.end()
        if self.low.endswith(" có", first, end):  # of "có liên quan"
            end -= len(" có")
        marked = self.text[end : end + 1] in {":", "\n", ""}
        ended = end > first or whole
        return end if ended and (marked or self._predicate(end + 1)) else at

    def takes_object(self, at: int) -> bool:
        """Whether the words at an offset are a verb with its object, and no part of a name: "xây dựng kế hoạch"."""
        return bool(_OBJECT.match(self.low, at))

    def begins_word(self, at: int, end: int) -> bool:
        """Whether the word [at, end) is only the first syllable of a longer one: "hàng" of "hàng hải"."""
        second = self._word(end)
        return second is not None and self.low[at : second.end()] in _compounds()

    def inside_word(self, at: int) -> bool:
        """Whether the syllable at an offset is the second of a word: "trình" of "công trình"."""
        before = self.low.rfind(" ", 0, max(at - 1, 0)) + 1
        syllable = _WORD.match(self.low, at)
        return syllable is not None and f"{self.low[before : at - 1]} {syllable[0]}" in _compounds()

    # ------------------------------------------------------------ steps

    def _capital(self, at: int) -> bool:
        return self.text[at : at + 1] == " " and self.text[at + 1 : at + 2].isupper()

    def _word(self, end: int) -> re.Match[str] | None:
        return _WORD.match(self.text, end + 1) if self.text[end : end + 1] == " " else None

    def _extent(self, at: int, *, sure: int, listed: bool = False) -> int | None:
        """Follow the words of a complement to its end; up to `sure` nothing ends it.

        `listed` says that it may list fields with commas.
        """
        end, about = at, False
        for _ in range(_LONGEST):
            if paired := _PAIRED_COMMA.match(self.low, end) or ((about or listed) and self._field_comma(end)):
                end = paired.end()
                continue
            if not about and self._about(end) and _OWNED.search(self.low, at, end):
                about, end = True, end + len(" về")
                sure = max(sure, self._stop_end(end + 1))
                continue
            comma = _ABBREVIATION_COMMA.match(self.text, end)
            step = comma.end() - 1 if comma else end
            word = self._word(step)
            worked = at < sure == step
            if not word or (step + 1 > sure and self._ends(step + 1, begun=end > at, worked=worked)):
                break
            if word[0] == "và" and self._capitalised_stop(word.end() + 1):
                sure = max(sure, self._stop_end(word.end() + 1))
            elif word[0].casefold() in {"và", "-", "–", "&"} and not self._goes_on(word.end() + 1):
                break
            end = word.end()
            if self.low[at:end].endswith((" việt nam", " trung ương đảng")):
                break
        return end if end > at else None

    def _stop_end(self, at: int) -> int:
        """Return where the stop word at an offset ends, or the offset where there is none."""
        return max((hit.end for hit in self.hits.get(at, ()) if isinstance(hit.entry, Stop)), default=at)

    def _capitalised_stop(self, at: int) -> bool:
        """Whether a word of doing has the capital letter of a name: "Bảo đảm" of "Khảo thí và Bảo đảm chất lượng"."""
        capital = bool(_CAPITALISED.match(self.text, at)) and self._stop(at) is not None
        end = self._stop_end(at) if capital else at
        return capital and not any(hit.end >= end and self._is_body(hit, at) for hit in self.hits.get(at, ()))

    def _about(self, end: int) -> bool:
        """Whether words for what a committee is about stand behind "về", and no proper name does."""
        match = _ABOUT.match(self.low, end)
        if match is None:
            return False
        return self.text[match.end() - 1].islower() or self.text[match.start() : match.end()].isupper()

    def _field_comma(self, end: int) -> re.Match[str] | None:
        """A comma between the fields that a committee is about: "về phát triển khoa học, công nghệ và …"."""
        comma = _FIELD_COMMA.match(self.low, end)
        if comma is None:
            return None
        at = comma.end() + 1
        capital = self.text[at].isupper() and not self.text[at : at + 2].isupper()
        ends = capital or self._stop(at) is False or places.group(self.low, at)
        return None if ends or any(self._is_body(hit, at) for hit in self.hits.get(at, ())) else comma

    def _ends(self, at: int, *, begun: bool, worked: bool) -> bool:
        """Whether a name ends before the word at an offset; `worked`: behind the word of doing it is named by."""
        if begun and _OF_THEIRS.match(self.low, at):
            return True
        if begun and not self._counts(at) and (places.group(self.low, at) or self._at_place(at)):
            return True
        named = begun and _SECOND_OF_NAME.search(self.text, max(0, at - 8), self._stop_end(at))
        stop = None if named or _ZONES.match(self.low, at) else self._stop(at)
        if stop is None:
            verb = _verbs().match(self.low, at)
            return bool(verb and " " in verb[0] and self.text[at].islower() and not worked)
        if begun and _ORGANISES.match(self.low, at) and self.text[at].islower():
            return True
        numbered = self.text[at].islower() and self.text[at - 2 : at - 1].isdigit()
        if not stop or numbered or self._behind_proper_name(at) or self._behind_initials(at) or self.takes_object(at):
            return True
        return self._behind_dashed_name(at)

    def _counts(self, at: int) -> bool:
        """Whether the number at an offset is a document's or a programme's, and counts no places: "Đề án 06 tỉnh"."""
        return self.text[at].isdigit() and bool(_NUMBERED.search(self.low, 0, at))

    def _behind_proper_name(self, at: int) -> bool:
        """Whether two capitalised words stand before the lower-case word at an offset: "Sông Lam kiểm tra"."""
        return self.text[at].islower() and bool(_PROPER_NAME.search(self.text, max(0, at - 24), at))

    def _behind_dashed_name(self, at: int) -> bool:
        """Whether a pair of nouns ends before the verb at an offset: "Hành chính - Tổng hợp đăng ký"."""
        dashed = self.text[at].islower() and _DASHED_NAME.search(self.text, max(0, at - 24), at)
        return bool(dashed) and predicate_begins(self.low, at)

    def _behind_initials(self, at: int) -> bool:
        """Whether a name all in initials stands before the lower-case word at an offset: "Cục QLKCB tổng hợp"."""
        before = _INITIALS.search(self.text, max(0, at - 16), at)
        return self.text[at].islower() and before is not None and before[1] not in abbreviations()

    def _goes_on(self, at: int) -> bool:
        """Whether what stands behind "và" or a dash belongs to the name, and is not another body or a verb."""
        if at >= len(self.text) or self._stop(at) is False or self.low.startswith(("các ", "những "), at):
            return bool(_ZONES.match(self.low, at - len("và ")))
        if self.text[at].islower() and _NO_NAME.match(self.low, at):
            return False
        return not any(self._is_body(hit, at) for hit in self.hits.get(at, ()))

    def _is_body(self, hit: Hit[Entry], at: int) -> bool:
        """Whether a hit is another body: a head that is also a common word is one with a capital letter, and, where a
        place completes it, with the place: "Toán và Thống kê" against "Tài chính và Thống kê tỉnh"."""
        entry = hit.entry
        if not isinstance(entry, Head) or not entry.single:
            return isinstance(entry, Body | Common | Head)
        placed = self._at_place(hit.end + 1) or places.group(self.low, hit.end + 1)
        return self._upper(at) and (entry.complement != "place" or bool(placed))

    def _upper(self, at: int) -> bool:
        return self.text[at].isupper()

    def _own_unit(self, at: int) -> bool:
        """Whether "quận", "xã" without a name stands at an offset, and a predicate or a mark behind it."""
        match = _OWN_UNIT.match(self.low, at)
        if match is None:
            return False
        return not self.low.startswith(" ", match.end()) or self._predicate(match.end() + 1)

    def _breaks_noun(self, at: int) -> bool:
        stops = self._stop(at) is not None or predicate_begins(self.low, at)
        return bool(stops or self._at_place(at) or places.group(self.low, at) or _LINK.match(self.low, at))

    def _predicate(self, at: int) -> bool:
        return not self.inside_word(at) and (predicate_begins(self.low, at) or self._stop(at) is False)

    def _stop(self, at: int) -> bool | None:
        """Return whether the stop word at an offset is soft (True) or hard (False); None where there is none."""
        if self.inside_word(at):
            return None
        for hit in self.hits.get(at, ()):
            if isinstance(hit.entry, Field) and self._upper(at) and " " in self.low[at : hit.end]:
                return None
            if isinstance(hit.entry, Stop):
                return None if self.begins_word(at, hit.end) else hit.entry.soft
        return None

    def _at_place(self, at: int) -> bool:
        if places.unit(self.text, self.low, at) or self._own_unit(at):
            return True
        return any(isinstance(hit.entry, Province) for hit in self.hits.get(at, ())) and self.text[at].isupper()
