from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

import kg.build.run
from kg.build import Report, build
from kg.errors import InputError, StoreError
from kg.graph.quads import quads
from kg.graph.reference import reference_graph
from kg.graph.store import LocalStore, Store, open_store
from kg.graph.terms import BASE
from kg.identify import identify, notice_iri
from kg.ledger import ledger_path, load, program_version
from kg.read import Input, Source, find, read
from kg.records import Citation, Notice, Stated
from tests.factory import passage, water_notice

WATER = water_notice()
PROVINCE = "tỉnh Sông Lam"


def extract(source: Source) -> Notice:
    """The water notice, with this text's digest; a first word "tỉnh" makes the first line its province."""
    line = source.text.splitlines()[0]
    if line.startswith("!"):
        raise InputError(f"{source.name}: no notice")
    province = Stated(line, passage("TỈNH SÔNG LAM")) if line.startswith("tỉnh ") else None
    return replace(WATER, source=source.name, digest=source.digest, jurisdiction=province, given=source.given)


def count(source: Source) -> Notice:
    COUNTED.append(source.name)
    return extract(source)


COUNTED: list[str] = []


def run(store: Store, folder: Path, **options: object) -> Report:
    COUNTED.clear()
    return build(find([folder]), store, **({"extract": count} | options))  # type: ignore[arg-type]


def dump(store: Store) -> list[str]:
    return sorted(map(str, store.quads()))


def fresh(folder: Path, tmp: Path, **options: object) -> list[str]:
    """The quads of a build from scratch, in memory."""
    ledger = tmp / "fresh.json"
    ledger.unlink(missing_ok=True)
    store = LocalStore(pyoxigraph.Store())
    build(find([folder]), store, extract=extract, ledger=ledger, **options)  # type: ignore[arg-type]
    return dump(store)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "notices"
    place.mkdir()
    for name in ("a", "b", "c"):
        (place / f"{name}.txt").write_text(f"{PROVINCE}\n{name}")
    return place


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(str(tmp_path / "store"))


def test_a_second_build_reads_nothing(store: Store, folder: Path, tmp_path: Path) -> None:
    report = run(store, folder)
    assert report == Report(read=("a.txt", "b.txt", "c.txt"))
    assert COUNTED == ["a.txt", "b.txt", "c.txt"]
    before = dump(store)
    assert run(store, folder) == Report(unchanged=("a.txt", "b.txt", "c.txt"))
    assert COUNTED == []
    assert dump(store) == before == fresh(folder, tmp_path)


def test_only_what_changed_is_read_and_its_old_notice_goes(store: Store, folder: Path, tmp_path: Path) -> None:
    run(store, folder)
    (folder / "b.txt").write_text("tỉnh Hòa Sơn\nnew")
    report = run(store, folder)
    assert report == Report(replaced=("b.txt",), unchanged=("a.txt", "c.txt"))
    assert COUNTED == ["b.txt"]
    assert dump(store) == fresh(folder, tmp_path)


def test_the_order_of_inputs_does_not_show(store: Store, folder: Path, tmp_path: Path) -> None:
    build(reversed(list(find([folder]))), store, extract=extract)
    assert dump(store) == fresh(folder, tmp_path)


def test_a_file_is_read_once_however_often_it_is_named(store: Store, folder: Path) -> None:
    report = build(find([folder / "a.txt", folder, folder / "a.txt"]), store, extract=count)
    assert report.read == ("a.txt", "b.txt", "c.txt")


def sources(store: Store) -> list[str]:
    return sorted(row["s"].value for row in store.query("SELECT ?s { ?n a nkg:Notice ; dcterms:source ?s }"))


