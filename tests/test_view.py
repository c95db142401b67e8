from __future__ import annotations

import json
import re
import string
from html.parser import HTMLParser
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import KgError, QueryError
from kg.graph.store import LocalStore
from kg.view import ViewSummary, write_view
from kg.view.messages import MESSAGES
from tests.networks import ATTACK, Invented, big_network, memory_store, network_quads

WATER, POLICE, SCHOOLS = "Sở Thủy lợi tỉnh Sông Lam", "Công an tỉnh Sông Lam", "Sở Giáo dục tỉnh Sông Lam"
NOTICE = Invented(
    "7/TB-UBND",
    "Kết luận về đê kè",
    [
        (WATER, [POLICE, "cơ quan"], "Sở Thủy lợi phối hợp với Công an sửa đê.", "2024-06-30"),
        (WATER, [POLICE], "Sở Thủy lợi cùng Công an tuần tra.", None),
        (SCHOOLS, [WATER], "Sở Giáo dục phối hợp với Sở Thủy lợi tập huấn.", "2024-07-31"),
    ],
)


class Page(HTMLParser):
    """The elements of a page, its data, and the text outside scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.data = ""
        self._inside = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._inside = "data" if dict(attrs).get("id") == "data" else tag

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "data":
            self.data += data
        elif self._inside not in {"script", "style"}:
            self.text += data


def written(store: LocalStore, folder: Path, **more: object) -> Page:
    write_view(store, folder / "page.html", **more)  # type: ignore[arg-type]
    return Page((folder / "page.html").read_text(encoding="utf-8"))


@pytest.fixture
def store() -> LocalStore:
    return memory_store(network_quads([NOTICE], generic=["cơ quan"]))


def test_summary_counts_what_is_shown(store: LocalStore, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    assert write_view(store, path) == ViewSummary(3, 2, path.stat().st_size)
    assert write_view(store, path, generic=True) == ViewSummary(4, 3, path.stat().st_size)


def test_data_leads_from_a_pair_to_the_sentences(store: LocalStore, tmp_path: Path) -> None:
    data = json.loads(written(store, tmp_path).data)["content"]
    names = [agency["name"] for agency in data["agencies"]]
    assert names == [POLICE, SCHOOLS, WATER]
    pair = next(said for one, other, said in data["pairs"] if {names[one], names[other]} == {WATER, POLICE})
    first, second = (data["directives"][number] for number in pair)
    assert first["text"] == "Sở Thủy lợi phối hợp với Công an sửa đê."
    assert second["text"] == "Sở Thủy lợi cùng Công an tuần tra."
    assert first["deadlines"] == [{"text": "trước ngày 2024-06-30", "day": "2024-06-30"}]
    assert first["place"] == [100, 100 + len(first["text"])]
    assert data["notices"][first["notice"]]["number"] == "7/TB-UBND"
    duties = {agency["name"]: len(agency["duties"]) for agency in data["agencies"]}
    assert duties == {WATER: 2, POLICE: 0, SCHOOLS: 1}, "to coordinate is no duty of one's own"


def test_nothing_is_asked_of_another_place(store: LocalStore, tmp_path: Path) -> None:
    page = written(store, tmp_path)
    asked = [
        value for _, attributes in page.elements for key in ("src", "href", "action") if (value := attributes.get(key))
    ]
    assert asked == ["data:,"]
    policy = next(a["content"] for tag, a in page.elements if tag == "meta" and "http-equiv" in a)
    assert policy is not None
    assert policy.startswith("default-src 'none';")
    assert "script-src 'sha256-" in policy
    assert not re.search(r"@import|url\((?!data:)", (tmp_path / "page.html").read_text(encoding="utf-8"))


def test_same_graph_gives_the_same_page(tmp_path: Path) -> None:
    quads = big_network(30, 60)
    write_view(memory_store(quads), tmp_path / "one.html")
    write_view(memory_store(quads[::-1]), tmp_path / "two.html")
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()


def test_names_that_are_html_stay_text(store: LocalStore, tmp_path: Path) -> None:
    attack = Invented(ATTACK, ATTACK, [(ATTACK, [WATER], ATTACK, None)], source=ATTACK)
    plain = written(store, tmp_path)
    hostile = written(memory_store(network_quads([attack])), tmp_path, title=ATTACK)
    tags = [tag for tag, _ in hostile.elements]
    assert tags.count("script") == [tag for tag, _ in plain.elements].count("script")
    assert "img" not in tags
    assert hostile.text.count(ATTACK) == 3, "the title, the heading and the table say it as text"
    assert ATTACK in [agency["name"] for agency in json.loads(hostile.data)["content"]["agencies"]]


def test_json_holds_no_character_of_html() -> None:
    from kg.view.page import to_json

    value = {"<!--": "</script> & \u2028\u2029"}
    text = str(to_json(value))
    assert not set(text) & set("<>&\u2028\u2029")
    assert json.loads(text) == value


@pytest.mark.parametrize(("language", "said"), [("vi", "quan hệ phối hợp"), ("en", "coordinating pairs")])
def test_page_speaks_both_languages(store: LocalStore, tmp_path: Path, language: str, said: str) -> None:
    page = written(store, tmp_path, language=language)
    assert said in page.text
    assert ("html", {"lang": language}) in page.elements


def test_languages_have_the_same_messages() -> None:
    def places(message: str) -> set[str | None]:
        return {name for _, name, _, _ in string.Formatter().parse(message) if name}

    shapes = [{name: places(text) for name, text in words.items()} for words in MESSAGES.values()]
    assert len(shapes) == 2
    assert shapes[0] == shapes[1]


def test_unknown_language_is_refused(store: LocalStore, tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="'fr' is not known; it can be vi, en"):
        write_view(store, tmp_path / "page.html", language="fr")


def test_place_that_cannot_be_written_is_one_line(store: LocalStore, tmp_path: Path) -> None:
    with pytest.raises(KgError, match="cannot be written"):
        write_view(store, tmp_path / "missing" / "page.html")


def test_page_of_an_empty_graph_says_so(tmp_path: Path) -> None:
    page = written(memory_store([]), tmp_path)
    assert MESSAGES["vi"]["empty"] in page.text
    assert "script" not in [tag for tag, _ in page.elements]


def test_folder_of_the_user_is_left_alone(store: LocalStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "mine.txt").write_text("mine")
    monkeypatch.chdir(tmp_path)
    write_view(store, "page.html")
    left = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*")}
    assert left == {"lib", "lib/mine.txt", "page.html"}


def test_page_can_be_read_without_scripts(store: LocalStore, tmp_path: Path) -> None:
    assert f"{WATER}{POLICE}2\n" in written(store, tmp_path).text


class TestPositions:
    @settings(max_examples=25, deadline=None)
    @given(st.sets(st.tuples(st.integers(0, 14), st.integers(0, 14)).filter(lambda e: e[0] != e[1]), min_size=1))
    def test_no_label_covers_another(self, edges: set[tuple[int, int]]) -> None:
        import networkx

        from kg.view.positions import Box, positions

        network = networkx.Graph(sorted(edges))
        boxes = {node: Box(60 + 10 * node, 40) for node in network}
        places = positions(network, boxes)
        assert set(places) == set(network)
        for one, other in combinations(network, 2):
            apart = [abs(places[one][axis] - places[other][axis]) for axis in (0, 1)]
            wide = (boxes[one].width + boxes[other].width) / 2
            assert apart[0] >= wide - 1 or apart[1] >= 40 - 1

    def test_many_agencies_are_placed_without_scipy(self) -> None:
        import networkx

        from kg.view.positions import SPRING_LIMIT, Box, positions

        network = networkx.star_graph(SPRING_LIMIT + 150)
        places = positions(network, dict.fromkeys(network, Box(40, 20)))
        assert len(places) == SPRING_LIMIT + 151
        assert len(set(places.values())) == len(places)

    def test_parts_fill_a_picture_of_the_wanted_shape(self) -> None:
        import networkx

        from kg.view.positions import Box, positions

        network = networkx.Graph([(2 * number, 2 * number + 1) for number in range(60)])
        xs, ys = zip(*positions(network, dict.fromkeys(network, Box(150, 50))).values(), strict=True)
        width, height = max(xs) - min(xs) + 150, max(ys) - min(ys) + 50
        assert 1.2 < width / height < 1.7
        assert width * height < 3 * len(network) * 150 * 50
