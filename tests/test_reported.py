"""What the press says of a paper it reports."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extract.reported import reported
from tests.reading import paper


@pytest.mark.parametrize(
    ("opening", "number", "issued", "organ", "why"),
    [
        (
            "Văn phòng Chính phủ vừa ban hành Thông báo số 12/TB-VPCP ngày 5/6/2025 về chợ đầu mối.",
            "12/TB-VPCP",
            date(2025, 6, 5),
            "Văn phòng Chính phủ",
            "all of it",
        ),
        (
            "UBND tỉnh Sông Lam đã ban hành Chỉ thị số 05/CT-UBND về chợ đầu mối.",
            "05/CT-UBND",
            None,
            "Ủy ban nhân dân tỉnh Sông Lam",
            "without a day",
        ),
        (
            "Ngày 5/6/2025, Văn phòng Chính phủ ban hành Thông báo 12/TB-VPCP về chợ đầu mối.",
            "12/TB-VPCP",
            date(2025, 6, 5),
            "Văn phòng Chính phủ",
            "the day at the head of the sentence",
        ),
        (
            "Thủ tướng Chính phủ Lò Văn Pản vừa ký Công điện số 31/CĐ-TTg ngày 19/7/2025 về bão số 3.",
            "31/CĐ-TTg",
            date(2025, 7, 19),
            "Thủ tướng Chính phủ",
            "signed by who holds the post",
        ),
        ("Thực hiện Thông báo số 12/TB-VPCP ngày 5/6/2025, Sở Y tế kiểm tra.", None, None, None, "only cited"),
    ],
)
def test_reported(opening: str, number: str | None, issued: date | None, organ: str | None, why: str) -> None:
    found = reported(paper(opening=opening, items="Sở Y tế kiểm tra các chợ."))
    assert (found.number.value if found.number else None) == number, why
    assert (found.issued.value if found.issued else None) == issued, why
    assert [each.value.label for each in found.organs] == ([organ] if organ else []), why
