"""The year as a strip: twelve months in a row, the meetings as dots, their steps as ticks below, and today as a line.

It is an inline picture whose places are shares of its width, so that it keeps its letters' size in any width; the table behind it
holds the same days.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.editor.templating import meeting_at
from macros.dates.written import weekday_day
from macros.facts import meetings
from macros.facts.day import Day
from macros.facts.meetings import MeetingDay
from macros.pages.states import State, day_states
from macros.record.archive import Body
from macros.record.loose_dates import MONTHS


@dataclass(frozen=True)
class StripMonth:
    """A month: its short name, and its edges as shares of the strip in percent."""

    name: str
    start: float
    end: float


@dataclass(frozen=True)
class StripStep:
    """A step of a meeting: where its tick stands, its name and its day in words."""

    x: float
    name: str
    when: str


@dataclass(frozen=True)
class StripMeeting:
    """A meeting: where its dot stands, its day in words, its state, where it leads ("" for one only planned), and its steps."""

    x: float
    when: str
    state: State
    is_over: bool
    is_off: bool
    address: str
    steps: tuple[StripStep, ...]


@dataclass(frozen=True)
class YearStrip:
    """The strip of one body's year."""

    body: Body
    year: int
    months: tuple[StripMonth, ...]
    meetings: tuple[StripMeeting, ...]
    today: float


def year_strip(facts: Day, body: Body) -> YearStrip | None:
    """The body's year that today is in; None for a year without a day."""
    year = facts.today.year
    found = tuple(_meeting(body, one) for one in facts.meetings.in_year(body, year))
    if not found:
        return None
    return YearStrip(body, year, tuple(_months(year)), found, _share(facts.today, year))


def _months(year: int) -> Iterator[StripMonth]:
    for number, name in enumerate(MONTHS, 1):
        last = dt.date(year + number // 12, number % 12 + 1, 1)
        yield StripMonth(name[:3], _share(dt.date(year, number, 1), year), _share(last, year))


def _meeting(body: Body, found: MeetingDay) -> StripMeeting:
    year, is_off = found.date.year, found.is_cancelled or found.is_left
    steps = () if is_off else meetings.steps(body, found.date)
    return StripMeeting(
        _share(found.date, year),
        weekday_day(found.date, year),
        day_states(found)[0],
        found.has_passed,
        is_off,
        meeting_at(body.id, found.meeting.id) if found.meeting else "",
        tuple(
            StripStep(_share(one.date, year), one.step.name, weekday_day(one.date, year))
            for one in steps
            if one.date.year == year
        ),
    )


def _share(day: dt.date, year: int) -> float:
    """Where the day stands, in percent of the year."""
    first = dt.date(year, 1, 1)
    return round((day - first).days / (dt.date(year + 1, 1, 1) - first).days * 100, 2)
