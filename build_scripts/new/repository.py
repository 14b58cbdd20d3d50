"""A new record's git repository: branch, hooks and first commit, so that the next step is to write."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from build_scripts import git
from build_scripts.published import BRANCH, REMOTE

HOOKS = ".githooks"


def begin(root: Path) -> bool:
    """Makes the repository with its hooks, and the first commit where git knows who makes it; whether it was made.

    The files were judged when they were written; the hooks need the program set up, which comes next. Raises `GitFailed`.
    """
    git.run(root, "init", "--quiet")
    git.run(root, "symbolic-ref", "HEAD", f"refs/heads/{BRANCH}")
    git.run(root, "config", "core.hooksPath", HOOKS)
    git.run(root, "add", "--all")
    if not git.knows_author(root):
        return False
    git.run(root, "commit", "--quiet", "--no-verify", "--message=Börja arkivet")
    return True


def next_commands(root: Path, is_committed: bool) -> Iterator[str]:
    """The three commands that come next."""
    yield f"cd {root} && make serve"
    yield ".venv/bin/klubbat kontrollera"
    if is_committed:
        yield f"git remote add {REMOTE} ADRESS && .venv/bin/klubbat skicka"
    else:
        yield 'git config user.name "Ditt namn" && git config user.email "din adress" && git commit -m "Börja arkivet"'
