"""A search as the reader does it, in Chromium with the site's own script over a small site, whole and divided."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from build_scripts.exports import search, search_parts
from build_scripts.exports.search import index
from tests.search.words import COMPOUNDS, LURES
from tests.site.browser import Watched, served, started
from tests.site.projects import ROOT, contents, write

pytestmark = pytest.mark.xdist_group("searching")

FORM = """<!doctype html><html lang="sv"><head><meta charset="utf-8"><link rel="icon" href="data:,">
<script src="../assets/sok.js" defer></script></head><body><article>
<form id="sok-formular"><input id="sok-q" name="q"><div id="sok-filter" hidden>
<p><select name="organ" data-filter="organ"><option value=""></option></select></p>
<p><select name="ar" data-filter="år"><option value=""></option></select></p></div>
<select name="ordning"><option value=""></option><option value="nyast"></option><option value="aldst"></option></select></form>
<p id="sok-status"></p><ol id="sok-traffar"></ol>
<p><button id="sok-fler" type="button" hidden></button></p></article></body></html>"""

ITEM = """<!doctype html><html lang="sv"><head><title>{title}</title></head><body><article><nav>Start</nav>
<div data-pagefind-body data-titel="{title}" data-kommun="{municipality}" data-ar="{year}" data-datum="{year}-03-0{day}"
 data-pagefind-meta="title[data-titel], datum[data-datum]"
 data-pagefind-sort="datum[data-datum]" data-pagefind-filter="år[data-ar]">
