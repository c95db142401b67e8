from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kg.identify.jurisdiction import BY_OFFICE_HOLDER, BY_PERSON, BY_TEXT, BY_UNITS, Settlement, settle
from kg.identify.office_holders import OfficeHolders
from kg.identify.units import Units
from kg.records import Agency, Form, Given, Level, Notice, Official, Passage, Post, Stated

HERE = Passage(0, 2, "ab")
MAY = date(2024, 5, 20)


def table(columns: str, *rows: str) -> list[dict[str, str]]:
    names = columns.split()
    return [dict(zip(names, row.split("|"), strict=True)) for row in rows]


HOLDERS = OfficeHolders(
    table(
        "name role body province province_from valid_from valid_to source",
        "Tống Văn Hiệp|Bí thư|Tỉnh ủy|tỉnh Sông Lam||2021|2025-06|a page",
        "Phan Thị Mơ|Chủ tịch|Ủy ban nhân dân|tỉnh Sông Lam||||a page",
        "Lý Văn Quế|Chủ tịch|Ủy ban nhân dân|tỉnh Sông Lam||2020|2022|a page",
        "Lý Văn Quế|Chủ tịch|Ủy ban nhân dân|tỉnh Hòa Sơn||2023||another page",
        "Đỗ Văn Hai|Bí thư|Tỉnh ủy|tỉnh Sông Lam||||a page",
        "Đỗ Văn Hai|Bí thư|Tỉnh ủy|tỉnh Hòa Sơn||||another page",
    )
)
UNITS = Units(
    table(
        "name kind province valid_from valid_to",
        "Bình Trung|huyện|tỉnh Sông Lam||2025-06-30",
        "Châu Hòa|huyện|tỉnh Sông Lam||2025-06-30",
        "Châu Hòa|huyện|tỉnh Hòa Sơn||2025-06-30",
        "Đông Khê|huyện|tỉnh Hòa Sơn||2025-06-30",
        "Tân An|xã|tỉnh Sông Lam|2025-07-01|",
    )
)


def body(label: str, level: Level | None = Level.PROVINCE, **more: bool) -> Agency:
    return Agency(label, (Form(label, HERE),), level=level, **more)


TINH_UY = body("Tỉnh ủy")
PEOPLES_COMMITTEE = body("Ủy ban nhân dân tỉnh")
MINISTRY = body("Bộ Y tế", Level.CENTRAL, national=True)


def notice(
    *bodies: Agency,
    issuer: str | None = "Tỉnh ủy",
    signer: tuple[str, str, str] | None = None,
    guest: tuple[str, str, str] | None = None,
    issued: date | None = MAY,
) -> Notice:
    """A notice without a province; people are (name, role, body)."""
    people = tuple(Official(p[0], HERE, (Post(p[1], p[2], HERE),)) for p in (signer, guest) if p)
    return Notice(
        "a.txt",
        "0" * 64,
        issuer=Stated(issuer, HERE) if issuer else None,
        issued=Stated(issued, HERE) if issued else None,
        signed_by=Stated(signer[0], HERE) if signer else None,
        officials=people,
        agencies=(TINH_UY, PEOPLES_COMMITTEE, MINISTRY, *bodies),
    )


def settled(given: Notice, option: str | None = None) -> Settlement:
    return settle(given, Given("--jurisdiction", option) if option else None, holders=HOLDERS, places=UNITS)


def outcome(settlement: Settlement) -> tuple[str, str] | None:
    return settlement.holds and (settlement.holds.province.full, settlement.holds.rule)


SONG_LAM, HOA_SON = "tỉnh Sông Lam", "tỉnh Hòa Sơn"
HIEP = ("Tống Văn Hiệp", "Bí thư", "Tỉnh ủy")
QUE = ("Lý Văn Quế", "Chủ tịch", "Ủy ban nhân dân tỉnh")
HAI = ("Đỗ Văn Hai", "Bí thư", "Tỉnh ủy")
BINH_TRUNG, DONG_KHE = body("Ủy ban nhân dân huyện Bình Trung"), body("huyện Đông Khê")
CHAU_HOA = body("Huyện ủy huyện Châu Hòa", Level.DISTRICT)


