"""The letterhead: number, day of issue, the bodies above the title.

The order of the parts is that of Nghị định 30/2020/NĐ-CP, phụ lục I (and Hướng dẫn 05-HD/VPTW for papers of the
party). A blank ("Số:      /TB-UBND", "ngày    tháng 6") states nothing. Pure functions of the layout.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

from kg.data import table
from kg.extract.agencies import Reader
from kg.extract.found import Found, Letterhead
from kg.extract.names import Name
from kg.extract.resolve import resolve
from kg.language.words import matching, pattern
from kg.layout import Layout, Zone

_MOTTO = pattern(
    r"c[ộọ]ng\s+hòa\s+x[ãa]\s+hội(?:\s+chủ\s+nghĩa)?(?:\s+việt\s+nam)?|chủ\s+nghĩa\s+việt\s+nam|"
    r"hội\s+chủ\s+nghĩa\s+việt\s+nam|"
    r"đảng\s+cộng\s+sản(?:\s+việt\s+nam)?|độc\s+lập\W+tự\s+do\W+hạnh\s+phúc|c[ộọ]ng\s+hòa\s+xã\b|^c[ộọ]ng$"
)
_STAMP = pattern(
    r"[\w.+-]+@[\w.-]+|(?:ký bởi|người ký|cơ quan:|thời gian ký|email|ngày ký)[^\n]*|"
    r"\d{1,2}[./]\d{1,2}[./]\d{4}[ T]\d{1,2}:\d\d[^\n]*|[+]07:00[^\n]*"
)
_NUMBER = re.compile(
    r"(?:S[ốồó6]|(?m:^)số(?= ?:))\s?:?\s*(?P<serial>\d{1,5}[a-zA-Z]?)?(?P<between>[^\S\n]*)"
    r"(?:(?P<year>/\s?(?:19|20)\d\d)?\s*(?P<mark>[-/–])\s*(?P<symbol>[A-ZĐƯ][\w&]*(?:\s?[-/.&–]\s?[A-ZĐƯ][\w&]*)*))?"
)
_SYMBOL_APART = re.compile(
    r"^\s*(?P<mark>[-/–])\s?(?P<symbol>[A-ZĐƯ][\w&]*(?:\s?[-/.&–]\s?[A-ZĐƯ][\w&]*)*)", re.MULTILINE
)
_DAY = pattern(r"ngày\s*(\d{1,2})\s*(?:tháng|/|-)\s*(\d{1,2})\s*(?:n[ăáãâ]m|/|-)\s*(\d{4})(?!\d)")
_HOUR_BEFORE = pattern(r"(?:hồi|lúc|vào)? ?\d{1,2} ?(?:giờ|h) ?(?:\d{1,2}(?: ?phút)?)?,? ?$")
_DAY_LINE = pattern(r"[^\n]*ngày\s*\d{0,2}\s*(?:tháng|\n|/)[^\n]*(?:\n?tháng[^\n]*)?")
_SUBJECT = pattern(r"(?:v/v|về việc|trích yếu)")
_NUMBER_IN_TITLE = re.compile(r"[Ss]ố\s?:?\s*(\d{1,5}[a-zA-Z]?(?:/\d{4})?[-/][A-ZĐ][\w&]*(?:[-/][A-ZĐ][\w&]*)*)")
_OFFICES = (
    "Văn phòng",
    "Ban Thường vụ",
    "Thường trực",
    "Ban Thường trực",
    "Thanh tra",
    "Ban Tổ chức",
    "Ban Tuyên giáo",
    "Ban Dân vận",
    "Ban Nội chính",
    "Ủy ban Kiểm tra",
    "Ban Tuyên giáo và Dân vận",
    "Ban cán sự đảng",
)
_CENTRAL_COMMITTEE = "Ban Chấp hành Trung ương Đảng"
_KEPT = frozenset({"UBND", "HĐND", "MTTQ", "BCĐ", "BCH"})
_NO_VOWEL = re.compile(r"[B-DĐF-HJ-NP-TV-X&]{2,}")
"""An abbreviation: every word of Vietnamese has a vowel."""

_SMALL_WORDS = frozenset(["và", "của", "về", "các", "cho", "tại", "trong", "theo", "với"])


def letterhead(layout: Layout) -> Letterhead:
    """Return the number, the day and the bodies that stand above the title."""
    blocks = layout.zone(Zone.LETTERHEAD)
    if not blocks:
        return Letterhead(number=_number_in_title(layout))
    start, end = blocks[0].start, blocks[-1].end
    head = layout.text[start:end]
    number = _number(head, start) or _number_in_title(layout)
    return Letterhead(number, _issued(head, start), tuple(_organs(layout, start, end)))


def _number(head: str, offset: int) -> Found[str] | None:
    """The number as printed, without spaces; None where the serial is blank or not legible."""
    for match in _NUMBER.finditer(head):
        at_line = not match.start() or head[match.start() - 1] in "\n "
        if not at_line or (match["serial"] is None and match["symbol"] is None):
            continue
        if match["serial"] is None:
            return None
        mark, symbol, end = match["mark"], match["symbol"], match.end()
        if symbol is None and (apart := _SYMBOL_APART.search(head, match.end("serial"))):
            mark, symbol, end = apart["mark"], apart["symbol"], apart.end()
        if symbol is None:
            return Found(match["serial"], offset + match.start("serial"), offset + match.end("serial"), "letterhead")
        value = f"{match['serial']}{match['year'] or ''}{mark}{symbol}"
        return Found(
            re.sub(r"\s", "", value).replace("–", "-"), offset + match.start("serial"), offset + end, "letterhead"
        )
    return None


def _number_in_title(layout: Layout) -> Found[str] | None:
    """The number of a title such as "Thông báo số 12/TB-UBND kết luận …"."""
    for block in layout.zone(Zone.TITLE):
        match = _NUMBER_IN_TITLE.search(layout.text, block.start, min(block.end, block.start + 45))
        if match:
            return Found(match[1], match.start(1), match.end(1), "title")
    return None


def _issued(head: str, offset: int) -> Found[date] | None:
    for match in _DAY.finditer(matching(head)):
        before = _HOUR_BEFORE.sub("", matching(head[: match.start()])).rstrip(" ")
        if before and not before.endswith((",", ".", "\n")):
            continue
        try:
            day = date(int(match[3]), int(match[2]), int(match[1]))
        except ValueError:
            continue
        return Found(day, offset + match.start(), offset + match.end(), "letterhead")
    return None


# ---------------------------------------------------------------- the bodies of the letterhead


def _organs(layout: Layout, start: int, end: int) -> Iterator[Found[Name]]:
    """Yield the bodies of the left column, the outer one first."""
    lines = _organ_lines(layout, start, end)
    if not lines:
        return
    first, last = lines[0][0], lines[-1][1]
    for name in _named([usual(layout.text[a:b]) for a, b in lines]):
        yield Found(name, first, last, "letterhead")


def _organ_lines(layout: Layout, start: int, end: int) -> list[tuple[int, int]]:
    """Return the stretches of the letterhead that name bodies: motto, stamps, number, day and subject left out."""
    head = layout.text[start:end]
    low = matching(head)
    stamps = [m.end() for m in _STAMP.finditer(low)]
    from_here = max(stamps, default=0) if stamps and low[max(stamps) :].strip() else 0
    above = head[: min(m.start() for m in _STAMP.finditer(low))] if from_here else ""
    kept = 0 if _names_organ(head[from_here:]) else _first_organ(above)
    low = low[:kept] + re.sub(r"[^\n]", " ", low[kept:from_here]) + low[from_here:]
    subject = _SUBJECT.search(low)
    if subject:
        low = low[: subject.start()]
    for expression in (_MOTTO, _DAY_LINE):
        low = expression.sub(lambda m: re.sub(r"[^\n]", " ", m[0]), low)
    low = re.sub(r"(?m)^\s*số\b[^\n]*|^\s*[-/–]\s?\w[^\n]*", lambda m: " " * len(m[0]), low)
    found = []
    for match in re.finditer(r"[^\n]+", low):
        text = match[0].strip(" *-_.|")
        a = match.start() + match[0].find(text)
        original = head[a : a + len(text)]
        if text and original.upper() == original and sum(c.isalpha() for c in original) > 2:
            found.append((start + a, start + a + len(text)))
    return found


def _names_organ(text: str) -> bool:
    """Whether a line of capitals names a body: then the stamps above it are of who sent the copy."""
    lines = [line.strip(" *-_.|") for line in text.split("\n")]
    return any(line.isupper() and not _MOTTO.search(matching(line)) and _begins_body(usual(line)) for line in lines)


def _first_organ(text: str) -> int:
    """Return where the bodies end that stand above the stamps of a letterhead; 0 where none does."""
    above = text.rstrip()
    lines = above.split("\n")
    first = next((line for line in lines if sum(c.isalpha() for c in line) > 2), "")
    return len(text) if first.isupper() and _begins_body(usual(first.strip(" *-_.|"))) else 0


def usual(text: str) -> str:
    """Return words in capitals with one capital each, so that names in them are read as names."""
    words = []
    for word in text.split(" "):
        low = word.lower()
        plain = low in _SMALL_WORDS
        kept = word in _KEPT or any(c.isdigit() for c in word) or bool(_NO_VOWEL.fullmatch(word))
        words.append(word if kept else low if plain else "-".join(part.capitalize() for part in low.split("-")))
    return " ".join(words)


def _named(lines: list[str]) -> list[Name]:
    """Return the bodies that the lines name, each of one line or several; an office takes the body above it."""
    found: list[Name] = []
    part = ""
    for line in (read if _begins_body(read) else _repaired(read) for read in lines):
        heads = not found and _is_office(part)
        goes_on = heads or _goes_on(part, line)
        if part and _begins_body(line) and not goes_on and (name := _body_or_office(part, found)):
            found.append(name)
            part = line
        else:
            part = f"{part} {line}".strip()
    name = _body_or_office(part, found)
    return [*found, name] if name else found


def _goes_on(part: str, line: str) -> bool:
    """Whether a line says what the bare head above it is for: "BAN CHỈ HUY" over "PHÒNG THỦ DÂN SỰ TỈNH"."""
    head = _body(part)
    whole = _body(f"{part} {line}") if head and head.bare else None
    return whole is not None and not whole.bare


def _bare(text: str) -> str:
    """Return the letters of a text in lower case, without any of their marks."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


