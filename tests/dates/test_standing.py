from typing import Any

import pytest

from macros.dates.standing import standing_days
from macros.dates.working_days import public_holiday
from macros.record.schedule import Standing
from tests.dates.examples import day


def standing(weekday: str, **keys: Any) -> Standing:
    return Standing.model_validate({"id": "möte", "namn": "Möte", "veckodag": weekday, **keys})


def test_every_monday_of_2018_and_the_holidays_it_meets() -> None:
    days = standing_days(standing("måndag"), 2018)
    assert len(days) == 53
    assert {found.date: found.holiday for found in days if found.holiday} == {
        day("Monday 2018-01-01"): "nyårsdagen",
        day("Monday 2018-04-02"): "annandag påsk",
        day("Monday 2018-12-24"): "julafton",
        day("Monday 2018-12-31"): "nyårsafton",
    }


def test_given_months_and_pauses_with_both_their_ends() -> None:
    pause = {"från": "2018-06-13", "till": "2018-06-20", "skäl": "Semester"}
    days = standing_days(standing("onsdag", månader=["6", "12"], undantag=[pause]), 2018)
    assert [found.date for found in days] == [
        day("Wednesday 2018-06-06"),
        day("Wednesday 2018-06-27"),
        day("Wednesday 2018-12-05"),
        day("Wednesday 2018-12-12"),
        day("Wednesday 2018-12-19"),
        day("Wednesday 2018-12-26"),
    ]
    assert [found.holiday for found in days] == ["nationaldagen", None, None, None, None, "annandag jul"]


def test_a_standing_saturday_is_no_clash_unless_it_is_a_holiday() -> None:
    clashes = [found for found in standing_days(standing("lördag"), 2018) if found.holiday]
    assert [(found.date, found.holiday) for found in clashes] == [
        (day("Saturday 2018-01-06"), "trettondedag jul"),
        (day("Saturday 2018-06-23"), "midsommardagen"),
        (day("Saturday 2018-11-03"), "alla helgons dag"),
    ]


@pytest.mark.parametrize("year", range(2000, 2101))
def test_thursdays_of_every_year_meet_kristi_himmelsfardsdag(year: int) -> None:
    days = standing_days(standing("torsdag"), year)
    assert len(days) in (52, 53)
    assert {(found.date.year, found.date.weekday()) for found in days} == {(year, 3)}
    assert [found.holiday for found in days if found.holiday and "Kristi himmelsfärdsdag" in found.holiday]
    assert all(found.holiday == public_holiday(found.date) for found in days)
