"""The whole record as frozen, typed objects. What is derived from it is a property or a function, never stored."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from macros import addresses
from macros.record.body import BodyHeader
from macros.record.delegation import DelegationListHeader, DelegationOrderHeader, ListedDecision, Notice
from macros.record.filed import File, Filed
from macros.record.former_names import named_on
from macros.record.item import ItemHeader, Publication, RouteStop, WithheldReason
from macros.record.ledgers import NOTHING_RELEASED, Released
from macros.record.members import MembersHeader
from macros.record.minutes import MinutesHeader
from macros.record.moments import Moment, moment
from macros.record.numbers import ItemNumber
from macros.record.paper import Paper
from macros.record.reuse import NOTHING_SAID, Reuse
from macros.record.schedule import ScheduleHeader
from macros.record.schema import Document
from macros.record.summons import MeetingState, SummonsHeader


@dataclass(frozen=True)
class AgendaItem(Filed[ItemHeader]):
    """An item ("ärende") of a meeting; `meeting_id` and `number` are None for a matter without a known meeting."""

    body_id: str
    meeting_id: str | None
    meeting_date: dt.date | None
    number: ItemNumber | None
    slug: str
    papers: tuple[Paper, ...] = ()

    @property
    def is_public(self) -> bool:
        """Whether title and text may be shown."""
        return self.header.is_shown

    @property
    def is_told(self) -> bool:
        """Whether it may be told that it is there: a masked one is, one that is not published at all ("nej") is not."""
        return self.header.publication is not Publication.NO

    @property
    def is_draft(self) -> bool:
        """Whether nobody has read it yet ("oläst"), so that it is on no agenda and has no address."""
        return not self.is_told and self.header.reason is WithheldReason.UNREAD and self.header.withdrawn is None

    @property
    def is_withheld(self) -> bool:
        """Whether title and text are kept from being shown, and not only unread."""
        return not self.is_public and not self.is_draft

    @property
    def title(self) -> str:
        """What a reader may see as title: the title itself, or that something is left out."""
        if self.header.withdrawn is not None:
            return "Tillbakadraget ärende"
        if self.header.publication is Publication.MASKED:
            return "Ärendet visas inte"
        if not self.is_told:
            return "Ärende som inte publiceras"
        return self.header.title or "Ärende utan rubrik"

    @cached_property
    def address(self) -> str:
        """The item's address."""
        return addresses.item(self.body_id, self.meeting_id, self.slug)

    @property
    def route(self) -> tuple[RouteStop, ...]:
        """The route ("beslutsgång"); the body's own stop without a day is the meeting that the item is on."""
        stops = self.header.route
        own = [stop for stop in stops if stop.body == self.body_id]
        if self.meeting_date is None or any(stop.date == self.meeting_date for stop in own):
            return stops
        here = next((stop for stop in own if stop.date is None), None)
        return tuple(stop.model_copy(update={"date": self.meeting_date}) if stop is here else stop for stop in stops)

    @property
    def date(self) -> dt.date | None:
        """The meeting's date; for a matter without one, the first day of its route or the document's own date."""
        routed = [stop.date for stop in self.header.route if stop.date is not None]
        return self.meeting_date or (min(routed) if routed else self.header.document_date)


@dataclass(frozen=True)
class DelegationList(Filed[DelegationListHeader]):
    """A unit's list of delegated decisions, reported at a meeting."""

    body_id: str
    meeting_id: str
    slug: str

    @property
    def address(self) -> str:
        """The list's address."""
        return addresses.delegation_list(self.body_id, self.slug)

    def address_of(self, decision: ListedDecision) -> str:
        """The address of one of its decisions: its own page's ("sida"), else the list's."""
        return addresses.delegated_decision(self.address, decision.page) if decision.page else self.address


@dataclass(frozen=True)
class Meeting(Filed[SummonsHeader]):
    """A meeting ("sammanträde") with its items in order and its delegation lists."""

    body_id: str
    id: str
    items: tuple[AgendaItem, ...] = ()
    lists: tuple[DelegationList, ...] = ()
    files: tuple[File, ...] = ()
    minutes: Document[MinutesHeader] | None = None

    @property
    def date(self) -> dt.date:
        """The day the meeting is held; of several ("fler_dagar") the first, by which it is ordered and counted back from."""
        return self.header.date

    @cached_property
    def days(self) -> tuple[dt.date, ...]:
        """Every day of the meeting, the first one first."""
        return (self.date, *(one.date for one in self.header.further_days))

    @property
    def last_day(self) -> dt.date:
        """The day on which the meeting is over, and what comes after it is counted from."""
        return max(self.days)

    @property
    def moment(self) -> Moment:
        """Its place in time order among other bodies' meetings."""
        return moment(self.date, self.header.time)

    @property
    def order(self) -> tuple[Moment, str]:
        """Its place among the body's meetings: by time, then by the folder's name."""
        return self.moment, self.id

    @cached_property
    def address(self) -> str:
        """The meeting's address."""
        return addresses.meeting(self.body_id, self.id)

    @property
    def agenda(self) -> tuple[AgendaItem, ...]:
        """The items that are still on the agenda: those that were not struck from it ("utgår")."""
        return tuple(item for item in self.items if item.header.struck is None)

    @property
    def is_cancelled(self) -> bool:
        """Whether the meeting is not held at all."""
        return self.header.state is MeetingState.CANCELLED