def test_one_text_under_two_names_is_one_notice(store: Store, folder: Path, tmp_path: Path) -> None:
    (folder / "d.txt").write_text((folder / "a.txt").read_text())
    run(store, folder)
    assert len([g for g in store.graphs() if "/notice/" in g]) == 3
    assert sources(store) == ["a.txt", "b.txt", "c.txt", "d.txt"]
    (folder / "a.txt").write_text(f"{PROVINCE}\nsomething else")
    run(store, folder)
    assert dump(store) == fresh(folder, tmp_path)
    (folder / "d.txt").unlink()
    run(store, folder, prune=True)
    assert dump(store) == fresh(folder, tmp_path)


def test_a_file_that_was_renamed_is_the_same_notice(store: Store, folder: Path, tmp_path: Path) -> None:
    run(store, folder)
    (folder / "a.txt").rename(folder / "z.txt")
    report = run(store, folder)
    assert (report.read, report.gone) == (("z.txt",), ("a.txt",))
    assert sources(store) == ["a.txt", "b.txt", "c.txt", "z.txt"]
    assert run(store, folder, prune=True).removed == ("a.txt",)
    assert dump(store) == fresh(folder, tmp_path)


def test_what_is_gone_is_removed_only_on_request(store: Store, folder: Path, tmp_path: Path) -> None:
    run(store, folder)
    before = dump(store)
    (folder / "b.txt").unlink()
    assert run(store, folder) == Report(unchanged=("a.txt", "c.txt"), gone=("b.txt",))
    assert dump(store) == before
    assert run(store, folder, prune=True) == Report(unchanged=("a.txt", "c.txt"), removed=("b.txt",))
    assert dump(store) == fresh(folder, tmp_path)
    assert run(store, folder).gone == ()


def test_other_folders_are_left_alone(store: Store, folder: Path, tmp_path: Path) -> None:
    run(store, folder)
    other = tmp_path / "other"
    other.mkdir()
    (other / "x.txt").write_text(f"{PROVINCE}\nx")
    assert run(store, other, prune=True) == Report(read=("x.txt",))
    assert sources(store) == ["a.txt", "b.txt", "c.txt", "x.txt"]


def test_a_refused_file_stops_nothing_and_keeps_its_old_notice(store: Store, folder: Path) -> None:
    run(store, folder)
    before = dump(store)
    (folder / "a.txt").write_text("! broken")
    (folder / "b.txt").write_bytes(b"\xff\xfe\x00")
    (folder / "d.txt").write_text("! broken")
    report = run(store, folder)
    assert report.unchanged == ("c.txt",)
    assert [line.partition(":")[0] for line in report.refused] == ["a.txt", "b.txt", "d.txt"]
    assert dump(store) == before
    assert run(store, folder).refused == report.refused, "a refusal is said every time"


def unnamed(source: Source) -> Notice:
    return replace(extract(source), citations=(Citation("9/QĐ-UBND", ()),))


def test_a_record_that_does_not_hold_together_is_refused(store: Store, folder: Path) -> None:
    report = run(store, folder, extract=unnamed)
    assert report.read == ()
    assert report.refused[0].startswith("a.txt: ")
    assert "45/QĐ-UBND" in report.refused[0]
    assert store.graphs() == []
    assert load(ledger_path(store.location), BASE).entries == {}


def broken(source: Source) -> Notice:
    raise ZeroDivisionError


def test_a_fault_of_the_program_refuses_one_file_and_names_it(store: Store, folder: Path) -> None:
    report = run(store, folder, extract=broken)
    assert report.read == ()
    assert report.refused[0].startswith("a.txt: a fault in the program stopped its reading (ZeroDivisionError")


