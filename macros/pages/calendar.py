"""The calendar ("kalender"): all bodies' meetings and the last days of appeal, month by month."""

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
from macros.facts.notices import Posted
from macros.pages import record_page, subscriptions, wording
from macros.pages.counted import meetings_per_year
from macros.pages.inputs import Inputs
from macros.pages.page import Page, Promise
from macros.pages.record_page import Link
from macros.record.loose_dates import MONTHS, WEEKDAYS
from macros.record.values import Month

KIND = "Kalender"


@dataclass(frozen=True)
class Days:
    """What stands in the calendar: meetings, planned days and days that were left, and notices by their last day of appeal."""

    meetings: dict[dt.date, list[MeetingDay]]
    notices: dict[dt.date, list[Posted]]

    def has_any(self, month: Month) -> bool:
        """Whether anything stands in the month."""
        return any(day in month for day in (*self.meetings, *self.notices))


@dataclass(frozen=True)
class CalendarDay:
    """A day of the month's grid; `inside` is False for days of the months beside it, which the grid leaves empty.

    `notices` are those that the decisions of can be appealed for the last time on the day.
    """

    date: dt.date
    inside: bool
    holiday: str | None
    meeting_days: tuple[MeetingDay, ...]
    notices: tuple[Posted, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing happens on the day."""
        return not self.meeting_days and not self.notices


Week = list[CalendarDay]


@dataclass(frozen=True)
class DayAhead:
    """One thing that is coming: a meeting, or the last day to appeal against what a notice is about."""

    date: dt.date
    meeting_day: MeetingDay | None = None
    notice: Posted | None = None


@dataclass(frozen=True)
class MonthAhead:
    """A month with what is left of it: its grid, and what is coming in words, day by day."""

    link: Link
    weeks: list[Week]
    coming: tuple[DayAhead, ...]


def pages(facts: Day, inputs: Inputs) -> Iterator[Promise]:
    """The calendar with what is coming, and a page for every month of a year that has a meeting.

    Not only for the months that hold one: a released address never dies, and a meeting may move from one month to another.
    """
    days = _days(facts)
    years = {day.year for day in days.meetings} | {int(meeting.id[:4]) for meeting in facts.archive.meetings}
    months = [Month(year, number) for year in sorted(years) for number in range(1, len(MONTHS) + 1)]
    yield Promise(addresses.CALENDAR, KIND, partial(_index, facts, days, months))
    told: dict[Month, list[str]] = defaultdict(list)
    for day, meeting_days in days.meetings.items():
        told[_month_of(day)] += map(inputs.meeting_day, meeting_days)
    for day, notices in days.notices.items():
        told[_month_of(day)] += map(inputs.notice, notices)
    for before, month, after in zip((None, *months), months, (*months[1:], None), strict=False):
        made_of = (f"{before} {after}", *told[month])
        yield Promise(_link(month).address, KIND, partial(_month, facts, days, month, before, after), made_of)


def _days(facts: Day) -> Days:
    found = Days(defaultdict(list), defaultdict(list))
    for body in facts.archive.bodies:
        for meeting_day in facts.meetings.day_by_day(body):
            found.meetings[meeting_day.date].append(meeting_day)
    for notice in facts.notices.all:
        if notice.is_reviewable and not notice.removed_early:
            found.notices[notice.last_day.date].append(notice)
    return found


def _month_of(date: dt.date) -> Month:
    return Month(date.year, date.month)


def _link(month: Month) -> Link:
    return Link(wording.month(month), addresses.calendar_month(dt.date(month.year, month.month, 1)))


def _index(facts: Day, days: Days, months: list[Month]) -> Page:
    years = [(year, [_link(month) for month in found]) for year, found in groupby(months, lambda month: month.year)]
    return record_page.page(
        facts,
        "calendar.html",
        addresses.CALENDAR,
        "Kalender",
        "Kommande sammanträden och sista dagar att överklaga i alla organ, och alla månader i arkivet.",
        [record_page.START],
        KIND,
        found=record_page.found_list(facts),
        dated=True,
        alternates=subscriptions.OF_ALL,
        ahead=list(_ahead(facts, days, set(months))),
        years=list(reversed(years)),
        counted=meetings_per_year(facts),
        weekdays=WEEKDAYS,
    )


def _ahead(facts: Day, days: Days, months: set[Month]) -> Iterator[MonthAhead]:
    """The months in which something is coming, the nearest first."""
    coming = [DayAhead(found.date, meeting_day=found) for found in facts.meetings.all_coming]
    for day in days.notices:
        if day >= facts.today and _month_of(day) in months:
            coming += [DayAhead(day, notice=notice) for notice in days.notices[day]]
    coming.sort(key=lambda one: one.date)
    for month, found in groupby(coming, lambda one: _month_of(one.date)):
        yield MonthAhead(_link(month), _weeks(days, month), tuple(found))


def _month(facts: Day, days: Days, month: Month, before: Month | None, after: Month | None) -> Page:
    heading, weeks = wording.month(month).capitalize(), _weeks(days, month)
    return record_page.page(
        facts,
        "calendar_month.html",
        _link(month).address,
        heading,
        f"Sammanträden och sista dagar att överklaga i alla organ, {wording.month(month)}.",
        [record_page.START, record_page.CALENDAR],
        KIND,
        dated=any(facts.matters_at(found) for day in days.meetings if day in month for found in days.meetings[day]),
        title=f"Kalender {wording.month(month)}",
        weeks=weeks,
        weekdays=WEEKDAYS,
        is_empty=not days.has_any(month),
        month_name=wording.month(month),
        shortened=_shortened(weeks),
        before=_link(before) if before else None,
        after=_link(after) if after else None,
    )


def _shortened(weeks: list[Week]) -> dict[str, str]:
    """What the short names that the days have room for are short for."""
    days = [day for week in weeks for day in week]
    shown = [(one.body, one.date) for day in days for one in day.meeting_days]
    shown += [(one.body, one.posted) for day in days for one in day.notices]
    return {
        f"{body.name_on(day)} ({body.header.municipality})": short
        for body, day in shown
        if (short := body.short_on(day)) != body.name_on(day)
    }


def _weeks(days: Days, month: Month) -> list[Week]:
    weeks = calendar.Calendar().monthdatescalendar(month.year, month.month)
    return [[_day(days, date, month) for date in week] for week in weeks]


def _day(days: Days, date: dt.date, month: Month) -> CalendarDay:
    inside = date in month
    return CalendarDay(
        date,
        inside,
        public_holiday(date) if inside else None,
        tuple(sorted(days.meetings.get(date, ()), key=lambda found: (found.moment, found.body.id))) if inside else (),
        tuple(days.notices.get(date, ())) if inside else (),
    )
