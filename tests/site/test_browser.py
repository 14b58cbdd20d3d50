"""The built site in Chromium: what a citizen does, on a phone and on a desktop, with and without scripts."""

from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect
from playwright.sync_api import ViewportSize as Size

from tests.site.browser import RULES_OF_COLOUR, Watched, chromium, window

pytestmark = pytest.mark.xdist_group("browser")

_Theme = Literal["light", "dark"]

PHONE: Size = {"width": 390, "height": 844}
DESKTOP: Size = {"width": 1280, "height": 900}
VIEWS: tuple[tuple[Size, _Theme, _Theme], ...] = ((PHONE, "light", "dark"), (DESKTOP, "dark", "light"))
"""Each size, the theme that all is judged in, and the one where only colours are: nothing else is another there."""
SIZES = pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])

PAGES = {
    "start": "",
    "glossary": "ordlista/",
    "body": "avux/",
    "body with coming meetings": "exempelnamnden/",
    "year": "exempelnamnden/2026/",
    "meeting": "avux/2017-09-14/",
    "coming meeting": "exempelnamnden/2026-11-26/",
    "item": "avux/2017-09-14/effektiviseringar-infor-2018/",
    "item with its way and a table": "exempelnamnden/2026-09-24/cykelplan-2026-2032/",
    "changed decision beside its proposal": "exempelnamnden/2026-01-22/internkontrollplan-2026/",
    "minutes with votes": "exempelnamnden/2026-05-21/protokoll/",
    "extract of a paragraph": "exempelnamnden/2026-05-21/protokoll/17/",
    "report with pictures of its tables": "avux/2016-09-22/delarsrapport-2/del-2-ekonomi/",
    "masked item or reported matters": "avux/2017-09-14/anmalningsarenden/",
    "matter without a meeting": "ekero-ks/arenden/forandrad-organisation-for-arbetsmarknadsrelaterade-insatser/",
    "cases": "arenden/",
    "cases of a body": "exempelnamnden/arenden/",
    "the elected": "fortroendevalda/",
    "members": "exempelnamnden/ledamoter/",
    "item with a vote": "exempelnamnden/2026-09-24/avgifter-for-idrottshallar-2027/",
    "item with many documents": "avux/2016-09-22/delarsrapport-2/",
    "document": "avux/2016-09-22/delarsrapport-2/del-2-ekonomi/",
    "case with years": "arenden/exempelnamnden-exn-2026-17/",
    "notice board": "anslagstavla/",
    "notice": "anslagstavla/exempel-ks-2026-11-10-142/",
    "member": "exempelnamnden/ledamoter/alva-fiktivgard/",
    "case": "arenden/malmo-ks-stk-2020-1509/",
    "schedule": "avux/sammantradesordning/2018/",
    "delegation lists": "avux/delegationsbeslut/",
    "delegation list": "avux/delegationsbeslut/2017-08-xenter/",
    "delegation order": "avux/delegationsordning/",
    "calendar": "kalender/",
    "month": "kalender/2026-11/",
    "search": "sok/?q=yrkessp%C3%A5r",
    "hand-written, with pictures, files and tables": "hjalp/protokoll/",
    "hand-written, with steps": "sa-overklagar-du/",
    "keys": "hjalp/nycklar/",
    "keys of a kind of file": "hjalp/nycklar/protokoll/",
    "rules": "hjalp/regler/",
    "rule": "hjalp/regler/paragraf-foljd/",
    "in another language": "in-english/",
}


class Visits:
    """Opens addresses of the site, each in a browser window of its own."""

    def __init__(self, browser: Browser, root: str) -> None:
        self.browser = browser
        self.root = root
        self.opened: list[Watched] = []

    def __call__(self, address: str = "", size: Size = DESKTOP, *, scripts: bool = True) -> Watched:
        page = window(self.browser, viewport=size, java_script_enabled=scripts, locale="sv-SE")
        watched = Watched(page, self.root)
        self.opened.append(watched)
        watched.page.goto(self.root + address)
        return watched


@pytest.fixture
def visit(browser: Browser, root: str) -> Iterator[Visits]:
    """After the test no page may have asked anything of another host, nor complained."""
    visits = Visits(browser, root)
    yield visits
    for watched in visits.opened:
        watched.page.context.close()
    assert [fault for watched in visits.opened for fault in watched.faults] == []


def results(page: Page, text: str) -> list[str]:
    """The paths of all results of a search."""
    page.fill("#sok-q", text)
    page.press("#sok-q", "Enter")
    expect(page.locator("#sok-status")).to_contain_text("träff")
    more = page.locator("#sok-fler")
    while more.is_visible():
        left = more.inner_text()
        more.click()
        expect(more).not_to_have_text(left)
    return [link.get_attribute("href") or "" for link in page.locator("#sok-traffar a").all()]


