"""Two windows on one file, and a file that changes behind the forms: nothing that was written is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.editor.projects import ITEM, Visitor


def test_two_windows_that_change_other_fields_both_get_theirs(root: Path, user: Visitor) -> None:
    one, other = user.edit(), user.edit()
    one.press("spara", h__diarienummer="PRO/2026:8", text="Ny text.")
    page = other.press("spara", h__rubrik="Gångplan")
    assert "Sparat, och infört i historiken." in page.text
    assert "I ett annat fönster hade också ändrats: Diarienummer, Text." in page.text
    text = (root / ITEM).read_text("utf-8")
    assert "'Gångplan'   # kort\n" in text
    assert "PRO/2026:8" in text
    assert text.endswith("---\nNy text.\n")


def test_a_field_that_two_windows_change_is_chosen(root: Path, user: Visitor) -> None:
    one, other, third = user.edit(), user.edit(), user.edit()
    one.press("spara", h__rubrik="Gångplan", text="Deras text.")
    page = other.press("spara", h__rubrik="Ridplan", text="Min text.", h__diarienummer="PRO/2026:9")
    assert page.answer.status_code == 409
    assert "Filen har ändrats i ett annat fönster: Rubrik, Text." in page.text
    assert '<a href="#val.h.rubrik">Rubrik är ändrat i båda fönstren. Välj version.</a>' in page.html
    assert "Gångplan" in (root / ITEM).read_text("utf-8")
    assert (page.value("h.rubrik"), page.value("text")) == ("Ridplan", "Min text.")
    assert "Deras text." in page.text
    assert "utkast av filen" in user.edit().text
    page = page.press("spara", **{"val.h.rubrik": "sparat"})
    assert page.answer.status_code == 409
    assert "Rubrik är ändrat" not in page.text
    assert "Text är ändrat i båda fönstren." in page.text
    page = page.press("spara", val__text="mitt")
    assert "Sparat, och infört i historiken." in page.text
    text = (root / ITEM).read_text("utf-8")
    assert "'Gångplan'" in text
    assert "PRO/2026:9" in text
    assert text.endswith("---\nMin text.\n")
    assert "utkast av filen" not in user.edit().text
    page = third.press("kontrollera", h__rubrik="Tredje")
    assert "Rubrik är ändrat i båda fönstren." in page.text
    assert "utkast av filen" in user.edit().text


def test_a_row_that_another_window_changed_is_not_taken_away_unseen(user: Visitor) -> None:
    other = user.edit()
    user.edit().press("spara", **{"h.bilagor.0.titel": "Kartan"})
    page = other.press("rad- h.bilagor.0").press("spara")
    assert page.answer.status_code == 409
    assert "Bilagor, rad 1: Du har tagit bort en rad som ändrades i det andra fönstret." in page.text
    assert page.value("h.bilagor.0.titel") == "Kartan"


def test_a_draft_of_an_older_file_meets_what_was_saved_meanwhile(user: Visitor) -> None:
    user.edit().press("utkast", h__rubrik="Halv")
    user.edit().press("spara", h__diarienummer="PRO/2026:8")
    user.edit().press("utkast", h__rubrik="Halv")
    page = user.open(f"/redigera?fil={ITEM}&utkast=1")
    assert (page.value("h.rubrik"), page.value("h.diarienummer")) == ("Halv", "PRO/2026:8")


@pytest.mark.parametrize("content", [None, b"---\nrubrik: \xff\n---\n"])
def test_what_was_written_is_shown_when_the_file_is_gone(content: bytes | None, root: Path, user: Visitor) -> None:
    page = user.edit()
    (root / ITEM).unlink()
    if content is not None:
        (root / ITEM).write_bytes(content)
    page = page.press("spara", h__rubrik="Gångplan", text="Min text.")
    assert page.answer.status_code == 409
    assert "Inget är sparat. Kopiera det du har skrivit härifrån." in page.text
    assert "rubrik: 'Gångplan' # kort" in page.text
    assert "Min text." in page.text


def test_a_file_that_changes_outside_the_forms_is_read_anew(root: Path, user: Visitor) -> None:
    text = (root / ITEM).read_text("utf-8")
    assert user.edit().value("h.diarienummer") == "PRO/2026:7"
    (root / ITEM).write_text(text.replace("PRO/2026:7", "PRO-2026/7"), encoding="utf-8")
    assert "har inte formen PRO/ÅÅÅÅ:N." in user.edit().text
    (root / ITEM).write_text(text, encoding="utf-8")
    assert "har inte formen PRO/ÅÅÅÅ:N." not in user.edit().text
