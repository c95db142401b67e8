"""Invented notices as records, for the tests of the rooms behind the extractors."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date

from kg.records import (
    Agency,
    Attendance,
    Citation,
    Deadline,
    Directive,
    Form,
    Level,
    Meeting,
    Notice,
    Official,
    Participation,
    Passage,
    Post,
    Precision,
    Recipient,
    Role,
    Stated,
)

TEXT = """ỦY BAN NHÂN DÂN
TỈNH SÔNG LAM
Số: 12/TB-UBND
Sông Lam, ngày 20 tháng 5 năm 2024

THÔNG BÁO
Kết luận của Phó Chủ tịch UBND tỉnh Đặng Thu Hà tại cuộc họp về nước sạch

Ngày 18/5/2024, đồng chí Đặng Thu Hà, Phó Chủ tịch UBND tỉnh chủ trì cuộc họp về nước sạch. \
Dự họp có đồng chí Lý Văn Quế, Giám đốc Sở Y tế.
1. Sở Xây dựng chủ trì, phối hợp với Sở Y tế kiểm tra các nhà máy nước theo Quyết định số 45/QĐ-UBND \
ngày 02/3/2024, báo cáo UBND tỉnh trước ngày 30/6/2024.
2. Sở Y tế tiếp tục lấy mẫu nước hằng tháng; các cơ quan liên quan phối hợp.

Nơi nhận:
- Các Sở: Xây dựng, Y tế;
- Lưu: VT.

KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Đặng Thu Hà
"""


def passage(quote: str, nth: int = 0, text: str = TEXT) -> Passage:
    """Return the passage of the nth occurrence of a quote; raises ValueError where there is none."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(quote, start + 1)
    return Passage(start, start + len(quote), quote)


def agency(label: str, quote: str, **more: object) -> Agency:
    """Return an agency with one written form."""
    return Agency(label, (Form(quote, passage(quote)),), **more)  # type: ignore[arg-type]


def water_notice(source: str = "nuoc-sach.txt", text: str = TEXT) -> Notice:
    """Return a notice with a meeting, a lead, a coordination, a report, a deadline, a recurrence and a citation."""
    first = passage(text[text.index("Sở Xây dựng chủ trì") : text.index("2. Sở Y tế") - 1])
    second = passage("Sở Y tế tiếp tục lấy mẫu nước hằng tháng; các cơ quan liên quan phối hợp.")
    build, health = passage("Sở Xây dựng"), passage("Sở Y tế", 1)
    return Notice(
        source=source,
        digest=hashlib.sha256(text.encode()).hexdigest(),
        title=Stated(
            "Thông báo kết luận của Phó Chủ tịch UBND tỉnh Đặng Thu Hà tại cuộc họp về nước sạch",
            passage(text[text.index("THÔNG BÁO") : text.index("Ngày 18") - 2]),
        ),
        number=Stated("12/TB-UBND", passage("12/TB-UBND")),
        issued=Stated(date(2024, 5, 20), passage("ngày 20 tháng 5 năm 2024")),
        issuer=Stated("Ủy ban nhân dân tỉnh", passage("ỦY BAN NHÂN DÂN\nTỈNH SÔNG LAM")),
        jurisdiction=Stated("tỉnh Sông Lam", passage("TỈNH SÔNG LAM"), "letterhead"),
        signed_by=Stated("Đặng Thu Hà", passage("Đặng Thu Hà", 2)),
        meetings=(
            Meeting(
                label="cuộc họp về nước sạch",
                passage=passage("cuộc họp về nước sạch", 1),
                held_on=Stated(date(2024, 5, 18), passage("Ngày 18/5/2024")),
                held_by=Stated("Ủy ban nhân dân tỉnh", passage("UBND tỉnh", 1), "chair's body"),
                chair=Stated("Đặng Thu Hà", passage("Đặng Thu Hà", 1)),
                attendance=(Attendance(passage("Lý Văn Quế"), official="Lý Văn Quế"),),
            ),
        ),
        officials=(
            Official(
                "Đặng Thu Hà",
                passage("Đặng Thu Hà"),
                (Post("Phó Chủ tịch", "Ủy ban nhân dân tỉnh", passage("Phó Chủ tịch UBND tỉnh")),),
            ),
            Official("Lý Văn Quế", passage("Lý Văn Quế"), (Post("Giám đốc", "Sở Y tế", passage("Giám đốc Sở Y tế")),)),
        ),
        agencies=(
            agency("Ủy ban nhân dân tỉnh", "UBND tỉnh", level=Level.PROVINCE),
            agency("Sở Xây dựng", "Sở Xây dựng", level=Level.PROVINCE),
            agency("Sở Y tế", "Sở Y tế", level=Level.PROVINCE),
            agency("cơ quan", "cơ quan", group=True, generic=True),
        ),
        directives=(
            Directive(
                text=first.quote,
                passage=first,
                item="1",
                participations=(
                    Participation(Role.RESPONSIBLE, build, agency="Sở Xây dựng"),
                    Participation(Role.LEAD, build, agency="Sở Xây dựng", rule="chủ trì"),
                    Participation(Role.COORDINATING, health, agency="Sở Y tế", rule="phối hợp với"),
                    Participation(
                        Role.REPORTS_TO, passage("UBND tỉnh", 2), agency="Ủy ban nhân dân tỉnh", rule="báo cáo"
                    ),
                ),
                deadlines=(
                    Deadline(
                        "trước ngày 30/6/2024",
                        passage("trước ngày 30/6/2024"),
                        day=date(2024, 6, 30),
                        precision=Precision.DAY,
                    ),
                ),
                cites=("45/QĐ-UBND",),
            ),
            Directive(
                text=second.quote,
                passage=second,
                item="2",
                participations=(
                    Participation(Role.RESPONSIBLE, passage("Sở Y tế", 2), agency="Sở Y tế"),
                    Participation(Role.COORDINATING, passage("cơ quan"), agency="cơ quan"),
                ),
                deadlines=(Deadline("hằng tháng", passage("hằng tháng"), recurrence="FREQ=MONTHLY"),),
            ),
        ),
        citations=(
            Citation(
                "45/QĐ-UBND", (passage("Quyết định số 45/QĐ-UBND ngày 02/3/2024"),), "Quyết định", date(2024, 3, 2)
            ),
        ),
        recipients=(
            Recipient("Sở Xây dựng", passage("Xây dựng", 1)),
            Recipient("Sở Y tế", passage("Y tế", 3)),
        ),
    )


