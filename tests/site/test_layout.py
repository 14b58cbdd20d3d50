"""Where things stand in Chromium: one line of header, nothing outside window or box, tabs in reading order, clean paper."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import pairwise, product

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.site.browser import window
from tests.site.projects import TODAY

pytestmark = pytest.mark.xdist_group("browser")

LARGE = "document.documentElement.style.fontSize = '200%'"
LONG = "Sammanträdesordningsförberedelsekommittéledamotskonferensens"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A window where the words wait for their typeface: on a busy machine it comes too late to be used at all."""
    yield from _waited_for(browser)


@pytest.fixture
def own_page(browser: Browser) -> Iterator[Page]:
    """Such a window for one test, which changes more than the page that is shown."""
    yield from _waited_for(browser)


def _waited_for(browser: Browser) -> Iterator[Page]:
    page = window(browser, locale="sv-SE")
    page.route("**/*.css*", _waiting)
    yield page
    page.context.close()


def _waiting(route: Route) -> None:
    sheet = route.fetch()
    route.fulfill(response=sheet, body=re.sub(r"font-display:\s*optional", "font-display: block", sheet.text()))


def _open(page: Page, url: str, width: int, *, large: bool = False) -> None:
    _resize(page, width)
    page.goto(url)
    # Words are as wide as they will be only in their own typeface.
    page.evaluate("document.fonts.ready.then(() => null)")
    if large:
        page.evaluate(LARGE)


def _resize(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})


def _widens(page: Page) -> int:
    """Pixels that the page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))


NAMES = ("Klubbat", "Ekerö kommun", "Upplands Väsby kommun", "Örnsköldsviks kommuns nämndarkiv")


def test_the_header_is_one_line_at_every_desktop_width(page: Page, root: str) -> None:
    _open(page, f"{root}exempelnamnden/", 1000)
    for name, width in product(NAMES, (1000, 1024, 1280, 1920)):
        _resize(page, width)
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
        assert _widens(page) <= 0, (name, width)


@pytest.mark.parametrize("address", ["", "exempelnamnden/", "sok/"])
def test_the_search_button_stays_in_the_window(page: Page, root: str, address: str) -> None:
    for large in (False, True):
        _open(page, root + address, 1280, large=large)
        for width in (1280, 640, 390, 320):
            _resize(page, width)
            for button in page.locator("form[role=search] button").all():
                box = button.bounding_box()
                assert box
                assert (box["x"] >= 0, box["x"] + box["width"] <= width) == (True, True), (width, large)


@pytest.mark.parametrize("width", [390, 1280])
def test_the_tab_key_goes_in_reading_order(page: Page, root: str, width: int) -> None:
    _open(page, f"{root}exempelnamnden/2026-10-22/", width)
    where = "box => [box.top + scrollY, box.left, box.height]"
    page.keyboard.press("Tab")
    places = []
    while page.evaluate("document.activeElement.closest('.k-topp, .k-brodsmulor, .k-hopp') !== null"):
        page.keyboard.press("Tab")
        places.append(page.evaluate(f"({where})(document.activeElement.getBoundingClientRect())"))
    assert len(places) > 4
    for (top, left, height), (next_top, next_left, _) in pairwise(places):
        assert next_top > top + height / 2 or next_left > left, (places,)


@pytest.mark.parametrize("where", [".k-grannar a", ".k-brodsmulor li:last-child", ".k-brodsmulor a"])
def test_a_long_word_does_not_widen_the_page(page: Page, root: str, where: str) -> None:
    _open(page, f"{root}exempelnamnden/2026-10-22/", 1280)
    page.evaluate("([where, word]) => { document.querySelector(where).textContent = word }", [where, LONG])
    right = (
        "one => { const r = document.createRange(); r.selectNodeContents(one); return r.getBoundingClientRect().right }"
    )
    for width in (1280, 320):
        if width == 320:
            page.evaluate(LARGE)
        _resize(page, width)
        assert _widens(page) <= 0, width
        assert page.locator(where).first.evaluate(right) <= width


def test_a_breadcrumb_keeps_the_stroke_on_its_last_line(page: Page, root: str) -> None:
    _open(page, f"{root}exempelnamnden/2026-10-22/", 390)
    page.evaluate("one => document.querySelectorAll('.k-brodsmulor a')[1].textContent = one", "Miljö- och byggnämnden")
    ends = """li => { const box = li.getBoundingClientRect(), words = [...li.firstElementChild.getClientRects()].at(-1);
      return box.bottom - words.bottom }"""
    crumb = page.locator(".k-brodsmulor li").nth(1)
    for width in range(260, 130, -2):
        crumb.evaluate("(li, width) => li.style.maxWidth = `${width}px`", width)
        assert crumb.evaluate(ends) < 10, width


def test_the_line_under_the_heads_of_a_table_reaches_over_its_bars(page: Page, root: str) -> None:
    _open(page, f"{root}exempelnamnden/2026-10-22/initiativ-om-avgiftsfri-parkering/", 1280)
    line = "all => [...new Set(all.map((one) => getComputedStyle(one).borderBottom))].length"
    assert page.locator(".k-partier thead tr > *").evaluate_all(line) == 1


CUT = r"""() => {
  const found = [], walker = document.createTreeWalker(document.querySelector(".k-mitt"), NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode()); ) {
    for (const word of node.data.matchAll(/(?<![\p{L}\d\u00AD])[\p{L}\d]{3,}(?![\p{L}\d\u00AD])/gu)) {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const lines = [...range.getClientRects()].filter((box) => box.width > 0).map((box) => Math.round(box.top));
      if (new Set(lines).size > 1) found.push(word[0]);
    }
  }
  return found;
}"""
"""The words that stand on two lines of the page, but for those that soft hyphens part.

