"""What the desk takes as people write it, and that it speaks of fields where the commands speak of keys and files."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.editor.desk_words import desk_sentence
from build_scripts.editor.form.fields import FormField, Group, Pairs, Rows, fields_of, row_shape
from build_scripts.guard.readers.by_ending import extract
from macros.record.layout import KINDS
from macros.record.schema import Header
from tests.editor.projects import ITEM, SUMMONS, Visitor


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("18.00", "18:00"),
        ("9.30", "09:30"),
        ("kl. 18.00", "18:00"),
        ("Klockan 18:00", "18:00"),
        ("kl 25.00", "25:00"),
        ("18", "18"),
        ("i kväll", "i kväll"),
    ],
)
def test_a_time_is_taken_as_it_is_written(typed: str, kept: str, user: Visitor) -> None:
    assert user.edit(SUMMONS).press("kontrollera", SUMMONS, h__tid=typed).value("h.tid") == kept


def test_from_one_time_to_another_is_taken_as_it_is_written(user: Visitor) -> None:
    year = "meetings/prov/sammantradesordning/2026.md"
    assert (
        user.edit(year).press("kontrollera", year, h__steg__0__tid="9.00–10.30").value("h.steg.0.tid") == "09:00-10:30"
    )
    title = user.edit(ITEM).press("kontrollera", h__rubrik="18.00")
    assert title.value("h.rubrik") == "18.00"


def test_signs_that_nobody_sees_are_left_out(root: Path, user: Visitor) -> None:
    pasted = user.edit(ITEM).press("spara", h__rubrik="\ufeffCykel\u200bplan\u202c", text="Ett.\u2028Två.\x0bTre.\n")
    assert "Sparat, och infört i historiken." in pasted.text
    written = (root / ITEM).read_text("utf-8")
    assert "'Cykelplan'" in written
    assert "Ett.\nTvå.\nTre.\n" in written


def test_the_days_of_a_board_are_ticked(root: Path, user: Visitor) -> None:
    path = "meetings/prov/organ.md"
    page = user.edit(path)
    assert ("h.sammanträdesdag|", "torsdag") in page.fields
    assert 'value="söndag"' in page.html
    user.send(f"/redigera?fil={path}", [*page.fields, ("h.sammanträdesdag|", "tisdag"), ("gor", "spara")])
    assert "sammanträdesdag:\n  - torsdag\n  - tisdag\n" in (root / path).read_text("utf-8")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Nyckeln diarienummer saknas (Ärendets nummer).", "Diarienummer måste fyllas i."),
        ("lägg till en rad för: med sitt värde.", "Fyll i fältet."),
        ("Vera Provsson står inte i ledamoter.md.", "Vera Provsson står inte bland ledamöterna."),
        ("meetings/prov/2026-11-26/protokoll.md finns redan.", "Protokollet finns redan."),
        ("lägg till sammantradesordning/2027.md.", "Lägg till 2027 års sammanträdesordning."),
        ("skriv antal_ja: 6, eller rätta namnen.", "Skriv antal ja: 6, eller rätta namnen."),
        (
            'läs hela bilagan. Får det stå kvar: klubbat granska meetings/prov/2026-11-26/bilagor/a.pdf --godkänn --av "Du"',
            "Läs hela bilagan. Är den läst: välj Läs och godkänn på sammanträdets sida.",
        ),
        (
            'ta bort namnet. Får det stå kvar: klubbat granska meetings/prov/organ.md --godkänn --av "Du"',
            "Ta bort namnet. Får det stå kvar: öppna filen i formuläret och spara, så frågas du om det.",
        ),
        ("ta bort utgår ur meetings/prov/2026-11-26/01-cykelplan.md.", "Ta bort utgår ur ärendet."),
        ("skriv till a_b@example.se.", "Skriv till a_b@example.se."),
    ],
)
def test_the_rules_speak_of_fields(said: str, told: str) -> None:
    assert desk_sentence(said) == told


def _helps(group: Group) -> dict[str, str]:
    found: dict[str, str] = {}
    for field in group.fields:
        found |= {field.help: field.label} | _inside(field)
    return found


def _inside(field: FormField) -> dict[str, str]:
    shape = field.shape
    while isinstance(shape, Rows | Pairs):
        shape = row_shape(shape)
    return _helps(shape) if isinstance(shape, Group) else {}


@pytest.mark.parametrize(
    "model", [kind.model for kind in KINDS], ids=[f"{kind.name}-{kind.text[:12]}" for kind in KINDS]
)
def test_no_help_speaks_of_files(model: type[Header]) -> None:
    signs = (".md", "filnamn", "mappens", "nyckeln", "[]", "organ:id")
    assert [one for one in _helps(fields_of(model)) if any(sign in one.lower() for sign in signs)] == []


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("karta.pdf", b"PK\x03\x04", "filen heter .pdf men är ett dokument från Word, Excel eller PowerPoint"),
        ("karta.docx", b"%PDF-1.7", "filen heter .docx men är en PDF"),
        (
            "karta.xlsx",
            b"\xd0\xcf\x11\xe0",
            "filen heter .xlsx men är ett dokument av äldre slag från Word, Excel eller PowerPoint",
        ),
        ("karta.png", b"\xff\xd8\xff", "filen heter .png men är en bild (jpg)"),
    ],
)
def test_a_file_of_another_kind_than_its_name_says_is_told_as_that(name: str, content: bytes, told: str) -> None:
    assert [what for _, what in extract(name, content + b"x" * 40).faults] == [told]


def test_more_of_a_kind_is_made_from_what_was_just_made(user: Visitor) -> None:
    made = user.send("/nytt/arende?organ=prov&sammantrade=2026-11-26", [("rubrik", "Höjd taxa")])
    assert 'href="/nytt/arende?organ=prov&amp;sammantrade=2026-11-26"' in made.html
    assert 'href="/sammantrade?organ=prov&amp;id=2026-11-26"' in made.html


def test_a_step_needs_no_name_but_the_one_that_is_shown(root: Path, user: Visitor) -> None:
    path = "meetings/prov/sammantradesordning/2026.md"
    row = {"namn": "Sista dag för handlingar", "dagar_före": "9", "slag": "deadline", "vid_helgdag": "före"}
    sent = [("h.steg[]", "n1"), *((f"h.steg.n1.{key}", value) for key, value in row.items())]
    page = user.edit(path)
    saved = user.send(f"/redigera?fil={path}", [*page.fields, ("h.steg[]", "0"), *sent, ("gor", "spara")])
    assert "Sparat, och infört i historiken." in saved.text
    assert "  - id: sista_dag_för_handlingar\n    namn: Sista dag för handlingar\n" in (root / path).read_text("utf-8")
