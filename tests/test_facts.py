"""The letterhead, the signature, the issuer, the title."""

from datetime import date

import pytest

from kg.extract.facts import letterhead
from kg.extract.issuers import issuer, signatory
from kg.extract.reading import Reading
from kg.extract.signatures import signature
from kg.extract.titles import title
from tests.reading import paper

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
TITLE = "THÔNG BÁO\nKết luận của Phó Chủ tịch UBND tỉnh tại cuộc họp về chợ đầu mối"
OPENING = "Ngày 05/3/2024, Ủy ban nhân dân tỉnh họp về chợ đầu mối. Phó Chủ tịch UBND tỉnh kết luận:"
TO_ALL = "Nơi nhận:\n- Như trên;\n- Lưu: VT."


def _notice(head: str = "", tail: str = "", title_lines: str = TITLE, opening: str = OPENING) -> Reading:
    return paper(head=head, title=title_lines, opening=opening, tail=tail)


@pytest.mark.parametrize(
    ("head", "number", "why"),
    [
        ("UBND TỈNH SÔNG LAM\nSố: 45/TB-UBND", "45/TB-UBND", "plain"),
        ("UBND TỈNH SÔNG LAM\nSố: 45\n/TB-UBND", "45/TB-UBND", "serial and symbol on two lines"),
        ("UBND TỈNH SÔNG LAM\nSố: 45 /UBND-KT", "45/UBND-KT", "a space before the symbol"),
        ("TỈNH ỦY SÔNG LAM\n*\nSố 127-TB/TU", "127-TB/TU", "a paper of the party"),
        ("UBND TỈNH SÔNG LAM\nSố: 7/2024/TB-UBND", "7/2024/TB-UBND", "with the year"),
        ("UBND TỈNH SÔNG LAM\nSố:          /TB-UBND", None, "a blank serial is no number"),
        (f"UBND TỈNH SÔNG LAM\n{STATE}", None, "no number at all"),
        ("UBND TỈNH SÔNG LAM\nSố: „4 /TB-UBND", None, "a serial that is not legible"),
    ],
)
def test_number(head: str, number: str | None, why: str) -> None:
    found = letterhead(_notice(head).layout).number
    assert (found.value if found else None) == number, why


def test_number_of_a_title_on_one_line() -> None:
    reading = paper(title="Thông báo số 12/TB-UBND kết luận của Chủ tịch UBND tỉnh về chợ đầu mối", opening=OPENING)
    found = letterhead(reading.layout).number
    assert found is not None
    assert (found.value, found.rule) == ("12/TB-UBND", "title")


@pytest.mark.parametrize(
    ("line", "day", "why"),
    [
        ("Sông Lam, ngày 10 tháng 01 năm 2026", date(2026, 1, 10), "plain"),
        ("Sông Lam, ngày 10 tháng 01năm 2026", date(2026, 1, 10), "a lost space"),
        ("Sông Lam, ngày 10\ntháng 01 năm 2026", date(2026, 1, 10), "over two lines"),
        ("Sông Lam, ngày     tháng 01 năm 2026", None, "a blank day"),
        ("Sông Lam, ngày 31 tháng 02 năm 2026", None, "no day of the calendar"),
        ("Ký bởi: Ủy ban nhân dân\n18.11.2024 07:25:14\n+07:00", None, "the moment of a stamp"),
    ],
)
def test_day_of_issue(line: str, day: date | None, why: str) -> None:
    found = letterhead(_notice(f"UBND TỈNH SÔNG LAM\nSố: 45/TB-UBND\n{line}").layout).issued
    assert (found.value if found else None) == day, why


