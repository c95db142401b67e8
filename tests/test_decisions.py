from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.build import Report, build
from kg.errors import InputError
from kg.graph.store import LocalStore
from kg.identify import BY_DECISION, Decisions, decide, identify
from kg.identify.decisions import load, parse, write
from kg.read import Source, find
from kg.records import Agency, Directive, Notice, Official, Post, Role
from tests.factory import agency, passage, water_notice

WATER = water_notice()
WHO = identify(WATER)
LAN = {"by": "Lan", "on": "2026-03-02"}


def line(decide: str, **said: object) -> str:
    return json.dumps({"decide": decide, **said, **LAN})


def same(one: str, other: str) -> str:
    return line("same", one=one, other=other)


def different(one: str, other: str) -> str:
    return line("different", one=one, other=other)


# ------------------------------------------------------------ the file


@pytest.mark.parametrize(
    ("lines", "held", "faults", "why"),
    [
        ([], 0, [], "none"),
        ([same("x:a", "x:b"), "", same("x:b", "x:c")], 2, [], "an empty line is none"),
        ([same("x:a", "x:b"), line("same", one="x:b", other="x:a", note="again")], 1, [], "said twice"),
        (["{", same("x:a", "x:b")], 1, ["line 1: not a line of JSON"], "the rest is applied"),
        (['{"decide": "guess"}'], 0, ['"decide" must be one of same, different'], "an unknown kind"),
        ([line("same", one="x:a")], 0, ["'other' is missing"], "a part is missing"),
        ([same("x:a", "x:a")], 0, ["the same already"], "of itself"),
        ([same("a b", "x:b")], 0, ["'a b' is no IRI"], "no IRI"),
        ([json.dumps({"decide": "same", "one": "x:a", "other": "x:b"})], 0, ["'by' is missing"], "by nobody"),
        ([line("same", one="x:a", other="x:b", why="so")], 0, ["unknown 'why'"], "a part it does not have"),
        ([same("x:a", "x:b").replace("2026-03-02", "soon")], 0, ["'soon' is no day"], "no day"),
        ([line("jurisdiction", notice="x:n", value=["a"])], 0, ["must be texts"], "a list for a text"),
        ([line("field", notice="x:n", quote="q", field="mood", value=[])], 0, ["no field 'mood'"], "an unknown field"),
        ([line("field", notice="x:n", quote="q", field="lead", value="a")], 0, ["must be a list"], "a text for a list"),
        ([line("field", notice="x:n", quote="q", field="deadline", value=["soon"])], 0, ["soon"], "a deadline's day"),
        ([same("x:a", "x:b"), different("x:b", "x:a")], 0, ["lines 1, 2: contradict"], "same and different"),
        (
            [same("x:a", "x:b"), same("x:b", "x:c"), different("x:a", "x:c"), same("x:d", "x:e")],
            1,
            ["lines 1, 2, 3: contradict"],
            "by way of a third; the others hold",
        ),
        (
            [line("jurisdiction", notice="x:n", value="A"), line("jurisdiction", notice="x:n", value="B")],
            0,
            ["lines 1, 2: contradict"],
            "two provinces",
        ),
        (
            [line("field", notice="x:n", quote="q", field=f, value=["A"]) for f in ("lead", "coordinating")],
            2,
            [],
            "two fields of one directive",
        ),
    ],
)
def test_a_file_of_decisions(lines: list[str], held: int, faults: list[str], why: str) -> None:
    reading = parse(lines, "decisions.jsonl")
    assert len(reading.decisions.all) == held, why
    assert len(reading.faults) == len(faults), why
    assert all(part in fault for part, fault in zip(faults, reading.faults, strict=True)), reading.faults
    assert all(fault.startswith("decisions.jsonl, line") for fault in reading.faults)


def test_a_decision_is_written_as_it_is_read() -> None:
    written = write({"other": "x:b", "one": "x:a", "decide": "same", **LAN, "note": "cùng một người"})
    (held,) = parse([written], "x").decisions.all
    assert held.line == written
    assert (held.by, held.on) == ("Lan", date(2026, 3, 2))
    assert "cùng một người" in written
    with pytest.raises(ValueError, match="missing"):
        write({"decide": "same", "one": "x:a", **LAN})


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"gone\.jsonl"):
        load(tmp_path / "gone.jsonl")
    (tmp_path / "bad.jsonl").write_bytes(b"\xff")
    with pytest.raises(InputError, match="UTF-8"):
        load(tmp_path / "bad.jsonl")


THINGS = [f"x:{letter}" for letter in "abcdef"]
PAIRS = st.lists(st.lists(st.sampled_from(THINGS), min_size=2, max_size=2, unique=True), max_size=8)


