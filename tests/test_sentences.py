"""Sentences end where official prose ends them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language.sentences import sentences

TEXTS = st.text(alphabet='aĐ .!?…()"”/:;-1\n', max_size=60)


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("Giao Sở Y tế. Sở Nội vụ báo cáo.", ["Giao Sở Y tế.", "Sở Nội vụ báo cáo."], "a full stop and a capital"),
        ("Rà soát.", ["Rà soát."], "the last sentence needs nothing behind it"),
        ("Rà soát", ["Rà soát"], "nor a full stop"),
        ("", [], "no words, no sentence"),
        ("  \n ", [], "white space is no sentence"),
        ("họp tại TP. Lam Châu", ["họp tại TP. Lam Châu"], "an abbreviation"),
        ("TP. Lam Châu báo cáo. Xong.", ["TP. Lam Châu báo cáo.", "Xong."], "also at the very beginning"),
        ("TT. HĐND tỉnh; KT. CHỦ TỊCH", ["TT. HĐND tỉnh; KT. CHỦ TỊCH"], "several abbreviations"),
        ("ông A. Đoàn Khúc", ["ông A. Đoàn Khúc"], "an initial"),
        ("đạt 1.246 nhà. Còn 3.5 km.", ["đạt 1.246 nhà.", "Còn 3.5 km."], "a stop inside a number"),
        ("(bờ kè, cống... Đê Hữu). Xong.", ["(bờ kè, cống... Đê Hữu).", "Xong."], "dots inside brackets go on"),
        ("bờ kè, cống... Sở Y tế báo cáo.", ["bờ kè, cống...", "Sở Y tế báo cáo."], "dots outside brackets may end"),
        ("xử lý… kịp thời", ["xử lý… kịp thời"], "a small letter goes on"),
        ("thực hiện./. Nơi nhận", ["thực hiện./.", "Nơi nhận"], "the mark that ends a paper"),
        ("“Ba rõ.” Sở Y tế làm.", ["“Ba rõ.”", "Sở Y tế làm."], "a closing quotation mark belongs to its sentence"),
        ("Xong. “Ba rõ” là gì?", ["Xong.", "“Ba rõ” là gì?"], "an opening one to the next"),
        ("Giao: (i) Một. (ii) Hai.", ["Giao: (i) Một.", "(ii) Hai."], "a small Roman number begins one"),
        ("Làm ngay! Báo cáo?", ["Làm ngay!", "Báo cáo?"], "other marks"),
        ("theo điểm a khoản 1. Sở", ["theo điểm a khoản 1.", "Sở"], "a number is no abbreviation"),
        ("v.v. Sở Y tế", ["v.v. Sở Y tế"], "and so on"),
        ("dân tộc thiểu số. Sở Y tế làm.", ["dân tộc thiểu số.", "Sở Y tế làm."], "a word that is also 'number'"),
        ("Phụ lục kèm theo.Giao Sở Y tế.", ["Phụ lục kèm theo.", "Giao Sở Y tế."], "a space that was lost"),
        ("Phụ lục kèm theo.Đề nghị Sở Y tế.", ["Phụ lục kèm theo.", "Đề nghị Sở Y tế."], "before any capital"),
        ("trước ngày 12/5/2024.Giao Sở Y tế.", ["trước ngày 12/5/2024.", "Giao Sở Y tế."], "behind a date, too"),
        ("tại tp.Lam Châu, Tp.Lam Châu", ["tại tp.Lam Châu, Tp.Lam Châu"], "an abbreviation without its space"),
        ("xem lamchau.gov.vn trước", ["xem lamchau.gov.vn trước"], "an address has no capitals"),
    ],
)
def test_where_sentences_end(text: str, expected: list[str], why: str) -> None:
    assert split(text) == expected, why


def test_only_the_stretch_that_is_asked_for_is_split() -> None:
    text = "Một. Hai. Ba. Bốn."
    assert [text[a:b] for a, b in sentences(text, 5, 13)] == ["Hai.", "Ba."]


@given(TEXTS, st.integers(0, 20), st.integers(0, 20))
def test_the_sentences_are_all_there_is_but_white_space(text: str, left: int, right: int) -> None:
    start = min(left, len(text))
    end = max(start, len(text) - right)
    found = list(sentences(text, start, end))
    assert "".join("".join(text[a:b].split()) for a, b in found) == "".join(text[start:end].split())
    edges = [edge for stretch in found for edge in stretch]
    assert edges == sorted(edges)
    assert all(text[a:b] == text[a:b].strip() != "" for a, b in found)


@pytest.mark.parametrize("pattern", ["./", ". ", "... ", '."', "(… ", "A. ", ") . "])
def test_a_long_run_of_marks_is_read_in_one_pass(pattern: str) -> None:
    text = pattern * (200_000 // len(pattern))
    found = list(sentences(text, 0, len(text)))
    assert sum(b - a for a, b in found) >= len(text) - text.count(" ")
