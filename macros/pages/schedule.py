"""A year's schedule ("sammanträdesordning"): the plan as a table, its rules, its standing meetings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from macros import addresses
from macros.dates.deadlines import Deadline, deadlines, rule
from macros.facts.day import Day
from macros.facts.items import name_in
from macros.facts.meetings import MeetingDay, days_taken_up
from macros.pages import layout, states, subscriptions, wording
from macros.pages.footnotes import Footnotes
from macros.pages.inputs import Inputs
from macros.pages.layout import Found, Link
from macros.pages.page import Page, Promise
from macros.pages.standing import standing_plan, standing_rule
from macros.pages.templating import render, root_from
from macros.record.archive import AgendaItem, Body
from macros.record.schedule import PlannedMeeting, Reference, ScheduleHeader, Step

KIND = "Sammanträdesordning"


@dataclass(frozen=True)
class Cell:
    """A step of one meeting, with the number of the note that says why its date is not the counted one."""

    deadline: Deadline
    note: int | None


@dataclass(frozen=True)
class PlannedRow:
    """A planned meeting with its steps in the order of the schedule's columns, and the number of its own note."""

    planned: PlannedMeeting
    note: int | None
    cells: tuple[Cell, ...]
    meeting_day: MeetingDay | None


def columns(schedule: ScheduleHeader) -> tuple[Step, ...]:
    """The steps in the order in which they come before and after a meeting."""
    return tuple(sorted(schedule.steps, key=lambda step: step.offset))


def rows(schedule: ScheduleHeader, meeting_days: tuple[MeetingDay, ...], notes: Footnotes) -> list[PlannedRow]:
    """The year's meetings in time order with all their steps."""
    by_day = {found.date: found for found in meeting_days}
    moved = {day: found for found in meeting_days if found.meeting for day in days_taken_up(found.meeting)}
    return [
        PlannedRow(
            planned,
            notes.number(planned.note) if planned.note else None,
            _cells(schedule, planned, notes),
            by_day.get(planned.date) or moved.get(planned.date),
        )
        for planned in sorted(schedule.meetings, key=lambda planned: planned.date)
    ]


def _cells(schedule: ScheduleHeader, planned: PlannedMeeting, notes: Footnotes) -> tuple[Cell, ...]:
    counted = {deadline.step.id: deadline for deadline in deadlines(schedule, planned)}
    in_order = (counted[step.id] for step in columns(schedule))
    return tuple(Cell(one, notes.number(why) if (why := wording.why_this_day(one)) else None) for one in in_order)


def plan_table(
    body: Body, schedule: ScheduleHeader, meeting_days: tuple[MeetingDay, ...] = (), root: str = ""
) -> Markup:
    """The plan as a table that becomes cards on a phone, and its notes; without `meeting_days` no day leads to its meeting."""
    notes = Footnotes(f"{body.id}-{schedule.year}-not")
    found = rows(schedule, meeting_days, notes)
    return render("plan.html", schedule=schedule, columns=columns(schedule), rows=found, notes=notes, root=root)


def pages(facts: Day, inputs: Inputs) -> Iterator[Promise]:
    """A page for each schedule of each body."""
    for body in facts.archive.bodies:
        for document in body.schedules:
            schedule = document.header
            named = (_item(facts, body, found) for found in (schedule.proposed_in, schedule.decided_in))
            made_of = (
                inputs.body(body),
                *(inputs.item(item) for item in named if item),
                *map(inputs.meeting_day, _concerned(facts, body, schedule)),
            )
            make = partial(_page, facts, body, schedule)
            yield Promise(addresses.schedule(body.id, schedule.year), KIND, make, made_of)


def _item(facts: Day, body: Body, reference: Reference | None) -> AgendaItem | None:
    """The item that the schedule refers to, if it may be told of."""
    return facts.items.shown(body.id, name_in(reference)) if reference else None


def _concerned(facts: Day, body: Body, schedule: ScheduleHeader) -> tuple[MeetingDay, ...]:
    """The body's meetings and planned days of the year, those that were moved out of it included."""

    def years(meeting_day: MeetingDay) -> set[int]:
        days = days_taken_up(meeting_day.meeting) if meeting_day.meeting else (meeting_day.date,)
        return {day.year for day in days}

    return tuple(meeting_day for meeting_day in facts.meetings.of(body) if schedule.year in years(meeting_day))


def _page(facts: Day, body: Body, schedule: ScheduleHeader) -> Page:
    address = addresses.schedule(body.id, schedule.year)
    heading = f"Sammanträdesordning {schedule.year}"
    meeting_days = _concerned(facts, body, schedule)
    planned = {found.date for found in schedule.meetings}
    outside = [
        found
        for found in meeting_days
        if found.date.year == schedule.year and found.meeting and not planned.intersection(found.days)
    ]
    state = states.state(schedule.state)
    return layout.page(
        facts,
        "schedule.html",
        address,
        heading,
        f"{heading} för {body.name}: {wording.number_of(len(planned), 'sammanträde', 'sammanträden')} med alla steg.",
        [layout.START, layout.body_link(body), layout.year_link(body, schedule.year)],
        KIND,
        dated=any(map(facts.matters_at, meeting_days)),
        found=Found(KIND, (facts.name(body),), year=schedule.year),
        body=body,
        alternates=subscriptions.of_deadlines(body),
        schedule=schedule,
        state=state,
        proposed_in=_item(facts, body, schedule.proposed_in),
        decided_in=_item(facts, body, schedule.decided_in),
        plan=plan_table(body, schedule, meeting_days, root_from(address)),
        rules=[(step, wording.unbroken(rule(step))) for step in columns(schedule)],
        standing=[(standing_plan(found, schedule.year), standing_rule(found)) for found in schedule.standing],
        outside=outside,
        text=layout.text_of(body.schedule(schedule.year), address, heading),
        years=_neighbours(body, schedule),
    )


def _neighbours(body: Body, schedule: ScheduleHeader) -> tuple[Link | None, Link | None]:
    years = [found.header.year for found in body.schedules]
    before = max((year for year in years if year < schedule.year), default=None)
    after = min((year for year in years if year > schedule.year), default=None)
    return _link(body, before), _link(body, after)


def _link(body: Body, year: int | None) -> Link | None:
    return Link(str(year), addresses.schedule(body.id, year)) if year is not None else None
