"""Years and terms of office: which series of paragraph numbers a day belongs to."""

from __future__ import annotations

import datetime as dt

from macros.record.body import BodyHeader, BodyKind, ParagraphSeries

YEARS_OF_TERM = 4
ASSEMBLY_TERM = dt.date(2018, 10, 15)
BOARD_TERM = dt.date(2019, 1, 1)
"""The first days of a term of fullmäktige and of every other body; the others follow every fourth year."""


def assembly_term(day: dt.date) -> tuple[dt.date, dt.date]:
    """The first and last day of fullmäktige's term that the day is in: four years from 15 October. Source: KL 5:9."""
    begun = (day.month, day.day) >= (ASSEMBLY_TERM.month, ASSEMBLY_TERM.day)
    year = day.year - (day.year - ASSEMBLY_TERM.year - (not begun)) % YEARS_OF_TERM - (not begun)
    first = ASSEMBLY_TERM.replace(year=year)
    return first, first.replace(year=year + YEARS_OF_TERM) - dt.timedelta(days=1)


def series_of(header: BodyHeader, day: dt.date) -> int:
    """The series that a day's paragraphs belong to ("paragrafserie"): its year, or the body's own term of four years.

    Fullmäktige's begins on 15 October of the year of election, a styrelse's on 1 January of the year after, and so do those
    of the other bodies.
    Source: KL 5:9, 6:18; fullmäktige's decision.
    """
    if header.paragraph_series is ParagraphSeries.YEAR:
        return day.year
    first = ASSEMBLY_TERM if header.kind is BodyKind.ASSEMBLY else BOARD_TERM
    begun = (day.month, day.day) >= (first.month, first.day)
    return (day.year - first.year - (not begun)) // YEARS_OF_TERM
