from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.view import write_view
from tests.browser import Opened, opened, why_not
from tests.networks import ATTACK, Invented, memory_store, network_quads

pytestmark = [pytest.mark.browser, pytest.mark.skipif(why_not() is not None, reason=str(why_not()))]

WATER, POLICE, ROADS = "Sở Thủy lợi tỉnh Sông Lam", "Công an tỉnh Sông Lam", "Sở Đường bộ tỉnh Sông Lam"
SENTENCE = "Sở Thủy lợi phối hợp với Công an sửa đê."
NOTICE = Invented(
    "7/TB-UBND",
    "Kết luận về đê kè",
    [
        (WATER, [POLICE], SENTENCE, "2024-06-30"),
        (ROADS, [WATER], "Sở Đường bộ cùng Sở Thủy lợi làm cầu.", None),
        (ATTACK, [WATER], ATTACK, None),
    ],
)


@pytest.fixture
def page(tmp_path: Path) -> Iterator[Opened]:
    write_view(memory_store(network_quads([NOTICE])), tmp_path / "page.html", title=ATTACK)
    with opened(tmp_path / "page.html", viewport={"width": 1280, "height": 800}) as shown:
        yield shown
        assert shown.complaints == []
        assert shown.dialogs == []
        assert [url for url in shown.requests if not url.startswith(("file:", "data:"))] == []


def place(page: Opened, name: str) -> tuple[float, float]:
    number = page.page.evaluate(
        "name => JSON.parse(document.getElementById('data').textContent)"
        ".content.agencies.findIndex(agency => agency.name === name)",
        name,
    )
    at = page.page.evaluate("number => network.getPosition(number)", number)
    return at["x"], at["y"]


def drawn(page: Opened) -> bool:
    """Tell whether the picture shows anything."""
    return bool(
        page.page.evaluate(
            "() => { const canvas = document.querySelector('#network canvas');"
            "return new Set(new Uint32Array(canvas.getContext('2d')"
            ".getImageData(0, 0, canvas.width, canvas.height).data.buffer)).size > 20 }"
        )
    )


def test_page_shows_the_network_and_lists_the_agencies(page: Opened) -> None:
    assert drawn(page)
    for name in (WATER, POLICE, ROADS, ATTACK):
        assert name in page.text("#panel")


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("thuy loi", "without marks"),
        ("THỦY LỢI", "in capitals"),
        ("thuỷ lợi", "the other style of tone marks"),
        ("loi so", "words in any order"),
        ("Sở Thủy lợi".replace("ủ", "u\u0309"), "decomposed"),
    ],
)
def test_search_forgives(page: Opened, typed: str, why: str) -> None:
    page.page.fill("#search", typed)
    assert WATER in page.text("#panel"), why
    assert ROADS not in page.text("#panel"), why


def test_search_knows_d_with_and_without_a_stroke(page: Opened) -> None:
    page.page.fill("#search", "duong bo")
    assert page.text("#panel .choice .name") == ROADS


def test_search_that_finds_nothing_says_so(page: Opened) -> None:
    page.page.fill("#search", "Sở Ngoại vụ")
    assert page.text("#status") == "Không tìm thấy cơ quan nào"


def test_click_on_an_agency_shows_its_duties(page: Opened) -> None:
    page.click_on_canvas(*place(page, WATER))
    page.page.wait_for_selector("#panel h2")
    assert page.text("#panel h2") == WATER
    panel = page.text("#panel")
    for part in (
        "Phối hợp với 3 cơ quan",
        POLICE,
        SENTENCE,
        "Thời hạn: 30/6/2024",
        "7/TB-UBND",
        "ký tự 100–140",
    ):
        assert part in panel


def test_click_on_a_line_shows_the_sentence(page: Opened) -> None:
    (x1, y1), (x2, y2) = place(page, WATER), place(page, POLICE)
    page.click_on_canvas((x1 + x2) / 2, (y1 + y2) / 2)
    page.page.wait_for_selector("#panel h2")
    assert page.text("#panel h2") in {f"{WATER} – {POLICE}", f"{POLICE} – {WATER}"}
    assert page.text("#panel blockquote") == SENTENCE


def test_keyboard_reaches_everything(page: Opened) -> None:
    press = page.page.keyboard.press
    page.page.focus("#search")
    page.page.keyboard.type("cong an")
    press("Enter")
    assert page.text("#panel h2") == POLICE
    assert page.page.evaluate("document.activeElement.textContent") == POLICE
    press("Tab")
    assert page.page.evaluate("document.activeElement.querySelector('.name').textContent") == WATER
    press("Enter")
    assert SENTENCE in page.text("#panel")
    press("Escape")
    assert page.page.evaluate("document.activeElement.id") == "search"
    assert ROADS in page.text("#panel")


def test_name_that_is_html_does_nothing(page: Opened) -> None:
    scripts = page.page.locator("script").count()
    page.click_on_canvas(*place(page, ATTACK))
    page.page.wait_for_selector("#panel h2")
    assert page.text("#panel h2") == ATTACK
    assert page.text("#panel blockquote") == ATTACK
    assert page.text("h1") == ATTACK
    assert page.page.title() == ATTACK
    page.page.click("summary")
    assert ATTACK in page.text("table")
    assert page.page.locator("script").count() == scripts == 3
    assert page.page.locator("img").count() == 0


def test_page_is_dark_where_the_system_is(tmp_path: Path) -> None:
    write_view(memory_store(network_quads([NOTICE])), tmp_path / "page.html")
    with opened(tmp_path / "page.html", color_scheme="dark") as shown:
        colour = shown.page.evaluate("getComputedStyle(document.body).color")
        assert colour == "rgb(232, 235, 241)"
        assert shown.complaints == []


def test_page_without_scripts_lists_the_pairs(tmp_path: Path) -> None:
    write_view(memory_store(network_quads([NOTICE])), tmp_path / "page.html")
    with opened(tmp_path / "page.html", java_script_enabled=False) as shown:
        shown.page.click("summary")
        assert POLICE in shown.text("table")
        assert not shown.page.is_visible("#app")


def test_page_of_an_empty_graph_says_so(tmp_path: Path) -> None:
    write_view(memory_store([]), tmp_path / "page.html", language="en")
    with opened(tmp_path / "page.html") as shown:
        assert "There is no coordination" in shown.text("main")
        assert shown.complaints == []


def test_the_watch_over_the_page_sees_what_it_should(tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text(
        "<script>console.error('bad'); alert('bad'); fetch('http://example.org/')</script>", encoding="utf-8"
    )
    with opened(tmp_path / "bad.html") as shown:
        shown.page.wait_for_timeout(300)
        assert shown.dialogs == ["bad"]
        assert "bad" in shown.complaints
        assert "http://example.org/" in shown.requests
