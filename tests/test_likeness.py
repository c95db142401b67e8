"""What makes a later directive one that repeats an earlier one, in pairs of invented sentences."""

from __future__ import annotations

import re
import unicodedata

import pytest

from kg.identify.likeness import Rule, repeats
from kg.identify.wording import Wording, wording
from kg.language.words import matching

MARK = re.compile(r"[\[\]{}]")
SAME, MORE = Rule.SAME, Rule.MORE


def read(marked: str) -> Wording:
    """Return the wording of a directive in which [ ] marks what is cut and { } the number of a document cited there."""
    cuts, text, open_at = [], "", []
    documents = re.findall(r"\{(.*?)\}", marked)
    for piece in re.split(r"([\[\]{}])", marked):
        if piece == "[":
            open_at.append(len(text))
        elif piece == "]":
            cuts.append((open_at.pop(), len(text)))
        elif not MARK.fullmatch(piece):
            text += piece
    return wording(text, cuts, documents)


REPEATED = [
    (
        "[Sở Xây dựng] khẩn trương hoàn thiện hồ sơ điều chỉnh quy hoạch chung đô thị Lam Châu, trình [UBND tỉnh] phê"
        " duyệt [trước ngày 30/6/2024].",
        "[Sở Xây dựng] tập trung hoàn thiện hồ sơ điều chỉnh quy hoạch chung đô thị Lam Châu, trình [UBND tỉnh] phê"
        " duyệt [chậm nhất ngày 15/8/2024]; không để chậm trễ.",
        SAME,
        "another deadline and more haste",
    ),
    (
        "Rà soát, thống kê toàn bộ hồ chứa nước xuống cấp, lập phương án sửa chữa.",
        "Giao [Sở Nông nghiệp và Môi trường] chủ trì, phối hợp với [Sở Tài chính] rà soát, thống kê toàn bộ hồ chứa"
        " nước xuống cấp, lập phương án sửa chữa [trong tháng 9 năm 2025].",
        SAME,
        "the addressee stood in a heading; coordination and a deadline are new",
    ),
    (
        "[UBND thị xã Hòa Khê] bàn giao mặt bằng sạch đoạn qua phường Phú Lộc thuộc dự án đường ven biển.",
        "[UBND thị xã Hòa Khê] dứt điểm bàn giao mặt bằng sạch đoạn qua phường Phú Lộc thuộc dự án đường ven biển cho"
        " nhà thầu thi công; Chủ tịch [UBND thị xã] chịu trách nhiệm trước [UBND tỉnh] nếu để chậm.",
        SAME,
        "who answers for it is new",
    ),
    (
        "[Sở Y tế] tham mưu [UBND tỉnh] ban hành kế hoạch mua sắm vật tư, hóa chất phòng chống sốt xuất huyết.",
        "[Sở Y tế] khẩn trương trình [UBND tỉnh] ban hành kế hoạch mua sắm vật tư, hóa chất phòng chống sốt xuất huyết"
        " [trước ngày 05/11/2025].",
        SAME,
        "to advise on it and to submit it are one duty",
    ),
    (
        "[Công an tỉnh] tổng kiểm tra cơ sở kinh doanh karaoke, vũ trường về phòng cháy, chữa cháy.",
        "[Công an tỉnh] tiếp tục tổng kiểm tra các cơ sở kinh doanh karaoke, vũ trường về PCCC.",
        SAME,
        "an abbreviation",
    ),
    (
        "[Sở Tài chính] thẩm định phương án giá nước sạch sinh hoạt của Công ty Cấp nước Sông Lam.",
        "[SỞ TÀI CHÍNH] THẨM ĐỊNH PHƯƠNG ÁN GIÁ NƯỚC SẠCH SINH HOẠT CỦA CÔNG TY CẤP NƯỚC SÔNG LAM.",
        SAME,
        "capitals",
    ),
    (
        "Xoá bỏ các điểm đấu nối trái phép vào hệ thống thoát nước khu dân cư phía đông.",
        "Xóa bỏ các điểm đấu nối trái phép vào hệ thống thoát nước khu dân cư phía đông.",
        SAME,
        "where the tone mark stands",
    ),
    (
        "Hỗ trợ 120 hộ dân bị sạt lở tại thôn Bãi Giữa ổn định chỗ ở tạm.",
        "Hỗ trợ 138 hộ dân bị sạt lở tại thôn Bãi Giữa ổn định chỗ ở tạm.",
        SAME,
        "how many may differ",
    ),
    (
        "Giải ngân vốn đầu tư công chương trình giảm nghèo bền vững đạt ít nhất 60% kế hoạch vốn được giao.",
        "Giải ngân vốn đầu tư công chương trình giảm nghèo bền vững đạt ít nhất 95% kế hoạch vốn được giao.",
        SAME,
        "a higher share of the same",
    ),
    (
        "[Sở Giao thông vận tải] sửa chữa mặt đường Quốc lộ 27 đoạn qua đèo Gió.",
        "[Sở Giao thông vận tải] hoàn thành sửa chữa mặt đường Quốc lộ 27 đoạn qua đèo Gió, thảm lại bê tông nhựa.",
        SAME,
        "the same road by its number",
    ),
    (
        "[Sở Nội vụ] hoàn thiện Đề án vị trí việc làm của các đơn vị sự nghiệp công lập theo [Nghị định số"
        " {106/2020/NĐ-CP}].",
        "[Sở Nội vụ] hoàn thiện Đề án vị trí việc làm của các đơn vị sự nghiệp công lập theo đúng [Nghị định số"
        " {106/2020/NĐ-CP}], gửi lấy ý kiến.",
        SAME,
        "the same decree",
    ),
    (
        "[Ban Quản lý khu kinh tế] đôn đốc nhà đầu tư Khu công nghiệp Cửa Lạch xây dựng trạm xử lý nước thải tập"
        " trung.",
        "[Ban Quản lý khu kinh tế] theo chỉ đạo tại [Thông báo số {45/TB-UBND}] tiếp tục đôn đốc nhà đầu tư Khu công"
        " nghiệp Cửa Lạch xây dựng trạm xử lý nước thải tập trung.",
        SAME,
        "the reminder cites the notice that it reminds of",
    ),
    (
        "[Sở Giáo dục và Đào tạo] bố trí đủ giáo viên tiếng Anh, tin học cho các trường tiểu học vùng cao.",
        "[Sở Giáo dục và Đào tạo] bố trí đủ giáo viên tiếng Anh, tin học cho các trường tiểu học vùng cao; tổ chức dạy"
        " liên trường, dạy trực tuyến ở nơi còn thiếu; rà soát nhu cầu tuyển dụng từng năm học, có chính sách thu hút"
        " giáo viên trẻ.",
        MORE,
        "all of it again, and how",
    ),
    (
        "Nạo vét luồng lạch cảng cá Cửa Lạch bảo đảm tàu thuyền ra vào an toàn.",
        "Nạo vét luồng lạch cảng cá Cửa Lạch bảo đảm tàu thuyền ra vào an toàn; lắp đặt phao tiêu, đèn báo hiệu, phân"
        " luồng neo đậu tránh trú bão, kiểm soát tải trọng và phương tiện không phép.",
        MORE,
        "the earlier whole inside a much longer one",
    ),
    (
        "Không cấp phép mới cho dự án thủy điện nhỏ ảnh hưởng rừng tự nhiên thượng nguồn sông Nậm.",
        "Kiên quyết không cấp phép mới cho dự án thủy điện nhỏ ảnh hưởng rừng tự nhiên thượng nguồn sông Nậm.",
        SAME,
        "what is not to be done, again",
    ),
    (
        "[Sở Công Thương] báo cáo tình hình cung ứng xăng dầu của các thương nhân phân phối dịp cuối năm âm lịch.",
        "[Sở Công Thương] báo cáo tình hình cung ứng xăng dầu của các thương nhân phân phối dịp cuối năm âm lịch.",
        SAME,
        "the same report once more",
    ),
    (
        "Xây dựng bản đồ cảnh báo nguy cơ lũ quét, sạt lở đất tỷ lệ lớn tại các bản dọc suối Nậm Cha.",
        "Sớm xây dựng bản đồ cảnh báo nguy cơ lũ quét, sạt lở đất tại các bản dọc suối Nậm Cha.",
        SAME,
        "a detail left out",
    ),
    (
        "Nâng cấp trạm y tế xã Đông Sơn thành phòng khám đa khoa khu vực.",
        "Hoàn thành việc nâng cấp trạm y tế xã Đông Sơn thành phòng khám đa khoa khu vực, bổ sung bác sĩ.",
        SAME,
        "to do and to finish doing",
    ),
]
DIFFERENT = [
    ("Thực hiện nghiêm [Chỉ thị số {16/CT-TTg}].", "Thực hiện nghiêm [Chỉ thị số {19/CT-TTg}].", "formulas alone"),
    (
        "Thực hiện nghiêm [Chỉ thị số {16/CT-TTg}].",
        "Thực hiện nghiêm [Chỉ thị số {16/CT-TTg}].",
        "of what is not said",
    ),
    (
        "[Văn phòng UBND tỉnh] theo dõi, đôn đốc việc thực hiện Thông báo này; định kỳ tổng hợp, báo cáo [UBND tỉnh].",
        "[Văn phòng UBND tỉnh] theo dõi, đôn đốc việc thực hiện Thông báo này; định kỳ tổng hợp, báo cáo [UBND tỉnh].",
        "this notice is not that notice",
    ),
    (
        "[Sở Xây dựng] hướng dẫn các đơn vị sử dụng phần mềm, cập nhật dữ liệu nhiệm vụ nêu tại Kế hoạch này.",
        "[Sở Xây dựng] hướng dẫn các đơn vị sử dụng phần mềm, cập nhật dữ liệu nhiệm vụ nêu tại Kế hoạch này.",
        "nor is this plan that plan",
    ),
    (
        "Tổng hợp, báo cáo [UBND tỉnh] xem xét, quyết định.",
        "Tổng hợp, báo cáo [UBND tỉnh] xem xét, quyết định.",
        "what?",
    ),
    (
        "Kiểm tra thực tế, đề xuất mức hỗ trợ từ nguồn dự phòng ngân sách.",
        "Kiểm tra thực tế, đề xuất mức hỗ trợ từ nguồn dự phòng ngân sách.",
        "whom it is for stood in the sentence before",
    ),
    (
        "Hoàn thiện hồ sơ, trình cấp có thẩm quyền phê duyệt theo quy định.",
        "Hoàn thiện hồ sơ, trình cấp có thẩm quyền phê duyệt theo quy định.",
        "of what is left out",
    ),
    (
        "Hoàn thành giải phóng mặt bằng dự án cầu Sông Hinh đoạn qua khu tái định cư.",
        "Hoàn thành giải phóng mặt bằng dự án cầu Bình An đoạn qua khu tái định cư.",
        "another bridge",
    ),
    (
        "Sửa chữa mặt đường, bổ sung hộ lan Quốc lộ 27 đoạn đèo dốc quanh co.",
        "Sửa chữa mặt đường, bổ sung hộ lan Quốc lộ 20 đoạn đèo dốc quanh co.",
        "another road by its number",
    ),
    (
        "Lựa chọn nhà thầu thi công giai đoạn 1 dự án nhà máy xử lý rác thải sinh hoạt tập trung.",
        "Lựa chọn nhà thầu thi công giai đoạn 2 dự án nhà máy xử lý rác thải sinh hoạt tập trung.",
        "another phase",
    ),
    (
        "Xây dựng kế hoạch trồng rừng thay thế, giao khoán bảo vệ rừng phòng hộ năm 2024.",
        "Xây dựng kế hoạch trồng rừng thay thế, giao khoán bảo vệ rừng phòng hộ năm 2025.",
        "next year's plan",
    ),
    (
        "Tổng kết chương trình phát triển nhà ở xã hội cho công nhân giai đoạn 2016-2020 trên địa bàn.",
        "Tổng kết chương trình phát triển nhà ở xã hội cho công nhân giai đoạn 2021 - 2025 trên địa bàn.",
        "another period",
    ),
    (
        "Gia cố kè chống sạt lở bờ nam sông Cái bảo vệ khu dân cư và đất sản xuất.",
        "Gia cố kè chống sạt lở bờ bắc sông Cái bảo vệ khu dân cư và đất sản xuất.",
        "one word stands for another",
    ),
    (
        "Kiểm tra công tác bảo đảm an toàn các công trình thủy lợi trước mùa mưa lũ, xây dựng phương án ứng phó.",
        "Kiểm tra công tác bảo đảm an toàn các công trình thủy điện trước mùa mưa lũ, xây dựng phương án ứng phó.",
        "irrigation is not power",
    ),
    (
        "Thẩm định báo cáo nghiên cứu khả thi dự án hồ chứa nước Tà Rượu.",
        "Phê duyệt báo cáo nghiên cứu khả thi dự án hồ chứa nước Tà Rượu.",
        "the next step of the same project",
    ),
    (
        "Thi công tuyến ống cấp nước thô từ hồ chứa nước Tà Rượu về nhà máy.",
        "Báo cáo tình hình thi công tuyến ống cấp nước thô từ hồ chứa nước Tà Rượu về nhà máy.",
        "to report on it is not to do it",
    ),
    (
        "Điều chỉnh mục đích sử dụng đất khu dịch vụ thương mại bãi tắm Cồn Vân.",
        "Không điều chỉnh mục đích sử dụng đất khu dịch vụ thương mại bãi tắm Cồn Vân.",
        "the contrary",
    ),
    (
        "Cấp giấy phép khai thác khoáng sản làm vật liệu thông thường tại mỏ đá Núi Voi.",
        "Thu hồi giấy phép khai thác khoáng sản làm vật liệu thông thường tại mỏ đá Núi Voi.",
        "given and taken back",
    ),
    (
        "Khai thác mỏ đá vôi Núi Voi đúng thiết kế, đúng công suất được cấp phép.",
        "Tạm dừng khai thác mỏ đá vôi Núi Voi đúng thiết kế, đúng công suất được cấp phép.",
        "going on and stopping",
    ),
    (
        "Thu phí sử dụng công trình kết cấu hạ tầng cửa khẩu Nậm Cha đối với hàng nông sản tươi.",
        "Miễn thu phí sử dụng công trình kết cấu hạ tầng cửa khẩu Nậm Cha đối với hàng nông sản tươi.",
        "taken and waived",
    ),
    (
        "Xử lý rác thải tồn đọng tại bãi chôn lấp Đồng Mơ, không để phát sinh mùi hôi.",
        "Xử lý nước rỉ rác tại bãi chôn lấp Đồng Mơ, không để phát sinh mùi hôi.",
        "another thing at the same place",
    ),
    (
        "Tuyển dụng giáo viên mầm non còn thiếu theo chỉ tiêu biên chế được bổ sung tại các huyện miền núi.",
        "Tuyển dụng giáo viên tiểu học còn thiếu theo chỉ tiêu biên chế được bổ sung tại các huyện miền núi.",
        "other teachers",
    ),
    (
        "Rà soát, sắp xếp lại mạng lưới chợ dân sinh, kêu gọi đầu tư xã hội hóa.",
        "Rà soát, sắp xếp lại mạng lưới chợ dân sinh tại thị trấn Phố Lu, kêu gọi đầu tư xã hội hóa.",
        "all of them, and one that is named",
    ),
    (
        "Rà soát, sắp xếp lại mạng lưới chợ dân sinh tại thị trấn Phố Lu, kêu gọi đầu tư xã hội hóa.",
        "Rà soát, sắp xếp lại mạng lưới chợ dân sinh, kêu gọi đầu tư xã hội hóa.",
        "one that is named, and all of them",
    ),
    (
        "Triển khai các nhiệm vụ cải cách thủ tục hành chính, số hóa hồ sơ, trả kết quả đúng hạn theo [Nghị quyết số"
        " {76/NQ-CP}].",
        "Triển khai các nhiệm vụ cải cách thủ tục hành chính, số hóa hồ sơ, trả kết quả đúng hạn theo [Quyết định số"
        " {468/QĐ-TTg}].",
        "other documents",
    ),
    (
        "Tăng cường kiểm tra, xử lý vi phạm trong lĩnh vực khai thác cát, sỏi lòng sông.",
        "Tăng cường kiểm tra, xử lý vi phạm trong lĩnh vực quản lý thuốc bảo vệ thực vật.",
        "one frame, other contents",
    ),
    (
        "Tuyên truyền, vận động nhân dân chấp hành quy định về an toàn giao thông.",
        "Tuyên truyền, vận động nhân dân tham gia bảo hiểm y tế hộ gia đình.",
        "to call on people, for other ends",
    ),
    (
        "Bố trí kinh phí từ ngân sách tỉnh mua sắm trang thiết bị cho bệnh viện đa khoa khu vực.",
        "Bố trí kinh phí từ ngân sách tỉnh hỗ trợ sửa chữa nhà văn hóa, sân vận động các xã biên giới.",
        "money for something else",
    ),
    (
        "Chủ trì, phối hợp với [Sở Tài chính], [Sở Tư pháp] tham mưu [UBND tỉnh] xem xét, quyết định.",
        "Chủ trì, phối hợp với [Sở Nội vụ], [Sở Tư pháp] tham mưu [UBND tỉnh] xem xét, quyết định.",
        "nothing but who and to whom",
    ),
    (
        "Khắc phục hậu quả bão số 3, sửa chữa trường học, trạm y tế, công trình nước sạch bị hư hỏng.",
        "Khắc phục hậu quả bão số 5, sửa chữa trường học, trạm y tế, công trình nước sạch bị hư hỏng.",
        "another storm",
    ),
    (
        "Tổ chức kỳ thi tốt nghiệp trung học phổ thông an toàn, nghiêm túc, đúng quy chế thi.",
        "Tổ chức kỳ thi tuyển sinh vào lớp đầu cấp trung học phổ thông chuyên an toàn, đúng quy chế.",
        "another examination",
    ),
    (
        "Lập danh sách người có công được hỗ trợ xây mới nhà ở, thẩm tra từng trường hợp khó khăn.",
        "Lập danh sách hộ nghèo được hỗ trợ xây mới nhà ở, thẩm tra từng trường hợp khó khăn.",
        "other people",
    ),
    (
        "Kêu gọi đầu tư Cụm công nghiệp Đồng Tâm, lựa chọn chủ đầu tư hạ tầng kỹ thuật có năng lực.",
        "Kêu gọi đầu tư Cụm công nghiệp Lũng Pô, lựa chọn chủ đầu tư hạ tầng kỹ thuật có năng lực.",
        "another estate",
    ),
    (
        "Công bố dịch tả lợn châu Phi, tiêu hủy đàn lợn mắc bệnh, khoanh vùng khống chế.",
        "Công bố hết dịch tả lợn châu Phi, hướng dẫn tái đàn, hỗ trợ con giống cho hộ chăn nuôi.",
        "the beginning and the end",
    ),
]


