"""The measure: labels that mean the same compare equal, counts are right, and what moved is told."""

from __future__ import annotations

import copy
import importlib.util
import json
import os
import random
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Quad, RdfFormat, serialize

from kg.errors import KgError
from kg.evaluate import Measures, evaluate, read_graph
from kg.evaluate.account import Account, Task
from kg.evaluate.gold import spans
from kg.evaluate.labels import comparable, comparable_number, names_nobody
from kg.evaluate.measures import MEASURES, align
from kg.evaluate.report import as_json, changes, details, read_baseline, table
from tests.factory import TEXT
from tests.gold_graph import quads_of

SHARED = Path(os.environ["KG_SHARED"]) if os.environ.get("KG_SHARED") else None
SAMPLES = Path(__file__).parent.parent / "samples"
needs_shared = pytest.mark.skipif(SHARED is None, reason="KG_SHARED does not name the folder of labelled notices")

PROVINCE = "tỉnh Sông Lam"
GOLD: dict[str, Any] = {
    "notice": "nuoc-sach",
    "title": "Kết luận về nước sạch",
    "number": "12/TB-UBND",
    "issued": "2024-05-20",
    "issuer": "Ủy ban nhân dân tỉnh",
    "jurisdiction": PROVINCE,
    "signatory": {"name": "Đặng Thu Hà", "position": "Phó Chủ tịch"},
    "meetings": [
        {
            "date": "2024-05-18",
            "label": "cuộc họp về nước sạch",
            "mode": None,
            "chair": "Đặng Thu Hà",
            "held_by": "Ủy ban nhân dân tỉnh",
            "attendees": ["Lý Văn Quế"],
            "attending_agencies": [],
        }
    ],
    "officials": [
        {"name": "Đặng Thu Hà", "posts": [{"role": "Phó Chủ tịch", "agency": "Ủy ban nhân dân tỉnh"}]},
        {"name": "Lý Văn Quế", "posts": [{"role": "Giám đốc", "agency": "Sở Y tế"}]},
    ],
    "agencies": ["Ủy ban nhân dân tỉnh", "Sở Xây dựng", "Sở Y tế", "cơ quan"],
    "directives": [
        {
            "item": "1",
            "start_quote": "Sở Xây dựng chủ trì",
            "end_quote": "trước ngày 30/6/2024.",
            "responsible": ["Sở Xây dựng"],
            "lead": ["Sở Xây dựng"],
            "coordinating": ["Sở Y tế"],
            "inherited": False,
            "deadlines": [{"quote": "trước ngày 30/6/2024", "date": "2024-06-30", "precision": "day"}],
            "cites": ["45/QĐ-UBND"],
            "relations": [{"type": "reports_to", "from": "Sở Xây dựng", "to": "Ủy ban nhân dân tỉnh"}],
        },
        {
            "item": "2",
            "start_quote": "Sở Y tế tiếp tục",
            "end_quote": "phối hợp.",
            "responsible": ["Sở Y tế"],
            "lead": [],
            "coordinating": ["cơ quan"],
            "inherited": False,
            "deadlines": [{"quote": "hằng tháng", "date": None, "recurrence": "FREQ=MONTHLY"}],
            "cites": [],
            "relations": [],
        },
    ],
    "references": [{"type": "Quyết định", "number": "45/QĐ-UBND", "date": "2024-03-02"}],
    "recipients": ["Sở Xây dựng", "Sở Y tế"],
}


