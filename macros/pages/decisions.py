"""Delegated decisions counted by unit, point and month: as a table, as a picture, and row by row as a CSV file."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from macros.facts.meetings import lists_of
from macros.record.archive import Body
from macros.record.loose_dates import MONTHS
from macros.texts.alphabet import alphabetical

WITHOUT_POINT = "Utan punkt"
COLUMNS = (
    "datum",
    "enhet",
    "månad",
    "punkt",
    "beslut",
    "diarienummer",
    "löpnummer",
    "delegat",
    "brådskande",
    "anmält_på_sammanträde",
)


@dataclass(frozen=True)
class CountedRow:
    """The decisions of a unit under a point, month by month of the year."""

    unit: str
    point: str
    months: tuple[int, ...]

    @property
    def total(self) -> int:
        """The year's sum."""
        return sum(self.months)


@dataclass(frozen=True)
class Bar:
    """A month's decisions of a unit as a bar: its place and size in the picture, in units of the picture."""

    x: int
    y: float
    width: int
    height: float
    count: int
    month: str


@dataclass(frozen=True)
class UnitBars:
    """A unit's row of bars in the picture."""

    unit: str
    top: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class YearOfDecisions:
    """A year's decisions; `units` are the picture's rows and `height` its height."""

    year: int
    rows: tuple[CountedRow, ...]
    units: tuple[UnitBars, ...]
    height: int

    @property
    def months(self) -> tuple[int, ...]:
        """The sums of the months."""
        return tuple(sum(row.months[n] for row in self.rows) for n in range(12))

    @property
    def total(self) -> int:
        """The year's sum."""
        return sum(self.months)

    @property
    def said(self) -> str:
        """The picture in words."""
        units = (f"{unit.unit} {sum(bar.count for bar in unit.bars)}" for unit in self.units)
        return (
            f"Diagram över antal beslut per enhet och månad {self.year}. {', '.join(units)}. Siffrorna står i tabellen."
        )


def years_of(body: Body) -> list[YearOfDecisions]:
    """The body's decisions by the lists' months, latest year first."""
    counted: Counter[tuple[int, str, str, int]] = Counter(
        (found.header.month.year, found.header.unit, row.point or WITHOUT_POINT, found.header.month.month)
        for found in body.lists
        for row in found.header.decisions
    )
    return [_year(year, counted) for year in sorted({key[0] for key in counted}, reverse=True)]


def _year(year: int, counted: Counter[tuple[int, str, str, int]]) -> YearOfDecisions:
    keys = sorted(
        {key[1:3] for key in counted if key[0] == year}, key=lambda key: (alphabetical(key[0]), alphabetical(key[1]))
    )
    rows = tuple(
        CountedRow(unit, point, tuple(counted[year, unit, point, month] for month in range(1, 13)))
        for unit, point in keys
    )
    units = _bars(rows)
    return YearOfDecisions(year, rows, units, _TOP + len(units) * _ROW)


WIDTH = 480
_STEP = WIDTH // 12
_TOP, _ROW, _LABEL, _HIGHEST = 4, 118, 24, 54


def _bars(rows: tuple[CountedRow, ...]) -> tuple[UnitBars, ...]:
    """One row of twelve bars for each unit, all to the same scale."""
    by_unit = {
        unit: [sum(row.months[n] for row in found) for n in range(12)]
        for unit, group in groupby(rows, lambda row: row.unit)
        if (found := list(group))
    }
    most = max((count for counts in by_unit.values() for count in counts), default=1) or 1
    units = []
    for place, (unit, counts) in enumerate(by_unit.items()):
        top = _TOP + place * _ROW
        ground = top + _LABEL + 16 + _HIGHEST
        bars = tuple(
            Bar(
                n * _STEP + 6,
                round(ground - count / most * _HIGHEST, 1),
                _STEP - 12,
                round(count / most * _HIGHEST, 1),
                count,
                MONTHS[n][:3],
            )
            for n, count in enumerate(counts)
        )
        units.append(UnitBars(unit, top, bars))
    return tuple(units)


def table(body: Body) -> str:
    """The text of a body's CSV file: every row of every list, in the order of the lists."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(_rows(body))
    return out.getvalue()


def _rows(body: Body) -> Iterator[tuple[str, ...]]:
    for meeting in body.meetings:
        for found in lists_of(meeting):
            month = f"{found.header.month.year}-{found.header.month.month:02}"
            for row in found.header.decisions:
                yield (
                    row.date.date.isoformat(),
                    found.header.unit,
                    month,
                    row.point or "",
                    row.decision,
                    row.case_number or "",
                    row.serial_number.number if row.serial_number else "",
                    row.delegate or "",
                    "ja" if row.urgent else "nej",
                    meeting.date.isoformat(),
                )
