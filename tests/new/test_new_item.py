"""`klubbat ny ärende`: the next number, a file name of the title, late items and masked ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.new.records import HOME, ny, sound

Out = pytest.CaptureFixture[str]


ITEM = """\
---
rubrik: "Cykelplan: etapp 2"
slag: beslut
# Ta bort tecknet # och fyll i. Texten skrivs under raden med streck.
# diarienummer: TN/ÅÅÅÅ:N
# förslag_till_beslut:
#   - Nämnden ...
# handläggare: befattning, aldrig ett namn
# handlingens_datum: ÅÅÅÅ-MM-DD
# expedieras_till:
#   - den som ska få beslutet
---
"""


def test_an_item_of_a_planned_meeting(tmp_path: Path, capsys: Out) -> None:
    root = sound(tmp_path, {"2026-09-10/kallelse.md": "---\ndatum: 2026-09-10\nläge: planerat\n---\n"})
    assert ny(root, "ärende", "testnamnden", "2026-09-10", "Cykelplan: etapp 2") == 0
    assert (root / HOME / "2026-09-10/01-cykelplan-etapp-2.md").read_text("utf-8") == ITEM
    assert capsys.readouterr().out == (
        "Skapade\n"
        f"  {HOME}/2026-09-10/01-cykelplan-etapp-2.md\n"
        "\n"
        "Att veta\n"
        "  - Ärendet har inget diarienummer än. Skriv in det när det finns i diariet.\n"
        "\n"
        "Gör så här nu\n"
        "  1. Skriv tjänsteskrivelsen i\n"
        f"     {HOME}/2026-09-10/01-cykelplan-etapp-2.md, under raden med\n"
        "     streck.\n"
        "  2. Kontrollera med klubbat kontrollera.\n"
    )


LATE = """\
---
rubrik: Åtgärder
diarienummer: TN/2026:7
slag: remissvar
förslag_till_beslut:
  - Nämnden svarar ja.
  - "Svaret skickas: genast."
handläggare: Utredare
tillkom: kompletterande utskick
tillkom_datum: 2026-03-01
# Ta bort tecknet # och fyll i. Texten skrivs under raden med streck.
# handlingens_datum: ÅÅÅÅ-MM-DD
# expedieras_till:
#   - den som ska få beslutet
---
"""


def test_an_item_after_the_call_is_marked_as_late(tmp_path: Path) -> None:
    root = sound(tmp_path)
    options = ["--diarienummer", "TN/2026:7", "--slag", "remissvar", "--handlaggare", "Utredare"]
    options += ["--forslag", "Nämnden svarar ja.", "--förslag", "Svaret skickas: genast."]
    assert ny(root, "arende", "testnamnden", "2026-03-12", "Åtgärder", *options) == 0
    assert (root / HOME / "2026-03-12/03-atgarder.md").read_text("utf-8") == LATE


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Skolskjuts", "03-skolskjuts-2.md"),
        ("Protokoll", "03-protokoll-2.md"),
        ("2027 års budget", "03-2027-ars-budget.md"),
        ("???", "03-arende-3.md"),
        ("Svar på remiss om " + "ordning " * 12, "03-svar-pa-remiss-om-ordning-ordning-ordning-ordning-ordning.md"),
        ("x" * 90, f"03-{'x' * 60}.md"),
    ],
)
def test_a_title_becomes_a_file_name(title: str, name: str, tmp_path: Path) -> None:
    root = sound(tmp_path)
    assert ny(root, "ärende", "testnamnden", "2026-03-12", title) == 0
    assert (root / HOME / "2026-03-12" / name).is_file()


def test_a_masked_item_says_nothing(tmp_path: Path) -> None:
    root = sound(tmp_path)
    for _ in range(2):
        assert ny(root, "ärende", "testnamnden", "2026-03-12", "--maskat", "personuppgifter") == 0
    for name in ("03-maskat-arende.md", "04-maskat-arende-2.md"):
        text = (root / HOME / "2026-03-12" / name).read_text("utf-8")
        assert text == "---\nslag: beslut\npubliceras: maskat\nskäl: personuppgifter\n---\n"


def test_an_item_that_comes_back_says_what_the_earlier_one_said(tmp_path: Path, capsys: Out) -> None:
    root = sound(tmp_path)
    assert ny(root, "arende", "testnamnden", "2026-03-12", "--fortsätter", "2026-02-05/badhus") == 0
    text = (root / HOME / "2026-03-12/03-badhus.md").read_text("utf-8")
    assert "fortsätter: 2026-02-05/badhus\n" in text
    assert "bilagor" not in text
    capsys.readouterr()
    assert ny(root, "arende", "testnamnden", "2026-03-12", "--fortsatter", "2026-02-05/badhuset") == 2
    assert "Menade du 2026-02-05/badhus?" in capsys.readouterr().err
    assert ny(root, "arende", "testnamnden", "2026-03-12", "Titel", "--fortsätter", "2026-02-05/badhus") == 2
