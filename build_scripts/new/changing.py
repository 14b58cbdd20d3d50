"""Several files written or taken away as one: either all of it stands, or everything is as it was."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path

from build_scripts.project import WrongUse
from macros.record.causes import cause

TakeBack = Callable[[], None]

ROOM = 10_000_000
"""Bytes that are to be free before anything is changed: git writes too, and putting back needs room for what was there."""


def written(root: Path, contents: Mapping[str, bytes | None]) -> TakeBack:
    """Writes the files by path from the root, and takes those away that have no content; folders come and go with them.

    What is returned puts everything back. Raises `WrongUse`, and nothing is changed, where the disk is full or a file is
    not to be written.
    """
    disk = shutil.disk_usage(root)
    if disk.total and disk.free < ROOM:
        raise WrongUse(
            f"{root} kan inte ändras: disken är full. Gör så här: ge plats för minst {ROOM // 1_000_000} MB."
        )
    undo: list[Callable[[], object]] = []

    def take_back() -> None:
        while undo:
            undo.pop()()

    try:
        for name, content in contents.items():
            path = root / name
            if content is None:
                _removed(path, root, undo)
            else:
                _put(path, content, undo)
    except OSError as error:
        take_back()
        raise WrongUse(f"{error.filename} kan inte skrivas: {cause(error)}.") from None
    return take_back


def put(file: Path, content: bytes) -> None:
    """The file's new bytes, all at once: whoever reads meanwhile sees the old ones or the new. Raises `OSError`."""
    beside = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        beside.write_bytes(content)
        if file.exists():
            beside.chmod(file.stat().st_mode & 0o777)
        beside.replace(file)
    except OSError as error:
        # Told is the file that was asked for, and not what lies beside it meanwhile.
        error.filename, error.filename2 = str(file), None
        raise
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _put(path: Path, content: bytes, undo: list[Callable[[], object]]) -> None:
    for folder in [folder for folder in reversed(path.parents) if not folder.exists()]:
        folder.mkdir()
        undo.append(folder.rmdir)
    before = partial(put, path, path.read_bytes()) if path.exists() else partial(path.unlink, missing_ok=True)
    put(path, content)
    undo.append(before)


def _removed(path: Path, root: Path, undo: list[Callable[[], object]]) -> None:
    undo.append(partial(put, path, path.read_bytes()))
    path.unlink()
    for folder in path.parents:
        if folder == root or any(folder.iterdir()):
            break
        folder.rmdir()
        undo.append(folder.mkdir)
