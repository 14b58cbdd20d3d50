"""`klubbat ny handling`: a document with a text of its own in an item, and when there cannot be one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.new.records import HOME, ny, sound

Out = pytest.CaptureFixture[str]

PLANNED = {
    "2026-09-10/kallelse.md": "---\ndatum: 2026-09-10\nläge: planerat\n---\n",
    "2026-09-10/01-cykelplan.md": "---\nrubrik: Cykelplan\n---\nText.\n",
    "2026-09-10/02-badhus.md": "---\nrubrik: Badhus\n---\nText.\n",
    "2026-09-10/02a-bastu.md": "---\nrubrik: Bastu\n---\nText.\n",
}
PAPERS = f"{HOME}/2026-09-10/handlingar"

PAPER = """\
---
titel: Ordförandens förslag
slag: ordförandeförslag
datum: 2026-08-20
avsändare: Ordföranden
# Ta bort tecknet # och fyll i. Texten skrivs under raden med streck.
# mottagare:
#   - den som handlingen är ställd till
---
"""


def test_a_document_of_an_item_of_a_planned_meeting(tmp_path: Path, capsys: Out) -> None:
    root = sound(tmp_path, PLANNED)
    said = ("--slag", "ordförandeförslag", "--datum", "2026-08-20", "--avsändare", "Ordföranden")
    assert ny(root, "handling", "testnamnden", "2026-09-10", "badhus", "Ordförandens förslag", *said) == 0
    assert (root / PAPERS / "badhus/ordforandens-forslag.md").read_text("utf-8") == PAPER
    assert capsys.readouterr().out == (
        "Skapade\n"
        f"  {PAPERS}/badhus/ordforandens-forslag.md\n"
        "\n"
        "Gör så här nu\n"
        "  1. Skriv texten i\n"
        f"     {PAPERS}/badhus/ordforandens-forslag.md,\n"
        "     under raden med streck.\n"
        "  2. Kontrollera med klubbat kontrollera.\n"
    )


@pytest.mark.parametrize(
    ("named", "file"),
    [("1", "cykelplan/skrivelse.md"), ("2", "badhus/skrivelse.md"), ("2a", "bastu/skrivelse.md")],
)
def test_an_item_may_be_named_by_its_number(tmp_path: Path, named: str, file: str) -> None:
    root = sound(tmp_path, PLANNED)
    assert ny(root, "handling", "testnamnden", "2026-09-10", named, "Skrivelse") == 0
    assert [str(path.relative_to(root / PAPERS)) for path in (root / PAPERS).rglob("*.md")] == [file]


def test_a_second_document_of_the_same_title_gets_a_number(tmp_path: Path) -> None:
    root = sound(tmp_path, PLANNED)
    for _ in range(2):
        assert ny(root, "handling", "testnamnden", "2026-09-10", "1", "Skrivelse") == 0
    assert sorted(path.name for path in (root / PAPERS).rglob("*.md")) == ["skrivelse-2.md", "skrivelse.md"]


def test_a_document_after_the_call_says_that_it_came_later(tmp_path: Path, capsys: Out) -> None:
    root = sound(tmp_path)
    assert ny(root, "handling", "testnamnden", "2026-03-12", "skolskjuts", "Skrivelse") == 0
    text = (root / HOME / "2026-03-12/handlingar/skolskjuts/skrivelse.md").read_text("utf-8")
    assert "tillkom: kompletterande utskick\ntillkom_datum: 2026-03-01\n" in text
    assert "märkt tillkom: kompletterande utskick." in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(
    ("meeting", "item", "told"),
    [
        ("2026-03-12", "skolskjut", 'sammanträdet 2026-03-12 har inget ärende "skolskjut". Menade du skolskjuts?'),
        ("2026-03-12", "9", "Ärenden som finns: cykelplan och skolskjuts."),
        ("2026-02-05", "badhus", "sammanträdet 2026-02-05 har redan ett protokoll."),
    ],
)
def test_what_cannot_have_a_document_is_told(tmp_path: Path, capsys: Out, meeting: str, item: str, told: str) -> None:
    root = sound(tmp_path)
    assert ny(root, "handling", "testnamnden", meeting, item, "Skrivelse") == 2
    assert told in " ".join(capsys.readouterr().err.split())
    assert not (root / HOME / meeting / "handlingar").exists()


def test_a_masked_item_gets_no_document(tmp_path: Path, capsys: Out) -> None:
    masked = "---\npubliceras: maskat\nskäl: sekretess\n---\n"
    root = sound(tmp_path, PLANNED | {"2026-09-10/03-maskat-arende.md": masked})
    assert ny(root, "handling", "testnamnden", "2026-09-10", "3", "Skrivelse") == 2
    assert "ärendet maskat-arende visas inte" in capsys.readouterr().err
