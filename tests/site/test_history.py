"""The days of changes, as git knows them, and what pages say of their past."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest

from build_scripts import git
from build_scripts.__main__ import main
from build_scripts.history import days_of_changes
from build_scripts.kept.memory import remembering
from build_scripts.site.prepared import prepare
from tests.pages.html import Fragment
from tests.site.projects import TODAY, tiny, write

DAY = dt.date.fromisoformat(TODAY)
ITEM = "meetings/prov/2026-11-26/01-cykelplan.md"
ADDRESS = "prov/2026-11-26/cykelplan/"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The tiny project in git, all of it committed on one day."""
    made = tiny(tmp_path / "projekt")
    git.run(made, "init", "--quiet", "--initial-branch=main")
    commit(made, "2026-11-10T12:00:00+01:00")
    return made


def commit(root: Path, when: str) -> None:
    """Commits everything at the moment."""
    os.environ["GIT_COMMITTER_DATE"] = os.environ["GIT_AUTHOR_DATE"] = when
    try:
        who = ("-c", "user.name=Anna Hemlig", "-c", "user.email=anna@example.se")
        git.run(root, "add", "--all")
        git.run(root, *who, "commit", "--quiet", "-m", "Hemligt skäl")
    finally:
        del os.environ["GIT_COMMITTER_DATE"], os.environ["GIT_AUTHOR_DATE"]


def changed(root: Path, when: str, title: str) -> None:
    write(root, ITEM, (root / ITEM).read_text("utf-8").replace("rubrik: Cykelplan", f"rubrik: {title}"))
    commit(root, when)


def test_days_are_those_of_stockholm(root: Path) -> None:
    changed(root, "2026-11-12T23:30:00+00:00", "Cykelplan för staden")
    assert days_of_changes(root)[ITEM] == (dt.date(2026, 11, 10), dt.date(2026, 11, 13))


def test_nothing_is_guessed(root: Path, tmp_path: Path) -> None:
    changed(root, "2026-11-12T12:00:00+01:00", "Cykelplan för staden")
    git.run(tmp_path, "clone", "--quiet", "--depth=1", f"file://{root}", "grund")
    assert days_of_changes(tmp_path / "grund") == {}
    assert days_of_changes(tiny(tmp_path / "utan-git")) == {}


def test_a_project_below_the_repository_knows_its_own_files(tmp_path: Path) -> None:
    git.run(tmp_path, "init", "--quiet", "--initial-branch=main")
    below = tiny(tmp_path / "arkiv")
    commit(tmp_path, "2026-11-10T12:00:00+01:00")
    assert days_of_changes(below)[ITEM] == (dt.date(2026, 11, 10),)


def test_it_is_read_once_for_each_commit(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with remembering(root):
        known = days_of_changes(root)
    monkeypatch.setattr("build_scripts.history._read", lambda root, commit: pytest.fail("read again"))
    with remembering(root):
        assert days_of_changes(root) == known
    monkeypatch.undo()
    changed(root, "2026-11-12T12:00:00+01:00", "Cykelplan för staden")
    with remembering(root):
        assert days_of_changes(root) != known


def past_of(root: Path, day: dt.date) -> list[str]:
    """What the item's page says of its past."""
    page = next(one.make() for one in prepare(root, day).pages if one.address == ADDRESS)
    assert "Hemlig" not in page.html
    lines = Fragment(page.html).lines
    return lines[lines.index("Sidans historik") + 1 :] if "Sidans historik" in lines else []


def test_a_page_says_when_it_was_published_and_changed(root: Path) -> None:
    assert past_of(root, DAY) == []
    assert main(["utgivet", "--katalog", str(root), "--idag", "2026-11-11", "--skriv"]) == 0
    commit(root, "2026-11-11T12:00:00+01:00")
    assert past_of(root, dt.date(2026, 11, 11)) == ["Publicerad 11 november 2026."]
    changed(root, "2026-11-12T12:00:00+01:00", "Cykelplan för staden")
    changed(root, "2026-11-20T12:00:00+01:00", "Cykelplan för hela staden")
    assert past_of(root, dt.date(2026, 11, 19)) == [
        "Publicerad 11 november 2026. Senast ändrad 12 november 2026.",
        "Andra ändringar: 12 november 2026",
    ]
    assert past_of(root, DAY) == [
        "Publicerad 11 november 2026. Senast ändrad 20 november 2026.",
        "Andra ändringar: 20 november 2026, 12 november 2026",
    ]


def test_only_pages_whose_past_changed_are_made_of_something_else(root: Path) -> None:
    assert main(["utgivet", "--katalog", str(root), "--idag", "2026-11-11", "--skriv"]) == 0
    commit(root, "2026-11-11T12:00:00+01:00")
    before = {one.address: one.inputs for one in prepare(root, DAY).pages}
    write(root, ITEM, (root / ITEM).read_text("utf-8") + "\n")
    commit(root, "2026-11-12T12:00:00+01:00")
    git.run(root, "checkout", "--quiet", "HEAD^", "--", ITEM)
    after = {one.address: one.inputs for one in prepare(root, DAY).pages}
    assert {address for address in after if after[address] != before[address]} == {ADDRESS}


@pytest.mark.slow
def test_five_thousand_files_take_less_than_two_seconds_of_work(tmp_path: Path) -> None:
    git.run(tmp_path, "init", "--quiet", "--initial-branch=main")
    blob = git.run(tmp_path, "hash-object", "-w", "--stdin", given=b"x").decode().strip()
    said = "".join(f"100644 {blob}\tmeetings/namnd/{n:04}.md\n" for n in range(5000))
    git.run(tmp_path, "update-index", "--index-info", given=said.encode())
    who = ("-c", "user.name=A", "-c", "user.email=a@example.se")
    git.run(tmp_path, *who, "commit", "--quiet", "-m", "x")
    other = git.run(tmp_path, "hash-object", "-w", "--stdin", given=b"y").decode().strip()
    for n in range(100):
        row = "".join(f"100644 {other}\tmeetings/namnd/{m:04}.md\n" for m in range(n * 50, n * 50 + 50))
        git.run(tmp_path, "update-index", "--index-info", given=row.encode())
        git.run(tmp_path, *who, "commit", "--quiet", "-m", "x")
    before = sum(os.times()[:4])
    assert len(days_of_changes(tmp_path)) == 5000
    spent = sum(os.times()[:4]) - before
    print(f"{spent:.2f} CPU-s")
    assert spent < 2
