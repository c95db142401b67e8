"""Lines of words are kept, and everything a page or Markdown adds is looked past."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.layout.lines import Line, columns, lines

TEXTS = st.text(alphabet="aĐ1 \n\f\t*_`|\\#>-.\u00a0\u200b", max_size=60)


def texts(source: str) -> list[str]:
    return [line.text for line in lines(source)]


@pytest.mark.parametrize(
    ("source", "expected", "why"),
    [
        ("Sở Y tế\nbáo cáo", ["Sở Y tế", "báo cáo"], "a line is a line"),
        ("  Sở \t Y\u00a0 tế ", ["Sở Y tế"], "white space is folded"),
        ("So\u031b\u0309 Y te\u0302\u0301", ["Sở Y tế"], "the text of a line is composed"),
        ("\ufeff\u200bSở", ["Sở"], "what nobody sees is no text"),
        ("", [], "nothing"),
        ("\n \n\t\n", [], "blank lines"),
        ("-------\n_____\n=====\n* * *\n…", [], "rules and ornaments"),
        ("a\fb", ["a", "b"], "a page ends a line"),
        ("**1.** Sở *Y* tế", ["1. Sở Y tế"], "emphasis"),
        ("***Nơi nhận:***", ["Nơi nhận:"], "strong emphasis"),
        ("__Nơi nhận__: _x_", ["Nơi nhận: x"], "emphasis by underscores"),
        ("tep_tin_mau.docx và a_b", ["tep_tin_mau.docx và a_b"], "underscores inside words stay"),
        ("5 * 3 = 15", ["5 * 3 = 15"], "a star between spaces is no emphasis"),
        ("* Sở Y tế", ["* Sở Y tế"], "a star before a space is a bullet"),
        ("## Kết luận", ["Kết luận"], "a heading"),
        ("#1 và #2", ["#1 và #2"], "a number sign without a space is none"),
        ("> > Sở Y tế", ["Sở Y tế"], "a quotation in a quotation"),
        (r"1\. Sở Y tế \- Bộ Y tế", ["1. Sở Y tế - Bộ Y tế"], "a mark behind a backslash is itself"),
        (r"\*Ghi chú\*", ["*Ghi chú*"], "and no emphasis"),
        (r"C:\Sở", [r"C:\Sở"], "a backslash before a letter is one"),
        ("`mã` Sở", ["mã Sở"], "code"),
        ("| Sở | Y tế |\n|---|---|\n| a | b |", ["Sở", "Y tế", "a", "b"], "the cells of a table"),
        (r"a \| b", ["a | b"], "a bar behind a backslash ends no cell"),
        ("| *Nơi nhận:* - Như trên; - Lưu |", ["Nơi nhận:", "- Như trên;", "- Lưu"], "lines whose ends a cell lost"),
        ("| CHÁNH VĂN PHÒNG     Võ An |", ["CHÁNH VĂN PHÒNG", "Võ An"], "and what white space parts there"),
        ("| Nơi nhận:<br>- Như trên;<br/>- Lưu |", ["Nơi nhận:", "- Như trên;", "- Lưu"], "lines inside a cell"),
    ],
)
def test_what_a_line_says(source: str, expected: list[str], why: str) -> None:
    assert texts(source) == expected, why


@pytest.mark.parametrize(
    ("source", "expected", "why"),
    [
        ("a\n\n2\n\nb", ["a", "b"], "a number alone between blank lines"),
        ("a\n2\nb", ["a", "b"], "the number of the second page, without blank lines"),
        ("a\n2\nb\n3\nc", ["a", "b", "c"], "and of the third"),
        ("a\n30\nb", ["a", "30", "b"], "a day that a line end cut off is no page"),
        ("a\n2\nb\n7\nc", ["a", "b", "7", "c"], "a number out of order is no page"),
        ("a\n- 12 -\nb", ["a", "b"], "a number between dashes"),
        ("a\nTrang 2/5\nb\nTrang 3 trên 5\n", ["a", "b"], "a label"),
        ("a\n-- PAGE BREAK ---\nb\n", ["a", "b"], "what a reader of scans writes"),
        ("a\n\f7\nb", ["a", "b"], "a number at the head of a page"),
        ("a\n7\n\fb", ["a", "b"], "and at its foot"),
        ("a\n7", ["a"], "a number at the end of the text"),
        ("> a\n>\n> 2\n>\n> b", ["a", "b"], "a number in a quotation"),
        ("a\n\n2025\n\nb", ["a", "2025", "b"], "a year is no page"),
        ("| 1 | Sở |\n| 2 | Bộ |", ["1", "Sở", "2", "Bộ"], "the numbers of a table's rows"),
        ("||\n\n12\n||\nSở", ["12", "Sở"], "also where each cell has its line"),
        ("a\n\n1.\n\nb", ["a", "1.", "b"], "a number with a full stop is a mark"),
    ],
)
def test_numbers_of_pages_are_left_out(source: str, expected: list[str], why: str) -> None:
    assert texts(source) == expected, why


@pytest.mark.parametrize(
    ("source", "field", "expected", "why"),
    [
        ("a\nb\n\nc\n\n\nd", "gap", [0, 0, 1, 2], "blank lines are counted"),
        ("a\n-----\nb", "gap", [0, 1], "a rule parts like a blank line"),
        ("> a\n>\n> b", "gap", [0, 1], "a blank line in a quotation"),
        ("a\nb", "turned", [False, False], "no page ends here"),
        ("a\n\fb\nc", "turned", [False, True, False], "a page ends before the line"),
        ("a\n\n2\n\nb\nc", "turned", [False, True, False], "a page's number tells of its end"),
        ("a\n\f\n\nb", "turned", [False, True], "blank lines at the head of a page"),
        ("**a\nb\nc**\nd", "bound", [False, True, True, False], "bold type goes on"),
        ("**a**\nb", "bound", [False, False], "bold type that ends"),
        ("**a****: **b\nc", "bound", [False, False], "bold type that ends, begins and ends"),
        ("**a\n\nb", "bound", [False, False], "no type goes on over a blank line"),
        (r"\**a" + "\nb", "bound", [False, False], "a star behind a backslash opens nothing"),
        ("*a\nb*", "bound", [False, False], "slanting type is too often a stray star"),
        ("a\nb", "cell", [False, False], "no table"),
        ("| a | b |\nc", "cell", [True, True, True], "each cell stands alone, and so does what follows"),
        ("||\na\nb", "cell", [True, False], "a rule of bars begins a cell"),
        ("a<br>b", "cell", [False, False], "a line inside a cell can go on"),
    ],
)
def test_what_stands_before_a_line(source: str, field: str, expected: list[object], why: str) -> None:
    assert [getattr(line, field) for line in lines(source)] == expected, why


@pytest.mark.parametrize(
    ("source", "expected", "why"),
    [
        ("TỈNH ỦY   ĐẢNG", ["TỈNH ỦY", "ĐẢNG"], "three spaces part columns"),
        ("TỈNH ỦY\tĐẢNG", ["TỈNH ỦY", "ĐẢNG"], "and so does a tab"),
        ("TỈNH ỦY  ĐẢNG", ["TỈNH ỦY ĐẢNG"], "two spaces do not"),
        ("   *    Sông Lam", ["Sông Lam"], "an ornament in a column is left out"),
        ("**a    b**", ["a", "b"], "columns in bold type"),
        ("**TL.** CHỦ TỊCH", ["TL. CHỦ TỊCH"], "pieces are no columns"),
    ],
)
def test_columns_of_a_page(source: str, expected: list[str], why: str) -> None:
    assert [line.text for line in columns(source, lines(source))] == expected, why


def test_a_line_of_columns_continues_nothing() -> None:
    source = "a\nb    c\nd"
    assert [line.cell for line in columns(source, lines(source))] == [False, True, True, False]


@given(TEXTS)
def test_a_line_is_made_of_stretches_of_the_source(source: str) -> None:
    for found in (lines(source), list(columns(source, lines(source)))):
        places = [place for line in found for piece in line.pieces for place in piece]
        assert places == sorted(places)
        for line in found:
            made = "".join(source[a:b] for a, b in line.pieces).replace("\u200b", "")
            assert " ".join(made.split()) == line.text != ""
            assert any(c.isalnum() for c in line.text)
            assert (source[line.start] + source[line.end - 1]).strip("\u200b \u00a0\t") != ""


@given(TEXTS)
def test_only_numbers_of_pages_are_lost(source: str) -> None:
    kept = "".join(c for line in lines(source) for c in line.text if c.isalpha())
    assert kept == "".join(c for c in source if c.isalpha())


@given(st.lists(st.sampled_from(["Sở Y tế", "báo cáo", "Đoàn"]), min_size=1, max_size=5))
def test_both_ways_of_writing_a_letter_make_the_same_lines(words: list[str]) -> None:
    source = "\n".join(words)
    assert texts(unicodedata.normalize("NFD", source)) == texts(source)


def test_a_line_knows_where_it_stands() -> None:
    (line,) = lines("  **Sở** Y tế ")
    assert line == Line(((4, 6), (8, 13)), "Sở Y tế", 0)
    assert (line.start, line.end) == (4, 13)
