"""The lines of a calendar's entries, held against what the library writes and reads of the same."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import icalendar
from hypothesis import given
from hypothesis import strategies as some

from build_scripts.exports.exported_file import canonical, tag
from build_scripts.exports.icalendar_text import Certainty, Entry, calendar_text
from macros.record.values import Hours
from tests.exports.rfc5545 import faults

SITE = "https://arkiv.example.se/kommun/"
STOCKHOLM = ZoneInfo("Europe/Stockholm")

# The library writes \N as a new line, and reads it as one however it is escaped; a mark of byte order, which no text of the
# record may hold, it leaves out.
_words = some.text(some.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufeff"), max_size=200).filter(
    lambda text: "\\N" not in text and "\\n" not in text
)
_days = some.dates(dt.date(1997, 1, 1), dt.date(2090, 12, 31))
_times = some.times(timezones=some.none()).map(lambda time: time.replace(second=0, microsecond=0))
_entries = some.builds(
    Entry,
    id=some.from_regex(r"[a-z0-9/-]{1,120}", fullmatch=True),
    title=_words,
    date=_days,
    address=some.from_regex(r"([a-zåäö0-9-]{1,50}/){1,4}", fullmatch=True),
    sequence=some.integers(0, 99),
    revised=_days,
    hours=some.none() | some.builds(Hours, _times, some.none() | _times),
    venue=some.none() | _words.filter(bool),
    told=some.lists(_words, max_size=3).map(tuple),
    certainty=some.sampled_from(Certainty),
    busy=some.booleans(),
)


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), dt.UTC)


def by_library(entry: Entry) -> icalendar.Event:
    """The entry as the library makes it."""
    event = icalendar.Event()
    event.add("uid", tag(entry.id, SITE))
    event.add("sequence", entry.sequence)
    event.add("dtstamp", _midnight(entry.revised))
    event.add("last-modified", _midnight(entry.revised))
    hours = entry.hours
    event.add("dtstart", dt.datetime.combine(entry.date, hours.start, STOCKHOLM) if hours else entry.date)
    if hours and hours.end and hours.end != hours.start:
        last = entry.date + dt.timedelta(days=hours.pass_midnight)
        event.add("dtend", dt.datetime.combine(last, hours.end, STOCKHOLM))
    event.add("summary", entry.title)
    if entry.venue:
        event.add("location", entry.venue)
    whole = canonical(entry.address, SITE)
    event.add("description", "\n".join((*entry.told, whole)))
    event.add("url", whole)
    event.add("status", entry.certainty.value)
    event.add("transp", "OPAQUE" if entry.busy else "TRANSPARENT")
    return event


def unfolded(content: bytes) -> bytes:
    """The lines whole."""
    return content.replace(b"\r\n ", b"")


@given(_words, some.lists(_entries, min_size=1, max_size=3, unique_by=lambda one: one.id))
def test_entries_are_what_the_library_writes_and_reads(name: str, entries: list[Entry]) -> None:
    made = calendar_text(name, entries, SITE).encode()
    assert faults(made) == []
    assert all(len(line.decode().encode()) <= 75 for line in made.split(b"\r\n"))
    written = [by_library(entry) for entry in entries]
    first = unfolded(made).find(b"BEGIN:VEVENT")
    assert unfolded(made)[first:] == unfolded(b"".join(one.to_ical() for one in written)) + b"END:VCALENDAR\r\n"
    read = icalendar.Calendar.from_ical(made)
    assert not any(component.errors for component in read.walk())
    assert [one.to_ical() for one in read.walk("VEVENT")] == [one.to_ical() for one in written]
    assert f"\r\nNAME:{icalendar.vText(name).to_ical().decode()}\r\n" in unfolded(made).decode()


def test_a_fold_parts_no_character_and_loses_nothing_where_all_is_escapes() -> None:
    entry = Entry("a", "\\" * 200 + "å" * 200, dt.date(2026, 11, 29), "a/", 0, dt.date(2026, 11, 29))
    made = calendar_text("Nämnden", [entry], SITE).encode()
    assert all(len(line.decode()) <= 75 for line in made.split(b"\r\n"))
    assert icalendar.Calendar.from_ical(made).walk("VEVENT")[0]["summary"] == entry.title
