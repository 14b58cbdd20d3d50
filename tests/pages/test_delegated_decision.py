"""A delegated decision's own page: linked from its row and its case, and nothing but a stone where it was withdrawn."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pages.html import Fragment
from tests.pages.records import SMALL, built

LIST = "parknamnden/2026-03-12/delegationsbeslut/2026-02-parkenheten.md"
ADDRESS = "parknamnden/delegationsbeslut/2026-02-parkenheten/"
HEADER = "---\nenhet: Parkenheten\nmånad: 2026-02\nbeslut:\n"
PLAIN = "  - datum: 2026-02-03\n    beslut: En bänk flyttas\n    diarienummer: PN/2026:7\n"
OWN = """  - datum: 2026-02-04
    beslut: Marknad & <b>torg</b>
    diarienummer: PN/2026:7
    delegat: Parkchef
    sida: marknad
    text: |
      Marknaden är liten.

      Den hålls en gång.
    villkor:
      - Torget städas.
      - Vägen hålls fri.
    mottagare:
      - organ:parknamnden
      - Sökanden
    bilagor:
      - titel: Karta
        sidor: 2
      - titel: Avtal med Firman
        publiceras: nej
        skäl: sekretess
"""
GONE = """  - datum: 2026-02-05
    beslut: Beslutet visas inte
    sida: borta
    skäl: personuppgifter
    tillbakadragen: 2026-03-01
"""
RECORD = {**SMALL, LIST: f"{HEADER}{PLAIN}{OWN}{GONE}---\n"}


def test_the_whole_page(tmp_path: Path) -> None:
    page = built(tmp_path, RECORD)[f"{ADDRESS}marknad/"]
    lines = [line.replace("\N{NO-BREAK SPACE}", " ") for line in Fragment(page.html).lines]
    assert lines[: lines.index("Begär ut handlingen")] == [
        *["Start", "Parknämnden", "Delegationsbeslut", "Parkenheten, februari 2026", "Marknad & <b>torg</b>"],
        *["Parknämnden, Ekstads kommun", "Marknad & <b>torg</b>"],
        "Beslutat onsdag 4 februari 2026 av Parkchef",
        "Delegationsbeslut i listan Parkenheten, februari 2026",
        "Läget den 2 mars 2026",
        *["Om beslutet", "Marknaden är liten.", "Den hålls en gång."],
        *["Villkor", "Torget städas.", "Vägen hålls fri.", "Bilagor"],
        "Karta (inte publicerad på webben – begär ut den: Karta) 2 sidor.",
        "Bilaga som inte visas: uppgifterna kan omfattas av sekretess.",
        *["Uppgifter", "Anmäls vid", "sammanträdet 12 mars 2026"],
        *["Diarienummer", "PN/2026:7, allt i ärendet", "Mottagare", "Parknämnden, Sökanden"],
    ]
    assert "Firman" not in page.html


PAPER = "parknamnden/2026-03-12/handlingar/plan-for-trad/karta.md"


@pytest.mark.parametrize(
    ("header", "leads"),
    [
        ("titel: Karta", True),
        ("titel: Karta över torget", False),
        ("skäl: sekretess\ntillbakadragen: 2026-03-01", False),
    ],
)
def test_an_attachment_leads_to_the_meetings_document_of_its_title(tmp_path: Path, header: str, leads: bool) -> None:
    page = built(tmp_path, {**RECORD, PAPER: f"---\n{header}\n---\n"})[f"{ADDRESS}marknad/"]
    assert ('parknamnden/2026-03-12/plan-for-trad/karta/">Karta</a>' in page.html) is leads
    assert ("inte publicerad på webben" in page.html) is not leads


def test_its_row_and_its_case_lead_to_it_and_another_row_to_the_list(tmp_path: Path) -> None:
    made = built(tmp_path, RECORD)
    assert made[ADDRESS].html.count(f"{ADDRESS}marknad/") == 1
    case = made["arenden/parknamnden-pn-2026-7/"]
    assert f"{ADDRESS}marknad/" in case.html
    assert f'{ADDRESS}">En bänk flyttas' in case.html


def test_one_that_was_withdrawn_keeps_its_address_alone(tmp_path: Path) -> None:
    made = built(tmp_path, RECORD)
    assert Fragment(made[f"{ADDRESS}borta/"].html).headings[0] == (1, "Tillbakadraget beslut")
    lines = HEADER.replace("beslut:", "skäl: sekretess\ntillbakadragen: 2026-03-01\nbeslut:")
    whole = built(tmp_path / "hela", {**SMALL, LIST: f"{lines}{OWN}---\n"})
    assert Fragment(whole[f"{ADDRESS}marknad/"].html).headings[0] == (1, "Tillbakadraget beslut")
    assert [page.address for page in whole.values() if page.address.startswith(ADDRESS) and "Torget" in page.html] == []
