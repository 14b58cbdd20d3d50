"""git, as far as the editor needs it: who commits, what is committed, and who changed a file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from build_scripts.git import GitFailed, asked, run, text

MOST_SHOWN = 30
LONGEST_CHANGE = 200
"""Lines of a change that are shown."""

_FIELDS = "%x1e%an%x1f%ad%x1f%s%x1f"


@dataclass(frozen=True)
class Commit:
    """A commit of a file: who, when, why, and the lines that came and went."""

    author: str
    when: str
    message: str
    lines: tuple[str, ...]


def introduce(root: Path, name: str, email: str) -> None:
    """Writes who commits into the project's own git settings."""
    text(root, "config", "--local", "user.name", name)
    text(root, "config", "--local", "user.email", email)


def commit(root: Path, paths: Sequence[str], message: str) -> bool:
    """Commits these files and nothing else; False when there was nothing new in them.

    Raises `GitFailed` with what git, or a hook of the project, said; the files are then not staged.
    """
    tracked = set(_paths(root, "ls-files", "-z", "--", *paths))
    new = [path for path in paths if path not in tracked and (root / path).exists()]
    paths = [path for path in paths if path in tracked or path in new]
    try:
        if new:
            text(root, "add", "--", *new)
        if not paths or not text(root, "status", "--porcelain", "--", *paths).strip():
            return False
        text(root, "commit", "--quiet", f"--message={message}", "--", *paths)
    except GitFailed:
        if new:
            text(root, "rm", "--cached", "--quiet", "--force", "--ignore-unmatch", "--", *new)
        raise
    return True


def unsaved(root: Path, paths: Iterable[str]) -> list[str]:
    """Those of the paths that lie otherwise on the disk than in the latest commit, whether git knows of them or not."""
    paths = list(paths)
    if not paths:
        return []
    told = _paths(root, "status", "--porcelain", "--untracked-files=all", "--no-renames", "-z", "--", *paths)
    before = len(text(root, "rev-parse", "--show-prefix"))
    return [row[len("?? ") + before :] for row in told]


def committed_below(root: Path, *paths: str) -> list[str]:
    """These files, and those of these folders, that the latest commit has; none where nothing is committed."""
    return (asked(root, "ls-tree", "-r", "-z", "--name-only", "HEAD", "--", *paths) or "").split("\0")[:-1]


def _paths(root: Path, *words: str) -> list[str]:
    return [path for path in run(root, *words).decode("utf-8", "surrogateescape").split("\0") if path]


def history(root: Path, path: str) -> list[Commit]:
    """Who changed the file, the latest first; none where git knows nothing of it."""
    try:
        told = text(
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