@pytest.mark.parametrize(("earlier", "later", "rule", "why"), REPEATED, ids=[row[3] for row in REPEATED])
def test_a_later_directive_repeats_an_earlier_one(earlier: str, later: str, rule: Rule, why: str) -> None:
    found = repeats(read(later), read(earlier))
    assert found, why
    assert found.rule is rule, why
    assert 0 < found.similarity <= 1


@pytest.mark.parametrize(("earlier", "later", "why"), DIFFERENT, ids=[row[2] for row in DIFFERENT])
def test_two_directives_that_are_not_one(earlier: str, later: str, why: str) -> None:
    assert repeats(read(later), read(earlier)) is None, why


def test_there_are_enough_pairs_and_no_two_subjects_look_alike() -> None:
    texts = [read(earlier) for earlier, *_ in (*REPEATED, *DIFFERENT)]
    assert len(texts) >= 40
    alike = [(a.text, b.text) for a in texts for b in texts if a.text != b.text and repeats(a, b)]
    assert alike == []


@pytest.mark.parametrize("text", [row[0] for row in REPEATED], ids=[row[3] for row in REPEATED])
def test_how_a_directive_is_typed_does_not_count(text: str) -> None:
    plain = re.sub(r"[\[\]{}]", "", text)
    typed = unicodedata.normalize("NFD", plain).replace(" ", "\n  ")
    assert wording(typed) == wording(plain)


