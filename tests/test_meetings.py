"""The meeting that a notice reports."""

from datetime import date

import pytest

from kg.extract.found import MeetingFound
from kg.extract.meetings import meetings
from kg.extract.officials import officials
from tests.reading import paper

TITLE = "THÔNG BÁO\nKết luận của đồng chí Lò Văn Pản, Phó Chủ tịch UBND tỉnh tại cuộc họp về chợ đầu mối"
COMMITTEE = "Ban Chỉ đạo phòng, chống cháy rừng tỉnh"


def _meeting(opening: str, title: str = TITLE) -> MeetingFound | None:
    reading = paper(title=title, opening=opening)
    found = meetings(reading, officials(reading))
    return found[0] if found else None


def _found(opening: str, title: str = TITLE) -> MeetingFound:
    meeting = _meeting(opening, title)
    assert meeting is not None
    return meeting


CHAIRED = (
    "Ngày 05/3/2024, tại trụ sở UBND tỉnh, Phó Chủ tịch UBND tỉnh Lò Văn Pản chủ trì cuộc họp về chợ đầu mối. "
    "Tham dự có lãnh đạo các Sở: Công Thương, Xây dựng; đồng chí Vi Thị Thảo, Giám đốc Sở Tài chính; UBND các huyện. "
    "Sau khi nghe Sở Công Thương báo cáo, ý kiến của Công an tỉnh, Phó Chủ tịch UBND tỉnh Lò Văn Pản kết luận như sau:"
)


def test_a_chaired_meeting() -> None:
    meeting = _found(CHAIRED)
    assert meeting.label.value == "cuộc họp về chợ đầu mối"
    assert meeting.held_on is not None
    assert meeting.held_on.value == date(2024, 3, 5)
    assert meeting.chair is not None
    assert meeting.chair.value == "Lò Văn Pản"
    assert meeting.held_by is not None
    assert meeting.held_by.value.label == "Ủy ban nhân dân tỉnh"
    assert meeting.mode is None
    assert [a.person or (a.agency.label if a.agency else "") for a in meeting.attendants] == [
        "Vi Thị Thảo",
        "Sở Công Thương",
        "Sở Xây dựng",
        "Ủy ban nhân dân cấp huyện",
        "Công an tỉnh",
    ]


@pytest.mark.parametrize(
    ("opening", "chair", "why"),
    [
        (CHAIRED, "Lò Văn Pản", "presides"),
        (
            "Ngày 05/3/2024, Thường trực Tỉnh ủy tổ chức họp giao ban. Qua ý kiến của đại biểu, đồng chí Lò Văn Pản, "
            "Bí thư Tỉnh ủy kết luận những nội dung sau:",
            "Lò Văn Pản",
            "concludes",
        ),
        (
            "Ngày 05/3/2024, Ủy ban nhân dân tỉnh tổ chức hội nghị về chợ đầu mối dưới sự chủ trì của đồng chí Vi Thị "
            "Thảo, Chủ tịch UBND tỉnh. Hội nghị thống nhất:",
            "Vi Thị Thảo",
            "presided over by",
        ),
        (
            "Ngày 05/3/2024, đồng chí Lò Văn Pản, Chủ tịch UBND tỉnh đã có buổi làm việc với Sở Công Thương. Giao:",
            "Lò Văn Pản",
            "holds talks with a body",
        ),
        (
            "Ngày 05/3/2024, Ủy ban nhân dân tỉnh tổ chức cuộc họp về chợ đầu mối. Chủ tịch UBND tỉnh giao:",
            None,
            "nobody is named",
        ),
        (
            "Ngày 05/3/2024, Ủy ban nhân dân tỉnh tổ chức cuộc họp về chợ đầu mối. Sau khi nghe ý kiến của đồng chí "
            "Vi Thị Thảo, Giám đốc Sở Tài chính, Chủ tịch UBND tỉnh kết luận:",
            None,
            "who speaks does not preside",
        ),
        (
            "Ngày 05/3/2024, Ủy ban nhân dân tỉnh tổ chức cuộc họp về chợ đầu mối. Các đại biểu đã nghe báo cáo do Phó "
            "Giám đốc Sở Tài chính Vi Thị Thảo trình bày. Chủ tịch UBND tỉnh kết luận:",
            None,
            "nor who presents a report",
        ),
        (
            "Ngày 05/3/2024, Đoàn công tác của UBND tỉnh do đồng chí Lò Văn Pản - Chủ tịch UBND tỉnh làm Trưởng đoàn "
            "đã có buổi làm việc với Đảng ủy xã Bến Gỗ về chợ đầu mối. Chủ tịch UBND tỉnh kết luận:",
            "Lò Văn Pản",
            "who leads the party that visits",
        ),
        (
            "Ngày 05/3/2024, UBND tỉnh có buổi làm việc với Đoàn công tác Bộ Y tế do đồng chí Lò Văn Pản - Thứ trưởng "
            "Bộ Y tế làm Trưởng đoàn về chợ đầu mối. Hội nghị thống nhất:",
            None,
            "but not the party that is received",
        ),
        (
            "Ngày 05/3/2024, Chủ tịch UBND tỉnh Lò Văn Pản cùng Phó Chủ tịch UBND tỉnh Vi Thị Thảo đã đi kiểm tra chợ "
            "đầu mối. Chủ tịch UBND tỉnh có ý kiến:",
            "Lò Văn Pản",
            "not who goes along",
        ),
    ],
)
def test_chair(opening: str, chair: str | None, why: str) -> None:
    found = _found(opening, "THÔNG BÁO\nKết luận tại cuộc họp về chợ đầu mối").chair
    assert (found.value if found else None) == chair, why


