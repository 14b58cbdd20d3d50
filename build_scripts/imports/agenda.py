"""The agenda of a call ("föredragningslista") as it is printed: numbered matters, points before them, day, hour and place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from build_scripts.imports.letterhead import without_number
from macros.record.numbers import ItemNumber

CALL = re.compile(
    r"(?:kallelse|föredragningslista|dagordning|ärendelista)(?:\s+(?:till|och|med|för)\b.*)?|.{0,80}kallas till sammanträde.*",
    re.IGNORECASE,
)
_ROW = re.compile(r"(?:§\s*)?(?P<number>(?!0+(?!\d))\d{1,3}(?:[a-z]|\.[1-9]\d?)?)[.)]?\s+(?P<title>\S.{2,})")
_HOUR = re.compile(r"\b(?:kl(?:ockan)?\.?\s*)?(?P<hour>[01]?\d|2[0-3])[.:](?P<minute>[0-5]\d)\b")
_PLACE = re.compile(r"(?:plats|lokal)\s*:?\s+(?P<venue>\S.*)", re.IGNORECASE)
_TIME = re.compile(r"(?:tid|datum|dag)\b.*|.*\bsammanträdet (?:börjar|hålls|öppnas|inleds)\b.*", re.IGNORECASE)
_TO = re.compile(r"till (?:ledamöter|ersättare|nämndens)\b", re.IGNORECASE)
_COLUMNS = re.compile(
    r"(?:nr|ärende|punkt|dnr|diarienummer|sida|föredragande|rubrik|handling)(?:\s+.*)?", re.IGNORECASE
)
LONGEST_POINT = 80


@dataclass(frozen=True)
class PrintedMatter:
    """A matter of the agenda: its number on it, its title, and its case number if that is printed."""

    number: ItemNumber
    title: str
    case_number: str | None = None


@dataclass
class Agenda:
    """What a call says. `read` are the lines that day, hour and place stand in, `rest` every other line."""

    rows: list[PrintedMatter] = field(default_factory=list)
    points: list[str] = field(default_factory=list)
    time: str | None = None
    venue: str | None = None
    read: list[str] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)


def is_call(lines: Iterable[str]) -> bool:
    """Whether a page begins a call."""
    return any(CALL.fullmatch(line) for line in lines)


def read_agenda(lines: Sequence[str], series: Sequence[str]) -> Agenda:
    """The agenda of a call's lines. Its matters are numbered from 1 without a gap (3, 3a, 4); a row may go on on the next line.

    The short lines right above the first are the points before it.
    """
    agenda = Agenda()
    above: list[str] = []
    for line in lines:
        row = _ROW.fullmatch(line)
        number = ItemNumber.typed(row["number"]) if row else None
        if row and number in _next(agenda.rows):
            agenda.rows.append(PrintedMatter(number, *without_number(row["title"], series)))
        elif agenda.rows and row is None and _goes_on(agenda.rows[-1].title, line):
            last = agenda.rows[-1]
            title, case_number = without_number(f"{last.title} {line}", series)
            agenda.rows[-1] = PrintedMatter(last.number, title, case_number or last.case_number)
        elif agenda.rows:
            agenda.rest.append(line)
        else:
            above.append(line)
    points = list(takewhile(_is_point, reversed(above))) if agenda.rows else []
    agenda.points = points[::-1]
    before = above[: len(above) - len(points)]
    for line in before:
        if place := _PLACE.fullmatch(line):
            agenda.venue = place["venue"]
        elif agenda.time is None and _TIME.fullmatch(line) and (hour := _HOUR.search(line)):
            agenda.time = f"{int(hour['hour']):02}:{hour['minute']}"
        else:
            continue
        agenda.read.append(line)
    agenda.rest = [*(line for line in before if line not in agenda.read), *agenda.rest]
    return agenda


def _next(rows: Sequence[PrintedMatter]) -> tuple[ItemNumber, ...]:
    """The numbers that can follow on the last: the next one, or one put in after it."""
    last = rows[-1].number if rows else ItemNumber(0)
    whole = ItemNumber(last.main + 1)
    inside = (
        ItemNumber(last.main, chr(ord(last.letter or chr(ord("a") - 1)) + 1)),
        ItemNumber(last.main, "", last.part + 1),
    )
    return (whole, *inside) if rows else (whole,)


def _goes_on(title: str, line: str) -> bool:
    return line[:1].islower() and not title.endswith(".")


def _is_point(line: str) -> bool:
    is_short = len(line) <= LONGEST_POINT and not line.endswith((".", ":", "!")) and re.search(r"\d|:\s", line) is None
    return (
        is_short
        and not _TO.match(line)
        and line[:1].isupper()
        and not _COLUMNS.fullmatch(line)
        and not CALL.fullmatch(line)
    )
