"""The province whose organ issues a notice."""

import pytest

from kg.extract.facts import letterhead
from kg.extract.issuers import issuer
from kg.extract.jurisdiction import jurisdiction
from kg.extract.reading import Reading
from kg.extract.signatures import signature
from tests.reading import paper

NUMBER = "Số: 1/TB-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
TITLE = "THÔNG BÁO\nKết luận của Chủ tịch UBND tỉnh tại cuộc họp về chợ đầu mối"
OPENING = "Ngày 05/3/2024, Ủy ban nhân dân tỉnh họp về chợ đầu mối. Chủ tịch UBND tỉnh kết luận:"
OFFICE = "Nơi nhận:\n- Như trên;\n- Lưu Văn phòng Tỉnh ủy.\n\nTM. BAN THƯỜNG VỤ\nBÍ THƯ\n\nLò Văn Pản"
PARTY = "Ngày 05/3/2024, Thường trực Tỉnh ủy họp về chợ đầu mối. Đồng chí Bí thư Tỉnh ủy kết luận:"


def _of(reading: Reading) -> tuple[str, str] | None:
    head, signed = letterhead(reading.layout), signature(reading.layout)
    issued_by = issuer(reading, head, signed)
    found = jurisdiction(reading, head, issued_by.value if issued_by else None)
    return (found.value, found.rule) if found else None


@pytest.mark.parametrize(
    ("reading", "expected", "why"),
    [
        (
            paper(head=f"ỦY BAN NHÂN DÂN\nTỈNH SÔNG LAM\n{NUMBER}", title=TITLE, opening=OPENING),
            ("tỉnh Sông Lam", "letterhead"),
            "a province that no table knows",
        ),
        (
            paper(head=f"TỈNH ỦY SÔNG LAM\nVĂN PHÒNG\n{NUMBER}", title=TITLE, opening=PARTY),
            ("tỉnh Sông Lam", "letterhead"),
            "the province of a party committee",
        ),
        (
            paper(head=f"UBND TỈNH SÔNG LAM\nSỞ Y TẾ\n{NUMBER}", title=TITLE, opening=OPENING),
            ("tỉnh Sông Lam", "letterhead"),
            "the body above a department",
        ),
        (
            paper(head=f"BỘ XÂY DỰNG\n{NUMBER}\nHà Nội, ngày 5 tháng 3 năm 2024", title=TITLE, opening=OPENING),
            None,
            "a ministry has none, wherever it sits and whatever it writes about",
        ),
        (
            paper(title=f"{TITLE} trên địa bàn tỉnh Gia Lai", opening=PARTY, tail=OFFICE),
            ("tỉnh Gia Lai", "the territory of the title"),
            "the territory that a provincial issuer's title speaks of",
        ),
        (
            paper(title=TITLE, opening=f"{PARTY[:-1]}, Báo Gia Lai cùng dự.", tail=OFFICE),
            ("tỉnh Gia Lai", "an organ of the province"),
            "an organ that each province has one of",
        ),
        (
            paper(title=TITLE, opening=f"{PARTY[:-1]}, Báo Gia Lai, Báo Cao Bằng cùng dự.", tail=OFFICE),
            None,
            "two provinces leave it open",
        ),
        (
            paper(title=TITLE, opening=f"{PARTY[:-1]}, Hội Thầy thuốc trẻ Thành phố Hồ Chí Minh cùng dự.", tail=OFFICE),
            None,
            "another place's society says nothing of the issuer",
        ),
        (paper(title=TITLE, opening=PARTY, tail=OFFICE), None, "a province that nothing names"),
        (
            paper(head=f"ỦY BAN NHÂN DÂN\nHUYỆN PHÚ KHÊ\n{NUMBER}", title=TITLE, opening=OPENING),
            None,
            "a district does not say its province",
        ),
    ],
)
def test_jurisdiction(reading: Reading, expected: tuple[str, str] | None, why: str) -> None:
    assert _of(reading) == expected, why
