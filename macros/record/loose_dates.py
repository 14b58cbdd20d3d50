"""Dates as the record writes them, and dates and numbers as people do: what was meant by `170914` or "torsdag 14 sept 2017"."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from macros.words import words

WEEKDAYS = words("måndag tisdag onsdag torsdag fredag lördag söndag")
MONTHS = words("januari februari mars april maj juni juli augusti september oktober november december")
ANY_WEEKDAY, ANY_MONTH = "|".join(WEEKDAYS), "|".join(MONTHS)
"""Their names as part of a pattern."""

EXACT_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
EXACT_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])", re.ASCII)


def exact_date(written: str) -> dt.date | None:
    """The date of a text of exactly the form ÅÅÅÅ-MM-DD that the calendar has, else None."""
    try:
        return dt.date.fromisoformat(written) if EXACT_DATE.fullmatch(written) else None
    except ValueError:
        return None


def no_date(written: str) -> str:
    """What is wrong with a text that is no exact date: the calendar has no such day, or its form is another."""
    if EXACT_DATE.fullmatch(written):
        return f"{written} finns inte i kalendern."
    return f'"{written}" är inget datum av formen ÅÅÅÅ-MM-DD.'


def no_month(written: str) -> str:
    """What is wrong with a text that is no exact month."""
    return f'"{written}" är ingen månad av formen ÅÅÅÅ-MM.'


def loose_date(written: str) -> dt.date | None:
    """The date that people mean by `170914`, `17-09-14`, `2017-9-14`, `20170914`, `14/9 2017` or `14 september 2017`, else None.

    Two-digit years are 2000-2099: the record is no older.
    """
    shapes: tuple[tuple[str, tuple[int, int, int]], ...] = (
        (r"(\d{4})[-./ ](\d{1,2})[-./ ](\d{1,2})", (0, 1, 2)),
        (r"(\d{4})(\d{2})(\d{2})", (0, 1, 2)),
        (r"(\d{2})(\d{2})(\d{2})", (0, 1, 2)),
        (r"(\d{2})-(\d{2})-(\d{2})", (0, 1, 2)),
        (r"(\d{1,2})[/.](\d{1,2})[ -/]+(\d{4})", (2, 1, 0)),
        (r"(\d{1,2})/(\d{1,2})[ -]+(\d{2})", (2, 1, 0)),
        (rf"(\d{{1,2}})\s+({ANY_MONTH})\s+(\d{{4}})", (2, 1, 0)),
    )
    for shape, order in shapes:
        found = re.fullmatch(shape, written.strip().lower(), re.ASCII | re.IGNORECASE)
        if found:
            parts = found.groups()
            year, month, day = (MONTHS.index(parts[n]) + 1 if parts[n] in MONTHS else int(parts[n]) for n in order)
            try:
                return dt.date(year + 2000 if year < 100 else year, month, day)
            except ValueError:
                return None
    return None


def date_near(written: str, month: str) -> dt.date | None:
    """The date meant by `1/9` or `1 september`, without a year, in what is of a month (ÅÅÅÅ-MM): in the year nearest to it."""
    found = re.fullmatch(rf"(\d{{1,2}})(?:[/.](\d{{1,2}})|\.?\s+({ANY_MONTH}))\.?", written.strip().lower(), re.ASCII)
    try:
        middle = dt.date.fromisoformat(f"{month}-15")
    except ValueError:
        return None
    if found is None:
        return None
    number = MONTHS.index(found[3]) + 1 if found[3] else int(found[2])
    dates = (loose_date(f"{middle.year + step}-{number}-{found[1]}") for step in (-1, 0, 1))
    return min(filter(None, dates), key=lambda date: abs(date - middle), default=None)


_AROUND_A_DATE = re.compile(
    rf"(?:(?:{ANY_WEEKDAY})(?:en)?,?\s+)?(?:den\s+)?(.*?)(?:,?\s+(?:(?:kl|klockan)[\s.]*\d[\d.:]*|\d\d?:\d\d))?\.?",
    re.IGNORECASE,
)


def _bare_date(written: str) -> str:
    """The date without what people write around it (weekday, "den", time of day, full stop), and its month in full."""
    bare = _AROUND_A_DATE.fullmatch(re.sub("[–—−]", "-", written))
    return re.sub(
        r"[a-z]+\.?",
        lambda word: next((month for month in MONTHS if word[0].rstrip(".") in (month[:3], month[:4])), word[0]),
        (bare[1] if bare else written).lower(),
    )


def meant_date(written: str, month: str = "") -> dt.date | None:
    """The date that is meant whatever people write around it; one without a year in the year nearest to a month (ÅÅÅÅ-MM)."""
    bare = _bare_date(written.strip())
    return loose_date(bare) or date_near(bare, month)


def meant_month(written: str) -> str | None:
    """The month (ÅÅÅÅ-MM) that is meant by "oktober 2026", "okt 2026", `2026/10` or `10/2026`."""
    bare = _bare_date(written.strip())
    found = re.fullmatch(rf"(?P<name>{ANY_MONTH})\s+(?P<year>20\d\d)", bare)
    if found:
        return f"{found['year']}-{MONTHS.index(found['name']) + 1:02}"
    found = re.fullmatch(r"(?P<year>20\d\d)[-/. ](?P<month>\d{1,2})|(?P<first>\d{1,2})[-/. ](?P<last>20\d\d)", bare)
    number = int(found["month"] or found["first"]) if found else 0
    return f"{found['year'] or found['last']}-{number:02}" if found and number in range(1, 13) else None


def date_remedy(written: str) -> str:
    """What to write instead of what is no exact date: the date that was meant, if that can be told."""
    if EXACT_DATE.fullmatch(written):
        return _calendar_remedy(*map(int, written.split("-")))
    meant = meant_date(written)
    return (
        f"skriv {meant.isoformat()}." if meant else "skriv år, månad och dag med bindestreck, till exempel 2026-03-12."
    )


def _calendar_remedy(year: int, month: int, day: int) -> str:
    if month > 12 >= day > 0 and (swapped := loose_date(f"{year}-{day}-{month}")):
        return f"har dag och månad bytt plats, skriv {swapped}; annars välj ett annat datum."
    if 1 <= month <= 12 and year:
        return f"välj ett annat datum; {MONTHS[month - 1]} {year} har {calendar.monthrange(year, month)[1]} dagar."
    return "välj ett annat datum; månaderna är 01 till 12."


_NUMBERS = words("noll ett två tre fyra fem sex sju åtta nio tio elva tolv")


def meant_number(written: str) -> int | None:
    """The one number in a text as people write it: "§ 43", "8 dagar", "åtta"; of weeks the number of days, of months none."""
    plain = written.lower()
    if "månad" in plain or "timm" in plain:
        return None
    found = re.fullmatch(r"[^\d-]*(\d{1,9})\D*", plain, re.ASCII)
    word = plain.partition(" ")[0]
    number = int(found[1]) if found else _NUMBERS.index(word) if word in _NUMBERS else None
    return number * len(WEEKDAYS) if number is not None and "veck" in plain else number
