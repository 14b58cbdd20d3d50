"""A year's schedule ("sammanträdesordning"): the plan as a table, its rules, its standing meetings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial

from macros import addresses
from macros.dates.deadlines import rule
from macros.facts.day import Day
from macros.facts.items import name_in
from macros.facts.meetings import MeetingDay, days_taken_up
from macros.pages import record_page, states, subscriptions, wording
from macros.pages.inputs import Inputs
from macros.pages.page import Page, Promise
from macros.pages.plan import columns, plan_table
from macros.pages.record_page import Found, Link
from macros.pages.standing import standing_plan, standing_rule
from macros.pages.templating import root_from
from macros.pages.wheel import wheel
from macros.record.archive import AgendaItem, Body
from macros.record.loose_dates import WEEKDAYS
from macros.record.schedule import Reference, ScheduleHeader

KIND = "Sammanträdesordning"


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
    state, first = states.state(schedule.state), dt.date(schedule.year, 1, 1)
    return record_page.page(
        facts,
        "schedule.html",
        address,
        heading,
        f"{heading} för {body.name_on(first)}: {wording.number_of(len(planned), 'sammanträde', 'sammanträden')} med alla steg.",
        [record_page.START, record_page.body_link(body), record_page.year_link(body, schedule.year)],
        KIND,
        dated=any(map(facts.matters_at, meeting_days)),
        on=first,
        found=Found(KIND, record_page.found_under(facts, body, first), year=schedule.year),
        body=body,
        alternates=subscriptions.of_deadlines(body),
        printed=subscriptions.printed_of(address, "Årets plan"),
        schedule=schedule,
        state=state,
        proposed_in=_item(facts, body, schedule.proposed_in),
        decided_in=_item(facts, body, schedule.decided_in),
        plan=plan_table(body, schedule, meeting_days, root_from(address)),
        wheel=wheel(body, schedule, meeting_days, outside, root_from(address)),
        weekdays=_weekdays(schedule),
        rules=[(step, wording.unbroken(rule(step))) for step in columns(schedule)],
        standing=[(standing_plan(found, schedule.year), standing_rule(found)) for found in schedule.standing],
        outside=outside,
        text=record_page.text_of(body.schedule(schedule.year), address, heading),
        years=_neighbours(body, schedule),
    )


def _weekdays(schedule: ScheduleHeader) -> str:
    """The weekday that all the year's meetings begin on, in the plural; empty where they differ."""
    days = {WEEKDAYS[planned.date.weekday()] for planned in schedule.meetings}
    return f"{days.pop()}ar" if len(days) == 1 and len(schedule.meetings) > 1 else ""


def _neighbours(body: Body, schedule: ScheduleHeader) -> tuple[Link | None, Link | None]:
    years = [found.header.year for found in body.schedules]
    before = max((year for year in years if year < schedule.year), default=None)
    after = min((year for year in years if year > schedule.year), default=None)
    return _link(body, before), _link(body, after)


def _link(body: Body, year: int | None) -> Link | None:
    return Link(str(year), addresses.schedule(body.id, year)) if year is not None else None
