"""Printed days of standing meetings held against their weekday, with the likely cause of what is wrong."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from macros.dates.plan import Judgement, PlanRow
from macros.dates.printed import PrintedStanding
from macros.dates.standing import pause_on, standing_days
from macros.dates.working_days import public_holiday
from macros.dates.written import weekday_date
from macros.record.loose_dates import MONTHS, WEEKDAYS
from macros.record.schedule import ScheduleHeader, Standing
from macros.record.values import Month

ENOUGH_TO_SEE_A_PATTERN = 2


def compare_standing(schedule: ScheduleHeader, printed: PrintedStanding) -> tuple[PlanRow, ...]:
    """Every printed day of a standing meeting, judged; for a meeting that is not printed, its days on holidays.

    A month whose days are those of the month beside it is one mistake: its right days are not told as missing too.
    An expected day on a holiday may be left out of a printed plan without being missed.
    Source: the body's schedule.
    """
    return tuple(row for standing in schedule.standing for row in _meeting(standing, schedule.year, printed))


def _meeting(standing: Standing, year: int, printed: PrintedStanding) -> Iterator[PlanRow]:
    due = standing_days(standing, year)
    if standing.id not in printed.days:
        for day in due:
            if day.holiday:
                yield PlanRow(None, standing.id, day.date, day.date, day.holiday, None, Judgement.ON_HOLIDAY)
        return
    for number in range(1, 13):
        month = Month(year, number)
        expected = [day.date for day in due if day.date in month]
        found = sorted(day for day in printed.days[standing.id] if day in month)
        yield from _month(standing, month, expected, found)


def _month(
    standing: Standing, month: Month, expected: Sequence[dt.date], found: Sequence[dt.date]
) -> Iterator[PlanRow]:
    strange = [day for day in found if day not in expected]
    wrong = [day for day in strange if day.weekday() != standing.weekday.number]
    neighbour = _neighbour(standing, month, wrong) if len(wrong) == len(found) else None
    missing = [day for day in expected if day not in found and not public_holiday(day)]
    instead = dict(zip_longest(wrong, [] if neighbour else missing[: len(wrong)]))
    for day in found:
        if day in wrong:
            yield _wrong_weekday(standing, day, instead[day], neighbour)
        elif day in strange:
            yield PlanRow(None, standing.id, None, None, _not_due(standing, day), day, Judgement.DEVIATES)
        else:
            holiday = public_holiday(day)
            judgement = Judgement.ON_HOLIDAY if holiday else Judgement.AGREES
            yield PlanRow(None, standing.id, day, day, holiday, day, judgement)
    for day in missing[len(wrong) :] if not neighbour else ():
        yield PlanRow(None, standing.id, day, day, None, None, Judgement.MISSING)


def _neighbour(standing: Standing, month: Month, wrong: Sequence[dt.date]) -> Month | None:
    """The month after or before whose days of the right weekday have the printed numbers."""
    before = Month(month.year - (month.month == 1), (month.month - 2) % 12 + 1)
    numbers = {day.day for day in wrong}
    if len(numbers) >= ENOUGH_TO_SEE_A_PATTERN:
        for beside in (month.next, before):
            if numbers <= _numbers(beside, standing.weekday.number):
                return beside
    return None


def _numbers(month: Month, weekday: int) -> set[int]:
    last = calendar.monthrange(month.year, month.month)[1]
    return {day for day in range(1, last + 1) if dt.date(month.year, month.month, day).weekday() == weekday}


def _wrong_weekday(standing: Standing, day: dt.date, instead: dt.date | None, neighbour: Month | None) -> PlanRow:
    causes = [WEEKDAYS[day.weekday()]]
    if holiday := public_holiday(day):
        causes.append(f"dagen är också {holiday}")
    if neighbour:
        causes.append(f"dagarna är {standing.weekday}arna i {MONTHS[neighbour.month - 1]} {neighbour.year}")
    elif instead:
        causes.append(f"{weekday_date(instead)} saknas")
    return PlanRow(None, standing.id, instead, instead, "; ".join(causes), day, Judgement.WRONG_WEEKDAY)


def _not_due(standing: Standing, day: dt.date) -> str:
    pause = pause_on(standing, day)
    return f"uppehåll: {pause.reason}" if pause else f"mötet hålls inte i {MONTHS[day.month - 1]}"
