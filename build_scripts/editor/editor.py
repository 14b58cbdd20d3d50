"""One running editor: the project it works on, its record in memory, and what its windows share."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock, RLock

from build_scripts.editor.aside import throw_away_old
from build_scripts.guard.sources import judge_sources
from build_scripts.kept.collecting import keep_what_is_read, without_collecting
from build_scripts.project import THEME
from macros.facts.day import Day
from macros.finding import Finding, Level
from macros.guard.official import of_all
from macros.judging import judge
from macros.record.archive import Archive, Meeting
from macros.record.home import RECORD
from macros.record.layout import REVIEW_NOTES
from macros.record.parsing import Parsed
from macros.record.reading import read
from macros.remembered import with_memory

PROGRAM = Path(__file__).resolve().parents[2]
ASSETS = f"{THEME}/assets"
MOST_REMEMBERED = 100_000


class Reading(dict[tuple[str, tuple[str, ...]], str]):
    """What was read before, so that only the files that changed are read anew."""

    def known(self, kind: str, made_from: tuple[str, ...]) -> str | None:
        """What was made, if it is known."""
        return self.get((kind, made_from))

    def keep(self, kind: str, made_from: tuple[str, ...], made: str) -> None:
        """Remembers what was made."""
        if len(self) >= MOST_REMEMBERED:
            self.clear()
        self[kind, made_from] = made


@dataclass(frozen=True)
class JudgedRecord:
    """A record with everything that was found in it, and what follows from it on the day."""

    archive: Archive
    findings: tuple[Finding, ...]
    facts: Day

    def at(self, path: str) -> tuple[Finding, ...]:
        """What is found in one file."""
        return tuple(found for found in self.findings if found.place.path == path)

    @cached_property
    def errors(self) -> frozenset[tuple[str, str, str]]:
        """The errors, told apart by rule, file and message: their lines move."""
        return frozenset(found.fault for found in self.findings if found.level is Level.ERROR)


@dataclass(frozen=True)
class Candidate:
    """The record as it would be, with what is found in one file and the errors that the file brings about elsewhere."""

    archive: Archive
    here: tuple[Finding, ...]
    elsewhere: tuple[Finding, ...]

    @property
    def stops(self) -> bool:
        """Whether the file may not be saved."""
        return bool(self.elsewhere) or any(found.level is Level.ERROR for found in self.here)


_Stamp = tuple[dt.date, dict[str, tuple[int, ...]]]


class Editor:
    """The project in `root` on the day that `today` gives. Everything that writes holds `lock`."""

    def __init__(self, root: Path, today: Callable[[], dt.date]) -> None:
        self.root = root
        self.today = today
        self.lock = Lock()
        self._reading = Reading()
        self._parsed = Parsed()
        self._reads = RLock()
        self._saved: tuple[_Stamp, JudgedRecord] | None = None
        self._tried: tuple[_Stamp, str, bytes, JudgedRecord] | None = None
        self._reviewed: dict[tuple[str, tuple[str, ...], tuple[int, ...], tuple[int, ...]], bool] = {}

    @property
    def assets(self) -> Path:
        """The site's styles and fonts: the project's own, else those that come with the program."""
        own = self.root / ASSETS
        return own if own.is_dir() else PROGRAM / ASSETS

    def begin(self) -> None:
        """Reads the record before anybody asks for it, and throws away what has lain aside long enough."""
        throw_away_old(self.root)
        self.saved()
        keep_what_is_read()

    def saved(self) -> JudgedRecord:
        """The record as it is on disk."""
        with self._reads:
            return self._judged(self._stamp())

    def facts(self) -> Day:
        """What follows from the saved record today, drafts left out."""
        return self.saved().facts

    def unreviewed(self, meeting: Meeting) -> frozenset[str]:
        """The meeting's attachments that nobody has read, or that nobody may let through, by path."""
        archive, stamp = self.saved().archive, self._stamp()[1]
        official = of_all(archive.bodies).told
        found: set[str] = set()
        for path in (file.path for file in meeting.files):
            notes = f"{path.rpartition('/')[0]}/{REVIEW_NOTES}"
            known = (path, official, stamp.get(path, ()), stamp.get(notes, ()))
            if known not in self._reviewed:
                judged = judge_sources(self.root, archive, [self.root / path]).findings
                self._reviewed[known] = not any(one.level is Level.ERROR for one in judged)
            found |= set() if self._reviewed[known] else {path}
        return frozenset(found)

    def candidate(self, path: str, content: bytes) -> Candidate:
        """The record with these bytes in the file's place."""
        with self._reads:
            stamp = self._stamp()
            saved = self._judged(stamp)
            if self._tried is None or self._tried[:3] != (stamp, path, content):
                self._tried = (stamp, path, content, self._read(stamp[0], path, content))
            tried = self._tried[3]
        outside = (found for found in tried.findings if found.level is Level.ERROR and found.place.path != path)
        return Candidate(
            tried.archive, tried.at(path), tuple(found for found in outside if found.fault not in saved.errors)
        )

    def has_got(self, path: str, content: bytes) -> None:
        """Tells that these bytes have just been written: what was tried with them is then the saved record."""
        with self._reads:
            stamp = self._stamp()
            if self._tried is None or self._tried[1:3] != (path, content):
                return
            day, files = self._tried[0]
            if (day, {**files, path: stamp[1].get(path, ())}) == stamp:
                self._saved = (stamp, self._tried[3])

    def _judged(self, stamp: _Stamp) -> JudgedRecord:
        if self._saved is None or self._saved[0] != stamp:
            self._tried = None
            self._saved = (stamp, self._read(stamp[0]))
        return self._saved[1]

    def _read(self, day: dt.date, path: str = "", content: bytes = b"") -> JudgedRecord:
        with with_memory(self._reading), without_collecting():
            archive, known = read(self.root, {path: content}, self._parsed.parse)
            facts = Day(archive.without_drafts, day)
            return JudgedRecord(archive, tuple(judge(archive, known, facts)), facts)

    def _stamp(self) -> _Stamp:
        """What tells that nothing below the record's folder has changed: every file's size, number and time."""
        return self.today(), dict(_files(self.root, RECORD))


def _files(root: Path, folder: str) -> Iterator[tuple[str, tuple[int, ...]]]:
    try:
        with os.scandir(root / folder) as entries:
            for entry in entries:
                path = f"{folder}/{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    yield path, ()
                    yield from _files(root, path)
                else:
                    status = entry.stat(follow_symlinks=False)
                    yield path, (status.st_size, status.st_ino, status.st_mtime_ns)
    except OSError:
        return