@pytest.mark.parametrize(
    ("given", "expected", "why"),
    [
        (notice(), None, "nothing shows it"),
        (notice(signer=HIEP), (SONG_LAM, BY_OFFICE_HOLDER), "who signs held the post there"),
        (notice(guest=HIEP), None, "a guest may come from elsewhere"),
        (notice(signer=HIEP, issued=date(2026, 1, 1)), None, "no longer"),
        (notice(signer=HIEP, issued=date(2020, 12, 31)), None, "not yet"),
        (notice(signer=HIEP, issued=date(2025, 6, 30)), (SONG_LAM, BY_OFFICE_HOLDER), "a month as exactly as known"),
        (notice(signer=HIEP, issued=None), (SONG_LAM, BY_OFFICE_HOLDER), "no day, no contradiction"),
        (notice(signer=("Tống Văn Hiệp", "Phó Bí thư", "Tỉnh ủy")), None, "another post"),
        (notice(signer=("Tống Văn Hiệp", "Bí thư", "Ủy ban nhân dân tỉnh")), None, "another body"),
        (notice(signer=QUE), (HOA_SON, BY_OFFICE_HOLDER), "first here, then there: the day tells"),
        (notice(signer=QUE, issued=None), None, "without a day it does not"),
        (notice(signer=HAI), None, "two people of one name and post"),
        (notice(signer=HIEP, issuer="Bộ Y tế"), None, "a central body's notice is about no province"),
        (notice(BINH_TRUNG), (SONG_LAM, BY_UNITS), "a district that one province has"),
        (notice(CHAU_HOA), None, "a district that two have"),
        (notice(CHAU_HOA, DONG_KHE), (HOA_SON, BY_UNITS), "both together"),
        (notice(BINH_TRUNG, DONG_KHE), None, "of two provinces"),
        (notice(BINH_TRUNG, issued=date(2025, 8, 1)), None, "there are no districts any more"),
        (notice(body("xã Tân An", Level.COMMUNE), issued=date(2025, 8, 1)), (SONG_LAM, BY_UNITS), "a new commune"),
        (notice(body("huyện Nơi Khác")), None, "a unit that is not known"),
        (notice(BINH_TRUNG, issuer=None), None, "no issuer: it may be a central one"),
        (notice(BINH_TRUNG, signer=HIEP), (SONG_LAM, BY_OFFICE_HOLDER), "both say so"),
        (notice(DONG_KHE, signer=HIEP), None, "they contradict each other"),
        (replace(notice(signer=HIEP), jurisdiction=Stated(HOA_SON, HERE)), (HOA_SON, BY_TEXT), "the text goes before"),
        (replace(notice(signer=HIEP), given=Given("notices.csv", "Hòa Sơn")), (HOA_SON, BY_PERSON), "then a person"),
    ],
)
def test_the_province_of_a_notice(given: Notice, expected: tuple[str, str] | None, why: str) -> None:
    assert outcome(settled(given)) == expected, why


@pytest.mark.parametrize(
    ("given", "option", "expected", "against", "why"),
    [
        (notice(), "Sông Lam", (SONG_LAM, BY_PERSON), [], "what the user says"),
        (notice(signer=HIEP), "Hòa Sơn", (HOA_SON, BY_PERSON), [SONG_LAM], "a person may know better; it is said"),
        (replace(notice(), jurisdiction=Stated(SONG_LAM, HERE)), "Hòa Sơn", (SONG_LAM, BY_TEXT), [HOA_SON], "the text"),
        (
            replace(notice(), given=Given("notices.csv", SONG_LAM)),
            "Hòa Sơn",
            (SONG_LAM, BY_PERSON),
            [HOA_SON],
            "what is said of this notice goes before what is said of all",
        ),
        (notice(DONG_KHE, signer=HIEP), None, None, [SONG_LAM, HOA_SON], "both are shown where neither holds"),
        (
            replace(notice(), jurisdiction=Stated("TỈNH SÔNG LAM", HERE)),
            SONG_LAM,
            ("tỉnh Sông Lam", BY_TEXT),
            [],
            "case",
        ),
    ],
)
def test_what_speaks_against_the_outcome_is_kept(
    given: Notice, option: str | None, expected: tuple[str, str] | None, against: list[str], why: str
) -> None:
    settlement = settled(given, option)
    assert outcome(settlement) == expected, why
    assert [one.province.full for one in settlement.against] == against, why
    assert settlement.open is (expected is None)


def test_evidence_says_where_it_comes_from() -> None:
    by_post = settled(notice(signer=HIEP)).holds
    assert by_post
    assert (by_post.passages, by_post.source) == ((HERE, HERE), "a page")
    by_units = settled(notice(BINH_TRUNG)).holds
    assert by_units
    assert (by_units.passages, by_units.source) == ((HERE,), "")