def test_the_sentence_that_closes_the_notice_names_the_chair() -> None:
    reading = paper(
        title="THÔNG BÁO\nKết luận tại cuộc họp về chợ đầu mối",
        opening="Ngày 05/3/2024, Bộ Xây dựng tổ chức cuộc họp về chợ đầu mối.",
        items="1. Sở Y tế thực hiện.\n\nTrên đây là kết luận của Bộ trưởng Vi Thị Thảo tại cuộc họp, xin thông báo.",
    )
    (meeting,) = meetings(reading, officials(reading))
    assert meeting.chair is not None
    assert (meeting.chair.value, meeting.chair.rule) == ("Vi Thị Thảo", "closing sentence")


def test_a_meeting_of_several_days_is_held_on_the_first() -> None:
    found = _found("Trong các ngày 11, 12 tháng 3 năm 2024, Phó Chủ tịch UBND tỉnh Lò Văn Pản chủ trì cuộc họp về chợ.")
    assert found.held_on is not None
    assert found.held_on.value == date(2024, 3, 11)


def test_the_title_names_the_chair() -> None:
    found = _found("Ngày 05/3/2024, Ủy ban nhân dân tỉnh tổ chức cuộc họp về chợ đầu mối. Cuộc họp thống nhất:").chair
    assert found is not None
    assert (found.value, found.rule) == ("Lò Văn Pản", "title")


def test_the_title_names_the_chair_by_a_post_at_the_own_body() -> None:
    opening = "Ngày 05/3/2024, Sở Y tế họp về chợ đầu mối. Dự họp có đồng chí Lò Văn Pản. Cuộc họp thống nhất:"
    found = _found(opening, "THÔNG BÁO\nKết luận của Giám đốc Sở Lò Văn Pản tại cuộc họp về chợ đầu mối").chair
    assert found is not None
    assert found.value == "Lò Văn Pản"


