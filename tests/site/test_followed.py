"""Followed cases in Chromium: kept in the browser only, and what is new since last time."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.browser import Watched, window

pytestmark = pytest.mark.xdist_group("browser")

CASE = "arenden/exempelnamnden-exn-2026-9/"
PAGES = (
    "anslagstavla/",
    "anslagstavla/arkiv/",
    "anslagstavla/exempelnamnden-2026-10-22-42/",
    "anslagstavla/exempelnamnden-2026-10-anstallningar/",
    "exempelnamnden/2026-08-27/protokoll/",
    "exempelnamnden/2026-08-27/protokoll/28/",
    "exempelnamnden/2026-10-22/",
    "exempelnamnden/2026-10-22/initiativ-om-avgiftsfri-parkering/",
    "exempelnamnden/ledamoter/",
    "exempelnamnden/ledamoter/elsa-platshallare/",
    "exempelnamnden/delegationsbeslut/",
    "mina-arenden/",
    CASE,
)


@pytest.fixture
def watched(browser: Browser, root: str) -> Iterator[Watched]:
    """After the test nothing may have been asked of another host, nor complained of."""
    found = Watched(window(browser, viewport={"width": 390, "height": 844}, locale="sv-SE"), root)
    yield found
    found.page.context.close()
    assert found.faults == []


def test_pages_of_what_follows_a_meeting_are_accessible_and_no_wider_than_a_phone(watched: Watched, root: str) -> None:
    for address in PAGES:
        watched.page.goto(root + address)
        assert watched.page.evaluate("document.documentElement.scrollWidth") <= 390, address
        assert watched.violations() == [], address


def _stored(page: Page) -> dict[str, dict[str, object]]:
    found: dict[str, dict[str, object]] = json.loads(
        page.evaluate(
            "localStorage.getItem(Object.keys(localStorage).find((key) => key.startsWith('klubbat-arenden:')))"
        )
    )
    return found


def test_a_followed_case_shows_what_is_new_until_it_is_marked_as_read(watched: Watched, root: str) -> None:
    page = watched.page
    page.goto(root + CASE)
    page.get_by_role("button", name="Följ ärendet").click()
    expect(page.get_by_text("Ärendet finns nu under Mina ärenden.")).to_be_visible()
    assert list(_stored(page)) == [CASE]

    page.goto(f"{root}mina-arenden/")
    expect(page.get_by_text("Du följer ett ärende. Inget nytt.")).to_be_visible()

    page.evaluate(
        """() => {
          const key = Object.keys(localStorage).find((key) => key.startsWith("klubbat-arenden:"));
          const kept = JSON.parse(localStorage.getItem(key));
          for (const one of Object.values(kept)) Object.assign(one, { sett: one.sett.slice(0, -1), dag: "2026-06-01" });
          localStorage.setItem(key, JSON.stringify(kept));
        }"""
    )
    page.reload()
    expect(page.get_by_text("Du följer ett ärende. Nytt i 1.")).to_be_visible()
    expect(page.get_by_role("heading", name="Nytt sedan 1 juni 2026")).to_be_visible()
    page.get_by_role("button", name="Markera allt som läst").click()
    expect(page.get_by_text("Du följer ett ärende. Inget nytt.")).to_be_visible()

    page.get_by_role("button", name="Sluta följa").click()
    expect(page.get_by_text("Du följer inga ärenden i den här webbläsaren.")).to_be_visible()
    assert _stored(page) == {}


def test_what_another_version_stored_is_no_fault(watched: Watched, root: str) -> None:
    page = watched.page
    page.goto(f"{root}mina-arenden/")
    page.evaluate("localStorage.setItem('klubbat-arenden:' + location.pathname.replace('mina-arenden/', ''), '[1, {')")
    page.reload()
    expect(page.get_by_text("Du följer inga ärenden i den här webbläsaren.")).to_be_visible()
