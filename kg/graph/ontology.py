"""The files of the ontology: the vocabulary, the shapes, the code lists and the ready questions.

Invariant: the same names are found in an installed package, which carries the folder inside itself
(`kg/ontology`), and in a checkout, where it stands beside the package.
"""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

from kg.errors import KgError

VOCABULARY: Final = "notice-kg.ttl"
SHAPES: Final = "shapes.ttl"
CODES: Final = "codes.ttl"
QUESTIONS: Final = "questions"


def folder() -> Traversable:
    """Return the ontology folder; raises KgError where the installation lacks it."""
    inside = files("kg") / "ontology"
    beside = Path(__file__).resolve().parents[2] / "ontology"
    for candidate in (inside, beside):
        if (candidate / VOCABULARY).is_file():
            return candidate
    raise KgError(f"the ontology folder is missing ({inside}, {beside}); install notice-kg again")


def text(name: str) -> str:
    """Return the text of one file of the folder, such as `SHAPES` or `questions/due.rq`.

    Raises KgError where there is no such file.
    """
    file = folder().joinpath(*name.split("/"))
    if not file.is_file():
        raise KgError(f"the ontology folder has no file {name}")
    return file.read_text(encoding="utf-8")


def question_texts() -> dict[str, str]:
    """Return the text of each ready question by its name, sorted by name."""
    found = sorted(file.name for file in (folder() / QUESTIONS).iterdir() if file.name.endswith(".rq"))
    return {name.removesuffix(".rq"): text(f"{QUESTIONS}/{name}") for name in found}
