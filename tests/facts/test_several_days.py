"""A meeting of several days: one meeting, over with its last day, and on each of them in a calendar."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from macros.dates.plan import plan_text
from macros.dates.written import several_dates
from macros.facts.day import Day
from macros.facts.meetings import days_taken_up
from macros.pages.build import pages
from macros.pages.states import meeting_day_states
from macros.planning.due import due
from macros.planning.task import DueKind
from macros.record.archive import Archive
from tests.dates.examples import day
from tests.pages.html import Fragment
from tests.pages.records import BODY, record

CALL = """---
datum: 2026-12-08
tid: 18:00-22:30
plats: Rådhuset
läge: kallat
slag: extra
fler_dagar:
  - datum: 2026-12-09
    tid: 09:00-00:15
  - datum: 2026-12-15
    plats: Folkets hus
---
"""
FILES = {
    "parknamnden/organ.md": BODY,
    "parknamnden/sammantradesordning/2026.md": (
        "---\når: 2026\nläge: beslutad\nsammanträden:\n  - datum: 2026-12-09\n  - datum: 2026-12-17\n---\n"
    ),
    "parknamnden/2026-12-08/kallelse.md": CALL,
    "parknamnden/2026-12-17/kallelse.md": "---\ndatum: 2026-12-17\nläge: planerat\n---\n",
}


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """A board with a meeting of three days, one of them planned, and the next one after it."""
    return record(tmp_path, FILES)


def _days(text: str) -> list[dt.date]:
    return [dt.date.fromisoformat(one) for one in text.split()]


@pytest.mark.parametrize(
    ("days", "plain", "named"),
    [
        ("2026-12-08", "8 december 2026", "tisdag 8 december 2026"),
        ("2026-12-08 2026-12-09", "8 och 9 december 2026", "tisdag 8 och onsdag 9 december 2026"),
        ("2026-11-30 2026-12-01", "30 november och 1 december 2026", "måndag 30 november och tisdag 1 december 2026"),
        (
            "2026-12-30 2027-01-04 2027-01-05",
            "30 december 2026, 4 och 5 januari 2027",
            "onsdag 30 december 2026, måndag 4 och tisdag 5 januari 2027",
        ),
    ],
)
def test_days_are_said_with_each_month_and_year_once(days: str, plain: str, named: str) -> None:
    assert (several_dates(_days(days)), several_dates(_days(days), weekdays=True)) == (plain, named)


@pytest.mark.parametrize(
    ("today", "following", "state"),
    [
        ("Monday 2026-12-07", "2026-12-08", "Kallat"),
        ("Wednesday 2026-12-09", "2026-12-08", "Kallat"),
        ("Tuesday 2026-12-15", "2026-12-08", "Kallat"),
        ("Wednesday 2026-12-16", "2026-12-17", "Dagen har passerat"),
    ],
)
def test_a_meeting_is_next_and_not_over_until_its_last_day(
    archive: Archive, today: str, following: str, state: str
) -> None:
    meetings = Day(archive, day(today)).meetings
    found = meetings.next(archive.bodies[0])
    assert found is not None
    assert str(found.date) == following
    assert [one.word for one in meeting_day_states(meetings.of(archive.bodies[0])[0])] == [state]


def test_a_calendar_has_each_day_with_its_hour_and_place_and_no_day_planned_beside_it(archive: Archive) -> None:
    meetings = Day(archive, day("Monday 2026-12-07")).meetings
    body = archive.bodies[0]
    assert [(str(one.date), str(one.time), one.venue, one.is_left) for one in meetings.day_by_day(body)] == [
        ("2026-12-08", "18:00:00", "Rådhuset", False),
        ("2026-12-09", "09:00:00", "Rådhuset", False),
        ("2026-12-15", "None", "Folkets hus", False),
        ("2026-12-17", "None", None, False),
    ]
    assert [str(one.date) for one in meetings.of(body)] == ["2026-12-08", "2026-12-17"]
    assert sorted(map(str, days_taken_up(body.meetings[0]))) == ["2026-12-08", "2026-12-09", "2026-12-15"]
    assert [meetings.on(body.id, one) for one in _days("2026-12-09 2026-12-15")] == [body.meetings[0]] * 2


@pytest.mark.parametrize(
    ("today", "told"),
    [
        ("Tuesday 2026-12-08", ["2026-12-08", "2026-12-09", "2026-12-15", "2026-12-17"]),
        ("Thursday 2026-12-10", ["2026-12-15", "2026-12-17"]),
    ],
)
def test_each_day_that_is_left_is_due(archive: Archive, today: str, told: list[str]) -> None:
    found = [str(one.date) for one in due(archive, day(today)) if one.kind is DueKind.MEETING]
    assert found == told


def test_minutes_are_awaited_from_the_last_day_and_approved_two_weeks_after_it(archive: Archive) -> None:
    def told(today: str) -> list[str]:
        return [str(one.date) for one in due(archive, day(today)) if one.kind is DueKind.MINUTES]

    assert (told("Monday 2026-12-14"), told("Tuesday 2026-12-15")) == ([], ["2026-12-29"])


def test_pages_name_all_days(archive: Archive) -> None:
    built = {page.address: page for page in pages(archive, day("Monday 2026-12-07"))}

    def lines(address: str) -> list[str]:
        return [one.replace("\N{NO-BREAK SPACE}", " ") for one in Fragment(built[address].html).lines]

    call = lines("parknamnden/2026-12-08/")
    hours = call.index("Kl. 18.00–22.30, Rådhuset")
    assert "Extra sammanträde tisdag 8, onsdag 9 och tisdag 15 december 2026" in call
    assert call[hours + 1 : hours + 4] == [
        "Fortsätter onsdag 9 december 2026 kl. 09.00–00.15.",
        "Fortsätter tisdag 15 december 2026, Folkets hus.",
        "Kallat",
    ]
    assert '"startDate":"2026-12-08T18:00+01:00"' in built["parknamnden/2026-12-08/"].head
    assert '"endDate":"2026-12-15"' in built["parknamnden/2026-12-08/"].head
    month = [one for one in lines("kalender/2026-12/") if "Parknämnden" in one]
    assert month == [
        "Parknämnden, kl. 18.00 Kallat",
        "Parknämnden, kl. 09.00 Kallat",
        "Parknämnden Kallat",
        "Parknämnden Planerat",
    ]
    year = [
        one for one in lines("parknamnden/2026/") if one.startswith("Tisdag 8, onsdag 9 och tisdag 15 december 2026")
    ]
    assert len(year) == 1
    assert not [one for one in lines("parknamnden/sammantradesordning/2026/") if "Flyttat" in one]


def test_a_schedule_plans_several_days_of_one_meeting(tmp_path: Path) -> None:
    rows = "  - datum: 2026-11-16\n    fler_dagar:\n      - datum: 2026-11-17\n        tid: 09:00\n        plats: Folkets hus\n"
    schedule = f"---\når: 2026\nläge: beslutad\nsammanträden:\n{rows}  - datum: 2026-12-17\n---\n"
    archive = record(tmp_path, {"parknamnden/organ.md": BODY, "parknamnden/sammantradesordning/2026.md": schedule})
    body = archive.bodies[0]
    meetings = Day(archive, day("Tuesday 2026-11-17")).meetings
    assert [(str(one.date), str(one.time), one.venue) for one in meetings.day_by_day(body)] == [
        ("2026-11-16", "18:00:00", "Rådhuset"),
        ("2026-11-17", "09:00:00", "Folkets hus"),
        ("2026-12-17", "18:00:00", "Rådhuset"),
    ]
    assert [str(one.date) for one in meetings.coming(body)] == ["2026-11-16", "2026-12-17"]
    assert [str(one.date) for one in Day(archive, day("Wednesday 2026-11-18")).meetings.coming(body)] == ["2026-12-17"]
    built = {page.address: page.html for page in pages(archive, day("Tuesday 2026-11-17"))}
    lines = [
        one.replace("\N{NO-BREAK SPACE}", " ") for one in Fragment(built["parknamnden/sammantradesordning/2026/"]).lines
    ]
    assert "åndag 16 och tisdag 17 november 2026" in next(one for one in lines if "Årshjul" in one)
    assert [one for one in lines if "november" in one and not one.startswith(("Läget", "Årshjul"))] == [
        "måndag 16 november och tisdag 17 november"
    ]
    assert "Sammanträde måndag 16 och tisdag 17 november 2026" in plan_text(body.schedules[0].header, "PN")
