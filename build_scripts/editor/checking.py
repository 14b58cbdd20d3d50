"""What the checks say of a file that is not saved yet: the whole record is judged as if it were."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path

from build_scripts.desk.guard import judge as guard
from macros.checks import judge
from macros.finding import Finding, Level
from macros.record.archive import Archive
from macros.record.reading import read
from macros.remembered import with_memory

MOST_REMEMBERED = 100_000


@dataclass
class Reading:
    """What was read before, so that only the file that changed is read anew."""

    known_texts: dict[tuple[str, tuple[str, ...]], str] = field(default_factory=dict)

    def known(self, kind: str, made_from: tuple[str, ...]) -> str | None:
        """What was made, if it is known."""
        return self.known_texts.get((kind, made_from))

    def keep(self, kind: str, made_from: tuple[str, ...], made: str) -> None:
        """Remembers what was made."""
        if len(self.known_texts) >= MOST_REMEMBERED:
            self.known_texts.clear()
        self.known_texts[kind, made_from] = made


@dataclass(frozen=True)
class Judged:
    """The record as it would be, with what is found in one file and the errors that the file brings about elsewhere."""

    archive: Archive
    here: tuple[Finding, ...]
    elsewhere: tuple[Finding, ...]

    @property
    def stops(self) -> bool:
        """Whether the file may not be saved."""
        return bool(self.elsewhere) or any(finding.level is Level.ERROR for finding in self.here)


def archive_of(root: Path, reading: Reading) -> tuple[Archive, list[Finding]]:
    """The record as it is saved, and what reading found."""
    with with_memory(reading):
        return read(root)


def judged(root: Path, path: str, content: bytes, today: dt.date, reading: Reading) -> Judged:
    """The record with these bytes in the file's place."""
    with with_memory(reading):
        archive, known = read(root, {path: content})
        found = judge(archive, known, today)
        here = tuple(finding for finding in found if finding.place.path == path)
        outside = [finding for finding in found if finding.place.path != path and finding.level is Level.ERROR]
        if outside:
            before = {_same(finding) for finding in judge(*read(root), today)}
            outside = [finding for finding in outside if _same(finding) not in before]
    return Judged(archive, here, tuple(outside))


def guarded(root: Path, path: str, archive: Archive) -> list[Finding]:
    """What the guard of personal data stops in the file as it is saved."""
    return [found for found in guard(root, archive, None, [root / path]).findings if found.level is Level.ERROR]


def _same(finding: Finding) -> tuple[str, str, str]:
    return finding.rule, finding.place.path, finding.message
