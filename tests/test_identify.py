from __future__ import annotations

import random
import re
import unicodedata
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import InputError
from kg.identify import (
    BASE,
    Kind,
    Province,
    full_name,
    identify,
    key,
    kind_of,
    mint,
    province,
    slug,
)
from kg.identify.names import carries_year, document_number
from kg.records import (
    Agency,
    Attendance,
    Citation,
    Given,
    Meeting,
    Notice,
    Official,
    Participation,
    Passage,
    Post,
    Role,
    Stated,
)
from tests.factory import water_notice

SONG_LAM = Province("tỉnh", "Sông Lam")
HAI_AN = Province("thành phố", "Hải An")
HERE = Passage(0, 2, "ab")
DIGEST = "0" * 64


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("tỉnh Sông Lam", SONG_LAM, "as records have it"),
        ("TỈNH SÔNG LAM", SONG_LAM, "as a letterhead has it"),
        ("Tỉnh  Sông Lam ", SONG_LAM, "case and white space"),
        ("Sông Lam", SONG_LAM, "as a user types it"),
        ("thành phố Hải An", HAI_AN, "a city says so"),
        ("TP. Hải An", HAI_AN, "abbreviated"),
        ("TP.Hải An", HAI_AN, "abbreviated, no space"),
        ("Huế", Province("thành phố", "Huế"), "one of the six cities"),
        ("Tỉnh Hoà Sơn", Province("tỉnh", "Hòa Sơn"), "tone marks in today's style"),
    ],
)
def test_a_province_has_a_kind_and_a_name(text: str, expected: Province, why: str) -> None:
    assert province(text) == expected, why


@pytest.mark.parametrize(
    ("label", "place", "expected", "why"),
    [
        ("Ủy ban nhân dân tỉnh Sông Lam", SONG_LAM, "Ủy ban nhân dân tỉnh Sông Lam", "full already"),
        ("Ủy ban nhân dân tỉnh", SONG_LAM, "Ủy ban nhân dân tỉnh Sông Lam", "its own notice's way"),
        ("Uỷ ban nhân dân", SONG_LAM, "Ủy ban nhân dân tỉnh Sông Lam", "old tone marks, no kind"),
        ("Sở Y tế", SONG_LAM, "Sở Y tế tỉnh Sông Lam", "a department has no 'tỉnh' of its own"),
        ("Sở Y tế tỉnh", SONG_LAM, "Sở Y tế tỉnh Sông Lam", "and is the same with one"),
        ("Sở Y tế Sông Lam", SONG_LAM, "Sở Y tế tỉnh Sông Lam", "the kind left out"),
        ("Công an tỉnh", SONG_LAM, "Công an tỉnh Sông Lam", "carries 'tỉnh'"),
        ("Tỉnh ủy", SONG_LAM, "Tỉnh ủy Sông Lam", "no second 'tỉnh'"),
        ("Tỉnh uỷ Sông Lam", SONG_LAM, "Tỉnh ủy Sông Lam", "named by another province"),
        ("Văn phòng Tỉnh ủy", SONG_LAM, "Văn phòng Tỉnh ủy Sông Lam", "ends in Tỉnh ủy"),
        ("Thành ủy", SONG_LAM, "Thành ủy tỉnh Sông Lam", "of the cities inside a province"),
        ("Thành ủy", HAI_AN, "Thành ủy Hải An", "of a city under the centre"),
        ("Báo Sông Lam", SONG_LAM, "Báo Sông Lam", "the province is part of the name"),
        ("Công ty Cấp nước Sông Lam", SONG_LAM, "Công ty Cấp nước Sông Lam", "a proper name"),
        ("Ban Chỉ đạo 24 cấp huyện", SONG_LAM, "Ban Chỉ đạo 24 cấp huyện tỉnh Sông Lam", "a group"),
        ("Ủy ban nhân dân cấp tỉnh", SONG_LAM, "Ủy ban nhân dân cấp tỉnh tỉnh Sông Lam", "a level, no kind"),
        ("huyện Bình Trung", SONG_LAM, "huyện Bình Trung tỉnh Sông Lam", "a place inside"),
        ("huyện Bình Trung, tỉnh Sông Lam", SONG_LAM, "huyện Bình Trung tỉnh Sông Lam", "with a comma"),
        ("thành phố Sông Lam", SONG_LAM, "thành phố Sông Lam", "the city of the same name, not twice"),
        ("Công an thành phố Sông Lam", SONG_LAM, "Công an thành phố Sông Lam", "the city's police"),
        ("Tỉnh", SONG_LAM, "tỉnh Sông Lam", "the place the notice is about"),
        ("Tỉnh Sông Lam", SONG_LAM, "tỉnh Sông Lam", "the place in full"),
        ("Ủy ban nhân dân thành phố Hải An", HAI_AN, "Ủy ban nhân dân thành phố Hải An", "full already"),
        ("Ủy ban nhân dân Thành phố", HAI_AN, "Ủy ban nhân dân thành phố Hải An", "its own notice's way"),
        ("Ủy ban nhân dân TP. Hải An", HAI_AN, "Ủy ban nhân dân thành phố Hải An", "abbreviated"),
        ("Ủy ban nhân dân cấp xã", HAI_AN, "Ủy ban nhân dân cấp xã Hải An", "a level, not 'cấp xã thành phố'"),
        ("quận Bình Trung", HAI_AN, "quận Bình Trung thành phố Hải An", "a place inside a city"),
    ],
)
def test_the_full_name_of_a_body(label: str, place: Province, expected: str, why: str) -> None:
    assert full_name(label, place) == expected, why


