"""Where things stand in Chromium: one line of header, nothing outside window or box, tabs in reading order, clean paper."""

from __future__ import annotations

from itertools import pairwise, product

import pytest
from playwright.sync_api import Browser, Page

from tests.site.browser import window
from tests.site.measured import opened, resized, widens
from tests.site.projects import TODAY

pytestmark = pytest.mark.xdist_group("browser")


NAMES = ("Klubbat", "Ekerö kommun", "Upplands Väsby kommun", "Örnsköldsviks kommuns nämndarkiv")


def test_the_header_is_one_line_at_every_desktop_width(page: Page, root: str) -> None:
    opened(page, f"{root}exempelnamnden/", 1000)
    for name, width in product(NAMES, (1000, 1024, 1280, 1920)):
        resized(page, width)
        page.evaluate("name => { document.querySelector('.k-topp__namn').firstChild.data = name }", name)
        parts = page.locator(".k-topp__inre > *:visible")
        boxes = [box for part in parts.all() if (box := part.bounding_box())]
        assert len(boxes) == 3, (name, width)
        middles = [box["y"] + box["height"] / 2 for box in boxes]
        assert max(middles) - min(middles) < 4, (name, width)
        lines = page.locator(".k-topp__meny li").evaluate_all("all => new Set(all.map(one => one.offsetTop)).size")
        assert lines == 1, (name, width)
        for before, after in pairwise(boxes):
            assert before["x"] + before["width"] <= after["x"], (name, width)
        assert page.locator(".k-topp").evaluate("one => one.offsetHeight") <= 80, (name, width)
        assert widens(page) <= 0, (name, width)


@pytest.mark.parametrize("address", ["", "exempelnamnden/", "sok/"])
def test_the_search_button_stays_in_the_window(page: Page, root: str, address: str) -> None:
    for large in (False, True):
        opened(page, root + address, 1280, large=large)
        for width in (1280, 640, 390, 320):
            resized(page, width)
            for button in page.locator("form[role=search] button").all():
                box = button.bounding_box()
                assert box
                assert (box["x"] >= 0, box["x"] + box["width"] <= width) == (True, True), (width, large)


@pytest.mark.parametrize("width", [390, 1280])
def test_the_tab_key_goes_in_reading_order(page: Page, root: str, width: int) -> None:
    opened(page, f"{root}exempelnamnden/2026-10-22/", width)
    where = "box => [box.top + scrollY, box.left, box.height]"
    page.keyboard.press("Tab")
    places = []
    while page.evaluate("document.activeElement.closest('.k-topp, .k-brodsmulor, .k-hopp') !== null"):
        page.keyboard.press("Tab")
        places.append(page.evaluate(f"({where})(document.activeElement.getBoundingClientRect())"))
    assert len(places) > 4
    for (top, left, height), (next_top, next_left, _) in pairwise(places):
        assert next_top > top + height / 2 or next_left > left, (places,)


def test_the_line_under_the_heads_of_a_table_reaches_over_its_bars(page: Page, root: str) -> None:
    opened(page, f"{root}exempelnamnden/2026-10-22/initiativ-om-avgiftsfri-parkering/", 1280)
    line = "all => [...new Set(all.map((one) => getComputedStyle(one).borderBottom))].length"
    assert page.locator(".k-partier thead tr > *").evaluate_all(line) == 1


def test_the_path_of_a_matter_stays_in_its_box(page: Page, root: str) -> None:
    opened(page, f"{root}exempel-ks/2026-10-20/medel-till-cykelplanens-forsta-stracka/", 1280)
    right = "one => one.getBoundingClientRect().right"
    inside = f"li => [...li.querySelectorAll('*')].every(one => ({right})(one) <= ({right})(li) + 1)"
    for width in (1280, 820, 390):
        resized(page, width)
        steps = page.locator(".k-vag > li")
        assert steps.count()
        assert all(step.evaluate(inside) for step in steps.all()), width


def test_the_agenda_is_printed_without_its_preparation(own_page: Page, root: str) -> None:
    opened(own_page, f"{root}exempelnamnden/2026-11-26/", 1280)
    assert own_page.get_by_text("Så förbereds sammanträdet").is_visible()
    own_page.emulate_media(media="print")
    own_page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert not own_page.get_by_text("Så förbereds sammanträdet").is_visible()
    assert not own_page.locator("details .k-steg").is_visible()
    assert own_page.get_by_role("heading", name="Föredragningslista").is_visible()
    others = own_page.locator("details:not(.k-ej-utskrift)")
    assert all(other.get_attribute("open") is not None for other in others.all())


RECORD_PAGES = [
    "",
    "avux/2016-09-22/",
    "exempelnamnden/2026-10-22/",
    "exempelnamnden/2026-09-24/cykelplan-2026-2032/",
    "exempelnamnden/2026-05-21/protokoll/",
    "exempelnamnden/2026-05-21/protokoll/17/",
    "arenden/exempelnamnden-exn-2026-17/",
    "exempelnamnden/",
]


COLUMNS = (".k-huvudspalt", ".k-sidospalt")


