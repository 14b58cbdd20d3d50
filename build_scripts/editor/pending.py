"""What stays out of git for now: imported items that nobody has read, and changes that wait for an attachment to be read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from build_scripts.editor import git
from build_scripts.editor.belonging import rests_on
from build_scripts.editor.own_folder import HOME, hide_home
from build_scripts.new.changing import put
from macros.record.archive import Archive
from macros.record.layout import REVIEW_NOTES, bare_slug

WAITING = f"{HOME}/vantar.json"


def unread(root: Path, archive: Archive) -> frozenset[str]:
    """The files of the imported items that nobody has read, with their documents, where git has never had the item.

    An item that got another number is the same item.
    """
    found: set[str] = set()
    for item in archive.drafts:
        folder, _, name = item.document.path.rpartition("/")
        known = (path.rpartition("/") for path in git.committed_below(root, folder))
        if not any(at == folder and bare_slug(other) == bare_slug(name) for at, _, other in known):
            found |= {item.document.path, *(paper.document.path for paper in item.papers)}
    return frozenset(found)


def whole(root: Path, archive: Archive, paths: Iterable[str]) -> frozenset[str]:
    """These files with what they rest on, and with all of every change that waited and touches any of it."""
    changes = _changes(root)
    found = rests_on(archive, paths)
    while more := [change for change in changes if not found.issuperset(change) and _touches(change, found)]:
        found = rests_on(archive, found.union(*more))
    return found


def _touches(change: Iterable[str], found: frozenset[str]) -> bool:
    """Reviewers' notes are shared by all that lies beside them, and bind nothing together."""
    return any(path in found and not path.endswith(f"/{REVIEW_NOTES}") for path in change)


def keep_waiting(root: Path, *more: Sequence[str]) -> None:
    """Remembers the paths of a change that waits, and forgets the changes that git has all of."""
    known = _changes(root)
    left = [change for change in (*known, *map(list, more)) if change and git.unsaved(root, change)]
    if left != known:
        hide_home(root)
        put(root / WAITING, json.dumps(left, ensure_ascii=False).encode())


def _changes(root: Path) -> list[list[str]]:
    try:
        return [[str(path) for path in change] for change in json.loads((root / WAITING).read_text(encoding="utf-8"))]
    except (OSError, ValueError, TypeError):
        return []
