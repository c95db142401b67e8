"""Draw docs/view.png: the page of the sample notices with one pair of agencies chosen, as the README shows it.

Usage: python -m scripts.view_picture

Needs Chromium and Playwright. The picture depends on the fonts of the machine, so it is made by hand and not compared.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from kg.cli.run import run
from tests.browser import Opened, opened

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs" / "view.png"
SIZE = {"width": 1400, "height": 900}
CHOSEN = "Sở Nông nghiệp và Phát triển nông thôn"


def main() -> None:
    """Build the samples into a store of their own and draw their page."""
    with TemporaryDirectory() as folder:
        store, page = f"{folder}/store", f"{folder}/view.html"
        for arguments in (["build", str(ROOT / "samples")], ["view", "--language", "en", "-o", page]):
            if run([*arguments, "--store", store]):
                raise SystemExit(f"kg {arguments[0]} failed")
        with opened(Path(page), viewport=SIZE) as shown:
            _choose(shown)
            shown.page.screenshot(path=PICTURE)


def _choose(shown: Opened) -> None:
    """Open an agency, then the pair it forms with the agency it has most to do with."""
    shown.page.fill("#search", CHOSEN)
    shown.page.press("#search", "Enter")
    shown.page.locator("#panel .choice").first.click()
    shown.page.wait_for_timeout(1000)


if __name__ == "__main__":
    main()