<span data-organ="{body}" data-pagefind-filter="organ[data-organ]"></span>
<h1 data-pagefind-weight="8">{title}</h1>
<section data-pagefind-weight="4"><h2>Beslut</h2><p>{decision}</p></section>
<dl><dt>Diarienummer</dt>
<dd data-pagefind-weight="8" data-nummer="{number}" data-pagefind-meta="nummer[data-nummer]">ÄRN/{number}</dd></dl>
<section><h2>Om ärendet</h2><p>{report}</p></section></div></article></body></html>"""

FILLING = (
    "Handlingen beskriver läget utförligt och utan brådska, så att den som läser förstår hur det hela hänger samman. "
    * 6
)


def item(site: Path, name: str, *, title: str = "Handling", decision: str = "Godkänns", report: str = "", number: str = "2001:1",
         year: int = 2017, day: int = 1, body: str = "Provnämnden", municipality: str = "Ekerö") -> None:  # fmt: skip
    values = {
        "decision": decision,
        "number": number,
        "year": year,
        "day": day,
        "body": body,
        "municipality": municipality,
    }
    write(site, f"{name}/index.html", ITEM.format(title=title, report=f"{FILLING}{report} {FILLING}", **values))


def frame(site: Path) -> None:
    write(site, "sok/index.html", FORM)
    write(site, "sok/diarienummer.json", "{}")
    write(site, "assets/sok.js", (ROOT / "site_overrides/assets/sok.js").read_text("utf-8"))
    write(
        site,
        "om/index.html",
        '<html lang="sv"><body><article data-pagefind-body><h1>Om</h1><p>Vad sidan är.</p></article></body></html>',
    )


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with started() as running:
        yield running


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
    yield from _search_page(site, browser)


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Page]:
    """A site with a page for each compound and each word that only looks like one."""
    site = tmp_path_factory.mktemp("ord")
    frame(site)
    for word in {word for word, _ in (*COMPOUNDS, *LURES)}:
        write(
            site,
            f"{word}/index.html",
            f"<html><body><article data-pagefind-body><h1>{word}</h1></article></body></html>",
        )
    index(site)
    yield from _search_page(site, browser)


@pytest.fixture(scope="module")
def divided(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Page]:
    """A site of three years, whose index is in three parts."""
    site = tmp_path_factory.mktemp("delad")
    frame(site)
    for year in (2015, 2016, 2017):
        for number in range(12):
            item(
                site,
                f"{year}-{number}",
                title=f"Lekplats {year}",
                year=year,
                day=1 + number % 9,
                report="Bara 2016" if year == 2016 else "",
            )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search_parts.divided, "__defaults__", (12,))
        index(site)
    yield from _search_page(site, browser)


def _search_page(site: Path, browser: Browser) -> Iterator[Page]:
    with served(site) as root:
        watched = Watched(browser.new_page(), root)
        watched.page.goto(f"{root}sok/")
        expect(watched.page.locator("#sok-filter")).not_to_have_attribute("hidden", "")
        yield watched.page
        watched.page.close()
        assert watched.faults == []


def found(page: Page, text: str) -> list[str]:
    """The pages that a search shows first, by the name of their folder."""
    page.evaluate("document.getElementById('sok-status').textContent = ''")
    page.fill("#sok-q", text)
    page.press("#sok-q", "Enter")
    expect(page.locator("#sok-status")).to_contain_text("träff")
    count = page.locator("#sok-status").inner_text().split()[0]
    expect(page.locator("#sok-traffar li")).to_have_count(min(10, int(count) if count.isdecimal() else 0))
    return [str(link.get_attribute("href")).split("/")[-2] for link in page.locator("#sok-traffar a").all()]


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
        ("ÄRN/2017:43", ["nummer", "paragraf"]),
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
    asked = """async (parts) => {
      const pagefind = await import(new URL("../pagefind/pagefind.js", location.href).href);
      const name = async (result) => decodeURIComponent((await result.data()).url).split(/[/.]/).at(-2);
      const all = {};
      for (const part of parts) all[part] = await Promise.all((await pagefind.search(part)).results.map(name));
      return all;
    }"""
    hits = words.evaluate(asked, sorted({part for _, part in (*COMPOUNDS, *LURES)}))
    missed = [(word, part) for word, part in COMPOUNDS if word not in hits[part]]
    false = [(word, part) for word, part in LURES if word in hits[part]]
    assert (missed, false) == ([("förskola", "skola")], [])


def test_a_divided_index_is_searched_from_the_newest_years(divided: Page) -> None:
    assert {name.split("-")[0] for name in found(divided, "lekplats")} == {"2017"}
    expect(divided.locator("#sok-status")).to_have_text("12 träffar på ”lekplats” i 2017.")
    expect(divided.locator("#sok-vidare")).to_have_text("Sök också i 2016, 2015")


def test_further_years_are_fetched_when_the_newest_do_not_fill_a_page(divided: Page) -> None:
    divided.reload()
    expect(divided.locator("#sok-filter")).to_be_visible()
    assert {name.split("-")[0] for name in found(divided, "bara")} == {"2016"}
    expect(divided.locator("#sok-vidare")).to_have_text("Sök också i 2015")
    divided.locator("#sok-vidare").click()
    expect(divided.locator("#sok-status")).to_have_text("12 träffar på ”bara”.")
    expect(divided.locator("#sok-vidare")).to_be_hidden()


def test_by_date_all_years_are_searched(divided: Page) -> None:
    divided.select_option("[name=ordning]", "aldst")
    assert {name.split("-")[0] for name in found(divided, "lekplats")} == {"2015"}
    expect(divided.locator("#sok-status")).to_have_text("36 träffar på ”lekplats”.")
    divided.select_option("[name=ordning]", "")


def test_a_chosen_year_fetches_its_part_alone(divided: Page) -> None:
    divided.goto(divided.url.split("?")[0])
    expect(divided.locator("#sok-filter")).to_be_visible()
    asked: list[str] = []
    divided.on("request", lambda request: asked.append(request.url))
    divided.select_option("[name=ar]", "2015")
    assert {name.split("-")[0] for name in found(divided, "lekplats")} == {"2015"}
    expect(divided.locator("#sok-status")).to_have_text("12 träffar på ”lekplats”.")
    assert not [url for url in asked if "ekero-2017" in url or "ekero-2016" in url]


def test_the_same_pages_give_the_same_divided_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_parts.divided, "__defaults__", (3,))
    made = []
    for folder in ("a", "b"):
        site = tmp_path / folder
        frame(site)
        for number in range(8):
            item(site, f"{number}", year=2010 + number // 2, day=1 + number, body=f"Nämnd {number % 3}")
        index(site)
        made.append(contents(site / search.FOLDER))
    assert made[0] == made[1]
    assert {name for name in made[0] if name.count("/") == 0} == {
        *("delar.json", "ordning.json", "pagefind-entry.json", "pagefind-worker.js", "pagefind.js", "wasm.sv.pagefind"),
        *(name for name in made[0] if name.endswith(".pf_meta") and "/" not in name),
    }
    assert "ekero-2013-2013/ordning.json" in made[0]
    assert "ekero-2013-2013/pagefind.js" not in made[0]
