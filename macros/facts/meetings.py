"""Meetings on a day: which days a body meets on, which one is next, when its papers go out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from macros.dates.deadlines import Deadline, deadline, deadlines
from macros.dates.working_days import public_holiday, shift
from macros.facts.minutes import AllMinutes, Minuted
from macros.record.archive import Archive, Body, DelegationList, Meeting
from macros.record.moments import Moment, moment
from macros.record.schedule import PlannedKind, PlannedMeeting, ScheduleHeader, ScheduleState, StepKind
from macros.record.schema import Document
from macros.record.summons import FurtherDay, MeetingKind
from macros.record.values import Hours
from macros.texts.alphabet import alphabetical


@dataclass(frozen=True)
class MeetingDay:
    """A day on which a body meets or is to meet: with its folder, or (`meeting` None) only planned by a schedule.

    Exactly one of `meeting` and `planned_by` is set. Of a meeting of several days ("fler_dagar") it is the first, but in a
    calendar each. A day that a meeting was moved from is none of the meeting's.
    """

    body: Body
    date: dt.date
    today: dt.date
    meeting: Meeting | None = None
    minuted: Minuted | None = None
    planned_by: Document[ScheduleHeader] | None = None

    @property
    def planned(self) -> PlannedMeeting | None:
        """The schedule's row, of a day that is only planned."""
        rows = self.planned_by.header.meetings if self.planned_by else ()
        return next((row for row in rows if self.date in row.days), None)

    @property
    def hours(self) -> Hours | None:
        """From when to when; a planned day has its own hour or the body's usual one, a further day its own alone."""
        if self._further:
            return self._further.hours
        if self.meeting:
            return self.meeting.header.hours
        begins = (self.planned and self.planned.time) or self.body.header.time
        return Hours(begins) if begins else None

    @property
    def time(self) -> dt.time | None:
        """When it begins."""
        return self.hours.start if self.hours else None

    @property
    def venue(self) -> str | None:
        """Where it is held; a planned day has its own place or the body's usual one, a further day where the first was."""
        if self.meeting:
            return (self._further and self._further.venue) or self.meeting.header.venue
        own = (self._further and self._further.venue) or (self.planned and self.planned.venue)
        return own or self.body.header.venue

    @property
    def _further(self) -> FurtherDay | None:
        """What the call or the schedule says of the day, where it is not the meeting's first."""
        said = self.meeting.header if self.meeting else self.planned
        return next((one for one in (said.further_days if said else ()) if one.date == self.date), None)

    @property
    def days(self) -> tuple[dt.date, ...]:
        """The meeting's days, the first one first; a day that was left alone."""
        if self.meeting is not None:
            return (self.date,) if self.is_left else self.meeting.days
        return self.planned.days if self.planned else (self.date,)

    @property
    def each_day(self) -> tuple[MeetingDay, ...]:
        """The meeting on each of its days."""
        return tuple(replace(self, date=day) for day in self.days)

    @property
    def note(self) -> str | None:
        """What the schedule says of a planned day."""
        return self.planned.note if self.planned else None

    @property
    def planned_kind(self) -> PlannedKind | None:
        """What the schedule keeps a planned day for, when it is no ordinary meeting."""
        return self.planned.kind if self.planned else None

    @property
    def is_reserve(self) -> bool:
        """Whether the day is only kept in reserve ("reserv"): nothing is awaited of it until its call is made."""
        return self.planned_kind is PlannedKind.RESERVE

    @property
    def moment(self) -> Moment:
        """Its place in time order."""
        return moment(self.date, self.time)

    @property
    def is_left(self) -> bool:
        """Whether the meeting was moved from this day."""
        return self.meeting is not None and self.date not in self.meeting.days

    @property
    def has_passed(self) -> bool:
        """Whether the meeting is over, with its last day; today not included."""
        return max(self.days) < self.today

    @property
    def call_due(self) -> dt.date | None:
        """The last day for its call, while that day is not over; None afterwards, and where nothing says when."""
        day = dispatch_day(self.body, self.date)
        return day if day is not None and day >= self.today else None

    @property
    def is_proposed(self) -> bool:
        """Whether the schedule that plans it is itself only proposed."""
        return self.planned_by is not None and self.planned_by.header.state is ScheduleState.PROPOSED

    @property
    def is_cancelled(self) -> bool:
        """Whether it is not held at all."""
        return self.meeting is not None and self.meeting.is_cancelled


