"""git as every command asks it: one process, no question in a terminal, its own words when it refuses."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep, time

SECONDS = 120
"""How long git may take; the project's own hooks are part of it."""

_POINTERS = ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE")
"""git tells a hook where its files are, from the folder that it started the hook in."""


_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds between attempts where another git has locked the folder: it does so for a part of a second."""

_LOCK = re.compile(r"Unable to create '([^']*\.lock)': File exists")
_ABANDONED = 15 * 60
"""Seconds after which a lock is nobody's: whoever took it died, or the machine stopped."""

_LEFT_LOCKED = (
    "Ett annat program använder git i mappen, eller avbröts mitt i. Vänta en stund och försök igen: "
    f"ett lås som är äldre än {_ABANDONED // 60} minuter tas bort."
)
_FULL = re.compile(r"No space left on device|Out of diskspace|Disk quota exceeded")
_NO_ROOM = "Disken är full. Gör så här: ge plats på den, och försök igen."


class GitFailed(Exception):
    """git refused, or is not there; carries what it said."""


class GitHindered(GitFailed):
    """git could not work here and now; carries what is in the way and what to do, in Swedish."""


def run(root: Path, *words: str, given: bytes = b"") -> bytes:
    """What git answers in the project's folder. Paths are names, not patterns. Raises `GitFailed`.

    While another git works there, which also one that only asks may do, it is tried again for a moment. A lock that nobody has
    any more is taken away.
    """
    program = shutil.which("git")
    if program is None:
        raise GitFailed("Programmet git finns inte på datorn.")
    command = [program, "-C", str(root), "-c", "core.quotePath=false", *words]
    for pause in (*_PAUSES, None):
        done = _ended(command, given)
        if not done.returncode:
            return done.stdout
        said = (done.stdout + done.stderr).decode("utf-8", "replace").strip()
        lock = _LOCK.search(said)
        if lock is None or pause is None:
            break
        if not _taken_away(Path(lock[1])):
            sleep(pause)
    if lock:
        raise GitHindered(_LEFT_LOCKED)
    if _FULL.search(said):
        raise GitHindered(_NO_ROOM)
    raise GitFailed(said)


def _taken_away(lock: Path) -> bool:
    """Takes an abandoned lock away; False where it is not old enough, or is gone."""
    try:
        if time() - lock.stat().st_mtime < _ABANDONED:
            return False
        lock.unlink()
    except OSError:
        return False
    return True


def _ended(command: Sequence[str], given: bytes) -> subprocess.CompletedProcess[bytes]:
    own = {"GIT_LITERAL_PATHSPECS": "1", "GIT_TERMINAL_PROMPT": "0", "GIT_EDITOR": "true", "LC_ALL": "C.UTF-8"}
    pointers = {name: str(Path(os.environ[name]).absolute()) for name in _POINTERS if os.environ.get(name)}
    try:
        return subprocess.run(
            command, input=given, capture_output=True, check=False, env=os.environ | pointers | own, timeout=SECONDS
        )
    except subprocess.TimeoutExpired:
        raise GitFailed(f"git blev inte klart på {SECONDS} sekunder.") from None


def text(root: Path, *words: str) -> str:
    """What git answers, as text without the last line's end."""
    return run(root, *words).decode("utf-8", "replace").rstrip("\n")


def asked(root: Path, *words: str) -> str | None:
    """The same; None where git refuses, or is not there."""
    try:
        return text(root, *words)
    except GitFailed:
        return None


def contents(root: Path, objects: Iterable[str]) -> Iterator[bytes | None]:
    """The content of each object, as git names them; None for one that is not there."""
    told = BytesIO(run(root, "cat-file", "--batch", given="".join(f"{name}\n" for name in objects).encode()))
    while head := told.readline():
        if head.endswith(b" missing\n"):
            yield None
        else:
            yield told.read(int(head.rpartition(b" ")[2]))
            told.readline()


def is_used(root: Path) -> bool:
    """Whether the project stands in a git repository."""
    return asked(root, "rev-parse", "--is-inside-work-tree") == "true"


def knows_author(root: Path) -> bool:
    """Whether git's settings have both a name and an address of who commits."""
    return all(asked(root, "config", key) for key in ("user.name", "user.email"))


@contextmanager
def checked_out(root: Path, commit: str) -> Iterator[Path]:
    """A folder of its own with the project as it is in a commit, while the block runs; git knows its past there too."""
    prefix = text(root, "rev-parse", "--show-prefix")
    with TemporaryDirectory() as folder, _without_pointers():
        version = Path(folder) / "version"
        run(root, "-c", f"core.hooksPath={folder}", "worktree", "add", "--quiet", "--detach", str(version), commit)
        try:
            yield version / prefix
        finally:
            run(root, "worktree", "remove", "--force", str(version))


@contextmanager
def _without_pointers() -> Iterator[None]:
    """What git told a hook is of the folder that it started the hook in, and of no other."""
    told = {name: os.environ.pop(name) for name in _POINTERS if name in os.environ}
    try:
        yield
    finally:
        os.environ.update(told)
