"""A headless Chromium without a connection, and what went wrong in it.

The browser is the system's own (`chromium` of Debian, or CHROMIUM); Playwright only drives it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
    "--host-resolver-rules=MAP * ~NOTFOUND",
)


def why_not() -> str | None:
    """Return why no page can be opened here, or None."""
    if CHROMIUM is None:
        return "no Chromium: apt-get install chromium, or set CHROMIUM"
    try:
        import playwright.sync_api  # noqa: F401
    except ImportError:
        return "no Playwright: pip install playwright"
    return None


@dataclass
class Opened:
    """A page that was opened, and what it asked for, complained of and popped up."""

    page: Any
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def text(self, selector: str) -> str:
        """Return the visible text of an element."""
        return str(self.page.inner_text(selector))

    def click_on_canvas(self, x: float, y: float) -> None:
        """Click on a point of the picture, given in its own coordinates."""
        at = self.page.evaluate("([x, y]) => network.canvasToDOM({ x, y })", [x, y])
        box = self.page.locator("#network").bounding_box()
        self.page.mouse.click(box["x"] + at["x"], box["y"] + at["y"])


@contextmanager
def opened(path: Path, **context: object) -> Iterator[Opened]:
    """Open a file in a browser that reaches nothing but files."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        page = browser.new_context(offline=True, **context).new_page()
        seen = Opened(page)
        page.on("request", lambda request: seen.requests.append(request.url))
        page.on("console", lambda message: seen.complaints.append(message.text))
        page.on("pageerror", lambda error: seen.complaints.append(str(error)))
        page.on("dialog", lambda dialog: (seen.dialogs.append(dialog.message), dialog.dismiss()))
        page.goto(path.resolve().as_uri())
        try:
            yield seen
        finally:
            browser.close()
