"""XLSX: the register of deadlines, with Vietnamese headings, for an office."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, BinaryIO

from kg.export.reading import Place
from kg.export.register import ROLES, Entry, read_register
from kg.export.tables import is_formula, printable

if TYPE_CHECKING:
    from kg.graph.store import Store

ENDINGS = (".xlsx",)
DESCRIPTION = "the deadlines as an Excel register"

Value = str | date | None

_WRITING_TIME = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")
_DAY = "dd/mm/yyyy"


def _span(place: Place | None) -> str:
    return f"{place.start}–{place.end}" if place else ""


COLUMNS: tuple[tuple[str, int, Callable[[Entry], Value]], ...] = (
    ("Cơ quan", 32, lambda entry: entry.actor.body.label if entry.actor else ""),
    ("Vai trò", 11, lambda entry: ROLES[entry.actor.role] if entry.actor else ""),
    ("Nhiệm vụ", 70, lambda entry: entry.duty.text),
    ("Hạn", 12, lambda entry: entry.due.day),
    ("Thời hạn như đã ghi", 26, lambda entry: entry.due.text),
    ("Lặp lại", 18, lambda entry: entry.due.recurrence),
    ("Khoảng thời gian", 16, lambda entry: entry.due.duration),
    ("Số thông báo", 18, lambda entry: entry.duty.notice.number),
    ("Ngày ban hành", 14, lambda entry: entry.duty.notice.issued),
    ("Mục", 8, lambda entry: entry.duty.item),
    ("Tệp nguồn", 24, lambda entry: "; ".join(entry.duty.notice.sources)),
    ("Vị trí câu", 14, lambda entry: _span(entry.duty.place)),
    ("Vị trí thời hạn", 14, lambda entry: _span(entry.due.place)),
    ("Tiêu đề thông báo", 60, lambda entry: entry.duty.notice.title),
)
"""Heading, width in characters and value of each column; positions are code points of the notice's text."""


def write(store: Store, stream: BinaryIO) -> None:
    """Write the register: header frozen, filters, every text as text."""
    import openpyxl
    from openpyxl.styles import Alignment

    top = Alignment(vertical="top", wrap_text=True)
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Thời hạn"
    sheet.append([heading for heading, _, _ in COLUMNS])
    for number, entry in enumerate(read_register(store), start=2):
        for column, (_, _, value) in enumerate(COLUMNS, start=1):
            cell = sheet.cell(number, column)
            cell.alignment = top
            _fill(cell, value(entry))
    _dress(sheet)
    written = io.BytesIO()
    book.save(written)
    _copy_without_time(written, stream)


def _fill(cell: Any, value: Value) -> None:
    if isinstance(value, str):
        cell.value = printable(value) or None
        if is_formula(value):
            # openpyxl takes "=…" for a formula; the quote prefix keeps it a text when the cell is edited.
            cell.data_type = "s"
            cell.quotePrefix = True
    else:
        cell.value = value
        cell.number_format = _DAY


def _dress(sheet: Any) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    for column, (_, width, _) in enumerate(COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
        head = sheet.cell(1, column)
        head.font = Font(bold=True, color="FFFFFF")
        head.fill = PatternFill("solid", fgColor="1F3A5F")
        head.alignment = Alignment(vertical="center", wrap_text=True)
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _copy_without_time(written: BinaryIO, stream: BinaryIO) -> None:
    # Stored rather than deflated: compressed bytes differ between versions of zlib.
    target = io.BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as copy:
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                content = _WRITING_TIME.sub(b"", content)
            entry = zipfile.ZipInfo(name)
            entry.create_system = 0
            copy.writestr(entry, content)
    stream.write(target.getvalue())
