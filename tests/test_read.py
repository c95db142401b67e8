"""Files become texts, and what cannot is refused in one line."""

from __future__ import annotations

import hashlib
import io
import sys
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

import kg.read
from kg.errors import InputError
from kg.read import Input, Source, find, read, readers


def written(folder: Path, name: str, data: bytes = b"text") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


@pytest.fixture
def entries(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[EntryPoint]]:
    """Stand in for the entry points of installed packages."""
    known: list[EntryPoint] = []
    monkeypatch.setattr(kg.read, "entry_points", lambda group: [e for e in known if e.group == group])
    readers.cache_clear()
    yield known
    readers.cache_clear()


@pytest.mark.parametrize(
    ("data", "text", "why"),
    [
        ("Sở Y tế".encode(), "Sở Y tế", "UTF-8 is what notices are written in"),
        ("\ufeffSở Y tế".encode(), "Sở Y tế", "a byte order mark is no character of the text"),
        ("Sở Y tế".encode("utf-16"), "Sở Y tế", "UTF-16 says so itself by its mark"),
        (b"\xfe\xff" + "Sở".encode("utf-16-be"), "Sở", "the other byte order"),
        (b"a\r\nb\rc\n", "a\nb\nc\n", "line ends of every system count as one character"),
        ("Uy\u0309 ban".encode(), "Uy\u0309 ban", "offsets count in the text as it is written, not as NFC"),
        ("  a \f\u00a0".encode(), "  a \f\u00a0", "nothing else is changed"),
        (("Đ" * 9).encode(), "Đ" * 9, "letters of several bytes"),
    ],
)
def test_a_file_becomes_a_text(tmp_path: Path, data: bytes, text: str, why: str) -> None:
    assert read(Input(written(tmp_path, "notice.txt", data), "notice.txt")).text == text, why


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "the file is empty"),
        (b" \n\t\n", "the file is empty"),
        (b"\xef\xbb\xbf", "the file is empty"),
        ("\ufeff \n".encode("utf-16-le"), "the file is empty"),
        (b"PK\x03\x04\x00\x00", "a binary file, not text"),
        (b"\x89PNG\r\n\x00", "a binary file, not text"),
        ("Sở".encode("utf-16-le"), "a binary file, not text"),
        ("Sở".encode("utf-32"), "a binary file, not text"),
        ("Thà".encode("cp1252"), "not UTF-8 text (at byte 2)"),
        (b"\xff\xfea", "not UTF-16 text"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(tmp_path: Path, data: bytes, said: str) -> None:
    with pytest.raises(InputError) as refused:
        read(Input(written(tmp_path, "notice.txt", data), "folder/notice.txt"))
    assert str(refused.value).startswith(f"folder/notice.txt: {said}")
    assert "\n" not in str(refused.value)


def test_a_file_that_no_notice_can_be_is_refused_before_it_is_decoded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kg.read, "LARGEST", 8)
    path = written(tmp_path, "notice.txt", b"12345678")
    assert read(Input(path, "notice.txt")).text == "12345678"
    path.write_bytes(b"123456789")
    with pytest.raises(InputError, match=r"larger than .* split it"):
        read(Input(path, "notice.txt"))


def test_a_path_that_is_not_there_is_named() -> None:
    with pytest.raises(InputError, match=r"nowhere.txt: there is no such file or folder"):
        list(find(["nowhere.txt"]))


def test_a_file_that_vanished_since_it_was_found_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"gone.txt: cannot be read \(No such file or directory\)"):
        read(Input(tmp_path / "gone.txt", "gone.txt"))


def test_a_folder_stands_for_its_texts_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a.md",
        "sub/c.TXT",
        "sub/a.markdown",
        ".hidden.txt",
        ".git/x.txt",
        "README.md",
        "sub/readme.txt",
        "picture.png",
        "noending",
    ):
        written(tmp_path, name)
    assert [given.name for given in find([tmp_path])] == ["a.md", "b.txt", "sub/a.markdown", "sub/c.TXT"]


@pytest.mark.parametrize("name", ["README.md", ".hidden.txt", "noending", "notice.unknown"])
def test_a_file_that_is_asked_for_by_name_is_read_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    (given,) = find([written(tmp_path, name, "Sở".encode())])
    assert given.name == name
    assert read(given).text == "Sở"


def test_several_paths_keep_the_order_they_are_given_in(tmp_path: Path) -> None:
    second, first = written(tmp_path, "b.txt"), written(tmp_path, "a.txt")
    assert [given.name for given in find([second, "-", first])] == ["b.txt", "-", "a.txt"]


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO("Sở\r\nY tế".encode())))
    (given,) = find(["-"])
    assert read(given) == Source("-", "Sở\nY tế")


def test_the_digest_is_that_of_the_text_and_not_of_the_file(tmp_path: Path) -> None:
    one = read(Input(written(tmp_path, "a.txt", "Sở\n".encode()), "a.txt"))
    other = read(Input(written(tmp_path, "b.txt", "\ufeffSở\r\n".encode()), "b.txt"))
    assert one.digest == other.digest
    assert one.digest == hashlib.sha256("Sở\n".encode()).hexdigest()
    assert Source("a.txt", "Sở").digest != one.digest


def test_another_package_brings_a_reader(
    tmp_path: Path, entries: list[EntryPoint], monkeypatch: pytest.MonkeyPatch
) -> None:
    module = ModuleType("shouting_reader")
    module.read = lambda data: data.decode().upper()  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "shouting_reader", module)
    entries.append(EntryPoint(".SHOUT", "shouting_reader", "notice_kg.readers"))
    written(tmp_path, "notice.shout", "sở".encode())
    (given,) = find([tmp_path])
    assert read(given).text == "SỞ"


def test_a_reader_tells_why_it_cannot_read(
    tmp_path: Path, entries: list[EntryPoint], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(data: bytes) -> str:
        raise ValueError("page 3 has no text")

    module = ModuleType("refusing_reader")
    module.read = refuse  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "refusing_reader", module)
    entries.append(EntryPoint(".scan", "refusing_reader", "notice_kg.readers"))
    with pytest.raises(InputError, match=r"^notice.scan: page 3 has no text$"):
        read(Input(written(tmp_path, "notice.scan"), "notice.scan"))


@pytest.mark.parametrize("module", ["no_such_module_anywhere", "json.decoder"])
def test_a_reader_that_cannot_be_loaded_is_no_traceback(tmp_path: Path, entries: list[EntryPoint], module: str) -> None:
    entries.append(EntryPoint(".odd", module, "notice_kg.readers"))
    with pytest.raises(InputError, match=r"the reader of \.odd files cannot be loaded"):
        read(Input(written(tmp_path, "notice.odd"), "notice.odd"))
