"""What is staged in git ("köat"): the next commit as it will be, not as the files happen to lie on the disk, and judged so."""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from build_scripts import git
from build_scripts.guard.sources import SOURCES, JudgedSources, judge_files
from macros.guard.notes import FILE
from macros.record.archive import Archive
from macros.record.walking import is_hidden


@dataclass(frozen=True)
class Staged:
    """The next commit of the project in `root`.

    `files` are the paths that it adds or changes, `tracked` all that it holds, and `instead` the content, by path, of each
    file of `files` and of every other that lies otherwise on the disk than in the commit.
    """

    root: Path
    files: tuple[str, ...]
    tracked: frozenset[str]
    instead: dict[str, bytes]

    def content(self, path: str) -> bytes:
        """A tracked file as the commit holds it."""
        return self.instead[path] if path in self.instead else (self.root / path).read_bytes()


def staged(root: Path) -> Staged:
    """What `git commit` would commit now of the project in `root`. Raises `GitFailed` where there is no git."""
    objects = dict(_objects(root))
    files = [path for path in _changed(root, "--cached", "--diff-filter=d") if path in objects]
    wanted = [*files, *(path for path in _changed(root, "--diff-filter=MD") if path in objects)]
    contents = dict(zip(wanted, git.contents(root, [objects[path] for path in wanted]), strict=True))
    return Staged(
        root,
        tuple(map(_named, files)),
        frozenset(map(_named, objects)),
        {_named(path): content for path, content in contents.items() if content is not None},
    )


def judge_staged(archive: Archive, commit: Staged) -> JudgedSources:
    """Judges the files that the commit adds or changes, with the notes that it holds beside them."""
    shown = (path.split("/") for path in commit.files)
    files = ["/".join(parts) for parts in shown if parts[0] in SOURCES and not any(map(is_hidden, parts))]
    notes = {posixpath.join(posixpath.dirname(path), FILE) for path in files} & commit.tracked
    return judge_files(
        archive,
        ((path, commit.instead[path]) for path in files),
        ((path, commit.content(path)) for path in sorted(notes)),
    )


def _named(path: str) -> str:
    return unicodedata.normalize("NFC", path)


def _objects(root: Path) -> Iterator[tuple[str, str]]:
    """Path and object of every file of the commit; links to other repositories, and what is not merged, are no files."""
    for row in _answer(root, "ls-files", "--stage", "-z"):
        facts, _, path = row.partition("\t")
        mode, object_id, stage = facts.split(" ")
        if mode.startswith("100") and stage == "0":
            yield path, object_id


def _changed(root: Path, *words: str) -> list[str]:
    return _answer(root, "diff", "--name-only", "--no-renames", "--relative", "-z", *words)


def _answer(root: Path, *words: str) -> list[str]:
    told = git.run(root, *words).decode("utf-8", "surrogateescape")
    return [part for part in told.split("\0") if part]
