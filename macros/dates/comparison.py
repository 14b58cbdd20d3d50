"""A printed plan held against the rule: meetings with their steps, standing meetings, each difference with its likely cause."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from macros.dates.deadlines import Deadline, by_rule
from macros.dates.plan_rows import Judgement, PlanRow
from macros.dates.printed_plan import MEETING, PrintedDate, PrintedPlan, PrintedStanding
from macros.dates.standing import pause_on, standing_days
from macros.dates.working_days import move, public_holiday, why_not_working
from macros.dates.written import days, weekday_date
from macros.record.loose_dates import MONTHS, WEEKDAYS
from macros.record.schedule import ScheduleHeader, Standing
from macros.record.values import Month, WhenHoliday


def compare_plan(schedule: ScheduleHeader, printed: PrintedPlan) -> tuple[PlanRow, ...]:
    """Every printed date of every meeting, judged against what the step's rule gives; what is set by hand is told.

    The row's `date` is the rule's date, not one set by hand. A meeting that only one of the two has is a row of
    its own with the step "sammanträde"; a further day of one ("fler_dagar") has no steps and is not judged.
    Source: the body's schedule.
    """
    further = {day for planned in schedule.meetings for day in planned.days[1:]}
    meetings = sorted({*printed.meetings, *(planned.date for planned in schedule.meetings)} - further)
    return tuple(row for meeting in meetings for row in _meeting(schedule, printed, meeting))


def _meeting(schedule: ScheduleHeader, printed: PrintedPlan, meeting: dt.date) -> Iterator[PlanRow]:
    cells = printed.meetings.get(meeting)
    planned = schedule.planned(meeting)
    if cells is None:
        yield PlanRow(meeting, MEETING, meeting, meeting, None, None, Judgement.MISSING)
        return
    if planned is None:
        yield PlanRow(meeting, MEETING, None, None, None, meeting, Judgement.NOT_IN_SCHEDULE)
    by_hand = planned.deviations if planned else {}
    for step in schedule.steps:
        if step.id in cells:
            ruled = by_rule(step, meeting)
            cell = cells[step.id]
            judgement = _judge(ruled, cell, printed.uses_stars)
            reason = _reason(ruled, cell, judgement)
            if step.id in by_hand and not judgement.agrees:
                reason = "; ".join(filter(None, (reason, _by_hand(by_hand[step.id].date, cell))))
            yield PlanRow(meeting, step.id, ruled.nominal, ruled.date, reason, cell.date if cell else None, judgement)


def _by_hand(date: dt.date, cell: PrintedDate | None) -> str:
    same = cell is not None and cell.date == date
    return f"ordningen sätter {'samma dag' if same else weekday_date(date)} för hand"


def _judge(ruled: Deadline, cell: PrintedDate | None, uses_stars: bool) -> Judgement:
    if cell is None:
        return Judgement.MISSING
    if cell.date != ruled.date:
        left_there = cell.date == ruled.nominal and public_holiday(cell.date)
        return Judgement.ON_HOLIDAY if left_there else Judgement.DEVIATES
    if ruled.moved:
        return Judgement.RIGHTLY_MOVED if cell.starred or not uses_stars else Judgement.STAR_MISSING
    return Judgement.STAR_WITHOUT_GROUND if cell.starred else Judgement.AGREES


def _reason(ruled: Deadline, cell: PrintedDate | None, judgement: Judgement) -> str | None:
    if cell is None or judgement in (Judgement.RIGHTLY_MOVED, Judgement.STAR_MISSING, Judgement.ON_HOLIDAY):
        return why_not_working(ruled.nominal)
    if judgement is Judgement.STAR_WITHOUT_GROUND:
        return f"regeln ger samma dag, {weekday_date(ruled.date)}"
    if judgement is Judgement.AGREES:
        return ruled.holiday
    return "; ".join(_likely_causes(ruled, cell.date))


def _likely_causes(ruled: Deadline, printed: dt.date) -> Iterator[str]:
    yield WEEKDAYS[printed.weekday()]
    yield f"regeln ger {weekday_date(ruled.date)}"
    if holiday := public_holiday(printed):
        yield f"dagen är {holiday}"
    not_working = why_not_working(ruled.nominal)
    if printed == ruled.nominal:
        yield "dagen är ingen arbetsdag och är inte flyttad"
    elif not_working and printed in (move(ruled.nominal, WhenHoliday.BEFORE), move(ruled.nominal, WhenHoliday.AFTER)):
        yield f"flyttad från {not_working}, men steget har vid_helgdag {ruled.step.when_holiday}"
    elif (printed.day, printed.year) == (ruled.date.day, ruled.date.year):
        yield "rätt dagnummer i fel månad"
    elif (printed.day, printed.month) == (ruled.date.day, ruled.date.month):
        yield "rätt dag i fel år"
    else:
        yield f"{_distance(ruled.meeting, printed)} i stället för {_distance(ruled.meeting, ruled.nominal)}"


def _distance(meeting: dt.date, date: dt.date) -> str:
    apart = (meeting - date).days
    if not apart:
        return "samma dag som sammanträdet"
    return f"{days(abs(apart))} {'före' if apart > 0 else 'efter'}"


ENOUGH_TO_SEE_A_PATTERN = 2


def compare_standing(schedule: ScheduleHeader, printed: PrintedStanding) -> tuple[PlanRow, ...]:
    """Every printed day of a standing meeting, judged; for a meeting that is not printed, its days on holidays.

    A month whose days are those of the month beside it is one mistake: its right days are not told as missing too.
    An expected day on a holiday may be left out of a printed plan without being missed.
    Source: the body's schedule.
    """
    return tuple(row for standing in schedule.standing for row in _standing(standing, schedule.year, printed))


def compare_listed(standing: Standing, year: int) -> tuple[PlanRow, ...]:
    """The days that the schedule itself lists as printed ("tryckta_dagar") of a standing meeting, judged.

    Source: the body's schedule.
    """
    listed = PrintedStanding({standing.id: frozenset(standing.printed)})
    return tuple(_standing(standing, year, listed)) if standing.printed else ()


def _standing(standing: Standing, year: int, printed: PrintedStanding) -> Iterator[PlanRow]:
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
            pause = pause_on(standing, day)
            reason = f"uppehåll: {pause.reason}" if pause else f"mötet hålls inte i {MONTHS[day.month - 1]}"
            yield PlanRow(None, standing.id, None, None, reason, day, Judgement.DEVIATES)
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