PIECES = ["Sở", "Y tế", "Ủy ban nhân dân", "tỉnh", "thành phố", "Sông", "Sông Lam", "Hải An", "huyện"]
WORDS = st.lists(st.sampled_from([*PIECES, "cấp", "ủy", "Tỉnh", "Báo", ",", "-", "các"]), min_size=1, max_size=8).map(
    " ".join
)


@settings(deadline=None)
@given(WORDS, st.sampled_from([SONG_LAM, HAI_AN]))
def test_the_full_name_is_stable_and_says_the_province_once(label: str, place: Province) -> None:
    name = full_name(label, place)
    assert full_name(name, place) == name
    before, after = (len(re.findall(key(place.name), key(text))) for text in (label, name))
    assert 1 <= after <= max(1, before)


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Uỷ ban", "Ủy ban", "tone marks"),
        ("Hoà Bình", "Hòa Bình", "tone marks"),
        ("SỞ Y TẾ", "Sở Y tế", "case"),
        ("Sở  Y\ntế", "Sở Y tế", "white space"),
        ("phòng,chống", "phòng, chống", "white space at punctuation"),
        (unicodedata.normalize("NFD", "Sở Y tế"), "Sở Y tế", "composition"),
    ],
)
def test_spellings_of_one_name_share_its_key(one: str, other: str, why: str) -> None:
    assert key(one) == key(other), why
    assert mint(BASE, Kind.AGENCY, one) == mint(BASE, Kind.AGENCY, other), why


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(list(Kind)), st.text(), st.text()), max_size=30))
def test_two_names_never_share_an_iri(things: list[tuple[Kind, str, str]]) -> None:
    iris = {mint(BASE, *thing) for thing in things}
    assert len(iris) == len({(kind, key(name), scope) for kind, name, scope in things})
    assert all(re.fullmatch(r"[\x21-\x7e]+", iri) for iri in iris)


def test_name_and_scope_do_not_run_into_each_other() -> None:
    assert mint(BASE, Kind.AGENCY, "ab", "c") != mint(BASE, Kind.AGENCY, "a", "bc")


