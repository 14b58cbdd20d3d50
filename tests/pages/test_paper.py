"""A document with a text of its own: its page, where the item and the case list it, and what stands when it is withdrawn."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pages.html import Fragment
from tests.pages.records import SMALL, built

ITEM = "parknamnden/2026-03-12/01-plan-for-trad.md"
HOME = "parknamnden/2026-03-12/handlingar/plan-for-trad"
ADDRESS = "parknamnden/2026-03-12/plan-for-trad/"
ATTACHMENTS = """bilagor:
  - titel: Karta
    slag: bilaga
    datum: 2026-02-01
    sidor: 1
    hör_till: Ordförandens förslag
  - titel: Ritning
    hör_till: Karta
  - publiceras: maskat
    skäl: sekretess
    slag: avtal
    datum: 2026-02-03
  - titel: Offert
    avsändare: Firman
    publiceras: nej
    skäl: upphovsrätt
---
"""
PROPOSAL = """---
titel: Ordförandens förslag
slag: ordförandeförslag
datum: 2026-03-01
avsändare: organ:parknamnden
mottagare:
  - organ:parknamnden
  - Gatuenheten
undertecknare:
  - Ordföranden
  - Vice ordföranden
sidor: 2
---
## Skäl

Träden är gamla, se PN/2026:7.
"""
RECORD = {
    **SMALL,
    ITEM: SMALL[ITEM].split("bilagor:")[0] + ATTACHMENTS,
    f"{HOME}/forslag.md": PROPOSAL,
    f"{HOME}/a-svar.md": "---\ntitel: <b>Svar</b>\nslag: remissvar\ntillkom: vid sammanträdet\n---\nJa.\n",
    f"{HOME}/brev.md": "---\nskäl: personuppgifter\ntillbakadragen: 2026-03-01\nslag: inkommen skrivelse\n---\n",
}


def test_the_item_lists_its_documents_by_kind_with_what_belongs_to_each(tmp_path: Path) -> None:
    page = built(tmp_path, RECORD)[ADDRESS]
    lines = Fragment(page.html).lines
    first = lines.index("Handlingar")
    assert [line.replace("\N{NO-BREAK SPACE}", " ") for line in lines[first + 1 : lines.index("Om punkten")]] == [
        "Ordförandens förslag Ordförandeförslag den 1 mars 2026, från Parknämnden, till Parknämnden och Gatuenheten, "
        "undertecknad av Ordföranden och Vice ordföranden, 2 sidor.",
        "Karta (inte publicerad på webben – begär ut den: Karta) Bilaga den 1 februari 2026, 1 sida.",
        "Ritning (inte publicerad på webben – begär ut den: Ritning)",
        "Handling som drogs tillbaka den 1 mars 2026: handlingen innehåller personuppgifter. Inkommen skrivelse.",
        "<b>Svar</b> Remissvar. Tillkom vid sammanträdet.",
        "Bilaga som inte visas: uppgifterna kan omfattas av sekretess. Avtal den 3 februari 2026.",
        "Bilaga som inte visas: handlingen skyddas av upphovsrätt.",
    ]
    assert page.html.count('<ul class="k-bilagor">') == 3
    assert "Firman" not in page.html


def test_the_page_of_a_document_tells_whose_it_is_and_leads_back(tmp_path: Path) -> None:
    page = built(tmp_path, RECORD)[f"{ADDRESS}forslag/"]
    assert page.title == "Ordförandens förslag, Plan för träd – Parknämnden"
    lines = [line.replace("\N{NO-BREAK SPACE}", " ") for line in Fragment(page.html).lines]
    assert lines[: lines.index("Begär ut handlingen")] == [
        *["Start", "Parknämnden", "2026", "Sammanträde 12 mars 2026", "Plan för träd", "Ordförandens förslag"],
        *["Parknämnden, Ekstads kommun", "Ordförandens förslag", "Handling i ärendet Plan för träd"],
        *["Skäl", "Träden är gamla, se PN/2026:7.", "Bilagor till handlingen"],
        "Karta (inte publicerad på webben – begär ut den: Karta) Bilaga den 1 februari 2026, 1 sida.",
        "Ritning (inte publicerad på webben – begär ut den: Ritning)",
        *["Om handlingen", "Diarienummer", "PN/2026:7, allt i ärendet"],
        *["Slag", "Ordförandeförslag", "Datum", "1 mars 2026"],
        *["Avsändare", "Parknämnden", "Mottagare", "Parknämnden, Gatuenheten"],
        *["Undertecknad av", "Ordföranden, Vice ordföranden", "Omfattning", "2 sidor"],
    ]


def test_a_withdrawn_document_keeps_its_address_and_nothing_else(tmp_path: Path) -> None:
    page = built(tmp_path, RECORD)[f"{ADDRESS}brev/"]
    assert Fragment(page.html).headings[0] == (1, "Tillbakadragen handling")
    assert "noindex" in page.head


@pytest.mark.parametrize("withheld", ["publiceras: maskat\nskäl: sekretess", "publiceras: nej\nskäl: sekretess"])
def test_beside_an_item_that_is_not_shown_no_document_is(withheld: str, tmp_path: Path) -> None:
    record = {**RECORD, ITEM: f"---\n{withheld}\ntillbakadragen: 2026-03-01\n---\n"}
    made = built(tmp_path, record)
    assert [word for page in made.values() for word in ("Ordförandens förslag", "Svar") if word in page.html] == []


def test_a_documents_words_are_shown_as_they_are(tmp_path: Path) -> None:
    page = built(tmp_path, RECORD)[f"{ADDRESS}a-svar/"]
    assert "<b>" not in page.html
    assert "&lt;b&gt;Svar&lt;/b&gt;" in page.html
