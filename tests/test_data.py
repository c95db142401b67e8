"""The tables about Vietnam: well formed, sorted, free of contradictions, right in what was looked up."""

from __future__ import annotations

import re
import unicodedata
from importlib.resources import files
from itertools import combinations, pairwise

import pytest

from kg.data import Row, several, table
from kg.records import Level

FOLDER = files("kg.data")
ALL = sorted(item.name.removesuffix(".tsv") for item in FOLDER.iterdir() if item.name.endswith(".tsv"))

# Table: its columns, and those that together name a row.
TABLES = {
    "addresses": ("form sure", "form"),
    "abbreviations": ("abbreviation expansion context", "abbreviation"),
    "bodies": ("name level kind national valid_from valid_to abbreviations also", "name"),
    "changes": ("original resulting date scope kind source", "original resulting date"),
    "document_types": ("type symbols", "type"),
    "fields": ("field abbreviations used_by", "field"),
    "kinds": ("body kind", "body"),
    "formulas": ("words kind", "words kind"),
    "national": ("name english parent relation wikidata source", "name"),
    "officeholders": (
        "name role body province province_from valid_from valid_to source",
        "name province province_from valid_from role body",
    ),
    "parents": ("body scope relation parent parent_scope source", "body scope"),
    "posts": ("post stands_for holds level", "post"),
    "provinces": ("name kind valid_from valid_to merged_into source also wikidata", "name kind valid_from"),
    "ranks": ("rank", "rank"),
    "surnames": ("surname", "surname"),
    "units": ("name kind province valid_from valid_to source", "name kind province valid_from"),
}
LISTS = [
    (name, column)
    for name, columns in {
        "bodies": "abbreviations also",
        "changes": "original resulting",
        "document_types": "symbols",
        "fields": "abbreviations used_by",
        "provinces": "merged_into also",
    }.items()
    for column in columns.split()
]
ITEM = re.compile(r"Q[1-9]\d*")
DATED = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def text_of(name: str) -> str:
    return (FOLDER / f"{name}.tsv").read_text(encoding="utf-8")


def lines_of(name: str) -> list[str]:
    """The row of column names and the rows after it, as they stand in the file."""
    return [line for line in text_of(name).splitlines() if not line.startswith("#")]


def row_of(name: str, column: str, value: str) -> Row:
    found = [row for row in table(name) if row[column] == value]
    assert found, f"{name}.tsv has no {value!r}"
    return found[0]


def holds_at(row: Row, day: str) -> bool:
    """Whether a row with validity in whole days is valid on a day."""
    return row["valid_from"] <= day <= (row["valid_to"] or "9999")


def may_meet(first: Row, second: Row) -> bool:
    """Whether both may be valid on one day; a year that ends one and begins the other is a new name."""
    earlier, later = sorted((first, second), key=lambda row: row["valid_from"])
    if not earlier["valid_to"] or not later["valid_from"]:
        return True
    precision = min(len(earlier["valid_to"]), len(later["valid_from"]))
    return earlier["valid_to"][:precision] > later["valid_from"][:precision]


@pytest.mark.parametrize("name", ALL)
def test_is_plain_text(name: str) -> None:
    text = text_of(name)
    assert text == unicodedata.normalize("NFC", text)
    assert text.startswith("# ")
    assert text.endswith("\n")
    assert "\r" not in text
    assert re.search(r"^# +(Source|Sources): ", text, re.MULTILINE), "the header names no source"


@pytest.mark.parametrize("name", ALL)
def test_comments_stand_at_the_top(name: str) -> None:
    marks = [line.startswith("#") for line in text_of(name).splitlines()]
    assert marks == sorted(marks, reverse=True)


@pytest.mark.parametrize(("name", "columns", "key"), [(name, *rest) for name, rest in TABLES.items()])
def test_columns_and_rows(name: str, columns: str, key: str) -> None:
    described = re.findall(r"^# ([a-z_, ]+):", text_of(name), re.MULTILINE)
    assert [column for column in columns.split() if column not in ", ".join(described).split(", ")] == []
    lines = lines_of(name)
    assert lines[0].split("\t") == columns.split()
    cells = [line.split("\t") for line in lines[1:]]
    assert {len(row) for row in cells} == {len(columns.split())}
    assert [cell for row in cells for cell in row if cell != " ".join(cell.split())] == []
    keys = [tuple(row[column] for column in key.split()) for row in table(name)]
    assert [one for one in keys if not one[0]] == []
    assert [one for one, following in pairwise(keys) if one >= following] == []


@pytest.mark.parametrize(("name", "column"), LISTS)
def test_cells_of_several_values(name: str, column: str) -> None:
    wrong = [row[column] for row in table(name) if row[column] != ";".join(dict.fromkeys(several(row[column])))]
    assert wrong == [], "an empty value, a value twice, or blanks around a semicolon"


