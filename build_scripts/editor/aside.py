"""What is taken away on the desk and git cannot give back lies aside for a month, in a folder for each time."""

from __future__ import annotations

import datetime as dt
import shutil
import time
from collections.abc import Iterable, Mapping
from itertools import count
from pathlib import Path

from build_scripts.editor import git
from build_scripts.editor.own_folder import HOME, hide_home
from build_scripts.git import is_used
from build_scripts.new.changing import TakeBack, written

REMOVED = f"{HOME}/borttaget"
DAYS = 30
"""How long it lies there: then the desk throws it away when it is opened, for it may hold what should not be kept."""


def beyond_git(root: Path, paths: Iterable[str]) -> frozenset[str]:
    """Those of the files that the latest commit does not have as they are."""
    paths = list(paths)
    if not paths:
        return frozenset()
    if not is_used(root):
        return frozenset(paths)
    return frozenset({*set(paths).difference(git.committed_below(root, *paths)), *git.unsaved(root, paths)})


def put_aside(root: Path, contents: Mapping[str, bytes], today: dt.date) -> tuple[str, TakeBack]:
    """Writes the files' bytes, by path, into a folder named by the day; gives a sentence on where, and what takes it back."""
    hide_home(root)
    folder = next(f"{REMOVED}/{today}-{n}" for n in count(1) if not (root / f"{REMOVED}/{today}-{n}").exists())
    take_back = written(root, {f"{folder}/{path}": content for path, content in contents.items()})
    where = f"ligger kvar i mappen {folder} i {DAYS} dagar."
    if len(contents) > 1:
        return f"{len(contents)} av filerna fanns inte i historiken som de var. De {where}", take_back
    return f"{next(iter(contents)).rpartition('/')[2]} fanns inte i historiken som den var. Den {where}", take_back


def throw_away_old(root: Path) -> None:
    """Throws away what was put aside more than `DAYS` ago; what is named otherwise is somebody else's.

    The disk's clock says when: the desk may be opened as on another day, to see how it will be then.
    """
    for folder in (root / REMOVED).glob("????-??-??-*"):
        if time.time() - folder.lstat().st_mtime > DAYS * 24 * 3600:
            shutil.rmtree(folder, ignore_errors=True)
