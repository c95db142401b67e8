"""Tables for office programs: text that stays text, and CSV that they read with its accents.

Invariant: no cell of a CSV file begins with a character that makes a spreadsheet program calculate it.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import BinaryIO

Cell = str | int | None

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """Return a text without the characters that XML, and so GraphML, GEXF and XLSX, cannot hold."""
    return _CONTROL.sub(" ", text)


def is_formula(text: str) -> bool:
    """Tell whether a spreadsheet program would take a text for a formula."""
    return text.lstrip(" \n").startswith(_FORMULA)


def write_csv(stream: BinaryIO, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """Write RFC 4180 CSV as UTF-8 with a byte order mark, without which Excel garbles Vietnamese.

    A text that would be a formula is preceded by an apostrophe (OWASP, "CSV injection").
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(header)
    writer.writerows([_guarded(cell) for cell in row] for row in rows)
    stream.write(text.getvalue().encode("utf-8-sig"))


def _guarded(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and is_formula(cell) else cell
