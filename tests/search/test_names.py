"""Who types names alone, of kinds, bodies, municipalities and units, gets what is called so, by day."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from playwright.sync_api import Browser, Page

from build_scripts.exports.search import index
from tests.search.asking import found, said, search_page
from tests.search.sites import frame, item
from tests.site.projects import write

pytestmark = pytest.mark.xdist_group("searching")

LIST = """<html lang="sv"><body><article><h1 data-sok-sida data-titel="Delegationsbeslut" data-slag="Lista"
 data-kommun="Ekerö kommun" data-arende="provnamnden/" data-sok-vikt="8"><span
 data-organ="Provnämnden"></span>Delegationsbeslut</h1>
<p>Brunnar står i listan och är inget som den hittas på.</p></article></body></html>"""

ELECTED = """<html lang="sv"><body><article data-sok-sida data-titel="Förtroendevalda" data-slag="Lista"
 data-kommun="Ekerö kommun" data-arende="provnamnden/"><span data-organ="Provnämnden"></span>
<p>Räknat på sammanträden med protokoll.</p></article></body></html>"""


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Page]:
    """A site of two bodies whose reader lives on the third of March 2018."""
    site = tmp_path_factory.mktemp("namn")
    frame(site)
    board = partial(item, site, body="Provnämnden", municipality="Ekerö kommun")
    executive = partial(item, site, body="Kommunstyrelsen i Ekerö", municipality="Ekerö kommun")
    malmo = "Provnämnden, Malmö stad"
    board("provnamnden", title="Provnämnden", kind="Organ", marks='data-kort="PRN"')
    executive("styrelsen", title="Kommunstyrelsen i Ekerö", kind="Organ")
    item(site, "malmo", title=malmo, kind="Organ", body=malmo, municipality="Malmö stad")
    item(site, "vallda", title="Äldre nämnden", kind="Organ", body="Äldre nämnden", marks='data-historiskt="ja"')
    item(site, "vallda-ny", title="Äldre nämnden i Ekerö", kind="Organ", body="Äldre nämnden i Ekerö")
    for year, day in ((2016, 5), (2017, 4), (2018, 2), (2018, 4), (2019, 1)):
        for kind in ("Sammanträde", "Protokoll"):
            name = f"{kind[:4].lower()}-{year}-{day}"
            board(name, title=f"{kind} {day} mars {year}", kind=kind, year=year, day=day)
    report = "Provnämnden har skrivit."
    executive(
        "samm-annat", title="Sammanträde", kind="Sammanträde", year=2018, day=3, report=f"{report} Det var i mars."
    )
    executive("samm-april", title="Sammanträde efter mars", kind="Sammanträde", year=2018, day=9)
    april = site / "samm-april/index.html"
    april.write_text(april.read_text("utf-8").replace("2018-03-09", "2018-04-09"), "utf-8")
    for year in (2016, 2018, 2017):
        marks = 'data-enhet="Parkenheten"'
        board(f"lista-{year}", title=f"Parkenheten {year}", kind="Delegationsbeslut", year=year, marks=marks)
    board("brunnar", title="Brunnar", report="Parkenheten och kommunstyrelsen vill ha brunnar för 1,9 mnkr.")
    board("cyklar", title="Cyklar", report="Av 9 cyklar kostar 1 en del, nästa gång 120 tkr eller 2,5 miljoner.")
    write(site, "listan/index.html", LIST)
    write(site, "valda/index.html", ELECTED)
    index(site)
    for page in search_page(site, browser):
        page.clock.set_fixed_time("2018-03-03T12:00:00")
        yield page


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("nästa möte provnämnden", ["samm-2018-4", "samm-2019-1", "samm-2018-2"]),
        ("när är nästa sammanträde i PRN", ["samm-2018-4", "samm-2019-1", "samm-2018-2"]),
        ("när sammanträder provnämnden nästa gång?", ["samm-2018-4", "samm-2019-1"]),
        ("kommande möten ekerö", ["samm-annat", "samm-2018-4"]),
        ("förra mötet provnämnden", ["samm-2018-2", "samm-2017-4", "samm-2016-5"]),
        ("föregående möte provnämnden", ["samm-2018-2", "samm-2017-4", "samm-2016-5"]),
        ("nästa kommunstyrelsemöte", ["samm-annat"]),
        ("möte i mars kommunstyrelsen", ["samm-annat", "samm-april"]),
        ("nämndprotokoll", ["prot-2018-4", "prot-2019-1"]),
        ("senaste protokollet", ["prot-2018-2", "prot-2017-4"]),
        ("protokoll", ["prot-2018-4", "prot-2019-1"]),
        ("protokoll provnämnden", ["prot-2018-4", "prot-2019-1"]),
        ("första mötet 2018", ["samm-2018-2", "samm-2018-4"]),
        ("sista mötet 2018", ["samm-2018-4"]),
        ("parkenheten", ["lista-2018", "lista-2017", "lista-2016", "brunnar"]),
        ("provnämnden", ["provnamnden"]),
        ("prn", ["provnamnden"]),
        ("ks", ["styrelsen"]),
        ("malmö", ["malmo"]),
        ("äldre nämnden", ["vallda-ny", "vallda"]),
        ("delegationsbeslut", ["listan", "lista-2018", "lista-2017"]),
        ("delegationsbeslut provnämnden", ["listan", "lista-2018"]),
        ("prn brunnar", ["brunnar"]),
        ("ekerö brunnar", ["brunnar"]),
        ("brunnar", ["brunnar"]),
        ("kommande brunnar", ["brunnar"]),
    ],
)
def test_what_is_called_so_comes_first_by_day(named: Page, text: str, first: list[str]) -> None:
    assert found(named, text)[: len(first)] == first


@pytest.mark.parametrize("text", ["brunnar", "kommande brunnar"])
def test_a_list_is_found_by_its_name_alone(named: Page, text: str) -> None:
    assert found(named, text) == ["brunnar"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 900 000 kr", ["brunnar"]),
        ("1900000", ["brunnar"]),
        ("1,9 miljoner kronor", ["brunnar"]),
        ("1,9 mkr", ["brunnar"]),
        ("1,9", ["brunnar"]),
        ("120 tkr", ["cyklar"]),
        ("2500000", ["cyklar"]),
        ("1 900 tkr", ["brunnar"]),
        ("2,5 mnkr", ["cyklar"]),
    ],
)
def test_an_amount_in_any_writing(named: Page, text: str, expected: list[str]) -> None:
    """And not its figures one by one."""
    assert found(named, text) == expected


def test_without_a_word_nothing_is_looked_for(named: Page) -> None:
    for text in (".", "§", '""'):
        named.fill("#sok-q", text)
        named.press("#sok-q", "Enter")
        named.wait_for_function("document.getElementById('sok-status').textContent.startsWith('Skriv')")
        assert named.locator("#sok-traffar > li").count() == 0
    assert said(named, "brunnar") == "1 träff på ”brunnar”."
