"""What tells somebody to do something, and what does not."""

from __future__ import annotations

import pytest

from tests.phrases import told, wrong

TASKS = [
    ("Thanh tra tỉnh thanh tra các chợ mà Sở Y tế đã kiểm tra.", "'đã' of what is done before, not of the subject"),
    ("Sở Y tế kiểm tra các chợ.", "an order to a subject"),
    ("Không để xảy ra cháy rừng.", "a thing not to let happen"),
    ("Nghiêm cấm săn bắt chim trời.", "a ban"),
    ("Sở Y tế không được để dịch lây lan.", "a ban to somebody"),
    ("Sở Y tế phải hoàn thành trước ngày 30/6/2024.", "a duty"),
    ("Thời gian tới, Sở Y tế cần kiểm tra các chợ.", "a duty to come"),
    ("Sở Y tế chịu trách nhiệm trước Ủy ban nhân dân tỉnh về kết quả.", "accountability"),
    ("Sở Y tế tiếp tục duy trì trực ban.", "a thing to keep doing"),
    ("Đồng ý cho Sở Công Thương mở rộng chợ.", "an assent"),
    ("Đồng ý chủ trương mở rộng chợ.", "an assent, as 'Thống nhất chủ trương' is"),
    ("Thống nhất chủ trương đầu tư chợ đầu mối.", "an assent"),
    ("Sở Y tế tổ chức thực hiện việc lấy mẫu tại các chợ.", "the words of the formula with an object of their own"),
    ("Thống nhất về chủ trương mở rộng chợ đầu mối.", "an assent"),
    ("Nhất trí với đề nghị của Sở Y tế.", "an assent without more"),
    ("Sở Y tế có trách nhiệm hoàn trả số tiền đã tạm ứng tại Quyết định số 12/QĐ-UBND.", "a duty about what was done"),
    ("Phân công các Phó Chủ tịch Ủy ban nhân dân tỉnh trực tiếp chỉ đạo.", "a charge in words of the formula"),
    ("Nhiệm vụ này giao Sở Y tế thực hiện.", "what is given is said in the same sentence"),
    ("Nếu cơ sở không khắc phục thì thu hồi giấy phép.", "an imperative behind a condition with 'thì'"),
    ("Kế hoạch tiêm chủng của địa phương gửi về Sở Y tế.", "where their plan goes"),
    ("Số liệu dịch bệnh gửi về Sở Y tế.", "where figures go"),
    ("Sở Y tế chỉ đạo khai thác tuyến đã hoàn thành.", "'đã' of what is run"),
    ("Kết quả rà soát gửi Sở Y tế trước ngày 30/6/2024.", "where a result goes"),
    ("Mọi vướng mắc báo cáo về Sở Y tế để tổng hợp.", "where what comes up goes"),
    wrong("Biểu dương và khen thưởng các tập thể có thành tích.", "praise that orders a reward", got="no task"),
]