@pytest.mark.parametrize(
    ("opening", "title", "held_by", "why"),
    [
        (
            "Ngày 05/3/2024, Phó Chủ tịch UBND tỉnh, Phó Trưởng ban Ban Chỉ đạo phòng, chống cháy rừng tỉnh Lò Văn Pản "
            "chủ trì cuộc họp về chợ đầu mối.",
            TITLE,
            "Ủy ban nhân dân tỉnh",
            "a committee's deputy head presides over another body's meeting",
        ),
        (f"Ngày 05/3/2024, đồng chí Lò Văn Pản chủ trì cuộc họp {COMMITTEE}.", TITLE, COMMITTEE,
         "named with the meeting"),
        ("Ngày 05/3/2024, Ban Thường vụ Tỉnh ủy tổ chức hội nghị về chợ đầu mối.", TITLE, "Ban Thường vụ Tỉnh ủy",
         "organises it"),
        ("Ngày 05/3/2024, Thường trực Tỉnh ủy họp nghe báo cáo về chợ đầu mối.", TITLE, "Thường trực Tỉnh ủy", "meets"),
        ("Ngày 05/3/2024, đồng chí Lò Văn Pản, Bí thư Tỉnh ủy chủ trì hội nghị về chợ đầu mối.",
         "THÔNG BÁO\nkết luận của Thường trực Tỉnh ủy tại hội nghị về chợ đầu mối", "Thường trực Tỉnh ủy",
         "whose conclusions the title announces"),
        ("Ngày 05/3/2024, Phó Thủ tướng Chính phủ Lò Văn Pản chủ trì cuộc họp về chợ đầu mối.", TITLE,
         "Thủ tướng Chính phủ", "a Deputy Prime Minister's meetings are the Prime Minister's"),
        (f"Ngày 05/3/2024, đồng chí Lò Văn Pản, Bí thư Tỉnh ủy - Trưởng {COMMITTEE} chủ trì hội nghị về cháy rừng.",
         TITLE, COMMITTEE, "the committee that the chair heads"),
        ("Ngày 05/3/2024, đồng chí Lò Văn Pản, Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy chủ trì cuộc họp về cháy rừng.",
         "THÔNG BÁO\nKết luận tại cuộc họp về cháy rừng", "Tỉnh ủy", "the body that the chair heads"),
        ("Ngày 05/3/2024, Thường trực Tỉnh ủy có buổi làm việc với Huyện ủy An Lĩnh. Đồng chí Lò Văn Pản, Bí thư Tỉnh "
         "ủy chủ trì.", "THÔNG BÁO\nkết luận của đồng chí Bí thư Tỉnh ủy tại buổi làm việc với Huyện ủy An Lĩnh",
         "Thường trực Tỉnh ủy", "the body that has it"),
        ("Ngày 05/3/2024, Bộ Xây dựng phối hợp với UBND tỉnh Kiên Giang tổ chức hội nghị về chợ đầu mối.", TITLE,
         "Bộ Xây dựng", "not the one that helps to organise it"),
        ("Ngày 05/3/2024, đồng chí Lò Văn Pản, Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh chủ trì hội nghị về chợ đầu mối.",
         "THÔNG BÁO\nkết luận của đồng chí Bí thư Tỉnh ủy tại hội nghị về chợ đầu mối", "Tỉnh ủy",
         "of two that the chair heads the one that the title says"),
    ],
)  # fmt: skip
def test_held_by(opening: str, title: str, held_by: str, why: str) -> None:
    found = _found(f"{opening} Sau khi thảo luận, hội nghị thống nhất:", title).held_by
    assert found is not None, why
    assert found.value.label == held_by, why


@pytest.mark.parametrize(
    ("words", "mode", "why"),
    [
        ("chủ trì hội nghị trực tuyến về chợ đầu mối.", "online", "in the label"),
        ("chủ trì hội nghị về chợ đầu mối. Hội nghị được tổ chức trực tuyến đến các huyện.", "online", "said of it"),
        ("chủ trì hội nghị về chợ đầu mối.", None, "not said"),
        ("chủ trì hội nghị về dịch vụ công trực tuyến.", None, "what it is about"),
    ],
)
def test_mode(words: str, mode: str | None, why: str) -> None:
    found = _found(f"Ngày 05/3/2024, đồng chí Lò Văn Pản, Chủ tịch UBND tỉnh {words} Sau đó kết luận:").mode
    assert (found.value if found else None) == mode, why


