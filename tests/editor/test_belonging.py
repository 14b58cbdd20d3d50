"""What is called saved is whole: a clone of it passes the checks and the guard."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.__main__ import main
from tests.editor.projects import ITEM, TODAY, Visitor, git, project, visitor
from tests.site.projects import reviewed, write

HOME = "meetings/prov/2026-11-26"
MAP, PLAN = "väg;längd\nNorra;4\n", "gata;år\nStorgatan;2027\n"
SAVED = "Sparat, och infört i historiken."
NOT_IN_GIT = "Sparat på den här datorn, men inte infört i historiken"


def clone_is_whole(root: Path) -> bool:
    """Whether a clone of what is committed passes the checks and the guard."""
    clone = root.parent / f"{root.name}-klon-{len(list(root.parent.iterdir()))}"
    git(root.parent, "clone", "--quiet", str(root), str(clone))
    return not any(
        main([command, "--katalog", str(clone), "--idag", str(TODAY)]) for command in ("kontrollera", "granska")
    )


def new_plan(root: Path, notes: str) -> None:
    """A second attachment that somebody has put in the folder and in the item by hand."""
    write(root, f"{HOME}/bilagor/plan.csv", PLAN)
    write(root, f"{HOME}/bilagor/granskning.yml", notes)
    item = (root / ITEM).read_text("utf-8")
    write(root, ITEM, item.replace("    fil: karta.csv\n", "    fil: karta.csv\n  - titel: Plan\n    fil: plan.csv\n"))


def test_an_attachment_is_committed_with_its_item(root: Path, user: Visitor) -> None:
    new_plan(root, reviewed(karta=MAP, plan=PLAN))
    assert SAVED in user.edit().press("spara", h__rubrik="Cykelplan 2027").text
    assert git(root, "status", "--short") == ""
    assert clone_is_whole(root)


def test_what_nobody_has_read_keeps_its_item_out_of_git_too(root: Path, user: Visitor) -> None:
    new_plan(root, reviewed(karta=MAP))
    page = user.edit().press("spara", h__rubrik="Cykelplan 2027")
    assert NOT_IN_GIT in page.text
    assert "plan.csv" in page.text
    assert "rubrik:   'Cykelplan 2027'" in (root / ITEM).read_text("utf-8")
    assert "utkast av filen" not in user.edit().text
    assert clone_is_whole(root)
    write(root, f"{HOME}/bilagor/granskning.yml", reviewed(karta=MAP, plan=PLAN))
    assert SAVED in user.edit().press("spara", h__rubrik="Cykelplan").text
    assert git(root, "status", "--short") == ""
    assert clone_is_whole(root)


@pytest.mark.parametrize("below", ["", "arkiv/"], ids=["at the top", "in a folder of the repository"])
def test_an_item_brings_its_call_with_it(below: str, tmp_path: Path) -> None:
    root = project(tmp_path / below)
    if below:
        (root / ".git").rename(tmp_path / ".git")
        git(tmp_path, "add", "--all")
        git(tmp_path, "commit", "--quiet", "--message=Flytta")
    call, item = "meetings/prov/2026-12-17/kallelse.md", "meetings/prov/2026-12-17/01-ny-bro.md"
    write(root, call, "---\ndatum: 2026-12-17\ntid: 18:00\nplats: Salen\nläge: planerat\n---\n")
    write(root, item, "---\nrubrik: Ny bro\nslag: information\n---\n")
    page = visitor(root).edit(item).press("spara", item, h__rubrik="Ny bro över ån")
    assert SAVED in page.text, page.text
    assert git(root, "status", "--short") == ""


def test_new_files_bring_what_they_rest_on(root: Path, user: Visitor) -> None:
    new_plan(root, reviewed(karta=MAP))
    made = user.send("/nytt/handling?organ=prov&sammantrade=2026-11-26", [("arende", "1"), ("titel", "Förslag")])
    assert "Filerna är skapade men inte införda i historiken." in made.text
    assert "plan.csv" in made.text
    assert clone_is_whole(root)
