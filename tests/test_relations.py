"""Who leads a task, with whom it is done, and to whom it reports, submits, advises or directs."""

from __future__ import annotations

import pytest

from kg.records import Role
from tests.phrases import told, wrong

HEALTH, FINANCE, POLICE = "Sở Y tế", "Sở Tài chính", "Công an tỉnh"
PROVINCE = "Ủy ban nhân dân tỉnh"

LEADS = [
    ("Vụ Tổ chức cán bộ chủ trì rà soát vị trí việc làm.", ["Vụ Tổ chức cán bộ"], "a name that ends in 'bộ'"),
    ("Sở Y tế chủ trì, phối hợp với Sở Tài chính rà soát.", [HEALTH], "chủ trì"),
    ("Giao Sở Y tế chủ trì, cùng với Sở Tài chính thẩm định.", [HEALTH], "chủ trì, by order"),
    ("Sở Y tế là đầu mối tổng hợp kết quả.", [HEALTH], "đầu mối"),
    ("Sở Y tế làm đầu mối, cùng Sở Tài chính rà soát.", [HEALTH], "đầu mối"),
    ("Sở Y tế là cơ quan thường trực, tham mưu Ủy ban nhân dân tỉnh.", [HEALTH], "cơ quan thường trực"),
    ("Sở Y tế (cơ quan thường trực) tổng hợp kết quả.", [HEALTH], "in a bracket"),
    ("Sở Y tế, Sở Tài chính rà soát, trong đó Sở Y tế chủ trì.", [HEALTH], "one of two"),
    ("Sở Y tế phối hợp Sở Nội vụ (cơ quan thường trực), Sở Xây dựng rà soát.", [], "a bracket about another"),
    ("Sở Y tế:\n\n- Đầu mối tổng hợp báo cáo.", [HEALTH], "the word alone before what is to be done"),
    ("Sở Y tế rà soát các chợ.", [], "nobody is said to"),
    ("Sở Y tế phối hợp với cơ quan chủ trì rà soát.", [], "another leads"),
    ("Sở Y tế rà soát nhiệm vụ được Sở Tài chính chủ trì.", [], "what another leads"),
    ("Sở Y tế rà soát nhiệm vụ mà Sở Tài chính được giao chủ trì.", [], "what another was given to lead"),
    ("Sở Y tế tổ chức hội nghị do người chủ trì điều hành.", [], "who presides"),
    ("Đồng ý giao Sở Tài chính làm chủ đầu tư.", [], "to own an investment is not to lead"),
]

