from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pyoxigraph
import pytest

from kg.cli.run import run
from kg.errors import InputError, KgError
from kg.graph.conclusions import conclude
from kg.graph.quads import quads
from kg.graph.store import LocalStore, open_store
from kg.identify import Decisions, decide, identify
from kg.identify.decisions import parse
from kg.records import Agency, Form, Level, Meeting, Notice, Official, Passage, Post, Stated
from kg.review import Answer, Doubt, add, correction, doubts, settled
from tests.factory import water_notice

MAY = date(2024, 5, 20)
LAN = Answer("Lan", date(2026, 3, 2))


def passage(text: str, start: int = 0) -> Passage:
    return Passage(start, start + len(text), text)


def body(label: str, level: Level | None = Level.PROVINCE, **more: bool) -> Agency:
    return Agency(label, (Form(label, passage(label)),), level=level, **more)


def person(name: str, role: str, of: str) -> Official:
    return Official(name, passage(name), (Post(role, of, passage(f"{role} {of}")),))


def held(label: str, host: str = "Ủy ban nhân dân tỉnh") -> Meeting:
    return Meeting(label, passage(label), Stated(MAY, passage("ngày")), Stated(host, passage(host)))


COMMITTEE = body("Ủy ban nhân dân tỉnh")


def notice(name: str, *bodies: Agency, province: str | None = "tỉnh Sông Lam", **more: object) -> Notice:
    stated = Stated(province, passage(province)) if province else None
    issuer = Stated(COMMITTEE.label, passage(COMMITTEE.label))
    digest = name.encode().hex().ljust(64, "0")[:64]
    return Notice(f"{name}.txt", digest, issuer=issuer, jurisdiction=stated, agencies=(COMMITTEE, *bodies), **more)  # type: ignore[arg-type]


def store(*notices: Notice, decisions: Decisions | None = None) -> LocalStore:
    filled = LocalStore(pyoxigraph.Store())
    for each in notices:
        filled.replace([], quads(*decide(each, None, decisions)))
    conclude(filled)
    return filled


def asked(*notices: Notice) -> list[tuple[str, ...]]:
    return [(doubt.kind, *(thing.name for thing in doubt.things)) for doubt in doubts(store(*notices), Decisions())]


STEERING = "Ban Chỉ đạo nước sạch nông thôn tỉnh"
MISSPELT = "Ban Chỉ đạo nước sạch nông thông tỉnh"


@pytest.mark.parametrize(
    ("notices", "expected", "why"),
    [
        ([notice("a"), notice("b")], [], "nothing in doubt"),
        ([notice("a", province=None)], [("jurisdiction", "a.txt")], "no province is shown"),
        (
            [notice("a", body(STEERING)), notice("b", body(MISSPELT))],
            [("same", f"{STEERING} Sông Lam", f"{MISSPELT} Sông Lam")],
            "a typing error",
        ),
        ([notice("a", body("Ban Quản lý chợ số 1"), body("Ban Quản lý chợ số 2"))], [], "numbers tell apart"),
        (
            [notice("a", *(body(f"Ủy ban nhân dân huyện Châu Thành{x}", Level.DISTRICT) for x in ("", " A")))],
            [],
            "two districts that the tables know",
        ),
        ([notice("a", body("Sở Nội vụ"), body("Sở Ngoại vụ"))], [], "both are known to the tables"),
        ([notice("a", body(STEERING)), notice("b", body(MISSPELT), province="tỉnh Hòa Sơn")], [], "of two provinces"),
        (
            [notice("a", body("Ban Chỉ đạo"), body(STEERING))],
            [("name", "Ban Chỉ đạo tỉnh Sông Lam")],
            "a short mention with a name to choose",
        ),
        ([notice("a", body("Ban Chỉ đạo"))], [], "a short mention without one"),
        (
            [
                notice("a", body("Sở Y tế"), officials=(person("Lý Văn Quế", "Giám đốc", "Sở Y tế"),)),
                notice("b", officials=(person("Lý Văn Quế", "Chủ tịch", COMMITTEE.label),)),
            ],
            [("same", "Lý Văn Quế", "Lý Văn Quế")],
            "one name, two posts",
        ),
        (
            [
                notice("a", meetings=(held("cuộc họp về cấp nước sạch nông thôn"),)),
                notice("b", meetings=(held("cuộc họp nghe báo cáo về cấp nước sạch nông thôn"),)),
            ],
            [("same", "cuộc họp nghe báo cáo về cấp nước sạch nông thôn", "cuộc họp về cấp nước sạch nông thôn")],
            "one day, one host, like words",
        ),
        (
            [
                notice("a", meetings=(held("cuộc họp về cấp nước sạch nông thôn"),)),
                notice("b", meetings=(held("hội nghị tổng kết phong trào thi đua"),)),
            ],
            [],
            "two meetings on one day",
        ),
        (
            [notice("a", meetings=(held("cuộc họp về cấp nước"), held("cuộc họp về cấp nước sạch")))],
            [],
            "one notice knows its meetings",
        ),
    ],
)
def test_what_is_doubtful(notices: list[Notice], expected: list[tuple[str, ...]], why: str) -> None:
    found = [(kind, *sorted(names)) for kind, *names in asked(*notices)]
    assert found == [(kind, *sorted(names)) for kind, *names in expected], why


def test_a_doubt_shows_the_passages_that_name_what_it_is_about() -> None:
    (doubt,) = doubts(store(notice("a", body("Ban Chỉ đạo"), body(STEERING))), Decisions())
    assert doubt.things[0].passages == ("a.txt: Ban Chỉ đạo",)
    assert doubt.options == ("Ban Chỉ đạo nước sạch nông thôn",), "the province follows from the notice"