@settings(deadline=None)
@given(PAIRS, PAIRS, st.randoms())
def test_what_decisions_mean_does_not_depend_on_their_order(
    alike: list[list[str]], apart: list[list[str]], random: object
) -> None:
    lines = [same(*pair) for pair in alike] + [different(*pair) for pair in apart]
    first = parse(lines, "x").decisions
    random.shuffle(lines)  # type: ignore[attr-defined]
    second = parse(lines, "x").decisions
    assert first == second
    for iri in THINGS:
        assert first.canonical(iri) == second.canonical(iri)
        assert first.canonical(first.canonical(iri)) == first.canonical(iri)
    for one in first.all:
        alike_now = first.canonical(one.said["one"]) == first.canonical(one.said["other"])
        assert alike_now is (one.kind == "same")


# ------------------------------------------------------------ what they do to a notice


def decided(*lines: str, notice: Notice = WATER) -> Notice:
    return decide(notice, None, parse(lines, "x").decisions)[0]


def quote_of(directive: Directive) -> str:
    return directive.passage.quote


FIRST = WATER.directives[0]


def field(name: str, *values: str, quote: str = quote_of(FIRST), notice: str = WHO.notice, **more: str) -> str:
    return line("field", notice=notice, quote=quote, field=name, value=values, **more)


@pytest.mark.parametrize(
    ("decision", "role", "expected", "why"),
    [
        (field("lead", "Sở Y tế"), Role.LEAD, ("Sở Y tế",), "another lead"),
        (field("lead", "Sở Tài chính"), Role.LEAD, ("Sở Tài chính",), "a body that the notice does not name"),
        (field("lead"), Role.LEAD, (), "nobody leads"),
        (field("coordinating", "Lý Văn Quế", "Sở Nội vụ"), Role.COORDINATING, ("Lý Văn Quế", "Sở Nội vụ"), "a person"),
        (field("lead", "Sở Y tế", quote="không có"), Role.LEAD, ("Sở Xây dựng",), "words that are not there"),
        (field("lead", "Sở Y tế", notice="x:other"), Role.LEAD, ("Sở Xây dựng",), "another notice"),
        (
            field("lead", "Sở Y tế", notice="x:before", source="nuoc-sach.txt"),
            Role.LEAD,
            ("Sở Y tế",),
            "the text has changed since, the passage stands",
        ),
    ],
)
def test_a_field_is_corrected(decision: str, role: Role, expected: tuple[str, ...], why: str) -> None:
    changed = decided(decision)
    assert changed.directives[0].actors(role) == expected, why
    assert changed.directives[1] == WATER.directives[1]
    if expected and changed != WATER:
        rules = {part.rule for part in changed.directives[0].participations if part.role is role}
        assert rules == {BY_DECISION}
    people = {each.name for each in changed.officials}
    assert {part.official for part in changed.directives[0].participations} <= {None, *people}


def test_a_deadline_is_corrected_at_the_words_that_state_it() -> None:
    (stated,) = FIRST.deadlines
    (changed,) = decided(field("deadline", "2024-07-31")).directives[0].deadlines
    assert (changed.day, changed.text, changed.rule) == (date(2024, 7, 31), stated.text, BY_DECISION)
    assert decided(field("deadline")).directives[0].deadlines == ()


SHORT = replace(
    WATER,
    agencies=(*WATER.agencies, agency("Ban Chỉ đạo", "Sở Y tế tiếp tục"), agency("Ban Chỉ đạo nước sạch", "nước sạch")),
    officials=(
        *WATER.officials,
        Official("Tống Thị Na", passage("tế"), (Post("Trưởng ban", "Ban Chỉ đạo", passage("tế")),)),
    ),
)


def test_a_short_mention_gets_its_full_name_everywhere() -> None:
    iri = identify(SHORT).agencies["Ban Chỉ đạo"].iri
    changed = decided(line("name", agency=iri, value="Ban Chỉ đạo nước sạch"), notice=SHORT)
    (full,) = [each for each in changed.agencies if each.label.startswith("Ban Chỉ đạo")]
    assert full.label == "Ban Chỉ đạo nước sạch"
    assert len(full.forms) == 2
    assert changed.officials[-1].posts[0].agency == "Ban Chỉ đạo nước sạch"


def test_the_province_of_a_notice_is_what_a_person_decided() -> None:
    decisions = parse([line("jurisdiction", notice=WHO.notice, value="tỉnh Hòa Sơn")], "x").decisions
    _, who = decide(WATER, None, decisions)
    assert who.jurisdiction
    assert who.jurisdiction.name == "tỉnh Hòa Sơn"
    assert who.agencies["Sở Y tế"].name == "Sở Y tế tỉnh Hòa Sơn"


def test_things_that_are_the_same_have_one_iri() -> None:
    one, other = WHO.official("Đặng Thu Hà"), WHO.official("Lý Văn Quế")
    _, who = decide(WATER, None, parse([same(one, other)], "x").decisions)
    assert who.official("Đặng Thu Hà") == who.official("Lý Văn Quế") == min(one, other)
    _, who = decide(WATER, None, parse([different(one, other)], "x").decisions)
    assert who.official("Đặng Thu Hà") == one


