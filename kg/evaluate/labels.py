"""The form in which two labels are compared: what a reader would call the same name is the same string.

Invariants:

* Everything here is a pure function of its arguments, and knows nothing of the extractors' tables: a table
  that the extractors share would let a change of theirs move the measure.
* Forgiven are case, punctuation, the place of a tone mark ("uỷ", "ủy"), usual abbreviations, "các", "liên
  quan", the several ways to name all districts or all communes, and a province at the end of a name.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final

_ABBREVIATIONS: Final = {
    # bodies
    "bch": "ban chấp hành",
    "bcs": "ban cán sự",
    "bcđ": "ban chỉ đạo",
    "bql": "ban quản lý",
    "btv": "ban thường vụ",
    "cp": "chính phủ",
    "hđnd": "hội đồng nhân dân",
    "mttq": "mặt trận tổ quốc",
    "ubmttq": "ủy ban mặt trận tổ quốc",
    "ubnd": "ủy ban nhân dân",
    "vp": "văn phòng",
    # fields of work; the "&" of "GD&ĐT" is gone by then
    "gdđt": "giáo dục và đào tạo",
    "gtvt": "giao thông vận tải",
    "khcn": "khoa học và công nghệ",
    "khđt": "kế hoạch và đầu tư",
    "lđtbxh": "lao động thương binh và xã hội",
    "nnptnt": "nông nghiệp và phát triển nông thôn",
    "pcd": "phòng chống dịch",
    "tnmt": "tài nguyên và môi trường",
    "tttt": "thông tin và truyền thông",
    "ttđt": "thông tin điện tử",
    "vhttdl": "văn hóa thể thao và du lịch",
    # places and firms
    "kcn": "khu công nghiệp",
    "kkt": "khu kinh tế",
    "mtv": "một thành viên",
    "tnhh": "trách nhiệm hữu hạn",
    "tp": "thành phố",
    "tw": "trung ương",
}

_FORGIVEN: Final = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"\bphòng chống dịch(?: bệnh)?\b", "phòng chống dịch"),
        (r"\bcác tỉnh(?: và)? thành phố(?: trực thuộc trung ương)?\b", "cấp tỉnh"),
        (
            r"\b(?:các )?(?:quận )?huyện(?: quận)?(?: thị xã)?(?: thị)?(?: và)? (?:thành phố|thành)\b"
            r"|\b(?:các )?huyện thị\b",
            "cấp huyện",
        ),
        (
            r"\b(?:các )?(?:xã phường|phường xã|xã)(?: phường)?(?: và)? (?:thị trấn|đặc khu)\b"
            r"|\b(?:các )?xã phường\b",
            "cấp xã",
        ),
        (r"^(?:tất cả |những |toàn bộ )?(?:các |những )?", ""),
        (
            r"\b(?:có )?liên quan\b|\btrên địa bàn(?: tỉnh)?\b|\btrong (?:toàn )?tỉnh\b|\bcủa tỉnh\b|\bcác\b",
            " ",
        ),
    )
)
"""What is read as the same, in the order it is applied: casefolded words, one space between them."""

_KIND_OF_PROVINCE: Final = re.compile(r"^(?:tỉnh|thành phố) ")
_BARE_PROVINCE_AT_END: Final = re.compile(r"(?<!cấp) tỉnh$")
_NOT_A_WORD: Final = re.compile(r"[^\w\s]")
_TONES: Final = frozenset("\u0300\u0301\u0303\u0309\u0323")

_NOBODY: Final = (
    *("cấp", "cấp ngành", "cấp ủy", "cấp ủy địa phương", "cấp trên", "cấp dưới", "cấp có thẩm quyền"),
    *("bộ", "bộ ngành", "bộ ngành địa phương", "bộ ngành trung ương", "ban bộ ngành"),
    *("ban bộ ngành trung ương", "sở", "ban", "ngành", "ban ngành", "sở ngành", "sở ban ngành"),
    *("cơ quan", "cơ quan chức năng", "cơ quan có thẩm quyền", "cơ quan trung ương", "đơn vị", "tổ chức"),
    *("tổ chức đảng", "đoàn thể", "mặt trận", "lực lượng", "lực lượng chức năng", "chính quyền"),
    *("chính quyền cơ sở", "chính quyền địa phương", "địa phương", "thành viên", "thủ trưởng"),
    *("người đứng đầu", "cán bộ", "cá nhân", "người dân", "nhân dân", "doanh nghiệp"),
)
"""Collectives that nobody in particular can be held to; they are scored apart."""

_WORDS_OF_NOBODY: Final = "cấp ngành địa phương cơ quan đơn vị sở ban trong toàn chức năng và đoàn thể tổ chức cá nhân"
"""A label made of these words only is a list of such collectives."""


@lru_cache(maxsize=65536)
def comparable(label: str | None, *provinces: str) -> str:
    """Return the form of a label that labels are compared in; "" for None.

    A province at the end of the name is dropped if it is one of `provinces` ("tỉnh X" or "X"), unless the
    name is the province itself.
    """
    text = " ".join(_ABBREVIATIONS.get(word, word) for word in _words(label or ""))
    for pattern, replacement in _FORGIVEN:
        text = pattern.sub(replacement, text)
    text = " ".join(text.split())
    for province in provinces:
        shorter = _without_province(text, province)
        if shorter != text:
            text = shorter
            break
    return _tones_last(_BARE_PROVINCE_AT_END.sub("", text))


def comparable_province(name: str | None) -> str:
    """Return the form that names of provinces are compared in, without their kind ("tỉnh", "thành phố")."""
    return comparable(_KIND_OF_PROVINCE.sub("", (name or "").lower()))


def comparable_number(number: str | None) -> str:
    """Return the form that document numbers are compared in: no white space, dots, or "số" in front."""
    text = unicodedata.normalize("NFC", number or "").casefold()
    text = re.sub(r"[\s.]", "", text)
    return re.sub("[\u2010-\u2015]", "-", text).removeprefix("số")


def names_nobody(form: str) -> bool:
    """Whether a comparable form names nobody in particular ("cơ quan", "các cấp, các ngành")."""
    return form in _nobody() or set(form.split()) <= _words_of_nobody()


def _words(text: str) -> list[str]:
    joined = unicodedata.normalize("NFC", text).casefold().replace("&", "")
    return _NOT_A_WORD.sub(" ", joined).split()


def _without_province(text: str, province: str) -> str:
    name = _KIND_OF_PROVINCE.sub("", " ".join(_words(province)))
    folded, ending = _tones_last(text), _tones_last(name)
    if not name or not folded.endswith(f" {ending}"):
        return text
    if folded in (_tones_last(f"tỉnh {name}"), _tones_last(f"thành phố {name}")):
        return text
    rest = " ".join(text.split()[: -len(name.split())])
    return re.sub(r" (?:tỉnh|thành phố)$", "", rest)


def _tones_last(text: str) -> str:
    """Move the tone mark of each word to its end: "hoà" and "hòa" become one string."""
    return " ".join(_tone_last(word) for word in text.split())


def _tone_last(word: str) -> str:
    parts = unicodedata.normalize("NFD", word)
    letters = "".join(part for part in parts if part not in _TONES)
    return unicodedata.normalize("NFC", letters) + "".join(part for part in parts if part in _TONES)


@cache
def _nobody() -> frozenset[str]:
    return frozenset(comparable(label) for label in _NOBODY)


@cache
def _words_of_nobody() -> frozenset[str]:
    return frozenset(_tones_last(_WORDS_OF_NOBODY).split())