@pytest.mark.parametrize(
    ("notices", "value"),
    [
        ([notice("a", body(STEERING)), notice("b", body(MISSPELT))], "same"),
        ([notice("a", body(STEERING)), notice("b", body(MISSPELT))], "different"),
        ([notice("a", body("Ban Chỉ đạo"), body(STEERING))], STEERING),
        ([notice("a", province=None)], "tỉnh Sông Lam"),
    ],
)
def test_what_was_answered_is_not_asked_again(notices: list[Notice], value: str) -> None:
    (doubt,) = doubts(store(*notices), Decisions())
    decisions = parse([settled(doubt, value, LAN)], "x").decisions
    assert doubts(store(*notices, decisions=decisions), decisions) == []


# ------------------------------------------------------------ the file and the command


def test_a_file_of_decisions_grows_by_whole_lines(tmp_path: Path) -> None:
    path = tmp_path / "new" / "decisions.jsonl"
    add(path, "one")
    path.write_text("one")
    add(path, "two")
    assert path.read_text() == "one\ntwo\n"
    with pytest.raises(KgError, match="cannot be written"):
        add(tmp_path, "three")


WATER = water_notice()


def filled(tmp_path: Path) -> Path:
    place = tmp_path / "store"
    with open_store(str(place)) as opened:
        for name in ("a", "b"):
            silent = replace(WATER, source=f"{name}.txt", digest=name * 64, jurisdiction=None, issuer=None, meetings=())
            opened.replace([], quads(silent, identify(silent)))
        conclude(opened)
    return place


Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def review(tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """A function that runs `kg review`, at a terminal where answers are given, and returns what it says."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KG_LANGUAGE", "en")
    place = filled(tmp_path)

    def call(*arguments: str, answers: list[str] | None = None) -> tuple[int, str, str]:
        given = iter(answers or ())
        monkeypatch.setattr("kg.cli.commands.review._at_a_terminal", lambda: answers is not None)
        monkeypatch.setattr("click.prompt", lambda *_, **__: next(given))
        status = run(["review", "--store", str(place), "--by", "Lan", *arguments])
        out, err = capfd.readouterr()
        return status, out, err

    return call


def lines(tmp_path: Path) -> list[dict[str, object]]:
    path = tmp_path / "decisions.jsonl"
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def test_into_a_pipe_doubts_are_only_listed(review: Command, tmp_path: Path) -> None:
    status, out, err = review()
    assert status == 0
    assert out.count("Which province is this notice about?") == 2
    assert err == ""
    assert lines(tmp_path) == []
    assert review("--list", answers=["tỉnh Sông Lam"])[1] == out


def test_each_answer_is_kept_at_once_and_the_rest_is_for_later(review: Command, tmp_path: Path) -> None:
    _, out, err = review(answers=["tỉnh Sông Lam", "q"])
    assert "[1/" in out
    assert "kg build PATH --decisions decisions.jsonl" in err
    (kept,) = lines(tmp_path)
    assert (kept["decide"], kept["value"], kept["by"]) == ("jurisdiction", "tỉnh Sông Lam", "Lan")
    assert review("--list")[1].count("Which province is this notice about?") == 1, "what is decided is not asked"


@pytest.mark.parametrize(
    ("kind", "said", "expected"),
    [
        ("same", "1", "same"),
        ("same", "2", "different"),
        ("same", "perhaps", ""),
        ("name", "1", "Ban Chỉ đạo nước sạch"),
        ("name", "3", ""),
        ("name", "Ban Chỉ đạo khác", "Ban Chỉ đạo khác"),
        ("jurisdiction", "", ""),
    ],
)
def test_what_an_answer_means(kind: str, said: str, expected: str) -> None:
    from kg.cli.commands.review import _value

    assert _value(Doubt(kind, (), ("Ban Chỉ đạo nước sạch",)), said) == expected


def test_a_field_of_a_directive_is_corrected_by_its_passage(review: Command, tmp_path: Path) -> None:
    iri = identify(replace(WATER, digest="a" * 64)).notice
    first = WATER.directives[0].passage
    at = f"{iri}#char={first.start},{first.end}"
    status, _, err = review("--at", at, "--set", "lead=Sở Y tế", "--set", "deadline=2024-07-31", "--set", "directs=")
    assert status == 0
    assert "3 decided" in err
    kept = {each["field"]: each for each in lines(tmp_path)}
    assert kept["lead"]["value"] == ["Sở Y tế"]
    assert kept["directs"]["value"] == []
    assert kept["lead"]["quote"] == first.quote
    assert kept["lead"]["source"] == "a.txt"


@pytest.mark.parametrize(
    ("arguments", "expected", "says"),
    [
        (["--at", "https://example.org/x", "--set", "lead=A"], 1, "no directive of this store"),
        (["--at", "not an iri", "--set", "lead=A"], 1, "not an IRI"),
        (["--at", "https://example.org/x", "--set", "mood=A"], 1, "mood"),
        (["--at", "https://example.org/x", "--set", "lead"], 2, "FIELD=VALUE"),
        (["--at", "https://example.org/x"], 2, "--set"),
    ],
)
def test_a_correction_of_nothing_is_refused_in_a_line(
    review: Command, tmp_path: Path, arguments: list[str], expected: int, says: str
) -> None:
    status, out, err = review(*arguments)
    assert (status, out) == (expected, "")
    assert says in err
    assert err.count("\n") == 1
    assert lines(tmp_path) == []


def test_a_day_that_is_none_corrects_nothing() -> None:
    given = store(WATER)
    (directive, *_) = WATER.directives
    at = f"{identify(WATER).notice}#char={directive.passage.start},{directive.passage.end}"
    with pytest.raises(InputError, match="deadline"):
        correction(given, at, "deadline", ["soon"], LAN)