@pytest.mark.parametrize("address", RECORD_PAGES)
def test_main_and_aside_have_their_own_columns_and_the_page_one_right_edge(page: Page, root: str, address: str) -> None:
    """And on a phone the aside stands below the answer."""
    opened(page, root + address, 1280)
    main, aside = (page.locator(f".k-rutnat > {where}").first for where in COLUMNS)
    left, right = main.bounding_box(), aside.bounding_box()
    assert left
    assert right
    assert left["x"] + left["width"] < right["x"]
    assert round(left["width"] / right["width"], 1) == 2.1
    edge = page.locator(".k-topp__meny").evaluate("one => one.getBoundingClientRect().right")
    assert abs(right["x"] + right["width"] - edge) <= 1
    past = f"all => all.filter(one => one.getBoundingClientRect().right > {left['x'] + left['width'] + 1}).length"
    assert main.locator("*").evaluate_all(past) == 0
    for width in (800, 390):
        resized(page, width)
        above, below = main.bounding_box(), aside.bounding_box()
        assert above
        assert below
        assert above["y"] + above["height"] <= below["y"], width
        assert above["x"] == below["x"], width


def test_with_text_of_twice_the_size_the_aside_stands_below_on_a_desktop(page: Page, root: str) -> None:
    opened(page, f"{root}exempelnamnden/2026-10-22/", 1280, large=True)
    above, below = (page.locator(f".k-rutnat > {where}").first.bounding_box() for where in COLUMNS)
    assert above
    assert below
    assert above["y"] + above["height"] <= below["y"]


PHONE = 844
"""Pixels of a phone's screen from top to bottom."""


def test_the_bodies_are_listed_within_two_and_a_half_phone_screens(own_page: Page, root: str) -> None:
    own_page.clock.set_fixed_time(f"{TODAY}T12:00:00+01:00")
    opened(own_page, root, 390)
    top = own_page.locator("#organ").evaluate("one => one.getBoundingClientRect().top + scrollY")
    assert top <= 2.42 * PHONE


def test_the_leaf_of_the_calendar_is_whole(page: Page, root: str) -> None:
    opened(page, f"{root}exempelnamnden/2026-10-22/", 1280)
    leaf = page.locator(".k-huvud .k-dag")
    edges = "one => { const box = one.getBoundingClientRect(); return [box.left, box.right] }"
    for width in (1280, 390, 320):
        resized(page, width)
        assert leaf.evaluate("one => one.getClientRects().length") == 1, width
        left, right = leaf.evaluate(edges)
        month = leaf.locator(".k-dag__manad").evaluate(edges)
        assert month == [left + 1, right - 1], width
        assert right - left <= width / 3


def test_a_card_has_no_name_for_what_is_empty(page: Page, root: str) -> None:
    opened(page, f"{root}avux/delegationsbeslut/2017-08-xenter/", 390)
    assert page.locator(".k-kort td:empty").count() > 0
    assert page.locator(".k-kort td:empty:visible").count() == 0


def test_the_mark_of_a_list_stands_by_the_first_line_of_a_long_link(page: Page, root: str) -> None:
    opened(page, f"{root}arenden/", 320)
    link = page.locator("article li > a").filter(has_text="vuxenutbildningsnämnden").first
    assert link.evaluate("one => one.getBoundingClientRect().height") > 40
    # What joins words has no width, and stands by the line that the mark stands by.
    beside = (
        "one => { one.before('\\u2060'); const text = document.createRange(); text.selectNode(one.previousSibling); "
    )
    off = link.evaluate(beside + "return text.getBoundingClientRect().top - one.getBoundingClientRect().top }")
    assert abs(off) < 8


def test_a_link_to_a_paragraph_is_copied(own_page: Page, root: str) -> None:
    own_page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened(own_page, f"{root}exempelnamnden/2026-05-21/protokoll/", 1280)
    own_page.get_by_role("link", name="Kopiera länk till § 17").click()
    own_page.locator("#p17").get_by_text("Kopierad.").wait_for()
    assert own_page.evaluate("navigator.clipboard.readText()") == f"{root}exempelnamnden/2026-05-21/protokoll/#p17"


def test_without_scripts_the_link_to_a_paragraph_is_a_link(browser: Browser, root: str) -> None:
    page = window(browser, java_script_enabled=False)
    page.goto(f"{root}exempelnamnden/2026-05-21/protokoll/")
    page.get_by_role("link", name="Länk till § 17").click()
    assert page.url.endswith("/protokoll/#p17")
    page.context.close()


def test_the_calendar_has_three_months_in_a_row_over_the_whole_width(page: Page, root: str) -> None:
    opened(page, f"{root}kalender/", 1280)
    months = [box for month in page.locator(".k-manad").all() if (box := month.bounding_box())]
    assert len({month["x"] for month in months}) == 3
    edge = page.locator(".k-topp__meny").evaluate("one => one.getBoundingClientRect().right")
    assert abs(max(month["x"] + month["width"] for month in months) - edge) <= 1


def test_a_report_with_a_wide_table_takes_the_whole_width(page: Page, root: str) -> None:
    """Its six columns of words need 1 118 of 1 160 pixels, and were scrolled beside the aside."""
    opened(page, f"{root}avux/2017-09-14/sammantradesordning-2018/sammantradesplan-2018/", 1280)
    table = page.locator(".k-prosa .k-tabell").first
    assert table.evaluate("one => one.scrollWidth <= one.clientWidth")
    below = page.locator(".k-sidospalt").evaluate("one => one.getBoundingClientRect().top")
    assert below >= page.locator(".k-huvudspalt").evaluate("one => one.getBoundingClientRect().bottom")


def test_the_buttons_that_sort_cards_are_seen_by_whoever_comes_to_them_by_keyboard(page: Page, root: str) -> None:
    opened(page, f"{root}exempelnamnden/arenden/", 390)
    button = page.locator(".k-sortera").first
    heads = page.locator(".k-kort thead").first
    hidden = heads.bounding_box()
    assert hidden
    assert hidden["height"] <= 1
    button.focus()
    box = button.bounding_box()
    assert box
    assert box["height"] > 20
    assert box["x"] + box["width"] <= 390
