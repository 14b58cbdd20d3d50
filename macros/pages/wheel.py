"""The year as a wheel ("årshjul"): meetings as dots on a ring of months, their steps inside, holidays across the ring.

The picture is a way into the plan's table, which holds the same days: each dot leads to its row there.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians, sin

from markupsafe import Markup

from macros.dates.working_days import public_holidays
from macros.facts.meetings import MeetingDay
from macros.pages import wording
from macros.pages.footnotes import Footnotes
from macros.pages.plan import PlannedRow, plan_rows
from macros.pages.templating import render
from macros.record.archive import Body
from macros.record.loose_dates import MONTHS
from macros.record.schedule import ScheduleHeader

MIDDLE = 320
"""Units of the picture from its edges to the middle of the wheel."""

_NAMES, _OUTER, _DOTS, _INNER, _FIRST_STEP, _NEXT_STEP = 288, 262, 238, 214, 188, 19
"""Distances from the middle: the months' names, the ring's edges and its dots, the step nearest to a meeting, and the next."""


@dataclass(frozen=True)
class Coordinates:
    """A place of the picture."""

    x: float
    y: float


@dataclass(frozen=True)
class MonthOfRing:
    """A month: the outline of its part of the ring, its short name and where that stands."""

    outline: str
    name: str
    at: Coordinates


@dataclass(frozen=True)
class HolidayOfRing:
    """A holiday: a line across the ring."""

    name: str
    start: Coordinates
    end: Coordinates


@dataclass(frozen=True)
class StepOfMeeting:
    """A step of a meeting: its dot and what it is."""

    at: Coordinates
    said: str


@dataclass(frozen=True)
class Dot:
    """A meeting: where its dot stands, its day, where it leads, and in words what it is; `is_off` when it is not held then."""

    at: Coordinates
    day: int
    place: str
    said: str
    is_off: bool = False
    steps: tuple[StepOfMeeting, ...] = ()

    @property
    def way(self) -> str:
        """The line from the first step to the meeting."""
        return " ".join(f"{point.x},{point.y}" for point in (*(step.at for step in self.steps), self.at))


@dataclass(frozen=True)
class Wheel:
    """The whole picture of a year."""

    year: int
    said: str
    months: tuple[MonthOfRing, ...]
    holidays: tuple[HolidayOfRing, ...]
    dots: tuple[Dot, ...]


def wheel(
    body: Body, schedule: ScheduleHeader, meeting_days: tuple[MeetingDay, ...], outside: Iterable[MeetingDay], root: str
) -> Markup:
    """The year's wheel as HTML; `outside` are the meetings that the plan does not have."""
    year, id = schedule.year, f"{body.id}-{schedule.year}-hjul"
    rows = plan_rows(body, schedule, meeting_days, Footnotes(id))
    dots = (*(_planned(row) for row in rows), *(_outside(found, root) for found in outside))
    said = (
        f"{wording.number_of(len(rows), 'sammanträde', 'sammanträden')} runt årets tolv månader, var och en med sina steg "
        "innanför ringen. Helgdagar är streck tvärs över den. Alla dagar står i tabellen närmast efter."
    )
    holidays = tuple(
        HolidayOfRing(f"{name.capitalize()}, {wording.plain_day(day)}", _at(day, _OUTER), _at(day, _INNER))
        for day, name in sorted(public_holidays(year).items())
    )
    found = Wheel(year, said, tuple(_month(year, number) for number in range(1, len(MONTHS) + 1)), holidays, dots)
    return render("wheel.html", wheel=found, id=id, middle=MIDDLE)


def _planned(row: PlannedRow) -> Dot:
    day, found = row.planned.date, row.meeting_day
    is_moved = found is not None and day not in found.days
    said = wording.plain_days(row.planned.days)
    if found and found.is_cancelled:
        said += ", inställt"
    elif found and is_moved:
        said += f", flyttat till {wording.plain_days(found.days)}"
    steps = sorted(row.cells, key=lambda cell: (cell.deadline.date, cell.deadline.step.offset))
    before = [cell.deadline for cell in steps if cell.deadline.date <= day]
    apart = min(_NEXT_STEP, _FIRST_STEP / max(1, len(before)))
    return Dot(
        _at(day, _DOTS),
        day.day,
        f"#{row.id}",
        f"{said}, till raden i tabellen",
        is_moved or (found is not None and found.is_cancelled),
        tuple(
            StepOfMeeting(
                _at(step.date, _FIRST_STEP - place * apart), f"{step.step.name}, {wording.plain_day(step.date)}"
            )
            for place, step in reversed(tuple(enumerate(reversed(before))))
        ),
    )


def _outside(found: MeetingDay, root: str) -> Dot:
    address = f"{root}{found.meeting.address}" if found.meeting else ""
    said = f"{wording.plain_days(found.days)}, utanför ordningen"
    return Dot(_at(found.date, _DOTS), found.date.day, address, said, found.is_cancelled)


def _month(year: int, number: int) -> MonthOfRing:
    first = dt.date(year, number, 1)
    begins, ends = _angle(first), _angle(dt.date(year + number // 12, number % 12 + 1, 1), year)
    corners = [_point(turn, far) for turn, far in ((begins, _OUTER), (ends, _OUTER), (ends, _INNER), (begins, _INNER))]
    one, two, three, four = (f"{corner.x} {corner.y}" for corner in corners)
    outline = f"M{one}A{_OUTER} {_OUTER} 0 0 1 {two}L{three}A{_INNER} {_INNER} 0 0 0 {four}Z"
    return MonthOfRing(outline, MONTHS[number - 1][:3], _point((begins + ends) / 2, _NAMES))


def _at(day: dt.date, far: float) -> Coordinates:
    return _point(_angle(day), far)


def _angle(day: dt.date, year: int | None = None) -> float:
    """Degrees from the top, clockwise; a day of another year than `year` goes on round the wheel."""
    first = dt.date(year or day.year, 1, 1)
    return (day - first).days / (dt.date(first.year + 1, 1, 1) - first).days * 360


def _point(turn: float, far: float) -> Coordinates:
    return Coordinates(round(MIDDLE + far * sin(radians(turn)), 1), round(MIDDLE - far * cos(radians(turn)), 1))
