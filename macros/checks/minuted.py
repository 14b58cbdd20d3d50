"""Minutes ("protokoll") with the body and the meeting they are judged against."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import pairwise

from macros.checks.given import Given, has_its_day
from macros.record.archive import AgendaItem, Body, Meeting
from macros.record.item import Publication
from macros.record.minutes import MinutesHeader, Outcome, Paragraph
from macros.record.schema import Document, Keys
from macros.record.values import did_you_mean


@dataclass(frozen=True)
class Minuted:
    """The minutes of one meeting."""

    body: Body
    meeting: Meeting
    document: Document[MinutesHeader]

    @property
    def header(self) -> MinutesHeader:
        """The minutes' header."""
        return self.document.header

    @property
    def date(self) -> dt.date:
        """The day the meeting was held."""
        return self.meeting.date

    @property
    def numbers(self) -> tuple[int, ...]:
        """The paragraphs' numbers as they stand."""
        return tuple(paragraph.number for paragraph in self.header.paragraphs)

    @property
    def paragraphs(self) -> Iterator[tuple[Keys, Paragraph]]:
        """Each paragraph with its way into the header."""
        return ((("paragrafer", n), paragraph) for n, paragraph in enumerate(self.header.paragraphs))

    @property
    def runs_on(self) -> bool:
        """Whether each paragraph has the number after the one before; where not, that is told and no other number is."""
        return all(after == before + 1 for before, after in pairwise(self.numbers))

    @property
    def is_dated(self) -> bool:
        """Whether the meeting's day can be trusted: what counts from a day that is wrong would all be told too."""
        return has_its_day(self.meeting)

    @cached_property
    def unknown(self) -> frozenset[str]:
        """Names of the attendance that are not in `ledamoter.md`; none where nothing is known of the members."""
        attendance = self.header.attendance
        names = {one.name for one in (*attendance.members, *attendance.serving, *attendance.substitutes)}
        members = self.body.members
        known = {person.name for person in members.header.persons} if members else names
        return frozenset((names | ({attendance.chair} if members else set())) - known)

    def is_told(self, name: str) -> bool:
        """Whether a name that is missed is told already: it, or the one it was meant to be, is unknown in the attendance."""
        return name in self.unknown or near(name, self.unknown) is not None

    def item(self, slug: str | None) -> AgendaItem | None:
        """The meeting's item with this slug."""
        return next((item for item in self.meeting.items if item.slug == slug), None)

    def is_withheld(self, paragraph: Paragraph) -> bool:
        """Whether the paragraph is for an item that is masked or not shown at all, or for no item and itself not shown."""
        item = self.item(paragraph.item)
        if item is None:
            return paragraph.item is None and paragraph.outcome is Outcome.WITHHELD
        return item.header.publication is not Publication.YES


def minuted(given: Given) -> Iterator[Minuted]:
    """All minutes, body by body in time order."""
    for body in given.archive.bodies:
        for meeting in body.meetings:
            if meeting.minutes is not None:
                yield Minuted(body, meeting, meeting.minutes)


CLOSE = 0.8
"""How alike two names must be for the one to be asked about: short names of different people are alike by chance."""


def near(name: str, names: Iterable[str]) -> str | None:
    """The name among others that this one was meant to be, if one is close."""
    found = did_you_mean(name, sorted(names))
    if found and found != name and SequenceMatcher(None, name.lower(), found.lower()).ratio() >= CLOSE:
        return found
    return None


def meant(name: str, names: Iterable[str], otherwise: str) -> str:
    """What to do about a name that is not there: the nearest one that is, else `otherwise`."""
    found = near(name, names)
    return f"Menade du {found}?" if found else otherwise
