"""Where a task begins and ends, and whom a clause addresses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.clauses import address, begins_predicate, prefix_end
from kg.extract.splitting import units
from tests.reading import read

UNITS = [
    ("Sở Y tế kiểm tra. Sở Tài chính cấp kinh phí.", ["Sở Y tế kiểm tra.", "Sở Tài chính cấp kinh phí."], "sentences"),
    (
        "Sở Y tế kiểm tra; Sở Tài chính cấp kinh phí.",
        ["Sở Y tế kiểm tra;", "Sở Tài chính cấp kinh phí."],
        "a clause with an addressee of its own",
    ),
    (
        "Giao Ban Quản lý dự án làm chủ đầu tư thay Sở Y tế; Sở Y tế bàn giao hồ sơ.",
        ["Giao Ban Quản lý dự án làm chủ đầu tư thay Sở Y tế;", "Sở Y tế bàn giao hồ sơ."],
        "a body before the semicolon that is told nothing",
    ),
    ("Giao Sở Y tế; Sở Nội vụ kiểm tra.", ["Giao Sở Y tế; Sở Nội vụ kiểm tra."], "a list of those told"),
    ("Sở Y tế kiểm tra; tổng hợp kết quả.", ["Sở Y tế kiểm tra; tổng hợp kết quả."], "a clause without one"),
    (
        "Sở Y tế kiểm tra; đề nghị Hội Nông dân tỉnh giám sát.",
        ["Sở Y tế kiểm tra;", "đề nghị Hội Nông dân tỉnh giám sát."],
        "a clause that asks somebody",
    ),
    (
        "Kiểm tra giàn giáo; yêu cầu chủ đầu tư hạ cần trục.",
        ["Kiểm tra giàn giáo; yêu cầu chủ đầu tư hạ cần trục."],
        "what those addressed are to demand",
    ),
    (
        "Sở Y tế kiểm tra; đồng thời, Sở Tài chính cấp kinh phí.",
        ["Sở Y tế kiểm tra;", "đồng thời, Sở Tài chính cấp kinh phí."],
        "an addressee behind a connective",
    ),
    (
        "Sở Y tế kiểm tra (Sở Tài chính cấp kinh phí; Sở Nội vụ bố trí người) các chợ.",
        ["Sở Y tế kiểm tra (Sở Tài chính cấp kinh phí; Sở Nội vụ bố trí người) các chợ."],
        "a semicolon in brackets",
    ),
    (
        "Sở Y tế phân công rõ: đội 1 lấy mẫu; Sở Tài chính cấp kinh phí.",
        ["Sở Y tế phân công rõ: đội 1 lấy mẫu; Sở Tài chính cấp kinh phí."],
        "a list of who does what stays inside",
    ),
    (
        "Phân công lại theo hướng: Sở Y tế chủ trì chuyên môn; Sở Tài chính chủ trì kinh phí.",
        ["Phân công lại theo hướng: Sở Y tế chủ trì chuyên môn; Sở Tài chính chủ trì kinh phí."],
        "what a division of work aims at stays inside",
    ),
    (
        "Triển khai theo tinh thần: rõ người; Sở Y tế chủ trì.",
        ["Triển khai theo tinh thần: rõ người; Sở Y tế chủ trì."],
        "a spirit stays inside",
    ),
    (
        "Để thực hiện tốt công tác phòng dịch; Sở Y tế kiểm tra.",
        ["Để thực hiện tốt công tác phòng dịch; Sở Y tế kiểm tra."],
        "a mere purpose is no clause of its own",
    ),
    (
        "Giao Bộ Xây dựng: (i) Chủ trì lập đề án. (ii) Hướng dẫn địa phương.",
        ["Giao Bộ Xây dựng: (i) Chủ trì lập đề án.", "Hướng dẫn địa phương."],
        "parts that are sentences",
    ),
    (
        "Giao Bộ Xây dựng: (i) chủ trì lập đề án; (ii) hướng dẫn địa phương.",
        ["Giao Bộ Xây dựng: (i) chủ trì lập đề án; (ii) hướng dẫn địa phương."],
        "parts without an addressee stay together",
    ),
    (
        "Phân công: (i) giao Sở Y tế kiểm tra; (ii) giao Sở Tài chính cấp kinh phí.",
        ["giao Sở Y tế kiểm tra;", "giao Sở Tài chính cấp kinh phí."],
        "parts that begin with an order",
    ),
    (
        "Phân công: (1) Sở Y tế kiểm tra; (2) báo cáo kết quả; (3) Sở Tài chính cấp kinh phí.",
        ["Sở Y tế kiểm tra; (2) báo cáo kết quả;", "Sở Tài chính cấp kinh phí."],
        "a part that goes on with the one before it",
    ),
    (
        "Sở Y tế: (1) Kiểm tra các chợ. (2) Báo cáo kết quả.",
        ["Sở Y tế: (1) Kiểm tra các chợ.", "Báo cáo kết quả."],
        "numbered parts that are sentences",
    ),
    (
        "Yêu cầu: (1) Sở Y tế kiểm tra. (2) Sở Tài chính cấp kinh phí.",
        ["Sở Y tế kiểm tra.", "Sở Tài chính cấp kinh phí."],
        "numbered sentences with addressees of their own",
    ),
    (
        "Phối hợp với Sở Y tế, Sở Nội vụ; Sở Tài chính và Công an tỉnh rà soát.",
        ["Phối hợp với Sở Y tế, Sở Nội vụ; Sở Tài chính và Công an tỉnh rà soát."],
        "a semicolon inside an enumeration",
    ),
    (
        "Sở Y tế báo cáo Ủy ban nhân dân tỉnh; Sở Tài chính bố trí kinh phí.",
        ["Sở Y tế báo cáo Ủy ban nhân dân tỉnh;", "Sở Tài chính bố trí kinh phí."],
        "a body before the semicolon, a subject behind it",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), UNITS)
def test_units(text: str, expected: list[str], why: str) -> None:
    reading = read(f"Mở đầu.\n\n1. {text}\n")
    block = next(block for block in reading.layout.blocks if block.marker)
    assert [reading.text[a:b].strip() for a, b in units(reading, block.content, block.end)] == expected, why


ADDRESSED = [
    (
        "Viettel Phú Khê, Viễn thông Hòa Giang, Sở Y tế và Sở Xây dựng rà soát đường dây.",
        ["Viễn thông Hòa Giang", "Sở Y tế", "Sở Xây dựng"],
        "the known bodies of a subject that begins with a name that is not known",
    ),
    ("Sở Y tế, Viettel Phú Khê di dời đường dây.", ["Sở Y tế"], "a name that begins like a known one"),
    ("Sở Y tế, Bưu chính Phú Khê di dời đường dây.", ["Sở Y tế"], "the known body of a subject that ends with one"),
    ("Đồng ý chủ trương, giao Sở Y tế phối hợp kiểm tra.", ["Sở Y tế"], "an order behind an approval"),
    (
        "Đối với chợ Bến Gỗ, Ban Quản lý dự án tỉnh chốt với nhà thầu trước ngày 20/7.",
        ["Ban Quản lý dự án tỉnh"],
        "a subject behind a topic, before a verb that no table has",
    ),
    (
        "Nhà thầu thường vắng mặt tại công trường, yêu cầu Sở Y tế thay thế ngay.",
        ["Sở Y tế"],
        "an order behind what is stated",
    ),
    ("Ban Chỉ đạo nhất trí, giao Sở Y tế kiểm tra.", ["Sở Y tế"], "who agrees is not whom"),
    ("Theo chương trình của Bộ, các Sở Y tế triển khai.", ["Sở Y tế"], "behind an owner that is none of them"),
    (
        "Công an các địa phương có chợ đầu mối thường xuyên tuần tra.",
        ["Công an địa phương"],
        "a clause about them before the predicate",
    ),
    ("Chủ đầu tư hoàn trả mặt đường.", ["chủ đầu tư"], "one of a kind"),
    ("Chủ đầu tư nào chậm phải giải trình.", ["chủ đầu tư"], "whichever it is"),
    (
        "Hội đồng quản trị Tổng công ty Điện lực miền Bắc rà soát.",
        ["Hội đồng quản trị Tổng công ty Điện lực miền Bắc"],
        "the board of a corporation",
    ),
    (
        "Đối với đường về trung tâm xã Bến Gỗ, Ban Quản lý dự án tỉnh làm việc với nhà thầu.",
        ["Ban Quản lý dự án tỉnh"],
        "behind where something is",
    ),
    ("Sở Y tế kiểm tra các chợ.", ["Sở Y tế"], "the subject"),
    ("Sở Y tế và Công an tỉnh kiểm tra các chợ.", ["Sở Y tế", "Công an tỉnh"], "two subjects"),
    ("Giao Sở Y tế kiểm tra.", ["Sở Y tế"], "giao"),
    ("Giao nhiệm vụ cho Sở Y tế kiểm tra.", ["Sở Y tế"], "giao nhiệm vụ cho"),
    ("Yêu cầu các huyện, thành phố kiểm tra.", ["cấp huyện"], "yêu cầu"),
    ("Đề nghị Hội Nông dân tỉnh vận động.", ["Hội Nông dân tỉnh"], "đề nghị"),
    ("Phân công Sở Y tế kiểm tra.", ["Sở Y tế"], "phân công"),
    ("Đồng ý giao Sở Y tế kiểm tra.", ["Sở Y tế"], "assent and order"),
    ("Đối với Sở Y tế: kiểm tra các chợ.", ["Sở Y tế"], "đối với … :"),
    ("Trách nhiệm của Sở Y tế: Kiểm tra các chợ.", ["Sở Y tế"], "trách nhiệm của … :"),
    ("Công an tỉnh: nâng mức canh gác.", ["Công an tỉnh"], "a name and a colon, before a verb that no table has"),
    ("Công an tỉnh: tuần tra ban đêm.", ["Công an tỉnh"], "a name and a colon"),
    ("Ủy ban nhân dân tỉnh yêu cầu Sở Y tế kiểm tra.", ["Sở Y tế"], "who orders is not whom"),
    ("Trong quá trình thực hiện, Sở Y tế kiểm tra.", ["Sở Y tế"], "a subject behind a circumstance"),
    ("Căn cứ Luật Thú y, Sở Y tế kiểm tra.", ["Sở Y tế"], "a subject behind a ground"),
    ("Để kịp tiến độ, yêu cầu Sở Y tế kiểm tra.", ["Sở Y tế"], "an order behind a purpose"),
    ("Đồng thời, Sở Y tế kiểm tra.", ["Sở Y tế"], "a subject behind a connective"),
    ("Sở Y tế, theo chức năng nhiệm vụ, kiểm tra các chợ.", ["Sở Y tế"], "an aside before the predicate"),
    ("Sở Y tế (cơ quan thường trực) tổng hợp.", ["Sở Y tế"], "a bracket before the predicate"),
    ("Giám đốc Sở Y tế chịu trách nhiệm.", ["Sở Y tế"], "a post that stands for its body"),
    ("Thống nhất chọn huyện An Lĩnh làm điểm.", ["huyện An Lĩnh"], "a choice binds the one chosen"),
    ("Bổ sung Sở Nội vụ tham gia Tổ công tác.", ["Sở Nội vụ"], "an addition binds the one added"),
    ("Tỉnh cần quan tâm hơn.", ["tỉnh"], "the notice's own place"),
    ("Riêng đối với huyện An Lĩnh, Sở Y tế kiểm tra.", ["Sở Y tế"], "a place that a circumstance is about"),
    ("Để phòng dịch; yêu cầu Sở Y tế kiểm tra.", ["Sở Y tế"], "an order behind a purpose"),
    ("Thống nhất các nội dung theo đề nghị của Sở Y tế.", ["Sở Y tế"], "whose proposal is agreed to"),
    ("Chấp thuận phương án theo đề xuất, kiến nghị của Sở Y tế.", ["Sở Y tế"], "whose proposals are agreed to"),
    ("Đối với Dự án cầu tại xã Bến Gỗ, Sở Y tế hoàn chỉnh hồ sơ.", ["Sở Y tế"], "behind the place of a phrase"),
    ("Các đơn vị chưa kiện toàn tổ chức phải báo cáo.", ["đơn vị"], "which of a kind have not, before a duty"),
    ("Các tổ chức được cấp phép khai thác cát thực hiện đúng giấy phép.", ["tổ chức"], "which of a kind may"),
    ("Chưa đồng ý với đề nghị của Sở Y tế về mua xe.", ["Sở Y tế"], "whose proposal is refused"),
    ("Khi chưa có đơn giá mới, cho phép Sở Y tế dùng giá cũ.", ["Sở Y tế"], "a permission behind a case"),
    ("Các xã chưa hoàn thành chỉ tiêu tập trung vận động.", ["cấp xã"], "which of a kind have not"),
    ("Các đơn vị được giao nhiệm vụ tại Kế hoạch số 12/KH-UBND báo cáo.", ["đơn vị"], "which of a kind were charged"),
    ("Sở Y tế và các cơ quan nêu tại Mục II rà soát.", ["Sở Y tế", "cơ quan"], "which of a kind were named"),
    ("Các sở, ngành thuộc tỉnh theo chức năng chủ động rà soát.", ["sở", "ngành"], "of the province"),
    ("Từng sở, ngành xây dựng kế hoạch.", ["sở", "ngành"], "each of a kind"),
    ("Trưởng các phòng, đơn vị rà soát.", ["phòng", "đơn vị"], "the heads of a kind"),
    ("Sở Y tế, Công an tỉnh thống nhất về nội dung này trước khi trình.", ["Sở Y tế", "Công an tỉnh"], "to agree"),
    ("Phê bình Sở Y tế, yêu cầu kiểm điểm, báo cáo.", ["Sở Y tế"], "who is criticised and told to do something"),
    ("Việc lấy mẫu do Sở Y tế chủ trì thực hiện.", ["Sở Y tế"], "by whom work is done"),
    ("Rà soát các chợ tạm (giao Sở Y tế chủ trì).", ["Sở Y tế"], "who is charged in a bracket"),
    ("Rà soát các chợ tạm (Sở Y tế chủ trì, Công an tỉnh phối hợp);", ["Sở Y tế"], "who leads in a bracket"),
    ("Sở Y tế, các địa phương có chợ tổ chức trực ban.", ["Sở Y tế", "địa phương"], "a clause about them, then a verb"),
    ("Sở Y tế - Cơ quan thường trực Ban Chỉ đạo tổng hợp, báo cáo.", ["Sở Y tế"], "an apposition behind a dash"),
    ("Đối với các xã, phường có nhiều hộ nghèo: tập trung nguồn lực.", ["cấp xã"], "which of a kind, before a colon"),
    ("Hội nghị thống nhất giao Sở Y tế kiểm tra.", ["Sở Y tế"], "what a meeting agrees to charge somebody with"),
    ("Thường trực Ủy ban nhân dân tỉnh thống nhất chủ trương và giao Sở Y tế kiểm tra.", ["Sở Y tế"], "who agrees"),
    ("Định kỳ hằng tháng Sở Y tế tổng hợp kết quả.", ["Sở Y tế"], "a subject behind a rhythm, without a comma"),
    ("Nếu có khó khăn, vướng mắc Sở Y tế kịp thời báo cáo.", ["Sở Y tế"], "a subject behind a case, without a comma"),
    ("Đồng ý với đề xuất của Công an tỉnh, giao Sở Y tế kiểm tra.", ["Sở Y tế"], "an order behind an agreement"),
    ("Giao các đơn vị: Sở Y tế, Công an tỉnh rà soát.", ["Sở Y tế", "Công an tỉnh"], "spelt out behind a colon"),
    ("Giao các đơn vị (Sở Y tế, Công an tỉnh) rà soát.", ["Sở Y tế", "Công an tỉnh"], "spelt out in a bracket"),
    ("Nội dung này giao Sở Y tế tham mưu.", ["Sở Y tế"], "who is given the matter just named"),
    ("Quá thời hạn trên, Sở Y tế chịu trách nhiệm.", ["Sở Y tế"], "behind a time limit that has passed"),
    (
        "Sau thời hạn này, nơi nào chưa xong thì Giám đốc Sở Y tế kiểm điểm trách nhiệm.",
        ["Sở Y tế"],
        "who answers for what is late",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), ADDRESSED)
def test_whom_a_clause_addresses(text: str, expected: list[str], why: str) -> None:
    reading = read(f"{text}\n")
    found = address(reading, 0, len(text))
    assert found is not None, why
    assert [m.name.label for m in found.series.mentions] == expected, why
    assert found.series.last <= found.predicate < len(text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Hội thi Tiếng hát Sông Lam được duy trì, Sở Y tế kiểm tra.", "no name stands before the comma"),
        ("Nếu các hộ chậm, tham mưu UBND tỉnh xử lý, giao Sở Y tế thực hiện.", "whom the advised body charges"),
        ("Thường trực Tỉnh ủy cơ bản nhất trí với phương án mở chợ.", "nor who agrees"),
        ("Kiểm tra các chợ.", "an order to whoever was addressed before"),
        ("Rà soát các chợ, yêu cầu Công an tỉnh tuần tra.", "nor is whom those addressed before charge"),
        ("Phối hợp với Sở Y tế kiểm tra.", "a partner is not addressed"),
        ("Báo cáo Ủy ban nhân dân tỉnh.", "nor is who gets a report"),
        ("Chỉ đạo Trung tâm Kiểm soát bệnh tật tỉnh lấy mẫu.", "nor is who is directed"),
        ("Theo báo cáo của Sở Y tế, dịch đã lan.", "nor a source"),
        ("Công tác của Sở Y tế kiểm tra.", "nor an owner"),
        ("Trên địa bàn tỉnh Hòa Giang có mưa.", "nor where something is"),
        ("Đồng ý mở rộng chợ.", "an assent to nobody"),
    ],
)
def test_whom_a_clause_does_not_address(text: str, why: str) -> None:
    assert address(read(f"{text}\n"), 0, len(text)) is None, why


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kiểm tra các chợ", True),
        (", khẩn trương kiểm tra", True),
        (": tổng hợp", True),
        ("nhắc nhở, đôn thúc", True),
        ("thần tốc giải phóng mặt bằng", True),
        (" đều phải hoàn thành", True),
        ("của Sở Y tế", False),
        ("đã kiểm tra", False),
        ("các chợ", False),
    ],
)
def test_words_of_doing(text: str, expected: bool) -> None:
    assert begins_predicate(read(f"{text}\n"), 0) is expected


@pytest.mark.parametrize(
    ("text", "main", "why"),
    [
        ("Trước mắt, kiểm tra các chợ.", "kiểm tra các chợ.", "a connective"),
        ("Trong quý III, kiểm tra các chợ.", "kiểm tra các chợ.", "a time"),
        ("Để phòng dịch lây lan, kiểm tra các chợ.", "kiểm tra các chợ.", "a purpose"),
        ("Kiểm tra các chợ, lập danh sách.", "Kiểm tra các chợ, lập danh sách.", "no circumstance"),
        ("Trong năm qua, tỉnh đã có mưa, kiểm tra chợ.", "Trong năm qua, tỉnh đã có mưa, kiểm tra chợ.", "a report"),
    ],
)
def test_where_the_main_part_begins(text: str, main: str, why: str) -> None:
    assert text[prefix_end(read(f"{text}\n"), 0, len(text)) :] == main, why


PIECES = st.sampled_from(
    ["Sở Y tế", "giao ", "; ", ". ", "(i) ", "(ii) ", ": ", ", ", "kiểm tra", "Để ", "“", "(", ")", "với phương châm:"]
)


def test_a_part_without_words_is_no_unit() -> None:
    reading = read("(i) \n")
    assert all(start < end for start, end in units(reading, 0, len(reading.text)))


@given(st.lists(PIECES, max_size=14).map("".join))
def test_units_follow_one_another(text: str) -> None:
    reading = read(f"{text}kiểm tra.\n")
    at = 0
    for start, end in units(reading, 0, len(reading.text)):
        assert at <= start < end <= len(reading.text)
        at = end