@pytest.mark.parametrize(
    ("text", "core", "told", "why"),
    [
        ("Khẩn trương rà soát các hồ đập", "rà soát hồ đập", ("rà soát", "", ""), "formulas and little words go"),
        ("Trình UBND tỉnh đề án", "đề án", ("propose", "", ""), "a step stands for its kind"),
        ("Báo cáo tình hình giao thông", "giao thông", ("report", "", ""), "a word that begins like a formula"),
        ("Nâng cấp 12 cầu, Quốc lộ 27", "nâng cấp cầu quốc lộ", ("nâng cấp", "27", "quốc"), "one counts, one names"),
        ("Mua sắm 1.500 bộ, 2021-2025", "mua sắm bộ", ("mua sắm", "2021 2025", ""), "how many, and a period"),
        ("Kiểm tra bến Cửa Lạch", "kiểm tra bến cửa lạch", ("kiểm tra", "", "cửa lạch"), "side by side: one name"),
    ],
)
def test_what_a_wording_keeps(text: str, core: str, told: tuple[str, str, str], why: str) -> None:
    found = wording(text)
    assert found.core == tuple(matching(core).split()), why
    said = (found.head, " ".join(sorted(found.numbers)), " ".join(sorted(found.names)))
    assert said == tuple(map(matching, told)), why
