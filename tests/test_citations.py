"""Cited documents: their numbers, types and dates, and what only looks like a number."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.citations import FoundCitation, find, merge

ONE = [
    ("Quyết định số 45/QĐ-UBND ngày 02/3/2024 của", "45/QĐ-UBND", "Quyết định", "2024-03-02", "type, number, date"),
    ("Quyết định 2771/QĐ-UBND, ngày 26/11/2021", "2771/QĐ-UBND", "Quyết định", "2021-11-26", "no số, a comma"),
    (
        "Nghị định 29/2008/NĐ-CP ngày 14 tháng 3 năm 2008",
        "29/2008/NĐ-CP",
        "Nghị định",
        "2008-03-14",
        "a year in the number",
    ),
    ("Chỉ thị số 27/2002/CT-UB", "27/2002/CT-UB", "Chỉ thị", "None", "an old symbol"),
    ("Quyết định số 45/1998/QĐ/BNN", "45/1998/QĐ/BNN", "Quyết định", "None", "an old symbol with a stroke"),
    ("Luật số 64/2025/QH15", "64/2025/QH15", "Luật", "None", "a law has no type in its symbol"),
    ("Nghị quyết số 70/2025/UBTVQH15", "70/2025/UBTVQH15", "Nghị quyết", "None", "an issuer that begins like another"),
    ("Nghị quyết số 34-NQ/TU ngày 27/12/2025", "34-NQ/TU", "Nghị quyết", "2025-12-27", "a party paper"),
    ("Thông báo Kết luận số 81-TB/TW", "81-TB/TW", "Thông báo kết luận", "None", "the longest type counts"),
    ("Quy định số 11-QĐi/TW, ngày 18/02/2019", "11-QĐi/TW", "Quy định", "2019-02-18", "a small letter in the symbol"),
    ("Nghị quyết số 48-NQ / TW", "48-NQ/TW", "Nghị quyết", "None", "spaces inside"),
    ("Thông báo số 342 /TB-VPUB", "342/TB-VPUB", "Thông báo", "None", "a space before the stroke"),
    ("Quyết định số 45/QĐ - UBND ngày 1/2/2024", "45/QĐ-UBND", "Quyết định", "2024-02-01", "spaces around the dash"),
    ("Quyết định số 45/QĐ–UBND", "45/QĐ-UBND", "Quyết định", "None", "a long dash"),
    ("Kế hoạch số 186/KHUBND ngày 17/9/2024", "186/KH-UBND", "Kế hoạch", "2024-09-17", "type + issuer, the dash lost"),
    ("Công văn số 52/UBNDKGVX", "52/UBND-KGVX", "Công văn", "None", "issuer + unit, the dash lost"),
    ("Nghị quyết 34NQ/TU", "34-NQ/TU", "Nghị quyết", "None", "the first dash lost"),
    ("Quyết định số 45/QÐ-UBND", "45/QĐ-UBND", "Quyết định", "None", "another letter that looks like Đ"),
    ("Quyết định số 45/QD-UBND", "45/QĐ-UBND", "Quyết định", "None", "the stroke of Đ lost"),
    ("Chỉ thị số O1/CT-UBND", "01/CT-UBND", "Chỉ thị", "None", "OCR's O for 0"),
    ("QUYẾT ĐỊNH SỐ 12/QĐ-TTG NGÀY 5/6/2024", "12/QĐ-TTg", "Quyết định", "2024-06-05", "a title in capitals"),
    ("quyết định số 12/qđ-ttg ngày 5/6/2024", "12/QĐ-TTg", "Quyết định", "2024-06-05", "a title in small letters"),
    ("Công văn số 6006/BGDĐT ngày 29/9/2025", "6006/BGDĐT", "Công văn", "2025-09-29", "an issuer alone"),
    ("công văn số 1506/KCB-QLCL&CGKT", "1506/KCB-QLCL&CGKT", "Công văn", "None", "an ampersand"),
    (
        "Thông tư liên tịch số 15/2014/TTLT-BTC-BKHĐT",
        "15/2014/TTLT-BTC-BKHĐT",
        "Thông tư liên tịch",
        "None",
        "two issuers",
    ),
    ("Công điện hỏa tốc số 12/CĐ-TTg", "12/CĐ-TTg", "Công điện", "None", "a word between type and số"),
    ("Chỉ thị số 12/CT-TTg (ngày 3/4/2024)", "12/CT-TTg", "Chỉ thị", "2024-04-03", "the date in brackets"),
    (
        "(số 7593/VPCP-CN ngày 14/8/2025)",
        "7593/VPCP-CN",
        "Công văn",
        "2025-08-14",
        "a number that names no type is a letter's",
    ),
    ("Nghị quyết số 49 của", "49", "Nghị quyết", "None", "a serial alone behind a type"),
    ("Chỉ thị số 18 ngày 5/6/2024", "18", "Chỉ thị", "2024-06-05", "a serial alone with its date"),
    ("TCVN 5801: 2005", "TCVN 5801:2005", "Tiêu chuẩn quốc gia", "None", "a space behind the colon"),
    ("theo 22 TCN 265-06:", "22TCN 265-06", "Tiêu chuẩn ngành", "None", "a standard of a branch"),
    ("theo 12/TTr-SXD ngày 3/4/2024", "12/TTr-SXD", "Tờ trình", "2024-04-03", "the type by its symbol"),
    ("Quyết định số 45/QĐ-UBND ngày 02/3", "45/QĐ-UBND", "Quyết định", "None", "a date without a year is none"),
    ("Quyết định số 45/QĐ-UBND.Giao Sở", "45/QĐ-UBND", "Quyết định", "None", "no space after the full stop"),
]


@pytest.mark.parametrize(("text", "number", "kind", "issued", "why"), ONE)
def test_a_citation(text: str, number: str, kind: str, issued: str, why: str) -> None:
    assert [(c.number, c.kind, str(c.issued)) for c in find(text)] == [(number, kind, issued)], why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("ứng trực 24/7, 34/34 xã, 12 km/h", "figures"),
        ("theo mẫu số 01/BC-UBND", "a form"),
        ("Phụ lục số 02/KH-STC kèm theo", "an annex"),
        ("COVID-19/SARS, 5G/4G, 220/110KV", "technical names"),
        ("Quyết định số      /QĐ-UBND", "no number yet"),
        ("Luật Đất đai năm 2024", "a law by its name"),
        ("Thông báo ngày 03/4/2024", "a date only"),
        ("họp 1 tuần/lần, 2 lần/tháng", "how often"),
        ("3 huyện/05 xã", "places"),
        ("phường 12/HĐND quận", "no word for a document"),
        ("phương án số 2, dự án số 3, kế hoạch số 1", "the serials of a choice"),
    ],
)
def test_what_is_no_citation(text: str, why: str) -> None:
    assert find(text) == [], why


def test_the_passage_runs_from_the_type_to_the_date() -> None:
    text = "Căn cứ Kế hoạch số 12/KH-UBND ngày 5 tháng 6 năm 2024 của tỉnh."
    found = find(text)[0]
    assert text[found.start : found.end] == "Kế hoạch số 12/KH-UBND ngày 5 tháng 6 năm 2024"


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        (
            "Công văn số 11/UBND-VX ngày 3/4/2024; số 12/UBND-VX ngày 4/4/2024 và số 13/UBNDVX",
            [("11/UBND-VX", "Công văn"), ("12/UBND-VX", "Công văn"), ("13/UBND-VX", "Công văn")],
            "one type for all; the lost dash as the others have it",
        ),
        (
            "các văn bản số: 10/VPCP-CN ngày 8/11/2025, 11/VPCP-CN ngày 12/9/2025",
            [("10/VPCP-CN", "Văn bản"), ("11/VPCP-CN", "Văn bản")],
            "any paper",
        ),
        (
            "Nghị quyết số 12/NQ-HĐND, 13/NQ-HĐND và 5/KH-UBND",
            [("12/NQ-HĐND", "Nghị quyết"), ("13/NQ-HĐND", "Nghị quyết"), ("5/KH-UBND", "Kế hoạch")],
            "a symbol of another type goes before the list's type",
        ),
        (
            "Nghị quyết số 49-NQ/TW; 05 năm thực hiện Nghị quyết số 49 và Chỉ thị số 49",
            [("49-NQ/TW", "Nghị quyết"), ("49", "Chỉ thị")],
            "a serial alone is short for the number that the text gives in full",
        ),
        (
            "Quyết định số 12/QĐ-UBND của tỉnh và công văn 14/STC-NS",
            [("12/QĐ-UBND", "Quyết định"), ("14/STC-NS", "Công văn")],
            "each with its own type",
        ),
    ],
)
def test_lists(text: str, expected: list[tuple[str, str]], why: str) -> None:
    assert [(c.number, c.kind) for c in find(text)] == expected, why


def test_merging_keeps_the_first_place_and_fills_in_the_date() -> None:
    text = "Thực hiện Chỉ thị số 16/CT-TTg; căn cứ Chỉ thị số 16/CT-TTg ngày 31/3/2020, Quyết định số 2/QĐ-UBND."
    merged = merge(find(text))
    assert [(c.number, str(c.issued)) for c in merged] == [("16/CT-TTg", "2020-03-31"), ("2/QĐ-UBND", "None")]
    assert merged[0].start == text.index("Chỉ thị")


def test_merging_nothing() -> None:
    assert merge([]) == []


TYPES = {"QĐ": "Quyết định", "KH": "Kế hoạch", "NQ": "Nghị quyết", "TTr": "Tờ trình", "BC": "Báo cáo"}


@given(st.integers(1, 99999), st.sampled_from(sorted(TYPES)), st.sampled_from(["UBND", "TTg", "HĐND", "SYT", "BCĐ"]))
def test_a_composed_number_is_read_back(serial: int, symbol: str, issuer: str) -> None:
    number = f"{serial}/{symbol}-{issuer}"
    text = f"theo {TYPES[symbol]} số {number} của tỉnh"
    assert find(text) == [FoundCitation(5, text.index(" của"), number, TYPES[symbol])]


@given(st.text(alphabet="QĐUBNDTWgr0123456789/-.&, số", max_size=60))
def test_citations_do_not_overlap(text: str) -> None:
    found = find(text)
    assert all(0 <= c.start < c.end <= len(text) for c in found)
    assert all(earlier.end <= later.start for earlier, later in pairwise(found))
