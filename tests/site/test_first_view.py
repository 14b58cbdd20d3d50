"""What a reader's first view weighs, and that nothing in it moves."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, ViewportSize, expect

from tests.bench.first_view import SHIFT, WIDTHS, view
from tests.site.browser import window
from tests.site.projects import TODAY

pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A window of its own."""
    page = window(browser, locale="sv-SE")
    yield page
    page.context.close()


LIGHT = [
    "",
    "exempelnamnden/2026-10-22/",
    "exempelnamnden/2026-09-24/cykelplan-2026-2032/",
    "avux/",
    "avux/delegationsbeslut/2017-08-xenter/",
    "in-english/",
    "avux/sammantradesordning/2018/",
    "arenden/exempelnamnden-exn-2026-9/",
    "mina-arenden/",
    "hjalp/regler/",
    "hjalp/kalla/",
    "ordlista/",
    "sok/",
]
"""Pages of all kinds: the heaviest, some with words in italics, some with pictures."""


@pytest.mark.parametrize("address", LIGHT)
@pytest.mark.parametrize("size", WIDTHS.values(), ids=WIDTHS)
def test_the_first_view_is_light_and_lies_still(browser: Browser, root: str, size: ViewportSize, address: str) -> None:
    found = view(browser, size, root + address, TODAY)
    assert found.bytes <= 60_000
    assert found.shift < 0.01


def test_the_search_engine_is_fetched_when_the_reader_begins(page: Page, root: str) -> None:
    fetched: list[str] = []
    page.on("request", lambda asked: fetched.append(asked.url.rpartition("/")[2]))
    page.goto(f"{root}sok/", wait_until="networkidle")
    expect(page.locator("#sok-q")).to_be_focused()
    assert "pagefind.js" not in fetched
    with page.expect_response("**/*.pagefind"):
        page.keyboard.press("b")


def test_a_picture_is_fetched_when_it_is_unfolded(page: Page, root: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    fetched: list[str] = []
    page.on("request", lambda asked: fetched.append(asked.url) if asked.url.endswith(".webp") else None)
    page.goto(f"{root}hjalp/ett-ar/", wait_until="networkidle")
    pictures = page.locator("article details:has(img)")
    assert (len(fetched), pictures.count()) == (0, 7)
    for picture in pictures.all():
        picture.locator("summary").click()
        picture.locator("img").evaluate("one => one.decode()")
    assert len(fetched) == 7


SEARCHES = {
    "none": "",
    "hits": "budget",
    "no hits": "qqqqzz",
    "explained": "protokoll",
    "explained in a phrase": "laga kraft",
    "a slip": "biblotek",
    "a compound in parts": "lekplatsplanen",
    "some of the words": "motion cykelplan qqqq",
    "a case": "exn 2026:17",
}


@pytest.mark.parametrize("query", SEARCHES.values(), ids=SEARCHES)
@pytest.mark.parametrize("size", WIDTHS.values(), ids=WIDTHS)
def test_nothing_moves_while_a_search_is_answered(browser: Browser, root: str, size: ViewportSize, query: str) -> None:
    assert view(browser, size, f"{root}sok/?q={query}", TODAY).shift < 0.01


@pytest.mark.parametrize("address", ["avux/delegationsbeslut/2017-08-xenter/", "anslagstavla/arkiv/", "hjalp/regler/"])
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_when_the_fields_of_tables_come_late(page: Page, root: str, address: str, width: int) -> None:
    def late(route: Route) -> None:
        page.wait_for_selector("h1")
        page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))")
        route.continue_()

    page.clock.set_fixed_time(f"{TODAY}T12:00:00+01:00")
    page.add_init_script(SHIFT)
    page.route("**/*.woff2", lambda route: route.abort())
    page.route("**/tabell.js", late)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(root + address)
    page.locator(".k-filtrera input").first.wait_for()
    assert page.evaluate("window.shifted") < 0.01