@pytest.mark.parametrize(
    ("head", "organs", "why"),
    [
        ("ỦY BAN NHÂN DÂN\nTỈNH SÔNG LAM\nSố: 1/TB-UBND", ["Ủy ban nhân dân tỉnh Sông Lam"], "one body over two lines"),
        (
            "UBND TỈNH SÔNG LAM\nVĂN PHÒNG\nSố: 1/TB-VP",
            ["Ủy ban nhân dân tỉnh Sông Lam", "Văn phòng Ủy ban nhân dân tỉnh Sông Lam"],
            "an office belongs to the body above it",
        ),
        (
            "BAN CHẤP HÀNH TRUNG ƯƠNG\nVĂN PHÒNG\nSố 7-TB/VPTW",
            ["Ban Chấp hành Trung ương Đảng", "Văn phòng Trung ương Đảng"],
            "the central office has a name of its own",
        ),
        (
            "ỦY BAN KIỂM TRA\nTỈNH ỦY SÔNG LAM\n*\nSố 1-TB/UBKTTU",
            ["Ủy ban Kiểm tra Tỉnh ủy Sông Lam"],
            "an office above the body that it is of",
        ),
        (
            "ỦY BAN MTTQ VIỆT NAM\nTỈNH SÔNG LAM\nBAN THƯỜNG TRỰC\nSố: 1/TB-MTTQ",
            [
                "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Sông Lam",
                "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Sông Lam",
            ],
            "the Front's standing board",
        ),
        ("UBND TỈNH SÔNG LAM\nSỞ Y TẾ\nSố: 1/SYT", ["Ủy ban nhân dân tỉnh Sông Lam", "Sở Y tế"], "a department"),
        (
            "UBND TỈNH SÔNG LAM\nBAN CHỈ HUY\nPHÒNG THỦ DÂN SỰ TỈNH\nSố: 1/TB-BCH",
            ["Ủy ban nhân dân tỉnh Sông Lam", "Ban Chỉ huy Phòng thủ dân sự tỉnh"],
            "a bare head over what it is for, which seems a body of its own",
        ),
        ("VĂN\nPHÒNG CHÍNH PHỦ\nSố: 1/TB-VPCP", ["Văn phòng Chính phủ"], "a line break inside a name"),
        (
            f"UBND TỈNH SÔNG LAM {STATE.splitlines()[0]}\nVĂN PHÒNG {STATE.splitlines()[1]}\nSố: 1/TB-VP",
            ["Ủy ban nhân dân tỉnh Sông Lam", "Văn phòng Ủy ban nhân dân tỉnh Sông Lam"],
            "both columns on one line",
        ),
        (
            "TRUNG TÂM CÔNG BÁO\ncongbao@songlam.example\n18.11.2024 07:25:14\n+07:00\nỦY BAN NHÂN DÂN\nTỈNH SÔNG LAM\n"
            "Số: 1/TB-UBND",
            ["Ủy ban nhân dân tỉnh Sông Lam"],
            "who stamps a copy is not the issuer",
        ),
    ],
)
def test_bodies_of_the_letterhead(head: str, organs: list[str], why: str) -> None:
    found = letterhead(_notice(f"{head}\n{STATE}\nSông Lam, ngày 2 tháng 3 năm 2024").layout).organs
    assert [organ.value.label for organ in found] == organs, why


@pytest.mark.parametrize(
    ("lines", "name", "position", "authority", "why"),
    [
        ("CHÁNH VĂN PHÒNG\n\nLò Văn Pản", "Lò Văn Pản", "Chánh Văn phòng", [], "a post and a name"),
        (
            "TL. CHỦ TỊCH\nKT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG\n\nLò Văn Pản",
            "Lò Văn Pản",
            "Phó Chánh Văn phòng",
            [("TL", "Chủ tịch"), ("KT", "Chánh Văn phòng")],
            "by order, and for the head of the office",
        ),
        (
            "KT. BỘ TRƯỞNG, CHỦ NHIỆM\nPHÓ CHỦ NHIỆM\n\nLò Văn Pản",
            "Lò Văn Pản",
            "Phó Chủ nhiệm",
            [("KT", "Bộ trưởng, Chủ nhiệm")],
            "two posts of one head",
        ),
        (
            "K/T CHÁNH\nVĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG\n\nLò Văn Pản",
            "Lò Văn Pản",
            "Phó Chánh Văn phòng",
            [("KT", "Chánh Văn phòng")],
            "a post over two lines",
        ),
        (
            "TL. TRƯỞNG BAN\n\nLò Văn Pản\nPHÓ CHỦ TỊCH TTUBND TỈNH",
            "Lò Văn Pản",
            "Phó Chủ tịch Thường trực Ủy ban nhân dân tỉnh",
            [("TL", "Trưởng ban")],
            "the post below the name, shortened",
        ),
        ("CHỦ TỊCH\n\nA Thuôn", "A Thuôn", "Chủ tịch", [], "a name of the Central Highlands"),
        ("CHỦ TỊCH\n(đã ký)\nĐẠI TÁ LÒ VĂN PẢN", "Lò Văn Pản", "Chủ tịch", [], "a rank, a name in capitals"),
        ("CHÁNH VĂN PHÒNG", None, "Chánh Văn phòng", [], "no name is printed"),
        (
            "HIỆU TRƯỞNG\n\nPGS.TS. Lò Văn Pản",
            "Lò Văn Pản",
            "Hiệu trưởng",
            [],
            "a degree before the name",
        ),
        (
            "TL. GIÁM ĐỐC\nCHÁNH VĂN PHÒNG\n\nThượng tá Lò Văn Pản",
            "Lò Văn Pản",
            "Chánh Văn phòng",
            [("TL", "Giám đốc")],
            "a rank before the name",
        ),
    ],
)
def test_signature(lines: str, name: str | None, position: str, authority: list[tuple[str, str]], why: str) -> None:
    found = signature(_notice(tail=f"{TO_ALL}\n\n{lines}").layout)
    assert found is not None
    assert (found.name.value if found.name else None) == name, why
    assert (found.position.value if found.position else None) == position, why
    assert [line.value for line in found.authority] == authority, why


