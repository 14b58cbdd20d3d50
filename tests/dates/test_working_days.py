import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.dates.working_days import (
    is_working_day,
    move,
    public_holiday,
    public_holidays,
    shift,
    why_not_working,
)
from macros.record.values import WhenHoliday
from tests.dates.examples import day

DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2100, 12, 31))
ONE = dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("date", "why"),
    [
        ("Thursday 2008-05-01", "första maj och Kristi himmelsfärdsdag"),
        ("Sunday 2049-06-06", "nationaldagen och pingstdagen"),
        ("Monday 2018-01-01", "nyårsdagen"),
        ("Saturday 2018-01-06", "trettondedag jul"),
        ("Friday 2018-03-30", "långfredagen"),
        ("Saturday 2018-03-31", "lördag"),
        ("Sunday 2018-04-01", "påskdagen"),
        ("Monday 2018-04-02", "annandag påsk"),
        ("Sunday 2018-04-08", "söndag"),
        ("Tuesday 2018-05-01", "första maj"),
        ("Thursday 2018-05-10", "Kristi himmelsfärdsdag"),
        ("Sunday 2018-05-20", "pingstdagen"),
        ("Wednesday 2018-06-06", "nationaldagen"),
        ("Friday 2018-06-22", "midsommarafton"),
        ("Saturday 2018-06-23", "midsommardagen"),
        ("Saturday 2018-11-03", "alla helgons dag"),
        ("Monday 2018-12-24", "julafton"),
        ("Tuesday 2018-12-25", "juldagen"),
        ("Wednesday 2018-12-26", "annandag jul"),
        ("Monday 2018-12-31", "nyårsafton"),
        ("Monday 2004-05-31", "annandag pingst"),
        ("Thursday 2026-12-24", "julafton"),
        ("Thursday 2026-12-31", "nyårsafton"),
        ("Wednesday 2027-01-06", "trettondedag jul"),
        ("Thursday 2028-01-06", "trettondedag jul"),
        ("Thursday 2030-06-06", "nationaldagen"),
        ("Thursday 2101-01-06", "trettondedag jul"),
        ("Friday 2199-04-12", "långfredagen"),
        ("Friday 2018-01-05", None),  # trettondagsafton
        ("Thursday 2018-03-29", None),  # skärtorsdag
        ("Monday 2018-04-30", None),  # valborgsmässoafton
        ("Friday 2018-11-02", None),  # allhelgonaafton
        ("Friday 2018-05-11", None),  # between a holiday and a Saturday
        ("Thursday 2018-12-27", None),
        ("Monday 2005-05-16", None),  # annandag pingst is no holiday after 2004
        ("Friday 2003-06-06", None),  # nationaldagen is one from 2005
    ],
    ids=str,
)
def test_why_a_day_is_no_working_day(date: str, why: str | None) -> None:
    assert why_not_working(day(date)) == why
    assert is_working_day(day(date)) is (why is None)


@pytest.mark.parametrize("year", range(2000, 2101))
def test_kristi_himmelsfardsdag_is_a_thursday_of_every_year(year: int) -> None:
    found = [date for date, name in public_holidays(year).items() if "Kristi himmelsfärdsdag" in name]
    assert [date.strftime("%w") for date in found] == ["4"]


@pytest.mark.parametrize(
    ("date", "before", "after"),
    [
        ("Monday 2018-01-01", "Friday 2017-12-29", "Tuesday 2018-01-02"),
        ("Friday 2018-03-30", "Thursday 2018-03-29", "Tuesday 2018-04-03"),
        ("Monday 2018-04-02", "Thursday 2018-03-29", "Tuesday 2018-04-03"),
        ("Wednesday 2018-06-06", "Tuesday 2018-06-05", "Thursday 2018-06-07"),
        ("Friday 2018-06-22", "Thursday 2018-06-21", "Monday 2018-06-25"),
        ("Saturday 2017-09-02", "Friday 2017-09-01", "Monday 2017-09-04"),
        ("Monday 2018-12-24", "Friday 2018-12-21", "Thursday 2018-12-27"),
        ("Thursday 2026-12-24", "Wednesday 2026-12-23", "Monday 2026-12-28"),
        ("Thursday 2026-12-31", "Wednesday 2026-12-30", "Monday 2027-01-04"),
        ("Thursday 2028-01-06", "Wednesday 2028-01-05", "Friday 2028-01-07"),
        ("Thursday 2030-06-06", "Wednesday 2030-06-05", "Friday 2030-06-07"),
        ("Thursday 2026-05-14", "Wednesday 2026-05-13", "Friday 2026-05-15"),
        ("Tuesday 2018-04-03", "Tuesday 2018-04-03", "Tuesday 2018-04-03"),
    ],
    ids=str,
)
def test_a_day_moves_to_the_nearest_working_day(date: str, before: str, after: str) -> None:
    moved = {way: move(day(date), way) for way in WhenHoliday}
    assert moved == {
        WhenHoliday.BEFORE: day(before),
        WhenHoliday.AFTER: day(after),
        WhenHoliday.KEEP: day(date),
    }


def test_a_holiday_is_named_but_a_plain_saturday_is_not() -> None:
    assert public_holiday(day("Saturday 2018-06-23")) == "midsommardagen"
    assert public_holiday(day("Saturday 2018-06-30")) is None


def test_counting_stops_at_the_ends_of_the_calendar() -> None:
    assert shift(dt.date.max, 1) == dt.date.max
    assert shift(dt.date.min, -1) == dt.date.min
    assert shift(day("Monday 2018-01-01"), -1) == day("Sunday 2017-12-31")
    saturday = day("Saturday 9999-12-25")
    assert move(saturday, WhenHoliday.AFTER) == day("Monday 9999-12-27")


@given(DAYS, st.sampled_from(WhenHoliday))
def test_a_moved_day_is_the_nearest_working_day_on_its_side(date: dt.date, way: WhenHoliday) -> None:
    moved = move(date, way)
    assert move(moved, way) == moved
    if way is WhenHoliday.KEEP or is_working_day(date):
        assert moved == date
        return
    assert is_working_day(moved)
    assert (moved < date) is (way is WhenHoliday.BEFORE)
    low, high = sorted((moved, date))
    between = [low + ONE * n for n in range(1, (high - low).days)]
    assert not any(is_working_day(other) for other in between)
    assert abs(moved - date) <= ONE * 5


@pytest.mark.parametrize("year", range(2000, 2101))
def test_every_year_has_its_holidays_and_eves(year: int) -> None:
    names = public_holidays(year)
    apart = " och ".join(names.values()).split(" och ")
    assert len(set(apart)) == len(apart) == 16, names  # one of them was annandag pingst until 2004, nationaldagen since
    assert {date.year for date in names} == {year}
    assert [name for name in apart if name != name.lower()] == ["Kristi himmelsfärdsdag"]
