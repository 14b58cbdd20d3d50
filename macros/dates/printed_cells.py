"""The cells of a printed plan: dates with or without a star, months, and days of a month; a fault for anything else."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from macros.record.loose_dates import loose_date
from macros.record.values import shorten


@dataclass(frozen=True)
class Fault:
    """What cannot be read: the line (from 1), what is wrong and what to do."""

    line: int
    message: str
    remedy: str


@dataclass(frozen=True)
class PrintedDate:
    """A date as printed, and whether it carries the star of a changed weekday."""

    date: dt.date
    starred: bool


def printed_date(line: int, cell: str) -> PrintedDate | Fault | None:
    """A date of the form ÅÅÅÅ-MM-DD, with a star when it is marked as moved; None for an empty cell."""
    written = cell.strip()
    if not written:
        return None
    plain = written.removesuffix("*").rstrip()
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", plain, re.ASCII):
        try:
            return PrintedDate(dt.date.fromisoformat(plain), plain != written)
        except ValueError:
            return Fault(line, f"{plain} finns inte i kalendern.", "rätta datumet.")
    meant = loose_date(plain)
    remedy = (
        f"skriv {meant}." if meant else "skriv år, månad och dag, till exempel 2018-03-12, med * när dagen är flyttad."
    )
    return Fault(line, f'"{shorten(written)}" är inget datum av formen ÅÅÅÅ-MM-DD.', remedy)


def printed_month(line: int, written: str, year: int) -> int | Fault:
    """The number of a month of the year, written ÅÅÅÅ-MM."""
    found = re.fullmatch(r"(\d{4})-(\d{2})", written, re.ASCII)
    if not found or not 1 <= int(found[2]) <= 12:
        return Fault(line, f'"{shorten(written)}" är ingen månad av formen ÅÅÅÅ-MM.', f"skriv till exempel {year}-03.")
    if int(found[1]) != year:
        return Fault(line, f"Månaden {written} ligger inte i {year}.", "jämför med rätt års plan.")
    return int(found[2])


def printed_days(line: int, cell: str, year: int, month: int) -> Iterator[dt.date | Fault]:
    """The days of a month, written as numbers with commas."""
    last = calendar.monthrange(year, month)[1]
    for written in filter(None, (part.strip() for part in cell.split(","))):
        if re.fullmatch(r"\d{1,2}", written, re.ASCII) and 1 <= int(written) <= last:
            yield dt.date(year, month, int(written))
        else:
            yield Fault(
                line,
                f'"{shorten(written)}" är ingen dag i {year}-{month:02}.',
                f"skriv dagarnas nummer, 1 till {last}, med komma emellan.",
            )
