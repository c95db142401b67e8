"""Lists of who is at a meeting, in the opening."""

import pytest

from kg.layout import Zone
from tests.test_layout import TAIL, TITLE, items, shown


@pytest.mark.parametrize(
    ("announced", "behind", "opens", "why"),
    [
        ("Thành phần tham dự:", "Kết luận như sau:", True, "behind the words that announce it"),
        ("Phó Chủ tịch tỉnh chủ trì. Tham dự cuộc họp có:", "Kết luận như sau:", True, "that end a sentence of it"),
        ("Kết luận:", "Giao thêm:", False, "behind other words"),
        ("Thành phần tham dự:", "", True, "before a list that begins again"),
    ],
)
def test_a_numbered_list_of_who_is_there_is_none_of_tasks(announced: str, behind: str, opens: bool, why: str) -> None:
    roll = f"{announced}\n1. Lãnh đạo Sở Y tế.\n2. Đồng chí Lò Văn Pản."
    found = shown(f"{TITLE}\nNgày 01/3/2024, tỉnh họp.\n{roll}\n{behind}\n1. Sở Y tế rà soát.\n{TAIL}", Zone.OPENING)
    assert ("1. Lãnh đạo Sở Y tế." in found) is opens, why
    assert "1. Sở Y tế rà soát." not in found, why


def test_a_numbered_list_of_who_is_there_that_none_follows_stays_an_item() -> None:
    assert items("Thành phần tham dự:\n1. Sở Y tế.\n2. Sở Xây dựng.")[0] == ("1", "Sở Y tế.")
