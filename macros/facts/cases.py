"""Cases ("ärenden över tid"): everything with one case number, through all meetings and bodies, in time order.

A case is identified by municipality and number. Numbers of one matter in several bodies' diaries are joined; a unit's own
serial number ("löpnummer") is never a case number.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from macros import addresses
from macros.record.archive import AgendaItem, Archive, DelegationList
from macros.record.delegation import ListedDecision
from macros.record.diary import in_series
from macros.record.item import RouteStop
from macros.record.moments import Moment, moment

Key = tuple[str, str]
"""(municipality, number): what identifies a case."""


@dataclass(frozen=True)
class Event:
    """One thing that happened in a case: an item, a stop of an item's route, or a row of a delegation list.

    Exactly one of `stop` and `decision` is set besides an item's own event, which has neither. `date` is None where
    no day is known, `time` where no hour is.
    """

    date: dt.date | None
    body_id: str
    item: AgendaItem | None = None
    stop: RouteStop | None = None
    source: DelegationList | None = None
    decision: ListedDecision | None = None
    time: dt.time | None = None


@dataclass(frozen=True)
class Case:
    """A case with its events in time order (unknown days last).

    `number` is the number of its first item and gives the address; `further` are the same matter's other numbers, whose
    addresses lead to it. A collective number ("samlingsnummer") gathers many different documents and is no course of events.
    """

    number: str
    municipality: str
    diary_body_id: str
    collective: bool
    events: tuple[Event, ...]
    further: tuple[str, ...] = ()

    @cached_property
    def address(self) -> str:
        """The case's address."""
        return addresses.case(self.number, self.diary_body_id)

    @cached_property
    def items(self) -> tuple[AgendaItem, ...]:
        """The case's items, in time order."""
        return tuple(event.item for event in self.events if event.item is not None and event.stop is None)

    @property
    def titled(self) -> tuple[AgendaItem, ...]:
        """Its items, in time order, that say what the whole case is called ("ärendemening")."""
        return tuple(item for item in self.items if item.is_public and item.header.case_title)

    @cached_property
    def title(self) -> str:
        """The case's own title ("ärendemening"), else that of its first item; of items that may be shown, if any may.

        Never the latest's: a case keeps its name. Without items, the first delegated decision's words.
        """
        if self.titled:
            return self.titled[0].header.case_title or ""
        public = (item for item in self.items if item.is_public and item.header.title)
        if self.items:
            return next(public, self.items[0]).title
        return next(event.decision.decision for event in self.events if event.decision is not None)


class AllCases:
    """All cases of an archive, by number and in order of address."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.all: tuple[Case, ...] = tuple(sorted(_cases(archive), key=lambda case: case.address))
        self._by_key: Mapping[Key, Case] = {
            (case.municipality, number): case for case in self.all for number in (case.number, *case.further)
        }

    def of(self, body_id: str, number: str | None) -> Case | None:
        """The case that a number means when it is written in this body's record."""
        body = self.archive.body(body_id)
        return self._by_key.get((body.header.municipality, number)) if body and number else None

    @property
    def addressed(self) -> Iterator[tuple[str, Case]]:
        """Every address that leads to a case, once, with the case: its own, and those of its further numbers."""
        own = {case.address: case for case in self.all}
        yield from own.items()
        further = {address: case for case in self.all for _, address in self.further(case) if address not in own}
        yield from further.items()

    def further(self, case: Case) -> Iterator[tuple[str, str]]:
        """(number, address) of the case's further numbers; each stands in the diary of the body that gave it."""
        return ((number, addresses.case(number, body_id)) for number, body_id in self.diaries(case))

    def diaries(self, case: Case) -> Iterator[tuple[str, str]]:
        """(number, id of the body in whose diary it stands) of the case's further numbers."""
        given = {other.number: other.body for item in case.items for other in item.header.other_numbers}
        for number in case.further:
            body_id = given.get(number, case.diary_body_id)
            body = self.archive.body(body_id)
            municipality = body.header.municipality if body else case.municipality
            yield number, _diary_body(self.archive, municipality, number, body_id)