def test_no_signature() -> None:
    assert signature(_notice().layout) is None


HEAD = f"ỦY BAN NHÂN DÂN\nTỈNH SÔNG LAM\nSố: 1/TB-UBND\n{STATE}\nSông Lam, ngày 2 tháng 3 năm 2024"
OFFICE_HEAD = HEAD.replace("ỦY BAN NHÂN DÂN\nTỈNH", "UBND TỈNH").replace("LAM\n", "LAM\nVĂN PHÒNG\n", 1)
COMMITTEE_OPENING = (
    "Ngày 05/3/2024, Ban Chỉ đạo phòng, chống cháy rừng tỉnh họp. Thường trực Tỉnh ủy dự. "
    "Đồng chí Bí thư Tỉnh ủy kết luận:"
)


@pytest.mark.parametrize(
    ("reading", "label", "post", "why"),
    [
        (
            _notice(HEAD, f"{TO_ALL}\n\nTL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\n\nLò Văn Pản"),
            "Ủy ban nhân dân tỉnh",
            ("Chánh Văn phòng", "Văn phòng Ủy ban nhân dân tỉnh"),
            "signed by order of the chairman",
        ),
        (
            _notice(OFFICE_HEAD, f"{TO_ALL}\n\nCHÁNH VĂN PHÒNG\n\nLò Văn Pản"),
            "Văn phòng Ủy ban nhân dân tỉnh",
            ("Chánh Văn phòng", "Văn phòng Ủy ban nhân dân tỉnh"),
            "the office of the letterhead",
        ),
        (
            _notice(tail=f"{TO_ALL}\n\nTL. TRƯỞNG BAN\n\nLò Văn Pản\nGIÁM ĐỐC SỞ Y TẾ", opening=COMMITTEE_OPENING),
            "Ban Chỉ đạo phòng, chống cháy rừng tỉnh",
            ("Giám đốc", "Sở Y tế"),
            "by order of the head of the only committee",
        ),
        (
            _notice(tail=f"{TO_ALL}\n\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\n\nLò Văn Pản", opening=COMMITTEE_OPENING),
            "Ban Thường vụ Tỉnh ủy",
            ("Bí thư", "Tỉnh ủy"),
            "in the name of the party committee's standing committee",
        ),
        (
            _notice(
                "ỦY BAN KIỂM TRA\nTỈNH ỦY SÔNG LAM\n*\nSố 1-TB/UBKTTU",
                f"{TO_ALL}\n\nT/M ỦY BAN KIỂM TRA\nCHỦ NHIỆM\n\nLò Văn Pản",
                opening="Ngày 05/3/2024, Ủy ban Kiểm tra Tỉnh ủy họp.",
            ),
            "Ủy ban Kiểm tra Tỉnh ủy",
            ("Chủ nhiệm", "Ủy ban Kiểm tra Tỉnh ủy"),
            "the committee of the letterhead, its first words in the signature",
        ),
        (
            _notice(
                "BAN TỔ CHỨC TỈNH ỦY\nSÔNG LAM\n*\nSố 1-TB/BTCTU",
                f"{TO_ALL}\n\nT/L TRƯỞNG BAN\nCHÁNH VĂN PHÒNG\n\nLò Văn Pản",
                opening="Ngày 05/3/2024, Ban Tổ chức Tỉnh ủy họp.",
            ),
            "Ban Tổ chức Tỉnh ủy",
            ("Chánh Văn phòng", "Văn phòng Ban Tổ chức Tỉnh ủy"),
            "an office of its own, not the party committee's",
        ),
        (
            _notice(
                "SỞ Y TẾ\nTỈNH SÔNG LAM\nSố: 1/TB-SYT",
                f"{TO_ALL}\n\nGIÁM ĐỐC\n\nLò Văn Pản",
                opening="Ngày 05/3/2024, Sở Y tế họp.",
            ),
            "Sở Y tế",
            ("Giám đốc", "Sở Y tế"),
            "under the shorter name that the text has",
        ),
        (
            _notice(
                "UBND HUYỆN AN LĨNH\nBAN CHỈ ĐẠO XÂY DỰNG NTM\nSố: 1/TB-BCĐ",
                f"{TO_ALL}\n\nTRƯỞNG BAN\n\nLò Văn Pản",
                opening="Ngày 05/3/2024, Ban Chỉ đạo xây dựng nông thôn mới huyện họp.",
            ),
            "Ban Chỉ đạo xây dựng nông thôn mới huyện",
            ("Trưởng ban", "Ban Chỉ đạo xây dựng nông thôn mới huyện"),
            "the spelling of the text for capitals",
        ),
        (
            _notice(
                "ĐẢNG BỘ TỈNH SÔNG LAM\nĐẢNG ỦY XÃ TÂN SƠN\n*\nSố 45-CV/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\n"
                "Tân Sơn, ngày 2 tháng 3 năm 2026",
                f"{TO_ALL}\n\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\nLò Văn Pản",
            ),
            "Ban Thường vụ Đảng ủy",
            ("Phó Bí thư", "Đảng ủy xã Tân Sơn"),
            "of a commune's committee",
        ),
        (
            paper(
                title=TITLE,
                opening=COMMITTEE_OPENING,
                items="1. Sở Y tế thực hiện.\n\nVăn phòng Tỉnh ủy thông báo để các cơ quan biết, thực hiện.",
                tail=f"{TO_ALL}\n\nCHÁNH VĂN PHÒNG\n\nLò Văn Pản",
            ),
            "Văn phòng Tỉnh ủy",
            ("Chánh Văn phòng", "Văn phòng Tỉnh ủy"),
            "an office that the closing sentence names",
        ),
        (
            _notice(tail=f"{TO_ALL}\n\nKT. BỘ TRƯỞNG, CHỦ NHIỆM\nPHÓ CHỦ NHIỆM\n\nLò Văn Pản"),
            "Văn phòng Chính phủ",
            ("Phó Chủ nhiệm", "Văn phòng Chính phủ"),
            "the minister who heads the Government's office",
        ),
        (
            _notice(head="VĂN PHÒNG CHÍNH PHỦ", tail=f"{TO_ALL}\n\nBỘ TRƯỞNG, CHỦ NHIỆM\n\nLò Văn Pản"),
            "Văn phòng Chính phủ",
            ("Bộ trưởng, Chủ nhiệm", "Văn phòng Chính phủ"),
            "who signs himself, and not as the minister of a ministry that is named",
        ),
        (
            _notice(tail=f"{TO_ALL}\n\nKT. THỦ TƯỚNG\nPHÓ THỦ TƯỚNG\n\nLò Văn Pản"),
            "Thủ tướng Chính phủ",
            ("Phó Thủ tướng", "Chính phủ"),
            "the Prime Minister",
        ),
    ],
)
def test_issuer_and_signatory(reading: Reading, label: str, post: tuple[str, str], why: str) -> None:
    head, signed = letterhead(reading.layout), signature(reading.layout)
    found = issuer(reading, head, signed)
    assert found is not None
    assert found.value.label == label, why
    person = signatory(reading, head, signed, found.value)
    assert person is not None
    assert [(held.role, held.agency.label) for held in person.posts] == [post], why


