"""What a calendar holds, and its text as iCalendar (RFC 5545), the same at every build: no clock and no zone of the machine.

The library writes what all calendars share, once; an archive has thousands of entries, and their few kinds of lines are written
here. Tests hold each line against what the library writes of the same.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache

from icalendar import Calendar, Timezone, TimezoneDaylight, TimezoneStandard, vDuration, vRecur

from build_scripts.exports.exported_file import canonical, tag
from macros.dates.working_days import shift
from macros.record.moments import STOCKHOLM
from macros.record.values import Hours

_ESCAPES = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": ""}
_ESCAPED = re.compile(r"[\\;,\n\r]")
_PIECE = re.compile(rb".{1,74}(?![\x80-\xbf])(?<!\\)|.{1,74}(?![\x80-\xbf])")
"""As much as a line may hold before it is folded: whole characters, and where it can be whole escapes."""


class Certainty(Enum):
    """Whether it will be held, in iCalendar's words."""

    CONFIRMED = "CONFIRMED"
    TENTATIVE = "TENTATIVE"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True)
class Entry:
    """Something on a day: all day without `hours`, and of no length where its end is not known.

    `id` is the same for ever; `sequence` grows with each change, and `revised` is the day of the last one that is known.
    `address` is the page that tells of it. `busy`: whether who goes there is busy meanwhile.
    """

    id: str
    title: str
    date: dt.date
    address: str
    sequence: int
    revised: dt.date
    hours: Hours | None = None
    venue: str | None = None
    told: tuple[str, ...] = ()
    certainty: Certainty = Certainty.CONFIRMED
    busy: bool = False


def calendar_text(name: str, entries: Iterable[Entry], site_url: str) -> str:
    """The file's text; lines end as the standard says."""
    named = b"".join(_line(key, _text(name)) for key in ("NAME", "X-WR-CALNAME"))
    before, after = _shared()
    lines = (_line(key, value) for entry in entries for key, value in _event(entry, site_url))
    return b"".join((before, named, after, *lines, b"END:VCALENDAR\r\n")).decode("utf-8")


def _line(key: str, value: str) -> bytes:
    line = f"{key}:{value}".encode()
    return (line if len(line) < 75 else b"\r\n ".join(_PIECE.findall(line))) + b"\r\n"


def _text(value: str) -> str:
    return _ESCAPED.sub(lambda sign: _ESCAPES[sign[0]], value)


@cache
def _shared() -> tuple[bytes, bytes]:
    """What all calendars begin with, before their name and after it."""
    calendar = Calendar()
    calendar.add("prodid", "-//Klubbat//Klubbat//SV")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-timezone", STOCKHOLM.key)
    # How often a subscriber looks again, by RFC 7986 and as Outlook reads it.
    calendar.add("refresh-interval", vDuration(dt.timedelta(hours=12)), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(dt.timedelta(hours=12)))
    calendar.add_component(_zone())
    before, mark, after = calendar.to_ical().removesuffix(b"END:VCALENDAR\r\n").partition(b"REFRESH-INTERVAL")
    return before, mark + after


def _zone() -> Timezone:
    """Swedish time as it has been since 1996, written out: the machine's own tables change."""
    zone = Timezone()
    zone.add("tzid", STOCKHOLM.key)
    for part, name, first, before, after in (
        (TimezoneDaylight(), "CEST", dt.date(1996, 3, 31), 1, 2),
        (TimezoneStandard(), "CET", dt.date(1996, 10, 27), 2, 1),
    ):
        # The last Sunday of the month, at 01:00 UTC.
        part.add("dtstart", dt.datetime.combine(first, dt.time(1 + before)))
        part.add("tzname", name)
        part.add("tzoffsetfrom", dt.timedelta(hours=before))
        part.add("tzoffsetto", dt.timedelta(hours=after))
        part.add("rrule", vRecur(freq="YEARLY", bymonth=first.month, byday="-1SU"))
        zone.add_component(part)
    return zone


def _event(entry: Entry, site_url: str) -> Iterator[tuple[str, str]]:
    """The entry line by line, in the library's order."""
    whole, revised = canonical(entry.address, site_url), f"{entry.revised:%Y%m%d}T000000Z"
    yield "BEGIN", "VEVENT"
    yield "SUMMARY", _text(entry.title)
    yield from _when(entry.date, entry.hours)
    yield "DTSTAMP", revised
    yield "UID", _text(tag(entry.id, site_url))
    yield "SEQUENCE", str(entry.sequence)
    yield "DESCRIPTION", _text("\n".join((*entry.told, whole)))
    yield "LAST-MODIFIED", revised
    if entry.venue:
        yield "LOCATION", _text(entry.venue)
    yield "STATUS", entry.certainty.value
    yield "TRANSP", "OPAQUE" if entry.busy else "TRANSPARENT"
    yield "URL", whole
    yield "END", "VEVENT"


def _when(date: dt.date, hours: Hours | None) -> Iterator[tuple[str, str]]:
    if hours is None:
        yield "DTSTART;VALUE=DATE", f"{date:%Y%m%d}"
        return
    yield f"DTSTART;TZID={STOCKHOLM.key}", f"{date:%Y%m%d}T{hours.start:%H%M%S}"
    if hours.end is not None and hours.end != hours.start:
        last = shift(date, 1) if hours.pass_midnight else date
        yield f"DTEND;TZID={STOCKHOLM.key}", f"{last:%Y%m%d}T{hours.end:%H%M%S}"
