"""The command line from outside: what goes where, with which exit status, and never with a traceback."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import click
import pytest

from kg.cli.group import kg
from kg.cli.messages import MESSAGES, message
from kg.cli.run import run
from kg.cli.settings import default_language
from kg.records import Notice, Stated
from tests.factory import TEXT, water_notice

ROOT = Path(__file__).parent.parent
COMMANDS = kg.list_commands(click.Context(kg))
HEAVY = {"icalendar", "networkx", "openpyxl", "pandas", "pyshacl", "pyvis", "rdflib", "rich", "spacy"}

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("KG_STORE", "KG_LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def command(capfd: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs a command line and gives its exit status, output and messages."""

    def call(*arguments: object) -> tuple[int, str, str]:
        status = run(list(map(str, arguments)))
        sys.stdout.flush()
        out, err = capfd.readouterr()
        return status, out, err

    return call


@pytest.fixture
def notice_file(tmp_path: Path) -> Path:
    """Return a file with the text of the invented notice."""
    path = tmp_path / "nuoc-sach.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def invented(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every text say what the invented notice says, so that the extractors are not tested here."""
    monkeypatch.setattr("kg.extract.extract", lambda source: water_notice(source.name), raising=False)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Return a store with the invented notice."""
    from kg.graph.conclusions import conclude
    from kg.graph.quads import quads
    from kg.graph.store import open_store
    from kg.identify import identify

    folder = tmp_path / "a store"
    notice = water_notice()
    with open_store(str(folder)) as opened:
        opened.replace([], quads(notice, identify(notice)))
        conclude(opened)
    return folder


def process(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `python -m kg` as a user's shell would."""
    return subprocess.run(
        [sys.executable, "-m", "kg", *map(str, arguments)],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        stdin=subprocess.DEVNULL,
    )


def one_line(text: str) -> bool:
    """Whether a text is one line that begins with the program's name."""
    return text.startswith("kg: ") and text.count("\n") == 1


# What the program says of itself


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_imports_nothing_heavy(name: str) -> None:
    arguments = [name, "--help"] if name else ["--help"]
    script = (
        f"import sys; from kg.cli.run import run; status = run({arguments!r}); "
        "print(*sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr); sys.exit(status)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", cwd=ROOT, check=True)
    assert not HEAVY & set(done.stderr.split())
    assert done.stdout.startswith(f"Usage: kg {name}".rstrip())


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_has_an_example_and_the_common_options(name: str, command: Run) -> None:
    status, out, _ = command(name, "--help")
    assert status == 0
    assert re.search(rf"Example:\n +kg {name}", out)
    assert "--store DIR" in out
    assert "--language" in out