@pytest.mark.parametrize(
    ("name", "expected", "why"),
    [
        ("Sở Y tế tỉnh Sông Lam", "so-y-te-tinh-song-lam", "no marks"),
        ("ĐƯỜNG sắt", "duong-sat", "đ is a letter of its own"),
        ("—", "", "nothing readable"),
        ("từ " * 30, "-".join(["tu"] * 20), "cut between words"),
    ],
)
def test_a_slug_is_readable(name: str, expected: str, why: str) -> None:
    assert slug(name) == expected, why


def test_the_kind_of_a_thing_is_read_from_its_iri() -> None:
    assert kind_of(mint(BASE, Kind.ROLE, "Chủ tịch"), BASE) is Kind.ROLE
    assert kind_of(f"{BASE}notice/0/role/1", BASE) is None


def named(notice: Notice, jurisdiction: str | None = None) -> dict[str, str]:
    identities = identify(notice, Given("the user", jurisdiction))
    return {label: identity.iri for label, identity in identities.agencies.items()}


def notice(*agencies: Agency, province: str | None = None, digest: str = DIGEST, **more: object) -> Notice:
    stated = Stated(province, HERE) if province else None
    return Notice("a.txt", digest, agencies=agencies, jurisdiction=stated, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "same", "why"),
    [
        (
            notice(Agency("Sở Y tế", ()), province="tỉnh Sông Lam"),
            notice(Agency("Sở y tế tỉnh Sông Lam", (), province="tỉnh Sông Lam"), province="tỉnh Hòa Sơn"),
            True,
            "seen from inside and from outside",
        ),
        (
            notice(Agency("Sở Y tế", ()), province="tỉnh Sông Lam"),
            notice(Agency("Sở Y tế", ()), province="tỉnh Hòa Sơn"),
            False,
            "two provinces",
        ),
        (
            notice(Agency("Bộ Y tế", (), national=True), province="tỉnh Sông Lam"),
            notice(Agency("Bộ Y tế", (), national=True)),
            True,
            "the country has one",
        ),
        (
            notice(Agency("cơ quan", (), generic=True), province="tỉnh Sông Lam"),
            notice(Agency("cơ quan", (), generic=True), province="tỉnh Hòa Sơn"),
            True,
            "nobody in particular is the same nobody everywhere",
        ),
        (
            notice(Agency("Sở Y tế", ())),
            notice(Agency("Sở Y tế", ()), digest="1" * 64),
            False,
            "where the province is not known, bodies stay apart",
        ),
        (
            notice(Agency("Sở Y tế", ()), province="tỉnh Sông Lam"),
            notice(Agency("Sở Y tế", ())),
            False,
            "known and not known are apart",
        ),
        (
            notice(Agency("Bộ Y tế", (), national=True)),
            notice(Agency("Bộ Y tế", ()), province="tỉnh Sông Lam"),
            False,
            "a scope is part of the identity",
        ),
    ],
)
def test_when_two_notices_mean_the_same_body(one: Notice, other: Notice, same: bool, why: str) -> None:
    assert (set(named(one).values()) == set(named(other).values())) is same, why


def test_the_given_jurisdiction_counts_only_where_the_text_shows_none() -> None:
    body = Agency("Sở Y tế", ())
    shown = notice(body, province="tỉnh Sông Lam")
    silent = notice(body)
    assert named(silent, "Sông Lam") == named(shown)
    assert named(shown, "tỉnh Hòa Sơn") == named(shown)


def test_identities_do_not_depend_on_the_order_of_a_notice() -> None:
    first = water_notice()
    shuffled = list(first.agencies)
    random.Random(1).shuffle(shuffled)
    second = replace(first, agencies=tuple(shuffled), officials=first.officials[::-1])
    assert named(first) == named(second)
    assert identify(first).officials == identify(second).officials


