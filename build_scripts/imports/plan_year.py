"""A yearly plan's cells as days of the year: each with its hour, what its marks mean, and what cannot be placed told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field

from build_scripts.imports.plan_cells import DayEntry, clock_of, entries, name_of
from build_scripts.imports.plan_table import PlanCell, PlanTable
from macros.dates.working_days import public_holiday, why_not_working
from macros.dates.written import clock, weekday_date
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
    """A day of a body in the plan: its own hour, kind and remarks where the plan has them."""

    date: dt.date
    time: dt.time | None = None
    kind: PlannedKind | None = None
    notes: tuple[str, ...] = ()


@dataclass
class PlanOfBody:
    """What the plan has for a body, by the name that it is called in it: days in time order, and its usual hour."""

    name: str
    time: dt.time | None = None
    days: list[PrintedDay] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


def year_of(table: PlanTable, written_name: str) -> tuple[int | None, str]:
    """The plan's year and where it stands; None, and why, where the plan or the file's name does not say one for certain.

    A year that stands only in the file's name is not believed where it puts a meeting on a day that is no working day.
    """
    if len(table.years) == 1:
        return table.years[0], ""
    if table.years:
        return None, f"Planen nämner flera år: {', '.join(map(str, table.years))}."
    named = sorted({int(part) for part in _numbers(written_name) if len(part) == len("2025") and part.startswith("20")})
    if len(named) != 1:
        return None, "Året står varken i planen eller i filens namn."
    free = list(_not_working(table, named[0]))
    if not free:
        return named[0], f"Året {named[0]} är hämtat ur filens namn; planen säger inget år."
    fits = [str(year) for year in (named[0] - 1, named[0] + 1) if not any(_not_working(table, year))]
    better = f" Med {' eller '.join(fits)} hamnar alla på arbetsdagar." if fits else ""
    return None, (
        f"Planen säger inget år. Med {named[0]}, som står i filens namn, hamnar {len(free)} av dagarna på dagar som inte är "
        f"arbetsdagar, först {weekday_date(free[0])}.{better}"
    )


def _numbers(text: str) -> Iterator[str]:
    yield from "".join(sign if sign.isascii() and sign.isdigit() else " " for sign in text).split()


def _not_working(table: PlanTable, year: int) -> Iterator[dt.date]:
    for cell in table.cells:
        for entry in entries(cell.text)[0]:
            date = _date(cell, entry, year)
            if date and why_not_working(date):
                yield date


def _date(cell: PlanCell, entry: DayEntry, year: int) -> dt.date | None:
    try:
        return dt.date(year, cell.month, entry.day) if entry.month in (None, cell.month) else None
    except ValueError:
        return None


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
        date = _date(cell, entry, year)
        if date is None:
            plan.left_out.append(f"{_written(entry)} i {month} {year} finns inte.")
        elif holiday := public_holiday(date):
            plan.left_out.append(f"{weekday_date(date)} är {holiday}, och är inte med.")
        elif any(day.date == date for day in plan.days):
            plan.left_out.append(f"{weekday_date(date)} står två gånger; den andra är inte med.")
        else:
            plan.days.append(_day(plan, table, entry, date))
            if reason := why_not_working(date):
                plan.told.append(f"{weekday_date(date)} är med, men är {reason}.")
            if entry.time and entry.hour_after_comma and n:
                plan.told.append(
                    f"{clock(entry.time)} är skrivet bara för {weekday_date(date)}: planen säger inte om det också gäller "
                    "dagen före i samma ruta."
                )


def _written(entry: DayEntry) -> str:
    return f"{entry.day}/{entry.month}" if entry.month else f"{entry.day}"


def _day(plan: PlanOfBody, table: PlanTable, entry: DayEntry, date: dt.date) -> PrintedDay:
    kind: PlannedKind | None = None
    notes: list[str] = []
    for mark in (*entry.marks, *filter(None, (entry.words,))):
        meaning = table.meanings.get(mark, mark if mark == entry.words else None)
        if meaning is None:
            plan.left_out.append(f"{weekday_date(date)} är märkt {mark}; planen säger inte vad det betyder.")
        elif (found := _KINDS.get(meaning.casefold())) and kind is None:
            kind = found
        else:
            notes.append(meaning)
    return PrintedDay(date, entry.time, kind, tuple(notes))
