"""git, as far as the editor needs it: who commits, what is committed, and who changed a file."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

SECONDS = 120
"""How long a commit may take; the project's own hooks are part of it."""

MOST_SHOWN = 30
LONGEST_CHANGE = 200
"""Lines of a change that are shown."""

_FIELDS = "%x1e%an%x1f%ad%x1f%s%x1f"


class GitFailed(Exception):
    """git refused; carries what it said."""


@dataclass(frozen=True)
class Commit:
    """A commit of a file: who, when, why, and the lines that came and went."""

    author: str
    when: str
    message: str
    lines: tuple[str, ...]


def _git(root: Path, *words: str) -> str:
    program = shutil.which("git")
    if program is None:
        raise GitFailed("Programmet git finns inte på datorn.")
    # Paths are names, not patterns; and nothing may wait for an answer in a terminal that nobody looks at.
    own = {"GIT_LITERAL_PATHSPECS": "1", "GIT_TERMINAL_PROMPT": "0", "GIT_EDITOR": "true", "LC_ALL": "C.UTF-8"}
    try:
        done = subprocess.run(
            [program, "-C", str(root), "-c", "core.quotePath=false", *words],
            capture_output=True,
            check=False,
            env=os.environ | own,
            stdin=subprocess.DEVNULL,
            timeout=SECONDS,
        )
    except subprocess.TimeoutExpired:
        raise GitFailed(f"git blev inte klart på {SECONDS} sekunder.") from None
    said = done.stdout.decode("utf-8", "replace")
    if done.returncode:
        raise GitFailed((said + done.stderr.decode("utf-8", "replace")).strip())
    return said


def is_used(root: Path) -> bool:
    """Whether the project stands in a git repository."""
    try:
        return _git(root, "rev-parse", "--is-inside-work-tree").strip() == "true"
    except GitFailed:
        return False


def knows_author(root: Path) -> bool:
    """Whether git's settings have both a name and an address of who commits."""
    try:
        return all(_git(root, "config", key).strip() for key in ("user.name", "user.email"))
    except GitFailed:
        return False


def introduce(root: Path, name: str, email: str) -> None:
    """Writes who commits into the project's own git settings."""
    _git(root, "config", "--local", "user.name", name)
    _git(root, "config", "--local", "user.email", email)


def commit(root: Path, paths: Sequence[str], message: str) -> bool:
    """Commits these files and nothing else; False when there was nothing new in them.

    Raises `GitFailed` with what git, or a hook of the project, said; the files are then not staged.
    """
    new = [path for path in paths if not _is_tracked(root, path)]
    try:
        if new:
            _git(root, "add", "--", *new)
        if not _git(root, "status", "--porcelain", "--", *paths).strip():
            return False
        _git(root, "commit", "--quiet", f"--message={message}", "--", *paths)
    except GitFailed:
        if new:
            _git(root, "rm", "--cached", "--quiet", "--force", "--", *new)
        raise
    return True


def _is_tracked(root: Path, path: str) -> bool:
    return bool(_git(root, "ls-files", "--", path).strip())


def history(root: Path, path: str) -> list[Commit]:
    """Who changed the file, the latest first; none where git knows nothing of it."""
    try:
        told = _git(
            root,
            "log",
            "--follow",
            f"--max-count={MOST_SHOWN}",
            "--date=format:%Y-%m-%d %H.%M",
            f"--format={_FIELDS}",
            "--patch",
            "--unified=0",
            "--no-color",
            "--no-ext-diff",
            "--",
            path,
        )
    except GitFailed:
        return []
    return [_commit(one) for one in told.split("\x1e")[1:]]


def _commit(told: str) -> Commit:
    name, when, message, patch = told.split("\x1f", 3)
    lines = [line for line in patch.split("\n") if line[:1] in ("+", "-") and line[:4] not in ("+++ ", "--- ")]
    return Commit(name, when, message, tuple(lines[:LONGEST_CHANGE]))