SONG_LAM_BODIES = (
    Agency("Chính phủ", (), national=True),
    Agency("Bộ Y tế", (), national=True),
    Agency("Ban Chấp hành Trung ương Đảng", (), national=True),
    Agency("Tỉnh ủy", ()),
    Agency("Ủy ban nhân dân tỉnh", ()),
    Agency("Ủy ban nhân dân huyện Bình Trung", ()),
    Agency("Sở Y tế", ()),
    Agency("Ban Chỉ đạo tiêm chủng tỉnh", ()),
    Agency("Tỉnh ủy Hòa Sơn", (), province="tỉnh Hòa Sơn"),
)


def person(*posts: tuple[str, str], digest: str = DIGEST) -> str:
    """The IRI of one person whom a notice of Sông Lam gives these posts (role, body)."""
    official = Official("Lý Văn Quế", HERE, tuple(Post(role, body, HERE) for role, body in posts))
    given = notice(*SONG_LAM_BODIES, province="tỉnh Sông Lam", digest=digest, officials=(official,))
    return identify(given).official("Lý Văn Quế")


@pytest.mark.parametrize(
    ("one", "other", "same", "why"),
    [
        (
            [("Bí thư", "Tỉnh ủy")],
            [("Chủ tịch", "Ủy ban nhân dân tỉnh")],
            True,
            "who leads a province is known by name",
        ),
        (
            [("Bí thư", "Tỉnh ủy")],
            [("Ủy viên", "Ban Chấp hành Trung ương Đảng"), ("Bí thư", "Tỉnh ủy")],
            True,
            "a seat",
        ),
        ([("Bí thư", "Tỉnh ủy")], [("Bí thư", "Tỉnh ủy Hòa Sơn")], False, "two provinces"),
        ([("Bí thư", "Tỉnh ủy")], [("Giám đốc", "Sở Y tế")], False, "two people of one name"),
        ([("Giám đốc", "Sở Y tế")], [("Phó Giám đốc", "Sở Y tế")], True, "in one body"),
        ([("Giám đốc", "Sở Y tế")], [("Chủ tịch", "Ủy ban nhân dân huyện Bình Trung")], False, "in two bodies"),
        (
            [("Giám đốc", "Sở Y tế")],
            [("Phó Trưởng ban", "Ban Chỉ đạo tiêm chủng tỉnh"), ("Giám đốc", "Sở Y tế")],
            True,
            "a steering committee beside the post",
        ),
        (
            [("Giám đốc", "Sở Y tế")],
            [("Ủy viên", "Ủy ban nhân dân tỉnh"), ("Giám đốc", "Sở Y tế")],
            True,
            "a seat below",
        ),
        ([("Bộ trưởng", "Bộ Y tế")], [("Thứ trưởng", "Bộ Y tế")], True, "in one ministry"),
        ([("Bộ trưởng", "Bộ Y tế")], [("Phó Thủ tướng", "Chính phủ")], False, "not known to be one"),
        ([], [("Bí thư", "Tỉnh ủy")], False, "no post, no proof"),
        ([], [], False, "and two without are two"),
    ],
)
def test_when_two_notices_mean_the_same_person(
    one: list[tuple[str, str]], other: list[tuple[str, str]], same: bool, why: str
) -> None:
    assert (person(*one) == person(*other, digest="1" * 64)) is same, why


def meeting(label: str, held_on: date | None = date(2024, 5, 18), held_by: str | None = "Tỉnh ủy") -> Meeting:
    return Meeting(label, HERE, held_on and Stated(held_on, HERE), held_by and Stated(held_by, HERE))


CLEAN_WATER = "cuộc họp về nước sạch nông thôn"


