"""What the extractors make of a phrase, an item or a whole notice of an invented province, in plain values."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kg.extract import directives, extract
from kg.extract.agencies import Reader
from kg.extract.reading import Reading
from kg.extract.resolve import Home, at_home, resolve
from kg.read import Source
from kg.records import Notice, Role
from tests.reading import paper

SAMPLES = sorted(
    path for path in (Path(__file__).parent.parent / "samples").iterdir() if path.name[:2].isdigit() and path.is_file()
)
HEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH SÔNG LAM\n-------\nSố: 77/TB-UBND\n\n"
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n---------------\n"
    "Sông Lam, ngày 12 tháng 6 năm 2024"
)
TITLE = "THÔNG BÁO\nKết luận của Phó Chủ tịch Ủy ban nhân dân tỉnh Lò Văn Pản tại cuộc họp về chợ đầu mối"
OPENING = (
    "Ngày 05 tháng 6 năm 2024, Phó Chủ tịch Ủy ban nhân dân tỉnh Lò Văn Pản chủ trì cuộc họp về chợ đầu mối. "
    "Sau khi nghe Sở Công Thương báo cáo, Phó Chủ tịch Ủy ban nhân dân tỉnh Lò Văn Pản kết luận như sau:"
)
TAIL = "Nơi nhận:\n- Các Sở: CT, TC;\n- Lưu: VT, KT.\n\nTL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\n\n\nCù Huy Thông"


def wrong(*case: object, got: str) -> Any:
    """Return a case that the grammar does not read rightly yet, and what it reads instead."""
    return pytest.param(*case, marks=pytest.mark.xfail(strict=True, raises=AssertionError, reason=f"reads {got}"))


@dataclass(frozen=True)
class Told:
    """One task: its words, its item, whom it binds and how, and who else has which role in it."""

    text: str
    item: str | None
    responsible: tuple[str, ...]
    inherited: bool
    roles: tuple[tuple[Role, str], ...]

    def others(self, role: Role) -> list[str]:
        """Return those who have a role in the task, in the order of the text."""
        return [label for given, label in self.roles if given is role]


def names(text: str) -> list[str]:
    """Return the labels of the bodies that a text names, short mentions resolved, in order."""
    return [mention.name.label for mention in resolve(Reader(text).mentions())]


def own_names(text: str, home: Home) -> list[str]:
    """Return the labels of the bodies that a text names, where the notice is from a given place or ministry."""
    return [mention.name.label for mention in at_home(resolve(Reader(text).mentions()), home)]


def tasks_of(reading: Reading) -> list[Told]:
    """Return the tasks of a reading."""
    return [
        Told(
            reading.text[task.start : task.end],
            task.item,
            tuple(r.mention.name.label for r in task.responsible),
            any(r.inherited for r in task.responsible),
            tuple(dict.fromkeys((r.role, r.mention.name.label) for r in task.relations)),
        )
        for task in directives.find(reading)
    ]


def told(items: str, opening: str = OPENING) -> list[Told]:
    """Return the tasks of the items of a notice."""
    return tasks_of(paper(title=TITLE, opening=opening, items=items, tail=TAIL))


def bound(items: str, opening: str = OPENING) -> list[tuple[str | None, list[str]]]:
    """Return, for each task, its item and whom it binds."""
    return [(task.item, list(task.responsible)) for task in told(items, opening)]


def notice_text(items: str, *, head: str = HEAD, title: str = TITLE, opening: str = OPENING, tail: str = TAIL) -> str:
    """Return the text of a notice with these items, in the usual parts."""
    return "\n\n".join(part for part in (head, title, opening, items, tail) if part) + "\n"


def notice(items: str, **parts: str) -> Notice:
    """Return the record of a notice with these items."""
    return extract(Source("invented.txt", notice_text(items, **parts)))


@cache
def sample(path: Path) -> tuple[str, Notice]:
    """Return the text and the record of a sample notice."""
    text = path.read_text(encoding="utf-8")
    return text, extract(Source(path.name, text))