COORDINATES = [
    ("Cùng với Sở Tài chính hướng dẫn thủ tục.", ["Sở Tài chính"], "at the head of a sentence"),
    ("Sở Y tế tập huấn; đồng thời cùng Sở Nội vụ vận động người dân.", ["Sở Nội vụ"], "behind a connective"),
    ("Sở Y tế phối hợp với Sở Tài chính rà soát.", [FINANCE], "phối hợp với"),
    ("Giao Sở Y tế chủ trì, Sở Tài chính và Công an tỉnh phối hợp rà soát.", [FINANCE, POLICE], "beside who leads"),
    ("Giao Sở Y tế chủ trì, phối hợp các sở, Sở Tài chính phối hợp rà soát.", ["sở", FINANCE], "also beside"),
    (
        "Công ty Điện lực phối hợp với Truyền tải điện Phú Khê và các chủ đầu tư di dời đường dây.",
        ["chủ đầu tư"],
        "behind a name that is not known",
    ),
    ("Sở Y tế phối hợp với Truyền tải điện Phú Khê rà soát, các chủ đầu tư di dời đường dây.", [], "one that acts"),
    ("Sở Y tế phối hợp Sở Tài chính và Công an tỉnh rà soát.", [FINANCE, POLICE], "phối hợp"),
    (
        "Phối hợp với hai huyện An Lĩnh và Phú Khê rà soát.",
        ["huyện An Lĩnh", "huyện Phú Khê"],
        "two places, counted",
    ),
    ("Kết hợp với các viện nghiên cứu lấy mẫu.", ["viện nghiên cứu"], "kết hợp với"),
    ("Kết hợp với công tác tuyên truyền, lấy mẫu.", [], "kết hợp with no body"),
    ("Công an tỉnh phối hợp với chủ đập cắm mốc.", ["chủ đập"], "one of a kind"),
    ("Sở Y tế phối hợp chặt chẽ với Sở Tài chính rà soát.", [FINANCE], "with manner"),
    ("Sở Y tế phối hợp cùng với Sở Tài chính rà soát.", [FINANCE], "phối hợp cùng với"),
    ("Rà soát các chợ tạm (giao Sở Y tế chủ trì, phối hợp với Sở Tài chính).", [FINANCE], "in a bracket"),
    ("Sở Y tế phối hợp với các đơn vị (Sở Tài chính, Công an tỉnh) rà soát.", [FINANCE, POLICE], "spelt out"),
    ("Sở Y tế chủ trì, phối hợp: Sở Tài chính, Công an tỉnh rà soát.", [FINANCE, POLICE], "behind a colon"),
    (
        "Sở Y tế phối hợp với các đơn vị: Sở Tài chính, Công an tỉnh rà soát.",
        [FINANCE, POLICE],
        "a common noun spelt out behind a colon",
    ),
    ("Sở Y tế phối hợp, hướng dẫn các huyện, thành phố rà soát.", ["cấp huyện"], "with a second verb"),
    ("Sở Y tế chủ trì, cùng Sở Tài chính rà soát.", [FINANCE], "cùng"),
    ("Sở Y tế làm đầu mối, cùng với Sở Tài chính rà soát.", [FINANCE], "cùng với"),
    ("Sở Y tế và Sở Tài chính phối hợp rà soát.", [HEALTH, FINANCE], "two together"),
    ("Sở Y tế, Sở Tài chính, Công an tỉnh phối hợp rà soát.", [HEALTH, FINANCE, POLICE], "three together"),
    ("Sở Y tế và Sở Tài chính phối hợp với Công an tỉnh rà soát.", [POLICE], "two with a third"),
    ("Ủy ban nhân dân tỉnh chỉ đạo Sở Y tế phối hợp với Sở Tài chính rà soát.", [FINANCE], "of one directed"),
    ("Sở Y tế phối hợp với thực tiễn từng vùng để bố trí.", [], "with practice"),
    ("Sở Y tế tăng cường sự phối hợp của các đơn vị.", [], "a noun"),
    ("Sở Y tế xây dựng quy chế phối hợp giữa các đơn vị.", [], "a set of rules"),
    ("Sở Y tế họp với Sở Tài chính để thống nhất.", [], "a talk"),
    ("Sở Y tế kiểm tra thông qua Sở Nội vụ.", [], "a channel"),
    ("Sở Y tế và Sở Tài chính rà soát.", [], "two bound, without a word of coordination"),
]