def first_day(meeting: Meeting) -> dt.date:
    """The day on which the meeting was first to be held."""
    return meeting.header.moves[0].old if meeting.header.moves else meeting.date


def has_its_day(meeting: Meeting) -> bool:
    """Whether the meeting was first to be held on the day that its folder is named by."""
    return meeting.id.startswith(first_day(meeting).isoformat())


def was_held(meeting: Meeting, today: dt.date) -> bool:
    """Whether the meeting has been held, and what it was to be told of has been told: from the day after its last."""
    return meeting.last_day < today and not meeting.is_cancelled


def days_taken_up(meeting: Meeting) -> frozenset[dt.date]:
    """The days of a schedule that are this meeting: each of its own, its folder's, and each that it was moved from or to.

    A planned day that is none of any meeting's is a meeting that is missing.
    """
    moved = {day for move in meeting.header.moves for day in (move.old, move.new)}
    try:
        return frozenset((*meeting.days, dt.date.fromisoformat(meeting.id[:10]), *moved))
    except ValueError:
        return frozenset((*meeting.days, *moved))


def lists_of(meeting: Meeting) -> list[DelegationList]:
    """The meeting's delegation lists by unit in Swedish order, then by month."""
    return sorted(meeting.lists, key=lambda found: (alphabetical(found.header.unit), found.header.month))


def schedule_of(body: Body, date: dt.date) -> ScheduleHeader | None:
    """The schedule of the date's year."""
    found = body.schedule(date.year)
    return found.header if found else None


def nearest_planned(schedule: ScheduleHeader, date: dt.date) -> dt.date | None:
    """The day of the schedule nearest to the date, to be proposed: never a holiday or a day of another year."""
    days = [one.date for one in schedule.meetings if one.date.year == schedule.year and not public_holiday(one.date)]
    return min(days, key=lambda day: abs(day - date), default=None)


def steps(body: Body, date: dt.date) -> tuple[Deadline, ...]:
    """The steps of a meeting on this date, by the year's schedule; none without a schedule."""
    schedule = schedule_of(body, date)
    return deadlines(schedule, date) if schedule else ()


def dispatch_day(body: Body, date: dt.date) -> dt.date | None:
    """The call in time ("kallelse i tid"): sent at the latest on the schedule's first day of dispatch ("utskick").

    A later dispatch ("kompletterande utskick") only adds to the call. Without any step it is counted by the body's own
    rule ("kallelse_senast"); None where neither says anything.
    No statute sets the day for a board. Source: the body's schedule, the body's reglemente; KL 6:44.
    """
    sent = [step.date for step in steps(body, date) if step.step.kind is StepKind.DISPATCH and step.date <= date]
    if sent:
        return min(sent)
    return None if body.header.summons_days is None else shift(date, -body.header.summons_days)


def absence_due(body: Body, meeting: Meeting) -> Deadline | None:
    """The last day to say that one cannot come ("anmäl_förhinder"), where the call names a step of the schedule."""
    schedule, absence = schedule_of(body, meeting.date), meeting.header.absence
    return deadline(schedule, meeting.date, absence.step) if schedule and absence and absence.step else None