NONE = [
    ("Nội dung này đã giao Sở Y tế tại Thông báo số 12/TB-UBND.", "what was given before"),
    ("Ủy ban nhân dân tỉnh thống nhất thông qua.", "what was decided"),
    ("Đơn vị chủ trì: Sở Y tế.", "a line that only names who leads"),
    ("Thời gian báo cáo: trước ngày 30/6/2024.", "a line that only says when"),
    ("Thời gian: Hoàn thành trước ngày 30/6/2024.", "a line that only says when"),
    ("Kết quả rà soát đã báo cáo Ủy ban nhân dân tỉnh.", "where a result went"),
    ("Phê bình Sở Y tế chưa báo cáo kịp thời.", "criticism alone"),
    ("Nếu mưa lớn thì nguy cơ ngập úng cao.", "what a condition leads to"),
    ("Cơ bản thống nhất với báo cáo của Sở Y tế.", "who agrees with a report"),
    ("Sở Y tế đã hoàn thành tốt nhiệm vụ.", "what was done"),
    ("Sở Y tế đang kiểm tra các chợ.", "what is being done"),
    ("Sở Y tế chưa báo cáo kết quả.", "what was not done"),
    ("Biểu dương Sở Y tế đã hoàn thành sớm.", "praise"),
    ("Ghi nhận, đánh giá cao Sở Y tế chủ động tham mưu.", "praise"),
    ("Hoan nghênh sự vào cuộc của Công an tỉnh.", "praise"),
    ("Dự báo thời gian tới, dịch bệnh diễn biến phức tạp.", "a forecast"),
    ("Tuy nhiên, việc triển khai còn chậm.", "a shortcoming"),
    ("Nguyên nhân là do một số nơi chủ quan.", "a cause"),
    ("Theo báo cáo của Sở Y tế, dịch đã lan ra 03 xã.", "background"),
    ("Trong thời gian qua, Sở Y tế đã kiểm tra 12 chợ.", "background"),
    ("Đến nay, Sở Y tế kiểm tra được 12 chợ.", "background"),
    ("Công tác phòng, chống cháy rừng được duy trì.", "an assessment"),
    ("Phòng dịch là nhiệm vụ quan trọng của các sở.", "a copula"),
    ("Đây là việc cần làm ngay của các sở.", "a copula with a modal in it"),
    ("Chính phủ sẽ giao Bộ Tài chính xem xét.", "a promise"),
    ("Ủy ban nhân dân tỉnh sẽ ban hành kế hoạch.", "a promise"),
    ("Cơ bản thống nhất với báo cáo của Sở Y tế.", "agreement with a report"),
    ("Phê bình Ủy ban nhân dân huyện An Lĩnh chậm báo cáo.", "blame"),
    ("Kết luận này thay thế kết luận trước.", "what the paper says of itself"),
    ("Nhân dân phấn khởi.", "nobody is told anything"),
    ("Yêu cầu đặt ra là rất lớn.", "'yêu cầu' as a noun"),
    ("Qua thảo luận, hội nghị cơ bản thống nhất với các chỉ tiêu đã nêu.", "what a conference agrees with"),
    ("Ban Thường vụ Đảng ủy cơ bản nhất trí với các nhóm giải pháp đã nêu.", "what is agreed with"),
    wrong("Các xã vùng cao còn khó khăn, đòi hỏi phải nỗ lực.", "background", got="a task of 'cấp xã'"),
]

CLOSINGS = [
    (
        "Trên đây là kết luận của Phó Chủ tịch Ủy ban nhân dân tỉnh, thông báo để các đơn vị biết, thực hiện./.",
        [],
        "the formula",
    ),
    ("Yêu cầu các sở, ngành nghiêm túc triển khai thực hiện./.", [], "an order that adds nothing"),
    ("Văn phòng Ủy ban nhân dân tỉnh thông báo để các cơ quan, đơn vị biết, thực hiện./.", [], "a notification"),
    (
        "Văn phòng Ủy ban nhân dân tỉnh thông báo kết luận, chỉ đạo của Chủ tịch để các đơn vị biết, thực hiện./.",
        [],
        "a notification of two things",
    ),
    ("Sở Y tế trân trọng cảm ơn./.", [], "thanks"),
    ("Yêu cầu các đơn vị, các đoàn thể quận triển khai thực hiện nghiêm túc chỉ thị này.", [], "a district's formula"),
    ("Đề nghị các sở, ngành triển khai thực hiện nghiêm túc công văn này.", [], "the formula of a letter"),
    (
        "Yêu cầu các sở, ngành báo cáo kết quả về Ủy ban nhân dân tỉnh trước ngày 25/6/2024./.",
        [("sở", "ngành")],
        "to whom to report, and by when",
    ),
    (
        "Văn phòng Ủy ban nhân dân tỉnh thông báo để các đơn vị thực hiện và báo cáo kết quả về Sở Y tế "
        "trước ngày 25/6/2024./.",
        [("đơn vị",)],
        "a notification with a concrete duty",
    ),
]


@pytest.mark.parametrize(("text", "why"), TASKS)
def test_what_is_a_task(text: str, why: str) -> None:
    assert [task.text for task in told(f"1. {text}")] == [text], why


@pytest.mark.parametrize(("text", "why"), NONE)
def test_what_is_none(text: str, why: str) -> None:
    assert told(f"1. {text}") == [], why


