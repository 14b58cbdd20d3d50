"""Words that pages explain: one sentence each, by the alphabet, and a link from the first label of each word on a page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markupsafe import Markup

from macros import addresses
from macros.pages.explained import TERMS, explained, explaining, led
from macros.texts.alphabet import alphabetical
from tests.pages import records
from tests.pages.held import HELD
from tests.pages.html import Fragment
from tests.site.projects import ROOT

WANTED = """
justering justerare anslag anslagsbevis laga_kraft laglighetsprövning förvaltningsbesvär yrkande votering propositionsordning
reservation särskilt_yttrande jäv bordläggning återremiss protokoll paragraf föredragningslista kallelse beredning ledamot
ersättare tjänstgörande_ersättare motion medborgarförslag delegation diarienummer sekretess remiss
"""
TEMPLATES = ROOT / "macros/pages/templates"


def test_every_word_is_explained_once_in_one_sentence_by_the_alphabet() -> None:
    words = [term.word for term in TERMS]
    assert words == sorted(set(words), key=alphabetical)
    assert {word.replace("_", " ") for word in WANTED.split()} - {word.casefold() for word in words} == set()
    forms = [form.casefold() for term in TERMS for form in (term.word, *term.forms)]
    assert len(forms) == len(set(forms))
    assert [term.meaning for term in TERMS if not re.fullmatch(r"[A-ZÅÄÖ][^.]{10,110}\.", term.meaning)] == []


def test_every_label_that_a_template_names_is_a_word_of_the_glossary() -> None:
    labels = {
        (file.name, label)
        for file in TEMPLATES.glob("*.html")
        for call in re.findall(r"explain(?:ed|ing)\(([^)]*)\)", file.read_text("utf-8"))
        for label in re.findall(r'"([^"]+)"', call)
    }
    assert len(labels) > 20
    assert sorted(one for one in labels if "<a" not in explained(one[1])) == []


def test_the_first_label_of_each_word_leads_to_it_and_no_other_does() -> None:
    html = Markup("<dl><dt>{}</dt><dt>{}</dt><dt>{}</dt><dt>{}</dt></dl>").format(
        explained("Justerat"), explained("Justering"), explained("Jäv"), explained("<Annat>")
    )
    page = led(html, "../../")
    assert Fragment(page).links == ["../../ordlista/#justering", "../../ordlista/#jav"]
    assert Fragment(page).lines == ["Justerat", "Justering", "Jäv", "<Annat>"]


def test_a_word_in_a_wording_of_ours_leads_to_it() -> None:
    told = explaining(
        "Här råder sekretess & jäv; sekretessen gäller. Kallelsen kommer.", "Jäv", "sekretess", "kallelsen"
    )
    page = led(told, "")
    assert Fragment(page).links == ["ordlista/#sekretess", "ordlista/#jav", "ordlista/#kallelse"]
    assert Fragment(page).lines == ["Här råder sekretess & jäv; sekretessen gäller. Kallelsen kommer."]
    assert 'title="Uppgifter som enligt lag inte får lämnas ut.">sekretess</a> &amp; <a' in page


def test_every_word_that_readers_asked_for_is_led_to_from_where_it_stands(built: Path) -> None:
    """Of the shipped record's pages: those of the face's list."""
    links = {
        place
        for file in built.rglob("*.html")
        for place in re.findall(r'class="k-ord" href="[./]*ordlista/#([a-z-]+)"', file.read_text("utf-8"))
    }
    assert {addresses.slug(word.replace("_", " ")) for word in WANTED.split()} - links == set()


def test_a_word_of_the_records_own_texts_leads_nowhere(tmp_path: Path) -> None:
    item = "parknamnden/2026-02-12/01-nya-bankar.md"
    assert item in HELD
    page = records.built(tmp_path, {**HELD, item: f'{HELD[item]}\n## Återremiss\n\n<a class="k-ord">Jäv</a>\n'})
    html = page["parknamnden/2026-02-12/nya-bankar/"].html
    assert "Återremiss" in html
    assert [link for link in Fragment(html).links if "ordlista" in link] == [
        "../../../ordlista/#reservation",
        "../../../ordlista/#laga-kraft",
        "../../../ordlista/#votering",
        "../../../ordlista/#utslagsrost",
        "../../../ordlista/#diarienummer",
    ]


@pytest.mark.parametrize("address", ["parknamnden/2026-02-12/protokoll/", "parknamnden/2026-02-12/"])
def test_every_link_leads_to_a_word_and_each_word_once(tmp_path: Path, address: str) -> None:
    pages = records.built(tmp_path, HELD)
    places = {f"../../../ordlista/#{place}" for place in Fragment(pages["ordlista/"].html).ids}
    links = [link for link in Fragment(pages[address].html).links if "ordlista/" in link]
    assert links
    assert {link.rpartition("ordlista")[2] for link in links} <= {place.rpartition("ordlista")[2] for place in places}
    assert len(links) == len(set(links))