OTHERS = [
    ("Sở Y tế báo cáo Ủy ban nhân dân tỉnh.", {Role.REPORTS_TO: [PROVINCE]}, "báo cáo"),
    (
        "Sở Y tế báo cáo kết quả về Ủy ban nhân dân tỉnh trước ngày 30/6/2024.",
        {Role.REPORTS_TO: [PROVINCE]},
        "báo cáo … về",
    ),
    (
        "Sở Y tế báo cáo Thường trực Tỉnh ủy và Ủy ban nhân dân tỉnh.",
        {Role.REPORTS_TO: ["Thường trực Tỉnh ủy", PROVINCE]},
        "to two",
    ),
    (
        "Sở Y tế báo cáo Ủy ban nhân dân tỉnh (qua Sở Nội vụ).",
        {Role.REPORTS_TO: [PROVINCE]},
        "a channel is none",
    ),
    (
        "Sở Y tế báo cáo, trình Ủy ban nhân dân tỉnh.",
        {Role.REPORTS_TO: [PROVINCE], Role.SUBMITS_TO: [PROVINCE]},
        "both",
    ),
    ("Sở Y tế hoàn thiện hồ sơ, trình Ủy ban nhân dân tỉnh phê duyệt.", {Role.SUBMITS_TO: [PROVINCE]}, "trình"),
    ("Sở Y tế lập danh sách để trình Ủy ban nhân dân tỉnh.", {Role.SUBMITS_TO: [PROVINCE]}, "they submit themselves"),
    ("Sở Y tế xin ý kiến Bộ Y tế.", {Role.SUBMITS_TO: ["Bộ Y tế"]}, "xin ý kiến"),
    (
        "Sở Y tế xin ý kiến chỉ đạo của Thường trực Tỉnh ủy.",
        {Role.SUBMITS_TO: ["Thường trực Tỉnh ủy"]},
        "xin ý kiến chỉ đạo của",
    ),
    ("Sở Y tế gửi Sở Tài chính thẩm định.", {Role.SUBMITS_TO: [FINANCE]}, "gửi … thẩm định"),
    ("Sở Y tế gửi hồ sơ về Sở Tài chính tổng hợp.", {Role.SUBMITS_TO: [FINANCE]}, "gửi … về … tổng hợp"),
    ("Sở Y tế gửi thư cho Sở Tài chính.", {}, "nothing is asked of who gets it"),
    ("Sở Y tế đề xuất Ủy ban nhân dân tỉnh khen thưởng.", {Role.SUBMITS_TO: [PROVINCE]}, "đề xuất"),
    ("Sở Y tế kiến nghị Bộ Y tế cấp thuốc.", {Role.SUBMITS_TO: ["Bộ Y tế"]}, "kiến nghị"),
    ("Sở Y tế tham mưu Ủy ban nhân dân tỉnh ban hành kế hoạch.", {Role.ADVISES: [PROVINCE]}, "tham mưu"),
    ("Sở Y tế tham mưu cho Ủy ban nhân dân tỉnh ban hành kế hoạch.", {Role.ADVISES: [PROVINCE]}, "tham mưu cho"),
    (
        "Sở Y tế tham mưu, trình Ủy ban nhân dân tỉnh ban hành kế hoạch.",
        {Role.ADVISES: [PROVINCE], Role.SUBMITS_TO: [PROVINCE]},
        "both",
    ),
    (
        "Sở Y tế chỉ đạo Trung tâm Kiểm soát bệnh tật tỉnh lấy mẫu.",
        {Role.DIRECTS: ["Trung tâm Kiểm soát bệnh tật tỉnh"]},
        "chỉ đạo",
    ),
    ("Sở Y tế chỉ đạo, hướng dẫn các cơ sở y tế lấy mẫu.", {Role.DIRECTS: ["cơ sở y tế"]}, "with a second verb"),
    ("Sở Y tế chỉ đạo quyết liệt công tác phòng dịch.", {}, "no body is directed"),
    ("Giao Sở Y tế kiểm tra các chợ.", {}, "the order itself directs nobody"),
    ("Sở Y tế kiểm tra theo báo cáo của Sở Tài chính.", {}, "a report of another"),
    ("Sở Y tế tổng hợp báo cáo của các huyện, thành phố.", {}, "reports of others"),
    ("Sở Y tế thực hiện trình tự giải quyết theo quy định của Bộ Y tế.", {}, "'trình' inside another word"),
    (
        "Sở Y tế gửi Sở Tài chính để tổng hợp, báo cáo Ủy ban nhân dân tỉnh.",
        {Role.SUBMITS_TO: [FINANCE]},
        "what a third body does next",
    ),
    wrong(
        "Sở Y tế gửi Sở Tài chính thẩm định, trình Ủy ban nhân dân tỉnh.",
        {Role.SUBMITS_TO: [FINANCE]},
        "what a third body does next",
        got="a submission to Ủy ban nhân dân tỉnh, too",
    ),
    (
        "Sở Y tế rà soát, báo cáo kết quả để Chủ tịch Ủy ban nhân dân tỉnh xem xét.",
        {Role.REPORTS_TO: [PROVINCE]},
        "báo cáo … để, before who considers the report",
    ),
    (
        "Sở Y tế phải có văn bản hỏi ý kiến chuyên ngành của Sở Tài chính.",
        {Role.SUBMITS_TO: [FINANCE]},
        "an opinion of a kind is asked for",
    ),
    (
        "Sở Y tế gửi Sở Tài chính danh mục thiết bị dự kiến mua sắm trong năm sau trước ngày 5 tháng 8 để tổng hợp.",
        {Role.SUBMITS_TO: [FINANCE]},
        "gửi … tổng hợp, with what is sent between",
    ),
    (
        "Ủy ban nhân dân các huyện yêu cầu các chủ đầu tư hoàn trả mặt đường.",
        {Role.DIRECTS: ["chủ đầu tư"]},
        "yêu cầu, behind those who do",
    ),
    (
        "Ủy ban nhân dân các huyện khẩn trương yêu cầu chủ đầu tư hoàn trả mặt đường.",
        {Role.DIRECTS: ["chủ đầu tư"]},
        "one of a kind who is told to",
    ),
    (
        "Sở Y tế chỉ đạo lực lượng thanh tra chuyên ngành xử phạt.",
        {Role.DIRECTS: ["lực lượng thanh tra chuyên ngành"]},
        "a force",
    ),
    (
        "Kiểm tra kho thuốc; yêu cầu chủ đầu tư sửa mái.",
        {Role.DIRECTS: ["chủ đầu tư"]},
        "yêu cầu, behind a semicolon",
    ),
    (
        "Sở Y tế tham mưu Ủy ban nhân dân tỉnh ban hành kế hoạch, giao Công an tỉnh bảo vệ.",
        {Role.ADVISES: [PROVINCE]},
        "whom the advised body charges",
    ),
    ("Sở Y tế gửi Sở Tài chính để theo dõi.", {}, "who only follows gets a copy"),
    ("Sở Y tế sửa nhà kho để bàn giao cho Công an tỉnh.", {}, "to hand over is not to charge"),
    (
        "Sở Y tế tham mưu Ủy ban nhân dân tỉnh văn bản kiến nghị Bộ Y tế cấp thuốc.",
        {Role.ADVISES: [PROVINCE]},
        "what the advised body writes to a third",
    ),
    (
        "Sở Y tế tổng hợp, báo cáo Ủy ban nhân dân tỉnh để báo cáo Bộ Y tế.",
        {Role.REPORTS_TO: [PROVINCE]},
        "what a third body does next",
    ),
    (
        "Sở Y tế kịp thời báo cáo những khó khăn, vướng mắc phát sinh để Ủy ban nhân dân tỉnh xem xét.",
        {Role.REPORTS_TO: [PROVINCE]},
        "báo cáo … để, with a comma in what is reported",
    ),
    (
        "Sở Y tế báo cáo đề xuất Ủy ban nhân dân tỉnh cho chủ trương.",
        {Role.REPORTS_TO: [PROVINCE], Role.SUBMITS_TO: [PROVINCE]},
        "báo cáo and đề xuất without a comma",
    ),
    ("Sở Y tế trình ngay Ủy ban nhân dân tỉnh phương án.", {Role.SUBMITS_TO: [PROVINCE]}, "trình with manner"),
    (
        "Sở Y tế chỉ đạo, hướng dẫn kịp thời các cơ sở y tế lấy mẫu.",
        {Role.DIRECTS: ["cơ sở y tế"]},
        "chỉ đạo with manner",
    ),
    ("Sở Y tế soạn bài để Ủy ban nhân dân tỉnh báo cáo Bộ Y tế.", {}, "what the body behind 'để' does"),
    ("Sở Y tế dự thảo văn bản của Ủy ban nhân dân tỉnh báo cáo Bộ Y tế.", {}, "what a letter's author does"),
    ("Sở Y tế đôn đốc các xã, phường gửi báo cáo về Sở Tài chính.", {}, "what those urged do"),
    ("Sở Y tế hướng dẫn Ủy ban nhân dân huyện An Lĩnh lập hồ sơ trình Sở Tài chính.", {}, "what those guided do"),
    (
        "Sở Y tế hướng dẫn các xã, phường lập hồ sơ, trình Sở Tài chính.",
        {Role.SUBMITS_TO: [FINANCE]},
        "a second verb of those responsible, behind a comma",
    ),
    (
        "Sở Y tế tham mưu Ủy ban nhân dân tỉnh xin ý kiến Tỉnh ủy trước khi trình Hội đồng nhân dân tỉnh.",
        {Role.ADVISES: [PROVINCE]},
        "what the advised body submits afterwards",
    ),
    (
        "Rà soát các chợ tạm, báo cáo Ủy ban nhân dân tỉnh (giao Sở Y tế chủ trì).",
        {Role.REPORTS_TO: [PROVINCE]},
        "who is charged in a bracket is not directed",
    ),
    (
        "Sở Y tế tổng hợp, gửi Sở Tài chính, trên cơ sở đó Sở Tài chính tham mưu Ủy ban nhân dân tỉnh.",
        {},
        "what another subject of the sentence does",
    ),
    (
        "Sở Y tế tham mưu Ủy ban nhân dân tỉnh chỉ đạo các huyện, thành phố tiêm phòng.",
        {Role.ADVISES: [PROVINCE]},
        "whom the advised body directs",
    ),
    (
        "Giao Đảng ủy Ủy ban nhân dân tỉnh lãnh đạo Ủy ban nhân dân tỉnh chỉ đạo các sở rà soát.",
        {Role.DIRECTS: [PROVINCE]},
        "whom a body of the party leads, and not whom they direct",
    ),
    (
        "Sở Y tế trình Ủy ban nhân dân tỉnh trong tháng 7, Ủy ban nhân dân tỉnh trình Hội đồng nhân dân tỉnh.",
        {Role.SUBMITS_TO: [PROVINCE]},
        "a second subject behind a comma",
    ),
    ("Lãnh đạo Sở Y tế báo cáo Sở Tài chính.", {Role.REPORTS_TO: [FINANCE]}, "leaders who are the subject"),
    ("Sở Y tế báo cáo lãnh đạo Ủy ban nhân dân tỉnh.", {Role.REPORTS_TO: [PROVINCE]}, "the leaders of a body"),
    ("Sở Y tế tổng hợp báo cáo năm để Ủy ban nhân dân tỉnh trình Hội đồng nhân dân tỉnh.", {}, "what a report is for"),
    ("Sở Y tế tham mưu văn bản xin ý kiến Bộ Y tế.", {}, "whom a letter that is drafted for others asks"),
]


