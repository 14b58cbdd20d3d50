"""What a calendar holds, and its text as iCalendar (RFC 5545), the same at every build: no clock and no zone of the machine."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vDuration, vRecur

from build_scripts.exports.exported_file import canonical, tag
from macros.dates.working_days import shift
from macros.record.values import Hours

_STOCKHOLM = ZoneInfo("Europe/Stockholm")
_END = b"END:VCALENDAR\r\n"


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
    """The file's text; lines end as the standard says. An entry stands in several calendars, and is written once."""
    head = _head(name).removesuffix(_END)
    return b"".join((head, _zone(), *(_event(entry, site_url) for entry in entries), _END)).decode("utf-8")


def _head(name: str) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//Klubbat//Klubbat//SV")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", _STOCKHOLM.key)
    # How often a subscriber looks again, by RFC 7986 and as Outlook reads it.
    calendar.add("refresh-interval", vDuration(dt.timedelta(hours=12)), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(dt.timedelta(hours=12)))
    text: bytes = calendar.to_ical()
    return text


@cache
def _zone() -> bytes:
    """Swedish time as it has been since 1996, written out: the machine's own tables change."""
    zone = Timezone()
    zone.add("tzid", _STOCKHOLM.key)
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
    text: bytes = zone.to_ical()
    return text


@lru_cache(maxsize=1 << 12)
def _event(entry: Entry, site_url: str) -> bytes:
    event = Event()
    event.add("uid", tag(entry.id, site_url))
    event.add("sequence", entry.sequence)
    event.add("dtstamp", _midnight(entry.revised))
    event.add("last-modified", _midnight(entry.revised))
    _when(event, entry)
    event.add("summary", entry.title)
    if entry.venue:
        event.add("location", entry.venue)
    whole = canonical(entry.address, site_url)
    event.add("description", "\n".join((*entry.told, whole)))
    event.add("url", whole)
    event.add("status", entry.certainty.value)
    event.add("transp", "OPAQUE" if entry.busy else "TRANSPARENT")
    text: bytes = event.to_ical()
    return text


def _when(event: Event, entry: Entry) -> None:
    hours = entry.hours
    if hours is None:
        event.add("dtstart", entry.date)
        return
    event.add("dtstart", dt.datetime.combine(entry.date, hours.start, _STOCKHOLM))
    if hours.end is not None and hours.end != hours.start:
        last = shift(entry.date, 1) if hours.pass_midnight else entry.date
        event.add("dtend", dt.datetime.combine(last, hours.end, _STOCKHOLM))


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), dt.UTC)
