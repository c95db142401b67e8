"""The plan of the house, as the code must keep it: which room knows of which, and what each may import."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "kg"
MODULES = sorted(PACKAGE.rglob("*.py"))

COMMON = {"kg.records", "kg.errors", "kg.data"}
ROOMS = (
    "kg.read",
    "kg.language",
    "kg.layout",
    "kg.extract",
    "kg.identify",
    "kg.graph",
    "kg.ledger",
    "kg.build",
    "kg.ask",
    "kg.review",
    "kg.export",
    "kg.view",
    "kg.evaluate",
    "kg.cli",
)
"""The path of the data; a room imports from rooms before it."""

HEAVY = {"icalendar", "networkx", "openpyxl", "pandas", "pylode", "pyshacl", "pyvis", "rdflib", "spacy"}
"""What takes a tenth of a second or more to import: nothing that `kg --help` needs."""

NETWORK = {
    "aiohttp",
    "ftplib",
    "http",
    "httpx",
    "requests",
    "smtplib",
    "socket",
    "ssl",
    "urllib3",
    "webbrowser",
}
ONLINE = {"kg.graph.endpoint"}
"""What talks to an address, and to none but the one that the user gave as the store."""
LONGEST = 400


def name_of(path: Path) -> str:
    """Return the dotted name of a module's file."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room_of(module: str) -> str:
    """Return the room, or the part common to all, that a module belongs to."""
    return ".".join(module.split(".")[:2])


def tree(path: Path) -> ast.Module:
    """Return the syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imports(path: Path) -> Iterator[str]:
    """Yield the full name of everything that a file imports, also in functions and for types only."""
    package = name_of(path) if path.name == "__init__.py" else name_of(path).rpartition(".")[0]
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            parts = package.split(".")
            above = ".".join(parts[: len(parts) - node.level + 1]) if node.level else ""
            module = ".".join(filter(None, (above, node.module)))
            yield from (f"{module}.{alias.name}" for alias in node.names)


def imported_at_once(body: list[ast.stmt]) -> Iterator[str]:
    """Yield the top names imported when a module is: not in functions, not for types only."""
    for node in body:
        match node:
            case ast.Import():
                yield from (alias.name.partition(".")[0] for alias in node.names)
            case ast.ImportFrom(module=str(module), level=0):
                yield module.partition(".")[0]
            case ast.If(test=ast.Name(id="TYPE_CHECKING")):
                yield from imported_at_once(node.orelse)
            case ast.If() | ast.Try() | ast.With() | ast.ClassDef():
                yield from imported_at_once(node.body)


def forbidden(importer: str, imported: str) -> bool:
    """Whether a module of one room may not import a name."""
    here, there = room_of(importer), room_of(imported)
    if not imported.startswith("kg.") or there in {here, "kg.__version__", *COMMON}:
        return False
    if here in COMMON or there not in ROOMS:
        return True
    return here in ROOMS and ROOMS.index(there) > ROOMS.index(here)


@pytest.mark.parametrize(
    ("importer", "imported", "refused"),
    [
        ("kg.read.plain", "kg.errors.InputError", False),
        ("kg.layout.lines", "kg.language.words.latin", False),
        ("kg.language.words", "kg.layout.lines", True),
        ("kg.records", "kg.read.Source", True),
        ("kg.graph.store", "kg.export.rdf", True),
        ("kg.cli.run", "kg.evaluate.evaluate", False),
        ("kg.view", "kg.cli.run", True),
        ("kg.view", "kg.somewhere.new", True),
    ],
)
def test_the_rule_of_imports_tells_right_from_wrong(importer: str, imported: str, refused: bool) -> None:
    assert forbidden(importer, imported) is refused


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_run_one_way(path: Path) -> None:
    name = name_of(path)
    if name == "kg.__main__":
        return
    wrong = sorted({imported for imported in imports(path) if forbidden(name, imported)})
    assert not wrong, f"{name} knows of a room behind it; the order is {' → '.join(ROOMS)}"


def test_every_room_is_in_the_plan() -> None:
    rooms = {room_of(name_of(path)) for path in MODULES} - {"kg", "kg.__main__"}
    assert rooms <= COMMON | set(ROOMS)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_file_is_read_in_one_sitting(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


def undocumented(body: list[ast.stmt], owner: str = "") -> Iterator[str]:
    """Yield public functions, classes and methods without a docstring, and a signature without types."""
    for node in body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            if not ast.get_docstring(node):
                yield f"{owner}{node.name}"
            yield from undocumented(node.body, f"{node.name}.")
        elif isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and not ast.get_docstring(node):
            yield f"{owner}{node.name}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_what_is_public_says_what_it_does(path: Path) -> None:
    module = tree(path)
    empty = not module.body
    assert empty or ast.get_docstring(module), "a module says what it holds"
    assert not list(undocumented(module.body))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_nothing_reaches_for_the_network(path: Path) -> None:
    if name_of(path) in ONLINE:
        return
    names = set(imports(path))
    assert not {name for name in names if name.split(".")[0] in NETWORK or name.startswith("urllib.request")}


LAZY_PACKAGES = (
    "kg",
    *(room for room in ROOMS if (PACKAGE / room.removeprefix("kg.") / "__init__.py").is_file()),
)


@pytest.mark.parametrize("package", LAZY_PACKAGES)
def test_a_room_is_entered_without_heavy_imports(package: str) -> None:
    script = f"import sys, {package}; print(*sorted(name.partition('.')[0] for name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, encoding="utf-8", cwd=ROOT)
    assert not HEAVY & set(done.stdout.split())


@pytest.mark.parametrize("path", sorted((PACKAGE / "cli").rglob("*.py")), ids=name_of)
def test_the_command_line_imports_what_is_heavy_when_it_needs_it(path: Path) -> None:
    allowed = {"rich"} if path.stem == "notice_table" else set()
    assert not (HEAVY | {"rich", "pyoxigraph"}) & set(imported_at_once(tree(path).body)) - allowed


def test_text_files_of_the_house_are_composed_unicode() -> None:
    import unicodedata

    files = [*MODULES, *(PACKAGE / "data").glob("*.tsv"), *(ROOT / "ontology").rglob("*.*")]
    wrong = [path.name for path in files if not unicodedata.is_normalized("NFC", path.read_text(encoding="utf-8"))]
    assert not wrong
