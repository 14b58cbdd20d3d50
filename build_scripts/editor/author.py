"""Who commits: git knows, or it is asked for together with what is saved."""

from __future__ import annotations

from pathlib import Path

from build_scripts.editor import git
from build_scripts.editor.posting import Form


def is_asked(root: Path) -> bool:
    """Whether git does not know yet who works here."""
    return git.is_used(root) and git.author(root) is None


def missing(root: Path, form: Form) -> list[tuple[str, str]]:
    """The field that must be filled in and a sentence, while git does not know; else git is told what the form says."""
    if not is_asked(root):
        return []
    given = git.Author(form.text("namn"), form.text("epost"))
    if given.name and "@" in given.email:
        git.introduce(root, given)
        return []
    said = "Skriv ditt namn och din e-postadress; de står sedan vid ändringen i historiken."
    return [("epost" if given.name else "namn", said)]
