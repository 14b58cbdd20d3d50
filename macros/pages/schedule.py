"""A year's schedule ("sammanträdesordning"): the plan as a table, its rules, its standing meetings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from markupsafe import Markup

from macros import addresses
from macros.dates.deadlines import Deadline, deadlines, explanation
from macros.dates.standing import StandingDay, standing_days
from macros.dates.written import days, listing
from macros.facts.day import Site, Sitting
from macros.pages import layout, wording
from macros.pages.layout import Found, Link
from macros.pages.page import Page, Promise
from macros.pages.templating import render, root_from
from macros.record.archive import Body
from macros.record.loose_dates import MONTHS
from macros.record.schedule import PlannedMeeting, ScheduleHeader, Standing, Step
from macros.record.values import WhenHoliday

KIND = "Sammanträdesordning"


@dataclass(frozen=True)
class Cell:
    """A step of one meeting, with the sentence that says how its date came about when it is not the counted one."""

    deadline: Deadline

    @property
    def why(self) -> str:
        """The whole explanation, for who wants it."""
        return explanation(self.deadline)


@dataclass(frozen=True)
class Row:
    """A planned meeting with its steps in the order of the schedule's columns."""

    planned: PlannedMeeting
    cells: tuple[Cell, ...]
    sitting: Sitting | None


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


def columns(schedule: ScheduleHeader) -> tuple[Step, ...]:
    """The steps in the order in which they come before and after a meeting."""
    return tuple(sorted(schedule.steps, key=lambda step: step.offset))


def rows(schedule: ScheduleHeader, sittings: tuple[Sitting, ...] = ()) -> list[Row]:
    """The year's meetings in time order with all their steps."""
    by_day = {found.date: found for found in sittings}
    moved = {move.old: found for found in sittings if found.meeting for move in found.meeting.header.moves}
    return [
        Row(planned, _cells(schedule, planned), by_day.get(planned.date) or moved.get(planned.date))
        for planned in sorted(schedule.meetings, key=lambda planned: planned.date)
    ]


def _cells(schedule: ScheduleHeader, planned: PlannedMeeting) -> tuple[Cell, ...]:
    counted = {deadline.step.id: Cell(deadline) for deadline in deadlines(schedule, planned)}
    return tuple(counted[step.id] for step in columns(schedule))


def plan_table(schedule: ScheduleHeader, sittings: tuple[Sitting, ...] = (), root: str = "") -> Markup:
    """The plan as a table that becomes cards on a phone; without `sittings` no day leads to its meeting."""
    return render("plan.html", schedule=schedule, columns=columns(schedule), rows=rows(schedule, sittings), root=root)


_DAY_RULES = {
    WhenHoliday.BEFORE: "Är dagen ingen arbetsdag gäller närmaste arbetsdag före.",
    WhenHoliday.AFTER: "Är dagen ingen arbetsdag gäller närmaste arbetsdag efter.",
    WhenHoliday.KEEP: "Dagen flyttas inte.",
}


def rule(step: Step) -> str:
    """The step's rule in words."""
    if step.offset == 0:
        counted = "Samma dag som sammanträdet."
    else:
        counted = f"{wording.NBSP.join(days(abs(step.offset)).split(' '))} {'före' if step.offset < 0 else 'efter'} sammanträdet."
    return f"{counted} {_DAY_RULES[step.when_holiday]}"


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


def pages(site: Site) -> Iterator[Promise]:
    """A page for each schedule of each body."""
    for body in site.archive.bodies:
        for document in body.schedules:
            schedule = document.header
            named = (site.referred(body.id, found) for found in (schedule.proposed_in, schedule.decided_in))
            inputs = (
                site.inputs.body(body),
                *(site.inputs.item(item) for item in named if item),
                *map(site.inputs.sitting, _concerned(site, body, schedule)),
            )
            make = partial(_page, site, body, schedule)
            yield Promise(addresses.schedule(body.id, schedule.year), KIND, make, inputs)


def _concerned(site: Site, body: Body, schedule: ScheduleHeader) -> tuple[Sitting, ...]:
    """The body's meetings and planned days of the year, those that were moved out of it included."""

    def years(sitting: Sitting) -> set[int]:
        moves = sitting.meeting.header.moves if sitting.meeting else ()
        return {sitting.date.year, *(move.old.year for move in moves)}

    return tuple(sitting for sitting in site.sittings(body) if schedule.year in years(sitting))


def _page(site: Site, body: Body, schedule: ScheduleHeader) -> Page:
    address = addresses.schedule(body.id, schedule.year)
    heading = f"Sammanträdesordning {schedule.year}"
    sittings = _concerned(site, body, schedule)
    planned = {found.date for found in schedule.meetings}
    outside = [
        found for found in sittings if found.date.year == schedule.year and found.meeting and found.date not in planned
    ]
    state = wording.schedule_state(schedule)
    return layout.page(
        site,
        "schedule.html",
        address,
        heading,
        f"{heading} för {body.name}: {wording.number_of(len(planned), 'sammanträde', 'sammanträden')} med alla steg.",
        [layout.START, layout.body_link(body), layout.year_link(body, schedule.year)],
        KIND,
        found=Found(KIND, (site.name(body),), year=schedule.year),
        body=body,
        schedule=schedule,
        state=state,
        proposed_in=site.referred(body.id, schedule.proposed_in),
        decided_in=site.referred(body.id, schedule.decided_in),
        plan=plan_table(schedule, sittings, root_from(address)),
        rules=[(step, rule(step)) for step in columns(schedule)],
        standing=[(standing_plan(found, schedule.year), standing_rule(found)) for found in schedule.standing],
        outside=outside,
        text=layout.text_of(body.schedule(schedule.year), address),
        years=_neighbours(body, schedule),
    )


def _neighbours(body: Body, schedule: ScheduleHeader) -> tuple[Link | None, Link | None]:
    years = [found.header.year for found in body.schedules]
    before = max((year for year in years if year < schedule.year), default=None)
    after = min((year for year in years if year > schedule.year), default=None)
    return _link(body, before), _link(body, after)


def _link(body: Body, year: int | None) -> Link | None:
    return Link(str(year), addresses.schedule(body.id, year)) if year is not None else None
