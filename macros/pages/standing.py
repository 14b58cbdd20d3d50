"""The standing meetings ("stående möten") of a year's schedule: their rule in words, and their days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from macros.dates.comparison import compare_listed
from macros.dates.plan_rows import PlanRow
from macros.dates.standing import StandingDay, standing_days
from macros.dates.written import capital, listing
from macros.pages import wording
from macros.pages.footnotes import Footnotes
from macros.record.loose_dates import MONTHS
from macros.record.schedule import Standing


@dataclass(frozen=True)
class StandingMonth:
    """A month of a standing meeting: its days."""

    name: str
    days: tuple[StandingDay, ...]


@dataclass(frozen=True)
class MarkedDay:
    """A day of a comparison, with the number of the note that says how it differs; None where it does not."""

    date: dt.date
    note: int | None


@dataclass(frozen=True)
class DifferingMonth:
    """A month in which the printed days are others than the rule's: both."""

    name: str
    printed: tuple[MarkedDay, ...]
    computed: tuple[MarkedDay, ...]


@dataclass(frozen=True)
class StandingPlan:
    """A standing meeting with its days by month, those that meet a holiday, and the months whose printed days differ."""

    standing: Standing
    months: tuple[StandingMonth, ...]
    clashes: tuple[StandingDay, ...]
    differing: tuple[DifferingMonth, ...]
    notes: Footnotes


def standing_plan(standing: Standing, year: int) -> StandingPlan:
    """A standing meeting's year."""
    found = standing_days(standing, year)
    by_month = groupby(found, lambda day: day.date.month)
    months = tuple(StandingMonth(MONTHS[month - 1], tuple(of_month)) for month, of_month in by_month)
    notes = Footnotes(f"{standing.id}-not")
    differing = tuple(_differing(compare_listed(standing, year), found, notes))
    return StandingPlan(standing, months, tuple(day for day in found if day.holiday), differing, notes)


def _differing(rows: Iterable[PlanRow], due: Iterable[StandingDay], notes: Footnotes) -> Iterator[DifferingMonth]:
    """The months that differ: what is printed beside what the rule gives, a day that only one of them has marked."""
    days = [(row.printed or row.date, row) for row in rows]
    for month, of_month in groupby(
        sorted(((day, row) for day, row in days if day), key=_day), lambda pair: pair[0].month
    ):
        found = list(of_month)
        if any(row.differs for _, row in found):
            notes_by_day = {day: notes.number(_said(row)) for day, row in found if row.differs}
            printed = tuple(MarkedDay(day, notes_by_day.get(day)) for day, row in found if row.printed)
            own = [day.date for day in due if day.date.month == month]
            computed = tuple(MarkedDay(day, None if _is_in(day, printed) else notes_by_day.get(day)) for day in own)
            yield DifferingMonth(MONTHS[month - 1], printed, computed)


def _day(pair: tuple[dt.date, PlanRow]) -> dt.date:
    return pair[0]


def _is_in(day: dt.date, printed: Iterable[MarkedDay]) -> bool:
    return any(one.date == day for one in printed)


def _said(row: PlanRow) -> str:
    """How a day differs, as a whole sentence."""
    return capital(f"{row.judgement}: {row.reason}." if row.reason else f"{row.judgement}.")


def standing_rule(standing: Standing) -> str:
    """When a standing meeting is held, in words."""
    months = f" i {listing([MONTHS[number - 1] for number in standing.months])}" if standing.months else ""
    hours = f", {wording.hours(standing.hours)}" if standing.hours else ""
    return f"Varje {standing.weekday}{months}{hours}."
