"""The day that a page speaks of, held against the reader's own in Chromium."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.site.browser import window
from tests.site.projects import TODAY

pytestmark = pytest.mark.xdist_group("browser")

BUILT = dt.date.fromisoformat(TODAY)


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A reader's window in Stockholm."""
    page = window(browser, locale="sv-SE", timezone_id="Europe/Stockholm")
    yield page
    page.context.close()


def _read(page: Page, url: str, day: dt.date, hour: str = "12:00:00+01:00") -> list[str]:
    """What the page says of its age, and the marks of what has passed, on the reader's day."""
    page.clock.set_fixed_time(f"{day}T{hour}")
    page.goto(url)
    return [page.locator("[data-laget]").inner_text(), *page.locator("[data-till] .k-lage--passerat").all_inner_texts()]


AGES = [(-1, ""), (0, ""), (1, ""), (2, ""), (3, "3"), (28, "28")]


@pytest.mark.parametrize(("days", "told"), AGES, ids=[str(case[0]) for case in AGES])
def test_a_page_older_than_two_days_says_so(page: Page, root: str, days: int, told: str) -> None:
    said = _read(page, root, BUILT + dt.timedelta(days=days))[0]
    old = f". Sidan är {told} dagar gammal: det kan ha hänt mer sedan dess." if told else ""
    assert said == f"Läget den 22\N{NO-BREAK SPACE}november 2026{old}"


def test_without_scripts_the_dated_sentence_stands(browser: Browser, root: str) -> None:
    page = window(browser, java_script_enabled=False)
    page.goto(f"{root}anslagstavla/")
    assert page.locator("[data-laget]").inner_text() == "Läget den 22\N{NO-BREAK SPACE}november 2026"
    page.context.close()


def test_what_has_passed_since_is_marked_the_day_after_its_last_day(page: Page, root: str) -> None:
    url = f"{root}anslagstavla/"
    _read(page, url, BUILT)
    last = dt.date.fromisoformat(
        min(page.locator("[data-till]").evaluate_all("all => all.map(one => one.dataset.till)"))
    )
    assert last >= BUILT
    assert _read(page, url, last)[1:] == []
    assert _read(page, url, last + dt.timedelta(days=1))[1].startswith(f"Tiden gick ut {last.day}\N{NO-BREAK SPACE}")


def test_the_day_is_the_municipalitys_wherever_the_reader_is(browser: Browser, root: str) -> None:
    late = BUILT + dt.timedelta(days=2)
    for zone, hour, is_old in (("America/New_York", "23:30:00Z", True), ("Asia/Tokyo", "22:30:00Z", False)):
        page = window(browser, locale="sv-SE", timezone_id=zone)
        assert ("gammal" in _read(page, root, late, hour)[0]) is is_old
        page.context.close()


def test_the_days_left_are_counted_from_the_readers_day(page: Page, root: str) -> None:
    page.goto(root)
    place = page.locator("[data-kvar]").first
    last = dt.date.fromisoformat(place.get_attribute("data-kvar") or "")
    for days, said in ((0, "sista dagen"), (1, "1 dag kvar"), (2, "2 dagar kvar"), (30, "30 dagar kvar")):
        page.clock.set_fixed_time(f"{last - dt.timedelta(days)}T12:00:00+01:00")
        page.reload()
        assert place.inner_text() == f"· {said}"
