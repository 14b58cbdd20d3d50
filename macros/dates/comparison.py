"""A printed plan held against the rule: each printed date is judged, each difference with its likely cause."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from macros.dates.deadlines import Deadline, by_rule
from macros.dates.plan import Judgement, PlanRow
from macros.dates.printed import MEETING, PrintedPlan
from macros.dates.printed_cells import PrintedDate
from macros.dates.working_days import move, public_holiday, why_not_working
from macros.dates.written import days, weekday_date
from macros.record.loose_dates import WEEKDAYS
from macros.record.schedule import ScheduleHeader
from macros.record.values import WhenHoliday


def compare_plan(schedule: ScheduleHeader, printed: PrintedPlan) -> tuple[PlanRow, ...]:
    """Every printed date of every meeting, judged against what the step's rule gives; what is set by hand is told.

    The row's `date` is the rule's date, not one set by hand. A meeting that only one of the two has is a row of
    its own with the step "sammanträde".
    Source: the body's schedule.
    """
    meetings = sorted({*printed.meetings, *(planned.date for planned in schedule.meetings)})
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
