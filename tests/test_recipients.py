"""The list "Nơi nhận"."""

import pytest

from kg.extract.names import Name
from kg.extract.recipients import recipients, spelled
from kg.records import Level
from tests.reading import paper

PROVINCE = Name("Ủy ban nhân dân tỉnh", "Ủy ban nhân dân", Level.PROVINCE, place="tỉnh")
CITY = Name("Ủy ban nhân dân thành phố", "Ủy ban nhân dân", Level.PROVINCE, place="thành phố")
DISTRICT = Name("Ủy ban nhân dân huyện Phú Khê", "Ủy ban nhân dân", Level.DISTRICT, place="huyện Phú Khê")
DEPARTMENT = Name("Sở Y tế", "Sở", Level.PROVINCE)
MINISTRY = Name("Bộ Xây dựng", "Bộ", Level.CENTRAL, national=True)
OPENING = (
    "Ngày 05/3/2024, Ban Chỉ đạo phòng, chống dịch bệnh động vật tỉnh họp. "
    "Ủy ban nhân dân tỉnh, Văn phòng Ủy ban nhân dân tỉnh dự. Chủ tịch UBND tỉnh kết luận:"
)

CASES = [
    ("Bộ Y tế (để b/c)", ["Bộ Y tế"], PROVINCE, "a note in brackets is none"),
    ("VPCP (I, II)", ["Văn phòng Chính phủ"], PROVINCE, "an office by its short name alone"),
    ("Lưu VPHU", ["Văn phòng Huyện ủy"], DISTRICT, "likewise, where the paper is kept"),
    ("VP Điều phối CT xây dựng nông thôn mới tỉnh", ["Văn phòng Điều phối Chương trình xây dựng nông thôn mới tỉnh"],
     PROVINCE, "a programme's office"),
    ("Ban Giám đốc Sở (để b/c)", ["Sở Y tế"], DEPARTMENT, "a department's own directors"),
    ("Trang TTĐT Sở Y tế", ["Trang Thông tin điện tử Sở Y tế"], DEPARTMENT, "a site"),
    ("Bộ trưởng (để b/c); các Thứ trưởng", ["Bộ Xây dựng"], MINISTRY, "its own head and deputies, parted by a mark"),
    ("Các Ban: TC, NC Tỉnh ủy", ["Ban Tổ chức Tỉnh ủy", "Ban Nội chính Tỉnh ủy"], PROVINCE, "boards in initials"),
    ("Các Ban Tỉnh ủy", ["ban đảng Tỉnh ủy"], PROVINCE, "boards as a group"),
    ("Các Vụ: PC, KHTC", ["Vụ Pháp chế", "Vụ Kế hoạch - Tài chính"], MINISTRY, "units in initials"),
    ("KTTH", [], PROVINCE, "a unit's initials"),
    ("Các Bộ: TC, XD, NV", ["Bộ Tài chính", "Bộ Xây dựng", "Bộ Nội vụ"], MINISTRY, "a head over short fields"),
    ("Các Sở: TC, CT, TP", ["Sở Tài chính", "Sở Công Thương", "Sở Tư pháp"], PROVINCE, "the same short forms of a Sở"),
    ("Bộ Nông nghiệp và PTNT", ["Bộ Nông nghiệp và Phát triển nông thôn"], PROVINCE, "half a name shortened"),
    ("CT, các PCT UBND tỉnh", ["Ủy ban nhân dân tỉnh"], PROVINCE, "posts stand for their body"),
    ("Chủ tịch, các Phó Chủ tịch UBND tỉnh", ["Ủy ban nhân dân tỉnh"], PROVINCE, "so do posts in full"),
    ("CVP, các PCVP UBND tỉnh", ["Văn phòng Ủy ban nhân dân tỉnh"], PROVINCE, "posts of an office"),
    ("TTTU, TT HĐND, UBND tỉnh", ["Thường trực Tỉnh ủy", "Thường trực Hội đồng nhân dân tỉnh", "Ủy ban nhân dân tỉnh"],
     PROVINCE, "a shared place"),
    ("TT: TU, HĐND tỉnh", ["Thường trực Tỉnh ủy", "Thường trực Hội đồng nhân dân tỉnh"], PROVINCE, "over a list"),
    ("TT Tỉnh ủy, HĐND tỉnh", ["Thường trực Tỉnh ủy", "Thường trực Hội đồng nhân dân tỉnh"], PROVINCE,
     "standing committees of both"),
    ("Báo _, Sở Y tế", ["Sở Y tế"], PROVINCE, "what a scan left of a name"),
    ("TT/TU, TT/HĐND tỉnh", ["Thường trực Tỉnh ủy", "Thường trực Hội đồng nhân dân tỉnh"], PROVINCE, "strokes"),
    ("TT/UBND huyện", ["Thường trực Ủy ban nhân dân huyện"], DISTRICT, "a stroke behind a short word"),
    ("TT. Công nghệ và Cổng TTĐT tỉnh", ["Trung tâm Công nghệ và Cổng Thông tin điện tử tỉnh"], PROVINCE,
     "one centre, its short word that of a standing committee"),
    ("TT NS&VSMTNT", ["Trung tâm Nước sạch và Vệ sinh môi trường nông thôn"], PROVINCE, "a centre by its field"),
    ("Chủ tịch, các PCT", ["Ủy ban nhân dân tỉnh"], PROVINCE, "the issuer's own chair and deputies"),
    ("Chủ tịch, các PCT", [], DEPARTMENT, "a department has no chair"),
    ("Các ban Đảng Tỉnh ủy, Sở Y tế", ["ban đảng Tỉnh ủy", "Sở Y tế"], PROVINCE, "a group of its own"),
    ("TTTU", ["Thường trực Thành ủy"], CITY, "the committee of a city"),
    ("Lưu: Văn phòng Tỉnh ủy, Phòng Tổng hợp", ["Văn phòng Tỉnh ủy"], PROVINCE, "a division after it is none"),
    ("HĐND, UBND các huyện, thành phố", ["Hội đồng nhân dân cấp huyện", "Ủy ban nhân dân cấp huyện"], PROVINCE,
     "a shared level"),
    ("UBND: TP Lam Châu, huyện Phú Khê", ["Ủy ban nhân dân thành phố Lam Châu", "Ủy ban nhân dân huyện Phú Khê"],
     PROVINCE, "a head over places"),
    ("TV BCĐ PCD bệnh động vật tỉnh", ["Ban Chỉ đạo phòng, chống dịch bệnh động vật tỉnh"], PROVINCE,
     "members stand for the body"),
    ("Các Ủy viên Ban Thường vụ Tỉnh ủy", ["Ban Thường vụ Tỉnh ủy"], PROVINCE, "so do these"),
    ("Các đồng chí UVTV Tỉnh ủy", ["Ban Thường vụ Tỉnh ủy"], PROVINCE, "shortened"),
    ("TTgCP, các PTTgCP (để b/c)", ["Thủ tướng Chính phủ"], MINISTRY, "the Prime Minister and his Deputies"),
    ("VPCP: BTCN, các PCN, Cổng TTĐT, các Vụ: CN, KTTH", ["Văn phòng Chính phủ", "Cổng Thông tin điện tử Chính phủ"],
     MINISTRY, "an office, its portal, and not its units"),
    (
        "TTr. Tỉnh ủy, HĐND tỉnh",
        ["Thường trực Tỉnh ủy", "Thường trực Hội đồng nhân dân tỉnh"],
        PROVINCE,
        "both standing committees",
    ),
    (
        "VP: TU, ĐĐBQH&HĐND, UBND tỉnh",
        [
            "Văn phòng Tỉnh ủy",
            "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh",
            "Văn phòng Ủy ban nhân dân tỉnh",
        ],
        PROVINCE,
        "offices whose head is said once",
    ),
    (
        "UBMTTQ Việt Nam và các tổ chức CT-XH tỉnh",
        ["Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "tổ chức chính trị - xã hội tỉnh"],
        PROVINCE,
        "a shared place, and no chairman in 'CT-XH'",
    ),
    (
        "BCHQS tỉnh, BQL DA ĐTXD các CTGT tỉnh, Kho bạc NN KV IX",
        [
            "Bộ Chỉ huy Quân sự tỉnh",
            "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh",
            "Kho bạc Nhà nước khu vực IX",
        ],
        PROVINCE,
        "short words of several kinds",
    ),
    (
        "BCH Quân sự tỉnh, BCH PTDS tỉnh, BCH Quân sự xã",
        ["Bộ Chỉ huy Quân sự tỉnh", "Ban Chỉ huy Phòng thủ dân sự tỉnh", "Ban Chỉ huy Quân sự xã"],
        PROVINCE,
        "commands, no executive committees",
    ),
    ("VPUB: CVP, các PCVP, KTN", ["Văn phòng Ủy ban nhân dân tỉnh"], PROVINCE, "the office of the issuer's level"),
    ("Lãnh đạo, Chuyên viên VP UBND tỉnh", ["Văn phòng Ủy ban nhân dân tỉnh"], PROVINCE, "an office by its people"),
    ("Bộ trưởng (để b/c)", ["Bộ Xây dựng"], MINISTRY, "the issuer's own head"),
    ("Giám đốc, các PGĐ Sở", ["Sở Y tế"], DEPARTMENT, "and deputies"),
    ("Hội đồng Dân tộc và các Ủy ban của Quốc hội", ["Hội đồng Dân tộc của Quốc hội", "Ủy ban của Quốc hội"], MINISTRY,
     "bodies of the National Assembly"),
    ("Văn phòng Trung ương và các Ban của Đảng", ["Ban của Đảng", "Văn phòng Trung ương Đảng"], MINISTRY,
     "a standing phrase of central papers"),
    ("Công ty CP Cấp nước Sông Lam", ["Công ty Cổ phần Cấp nước Sông Lam"], PROVINCE, "CP is not the Government here"),
    ("Các phòng: KT&HT, TC-KH", ["Phòng Kinh tế và Hạ tầng", "Phòng Tài chính - Kế hoạch"], DISTRICT,
     "divisions of a district are bodies"),
    ("Các phòng: KT, TH", [], PROVINCE, "those inside an office are not"),
    ("LĐVP, các phòng, đơn vị", [], PROVINCE, "units of an office"),
    ("Các phòng thuộc Sở", [], DEPARTMENT, "units of a department"),
    ("BTC các huyện ủy", ["Ban Tổ chức các huyện ủy"], PROVINCE, "no party committee has a Ministry of Finance"),
    ("Như trên", [], PROVINCE, "no body"),
    ("Thành phần dự họp", [], PROVINCE, "no body"),
    ("Lưu: VT, KTN(5b)", [], PROVINCE, "archive and initials"),
    ("Lưu Văn phòng Tỉnh ủy", ["Văn phòng Tỉnh ủy"], PROVINCE, "an agency after the archive counts"),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "expected", "issuer", "why"), CASES)
