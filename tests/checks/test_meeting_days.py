"""What is told of a day beside a holiday or a turn of the year: nothing, or a remedy that can be followed."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.new.meeting import new_meeting
from build_scripts.project import WrongUse
from macros.checks import check
from macros.facts.day import Day
from macros.record.archive import Archive
from tests.dates.examples import day
from tests.pages.records import BODY, record

RULES = {"fel-veckodag", "fel-år", "utanför-ordningen", "sammanträde-helgdag"}


def _planned(root: Path, weekday: str, year: int, *days: str, **meetings: str) -> Archive:
    rows = "".join(f"  - datum: {day(one)}\n" for one in days)
    files = {
        "parknamnden/organ.md": BODY.replace("sammanträdesdag: torsdag", f"sammanträdesdag: {weekday}"),
        f"parknamnden/sammantradesordning/{year}.md": f"---\når: {year}\nläge: beslutad\nsammanträden:\n{rows}---\n",
    }
    for one in meetings.values():
        files[f"parknamnden/{day(one)}/kallelse.md"] = f"---\ndatum: {day(one)}\nläge: planerat\n---\n"
    return record(root, files)


def _told(archive: Archive) -> list[str]:
    found = check(Day(archive, day("Monday 2025-01-06")))
    return [f"{one.message} {one.remedy}" for one in found if one.rule in RULES]


@pytest.mark.parametrize(
    ("weekday", "date"),
    [
        ("måndag", "Tuesday 2027-03-30"),
        ("måndag", "Thursday 2027-04-01"),
        ("måndag", "Friday 2027-04-02"),
        ("fredag", "Thursday 2027-03-25"),
        ("torsdag", "Monday 2027-05-03"),
        ("torsdag", "Friday 2027-05-07"),
        ("fredag", "Tuesday 2027-12-28"),
    ],
)
def test_a_day_beside_the_holiday_that_would_have_been_its_own_is_not_told(
    weekday: str, date: str, tmp_path: Path
) -> None:
    assert _told(_planned(tmp_path, weekday, 2027, date)) == []


@pytest.mark.parametrize(
    ("weekday", "date", "told"),
    [
        ("måndag", "Tuesday 2027-04-06", "Tisdag 6 april 2027: organet sammanträder annars på måndagar. 2027-04-05"),
        ("måndag", "Thursday 2027-03-25", "Torsdag 25 mars 2027: organet sammanträder annars på måndagar. 2027-03-22"),
        (
            "fredag",
            "Tuesday 2025-12-30",
            "Tisdag 30 december 2025: organet sammanträder annars på fredagar. 2025-12-19",
        ),
    ],
)
def test_no_remedy_proposes_a_holiday_or_a_day_of_another_year(
    weekday: str, date: str, told: str, tmp_path: Path
) -> None:
    message, _, nearest = told.rpartition(" ")
    expected = f"{message} kontrollera datumet; närmaste {weekday} är {nearest}."
    assert _told(_planned(tmp_path, weekday, day(date).year, date)) == [expected]


def test_a_row_of_another_year_is_told_once_with_where_it_goes(tmp_path: Path) -> None:
    days = ("Tuesday 2026-10-13", "Monday 2027-01-04")
    assert _told(_planned(tmp_path, "tisdag", 2026, *days)) == [
        "2027-01-04 ligger inte i 2026. flytta raden till sammantradesordning/2027.md, eller rätta årtalet."
    ]


def test_the_nearest_day_of_the_schedule_is_never_a_holiday_or_of_another_year(tmp_path: Path) -> None:
    days = ("Thursday 2026-05-14", "Thursday 2026-06-18")
    archive = _planned(tmp_path, "torsdag", 2026, *days, extra="Thursday 2026-05-21")
    assert "rätta datumet (närmast i ordningen är 2026-06-18), skriv" in "".join(_told(archive))
    archive = _planned(tmp_path / "andra", "torsdag", 2026, "Thursday 2026-05-14", extra="Thursday 2026-05-21")
    assert "rätta datumet, skriv slag: extra" in "".join(_told(archive))
    with pytest.raises(
        WrongUse, match=r"^torsdag 28 maj 2026 står inte i 2026 års sammanträdesordning\. Är det"
    ) as told:
        new_meeting(archive.bodies[0], day("Thursday 2026-05-28"))
    assert "närmast" not in str(told.value)