def test_an_earlier_session_is_another_meeting() -> None:
    meeting = _found(
        f"Ngày 05/3/2024, sau khi kết thúc phiên họp Chính phủ trực tuyến với các địa phương; {COMMITTEE} họp bàn về "
        "cháy rừng. Dự họp có Sở Y tế. Đồng chí Chủ tịch UBND tỉnh kết luận:"
    )
    assert meeting.mode is None
    assert meeting.held_by is not None
    assert meeting.held_by.value.label == COMMITTEE
    assert meeting.held_on is not None
    assert meeting.held_on.value == date(2024, 3, 5)


def test_the_title_gives_the_day() -> None:
    opening = "Tại cuộc họp về chợ đầu mối, đồng chí Lò Văn Pản đã nghe Sở Công Thương báo cáo và kết luận:"
    found = _found(opening, f"{TITLE} ngày 05/3/2024").held_on
    assert found is not None
    assert found.value == date(2024, 3, 5)


def test_the_day_of_a_cited_paper_is_not_the_meeting_s() -> None:
    opening = (
        "Tại cuộc họp triển khai Quyết định số 12/QĐ-UBND ngày 01/02/2024, đồng chí Lò Văn Pản, Chủ tịch UBND tỉnh "
        "kết luận:"
    )
    assert _found(opening).held_on is None


@pytest.mark.parametrize(
    ("opening", "label", "why"),
    [
        (
            "Ngày 05/3/2024, UBND tỉnh tổ chức phiên họp. Tham dự phiên họp có đồng chí Vi Thị Thảo, Giám đốc Sở Y tế.",
            "cuộc họp về chợ đầu mối",
            "who is there is no part of the name",
        ),
        (
            "Ngày 05/3/2024, UBND tỉnh đã họp. Tại cuộc họp này, Ủy ban nhân dân tỉnh đã xem xét nhiều nội dung.",
            "cuộc họp về chợ đầu mối",
            "a noun that points back names no meeting",
        ),
    ],
)
def test_the_title_names_the_meeting(opening: str, label: str, why: str) -> None:
    for title in (TITLE, TITLE.upper()):
        assert _found(opening, title).label.value == label, why


def test_a_hall_for_conferences_is_no_meeting() -> None:
    meeting = _found("Ngày 05/3/2024, tại Trung tâm Hội nghị tỉnh, UBND tỉnh tổ chức cuộc họp về chợ đầu mối.")
    assert meeting.label.value == "cuộc họp về chợ đầu mối"


def test_the_party_of_a_working_visit_attends() -> None:
    meeting = _found(
        "Ngày 05/3/2024, Phó Thủ tướng Chính phủ Lò Văn Pản chủ trì buổi làm việc với lãnh đạo tỉnh Gia Lai về đầu tư. "
        "Cùng dự có đại diện các Bộ: Tài chính, Xây dựng. Phó Thủ tướng kết luận:"
    )
    assert [a.agency.label for a in meeting.attendants if a.agency] == ["tỉnh Gia Lai", "Bộ Tài chính", "Bộ Xây dựng"]


