"""What every page may look up: the archive, the day, and indexes that are made once, not once per page."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property

from macros.dates.deadlines import Deadline, deadlines
from macros.facts.assignments import Assignments
from macros.facts.case_state import CaseState, related, state_of
from macros.facts.cases import Case, Cases
from macros.facts.minutes import Aftermath
from macros.facts.people import People
from macros.pages.inputs import Inputs
from macros.pages.wording import PLANNED, PROPOSED_DAY, State, meeting_states
from macros.record.archive import AgendaItem, Archive, Body, DelegationList, File, Meeting
from macros.record.item import ItemKind, Publication
from macros.record.schedule import Reference, ScheduleHeader, ScheduleState, StepKind
from macros.texts.alphabet import alphabetical


@dataclass(frozen=True)
class Sitting:
    """A day on which a body meets or is to meet: with its folder, or (`meeting` None) only planned by a schedule."""

    body: Body
    date: dt.date
    meeting: Meeting | None = None
    proposed: bool = False
    after: tuple[State, ...] = ()

    @property
    def time(self) -> dt.time | None:
        """When it begins; a planned day has the body's usual hour."""
        return self.meeting.header.time if self.meeting else self.body.header.time

    @property
    def venue(self) -> str | None:
        """Where it is held; a planned day has the body's usual place."""
        return self.meeting.header.venue if self.meeting else self.body.header.venue

    @property
    def states(self) -> tuple[State, ...]:
        """How far it has come, in words."""
        if self.meeting:
            return (*meeting_states(self.meeting), *self.after)
        return (PROPOSED_DAY if self.proposed else PLANNED,)

    @property
    def is_cancelled(self) -> bool:
        """Whether it is not held at all."""
        return self.meeting is not None and self.meeting.is_cancelled


def _sittings(body: Body, aftermath: Aftermath) -> tuple[Sitting, ...]:
    known = {day for meeting in body.meetings for day in _days_of(meeting)}
    planned = {
        meeting.date: Sitting(body, meeting.date, None, found.header.state is ScheduleState.PROPOSED)
        for found in body.schedules
        for meeting in found.header.meetings
        if meeting.date not in known
    }
    held = (Sitting(body, meeting.date, meeting, after=aftermath.states(meeting)) for meeting in body.meetings)
    return tuple(
        sorted((*held, *planned.values()), key=lambda found: (found.date, found.meeting.id if found.meeting else ""))
    )


def _days_of(meeting: Meeting) -> set[dt.date]:
    """The days that the meeting takes up in a schedule: its own, its folder's, and those it was moved from."""
    return {meeting.date, dt.date.fromisoformat(meeting.id[:10]), *(move.old for move in meeting.header.moves)}


def shown(items: tuple[AgendaItem, ...]) -> tuple[AgendaItem, ...]:
    """The items that may be told of: masked ones are, those that are not published at all are not."""
    return tuple(item for item in items if item.header.publication is not Publication.NO)


