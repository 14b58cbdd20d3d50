"""Calendars as other programs read them: two parsers that know nothing of each other, and the rules of RFC 5545."""

from __future__ import annotations

import datetime as dt
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject

from build_scripts.exports.calendars import files
from macros.facts.day import Day
from macros.record.archive import Archive
from macros.record.reading import read
from tests.dates.examples import day
from tests.exports.rfc5545 import faults
from tests.pages.held import HELD
from tests.pages.records import BODY, SCHEDULE, record
from tests.site.projects import ROOT

pytestmark = pytest.mark.slow
"""Takes seconds, and is left to the whole run."""

SITE = "https://arkiv.example.se/kommun/"
TODAY = day("Sunday 2026-11-29")
TAG = "tag:arkiv.example.se,2026:/kommun/"
STOCKHOLM = ZoneInfo("Europe/Stockholm")


class ReadEvent(NamedTuple):
    """An entry as a program reads it; a time is in UTC, a whole day a date."""

    uid: str
    start: dt.date
    end: dt.date | None
    title: str
    status: str
    sequence: int


def made(archive: Archive, today: dt.date = TODAY) -> dict[str, bytes]:
    """All calendars of a record."""
    return {name: one.content() for name, one in files(Day(archive.without_drafts, today), SITE).items()}


def _moment(value: dt.date) -> dt.date:
    if isinstance(value, dt.datetime):
        assert value.tzinfo is not None
        return value.astimezone(dt.UTC)
    return value


def by_icalendar(content: bytes) -> list[ReadEvent]:
    """As the library that writes them reads them."""
    calendar = icalendar.Calendar.from_ical(content)
    assert not any(component.errors for component in calendar.walk())
    return [
        ReadEvent(
            str(one["uid"]),
            _moment(one.decoded("dtstart")),
            _moment(one.decoded("dtend")) if "dtend" in one else None,
            str(one["summary"]),
            str(one["status"]),
            int(str(one["sequence"])),
        )
        for one in calendar.walk("VEVENT")
    ]


def by_vobject(content: bytes) -> list[ReadEvent]:
    """As another library does, with the zone that stands in the file."""
    calendar: Any = vobject.readOne(content.decode("utf-8"))
    return [
        ReadEvent(
            one.uid.value,
            _moment(one.dtstart.value),
            _moment(one.dtend.value) if hasattr(one, "dtend") else None,
            one.summary.value,
            one.status.value,
            int(one.sequence.value),
        )
        for one in getattr(calendar, "vevent_list", [])
    ]


def entries(content: bytes) -> list[ReadEvent]:
    """The entries, which both read alike, in a calendar without faults."""
    assert faults(content) == []
    read_by_one = by_icalendar(content)
    assert by_vobject(content) == read_by_one
    return read_by_one


def utc(local: str) -> dt.datetime:
    """A Stockholm time, in UTC."""
    return dt.datetime.fromisoformat(local).replace(tzinfo=STOCKHOLM).astimezone(dt.UTC)


def test_every_calendar_of_the_shipped_record_is_read_alike_by_two_programs() -> None:
    found = {name: entries(content) for name, content in made(read(ROOT)[0]).items()}
    assert len(found) > 60
    assert all(name.startswith("kalender/") and name.endswith(".ics") for name in found)
    assert {one.title: (one.status, one.sequence) for one in found["kalender/exempelnamnden/2026-03-19.ics"]} == {
        "INSTÄLLT: Exempelnämnden, sammanträde": ("CANCELLED", 2)
    }


CALLS = {
    "ekstad/organ.md": BODY.replace("Parknämnden", "Nämnden för park; natur, och sjö"),
    "ekstad/sammantradesordning/2026.md": SCHEDULE,
    "ekstad/2026-10-24/kallelse.md": (
        "---\ndatum: 2026-10-24\ntid: 18:00-03:30\nplats: Rådhuset, sal 2\nläge: kallat\n"
        "kallelsens_datum: 2026-10-17\n---\n"
    ),
    "ekstad/2026-03-12/kallelse.md": (
        "---\ndatum: 2026-03-30\ntid: 09:00\nläge: kallat\nkallelsens_datum: 2026-03-01\nflyttningar:\n"
        "  - från: 2026-03-12\n    till: 2026-03-19\n    beslutat: 2026-03-05\n"
        "  - från: 2026-03-19\n    till: 2026-03-30\n    skäl: Salen är bokad.\n    beslutat: 2026-03-10\n---\n"
    ),
    "ekstad/2026-04-16/kallelse.md": (
        "---\ndatum: 2026-04-16\nläge: inställt\nskäl: Få ärenden, inget brådskar.\n---\n"
    ),
    "ekstad/2026-12-08/kallelse.md": (
        "---\ndatum: 2026-12-08\ntid: 18:00-22:30\nläge: planerat\nslag: extra\nfler_dagar:\n"
        "  - datum: 2026-12-09\n    tid: 09:00-00:15\n  - datum: 2026-12-15\n---\n"
    ),
}
NAME = "Nämnden för park; natur, och sjö"