@pytest.mark.parametrize(
    ("told", "expected", "why"),
    [
        (
            "Cuộc họp vinh dự được đón Phó Thủ tướng Chính phủ Vi Thị Thảo đến dự.",
            ["Vi Thị Thảo"],
            "who is welcomed",
        ),
        (
            "Cuộc họp được đồng chí Thường trực Ban Bí thư dự và chỉ đạo.",
            ["Thường trực Ban Bí thư"],
            "a post that comes",
        ),
        (
            "Tham dự có Thứ trưởng các Bộ: Tài chính (Vi Thị Thảo), Xây dựng; các Thứ trưởng: Lường Văn Inh (Bộ Y tế).",
            ["Vi Thị Thảo", "Lường Văn Inh", "Bộ Xây dựng"],
            "a body does not attend beside who is named for it",
        ),
        (
            "Các đại biểu đã nghe tờ trình do Giám đốc Sở Tài chính Vi Thị Thảo trình bày.",
            ["Vi Thị Thảo"],
            "who presents a report",
        ),
        ("Cùng chủ trì có đồng chí Vi Thị Thảo, Bí thư Huyện ủy.", ["Vi Thị Thảo"], "who presides too"),
        (
            "Cuộc họp đã nhận được 16 tham luận của Sở Xây dựng, Công an tỉnh.",
            ["Sở Xây dựng", "Công an tỉnh"],
            "papers",
        ),
        (
            "Đã có 9 lượt câu hỏi; Giám đốc Sở Xây dựng, Chánh Thanh tra tỉnh đã trực tiếp giải trình, làm rõ.",
            ["Sở Xây dựng", "Thanh tra tỉnh"],
            "who answers for what was asked",
        ),
        (
            "Tham dự có lãnh đạo Sở Xây dựng các tỉnh ven biển (Kiên Giang, Cà Mau), các tỉnh miền núi (Lào Cai).",
            ["Sở Xây dựng tỉnh Kiên Giang", "Sở Xây dựng tỉnh Cà Mau", "Sở Xây dựng tỉnh Lào Cai"],
            "brackets say which provinces' bodies",
        ),
        (
            "Tham dự có đại diện các vụ thuộc Bộ Xây dựng (Vụ Pháp chế, Thanh tra Bộ).",
            ["Vụ Pháp chế", "Thanh tra Bộ"],
            "members in brackets stand for their group",
        ),
        (
            "Tham dự tại điểm cầu UBND tỉnh có lãnh đạo Sở Xây dựng.",
            ["Sở Xây dựng"],
            "the body in whose house they meet",
        ),
        (
            "Sau khi nghe dự thảo Chương trình công tác của Công an tỉnh, ý kiến của Sở Xây dựng, Chủ tịch kết luận:",
            ["Sở Xây dựng"],
            "whose programme was read",
        ),
        (
            "Tham dự có lãnh đạo Sở Xây dựng các tỉnh ven biển (Kiên Giang, Cà Mau), các tỉnh núi (Sơn La, Lào Cai).",
            [f"Sở Xây dựng tỉnh {name}" for name in ("Kiên Giang", "Cà Mau", "Sơn La", "Lào Cai")],
            "the kind of body is said once, before the first of two brackets",
        ),
        (
            "Tham dự có PGS.TS. Vi Thị Thảo - Giám đốc Sở Y tế; Đại tá, TS. Lường Văn Inh, Phó Giám đốc Công an tỉnh.",
            ["Vi Thị Thảo", "Lường Văn Inh"],
            "the full stop of a degree ends no sentence",
        ),
        (
            "Dự họp có đồng chí Vi Thị Thảo, nguyên Giám đốc Sở Y tế. Sau khi nghe ý kiến, thay mặt Thường trực HĐND "
            "tỉnh, Chủ tịch kết luận:",
            ["Vi Thị Thảo"],
            "neither the body of a former post nor in whose name is concluded",
        ),
    ],
)
def test_who_is_there(told: str, expected: list[str], why: str) -> None:
    opening = f"Ngày 05/3/2024, Chủ tịch UBND tỉnh Lò Văn Pản chủ trì cuộc họp về chợ đầu mối. {told}"
    attendants = _found(opening).attendants
    assert [a.person or (a.agency.label if a.agency else "") for a in attendants] == expected, why


@pytest.mark.parametrize("marks", [("- ", "- "), ("1. ", "2. ")])
def test_who_is_there_stands_in_a_list_of_its_own(marks: tuple[str, str]) -> None:
    opening = (
        "Ngày 05/3/2024, Phó Chủ tịch UBND tỉnh Lò Văn Pản chủ trì cuộc họp về chợ đầu mối.\nThành phần tham dự:\n"
        f"{marks[0]}Về phía Bộ Y tế: đồng chí Vi Thị Thảo, Thứ trưởng; lãnh đạo Vụ Pháp chế.\n"
        f"{marks[1]}Lãnh đạo các Sở: Xây dựng, Tài chính.\nSau khi thảo luận, cuộc họp thống nhất:"
    )
    attendants = _found(opening).attendants
    present = [a.person or (a.agency.label if a.agency else "") for a in attendants]
    assert present == ["Vi Thị Thảo", "Vụ Pháp chế", "Sở Xây dựng", "Sở Tài chính"]


