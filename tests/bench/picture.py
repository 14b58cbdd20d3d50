"""The README's picture, taken of the real pages: the start page on a desktop and a decided item on a phone.

`python -m tests.bench.picture` builds the shipped archive for one day, opens it and writes `docs/startsida.png`.
"""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser

from build_scripts.__main__ import main as klubbat
from tests.site.browser import served, started

ROOT = Path(__file__).parents[2]
DAY = "2026-11-22"
DESKTOP = ("", 1180, 820)
PHONE = ("exempelnamnden/2026-09-24/cykelplan-2026-2032/", 390, 820)
GAP = 24
BACKGROUND = (222, 226, 230)


def picture(browser: Browser, site: str, address: str, width: int, height: int) -> Image.Image:
    """What a reader sees of a page before scrolling."""
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme="light")
    page.goto(site + address)
    page.evaluate("document.fonts.ready")
    image = Image.open(io.BytesIO(page.screenshot()))
    page.close()
    return image


def main() -> None:
    """Builds, takes both pictures and puts them side by side."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        klubbat(["bygg", "--katalog", str(ROOT), "--idag", DAY, "--ut", str(site)])
        with served(site) as address, started() as browser:
            parts = [picture(browser, address, *view) for view in (DESKTOP, PHONE)]
    width = sum(part.width for part in parts) + GAP * 3
    whole = Image.new("RGB", (width, max(part.height for part in parts) + GAP * 2), BACKGROUND)
    left = GAP
    for part in parts:
        whole.paste(part, (left, GAP))
        left += part.width + GAP
    target = ROOT / "docs" / "startsida.png"
    target.parent.mkdir(exist_ok=True)
    whole.quantize(128).save(target, optimize=True)


if __name__ == "__main__":
    main()
