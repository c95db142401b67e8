"""The parts of a paper, its items and their numbers, and the way back from each character to the source."""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kg.language.words import seams
from kg.layout import Layout, Zone, lay_out
from kg.layout.lines import lines

HEAD = """\
ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH SÔNG LAM                Độc lập - Tự do - Hạnh phúc
Số: 12/TB-UBND           Sông Lam, ngày 02 tháng 3 năm 2024
"""
TITLE = "THÔNG BÁO\nKết luận của Phó Chủ tịch tỉnh\ntại cuộc họp về an toàn hồ đập\n"
OPENING = "Ngày 01/3/2024, Phó Chủ tịch tỉnh chủ trì cuộc họp và kết luận như sau:\n"
TAIL = "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nĐoàn Văn Khúc\n"


def shown(source: str, *zones: Zone) -> list[str]:
    layout = lay_out(source)
    return [layout.text[block.start : block.end] for block in layout.zone(*(zones or Zone))]


def items(body: str) -> list[tuple[str | None, str]]:
    layout = lay_out(f"{TITLE}\n{OPENING}\n{body}\n{TAIL}")
    return [(block.item, layout.content(block)) for block in layout.zone(Zone.ITEMS)]


def test_a_paper_has_its_parts() -> None:
    layout = lay_out(f"{HEAD}\n{TITLE}\n{OPENING}\n1. Sở Y tế\na) Báo cáo.\n\n{TAIL}\nPHỤ LỤC\nDanh mục\n")
    assert [(block.zone, layout.text[block.start : block.end]) for block in layout.blocks] == [
        (Zone.LETTERHEAD, "ỦY BAN NHÂN DÂN"),
        (Zone.LETTERHEAD, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (Zone.LETTERHEAD, "TỈNH SÔNG LAM"),
        (Zone.LETTERHEAD, "Độc lập - Tự do - Hạnh phúc"),
        (Zone.LETTERHEAD, "Số: 12/TB-UBND"),
        (Zone.LETTERHEAD, "Sông Lam, ngày 02 tháng 3 năm 2024"),
        (Zone.TITLE, "THÔNG BÁO Kết luận của Phó Chủ tịch tỉnh tại cuộc họp về an toàn hồ đập"),
        (Zone.OPENING, "Ngày 01/3/2024, Phó Chủ tịch tỉnh chủ trì cuộc họp và kết luận như sau:"),
        (Zone.ITEMS, "1. Sở Y tế"),
        (Zone.ITEMS, "a) Báo cáo."),
        (Zone.RECIPIENTS, "Nơi nhận:"),
        (Zone.RECIPIENTS, "- Như trên;"),
        (Zone.RECIPIENTS, "- Lưu: VT."),
        (Zone.SIGNATURE, "KT. CHỦ TỊCH"),
        (Zone.SIGNATURE, "PHÓ CHỦ TỊCH"),
        (Zone.SIGNATURE, "Đoàn Văn Khúc"),
        (Zone.ANNEX, "PHỤ LỤC"),
        (Zone.ANNEX, "Danh mục"),
    ]


BESIDE = """\
Nơi nhận:                          TL. CHỦ TỊCH
- Các sở: Y tế, Nội vụ,            CHÁNH VĂN PHÒNG
  Tài chính;
- Lưu: VT.                         Đoàn Văn Khúc
"""
MARKDOWN = """\
| Nơi nhận:<br>- Như trên;<br>- Lưu: VT. | **CHÁNH VĂN PHÒNG**<br>Đoàn Văn Khúc |
|---|---|
"""
BOLD = "**VĂN PHÒNG ỦY BAN\nNHÂN DÂN**\n-------\nSố: 3/TB-VP\n\n**THÔNG BÁO**\nvề đê điều\n"
TABLE = TAIL + "\nPHỤ LỤC I\n| STT | Việc |\n|---|---|\n| 1 | Cầu Đá |\n| 2 | Đê Hữu |\n"


@pytest.mark.parametrize(
    ("source", "zone", "expected", "why"),
    [
        (BESIDE, Zone.SIGNATURE, ["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "Đoàn Văn Khúc"], "the right column signs"),
        (
            BESIDE,
            Zone.RECIPIENTS,
            ["Nơi nhận:", "- Các sở: Y tế, Nội vụ, Tài chính;", "- Lưu: VT."],
            "the left column receives",
        ),
        (MARKDOWN, Zone.RECIPIENTS, ["Nơi nhận:", "- Như trên;", "- Lưu: VT."], "the cells of a table are columns"),
        (MARKDOWN, Zone.SIGNATURE, ["CHÁNH VĂN PHÒNG", "Đoàn Văn Khúc"], "and their lines are lines"),
        (
            "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(đã ký)\nĐoàn Văn Khúc\nNơi nhận:\n- Như trên;\nLưu: VT.\n",
            Zone.SIGNATURE,
            ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "(đã ký)", "Đoàn Văn Khúc"],
            "a signature before the recipients",
        ),
        (
            "Nơi nhận hồ sơ: Trung tâm Hành chính công.\nNơi nhận:\n- Như trên;",
            Zone.RECIPIENTS,
            ["Nơi nhận:", "- Như trên;"],
            "a sentence about a place of receipt is no list",
        ),
        ("Nơi nhận\n- Như trên;", Zone.RECIPIENTS, ["Nơi nhận", "- Như trên;"], "the head may lack its colon"),
        (BOLD, Zone.LETTERHEAD, ["VĂN PHÒNG ỦY BAN NHÂN DÂN", "Số: 3/TB-VP"], "bold type holds a name together"),
        (TABLE, Zone.ANNEX, ["PHỤ LỤC I", "STT", "Việc", "1", "Cầu Đá", "2", "Đê Hữu"], "the cells of an annex"),
        (
            TAIL + "\n[1] Công văn số 3/SYT.\n[2] Xã An Đê.\n",
            Zone.ANNEX,
            ["[1] Công văn số 3/SYT.", "[2] Xã An Đê."],
            "footnotes stand behind the signature",
        ),
        (
            TAIL + "\nPHỤ LỤC\nSTT    Việc    Hạn\n1    Cầu Đá    2025\n2    Đê Hữu    2026\n",
            Zone.ANNEX,
            ["PHỤ LỤC", "STT", "Việc", "Hạn", "1", "Cầu Đá", "2025", "2", "Đê Hữu", "2026"],
            "columns by spaces",
        ),
    ],
)
def test_where_the_parts_end(source: str, zone: Zone, expected: list[str], why: str) -> None:
    front = "" if "THÔNG BÁO" in source else f"{TITLE}\n{OPENING}\n1. Sở Y tế báo cáo.\n\n"
    assert shown(front + source, zone) == expected, why


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("THÔNG BÁO\nKẾT LUẬN CỦA CHỦ TỊCH\nvề đê điều", "THÔNG BÁO KẾT LUẬN CỦA CHỦ TỊCH về đê điều"),
        ("## THÔNG BÁO\n**về đê điều**", "THÔNG BÁO về đê điều"),
        ("Thông báo kết luận của chủ tịch tỉnh về đê điều", "Thông báo kết luận của chủ tịch tỉnh về đê điều"),
        (
            "THÔNG BÁO\nKết luận tại phiên họp về\ncông tác đê điều tháng\n9 năm 2025",
            "THÔNG BÁO Kết luận tại phiên họp về công tác đê điều tháng 9 năm 2025",
        ),
        ("Chỉ thị\nVề tăng cường quản lý đê điều", "Chỉ thị Về tăng cường quản lý đê điều"),
        (
            "CÔNG ĐIỆN\n\nVỀ VIỆC ỨNG PHÓ BÃO SỐ 8,\nBẢO ĐẢM AN TOÀN",
            "CÔNG ĐIỆN VỀ VIỆC ỨNG PHÓ BÃO SỐ 8, BẢO ĐẢM AN TOÀN",
        ),
    ],
)
def test_titles(title: str, expected: str) -> None:
    assert shown(f"{title}\n\n{OPENING}", Zone.TITLE) == [expected]
    assert shown(f"{title}\n\n{OPENING}", Zone.OPENING) == [OPENING.strip()]


