from __future__ import annotations

import pytest

from kg.identify import Identity, identify
from kg.identify.names import with_unit
from kg.records import Agency, Level, Notice, Passage, Stated

HERE = Passage(0, 2, "ab")
DIGEST = "0" * 64
COMMITTEE = Agency("Ủy ban nhân dân tỉnh", (), level=Level.PROVINCE)
DISTRICT = Agency("Ủy ban nhân dân huyện Bình Trung", (), level=Level.DISTRICT)
OTHER_DISTRICT = Agency("Ủy ban nhân dân huyện Đông Khê", (), level=Level.DISTRICT)
HEALTH = Agency("Bộ Y tế", (), national=True, level=Level.CENTRAL)
BUILDING = Agency("Bộ Xây dựng", (), national=True, level=Level.CENTRAL)
OFFICE = Agency("Văn phòng Chính phủ", (), national=True, level=Level.CENTRAL)


def named(body: Agency, issuer: Agency, province: str | None = "tỉnh Sông Lam", number: int = 0) -> Identity:
    """The identity of a body that a notice of an issuer names."""
    given = Notice(
        "a.txt",
        str(number) * 64,
        issuer=Stated(issuer.label, HERE),
        jurisdiction=Stated(province, HERE) if province else None,
        agencies=(issuer, body),
    )
    return identify(given).agencies[body.label]


def central(label: str, **more: bool) -> Agency:
    return Agency(label, (), national=True, level=Level.CENTRAL, **more)


def group(label: str, level: Level | None = None) -> Agency:
    return Agency(label, (), group=True, level=level)


def body(label: str, level: Level | None = None) -> Agency:
    return Agency(label, (), level=level)


ALL_PROVINCES = group("Ủy ban nhân dân cấp tỉnh", Level.PROVINCE)
ALL_DISTRICTS = group("Ủy ban nhân dân cấp huyện", Level.DISTRICT)
ROOM = body("Phòng Tư pháp", Level.DISTRICT)
PARTY = body("Huyện ủy", Level.DISTRICT)
COMMUNE = body("Ủy ban nhân dân xã Tân Sơn", Level.COMMUNE)
HERE_AND_THERE = (COMMITTEE, "tỉnh Sông Lam"), (COMMITTEE, "tỉnh Hòa Sơn")
TWICE_HERE = (COMMITTEE, "tỉnh Sông Lam"), (COMMITTEE, "tỉnh Sông Lam")
TWO_MINISTRIES = (HEALTH, None), (BUILDING, None)
TWICE_CENTRAL = (OFFICE, None), (BUILDING, None)
TWO_DISTRICTS = (DISTRICT, "tỉnh Sông Lam"), (OTHER_DISTRICT, "tỉnh Sông Lam")

Voice = tuple[Agency, str | None]


