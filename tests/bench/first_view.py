"""What a reader who comes for the first time waits for: bytes that are fetched for a page, and how far it shifts meanwhile.

`python -m tests.bench.first_view SITE ADDRESS` opens a page of a built site in Chromium as a phone and as a desktop. Bytes are
counted as a server sends them, compressed with gzip where that makes them fewer. Fonts come half a second late, as over a
slow line: else a text that moves when its typeface arrives would not be seen on this machine.
"""

from __future__ import annotations

import gzip
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Route, ViewportSize

from tests.site.browser import served, started

WIDTHS: dict[str, ViewportSize] = {
    "telefon": {"width": 390, "height": 844},
    "skrivbord": {"width": 1280, "height": 900},
}
FONT_DELAY = 0.5
SHIFT = """
window.shifted = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({type: "layout-shift", buffered: true});
"""


@dataclass(frozen=True)
class FirstView:
    """One view of a page: bytes of everything that was fetched for it, compressed, and its cumulative layout shift."""

    bytes: int
    shift: float


def first_views(site: Path, address: str) -> dict[str, FirstView]:
    """The first view of the page by the names of `WIDTHS`."""
    with served(site) as root, started() as browser:
        return {name: view(browser, size, f"{root}{address}") for name, size in WIDTHS.items()}


def view(browser: Browser, size: ViewportSize, url: str, day: str | None = None) -> FirstView:
    """One view in a window of its own, on a day (ÅÅÅÅ-MM-DD) or today: an old page says that it is, which moves it."""
    context = browser.new_context(viewport=size, device_scale_factor=2)
    page, sizes = context.new_page(), []
    page.add_init_script(SHIFT)
    if day:
        page.clock.set_fixed_time(f"{day}T12:00:00+01:00")
    page.route("**/*.woff2", _late)
    page.on("response", lambda response: sizes.append(_compressed(response.body())))
    page.goto(url, wait_until="networkidle")
    page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
    shifted = page.evaluate("window.shifted")
    context.close()
    return FirstView(sum(sizes), float(shifted))


def _late(route: Route) -> None:
    time.sleep(FONT_DELAY)
    route.continue_()


def _compressed(content: bytes) -> int:
    return min(len(content), len(gzip.compress(content, 6)))


def main() -> None:
    """The command line."""
    for name, view in first_views(Path(sys.argv[1]), sys.argv[2]).items():
        print(f"{name}: {view.bytes} byte, förskjutning {view.shift:.4f}")


if __name__ == "__main__":
    main()
