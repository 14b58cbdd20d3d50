"""Dates, times and spans in Swedish writing, the same on every page, in every message and in the terminal."""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Callable, Sequence

from macros.record.loose_dates import MONTHS, WEEKDAYS
from macros.record.values import Hours, Month

WIDTH = 80
"""Signs of a line in the terminal."""


def date(day: dt.date) -> str:
    """Day, month and year: "14 september 2017"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday_date(day: dt.date) -> str:
    """Weekday and date: "torsdag 14 september 2017"."""
    return f"{WEEKDAYS[day.weekday()]} {date(day)}"


def day_and_month(day: dt.date) -> str:
    """Day and month, where the year is told nearby: "14 september"."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def weekday_day(day: dt.date, year: int) -> str:
    """Weekday, day and month: "torsdag 14 september"; with the year when it is another than `year`."""
    if day.year != year:
        return weekday_date(day)
    return f"{WEEKDAYS[day.weekday()]} {day_and_month(day)}"


def several_dates(days: Sequence[dt.date], weekdays: bool = False) -> str:
    """Dates in a row, each month and year said once: "8 och 9 december 2026", "tisdag 30 november och onsdag 1 december 2027"."""
    words = []
    for day, following in zip(days, (*days[1:], None), strict=True):
        same_year = following is not None and following.year == day.year
        same_month = same_year and following is not None and following.month == day.month
        name = f"{WEEKDAYS[day.weekday()]} {day.day}" if weekdays else f"{day.day}"
        words.append(name if same_month else f"{name} {MONTHS[day.month - 1]}" if same_year else f"{name} {month(day)}")
    return listing(words)


def _signs(of: Sequence[dt.date], sign: Callable[[dt.date], str]) -> str:
    """A sign for a meeting's days, from the first to the last: "10–11"."""
    return "–".join(dict.fromkeys(map(sign, (of[0], of[-1]))))


def month_sign(of: Sequence[dt.date]) -> str:
    """The month of a tear-off calendar: "nov"."""
    return _signs(of, lambda day: MONTHS[day.month - 1][:3])


def day_sign(of: Sequence[dt.date]) -> str:
    """The day of a tear-off calendar: "26", "10–11"."""
    return _signs(of, lambda day: str(day.day))


def weekday_sign(of: Sequence[dt.date]) -> str:
    """The weekday of a tear-off calendar: "torsdag", "tis–ons"."""
    return _signs(of, lambda day: WEEKDAYS[day.weekday()][: 3 if len(of) > 1 else None])


def clock(time: dt.time) -> str:
    """A time of day: "kl. 19.00"."""
    return f"kl. {time:%H.%M}"


def hours(span: Hours) -> str:
    """A time of day or a span: "kl. 12.00", "kl. 16.00–17.30"."""
    return clock(span.start) if span.end is None else f"{clock(span.start)}–{span.end:%H.%M}"


def month(of: Month | dt.date) -> str:
    """Month and year: "augusti 2017"."""
    return f"{MONTHS[of.month - 1]} {of.year}"


_NEAR = {-1: "i går", 0: "i dag", 1: "i morgon"}


def days_left(days: int) -> str:
    """How far off a day is, in calendar days: "i dag", "i morgon", "om 12 dagar", "i går", "för 2 dagar sedan"."""
    if days in _NEAR:
        return _NEAR[days]
    return f"om {days} dagar" if days > 0 else f"för {-days} dagar sedan"


_NUMBERS = ("noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")
_ORDINALS = ("", "första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde", "tionde")


def in_words(number: int) -> str:
    """A number in running text: "tre", and with digits from thirteen on: "14"."""
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def ordinal(number: int) -> str:
    """Which in a row: "andra", "tredje", and with digits after "tionde": "11:e"."""
    return _ORDINALS[number] if number < len(_ORDINALS) else f"{number}:e"


def weeks(number: int) -> str:
    """A number of weeks in running text: "en vecka", "tre veckor"."""
    return f"{in_words(number)} {'vecka' if number == 1 else 'veckor'}"


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun: "1 lista", "3 listor"."""
    return f"{number} {one if number == 1 else many}"


def days(number: int) -> str:
    """A number of days: "1 dag", "14 dagar"."""
    return counted(number, "dag", "dagar")


def listing(words: Sequence[str]) -> str:
    """Words in a row: "a", "a och b", "a, b och c"; nothing for none."""
    return " och ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else "".join(words)


def capital(sentence: str) -> str:
    """The sentence with a capital first letter; the rest as it is."""
    return sentence[:1].upper() + sentence[1:]


def uncapital(own_words: str) -> str:
    """The words inside a sentence. Only for the project's own: a text of the record may begin with a name."""
    return own_words[:1].lower() + own_words[1:]


def wrapped(text: str, first: str = "", then: str = "", width: int = WIDTH) -> list[str]:
    """The text in lines for the terminal, `first` before the first one and `then` before the others; no word is broken."""
    return textwrap.wrap(
        text, width, initial_indent=first, subsequent_indent=then, break_long_words=False, break_on_hyphens=False
    )