@pytest.mark.parametrize(
    ("name", "voices", "same", "why"),
    [
        (ALL_PROVINCES, TWICE_CENTRAL, True, "the provinces are the same whoever addresses them"),
        (ALL_PROVINCES, HERE_AND_THERE, True, "in a province's notice, too"),
        (group("cấp tỉnh", Level.PROVINCE), HERE_AND_THERE, True, "the provinces themselves"),
        (ALL_DISTRICTS, HERE_AND_THERE, False, "each province has districts of its own"),
        (ALL_DISTRICTS, TWICE_CENTRAL, True, "those of the whole country"),
        (ALL_DISTRICTS, ((OFFICE, None), (COMMITTEE, "tỉnh Sông Lam")), False, "of the country, of a province"),
        (group("cơ sở y tế"), TWICE_CENTRAL, True, "all of a kind"),
        (body("Ban Chỉ đạo"), TWICE_HERE, False, "which one, its notice knows"),
        (body("Ban Chỉ đạo nước sạch tỉnh"), TWICE_HERE, True, "a name of its own"),
        (body("Văn phòng"), TWICE_HERE, False, "whose office"),
        (body("Công an"), TWICE_HERE, True, "of the province: there is one"),
        (body("Ban Chỉ đạo quốc gia"), TWICE_CENTRAL, False, "there are many of the country's"),
        (central("Vụ Pháp chế"), TWO_MINISTRIES, False, "each ministry has one"),
        (central("Vụ Pháp chế"), ((HEALTH, None), (HEALTH, None)), True, "of one ministry"),
        (central("Vụ Pháp chế"), ((OFFICE, None), (OFFICE, None)), False, "of which ministry is not said"),
        (central("Văn phòng Bộ Tư pháp"), TWO_MINISTRIES, True, "the name says whose it is"),
        (central("Cục Đo lường Nước mắm"), TWO_MINISTRIES, False, "not known to be the only one"),
        (ROOM, TWO_DISTRICTS, False, "each district has one"),
        (ROOM, ((DISTRICT, "tỉnh Sông Lam"), (DISTRICT, "tỉnh Sông Lam")), True, "of one district"),
        (PARTY, TWO_DISTRICTS, False, "each district has one"),
        (body("Văn phòng Đảng ủy"), TWO_DISTRICTS, False, "of which committee, only whose notice it is can tell"),
        (body("Văn phòng Đảng ủy"), ((DISTRICT, "tỉnh Sông Lam"),) * 2, True, "of one district"),
        (body("Văn phòng Đảng ủy"), TWICE_HERE, False, "a province has many"),
        (body("Trạm Y tế", Level.COMMUNE), TWICE_HERE, False, "of which commune"),
        (group("Trạm Y tế cấp xã", Level.COMMUNE), TWICE_HERE, True, "of all communes"),
        (COMMUNE, TWO_DISTRICTS, True, "it has its own place in its name"),
        (body("Sở Y tế", Level.PROVINCE), TWO_DISTRICTS, True, "of the province, seen from its districts"),
    ],
)
def test_when_two_notices_mean_one_body(name: Agency, voices: tuple[Voice, Voice], same: bool, why: str) -> None:
    first, second = (named(name, *voice, number) for number, voice in enumerate(voices))
    assert (first.iri == second.iri) is same, why


@pytest.mark.parametrize(
    ("label", "unit", "expected", "why"),
    [
        ("Phòng Tư pháp", "huyện Bình Trung", "Phòng Tư pháp huyện Bình Trung", "kind and name"),
        ("Huyện ủy", "huyện Bình Trung", "Huyện ủy Bình Trung", "the kind is said"),
        ("Thường trực Huyện uỷ", "huyện Bình Trung", "Thường trực Huyện ủy Bình Trung", "old tone marks"),
        ("Văn phòng Đảng ủy", "xã Tân Sơn", "Văn phòng Đảng ủy xã Tân Sơn", "committees of any unit are called so"),
        ("Ban Quản lý chợ quận", "quận 8", "Ban Quản lý chợ quận 8", "a number"),
        ("Trạm Y tế", "thị trấn Cầu Đá", "Trạm Y tế thị trấn Cầu Đá", "a kind of two words"),
    ],
)
def test_a_name_with_its_unit(label: str, unit: str, expected: str, why: str) -> None:
    assert with_unit(label, unit) == expected, why


def test_a_body_of_a_district_is_shown_as_its_notice_names_it_and_keeps_the_longer_name() -> None:
    identity = named(ROOM, DISTRICT)
    assert identity.name == "Phòng Tư pháp tỉnh Sông Lam"
    assert identity.longer == "Phòng Tư pháp huyện Bình Trung tỉnh Sông Lam"
    assert named(DISTRICT, DISTRICT).longer == ""


def test_a_zone_keeps_its_own_name_and_is_the_same_body() -> None:
    zone, full = (
        Agency(f"Ban Quản lý Khu kinh tế {name}", (), province="tỉnh Sông Lam")
        for name in ("Sông Lam", "tỉnh Sông Lam")
    )
    assert named(zone, OFFICE, None).name == "Ban Quản lý Khu kinh tế Sông Lam"
    assert named(zone, OFFICE, None).iri == named(full, COMMITTEE).iri


def test_the_commune_of_a_party_committee_s_notice_is_that_of_its_letterhead() -> None:
    issuer = Agency("Ban Thường vụ Đảng ủy", ())
    given = Notice(
        "a.txt",
        DIGEST,
        issuer=Stated(issuer.label, HERE),
        jurisdiction=Stated("tỉnh Sông Lam", HERE),
        agencies=(issuer, Agency("Đảng ủy xã Tân Sơn", (), level=Level.COMMUNE)),
    )
    assert identify(given).agencies[issuer.label].longer == "Ban Thường vụ Đảng ủy xã Tân Sơn tỉnh Sông Lam"