@dataclass(frozen=True)
class Body(Filed[BodyHeader]):
    """A body ("organ") with everything it has published; meetings and schedules in time order."""

    id: str
    schedules: tuple[Document[ScheduleHeader], ...] = ()
    orders: tuple[Document[DelegationOrderHeader], ...] = ()
    meetings: tuple[Meeting, ...] = ()
    matters: tuple[AgendaItem, ...] = ()
    files: tuple[File, ...] = ()
    members: Document[MembersHeader] | None = None
    notices: tuple[Notice, ...] = ()

    @property
    def name(self) -> str:
        """The body's name."""
        return self.header.name

    def name_on(self, day: dt.date | None) -> str:
        """The body's name on this day; its name now where there is no day."""
        return self.name if day is None else named_on(day, self.name, self.header.former_names)

    def short_on(self, day: dt.date) -> str:
        """Its short name, if it is told and its name is the one of this day; else the name of the day."""
        name = self.name_on(day)
        return self.header.short_name or name if name == self.name else name

    @property
    def address(self) -> str:
        """The body's address."""
        return addresses.body(self.id)

    @property
    def lists(self) -> tuple[DelegationList, ...]:
        """All delegation lists, in the order of their meetings."""
        return tuple(found for meeting in self.meetings for found in meeting.lists)

    @property
    def items(self) -> Iterator[AgendaItem]:
        """All items of all meetings, then the matters without a meeting."""
        for meeting in self.meetings:
            yield from meeting.items
        yield from self.matters

    def schedule(self, year: int) -> Document[ScheduleHeader] | None:
        """The year's schedule, if there is one."""
        return next((found for found in self.schedules if found.header.year == year), None)

    def order_on(self, day: dt.date) -> Document[DelegationOrderHeader] | None:
        """The delegation order in force on this day; one without a first day is in force until a dated one takes over."""
        return next((order for order in reversed(self.orders) if (order.header.since or dt.date.min) <= day), None)

    @cached_property
    def has_minutes(self) -> bool:
        """Whether there are minutes of any of its meetings."""
        return any(meeting.minutes for meeting in self.meetings)

    @cached_property
    def meeting_by_id(self) -> dict[str, Meeting]:
        """Meetings by folder name."""
        return {meeting.id: meeting for meeting in self.meetings}


@dataclass(frozen=True)
class Archive:
    """The whole record, bodies in order of id, and what of it has been released.

    `changed_on` holds, by path, the days on which files were changed; it is empty where not all of them are known. `reuse` is
    what the site's settings say of using it again.
    """

    bodies: tuple[Body, ...] = ()
    released: Released = NOTHING_RELEASED
    changed_on: Mapping[str, tuple[dt.date, ...]] = field(default_factory=dict)
    reuse: Reuse = NOTHING_SAID

    @cached_property
    def body_by_id(self) -> dict[str, Body]:
        """Bodies by id."""
        return {body.id: body for body in self.bodies}

    def body(self, body_id: str) -> Body | None:
        """The body with this id, if there is one."""
        return self.body_by_id.get(body_id)

    @cached_property
    def meetings(self) -> tuple[Meeting, ...]:
        """All meetings over all bodies, in time order."""
        return tuple(
            sorted((m for body in self.bodies for m in body.meetings), key=lambda m: (m.moment, m.body_id, m.id))
        )

    @property
    def items(self) -> Iterator[AgendaItem]:
        """All items of all bodies."""
        for body in self.bodies:
            yield from body.items

    @cached_property
    def drafts(self) -> tuple[AgendaItem, ...]:
        """The items that nobody has read yet ("oläst")."""
        return tuple(item for item in self.items if item.is_draft)

    @cached_property
    def without_drafts(self) -> Archive:
        """What may be shown and judged: the record as if no draft were there."""
        return self.without({item.document.path for item in self.drafts})

    def without(self, items: Collection[str]) -> Archive:
        """The record as if the items in these files were not there."""
        return replace(self, bodies=tuple(_without(body, items) for body in self.bodies)) if items else self

    def meeting(self, body_id: str, meeting_id: str | None) -> Meeting | None:
        """The meeting in this folder, if there is one."""
        body = self.body(body_id)
        return body.meeting_by_id.get(meeting_id) if body and meeting_id else None

    def documents(self) -> Iterator[Document[Any]]:
        """Every file that was read."""
        for body in self.bodies:
            minutes = (meeting.minutes for meeting in body.meetings)
            own: list[Document[Any] | None] = [body.document, body.members, *body.schedules, *body.orders, *minutes]
            yield from filter(None, own)
            yield from (notice.document for notice in body.notices)
            yield from (meeting.document for meeting in body.meetings)
            yield from (found.document for found in body.lists)
        for item in self.items:
            yield item.document
            yield from (paper.document for paper in item.papers)


def _without(body: Body, paths: Collection[str]) -> Body:
    def left(items: tuple[AgendaItem, ...]) -> tuple[AgendaItem, ...]:
        return tuple(item for item in items if item.document.path not in paths)

    meetings = tuple(replace(meeting, items=left(meeting.items)) for meeting in body.meetings)
    return replace(body, meetings=meetings, matters=left(body.matters))
