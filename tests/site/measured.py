"""Pages at the widths of screens, and what is measured there."""

from __future__ import annotations

from playwright.sync_api import Page

LARGE = "document.documentElement.style.fontSize = '200%'"


def opened(page: Page, url: str, width: int, *, large: bool = False) -> None:
    """The page in a window of this width, with its own typeface, and with text of twice the size where it is `large`."""
    resized(page, width)
    page.goto(url)
    # Words are as wide as they will be only in their own typeface.
    page.evaluate("document.fonts.ready.then(() => null)")
    if large:
        page.evaluate(LARGE)


def resized(page: Page, width: int) -> None:
    """Another width of the window."""
    page.set_viewport_size({"width": width, "height": 900})


def widens(page: Page) -> int:
    """Pixels that the page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