def test_the_name_of_a_web_page_above_the_letterhead_is_no_title() -> None:
    source = "Chỉ thị về đê điều\nUBND TỈNH SÔNG LAM\nSố: 12/CT-UBND\nCHỈ THỊ\nVề đê điều\nI. VỀ ĐÊ\nSở Xây dựng.\n"
    assert shown(source, Zone.TITLE) == ["CHỈ THỊ Về đê điều"]


def test_a_title_ends_before_the_first_item() -> None:
    source = "THÔNG BÁO\nKết luận về đê điều\nI. VỀ CÔNG TÁC ĐÊ ĐIỀU\nSở Xây dựng kiểm tra.\n"
    assert shown(source, Zone.TITLE) == ["THÔNG BÁO Kết luận về đê điều"]
    assert shown(source, Zone.ITEMS) == ["I. VỀ CÔNG TÁC ĐÊ ĐIỀU", "Sở Xây dựng kiểm tra."]


@pytest.mark.parametrize("end", ["kết luận như sau:", "kết luận:", "chỉ đạo một số nội dung như sau.", "ý kiến:"])
def test_an_opening_ends_where_it_announces_what_is_not_numbered(end: str) -> None:
    source = f"{TITLE}\nNgày 1/3/2024, tỉnh họp về đê điều.\n\nChủ tịch tỉnh {end}\n\nSở Xây dựng rà soát.\n"
    assert len(shown(source, Zone.OPENING)) == 2
    assert shown(source, Zone.ITEMS) == ["Sở Xây dựng rà soát."]