class AllMeetings:
    """Every meeting and planned day of an archive on a day."""

    def __init__(self, archive: Archive, minutes: AllMinutes, today: dt.date) -> None:
        self._archive = archive
        self._minutes = minutes
        self._today = today
        self._days: dict[str, tuple[MeetingDay, ...]] = {}

    def of(self, body: Body) -> tuple[MeetingDay, ...]:
        """The body's meetings and planned days, in time order."""
        if body.id not in self._days:
            self._days[body.id] = tuple(
                sorted(self._of(body), key=lambda found: (found.moment, found.meeting.id if found.meeting else ""))
            )
        return self._days[body.id]

    def _of(self, body: Body) -> Iterable[MeetingDay]:
        taken = {day for meeting in body.meetings for day in days_taken_up(meeting)}
        planned = {
            one.date: MeetingDay(body, one.date, self._today, planned_by=schedule)
            for schedule in body.schedules
            for one in schedule.header.meetings
            if taken.isdisjoint(one.days)
        }
        held = map(self.day_of, body.meetings)
        return (*held, *planned.values())

    def day_of(self, meeting: Meeting) -> MeetingDay:
        """The meeting on its day, with its minutes."""
        body = self._archive.body_by_id[meeting.body_id]
        return MeetingDay(body, meeting.date, self._today, meeting, self._minutes.of_meeting(meeting))

    def with_left(self, body: Body) -> list[MeetingDay]:
        """The body's meetings and planned days, and the days that meetings were moved from, in time order."""
        left = [
            MeetingDay(body, date, self._today, meeting)
            for meeting in body.meetings
            for date in dict.fromkeys(move.old for move in meeting.header.moves)
            if date not in meeting.days
        ]
        return sorted((*self.of(body), *left), key=lambda found: found.moment)

    def day_by_day(self, body: Body) -> list[MeetingDay]:
        """What a calendar shows: as `with_left`, and every further day of a meeting that has several."""
        return [day for found in self.with_left(body) for day in found.each_day]

    def unopened(self, body: Body) -> list[MeetingDay]:
        """The days of the schedules that have no meeting's folder and should have one: not those in reserve ("reserv")."""
        return [found for found in self.of(body) if found.meeting is None and not found.is_reserve]

    def in_year(self, body: Body, year: int) -> list[MeetingDay]:
        """The body's meetings, planned days and days moved from of a year, in time order."""
        return [found for found in self.with_left(body) if found.date.year == year]

    def years(self, body: Body) -> list[int]:
        """The years of which the body has something, latest first."""
        planned = {found.header.year for found in body.schedules}
        return sorted(planned | {found.date.year for found in self.with_left(body)}, reverse=True)

    def coming(self, body: Body) -> tuple[MeetingDay, ...]:
        """What is ahead or not over, today included; nothing for a body that is no longer followed ("historiskt")."""
        if body.header.historical:
            return ()
        return tuple(found for found in self.of(body) if not found.has_passed)

    def opened(self, body: Body) -> tuple[MeetingDay, ...]:
        """What is ahead or not over and is to be held, as far as it has a folder."""
        return tuple(found for found in self.coming(body) if found.meeting is not None and not found.is_cancelled)

    def next(self, body: Body) -> MeetingDay | None:
        """The body's next meeting or planned day that is not cancelled, nor only kept in reserve."""
        return next((found for found in self.coming(body) if not found.is_cancelled and not found.is_reserve), None)

    @cached_property
    def all_coming(self) -> list[MeetingDay]:
        """What is ahead in all bodies, in time order."""
        return _in_order(found for body in self._archive.bodies for found in self.coming(body))

    @cached_property
    def next_of_each(self) -> list[MeetingDay]:
        """Each body's next meeting, in time order."""
        return _in_order(found for body in self._archive.bodies if (found := self.next(body)))

    @cached_property
    def _by_day(self) -> dict[tuple[str, dt.date], Meeting]:
        meetings = sorted(self._archive.meetings, key=lambda meeting: meeting.header.kind is not MeetingKind.ORDINARY)
        return {(meeting.body_id, day): meeting for meeting in reversed(meetings) for day in meeting.days}

    def on(self, body_id: str, day: dt.date | None) -> Meeting | None:
        """The body's meeting of that day: the ordinary one if there are several, else the first."""
        return self._by_day.get((body_id, day)) if day else None


def _in_order(days: Iterable[MeetingDay]) -> list[MeetingDay]:
    return sorted(days, key=lambda found: (found.moment, found.body.id))