The tests' browser knows no Swedish hyphens, so each of them is cut.
"""


@pytest.mark.parametrize(
    "address",
    [
        "avux/",
        "avux/2017-09-14/effektiviseringar-infor-2018/",
        "anslagstavla/",
        "kalender/",
        "exempelnamnden/sammantradesordning/2026/",
    ],
)
def test_no_word_of_a_table_a_fact_or_a_state_is_cut(page: Page, root: str, address: str) -> None:
    _open(page, root + address, 1280)
    for width in (1280, 390):
        _resize(page, width)
        assert page.evaluate(CUT) == [], width


@pytest.mark.parametrize("address", ["avux/", "tillganglighet/", "arenden/avux-2017-26/"])
def test_no_word_of_a_heading_is_cut_on_the_smallest_phone(page: Page, root: str, address: str) -> None:
    _open(page, root + address, 320)
    heading = page.locator("h1").inner_text()
    assert [word for word in page.evaluate(CUT) if word in heading] == []


def test_words_that_are_parted_get_a_hyphen(page: Page, root: str) -> None:
    _open(page, f"{root}avux/sammantradesordning/2018/", 320)
    for where in ("h1", "th", "td", ".k-grannar", ".k-brodsmulor"):
        assert page.locator(where).first.evaluate("one => getComputedStyle(one).hyphens") == "auto", where


def test_the_path_of_a_matter_stays_in_its_box(page: Page, root: str) -> None:
    _open(page, f"{root}exempel-ks/2026-10-20/medel-till-cykelplanens-forsta-stracka/", 1280)
    right = "one => one.getBoundingClientRect().right"
    inside = f"li => [...li.querySelectorAll('*')].every(one => ({right})(one) <= ({right})(li) + 1)"
    for width in (1280, 820, 390):
        _resize(page, width)
        steps = page.locator(".k-vag > li")
        assert steps.count()
        assert all(step.evaluate(inside) for step in steps.all()), width


def test_the_agenda_is_printed_without_its_preparation(own_page: Page, root: str) -> None:
    _open(own_page, f"{root}exempelnamnden/2026-11-26/", 1280)
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
    _open(page, root + address, 1280)
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
        _resize(page, width)
        above, below = main.bounding_box(), aside.bounding_box()
        assert above
        assert below
        assert above["y"] + above["height"] <= below["y"], width
        assert above["x"] == below["x"], width


def test_with_text_of_twice_the_size_the_aside_stands_below_on_a_desktop(page: Page, root: str) -> None:
    _open(page, f"{root}exempelnamnden/2026-10-22/", 1280, large=True)
    above, below = (page.locator(f".k-rutnat > {where}").first.bounding_box() for where in COLUMNS)
    assert above
    assert below
    assert above["y"] + above["height"] <= below["y"]


PHONE = 844
"""Pixels of a phone's screen from top to bottom."""


