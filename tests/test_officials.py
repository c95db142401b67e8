"""Named persons and their posts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.officials import officials
from tests.reading import read

COMMITTEE = "Ban Chỉ đạo phòng, chống cháy rừng tỉnh"

CASES = [
    (
        "Đồng chí Lê Văn Bền, Ủy viên Ban Chấp hành Trung ương Đảng, Bí thư Tỉnh ủy chủ trì.",
        {"Lê Văn Bền": [("Ủy viên", "Ban Chấp hành Trung ương Đảng"), ("Bí thư", "Tỉnh ủy")]},
        "posts behind a name, by commas",
    ),
    (
        f"Đồng chí Lê Văn Bền, Bí thư Tỉnh ủy - Trưởng {COMMITTEE} chủ trì.",
        {"Lê Văn Bền": [("Bí thư", "Tỉnh ủy"), ("Trưởng ban", COMMITTEE)]},
        "the post swallows the first word of its body",
    ),
    (
        "Đồng chí Lê Văn Bền, Phó Trưởng ban Thường trực Ban Chỉ đạo phòng, chống cháy rừng tỉnh báo cáo.",
        {"Lê Văn Bền": [("Phó Trưởng ban Thường trực", COMMITTEE)]},
        "the post keeps its standing",
    ),
    (
        "Đồng chí Lò Văn Pản, Tỉnh ủy viên, Bí thư Đảng ủy xã Bến Gỗ dự họp.",
        {"Lò Văn Pản": [("Ủy viên", "Ban Chấp hành Đảng bộ tỉnh"), ("Bí thư", "Đảng ủy xã Bến Gỗ")]},
        "a member of the province's party committee",
    ),
    (
        "Báo cáo thầy Lò Văn Pản, Phó Chủ tịch UBND tỉnh xem xét.",
        {"Lò Văn Pản": [("Phó Chủ tịch", "Ủy ban nhân dân tỉnh")]},
        "a teacher's form of address",
    ),
    (
        "Dự họp có Phó Chủ tịch UBND tỉnh, cô Vi Thị Thảo; Phó Chủ tịch UBND huyện thầy Lò Văn Pản.",
        {"Vi Thị Thảo": [], "Lò Văn Pản": [("Phó Chủ tịch", "Ủy ban nhân dân huyện")]},
        "a form of address between the post and the name",
    ),
    (
        "Đồng chí Lò Văn Pản, Phó Bí thư Đảng ủy, Chủ tịch UBND phường Hòa Sơn chủ trì.",
        {"Lò Văn Pản": [("Phó Bí thư", "Đảng ủy phường Hòa Sơn"), ("Chủ tịch", "Ủy ban nhân dân phường Hòa Sơn")]},
        "the committee of the commune that a later post names",
    ),
    (
        "Báo cáo Chủ tịch UBND tỉnh, Phó Chủ tịch UBND tỉnh Lò Văn Pản.",
        {"Lò Văn Pản": [("Phó Chủ tịch", "Ủy ban nhân dân tỉnh")]},
        "of two posts at one body the first is another's",
    ),
    (
        "Dự họp có các Phó Giám đốc Sở Y tế: Vi Thị Thảo, Lò Văn Pản; các Phó Trưởng Ban Tổ chức Tỉnh ủy (Lường Văn "
        "Inh, Hà Thị Mai); Chánh Văn phòng UBND tỉnh (đồng chí Lê Văn Bền).",
        {
            "Vi Thị Thảo": [("Phó Giám đốc", "Sở Y tế")],
            "Lò Văn Pản": [("Phó Giám đốc", "Sở Y tế")],
            "Lường Văn Inh": [("Phó Trưởng ban", "Ban Tổ chức Tỉnh ủy")],
            "Hà Thị Mai": [("Phó Trưởng ban", "Ban Tổ chức Tỉnh ủy")],
            "Lê Văn Bền": [("Chánh Văn phòng", "Văn phòng Ủy ban nhân dân tỉnh")],
        },
        "the deputies of one body behind a colon, and who holds a post in brackets",
    ),
    (
        "Dự họp có Thứ trưởng các Bộ: Tài chính (Vi Thị Thảo), Xây dựng (đồng chí Lò Văn Pản), Nội vụ; Phó Chủ tịch "
        "UBND các tỉnh: Hòa Giang (Lường Văn Inh), Bình Nguyên (Hà Thị Mai).",
        {
            "Vi Thị Thảo": [("Thứ trưởng", "Bộ Tài chính")],
            "Lò Văn Pản": [("Thứ trưởng", "Bộ Xây dựng")],
            "Lường Văn Inh": [("Phó Chủ tịch", "Ủy ban nhân dân tỉnh Hòa Giang")],
            "Hà Thị Mai": [("Phó Chủ tịch", "Ủy ban nhân dân tỉnh Bình Nguyên")],
        },
        "one post at many bodies, each with who holds it",
    ),
    (
        "Dự họp có các Thứ trưởng: Vi Thị Thảo (Bộ Tài chính), Lò Văn Pản (Bộ Xây dựng).",
        {"Vi Thị Thảo": [("Thứ trưởng", "Bộ Tài chính")], "Lò Văn Pản": [("Thứ trưởng", "Bộ Xây dựng")]},
        "the body behind each of those who hold one post",
    ),
    (
        "Cùng dự có các đồng chí: Vi Thị Thảo, Lò Văn Pản - Phó Chủ tịch UBND tỉnh; ông Lê Văn Bền, bà Hà Thị Mai, "
        "Giám đốc Sở Y tế.",
        {
            "Vi Thị Thảo": [("Phó Chủ tịch", "Ủy ban nhân dân tỉnh")],
            "Lò Văn Pản": [("Phó Chủ tịch", "Ủy ban nhân dân tỉnh")],
            "Lê Văn Bền": [],
            "Hà Thị Mai": [("Giám đốc", "Sở Y tế")],
        },
        "one post that many may hold behind several names, but not one that only one holds",
    ),
    (
        "Dự họp có Chi cục trưởng Chi cục Thủy lợi Vi Thị Thảo; Giám đốc Bệnh viện Lò Văn Pản.",
        {"Vi Thị Thảo": [("Chi cục trưởng", "Chi cục Thủy lợi")]},
        "a name behind a body named by its field, but not one that a hospital bears",
    ),
    (
        "Không chấp thuận đề nghị của hộ bà Vi Thị Thảo; trả lời đơn của ông Lò Văn Pản.",
        {},
        "citizens are no officials",
    ),
    (
        "Tại phòng họp A2, PGS.TS. Lò Văn Pản trình bày phương án; đường Đại tướng Vi Văn Hùng đang thi công.",
        {"Lò Văn Pản": []},
        "a degree before a name makes a person, but not where a street bears it",
    ),
    (
        "Phó Chủ tịch UBND tỉnh Lò Văn Pản kết luận.",
        {"Lò Văn Pản": [("Phó Chủ tịch", "Ủy ban nhân dân tỉnh")]},
        "a post before the name, its body abbreviated",
    ),
    (
        "Phó Chủ tịch UBND tỉnh Sông Lam Lò Văn Pản kết luận.",
        {"Lò Văn Pản": [("Phó Chủ tịch", "Ủy ban nhân dân tỉnh Sông Lam")]},
        "the family name is no part of the place before it",
    ),
    (
        "Tham dự có Phó Thủ tướng Chính phủ Lò Văn Pản, Bộ trưởng Bộ Xây dựng; đại diện Bộ Tài chính.",
        {"Lò Văn Pản": [("Phó Thủ tướng", "Chính phủ")]},
        "in a list of those present the next post is an unnamed person's",
    ),
    (
        "Phó Thủ tướng Thường trực Chính phủ Lò Văn Pản, Trưởng Ban Chỉ đạo xây dựng nông thôn mới chủ trì cuộc họp.",
        {
            "Lò Văn Pản": [
                ("Phó Thủ tướng Thường trực", "Chính phủ"),
                ("Trưởng ban", "Ban Chỉ đạo xây dựng nông thôn mới"),
            ]
        },
        "at the head of the sentence both posts are his",
    ),
    (
        "Bộ trưởng Bộ Xây dựng Lò Văn Pản, Thứ trưởng Bộ Tài chính Vi Thị Thảo cùng dự.",
        {"Lò Văn Pản": [("Bộ trưởng", "Bộ Xây dựng")], "Vi Thị Thảo": [("Thứ trưởng", "Bộ Tài chính")]},
        "a post before the next name is the next person's",
    ),
    (
        "Dự họp có các đồng chí Phó Chủ tịch UBND tỉnh: Lò Văn Pản, Vi Thị Thảo và Cù Huy Thông.",
        {name: [("Phó Chủ tịch", "Ủy ban nhân dân tỉnh")] for name in ("Lò Văn Pản", "Vi Thị Thảo", "Cù Huy Thông")},
        "one post over a list of names",
    ),
    (
        "Các đồng chí: Lò Văn Pản, Phó Bí thư Thường trực Tỉnh ủy; Cù Huy Thông, Ủy viên Ban Thường vụ, "
        "Trưởng Ban Tổ chức Tỉnh ủy.",
        {
            "Lò Văn Pản": [("Phó Bí thư Thường trực", "Tỉnh ủy")],
            "Cù Huy Thông": [("Ủy viên", "Ban Thường vụ Tỉnh ủy"), ("Trưởng ban", "Ban Tổ chức Tỉnh ủy")],
        },
        "names and posts in turn; a bare Ban Thường vụ is that of the committee named with it",
    ),
    (
        "Thiếu tướng Vi Văn Hùng, Giám đốc Công an tỉnh; PGS.TS. Lò Thị Mai - Viện trưởng Viện Vệ sinh dịch tễ "
        "Trung ương phát biểu.",
        {
            "Vi Văn Hùng": [("Giám đốc", "Công an tỉnh")],
            "Lò Thị Mai": [("Viện trưởng", "Viện Vệ sinh dịch tễ Trung ương")],
        },
        "ranks and degrees are no part of a name",
    ),
    (
        "Bà H'Yim Kđoh - Phó Chủ tịch HĐND tỉnh và đồng chí Y Thanh Hà Niê Kđăm dự.",
        {"H'Yim Kđoh": [("Phó Chủ tịch", "Hội đồng nhân dân tỉnh")], "Y Thanh Hà Niê Kđăm": []},
        "names of the Central Highlands; a person without a post is one",
    ),
    (
        "Đồng chí Cù Huy Thông, nguyên Chủ tịch UBND tỉnh dự.",
        {"Cù Huy Thông": []},
        "a former post is none",
    ),
    (
        "Giao đồng chí Chủ tịch UBND tỉnh chỉ đạo; các đồng chí Phó Trưởng ban theo dõi.",
        {},
        "a post without a name is no official",
    ),
    (
        "Bệnh viện Nguyễn Tri Phương, Trường Chính trị Trần Phú, đường Nguyễn Huệ, xã Lê Lợi, thành phố Hồ Chí Minh, "
        "Đoàn Thanh niên Cộng sản Hồ Chí Minh, tuyến Lê Hồng Phong - Trần Phú.",
        {},
        "what bears a person's name is no official",
    ),
    (
        "Trợ lý PTTgCP Lò Văn Pản; PCN: Vi Thị Thảo; các PTTg: Cù Huy Thông, Mạc Quang Duyệt (để b/c).",
        {
            "Lò Văn Pản": [("Phó Thủ tướng", "Chính phủ")],
            "Vi Thị Thảo": [],
            "Cù Huy Thông": [("Phó Thủ tướng", "Chính phủ")],
            "Mạc Quang Duyệt": [("Phó Thủ tướng", "Chính phủ")],
        },
        "posts as lists of recipients shorten them",
    ),
    (
        "Nơi nhận: TTgCP, Phó TTg Lò Văn Pản;",
        {"Lò Văn Pản": [("Phó Thủ tướng", "Chính phủ")]},
        "a deputy behind his head, both short",
    ),
    (
        "Phó Thủ tướng Lò Văn Pản chủ trì. Phó Thủ tướng Chính phủ Lò Văn Pản kết luận. Sau đó PTTg Lò Văn Pản giao.",
        {"Lò Văn Pản": [("Phó Thủ tướng", "Chính phủ")]},
        "each person once, each post once",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES)
def test_officials(text: str, expected: dict[str, list[tuple[str, str]]], why: str) -> None:
    found = {p.name: [(post.role, post.agency.label) for post in p.posts] for p in officials(read(text))}
    assert found == expected, why


@pytest.mark.parametrize(("text", "expected", "why"), CASES)
def test_a_name_stands_where_it_is_said_to(text: str, expected: object, why: str) -> None:
    reading = read(text)
    for person in officials(reading):
        assert reading.text[person.start : person.end] == person.name
        assert all(post.start < post.end for post in person.posts)


@given(st.text(alphabet="đồng chí LêVănPản,-;: BíthưTỉnhủy\n", max_size=120))
def test_any_text_is_read(text: str) -> None:
    for person in officials(read(text)):
        assert person.name.strip() == person.name
        assert " " in person.name