@SIZES
def test_from_start_through_search_and_item_to_the_case(visit: Visits, root: str, size: Size) -> None:
    page = visit("", size).page
    quick = page.get_by_role("search", name="Sök i arkivet").get_by_role("searchbox")
    quick.fill("yrkesspår")
    quick.press("Enter")
    page.wait_for_url(f"{root}sok/?q=yrkessp%C3%A5r")
    page.locator("#sok-traffar a[href*='/avux/2017-09-14/effektiviseringar-infor-2018/']").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("effektiviseringar inför 2018")
    page.locator("article").get_by_role("link", name="AVUX/2017:43").first.click()
    page.wait_for_url(f"{root}arenden/avux-2017-43/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.get_by_role("navigation", name="Brödsmulor").get_by_role("link", name="Start").click()
    page.wait_for_url(root)


def test_a_word_finds_its_inflections_in_three_municipalities(visit: Visits) -> None:
    found = results(visit("sok/").page, "extratjänst")
    for body in ("avux/", "huddinge-aldreomsorgsnamnden/", "malmo-ks/"):
        assert any(f"/{body}" in address for address in found), body


def test_an_inflected_word_finds_its_other_forms(visit: Visits) -> None:
    page = visit("sok/").page
    assert set(results(page, "budgeten")) == set(results(page, "budget"))
    excerpts = " ".join(page.locator("#sok-traffar mark").all_inner_texts()).lower().split()
    assert "budget" in excerpts


@pytest.mark.parametrize("number", ["AVUX/2017:43", "avux/2017:43", " AVUX / 2017:43 ", "2017:43"])
def test_a_case_number_leads_to_its_case_first(visit: Visits, root: str, number: str) -> None:
    assert results(visit("sok/").page, number)[0] == f"{root}arenden/avux-2017-43/"


def test_results_can_be_narrowed_by_body_year_and_kind(visit: Visits) -> None:
    page = visit("sok/?q=budget").page
    expect(page.locator("#sok-filter")).to_be_visible()
    before = len(results(page, "budget"))
    page.select_option("#sok-organ", label="Exempelnämnden")
    expect(page.locator("#sok-status")).not_to_contain_text(f"{before} träffar")
    found = results(page, "budget")
    assert 0 < len(found) < before
    assert page.url.endswith("organ=Exempeln%C3%A4mnden")
    for name in ("#sok-ar", "#sok-slag", "#sok-enhet"):
        assert page.locator(f"{name} option").count() > 1, name


def test_a_search_without_results_says_so(visit: Visits) -> None:
    page = visit("sok/?q=qxzzy").page
    expect(page.locator("#sok-status")).to_have_text("Inget innehåller ”qxzzy”.")


@pytest.fixture(scope="module")
def reader(browser: Browser, root: str) -> Iterator[Watched]:
    """One window for every kind of page: each new one costs a second."""
    watched = Watched(window(browser, locale="sv-SE"), root)
    yield watched
    watched.page.context.close()


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_every_kind_of_page_is_accessible_in_both_themes_and_fits(reader: Watched, root: str, address: str) -> None:
    """In both sizes; and with its text doubled no page is scrolled sideways: letters that are large wrap (WCAG 1.4.4, 1.4.10)."""
    page = reader.page
    reader.faults.clear()
    page.set_viewport_size(PHONE)
    page.goto(root + address)
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    if address.startswith("sok"):
        expect(page.locator("#sok-status")).to_contain_text("träff")
    for size, theme, other in VIEWS:
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=theme)
        assert reader.violations() == [], (size, theme)
        page.emulate_media(color_scheme=other)
        assert reader.violations(*RULES_OF_COLOUR) == [], (size, other)
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    for width in (320, 390, 640, 1000, 1280, 1920):
        page.set_viewport_size({"width": width, "height": 844})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert reader.faults == []


def test_a_page_that_is_missing_helps_on(browser: Browser, root: str) -> None:
    page = window(browser)
    answer = page.goto(f"{root}avux/finns/inte/")
    assert answer
    assert answer.status == 404
    expect(page.get_by_role("heading", level=1)).to_have_text("Sidan finns inte")
    page.get_by_role("searchbox", name="Sök efter det du letade efter").fill("budget")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{root}sok/?q=budget")
    page.close()


@SIZES
def test_everything_but_search_works_without_scripts(visit: Visits, root: str, size: Size) -> None:
    page = visit("", size, scripts=False).page
    page.locator(".k-organ").get_by_role("link", name="Arbetsmarknads- och vuxenutbildningsnämnden").click()
    page.wait_for_url(f"{root}avux/")
    page.goto(f"{root}avux/2017-09-14/")
    page.locator("article a[href$='effektiviseringar-infor-2018/']").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("article table").first).to_be_visible()
    page.goto(f"{root}avux/delegationsbeslut/2017-08-xenter/")
    expect(page.locator("article table tbody tr")).to_have_count(16)
    expect(page.get_by_role("navigation", name="Huvudmeny")).to_be_visible()


def test_the_search_page_without_scripts_offers_the_lists(visit: Visits) -> None:
    page = visit("sok/", scripts=False).page
    expect(page.get_by_role("heading", name="Sökningen behöver JavaScript")).to_be_visible()
    expect(page.locator("#sok-utan a:visible")).not_to_have_count(0)
    expect(page.locator("#sok-formular")).to_be_hidden()


@pytest.mark.parametrize("script", ["soksida.js", "sokning.js", "pagefind/delar.json", "pagefind/pagefind.js"])
def test_the_search_page_whose_scripts_fail_to_load_offers_the_lists(browser: Browser, root: str, script: str) -> None:
    page = window(browser)
    page.route(f"**/{script}", lambda route: route.abort())
    page.goto(f"{root}sok/?q=budget")
    page.locator("#sok-under").get_by_role("link", name="Kalender").wait_for()
    expect(page.get_by_role("heading", name="Så hittar du rätt")).to_be_visible()
    page.context.close()


def test_a_reader_whose_search_works_is_not_told_what_to_do_without(visit: Visits) -> None:
    page = visit("sok/").page
    expect(page.get_by_role("heading", name="Så hittar du rätt")).to_be_visible()
    expect(page.locator("#sok-utan")).to_have_count(0)


def test_a_machine_without_a_browser_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    with pytest.raises(AssertionError, match="kör make setup-browser"):
        chromium()
