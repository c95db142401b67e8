"""The tables about what became of bodies and what national bodies are: sourced, and true to the table of bodies."""

from __future__ import annotations

import re

import pytest

from kg.data import several, table

BODIES = {row["name"]: row for row in table("bodies")}
MERGED = [row for row in table("changes") if row["scope"] == "merged-province"]
CHANGES = [row for row in table("changes") if row not in MERGED]
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
ITEM = re.compile(r"Q[1-9]\d*")


def test_changes_are_of_known_bodies() -> None:
    names = {name for row in CHANGES for side in ("original", "resulting") for name in several(row[side])}
    assert len(names) > 80
    assert [name for name in names if name not in BODIES] == []


def test_changes_hold_what_the_header_says() -> None:
    assert {row["kind"] for row in table("changes")} == {"merger", "division", "renaming", "dissolution"}
    assert {row["scope"] for row in CHANGES} == {"national", "province", "district"}
    assert [row for row in table("changes") if not DATE.fullmatch(row["date"]) or not row["source"]] == []


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        ("merger", (2, 9), (1, 1)),
        ("division", (1, 1), (2, 9)),
        ("renaming", (1, 1), (1, 1)),
        ("dissolution", (1, 1), (0, 0)),
    ],
)
def test_sides_of_changes(kind: str, before: tuple[int, int], after: tuple[int, int]) -> None:
    for row in CHANGES:
        if row["kind"] == kind:
            assert before[0] <= len(several(row["original"])) <= before[1], row
            assert after[0] <= len(several(row["resulting"])) <= after[1], row


def test_scopes_of_changes_fit_the_bodies() -> None:
    levels = {"national": {"", "central"}, "province": {"", "province"}, "district": {"district"}}
    for row in CHANGES:
        bodies = [BODIES[name] for name in (*several(row["original"]), *several(row["resulting"]))]
        assert {body["national"] for body in bodies} == {"1" if row["scope"] == "national" else "0"}, row
        assert {body["level"] for body in bodies} <= levels[row["scope"]], row


def test_bodies_that_merged_with_their_provinces_are_of_every_province_and_go_on() -> None:
    days = {row["valid_from"] for row in table("provinces")}
    for row in MERGED:
        assert (row["original"], row["kind"]) == (row["resulting"], "merger")
        assert row["date"] in days, row
        named = [BODIES.get(name) for name in (row["original"], f"{row['original']} tỉnh")]
        (body,) = [body for body in named if body]
        assert (body["national"], body["level"], body["valid_to"]) == ("0", "province", ""), row


def test_changes_agree_with_the_validity_of_bodies() -> None:
    """A body that ends in a change ends no later than it, one that begins in it begins no later."""
    for row in CHANGES:
        before, after = several(row["original"]), several(row["resulting"])
        for name in set(before) - set(after):
            last = BODIES[name]["valid_to"]
            assert last, (name, row)
            assert last <= row["date"] or row["date"].startswith(last), (name, row)
        for name in set(after) - set(before):
            first = BODIES[name]["valid_from"]
            assert first <= row["date"] or first.startswith(row["date"]), (name, row)


@pytest.mark.parametrize(
    ("original", "resulting", "date", "source"),
    [
        ("Bộ Công nghiệp;Bộ Thương mại", "Bộ Công Thương", "2007-07-31", "Nghị quyết 01/2007/QH12"),
        ("Bộ Giao thông vận tải;Bộ Xây dựng", "Bộ Xây dựng", "2025-03-01", "Nghị quyết 176/2025/QH15"),
        ("Sở Kế hoạch và Đầu tư;Sở Tài chính", "Sở Tài chính", "2025-03-01", "Nghị định 45/2025/NĐ-CP"),
        ("Ủy ban nhân dân huyện", "", "2025-07-01", "Luật 72/2025/QH15"),
        ("Tổng cục Thuế", "Cục Thuế", "2025-03-01", "Nghị định 29/2025/NĐ-CP"),
    ],
)
def test_changes(original: str, resulting: str, date: str, source: str) -> None:
    rows = {(row["original"], row["resulting"], row["date"], row["source"]) for row in table("changes")}
    assert (original, resulting, date, source) in rows


def test_national_bodies_are_national() -> None:
    assert [row["name"] for row in table("national") if BODIES[row["name"]]["national"] != "1"] == []
    assert [row for row in table("national") if not row["source"]] == []


def test_parents_of_national_bodies() -> None:
    for row in table("national"):
        assert row["relation"] in ({"unit", "body"} if row["parent"] else {""}), row
        assert not row["parent"] or BODIES[row["parent"]]["national"] == "1", row
    above = {row["name"]: row["parent"] for row in table("national")}
    for name in above:
        seen = [name]
        while parent := above.get(seen[-1], ""):
            assert parent not in seen, seen
            seen.append(parent)


def test_items_of_national_bodies() -> None:
    items = [row["wikidata"] for row in table("national") if row["wikidata"]]
    assert len(items) > 20
    assert [item for item in items if not ITEM.fullmatch(item)] == []


@pytest.mark.parametrize(
    ("name", "column", "value"),
    [
        ("Bộ Tài chính", "english", "Ministry of Finance"),
        ("Bộ Tài chính", "parent", "Chính phủ"),
        ("Bộ Tài chính", "relation", "body"),
        ("Cục Thuế", "parent", "Bộ Tài chính"),
        ("Chi cục Thuế khu vực I", "parent", "Cục Thuế"),
        ("Văn phòng Quốc hội", "parent", "Quốc hội"),
        ("Văn phòng Trung ương Đảng", "parent", "Ban Chấp hành Trung ương Đảng"),
        ("Cục Hàng không Việt Nam", "parent", ""),
        ("Tập đoàn Điện lực Việt Nam", "wikidata", "Q3558046"),
    ],
)
def test_national(name: str, column: str, value: str) -> None:
    assert [row[column] for row in table("national") if row["name"] == name] == [value]