def test_without_decisions_nothing_changes() -> None:
    assert decide(WATER, None, Decisions()) == (WATER, WHO)


# ------------------------------------------------------------ a store built with them


def extract(source: Source) -> Notice:
    """The water notice with the source's digest and name."""
    return replace(SHORT, source=source.name, digest=source.digest)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "notices").mkdir()
    for name in "abc":
        (tmp_path / "notices" / f"{name}.txt").write_text(f"text {name}\n")
    return tmp_path / "notices"


class Store:
    """A store in memory, with its ledger, that is built from a folder."""

    def __init__(self, folder: Path, name: str = "ledger") -> None:
        self.store = LocalStore(pyoxigraph.Store())
        self._folder = folder
        self._ledger = folder.parent / f"{name}.json"

    def build(self, *lines: str | None) -> Report:
        """Build with decisions; without an option for them where the only line is None."""
        reading = None if lines == (None,) else parse([each for each in lines if each], "decisions.jsonl")
        return build(find([self._folder]), self.store, extract=extract, ledger=self._ledger, decisions=reading)

    def dump(self) -> list[str]:
        return sorted(map(str, self.store.quads()))


def notice_of(folder: Path, name: str) -> str:
    (given,) = find([folder / f"{name}.txt"])
    assert given.path
    return identify(extract(Source(given.name, given.path.read_text()))).notice


def test_only_what_is_decided_is_read_again_and_all_of_it_can_be_taken_back(folder: Path) -> None:
    built = Store(folder)
    built.build()
    before = built.dump()
    place = line("jurisdiction", notice=notice_of(folder, "a"), value="tỉnh Hòa Sơn")
    assert built.build(place) == Report(replaced=("a.txt",), unchanged=("b.txt", "c.txt"))
    assert any("tỉnh Hòa Sơn" in quad for quad in built.dump())
    assert any('"Lan"' in quad for quad in built.dump()), "who decided is in the graph"
    assert built.build(None).unchanged == ("a.txt", "b.txt", "c.txt"), "decisions hold until others come"
    fresh = Store(folder, "fresh")
    fresh.build(place)
    assert fresh.dump() == built.dump(), "as built at once"
    assert built.build().replaced == ("a.txt",)
    assert built.dump() == before


def test_a_decision_on_what_notices_share_changes_each_of_them(folder: Path) -> None:
    built = Store(folder)
    built.build()
    one, other = WHO.official("Đặng Thu Hà"), WHO.official("Lý Văn Quế")
    assert built.build(same(one, other)).replaced == ("a.txt", "b.txt", "c.txt")
    assert sum(f"<{max(one, other)}>" in quad and "mentions" in quad for quad in built.dump()) == 0
    assert any("owl#sameAs" in quad and f"<{max(one, other)}>" in quad for quad in built.dump())
    assert built.build(different(one, other)).replaced == ("a.txt", "b.txt", "c.txt")


def test_a_corrected_field_survives_a_new_text_around_its_passage(folder: Path) -> None:
    built = Store(folder)
    built.build()
    correction = field("lead", "Sở Tài chính", notice=notice_of(folder, "a"), source="a.txt")
    assert built.build(correction).refused == ()
    (folder / "a.txt").write_text("another text a\n")
    assert built.build(None) == Report(replaced=("a.txt",), unchanged=("b.txt", "c.txt"))
    assert any("Sở Tài chính" in quad for quad in built.dump())


@pytest.mark.parametrize(
    ("decision", "says"),
    [
        (same("https://example.org/a", "https://example.org/b"), "there is no https://example.org/a"),
        (different(WHO.official("Đặng Thu Hà"), "https://example.org/b"), "there is no https://example.org/b"),
        (line("jurisdiction", notice="https://example.org/n", value="A"), "there is no https://example.org/n"),
        (line("name", agency="https://example.org/a", value="A"), "there is no https://example.org/a"),
        (field("lead", "Sở Y tế", quote="Sở Y tế hát"), "no directive reads 'Sở Y tế hát'"),
    ],
)
def test_a_decision_about_nothing_is_named_and_the_rest_is_applied(folder: Path, decision: str, says: str) -> None:
    place = line("jurisdiction", notice=notice_of(folder, "a"), value="tỉnh Hòa Sơn")
    built = Store(folder)
    report = built.build(decision, place)
    (refused,) = report.refused
    assert says in refused
    assert "Lan" in refused
    assert any("tỉnh Hòa Sơn" in quad for quad in built.dump())


def test_agencies_that_a_person_names_are_what_the_tables_know_of_them() -> None:
    changed = decided(field("coordinating", "Bộ Y tế"))
    ministry = next(each for each in changed.agencies if each.label == "Bộ Y tế")
    assert ministry.national
    assert isinstance(ministry, Agency)
