"""What has happened, with the day it was first told and the day it was last added to: for those who follow the archive.

The days are the record's own. What nobody has dated is told from the day its page was released, and never before the day.
"""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.facts.day import Day
from macros.facts.meetings import dispatch_day
from macros.facts.minutes import Minuted
from macros.facts.notices import Posted
from macros.facts.paragraphs import Decided
from macros.record.archive import Body, Meeting
from macros.record.corrections import Correction, MinutesChange
from macros.record.summons import MeetingState


class NewsKind(enum.Enum):
    """What kind of thing has happened, by its Swedish word."""

    CALL = "kallelse"
    MINUTES = "protokoll"
    DECISION = "beslut"
    NOTICE = "anslag"
    CORRECTION = "rättelse"


@dataclass(frozen=True)
class News:
    """One thing that has happened. `id` is its for ever; `address` is the page that tells of it.

    `about` is what it is: a meeting that was called, its minutes, a paragraph, a notice, or with a paragraph or minutes what was
    corrected or changed. `changes` are what has been added to it since it was first told, in order of their days.
    """

    kind: NewsKind
    id: str
    address: str
    body: Body
    published: dt.date
    updated: dt.date
    about: Meeting | Minuted | Decided | Posted
    changes: tuple[Correction | MinutesChange, ...] = ()


def news(facts: Day) -> tuple[News, ...]:
    """Everything that has happened up to the day, the latest first; what is not approved or is withheld is never there."""
    found = [*_calls(facts), *_notices(facts)]
    for minuted in facts.minutes:
        if minuted.is_public:
            found += [*_minutes(facts, minuted), *_decisions(facts, minuted)]
    told = (one for one in found if one.published <= facts.today)
    return tuple(sorted(told, key=lambda one: (one.updated, one.published, one.id), reverse=True))


def last_told(facts: Day) -> dict[str, dt.date]:
    """Address → the latest day on which something was told or changed there, by the record's own days and by git."""
    told = facts.history.all_last_changed()
    for one in news(facts):
        places = {one.address} | ({one.about.meeting.address} if isinstance(one.about, Minuted | Decided) else set())
        for address in places:
            told[address] = max(one.updated, told.get(address, one.updated))
    return told


def _calls(facts: Day) -> Iterator[News]:
    """A meeting that was called, moved or cancelled; what comes to its agenda or is struck from it ("utgår") adds to it."""
    for meeting in facts.archive.meetings:
        header = meeting.header
        if header.state is MeetingState.PLANNED and not header.moves:
            continue
        body = facts.archive.body_by_id[meeting.body_id]
        released = facts.archive.released.addresses.first.get(meeting.address)
        undated = (released.day if released else None, dispatch_day(body, meeting.date), meeting.date)
        first = header.called or min(day for day in undated if day)
        later = [move.decided for move in header.moves]
        for item in meeting.items:
            later += [item.header.arrival_date, item.header.struck.date if item.header.struck else None]
        yield News(NewsKind.CALL, meeting.address, meeting.address, body, first, _latest(facts, first, later), meeting)


def _minutes(facts: Day, minuted: Minuted) -> Iterator[News]:
    """Minutes that are approved, if only in part, and each change of what is told of them here."""
    approved = [part.approved for part in minuted.parts if part.approved]
    changes = tuple(one for one in minuted.document.header.changes if one.date <= facts.today)
    updated = _latest(facts, min(approved), (*approved, *(one.date for one in changes)))
    id = minuted.address
    yield News(NewsKind.MINUTES, id, id, minuted.body, min(approved), updated, minuted, changes)
    for number, change in enumerate(minuted.document.header.changes, 1):
        if change.date <= facts.today:
            one = f"{id}andring-{number}"
            yield News(NewsKind.CORRECTION, one, id, minuted.body, change.date, change.date, minuted, (change,))


def _decisions(facts: Day, minuted: Minuted) -> Iterator[News]:
    """A paragraph that may be told, with what was corrected later; and each correction by itself."""
    for decided in minuted.decided:
        if not decided.is_shown or decided.part is None or decided.part.approved is None:
            continue
        first, id = decided.part.approved, decided.address
        added: list[Correction | MinutesChange] = [*decided.paragraph.corrections]
        added += (one for one in minuted.document.header.changes if one.is_of(decided.number))
        changes = tuple(sorted((one for one in added if one.date <= facts.today), key=lambda one: one.date))
        updated = _latest(facts, first, (one.date for one in changes))
        yield News(NewsKind.DECISION, id, id, decided.body, first, updated, decided, changes)
        for number, one in enumerate(decided.paragraph.corrections, 1):
            own = f"{id}rattelse-{number}"
            yield News(NewsKind.CORRECTION, own, id, decided.body, one.date, one.date, decided, (one,))


def _notices(facts: Day) -> Iterator[News]:
    for notice in facts.notices.all:
        updated = _latest(facts, notice.posted, (notice.removed_early,))
        yield News(NewsKind.NOTICE, notice.address, notice.address, notice.body, notice.posted, updated, notice)


def _latest(facts: Day, first: dt.date, later: Iterable[dt.date | None]) -> dt.date:
    """The latest of the days that have come; those before the first change nothing."""
    return max((day for day in later if day and first <= day <= facts.today), default=first)