def test_a_number_that_goes_on_inside_a_sentence_begins_no_item() -> None:
    counted = "Ngày 1/3/2024, Thường trực Tỉnh ủy họp, cho ý kiến các nội dung: (1) đê điều;\n(2) giao thông;"
    rest = "(3) nhà ở;\n(4) cán bộ, kết luận như sau:\n(1) Sở Xây dựng:\n(2) Sở Y tế:\n"
    source = f"THÔNG BÁO\nKết luận về đê điều\n{counted} {rest}"
    assert len(shown(source, Zone.OPENING)) == 1
    assert shown(source, Zone.ITEMS) == ["(1) Sở Xây dựng:", "(2) Sở Y tế:"]


def test_a_number_that_is_cited_begins_no_item() -> None:
    items = "1. Sở Xây dựng rà soát.\n2. Sở Y tế báo cáo theo quy định tại Khoản\n3 - Điều 61 của Luật.\n3. Sở Tư pháp."
    expected = [
        "1. Sở Xây dựng rà soát.",
        "2. Sở Y tế báo cáo theo quy định tại Khoản 3 - Điều 61 của Luật.",
        "3. Sở Tư pháp.",
    ]
    assert shown(f"{TITLE}\n{OPENING}\n{items}\n", Zone.ITEMS) == expected


def test_a_letter_has_no_title_and_begins_with_whom_it_addresses() -> None:
    source = (
        f"{HEAD}V/v an toàn đê\n\nKính gửi:\n- Sở Y tế;\n- Sở Nội vụ.\n\nThực hiện quy định, đề nghị:\n1. Rà soát đê.\n"
    )
    assert shown(source, Zone.TITLE) == []
    assert shown(source, Zone.LETTERHEAD)[-1] == "V/v an toàn đê"
    assert shown(source, Zone.OPENING)[:2] == ["Kính gửi:", "- Sở Y tế;"]


@pytest.mark.parametrize(
    ("body", "expected", "why"),
    [
        ("1. Một.\n2. Hai.", [("1", "Một."), ("2", "Hai.")], "numbers"),
        ("1. Một:\na) Một.\nđ) Hai.", [("1", "Một:"), ("1.a", "Một."), ("1.đ", "Hai.")], "letters in numbers"),
        ("2. Hai:\n2.1. Một.\n2.2. Hai.", [("2", "Hai:"), ("2.1", "Một."), ("2.2", "Hai.")], "written-out numbers"),
        ("1. Một:\n(1) Một.\n(2) Hai.", [("1", "Một:"), ("1.1", "Một."), ("1.2", "Hai.")], "numbers in brackets"),
        ("1. Một:\n- Hai.\n+ Ba.\nBốn.", [("1", "Một:"), ("1", "Hai."), ("1", "Ba."), ("1", "Bốn.")], "bullets"),
        ("I. MỘT\n1. Hai.\nII. BA\n2. Bốn.", [("I", "MỘT"), ("1", "Hai."), ("II", "BA"), ("2", "Bốn.")], "parts"),
        (
            "I. MỘT\n1. Hai.\nII. BA\n1. Bốn:\na) Năm.",
            [("I", "MỘT"), ("I.1", "Hai."), ("II", "BA"), ("II.1", "Bốn:"), ("II.1.a", "Năm.")],
            "numbers that begin again need their part",
        ),
        (
            "I. MỘT\n1. Hai:\n1.1. Ba.\nII. BỐN\n1. Năm:\n1.1. Sáu.",
            [("I", "MỘT"), ("I.1", "Hai:"), ("I.1.1", "Ba."), ("II", "BỐN"), ("II.1", "Năm:"), ("II.1.1", "Sáu.")],
            "and so do written-out ones",
        ),
        (
            "I. một\n1. Hai.\nIi. ba\n1. Bốn.",
            [("I", "một"), ("I.1", "Hai."), ("II", "ba"), ("II.1", "Bốn.")],
            "a part whose number lost its capitals",
        ),
        (
            "A. MỘT\nI. HAI\n1. Ba.\nB. BỐN\nI. NĂM\n1. Sáu.",
            [("A", "MỘT"), ("A.I", "HAI"), ("A.I.1", "Ba."), ("B", "BỐN"), ("B.I", "NĂM"), ("B.I.1", "Sáu.")],
            "parts in parts",
        ),
        ("1. Một:\nh) Hai;\ni) Ba.", [("1", "Một:"), ("1.h", "Hai;"), ("1.i", "Ba.")], "the letter behind h"),
        (r"1\. Một:" + "\n* Hai.", [("1", "Một:"), ("1", "Hai.")], "Markdown"),
    ],
)
def test_items_and_their_numbers(body: str, expected: list[tuple[str | None, str]], why: str) -> None:
    assert items(body) == expected, why