@pytest.mark.parametrize(("text", "expected", "why"), LEADS)
def test_who_leads(text: str, expected: list[str], why: str) -> None:
    (task,) = told(f"1. {text}")
    assert task.others(Role.LEAD) == expected, why


@pytest.mark.parametrize(("text", "expected", "why"), COORDINATES)
def test_with_whom(text: str, expected: list[str], why: str) -> None:
    (task,) = told(f"1. {text}")
    assert task.others(Role.COORDINATING) == expected, why


@pytest.mark.parametrize(("text", "expected", "why"), OTHERS)
def test_other_relations(text: str, expected: dict[Role, list[str]], why: str) -> None:
    (task,) = told(f"1. {text}")
    roles = (Role.REPORTS_TO, Role.SUBMITS_TO, Role.ADVISES, Role.DIRECTS)
    assert {role: found for role in roles if (found := task.others(role))} == expected, why


def test_those_above_lead_and_coordinate_in_their_own_sentence_only() -> None:
    first, second = told("1. Sở Y tế chủ trì, phối hợp với Sở Tài chính rà soát. Báo cáo kết quả.")
    assert first.others(Role.LEAD) == [HEALTH]
    assert second.responsible == (HEALTH,)
    assert second.roles == ()


def test_who_inherits_a_task_may_lead_it() -> None:
    (task,) = told("1. Sở Y tế:\n\n- Chủ trì, phối hợp với Sở Tài chính rà soát.")
    assert task.inherited
    assert (task.others(Role.LEAD), task.others(Role.COORDINATING)) == ([HEALTH], [FINANCE])
