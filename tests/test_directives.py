"""Whom each task binds: by its own words, or by what stands above it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract import directives
from tests.phrases import OPENING, TAIL, TITLE, bound, told, wrong
from tests.reading import paper

GENERAL = OPENING.removesuffix("kết luận như sau:") + (
    "yêu cầu Thủ trưởng các sở, ngành, Chủ tịch Ủy ban nhân dân các huyện, thành phố tập trung thực hiện tốt một số "
    "nhiệm vụ sau:"
)
EVERYBODY = ["sở", "ngành", "Ủy ban nhân dân cấp huyện"]

INHERITED = [
    (
        "1. Giao các sở quản lý chuyên ngành gồm:\n\n- Sở Công Thương (đối với cụm công nghiệp; chợ đầu mối);\n\n"
        "- Sở Xây dựng, Sở Y tế (đối với bệnh viện).\n\nCó trách nhiệm:\n\na) Rà soát công trình.",
        [("1.a", ["Sở Công Thương", "Sở Xây dựng", "Sở Y tế"])],
        "bodies on bullets of their own, before what they are to do",
    ),
    (
        "1. Đề nghị các cơ quan sau:\n\n- Sở Công Thương;\n\n- Sở Y tế.\n\na) Rà soát công trình.",
        [("1.a", ["Sở Công Thương", "Sở Y tế"])],
        "bodies whom an order lists",
    ),
    (
        "1. Sở Y tế phối hợp với các cơ quan sau:\n\n- Sở Công Thương;\n\n- Sở Xây dựng.\n\na) Rà soát công trình.",
        [("1.a", ["Sở Y tế"])],
        "bodies to work with are not told what follows",
    ),
    (
        "1. Văn phòng Thường trực Ban Chỉ đạo 389 tỉnh:\n\na) Tham mưu Trưởng Ban Chỉ đạo lập 03 đoàn kiểm tra.",
        [("1.a", ["Văn phòng Thường trực Ban Chỉ đạo 389 tỉnh"])],
        "what is done for a head, who is no chief of staff",
    ),
    (
        "1. Giao Sở Nội vụ:\n\na) Phòng Kinh tế, Công an Kinh tế, Đội Thuế 12 B:\n\n- Kiểm tra chợ.",
        [("1.a", ["Phòng Kinh tế"])],
        "the one known of a heading's bodies, and nobody from above it",
    ),
    (
        "1. Sở Nội vụ:\n\na) Chỉ đạo Sở Y tế:\n\n- Kiểm tra chợ.\n\n2. Chỉ đạo Sở Y tế:\n\n- Tiêm phòng.",
        [("1.a", ["Sở Nội vụ"]), ("2", EVERYBODY)],
        "whom those addressed have do it is not bound instead of them",
    ),
    (
        "1. Sở Y tế:\n\n- Kiểm tra chợ. Nếu quá sức, báo cáo Sở Nội vụ để đề nghị Bộ Y tế hỗ trợ.",
        [("1", ["Sở Y tế"]), ("1", ["Sở Y tế"])],
        "who is asked by another later",
    ),
    (
        "Sở Y tế\n\nKiểm tra chợ.\n\n- Kiểm tra quán ăn.\n\nSở Nội vụ\n\nRà soát biên chế.\n\nMở đầu\n\nTiêm phòng.",
        [(None, ["Sở Y tế"]), (None, ["Sở Y tế"]), (None, ["Sở Nội vụ"]), (None, EVERYBODY)],
        "lines without numbers that name bodies, until another line",
    ),
    (
        "1. Các bộ, cơ quan Trung ương có trách nhiệm chỉ đạo đơn vị quản lý tài sản thực hiện việc:\n\n- Lập hồ sơ.",
        [("1", ["bộ", "cơ quan Trung ương"])],
        "a duty behind bodies is no kind of them",
    ),
    (
        "1. Yêu cầu các đơn vị, địa phương quán triệt, triển khai một số nội dung sau:\n\n- Tiêm phòng.",
        [("1", ["đơn vị", "địa phương"])],
        "a heading that announces, and narrows nobody down",
    ),
    (
        "1. Sở Y tế:\n\n- Tiêm phòng.\n\nTrong quá trình thực hiện, nếu có vướng mắc, kịp thời báo cáo Sở Nội vụ.",
        [("1", ["Sở Y tế"]), ("1", EVERYBODY)],
        "the closing paragraph is for everybody",
    ),
    (
        "1. Các chủ đập, tổ chức khai thác đập, hồ chứa nước:\n\n- Kiểm định an toàn đập.",
        [("1", ["chủ đập", "tổ chức khai thác đập, hồ chứa nước"])],
        "a heading whose last noun alone is narrowed down",
    ),
    (
        "1. Các công ty thuộc Sở Y tế, các doanh nghiệp hoạt động trong lĩnh vực hóa chất\n\na) Rà soát kho chứa.",
        [("1.a", ["công ty thuộc Sở Y tế", "doanh nghiệp hoạt động trong lĩnh vực hóa chất"])],
        "two kinds, each narrowed down",
    ),
    (
        "1. Sở Y tế tiêm phòng. Trong trường hợp thiếu thuốc thì tổ chức được giao mua phải báo cáo.",
        [("1", ["Sở Y tế"]), ("1", [])],
        "who is to act then is somebody else",
    ),
    (
        "1. Sở Y tế kiểm tra các bếp ăn. Hiệu trưởng các trường chịu trách nhiệm nếu để ngộ độc xảy ra.",
        [("1", ["Sở Y tế"]), ("1", [])],
        "who answers for it is somebody else",
    ),
    (
        "1. Sở Y tế kiểm tra các chợ. Hoàn thành trước ngày 30/6/2024. Sở Tài chính cấp kinh phí. Báo cáo kết quả.",
        [("1", ["Sở Y tế"]), ("1", ["Sở Y tế"]), ("1", ["Sở Tài chính"]), ("1", ["Sở Tài chính"])],
        "a sentence from the sentence before it",
    ),
    (
        "1. Sở Y tế:\n\n- Kiểm tra các chợ.\n\n- Công an tỉnh tuần tra. Báo cáo kết quả.\n\n- Lập danh sách.",
        [("1", ["Sở Y tế"]), ("1", ["Công an tỉnh"]), ("1", ["Công an tỉnh"]), ("1", ["Sở Y tế"])],
        "a bullet from its item's head, not from the bullet before it",
    ),
    (
        "1. Sở Y tế\n\na) Kiểm tra các chợ.\n\nb) Sở Tài chính cấp kinh phí.\n\nc) Lập danh sách.",
        [("1.a", ["Sở Y tế"]), ("1.b", ["Sở Tài chính"]), ("1.c", ["Sở Y tế"])],
        "a letter from its item's head",
    ),
    (
        "2. Phân công thực hiện:\n\n2.1 Sở Y tế:\n\n- Kiểm tra các chợ.\n\n2.2 Phòng Kinh tế:\n\n- Lập danh sách.",
        [("2.1", ["Sở Y tế"]), ("2.2", ["Phòng Kinh tế"])],
        "a heading behind a number without a full stop",
    ),
    (
        "1. Sở Y tế có trách nhiệm:\n\n- Kiểm tra các chợ.",
        [("1", ["Sở Y tế"])],
        "a heading that says 'has the duty to'",
    ),
    (
        "1. Sở Y tế tập trung thực hiện các nhiệm vụ sau:\n\n- Kiểm tra các chợ.",
        [("1", ["Sở Y tế"])],
        "a head that announces the list",
    ),
    (
        "1. Sở Y tế kiểm tra các chợ:\n\n- Lập danh sách.\n\n2. Lập kế hoạch.",
        [("1", ["Sở Y tế"]), ("2", EVERYBODY)],
        "an item from the opening, not from the item before it",
    ),
    (
        "1. Giao Sở Y tế:\n\n(i) Kiểm tra các chợ;\n\n(ii) Lập danh sách.",
        [("1.i", ["Sở Y tế"]), ("1.ii", ["Sở Y tế"])],
        "parts on lines of their own",
    ),
    (
        "I. NHIỆM VỤ CHUNG\n\n1. Sở Y tế\n\na) Kiểm tra các chợ:\n\n- Lấy mẫu.\n\n2. Lập kế hoạch.",
        [("1.a", ["Sở Y tế"]), ("2", EVERYBODY)],
        "through two heads that name nobody, up to one that does",
    ),
    (
        "I. ĐỐI VỚI TỈNH\n\nThời gian tới, tỉnh Hòa Giang cần tập trung thực hiện:\n\n1. Rà soát quy hoạch.\n\n"
        "II. KIẾN NGHỊ\n\n1. Bộ Xây dựng hướng dẫn thủ tục.\n\n2. Lập kế hoạch.",
        [("I.1", ["tỉnh Hòa Giang"]), ("II.1", ["Bộ Xây dựng"]), ("II.2", EVERYBODY)],
        "the opening of a part holds for that part alone",
    ),
    ("1. Rà soát quy hoạch.", [("1", EVERYBODY)], "the outermost from the opening"),
    (
        "1. Rà soát quy hoạch. Trường hợp hồ sơ thiếu thì cơ quan tiếp nhận phải yêu cầu bổ sung.",
        [("1", EVERYBODY), ("1", [])],
        "a sentence whose main clause has a subject of its own",
    ),
    (
        "1. Ủy ban nhân dân các huyện có rừng:\n\n- Tuần tra ban đêm.",
        [("1", ["Ủy ban nhân dân cấp huyện"])],
        "a heading with a clause that says which",
    ),
    (
        "1. Sở Tài chính, Sở Nội vụ (theo chức năng):\n\n- Bố trí kinh phí.",
        [("1", ["Sở Tài chính", "Sở Nội vụ"])],
        "a heading with a bracket",
    ),
    (
        "1. Các đơn vị quản lý hồ đập\n\n- Vận hành cửa xả.",
        [("1", ["đơn vị quản lý hồ đập"])],
        "a heading that narrows a common noun down",
    ),
    (
        "1. Các doanh nghiệp khai thác khoáng sản\n\n- Gia cố bãi thải.",
        [("1", ["doanh nghiệp khai thác khoáng sản"])],
        "one of any firms",
    ),
    (
        "1. Các tổ chức, cá nhân nuôi trồng thủy sản\n\n- Gia cố lồng bè.",
        [("1", ["tổ chức nuôi trồng thủy sản", "cá nhân"])],
        "persons stay anybody",
    ),
    (
        "1. Cơ quan chủ trì giải quyết thủ tục\n\n- Kiểm tra hồ sơ.",
        [("1", ["cơ quan chủ trì giải quyết thủ tục"])],
        "one of a kind",
    ),
    (
        "1. Các cơ quan đăng ký (Sở Tài chính, Sở Xây dựng):\n\n- Kiểm tra hồ sơ.",
        [("1", ["Sở Tài chính", "Sở Xây dựng"])],
        "who is of the kind, in brackets",
    ),
    (
        "1. Tiếp công dân, giải quyết khiếu nại: Thanh tra tỉnh đối thoại với các hộ dân.",
        [("1", ["Thanh tra tỉnh"])],
        "behind a topic of several words for work",
    ),
    (
        "1. Cơ quan phối hợp có trách nhiệm trả lời bằng văn bản.",
        [("1", ["cơ quan phối hợp"])],
        "a kind as the subject",
    ),
    (
        "1. Sở Y tế - Cơ quan thường trực Ban Chỉ đạo:\n\n- Trực ban.",
        [("1", ["Sở Y tế"])],
        "an apposition in a heading",
    ),
    (
        "1. Sở Y tế cho học sinh nghỉ học.",
        [("1", ["Sở Y tế"])],
        "a body that lets others do something",
    ),
    (
        "1. Giao Ban cán sự đảng UBND tỉnh:\n\n- Lãnh đạo Ủy ban nhân dân tỉnh rà soát các chợ.",
        [("1", ["Ban cán sự đảng Ủy ban nhân dân tỉnh"])],
        "whom a body of the party leads is not told",
    ),
    (
        "1. Sở Y tế kiểm tra.\n\nĐẩy nhanh tiến độ các chợ\n\nSở Nội vụ bố trí người.",
        [("1", ["Sở Y tế"]), ("1", ["Sở Nội vụ"])],
        "a line over paragraphs is no task",
    ),
    (
        "1. Chủ tịch UBND tỉnh yêu cầu:\n\n- Rà soát các chợ.",
        [("1", EVERYBODY)],
        "who gives the order is not told to act",
    ),
    (
        "1. Sở Y tế:\n\na) Phối hợp Sở Nội vụ kiểm tra, lập hồ sơ xử lý vi phạm tại các chợ đầu mối:\n\n"
        "+ Chợ Bến Gỗ: rà soát quầy thịt.",
        [("1.a", ["Sở Y tế"]), ("1.a", ["Sở Y tế"])],
        "the head of a list that orders something itself",
    ),
    (
        "1. Sở Y tế kiểm tra các chợ\n\n- Lập danh sách.",
        [("1", ["Sở Y tế"]), ("1", ["Sở Y tế"])],
        "a head without a full stop is a task, and names the addressee of its bullets",
    ),
]


@pytest.mark.parametrize(("items", "expected", "why"), INHERITED)
def test_inheritance(items: str, expected: list[tuple[str, list[str]]], why: str) -> None:
    assert bound(items, GENERAL) == expected, why


def test_what_is_inherited_says_so() -> None:
    found = told("1. Sở Y tế:\n\n- Kiểm tra các chợ.\n\n- Sở Tài chính cấp kinh phí. Báo cáo kết quả.")
    assert [task.inherited for task in found] == [True, False, True]


def test_an_order_behind_an_imperative_that_binds_nobody() -> None:
    assert bound("1. Tiếp thu ý kiến thảo luận, đề nghị Sở Y tế tiêm bổ sung.") == [("1", ["Sở Y tế"])]


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ("1. Biểu dương huyện An Lĩnh. Yêu cầu Sở Y tế rà soát kho thuốc.", ["Yêu cầu Sở Y tế rà soát kho thuốc."]),
        ("1. Ghi nhận kết quả của các sở. Sở Y tế tổ chức nhiều hoạt động thiết thực.", []),
        ("1. Hạn chế: giải ngân chậm; yêu cầu Sở Y tế báo cáo cụ thể.", ["yêu cầu Sở Y tế báo cáo cụ thể."]),
    ],
)
def test_an_order_among_assessments_is_one(items: str, expected: list[str]) -> None:
    assert [task.text for task in told(items)] == expected


def test_nobody_is_guessed() -> None:
    assert bound("1. Rà soát quy hoạch.\n\n2. Sở Y tế kiểm tra.\n\n3. Lập kế hoạch.") == [
        ("1", []),
        ("2", ["Sở Y tế"]),
        ("3", []),
    ]


TOPICS = [
    (
        "1. Việc này đã rõ. Công tác truyền thông: Sở Tài chính bố trí kinh phí.",
        "Sở Tài chính bố trí kinh phí.",
        "the topic of a later sentence",
    ),
    (
        "1. Chế độ thông tin, báo cáo: Yêu cầu Sở Tài chính báo cáo hằng quý.",
        "Yêu cầu Sở Tài chính báo cáo hằng quý.",
        "the heading of what is to be reported",
    ),
    (
        "1. Dự án Nhà máy nước Bến Gỗ 1: Sở Tài chính làm việc với nhà thầu.",
        "Sở Tài chính làm việc với nhà thầu.",
        "works with a number, before who acts on them",
    ),
    (
        "1. Đề nghị bố trí vốn nâng cấp đường Lê Lợi: Giao Sở Tài chính cân đối ngân sách.",
        "Giao Sở Tài chính cân đối ngân sách.",
        "what was proposed, before whom it is given to",
    ),
    (
        "1. Kiến nghị của UBND xã Bến Gỗ về đường liên xã: Giao Sở Tài chính cân đối ngân sách.",
        "Giao Sở Tài chính cân đối ngân sách.",
        "a request and what is decided of it",
    ),
    ("1. Về nguồn vốn: Giao Sở Tài chính cân đối ngân sách.", "Giao Sở Tài chính cân đối ngân sách.", "an order"),
    (
        "1. Riêng dự án cầu Lam, đoạn qua 02 xã: Giao Sở Tài chính bố trí vốn.",
        "Giao Sở Tài chính bố trí vốn.",
        "works and what is to be done with them",
    ),
    (
        "1. Kế hoạch chuyển đổi số năm 2025, Đề án 06: Giao Sở Tài chính bố trí vốn.",
        "Giao Sở Tài chính bố trí vốn.",
        "papers with numbers and what is ordered of them",
    ),
    ("1. Về nguồn vốn: Sở Tài chính cân đối ngân sách.", "Sở Tài chính cân đối ngân sách.", "a subject"),
    ("1. Về nguồn vốn:\n\nSở Tài chính cân đối ngân sách.", "Sở Tài chính cân đối ngân sách.", "on its own line"),
    (
        "1. Về công tác tiêm phòng: Sở Tài chính bố trí vắc-xin.",
        "Sở Tài chính bố trí vắc-xin.",
        "a topic that ends in 'phòng'",
    ),
    (
        "1. Về công tác tiêm phòng:\n\nSở Tài chính bố trí vắc-xin.",
        "Sở Tài chính bố trí vắc-xin.",
        "a topic that ends in 'phòng', even across the line",
    ),
]


def test_a_short_order_over_a_list_is_its_heading() -> None:
    items = "1. Tăng cường các biện pháp phòng, chống tác hại của rượu:\n- Rà soát các quán.\n- Xây dựng kế hoạch."
    assert [task.text for task in told(items)] == ["Rà soát các quán.", "Xây dựng kế hoạch."]


@pytest.mark.parametrize(("items", "text", "why"), TOPICS)
def test_a_topic_before_the_addressee(items: str, text: str, why: str) -> None:
    assert [(task.text, task.responsible) for task in told(items)] == [(text, ("Sở Tài chính",))], why


PARTS = [
    (
        "1. Giao Bộ Xây dựng: (i) Chủ trì lập đề án. (ii) Hướng dẫn địa phương.",
        [["Bộ Xây dựng"], ["Bộ Xây dựng"]],
        "parts that are sentences",
    ),
    (
        "1. Sở Y tế kiểm tra; Sở Tài chính cấp kinh phí; đề nghị Hội Nông dân tỉnh vận động.",
        [["Sở Y tế"], ["Sở Tài chính"], ["Hội Nông dân tỉnh"]],
        "clauses with addressees of their own",
    ),
    (
        "1. Sở Y tế, Công an tỉnh cùng các sở, ngành kiểm tra các chợ.",
        [["Sở Y tế", "Công an tỉnh", "sở", "ngành"]],
        "one verb binds all",
    ),
    (
        "1. Ủy ban nhân dân tỉnh chỉ đạo Sở Y tế kiểm tra các chợ.",
        [["Ủy ban nhân dân tỉnh"]],
        "who directs is bound, not who is directed",
    ),
    (
        "1. Phân công: (i) Sở Y tế kiểm tra chợ; (ii) Sở Tài chính cấp kinh phí.",
        [["Sở Y tế"], ["Sở Tài chính"]],
        "the words that only announce the parts are none",
    ),
    (
        "1. Các sở sau thực hiện: (i) Sở Y tế kiểm tra chợ; (ii) Sở Tài chính cấp kinh phí.",
        [["Sở Y tế"], ["Sở Tài chính"]],
        "likewise",
    ),
    wrong(
        "1. Sau khi họp với Ủy ban nhân dân tỉnh, UBND hai huyện An Lĩnh và Phú Khê rà soát các hộ.",
        [["Ủy ban nhân dân huyện An Lĩnh", "Ủy ban nhân dân huyện Phú Khê"]],
        "two districts, counted in a word",
        got="UBND alone, resolved to Ủy ban nhân dân tỉnh",
    ),
    (
        "1. Ủy ban nhân dân các huyện: An Lĩnh, Phú Khê rà soát các hộ.",
        [["Ủy ban nhân dân huyện An Lĩnh", "Ủy ban nhân dân huyện Phú Khê"]],
        "districts by name",
    ),
]


@pytest.mark.parametrize(("items", "expected", "why"), PARTS)
def test_parts_of_a_sentence(items: str, expected: list[list[str]], why: str) -> None:
    assert [list(task.responsible) for task in told(items)] == expected, why


LISTS = [
    (
        "Ngày 12/6/2024, Sở Xây dựng có công điện số 5/CĐ-SXD gửi: Công an tỉnh; Ủy ban nhân dân các xã với nội "
        "dung:\n\nSở Xây dựng đề nghị các đơn vị thực hiện:",
        ["Công an tỉnh", "Ủy ban nhân dân cấp xã"],
        "a list on the line of its telegram, up to what that says",
    ),
    (
        "Kính gửi:\n- Sở Y tế;\n- Ủy ban nhân dân các huyện, thành phố.\n\nThực hiện Công văn số 12/BYT-DP ngày "
        "02/5/2024 của Bộ Y tế, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu các cơ quan, đơn vị:",
        ["Sở Y tế", "Ủy ban nhân dân cấp huyện"],
        "the list gives what 'các cơ quan' leaves open",
    ),
    (
        "Kính gửi: Sở Y tế, Sở Tài chính.\n\nỦy ban nhân dân tỉnh có ý kiến như sau:",
        ["Sở Y tế", "Sở Tài chính"],
        "on one line",
    ),
    (
        "SỞ XÂY DỰNG điện:\n- Công an tỉnh;\n- Ủy ban nhân dân các xã, phường.\n\nGiám đốc Sở Xây dựng yêu cầu các "
        "đơn vị:",
        ["Công an tỉnh", "Ủy ban nhân dân cấp xã"],
        "a telegram; its sender is no addressee",
    ),
    (
        "Kính gửi:\n- Sở Y tế;\n- Sở Tài chính.\n\nChủ tịch Ủy ban nhân dân tỉnh yêu cầu Công an tỉnh thực hiện:",
        ["Công an tỉnh"],
        "an opening that names somebody outdoes the list",
    ),
]


@pytest.mark.parametrize(("opening", "expected", "why"), LISTS)
def test_address_lists(opening: str, expected: list[str], why: str) -> None:
    assert bound("1. Kiểm tra các chợ.\n\n2. Thanh tra tỉnh kiểm tra.", opening) == [
        ("1", expected),
        ("2", ["Thanh tra tỉnh"]),
    ], why


def test_those_named_above_are_those_of_the_list() -> None:
    opening = (
        "Kính gửi:\n- Sở Xây dựng các tỉnh: Sông Lam, Hòa Giang;\n- Cục Đường bộ Việt Nam.\n\n"
        "Bộ trưởng Bộ Xây dựng yêu cầu các đơn vị:"
    )
    found = bound("1. Các Sở Xây dựng nêu trên:\n\n- Kiểm tra cần trục.", opening)
    assert found == [("1", ["Sở Xây dựng tỉnh Sông Lam", "Sở Xây dựng tỉnh Hòa Giang"])]


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ("1. Sở Y tế kiểm tra.\n\n2. Sở Y tế lấy mẫu.", ["1", "2"]),
        ("1. Công tác\n\n1.1. Sở Y tế kiểm tra.\n\n1.2. Sở Y tế lấy mẫu.", ["1.1", "1.2"]),
        ("I. ĐỢT MỘT\n\n1. Sở Y tế kiểm tra.\n\nII. ĐỢT HAI\n\n1. Sở Y tế lấy mẫu.", ["I.1", "II.1"]),
        ("2. Sở Y tế:\n\na) Kiểm tra.\n\n- Lấy mẫu các chợ.", ["2.a", "2.a"]),
    ],
)
def test_the_number_of_the_innermost_item(items: str, expected: list[str]) -> None:
    assert [task.item for task in told(items)] == expected


LINES = st.sampled_from(
    [
        *("I. CHUNG", "1. Sở Y tế:", "2. Kiểm tra các chợ.", "a) Lập danh sách.", "- Báo cáo; Sở Nội vụ rà soát."),
        *("Giao Công an tỉnh tuần tra.", "Về nguồn vốn:", "(i) Lấy mẫu.", "1. Đánh giá chung", "Biểu dương Sở Y tế."),
        *("Tỉnh cần tập trung thực hiện:", "+ Sở Y tế và Sở Nội vụ phối hợp kiểm tra.", "Thời hạn: trong quý III."),
    ]
)


@given(st.lists(LINES, min_size=1, max_size=10))
def test_tasks_follow_one_another_and_bind_nobody_twice(lines: list[str]) -> None:
    reading = paper(title=TITLE, opening=GENERAL, items="\n\n".join(lines), tail=TAIL)
    at = 0
    for task in directives.find(reading):
        assert at <= task.start < task.end
        at = task.end
        labels = [responsible.mention.name.label for responsible in task.responsible]
        assert len(set(labels)) == len(labels)