@pytest.mark.parametrize("page", ["docs/commands.md", "README.md"])
def test_the_documents_name_every_command_and_no_other(page: str) -> None:
    rows = re.findall(r"^\| `kg (\w+)", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(rows) == COMMANDS


def test_the_page_of_commands_names_every_option() -> None:
    page = (ROOT / "docs/commands.md").read_text(encoding="utf-8")
    for name in COMMANDS:
        found = kg.get_command(click.Context(kg), name)
        assert found is not None
        options = [each for each in found.params if isinstance(each, click.Option)]
        missing = [flag for each in options for flag in each.opts if flag not in page]
        assert not missing, name


@pytest.mark.parametrize("name", MESSAGES)
def test_a_message_says_the_same_in_both_languages(name: str) -> None:
    english, vietnamese = (set(re.findall(r"{(\w+)}", text)) for text in MESSAGES[name])
    assert english == vietnamese
    assert all(MESSAGES[name])


def test_a_message_fills_its_places() -> None:
    assert message("written", "vi", path="a.ttl") == "đã ghi: a.ttl"


def test_an_unknown_command_is_refused_with_the_nearest(command: Run) -> None:
    status, out, err = command("bild")
    assert (status, out) == (2, "")
    assert "Did you mean 'build'?" in err


# Where the settings come from


@pytest.mark.parametrize(
    ("environment", "language", "why"),
    [
        ({}, "en", "an English machine"),
        ({"LANG": "vi_VN.UTF-8"}, "vi", "a Vietnamese machine"),
        ({"LANG": "vi_VN", "LC_ALL": "C"}, "en", "LC_ALL wins over LANG, as everywhere"),
        ({"LANG": "vi_VN", "KG_LANGUAGE": "en"}, "en", "the program's own variable wins"),
        ({"KG_LANGUAGE": "fr"}, "en", "a language that nobody speaks here"),
    ],
)
def test_the_language_follows_the_environment(
    environment: dict[str, str], language: str, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert default_language() == language, why


@pytest.mark.parametrize(
    ("arguments", "environment", "place"),
    [
        (["validate"], {}, "output/store"),
        (["validate"], {"KG_STORE": "a"}, "a"),
        (["--store", "b", "validate"], {"KG_STORE": "a"}, "b"),
        (["--store", "b", "validate", "--store", "c"], {"KG_STORE": "a"}, "c"),
    ],
)
def test_the_store_is_named_before_or_after_the_command(
    arguments: list[str],
    environment: dict[str, str],
    place: str,
    command: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    status, _, err = command(*arguments)
    assert status == 2
    assert err.startswith(f"kg: {place}: there is no store here")


# What each command gives


def test_text_is_what_offsets_count_in(notice_file: Path, command: Run) -> None:
    notice_file.write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    assert command("text", notice_file) == (0, TEXT, "")


def test_text_reads_standard_input() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kg", "text", "-"],
        input=TEXT.encode(),
        capture_output=True,
        check=True,
        cwd=ROOT,
    )
    assert done.stdout.decode() == TEXT


@pytest.mark.usefixtures("invented")
def test_extract_shows_a_clerk_who_does_what_by_when(notice_file: Path, command: Run) -> None:
    status, out, err = command("extract", notice_file, "--language", "en")
    assert (status, err) == (0, "")
    flat = " ".join(out.split())
    for expected in ("12/TB-UBND", "2024-05-18", "Sở Xây dựng (leads)", "with Sở Y tế", "(2024-06-30)"):
        assert expected in flat
    assert "trước ngày" in flat


@pytest.mark.usefixtures("invented")
def test_extract_speaks_vietnamese(notice_file: Path, command: Run) -> None:
    _, out, _ = command("--language", "vi", "extract", notice_file)
    assert "Sở Xây dựng (chủ trì)" in out
    assert "thời hạn" in out


@pytest.mark.usefixtures("invented")
def test_extract_gives_records_whose_passages_stand_in_the_text(notice_file: Path, command: Run) -> None:
    status, out, _ = command("extract", "--format", "json", notice_file)
    record = json.loads(out)
    assert status == 0
    assert record["issued"]["value"] == "2024-05-20"
    for directive in record["directives"]:
        place = directive["passage"]
        assert TEXT[place["start"] : place["end"]] == place["quote"]


@pytest.mark.usefixtures("invented")
def test_extract_gives_the_graph_of_the_notice(notice_file: Path, command: Run) -> None:
    from pyoxigraph import RdfFormat, parse

    status, out, _ = command("extract", "--format", "turtle", notice_file)
    assert status == 0
    assert len(list(parse(out, RdfFormat.TURTLE))) > 100


def test_extract_keeps_markup_and_control_characters_out_of_the_terminal(
    notice_file: Path, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    notice = water_notice()
    assert notice.title is not None
    title = Stated("[red]đỏ[/red] \x1b[31m :smile:", notice.title.passage)
    monkeypatch.setattr("kg.extract.extract", lambda source: replace(notice, title=title), raising=False)
    _, out, _ = command("extract", notice_file)
    assert "[red]đỏ[/red] [31m :smile:" in out
    assert "\x1b" not in out


def test_extract_says_when_a_text_says_nothing(
    notice_file: Path, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.extract.extract", lambda source: Notice(source.name, source.digest), raising=False)
    status, _, err = command("extract", notice_file)
    assert status == 0
    assert one_line(err)
    assert "is it a notice?" in err


@pytest.mark.usefixtures("invented")
def test_build_tells_what_it_did_and_does_it_once(notice_file: Path, command: Run, tmp_path: Path) -> None:
    status, out, err = command("build", notice_file)
    assert (status, out) == (0, "")
    assert err == "kg: 1 read, 0 replaced, 0 unchanged, 0 removed, 0 refused; the store is output/store\n"
    assert "0 read, 0 replaced, 1 unchanged" in command("build", notice_file)[2]
    status, out, _ = command("ask", "coordination", "--format", "csv")
    assert status == 0
    assert "Sở Y tế" in out


@pytest.mark.usefixtures("invented")
def test_build_refuses_what_is_missing_and_reads_the_rest(notice_file: Path, command: Run, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    status, _, err = command("build", "nowhere.txt", notice_file, "none", "--language", "vi")
    assert status == 1
    assert [line.split(":")[1].strip() for line in err.splitlines()[:2]] == ["nowhere.txt", "none"]
    assert "đọc mới 1" in err
    assert "từ chối 2" in err


def test_build_names_notices_without_a_province_and_how_to_settle_it(
    notice_file: Path, command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_notice = replace(water_notice(), jurisdiction=None)
    monkeypatch.setattr("kg.extract.extract", lambda source: open_notice, raising=False)
    status, _, err = command("build", notice_file)
    assert status == 0
    assert "nuoc-sach.txt" in err
    assert "--jurisdiction" in err
    status, _, err = command("build", notice_file, "--jurisdiction", "tỉnh Sông Lam")
    assert "--jurisdiction" not in err
    assert "1 replaced" in err


@pytest.mark.parametrize("base", ["no-iri", "https://example.org", "https://example.org/a b/", "urn:x"])
def test_a_base_that_is_none_is_refused(base: str, notice_file: Path, command: Run) -> None:
    status, _, err = command("build", "--base", base, notice_file)
    assert status == 2
    assert one_line(err)


def test_a_question_is_answered_and_another_refused(store: Path, command: Run) -> None:
    status, out, err = command("ask", "--store", store, "coordination", "--format", "csv", "--agency", "sở y tế")
    assert (status, err) == (0, "")
    assert "Sở Xây dựng" in out
    status, out, err = command("ask", "nothing", "--store", store)
    assert (status, out) == (2, "")
    assert one_line(err)
    assert "coordination" in err


def test_an_agency_is_asked_for_with_its_successors(store: Path, command: Run) -> None:
    asked = ("ask", "duties", "--store", store, "--format", "csv", "--agency", "Sở Giao thông vận tải tỉnh Sông Lam")
    assert "Sở Xây dựng" not in command(*asked)[1]
    assert "Sở Xây dựng" in command(*asked, "--successors")[1]


def test_questions_are_listed_in_the_users_language(command: Run) -> None:
    assert "Which agencies coordinate" in command("ask")[1]
    assert "Cơ quan nào phối hợp" in command("ask", "--language", "vi")[1]


def test_an_unknown_agency_is_refused_with_the_nearest(store: Path, command: Run) -> None:
    status, _, err = command("ask", "duties", "--agency", "Sở Y té", "--store", store)
    assert status == 2
    assert one_line(err)
    assert "Sở Y tế" in err


@pytest.mark.parametrize("form", ["argument", "file"])
def test_a_query_is_answered(form: str, store: Path, command: Run, tmp_path: Path) -> None:
    sparql = "SELECT ?name { ?who a nkg:Official ; foaf:name ?name } ORDER BY ?name"
    file = tmp_path / "names.rq"
    file.write_text(sparql, encoding="utf-8")
    given = [sparql] if form == "argument" else ["-f", file]
    status, out, err = command("query", *given, "--format", "csv", "--store", store)
    assert (status, err) == (0, "")
    assert out.splitlines() == ["name", "Lý Văn Quế", "Đặng Thu Hà"]


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["SELEC ?x {}"], "not valid SPARQL"),
        ([], "Give the query"),
        (["ASK {}", "-f", "x.rq"], "Give the query"),
    ],
)
def test_a_query_that_is_none_is_refused(arguments: list[str], reason: str, store: Path, command: Run) -> None:
    status, out, err = command("query", *arguments, "--store", store)
    assert (status, out) == (2, "")
    assert reason in err


def test_an_export_goes_to_a_file_or_to_standard_output(store: Path, command: Run, tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    assert command("export", "-o", path, "--store", store) == (0, "", f"kg: written: {path}\n")
    assert command("export", "--store", store)[1] == path.read_text(encoding="utf-8")


def test_an_export_lists_its_formats(command: Run) -> None:
    status, out, _ = command("export", "--formats")
    assert status == 0
    assert {"turtle", "trig", "graphml", "icalendar"} <= {line.split()[0] for line in out.splitlines()}


def test_a_valid_graph_conforms(store: Path, command: Run) -> None:
    assert command("validate", "--store", store) == (0, "", "kg: the graph conforms to its shapes\n")


def test_what_breaks_a_shape_is_named(store: Path, command: Run) -> None:
    from kg.graph.store import open_store

    with open_store(str(store)) as opened:
        opened.update("DELETE { GRAPH ?g { ?d nkg:text ?t } } WHERE { GRAPH ?g { ?d a nkg:Directive ; nkg:text ?t } }")
    status, out, err = command("validate", "--store", store)
    assert status == 1
    assert re.search(r"^Violation: \S+\.txt, \d.*: .+ <\S+/directive/\S+>$", out, re.MULTILINE), out
    assert one_line(err)


def test_a_page_is_written(store: Path, command: Run, tmp_path: Path) -> None:
    path = tmp_path / "view.html"
    status, out, _ = command("view", "-o", path, "--store", store, "--title", "A & B")
    assert (status, out) == (0, "")
    page = path.read_text(encoding="utf-8")
    assert "Sở Y tế" in page
    assert "A &amp; B" in page


def test_a_store_is_measured_and_compared_with_a_baseline(store: Path, command: Run, tmp_path: Path) -> None:
    from tests.test_evaluate import GOLD

    (tmp_path / "nuoc-sach.txt").write_text(TEXT, encoding="utf-8")
    gold = tmp_path / "nuoc-sach.json"
    gold.write_text(json.dumps(GOLD), encoding="utf-8")
    status, out, _ = command("evaluate", gold, "--store", store, "--json")
    assert status == 0
    figures = json.loads(out)
    assert figures["mean f1"] > 0.9
    assert command("evaluate", store, gold, "--json")[1] == out, "the store may be named as the graph"

    baseline = tmp_path / "baseline.json"
    baseline.write_text(out, encoding="utf-8")
    assert command("evaluate", store, gold, "--baseline", baseline)[0] == 0
    figures["facts"]["f1"] = 1.5
    baseline.write_text(json.dumps(figures), encoding="utf-8")
    status, table, err = command("evaluate", store, gold, "--baseline", baseline)
    assert status == 1
    assert "- facts: 1.500 →" in err
    assert table.startswith("measure")


@pytest.mark.parametrize(
    ("graph", "reason"),
    [
        ("missing.ttl", "missing.ttl: cannot be read"),
        ("missing", "missing: there is no store"),
        (None, "output/store"),
    ],
)
def test_a_graph_that_is_not_there_is_not_measured(
    graph: str | None, reason: str, command: Run, tmp_path: Path
) -> None:
    from tests.test_evaluate import GOLD

    (tmp_path / "nuoc-sach.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "nuoc-sach.json").write_text(json.dumps(GOLD), encoding="utf-8")
    status, out, err = command("evaluate", *filter(None, [graph]), "nuoc-sach.json")
    assert (status, out) == (2, "")
    assert one_line(err)
    assert reason in err


# What goes wrong


def binary(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7\0\xff\xfe" + bytes(range(256)))


def empty(path: Path) -> None:
    path.write_bytes(b" \n")


def latin(path: Path) -> None:
    path.write_bytes("THÔNG BÁO".encode("cp1252"))


def huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(50_000_000)


def missing(path: Path) -> None:
    path.unlink(missing_ok=True)


def folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize("name", ["text", "extract", "build"])
@pytest.mark.parametrize("make", [binary, empty, latin, huge, missing])
def test_input_that_cannot_be_used_is_named_in_a_line(
    name: str, make: Callable[[Path], None], command: Run, tmp_path: Path
) -> None:
    path = tmp_path / "thong-bao.txt"
    make(path)
    status, out, err = command(name, path)
    assert status in (1, 2)
    assert "Traceback" not in err
    assert "thong-bao.txt: " in err
    if name != "build":
        assert out == ""
        assert one_line(err)


def test_a_folder_is_no_file(command: Run, tmp_path: Path) -> None:
    status, _, err = command("text", tmp_path)
    assert status == 1
    assert one_line(err)


def test_a_text_that_is_no_notice_is_built_without_a_traceback(command: Run, tmp_path: Path) -> None:
    path = tmp_path / "recipe.txt"
    path.write_text("Nấu cơm: vo gạo, đổ nước, chờ chín.\n" * 20, encoding="utf-8")
    status, _, err = command("build", path)
    assert status in (0, 1)
    assert "Traceback" not in err


def test_the_first_commands_of_a_newcomer_need_no_option(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    for arguments in (
        ["build", "samples"],
        ["ask", "coordination"],
        ["view"],
        ["export", "-o", "output/graph.ttl"],
    ):
        done = process(*arguments)
        assert done.returncode == 0, done.stderr
    assert (tmp_path / "output/view.html").stat().st_size > 10_000
    gold = sorted((tmp_path / "samples/gold").glob("*.json"))
    done = process("evaluate", "output/graph.ttl", *gold)
    assert done.returncode == 0, done.stderr
    assert f"notices in the graph: {len(gold)} of {len(gold)}" in done.stdout


def test_a_folder_that_is_no_store_is_refused(command: Run, tmp_path: Path) -> None:
    (tmp_path / "thing.txt").write_text("x", encoding="utf-8")
    status, _, err = command("ask", "coordination", "--store", tmp_path)
    assert status == 2
    assert one_line(err)


def test_a_damaged_store_is_refused(store: Path, command: Run) -> None:
    (store / "CURRENT").write_text("MANIFEST-999999\n", encoding="utf-8")
    status, out, err = command("ask", "coordination", "--store", store)
    assert (status, out) == (2, "")
    assert one_line(err)


def test_a_store_in_use_is_refused_to_a_second_writer(store: Path, notice_file: Path) -> None:
    from kg.graph.store import open_store

    with open_store(str(store)):
        done = process("build", notice_file, "--store", store)
    assert done.returncode == 2
    assert one_line(done.stderr)


@pytest.mark.parametrize("name", ["export", "view"])
@pytest.mark.parametrize(("place", "why"), [("no/such/folder/out.html", "no such folder"), ("..", "a folder")])
def test_output_that_cannot_be_written_is_refused(name: str, place: str, why: str, store: Path, command: Run) -> None:
    status, out, err = command(name, "--store", store, "-o", place, *(["--format", "ttl"] * (name == "export")))
    assert (status, out) == (2, ""), why
    assert one_line(err)


def test_an_unknown_format_is_refused_with_the_known_ones(store: Path, command: Run) -> None:
    status, _, err = command("export", "--store", store, "--format", "docx")
    assert status == 2
    assert "turtle" in err


def test_a_full_disk_is_told_in_a_line(notice_file: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "kg", "text", notice_file],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            encoding="utf-8",
            cwd=ROOT,
        )
    assert done.returncode == 2
    assert one_line(done.stderr)


def test_a_reader_that_stops_early_ends_the_command_quietly(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("một dòng\n" * 200_000, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "kg", "text", path],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        cwd=ROOT,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.readline() == "một dòng\n"
        running.stdout.close()
        assert running.wait(60) == 0
        assert running.stderr.read() == ""


def test_an_interruption_is_told_in_a_line(command: Run, monkeypatch: pytest.MonkeyPatch, notice_file: Path) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kg.read.read", interrupt)
    status, _, err = command("text", notice_file)
    assert status == 2
    assert one_line(err.strip() + "\n")


def test_a_defect_of_the_program_is_not_hidden(monkeypatch: pytest.MonkeyPatch, notice_file: Path) -> None:
    def break_down(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("kg.read.read", break_down)
    with pytest.raises(ZeroDivisionError):
        run(["text", str(notice_file)])


def test_vietnamese_goes_through_a_pipe_whatever_the_machine_is_set_to(notice_file: Path) -> None:
    done = process("text", notice_file, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert done.stdout == TEXT
