"""Drafts: what could not be saved yet, kept beside the record in a folder that git does not see."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from build_scripts.editor.documents import write

HOME = ".klubbat"
FOLDER = f"{HOME}/utkast"


@dataclass(frozen=True)
class Draft:
    """A file's text as somebody left it, and the text that it was begun from."""

    base: str
    text: str


def _path(path: str) -> str:
    return f"{FOLDER}/{path}.json"


def keep(root: Path, path: str, draft: Draft) -> None:
    """Writes the draft of a file; the folder hides itself from git."""
    file = root / _path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    hidden = root / HOME / ".gitignore"
    if not hidden.exists():
        hidden.write_text("*\n", encoding="utf-8")
    content = json.dumps({"base": draft.base, "text": draft.text}, ensure_ascii=False)
    write(root, _path(path), content.encode())


def find(root: Path, path: str) -> Draft | None:
    """The draft of a file, if there is one that can be read."""
    try:
        kept = json.loads((root / _path(path)).read_text(encoding="utf-8"))
        return Draft(str(kept["base"]), str(kept["text"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def drop(root: Path, path: str) -> None:
    """Throws the draft of a file away."""
    (root / _path(path)).unlink(missing_ok=True)


def waiting(root: Path) -> list[str]:
    """The paths of the files that have a draft."""
    folder = root / FOLDER
    return sorted(file.relative_to(folder).as_posix().removesuffix(".json") for file in folder.rglob("*.md.json"))
