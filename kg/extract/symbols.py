"""The numbers of official documents, by their grammar: serial, year, symbol of the type and of the issuer.

Invariants: a pure function of the text; what a line break or OCR took out of a symbol is put back only where the
symbol admits one reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from kg.data import several, table
from kg.language.words import SMALL

_UPPER = "A-ZĐÐÂÊÔƠƯĂ"
_AFTER = rf"(?![{SMALL}])"
# Few small letters occur in symbols, each inside capitals: "TTg", "TTr", "CTr", "QyĐ", "QĐi", "BCVTh".
_PART = rf"[{_UPPER}](?:[{_UPPER}0-9&]|[rgiyhn](?=[{_UPPER}\W_]|$))*{_AFTER}"
_SERIAL = r"(?<![\w/.,:+-])(?P<serial>\d{1,6}[A-Za-z]?|[\dOIl]{2,4}(?=\s?[/-]))"
_NUMBER = re.compile(
    rf"{_SERIAL}(?: ?/ ?(?P<year>(?:19|20)\d\d(?!\d)))? ?(?P<mark>[/-]) ?(?P<first>{_PART})"
    rf"(?P<rest>(?: ?[-/] ?{_PART}|\.(?=[{_UPPER}]{{2}}){_PART})*)"
)
# "34NQ/TU" for "34-NQ/TU".
_UNDIVIDED = re.compile(rf"(?<![\w/.,:+-])(?P<serial>\d{{1,4}})(?P<first>[{_UPPER}]{{2,4}}) ?/ ?(?P<issuer>{_PART})")
# A title printed in small letters.
_SMALL = re.compile(
    r"(?<=số )(?P<serial>\d{1,6})(?:/(?P<year>(?:19|20)\d\d))?(?P<mark>[/-])"
    r"(?P<first>[a-zđ]{2,4})(?P<rest>[-/][a-zđ]{2,10})(?!\w)"
)

_DIGITS = str.maketrans("OIl", "011")
_UNACCENTED = {"QD": "QĐ", "ND": "NĐ", "CD": "CĐ"}
_ISSUERS = frozenset({
    "UBND", "UB", "HĐND", "CP", "TTg", "TW", "TU", "TƯ", "HU", "ĐU", "QH", "UBTVQH", "CTN", "VPCP", "VPTW", "VPTU",
    "VPUB", "VPUBND", "BCĐ", "BCH", "BTV", "MTTQ", "TTCP", "NHNN", "KTNN", "UBDT", "TANDTC", "VKSNDTC", "BCA",
    "BCT", "BGDĐT", "BGTVT", "BKHCN", "BKHĐT", "BLĐTBXH", "BNG", "BNN", "BNNMT", "BNNPTNT", "BNV", "BQP", "BTC",
    "BTNMT", "BTP", "BTTTT", "BVHTTDL", "BVHTT", "BXD", "BYT", "BDTTG", "BTCTU", "BTGTU", "BNCTU", "UBKT", "SCT",
    "SGDĐT", "SGTVT", "SKHCN", "SKHĐT", "SLĐTBXH", "SNN", "SNNMT", "SNNPTNT", "SNV", "STC", "STNMT", "STP",
    "STTTT", "SVHTTDL", "SXD", "SYT",
})  # fmt: skip
"""Symbols of issuers that a type or a unit may stand beside, for symbols that lost their dash."""
_WITH_UNITS = ("UBND", "VPCP", "HĐND", "VPUB")


@dataclass(frozen=True, slots=True)
class Number:
    """A document's number at [start, end): its serial (with the year), and its symbol.

    `sure` is true where the symbol alone proves a document: a type and an issuer.
    """

    start: int
    end: int
    serial: str
    mark: str
    symbol: str
    sure: bool

    @property
    def text(self) -> str:
        """The number as a citation gives it."""
        return f"{self.serial}{self.mark}{self.symbol}"


class Repair:
    """Puts back the dash that a symbol lost at a line's end, by the other symbols of the text, then by grammar."""

    def __init__(self, seen: Iterable[str]) -> None:
        self._divided: dict[str, set[str]] = {}
        for symbol in seen:
            if "-" in symbol:
                self._divided.setdefault(symbol.replace("-", ""), set()).add(symbol)

    def number(self, number: Number) -> str:
        """Return a number with its symbol whole."""
        if number.mark == "-" or re.search("[-/.]", number.symbol):
            return number.text
        known = self._divided.get(number.symbol, set())
        readings = known or set(_divisions(number.symbol, by_year="/" in number.serial))
        symbol = next(iter(readings)) if len(readings) == 1 else number.symbol
        return f"{number.serial}{number.mark}{symbol}"


