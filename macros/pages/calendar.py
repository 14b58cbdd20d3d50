"""The calendar ("kalender"): all bodies' meetings, month by month."""

from __future__ import annotations

import calendar
import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from macros import addresses
from macros.dates.working_days import public_holiday
from macros.facts.day import Day
from macros.facts.meetings import MeetingDay
from macros.pages import layout, subscriptions, wording
from macros.pages.inputs import Inputs
from macros.pages.layout import Link
from macros.pages.page import Page, Promise
from macros.record.loose_dates import MONTHS, WEEKDAYS
from macros.record.values import Month

KIND = "Kalender"

Days = dict[dt.date, list[MeetingDay]]


@dataclass(frozen=True)
class CalendarDay:
    """A day of the month's grid; `inside` is False for days of the months beside it, which the grid leaves empty."""

    date: dt.date
    inside: bool
    holiday: str | None
    meeting_days: tuple[MeetingDay, ...]


def pages(facts: Day, inputs: Inputs) -> Iterator[Promise]:
    """The calendar with what is coming, and a page for every month of a year that has a meeting.

    Not only for the months that hold one: a released address never dies, and a meeting may move from one month to another.
    """
    days: Days = defaultdict(list)
    for body in facts.archive.bodies:
        for meeting_day in facts.meetings.day_by_day(body):
            days[meeting_day.date].append(meeting_day)
    years = {day.year for day in days} | {int(meeting.id[:4]) for meeting in facts.archive.meetings}
    months = [Month(year, number) for year in sorted(years) for number in range(1, len(MONTHS) + 1)]
    yield Promise(addresses.CALENDAR, KIND, partial(_index, facts, months))
    by_month: dict[Month, list[MeetingDay]] = defaultdict(list)
    for day, meeting_days in days.items():
        by_month[_month_of(day)] += meeting_days
    for before, month, after in zip((None, *months), months, (*months[1:], None), strict=False):
        made_of = (f"{before} {after}", *map(inputs.meeting_day, by_month[month]))
        yield Promise(_link(month).address, KIND, partial(_month, facts, days, month, before, after), made_of)


def _month_of(date: dt.date) -> Month:
    return Month(date.year, date.month)


def _link(month: Month) -> Link:
    return Link(wording.month(month), addresses.calendar_month(dt.date(month.year, month.month, 1)))


def _index(facts: Day, months: list[Month]) -> Page:
    coming = [
        (_link(month), list(found))
        for month, found in groupby(facts.meetings.all_coming, lambda found: _month_of(found.date))
    ]
    years = [(year, [_link(month) for month in found]) for year, found in groupby(months, lambda month: month.year)]
    return layout.page(
        facts,
        "calendar.html",
        addresses.CALENDAR,
        "Kalender",
        "Kommande sammanträden i alla organ, och alla månader i arkivet.",
        [layout.START],
        KIND,
        dated=True,
        alternates=subscriptions.OF_ALL,
        coming=coming,
        years=list(reversed(years)),
    )


def _month(facts: Day, days: Days, month: Month, before: Month | None, after: Month | None) -> Page:
    weeks = calendar.Calendar().monthdatescalendar(month.year, month.month)
    heading = wording.month(month).capitalize()
    grid = [[_day(days, date, month) for date in week] for week in weeks]
    return layout.page(
        facts,
        "calendar_month.html",
        _link(month).address,
        heading,
        f"Sammanträden i alla organ, {wording.month(month)}.",
        [layout.START, layout.CALENDAR],
        KIND,
        dated=any(facts.matters_at(found) for day in days if day in month for found in days[day]),
        title=f"Kalender {wording.month(month)}",
        weeks=grid,
        weekdays=WEEKDAYS,
        is_empty=not any(day in month for day in days),
        month_name=wording.month(month),
        before=_link(before) if before else None,
        after=_link(after) if after else None,
    )


def _day(days: Days, date: dt.date, month: Month) -> CalendarDay:
    inside = date in month
    return CalendarDay(
        date,
        inside,
        public_holiday(date) if inside else None,
        tuple(sorted(days.get(date, ()), key=lambda found: (found.moment, found.body.id))) if inside else (),
    )