def _diary_body(archive: Archive, municipality: str, number: str, otherwise: str) -> str:
    """The body whose diary the number stands in: the first of the municipality with its series, else `otherwise`."""
    for body in archive.bodies:
        if body.header.municipality == municipality and any(
            in_series(number, series) for series in body.header.diary_series
        ):
            return body.id
    return otherwise


def _cases(archive: Archive) -> Iterator[Case]:
    events: dict[Key, list[Event]] = defaultdict(list)
    joined: dict[Key, Key] = {}
    collective: set[Key] = set()
    for body in archive.bodies:
        for item in body.items:
            never_shown = not item.is_told and item.header.withdrawn is None
            if item.header.case_number is None or never_shown:
                continue
            key = (body.header.municipality, item.header.case_number)
            events[key] += _item_events(archive, item)
            if item.header.collective:
                collective.add(key)
            for other in item.header.other_numbers:
                other_body = archive.body(other.body)
                if other_body is not None and other_body.header.municipality == body.header.municipality:
                    _join(joined, key, (other_body.header.municipality, other.number))
        for found in body.lists:
            for row in found.header.decisions:
                if row.case_number is not None:
                    events[body.header.municipality, row.case_number].append(
                        Event(row.date.date, body.id, source=found, decision=row)
                    )
    yield from _grouped(archive, events, joined, collective)


def _item_events(archive: Archive, item: AgendaItem) -> Iterator[Event]:
    meeting = archive.meeting(item.body_id, item.meeting_id)
    time = meeting.header.time if meeting else None
    yield Event(item.meeting_date or item.header.document_date, item.body_id, item, time=time)
    held = meeting.days if meeting else (item.meeting_date,)
    for stop in item.route:
        if stop.body != item.body_id or stop.date not in held:
            yield Event(stop.date, stop.body, item, stop)


def _root(joined: Mapping[Key, Key], key: Key) -> Key:
    while key in joined:
        key = joined[key]
    return key


def _join(joined: dict[Key, Key], one: Key, other: Key) -> None:
    one, other = _root(joined, one), _root(joined, other)
    if one != other:
        joined[other] = one


def _grouped(
    archive: Archive, events: Mapping[Key, list[Event]], joined: Mapping[Key, Key], collective: set[Key]
) -> Iterator[Case]:
    groups: dict[Key, list[Key]] = defaultdict(list)
    for key in dict.fromkeys([*events, *joined, *joined.values()]):
        groups[_root(joined, key)].append(key)
    for keys in groups.values():
        together = sorted(_without_kept_stops([event for key in keys for event in events.get(key, ())]), key=_time)
        numbers = sorted(keys, key=lambda key: min(map(_time, events.get(key, ())), default=_LAST))
        municipality, number = numbers[0]
        yield Case(
            number,
            municipality,
            _diary_body(archive, municipality, number, together[0].body_id),
            any(key in collective for key in keys),
            tuple(together),
            tuple(number for _, number in numbers[1:]),
        )


def _without_kept_stops(events: list[Event]) -> Iterator[Event]:
    """The events without the stops of a route that happened: there the body's own item of that day stands instead."""
    treated = {(event.body_id, event.date) for event in events if event.item is not None and event.stop is None}
    return (event for event in events if event.stop is None or (event.body_id, event.date) not in treated)


_LAST: tuple[dt.date, bool, Moment, str, list[str]] = (dt.date.max, True, moment(dt.date.max, None), "", [])


def _time(event: Event) -> tuple[dt.date, bool, Moment, str, list[str]]:
    """Events in time order; a matter without a known day stands where its route begins, before its stops.

    Of one day and no hour the meeting that is named by it comes before an extra one, whose folder's name is longer, and the
    items of a meeting stand as on its agenda, by the numbers of their files.
    """
    filed = event.item or event.source
    place = filed.document.path if filed else ""
    day = event.date or (event.item.date if event.item and not event.stop else None) or dt.date.max
    return day, event.stop is not None, moment(day, event.time), event.body_id, place.split("/")