def test_the_given_jurisdiction_is_for_texts_that_show_none(store: Store, folder: Path, tmp_path: Path) -> None:
    (folder / "a.txt").write_text("no province\n")
    report = run(store, folder)
    assert report.scopeless == ("a.txt",)
    report = run(store, folder, jurisdiction=PROVINCE)
    assert report == Report(replaced=("a.txt",), unchanged=("b.txt", "c.txt"))
    assert dump(store) == fresh(folder, tmp_path, jurisdiction=PROVINCE)
    assert run(store, folder, jurisdiction=PROVINCE).unchanged == ("a.txt", "b.txt", "c.txt")
    report = run(store, folder, jurisdiction="tỉnh Hòa Sơn", force=True)
    assert [line.partition(":")[0] for line in report.conflicts] == ["b.txt", "c.txt"]
    assert run(store, folder).scopeless == ("a.txt",)
    assert run(store, folder).scopeless == ("a.txt",), "said of unchanged notices, too"


def test_what_a_table_says_is_part_of_what_a_file_says(store: Store, folder: Path, tmp_path: Path) -> None:
    (folder / "a.txt").write_text("no province\n")
    run(store, folder)
    (folder / "notices.csv").write_text("file,jurisdiction,source\na.txt,tỉnh Sông Lam,https://sonlam.example/a\n")
    assert run(store, folder) == Report(replaced=("a.txt",), unchanged=("b.txt", "c.txt"))
    assert dump(store) == fresh(folder, tmp_path)
    assert run(store, folder, jurisdiction="tỉnh Hòa Sơn").unchanged == ("a.txt", "b.txt", "c.txt"), "no need of it"
    (folder / "notices.csv").write_text("file,jurisdiction\na.txt,tỉnh Sông Lam\na.txt,tỉnh Hòa Sơn\n")
    before = dump(store)
    report = run(store, folder)
    assert report.refused == (
        f"a.txt: {folder / 'notices.csv'}: lines 2 and 3 are about the same file, a.txt; keep one of them",
    )
    assert dump(store) == before, "what was stored stays"
    (folder / "notices.csv").unlink()
    assert run(store, folder).scopeless == ("a.txt",)


def test_the_address_of_a_notice_outlives_one_of_its_files(store: Store, folder: Path) -> None:
    (folder / "copy.txt").write_bytes((folder / "a.txt").read_bytes())
    (folder / "notices.csv").write_text("file,source\na.txt,https://sonlam.example/a\n")
    run(store, folder)
    (folder / "copy.txt").unlink()
    run(store, folder, prune=True)
    assert any("https://sonlam.example/a" in line for line in dump(store))
    assert not any('"copy.txt"' in line for line in dump(store))


def test_what_is_said_beside_one_file_holds_for_its_text(store: Store, folder: Path, tmp_path: Path) -> None:
    for name in ("a", "copy"):
        (folder / f"{name}.txt").write_text("no province\n")
    table = folder / "notices.csv"
    table.write_text("file,jurisdiction\na.txt,tỉnh Sông Lam\n")
    assert run(store, folder).scopeless == ()
    assert dump(store) == fresh(folder, tmp_path)
    assert run(store, folder) == Report(unchanged=("a.txt", "b.txt", "c.txt", "copy.txt"))
    table.write_text("file,jurisdiction\na.txt,tỉnh Sông Lam\ncopy.txt,tỉnh Hòa Sơn\n")
    report = run(store, folder)
    assert (report.replaced, report.scopeless) == (("copy.txt",), ("copy.txt",))
    assert "tỉnh Sông Lam beside a.txt and tỉnh Hòa Sơn beside copy.txt" in report.conflicts[0]
    assert dump(store) == fresh(folder, tmp_path)
    assert run(store, folder).scopeless == ("a.txt", "copy.txt"), "it is open whichever file one looks at"


@pytest.mark.parametrize("change", ["its text", "its being there"])
def test_what_was_said_goes_with_its_file(store: Store, folder: Path, tmp_path: Path, change: str) -> None:
    for name in ("a", "copy"):
        (folder / f"{name}.txt").write_text("no province\n")
    (folder / "notices.csv").write_text("file,jurisdiction\ncopy.txt,tỉnh Sông Lam\n")
    run(store, folder)
    if change == "its text":
        (folder / "copy.txt").write_text("another text\n")
    else:
        (folder / "copy.txt").unlink()
    report = run(store, folder, prune=True)
    assert report.scopeless == ("a.txt",)
    assert "a.txt" in report.replaced, "read once more"
    assert "a.txt" not in report.unchanged
    assert dump(store) == fresh(folder, tmp_path)


