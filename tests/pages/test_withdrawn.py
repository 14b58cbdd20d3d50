"""What was withdrawn ("tillbakadragen") keeps its address: there it says when, why and how to ask for it, and no more."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import quote

import pytest

from macros.facts.day import Day
from macros.facts.items import AllItems
from macros.pages.followed import changes
from macros.pages.page import Page
from macros.record.archive import Archive
from tests.pages.html import Fragment
from tests.pages.records import ITEM, SMALL, TODAY, built, record

MEETING = "parknamnden/2026-03-12/"
WITHDRAWN = "publiceras: {publication}\nskäl: personuppgifter\ntillbakadragen: 2026-03-02\n"
SECRET = "rubrik: Hemligrubrik\nförslag_till_beslut: [Hemligförslag]\nbilagor:\n  - titel: Hemligbilaga\n    fil: hemlig.pdf\n"
REQUEST = [
    "Begär ut handlingen",
    "Skriv till registrator@ekstad.example.se och ange diarienumret PN/2026:11.",
    "Postadress: Registrator, Ekstads kommun.",
    "Du behöver inte säga vem du är eller vad du ska ha handlingen till. Kan något i den vara hemligt prövas det innan den "
    "lämnas ut, och bara för det får du frågas.",
]
WHY = "den 2 mars 2026: handlingen innehåller personuppgifter"


def _item(publication: str = "nej", number: str = "diarienummer: PN/2026:11\n", secret: str = "") -> str:
    return f"---\n{number}{WITHDRAWN.format(publication=publication)}{secret}---\n{secret and 'Hemligtext.'}\n"


def _lines(page: Page) -> list[str]:
    return Fragment(page.html).lines


def _tombstone(page: Page) -> list[str]:
    lines = _lines(page)
    assert "data-sok-sida" not in page.html
    assert page.head.endswith('<meta name="robots" content="noindex">')
    return lines[lines.index("Parknämnden, Ekstads kommun") + 1 :]


@pytest.mark.parametrize("publication", ["nej", "maskat"])
def test_an_item_is_a_tombstone_and_its_case_stays(tmp_path: Path, publication: str) -> None:
    pages = built(tmp_path, {**SMALL, f"{MEETING}03-handling.md": _item(publication)})
    page = pages[f"{MEETING}handling/"]
    assert page.title == "Tillbakadraget ärende 3, 12\xa0mars 2026 – Parknämnden"
    assert _tombstone(page) == [
        "Tillbakadraget ärende",
        f"Handlingen drogs tillbaka {WHY}.",
        "Den har varit publicerad på den här adressen, som finns kvar för den som följer en länk.",
        *REQUEST,
    ]
    assert f"subject={quote('Begäran om handling: PN/2026:11', safe='')}" in page.html
    case = pages["arenden/parknamnden-pn-2026-11/"]
    assert "Tillbakadraget ärende" in _lines(case)
    linked = {address for address in pages if f'href="../../{MEETING}handling/"' in pages[address].html}
    agenda = [line for line in _lines(pages[MEETING]) if "drogs tillbaka" in line.lower()]
    if publication == "nej":
        assert (agenda, linked) == ([f"Drogs tillbaka {WHY}."], set())
    else:
        assert agenda == [f"Drogs tillbaka {WHY}."]
        assert case.address in linked


@pytest.mark.parametrize("publication", ["ja", "nej", "maskat"])
def test_nothing_of_it_is_shown_even_where_the_checks_would_refuse_it(tmp_path: Path, publication: str) -> None:
    files = {
        **SMALL,
        f"{MEETING}03-handling.md": _item(publication, secret=SECRET),
        f"{MEETING}bilagor/hemlig.pdf": "x",
    }
    archive, pages = record(tmp_path, files), built(tmp_path, files)
    parts = [part for page in pages.values() for part in (page.title, page.description, page.html, page.head)]
    parts += [changes(Day(archive, TODAY)), *dict(AllItems(archive).published_files(()))]
    assert [part for part in parts if re.search("[Hh]emlig(?!t prövas)", part)] == []


def test_who_follows_the_case_is_led_to_no_address_that_tells(tmp_path: Path) -> None:
    archive = record(tmp_path, {**SMALL, f"{MEETING}03-handling.md": _item()})
    told = json.loads(changes(Day(archive, TODAY)))["ärenden"]["arenden/parknamnden-pn-2026-11/"]
    assert told["rubrik"] == "Tillbakadraget ärende"
    assert [row[1:] for row in told["händelser"]] == [["2026-03-12", "Parknämnden: Tillbakadraget ärende", ""]]


def test_a_matter_without_number_or_meeting_keeps_its_list_and_is_asked_for_by_its_page(tmp_path: Path) -> None:
    files = {
        "parknamnden/organ.md": SMALL["parknamnden/organ.md"],
        "parknamnden/arenden/skrivelse.md": _item(number=""),
    }
    pages = built(tmp_path, files)
    assert "parknamnden/arenden/" in pages
    page = pages["parknamnden/arenden/skrivelse/"]
    assert "Skriv till registrator@ekstad.example.se och ange den här sidans adress." in _tombstone(page)
    assert "subject=Beg%C3%A4ran%20om%20handling%3A%20Tillbakadraget%20%C3%A4rende" in page.html


def _attachments(root: Path, row: str) -> tuple[Archive, list[str]]:
    item = ITEM.replace("  - titel: Trädplan\n    fil: tradplan.pdf\n", row)
    archive = record(root, {**SMALL, f"{MEETING}01-plan-for-trad.md": item})
    lines = _lines(built(root, {})[f"{MEETING}plan-for-trad/"])
    return archive, [line for line in lines if line.startswith("Bilaga som")]


def test_an_attachment_says_when_and_why_and_its_file_is_missed_by_nobody(tmp_path: Path) -> None:
    row = "  - fil: tradplan.pdf\n    publiceras: nej\n    skäl: upphovsrätt\n    tillbakadragen: 2026-03-02\n"
    archive, lines = _attachments(tmp_path, row)
    assert lines == ["Bilaga som drogs tillbaka den 2 mars 2026: handlingen skyddas av upphovsrätt."]
    assert list(AllItems(archive).withdrawn_files()) == [f"{MEETING}bilagor/tradplan.pdf"]
    assert list(AllItems(archive).published_files(())) == []


def test_an_attachment_goes_with_its_whole_item(tmp_path: Path) -> None:
    text = _item(secret="bilagor:\n  - fil: karta.pdf\n")
    archive = record(tmp_path, {**SMALL, f"{MEETING}03-handling.md": text})
    assert list(AllItems(archive).withdrawn_files()) == [f"{MEETING}bilagor/karta.pdf"]


def test_a_masked_attachment_that_was_never_shown_is_not_withdrawn(tmp_path: Path) -> None:
    archive, lines = _attachments(tmp_path, "  - fil: tradplan.pdf\n    publiceras: nej\n    skäl: upphovsrätt\n")
    assert lines == ["Bilaga som inte visas: handlingen skyddas av upphovsrätt."]
    assert list(AllItems(archive).withdrawn_files()) == []


def test_a_delegation_list_is_a_tombstone_and_the_cases_of_its_rows_stay(tmp_path: Path) -> None:
    text = (
        "---\nenhet: Åkerenheten\nmånad: 2026-02\ntillbakadragen: 2026-03-02\nskäl: personuppgifter\nbeslut:\n"
        "  - datum: 2026-02-10\n    diarienummer: PN/2026:14\n    beslut: Beslutet visas inte\n---\n"
    )
    pages = built(tmp_path, {**SMALL, f"{MEETING}delegationsbeslut/2026-02-akerenheten.md": text})
    assert _tombstone(pages["parknamnden/delegationsbeslut/2026-02-akerenheten/"])[:2] == [
        "Tillbakadragen delegationslista: Åkerenheten, februari 2026",
        f"Handlingen drogs tillbaka {WHY}.",
    ]
    assert "Beslutet visas inte" in _lines(pages["arenden/parknamnden-pn-2026-14/"])
    for address, comma in ((MEETING, ""), ("parknamnden/2026/", ""), ("parknamnden/delegationsbeslut/", ",")):
        said = f"Åkerenheten, februari 2026{comma} drogs tillbaka den 2 mars 2026"
        assert said in _lines(pages[address]), address
