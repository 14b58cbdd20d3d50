"""How days look in lists: never planned when they are over, and a day that a meeting left says where it went."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.facts.day import Day
from macros.pages.build import pages
from macros.pages.states import meeting_day_states
from macros.record.archive import Archive
from tests.dates.examples import day
from tests.pages.html import Fragment
from tests.pages.records import BODY, record

MOVES = """flyttningar:
  - från: {old}
    till: {new}
    skäl: Salen var upptagen.
"""


def _call(date: str, state: str = "planerat", old: str = "", more: str = "") -> str:
    moves = MOVES.format(old=old, new=date) if old else ""
    return f"---\ndatum: {date}\nläge: {state}\n{more}{moves}---\n"


FILES = {
    "parknamnden/organ.md": BODY,
    "parknamnden/sammantradesordning/2026.md": (
        "---\når: 2026\nläge: föreslagen\nsammanträden:\n  - datum: 2026-04-16\n  - datum: 2026-12-17\n---\n"
    ),
    "parknamnden/2026-03-26/kallelse.md": _call("2026-03-26"),
    "parknamnden/2026-06-11/kallelse.md": _call("2026-06-11", "kallat"),
    "parknamnden/2026-11-12/kallelse.md": _call("2026-11-19", old="2026-11-12"),
    "parknamnden/2026-12-03/kallelse.md": _call("2026-12-10", "inställt", "2026-12-03", "skäl: Snö.\n"),
    "parknamnden/2026-12-31/kallelse.md": _call("2027-01-14", old="2026-12-31"),
}
TODAY = day("Saturday 2026-11-28")


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """A board with days of every kind before and after the day that is looked at."""
    return record(tmp_path, FILES)


def _states(archive: Archive, today: str) -> dict[str, str]:
    meetings = Day(archive, day(today)).meetings
    found = meetings.with_left(archive.bodies[0])
    return {str(one.date): " ".join(state.word for state in meeting_day_states(one)) for one in found}


def _lines(archive: Archive, address: str) -> list[str]:
    html = next(page.html for page in pages(archive, TODAY) if page.address == address)
    return [line.replace("\N{NO-BREAK SPACE}", " ") for line in Fragment(html).lines]


def test_a_cancelled_meeting_has_no_number_of_items(archive: Archive) -> None:
    html = next(
        page.html for page in pages(archive, day("Friday 2026-12-11")) if page.address == "parknamnden/"
    ).replace("\N{NO-BREAK SPACE}", " ")
    assert "Torsdag 10 december 2026 Utan föredragningslista Inställt" in Fragment(html).lines


def test_a_day_that_is_over_is_not_planned_and_a_day_that_was_left_says_where_the_meeting_went(
    archive: Archive,
) -> None:
    assert _states(archive, "Saturday 2026-11-28") == {
        "2026-03-26": "Dagen har passerat",
        "2026-04-16": "Dagen har passerat",
        "2026-06-11": "Dagen har passerat",
        "2026-11-12": "Flyttat till torsdag 19 november 2026".replace("9 n", "9\N{NO-BREAK SPACE}n"),
        "2026-11-19": "Dagen har passerat Flyttat",
        "2026-12-03": "Flyttat till torsdag 10 december 2026".replace("0 d", "0\N{NO-BREAK SPACE}d"),
        "2026-12-10": "Inställt",
        "2026-12-17": "Föreslagen dag",
        "2026-12-31": "Flyttat till torsdag 14 januari 2027".replace("4 j", "4\N{NO-BREAK SPACE}j"),
        "2027-01-14": "Planerat Flyttat",
    }


def test_on_its_own_day_a_meeting_is_still_planned(archive: Archive) -> None:
    assert _states(archive, "Thursday 2026-03-26")["2026-03-26"] == "Planerat"
    assert _states(archive, "Thursday 2026-06-11")["2026-06-11"] == "Kallat"
    assert _states(archive, "Friday 2026-06-12")["2026-06-11"] == "Dagen har passerat"


@pytest.mark.parametrize("address", ["parknamnden/2026/", "kalender/2026-11/"])
def test_the_old_day_stands_in_the_year_and_the_calendar(archive: Archive, address: str) -> None:
    lines = _lines(archive, address)
    assert sum("Flyttat till torsdag 19 november 2026" in line for line in lines) == 1
    html = next(page.html for page in pages(archive, TODAY) if page.address == address)
    assert html.count('parknamnden/2026-11-12/"') == 2


def test_a_year_whose_only_day_was_left_has_its_page(tmp_path: Path) -> None:
    kept = ("parknamnden/organ.md", "parknamnden/2026-12-31/kallelse.md")
    archive = record(tmp_path, {name: FILES[name] for name in kept})
    assert any("Flyttat till torsdag 14 januari 2027" in line for line in _lines(archive, "parknamnden/2026/"))
    assert any("Flyttat till torsdag 14 januari 2027" in line for line in _lines(archive, "kalender/2026-12/"))
    assert Day(archive, TODAY).meetings.coming(archive.bodies[0])[0].date == day("Thursday 2027-01-14")


def test_the_page_of_a_meeting_that_is_over_does_not_call_it_planned(archive: Archive) -> None:
    lines = _lines(archive, "parknamnden/2026-03-26/")
    assert "Dagen har passerat" in lines
    assert "Planerat" not in " ".join(lines)
