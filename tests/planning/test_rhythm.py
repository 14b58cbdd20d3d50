"""The next year's days follow the weeks of the years before, and are always working days of the weekday within the year."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.dates.working_days import is_working_day
from macros.planning.rhythm import earlier_years, empty_months, propose, propose_first, usual_weekday
from tests.dates.examples import day
from tests.new.records import ROOT, archive

THURSDAY = 3


def days(*written: str) -> tuple[dt.date, ...]:
    return tuple(day(one) for one in written)


def test_avux_2019_follows_2017_and_2018() -> None:
    body = archive(ROOT).body("avux")
    assert body is not None
    earlier = earlier_years(body, 2019)
    assert list(earlier) == [2017, 2018]
    assert empty_months(earlier) == (7,)
    assert usual_weekday(earlier) == THURSDAY
    found = propose(earlier, 2019, THURSDAY)
    assert [(one.date, one.explanation) for one in found] == [
        (day("Thursday 2019-01-17"), "Vecka 3 som 2017 och 2018."),
        (day("Thursday 2019-02-14"), "Vecka 7 som 2018; 2017 var det vecka 6. 4 veckor efter sammanträdet före."),
        (day("Thursday 2019-03-14"), "Vecka 11 som 2018; 2017 var det vecka 10. 4 veckor efter sammanträdet före."),
        (day("Thursday 2019-04-11"), "Vecka 15 som 2018; 2017 var det vecka 14. 4 veckor efter sammanträdet före."),
        (day("Thursday 2019-05-16"), "Vecka 20 som 2018; 2017 var det vecka 19. 5 veckor efter sammanträdet före."),
        (day("Thursday 2019-06-13"), "Vecka 24 som 2017 och 2018. 4 veckor efter sammanträdet före."),
        (day("Thursday 2019-08-29"), "Vecka 35 som 2017 och 2018. 11 veckor efter sammanträdet före."),
        (day("Thursday 2019-09-12"), "Vecka 37 som 2017 och 2018. 2 veckor efter sammanträdet före."),
        (day("Thursday 2019-10-10"), "Vecka 41 som 2017 och 2018. 4 veckor efter sammanträdet före."),
        (day("Thursday 2019-11-07"), "Vecka 45 som 2017 och 2018. 4 veckor efter sammanträdet före."),
        (day("Thursday 2019-12-05"), "Vecka 49 som 2017 och 2018. 4 veckor efter sammanträdet före."),
    ]


@pytest.mark.parametrize(
    ("before", "year", "expected", "told"),
    [
        pytest.param(
            "Thursday 2018-05-31",
            2019,
            "Thursday 2019-05-23",
            "Vecka 22 som 2018. Torsdag 30 maj går inte: dagen är Kristi himmelsfärdsdag.",
            id="Ascension Thursday 2019-05-30 gives way to the week before",
        ),
        pytest.param(
            "Thursday 2025-12-25",
            2026,
            "Thursday 2026-12-17",
            "Vecka 52 som 2025. Torsdag 24 december går inte: dagen är julafton.",
            id="Christmas Eve Thursday 2026-12-24 gives way to the week before",
        ),
        pytest.param(
            "Thursday 2027-01-07",
            2028,
            "Thursday 2028-01-13",
            "Vecka 1 som 2027. Torsdag 6 januari går inte: dagen är trettondedag jul.",
            id="Epiphany Thursday 2028-01-06 has no earlier week in its year",
        ),
        pytest.param(
            "Thursday 2026-12-31",
            2027,
            "Thursday 2027-12-30",
            "Vecka 53 som 2026.",
            id="week 53 of a year that has 52 is its last",
        ),
    ],
)
def test_a_holiday_gives_way(before: str, year: int, expected: str, told: str) -> None:
    every_month = [dt.date(year - 1, month, 14) for month in range(1, 13)]
    earlier = {year - 2: every_month, year - 1: [day(before)]}
    (found,) = propose(earlier, year, THURSDAY)
    assert (found.date, found.explanation) == (day(expected), told)


def test_a_month_that_has_always_been_free_stays_free() -> None:
    (found,) = propose({2022: days("Thursday 2022-06-30")}, 2025, THURSDAY)
    assert found.date == day("Thursday 2025-06-26")
    assert found.passed == ()
    (found,) = propose({2025: days("Monday 2025-06-30")}, 2026, THURSDAY)
    assert found.date == day("Thursday 2026-06-25")
    assert found.explanation == ("Vecka 27 som 2025. Torsdag 2 juli går inte: juli brukar vara fri från sammanträden.")


def test_two_meetings_of_a_week_get_a_week_each() -> None:
    found = propose({2018: days("Tuesday 2018-03-13", "Thursday 2018-03-15")}, 2019, THURSDAY)
    assert [one.date for one in found] == list(days("Thursday 2019-03-07", "Thursday 2019-03-14"))


def test_a_body_without_years_gets_the_third_weekday_of_every_month_but_july() -> None:
    found = propose_first(2026, THURSDAY)
    assert [one.date.isoformat() for one in found] == [
        "2026-01-15",
        "2026-02-19",
        "2026-03-19",
        "2026-04-16",
        "2026-05-21",
        "2026-06-18",
        "2026-08-20",
        "2026-09-17",
        "2026-10-15",
        "2026-11-19",
        "2026-12-17",
    ]
    assert found[0].explanation == "Tredje torsdagen i januari."


YEARS = st.integers(1990, 2150)


@st.composite
def rhythms(draw: st.DrawFn) -> tuple[dict[int, list[dt.date]], int]:
    """One to three earlier years with up to 24 meetings each, on any days, and a later year."""
    first = draw(YEARS)
    earlier = {
        year: sorted(draw(st.sets(st.dates(dt.date(year, 1, 1), dt.date(year, 12, 31)), min_size=1, max_size=24)))
        for year in range(first, first + draw(st.integers(1, 3)))
    }
    return earlier, max(earlier) + draw(st.integers(1, 5))


@given(rhythms(), st.integers(0, 4))
def test_proposals_are_working_days_of_the_weekday_in_the_year_and_never_twice(
    rhythm: tuple[dict[int, list[dt.date]], int], weekday: int
) -> None:
    earlier, year = rhythm
    found = [one.date for one in propose(earlier, year, weekday)]
    assert all(one.weekday() == weekday and one.year == year and is_working_day(one) for one in found)
    assert found == sorted(set(found))
    assert len(found) <= len(earlier[max(earlier)])
    assert not {one.month for one in found} & set(empty_months(earlier))


@given(YEARS, st.integers(0, 4))
def test_a_first_year_has_eleven_working_days(year: int, weekday: int) -> None:
    found = [one.date for one in propose_first(year, weekday)]
    assert len(set(found)) == 11
    assert all(one.weekday() == weekday and one.month != 7 and is_working_day(one) for one in found)


def test_a_body_of_two_weekdays_keeps_each_days_own() -> None:
    earlier = {2018: days("Tuesday 2018-03-13", "Thursday 2018-03-15", "Friday 2018-04-20")}
    found = propose(earlier, 2019, THURSDAY, (1, THURSDAY))
    assert [one.date for one in found] == list(days("Tuesday 2019-03-12", "Thursday 2019-03-14", "Thursday 2019-04-18"))