@pytest.mark.parametrize("name", ["bodies", "officeholders", "provinces", "units"])
def test_validity(name: str) -> None:
    for row in table(name):
        first, last = row["valid_from"], row["valid_to"]
        assert [day for day in (first, last) if day and not DATED.fullmatch(day)] == [], row
        assert not (first and last) or first <= last, row


def test_bodies_hold_what_the_header_says() -> None:
    for row in table("bodies"):
        assert row["level"] in {"", *Level}, row
        assert row["kind"] in {"body", "group"}, row
        assert row["national"] in {"0", "1"}, row
        assert (row["kind"], row["national"]) != ("group", "1"), row
        assert not (row["national"] == "1" and row["level"] not in {"", "central"}), row
        assert row["name"] not in several(row["also"]), row


def test_a_name_means_one_body_at_a_time() -> None:
    meant: dict[str, list[Row]] = {}
    for row in table("bodies"):
        for name in {row["name"], *several(row["also"]), *several(row["abbreviations"])}:
            meant.setdefault(name, []).append(row)
    clashes = [
        (name, first["name"], second["name"])
        for name, rows in meant.items()
        for first, second in combinations(rows, 2)
        if may_meet(first, second)
    ]
    assert clashes == []


@pytest.mark.parametrize(
    ("first", "second", "meet"),
    [
        (("", "2025-02-28"), ("2025-03-01", ""), False),
        (("", "2025-03-01"), ("2025-02-28", ""), True),
        (("2010", "2018"), ("2018", ""), False),
        (("2018", ""), ("2010", "2018"), False),
        (("", ""), ("2010", ""), True),
        (("", "2025"), ("2025-03-01", ""), False),
    ],
)
def test_may_meet(first: tuple[str, str], second: tuple[str, str], meet: bool) -> None:
    rows = [{"valid_from": start, "valid_to": end} for start, end in (first, second)]
    assert may_meet(rows[0], rows[1]) is meet


@pytest.mark.parametrize(
    ("name", "column", "value", "why"),
    [
        ("Bộ Nông nghiệp và Môi trường", "valid_from", "2025-03-01", "Nghị quyết 176/2025/QH15"),
        ("Bộ Kế hoạch và Đầu tư", "valid_to", "2025-02-28", "Nghị quyết 176/2025/QH15"),
        ("Bộ Công Thương", "valid_from", "2007-07-31", "Nghị quyết 01/2007/QH12"),
        ("Bộ Công an", "level", "central", "a ministry"),
        ("Công an tỉnh", "level", "province", "not the ministry"),
        ("Công an tỉnh", "national", "0", "every province has one"),
        ("Sở Lao động - Thương binh và Xã hội", "valid_to", "2025-02-28", "Nghị định 45/2025/NĐ-CP"),
        ("Sở Y tế", "valid_to", "", "before and after 2025"),
        ("Ủy ban nhân dân huyện", "valid_to", "2025-06-30", "Luật 72/2025/QH15: no districts since"),
        ("Ủy ban nhân dân thành phố", "level", "", "a city is a province's or a district's rank"),
        ("Ủy ban nhân dân cấp xã", "kind", "group", "all of a level"),
        ("Tập đoàn Điện lực Việt Nam", "level", "", "an enterprise has no level of government"),
        ("Ngân hàng Nhà nước Việt Nam", "national", "1", "ministry-level body"),
    ],
)
def test_facts_about_bodies(name: str, column: str, value: str, why: str) -> None:
    assert row_of("bodies", "name", name)[column] == value, why


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("EVN", "Tập đoàn Điện lực Việt Nam"),
        ("NHNN", "Ngân hàng Nhà nước Việt Nam"),
        ("Ban Bí thư", "Ban Bí thư Trung ương Đảng"),
        ("Văn phòng Trung ương", "Văn phòng Trung ương Đảng"),
        ("Phó Thủ tướng", "Thủ tướng Chính phủ"),
        ("Mặt trận Tổ quốc Việt Nam tỉnh", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"),
        ("Tỉnh Đoàn", "Tỉnh đoàn"),
        ("Sở NN&PTNT", "Sở Nông nghiệp và Phát triển nông thôn"),
        ("BQL KKT tỉnh", "Ban Quản lý Khu kinh tế tỉnh"),
    ],
)
def test_other_names_of_bodies(written: str, name: str) -> None:
    row = row_of("bodies", "name", name)
    assert written in (*several(row["abbreviations"]), *several(row["also"]))