def numbers(text: str) -> Iterator[Number]:
    """Yield what has the form of a document's number, in order; they do not overlap."""
    text = re.sub("[‐‑‒–—−]", "-", text)
    found = [*_capital(text), *_undivided(text), *_in_small_letters(text)]
    end = 0
    for number in sorted(found, key=lambda number: (number.start, -number.end)):
        if number.start >= end:
            yield number
            end = number.end


def symbol_of(number: str) -> str:
    """Return the symbol of a number: "QĐ-UBND" of "45/QĐ-UBND"."""
    match = re.match(r"\w+(?:/(?:19|20)\d\d(?=/))?[/-]", number)
    return number[match.end() :] if match else ""


def numbered_by_year(number: str) -> bool:
    """Whether a number has a year, as those of laws have."""
    return bool(re.match(r"\w+/(?:19|20)\d\d/", number))


def _capital(text: str) -> Iterator[Number]:
    for match in _NUMBER.finditer(text):
        if not any(c.isdigit() for c in match["serial"]):
            continue
        parts, end = _parts(match)
        first = _type(parts[0])
        if match["mark"] == "-" and not (first in types() and len(parts) > 1 and parts[1][0] == "/"):
            continue
        symbol = _latin(first + "".join(parts[1:]))
        sure = bool(match["year"]) or (len(parts) > 1 and (first in types() or first in _ISSUERS))
        yield Number(match.start(), end, _serial(match), match["mark"], symbol, sure)


def _serial(match: re.Match[str]) -> str:
    """Return a serial, with its year if it has one; letters that OCR read for digits are digits again."""
    serial = match["serial"]
    if not serial[:-1].isdigit():
        serial = serial.translate(_DIGITS)
    return f"{serial}/{match['year']}" if match["year"] else serial


def _parts(match: re.Match[str]) -> tuple[list[str], int]:
    """Return the parts of a symbol, each later one with its mark; spaces stand only between type and issuer."""
    parts, end = [match["first"]], match.end("first")
    for piece in re.finditer(rf"(?P<gap> ?)(?P<mark>[-/.])(?P<space> ?)(?P<part>{_PART})", match["rest"]):
        spaced = bool(piece["gap"] or piece["space"])
        if spaced and not (len(parts) == 1 and _type(parts[0]) in types()):
            break
        parts.append(piece["mark"] + piece["part"])
        end = match.end("first") + piece.end()
    return parts, end


def _undivided(text: str) -> Iterator[Number]:
    for match in _UNDIVIDED.finditer(text):
        if match["first"] in types():
            symbol = f"{_latin(match['first'])}/{_latin(match['issuer'])}"
            yield Number(match.start(), match.end(), match["serial"], "-", symbol, sure=True)


def _in_small_letters(text: str) -> Iterator[Number]:
    for match in _SMALL.finditer(text):
        first = _cased().get(match["first"])
        if first:
            issuer = match["rest"][1:]
            whole = next((known for known in _ISSUERS if known.lower() == issuer), issuer.upper())
            symbol = first + match["rest"][0] + whole
            yield Number(match.start(), match.end(), _serial(match), match["mark"], symbol, sure=True)


def _divisions(symbol: str, *, by_year: bool) -> Iterator[str]:
    """Yield the ways a symbol falls into a type and an issuer, or into an issuer and its unit."""
    for at in range(1, len(symbol)):
        first, rest = symbol[:at], symbol[at:]
        if first in types() and rest in _ISSUERS:
            yield f"{first}-{rest}"
    if symbol not in _ISSUERS and not by_year:
        issuer = next((known for known in _WITH_UNITS if symbol.startswith(known)), None)
        if issuer and len(symbol) >= len(issuer) + 2:
            yield f"{issuer}-{symbol[len(issuer) :]}"


def _type(part: str) -> str:
    """Return the symbol of a type as it is meant: in its capitals, with the stroke that OCR lost."""
    part = _latin(part)
    return part if part in types() else _UNACCENTED.get(part, part)


def _latin(text: str) -> str:
    """Return the text with the Vietnamese Đ for the Icelandic one, and "TTg" as it is written."""
    return re.sub(r"(?<=[-/])TTG(?!\w)", "TTg", text.replace("Ð", "Đ"))


@cache
def types() -> frozenset[str]:
    """Return the symbols of types that stand alone."""
    found = {symbol for row in table("document_types") for symbol in several(row["symbols"])}
    return frozenset(symbol for symbol in found if "/" not in symbol and "-" not in symbol)


@cache
def _cased() -> dict[str, str]:
    return {symbol.lower(): symbol for symbol in types()}
