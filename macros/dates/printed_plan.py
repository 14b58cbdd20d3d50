"""A printed plan as tab separated text: read strictly, cell by cell, every fault with its line."""

from __future__ import annotations

import calendar
import datetime as dt
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from macros.dates.written import capital, listing
from macros.record.loose_dates import EXACT_DATE, EXACT_MONTH, exact_date, loose_date, no_date, no_month
from macros.record.schedule import ScheduleHeader
from macros.record.values import did_you_mean, shorten

MEETING = "sammanträde"
MONTH_COLUMNS = ("month", "månad")


@dataclass(frozen=True)
class PrintedPlan:
    """A printed plan: for each meeting its printed steps by step id; None where the cell is empty."""

    meetings: Mapping[dt.date, Mapping[str, PrintedDate | None]]

    @property
    def uses_stars(self) -> bool:
        """Whether the plan marks changed weekdays at all."""
        return any(cell is not None and cell.starred for steps in self.meetings.values() for cell in steps.values())


@dataclass(frozen=True)
class PrintedStanding:
    """The printed days of standing meetings, by the meeting's id."""

    days: Mapping[str, frozenset[dt.date]]


Row = tuple[int, list[str]]


def read_printed(text: str, schedule: ScheduleHeader) -> tuple[PrintedPlan | PrintedStanding | None, tuple[Fault, ...]]:
    """The printed plan in a file's text, or None with every fault. Never raises.

    The first row names the columns. With a column "sammanträde" the others are step ids and each row a meeting;
    with "month" the others begin with a standing meeting's id and an underscore, and each row holds days of a
    month. Names are compared without å ä ö and case, so "deadline_namnd" is the step deadline_nämnd.
    """
    rows = [(number, line.rstrip("\r").split("\t")) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    if not rows:
        return None, (Fault(1, "Filen är tom.", "skriv en rubrikrad och en rad per sammanträde."),)
    faults: list[Fault] = []
    line, head = rows[0][0], [cell.strip() for cell in rows[0][1]]
    folded = [fold(name) for name in head]
    if fold(MEETING) in folded:
        ids = {step.id: fold(step.id) for step in schedule.steps}
        names = _columns(line, head, folded.index(fold(MEETING)), ids, "stegen", True, faults)
    elif any(fold(name) in folded for name in MONTH_COLUMNS):
        key = next(number for number, name in enumerate(folded) if name in map(fold, MONTH_COLUMNS))
        ids = {standing.id: f"{fold(standing.id)}_" for standing in schedule.standing}
        names = _columns(line, head, key, ids, "de stående mötena", False, faults)
    else:
        return None, (_no_key_column(line, head),)
    faults += [fault for row in rows[1:] for fault in _width(row, len(head))]
    if len(rows) == 1:
        faults.append(Fault(line, "Filen har en rubrikrad men inga rader under den.", "lägg till planens rader."))
    reader = _meetings if fold(MEETING) in folded else _standing
    printed = None if faults else reader(rows[1:], names, schedule.year, faults)
    return (None, tuple(faults)) if faults else (printed, ())


def fold(name: str) -> str:
    """A name as a file's column writes it: lower case, a and o for å ä ö."""
    return unicodedata.normalize("NFC", name).lower().translate(str.maketrans("åäö", "aao"))


def _no_key_column(line: int, head: Sequence[str]) -> Fault:
    if len(head) == 1 and re.search("[;,]", head[0]):
        return Fault(line, "Kolumnerna är inte skilda åt med tabbar.", "spara filen som tabbseparerad text.")
    return Fault(
        line,
        f'Rubrikraden "{shorten(" ".join(head))}" har varken kolumnen sammantrade eller kolumnen month.',
        "skriv kolumnernas namn på första raden, åtskilda med tabbar.",
    )


def _columns(
    line: int, head: Sequence[str], key: int, ids: Mapping[str, str], what: str, exact: bool, faults: list[Fault]
) -> list[str | None]:
    """The id that each column stands for (None for the key column), with a fault for each unknown or double one."""
    names: list[str | None] = []
    for number, name in enumerate(head):
        fitting = [
            known for known, form in ids.items() if fold(name) == form or (not exact and fold(name).startswith(form))
        ]
        found = max(fitting, key=len, default=None)
        if number != key and found is None:
            faults.append(_unknown_column(line, name, ids, what))
        elif found in names and number != key:
            faults.append(Fault(line, f'Kolumnen "{shorten(name)}" finns två gånger.', "behåll en av dem."))
        names.append(None if number == key else found)
    return names


def _unknown_column(line: int, name: str, ids: Mapping[str, str], what: str) -> Fault:
    meant = did_you_mean(name, ids)
    listed = f"{what} är {listing(list(ids))}." if ids else "det finns inga i ordningen."
    remedy = f"Menade du {fold(meant)}? {capital(listed)}" if meant else f"byt namn eller ta bort kolumnen; {listed}"
    return Fault(line, f'Kolumnen "{shorten(name)}" finns inte i ordningen.', remedy)


def _width(row: Row, columns: int) -> Iterator[Fault]:
    line, cells = row
    if len(cells) != columns:
        yield Fault(
            line,
            f"Raden har {len(cells)} fält men rubrikraden {columns}.",
            "skriv ett fält per kolumn, åtskilda med tabbar; ett tomt fält får vara tomt.",
        )


def _meetings(rows: Sequence[Row], names: Sequence[str | None], year: int, faults: list[Fault]) -> PrintedPlan:
    meetings: dict[dt.date, dict[str, PrintedDate | None]] = {}
    for line, cells in rows:
        read = [printed_date(line, cell) for cell in cells]
        faults += [cell for cell in read if isinstance(cell, Fault)]
        dates = [None if isinstance(cell, Fault) else cell for cell in read]
        meeting = dates[names.index(None)]
        if meeting is None:
            if not cells[names.index(None)].strip():
                faults.append(Fault(line, "Raden saknar sammanträdets datum.", "skriv det som ÅÅÅÅ-MM-DD."))
        elif meeting.date.year != year:
            faults.append(
                Fault(line, f"Sammanträdet {meeting.date} ligger inte i {year}.", "jämför med rätt års plan.")
            )
        elif meeting.date in meetings:
            faults.append(Fault(line, f"Sammanträdet {meeting.date} står på två rader.", "behåll en av dem."))
        else:
            meetings[meeting.date] = {name: date for name, date in zip(names, dates, strict=True) if name is not None}
    return PrintedPlan(meetings)


def _standing(rows: Sequence[Row], names: Sequence[str | None], year: int, faults: list[Fault]) -> PrintedStanding:
    days: dict[str, set[dt.date]] = {name: set() for name in names if name is not None}
    months: set[int] = set()
    for line, cells in rows:
        month = printed_month(line, cells[names.index(None)].strip(), year)
        if isinstance(month, Fault):
            faults.append(month)
            continue
        if month in months:
            faults.append(Fault(line, f"Månaden {year}-{month:02} står på två rader.", "behåll en av dem."))
        months.add(month)
        for name, cell in zip(names, cells, strict=True):
            for day in printed_days(line, cell, year, month) if name is not None else ():
                if isinstance(day, Fault):
                    faults.append(day)
                elif name is not None:
                    days[name].add(day)
    return PrintedStanding({name: frozenset(found) for name, found in days.items()})


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
    if date := exact_date(plain):
        return PrintedDate(date, plain != written)
    if EXACT_DATE.fullmatch(plain):
        return Fault(line, no_date(plain), "rätta datumet.")
    meant = loose_date(plain)
    remedy = (
        f"skriv {meant}." if meant else "skriv år, månad och dag, till exempel 2018-03-12, med * när dagen är flyttad."
    )
    return Fault(line, no_date(shorten(written)), remedy)


def printed_month(line: int, written: str, year: int) -> int | Fault:
    """The number of a month of the year, written ÅÅÅÅ-MM."""
    if not EXACT_MONTH.fullmatch(written):
        return Fault(line, no_month(shorten(written)), f"skriv till exempel {year}-03.")
    if int(written[:4]) != year:
        return Fault(line, f"Månaden {written} ligger inte i {year}.", "jämför med rätt års plan.")
    return int(written[5:])


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
