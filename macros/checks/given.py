"""What a rule judges: the archive, the day it is, and which files could not be read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath

from macros.facts.day import Day
from macros.facts.meetings import has_its_day
from macros.facts.released import ReleaseState
from macros.finding import Finding
from macros.record.archive import AgendaItem, Archive, Body, DelegationList
from macros.record.home import RECORD
from macros.record.loose_dates import loose_date


@dataclass(frozen=True)
class Given:
    """What follows from the archive as read, on a day; `unread` holds the paths of files that reading refused.

    A file that could not be read is told once, by reading. A rule that misses it ("the attachment is mentioned
    nowhere") asks `is_unread` first, so that one fault does not give five findings. So it is with the `drafts` that nobody
    has read yet ("oläst"), which are not in the archive: they and their folders count as unread. The folders above do
    not, for a draft stops no release, and a broken link elsewhere must. `faulty` holds the paths that other rules have found
    errors in, for the rules that are asked last.
    """

    facts: Day
    unread: frozenset[str] = frozenset()
    drafts: tuple[AgendaItem, ...] = ()
    faulty: set[str] = field(default_factory=set)

    @property
    def archive(self) -> Archive:
        """The archive as read, without drafts."""
        return self.facts.archive

    @property
    def today(self) -> dt.date:
        """The day it is."""
        return self.facts.today

    @property
    def lists(self) -> Iterator[DelegationList]:
        """The delegation lists of all bodies."""
        return (found for body in self.archive.bodies for found in body.lists)

    @cached_property
    def release(self) -> ReleaseState:
        """The record beside the ledgers of what has been released."""
        return ReleaseState(self.facts)

    @cached_property
    def carried(self) -> frozenset[tuple[str, str | None]]:
        """The items that a later one goes on with ("fortsätter"), as body and reference."""
        return frozenset((item.body_id, item.header.continues) for item in self.archive.items)

    @cached_property
    def _missing(self) -> frozenset[str]:
        """Files that are not there to be read: refused, or released and lost, which is told with how to bring them back."""
        return self.unread | ({row.about for row in self.release.lost() if row.about} - self.release.files)

    @cached_property
    def _touched(self) -> frozenset[str]:
        above = {str(folder) for path in self._missing for folder in PurePosixPath(path).parents}
        drafts = {draft.document.path for draft in self.drafts}
        # A meeting's folder with its day written in another way is told with the right name: it is not missed under that.
        unread = [PurePosixPath(path) for path in self._missing]
        meant = {str(path.with_name(str(day))) for path in unread if (day := loose_date(path.name)) is not None}
        return self._missing | above | meant | drafts | {folder_of(path) for path in drafts}

    def is_unread(self, path: str) -> bool:
        """Whether this file, or anything below this folder, could not be read."""
        return path in self._touched

    def is_in_doubt(self, path: str) -> bool:
        """Whether an error of the file, or of another in its folder or a folder above, may have changed what it gives."""
        return _lies_at(path, self._missing | self.faulty)

    def was_refused(self, path: str) -> bool:
        """Whether reading refused the file, or another in its folder or a folder above."""
        return _lies_at(path, self.unread)

    def released_from(self, address: str) -> str:
        """The file that gave the address when it was released."""
        row = self.archive.released.addresses.first.get(address)
        return row.about if row else ""

    def is_up(self, address: str) -> bool:
        """Whether it is the address of a notice that should be up."""
        row = self.archive.released.notices.latest.get(address)
        return row is not None and row.about >= str(self.today)

    def is_missed(self, body: Body, meeting_id: str) -> bool:
        """Whether a meeting's folder is not there, and that is not told already of its files or its name."""
        if meeting_id in body.meeting_by_id or self.is_unread(f"{folder_of(body.document.path)}/{meeting_id}"):
            return False
        return not any(meeting_id == str(meeting.date) and not has_its_day(meeting) for meeting in body.meetings)


Rule = Callable[[Given], Iterator[Finding]]
"""A rule of the record: a generator whose docstring is the rule."""


def folder_of(path: str) -> str:
    """The folder of a file of the record."""
    return path.rpartition("/")[0]


def _lies_at(path: str, faulty: frozenset[str]) -> bool:
    """Whether one of the faulty files is the path, or lies in a folder around it."""
    return RECORD in faulty or not {folder_of(one) for one in faulty}.isdisjoint(map(str, PurePosixPath(path).parents))


def restoring(given: Given, path: str) -> str:
    """How git gives back a file or folder as everybody has it."""
    source = given.archive.released.source_of(path)
    return f"git restore {f'--source={source} ' if source else ''}{path}"


def impossible(day: dt.date, today: dt.date, *earlier: tuple[str, dt.date | None]) -> tuple[str, str] | None:
    """What is wrong with the day that something was done, and between which it can be: not ahead, nor before any of `earlier`.

    Each of those is called by its name; one that is not known bounds nothing. None where nothing is wrong.
    """
    if day > today:
        return f"{day} har inte varit än.", f"senast {today}"
    too_early = ((f"{day} är före {name}, {one}.", f"tidigast {one}") for name, one in earlier if one and one > day)
    return next(too_early, None)
