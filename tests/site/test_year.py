"""The year's page in Chromium: the preparation by its toggle, the wheel by mouse and keyboard, one sheet of paper."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pdfplumber
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.browser import window

pytestmark = pytest.mark.xdist_group("browser")

YEARS = ("avux/sammantradesordning/2018/", "avux/sammantradesordning/2017/", "exempelnamnden/sammantradesordning/2026/")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A window of its own, without scripts: the toggle is the style sheet's."""
    page = window(browser, locale="sv-SE", viewport={"width": 1280, "height": 900}, java_script_enabled=False)
    yield page
    page.context.close()


def test_the_preparation_is_seen_by_who_asks_for_it(page: Page, root: str) -> None:
    page.goto(root + YEARS[0])
    columns = page.locator(".k-plan").get_by_role("columnheader")
    expect(columns).to_have_text(["Sammanträde"])
    expect(page.locator(".k-hjul__steg").first).to_be_hidden()
    page.get_by_label("Visa även beredningen").check()
    expect(columns).to_have_count(6)
    expect(page.locator(".k-hjul__steg").first).to_be_visible()
    expect(page.get_by_role("heading", name="Så räknas dagarna")).to_be_visible()


def test_a_meeting_lights_its_steps_and_leads_to_its_row(page: Page, root: str) -> None:
    page.goto(root + YEARS[0])
    page.get_by_label("Visa även beredningen").check()
    meeting = page.get_by_role("link", name="Torsdag 12 april 2018")
    step, other = meeting.locator(".k-hjul__steg").first, page.locator(".k-hjul__steg").first
    fill = "one => getComputedStyle(one).fill"
    dark = step.evaluate(fill)
    assert dark == other.evaluate(fill)
    page.get_by_role("link", name="Torsdag 15 mars 2018").focus()
    page.keyboard.press("Tab")
    assert step.evaluate(fill) != dark
    assert other.evaluate(fill) == dark
    page.keyboard.press("Enter")
    expect(page.locator("tr:target th")).to_have_text("torsdag 12 april")


@pytest.mark.parametrize("address", YEARS)
def test_the_year_is_one_sheet_across(page: Page, root: str, address: str) -> None:
    page.goto(root + address)
    with pdfplumber.open(io.BytesIO(page.pdf(prefer_css_page_size=True))) as paper:
        (sheet,) = paper.pages
        assert sheet.width > sheet.height
        words = sheet.extract_text()
    for row in page.locator(".k-plan tbody tr").all():
        day = row.locator("time").first.get_attribute("datetime") or ""
        assert f" {int(day[8:])} " in words, day


@pytest.mark.parametrize("address", YEARS)
def test_the_whole_table_is_in_view_on_a_desktop(page: Page, root: str, address: str) -> None:
    page.goto(root + address)
    page.get_by_label("Visa även beredningen").check()
    box = page.locator(".k-tabell:has(.k-plan)")
    assert box.evaluate("box => box.scrollWidth - box.clientWidth") <= 0
