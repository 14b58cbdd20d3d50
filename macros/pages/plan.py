"""A year's plan as a table: every planned meeting with its steps, and the notes of both."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from markupsafe import Markup

from macros.dates.deadlines import Deadline, deadlines
from macros.facts.meetings import MeetingDay, days_taken_up
from macros.pages import wording
from macros.pages.footnotes import Footnotes
from macros.pages.templating import render
from macros.record.archive import Body
from macros.record.schedule import PlannedMeeting, ScheduleHeader, Step


@dataclass(frozen=True)
class Cell:
    """A step of one meeting, with the number of the note that says why its date is not the counted one."""

    deadline: Deadline
    note: int | None


@dataclass(frozen=True)
class PlannedRow:
    """A planned meeting with its steps in the order of the columns, the number of its own note, and its place on the page."""

    planned: PlannedMeeting
    note: int | None
    cells: tuple[Cell, ...]
    meeting_day: MeetingDay | None
    id: str


def columns(schedule: ScheduleHeader) -> tuple[Step, ...]:
    """The steps in the order in which they come before and after a meeting."""
    return tuple(sorted(schedule.steps, key=lambda step: step.offset))


def plan_rows(
    body: Body, schedule: ScheduleHeader, meeting_days: tuple[MeetingDay, ...], notes: Footnotes
) -> list[PlannedRow]:
    """The year's meetings in time order with all their steps."""
    by_day = {found.date: found for found in meeting_days}
    moved = {day: found for found in meeting_days if found.meeting for day in days_taken_up(found.meeting)}
    return [
        PlannedRow(
            planned,
            notes.number(planned.note) if planned.note else None,
            _cells(schedule, planned, notes),
            by_day.get(planned.date) or moved.get(planned.date),
            row_id(body, schedule, planned.date),
        )
        for planned in sorted(schedule.meetings, key=lambda planned: planned.date)
    ]


def _cells(schedule: ScheduleHeader, planned: PlannedMeeting, notes: Footnotes) -> tuple[Cell, ...]:
    counted = {deadline.step.id: deadline for deadline in deadlines(schedule, planned)}
    in_order = (counted[step.id] for step in columns(schedule))
    return tuple(Cell(one, notes.number(why) if (why := _why_this_day(one)) else None) for one in in_order)


def plan_table(
    body: Body, schedule: ScheduleHeader, meeting_days: tuple[MeetingDay, ...] = (), root: str = ""
) -> Markup:
    """The plan as a table that becomes cards on a phone, and its notes; without `meeting_days` no day leads to its meeting."""
    notes = Footnotes(f"{body.id}-{schedule.year}-not")
    found = plan_rows(body, schedule, meeting_days, notes)
    return render("plan.html", schedule=schedule, columns=columns(schedule), rows=found, notes=notes, root=root)


def row_id(body: Body, schedule: ScheduleHeader, day: dt.date) -> str:
    """The place of a meeting's row in the table."""
    return f"{body.id}-{schedule.year}-{day:%m-%d}"


def _why_this_day(step: Deadline) -> Markup | None:
    """Why a step is on another day than the counted one, or stays on a holiday, as a whole sentence; None where neither."""
    if step.deviates:
        said, by_rule = wording.unended(step.reason or ""), wording.short_day(step.by_rule)
        return Markup("<strong>Avviker:</strong> {}. Enligt regeln {}.").format(said, by_rule)
    if step.moved:
        return Markup("<strong>Flyttad:</strong> {} är {}.").format(wording.short_day(step.nominal), step.reason)
    return Markup("Dagen är {}.").format(step.holiday) if step.holiday else None
