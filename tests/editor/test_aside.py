"""What is taken away at the desk: a list or a meeting begun by mistake, and what lies aside since git cannot give it back."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from build_scripts.editor.editor import Editor
from tests.editor.projects import HOST, ITEM, TODAY, DeskPage, Visitor, do_task, git
from tests.site.projects import write

LIST = "meetings/prov/2026-11-26/delegationsbeslut/2026-10-skolenheten.md"


def test_a_list_and_a_meeting_begun_by_mistake_are_taken_away(root: Path, user: Visitor) -> None:
    user.send("/nytt/lista?organ=prov&sammantrade=2026-11-26", [("enhet", "Skolenheten"), ("manad", "2026-10")])
    assert 'href="/gor/ta-bort-fil?' in user.edit(LIST).html
    assert 'href="/gor/ta-bort-fil?' not in user.edit(ITEM).html
    do_task(user, "ta-bort-fil", f"organ=prov&fil={LIST}")
    assert not (root / LIST).exists()
    assert "kan inte tas bort här" in do_task(user, "ta-bort-fil", f"organ=prov&fil={ITEM}").text
    user.send("/nytt/sammantrade?organ=prov", [("datum", "2026-12-17")])
    do_task(user, "ta-bort-sammantrade", "organ=prov&sammantrade=2026-12-17")
    assert not (root / "meetings/prov/2026-12-17").exists()
    assert git(root, "status", "--short") == ""


def test_what_git_cannot_give_back_is_put_aside(root: Path, user: Visitor) -> None:
    user.send("/nytt/sammantrade?organ=prov", [("datum", "2026-12-17")])
    folder = root / "meetings/prov/2026-12-17"
    for name in ("03-kaj.md", "bilagor/okand.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("---\nrubrik: Kaj\nslag: information\n---\n", encoding="utf-8")
    page = do_task(user, "ta-bort-sammantrade", "organ=prov&sammantrade=2026-12-17")
    assert "2 av filerna fanns inte i historiken som de var." in page.text, page.text
    assert not folder.exists()
    aside = root / ".klubbat/borttaget/2026-11-22-1/meetings/prov/2026-12-17"
    assert (aside / "03-kaj.md").exists()
    assert not (aside / "kallelse.md").exists()
    assert git(root, "status", "--short") == ""


@pytest.mark.parametrize("what", ["ta-bort", "ta-bort-bilaga"])
def test_an_item_and_an_attachment_that_git_lacks_are_put_aside(what: str, root: Path, user: Visitor) -> None:
    where = "organ=prov&sammantrade=2026-11-26&arende=cykelplan&rad=0-karta.csv"
    attachment = root / "meetings/prov/2026-11-26/bilagor/karta.csv"
    attachment.write_bytes(b"ny")
    page = do_task(user, what, f"{where}&fil={ITEM}")
    told = "karta.csv fanns inte i historiken som den var. Den ligger kvar i mappen .klubbat/borttaget/2026-11-22-1 i 30 dagar."
    assert told in page.text, page.text
    assert not attachment.exists()
    aside = root / ".klubbat/borttaget/2026-11-22-1/meetings/prov/2026-11-26"
    assert [(file.name, file.read_bytes()) for file in aside.rglob("*") if file.is_file()] == [("karta.csv", b"ny")]


def test_an_attachment_that_another_takes_the_place_of_is_put_aside(root: Path, user: Visitor) -> None:
    before = b"namn;meter\nA;1\n"
    (root / "meetings/prov/2026-11-26/bilagor/karta.csv").write_bytes(before)
    answer = user.client.ask(
        "POST",
        f"/gor/ersatt-bilaga?organ=prov&sammantrade=2026-11-26&fil={ITEM}&rad=0-karta.csv",
        files=[("filer", ("ny.csv", b"namn;meter\nB;2\n", "text/csv"))],
        headers={"origin": HOST},
    )
    assert "karta.csv fanns inte i historiken" in DeskPage(user.client, answer).text
    aside = root / ".klubbat/borttaget/2026-11-22-1/meetings/prov/2026-11-26/bilagor/karta.csv"
    assert aside.read_bytes() == before


def test_what_lies_aside_is_thrown_away_after_a_month(root: Path) -> None:
    """Also where the desk is opened as on a day far ahead: then nothing has lain longer."""
    home = root / ".klubbat/borttaget"
    for name, days in (("2026-10-22-1", 31), ("2026-10-23-1", 29), ("eget", 31)):
        write(root, f".klubbat/borttaget/{name}/x.md", "x")
        then = time.time() - days * 24 * 3600
        os.utime(home / name, (then, then))
    Editor(root, lambda: TODAY.replace(year=2030)).begin()
    assert sorted(file.name for file in home.iterdir()) == ["2026-10-23-1", "eget"]


def test_a_meeting_that_was_called_is_not_taken_away(root: Path, user: Visitor) -> None:
    page = do_task(user, "ta-bort-sammantrade", "organ=prov&sammantrade=2026-11-26")
    assert "ställ in sammanträdet i stället" in page.text
    assert (root / ITEM).exists()
