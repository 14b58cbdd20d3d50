"""Hand-written pages: their addresses, and what is put into them."""

import datetime as dt
import re
from collections.abc import Iterator
from os.path import normpath
from pathlib import Path
from urllib.parse import unquote

import pytest
from markupsafe import Markup

from build_scripts.content import ContentPage, address_of, content_pages, finished
from macros.facts.day import Day
from macros.record.archive import Archive
from macros.record.source import MARK
from tests.site.projects import ROOT


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("index.md", ""),
        ("om.md", "om/"),
        ("hjalp/index.md", "hjalp/"),
        ("hjalp/regler.md", "hjalp/regler/"),
        ("hjalp/djup/index.md", "hjalp/djup/"),
        ("indexen.md", "indexen/"),
    ],
)
def test_the_address_of_a_page(name: str, address: str) -> None:
    assert address_of(name) == address


def test_values_are_put_in_and_only_tables_written_by_hand_get_a_box() -> None:
    page = ContentPage("", "", "", ("a < b", Markup('<table class="k-plan"></table>')))
    html = f"<p>{MARK}0{MARK}</p>\n<table>\n<tr></tr>\n</table>\n<p>{MARK}1{MARK}</p>\n<table></table>"
    assert finished(page, html) == (
        "<p>a &lt; b</p>\n"
        '<div class="k-tabell" role="region" aria-label="Tabell 1" tabindex="0">\n<table>\n<tr></tr>\n</table>\n</div>\n'
        '<table class="k-plan"></table>\n'
        '<div class="k-tabell" role="region" aria-label="Tabell 2" tabindex="0">\n<table></table>\n</div>'
    )


def test_a_picture_is_folded_under_what_its_description_begins_with() -> None:
    html = '<p><img alt="Planen i en telefon: tolv månader. Och ett hjul." src="plan.webp" /></p>'
    assert finished(ContentPage("", "", "", ()), html) == (
        "<details><summary>Bild: Planen i en telefon</summary>\n"
        '<p><img loading="lazy" alt="Planen i en telefon: tolv månader. Och ett hjul." src="plan.webp" /></p>\n</details>'
    )


