"""Texts may link to every page that the record gives: what the site has and what the facts know are the same."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from macros import addresses
from macros.facts.addresses import of_record
from macros.facts.day import Day
from macros.facts.file_addresses import of_attachments
from macros.pages.build import pages
from macros.record.reading import read
from tests.checks.case import SOUND, TODAY

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("root", [ROOT, SOUND], ids=["shipped", "sound"])
def test_every_page_of_the_record_may_be_linked_to(root: Path) -> None:
    archive, _ = read(root)
    known = of_record(Day(archive, TODAY))
    own = {page.address for page in pages(archive, TODAY)}
    site = {address for address in own if address.split("/")[0] in addresses.RESERVED_BODY_IDS - {"arenden"}}
    assert own - known - site == {addresses.CASES}
    assert known - own == {address for _, address in of_attachments(archive)}


NAMES = [
    ("Søren Ødegård", "soren-odegard"), ("Łukasz Größe", "lukasz-grosse"), ("Đorđe Živković", "dorde-zivkovic"),
    ("Þórður Æsirsson", "thordur-aesirsson"), ("Işıl İnan", "isil-inan"), ("STRAẞE Œuvre", "strasse-oeuvre"),
    ("Ħal Ŧal Ŋal", "hal-tal-ngal"), ("Иван Жуков", "ivan-zhukov"), ("Ελένη Θεού", "eleni-theoy"),
    ("Åsa Öberg-Ählin", "asa-oberg-ahlin"), ("José Núñez", "jose-nunez"), ("Anna-Lisa  O'Brien", "anna-lisa-o-brien"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "expected"), NAMES)
def test_letters_of_europe_become_their_usual_ascii(name: str, expected: str) -> None:
    assert addresses.slug(name) == addresses.slug(unicodedata.normalize("NFD", name)) == expected