@dataclass(frozen=True)
class Site:
    """The archive on a day, with the indexes that pages share."""

    archive: Archive
    today: dt.date

    @cached_property
    def inputs(self) -> Inputs:
        """What its pages are made from."""
        return Inputs(self)

    @cached_property
    def _bodies_named(self) -> Counter[str]:
        return Counter(body.name for body in self.archive.body_by_id.values())

    def name(self, body: Body) -> str:
        """The body's name where bodies of several municipalities stand together: with the municipality if another shares it."""
        return body.name if self._bodies_named[body.name] == 1 else f"{body.name}, {body.header.municipality}"

    @cached_property
    def cases(self) -> Cases:
        """All cases, by number."""
        return Cases(self.archive)

    @cached_property
    def aftermath(self) -> Aftermath:
        """What became of the meetings: paragraphs, approvals and notices as they stand on the day."""
        return Aftermath(self.archive, self.today)

    @cached_property
    def people(self) -> People:
        """The elected representatives, by body and name."""
        return People(self.archive, self.aftermath)

    @cached_property
    def assignments(self) -> Assignments:
        """What the decisions tell somebody to do."""
        return Assignments(self.aftermath)

    @cached_property
    def _case_states(self) -> dict[str, CaseState]:
        return {case.address: state_of(case, self.archive, self.aftermath, self.assignments) for case in self.cases.all}

    def case_state(self, case: Case) -> CaseState:
        """How far the case has come."""
        return self._case_states[case.address]

    @cached_property
    def related(self) -> dict[str, list[Case]]:
        """Address of a case → the cases that it is related to."""
        return related(self.archive, self.cases)

    @cached_property
    def _meetings_by_day(self) -> dict[tuple[str, dt.date], Meeting]:
        return {(meeting.body_id, meeting.date): meeting for meeting in reversed(self.archive.meetings)}

    def meeting_on(self, body_id: str, day: dt.date | None) -> Meeting | None:
        """The body's meeting of that day, the first one if there are several."""
        return self._meetings_by_day.get((body_id, day)) if day else None

    def case_of(self, item: AgendaItem) -> Case | None:
        """The item's case, if it has a number."""
        return self.cases.of(item.body_id, item.header.case_number)

    @cached_property
    def _cases_by_body(self) -> dict[str, list[Case]]:
        cases: dict[str, list[Case]] = defaultdict(list)
        for case in self.cases.all:
            for body_id in {event.body_id for event in case.events}:
                cases[body_id].append(case)
        return cases

    def cases_in(self, body: Body) -> list[Case]:
        """The cases in which the body has an item, a delegated decision or a stop of a route."""
        return self._cases_by_body.get(body.id, [])

    def has_list_of_cases(self, body: Body) -> bool:
        """Whether the body has a list of cases, or of items without a number."""
        items = tuple(body.items)
        return bool(self.cases_in(body) or shown(items) or any(item.header.withdrawn for item in items))

    @cached_property
    def _sittings(self) -> dict[str, tuple[Sitting, ...]]:
        return {body.id: _sittings(body, self.aftermath) for body in self.archive.bodies}

    def sittings(self, body: Body) -> tuple[Sitting, ...]:
        """The body's meetings and planned days, in time order."""
        return self._sittings[body.id]

    def sittings_in(self, body: Body, year: int) -> list[Sitting]:
        """The body's meetings and planned days of a year, in time order."""
        return [found for found in self.sittings(body) if found.date.year == year]

    def coming(self, body: Body) -> tuple[Sitting, ...]:
        """What is ahead, today included; nothing for a body that is no longer followed ("historiskt")."""
        return (
            () if body.header.historical else tuple(found for found in self.sittings(body) if found.date >= self.today)
        )

    @cached_property
    def all_coming(self) -> list[Sitting]:
        """What is ahead in all bodies, in time order."""
        ahead = (found for body in self.archive.bodies for found in self.coming(body))
        return sorted(ahead, key=lambda found: (found.date, found.body.id))

    def years(self, body: Body) -> list[int]:
        """The years of which the body has something, latest first."""
        planned = {found.header.year for found in body.schedules}
        return sorted(planned | {sitting.date.year for sitting in self.sittings(body)}, reverse=True)

    @cached_property
    def _items(self) -> dict[tuple[str, str], AgendaItem]:
        return {(item.body_id, f"{item.meeting_id or 'arenden'}/{item.slug}"): item for item in self.archive.items}

    def item(self, body_id: str, reference: str) -> AgendaItem | None:
        """The item that a text such as `2017-09-14/delar-2` means, if it may be told of."""
        found = self._items.get((body_id, reference))
        return found if found and found.header.publication is not Publication.NO else None

    def referred(self, body_id: str, reference: Reference | None) -> AgendaItem | None:
        """The item that a schedule refers to."""
        return self.item(body_id, f"{reference.meeting.isoformat()}/{reference.item}") if reference else None

    @cached_property
    def _continued(self) -> dict[str, AgendaItem]:
        """Address of an item → the item that continues it."""
        return {
            before.address: item
            for item in self.archive.items
            if item.header.continues
            and item.header.publication is not Publication.NO
            and (before := self.item(item.body_id, item.header.continues))
        }

    def continued_by(self, item: AgendaItem) -> AgendaItem | None:
        """The later item that takes this one up again."""
        return self._continued.get(item.address)

    @cached_property
    def _routed(self) -> dict[str, list[AgendaItem]]:
        routed: dict[str, list[AgendaItem]] = defaultdict(list)
        for item in self.archive.items:
            if item.header.publication is not Publication.NO:
                for body_id in {stop.body for stop in item.header.route} - {item.body_id}:
                    routed[body_id].append(item)
        return routed

    def routed(self, body: Body) -> list[AgendaItem]:
        """Other bodies' items whose route passes this one."""
        return self._routed.get(body.id, [])

    @cached_property
    def _files(self) -> dict[tuple[str, str | None], dict[str, File]]:
        files: dict[tuple[str, str | None], dict[str, File]] = {
            (body.id, None): {file.name: file for file in body.files} for body in self.archive.bodies
        }
        for meeting in self.archive.meetings:
            files[meeting.body_id, meeting.id] = {file.name: file for file in meeting.files}
        return files

    def file(self, item: AgendaItem, name: str) -> File | None:
        """The attachment's file beside the item, if it is there."""
        return self._files[item.body_id, item.meeting_id].get(name)

    def steps(self, body: Body, date: dt.date) -> tuple[Deadline, ...]:
        """The steps of a meeting on this date, by the year's schedule; none without a schedule."""
        found = body.schedule(date.year)
        return deadlines(found.header, date) if found else ()

    def dispatch_day(self, body: Body, date: dt.date) -> dt.date | None:
        """When the papers of a meeting are to be sent at the latest: by a step of the schedule, else by the body's own rule."""
        sent = [
            step.date for step in self.steps(body, date) if step.step.kind is StepKind.DISPATCH and step.date <= date
        ]
        if sent:
            return sent[0]
        days = body.header.summons_days
        return date - dt.timedelta(days=days) if days is not None else None


def schedule_of(body: Body, date: dt.date) -> ScheduleHeader | None:
    """The schedule of the date's year."""
    found = body.schedule(date.year)
    return found.header if found else None


def holds_lists(item: AgendaItem) -> bool:
    """Whether the meeting's delegation lists are reported under this item."""
    return item.header.kind is ItemKind.DELEGATION


def lists_of(meeting: Meeting) -> list[DelegationList]:
    """The meeting's delegation lists by unit in Swedish order, then by month."""
    return sorted(meeting.lists, key=lambda found: (alphabetical(found.header.unit), found.header.month))
