"""Counting a time in weeks, months and years, and the day on which it may last be used."""

from __future__ import annotations

import calendar
import datetime as dt

from macros.dates.working_days import move, shift
from macros.record.values import WhenHoliday

DAYS_OF_WEEK = 7
MONTHS_OF_YEAR = 12


def end_of_weeks(start: dt.date, weeks: int) -> dt.date:
    """A time in weeks ends on the weekday on which it started.

    Source: lag (1930:173) 1 §.
    """
    return shift(start, weeks * DAYS_OF_WEEK)


def end_of_months(start: dt.date, months: int) -> dt.date:
    """A time in months (a year is twelve) ends on the same number in the month, or on the month's last day.

    Source: lag (1930:173) 1 §.
    """
    year, month = divmod(start.year * MONTHS_OF_YEAR + start.month - 1 + months, MONTHS_OF_YEAR)
    if year > dt.MAXYEAR:
        return dt.date.max
    return dt.date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


def next_working_day(last: dt.date) -> dt.date:
    """What is due on a Saturday, Sunday, holiday or eve may be done on the next working day ("söndagsregeln").

    Source: lag (1930:173) 2 §.
    """
    return move(last, WhenHoliday.AFTER)