@pytest.fixture
def notices(tmp_path: Path) -> Path:
    """Return a folder with the text and the gold file of the invented notice."""
    (tmp_path / "nuoc-sach.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "nuoc-sach.json").write_text(json.dumps(GOLD), encoding="utf-8")
    return tmp_path


def measured(said: dict[str, Any], notices: Path) -> Measures:
    """Measure a graph that says `said` against the invented gold."""
    return evaluate(quads_of(said, TEXT), [notices / "nuoc-sach.json"], notices)


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Uỷ ban nhân dân tỉnh", "Ủy ban nhân dân tỉnh", "the place of a tone mark"),
        ("SỞ Y TẾ", "Sở Y tế", "case"),
        ("UBND huyện", "Ủy ban nhân dân huyện", "an abbreviation"),
        ("Sở GD&ĐT", "Sở Giáo dục và Đào tạo", "an abbreviation with an ampersand"),
        ("các cơ quan liên quan", "cơ quan", "words that add nobody"),
        ("Ban Chỉ đạo phòng, chống dịch", "Ban Chỉ đạo phòng chống dịch bệnh", "one name of one body"),
        ("UBND các huyện, thị xã, thành phố", "Ủy ban nhân dân cấp huyện", "all districts"),
        ("Công an các xã, phường, thị trấn", "Công an cấp xã", "all communes"),
        ("UBND các tỉnh, thành phố trực thuộc Trung ương", "Ủy ban nhân dân cấp tỉnh", "all provinces"),
        ("Sở Y tế tỉnh Sông Lam", "Sở Y tế", "the province of the notice at the end"),
        ("Công an tỉnh", "Công an", "the kind of a province at the end"),
    ],
)
def test_labels_that_mean_the_same_compare_equal(one: str, other: str, why: str) -> None:
    assert comparable(one, PROVINCE) == comparable(other, PROVINCE), why


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Sở Y tế", "Sở Xây dựng", "two bodies"),
        ("Tỉnh ủy", "Thường trực Tỉnh ủy", "a body and its standing members"),
        ("tỉnh Sông Lam", "", "the province itself keeps its name"),
        ("Sở Y tế tỉnh Hồng Lĩnh", "Sở Y tế", "another province counts"),
        ("Ủy ban nhân dân cấp tỉnh", "Ủy ban nhân dân", "a level is not a province"),
    ],
)
def test_labels_that_differ_in_meaning_differ(one: str, other: str, why: str) -> None:
    assert comparable(one, PROVINCE) != comparable(other, PROVINCE), why


@given(st.text(alphabet="aăâđeêioôơuưyhgntc ủỷòáạ,.-&", max_size=40))
def test_case_and_white_space_never_matter(label: str) -> None:
    assert comparable(f"  {label.upper()}\n") == comparable(label)


@pytest.mark.parametrize(
    ("label", "nobody"),
    [
        ("các cấp, các ngành", True),
        ("cơ quan, đơn vị liên quan", True),
        ("lực lượng chức năng", True),
        ("Sở Y tế", False),
        ("cấp huyện", False),
        ("ngành Y tế", False),
    ],
)
def test_collectives_name_nobody(label: str, nobody: bool) -> None:
    assert names_nobody(comparable(label)) is nobody


@pytest.mark.parametrize(
    ("one", "other"),
    [("số 45/QĐ-UBND", "45/QĐ–UBND"), ("45 / QĐ - UBND", "45/qđ-ubnd"), ("1.045/TB", "1045/TB")],
)
def test_numbers_compare_without_white_space_and_dots(one: str, other: str) -> None:
    assert comparable_number(one) == comparable_number(other)


def test_spans_follow_each_other_over_line_breaks() -> None:
    text = "A làm\n  việc. B làm việc. A làm việc."
    found = [text[start:end] for start, end in spans(text, [("A làm việc", "việc."), ("A làm", "việc.")])]
    assert found == ["A làm\n  việc.", "A làm việc."]


def test_a_quote_that_the_text_lacks_is_refused() -> None:
    with pytest.raises(ValueError, match="“C làm”"):
        list(spans("A làm. B làm.", [("C làm", "làm.")]))


def test_directives_pair_one_to_one_and_the_best_first() -> None:
    gold = (Task((0, 100)), Task((100, 200)))
    found = (Task((0, 60)), Task((0, 98)), Task((150, 400)), Task(None))
    assert align(gold, found) == {1: 0}, "0-98 fits better than 0-60; 150-400 shares too little"