def test_the_day_behind_a_cited_day_is_the_meeting_s() -> None:
    opening = (
        "Thực hiện Kế hoạch số 12/KH-UBND ngày 01/02/2024, ngày 05/3/2024, đồng chí Lò Văn Pản, Chủ tịch UBND tỉnh "
        "chủ trì cuộc họp về chợ đầu mối."
    )
    held_on = _found(opening).held_on
    assert held_on is not None
    assert held_on.value == date(2024, 3, 5)


def test_projects_are_not_taken_for_presence() -> None:
    meeting = _found(
        "Ngày 05/3/2024, Phó Chủ tịch UBND tỉnh Lò Văn Pản chủ trì cuộc họp về chợ đầu mối.\n\n"
        "Các dự án của các chủ đầu tư, Ban Quản lý dự án tỉnh còn chậm. Phó Chủ tịch kết luận:"
    )
    assert not meeting.attendants


@pytest.mark.parametrize(
    ("title", "opening", "why"),
    [
        ("CÔNG ĐIỆN\nVề việc ứng phó bão số 8", "BỘ XÂY DỰNG điện:\n- Các Sở Xây dựng.", "a telegram"),
        ("CHỈ THỊ\nVề chợ đầu mối", "Hội nghị ngày 05/3/2024 đã bàn. Chủ tịch UBND tỉnh yêu cầu:", "a directive"),
        ("THÔNG BÁO\nVề việc nghỉ lễ", "Văn phòng UBND tỉnh thông báo lịch nghỉ như sau:", "a notice without one"),
    ],
)
def test_no_meeting(title: str, opening: str, why: str) -> None:
    assert _meeting(opening, title) is None, why


def test_a_meeting_that_the_press_reports() -> None:
    opening = (
        "Văn phòng Chính phủ vừa ban hành Thông báo số 12/TB-VPCP ngày 5/6/2025 kết luận của Phó Thủ tướng Lò Văn Pản "
        "về tháo gỡ khó khăn cho chợ đầu mối, gồm 04 dự án."
    )
    reading = paper(opening=opening, title="")
    meeting = meetings(reading, officials(reading))[0]
    assert meeting.label.value == "tháo gỡ khó khăn cho chợ đầu mối"
    assert meeting.chair is not None
    assert meeting.chair.value == "Lò Văn Pản"
    assert meeting.held_by is not None
    assert meeting.held_by.value.label == "Thủ tướng Chính phủ"
    assert meeting.held_on is None


def test_a_letter_that_cites_conclusions_reports_no_meeting() -> None:
    opening = "Thực hiện Thông báo số 12/TB-VPCP kết luận của Phó Thủ tướng Lò Văn Pản về chợ đầu mối, Sở Y tế báo cáo."
    reading = paper(opening=opening, title="")
    assert meetings(reading, officials(reading)) == []


def test_who_is_there_may_be_a_part_of_its_own() -> None:
    reading = paper(
        title=TITLE,
        opening="Ngày 05/3/2024, Phó Chủ tịch UBND tỉnh Lò Văn Pản chủ trì cuộc họp về chợ đầu mối.",
        items="I. THÀNH PHẦN THAM DỰ\n1. Chủ trì: Đồng chí Lò Văn Pản, Phó Chủ tịch UBND tỉnh.\n2. Tham dự:\n"
        "- Lãnh đạo Sở Công Thương;\n- Lãnh đạo các Ban của HĐND tỉnh;\n- Đồng chí Vi Thị Thảo, Giám đốc Sở Y tế.\n"
        "II. NỘI DUNG\n1. Sở Xây dựng rà soát các chợ.",
    )
    (found,) = meetings(reading, officials(reading))
    there = [a.person or (a.agency.label if a.agency else "") for a in found.attendants]
    assert there == ["Vi Thị Thảo", "Sở Công Thương", "Ban Hội đồng nhân dân tỉnh"]
