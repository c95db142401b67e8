from __future__ import annotations

from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.read import find, read, strays
from kg.read.beside import agreed, front_matter, joined
from kg.records import Given

TEXT = "THÔNG BÁO\nSở Y tế báo cáo trước ngày 30/6.\n"


def folder(tmp_path: Path, table: str | None, *files: str) -> Path:
    for file in files or ("a.txt",):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(TEXT, encoding="utf-8")
    if table is not None:
        (tmp_path / "notices.csv").write_text(table, encoding="utf-8")
    return tmp_path


def given(path: Path) -> Given | None:
    (found,) = find([path])
    return read(found).given


FULL = Given("notices.csv", "tỉnh Sông Lam", "9/TB-UBND", date(2024, 6, 1), "https://sonlam.example/9")


@pytest.mark.parametrize(
    ("table", "expected", "why"),
    [
        (None, None, "no table"),
        ("file,jurisdiction\nb.txt,tỉnh Sông Lam\n", None, "another file's row"),
        ("file,jurisdiction\na.txt,tỉnh Sông Lam\n", Given("notices.csv", "tỉnh Sông Lam"), "one column"),
        (
            "file,jurisdiction,number,issued,source,note\n"
            "a.txt,tỉnh Sông Lam,9/TB-UBND,2024-06-01,https://sonlam.example/9,asked the office\n",
            FULL,
            "all columns",
        ),
        (
            "\ufefffile;source;issued;number;jurisdiction\r\n"
            "a.txt;https://sonlam.example/9;01/06/2024;9/TB-UBND;tỉnh Sông Lam\r\n",
            FULL,
            "as spreadsheets write it, in another order",
        ),
        ("file,jurisdiction\na.txt,\n", Given("notices.csv"), "an empty cell says nothing"),
        ('file,jurisdiction\n"./a.txt"," tỉnh Sông Lam "\n', Given("notices.csv", "tỉnh Sông Lam"), "spaces"),
    ],
)
def test_a_table_beside_the_notices(tmp_path: Path, table: str | None, expected: Given | None, why: str) -> None:
    place = folder(tmp_path, table)
    assert given(place) == expected, why
    assert given(place / "a.txt") == expected, f"{why}; named by itself"


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ("file,jurisdiction\na.txt,A\nb.txt,B\na.txt,C\n", ["lines 2 and 4", "a.txt", "keep one"]),
        ("file,issued\na.txt,31/02/2024\n", ["line 2", "31/02/2024", "YYYY-MM-DD"]),
    ],
)
def test_a_row_that_does_not_say_one_thing_refuses_its_file_and_no_other(
    tmp_path: Path, table: str, says: list[str]
) -> None:
    first, second = find([folder(tmp_path, table, "a.txt", "b.txt")])
    with pytest.raises(InputError) as error:
        read(first)
    assert all(part in str(error.value) for part in ("notices.csv", *says))
    assert read(second).text == TEXT


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ("jurisdiction\ntỉnh Sông Lam\n", "no column 'file'"),
        ("file,jurisdicton\na.txt,tỉnh Sông Lam\n", "unknown column 'jurisdicton'"),
    ],
)
def test_a_table_that_cannot_be_read_refuses_its_folder(tmp_path: Path, table: str, says: str) -> None:
    with pytest.raises(InputError, match=says):
        list(find([folder(tmp_path, table)]))


def test_tables_of_folders_inside_count_from_their_own_folder(tmp_path: Path) -> None:
    folder(tmp_path, "file,number\n2024/a.txt,9/TB-UBND\n", "2024/a.txt", "2024/b.txt")
    folder(tmp_path / "2024", "file,jurisdiction\na.txt,tỉnh Sông Lam\nb.txt,tỉnh Hòa Sơn\n", "a.txt")
    found = {each.name: read(each).given for each in find([tmp_path])}
    assert found == {
        "2024/a.txt": Given("notices.csv", "tỉnh Sông Lam", "9/TB-UBND"),
        "2024/b.txt": Given("notices.csv", "tỉnh Hòa Sơn"),
    }


def test_a_row_about_no_file_is_named(tmp_path: Path) -> None:
    place = folder(tmp_path, "file,number\na.txt,1/TB\ngone.txt,2/TB\n")
    (line,) = strays([place, place / "a.txt"])
    assert "line 3" in line
    assert "gone.txt" in line


