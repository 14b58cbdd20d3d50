"""Years and terms of office: which series of paragraph numbers a day belongs to."""

from __future__ import annotations

import datetime as dt

from macros.record.body import BodyHeader, ParagraphSeries

YEARS_OF_TERM = 4
FIRST_TERM = 2019
"""A year in which boards began a term; the others follow every fourth year."""


def series_of(header: BodyHeader, day: dt.date) -> int:
    """The series that a day's paragraphs belong to ("paragrafserie"): its year, or its term of four years from 1 January.

    Source: KL 6:18; fullmäktige's decision.
    """
    if header.paragraph_series is ParagraphSeries.YEAR:
        return day.year
    return (day.year - FIRST_TERM) // YEARS_OF_TERM