@pytest.mark.parametrize(
    ("one", "other", "same", "why"),
    [
        (meeting(CLEAN_WATER), meeting("Cuộc họp về nước sạch  nông thôn"), True, "one meeting, two notices"),
        (
            meeting(CLEAN_WATER),
            replace(meeting(CLEAN_WATER), attendance=(Attendance(HERE, agency="Sở Y tế"),)),
            True,
            "whoever is said to be there",
        ),
        (meeting(CLEAN_WATER), meeting(CLEAN_WATER, date(2024, 5, 19)), False, "two days"),
        (meeting(CLEAN_WATER), meeting(CLEAN_WATER, held_by="Sở Y tế"), False, "two hosts"),
        (meeting(CLEAN_WATER, None), meeting(CLEAN_WATER, None), False, "no day"),
        (meeting(CLEAN_WATER, held_by=None), meeting(CLEAN_WATER, held_by=None), False, "no host"),
        (meeting("cuộc họp"), meeting("cuộc họp"), False, "a name that every meeting has"),
    ],
)
def test_when_two_notices_report_the_same_meeting(one: Meeting, other: Meeting, same: bool, why: str) -> None:
    first = identify(notice(*SONG_LAM_BODIES, province="tỉnh Sông Lam", meetings=(one,)))
    second = identify(notice(*SONG_LAM_BODIES, province="tỉnh Sông Lam", meetings=(other,), digest="1" * 64))
    assert (first.meetings[one].iri == second.meetings[other].iri) is same, why


def document(number: str, issued: date | None = None, place: str | None = "tỉnh Sông Lam", digest: str = DIGEST) -> str:
    citation = Citation(number, (HERE,), None, issued)
    return identify(notice(digest=digest, province=place, citations=(citation,))).documents[citation].iri


MARCH = date(2024, 3, 2)


@pytest.mark.parametrize(
    ("one", "other", "same", "why"),
    [
        (("45/QĐ-UBND", MARCH), (" 45 / QĐ – ubnd", MARCH), True, "spelling"),
        (("45/QĐ-UBND", MARCH), ("45/QĐ-UBND", date(2023, 3, 2)), False, "numbers start again every year"),
        (("45/QĐ-UBND", MARCH), ("45/QĐ-UBND", MARCH, "tỉnh Hòa Sơn"), False, "and in every province"),
        (("45/QĐ-UBND", MARCH, None), ("45/QĐ-UBND", MARCH, None), False, "of an unknown province"),
        (("45/QĐ-TTg", MARCH), ("45/QĐ-TTg", MARCH, "tỉnh Hòa Sơn"), True, "the country has one Prime Minister"),
        (("8/NQ-HĐND", MARCH), ("8/NQ-HĐND", MARCH, "tỉnh Hòa Sơn"), False, "each council has its own"),
        (("45/QĐ-UBND",), ("45/QĐ-UBND",), False, "no day and no year"),
        (("16/2021/NĐ-CP",), ("16/2021/NĐ-CP", None, None), True, "the year is in the number"),
        (("72/2025/QH15",), ("72/2025/QH15", None, "tỉnh Hòa Sơn"), True, "a legislature is counted"),
    ],
)
def test_when_two_notices_cite_the_same_document(
    one: tuple[object, ...], other: tuple[object, ...], same: bool, why: str
) -> None:
    assert (document(*one) == document(*other, digest="1" * 64)) is same, why  # type: ignore[arg-type,misc]


@pytest.mark.parametrize(
    ("number", "expected"),
    [("16/2021/NĐ-CP", True), ("2021/QĐ-UBND", False), ("45/2019/QH14", True), ("12/TB-UBND", False)],
)
def test_a_year_is_no_number(number: str, expected: bool) -> None:
    assert carries_year(number) is expected


def test_a_number_is_shown_without_what_surrounds_it() -> None:
    assert document_number("Số: 45 /QĐ–UBND.") == "45/QĐ-UBND"


def test_a_record_that_refers_to_what_it_does_not_name_is_refused() -> None:
    identities = identify(water_notice())
    participation = Participation(Role.LEAD, HERE, agency="Sở Nội vụ")
    with pytest.raises(InputError, match="Sở Nội vụ"):
        identities.participant(participation.agency, participation.official)
    with pytest.raises(InputError, match="99"):
        identities.cited(["99/QĐ-UBND"])
