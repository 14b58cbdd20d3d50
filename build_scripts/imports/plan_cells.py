"""One cell of a yearly plan: the days of a month with marks and hours; what is none of these is handed back as it stood."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from macros.record.loose_dates import MONTHS

SIGNS = "*†‡§¤"
"""Signs that plans mark a day with."""

_NOTHING = frozenset(("", "-", "–", "—"))
_SIGN = "|".join(rf"\{sign}+" for sign in SIGNS)
_CLOCK = r"\d{1,2}(?:[.:]\d{2})?"
_ENTRY = re.compile(
    rf"(?P<day>\d{{1,2}})(?:\s?[-–—]\s?(?P<last>\d{{1,2}}))?(?:/(?P<month>\d{{1,2}}))?(?P<marks>(?:\s*(?:{_SIGN}))*|\s*[A-ZÅÄÖa-zåäö])"
    rf"(?:\s*\((?P<words>[^()]*)\)|(?P<comma>\s*,)?\s*(?:kl|klockan)\.?\s*(?P<clock>{_CLOCK}))?(?P<after>(?:{_SIGN})*)"
    r"(?=\s*(?:[,;]|och\b|samt\b|$)|\s+\d)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"(?:[\s,;]|och\b|samt\b)+", re.IGNORECASE)
_PIECE = re.compile(r"[^,;]+")
_TIME = re.compile(rf"(?:(?:kl|klockan)\.?\s*)?({_CLOCK})", re.IGNORECASE)
_NAME = re.compile(
    rf"(?P<name>.*?)(?P<marks>(?:\s*(?:{_SIGN}))*)(?:[\s,]*\(?(?:kl|klockan)\.?\s*(?P<clock>{_CLOCK})\)?)?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class DayEntry:
    """A day of a cell: its number, its month where the cell says it (`28/1`), marks, hour and words in brackets.

    `last` is the day's own number, or that of the last of several (`10-11`).
    `hour_after_comma`: the hour stood after a comma (`11, kl. 09:30`) and so may be meant for the days before it too.
    """

    day: int
    last: int
    month: int | None
    marks: tuple[str, ...]
    time: dt.time | None
    words: str
    hour_after_comma: bool


def entries(cell: str) -> tuple[tuple[DayEntry, ...], tuple[str, ...]]:
    """The days of a cell such as `4, 26`, `22**,27`, `19(13.00)` or `11, kl. 09:30`, and the pieces that are none."""
    text, at = cell.strip(), 0
    found: list[DayEntry] = []
    unread: list[str] = []
    while at < len(text) and text not in _NOTHING:
        if between := _BETWEEN.match(text, at):
            at = between.end()
        elif (match := _ENTRY.match(text, at)) and (entry := _entry(match)):
            found.append(entry)
            at = match.end()
        else:
            piece = _PIECE.match(text, at)
            assert piece is not None
            unread.append(piece[0].strip())
            at = piece.end()
    return tuple(found), tuple(unread)


def _entry(match: re.Match[str]) -> DayEntry | None:
    words = (match["words"] or "").strip()
    time = clock_of(match["clock"] or words)
    if match["clock"] and time is None:
        return None
    return DayEntry(
        int(match["day"]),
        int(match["last"] or match["day"]),
        int(match["month"]) if match["month"] else None,
        marks_in(match["marks"] + match["after"]),
        time,
        "" if time else words,
        bool(match["comma"]),
    )


def marks_in(text: str) -> tuple[str, ...]:
    """The marks of a text: each run of one sign, or a letter."""
    return tuple(re.findall(rf"{_SIGN}|[^\W\d_]+", text))


def clock_of(text: str) -> dt.time | None:
    """The hour of `13.30`, `18:00`, `Kl. 8.30` or `kl 13`; None for anything else."""
    found = _TIME.fullmatch(text.strip())
    hour, _, minute = found[1].replace(".", ":").partition(":") if found else ("99", "", "")
    return dt.time(int(hour), int(minute or 0)) if int(hour) < 24 and int(minute or 0) < 60 else None


def month_of(text: str) -> int | None:
    """The number of the month that a heading names in full or by its first letters, with or without a year behind it."""
    found = re.fullmatch(r"([a-z]{3,9})\.?(?:\s+20\d\d)?", text.strip().lower())
    return next((n for n, month in enumerate(MONTHS, 1) if found and month.startswith(found[1])), None)


def name_of(text: str) -> tuple[str, tuple[str, ...], dt.time | None]:
    """A body's name as a heading has it, without the marks and the hour that may stand behind it, and these."""
    found = _NAME.fullmatch(text.strip())
    assert found is not None
    return found["name"].strip(), marks_in(found["marks"]), clock_of(found["clock"] or "")
