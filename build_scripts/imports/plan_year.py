"""A yearly plan's cells as days of the year: each with its hour, what its marks mean, and what cannot be placed told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field

from build_scripts.imports.plan_cells import DayEntry, clock_of, entries, name_of
from build_scripts.imports.plan_table import PlanCell, PlanTable
from macros.dates.working_days import public_holiday, why_not_working
from macros.dates.written import clock, several_dates, weekday_date
from macros.record.loose_dates import MONTHS
from macros.record.schedule import PlannedKind

_KINDS = {
    "reserv": PlannedKind.RESERVE,
    "reservdag": PlannedKind.RESERVE,
    "reservtid": PlannedKind.RESERVE,
    "reservdatum": PlannedKind.RESERVE,
    "val": PlannedKind.ELECTION,
    "valsammanträde": PlannedKind.ELECTION,
}
"""Meanings of marks that are a kind of day ("slag") and nothing more; a longer one is kept word for word as a remark."""


@dataclass(frozen=True)
class PrintedDay:
    """A day of a body in the plan: its own hour, kind and remarks where the plan has them, and the days that go on from it."""

    date: dt.date
    time: dt.time | None = None
    kind: PlannedKind | None = None
    notes: tuple[str, ...] = ()
    further: tuple[dt.date, ...] = ()


@dataclass
class PlanOfBody:
    """What the plan has for a body, by the name that it is called in it: days in time order, and its usual hour."""

    name: str
    time: dt.time | None = None
    days: list[PrintedDay] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


def dates_of(cell: PlanCell, entry: DayEntry, year: int) -> tuple[dt.date, ...]:
    """The day of an entry, or each of its days (`10-11`); none where one of them is not in the cell's month."""
    if entry.month not in (None, cell.month) or entry.last < entry.day:
        return ()
    try:
        return tuple(dt.date(year, cell.month, day) for day in range(entry.day, entry.last + 1))
    except ValueError:
        return ()


def plans_of(table: PlanTable, year: int) -> list[PlanOfBody]:
    """The plan body by body, in the order of the table."""
    plans: dict[str, PlanOfBody] = {}
    for heading in dict.fromkeys(table.names):
        name, marks, time = name_of(heading)
        plan = plans.setdefault(name, PlanOfBody(name))
        plan.time = time or plan.time
        if heading in table.times:
            plan.time = clock_of(table.times[heading]) or plan.time
            if plan.time is None:
                plan.left_out.append(f'Tiden "{table.times[heading]}" är inget klockslag och är inte med.')
        plan.told += (f"Namnet är märkt {mark}: {_meaning(table, mark)}." for mark in marks)
        for cell in table.cells:
            if cell.name == heading:
                _take(plan, table, cell, year)
    for plan in plans.values():
        plan.days.sort(key=lambda day: day.date)
    return list(plans.values())


def _meaning(table: PlanTable, mark: str) -> str:
    return table.meanings.get(mark, "planen säger inte vad det betyder")


def _take(plan: PlanOfBody, table: PlanTable, cell: PlanCell, year: int) -> None:
    """A cell's days into the plan; what is none of a day, or a day that cannot be, is told."""
    found, unread = entries(cell.text)
    month = MONTHS[cell.month - 1]
    plan.left_out += (f'"{piece}" i {month} går inte att läsa som en dag.' for piece in unread)
    for n, entry in enumerate(found):
        dates = dates_of(cell, entry, year)
        if why := _why_not(plan, entry, dates, f"{month} {year}"):
            plan.left_out.append(why)
        else:
            plan.days.append(_day(plan, table, entry, dates))
            plan.told += _doubts(entry, dates, is_first=not n)


def _why_not(plan: PlanOfBody, entry: DayEntry, dates: tuple[dt.date, ...], month: str) -> str:
    """Why an entry is no meeting that the plan of the body can have; empty where it is one."""
    taken = {date for day in plan.days for date in (day.date, *day.further)}
    for date in dates:
        if holiday := public_holiday(date):
            return f"{_in_range(entry)}{weekday_date(date)} är {holiday}, och är inte med."
        if len(dates) > 1 and (reason := why_not_working(date)):
            return f"{_in_range(entry)}{weekday_date(date)} är {reason}, och är inte med."
        if date in taken:
            return f"{weekday_date(date)} står två gånger; den andra är inte med."
    return "" if dates else f"{_written(entry)} i {month} finns inte."


def _in_range(entry: DayEntry) -> str:
    return f"{_written(entry)}: " if entry.last > entry.day else ""


def _doubts(entry: DayEntry, dates: tuple[dt.date, ...], is_first: bool) -> Iterator[str]:
    """What a person should look at of an entry that is taken in."""
    if len(dates) > 1:
        yield f"{_written(entry)} är inlagt som ett sammanträde {several_dates(dates, weekdays=True)}."
    elif reason := why_not_working(dates[0]):
        yield f"{weekday_date(dates[0])} är med, men är {reason}."
    if entry.time and entry.hour_after_comma and not is_first:
        yield (
            f"{clock(entry.time)} är skrivet bara för {weekday_date(dates[0])}: planen säger inte om det också gäller dagen "
            "före i samma ruta."
        )


def _written(entry: DayEntry) -> str:
    days = f"{entry.day}" if entry.last == entry.day else f"{entry.day}–{entry.last}"
    return f"{days}/{entry.month}" if entry.month else days


def _day(plan: PlanOfBody, table: PlanTable, entry: DayEntry, dates: tuple[dt.date, ...]) -> PrintedDay:
    kind: PlannedKind | None = None
    notes: list[str] = []
    for mark in (*entry.marks, *filter(None, (entry.words,))):
        meaning = table.meanings.get(mark, mark if mark == entry.words else None)
        if meaning is None:
            plan.left_out.append(f"{weekday_date(dates[0])} är märkt {mark}; planen säger inte vad det betyder.")
        elif (found := _KINDS.get(meaning.casefold())) and kind is None:
            kind = found
        else:
            notes.append(meaning)
    return PrintedDay(dates[0], entry.time, kind, tuple(notes), dates[1:])