def test_an_office_makes_known_in_the_name_of_who_commands_it() -> None:
    items = (
        "1. Sở Y tế thực hiện.\n\nThừa lệnh Chủ tịch Ủy ban nhân dân tỉnh, Văn phòng Ủy ban nhân dân tỉnh thông báo."
    )
    reading = paper(title=TITLE, opening="Ngày 05/3/2024, Ủy ban nhân dân tỉnh họp về chợ.", items=items, tail="")
    found = issuer(reading, letterhead(reading.layout), None)
    assert found is not None
    assert (found.value.label, found.rule) == ("Ủy ban nhân dân tỉnh", "closing sentence")


def test_an_office_signs_with_its_fuller_name() -> None:
    items = (
        "1. Phòng Y tế thực hiện.\n\nTrên đây là kết luận, Văn phòng HĐND và UBND huyện thông báo để các đơn vị biết."
    )
    head = "UBND HUYỆN PHÚ KHÊ\nVĂN PHÒNG\nSố: 1/TB-VP"
    reading = paper(head=head, title=TITLE, opening="Ngày 05/3/2024, Ủy ban nhân dân huyện họp.", items=items)
    found = issuer(reading, letterhead(reading.layout), None)
    assert found is not None
    assert found.value.label == "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện Phú Khê"