def of_meetings(tmp_path: Path) -> dict[str, ReadEvent]:
    """The meetings of a board, by what stands before @ of their ids."""
    found = entries(made(record(tmp_path, CALLS))["kalender/ekstad/sammantraden.ics"])
    return {one.uid.removeprefix(TAG): one for one in found}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        # Summer time ends in the night: the meeting lasts ten hours and a half.
        (
            "ekstad/2026-10-24",
            (utc("2026-10-24T18:00"), utc("2026-10-25T03:30"), f"{NAME}, sammanträde", "CONFIRMED", 1),
        ),
        # The day before its last move is winter time, the day it is held summer time.
        ("ekstad/2026-03-12", (utc("2026-03-30T09:00"), None, f"{NAME}, sammanträde", "CONFIRMED", 3)),
        (
            "ekstad/2026-04-16",
            (dt.date(2026, 4, 16), None, f"INSTÄLLT: {NAME}, sammanträde", "CANCELLED", 2),
        ),
        (
            "ekstad/2026-12-08",
            (
                utc("2026-12-08T18:00"),
                utc("2026-12-08T22:30"),
                f"{NAME}, extra sammanträde (dag 1 av 3)",
                "CONFIRMED",
                0,
            ),
        ),
        (
            "ekstad/2026-12-08/2",
            (
                utc("2026-12-09T09:00"),
                utc("2026-12-10T00:15"),
                f"{NAME}, extra sammanträde (dag 2 av 3)",
                "CONFIRMED",
                0,
            ),
        ),
        (
            "ekstad/2026-12-08/3",
            (dt.date(2026, 12, 15), None, f"{NAME}, extra sammanträde (dag 3 av 3)", "CONFIRMED", 0),
        ),
        # Only planned, by the schedule of the body and at its usual hour.
        ("ekstad/2026-05-21", (utc("2026-05-21T18:00"), None, f"{NAME}, sammanträde", "CONFIRMED", 0)),
    ],
)
def test_a_meeting_as_it_is_read(tmp_path: Path, name: str, expected: tuple[object, ...]) -> None:
    assert tuple(of_meetings(tmp_path)[name])[1:] == expected


def test_the_night_when_summer_time_ends_is_an_hour_longer(tmp_path: Path) -> None:
    found = of_meetings(tmp_path)["ekstad/2026-10-24"]
    assert isinstance(found.start, dt.datetime)
    assert isinstance(found.end, dt.datetime)
    assert found.end - found.start == dt.timedelta(hours=10, minutes=30)


def test_a_planned_day_keeps_its_id_when_it_gets_its_call_and_when_it_moves(tmp_path: Path) -> None:
    planned = {name: text for name, text in CALLS.items() if "2026-03-12/" not in name}
    before = entries(made(record(tmp_path / "a", planned))["kalender/ekstad/sammantraden.ics"])
    after = entries(made(record(tmp_path / "b", CALLS))["kalender/ekstad/sammantraden.ics"])
    first, second = (
        next(one for one in found if one.uid.startswith(f"{TAG}ekstad/2026-03-12")) for found in (before, after)
    )
    assert (first.uid, first.sequence, first.start) == (second.uid, 0, utc("2026-03-12T18:00"))
    assert second.sequence == 3


def test_a_move_is_told_with_its_days_reason_and_address(tmp_path: Path) -> None:
    content = made(record(tmp_path, CALLS))["kalender/ekstad/2026-03-12.ics"]
    event = icalendar.Calendar.from_ical(content).walk("VEVENT")[0]
    assert str(event["description"]) == (
        "Sammanträdet är flyttat från torsdag 19 mars 2026 till måndag 30 mars 2026. Skäl: Salen är bokad.\n"
        "Sammanträdet är flyttat från torsdag 12 mars 2026 till torsdag 19 mars 2026.\n"
        "https://arkiv.example.se/kommun/ekstad/2026-03-12/"
    )
    assert event.decoded("dtstamp") == dt.datetime(2026, 3, 10, tzinfo=dt.UTC)
    assert str(event["url"]) == "https://arkiv.example.se/kommun/ekstad/2026-03-12/"


def test_the_zone_in_the_file_is_swedish_time_at_both_changes_of_every_year(tmp_path: Path) -> None:
    content = made(record(tmp_path, CALLS))["kalender/ekstad/2026-10-24.ics"].decode()
    calendar: Any = vobject.readOne(content)
    zone = calendar.vtimezone.gettzinfo()
    for year, month in product((2017, 2026, 2041), (3, 10)):
        for day_of_month in range(24, 32):
            noon = dt.datetime(year, month, day_of_month, 12, tzinfo=STOCKHOLM)
            assert noon.replace(tzinfo=zone).utcoffset() == noon.utcoffset(), noon


