"""The standing meetings ("stående möten") of a year's schedule: their rule in words, and their days."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from macros.dates.standing import StandingDay, standing_days
from macros.dates.written import listing
from macros.pages import wording
from macros.record.loose_dates import MONTHS
from macros.record.schedule import Standing


@dataclass(frozen=True)
class StandingMonth:
    """A month of a standing meeting: its days."""

    name: str
    days: tuple[StandingDay, ...]


@dataclass(frozen=True)
class StandingPlan:
    """A standing meeting with its days by month, and those that meet a holiday."""

    standing: Standing
    months: tuple[StandingMonth, ...]
    clashes: tuple[StandingDay, ...]


def standing_plan(standing: Standing, year: int) -> StandingPlan:
    """A standing meeting's year."""
    found = standing_days(standing, year)
    by_month = groupby(found, lambda day: day.date.month)
    months = tuple(StandingMonth(MONTHS[month - 1], tuple(of_month)) for month, of_month in by_month)
    return StandingPlan(standing, months, tuple(day for day in found if day.holiday))


def standing_rule(standing: Standing) -> str:
    """When a standing meeting is held, in words."""
    months = f" i {listing([MONTHS[number - 1] for number in standing.months])}" if standing.months else ""
    hours = f", {wording.hours(standing.hours)}" if standing.hours else ""
    return f"Varje {standing.weekday}{months}{hours}."