def test_a_graph_that_says_what_the_gold_says_scores_one(notices: Path) -> None:
    result = measured(GOLD, notices)
    assert {name: each.f1 for name, each in result.by_name.items()} == dict.fromkeys(MEASURES, 1.0)
    assert result.by_name["agencies"].gold == 3, "“cơ quan” is scored apart"
    assert result.by_name["coordination pairs"].gold == 1
    assert result.mean_f1 == 1.0
    assert not result.differences


def test_what_is_missed_and_what_is_wrong_are_counted_apart(notices: Path) -> None:
    said = copy.deepcopy(GOLD)
    first = said["directives"][0]
    first["coordinating"] = ["Sở Tài chính", "Sở Nội vụ"]
    said["officials"].pop()
    del said["directives"][1]
    result = measured(said, notices)
    wrong = result.by_name["coordinating"]
    assert (wrong.right, wrong.wrong, wrong.missed) == (0, 2, 1)
    assert (wrong.precision, wrong.recall, wrong.f1) == (0.0, 0.0, 0.0)
    officials = result.by_name["officials"]
    assert (officials.precision, officials.recall) == (1.0, 0.5)
    assert officials.f1 == pytest.approx(2 / 3)
    assert result.by_name["directives"].missed == 1
    lines = list(details(result))
    assert f"nuoc-sach\tofficials\t-\t{comparable('Lý Văn Quế')}" in lines
    assert any(line.startswith("nuoc-sach\tcoordinating\t+\tchar=") for line in lines)


def test_a_notice_that_the_graph_lacks_is_missed_whole(notices: Path) -> None:
    result = evaluate([], [notices / "nuoc-sach.json"], notices)
    assert result.mean_f1 == 0.0
    assert (result.notices_found, result.notices) == (0, 1)
    assert result.by_name["directives"].missed == 2
    assert list(table(result))[-1] == "notices in the graph: 0 of 1"


def test_pairs_and_relations_follow_from_the_tasks() -> None:
    task = Task(None, frozenset("ab"), coordinating=frozenset("bc"), relations=frozenset({("advises", "d")}))
    account = Account(tasks=(task,))
    assert account.coordinations() == {("a", "b"), ("a", "c"), ("b", "c")}
    assert account.relations() == {("advises", "a", "d"), ("advises", "b", "d")}


def test_a_baseline_tells_gains_losses_and_what_cannot_be_compared(notices: Path, tmp_path: Path) -> None:
    said = copy.deepcopy(GOLD)
    said["recipients"] = ["Sở Y tế"]
    result = measured(said, notices)
    kept = as_json(result)
    kept["recipients"]["f1"], kept["officials"]["f1"] = 1.0, 0.5
    kept["references"]["gold"] = 7
    path = tmp_path / "baseline.json"
    path.write_text(json.dumps(kept), encoding="utf-8")
    moved = {each.measure: each for each in changes(result, read_baseline(path))}
    assert moved.keys() == {"recipients", "officials", "references"}
    assert moved["recipients"].lost
    assert not moved["officials"].lost
    assert moved["references"].after is None
    assert not moved["references"].lost
    assert not list(changes(result, as_json(result))), "nothing moves against itself"


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"facts": 1, "mean f1": 1}', '{"facts": {"f1": 1}}'])
def test_what_is_no_baseline_is_refused(content: str, tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(KgError, match=r"baseline\.json: not a baseline"):
        read_baseline(path)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("{", "Expecting property name"),
        ("[]", "not a gold file"),
        ('{"notice": "nuoc-sach"}', "'jurisdiction'"),
        ('{"notice": "khac", "jurisdiction": null}', "khac.txt: No such file"),
    ],
)
def test_a_gold_file_that_cannot_be_used_is_refused_in_a_line(content: str, reason: str, notices: Path) -> None:
    path = notices / "bad.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(KgError, match=re.escape(reason)) as refusal:
        evaluate([], [path], notices)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("gold/*.json")), ids=lambda path: path.stem)
