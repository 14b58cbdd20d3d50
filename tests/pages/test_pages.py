"""What holds for every page of every record: its links lead somewhere, its HTML is whole, its ids are its own."""

from __future__ import annotations

import datetime as dt
import json
import re
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import unquote, urljoin

import pytest

from build_scripts.exports.files import exported
from build_scripts.exports.pdf.printed import names
from macros.facts.day import Day
from macros.facts.items import AllItems
from macros.pages import wording
from macros.pages.build import pages
from macros.pages.page import Page
from macros.record.archive import Archive
from macros.record.reading import read
from tests.pages.held import HELD
from tests.pages.html import Fragment
from tests.pages.records import SMALL, TODAY, record

pytestmark = pytest.mark.slow
"""Builds whole sites, or makes every page of the shipped record."""

ROOT = Path(__file__).parents[2]
SITE = "https://klubbat.example.se/under/"
HOSTILE = '</title><script>alert(1)</script> {{ 7*7 }} " &'

_TITLES = (
    r"(?m)^( *(?:- )?)(?!skäl: sekretess)(namn|parti|rubrik|titel|beslut|förslagsställare|delegat|enhet"
    r"|plats|text|skäl|vad|yrkande|ja_betyder|nej_betyder|gäller|propositionsordning|förvaras|domstol|adress): (.+)$"
)


def _hostile(text: str) -> str:
    """The file with hostile words after every text that a reader is shown."""
    header, mark, body = text.partition("\n---\n")
    worse = re.sub(_TITLES, lambda found: f"{found[1]}{found[2]}: '{found[3]} {HOSTILE}'", header)
    return f"{worse}{mark}{body}\n\n{HOSTILE}\n"


@cache
def _archive(name: str) -> Archive:
    if name == "arkivet":
        return read(ROOT)[0]
    files = HELD if "protokoll" in name else SMALL
    if name.startswith("fientligt"):
        files = {path: text if "bilagor" in path else _hostile(text) for path, text in files.items()}
    with TemporaryDirectory() as folder:
        return record(Path(folder), files)


@cache
def _pages(name: str) -> tuple[Page, ...]:
    return tuple(pages(_archive(name), TODAY))


RECORDS = ["litet", "fientligt", "protokoll", "fientligt protokoll", "arkivet"]
every_record = pytest.mark.parametrize("name", RECORDS)


@every_record
def test_every_internal_link_leads_to_a_page_or_a_file(name: str) -> None:
    ids = {page.address: Fragment(page.html).ids for page in _pages(name)}
    files = {address for address, _ in AllItems(_archive(name)).published_files(())}
    facts = Day(_archive(name), TODAY)
    files |= {*exported(facts, (), SITE), *names(facts), "sa-overklagar-du/"}
    lost = []
    for page in _pages(name):
        for link in Fragment(page.html).links:
            if link.startswith(("https://", "mailto:")):
                continue
            target, _, place = unquote(urljoin(SITE + page.address, link)).removeprefix(SITE).partition("#")
            if target == "" or target in files or (target in ids and (not place or place in ids[target])):
                continue
            lost.append((page.address, link))
    assert lost == []


@every_record
def test_every_page_is_whole_html_without_styles_and_scripts(name: str) -> None:
    faults = {page.address: found.faults for page in _pages(name) if (found := Fragment(page.html)).faults}
    assert faults == {}
    assert not any("script" in Fragment(page.html).tags for page in _pages(name))


@every_record
def test_every_page_begins_with_its_one_h1(name: str) -> None:
    assert {Fragment(page.html).headings[0][0] for page in _pages(name)} == {1}


@every_record
def test_every_address_title_and_description_is_said_once(name: str) -> None:
    addresses = [page.address for page in _pages(name)]
    assert len(addresses) == len(set(addresses))
    assert all(address.endswith("/") and not address.startswith("/") for address in addresses)
    assert all(
        page.title.strip() and page.description.endswith(".") and "\n" not in page.title for page in _pages(name)
    )


@every_record
def test_every_head_is_links_to_files_one_script_of_data_and_that_of_followed_cases_where_they_are(name: str) -> None:
    for page in _pages(name):
        links, _, data = page.head.partition('<script type="application/ld+json">')
        assert re.fullmatch(r'(?:<link rel="alternate" type="[a-z+/]+" title="[^"<>]+" href="[^"<>]+">\n *)*', links)
        text, _, last = data.partition("</script>")
        assert "<" not in text
        follows = "data-folj=" in page.html or "data-mina-arenden>" in page.html
        script = f'<script src="{"../" * page.address.count("/")}assets/mina-arenden.js" defer></script>'
        assert last == (script if follows else "")
        assert json.loads(text)["@graph"][0]["itemListElement"][0] == {
            "@type": "ListItem",
            "position": 1,
            "name": "Start",
            "item": "../" * page.address.count("/"),
        }


@every_record
def test_the_same_archive_and_day_give_the_same_pages(name: str) -> None:
    assert tuple(pages(_archive(name), TODAY)) == _pages(name)


def test_hostile_words_are_shown_as_they_are_on_every_kind_of_page() -> None:
    hostile = (*_pages("fientligt"), *_pages("fientligt protokoll"))
    kinds = {page.kind for page in hostile if HOSTILE in " ".join(Fragment(page.html).lines)}
    assert kinds == {
        "Organ",
        "År",
        "Sammanträde",
        "Ärende",
        "Diarieärende",
        "Sammanträdesordning",
        "Delegationslista",
        "Delegationsordning",
        "Kalender",
        "Protokoll",
        "Protokollsutdrag",
        "Anslag",
        "Förtroendevald",
    }


@pytest.mark.parametrize("today", [dt.date(2016, 1, 1), dt.date(2027, 1, 14), dt.date(2100, 1, 1)], ids=str)
def test_the_shipped_record_is_built_on_any_day(today: dt.date) -> None:
    assert {page.address for page in pages(_archive("arkivet"), today)} == {page.address for page in _pages("arkivet")}


def test_an_empty_archive_says_what_is_coming() -> None:
    found = {page.address: Fragment(page.html).lines for page in pages(Archive(), TODAY)}
    today = wording.plain_date(TODAY).replace("\N{NO-BREAK SPACE}", " ")
    said = {
        "anslagstavla/": f"Inga anslag var uppe den {today}. "
        "Ett anslag kommer hit när ett protokoll är justerat, senast andra dagen efter justeringen.",
        "anslagstavla/arkiv/": f"Inga anslag hade tagits ned den {today}. "
        "De kommer hit av sig själva dagen efter den sista dagen för överklagande.",
        "mina-arenden/": "Alla ärenden",
        "ordlista/": "Ajournering",
        "fortroendevalda/": "Arkivet har inga uppgifter om förtroendevalda.",
        "data/": "Det som sidorna visar, som tabeller att räkna på.",
        "arenden/": "Inga ärenden med diarienummer är publicerade än. De visas här efter den första kallelsen.",
        "kalender/": "Inga sammanträden är planerade. "
        "De visas här när ett organ har lagt in sin sammanträdesordning eller en kallelse.",
    }
    assert [address for address in found if said[address] not in found[address]] == []
