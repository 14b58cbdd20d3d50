"""A search in an index of several parts, from a server and from a disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from build_scripts.exports import search, search_parts
from build_scripts.exports.search import index, scripts
from tests.search.asking import found, search_page
from tests.search.sites import frame, item
from tests.site.browser import window
from tests.site.projects import contents, write

pytestmark = pytest.mark.xdist_group("searching")


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
    yield from search_page(site, browser)


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
    page = window(browser)
    page.goto((tmp_path / "sok/index.html").as_uri())
    expect(page.locator("#sok-status")).to_contain_text("Här finns ingen sökning.")

    for name, source, content in scripts(tmp_path, contents(tmp_path)):
        assert source == name.removeprefix("sok/disk/").removesuffix(".js")
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content())
    page.reload()
    expect(page.locator("#sok-filter")).to_be_visible()
    page.fill("#sok-q", "2016:43")
    expect(page.locator("#sok-status")).to_have_text("Diarienumret finns. 1 träff till.")
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
