"""The guard over a whole project: what was written, and, when there is one, the finished site."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from build_scripts.guard.release import judge_release
from build_scripts.guard.sources import FOLDERS, Desk, Judged, judge_files, judge_sources
from build_scripts.guard.staged import Staged
from macros.finding import Finding, has_errors, in_order
from macros.guard.notes import FILE
from macros.guard.official import of_all, official_of
from macros.record.archive import Archive

_FOLDERS = tuple(f"{folder}/" for folder in FOLDERS)


def desk_of(archive: Archive) -> Desk:
    """What the guard must know of the record."""
    return Desk(
        {body.id: official_of(body) for body in archive.bodies},
        of_all(archive.bodies),
        frozenset(item.document.path for item in archive.items if not item.is_public and not item.is_draft),
    )


def judge(root: Path, archive: Archive, release: Path | None = None, given: Iterable[Path] | None = None) -> Judged:
    """Judges the sources (those below `given`, else all) and then the site in `release`; a site only of sound sources."""
    desk = desk_of(archive)
    judged = judge_sources(root, desk, given)
    if release is not None and not has_errors(judged.findings):
        judged.findings += judge_release(release, desk.everybody, judged.let_through, judged.digests)
    return judged


def judge_staged(archive: Archive, commit: Staged) -> Judged:
    """Judges the files that the next commit adds or changes, with the notes that it holds beside them."""
    files = [path for path in commit.files if path.startswith(_FOLDERS) and not _is_hidden(path)]
    notes = {path.rpartition("/")[0] + f"/{FILE}" for path in files} & commit.tracked
    return judge_files(
        desk_of(archive),
        ((path, commit.instead[path]) for path in files),
        ((path, commit.content(path)) for path in sorted(notes)),
    )


def _is_hidden(path: str) -> bool:
    return any(part.startswith(".") for part in path.split("/"))


def guard_findings(root: Path, archive: Archive, release: Path | None = None) -> list[Finding]:
    """What stops a site in `release` from being shown, in order; without `release` only the sources are judged."""
    return in_order(judge(root, archive, release).findings)
