"""What is found in a notice → its record: names under one label each, passages that quote the source."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path

import pytest

from kg.records import Level, Notice, Passage, Role
from tests.phrases import SAMPLES, notice, notice_text, sample

PROVINCE = "Ủy ban nhân dân tỉnh"


def everything(value: object) -> Iterator[object]:
    """Yield a record and all that it holds."""
    yield value
    if isinstance(value, tuple):
        for part in value:
            yield from everything(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from everything(getattr(value, field.name))


def _within(text: str, quote: str) -> bool:
    """Whether a text is a quote without its line breaks, page numbers and marks of type."""
    rest = iter(quote)
    return all(letter in rest for letter in text if not letter.isspace())


def agencies_referred_to(found: Notice) -> Iterator[str]:
    """Yield the label of every agency that a record refers to."""
    if found.issuer:
        yield found.issuer.value
    yield from (recipient.agency for recipient in found.recipients)
    yield from (post.agency for official in found.officials for post in official.posts)
    for meeting in found.meetings:
        if meeting.held_by:
            yield meeting.held_by.value
        yield from (one.agency for one in meeting.attendance if one.agency)
    yield from (one.agency for task in found.directives for one in task.participations if one.agency)


def officials_referred_to(found: Notice) -> Iterator[str]:
    """Yield the name of every official that a record refers to."""
    if found.signed_by:
        yield found.signed_by.value
    for meeting in found.meetings:
        if meeting.chair:
            yield meeting.chair.value
        yield from (one.official for one in meeting.attendance if one.official)
    yield from (one.official for task in found.directives for one in task.participations if one.official)


def check(text: str, found: Notice) -> None:
    """Check what holds of every record."""
    for passage in everything(found):
        if isinstance(passage, Passage):
            assert 0 <= passage.start < passage.end <= len(text)
            assert text[passage.start : passage.end] == passage.quote
    labels = [agency.label for agency in found.agencies]
    names = [official.name for official in found.officials]
    assert len(set(labels)) == len(labels)
    assert len(set(names)) == len(names)
    assert set(agencies_referred_to(found)) <= set(labels)
    assert set(officials_referred_to(found)) <= set(names)
    numbers = {citation.number for citation in found.citations}
    for task in found.directives:
        assert set(task.cites) <= numbers
        assert task.text == " ".join(task.text.split()) != ""
        assert _within(task.text, unicodedata.normalize("NFC", task.passage.quote))
        marks = [(one.role, one.agency, one.official) for one in task.participations]
        assert len(set(marks)) == len(marks)
        assert all((one.agency is None) != (one.official is None) for one in task.participations)
        assert set(task.actors(Role.LEAD)) <= set(task.actors(Role.RESPONSIBLE))
        for deadline in task.deadlines:
            assert sum(v is not None for v in (deadline.day, deadline.recurrence, deadline.duration)) == 1
            assert task.passage.start <= deadline.passage.start or deadline.passage.start >= task.passage.end


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_record_of_a_sample(path: Path) -> None:
    check(*sample(path))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_each_sample_gives_a_whole_notice(path: Path) -> None:
    _, found = sample(path)
    assert len(found.directives) >= 10
    assert found.title or "cong-van" in path.name
    assert found.number
    assert found.issuer
    assert found.signed_by
    assert found.recipients
    bound = [task for task in found.directives if task.actors(Role.RESPONSIBLE)]
    assert len(bound) >= len(found.directives) - 1


LABELS = [
    ("01", "đơn vị quản lý công"),
    ("05", "Ủy ban nhân dân thành phố TẠI HỘI NGHỊ"),
    ("06", "Ban Quản lý dự án Ven biển dừng thi công các hạng mục dưới nước"),
    ("07", "Hội đồng nhân dân tỉnh HÒA GIANG"),
    ("08", "đơn vị quản lý đã"),
    ("09", "trường học vệ sinh trường lớp"),
    ("10", "Công an huyện"),
    ("10", "Ủy ban nhân dân"),
]


@pytest.mark.parametrize(("number", "label"), LABELS)
def test_no_sample_gives_a_label_that_is_no_name(number: str, label: str) -> None:
    _, found = sample(next(path for path in SAMPLES if path.name.startswith(number)))
    assert label not in [agency.label for agency in found.agencies]


@pytest.mark.parametrize(
    ("number", "words", "expected"),
    [
        ("01", "Hướng dẫn các đơn vị quản lý", ("Sở Nông nghiệp và Phát triển nông thôn",)),
        ("06", "khơi thông cửa xả", ("Sở Xây dựng thành phố Hải An",)),
        ("07", "Kiên quyết điều chuyển vốn", ("tỉnh Hòa Giang",)),
        ("01", "Tiếp tục quán triệt", ("sở", "ngành", "Ủy ban nhân dân cấp huyện")),
        ("06", "Khu Quản lý đường bộ V túc trực", ("Khu Quản lý đường bộ V",)),
        ("05", "hống nhất chủ trương cho đặc khu", ("đặc khu Cù Lao Ngọc",)),
    ],
)
def test_whom_a_task_of_a_sample_binds(number: str, words: str, expected: tuple[str, ...]) -> None:
    _, found = sample(next(path for path in SAMPLES if path.name.startswith(number)))
    (task,) = [task for task in found.directives if words in task.text]
    assert task.actors(Role.RESPONSIBLE) == expected


def test_a_body_under_one_label_with_every_form_of_its_name() -> None:
    found = notice("1. Sở NN&PTNT kiểm tra.\n\n2. Sở NNPTNT, sở nông nghiệp và phát triển nông thôn họp.")
    (body,) = [agency for agency in found.agencies if "ông nghiệp" in agency.label]
    assert body.label == "Sở Nông nghiệp và Phát triển nông thôn"
    assert [form.text for form in body.forms] == ["Sở NN&PTNT", "Sở NNPTNT", "sở nông nghiệp và phát triển nông thôn"]
    assert all(form.passage.quote == form.text for form in body.forms)


def test_a_short_mention_gives_no_body_of_its_own() -> None:
    committee = "Ban Chỉ đạo phòng, chống cháy rừng tỉnh"
    found = notice(f"1. {committee} kiểm tra.\n\n2. Ban Chỉ đạo tổng hợp, báo cáo Ủy ban nhân dân tỉnh.")
    assert [task.actors(Role.RESPONSIBLE) for task in found.directives] == [(committee,), (committee,)]
    assert "Ban Chỉ đạo" not in [agency.label for agency in found.agencies]


def test_a_place_is_an_agency_where_it_is_told_to_act_only() -> None:
    found = notice("1. Tỉnh cần quan tâm hơn đến chợ.\n\n2. Sở Y tế kiểm tra trên địa bàn huyện An Lĩnh.")
    labels = [agency.label for agency in found.agencies]
    assert "tỉnh Sông Lam" in labels
    assert "huyện An Lĩnh" not in labels


@pytest.mark.parametrize(
    ("words", "label", "said"),
    [
        ("Bộ Y tế", "Bộ Y tế", {"level": Level.CENTRAL, "national": True, "group": False}),
        ("Sở Y tế", "Sở Y tế", {"level": Level.PROVINCE, "national": False, "province": None}),
        ("Các huyện, thành phố", "cấp huyện", {"level": Level.DISTRICT, "group": True, "generic": False}),
        ("Các đơn vị liên quan", "đơn vị", {"level": None, "group": True, "generic": True}),
        (
            "Ủy ban nhân dân tỉnh Hòa Giang",
            "Ủy ban nhân dân tỉnh Hòa Giang",
            {"level": Level.PROVINCE, "province": "tỉnh Hòa Giang", "national": False},
        ),
    ],
)
def test_what_a_record_says_of_a_body(words: str, label: str, said: dict[str, object]) -> None:
    found = notice(f"1. {words} rà soát các chợ.")
    (body,) = [agency for agency in found.agencies if agency.label == label]
    assert {name: getattr(body, name) for name in said} == said


OFFICIALS = [
    ("Giao Giám đốc Sở Y tế Vi Thị Thảo trực tiếp chỉ đạo việc kiểm tra.", ["Vi Thị Thảo"], "a post before the name"),
    (
        "Giao Phó Chủ tịch Ủy ban nhân dân tỉnh Lò Văn Pản chỉ đạo việc di dời chợ.",
        ["Lò Văn Pản"],
        "who chaired the meeting, too",
    ),
    ("Giao Giám đốc Sở Y tế trực tiếp chỉ đạo việc kiểm tra.", ["Sở Y tế"], "a post without a name"),
    (
        "Giám đốc Sở Y tế Vi Thị Thảo trực tiếp chỉ đạo việc kiểm tra.",
        ["Vi Thị Thảo"],
        "a named official as the subject",
    ),
    (
        "Đồng chí Vi Thị Thảo, Giám đốc Sở Y tế trực tiếp chỉ đạo việc kiểm tra.",
        ["Vi Thị Thảo"],
        "a name before the post as the subject",
    ),
    (
        "Giao đồng chí Vi Thị Thảo, Giám đốc Sở Y tế trực tiếp chỉ đạo việc kiểm tra.",
        ["Vi Thị Thảo"],
        "a name before the post, by order",
    ),
    ("Phân công đồng chí Vi Thị Thảo theo dõi địa bàn huyện An Lĩnh.", ["Vi Thị Thảo"], "a name without a post"),
]


@pytest.mark.parametrize(("text", "expected", "why"), OFFICIALS)
def test_a_named_official_told_to_act_is_bound_by_name(text: str, expected: list[str], why: str) -> None:
    found = notice(f"1. {text}")
    assert [name for task in found.directives for name in task.actors(Role.RESPONSIBLE)] == expected, why
    check(notice_text(f"1. {text}"), found)


def test_a_directive_with_all_that_belongs_to_it() -> None:
    text = (
        "Sở Y tế chủ trì, phối hợp với Sở Tài chính rà soát theo Quyết định số 12/QĐ-UBND ngày 01/02/2024, báo cáo "
        "Ủy ban nhân dân tỉnh trước ngày 30 tháng 6 năm 2024."
    )
    (task,) = notice(f"1. {text}").directives
    assert (task.item, task.text, task.cites) == ("1", text, ("12/QĐ-UBND",))
    assert {role: task.actors(role) for role in Role if task.actors(role)} == {
        Role.RESPONSIBLE: ("Sở Y tế",),
        Role.LEAD: ("Sở Y tế",),
        Role.COORDINATING: ("Sở Tài chính",),
        Role.REPORTS_TO: (PROVINCE,),
    }
    (deadline,) = task.deadlines
    assert (deadline.text, deadline.day) == ("trước ngày 30 tháng 6 năm 2024", date(2024, 6, 30))
    assert {one.passage.quote for one in task.participations} == {"Sở Y tế", "Sở Tài chính", PROVINCE}
    assert all(one.rule for one in task.participations)


def test_an_inherited_addressee_is_evidenced_where_it_stands() -> None:
    (task,) = notice("1. Sở Y tế:\n\n- Chủ trì kiểm tra các chợ.").directives
    responsible, lead = task.participations
    assert (responsible.role, responsible.inherited, responsible.passage.quote) == (Role.RESPONSIBLE, True, "Sở Y tế")
    assert responsible.passage.end < task.passage.start
    assert (lead.role, lead.agency, lead.inherited) == (Role.LEAD, "Sở Y tế", False)


def test_a_fragment_that_closes_an_item_dates_every_task_of_it() -> None:
    found = notice(
        "1. Sở Y tế:\n\n- Kiểm tra các chợ.\n\n- Lập danh sách, xong trong tháng 7 năm 2024.\n\n"
        "- Thời hạn hoàn thành: trước ngày 30/6/2024.\n\n2. Sở Nội vụ rà soát biên chế."
    )
    assert [[deadline.day for deadline in task.deadlines] for task in found.directives] == [
        [date(2024, 6, 30)],
        [date(2024, 7, 31)],
        [],
    ]
