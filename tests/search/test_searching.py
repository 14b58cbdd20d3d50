"""A search as the reader does it, in Chromium with the site's own script over a small site."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from build_scripts.exports.search import index
from tests.search.asking import found, search_page
from tests.search.sites import FOUND, frame, item
from tests.search.words import COMPOUNDS, LURES
from tests.site.projects import write

pytestmark = pytest.mark.xdist_group("searching")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Page]:
    """The search page of a site with an index in one part."""
    site = tmp_path_factory.mktemp("hel")
    frame(site)
    item(site, "rubrik", title="Cykelställ", year=2018)
    item(site, "beslut", decision="Nämnden köper cykelställ.", year=2017)
    item(site, "text", report="Det finns cykelställ.", year=2019)
    item(site, "besvar", report="Ett överklagande har kommit in.")
    item(site, "paragraf", report="Se § 43 i protokollet.", number="2017:430")
    item(site, "paragrafer", report="Se § 4 och 43 kronor.")
    item(site, "nummer", number="2017:43")
    item(site, "skjuts", report="Elevernas skolskjutsar kortas.", body="Andra nämnden", year=2018)
    index(site)
    yield from search_page(site, browser)


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Page]:
    """A site with a page for each compound and each word that only looks like one."""
    site = tmp_path_factory.mktemp("ord")
    frame(site)
    for word in {word for word, _ in (*COMPOUNDS, *LURES)}:
        write(
            site,
            f"{word}/index.html",
            f"<html><body><article data-sok-sida><h1>{word}</h1></article></body></html>",
        )
    index(site)
    yield from search_page(site, browser)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cykelställ", ["rubrik", "beslut", "text"]),
        ("cykelställen", ["rubrik", "beslut", "text"]),
        ("overklagande", ["besvar"]),
        ("överklagandet", ["besvar"]),
        ("§ 43", ["paragraf"]),
        ("paragraf 43", ["paragraf"]),
        ("2017:43", ["nummer"]),
        ("ÄRN/2017:43", ["nummer"]),
        ("skjuts", ["skjuts"]),
        ("skola", ["skjuts"]),
    ],
)
def test_what_a_search_finds_in_order(whole: Page, text: str, expected: list[str]) -> None:
    assert found(whole, text) == expected


def test_the_excerpt_is_the_pages_own_text_with_the_compound_marked(whole: Page) -> None:
    found(whole, "skjuts")
    line = whole.locator("#sok-traffar li p")
    expect(line.locator("mark")).to_have_text(["skolskjutsar"])
    assert "Elevernas skolskjutsar kortas. Handlingen" in line.inner_text()


@pytest.mark.parametrize(
    ("order", "expected"), [("nyast", ["text", "rubrik", "beslut"]), ("aldst", ["beslut", "rubrik", "text"])]
)
def test_by_date(whole: Page, order: str, expected: list[str]) -> None:
    whole.select_option("[name=ordning]", order)
    assert found(whole, "cykelställ") == expected
    whole.select_option("[name=ordning]", "")


def test_filters(whole: Page) -> None:
    whole.select_option("[name=organ]", "Andra nämnden")
    assert found(whole, "handlingen") == ["skjuts"]
    whole.select_option("[name=organ]", "")
    whole.select_option("[name=ar]", "2018")
    assert sorted(found(whole, "handlingen")) == ["rubrik", "skjuts"]
    whole.select_option("[name=ar]", "")


def test_parts_find_their_compounds_and_little_else(words: Page) -> None:
    """At least nine of ten compounds; what is found without having the part is counted."""
    hits = words.evaluate(FOUND, sorted({part for _, part in (*COMPOUNDS, *LURES)}))
    missed = [(word, part) for word, part in COMPOUNDS if word not in hits[part]]
    false = [(word, part) for word, part in LURES if word in hits[part]]
    assert (missed, false) == ([("förskola", "skola")], [])
