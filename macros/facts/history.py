"""What a reader may know of a page's past ("historik"): when it was published, what was changed and why, on which days.

First published is told by the ledger, and what was approved, corrected, replaced or withdrawn by the record itself. The days of
other changes are those of the page's own file in git, where git has all of them. What is not known is not told.
"""

from __future__ import annotations

import datetime as dt
import enum
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros import addresses
from macros.facts.cases import AllCases
from macros.facts.file_addresses import of_files
from macros.facts.minutes import AllMinutes, Minuted
from macros.record.archive import AgendaItem, Archive, DelegationList
from macros.record.corrections import ChangeKind
from macros.record.item import Withdrawable


class EventKind(enum.Enum):
    """What was done to something that had been published, or made it last."""

    APPROVED = enum.auto()
    TOLD_RIGHTLY = enum.auto()
    CORRECTED = enum.auto()
    REPLACED = enum.auto()
    WITHDRAWN = enum.auto()


_KINDS = {ChangeKind.TOLD_RIGHTLY: EventKind.TOLD_RIGHTLY, ChangeKind.WITHDRAWN: EventKind.WITHDRAWN}


@dataclass(frozen=True)
class PastEvent:
    """One thing that was done: of which paragraphs, if of any, and why: in words, or as the header that says why it is not shown.

    Of an attachment that replaced another `why` is its title.
    """

    day: dt.date
    kind: EventKind
    numbers: tuple[int, ...] = ()
    why: str | Withdrawable = ""


@dataclass(frozen=True)
class Past:
    """A page's past; `changed` holds the days of all changes of its file after it was published, the latest first.

    `latest` is the day of the last change; None where not all of them are known.
    """

    published: dt.date
    events: tuple[PastEvent, ...]
    changed: tuple[dt.date, ...]
    latest: dt.date | None

    @property
    def others(self) -> tuple[dt.date, ...]:
        """The days of changes that no event tells of."""
        told = {event.day for event in self.events}
        return tuple(day for day in self.changed if day not in told)


class AllHistory:
    """The past of every page of the record on a day."""

    def __init__(self, archive: Archive, minutes: AllMinutes, cases: AllCases, today: dt.date) -> None:
        self._archive, self._today = archive, today
        self._files = {address: path for path, address in of_files(archive)}
        self._events: dict[str, list[PastEvent]] = defaultdict(list)
        for minuted in minutes:
            self._add_minutes(minuted)
        for item in archive.items:
            self._add(item.address, _of_item(item))
            for paper in item.papers:
                self._add(paper.address, _withdrawn(paper.header))
        for meeting in archive.meetings:
            for found in meeting.lists:
                self._add_list(found)
        for case in cases.all:
            own = (event for item in case.items for event in self._events.get(item.address, ()))
            self._add(case.address, list(own))

    def of(self, address: str) -> Past | None:
        """The past of the page; None for one that was never published."""
        row, today = self._archive.released.addresses.first.get(address), self._today
        if row is None or row.day > today:
            return None
        events = {event for event in self._events.get(address, ()) if event.day <= today}
        changed = tuple(sorted((day for day in self._changed_on(address) if row.day < day), reverse=True))
        return Past(
            row.day,
            tuple(sorted(events, key=lambda event: (event.day, event.kind.value, event.numbers), reverse=True)),
            changed,
            self.last_changed(address) if changed else None,
        )

    def _changed_on(self, address: str) -> Iterator[dt.date]:
        days = self._archive.changed_on.get(self._files.get(address, ""), ())
        return (day for day in days if day <= self._today)

    def last_changed(self, address: str) -> dt.date | None:
        """The last day that the page's own file was changed, as git knows it, or that something was done to what it tells."""
        done = (event.day for event in self._events.get(address, ()) if event.day <= self._today)
        return max((*self._changed_on(address), *done), default=None)

    def all_last_changed(self) -> dict[str, dt.date]:
        """Address → the last day, where one is known, of every page with a file of its own; a meeting's tells of its items too.

        Pages that gather from many have none: no day of one file is theirs.
        """
        gathering = {page for body in self._archive.bodies for page in (body.address, addresses.members(body.id))}
        known = {address: self.last_changed(address) for address in self._files if address not in gathering}
        for meeting in self._archive.meetings:
            days = (known[meeting.address], *(known[item.address] for item in meeting.items))
            known[meeting.address] = max((day for day in days if day), default=None)
        return {address: day for address, day in known.items() if day is not None}

    def _add(self, address: str, events: Iterable[PastEvent]) -> None:
        self._events[address].extend(events)

    def _add_minutes(self, minuted: Minuted) -> None:
        for event in _of_minutes(minuted):
            self._events[minuted.address].append(event)
            for one in minuted.decided:
                if not event.numbers or one.number in event.numbers:
                    self._events[one.address].append(event)
                    for item in one.items if event.kind is not EventKind.APPROVED and event.numbers else ():
                        self._events[item.address].append(event)

    def _add_list(self, found: DelegationList) -> None:
        self._add(found.address, _withdrawn(found.header))
        for row in found.header.decisions:
            self._add(found.address, _withdrawn(row))
            if row.page is not None:
                self._add(addresses.delegated_decision(found.address, row.page), _withdrawn(row))


def _of_minutes(minuted: Minuted) -> Iterator[PastEvent]:
    for part in minuted.parts:
        if part.approved is not None:
            yield PastEvent(
                part.approved, EventKind.APPROVED, tuple(n for n in minuted.numbers if n in part.approval.paragraphs)
            )
    for change in minuted.header.changes:
        numbers = tuple(n for n in minuted.numbers if n in change.paragraphs) if change.paragraphs else ()
        yield PastEvent(change.date, _KINDS[change.kind], numbers, change.reason)
    for one in minuted.decided:
        for correction in one.paragraph.corrections if one.is_shown else ():
            yield PastEvent(correction.date, EventKind.CORRECTED, (one.number,), correction.text)


def _of_item(item: AgendaItem) -> Iterator[PastEvent]:
    yield from _withdrawn(item.header)
    for one in item.header.attachments if item.header.withdrawn is None else ():
        yield from _withdrawn(one)
        if one.replaces is not None and one.arrival_date is not None and item.is_public and one.is_shown:
            yield PastEvent(one.arrival_date, EventKind.REPLACED, (), one.title or "")


def _withdrawn(header: Withdrawable) -> Iterator[PastEvent]:
    if header.withdrawn is not None:
        why = Withdrawable.model_construct(reason=header.reason, legal_ground=header.legal_ground)
        yield PastEvent(header.withdrawn, EventKind.WITHDRAWN, (), why)
