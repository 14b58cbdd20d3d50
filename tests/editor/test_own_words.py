"""What a municipality has of its own: standard phrases, what a new board begins with, the website's name and address."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from build_scripts.project import reuse, setting, site_url
from tests.editor.projects import ITEM, SUMMONS, Visitor, git, project, visitor
from tests.editor.running import desk
from tests.site.browser import window
from tests.site.projects import TODAY

BOARD = """\
---
namn: {name}
kommun: {municipality}
slag: nämnd
sammanträdesdag: torsdag
kallelsebrev: Välkommen till kommunhuset.
återkommande_ärenden:
  - rubrik: Förvaltningen informerar
standardfraser:
  - {phrase}
  - Paragrafen förklaras omedelbart justerad.
---
"""
FILES = {
    "meetings/prov/organ.md": BOARD.format(
        name="Provnämnden", municipality="Provköpings kommun", phrase="Nämnden tackar för informationen."
    ),
    "meetings/annan/organ.md": BOARD.format(
        name="Annan nämnd", municipality="Provköpings kommun", phrase="Nämnden överlämnar ärendet."
    ),
    "meetings/borta/organ.md": BOARD.format(name="Bortanämnden", municipality="Borta kommun", phrase="Härifrån inget."),
}


@pytest.fixture
def municipality(tmp_path: Path) -> Path:
    return project(tmp_path, files=FILES)


@pytest.mark.parametrize("path", [ITEM, SUMMONS])
def test_phrases_of_the_municipality_are_offered_the_boards_own_first(path: str, municipality: Path) -> None:
    page = visitor(municipality).edit(path)
    own, shared, other = (page.text.find(word) for word in ("informationen.", "justerad.", "överlämnar ärendet."))
    assert -1 < own < shared < other
    assert page.text.count("omedelbart justerad.") == 1
    assert "Härifrån inget." not in page.text


def test_no_phrases_are_offered_where_none_are_written(user: Visitor) -> None:
    assert 'id="fraser"' not in user.edit().html


def test_no_phrases_are_offered_in_the_boards_own_file(municipality: Path) -> None:
    assert 'id="fraser"' not in visitor(municipality).edit("meetings/prov/organ.md").html


@pytest.mark.slow
@pytest.mark.xdist_group("browser")
def test_a_phrase_is_put_where_the_writer_stands(municipality: Path, browser: Browser) -> None:
    with desk(municipality, TODAY) as address:
        page = window(browser)
        page.goto(address)
        page.goto(f"{page.url}redigera?fil={ITEM}")
        proposal = page.locator("textarea").first
        proposal.press("Control+A")
        page.keyboard.press("Tab")
        offer = page.get_by_label("Standardfras", exact=True)
        expect(offer).to_be_focused()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        expect(offer).to_be_focused()
        expect(proposal).to_have_value("Nämnden antar planen.")
        offer.select_option(label="Nämnden överlämnar ärendet.")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(proposal).to_have_value("Nämnden överlämnar ärendet.")
        expect(page.locator("#lage")).to_contain_text("Inte sparat än")


def test_a_new_board_begins_with_the_letter_and_the_items_of_another(municipality: Path) -> None:
    answers = {"kommun": "Provköpings kommun", "namn_organ": "Skolnämnden", "kort": "SKN", "slag": "nämnd"}
    answers |= {"veckodag": "torsdag", "tid": "18:00", "ar": "2027"}
    page = visitor(municipality).send("/gor/namnd", list(answers.items()))
    assert "Ny nämnd: klart" in page.text, page.text
    organ = (municipality / "meetings/skn/organ.md").read_text("utf-8")
    assert "kallelsebrev: Välkommen till kommunhuset.\n" in organ
    assert "återkommande_ärenden:\n  - rubrik: Förvaltningen informerar\n" in organ
    assert "standardfraser" not in organ
    assert list((municipality / "meetings/skn").glob("2027-*/*-forvaltningen-informerar.md"))


SAID = {"webbplatsnamn": "Provköping: arkivet", "adress": "https://arkiv.provkoping.se/"}


def test_the_websites_name_and_address_are_written_here(root: Path, user: Visitor) -> None:
    before = (root / "mkdocs.yml").read_text("utf-8")
    assert "Webbplatsens namn och adress : kvar att skriva på 1 ställe" in user.open("/filer").text
    assert user.open("/gor/webbplats").value("adress") == "https://prov.example.se/arkiv/"
    licence = "https://creativecommons.org/publicdomain/zero/1.0/"
    said = SAID | {"licens": licence, "utgivare": "Provköpings kommun"}
    page = user.send("/gor/webbplats", list(said.items()))
    assert page.answer.status_code == 200, page.text
    name = setting(root, "site_name")
    assert name is not None
    assert (name.value, site_url(root)) == (said["webbplatsnamn"], said["adress"])
    assert (reuse(root).licence, reuse(root).publisher) == (licence, "Provköpings kommun")
    assert git(root, "status", "--short") == ""
    user.send("/gor/webbplats", [("webbplatsnamn", "Provet"), ("adress", "https://prov.example.se/arkiv/")])
    after = (root / "mkdocs.yml").read_text("utf-8")
    assert sorted(after.splitlines()) == sorted({*before.splitlines(), *(["extra:"] if "extra:" not in before else [])})


@pytest.mark.parametrize("name", ["adress", "licens"])
def test_half_an_address_is_told_at_its_field(name: str, root: Path, user: Visitor) -> None:
    before = (root / "mkdocs.yml").read_bytes()
    page = user.send("/gor/webbplats", list((SAID | {name: "arkiv.provkoping.se"}).items()))
    assert page.answer.status_code == 400
    assert f'href="#{name}"' in page.html
    assert (root / "mkdocs.yml").read_bytes() == before


def test_what_another_window_changed_meanwhile_stays(root: Path, user: Visitor) -> None:
    first, second = (dict(user.open("/gor/webbplats").fields) for _ in range(2))
    user.send("/gor/webbplats", list((first | {"webbplatsnamn": "Nya namnet"}).items()))
    again = user.send("/gor/webbplats", list((second | {"beskrivning": "Ny.", "licens": "x"}).items()))
    user.send("/gor/webbplats", list((dict(again.fields) | {"licens": ""}).items()))
    said = [setting(root, key) for key in ("site_name", "site_description")]
    assert [one and one.value for one in said] == ["Nya namnet", "Ny."]


def test_what_two_windows_change_to_different_words_is_told_and_neither_is_lost(root: Path, user: Visitor) -> None:
    first, second, third = (dict(user.open("/gor/webbplats").fields) for _ in range(3))
    user.send("/gor/webbplats", list((first | {"webbplatsnamn": "Nya namnet", "beskrivning": "Ny."}).items()))
    before = (root / "mkdocs.yml").read_bytes()
    refused = user.send("/gor/webbplats", list((second | {"webbplatsnamn": "Tredje namnet"}).items()))
    told = 'Webbplatsens namn har ändrats till "Nya namnet" i ett annat fönster. Kopiera det du har skrivit, och öppna'
    assert (refused.answer.status_code, told in refused.text) == (400, True)
    assert refused.value("webbplatsnamn") == "Tredje namnet"
    assert (root / "mkdocs.yml").read_bytes() == before
    # The same words in both are no quarrel.
    same = user.send("/gor/webbplats", list((third | {"webbplatsnamn": "Nya namnet"}).items()))
    assert (same.answer.status_code, (root / "mkdocs.yml").read_bytes()) == (200, before)
    emptied, other = (dict(user.open("/gor/webbplats").fields) for _ in range(2))
    user.send("/gor/webbplats", list((emptied | {"beskrivning": ""}).items()))
    refused = user.send("/gor/webbplats", list((other | {"beskrivning": "Annan."}).items()))
    assert "Beskrivning har tömts i ett annat fönster." in refused.text


def test_a_licence_without_its_path_is_told_as_the_build_tells_it(root: Path, user: Visitor) -> None:
    page = user.send("/gor/webbplats", list((SAID | {"licens": "https://creativecommons.org"}).items()))
    assert "Skriv hela adressen, till exempel https://creativecommons.org/publicdomain/zero/1.0/." in page.text


@pytest.mark.parametrize(
    "written",
    [
        "site_description: >-\n  En mening\n  till.\n",
        "extra: {meny: [a]}\n",
        "extra: # Av vem?\n  meny: [a]\n",
        "extra:\n    meny: [a]\n",
        "theme:\n  utgivare: A\n",
        "extra:",
    ],
)
def test_settings_that_would_become_others_are_left_as_they_are(written: str, root: Path, user: Visitor) -> None:
    settings = root / "mkdocs.yml"
    settings.write_text(f"site_name: Provet\nsite_url: https://prov.example.se/\n{written}", encoding="utf-8")
    before = settings.read_bytes()
    said = SAID | {"beskrivning": "Ny.", "utgivare": "Provköpings kommun"}
    page = user.send("/gor/webbplats", list(said.items()))
    assert page.answer.status_code == 400, settings.read_text("utf-8")
    assert "Inställningarna i mkdocs.yml är skrivna så att de inte kan ändras här." in page.text
    assert settings.read_bytes() == before


def test_settings_that_cannot_be_read_are_told(root: Path, user: Visitor) -> None:
    (root / "mkdocs.yml").write_bytes("site_name: Väg\n".encode("latin-1"))
    page = user.send("/gor/webbplats", list(SAID.items()))
    assert page.answer.status_code == 400
    assert "mkdocs.yml kan inte läsas." in page.text