TOLD = """ỦY BAN NHÂN DÂN TỈNH SÔNG LAM
Số: 20/TB-UBND, ngày 03 tháng 6 năm 2024
1. Sở Xây dựng sửa chữa trạm bơm và tuyến ống dẫn nước thô của nhà máy nước Cồn Vân trước ngày 30/6/2024.
"""
TOLD_AGAIN = """ỦY BAN NHÂN DÂN TỈNH SÔNG LAM
Số: 31/TB-UBND, ngày 10 tháng 6 năm 2024
1. Sở Xây dựng khẩn trương sửa chữa trạm bơm và tuyến ống dẫn nước thô của nhà máy nước Cồn Vân theo Thông báo \
số 20/TB-UBND ngày 03/6/2024, hoàn thành trước ngày 15/6/2024.
"""


def told_notice(
    text: str = TOLD, number: str = "20/TB-UBND", issued: date | None = date(2024, 6, 3), due: str = "30/6/2024"
) -> Notice:
    """Return a notice that gives one directive to Sở Xây dựng, in words long enough to be told again."""

    def at(quote: str) -> Passage:
        return passage(quote, text=text)

    day, month, year = map(int, due.split("/"))
    whole = at(text.partition("1. ")[2].strip())
    last = at(f"trước ngày {due}")
    return Notice(
        source=f"{number.partition('/')[0]}.txt",
        digest=hashlib.sha256(text.encode()).hexdigest(),
        number=Stated(number, at(number)),
        issued=Stated(issued, at("ngày ")) if issued else None,
        issuer=Stated("Ủy ban nhân dân tỉnh", at("ỦY BAN NHÂN DÂN TỈNH")),
        jurisdiction=Stated("tỉnh Sông Lam", at("TỈNH SÔNG LAM")),
        agencies=tuple(
            Agency(label, (Form(label, at(quote)),), level=Level.PROVINCE)
            for label, quote in (
                ("Ủy ban nhân dân tỉnh", "ỦY BAN NHÂN DÂN TỈNH"),
                ("Sở Xây dựng", "Sở Xây dựng"),
            )
        ),
        directives=(
            Directive(
                whole.quote,
                whole,
                item="1",
                participations=(Participation(Role.RESPONSIBLE, at("Sở Xây dựng"), agency="Sở Xây dựng"),),
                deadlines=(Deadline(last.quote, last, day=date(year, month, day), precision=Precision.DAY),),
            ),
        ),
    )


def told_again_notice() -> Notice:
    """Return a later notice that gives the directive of `told_notice` again, cites that notice and is stricter."""
    notice = told_notice(TOLD_AGAIN, "31/TB-UBND", date(2024, 6, 10), "15/6/2024")
    quote = passage("Thông báo số 20/TB-UBND ngày 03/6/2024", text=TOLD_AGAIN)
    return replace(
        notice,
        directives=(replace(notice.directives[0], cites=("20/TB-UBND",)),),
        citations=(Citation("20/TB-UBND", (quote,), "Thông báo", date(2024, 6, 3)),),
    )