def test_the_gold_files_of_the_samples_agree_with_themselves(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = (SAMPLES / f"{gold['notice']}.txt").read_text(encoding="utf-8")
    result = evaluate(quads_of(gold, text), [path], SAMPLES)
    assert not result.differences


@pytest.mark.parametrize(("name", "content"), [("g.docx", ""), ("g.ttl", "<a"), ("missing.ttl", None)])
def test_a_graph_that_cannot_be_read_is_refused(name: str, content: str | None, tmp_path: Path) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(KgError, match=name):
        list(read_graph(path))


def damaged(gold: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """Return a gold file with some things left out, some moved and some added."""
    said = copy.deepcopy(gold)
    labels = [*said["agencies"], "Sở Thử nghiệm", "cơ quan chức năng"]
    for key in ("agencies", "officials", "references", "recipients", "directives"):
        said[key] = [each for each in said[key] if chance.random() < 0.8]
    said["recipients"].append(chance.choice(labels))
    for directive in said["directives"]:
        for role in ("responsible", "lead", "coordinating"):
            directive[role] = [each for each in directive[role] if chance.random() < 0.7]
            if chance.random() < 0.3:
                directive[role].append(chance.choice(labels))
        if chance.random() < 0.2:
            directive["deadlines"] = [{"quote": "", "date": "2030-01-01"}]
    if chance.random() < 0.5:
        said["number"] = "1/TB"
    return said


@needs_shared
@pytest.mark.notices
@pytest.mark.parametrize("seed", [1, 2])
def test_the_figures_agree_with_the_shared_measure(seed: int, tmp_path: Path) -> None:
    assert SHARED is not None
    chance = random.Random(seed)
    gold_files = sorted((SHARED / "gold").glob("*.json"))
    quads: list[Quad] = []
    for path in gold_files:
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (SHARED / "notices" / f"{gold['notice']}.txt").read_text(encoding="utf-8")
        quads += quads_of(damaged(gold, chance), text)
    graph = tmp_path / "graph.ttl"
    serialize((quad.triple for quad in quads), graph, RdfFormat.TURTLE)
    figures = as_json(evaluate(read_graph(graph), gold_files, SHARED / "notices"))
    assert figures == shared_figures(graph, gold_files)


@needs_shared
@pytest.mark.notices
def test_labels_of_the_shared_files_compare_as_in_the_shared_measure() -> None:
    assert SHARED is not None
    sys.path.insert(0, str(SHARED / "gold"))
    try:
        specification = importlib.util.spec_from_file_location("shared_score", SHARED / "gold" / "score.py")
        assert specification is not None
        assert specification.loader is not None
        score = importlib.util.module_from_spec(specification)
        specification.loader.exec_module(score)
    finally:
        sys.path.remove(str(SHARED / "gold"))
    for path in sorted((SHARED / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        province = gold["jurisdiction"] or ""
        for label in (*gold["agencies"], *gold["recipients"]):
            assert comparable(label, province) == score.norm(label, province), label
            assert names_nobody(comparable(label)) == score.generic(score.norm(label)), label


def shared_figures(graph: Path, gold_files: list[Path]) -> dict[str, Any]:
    """Return what the shared measure says of a graph."""
    assert SHARED is not None
    command = [sys.executable, SHARED / "gold" / "score.py", graph, SHARED / "notices", *gold_files, "--json"]
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=True, encoding="utf-8")
    return dict(json.loads(done.stdout))


def test_a_written_graph_reads_back(notices: Path, tmp_path: Path) -> None:
    path = tmp_path / "graph.nq"
    serialize(quads_of(GOLD, TEXT), path, RdfFormat.N_QUADS)
    assert evaluate(read_graph(path), [notices / "nuoc-sach.json"], notices) == measured(GOLD, notices)