def test_deadlines_are_told_by_role_and_follow_a_cancelled_meeting(tmp_path: Path) -> None:
    schedule = SCHEDULE.replace("    slag: deadline\n", "    slag: deadline\n    för: Handläggare\n", 1)
    found = made(record(tmp_path, {**CALLS, "ekstad/sammantradesordning/2026.md": schedule}))
    officers = {
        one.uid.removeprefix(TAG): one for one in entries(found["kalender/ekstad/tidsfrister-tjansteperson.ics"])
    }
    every = {one.uid.removeprefix(TAG): one for one in entries(found["kalender/ekstad/tidsfrister.ics"])}
    assert {uid.split("/")[2] for uid in officers} == {"handlingar"}
    assert {uid.split("/")[2] for uid in every} == {"handlingar", "utskick"}
    assert officers.items() <= every.items()
    # Two working days are none: 6 and 5 April are Easter, so the tenth day before moves to the Tuesday.
    cancelled = officers["ekstad/2026-04-16/handlingar"]
    assert cancelled == ReadEvent(
        f"{TAG}ekstad/2026-04-16/handlingar",
        utc("2026-04-07T12:00"),
        None,
        f"INSTÄLLT: Sista dag för handlingar, {NAME}",
        "CANCELLED",
        2,
    )
    assert entries(found["kalender/ekstad/tidsfrister-facklig.ics"]) == []


def test_notices_and_open_cases_of_the_minutes(tmp_path: Path) -> None:
    found = made(record(tmp_path, HELD), dt.date(2026, 3, 2))
    notices = entries(found["kalender/parknamnden/anslag.ics"])
    assert entries(found["kalender/anslag.ics"]) == notices
    assert [(one.title.replace("\N{NO-BREAK SPACE}", " "), one.start) for one in notices] == [
        ("Anslag: Protokoll 12 februari 2026, § 2, Parknämnden", day("Friday 2026-02-13")),
        ("Sista dag att överklaga: Protokoll 12 februari 2026, § 2, Parknämnden", day("Friday 2026-03-06")),
        ("Anslag: Protokoll 12 februari 2026, §§ 1, 3–5, Parknämnden", day("Friday 2026-02-27")),
        ("Sista dag att överklaga: Protokoll 12 februari 2026, §§ 1, 3–5, Parknämnden", day("Friday 2026-03-20")),
        ("Anslag: Anställningar i januari, Parknämnden", day("Tuesday 2026-02-03")),
        ("Sista dag att överklaga: Anställningar i januari, Parknämnden", day("Tuesday 2026-02-24")),
    ]
    dogs = "PN/2026:4 Medborgarförslag om hundrastgård"
    assert [(one.title, one.start) for one in entries(found["kalender/arenden/parknamnden-pn-2026-4.ics"])] == [
        (f"{dogs}: Parknämnden", utc("2026-02-12T18:00")),
        (f"Bör avgöras senast: {dogs}", day("Friday 2027-02-12")),
        (f"Sista dag att överklaga: {dogs}", day("Friday 2026-03-20")),
    ]


def test_a_matter_that_was_struck_from_an_agenda_is_told_in_its_own_calendar_alone(tmp_path: Path) -> None:
    item = next(name for name, text in HELD.items() if "PN/2026:3" in text and "rubrik: Nya bänkar" in text)
    struck = HELD[item].replace("rubrik: ", "utgår:\n  datum: 2026-02-10\n  skäl: Kartan saknas.\nrubrik: ", 1)
    before, after = (
        made(record(tmp_path / name, files)) for name, files in (("a", HELD), ("b", {**HELD, item: struck}))
    )
    case, meeting = "kalender/arenden/parknamnden-pn-2026-3.ics", "kalender/parknamnden/2026-02-12.ics"
    assert entries(before[meeting]) == entries(after[meeting])
    uid = f"{TAG}arenden/parknamnden-pn-2026-3/parknamnden/2026-02-12/nya-bankar"
    (old,), (new,) = ([one for one in entries(found[case]) if one.uid == uid] for found in (before, after))
    assert (new.status, new.sequence, new.start) == ("CANCELLED", old.sequence + 1, old.start)
    assert new.title == f"UTGÅR: {old.title}"
    assert "Kartan saknas" in after[case].decode().replace("\r\n ", "")


def test_no_clock_zone_or_locale_is_in_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = record(tmp_path, CALLS)
    before = made(archive)
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    monkeypatch.setenv("LC_ALL", "tr_TR.UTF-8")
    assert made(archive) == before


def test_no_calendar_comes_or_goes_with_the_day() -> None:
    archive = read(ROOT)[0]
    assert {*made(archive, dt.date(2016, 1, 1))} == {*made(archive, dt.date(2031, 1, 1))}
