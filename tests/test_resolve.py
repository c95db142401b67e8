"""Short and misspelt mentions → the one full name that the notice gives."""

from __future__ import annotations

import pytest

from kg.extract.labels import defined, spelled_out
from kg.extract.names import Name
from kg.extract.resolve import Home, key
from kg.records import Level
from tests.phrases import names, own_names

DISEASE = "Ban Chỉ đạo phòng, chống dịch bệnh COVID-19 tỉnh"
FOREST = "Ban Chỉ đạo phòng, chống cháy rừng tỉnh"

CASES = [
    (
        "Ban Chỉ đạo Trung ương về tài nguyên rừng họp. Ban Chỉ đạo Trung ương dự. Ban Chỉ đạo giao.",
        ["Ban Chỉ đạo Trung ương về tài nguyên rừng"] * 3,
        "a short name that only begins the full one stands beside none",
    ),
    (
        "Ban Chỉ đạo quốc gia về giống cây họp. Kiện toàn Ban Chỉ đạo cấp tỉnh.",
        ["Ban Chỉ đạo quốc gia về giống cây", "Ban Chỉ đạo về giống cây cấp tỉnh"],
        "a level's own committee is no national one",
    ),
    (
        "Các bệnh viện thuộc Sở Y tế họp. Các bệnh viện rà soát. Các bệnh viện, đơn vị liên quan báo cáo.",
        ["bệnh viện thuộc Sở Y tế", "bệnh viện thuộc Sở Y tế", "bệnh viện", "đơn vị"],
        "those named before, but not among collectives",
    ),
    (
        "Công ty Xi măng An Lĩnh xin mở mỏ. Yêu cầu Công ty hoàn trả mặt đường.",
        ["Công ty Xi măng An Lĩnh", "Công ty Xi măng An Lĩnh"],
        "a head alone means the one named last",
    ),
    (
        "Khoa Sư phạm đề nghị mua máy. Khoa Kinh tế tạm dừng. Khoa rà soát lại.",
        ["Khoa Sư phạm", "Khoa Kinh tế", "Khoa Kinh tế"],
        "the last of two",
    ),
    ("Trung tâm rà soát lại.", ["Trung tâm"], "nobody is named before"),
    (f"{DISEASE} họp. Ban Chỉ đạo tiếp tục kiểm tra.", [DISEASE, DISEASE], "a short mention"),
    (f"Ban Chỉ đạo kiểm tra. {DISEASE} họp.", [DISEASE, DISEASE], "before the full name, too"),
    (
        "Chi cục Thuế khu vực Phú Khê họp. Chi cục Thuế ra thông báo.",
        ["Chi cục Thuế khu vực Phú Khê"] * 2,
        "the first words of a name",
    ),
    (
        "Trung tâm Phát triển quỹ đất họp. Trung tâm PTQĐ lập phương án.",
        ["Trung tâm Phát triển quỹ đất"] * 2,
        "a name in initials",
    ),
    (
        "Công ty TNHH MTV Khai thác công trình thủy lợi Hòa Giang họp. Giao Công ty KTCTTL Hòa Giang.",
        ["Công ty trách nhiệm hữu hạn một thành viên Khai thác công trình thủy lợi Hòa Giang"] * 2,
        "initials without the company's legal form",
    ),
    (
        "Công ty TNHH MTV Thoát nước Hòa Giang họp. Công ty Thoát nước Hòa Giang, Công ty Điện lực Hòa Giang dự.",
        [
            "Công ty trách nhiệm hữu hạn một thành viên Thoát nước Hòa Giang",
            "Công ty trách nhiệm hữu hạn một thành viên Thoát nước Hòa Giang",
            "Công ty Điện lực Hòa Giang",
        ],
        "a company without its legal form",
    ),
    (
        "Phòng Tài chính - Kế hoạch họp. Giao phòng TC-KH kiểm tra.",
        ["Phòng Tài chính - Kế hoạch"] * 2,
        "initials with the name's own dash",
    ),
    (
        "Trung tâm Phát triển quỹ đất họp. Trung tâm GDTX kiểm tra.",
        ["Trung tâm Phát triển quỹ đất", "Trung tâm Giáo dục thường xuyên"],
        "initials of something else",
    ),
    (
        f"{FOREST} họp. Ban Chỉ đạo các huyện kiểm tra.",
        [FOREST, "Ban Chỉ đạo phòng, chống cháy rừng cấp huyện"],
        "a short mention with a level of its own",
    ),
    (
        "Huyện ủy Phú Khê họp. Huyện ủy chỉ đạo các xã.",
        ["Huyện ủy Phú Khê", "Huyện ủy Phú Khê", "cấp xã"],
        "a committee named once with its place",
    ),
    (
        f"{FOREST} họp. Thường trực Ban Chỉ đạo tổng hợp.",
        [FOREST, f"Thường trực {FOREST}"],
        "an office over a short mention",
    ),
    (
        "Hội đồng thẩm định dự án cảng Bến Gỗ họp. Hội đồng thẩm định báo cáo.",
        ["Hội đồng thẩm định dự án cảng Bến Gỗ"] * 2,
        "another head",
    ),
    (
        "Ban Chỉ huy Phòng thủ dân sự tỉnh họp; Ban Chỉ huy Phòng thủ dân sự yêu cầu.",
        ["Ban Chỉ huy Phòng thủ dân sự tỉnh"] * 2,
        "a name that has lost its level",
    ),
    (
        f"{DISEASE} họp. {DISEASE} giao. {DISEASE.replace('COVID', 'COIVD')} kiểm tra.",
        [DISEASE] * 3,
        "two letters that changed places, once among three",
    ),
    (
        f"{DISEASE} họp. {DISEASE} giao. {DISEASE.replace('bệnh', 'bện')} kiểm tra.",
        [DISEASE] * 3,
        "a letter that is missing",
    ),
    (
        f"{DISEASE} họp. {DISEASE} giao. {DISEASE.replace('19', '18')} kiểm tra.",
        [DISEASE, DISEASE, DISEASE.replace("19", "18")],
        "other digits are another body, and no error",
    ),
    ("Sở Y tế, sở y tế, SỞ Y TẾ.", ["Sở Y tế"] * 3, "any case"),
    ("Uỷ ban nhân dân tỉnh và Ủy ban nhân dân tỉnh.", ["Ủy ban nhân dân tỉnh"] * 2, "old tone marks"),
    (
        f"{DISEASE} họp. {FOREST} họp. Ban Chỉ đạo kiểm tra.",
        [DISEASE, FOREST, "Ban Chỉ đạo"],
        "two candidates stay unresolved",
    ),
    ("Ban Chỉ đạo kiểm tra.", ["Ban Chỉ đạo"], "no candidate"),
    (
        f"{FOREST} họp. Ban Quản lý dự án hoàn thiện hồ sơ.",
        [FOREST, "Ban Quản lý dự án"],
        "a candidate with another head is none",
    ),
    (
        "Tổ công tác của Bộ Y tế hỗ trợ. Tổ công tác báo cáo.",
        ["Tổ công tác của Bộ Y tế"] * 2,
        "the one team that the notice names",
    ),
    (
        "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh họp. Ban Thường trực tổng hợp.",
        ["Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"] * 2,
        "the one standing board that the notice names",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES)
def test_mentions_under_their_full_names(text: str, expected: list[str], why: str) -> None:
    assert names(text) == expected, why


MINISTRY = Name("Bộ Xây dựng", "Bộ", Level.CENTRAL, national=True)
OF_MINISTRY = Home(organ=MINISTRY)
OF_DEPARTMENT = Home(organ=Name("Sở Y tế", "Sở", Level.PROVINCE), province="tỉnh Sông Lam")
OF_PROVINCE = Home(province="tỉnh Sông Lam")
OF_COMMUNE = Home(province="tỉnh Sông Lam", unit="xã Bến Gỗ")
OF_DISTRICT = Home(province="tỉnh Sông Lam", unit="huyện Phú Khê")
TO_DISTRICT = Home(province="tỉnh Sông Lam", unit="huyện Phú Khê", unit_visited=True)
OF_CITY = Home(unit="thành phố Vĩnh Thạch")
OF_PARTY = Home(province="tỉnh Sông Lam", committee="Đảng ủy Ủy ban nhân dân tỉnh")
VISIT = Home(province="tỉnh Hòa Giang", visited=True)

AT_HOME = [
    ("Tổng hợp, gửi Lãnh đạo Bộ xem xét.", OF_MINISTRY, ["Bộ Xây dựng"], "the issuing ministry"),
    ("Bộ trưởng giao Cục Đường bộ Việt Nam.", OF_MINISTRY, ["Bộ Xây dựng", "Cục Đường bộ Việt Nam"], "its minister"),
    ("Ý kiến của Bộ được tiếp thu.", OF_MINISTRY, ["Bộ Xây dựng"], "by its short name"),
    ("Lãnh đạo Bộ Tài chính dự.", OF_MINISTRY, ["Bộ Tài chính"], "another ministry keeps its name"),
    ("Bộ phận soạn thảo.", OF_MINISTRY, [], "a word that begins alike"),
    ("Lãnh đạo Bộ giao.", Home(), ["Bộ"], "no ministry issues the notice"),
    ("Đề nghị Tỉnh quan tâm.", OF_PROVINCE, ["tỉnh Sông Lam"], "the notice's province"),
    ("Đề nghị Tỉnh quan tâm.", Home(), ["tỉnh"], "no province is known"),
    ("Ủy ban nhân dân huyện kiểm tra.", OF_DISTRICT, ["Ủy ban nhân dân huyện Phú Khê"], "a district's own"),
    (
        "Các cơ quan tham mưu, giúp việc Đảng ủy rà soát.",
        OF_COMMUNE,
        ["cơ quan tham mưu, giúp việc Đảng ủy xã Bến Gỗ"],
        "the offices of a commune's own committee",
    ),
    ("Ủy ban nhân dân quận yêu cầu.", Home(unit="quận"), ["Ủy ban nhân dân quận"], "whose name is not given"),
    ("Ủy ban nhân dân xã kiểm tra.", Home(unit="quận"), ["Ủy ban nhân dân cấp xã"], "its communes are many"),
    (
        "Ban Quản lý xây dựng công trình huyện hoàn chỉnh hồ sơ.",
        OF_DISTRICT,
        ["Ban Quản lý xây dựng công trình huyện Phú Khê"],
        "behind a purpose",
    ),
    ("Ban Thường vụ Đảng ủy họp.", OF_COMMUNE, ["Ban Thường vụ Đảng ủy xã Bến Gỗ"], "a commune's own committee"),
    ("Đảng ủy Công an xã họp.", OF_COMMUNE, ["Đảng ủy Công an xã Bến Gỗ"], "that of another body"),
    (
        "Văn phòng Đảng ủy trình Ban Thường vụ Đảng ủy.",
        OF_PARTY,
        ["Văn phòng Đảng ủy Ủy ban nhân dân tỉnh", "Ban Thường vụ Đảng ủy Ủy ban nhân dân tỉnh"],
        "in the paper of a body's party committee",
    ),
    ("Ban Thường vụ Đảng ủy họp.", OF_DISTRICT, ["Ban Thường vụ Đảng ủy"], "in no commune's notice"),
    ("Huyện ủy lãnh đạo.", TO_DISTRICT, ["Huyện ủy Phú Khê"], "the committee of the district the notice is about"),
    ("Huyện ủy lãnh đạo.", OF_DISTRICT, ["Huyện ủy"], "a district's own notice leaves its name as it stands"),
    ("Ủy ban nhân dân thành phố rà soát.", OF_CITY, ["Ủy ban nhân dân thành phố Vĩnh Thạch"], "a city in a province"),
    ("Thường trực Thành ủy họp.", OF_CITY, ["Thường trực Thành ủy Vĩnh Thạch"], "and its committee, no province's"),
    ("Thành ủy lãnh đạo.", TO_DISTRICT, ["Thành ủy"], "the committee of another kind of place"),
    ("Ủy ban nhân dân huyện rà soát.", TO_DISTRICT, ["Ủy ban nhân dân huyện Phú Khê"], "and its organs"),
    ("Tỉnh cần quan tâm.", TO_DISTRICT, ["tỉnh Sông Lam"], "the province stays the notice's own"),
    ("Ủy ban nhân dân huyện kiểm tra.", OF_PROVINCE, ["Ủy ban nhân dân cấp huyện"], "every district's"),
    ("Ủy ban nhân dân xã kiểm tra.", OF_DISTRICT, ["Ủy ban nhân dân cấp xã"], "every commune's"),
    ("Ủy ban nhân dân tỉnh rà soát.", VISIT, ["Ủy ban nhân dân tỉnh Hòa Giang"], "of the province a visit was to"),
    ("Ủy ban nhân dân tỉnh Sông Lam rà soát.", VISIT, ["Ủy ban nhân dân tỉnh Sông Lam"], "another stays"),
    ("Ủy ban nhân dân các tỉnh, thành phố rà soát.", VISIT, ["Ủy ban nhân dân cấp tỉnh"], "a group stays"),
    ("Ủy ban nhân dân tỉnh rà soát.", OF_PROVINCE, ["Ủy ban nhân dân tỉnh"], "its own organ keeps the short label"),
    ("Báo cáo Bộ trước ngày 30.", OF_MINISTRY, ["Bộ Xây dựng"], "the issuing ministry by its capital letter"),
    ("Tham mưu Bộ làm việc.", OF_MINISTRY, ["Bộ Xây dựng"], "likewise, behind another word of relation"),
    ("Gửi về Bộ (qua Cục).", OF_MINISTRY, ["Bộ Xây dựng"], "likewise, before a bracket"),
    ("Văn phòng Bộ theo dõi.", OF_MINISTRY, ["Văn phòng Bộ Xây dựng"], "an office of the issuing ministry"),
    ("Thanh tra Bộ kiểm tra.", OF_MINISTRY, ["Thanh tra Bộ Xây dựng"], "likewise"),
    ("Báo cáo Giám đốc Sở trước ngày 20/7.", OF_DEPARTMENT, ["Sở Y tế"], "the issuing department by its head"),
    ("Lãnh đạo Sở giao Văn phòng Sở theo dõi.", OF_DEPARTMENT, ["Sở Y tế", "Văn phòng Sở Y tế"], "and its office"),
    (
        "Yêu cầu các phòng thuộc Sở, các đơn vị trực thuộc Sở thực hiện.",
        OF_DEPARTMENT,
        ["phòng thuộc Sở Y tế", "đơn vị trực thuộc Sở Y tế"],
        "and what belongs to it",
    ),
    ("Giám đốc Sở Xây dựng báo cáo.", OF_DEPARTMENT, ["Sở Xây dựng"], "another department keeps its name"),
    ("Giám đốc Sở báo cáo.", OF_PROVINCE, ["sở"], "no department issues the notice"),
    ("Thanh tra Sở kiểm tra.", OF_PROVINCE, ["thanh tra sở"], "nor has it an inspectorate"),
]


@pytest.mark.parametrize(("text", "home", "expected", "why"), AT_HOME)
def test_names_that_mean_the_notices_own(text: str, home: Home, expected: list[str], why: str) -> None:
    assert own_names(text, home) == expected, why


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Sở Y tế", "sở y tế", True),
        ("Uỷ ban nhân dân", "Ủy ban nhân dân", True),
        ("Ban Chỉ đạo phòng, chống dịch", "Ban Chỉ đạo phòng chống dịch", True),
        ("Sở Lao động - Thương binh và Xã hội", "Sở Lao động-Thương binh và Xã hội", True),
        ("Sở Y tế", "Bộ Y tế", False),
        ("Ủy ban nhân dân tỉnh", "Ủy ban nhân dân xã", False),
    ],
)
def test_what_two_ways_to_write_a_name_share(one: str, other: str, same: bool) -> None:
    assert (key(one) == key(other)) is same


def test_abbreviations_that_a_text_gives_itself() -> None:
    text = "Quản lý vật liệu nổ công nghiệp (VLNCN), hồ sơ (HSX) và kho bãi (sau đây gọi tắt là KHO)."
    short = defined(text)
    assert short == {"VLNCN": "vật liệu nổ công nghiệp"}
    assert spelled_out("đơn vị sử dụng VLNCN", short) == "đơn vị sử dụng vật liệu nổ công nghiệp"