def test_what_is_said_of_a_renamed_file_is_not_held_against_it(store: Store, folder: Path, tmp_path: Path) -> None:
    (folder / "a.txt").write_text("no province\n")
    (folder / "notices.csv").write_text("file,jurisdiction\na.txt,tỉnh Sông Lam\n")
    run(store, folder)
    (folder / "a.txt").rename(folder / "z.txt")
    (folder / "notices.csv").write_text("file,jurisdiction\nz.txt,tỉnh Hòa Sơn\n")
    assert run(store, folder).conflicts == ()
    run(store, folder, prune=True)
    assert dump(store) == fresh(folder, tmp_path)


@pytest.mark.parametrize(
    ("options", "why"), [({"force": True}, "the user asks for it"), ({}, "the program reads otherwise now")]
)
def test_when_unchanged_files_are_read(
    store: Store, folder: Path, options: dict[str, bool], why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(store, folder)
    before = dump(store)
    if not options:
        monkeypatch.setattr(kg.build.run, "program_version", lambda: "newer")
    assert run(store, folder, **options).replaced == ("a.txt", "b.txt", "c.txt"), why
    assert dump(store) == before


def test_the_version_is_one_of_the_program_and_its_tables() -> None:
    assert program_version() == program_version()
    assert program_version().startswith(f"{kg.__version__}+")


def test_standard_input_is_a_notice_like_any_other(store: Store, folder: Path) -> None:
    given = Source("-", f"{PROVINCE}\nfrom a pipe")
    for _ in range(2):
        build([Input(None, "-")], store, read=lambda _: given, extract=extract)
    assert store.graphs()[-1] == notice_iri(BASE, given.digest)
    report = run(store, folder, prune=True)
    assert report.removed == ()
    assert notice_iri(BASE, given.digest) in store.graphs()


def test_several_jobs_end_where_one_does(store: Store, folder: Path, tmp_path: Path) -> None:
    (folder / "bad.txt").write_text("! broken")
    order: list[str] = []
    report = build(
        find([folder]), store, extract=extract, jobs=2, progress=lambda done, total, name: order.append(name)
    )
    assert order == ["a.txt", "b.txt", "bad.txt", "c.txt"]
    assert report == Report(read=("a.txt", "b.txt", "c.txt"), refused=("bad.txt: no notice",))
    assert dump(store) == fresh(folder, tmp_path)


def test_a_lost_ledger_is_made_anew(store: Store, folder: Path, tmp_path: Path) -> None:
    run(store, folder)
    (folder / "c.txt").unlink()
    ledger_path(store.location).unlink()
    report = run(store, folder)
    assert report.read == ("a.txt", "b.txt")
    assert len(report.gone) == 1
    assert run(store, folder, prune=True).removed == report.gone
    assert dump(store) == fresh(folder, tmp_path)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("{", "damaged"), ("[]", "damaged"), ('{"format": 99}', "damaged"), ("{}", "damaged")],
)
def test_a_damaged_ledger_says_what_to_do(store: Store, folder: Path, text: str, expected: str) -> None:
    ledger_path(store.location).write_text(text)
    with pytest.raises(StoreError, match=f"{expected}; delete it"):
        run(store, folder)


def test_a_store_has_one_base(folder: Path, tmp_path: Path) -> None:
    place = str(tmp_path / "store")
    with open_store(place) as store:
        run(store, folder)
    with open_store(place, base="http://example.org/") as store, pytest.raises(StoreError, match=BASE):
        run(store, folder)


