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


SIGNS = [
    ("Kulturplan 2028–2029", "kulturplan-2028-2029"), ("Avtal…del 2", "avtal-del-2"), ("”Bänkar”—parken", "bankar-parken"),
    ("Samman\u00adträde", "sammantrade"), ("§ 3 · svar", "3-svar"), ("1\u00a0500 m²", "1-500-m2"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "expected"), SIGNS)
def test_dashes_and_other_signs_part_words_and_what_nobody_sees_does_not(title: str, expected: str) -> None:
    assert addresses.slug(title) == expected


@pytest.mark.parametrize(
    ("address", "is_so"),
    [
        ("arenden/prov-pro-2026-8/", True),
        (addresses.case_calendar("arenden/prov-pro-2026-8/"), True),
        (addresses.feed_of("arenden/prov-pro-2026-8/"), True),
        (addresses.as_pdf("arenden/prov-pro-2026-8/"), True),
        (addresses.as_pdf("arenden/prov-pro-2026-8/", "handlingar"), True),
        ("arenden/prov-pro-2026-8/brev/", True),
        ("arenden/prov-pro-2026-80/", False),
        (addresses.feed_of("arenden/prov-pro-2026-80/"), False),
        ("arenden/", False),
        ("", False),
    ],
)
def test_what_belongs_to_a_page_is_below_it_or_made_from_it(address: str, is_so: bool) -> None:
    assert addresses.belongs_to(address, "arenden/prov-pro-2026-8/") is is_so


def test_nothing_belongs_to_the_first_page_or_to_a_file_but_itself() -> None:
    assert not addresses.belongs_to("om/", "")
    assert addresses.belongs_to("prov/2026-11-26/bilagor/karta.csv", "prov/2026-11-26/bilagor/karta.csv")
    assert not addresses.belongs_to("prov/2026-11-26/bilagor/karta.csv.pdf", "prov/2026-11-26/bilagor/karta.csv")
