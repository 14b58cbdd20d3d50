"""How a reader searches: the page is opened, words are typed, and what is shown is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.site.browser import Watched, served, window


def search_page(site: Path, browser: Browser) -> Iterator[Page]:
    """The site's search page, ready to be typed in."""
    with served(site) as root:
        watched = Watched(window(browser), root)
        watched.page.goto(f"{root}sok/")
        expect(watched.page.locator("#sok-filter")).not_to_have_attribute("hidden", "")
        yield watched.page
        watched.page.context.close()
        assert watched.faults == []


def found(page: Page, text: str) -> list[str]:
    """The pages that a search shows first, by the name of their folder."""
    page.evaluate("document.getElementById('sok-status').textContent = ''")
    page.fill("#sok-q", text)
    page.press("#sok-q", "Enter")
    expect(page.locator("#sok-status")).to_contain_text("träff")
    count = re.search(r"(\d+) träff", page.locator("#sok-status").inner_text())
    expect(page.locator("#sok-traffar > li")).to_have_count(min(10, int(count[1]) if count else 0))
    return [str(link.get_attribute("href")).split("/")[-2] for link in page.locator("#sok-traffar a").all()]


def said(page: Page, text: str) -> str:
    """What is told of a search."""
    page.evaluate("document.getElementById('sok-status').textContent = ''")
    page.fill("#sok-q", text)
    page.press("#sok-q", "Enter")
    expect(page.locator("#sok-status")).to_have_text(re.compile("(?:träff|Inget|finns)(?!.*Söker …)"))
    return page.locator("#sok-status").inner_text()