def test_a_page_that_git_could_not_put_together_is_told_and_nothing_else_of_it(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    page = "---\nfel: {{ nej }}\n<<<<<<< HEAD\n# A {{ nej }}\n=======\n# B\n>>>>>>> origin/main\n"
    (tmp_path / "content/om.md").write_text(page, encoding="utf-8")
    pages, found = content_pages(tmp_path, Day(Archive(), dt.date(2026, 11, 22)))
    assert pages == {}
    assert [(str(finding.place), finding.rule) for finding in found] == [("content/om.md:3:1", "sammanfogning")]


_NUMBERED = re.compile(r"\s*(\d+)[.)]\s")
_SIGNED = re.compile(r"\s*[#>+]\s")


def _begun_by_wrapping(text: str) -> Iterator[str]:
    """Lines of running text that were wrapped so that they begin as a heading, a quotation or a row of a list.

    A numbered row is meant as one if it is the first after an empty line and says 1, or says one more than the row before.
    """
    within, last, before = False, 0, ""
    for line in text.splitlines():
        within ^= line.lstrip().startswith("```")
        numbered = _NUMBERED.match(line)
        if within:
            continue
        if numbered and (int(numbered[1]) != last + 1 or (last == 0 and before.strip())):
            yield line
        if _SIGNED.match(line) and before.strip() and not _SIGNED.match(before):
            yield line
        if numbered or not line.startswith((" ", "\n")):
            last = int(numbered[1]) if numbered else last if not line else 0
        before = line


WRAPPED = [
    ("ett årtal sist i en rad", "Handlingar från 2017 och\n2018. De är förslag.", ["2018. De är förslag."]),
    ("i en punkt", "- Handlingar från\n  2018. De är förslag.", ["  2018. De är förslag."]),
    ("ett ensamt nummer", "Den står i kapitel\n1. Sedan mer.", ["1. Sedan mer."]),
    ("en numrerad lista", "Gör så:\n\n1. Läs.\n   Mer.\n2. Skriv.\n", []),
    ("ett tal som inte följer", "1. Läs år\n3. Skriv.", ["3. Skriv."]),
    ("ett citattecken", "Mer\n> mindre.", ["> mindre."]),
    ("i ett svar från programmet", "```svar\nden 31 december\n2026. Den dagen\n```\n", []),
]


@pytest.mark.parametrize(("text", "found"), [case[1:] for case in WRAPPED], ids=[case[0] for case in WRAPPED])
def test_what_wrapping_may_begin(text: str, found: list[str]) -> None:
    assert list(_begun_by_wrapping(text)) == found


def test_no_line_of_a_hand_written_page_becomes_a_list_by_wrapping() -> None:
    """ "... 2016, 2017 och / 2018. Handlingarna ..." became a list whose only row had lost its year."""
    pages = sorted((ROOT / "content").rglob("*.md"))
    texts = {page.name: page.read_text(encoding="utf-8").partition("\n---\n")[2] for page in pages}
    assert texts
    assert {name: wrapped for name, text in texts.items() if (wrapped := list(_begun_by_wrapping(text)))} == {}


_OF_THE_DAY = re.compile(r"\{\{ (?:startsidan|nästa_sammanträde)\(")


def test_a_hand_written_page_that_the_day_matters_to_says_its_day(built: Path) -> None:
    texts = {page.stem: page.read_text(encoding="utf-8") for page in sorted((ROOT / "content").glob("*.md"))}
    asking = {name for name, text in texts.items() if _OF_THE_DAY.search(text)}
    assert "index" in asking
    pages = {name: built / ("" if name == "index" else name) / "index.html" for name in asking}
    assert {name for name, page in pages.items() if page.read_text("utf-8").count("data-laget=") != 1} == set()


_LINK = re.compile(r'href="([^"#?]*)[#?"]')


def test_without_search_every_page_of_the_record_is_reached_from_the_lists(built: Path) -> None:
    """What a reader without scripts is promised on /sok/ and in the accessibility statement."""
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("  listor:\n")[2]
    lists = re.findall(r'adress: "?([^",}\n]*)"?}', settings)
    assert "arenden/" in lists
    search = (
        (built / "sok/index.html").read_text(encoding="utf-8").partition('id="sok-utan"')[2].partition("</section>")[0]
    )
    assert [link.removeprefix("../") for link in _LINK.findall(search)] == lists
    ahead, seen = [built / address for address in lists], set[Path]()
    while ahead:
        folder = ahead.pop()
        if folder in seen or not (folder / "index.html").is_file():
            continue
        seen.add(folder)
        article = (folder / "index.html").read_text(encoding="utf-8").partition("<main")[2]
        ahead += [Path(normpath(folder / unquote(link))) for link in _LINK.findall(article) if ":" not in link]
    record = {file.parent for body in (ROOT / "meetings").iterdir() for file in (built / body.name).rglob("index.html")}
    withheld = {folder for folder in record if "Handlingen på den här adressen" in (folder / "index.html").read_text()}
    assert sorted(str(folder.relative_to(built)) for folder in record - withheld - seen) == []


STATED = [
    ("vilken webbplats och vem", "Redogörelsen gäller den här webbplatsen"),
    ("hur väl den följer lagen", "**delvis förenlig** med lagen (2018:1937)"),
    ("brister", "## Kända brister"),
    ("undantag", "oskäligt betungande"),
    ("dagen", re.compile(r"senast bedömd, den \*\*\d{1,2} [a-z]+ 20\d\d\*\*")),
    ("sättet", "**självskattning**"),
    ("synpunkter", "## Rapportera brister"),
    ("tillsyn", "## Tillsyn"),
]


@pytest.mark.parametrize("said", [case[1] for case in STATED], ids=[case[0] for case in STATED])
def test_the_accessibility_statement_has_what_the_law_asks_for(said: str | re.Pattern[str]) -> None:
    """Source: lag (2018:1937)."""
    text = " ".join((ROOT / "content/tillganglighet.md").read_text(encoding="utf-8").split())
    assert said in text if isinstance(said, str) else said.search(text)


@pytest.mark.parametrize(("address", "lang"), [("in-english/", "en"), ("lattlast/", "sv")])
def test_the_short_ways_in_are_led_to_from_every_page_and_in_their_language(
    built: Path, address: str, lang: str
) -> None:
    html = (built / address / "index.html").read_text(encoding="utf-8")
    assert ('<article class="k-artikel k-text" id="innehall" tabindex="-1" lang="en"' in html) == (lang == "en")
    for page in ("index.html", "avux/index.html", "404.html"):
        footer = (built / page).read_text(encoding="utf-8").partition("<footer")[2]
        assert [link for link in _LINK.findall(footer) if link.endswith(f"/{address}")], page
    text = (ROOT / f"content/{address.rstrip('/')}.md").read_text(encoding="utf-8")
    for leads in ("sok.md", "anslagstavla/index.md", "sa-overklagar-du.md", "index.md"):
        assert f"({leads})" in text, leads


NOT_UNDERSTOOD = [
    "Arkiv: följs inte",
    "finns inte här, begär ut",
    ">Också<",
    "Anmäls på",
    "enligt beslutsgången{% if",
    "Närmast:",
    "Senast före det",
    "Webbplatsens färger",
    "Samlingsnummer:",
    "Maskat",
    "Ärende på listan",
    "Ingen föredragningslista",
    "uppe nu",
    "just nu",
    "i dag",
]
"""Words that readers met and did not understand, or that are false the day after; none of them stands on a page again."""


def test_pages_do_not_use_words_that_readers_did_not_understand() -> None:
    files = [
        *(ROOT / "macros/pages").rglob("*.html"),
        *(ROOT / "site_overrides").rglob("*.html"),
        *(ROOT / "site_overrides/assets").glob("*.js"),
        *(ROOT / "content").glob("*.md"),
        ROOT / "macros/pages/wording.py",
        ROOT / "macros/pages/states.py",
    ]
    texts = {file.name: file.read_text(encoding="utf-8") for file in files}
    assert [(name, words) for name, text in texts.items() for words in NOT_UNDERSTOOD if words in text] == []
    calls = [file.read_text(encoding="utf-8") for file in (ROOT / "meetings/exempelnamnden").rglob("kallelse.md")]
    assert calls
    assert [text for text in (*texts.values(), *calls) if re.search(r"\b[Mm]ötet\b", text)] == []
