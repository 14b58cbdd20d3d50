"""When a meeting sat: each of its days with its hours, and where on them a time of day falls."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from macros.dates.working_days import shift
from macros.record.archive import Meeting
from macros.record.attendance import Adjournment, Attendant
from macros.record.minutes import MinutesHeader
from macros.record.values import Hours

Span = tuple[dt.datetime, dt.datetime]
"""From when to when."""


@dataclass(frozen=True)
class Sitting:
    """A day of a meeting; `hours` as the minutes say ("tid"), which is `told`, else as it was called."""

    date: dt.date
    hours: Hours | None
    told: bool

    @property
    def span(self) -> Span | None:
        """When it began and ended, where the minutes say both."""
        if not self.told or self.hours is None or self.hours.end is None:
            return None
        end = shift(self.date, 1) if self.hours.pass_midnight else self.date
        return dt.datetime.combine(self.date, self.hours.start), dt.datetime.combine(end, self.hours.end)


@dataclass(frozen=True)
class Sittings:
    """All days of one meeting, in order."""

    days: tuple[Sitting, ...]

    @property
    def dates(self) -> frozenset[dt.date]:
        """The dates that it was held on: its days, and the date that came while it went on past midnight."""
        nights = (shift(one.date, 1) for one in self.days if one.hours is not None and one.hours.pass_midnight)
        return frozenset((*(one.date for one in self.days), *nights))

    def moment(self, date: dt.date | None, time: dt.time) -> dt.datetime | None:
        """When a time of day was: on the named day, else the only one; after midnight it is still that day's meeting.

        None where the meeting has several days and none is named.
        """
        if date is None and len(self.days) > 1:
            return None
        day = date or self.days[0].date
        hours = next((one.hours for one in self.days if one.date == day), None)
        by_night = hours is not None and hours.pass_midnight and time < hours.start
        return dt.datetime.combine(shift(day, 1) if by_night else day, time)

    def was_held_at(self, moment: dt.datetime) -> bool:
        """Whether the meeting may have sat then: false only where the hours of every day are told and none of them holds it."""
        spans = [one.span for one in self.days]
        return any(span is None or span[0] <= moment <= span[1] for span in spans)

    def span_of(self, one: Attendant) -> tuple[dt.datetime | None, dt.datetime | None]:
        """When somebody came and went by the clock; a day alone is the whole of it; None for what is not told or not placed."""
        came = self.moment(one.date, one.arrived_at) if one.arrived_at else None
        went = self.moment(one.date, one.left_at) if one.left_at else None
        if one.date is not None:
            came = came or dt.datetime.combine(one.date, dt.time.min)
            went = went or dt.datetime.combine(one.date, dt.time.max)
        return came, went

    def break_of(self, one: Adjournment) -> tuple[dt.datetime | None, dt.datetime | None]:
        """When an adjournment began and ended, as far as it is told."""
        began, end = self.moment(one.date, one.hours.start), one.hours.end
        if end is None:
            return began, None
        if one.until is not None:
            return began, self.moment(one.until, end)
        ended = self.moment(one.date, end)
        if began and ended and ended < began:
            ended += dt.timedelta(days=1)
        return began, ended


def sittings_of(meeting: Meeting, minutes: MinutesHeader) -> Sittings:
    """The meeting's days with the minutes' hours, and the call's for the days that the minutes say nothing of."""
    called = (meeting.header.hours, *(one.hours for one in meeting.header.further_days))
    told = len(minutes.hours)
    hours = (*minutes.hours, *called[told:])
    return Sittings(
        tuple(Sitting(day, of, n < told) for n, (day, of) in enumerate(zip(meeting.days, hours, strict=False)))
    )