@pytest.mark.parametrize(
    ("environment", "expected"),
    [({"XDG_STATE_HOME": "/state"}, "/state/notice-kg"), ({"HOME": "/home/lan"}, "/home/lan/.local/state/notice-kg")],
)
@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the folders of other platforms")
def test_the_ledger_of_an_endpoint_is_among_the_users_state(
    environment: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ledger_path("http://localhost/query").parent == Path(expected)
    assert ledger_path("http://localhost/query") != ledger_path("http://localhost/other")


class Interrupted:
    """A store that is interrupted at its nth change, before it is made or after."""

    def __init__(self, store: Store, at: int, *, before: bool) -> None:
        self._store = store
        self._left = at
        self._before = before

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)

    def replace(self, remove: list[str], new: list[pyoxigraph.Quad]) -> None:
        self._change(lambda: self._store.replace(remove, new))

    def update(self, sparql: str) -> None:
        self._change(lambda: self._store.update(sparql))

    def _change(self, change: Callable[[], None]) -> None:
        self._left -= 1
        if self._left == 0 and self._before:
            raise KeyboardInterrupt
        change()
        if self._left == 0:
            raise KeyboardInterrupt


@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize("at", range(1, 7))
@pytest.mark.parametrize("reverted", [True, False])
def test_the_next_build_takes_up_where_an_interrupted_one_stopped(
    store: Store, folder: Path, tmp_path: Path, *, at: int, before: bool, reverted: bool
) -> None:
    (folder / "d.txt").write_text((folder / "a.txt").read_text())
    run(store, folder)
    old = {path: path.read_text() for path in folder.iterdir()}
    for path in old:
        path.write_text(f"tỉnh Hòa Sơn\n{path.name}")
    with pytest.raises(KeyboardInterrupt):
        run(Interrupted(store, at, before=before), folder)  # type: ignore[arg-type]
    if reverted:
        for path, text in old.items():
            path.write_text(text)
    run(store, folder)
    assert dump(store) == fresh(folder, tmp_path)


