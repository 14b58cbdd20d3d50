"""Next year's meetings, proposed from the rhythm of the years before: the same weeks, past holidays, never in an empty month."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from macros.dates.working_days import DAYS_OF_WEEK, why_not_working
from macros.dates.written import capital, listing, weekday_day
from macros.record.archive import Body
from macros.record.loose_dates import MONTHS, WEEKDAYS
from macros.record.summons import MeetingKind

MONTHS_OF_YEAR = range(1, 13)
SUMMER = 7
"""The month that a body without earlier years is proposed to be free in: July."""

ORDINALS = ("första", "andra", "tredje", "fjärde", "femte")
THIRD = 3
"""The week of the month that a body without earlier years is proposed to meet in."""

Years = Mapping[int, Sequence[dt.date]]
"""The days a body met on, by year, in time order."""


@dataclass(frozen=True)
class Passed:
    """A day that the rhythm gave and that cannot be: the day and why ("Kristi himmelsfärdsdag", "juli brukar vara fri")."""

    date: dt.date
    why: str


@dataclass(frozen=True)
class Proposal:
    """A proposed meeting: its day, where the rhythm comes from, what was passed over, and the days since the one before.

    `origin` and the explanation are Swedish; `since` is None for the year's first meeting.
    """

    date: dt.date
    origin: str
    passed: tuple[Passed, ...] = ()
    since: int | None = None

    @property
    def explanation(self) -> str:
        """Why this day, in whole Swedish sentences."""
        sentences = [f"{capital(self.origin)}."]
        sentences += [f"{capital(weekday_day(one.date, self.date.year))} går inte: {one.why}." for one in self.passed]
        if self.since is not None:
            weeks, days = divmod(self.since, DAYS_OF_WEEK)
            span = f"{self.since} dagar" if days else f"{weeks} {'vecka' if weeks == 1 else 'veckor'}"
            sentences.append(f"{capital(span)} efter sammanträdet före.")
        return " ".join(sentences)


def earlier_years(body: Body, year: int) -> dict[int, tuple[dt.date, ...]]:
    """The days of the years before: those of the schedules ("sammanträdesordningar"), else of the ordinary meetings."""
    planned = {found.header.year: {day.date for day in found.header.meetings} for found in body.schedules}
    held: dict[int, set[dt.date]] = {}
    for meeting in body.meetings:
        if meeting.header.kind is MeetingKind.ORDINARY:
            held.setdefault(meeting.date.year, set()).add(meeting.date)
    return {of: tuple(sorted(days)) for of, days in sorted((planned or held).items()) if of < year}


def usual_weekday(earlier: Years) -> int:
    """The weekday (0 for Monday) that most meetings of the latest year fell on."""
    return Counter(day.weekday() for day in earlier[max(earlier)]).most_common(1)[0][0]


def empty_months(earlier: Years) -> tuple[int, ...]:
    """The months in which no earlier year had a meeting."""
    used = {day.month for days in earlier.values() for day in days}
    return tuple(month for month in MONTHS_OF_YEAR if month not in used)


def propose(earlier: Years, year: int, weekday: int, also: Collection[int] = ()) -> tuple[Proposal, ...]:
    """As many meetings as the latest earlier year had, on the weekday of the same ISO weeks.

    A day that is no working day, that is already taken, or that slid into a month that has always been free, gives way
    to the nearest week that will do, the earlier first. Every date is a working day of the weekday within the year, and
    no two are the same; a meeting that no week is left for is not proposed. `weekday` is 0 for Monday; a day that was on one
    of `also` stays on it.
    Source: the body's schedule; lag (1989:253) 1-2 §§.
    """
    latest = max(earlier)
    slots = [
        (
            _of_week(day.isocalendar().week, year, day.weekday() if day.weekday() in also else weekday),
            _origin(earlier, n),
        )
        for n, day in enumerate(earlier[latest])
    ]
    return _settled(slots, year, frozenset(empty_months(earlier)))


def propose_first(year: int, weekday: int) -> tuple[Proposal, ...]:
    """A body without earlier years: the third such weekday of every month but July, past holidays."""
    slots = [
        (_nth(year, month, weekday, THIRD), f"{ORDINALS[THIRD - 1]} {WEEKDAYS[weekday]}en i {MONTHS[month - 1]}")
        for month in MONTHS_OF_YEAR
        if month != SUMMER
    ]
    return _settled(slots, year, frozenset({SUMMER}))


def _nth(year: int, month: int, weekday: int, nth: int) -> dt.date:
    first = dt.date(year, month, 1)
    return first + dt.timedelta(days=(weekday - first.weekday()) % DAYS_OF_WEEK + (nth - 1) * DAYS_OF_WEEK)


def _of_week(week: int, year: int, weekday: int) -> dt.date:
    """The weekday of an ISO week; week 53 of a year that has 52 is its last. May lie outside the calendar year."""
    last = dt.date(year, 12, 28).isocalendar().week
    return dt.date.fromisocalendar(year, min(week, last), weekday + 1)


def _origin(earlier: Years, n: int) -> str:
    """Which weeks the nth meeting had: years with as many meetings as the latest are told, those of one week together."""
    latest = max(earlier)
    alike = [year for year in sorted(earlier, reverse=True) if len(earlier[year]) == len(earlier[latest])]
    week = earlier[latest][n].isocalendar().week
    same = [year for year in alike if earlier[year][n].isocalendar().week == week]
    others = [f"{year} var det vecka {earlier[year][n].isocalendar().week}" for year in alike if year not in same]
    return "; ".join([f"vecka {week} som {listing([str(year) for year in sorted(same)])}", *others])


def _settled(slots: Sequence[tuple[dt.date, str]], year: int, free: frozenset[int]) -> tuple[Proposal, ...]:
    taken: dict[dt.date, Proposal] = {}
    for nominal, origin in slots:
        passed: list[Passed] = []
        for day in _around(nominal, year):
            why = _why_not(day, free, taken)
            if why is None:
                taken[day] = Proposal(day, origin, tuple(passed))
                break
            passed.append(Passed(day, why))
    days = sorted(taken)
    gaps = {after: (after - before).days for before, after in pairwise(days)}
    return tuple(Proposal(day, taken[day].origin, taken[day].passed, gaps.get(day)) for day in days)


def _around(nominal: dt.date, year: int) -> Iterator[dt.date]:
    """The day itself, then the same weekday of the weeks around it, the earlier first, as far as the year goes."""
    for weeks in range(53):
        for away in (-weeks, weeks) if weeks else (0,):
            day = nominal + dt.timedelta(weeks=away)
            if day.year == year:
                yield day


def _why_not(day: dt.date, free: frozenset[int], taken: Mapping[dt.date, Proposal]) -> str | None:
    if (why := why_not_working(day)) is not None:
        return f"dagen är {why}"
    if day.month in free:
        return f"{MONTHS[day.month - 1]} brukar vara fri från sammanträden"
    return "dagen är redan tagen" if day in taken else None
