"""What is withheld is never shown, on any page, in any head: titles, texts, attachments, file names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.facts.day import Day
from macros.facts.items import AllItems
from macros.pages.build import pages as build
from macros.pages.followed import changes
from macros.pages.notice_board import board_data, board_fragment
from macros.pages.start import start
from tests.pages.held import HELD, MINUTES
from tests.pages.html import Fragment
from tests.pages.records import SMALL, TODAY, built, record

SECRET = """---
rubrik: Hemligrubrik
diarienummer: PN/2026:11
publiceras: {publication}
skäl: {reason}
anmärkning: Hemlignot
förslag_till_beslut:
  - Hemligförslag
förslagsställare: Hemligställare
motionärer: [Hemligmotionär]
handläggare: Hemlighandläggare
föredragande: Hemligföredragande
handlingens_datum: 1987-06-05
expedieras_till: [Hemligmottagare]
beslutsgång:
  - organ: fullmaktige
    datum: 2026-04-27
    anmärkning: Hemligsteg
bilagor:
  - titel: Hemligbilaga
    fil: hemligfil.pdf
---
Hemligtext.
"""

ATTACHMENTS = """---
rubrik: Öppet ärende
bilagor:
  - titel: Hemligtitel
    fil: hemligfil.pdf
    publiceras: {publication}
    skäl: {reason}
  - titel: Ny version
    fil: oppenfil.pdf
    ersätter: Hemligtitel
---
"""

ITEM_PATH = "parknamnden/2026-03-12/03-handling.md"
FILES = {
    "parknamnden/2026-03-12/bilagor/hemligfil.pdf": "hemligt",
    "parknamnden/2026-03-12/bilagor/oppenfil.pdf": "öppet",
}
WAYS = [
    (publication, reason)
    for publication in ("maskat", "nej")
    for reason in ("sekretess", "personuppgifter", "upphovsrätt")
]
SECRET_PARAGRAPH = """  - nummer: 3
    ärende: hemligt
    ordförande: Hemligordförande
    utfall: ändrat
    beslut: [Hemligbeslut]
    yrkanden:
      - av: [Hemligyrkare]
        yrkande: Hemligyrkande
    propositionsordning: Hemligordning
    votering:
      - ja_betyder: Hemligja
        nej_betyder: Hemlignej
        ja: [Alma Ek, Hemligröst]
        nej: [Bo Al]
        antal_ja: 2
        antal_nej: 1
        utfall: ja
    sluten_omröstning:
      gäller: Hemligval
      röster:
        Hemligkandidat: 2
        Hemligannan: 1
      utfall: Hemligkandidat
    reservationer:
      - av: [Bo Al]
        text: Hemligreservation
    särskilda_yttranden:
      - av: [Bo Al]
        text: Hemligyttrande
    anteckningar:
      - av: [Bo Al]
        text: Hemliganteckning
    jäv:
      - namn: Hemligjävig
    uppdrag:
      - vad: Hemliguppdrag
        till: Hemligutförare
    överklagande: förvaltningsbesvär
