"""Working days, and times in weeks, months and years counted with them."""

from __future__ import annotations

import calendar
import datetime as dt
import json
from collections.abc import Mapping
from functools import cache, partial

from macros.dates.written import uncapital
from macros.record.loose_dates import WEEKDAYS
from macros.record.values import WhenHoliday
from macros.remembered import remembered

SATURDAY = 5


_DIRECTION = {WhenHoliday.BEFORE: -1, WhenHoliday.AFTER: 1, WhenHoliday.KEEP: 0}


@cache
def public_holidays(year: int) -> Mapping[dt.date, str]:
    """The Swedish names of the year's public holidays ("helgdagar") and of the three eves that count as such.

    The eves are midsommarafton, julafton and nyårsafton. Sundays are left out unless they are holidays of their own.
    Years before 1953 (another law) and after 2299 have none.
    Source: lag (1989:253) 1-2 §§; lag (1930:173) 2 §.
    """
    told = remembered("helgdagar", (str(year),), partial(_told, year))
    assert told is not None
    return {dt.date.fromisoformat(date): name for date, name in json.loads(told)}


def _told(year: int) -> str:
    # Here and not above: whoever remembers the year is spared the package.
    from macros.dates.holidays_of_sweden import names_of

    return json.dumps([(date.isoformat(), _in_running_text(name)) for date, name in sorted(names_of(year).items())])


def _in_running_text(names: str) -> str:
    """The name as it stands inside a sentence, where only Kristi keeps its capital; two that meet are joined."""
    parts = names.split("; ")
    return " och ".join(name if name.startswith("Kristi") else uncapital(name) for name in parts)


def public_holiday(date: dt.date) -> str | None:
    """The name of the public holiday or of the eve that falls on the date ("annandag påsk"), else None."""
    return public_holidays(date.year).get(date)


def why_not_working(date: dt.date) -> str | None:
    """Why the date is no working day ("arbetsdag"): the holiday's name, "lördag" or "söndag"; None on one.

    Source: lag (1930:173) 2 §.
    """
    holiday = public_holiday(date)
    if holiday is None and date.weekday() >= SATURDAY:
        return WEEKDAYS[date.weekday()]
    return holiday


def is_working_day(date: dt.date) -> bool:
    """Whether the date is a working day ("arbetsdag").

    Source: lag (1930:173) 2 §.
    """
    return date.weekday() < SATURDAY and date not in public_holidays(date.year)


def move(date: dt.date, when_holiday: WhenHoliday) -> dt.date:
    """The date on a working day; else the nearest working day "före" or "efter" it, or the same with "behåll".

    Source: the body's schedule; lag (1930:173) 2 §.
    """
    direction = _DIRECTION[when_holiday]
    while direction and not is_working_day(date):
        date, last = shift(date, direction), date
        if date == last:
            break
    return date


def shift(date: dt.date, days: int) -> dt.date:
    """The date that many calendar days later (earlier when negative), or the calendar's first or last day.

    A header may name a day of the year 9999, and counting from it must not stop the program.
    """
    try:
        return date + dt.timedelta(days=days)
    except OverflowError:
        return dt.date.max if days > 0 else dt.date.min


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
