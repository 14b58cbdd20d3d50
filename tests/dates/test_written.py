import datetime as dt

import pytest

from macros.dates import written
from macros.record.values import Hours, Month
from tests.dates.examples import day


def test_dates_times_and_spans_in_swedish() -> None:
    thursday = day("Thursday 2017-09-14")
    assert written.date(thursday) == "14 september 2017"
    assert written.weekday_date(thursday) == "torsdag 14 september 2017"
    assert written.weekday_day(thursday, 2017) == "torsdag 14 september"
    assert written.weekday_day(thursday, 2018) == "torsdag 14 september 2017"
    assert written.clock(dt.time(19)) == "kl. 19.00"
    assert written.clock(dt.time(9, 5)) == "kl. 09.05"
    assert written.hours(Hours(dt.time(12))) == "kl. 12.00"
    assert written.hours(Hours(dt.time(16), dt.time(17, 30))) == "kl. 16.00–17.30"
    assert written.month(Month(2017, 8)) == "augusti 2017"


@pytest.mark.parametrize(
    ("days", "told"),
    [(-3, "för 3 dagar sedan"), (-1, "i går"), (0, "i dag"), (1, "i morgon"), (2, "om 2 dagar"), (400, "om 400 dagar")],
)
def test_how_far_off_a_day_is(days: int, told: str) -> None:
    assert written.days_left(days) == told


@pytest.mark.parametrize(
    ("words", "told"), [((), ""), (("a",), "a"), (("a", "b"), "a och b"), (("a", "b", "c"), "a, b och c")], ids=str
)
def test_words_in_a_row(words: tuple[str, ...], told: str) -> None:
    assert written.listing(words) == told


def test_numbers_of_days_and_capitals() -> None:
    assert [written.days(number) for number in (0, 1, 14)] == ["0 dagar", "1 dag", "14 dagar"]
    assert written.capital("åtta Ord") == "Åtta Ord"
    assert written.capital("") == ""


@pytest.mark.parametrize(("number", "said"), [(0, "0 listor"), (1, "1 lista"), (2, "2 listor")])
def test_a_number_has_its_noun_in_one_or_many(number: int, said: str) -> None:
    assert written.counted(number, "lista", "listor") == said
