"""Standing meetings: the days of a weekday that recurs, and which of them fall on a holiday."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from macros.dates.working_days import public_holiday
from macros.record.schedule import Pause, Standing

WEEK = dt.timedelta(weeks=1)


@dataclass(frozen=True)
class StandingDay:
    """A day on which a standing meeting is due, and the public holiday or eve that it meets, if any."""

    date: dt.date
    holiday: str | None


def standing_days(standing: Standing, year: int) -> tuple[StandingDay, ...]:
    """The year's days of a standing meeting ("löpande"): its weekday in its months, less its pauses ("undantag").

    A day on a holiday stays in the plan and names the holiday: the schedule says what is to happen, not the program.
    Source: the body's schedule.
    """
    return tuple(
        StandingDay(day, public_holiday(day)) for day in _weekdays(standing, year) if not pause_on(standing, day)
    )


def pause_on(standing: Standing, day: dt.date) -> Pause | None:
    """The pause ("undantag") that covers the day, both its ends included, if there is one."""
    return next((pause for pause in standing.pauses if pause.first <= day <= pause.last), None)


def _weekdays(standing: Standing, year: int) -> Iterator[dt.date]:
    first = dt.date(year, 1, 1)
    day = first + dt.timedelta(days=(standing.weekday.number - first.weekday()) % 7)
    while day.year == year:
        if not standing.months or day.month in standing.months:
            yield day
        day += WEEK
