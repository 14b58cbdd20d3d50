"""The Swedish calendar of public holidays, as the package `holidays` has it; imported only where it is asked.

The package brings all countries with it, which takes longer than many a command.
"""

from __future__ import annotations

import datetime as dt

from holidays.countries.sweden import Sweden


class _Calendar(Sweden):
    """The package's calendar, prolonged: it ends with the year 2100, and an appeal of that December ends in 2101."""

    end_year = 2299


def names_of(year: int) -> dict[dt.date, str]:
    """The year's holidays and eves by date, with their names as the package writes them.

    The categories and the language are given explicitly: the package's defaults changed between releases and its
    names follow the machine's locale. Years before 1953 (another law) and after 2299 have none.
    """
    return _Calendar(years=year, language="sv", categories=("public", "de_facto"), include_sundays=False)
