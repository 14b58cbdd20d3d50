"""Sending from the browser: everybody gets what was saved, and what stops it is told at its file, never as a terminal says it."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.__main__ import main
from tests.editor.projects import ITEM, Visitor, git


@pytest.fixture
def place(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bare repository that the project is sent to; the project's attachment has been read."""
    place = tmp_path_factory.mktemp("plats")
    git(place, "init", "--quiet", "--bare", "--initial-branch=main")
    git(root, "remote", "add", "origin", str(place))
    git(root, "branch", "--move", "main")
    read = ("--godkänn", "--av", "Anna Test", "--skäl", "Inga personuppgifter.")
    assert main(["granska", "--katalog", str(root), "meetings/prov/2026-11-26/bilagor/karta.csv", *read]) == 0
    return place


def test_the_button_is_there_only_where_there_is_somewhere_to_send(root: Path, user: Visitor) -> None:
    assert 'href="/skicka"' not in user.open("/").html
    git(root, "remote", "add", "origin", "https://example.se/arkivet.git")
    assert 'href="/skicka"' in user.open("/").html


def test_what_was_saved_goes_to_everybody_with_its_rows(root: Path, place: Path, user: Visitor) -> None:
    assert "det som skickas blir offentligt" in user.open("/skicka").text
    sent = user.send("/skicka", [("meddelande", "Kallelse till 26 november")])
    assert (sent.answer.status_code, "Alla har nu det som du har sparat." in sent.text) == (200, True)
    assert git(place, "rev-parse", "main") == git(root, "rev-parse", "main")
    assert "prov/2026-11-26/cykelplan/" in (root / "meetings/utgivet/adresser.tsv").read_text("utf-8")
    assert "Alla hade redan" in user.send("/skicka", []).text


def test_an_error_is_told_with_the_way_to_its_file(root: Path, place: Path, user: Visitor) -> None:
    file = root / ITEM
    file.write_text(file.read_text("utf-8").replace("PRO/2026:7", "PRO-7"), encoding="utf-8")
    refused = user.send("/skicka", [])
    assert refused.answer.status_code == 422
    assert (
        f'<a href="/redigera?fil={ITEM.replace("/", "%2F")}">1. Cykelplan, 26 november 2026</a>' in refused.answer.text
    )
    assert "har inte formen PRO/ÅÅÅÅ:N." in refused.text
    assert git(place, "branch") == ""


def test_an_attachment_that_nobody_has_read_is_told_with_the_way_to_its_pages(
    root: Path, place: Path, user: Visitor
) -> None:
    (root / "meetings/prov/2026-11-26/bilagor/karta.csv").write_text("gata;år\nStorgatan;2028\n", encoding="utf-8")
    refused = user.send("/skicka", [])
    way = "/granska?organ=prov&amp;sammantrade=2026-11-26&amp;fil=meetings%2Fprov%2F2026-11-26%2Fbilagor%2Fkarta.csv"
    assert f'<a href="{way}">Bilagan karta.csv</a>' in refused.html
    assert "klubbat" not in refused.text.lower().replace("– klubbat", "")
    assert "Är den läst: välj Läs och godkänn på sammanträdets sida." in refused.text


def test_a_place_that_does_not_answer_is_told(root: Path, place: Path, user: Visitor) -> None:
    git(root, "remote", "set-url", "origin", str(place / "borta"))
    refused = user.send("/skicka", [])
    assert refused.answer.status_code == 422
    assert "Platsen svarade inte, eller tog inte emot det." in refused.text
