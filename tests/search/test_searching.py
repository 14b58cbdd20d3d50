"""A search as the reader does it, in Chromium with the site's own script over a small site, whole and divided."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from build_scripts.exports import search, search_parts
from build_scripts.exports.search import index, scripts
from build_scripts.exports.search_words import indexed
from tests.search.sites import FOUND, frame, item
from tests.search.words import COMPOUNDS, LURES
from tests.site.browser import Watched, served, started
from tests.site.projects import contents, write

pytestmark = pytest.mark.xdist_group("searching")


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
            f"<html><body><article data-sok-sida><h1>{word}</h1></article></body></html>",
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
        patch.setattr(search_parts, "PAGES_OF_A_PART", 12)
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
    count = re.search(r"(\d+) träff", page.locator("#sok-status").inner_text())
    expect(page.locator("#sok-traffar > li")).to_have_count(min(10, int(count[1]) if count else 0))
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


@pytest.fixture(scope="module")
def understood(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Page]:
    """A site where what is typed has to be understood."""
    site = tmp_path_factory.mktemp("forstadd")
    frame(site)
    write(site, "sok/diarienummer/7.json", '{"exn/2026:17": "arende/"}')
    item(site, "bibliotek", title="Biblioteken", report="Det kostar 30 000 kronor.", marks='data-arende="arende/"')
    item(
        site,
        "lanekort",
        title="Lånekort",
        report="Kort till biblioteket.",
        marks='data-arende="arende/" data-paragraf="4"',
    )
    item(site, "kontroll", title="Kontrollera konton")
    item(site, "farja", title="Färja", report="Färjan går hamnar emellan.", year=2016)
    item(site, "skolskjuts", title="Skolskjuts")
    item(site, "jav", title="Jäv")
    item(site, "mote", title="Sammanträde 3 mars 2018", kind="Sammanträde", year=2018, day=3)
    item(site, "handling", title="Om mötet 3 mars 2018", year=2019, day=3)
    item(site, "sa-gor-du", title="Bibliotek i handboken", kind="Handbok")
    index(site)
    yield from _search_page(site, browser)


def said(page: Page, text: str) -> str:
    """What is told of a search."""
    page.evaluate("document.getElementById('sok-status').textContent = ''")
    page.fill("#sok-q", text)
    page.press("#sok-q", "Enter")
    expect(page.locator("#sok-status")).to_have_text(re.compile("träff|Inget|finns"))
    return page.locator("#sok-status").inner_text()


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("30000", "bibliotek"),
        ("30 000", "bibliotek"),
        ("3 mars 2018", "mote"),
        ("2018-03-03", "mote"),
        ("3/3 2018", "mote"),
        ("lördag 3 mars", "mote"),
        ("vad kostar biblioteken", "bibliotek"),
        ("skolbuss", "skolskjuts"),
        ("farja", "farja"),
        ("exn 2026-0017", "arende"),
    ],
)
def test_what_is_typed_is_understood(understood: Page, text: str, first: str) -> None:
    assert found(understood, text)[0] == first if text != "exn 2026-0017" else said(understood, text)
    assert str(understood.locator("#sok-traffar a").first.get_attribute("href")).split("/")[-2] == first


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kön", "Inget innehåller ”kön”."),
        ("qqqq", "Inget innehåller ”qqqq”."),
        ("biblotek", "Inget innehåller ”biblotek”. Menade du biblioteket? 2 träffar."),
        ("bibliot", "Inget innehåller ”bibliot”. Liknande: biblioteket. 2 träffar."),
        ("farja", "Visar färja. 1 träff."),
        ("hamn", "1 träff på ”hamn”. Ordet står i formen hamnar."),
        ("skolskjuts qqqq", "Inget innehåller ”qqqq”. 1 träff."),
        ("skolskjuts färja", "Inget innehåller alla orden. Visar det som har några av dem. 2 träffar."),
        ("jäv", "1 träff på ”jäv”."),
    ],
)
def test_what_the_archive_lacks_is_told(understood: Page, text: str, expected: str) -> None:
    assert said(understood, text) == expected


def test_hits_of_one_matter_stand_together(understood: Page) -> None:
    said(understood, "bibliotek")
    expect(understood.locator("#sok-traffar > li")).to_have_count(1)
    assert understood.locator("#sok-traffar > li a").count() == 2
    expect(understood.locator(".k-traff__fler a")).to_have_text("Ärende · § 4 · Provnämnden 1 mars 2017")


def test_the_handbook_comes_last_and_when_it_is_opened(understood: Page) -> None:
    said(understood, "bibliotek")
    expect(understood.locator("#sok-handbok summary")).to_have_text("I handboken för nämndsekreterare …")
    understood.locator("#sok-handbok summary").click()
    expect(understood.locator("#sok-handbok summary")).to_have_text("I handboken för nämndsekreterare: 1 träff")
    expect(understood.locator("#sok-handbok a")).to_have_text("Bibliotek i handboken")


def test_a_word_of_the_glossary_is_explained(understood: Page) -> None:
    said(understood, "partiskhet")
    expect(understood.locator("#sok-ordlista")).to_have_text("Jäv, partiskhet När någon är för nära saken. Ordlista")
    said(understood, "skolskjuts")
    expect(understood.locator("#sok-ordlista")).to_be_hidden()


def test_the_script_makes_the_words_that_the_index_has(understood: Page) -> None:
    written = sorted(
        {word for pair in (*COMPOUNDS, *LURES) for word in pair} | {"kön", "café", "A1", "2026", "ordförandens"}
    )
    made = """async (words) => {
      const told = await (await fetch("../pagefind/delar.json")).json();
      return words.map(klubbatOrd(told.ord).indexed);
    }"""
    assert understood.evaluate(made, written) == [indexed(word) for word in written]


def test_parts_find_their_compounds_and_little_else(words: Page) -> None:
    """At least nine of ten compounds; what is found without having the part is counted."""
    hits = words.evaluate(FOUND, sorted({part for _, part in (*COMPOUNDS, *LURES)}))
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
    """Also where the file system gives them in another order."""
    monkeypatch.setattr(search_parts, "PAGES_OF_A_PART", 3)
    monkeypatch.setattr(search_parts, "PAGES_OF_A_PART", 3)
    made = []
    for folder, order in (("a", range(40)), ("b", reversed(range(40)))):
        site = tmp_path / folder
        frame(site)
        for number in order:
            item(site, f"{number}", year=2010 + number // 10, day=1 + number % 9, body=f"Nämnd {number % 3}")
        index(site)
        made.append(contents(site / search.FOLDER))
    assert made[0] == made[1]
    engine = {"delar.json", "pagefind-entry.json", "pagefind-worker.js", "pagefind.js", "wasm.sv.pagefind"}
    top = {name for name in made[0] if "/" not in name}
    assert {name for name in top if not name.endswith(".pf_meta")} == engine
    part = {name.removeprefix("ekero-2013-2013/") for name in made[0] if name.startswith("ekero-2013-2013/")}
    assert {name.partition("/")[0] for name in part if not name.endswith(".pf_meta")} == {
        *("fragment", "index", "ord", "pagefind-entry.json", "sidor.json")
    }


def test_a_search_from_a_disk_where_no_server_is(
    tmp_path: Path, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_parts, "PAGES_OF_A_PART", 1)
    monkeypatch.setattr(search_parts, "PAGES_OF_A_PART", 1)
    frame(tmp_path)
    write(tmp_path, "sok/diarienummer/3.json", '{"ärn/2016:43": "äldre/"}')
    item(tmp_path, "nyare", title="Lekplatsen", year=2017)
    item(tmp_path, "äldre", title="Cykelställ", year=2016, number="2016:43")
    index(tmp_path)
    page = browser.new_page()
    page.goto((tmp_path / "sok/index.html").as_uri())
    expect(page.locator("#sok-status")).to_contain_text("Här finns ingen sökning.")

    for name, source, content in scripts(tmp_path, contents(tmp_path)):
        assert source == name.removeprefix("sok/disk/").removesuffix(".js")
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content())
    page.reload()
    expect(page.locator("#sok-filter")).to_be_visible()
    page.fill("#sok-q", "2016:43")
    expect(page.locator("#sok-status")).to_have_text("Diarienumret finns. Dessutom 1 träff i texterna.")
    page.fill("#sok-q", "cykelställen")
    expect(page.locator("#sok-status")).to_have_text("1 träff på ”cykelställen”. Ordet står i formen cykelställ.")
    page.locator("#sok-traffar a").click()
    expect(page).to_have_title("Cykelställ")
    page.close()


def test_a_number_is_shown_before_the_engine_has_answered(divided: Page) -> None:
    numbers = '{"ärn/2016:7": "2016-7/"}'
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    divided.goto(divided.url.split("?")[0])
    divided.route("**/sok/diarienummer/7.json", lambda route: route.fulfill(body=numbers))
    divided.route("**/pagefind/ekero-*/**", hold)
    divided.fill("#sok-q", "2016:7")
    expect(divided.locator("#sok-traffar a")).to_have_text("Ärendet ÄRN/2016:7")
    expect(divided.locator("#sok-status")).to_have_text("Söker …")
    for route in held:
        route.continue_()
    divided.unroute_all()
    expect(divided.locator("#sok-status")).to_have_text("Diarienumret finns.")
