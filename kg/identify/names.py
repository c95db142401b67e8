"""Names of Vietnamese bodies, provinces and documents, made comparable across notices.

Invariants: every function is pure; `full_name` is idempotent and never says the province twice, and two
labels of a province name the same body if and only if their full names share a key.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from kg.language.words import fold, latin, matching, modern, pattern

_CITIES: Final = frozenset(map(fold, ("Hà Nội", "Hồ Chí Minh", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Huế")))
"""The cities directly under the central government (Constitution 2013, article 110; Huế since 2025)."""

_PROVINCE = re.compile(r"(?P<kind>tỉnh|thành\s+phố|t\.?p\.?)(?:(?<=\.)|\s)\s*(?P<name>\S.*)")
UNIT_KINDS: Final = ("huyện", "quận", "thị xã", "thành phố", "xã", "phường", "thị trấn", "đặc khu")
"""The kinds of unit below the province, before and since July 2025."""

_LOWER_UNIT = re.compile(rf"(?:^|\s)(?:{'|'.join(map(matching, UNIT_KINDS))}|tp\.?)$")
_ZONE = pattern(r"ban quản lý khu ")
_UNIT_KIND = re.compile(rf"({'|'.join(map(fold, UNIT_KINDS))}) ")
_LEVEL = re.compile(r"(?<!\w)cấp (?:huyện|xã)$")
"""A level that a city's kind would be misread behind: "cấp huyện thành phố" is a city of a district's rank."""

_OFFICE: Final = (
    "sở",
    "ban",
    "ủy ban",
    "hội",
    "hội đồng",
    "đoàn",
    "liên đoàn",
    "mặt trận",
    "công an",
    "bộ chỉ huy",
    "bộ tư lệnh",
    "thanh tra",
    "văn phòng",
    "cục",
    "chi cục",
    "kho bạc",
    "bảo hiểm xã hội",
    "tòa án",
    "viện kiểm sát",
)
"""First words of the bodies that each province has one of; after them "X" alone means "tỉnh X".

After other words ("Báo", "Công ty", "Trường Đại học") the name of the province is part of a proper name.
"""
_OFFICES = re.compile(rf"(?:{'|'.join(map(re.escape, map(matching, _OFFICE)))})(?=\s|$)")
_LOOSE: Final = " ,;-"
_YEAR = re.compile(r"[/-](?:19|20)\d\d(?=[/-]|$)")


@dataclass(frozen=True, slots=True)
class Province:
    """A unit of the first level: its kind ("tỉnh" or "thành phố") and its name ("Sông Lam")."""

    kind: str
    name: str

    @property
    def full(self) -> str:
        """The kind and the name: "tỉnh Sông Lam"."""
        return f"{self.kind} {self.name}"


def tidy(text: str) -> str:
    """Return a name as it is shown: NFC, one space between words, tone marks in today's style."""
    return modern(" ".join(latin(unicodedata.normalize("NFC", text)).split()))


def province(text: str) -> Province:
    """Return the province that a text names; one without a kind is no city unless it is one of the six."""
    shown = tidy(text)
    found = _PROVINCE.fullmatch(matching(shown))
    name = shown[found.start("name") :] if found else shown
    if name.isupper():
        name = name.title()
    if found:
        return Province("tỉnh" if found["kind"] == "tỉnh" else "thành phố", name)
    return Province("thành phố" if fold(name) in _CITIES else "tỉnh", name)


def full_name(label: str, place: Province) -> str:
    """Return the full name of a body of a province.

    "Sở Y tế" and "Sở Y tế tỉnh" → "Sở Y tế tỉnh Sông Lam", "Tỉnh ủy" → "Tỉnh ủy Sông Lam", of a city
    "Ủy ban nhân dân cấp xã" → "Ủy ban nhân dân cấp xã Hải An", and "Báo Sông Lam" stays.
    """
    shown = tidy(label).strip(_LOOSE)
    head = _without_province(shown, place)
    if head is None:
        return shown
    head = head.rstrip(_LOOSE)
    if not head:
        return place.full
    if re.search(_words(place.name), matching(head)):
        return full_name(head, place)
    party = "tỉnh ủy" if place.kind == "tỉnh" else "thành ủy"
    said = re.search(rf"(?:^|\s){party}$", matching(head))
    unclear = place.kind != "tỉnh" and _LEVEL.search(matching(head))
    return f"{head} {place.name if said or unclear else place.full}"


def shown_name(label: str, place: Province) -> str:
    """Return the full name as it is shown: a zone keeps the name that is its own.

    "Ban Quản lý Khu kinh tế Sông Lam" stays, and is the "Ban Quản lý Khu kinh tế tỉnh Sông Lam" nevertheless.
    """
    shown = tidy(label)
    named = re.search(rf"(\S+) {_words(place.name)}$", matching(shown))
    own = named and _ZONE.match(matching(shown)) and named[1] not in {"tỉnh", "phố", "tp", "tp."}
    return shown if own else full_name(label, place)


def with_unit(label: str, unit: str) -> str:
    """Return the name of a body with its district or commune.

    "Phòng Tư pháp" → "Phòng Tư pháp huyện Bình Trung", "Huyện ủy" → "Huyện ủy Bình Trung".
    """
    shown = tidy(label)
    found = _UNIT_KIND.match(fold(unit))
    name = unit[found.end() :] if found else unit
    said = found and re.search(rf"(?:^|\s)(?:{found[1]}|(?:huyện|quận|thị|thành) ủy)$", fold(shown))
    return f"{shown} {name if said else unit}"


def document_number(number: str) -> str:
    """Return a document's number as it is shown: no white space, plain hyphens, no "số" before it."""
    joined = re.sub(r"\s+", "", re.sub("[‐‑‒–—−]", "-", latin(unicodedata.normalize("NFC", number))))
    return re.sub(r"^số:?", "", joined, flags=re.IGNORECASE).rstrip(".,;:")


def carries_year(number: str) -> bool:
    """Whether a number says its year ("16/2021/NĐ-CP"), so that it is not used again the year after."""
    return bool(_YEAR.search(number))


def _without_province(shown: str, place: Province) -> str | None:
    """Return the name less the province at its end; None where the province is part of a name of its own."""
    low = matching(shown)
    kind = "tỉnh" if place.kind == "tỉnh" else r"(?:thành phố|tp\.?)"
    name = _words(place.name)
    if found := re.search(rf"(?:^|,?\s+){kind}\s*{name}$", low):
        return shown[: found.start()]
    if found := re.search(rf",?\s+{name}$", low):
        head = low[: found.start()]
        return shown[: found.start()] if _OFFICES.match(head) and not _LOWER_UNIT.search(head) else None
    if re.search(name, low):
        return None
    if found := re.search(rf"(?:^|(?<!cấp)\s){kind}$", low):
        return shown[: found.start()]
    return shown


def _words(name: str) -> str:
    """Return a pattern, for `matching` text, of a place's name with white space or hyphens between words."""
    words = (re.escape(word) for word in re.split(r"[\s-]+", matching(name)) if word)
    return r"(?<!\w)" + r"[\s-]+".join(words) + r"(?!\w)"
