"""New files from the browser: made, checked, guarded, committed, and then edited as any other."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.editor.desk_words import desk_sentence
from tests.editor.projects import Visitor, changed_lines, git


def test_a_new_meeting_and_items_are_made_and_committed(root: Path, user: Visitor) -> None:
    assert "Datum (måste fyllas i)" in user.open("/nytt/sammantrade?organ=prov").text
    made = user.send("/nytt/sammantrade?organ=prov", [("datum", "2026-12-18")])
    assert made.answer.status_code == 400
    assert "står inte i 2026 års sammanträdesordning" in made.text
    assert "Är det ett extra sammanträde: välj extra under Slag." in made.text
    made = user.send("/nytt/sammantrade?organ=prov", [("datum", "2026-12-17")])
    assert "Öppna Kallelsen till 17 december 2026" in made.text
    item = user.send("/nytt/arende?organ=prov&sammantrade=2026-12-17", [("rubrik", "Höjd taxa"), ("slag", "beslut")])
    assert "Öppna 3. Höjd taxa, 17 december 2026" in item.text
    assert git(root, "status", "--short") == ""
    assert git(root, "log", "-2", "--format=%s").split("\n")[:2] == [
        "Nytt ärende: prov/2026-12-17",
        "Nytt sammanträde: prov/2026-12-17",
    ]
    empty = user.send("/nytt/arende?organ=prov&sammantrade=2026-12-17", [])
    assert "Skriv ärendets rubrik." in empty.text


def test_a_list_is_made_from_a_pasted_table(root: Path, user: Visitor) -> None:
    table = "Datum\tBeslut\tDelegat\n2026-10-03\tBeviljad skolskjuts\tEnhetschef\n"
    made = user.send(
        "/nytt/lista?organ=prov&sammantrade=2026-11-26",
        [("enhet", "Skolenheten"), ("manad", "2026-10"), ("tabell", table)],
    )
    path = "meetings/prov/2026-11-26/delegationsbeslut/2026-10-skolenheten.md"
    assert (root / path).is_file(), made.text
    page = user.edit(path)
    assert page.value("h.beslut.0.beslut") == "Beviljad skolskjuts"
    before = (root / path).read_text("utf-8")
    page.press("spara", path, **{"h.beslut.0.delegat": "Rektor"})
    gone, come = changed_lines(before, (root / path).read_text("utf-8"))
    assert (gone, come) == (["    delegat: Enhetschef"], ["    delegat: Rektor"])


MADE: dict[str, tuple[str, list[tuple[str, str]], str, str, str]] = {
    "a year": ("ar", [("ar", "2027")], "sammantradesordning/2027.md", "h.läge", "föreslagen"),
    "members": (
        "ledamoter",
        [("namn_ordforande", "Vera Provsson"), ("parti", "PR"), ("fran", "2026-01-01")],
        "ledamoter.md",
        "h.förtroendevalda.0.uppdrag.0.roll",
        "ordförande",
    ),
    "a delegation order": (
        "delegationsordning",
        [("fran", "2026-12-01"), ("punkt", "A1"), ("galler", "Bevilja skolskjuts"), ("delegat", "Enhetschef")],
        "delegationsordning/2026-12-01.md",
        "h.punkter.0.delegat",
        "Enhetschef",
    ),
    "a notice of one decision": (
        "anslag",
        [
            ("rubrik", "Anställningar i oktober"),
            ("protokollfort", "2026-11-03"),
            ("anslaget", "2026-11-05"),
            ("forvaras", "Kansliet"),
            ("datum", "2026-10-09"),
            ("beslut", "Anställning av en lärare"),
            ("delegat", "Rektor"),
        ],
        "anslag/2026-11-anstallningar-i-oktober.md",
        "h.beslut.0.delegat",
        "Rektor",
    ),
    "a notice of a table": (
        "anslag",
        [
            ("rubrik", "Anställningar"),
            ("protokollfort", "2026-11-03"),
            ("anslaget", "2026-11-05"),
            ("forvaras", "Kansliet"),
            ("tabell", "Datum\tBeslut\tDelegat\n2026-10-03\tAnställning av en lärare\tRektor\n"),
        ],
        "anslag/2026-11-anstallningar.md",
        "h.beslut.0.beslut",
        "Anställning av en lärare",
    ),
}


@pytest.mark.parametrize(("what", "answers", "path", "field", "value"), MADE.values(), ids=MADE)
def test_the_bodys_own_files_are_made_edited_and_shown(
    what: str, answers: list[tuple[str, str]], path: str, field: str, value: str, root: Path, user: Visitor
) -> None:
    path = f"meetings/prov/{path}"
    made = user.send(f"/nytt/{what}?organ=prov", answers)
    assert (made.answer.status_code, path in made.html.replace("%2F", "/")) == (200, True), made.text
    page = user.edit(path)
    assert page.value(field) == value
    saved = page.press("spara", path, h__anmärkning="Prövad.")
    assert "Sparat, och infört i historiken." in saved.text, saved.text
    assert git(root, "status", "--short") == ""
    assert path in user.open("/filer").html.replace("%2F", "/")
    shown = saved.press("visa", path, to="/forhandsvisning")
    assert "Prövad." in shown.text
    again = user.send(f"/nytt/{what}?organ=prov", answers)
    assert (again.answer.status_code, "finns redan och skrivs aldrig över" in again.text) == (400, True)


def test_every_answer_that_is_missing_is_told_at_its_field(user: Visitor) -> None:
    page = user.send("/nytt/anslag?organ=prov", [("anslaget", "2026-13-01"), ("protokollfort", "i går")])
    assert '<a href="#rubrik">Rubrik måste fyllas i.</a>' in page.html
    assert page.html.count("r-fynd--fel") == 1
    page = page.press("skapa", to="/nytt/anslag?organ=prov&amp=", rubrik="A")
    assert '<a href="#protokollfort">Dagen: &#34;i går&#34; är inget datum av formen ÅÅÅÅ-MM-DD.' in page.html


def test_personal_data_is_refused_before_git_has_seen_it(root: Path, user: Visitor) -> None:
    made = user.send("/nytt/sammantrade?organ=prov", [("datum", "2026-12-17"), ("plats", "Hos 19811218-9876")])
    assert made.answer.status_code == 400
    assert "personnummer" in made.text
    assert not (root / "meetings/prov/2026-12-17").exists()
    assert git(root, "status", "--short") == ""


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("ärendet finns inte på listan.", "Ärendet finns inte på listan."),
        ("meetings/prov/organ.md finns redan.", "meetings/prov/organ.md finns redan."),
        ("mkdocs.yml har ingen site_url.", "mkdocs.yml har ingen site_url."),
    ],
)
def test_a_sentence_begins_with_a_capital_but_no_files_name_is_changed(said: str, shown: str) -> None:
    assert desk_sentence(said) == shown
