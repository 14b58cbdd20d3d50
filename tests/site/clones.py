"""Somebody's clones of a project with a place between them."""

from __future__ import annotations

from pathlib import Path

from build_scripts import git
from build_scripts.__main__ import main
from build_scripts.site.prepared import prepare
from macros.record.ledgers import Released
from tests.site.projects import TODAY, tiny, write
from tests.site.test_ledger import DAY

MEETING = "meetings/prov/2026-11-26"
ITEM = "---\nrubrik: {}\n---\n"


class Clone:
    """Somebody's clone of the project."""

    def __init__(self, folder: Path, name: str) -> None:
        self.root = folder / name
        git.run(folder, "clone", "--quiet", str(folder / "plats.git"), str(self.root))
        git.run(self.root, "config", "user.name", name)
        git.run(self.root, "config", "user.email", f"{name}@example.se")

    def klubbat(self, *words: str) -> int:
        return main([words[0], "--katalog", str(self.root), *words[1:]])

    def skicka(self) -> int:
        return self.klubbat("skicka", "--idag", TODAY)

    def item(self, name: str, title: str) -> None:
        write(self.root, f"{MEETING}/{name}.md", ITEM.format(title))

    def pushed(self, *words: str) -> None:
        """A change on the host's own page: it is on the main branch at once, and no hook has seen it."""
        git.run(self.root, *words)
        git.run(self.root, "commit", "--quiet", "--all", "-m", "Ändrat i webbläsaren")
        git.run(self.root, "push", "--quiet", "--no-verify", "origin", "main")

    def head(self) -> str:
        return git.text(self.root, "rev-parse", "HEAD")


def made_place(tmp_path: Path) -> Path:
    """A folder with a bare repository on whose main branch the tiny project lies, with nothing in its ledgers yet."""
    root = tiny(tmp_path / "grund")
    write(root, ".gitattributes", "meetings/utgivet/*.tsv merge=union\n")
    git.run(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", "plats.git")
    git.run(root, "init", "--quiet", "--initial-branch=main")
    git.run(root, "add", "--all")
    who = ("-c", "user.name=Grund", "-c", "user.email=grund@example.se")
    git.run(root, *who, "commit", "--quiet", "-m", "Grund")
    git.run(root, "push", "--quiet", str(tmp_path / "plats.git"), "main")
    return tmp_path


def is_whole(root: Path) -> bool:
    """Whether everything that the clone gives is in its ledgers, and nothing is wrong."""
    prepared = prepare(root, DAY)
    return prepared.may_be_built and prepared.fresh == Released()