def test_every_field_has_its_bodies() -> None:
    bodies = {row["name"] for row in table("bodies")}
    named = [
        f"{head} {row['field']}"
        for row in table("fields")
        for head in several(row["used_by"])
        if head in {"Bộ", "Sở", "Phòng"}
    ]
    assert len(named) > len(table("fields")) / 2
    assert [name for name in named if name not in bodies] == []


def test_fields_follow_known_words() -> None:
    used = {head for row in table("fields") for head in several(row["used_by"])}
    assert used == {"Bộ", "Sở", "Phòng", "Ban", "Vụ", "ngành"}
    assert [row for row in table("fields") if not row["used_by"]] == []


@pytest.mark.parametrize("head", ["Bộ", "Sở", "Phòng"])
def test_an_abbreviation_of_a_field_has_one_reading_now(head: str) -> None:
    readings: dict[str, list[str]] = {}
    for row in table("fields"):
        body = row_of("bodies", "name", f"{head} {row['field']}") if head in several(row["used_by"]) else None
        if body is None or body["valid_to"]:
            continue
        for short in several(row["abbreviations"]):
            readings.setdefault(short, []).append(row["field"])
    assert {short: fields for short, fields in readings.items() if len(fields) > 1} == {}


@pytest.mark.parametrize(
    ("day", "cities", "provinces", "why"),
    [
        ("1998-06-30", 4, 57, "61 after the divisions of 1997"),
        ("2005-06-30", 5, 59, "64 after the divisions of 2004"),
        ("2010-06-30", 5, 58, "63 after Hà Tây joined Hà Nội"),
        ("2025-06-30", 6, 57, "63, Huế a city since 2025-01-01"),
        ("2025-07-01", 6, 28, "34 by Nghị quyết 202/2025/QH15"),
    ],
)
def test_number_of_provinces(day: str, cities: int, provinces: int, why: str) -> None:
    kinds = [row["kind"] for row in table("provinces") if holds_at(row, day)]
    assert (kinds.count("thành phố"), kinds.count("tỉnh")) == (cities, provinces), why


def test_provinces_are_taken_over_by_provinces() -> None:
    for row in table("provinces"):
        assert bool(row["valid_to"]) is bool(row["merged_into"]), row
        for label in several(row["merged_into"]):
            heirs = [
                other
                for other in table("provinces")
                if f"{other['kind']} {other['name']}" == label and other["valid_from"] > row["valid_to"]
            ]
            assert heirs, f"{label} does not begin after {row['name']} ends"


@pytest.mark.parametrize(
    ("name", "heir"),
    [
        ("Bến Tre", "tỉnh Vĩnh Long"),
        ("Yên Bái", "tỉnh Lào Cai"),
        ("Bình Định", "tỉnh Gia Lai"),
        ("Quảng Nam", "thành phố Đà Nẵng"),
        ("Hà Tây", "thành phố Hà Nội"),
        ("Thừa Thiên Huế", "thành phố Huế"),
    ],
)
def test_heirs_of_provinces(name: str, heir: str) -> None:
    assert row_of("provinces", "name", name)["merged_into"] == heir


def test_provinces_have_their_items_of_wikidata() -> None:
    items = {(row["name"], row["kind"]): row["wikidata"] for row in table("provinces")}
    assert [place for place, item in items.items() if not item] == [("Cần Thơ", "tỉnh")]
    assert [item for item in items.values() if item and not ITEM.fullmatch(item)] == []
    names: dict[str, set[str]] = {}
    for (name, _), item in items.items():
        names.setdefault(item, set()).add(name)
    assert [shared for item, shared in names.items() if len(shared) > 1] == [{"Huế", "Thừa Thiên Huế"}]


def unit_of(post: Row) -> Row:
    """The row of the province that a post is of."""
    units = [
        row
        for row in table("provinces")
        if (f"{row['kind']} {row['name']}", row["valid_from"]) == (post["province"], post["province_from"])
    ]
    assert len(units) == 1, post
    return units[0]


def test_officeholders_hold_what_the_header_says() -> None:
    posts = {row["post"] for row in table("posts")}
    parties = {"tỉnh": "Tỉnh ủy", "thành phố": "Thành ủy"}
    for row in table("officeholders"):
        assert row["role"].removeprefix("Quyền ") in posts, row
        assert row["body"] in {parties[unit_of(row)["kind"]], "Ủy ban nhân dân", "Hội đồng nhân dân"}, row
        assert ("Bí thư" in row["role"]) is (row["body"] in parties.values()), row
        assert row["source"], row


def test_officeholders_hold_posts_while_the_province_is() -> None:
    for row in table("officeholders"):
        unit = unit_of(row)
        assert (unit["valid_to"] or "9999") >= "2020", row
        for day in filter(None, (row["valid_from"], row["valid_to"])):
            assert unit["valid_from"][: len(day)] <= day, row
            assert day <= (unit["valid_to"] or "9999")[: len(day)], row