@pytest.mark.parametrize(("text", "expected", "why"), CLOSINGS)
def test_the_closing_sentence(text: str, expected: list[tuple[str, ...]], why: str) -> None:
    first, *rest = told(f"1. Sở Y tế kiểm tra các chợ.\n\n{text}")
    assert first.responsible == ("Sở Y tế",)
    assert [task.responsible for task in rest] == expected, why


@pytest.mark.parametrize(
    "heading",
    ["Đánh giá chung", "Về kết quả đạt được", "Tình hình dịch bệnh", "Một số hạn chế, tồn tại", "Nguyên nhân"],
)
def test_an_item_of_assessments_holds_no_task(heading: str) -> None:
    assessed = f"1. {heading}\n\nTập trung huy động nguồn lực, đạt kết quả tốt."
    items = f"{assessed}\n\n2. Nhiệm vụ\n\nSở Y tế kiểm tra các chợ."
    assert [(task.item, task.text) for task in told(items)] == [("2", "Sở Y tế kiểm tra các chợ.")]


def test_papers_in_a_list_are_no_tasks() -> None:
    papers = "- Nghị quyết về xây dựng nông thôn mới.\n\n- Đề án phát triển du lịch cộng đồng."
    tasks = told(f"1. Sở Y tế:\n\n{papers}\n\n- Kiểm tra các chợ.")
    assert [task.text for task in tasks] == ["Kiểm tra các chợ."]


def test_tasks_stand_in_a_part_headed_as_an_assessment() -> None:
    items = (
        "I. Về đánh giá tình hình quý III và nhiệm vụ quý IV\n\n1. Kết quả đạt được:\n\n- Tập trung nguồn lực, đạt tốt."
        "\n\n2. Về nhiệm vụ, giải pháp trọng tâm quý IV:\n\n- Tập trung thu gom rác thải."
    )
    assert [(task.item, task.text) for task in told(items)] == [("2", "Tập trung thu gom rác thải.")]


def test_an_assessment_ends_where_it_says_what_is_to_be_done() -> None:
    items = (
        "I. Về tình hình quý III, nhiệm vụ quý IV\n\nTập trung nguồn lực, đạt tốt."
        "\n\nYêu cầu các sở tập trung thực hiện:\n\n1. Sở Y tế\n\n- Kiểm tra các chợ."
    )
    assert [(task.text, task.responsible) for task in told(items)] == [("Kiểm tra các chợ.", ("Sở Y tế",))]


def test_a_title_over_a_paragraph_is_none() -> None:
    (task,) = told("1. Sở Y tế:\n\n- Về việc mua sắm, trình danh mục thuốc:\n\nSở Y tế rà soát nhu cầu.")
    assert task.text == "Sở Y tế rà soát nhu cầu."


@pytest.mark.parametrize("heading", ["Về nguồn vốn:", "Nhiệm vụ trọng tâm", "Về tiến độ thực hiện dự án"])
def test_a_heading_is_none(heading: str) -> None:
    items = f"1. {heading}\n\n- Sở Y tế kiểm tra các chợ."
    assert [task.text for task in told(items)] == ["Sở Y tế kiểm tra các chợ."]


@pytest.mark.parametrize(
    ("opening", "orders"),
    [
        ("yêu cầu Sở Y tế tập trung thực hiện tốt một số nhiệm vụ sau:", False),
        ("yêu cầu Sở Y tế khẩn trương triển khai các nội dung công việc trọng tâm sau:", False),
        (
            "yêu cầu Sở Y tế hoàn thành việc tiêm vắc-xin cho toàn bộ đàn gia súc trong tháng 6, đồng thời thực hiện "
            "các nhiệm vụ sau:",
            True,
        ),
        (
            "yêu cầu Sở Y tế hoàn thành việc tiêm vắc-xin cho toàn bộ đàn gia súc trong tháng 6 và thực hiện các "
            "nhiệm vụ sau:",
            True,
        ),
    ],
)
def test_an_opening_is_a_task_where_it_orders_something_besides(opening: str, orders: bool) -> None:
    found = told("1. Kiểm tra các chợ.", f"Ngày 05 tháng 6 năm 2024, Ủy ban nhân dân tỉnh họp.\n\nHội nghị {opening}")
    assert [task.item for task in found] == ([None, "1"] if orders else ["1"])
    assert all(task.responsible == ("Sở Y tế",) for task in found)
