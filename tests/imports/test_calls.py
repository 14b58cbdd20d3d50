"""Calls as programs for meetings print them: place and hour, who leads, and rows over several lines."""

from __future__ import annotations

import pytest

from build_scripts.imports.agenda import read_agenda

SERIES = ("PRO/ÅÅÅÅ:N",)


@pytest.mark.parametrize(
    ("lines", "time", "venue", "rest"),
    [
        (["Plats och tid:\tStadshuset, sal A, onsdag 9 december 2026 kl. 13:15"], "13:15", "Stadshuset, sal A", []),
        (
            ["Plats och tid\tStadshuset, den 9 december", "2026 kl. 13.15–16.00", "Vi ses."],
            "13:15",
            "Stadshuset",
            ["Vi ses."],
        ),
        (["Tid och plats: kl 9, Rådhuset"], "09:00", "Rådhuset", []),
        (["Tid och plats Onsdagen den 9 december 2026 kl. 9 i Rådhuset, sal A"], "09:00", "Rådhuset, sal A", []),
        (["Tid\tTisdag kl. 9", "Plats\tRådhuset"], "09:00", "Rådhuset", []),
        (
            ["Plats och tid:\tStadshuset", "Ledamöter", "Ersättare", "Mötet 2026 kl. 9"],
            None,
            "Stadshuset",
            ["Ledamöter", "Ersättare", "Mötet 2026 kl. 9"],
        ),
    ],
)
def test_place_and_hour_may_stand_after_one_word(
    lines: list[str], time: str | None, venue: str, rest: list[str]
) -> None:
    agenda = read_agenda([*lines, "1. Budget"], SERIES)
    assert (agenda.time, agenda.venue, agenda.rest) == (time, venue, rest)


def test_who_leads_is_no_point_of_a_list_that_has_its_own() -> None:
    lines = ["Ordförande\tAlma Rönn (S)", "Gruppmöten\tBjörken", "1 Val av protokolljusterare", "2 Budget"]
    agenda = read_agenda(lines, SERIES)
    assert agenda.points == ["Val av protokolljusterare"]
    assert agenda.rest == ["Ordförande\tAlma Rönn (S)", "Gruppmöten\tBjörken"]


def test_a_title_that_is_cut_in_a_range_of_years_goes_on() -> None:
    (row,) = read_agenda(["1 Biblioteksplan 2027–", "2030", "PRO/2026:7"], SERIES).rows
    assert (row.title, row.case_number) == ("Biblioteksplan 2027–2030", "PRO/2026:7")


def test_a_number_in_the_middle_of_its_title_is_the_titles() -> None:
    lines = ["1\tVal\tPRO/2026:1", "Svar på motion om", "2\tPRO/2026:2\t21", "lekplatser", "3\tSkola\tPRO/2026:3"]
    agenda = read_agenda(lines, SERIES)
    assert [(row.title, row.case_number) for row in agenda.rows] == [
        ("Val", "PRO/2026:1"),
        ("Svar på motion om lekplatser", "PRO/2026:2"),
        ("Skola", "PRO/2026:3"),
    ]


def test_minutes_of_the_last_meeting_are_an_opening_point() -> None:
    assert read_agenda(["1 Upprop", "2 Föregående mötes protokoll", "3 Budget"], SERIES).points == [
        "Upprop",
        "Föregående mötes protokoll",
    ]