def test_an_item_stands_under_the_one_it_belongs_to() -> None:
    layout = lay_out(f"{TITLE}\n{OPENING}\n1. Một:\na) Hai:\n- Ba.\nBốn.\n2. Năm.\n")
    parents = [block.parent for block in layout.zone(Zone.ITEMS)]
    first = layout.blocks.index(layout.zone(Zone.ITEMS)[0])
    assert parents == [None, first, first + 1, first + 1, None]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", []),
        ("\n\n  \f", []),
        ("-----\n***", []),
        ("Sở Y tế", ["Sở Y tế"]),
        ("Nơi nhận:", ["Nơi nhận:"]),
        ("KT. CHỦ TỊCH", ["KT. CHỦ TỊCH"]),
        ("THÔNG BÁO", ["THÔNG BÁO"]),
    ],
)
def test_texts_that_are_no_papers(source: str, expected: list[str]) -> None:
    assert shown(source) == expected


@pytest.mark.parametrize("change", ["nfd", "windows", "no-break spaces", "soft hyphens", "form feeds", "quotation"])
def test_how_a_paper_was_saved_changes_nothing_that_is_read(change: str) -> None:
    source = f"{TITLE}\n{OPENING}\n1. Ủy ban nhân dân các xã:\na) Rà soát đê.\n\n{TAIL}"
    changed = {
        "nfd": unicodedata.normalize("NFD", source),
        "windows": source.replace("\n", " \n"),
        "no-break spaces": source.replace(" ", "\u00a0"),
        "soft hyphens": source.replace(" ", "\u00ad \u200b"),
        "form feeds": source.replace("\n\n", "\n\n\f"),
        "quotation": "".join(f"> {line}\n" for line in source.split("\n")),
    }[change]
    assert change == "windows" or changed != source
    assert shown(changed) == shown(source)


SAMPLES = sorted(path for path in (Path(__file__).parent.parent / "samples").iterdir() if path.name[0].isdigit())


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("change", ["nfd", "quotation", "spaces"])
def test_the_samples_read_the_same_however_they_were_saved(sample: Path, change: str) -> None:
    source = sample.read_text(encoding="utf-8")
    changed = {
        "nfd": unicodedata.normalize("NFD", source),
        "quotation": "".join(f"> {line}\n" for line in source.split("\n")),
        "spaces": source.replace("  ", " \u00a0").replace("\n", "  \n"),
    }[change]
    assert [(b.zone, b.item) for b in lay_out(changed).blocks] == [(b.zone, b.item) for b in lay_out(source).blocks]
    assert shown(changed) == shown(source)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_the_samples_have_every_part_but_an_annex(sample: Path) -> None:
    layout = lay_out(sample.read_text(encoding="utf-8"))
    letter = sample.stem.startswith("09-")
    assert {block.zone for block in layout.blocks} == set(Zone) - {Zone.ANNEX} - ({Zone.TITLE} if letter else set())
    numbers = [block.item for block in layout.zone(Zone.ITEMS) if block.marker and not block.marker.bullet]
    assert len(numbers) == len(set(numbers)), "a number names one item"


LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyAĐƯ"
SYLLABLES = st.text(alphabet=LETTERS + "\u0300\u0301\u0309\u0323", min_size=1, max_size=5)
PIECES = st.one_of(
    SYLLABLES,
    st.sampled_from(["Sở Y tế", "Uỷ ban", "ТР", "🚧", "\u00ad", "\u200b", "\u00a0", "\x07", "\x85", "30/4/2024"]),
    st.sampled_from(["1.", "a)", "II.", "- ", "+ ", "(2)", "**", "*", "_", "`", "|", "<br>", r"\.", "> ", "# ", "./."]),
    st.sampled_from(["\n", "\n\n", "\f", "\n2\n", "   ", "\t", "\n- 3 -\n", "\n-----\n"]),
    st.sampled_from(["\nTHÔNG BÁO\n", "\nNơi nhận:   KT. CHỦ TỊCH\n", "\nPHỤ LỤC\n", "\nKính gửi:\n", "\n[1] Sở\n"]),
)
SOURCES = st.lists(PIECES, max_size=40).map(" ".join)


def places(layout: Layout) -> list[list[tuple[int, int]]]:
    starts, ends = layout.normal.starts, layout.normal.ends
    return [list(zip(starts[b.start : b.end], ends[b.start : b.end], strict=True)) for b in layout.blocks]


@settings(max_examples=300, deadline=None)
@given(SOURCES)
@example("Nơi nhận:    KT. CHỦ TỊCH\n- Sở Y tế,    PHÓ CHỦ TỊCH\n  Sở Nội vụ;   Đoàn Khúc")
def test_every_stretch_leads_back_to_the_source(source: str) -> None:
    layout = lay_out(source)
    for block, inside in zip(layout.blocks, places(layout), strict=True):
        assert block.start < block.end
        assert inside == sorted(inside)
        assert [end for _, end in inside] == sorted(end for _, end in inside)
        for start in range(block.start, block.end, 3):
            passage = layout.normal.passage(start, block.end)
            assert source[passage.start : passage.end] == passage.quote
            assert passage.quote


@settings(max_examples=300, deadline=None)
@given(SOURCES)
def test_blocks_follow_one_another(source: str) -> None:
    layout = lay_out(source)
    edges = [edge for block in layout.blocks for edge in (block.start, block.end)]
    assert edges == sorted(edges)
    assert layout.text == "".join(layout.text[b.start : b.end] + "\n" for b in layout.blocks)
    for i, block in enumerate(layout.blocks):
        assert block.start <= block.content <= block.end
        assert block.parent is None or block.parent < i
        assert layout.text[block.start : block.end].strip() == layout.text[block.start : block.end]
    body = [inside[0] for b, inside in zip(layout.blocks, places(layout), strict=True) if b.zone not in TWO_COLUMNS]
    assert body == sorted(body)


TWO_COLUMNS = {Zone.RECIPIENTS, Zone.SIGNATURE}


@settings(max_examples=300, deadline=None)
@given(SOURCES)
def test_no_word_is_lost(source: str) -> None:
    kept = sorted(c for line in lines(source) for c in line.text if c.isalnum())
    assert sorted(c for c in lay_out(source).text if c.isalnum()) == kept


@given(st.lists(SYLLABLES, min_size=1, max_size=20).map(lambda words: " ".join(["a", *words])))
def test_words_are_read_composed(source: str) -> None:
    text = " ".join(lay_out(source).text.split())
    assert unicodedata.normalize("NFC", text) == text
    assert text.split() == [part for word in unicodedata.normalize("NFC", source).split() for part in parted(word)]


def parted(word: str) -> list[str]:
    """The words that lost the space between them."""
    bounds = (0, *seams(word), len(word))
    return [word[start:end] for start, end in pairwise(bounds)]


@pytest.mark.parametrize(
    "pattern",
    [
        *(
            "*",
            "|",
            "(",
            ".",
            "- ",
            "* ",
            "a*",
            "a|",
            "a(",
            "a. ",
            "a- ",
            "_a",
            "`",
            "\\",
            "\\*",
            "> ",
            "#",
            "1.",
            "1. ",
            "./",
        ),
        *(" \n", "\n\n", "\f", "a\n", "2\n", "a\u0301", "\u200b", "a   ", "i)", "Nơi nhận:\n", "<br>", "I", "[1] a\n"),
    ],
)
def test_a_long_run_of_anything_is_read(pattern: str) -> None:
    source = pattern * (200_000 // len(pattern))
    layout = lay_out(f"Sở Y tế {source}\n1. Báo cáo. {source} xong")
    assert layout.text.startswith("Sở Y tế")
    assert "xong" in layout.text