@pytest.mark.parametrize(
    ("name", "post", "column", "value", "why"),
    [
        ("Trần Ngọc Tam", "Chủ tịch, tỉnh Bến Tre", "valid_from", "2020-10-31", "the day of the election"),
        ("Trần Ngọc Tam", "Phó Chủ tịch, tỉnh Bến Tre", "valid_from", "", "named without its time"),
        ("Phạm Hoàng Sơn", "Chủ tịch, tỉnh Bắc Ninh", "valid_from", "2025-11-21", "Quyết định 2556/QĐ-TTg"),
        ("Nguyễn Thành Sinh", "Phó Chủ tịch, tỉnh Lào Cai", "province_from", "2025-07-01", "signed in 2026"),
        ("Hồ Quốc Dũng", "Chủ tịch, tỉnh Bình Định", "valid_to", "2020-10-14", "both days stated"),
        ("Trần Lưu Quang", "Bí thư, thành phố Hồ Chí Minh", "body", "Thành ủy", "a city's committee"),
        ("Hồ Thị Hoàng Yến", "Quyền Bí thư, tỉnh Bến Tre", "valid_from", "2023-12", "a month, no day stated"),
    ],
)
def test_officeholders(name: str, post: str, column: str, value: str, why: str) -> None:
    held = [row for row in table("officeholders") if (row["name"], f"{row['role']}, {row['province']}") == (name, post)]
    assert [row[column] for row in held] == [value], why


@pytest.mark.parametrize(
    ("short", "expansion", "context"),
    [
        ("UBND", "Ủy ban nhân dân", ""),
        ("MTTQ", "Mặt trận Tổ quốc", ""),
        ("BĐBP", "Bộ đội Biên phòng", ""),
        ("PTTgCP", "Phó Thủ tướng Chính phủ", ""),
        ("PCT", "Phó Chủ tịch", "recipients"),
        ("CT", "Chủ tịch", "recipients"),
    ],
)
def test_abbreviations(short: str, expansion: str, context: str) -> None:
    row = row_of("abbreviations", "abbreviation", short)
    assert (row["expansion"], row["context"]) == (expansion, context)


def test_abbreviations_hold_what_the_header_says() -> None:
    assert {row["context"] for row in table("abbreviations")} == {"", "recipients"}
    assert [row for row in table("abbreviations") if len(row["expansion"]) <= len(row["abbreviation"])] == []


def test_posts_hold_known_bodies() -> None:
    bodies = {row["name"] for row in table("bodies")}
    assert [row for row in table("posts") if row["holds"] and row["holds"] not in bodies] == []
    assert [row for row in table("posts") if row["holds"] and row["stands_for"]] == []


@pytest.mark.parametrize(
    ("post", "column", "value"),
    [
        ("Bộ trưởng", "stands_for", "Bộ"),
        ("Chánh Văn phòng", "stands_for", "Văn phòng"),
        ("Phó Trưởng ban Thường trực", "stands_for", "Ban"),
        ("Giám đốc", "stands_for", ""),
        ("Thủ tướng", "holds", "Chính phủ"),
        ("Thống đốc", "holds", "Ngân hàng Nhà nước Việt Nam"),
        ("Phó Bí thư Thường trực", "holds", ""),
    ],
)
def test_posts(post: str, column: str, value: str) -> None:
    assert row_of("posts", "post", post)[column] == value


@pytest.mark.parametrize(
    ("kind", "symbol"),
    [
        ("Nghị định", "NĐ-CP"),
        ("Quyết định", "QĐ"),
        ("Thông báo", "TB"),
        ("Tờ trình", "TTr"),
        ("Phương án", "PA"),
        ("Công điện", "CĐ"),
        ("Kết luận", "KL"),
        ("Chương trình", "CTr"),
    ],
)
def test_symbols_of_documents(kind: str, symbol: str) -> None:
    assert symbol in several(row_of("document_types", "type", kind)["symbols"])


@pytest.mark.parametrize(
    ("name", "column", "value"),
    [
        ("ranks", "rank", "Đại tá"),
        ("ranks", "rank", "PGS.TS"),
        ("addresses", "form", "đồng chí"),
        ("surnames", "surname", "Nguyễn"),
        ("surnames", "surname", "Sùng"),
        ("surnames", "surname", "H'"),
        ("surnames", "surname", "Niê"),
    ],
)
def test_has(name: str, column: str, value: str) -> None:
    assert row_of(name, column, value)


def test_surnames_are_one_capitalised_word() -> None:
    names = [row["surname"] for row in table("surnames")]
    assert [name for name in names if " " in name or not name[0].isupper()] == []
