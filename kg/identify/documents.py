"""Cited documents across notices: which number, of which issuer, of which day.

Invariant: two citations share a document only where its number cannot mean another: numbers start again every
year, and, unless the symbol is that of a body of which the country has one, in every place.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from kg.data import table
from kg.identify.iri import key
from kg.identify.names import carries_year, document_number
from kg.records import Citation

_PART: Final = re.compile(r"[-/.]")


def scope_of(citation: Citation, home: str, notice: str) -> str:
    """Return what makes a document's number unique: its day and, for a local symbol, the scope of its place.

    `home` is the scope of the citing notice's own bodies, `notice` that of the notice alone; a document without
    a day, and a year in its number, is known inside its notice only.
    """
    number = document_number(citation.number)
    if not citation.issued and not carries_year(number):
        return notice
    day = citation.issued.isoformat() if citation.issued else ""
    return day if is_national(number) else f"{day} {home}".strip()


def is_national(number: str) -> bool:
    """Whether a number's symbol names an issuer of which the country has one ("16/2021/NĐ-CP")."""
    exact, numbered = _national()
    parts = {key(part) for part in _PART.split(number)}
    return bool(parts & exact) or any(part.rstrip("0123456789") in numbered for part in parts)


@cache
def _national() -> tuple[frozenset[str], frozenset[str]]:
    """Return the symbols of national issuers, and those that the number of a legislature follows."""
    symbols = [row["symbol"] for row in table("national_symbols")]
    exact = frozenset(key(symbol) for symbol in symbols if not symbol.endswith("*"))
    return exact, frozenset(key(symbol[:-1]) for symbol in symbols if symbol.endswith("*"))
