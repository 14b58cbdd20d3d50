"""What is typed is understood, and what the record lacks is told."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from build_scripts.exports.search import index
from build_scripts.exports.search_words import indexed
from tests.search.asking import found, said, search_page
from tests.search.sites import frame, item
from tests.search.words import COMPOUNDS, LURES
from tests.site.projects import write

pytestmark = pytest.mark.xdist_group("searching")


CASE = """<html><body><div class="k-huvud"><h1>Låna ut böcker</h1><span class="k-lage k-lage--klar">Avgjort</span></div>
<section class="k-forslag"><div class="k-forslag__ord"><p>Nämnden lånar ut.</p></div></section><ol class="k-tidslinje">
<li class="k-tidslinje__ar">2017</li>{}<li><time datetime="2017-03-01">1 mars</time> <b class="k-lista__titel">Visas inte</b></li>
<li><time datetime="2017-03-02">2 mars</time> <a class="k-lista__titel" href="../bibliotek/">Utlåning</a>
<div class="k-handelse"><span class="k-lage">Avslag</span></div></li></ol></body></html>""".format(
    "<li><b class='k-lista__titel'>Förr</b></li>" * 8
)


@pytest.fixture(scope="module")
def understood(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Page]:
    """A site where what is typed has to be understood."""
    site = tmp_path_factory.mktemp("forstadd")
    frame(site)
    write(site, "sok/diarienummer/7.json", '{"exn/2026:17": "arende/"}')
    write(site, "arende/index.html", CASE)
    item(
        site,
        "forst",
        title="Bad vid ån",
        kind="Beslut",
        decision="Ärendet bordläggs.",
        day=2,
        marks='data-arende="bad/"',
    )
    item(site, "sist", title="Bad vid ån", kind="Beslut", decision="Nämnden bygger.", day=4, marks='data-arende="bad/"')
    item(site, "sen", title="Uppföljning", kind="Beslut", report="Bad och ån.", day=6, marks='data-arende="bad/"')
    item(site, "bibliotek", title="Biblioteken", report="Det kostar 30 000 kronor.", marks='data-arende="arende/"')
    item(
        site,
        "lanekort",
        title="Lånekort",
        report="Kort till biblioteket.",
        marks='data-arende="arende/" data-paragraf="4"',
    )
    item(site, "tolvtakt", title="Tolvtakt")
    item(site, "takt", title="Takten", report="Klockan slår tolv.")
    item(site, "kontroll", title="Kontrollera konton")
    item(site, "farja", title="Färja", report="Färjan går hamnar emellan.", year=2016)
    item(site, "skolskjuts", title="Skolskjuts")
    item(site, "jav", title="Jäv")
    item(site, "paragraf", title="Om § 1", report="Nämnden hade 26 ärenden i 1 kap i boken.")
    law = "Uppgifterna kan omfattas av sekretess enligt 26\u00a0kap. 1\u00a0§ offentlighets- och sekretesslagen."
    item(site, "lag", title="Visas inte", report=law, marks='data-arende="lag/"')
    item(site, "mote", title="Sammanträde 3 mars 2018", kind="Sammanträde", year=2018, day=3)
    item(site, "handling", title="Om mötet 3 mars 2018", year=2019, day=3)
    item(site, "plan", title="Ordning 2019", report="Vi möts tisdag 7 maj och torsdag 5 juni.", year=2019)
    item(site, "utspritt", title="Spritt 2019", report="Den 5 maj och den 7 juni är utspridda.", year=2019)
    item(site, "sa-gor-du", title="Bibliotek i handboken", kind="Handbok")
    index(site)
    yield from search_page(site, browser)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("30000", "bibliotek"),
        ("30 000", "bibliotek"),
        ("3 mars 2018", "mote"),
        ("2018-03-03", "mote"),
        ("3/3 2018", "mote"),
        ("3/3-18", "mote"),
        ("3.3.18", "mote"),
        ("3:e mars -18", "mote"),
        ("180303", "mote"),
        ("18-03-03", "mote"),
        ("2018/03/03", "mote"),
        ("lördag 3 mars", "mote"),
        ("2019-05-07", "plan"),
        ("5 juni 2019", "plan"),
        ("5/6 2019", "plan"),
        ("7 juni 2019", "utspritt"),
        ("vad kostar biblioteken", "bibliotek"),
        ("skolbuss", "skolskjuts"),
        ("farja", "farja"),
        ("26 kap 1 §", "lag"),
        ("26 kap. 1 § sekretesslagen", "lag"),
        ("26 Kap 1", "lag"),
        ("§ 1", "paragraf"),
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
        ("farja", "Inget innehåller ”farja” utan prickar. Visar färja. 1 träff."),
        ("hamn", "1 träff på ”hamn”. Ordet står i formen hamnar."),
        ("skolskjuts qqqq", "Inget innehåller ”qqqq”. 1 träff."),
        ("färjebryggan", "Inget innehåller ”färjebryggan”."),
        (
            "skolskjutshamnar",
            "Inget innehåller ”skolskjutshamnar”. Visar det som har ”skolskjuts” och ”hamnar”. Inget innehåller alla "
            "orden. Visar det som har några av dem. 2 träffar.",
        ),
        ("färjehamnen", "Inget innehåller ”färjehamnen”. Visar det som har ”färja” och ”hamnen”. 1 träff."),
        ("skolskjuts färja", "Inget innehåller alla orden. Visar det som har några av dem. 2 träffar."),
        ("tolvtakt", "Visar också det som har ”tolv” och ”takt”. 2 träffar."),
        ("jäv", "1 träff på ”jäv”."),
        ("lser", "Inget innehåller ”lser”. Menade du läser? 17 träffar."),
        ("kont", "Inget innehåller ”kont”. Liknande: kontrollera, konton. 1 träff."),
        ("bara", "Inget innehåller ”bara”."),
        ("lans", "Inget innehåller ”lans”."),
        ("exn § 17", "Inget innehåller ”§ 17” och ”exn”."),
        ("par. 4", "Inget innehåller ”par. 4”."),
        ("paragraf nr 4", "Inget innehåller ”paragraf nr 4”."),
        ("§ nummer 4", "Inget innehåller ”§ nummer 4”."),
        ("5 kap. 20 §", "Inget innehåller ”5 kap. 20 §”."),
    ],
)
def test_what_the_archive_lacks_is_told(understood: Page, text: str, expected: str) -> None:
    assert said(understood, text) == expected


def test_a_paragraph_of_a_law_is_marked_as_it_stands(understood: Page) -> None:
    assert found(understood, "26 kap 1 §") == ["lag"]
    expect(understood.locator("#sok-traffar mark")).to_have_text(["26", "kap", "1"])


def test_hits_of_one_matter_stand_together(understood: Page) -> None:
    said(understood, "bibliotek")
    expect(understood.locator("#sok-traffar > li")).to_have_count(1)
    assert understood.locator("#sok-traffar > li a").count() == 2
    expect(understood.locator(".k-traff__fler a")).to_have_text("Ärende · § 4 · Provnämnden 1 mars 2017")


def test_the_latest_decision_of_a_matter_stands_first(understood: Page) -> None:
    """Not one that has fewer of the words in its title, and not in order of date."""
    matter = understood.locator("#sok-traffar > li:has(a[href$='sist/'])")
    said(understood, "bad ån")
    expect(matter.locator("a")).to_have_text(
        [re.compile("Bad vid ån"), *[re.compile("^Beslut · Provnämnden [26] mars 2017")] * 2]
    )
    assert str(matter.locator("a").first.get_attribute("href")).endswith("/sist/")
    assert matter.locator("p").first.inner_text().startswith("Nämnden bygger.")
    understood.select_option("[name=ordning]", "aldst")
    expect(matter.locator("a").first).to_have_attribute("href", re.compile("/forst/$"))
    understood.select_option("[name=ordning]", "")


@pytest.mark.parametrize("text", ["EXN/2026:17", "exn 17", "exn 26/17", "EXN-26-017", "EXN 17/2026", "dnr 17/2026"])
def test_what_has_happened_in_a_case_is_told_at_its_number(understood: Page, text: str) -> None:
    assert said(understood, text) == "Diarienumret finns."
    told = understood.locator("#sok-traffar > li")
    assert told.locator(":scope > a, :scope > span").all_inner_texts() == [
        "Ärende · EXN/2026:17",
        "Låna ut böcker",
        "Avgjort",
    ]
    expect(told.locator("p")).to_have_text("Senaste beslutet: Nämnden lånar ut.")
    expect(told.locator("li")).to_have_text(
        ["2 tidigare", *["Förr"] * 6, "1 mars 2017 Visas inte", "2 mars 2017 Utlåning Avslag"]
    )
    expect(told.get_by_role("link", name="Utlåning")).to_have_attribute("href", re.compile("/bibliotek/$"))


def test_the_handbook_comes_last_and_when_it_is_opened(understood: Page) -> None:
    said(understood, "bibliotek")
    expect(understood.locator("#sok-handbok summary")).to_have_text("I handboken för nämndsekreterare …")
    understood.locator("#sok-handbok summary").click()
    expect(understood.locator("#sok-handbok summary")).to_have_text("I handboken för nämndsekreterare: 1 träff")
    expect(understood.locator("#sok-handbok a")).to_have_text("Bibliotek i handboken")


def test_a_word_of_the_glossary_is_explained(understood: Page) -> None:
    said(understood, "partiskhet")
    expect(understood.locator("#sok-ordlista")).to_have_text(
        "Jäv, partiskhet När någon är för nära saken. Se ordlistan."
    )
    said(understood, "vad är laga kraft")
    expect(understood.locator("#sok-ordlista")).to_have_text("Laga kraft Går inte att ändra. Se ordlistan.")
    said(understood, "skolskjuts")
    expect(understood.locator("#sok-ordlista")).to_be_hidden()


def test_the_script_makes_the_words_that_the_index_has(understood: Page) -> None:
    written = sorted(
        {word for pair in (*COMPOUNDS, *LURES) for word in pair} | {"kön", "café", "A1", "2026", "ordförandens"}
    )
    made = """async (words) => {
      const told = await (await fetch("../pagefind/delar.json")).json();
      await import(new URL("../assets/sokning.js", location.href).href);
      return words.map(klubbatOrd(told.ord).indexed);
    }"""
    assert understood.evaluate(made, written) == [indexed(word) for word in written]
