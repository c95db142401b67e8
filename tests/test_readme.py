"""The README's session, run: what it prints is what the program prints.

A block that begins with ```console is a session. A line after "$ " is a command, lines after "> " continue it, the
lines below are what it prints. "…" stands for anything within a line, and alone in a line for any lines, none as well.
"""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli.group import kg

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
SESSION = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)
COMMAND = re.compile(r"^\$ (?P<line>.*(?:\n> .*)*)\n?(?P<printed>(?:(?!\$ ).*\n?)*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Step:
    """A command of the session, and what the README says that it prints."""

    line: str
    printed: str


def steps(text: str) -> Iterator[Step]:
    """Yield the commands of the program in the sessions of a text; `make` and `pip` are tested elsewhere."""
    for session in SESSION.findall(text):
        for found in COMMAND.finditer(session):
            if found["line"].startswith("kg "):
                yield Step(found["line"].replace("\n> ", "\n"), found["printed"])


def stripped(text: str) -> str:
    """Return a text without the spaces at the end of its lines and the empty lines around it."""
    return "\n".join(line.rstrip() for line in text.splitlines()).strip("\n")


def matches(printed: str, actual: str) -> bool:
    """Whether an output is what a page shows of it."""
    pattern = "".join(
        "(?:.*\n)*?" if line.strip() == "…" else f"{re.escape(line).replace('…', '.*')}\n"
        for line in stripped(printed).splitlines()
    )
    lines = stripped(actual).splitlines(keepends=True)
    return re.fullmatch(pattern, "".join(lines) + "\n" * bool(lines)) is not None


STEPS = tuple(steps(README))


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> dict[Step, str]:
    """Return what each command prints, the session run from its beginning to its end beside the samples."""
    folder = tmp_path_factory.mktemp("session")
    shutil.copytree(ROOT / "samples", folder / "samples")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.delenv("KG_STORE", raising=False)
        patch.setenv("KG_LANGUAGE", "en")
        return {step: CliRunner().invoke(kg, shlex.split(step.line)[1:]).output for step in STEPS}


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.line.splitlines()[0])
def test_the_session_prints_what_the_program_prints(step: Step, outputs: dict[Step, str]) -> None:
    if not matches(step.printed, outputs[step]):
        pytest.fail(f"$ {step.line}\n{stripped(outputs[step])}\n\nbut README.md says\n\n{step.printed}", pytrace=False)


def test_the_session_shows_what_matters() -> None:
    commands = {step.line.split()[1] for step in STEPS}
    assert commands >= {"build", "ask", "query", "extract", "export", "view", "validate"}


@pytest.mark.parametrize(
    ("printed", "actual", "expected"),
    [
        ("a\nb\n", "a\nb\n", True),
        ("a\nb\n", "a\nc\n", False),
        ("a\n", "a\nb\n", False),
        ("a\n…\n", "a\nb\nc\n", True),
        ("a\n…\nc\n", "a\nc\n", True),
        ("a\n…\nc\n", "a\nb\n", False),
        ("a … d\n", "a b c d\n", True),
        ("a …\n", "a b\nc\n", False),
        ("a.c\n", "abc\n", False),
        ("  a\n", "a\n", False),
        ("a\n", "\na   \n\n", True),
        ("", "", True),
        ("", "a\n", False),
    ],
)
def test_an_ellipsis_stands_for_what_is_left_out_and_nothing_else(printed: str, actual: str, expected: bool) -> None:
    assert matches(printed, actual) is expected


def test_a_command_is_read_with_its_continuation() -> None:
    text = "```console\n$ kg query 'a\n>   b'\nanswer\n\n$ make x\n$ kg view\n```\n```sh\n$ kg none\n```\n"
    assert list(steps(text)) == [Step("kg query 'a\n  b'", "answer\n\n"), Step("kg view", "")]
