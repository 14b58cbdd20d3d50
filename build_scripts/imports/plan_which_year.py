"""Which year a yearly plan is for: as it says itself, as the file's name says, or as only one year can be."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from build_scripts.imports.plan_cells import entries
from build_scripts.imports.plan_table import PlanCell, PlanTable
from build_scripts.imports.plan_year import dates_of
from macros.dates.working_days import why_not_working
from macros.dates.written import listing, weekday_date
from macros.record.loose_dates import WEEKDAYS

Usual = Mapping[str, frozenset[int]]
"""The weekdays that the bodies of a plan's headings meet on, 0 for Monday."""

_NEAR = (-2, -1, 1, 2)
"""How far from the year in a file's name a plan may be: so near, no two years have all weekdays alike."""

_FEWEST = 4
"""Days of a body that tell something of its weekday."""

_MOST_WEEKDAYS = 2
"""A body that meets on more weekdays fits almost any year."""


def year_of(table: PlanTable, written_name: str, usual: Usual) -> tuple[int | None, str]:
    """The plan's year and where it comes from; None, and why, where nothing says one for certain.

    A year that stands only in the file's name is not believed where it puts a meeting on a day that is no working day, unless
    the bodies then meet on their own weekdays. Where it is not, and only one year near it puts all meetings on working days
    and every body on its weekdays, it is that one.
    """
    if len(table.years) == 1:
        return table.years[0], ""
    if table.years:
        return None, f"Planen nämner flera år: {', '.join(map(str, table.years))}."
    named = sorted({int(part) for part in _numbers(written_name) if len(part) == len("2025") and part.startswith("20")})
    if len(named) != 1:
        return None, "Året står varken i planen eller i filens namn."
    year = named[0]
    free = list(_not_working(table, year))
    if not free or _fits(table, year, usual):
        return year, f"Året {year} är hämtat ur filens namn; planen säger inget år."
    doubt = (
        f"Planen säger inget år. Med {year}, som står i filens namn, hamnar {len(free)} av dagarna på dagar som inte är "
        f"arbetsdagar, först {weekday_date(free[0])}."
    )
    possible = [other for step in _NEAR if not any(_not_working(table, other := year + step))]
    certain = [other for other in possible if _fits(table, other, usual)]
    if len(certain) == 1:
        bodies = listing([f"{name} {_weekdays(usual[name])}" for name in _telling(table, usual)])
        return certain[0], (
            f"{doubt} Året är {certain[0]}: bara då hamnar alla på arbetsdagar och organen på sina sammanträdesdagar ({bodies})."
        )
    better = f" Med {' eller '.join(map(str, possible))} hamnar alla på arbetsdagar." if possible else ""
    return None, doubt + better


def _weekdays(numbers: frozenset[int]) -> str:
    return listing([WEEKDAYS[number] for number in sorted(numbers)])


def _numbers(text: str) -> Iterator[str]:
    yield from "".join(sign if sign.isascii() and sign.isdigit() else " " for sign in text).split()


def _not_working(table: PlanTable, year: int) -> Iterator[dt.date]:
    return (date for cell in table.cells for date in _dates(cell, year) if why_not_working(date))


def _dates(cell: PlanCell, year: int) -> Iterator[dt.date]:
    return (date for entry in entries(cell.text)[0] for date in dates_of(cell, entry, year)[:1])


def _telling(table: PlanTable, usual: Usual) -> list[str]:
    """The headings whose weekdays are known, one or two, and that have days enough."""
    few = [name for name, weekdays in usual.items() if len(weekdays) <= _MOST_WEEKDAYS]
    count = {name: sum(len(entries(cell.text)[0]) for cell in table.cells if cell.name == name) for name in few}
    return [name for name in few if count[name] >= _FEWEST]


def _fits(table: PlanTable, year: int, usual: Usual) -> bool:
    """Whether each body whose weekdays are known meets on them but for a day now and then."""
    telling = _telling(table, usual)
    for name in telling:
        days = [date for cell in table.cells if cell.name == name for date in _dates(cell, year)]
        if sum(date.weekday() in usual[name] for date in days) * 4 < len(days) * 3:
            return False
    return bool(telling)
