"""The day that a page speaks of, held against the reader's own in Chromium."""

from __future__ import annotations

import datetime as dt

import pytest
from playwright.sync_api import Browser

from tests.site.browser import window
from tests.site.projects import TODAY

pytestmark = pytest.mark.xdist_group("browser")

BUILT = dt.date.fromisoformat(TODAY)


def _read(
    browser: Browser, url: str, day: dt.date, hour: str = "12:00:00+01:00", zone: str = "Europe/Stockholm"
) -> list[str]:
    """What the page says of its age, and the marks of what has passed, on the reader's day."""
    page = window(browser, locale="sv-SE", timezone_id=zone)
    page.clock.set_fixed_time(f"{day}T{hour}")
    page.goto(url)
    said = [page.locator("[data-laget]").inner_text(), *page.locator("[data-till] .k-lage--passerat").all_inner_texts()]
    page.context.close()
    return said


AGES = [(-1, ""), (0, ""), (1, ""), (2, ""), (3, "3"), (28, "28")]


@pytest.mark.parametrize(("days", "told"), AGES, ids=[str(case[0]) for case in AGES])
def test_a_page_older_than_two_days_says_so(browser: Browser, root: str, days: int, told: str) -> None:
    said = _read(browser, root, BUILT + dt.timedelta(days=days))[0]
    old = f". Sidan är {told} dagar gammal: det kan ha hänt mer sedan dess." if told else ""
    assert said == f"Läget den 22\N{NO-BREAK SPACE}november 2026{old}"


def test_without_scripts_the_dated_sentence_stands(browser: Browser, root: str) -> None:
    page = window(browser, java_script_enabled=False)
    page.goto(f"{root}anslagstavla/")
    assert page.locator("[data-laget]").inner_text() == "Läget den 22\N{NO-BREAK SPACE}november 2026"
    page.context.close()


def test_what_has_passed_since_is_marked_the_day_after_its_last_day(browser: Browser, root: str) -> None:
    page = window(browser, java_script_enabled=False)
    page.goto(f"{root}anslagstavla/")
    last = dt.date.fromisoformat(
        min(page.locator("[data-till]").evaluate_all("all => all.map(one => one.dataset.till)"))
    )
    page.context.close()
    assert last >= BUILT
    url = f"{root}anslagstavla/"
    assert _read(browser, url, last)[1:] == []
    assert _read(browser, url, last + dt.timedelta(days=1))[1].startswith(f"Tiden gick ut {last.day}\N{NO-BREAK SPACE}")


def test_the_day_is_the_municipalitys_wherever_the_reader_is(browser: Browser, root: str) -> None:
    late = BUILT + dt.timedelta(days=2)
    assert "gammal" in _read(browser, root, late, "23:30:00Z", "America/New_York")[0]
    assert "gammal" not in _read(browser, root, late, "22:30:00Z", "Asia/Tokyo")[0]
