"""The last day for a unit to send its list of delegated decisions to the board."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass

from macros.dates.working_days import move, why_not_working
from macros.dates.written import clock, month, weekday_date
from macros.record.body import Reporting
from macros.record.values import Month


@dataclass(frozen=True)
class ReportingDay:
    """When a unit's list of a month is last due: nominal day, actual day, hour if the rule has one, why it moved."""

    unit: str
    of: Month
    nominal: dt.date
    date: dt.date
    time: dt.time | None
    reason: str | None

    def late(self, received: dt.date | None) -> bool | None:
        """Whether a list that came in that day was late; None where the day is unknown: that is not judged."""
        return None if received is None else received > self.date

    def __str__(self) -> str:
        hour = f" {clock(self.time)}" if self.time else ""
        return f"{weekday_date(self.date)}{hour}"


def last_day(reporting: Reporting, unit: str, month: Month) -> ReportingDay:
    """The unit's last day for the decisions of a month ("anmälan_av_delegation"): a day of the month that follows.

    A unit named under "enheter" follows its own rule whole (day, hour and "vid_helgdag"). A day that the month
    lacks is its last day.
    The body decides how delegated decisions are reported. Source: KL 6:40; lag (1930:173) 1 §.
    """
    rule = reporting.units.get(unit, reporting)
    due = month.next
    nominal = dt.date(due.year, due.month, min(rule.day, calendar.monthrange(due.year, due.month)[1]))
    date = move(nominal, rule.when_holiday)
    reason = why_not_working(nominal) if date != nominal else None
    return ReportingDay(unit, month, nominal, date, rule.time, reason)


def explanation(day: ReportingDay) -> str:
    """How the last day came about, in Swedish."""
    nominal = weekday_date(day.nominal)
    counted = f"Listan för {month(day.of)} ska vara inne senast {nominal}"
    if day.reason:
        return f"{counted}, men den dagen är {day.reason}; därför gäller {day}."
    hour = f" {clock(day.time)}" if day.time else ""
    kept = why_not_working(day.nominal)
    return f"{counted}{hour}" + (f"; dagen är {kept} men behålls." if kept else ".")