@pytest.mark.parametrize(
    ("text", "expected", "rest", "why"),
    [
        (TEXT, None, TEXT, "none"),
        (
            f"---\njurisdiction: tỉnh Sông Lam\nissued: 2024-06-01\n---\n{TEXT}",
            Given("front matter", "tỉnh Sông Lam", issued=date(2024, 6, 1)),
            TEXT,
            "words and a day",
        ),
        (
            f'---\ntitle: "Thông báo: nước sạch"\nnumber: "9/TB-UBND" # hand-written\n...\n{TEXT}',
            Given("front matter", number="9/TB-UBND"),
            TEXT,
            "YAML, with names of others",
        ),
        (f"---\ntitle: nước sạch\n---\n{TEXT}", None, f"---\ntitle: nước sạch\n---\n{TEXT}", "no name of ours: text"),
        (f"---\nSố: 9/TB\n[---\n{TEXT}", None, f"---\nSố: 9/TB\n[---\n{TEXT}", "not closed: text"),
        (f"---\n: [\n---\n{TEXT}", None, f"---\n: [\n---\n{TEXT}", "not YAML: text"),
        (f"-----\n{TEXT}", None, f"-----\n{TEXT}", "a line under a letterhead"),
        ("---\nnumber: 9/TB\n" + "a: b\n" * 40 + "---\n", None, None, "too long to be one"),
    ],
)
def test_front_matter(text: str, expected: Given | None, rest: str | None, why: str) -> None:
    assert front_matter(text) == (expected, text if rest is None else rest), why


def test_front_matter_is_no_part_of_the_notice(tmp_path: Path) -> None:
    folder(tmp_path, None)
    (tmp_path / "b.txt").write_text(f"---\njurisdiction: tỉnh Sông Lam\n---\n{TEXT}", encoding="utf-8")
    first, second = (read(each) for each in find([tmp_path]))
    assert (first.text, first.digest) == (second.text, second.digest)


def test_front_matter_and_table_must_agree(tmp_path: Path) -> None:
    place = folder(tmp_path, "file,jurisdiction\na.txt,tỉnh Sông Lam\n")
    (place / "a.txt").write_text(f"---\njurisdiction: tỉnh Hòa Sơn\n---\n{TEXT}", encoding="utf-8")
    with pytest.raises(InputError, match=r"tỉnh Sông Lam in notices\.csv and tỉnh Hòa Sơn in front matter"):
        given(place)


def test_two_places_say_together_what_each_says() -> None:
    assert joined(Given("one", "A"), Given("two", number="1")) == Given("one, two", "A", "1")
    assert joined(None, Given("two")) == Given("two")
    with pytest.raises(ValueError, match="number"):
        joined(Given("one", number="1"), Given("two", number="2"))


DAY = date(2024, 6, 1)


@pytest.mark.parametrize(
    ("said", "expected", "differing", "why"),
    [
        ([Given("A", "tỉnh Sông Lam")], Given("A", "tỉnh Sông Lam"), 0, "one file says it for all"),
        ([Given("A", "X"), Given("B", "X", "1")], Given("A, B", "X", "1"), 0, "what one says and the other does not"),
        ([Given("B", "X"), Given("A", issued=DAY)], Given("A, B", "X", issued=DAY), 0, "places in one order"),
        ([Given("A", "X", "1"), Given("A", "Y", "1")], Given("A", number="1"), 1, "what differs holds for none"),
        ([Given("A", "X"), Given("A", "Y"), Given("A", "X")], None, 1, "two against one hold no more"),
        ([Given("A", address="https://a.example")], None, 0, "an address is a file's own"),
        ([Given("A", "X"), Given("B", address="https://b.example")], Given("A", "X"), 0, "nor the place that says it"),
    ],
)
def test_files_of_one_text_say_together(said: list[Given], expected: Given | None, differing: int, why: str) -> None:
    for order in permutations(enumerate(said)):
        found, lines = agreed((f"{number}.txt", given) for number, given in order)
        assert (found, len(lines)) == (expected, differing), why


def test_what_differs_is_said_with_the_files() -> None:
    _, (line,) = agreed([("b.txt", Given("notices.csv", "tỉnh B")), ("a.txt", Given("notices.csv", "tỉnh A"))])
    assert line == (
        "the jurisdiction is tỉnh A beside a.txt and tỉnh B beside b.txt, files of one text, so none of them holds; "
        "make them agree"
    )