def test_recipients(entry: str, expected: list[str], issuer: Name, why: str) -> None:
    tail = f"Nơi nhận:\n- {entry};\n- Lưu: VT.\n\nCHỦ TỊCH\n\nLò Văn Pản"
    reading = paper(title="THÔNG BÁO\nKết luận về chợ đầu mối", opening=OPENING, tail=tail)
    found = recipients(reading, issuer)
    assert [one.value.label for one in found] == expected, why
    for one in found:
        assert entry.split(maxsplit=1)[0] in reading.text[one.start : one.end]


def test_the_office_of_a_city() -> None:
    tail = "Nơi nhận:\n- VPUB: CVP; các phòng CM;\n- Cổng TTĐT;\n- Lưu: VT."
    reading = paper(title="THÔNG BÁO\nKết luận về chợ đầu mối", opening="Ngày 05/3/2024, hội nghị kết luận:", tail=tail)
    labels = [one.value.label for one in recipients(reading, CITY)]
    assert labels == ["Văn phòng Ủy ban nhân dân thành phố", "Cổng Thông tin điện tử thành phố"]


def test_each_body_once_in_the_order_of_the_list() -> None:
    tail = "Nơi nhận:\n- Thường trực Tỉnh ủy (b/c);\n- Các Sở: Y tế, Nội vụ;\n- Sở Y tế;\n- Lưu: VT."
    reading = paper(title="THÔNG BÁO\nKết luận về chợ đầu mối", opening=OPENING, tail=tail)
    assert [one.value.label for one in recipients(reading)] == ["Thường trực Tỉnh ủy", "Sở Y tế", "Sở Nội vụ"]


def test_a_notice_without_the_list() -> None:
    assert recipients(paper(title="THÔNG BÁO\nKết luận về chợ đầu mối", opening=OPENING)) == []


def test_spelled_leaves_lists_of_fields_to_the_reader() -> None:
    assert spelled("Các Bộ: CT, TP") == "Các Bộ: CT, TP"
    assert spelled("CT UBND TP") == "Chủ tịch Ủy ban nhân dân thành phố"
