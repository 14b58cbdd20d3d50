"""Delegated decisions counted by unit, point and month: as a table, as a picture, and row by row as a CSV file."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from macros.facts.meetings import lists_of
from macros.pages.charts import Number, chart, drawn
from macros.record.archive import Body
from macros.record.loose_dates import MONTHS
from macros.texts.alphabet import alphabetical
from macros.texts.formulas import neutral

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
class YearOfDecisions:
    """A year's decisions."""

    year: int
    rows: tuple[CountedRow, ...]

    @property
    def months(self) -> tuple[int, ...]:
        """The sums of the months."""
        return tuple(sum(row.months[n] for row in self.rows) for n in range(12))

    @property
    def total(self) -> int:
        """The year's sum."""
        return sum(self.months)

    @property
    def picture(self) -> Markup:
        """The year as bars: for each unit those months in which any of them decided something."""
        some = [n for n, count in enumerate(self.months) if count]
        by_unit = {
            unit: [sum(counts) for counts in zip(*(row.months for row in rows), strict=True)]
            for unit, rows in groupby(self.rows, lambda row: row.unit)
        }
        groups = [
            (unit, [Number(MONTHS[n], float(counts[n]), str(counts[n])) for n in some])
            for unit, counts in by_unit.items()
        ]
        sums = ", ".join(f"{unit} {sum(counts)}" for unit, counts in by_unit.items())
        return drawn(
            chart(
                f"diagram-{self.year}",
                f"Antal beslut {self.year} per enhet och månad",
                f"Staplar för varje månad som har beslut. Hela året: {sums}. Alla tal står i tabellen närmast efter.",
                groups,
            )
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
    return YearOfDecisions(year, rows)


def table(body: Body) -> str:
    """The text of a body's CSV file: every row of every list, in the order of the lists; no cell is a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(map(neutral, row) for row in _rows(body))
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