PROGRAM = """
import sys
from pathlib import Path
from kg.build import build
from kg.graph.store import open_store
from kg.read import find
from tests.test_build import extract
store = open_store(sys.argv[1])
build(find([Path(sys.argv[2])]), store, extract=extract, progress=lambda *_: print("stored", flush=True))
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL on this platform")
@pytest.mark.parametrize("stored", [1, 5, 20, 33, 38])
def test_a_killed_build_leaves_no_half_notice(folder: Path, tmp_path: Path, stored: int) -> None:
    place = tmp_path / "store"
    for number in range(40):
        (folder / f"{number:02}.txt").write_text(f"{PROVINCE}\n{number}")
    with open_store(str(place)) as store:
        run(store, folder)
        whole = by_graph(store)
    for path in folder.iterdir():
        path.write_text(f"tỉnh Hòa Sơn\n{path.name}")
    kill_after(stored, str(place), str(folder))
    with open_store(str(place)) as store:
        for graph, found in by_graph(store).items():
            assert found == whole.get(graph, found), "an old notice is whole"
            if graph not in whole:
                assert len(found) == len(next(iter(whole.values()))), "a new notice is whole"
        run(store, folder)
        assert dump(store) == fresh(folder, tmp_path)


def by_graph(store: Store) -> dict[str, list[str]]:
    names = [graph for graph in store.graphs() if "/notice/" in graph]
    return {name: sorted(map(str, store.triples(name))) for name in names}


def kill_after(lines: int, *arguments: str) -> None:
    command = [sys.executable, "-c", PROGRAM, *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        for _ in range(lines):
            assert process.stdout.readline() == "stored\n"
        os.kill(process.pid, signal.SIGKILL)


def test_a_notice_is_stored_with_what_describes_it(store: Store, folder: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        run(Interrupted(store, 1, before=False), folder)  # type: ignore[arg-type]
    expected = extract(Source("a.txt", (folder / "a.txt").read_text()))
    assert dump(store) == sorted(map(str, quads(expected, identify(expected))))
    assert reference_graph(BASE) in store.graphs()


def test_the_ledger_is_readable(store: Store, folder: Path) -> None:
    run(store, folder)
    ledger = json.loads(ledger_path(store.location).read_text(encoding="utf-8"))
    assert [Path(file).name for file in ledger["files"]] == ["a.txt", "b.txt", "c.txt"]
    assert ledger["stale"] is False


TEXTS = st.sampled_from(
    [f"{PROVINCE}\n1", f"{PROVINCE}\n2", "tỉnh Hòa Sơn\n3", "no province\n4", "no province\n5", "! broken"]
)
PROVINCES = st.sampled_from(["tỉnh Sông Lam", "tỉnh Hòa Sơn"])
NAMES = st.sampled_from(["a.txt", "b.txt", "c.txt", "d.txt"])


class Builds(RuleBasedStateMachine):
    """Files come, change and go; builds run, are cut short, or lose their ledger."""

    @initialize(tmp=st.builds(lambda: None))
    def start(self, tmp: None) -> None:
        from tempfile import TemporaryDirectory

        self.place = TemporaryDirectory()
        self.tmp = Path(self.place.name)
        self.folder = self.tmp / "notices"
        self.folder.mkdir()
        self.store = LocalStore(pyoxigraph.Store())
        self.ledger = self.tmp / "ledger.json"
        self.settled = False

    @rule(name=NAMES, text=TEXTS)
    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text)
        self.settled = False

    @rule(rows=st.dictionaries(NAMES, PROVINCES))
    def say(self, rows: dict[str, str]) -> None:
        lines = [f"{name},{province}\n" for name, province in rows.items()]
        (self.folder / "notices.csv").write_text("".join(["file,jurisdiction\n", *lines]))
        self.settled = False

    @rule(name=NAMES)
    def delete(self, name: str) -> None:
        (self.folder / name).unlink(missing_ok=True)
        self.settled = False

    @rule(one=NAMES, other=NAMES)
    def rename(self, one: str, other: str) -> None:
        if (self.folder / one).exists():
            (self.folder / one).rename(self.folder / other)
            self.settled = False

    @rule(prune=st.booleans())
    def build(self, prune: bool) -> None:
        build(find([self.folder]), self.store, extract=extract, ledger=self.ledger, prune=prune)

    @rule(at=st.integers(1, 5), before=st.booleans(), prune=st.booleans())
    def interrupted(self, at: int, before: bool, prune: bool) -> None:
        store = Interrupted(self.store, at, before=before)
        try:
            build(find([self.folder]), store, extract=extract, ledger=self.ledger, prune=prune)  # type: ignore[arg-type]
        except KeyboardInterrupt:
            self.settled = False

    @rule()
    def lose_the_ledger(self) -> None:
        self.ledger.unlink(missing_ok=True)

    @rule()
    def settle(self) -> None:
        for path in self.folder.iterdir():
            if path.read_text().startswith("!"):
                path.unlink()
        build(find([self.folder]), self.store, extract=extract, ledger=self.ledger, prune=True)
        self.settled = True

    @invariant()
    def a_settled_store_is_that_of_a_fresh_build(self) -> None:
        if getattr(self, "settled", False):
            assert dump(self.store) == fresh(self.folder, self.tmp)
            self.settled = False

    def teardown(self) -> None:
        if hasattr(self, "place"):
            self.settle()
            self.a_settled_store_is_that_of_a_fresh_build()
            self.place.cleanup()


TestBuilds = Builds.TestCase
TestBuilds.settings = settings(
    max_examples=40, stateful_step_count=15, deadline=None, suppress_health_check=list(HealthCheck)
)


def test_the_default_reader_reads_files(folder: Path) -> None:
    assert read(next(iter(find([folder])))).text == f"{PROVINCE}\na"