"""

WHY = {
    "sekretess": "uppgifterna kan omfattas av sekretess",
    "personuppgifter": "handlingen innehåller personuppgifter",
    "upphovsrätt": "handlingen skyddas av upphovsrätt",
}
every_way = pytest.mark.parametrize(("publication", "reason"), WAYS)


def _leaks(root: Path, text: str) -> list[tuple[str, str]]:
    pages = built(root, {**SMALL, **FILES, ITEM_PATH: text})
    shown = [
        (page.address, part) for page in pages.values() for part in (page.title, page.description, page.html, page.head)
    ]
    return [(address, part) for address, part in shown if re.search("Hemlig|hemligfil|1987", part)]


def test_the_same_item_in_the_open_is_shown(tmp_path: Path) -> None:
    assert {address for address, _ in _leaks(tmp_path, SECRET.format(publication="ja", reason="sekretess"))} >= {
        "parknamnden/2026-03-12/",
        "parknamnden/2026-03-12/handling/",
        "parknamnden/arenden/",
        "arenden/parknamnden-pn-2026-11/",
    }


@every_way
def test_nothing_of_a_withheld_item_is_shown(tmp_path: Path, publication: str, reason: str) -> None:
    assert _leaks(tmp_path, SECRET.format(publication=publication, reason=reason)) == []


@every_way
def test_nothing_of_a_withheld_attachment_is_shown(tmp_path: Path, publication: str, reason: str) -> None:
    assert _leaks(tmp_path, ATTACHMENTS.format(publication=publication, reason=reason)) == []


@every_way
def test_nothing_of_a_withheld_paragraph_is_shown_but_its_number(tmp_path: Path, publication: str, reason: str) -> None:
    """The checks refuse such minutes; the pages do not count on it."""
    text = MINUTES.replace("  - nummer: 3\n    ärende: hemligt\n    utfall: visas inte\n", SECRET_PARAGRAPH)
    item = f"---\nrubrik: Hemligrubrik\ndiarienummer: PN/2026:3\npubliceras: {publication}\nskäl: {reason}\n---\nHemligtext.\n"
    files = {**HELD, "parknamnden/2026-02-12/protokoll.md": text, "parknamnden/2026-02-12/02-hemligt.md": item}
    archive = record(tmp_path, files)
    pages = {page.address: page for page in build(archive, TODAY)}
    shown = [part for page in pages.values() for part in (page.title, page.description, page.html, page.head)]
    first = start(Day(archive, TODAY))
    shown += [
        first,
        changes(Day(archive, TODAY)),
        *(make(Day(archive, TODAY), "https://a.example.se") for make in (board_data, board_fragment)),
    ]
    assert [part for part in shown if "Hemlig" in part] == []
    extract = Fragment(pages["parknamnden/2026-02-12/protokoll/3/"].html)
    word = "Sekretess" if reason == "sekretess" else "Visas inte"
    assert extract.lines[extract.lines.index("Parknämnden, Ekstads kommun") + 1 :] == [
        f"§ 3 {word}",
        "Protokollsutdrag, sammanträdet torsdag 12 februari 2026",
        "Läget den 2 mars 2026",
        f"Ärendet visas inte: {WHY[reason]}.",
        "Den som ett sådant beslut gäller får veta hur det överklagas tillsammans med beslutet.",
        "Du kan begära ut det som får lämnas ut. Skriv till registrator@ekstad.example.se och ange "
        "Parknämnden, sammanträdet 12 februari 2026, § 3.",
        "Hänvisa och dela",
        "Parknämnden, Ekstads kommun, protokoll 12 februari 2026, § 3.",
        "Länk till utdraget",
        "§ 3 i hela protokollet 12 februari 2026",
        "Föregående: § 2 Nya bänkar Nästa: § 4 Medborgarförslag om hundrastgård",
    ]
    assert "§\N{NO-BREAK SPACE}3" not in first


@every_way
def test_withheld_files_are_not_published(tmp_path: Path, publication: str, reason: str) -> None:
    text = ATTACHMENTS.format(publication=publication, reason=reason)
    named = [
        address for address, _ in AllItems(record(tmp_path, {**SMALL, **FILES, ITEM_PATH: text})).published_files(())
    ]
    assert named == ["parknamnden/2026-03-12/bilagor/oppenfil.pdf", "parknamnden/2026-03-12/bilagor/tradplan.pdf"]


def test_a_file_that_is_withheld_in_one_item_is_published_by_none(tmp_path: Path) -> None:
    other = "---\nrubrik: Annat ärende\nbilagor:\n  - titel: Samma fil\n    fil: hemligfil.pdf\n---\n"
    files = {
        **SMALL,
        **FILES,
        ITEM_PATH: ATTACHMENTS.format(publication="maskat", reason="sekretess"),
        "parknamnden/2026-03-12/04-annat.md": other,
    }
    assert "parknamnden/2026-03-12/bilagor/hemligfil.pdf" not in dict(
        AllItems(record(tmp_path, files)).published_files(())
    )


REASONS = [
    (
        "sekretess med lagrum",
        "skäl: sekretess\nlagrum: 26 kap. 1 § OSL\n",
        "uppgifterna kan omfattas av sekretess enligt 26 kap. 1 § offentlighets- och sekretesslagen (2009:400).",
    ),
    ("sekretess", "skäl: sekretess\n", "uppgifterna kan omfattas av sekretess."),
    ("personuppgifter", "skäl: personuppgifter\nlagrum: 26 kap. 1 § OSL\n", "handlingen innehåller personuppgifter."),
    ("upphovsrätt", "skäl: upphovsrätt\n", "handlingen skyddas av upphovsrätt."),
    ("inget skäl", "", "skälet är inte angivet."),
]


@pytest.mark.parametrize(("header", "said"), [case[1:] for case in REASONS], ids=[case[0] for case in REASONS])
def test_a_masked_item_says_why(tmp_path: Path, header: str, said: str) -> None:
    pages = built(tmp_path, {**SMALL, ITEM_PATH: f"---\ndiarienummer: PN/2026:12\npubliceras: maskat\n{header}---\n"})
    lines = Fragment(pages["parknamnden/2026-03-12/handling/"].html).lines
    assert f"Ärendets rubrik, text och bilagor visas inte: {said}" in lines
    assert "PN/2026:12, allt i ärendet" in lines


def test_an_item_that_is_not_published_keeps_its_number_on_the_agenda_but_no_link(tmp_path: Path) -> None:
    pages = built(tmp_path, {**SMALL, ITEM_PATH: SECRET.format(publication="nej", reason="personuppgifter")})
    agenda = pages["parknamnden/2026-03-12/"].html
    lines = Fragment(agenda).lines
    at = lines.index("3")
    place = "Parknämnden, sammanträdet 12 mars 2026, punkt 3 på listan"
    why = f"Handlingen innehåller personuppgifter. Begär ut det som får lämnas ut: {place}."
    assert lines[at : at + 3] == ["3", "Ärende som inte publiceras", why]
    assert "2026-03-12/handling/" not in agenda
    assert "mailto:registrator@ekstad.example.se?subject=" in agenda
    withdrawn = pages["parknamnden/2026-03-12/handling/"]
    assert f"Skriv till registrator@ekstad.example.se och ange {place}." in Fragment(withdrawn.html).lines
    said = "Handlingen på den här adressen publiceras inte: handlingen innehåller personuppgifter."
    assert said in Fragment(withdrawn.html).lines
    assert "data-sok-sida" not in withdrawn.html


def test_a_masked_item_leads_to_its_paragraph_and_says_no_number_that_it_lacks(tmp_path: Path) -> None:
    lines = Fragment(built(tmp_path, HELD)["parknamnden/2026-02-12/hemligt/"].html).lines
    assert "Ärendet behandlades i § 3 i protokollet." in lines
    assert "Inte angivet" not in lines
