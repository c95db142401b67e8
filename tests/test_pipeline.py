"""The extractors as a spaCy pipeline: its components, and what holds of whatever it reads."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from kg.errors import InputError
from kg.extract import extract, pipeline
from kg.read import Source
from kg.records import Role
from tests.phrases import OPENING, SAMPLES, TAIL, TITLE, notice, notice_text, sample
from tests.test_record import check

SOURCE = Source(
    "invented.txt",
    notice_text("1. Sở Y tế kiểm tra các chợ theo Quyết định số 12/QĐ-UBND ngày 01/02/2024 trước ngày 30/6/2024."),
)


@Language.component("test_uncited")
def _uncited(doc: Doc) -> Doc:
    doc._.draft.citations = []
    return doc


@Language.component("test_unsent")
def _unsent(doc: Doc) -> Doc:
    doc._.draft.recipients = []
    doc.spans["told"] = doc.spans["directives"]
    return doc


@pytest.fixture
def fresh() -> Iterator[None]:
    """Let the pipeline be built anew in a test, and again behind it."""
    pipeline.pipeline.cache_clear()
    yield
    pipeline.pipeline.cache_clear()


def test_components_are_listed_by_name() -> None:
    assert tuple(pipeline.pipeline().pipe_names) == pipeline.COMPONENTS
    assert pipeline.COMPONENTS[-1] == "notice_record"


def test_the_document_holds_the_even_text_and_what_was_found_in_it() -> None:
    doc = pipeline.read(SOURCE)
    assert doc.text == doc._.draft.layout.text
    assert "Sở Y tế" in [span.text for span in doc.spans["agencies"]]
    assert [span.text for span in doc.spans["citations"]]
    assert [span.text for span in doc.spans["directives"]] == [
        "Sở Y tế kiểm tra các chợ theo Quyết định số 12/QĐ-UBND ngày 01/02/2024 trước ngày 30/6/2024."
    ]
    assert [span.text for span in doc.spans["deadlines"]] == ["trước ngày 30/6/2024"]
    assert [span.text for span in doc.spans["officials"]] == ["Lò Văn Pản", "Cù Huy Thông"]
    assert doc._.notice == extract(SOURCE)


@pytest.mark.usefixtures("fresh")
def test_a_component_is_replaced_by_name() -> None:
    nlp = pipeline.pipeline()
    nlp.replace_pipe("notice_citations", "test_uncited")
    found = pipeline.read(SOURCE, nlp)._.notice
    assert extract(SOURCE).directives[0].actors(Role.RESPONSIBLE) == ("Sở Y tế",)
    assert found.citations == ()
    assert [task.cites for task in found.directives] == [()]


@pytest.mark.usefixtures("fresh")
def test_a_component_is_added_before_the_record() -> None:
    nlp = pipeline.pipeline()
    nlp.add_pipe("test_unsent", before="notice_record")
    doc = pipeline.read(SOURCE, nlp)
    assert doc._.notice.recipients == ()
    assert "told" in doc.spans


@pytest.mark.usefixtures("fresh")
def test_a_component_may_be_left_out() -> None:
    nlp = pipeline.pipeline()
    nlp.remove_pipe("notice_deadlines")
    found = pipeline.read(SOURCE, nlp)._.notice
    assert [task.deadlines for task in found.directives] == [()]


@pytest.mark.usefixtures("fresh")
def test_a_package_adds_a_component_by_an_entry_point(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = EntryPoint("test_unsent", "tests.test_pipeline:_unsent", "notice_kg.components")
    groups = {"notice_kg.components": [entry]}
    monkeypatch.setattr(pipeline, "entry_points", lambda group: groups[group])
    assert pipeline.pipeline().pipe_names[-2:] == ["test_unsent", "notice_record"]
    assert extract(SOURCE).recipients == ()


@given(st.text(alphabet="Sở tếY.,;:-/&0123456789\n\t\u00a0“”()", max_size=80))
def test_tokens_cover_the_text(text: str) -> None:
    assert pipeline.pipeline().make_doc(text).text == text


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_same_input_gives_the_same_record(path: Path) -> None:
    text, found = sample(path)
    assert extract(Source(path.name, text)) == found


def test_the_name_of_the_source_changes_nothing_else() -> None:
    other = extract(Source("other.txt", SOURCE.text))
    assert other.source == "other.txt"
    assert other.digest == extract(SOURCE).digest
    assert other.directives == extract(SOURCE).directives


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "nothing"),
        ("   \n\n \t", "white space"),
        ("Hôm nay trời đẹp.", "a text that is no notice"),
        ("MENU\nTrang chủ\nLiên hệ\n", "a page's frame"),
    ],
)
def test_a_text_that_is_no_notice_is_refused_in_one_line(text: str, why: str) -> None:
    with pytest.raises(InputError, match=r"^page\.txt: no notice found") as refused:
        extract(Source("page.txt", text))
    assert "\n" not in str(refused.value), why


ITEMS = """
1. Sở Y tế:
2. Về nguồn vốn:
3.
I. NHIỆM VỤ
II. TỔ CHỨC THỰC HIỆN
a) Lập danh sách.
(i) Lấy mẫu;
- Kiểm tra các chợ;
+ Báo cáo kết quả trước ngày 31/6/2024.
- Thời hạn hoàn thành: trong quý IV.
Giao Giám đốc Sở Y tế Vi Thị Thảo chỉ đạo; Sở Tài chính, Sở Nội vụ phối hợp bố trí kinh phí.
Công an tỉnh, các huyện/thành phố, xã/phường tuần tra; định kỳ trước ngày 25 hằng tháng báo cáo UBND tỉnh.
Ban Chỉ đạo phòng, chống cháy rừng tỉnh họp. Ban Chỉ đạo các huyện chủ trì, phối hợp với Bộ Công an.
đồng chí Lò Văn Pản, Phó Chủ tịch Ủy ban nhân dân tỉnh trình Thủ tướng Chính phủ trong vòng 10 ngày
theo Quyết định số 12/QĐ-UBND ngày 29/02/2023 của Ủy ban nhân dân tỉnh
Cục Đường bộ Việt Nam, Khu Quản lý đường bộ III và IV túc trực (24/7).
Uỷ ban nhân dân tỉnh chỉ đạo
Trên đây là kết luận, yêu cầu các đơn vị thực hiện./.
Kính gửi: Sở Y tế.
BỘ XÂY DỰNG điện:
Nơi nhận:
- Như trên;
- Lưu: VT.
KT. CHỦ TỊCH
PHỤ LỤC
|
*
;
.
“
(
)
\f
""".strip("\n").split("\n")
PARTS = st.sampled_from([TITLE, OPENING, TAIL, *ITEMS])
TEXTS = st.lists(st.tuples(PARTS, st.sampled_from([" ", "\n", "\n\n", ""])), max_size=16)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(TEXTS)
def test_rearranged_phrases_give_a_whole_record_or_are_refused(parts: list[tuple[str, str]]) -> None:
    source = Source("rearranged.txt", "".join(words + between for words, between in parts))
    try:
        found = extract(source)
    except InputError:
        return
    check(source.text, found)
    assert extract(source) == found


def test_a_district_s_committee_has_a_district_of_its_own() -> None:
    head = "ĐẢNG BỘ TỈNH SÔNG LAM\nHUYỆN ỦY PHÚ KHÊ\n*\nSố 7-TB/HU\n\nPhú Khê, ngày 10 tháng 3 năm 2024"
    record = notice("1. Ủy ban nhân dân huyện kiểm tra các chợ.", head=head)
    bound = [p.agency for p in record.directives[0].participations]
    assert bound == ["Ủy ban nhân dân huyện Phú Khê"]
