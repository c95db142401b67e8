"""Lists whose head is said once."""

import pytest

from tests.phrases import names

HEADS = [
    (
        "Trưởng các Ban: Tổ chức, Tuyên giáo, Nội chính Tỉnh ủy báo cáo.",
        ["Ban Tổ chức Tỉnh ủy", "Ban Tuyên giáo Tỉnh ủy", "Ban Nội chính Tỉnh ủy"],
        "boards of the committee that the last one names",
    ),
    (
        "Các Ban HĐND tỉnh: Pháp chế, Kinh tế - Ngân sách thẩm tra.",
        ["Ban Pháp chế Hội đồng nhân dân tỉnh", "Ban Kinh tế - Ngân sách Hội đồng nhân dân tỉnh"],
        "boards of a council said before the colon",
    ),
    (
        "Giao các Ban Tổ chức, Dân vận Huyện ủy tham mưu.",
        ["Ban Tổ chức Huyện ủy", "Ban Dân vận Huyện ủy"],
        "boards without a colon",
    ),
    (
        "Giao Ban Tổ chức, Ủy ban Kiểm tra, Văn phòng Tỉnh ủy tham mưu.",
        ["Ban Tổ chức Tỉnh ủy", "Ủy ban Kiểm tra Tỉnh ủy", "Văn phòng Tỉnh ủy"],
        "the committee that the last one names",
    ),
    ("Thành lập các Ban: Ban Hậu cần trực.", ["ban"], "an entry that says its head again and is no known body"),
    ("Thành viên Ban: Tổ chức cuộc họp.", [], "one board and what it does"),
    (
        "Các Tập đoàn: Điện lực Việt Nam, Dầu khí Việt Nam đăng ký.",
        ["Tập đoàn Điện lực Việt Nam", "Tập đoàn Dầu khí Việt Nam"],
        "a head whose tone mark has two places",
    ),
    (
        "Các Bộ: Công Thương, Tài chính; các Tập đoàn: Điện lực Việt Nam, Dầu khí Việt Nam họp.",
        ["Bộ Công Thương", "Bộ Tài chính", "Tập đoàn Điện lực Việt Nam", "Tập đoàn Dầu khí Việt Nam"],
        "a field that no ministry bears is none of an earlier list",
    ),
    (
        "Gồm các tập đoàn, tổng công ty: (i) Hàng hải Việt Nam, (ii) Công nghiệp - Viễn thông Quân đội, (iii) Lam.",
        ["Tổng công ty Hàng hải Việt Nam", "Tập đoàn Công nghiệp - Viễn thông Quân đội"],
        "each under the kind it is known as, behind its number; who is not known, under none",
    ),
    (
        "Vụ Thị trường trong nước báo cáo. Các Vụ: KHTC, TTTN.",
        ["Vụ Thị trường trong nước", "Vụ Kế hoạch - Tài chính", "Vụ Thị trường trong nước"],
        "initials of units that the text names in full",
    ),
    (
        "Các Ban QLDA: 2, 85, Thăng Long.",
        ["Ban Quản lý dự án 2", "Ban Quản lý dự án 85", "Ban Quản lý dự án Thăng Long"],
        "project boards by number and by name",
    ),
    (
        "Các Hội: Nông dân, Cựu chiến binh tỉnh vận động hội viên.",
        ["Hội Nông dân tỉnh", "Hội Cựu chiến binh tỉnh"],
        "the place behind the last one is that of all",
    ),
    (
        "Trưởng các phòng: Nội vụ, Tài chính - Kế hoạch huyện An Lĩnh dự.",
        ["Phòng Nội vụ huyện An Lĩnh", "Phòng Tài chính - Kế hoạch huyện An Lĩnh"],
        "so is a district named",
    ),
    (
        "Bệnh viện: Đa khoa tỉnh, Sản Nhi bố trí giường.",
        ["Bệnh viện Đa khoa tỉnh", "Bệnh viện Sản Nhi"],
        "the place behind the first one is its own",
    ),
    (
        "Các Bệnh viện: Bạch Mai, K, Trung ương Huế tiếp nhận.",
        ["Bệnh viện Bạch Mai", "Bệnh viện K", "Bệnh viện Trung ương Huế"],
        "a name that ends in a province's",
    ),
    (
        "Tập đoàn Hóa chất Sông Lam họp. Các Tập đoàn: HC Sông Lam, XD Bến Gỗ.",
        ["Tập đoàn Hóa chất Sông Lam", "Tập đoàn Hóa chất Sông Lam", "Tập đoàn XD Bến Gỗ"],
        "names that begin with an abbreviation, one of which the text gives in full",
    ),
    (
        "Các trường: Tiểu học Bến Gỗ, THCS Phú Khê.",
        ["Trường Tiểu học Bến Gỗ", "Trường Trung học cơ sở Phú Khê"],
        "schools of two kinds",
    ),
]
NUMBERS = [
    (
        "Các Công ty Khai thác công trình thủy lợi An Lĩnh, Đa Lộc, Vĩnh Tường.",
        [f"Công ty Khai thác công trình thủy lợi {seat}" for seat in ("An Lĩnh", "Đa Lộc", "Vĩnh Tường")],
        "seats behind a name that ends with one",
    ),
    (
        "Các Bệnh viện Bạch Mai, Nhi Trung ương báo cáo.",
        ["Bệnh viện Bạch Mai", "Bệnh viện Nhi Trung ương"],
        "names of their own",
    ),
    (
        "Các Vụ: Pháp chế, Tài chính; các Ban QLDA 1, 2 và 6; Sở Y tế.",
        ["Vụ Pháp chế", "Vụ Tài chính", *(f"Ban Quản lý dự án {number}" for number in "126"), "Sở Y tế"],
        "behind a list of others",
    ),
    (
        "Ban QLDA đầu tư xây dựng số 1, số 2 và số 3 giải ngân.",
        [f"Ban Quản lý dự án đầu tư xây dựng số {number}" for number in "123"],
        "'số' before each number",
    ),
    (
        "Tổng công ty Điện lực miền Bắc, miền Trung, 5 đơn vị phát điện.",
        ["Tổng công ty Điện lực miền Bắc", "Tổng công ty Điện lực miền Trung", "đơn vị"],
        "regions, and a number that counts others",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), HEADS)
def test_the_head_of_a_list_is_that_of_each_entry(text: str, expected: list[str], why: str) -> None:
    assert names(text) == expected, why


@pytest.mark.parametrize(("text", "expected", "why"), NUMBERS)
def test_numbers_and_regions_behind_a_name_make_further_names(text: str, expected: list[str], why: str) -> None:
    assert names(text) == expected, why
