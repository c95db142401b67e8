"""What is read in each sample notice, whole: a change of it is seen in the commit that makes it."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import unified_diff
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli.group import kg

SAMPLES = Path(__file__).parent.parent / "samples"
NOTICES = sorted(path for path in SAMPLES.iterdir() if path.suffix in {".txt", ".md"} and path.stem != "README")
REFRESH = "if the new reading is right: make expected"


def output(*arguments: object) -> str:
    """Return what a command that succeeds writes to standard output."""
    done = CliRunner().invoke(kg, [str(argument) for argument in arguments], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.stdout_bytes.decode()


def expectation(notice: Path) -> Path:
    """Return the file with what is expected to be read in a notice."""
    return SAMPLES / "expected" / f"{notice.stem}.json"


def difference(expected: str, found: str) -> str:
    """Return the lines that differ, `-` expected and `+` found, with three lines around each for orientation."""
    lines = unified_diff(expected.splitlines(), found.splitlines(), "expected", "found", lineterm="")
    return "\n".join(lines)


@pytest.mark.parametrize("notice", NOTICES, ids=lambda path: path.stem)
def test_a_sample_is_read_as_expected(notice: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found = output("extract", "--format", "json", notice)
    expected = expectation(notice).read_text(encoding="utf-8")
    if found != expected:
        pytest.fail(f"{notice.name} is read otherwise; {REFRESH}\n{difference(expected, found)}", pytrace=False)


def test_each_sample_has_an_expectation_and_no_other_has() -> None:
    expected = {path.name for path in (SAMPLES / "expected").iterdir()}
    assert expected == {expectation(notice).name for notice in NOTICES}, REFRESH


def test_each_gold_file_is_of_a_sample() -> None:
    assert {path.stem for path in (SAMPLES / "gold").iterdir()} <= {notice.stem for notice in NOTICES}


def turtle(store: Path, inputs: Sequence[object]) -> str:
    """Build a store of its own from inputs and return its graph."""
    output("build", "--store", store, *inputs)
    return output("export", "--store", store, "--format", "turtle")


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the graph of the samples, built from its files in their order by one process."""
    return turtle(tmp_path_factory.mktemp("graph") / "store", ["--jobs", "1", *NOTICES])


@pytest.mark.parametrize(
    ("inputs", "why"),
    [
        ([*reversed(NOTICES)], "the files in another order"),
        ([SAMPLES], "the folder instead of its files"),
        (["--jobs", "2", *NOTICES[::2], *NOTICES[1::2]], "several processes"),
    ],
    ids=["reversed", "folder", "jobs"],
)
def test_the_graph_of_the_samples_has_the_same_bytes(
    inputs: Sequence[object], why: str, graph: str, tmp_path: Path
) -> None:
    assert turtle(tmp_path / "store", inputs) == graph, why