@pytest.mark.parametrize(
    ("title", "label", "why"),
    [
        ("THÔNG BÁO\nKết luận của lãnh đạo Bộ Xây dựng về nhà ở", "Văn phòng Bộ Xây dựng", "one ministry"),
        ("THÔNG BÁO\nKết luận của Bộ Xây dựng, Bộ Tài chính về nhà ở", None, "one of two ministries"),
    ],
)
def test_an_office_of_the_titled_ministry(title: str, label: str | None, why: str) -> None:
    items = (
        "1. Các đơn vị thực hiện.\n\nTrên đây là kết luận của Bộ trưởng, Văn phòng xin thông báo để các đơn vị biết."
    )
    reading = paper(title=title, opening="Ngày 05/3/2024, hội nghị về nhà ở được tổ chức.", items=items)
    found = issuer(reading, letterhead(reading.layout), None)
    assert (found.value.label if found else None) == label, why


def test_no_issuer_is_guessed() -> None:
    reading = _notice()
    assert issuer(reading, letterhead(reading.layout), None) is None


@pytest.mark.parametrize(
    ("lines", "expected", "why"),
    [
        (
            "THÔNG BÁO\nKết luận của Chủ tịch UBND tỉnh\ntại cuộc họp về chợ đầu mối",
            "Thông báo kết luận của Chủ tịch UBND tỉnh tại cuộc họp về chợ đầu mối",
            "lines are joined",
        ),
        (
            "THÔNG BÁO\nKẾT LUẬN CỦA PHÓ CHỦ TỊCH UBND TỈNH LÒ VĂN PẢN TẠI CUỘC HỌP VỀ CHỢ ĐẦU MỐI TỈNH SÔNG LAM",
            "Thông báo kết luận của Phó Chủ tịch UBND tỉnh Lò Văn Pản tại cuộc họp về chợ đầu mối tỉnh Sông Lam",
            "capitals give way to the spelling of the text below",
        ),
        (
            "THÔNG BÁO\nKết luận phiên họp thứ 15 của Thường trực HĐND tỉnh khóa X về dự án ODA",
            "Thông báo kết luận phiên họp thứ 15 của Thường trực HĐND tỉnh khóa X về dự án ODA",
            "capitals among small letters are a number's or an abbreviation's",
        ),
    ],
)
def test_title(lines: str, expected: str, why: str) -> None:
    opening = (
        "Ngày 05/3/2024, Phó Chủ tịch UBND tỉnh Lò Văn Pản chủ trì cuộc họp về chợ đầu mối tỉnh Sông Lam. "
        "Sau khi nghe báo cáo, Phó Chủ tịch UBND tỉnh kết luận:"
    )
    found = title(paper(title=lines, opening=opening))
    assert found is not None
    assert found.value == expected, why