def test_the_bodies_are_listed_within_two_and_a_half_phone_screens(own_page: Page, root: str) -> None:
    own_page.clock.set_fixed_time(f"{TODAY}T12:00:00+01:00")
    _open(own_page, root, 390)
    top = own_page.locator("#organ").evaluate("one => one.getBoundingClientRect().top + scrollY")
    assert top <= 2.42 * PHONE


def test_the_leaf_of_the_calendar_is_whole(page: Page, root: str) -> None:
    _open(page, f"{root}exempelnamnden/2026-10-22/", 1280)
    leaf = page.locator(".k-huvud .k-dag")
    edges = "one => { const box = one.getBoundingClientRect(); return [box.left, box.right] }"
    for width in (1280, 390, 320):
        _resize(page, width)
        assert leaf.evaluate("one => one.getClientRects().length") == 1, width
        left, right = leaf.evaluate(edges)
        month = leaf.locator(".k-dag__manad").evaluate(edges)
        assert month == [left + 1, right - 1], width
        assert right - left <= width / 3


def test_a_card_has_no_name_for_what_is_empty(page: Page, root: str) -> None:
    _open(page, f"{root}avux/delegationsbeslut/2017-08-xenter/", 390)
    assert page.locator(".k-kort td:empty").count() > 0
    assert page.locator(".k-kort td:empty:visible").count() == 0


def test_the_mark_of_a_list_stands_by_the_first_line_of_a_long_link(page: Page, root: str) -> None:
    _open(page, f"{root}arenden/", 320)
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
    _open(own_page, f"{root}exempelnamnden/2026-05-21/protokoll/", 1280)
    own_page.get_by_role("link", name="Kopiera länk till § 17").click()
    own_page.locator("#p17").get_by_text("Kopierad.").wait_for()
    assert own_page.evaluate("navigator.clipboard.readText()") == f"{root}exempelnamnden/2026-05-21/protokoll/#p17"


def test_without_scripts_the_link_to_a_paragraph_is_a_link(browser: Browser, root: str) -> None:
    page = window(browser, java_script_enabled=False)
    page.goto(f"{root}exempelnamnden/2026-05-21/protokoll/")
    page.get_by_role("link", name="Länk till § 17").click()
    assert page.url.endswith("/protokoll/#p17")
    page.context.close()


def test_the_days_left_are_counted_from_the_readers_day(own_page: Page, root: str) -> None:
    _open(own_page, root, 1280)
    place = own_page.locator("[data-kvar]").first
    last = dt.date.fromisoformat(place.get_attribute("data-kvar") or "")
    for days, said in ((0, "sista dagen"), (1, "1 dag kvar"), (2, "2 dagar kvar"), (30, "30 dagar kvar")):
        own_page.clock.set_fixed_time(f"{last - dt.timedelta(days)}T12:00:00+01:00")
        own_page.reload()
        assert place.inner_text() == f"· {said}"


def test_the_calendar_has_three_months_in_a_row_over_the_whole_width(page: Page, root: str) -> None:
    _open(page, f"{root}kalender/", 1280)
    months = [box for month in page.locator(".k-manad").all() if (box := month.bounding_box())]
    assert len({month["x"] for month in months}) == 3
    edge = page.locator(".k-topp__meny").evaluate("one => one.getBoundingClientRect().right")
    assert abs(max(month["x"] + month["width"] for month in months) - edge) <= 1


def test_a_report_with_a_wide_table_takes_the_whole_width(page: Page, root: str) -> None:
    """Its six columns of words need 1 118 of 1 160 pixels, and were scrolled beside the aside."""
    _open(page, f"{root}avux/2017-09-14/sammantradesordning-2018/sammantradesplan-2018/", 1280)
    table = page.locator(".k-prosa .k-tabell").first
    assert table.evaluate("one => one.scrollWidth <= one.clientWidth")
    below = page.locator(".k-sidospalt").evaluate("one => one.getBoundingClientRect().top")
    assert below >= page.locator(".k-huvudspalt").evaluate("one => one.getBoundingClientRect().bottom")


def test_the_buttons_that_sort_cards_are_seen_by_whoever_comes_to_them_by_keyboard(page: Page, root: str) -> None:
    _open(page, f"{root}exempelnamnden/arenden/", 390)
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