@cache
def _by_bare_letters() -> dict[str, str]:
    """Return the bodies whose name no other body shares without its marks, by the name without them."""
    found: dict[str, set[str]] = {}
    for row in table("bodies"):
        found.setdefault(_bare(row["name"]), set()).add(row["name"])
    return {bare: names.pop() for bare, names in found.items() if len(names) == 1}


def _repaired(line: str) -> str:
    """Return the name that a scanned line means where it has lost no more than marks: "TỎNG CỤC THUÊ"."""
    return _by_bare_letters().get(_bare(line), line)


def _is_office(text: str) -> bool:
    """Whether a line is an office alone, which above the body it is of needs its name: "ỦY BAN KIỂM TRA"."""
    return any(matching(text) == matching(office) for office in _OFFICES)


def _begins_body(text: str) -> bool:
    if any(matching(text).startswith(matching(office)) for office in _OFFICES):
        return True
    mentions = Reader(text).mentions()
    return bool(mentions) and mentions[0].start == 0 and not mentions[0].name.acting


def _body_or_office(text: str, above: list[Name]) -> Name | None:
    name = _body(text)
    if above and (name is None or name.label in _OFFICES):
        return _office(name.label if name else text, above[-1])
    return name


def _body(text: str) -> Name | None:
    mentions = resolve(Reader(text).mentions())
    whole = [m for m in mentions if m.start == 0 and not m.name.generic and not m.post]
    if not whole:
        return None
    return _with_province(whole[0].name)


def _with_province(name: Name) -> Name:
    """Return a province's party committee, which names its seat only, with the province: "Tỉnh ủy Sông Lam"."""
    kind = {"Tỉnh ủy": "tỉnh", "Thành ủy": "thành phố"}.get(name.head)
    if kind and name.place and not name.province:
        return replace(name, province=f"{kind} {name.place}")
    return name


def _office(text: str, above: Name) -> Name | None:
    label = next((office for office in _OFFICES if matching(text) == matching(office)), None)
    return _of(label, above) if label else None


def _of(office: str, above: Name) -> Name:
    if above.label == _CENTRAL_COMMITTEE:
        label = f"{office} Trung ương" + (" Đảng" if office == "Văn phòng" else "")
        return Name(label, label, above.level, national=True)
    return replace(above, label=f"{office} {above.label}", head=office, inner=above)
