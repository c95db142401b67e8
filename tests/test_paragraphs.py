"""Line ends of the page are joined, line ends of the writer are kept."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.layout.lines import lines
from kg.layout.markers import Kind
from kg.layout.paragraphs import paragraphs

WORDS = st.sampled_from(["Sở", "Y tế", "rà soát", "đê,", "bảo đảm", "báo cáo", "Ủy ban", "(qua", "Văn phòng)"])
SOURCES = st.text(alphabet="aĐ1I \n\f*-.;,:()|\u0301", max_size=80)


def texts(source: str) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(lines(source))]


OVER_ORDERS = """\
Sở Nội vụ rà soát biên chế của các cơ quan trong tỉnh, báo cáo Ủy ban nhân dân tỉnh trong quý này.
3. Bộ Chỉ huy Quân sự tỉnh, Bộ Chỉ huy Bộ đội Biên phòng tỉnh
Bố trí lực lượng.
"""

REMNANT = """\
Sở Nội vụ rà soát biên chế, báo cáo Ủy ban nhân dân tỉnh trong quý II/2024.
2. Đối với Tập đoàn Công nghiệp Than - Khoáng sản Việt Nam và Tổng công ty
Đông Bắc
TKV cấp than.
"""

YEARS = """\
Sở Nội vụ rà soát biên chế, báo cáo Ủy ban nhân dân tỉnh trong quý II/2024 theo quy định.
3. Về nguồn vốn của Chương trình phát triển đô thị giai đoạn
2026-2030: Sở Tài chính báo cáo.
"""

WRAPPED = """\
1. Sở Nông nghiệp và Môi trường rà soát các hồ đập, đề xuất
Ủy ban nhân dân tỉnh phương án sửa chữa; bảo đảm an toàn cho
vùng hạ du. Báo cáo kết quả trước ngày 30 tháng 9 năm 2025.
"""


@pytest.mark.parametrize(
    ("source", "expected", "why"),
    [
        ("rà soát\nbáo cáo", ["rà soát báo cáo"], "a small letter goes on"),
        ("rà soát.\nBáo cáo.", ["rà soát.", "Báo cáo."], "a full stop and a capital on lines never wrapped"),
        ("Kết luận\n\nSở Y tế", ["Kết luận", "Sở Y tế"], "a blank line ends a paragraph"),
        ("các sở,\n\nngành tỉnh", ["các sở, ngành tỉnh"], "not inside a sentence that goes on small"),
        ("Sở Nông nghiệp và\n\nMôi trường", ["Sở Nông nghiệp và Môi trường"], "nor behind a word that asks for more"),
        ("giao cho Sở\nY tế", ["giao cho Sở Y tế"], "the beginning of a name asks for its end"),
        ("2. Văn phòng Bộ\nTheo dõi", ["2. Văn phòng Bộ", "Theo dõi"], "an office of the ministry is a whole name"),
        ("1. Cán bộ\nGiao Sở Y tế", ["1. Cán bộ", "Giao Sở Y tế"], "a compound does not ask for more"),
        ("2. Kinh tế số\nGiao Sở Y tế", ["2. Kinh tế số", "Giao Sở Y tế"], "nor does another"),
        ("theo Công văn số\n12/UBND", ["theo Công văn số 12/UBND"], "the number of a document belongs to it"),
        ("1. Việc thời gian đến\nGiao Sở", ["1. Việc thời gian đến", "Giao Sở"], "a phrase that ends headings"),
        ("Báo cáo hằng ngày\nGiao Sở", ["Báo cáo hằng ngày", "Giao Sở"], "a day that names no date"),
        ("1.\nSở Y tế", ["1. Sở Y tế"], "a mark alone waits for its words"),
        ("kinh tế\n- xã hội", ["kinh tế - xã hội"], "a dash before a small letter is cut off"),
        ("a:\n- Sở Y tế\n- Sở Tài chính", ["a:", "- Sở Y tế", "- Sở Tài chính"], "bullets behind a colon"),
        ("trước ngày\n30. Sở Y tế", ["trước ngày 30. Sở Y tế"], "a number that a line end cut off is no mark"),
        ("**1. Giám đốc\nSở Y tế**\n\nLàm.", ["1. Giám đốc Sở Y tế", "Làm."], "bold type goes on"),
        ("(Kèm theo Thông báo)\nSTT", ["(Kèm theo Thông báo)", "STT"], "nothing continues a remark in brackets"),
        ("Sở Y tế phối hợp\n\n2\n\nvới Sở Tài chính", ["Sở Y tế phối hợp với Sở Tài chính"], "a page in a sentence"),
        ("Sở Y tế và\n\n\f\nSở Tài chính", ["Sở Y tế và Sở Tài chính"], "a page's end before a capital"),
        ("kinh tế\n\n2\n\n- xã hội", ["kinh tế - xã hội"], "a page's end before a dash that was cut off"),
        ("II. Việc\n\n2\nĐể làm việc đó", ["II. Việc", "Để làm việc đó"], "a heading at a page's foot stays one"),
        ("theo dõi,\n\n— đôn đốc", ["theo dõi, — đôn đốc"], "a dash that a scanner saw"),
        ("| Sở | báo cáo |", ["Sở", "báo cáo"], "cells continue nothing"),
        (OVER_ORDERS, OVER_ORDERS.splitlines(), "a long line of names over what they are told"),
        (
            REMNANT,
            [REMNANT.splitlines()[0], " ".join(REMNANT.splitlines()[1:3]), REMNANT.splitlines()[3]],
            "what was left of a heading on a line of its own",
        ),
        (YEARS, [YEARS.splitlines()[0], " ".join(YEARS.splitlines()[1:])], "years that a line end cut off a topic"),
        (WRAPPED, [" ".join(WRAPPED.split())], "a page as it was printed"),
        (WRAPPED + WRAPPED, [" ".join(WRAPPED.split())] * 2, "a first number begins again"),
    ],
)
def test_what_belongs_together(source: str, expected: list[str], why: str) -> None:
    assert texts(source) == expected, why


LISTED = """\
Tham dự cuộc họp có lãnh đạo các cơ quan, đơn vị: Văn phòng Ủy ban
nhân dân tỉnh; Sở Y tế; Sở Tài chính; Sở Xây dựng; Công an tỉnh;
Đài Phát thanh và Truyền hình tỉnh; các huyện trong vùng dự án có
liên quan đến công tác di dời dân cư ra khỏi hành lang thoát lũ.
"""


def test_a_list_inside_a_sentence_goes_on_behind_a_semicolon() -> None:
    assert texts(LISTED) == [" ".join(LISTED.split())]


def test_text_that_doubles_its_line_ends_is_read_as_if_it_did_not() -> None:
    assert texts(LISTED.replace("\n", "\n\n")) == [" ".join(LISTED.split())]


def test_where_blank_lines_part_the_items_a_full_stop_does_not_end_a_paragraph() -> None:
    items = [f"{n}. {WRAPPED[3:]}".rstrip() for n in range(1, 6)]
    items[2] = "3. Sở Xây dựng kiểm tra cầu treo, báo cáo ngay khi có sự cố.\nTheo dõi các cầu còn lại, tổ chức trực."
    assert texts("\n\n".join(items)) == [" ".join(item.split()) for item in items]


def test_the_mark_of_a_paragraph_is_its_first_lines() -> None:
    found = paragraphs(lines("a) Rà soát\nđê kè.\nGiao Sở."))
    assert [p.marker and p.marker.kind for p in found] == [Kind.LETTER, None]


@given(SOURCES)
def test_every_line_is_in_one_paragraph_in_order(source: str) -> None:
    given_lines = lines(source)
    assert [line for p in paragraphs(given_lines) for line in p.lines] == given_lines


@given(st.lists(WORDS, min_size=20, max_size=60), st.integers(55, 90))
def test_a_paragraph_that_a_page_wrapped_is_one_again(words: list[str], width: int) -> None:
    text = " ".join(["Giao", *words, "xong"]).replace("; ", ", ") + "."
    wrapped = textwrap.fill(text, width)
    body = f"{wrapped}\n" * 3
    assert texts(body)[0].startswith(wrapped.split("\n")[0])
    assert " ".join(texts(body)) == " ".join([text] * 3)
