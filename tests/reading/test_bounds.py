"""Numbers, times, months and dates at their bounds: the last that may stand, and the first that may not."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from macros.record.loose_dates import loose_date
from macros.record.numbers import Count, ParagraphNumber, ParagraphRanges, Rank
from macros.record.values import Date, DayOfMonth, Days, Line, MonthNumber, Time, TimeSpan, Year, YearMonth, shorten


def _read(kind: Any, written: str) -> Any:
    """The value as it is read; the rule and the remedy where it may not stand."""
    try:
        return TypeAdapter(kind).validate_python(written)
    except ValidationError as error:
        (fault,) = error.errors()
        return fault["type"], fault["ctx"]["remedy"]


@pytest.mark.parametrize(
    ("kind", "lowest", "highest"),
    [
        (Year, 1900, 2199),
        (Days, 0, 400),
        (DayOfMonth, 1, 31),
        (MonthNumber, 1, 12),
        (ParagraphNumber, 1, 9999),
        (Count, 0, 9999),
        (Rank, 1, 99),
    ],
)
def test_a_number_stands_between_its_bounds_and_the_schema_says_the_same(kind: Any, lowest: int, highest: int) -> None:
    assert [_read(kind, str(number)) for number in (lowest, highest)] == [lowest, highest]
    for number in (lowest - 1, highest + 1, -highest, highest * 10 + 6):
        assert _read(kind, str(number)) == ("heltal-form", "skriv talet med bara siffror.")
    schema = TypeAdapter(kind).json_schema()
    assert (schema["minimum"], schema["maximum"]) == (lowest, highest)


@pytest.mark.parametrize("written", ["07", "1.0", "1 0", "+1", "--1", "1_0", "٣", "²", "1e1", "0x1", "9" * 5000, "ett"])
def test_a_number_is_written_with_digits_alone(written: str) -> None:
    assert _read(Days, written)[0] == "heltal-form"


AS_SHOWN = "skriv timmar och minuter med kolon, till exempel 18:30."


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("00:00", dt.time(0, 0)),
        ("23:59", dt.time(23, 59)),
        ("24:00", AS_SHOWN),
        ("18:60", AS_SHOWN),
        ("99:99", AS_SHOWN),
        ("1８:00", AS_SHOWN),
        ("18:00:00", AS_SHOWN),
        ("8:30", "skriv 08:30."),
        ("18.30", "skriv 18:30."),
        ("kl. 9", "skriv 09:00."),
        ("kl 23.59", "skriv 23:59."),
        ("kl 24", AS_SHOWN),
        ("18.60", AS_SHOWN),
        ("1830", "skriv 18:30."),
    ],
)
def test_a_time_of_day_is_one_that_the_clock_shows(written: str, read: dt.time | str) -> None:
    assert _read(Time, written) == (read if isinstance(read, dt.time) else ("klockslag-form", read))
    pattern = TypeAdapter(Time).json_schema()["pattern"]
    assert bool(re.search(pattern, written, re.ASCII)) == isinstance(read, dt.time)


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        ("16:00-16:01", ""),
        ("00:00–23:59", ""),
        ("16:00-16:00", "klockslag-ordning"),
        ("16:00-15:59", "klockslag-ordning"),
        ("16:00-24:00", "klockslag-form"),
        ("16:60-17:00", "klockslag-form"),
        ("16:00-", "klockslag-form"),
        ("-16:00", "klockslag-form"),
    ],
)
def test_a_span_ends_after_it_begins(written: str, rule: str) -> None:
    read = _read(TimeSpan, written)
    assert (read[0] if isinstance(read, tuple) else "") == rule


@pytest.mark.parametrize(
    ("written", "stands"),
    [
        ("2026-01", True),
        ("2026-12", True),
        ("0001-01", True),
        ("2026-00", False),
        ("2026-13", False),
        ("0000-01", False),
        ("20266-01", False),
        ("2026-03-01", False),
    ],
)
def test_a_month_is_one_of_twelve_of_a_year(written: str, stands: bool) -> None:
    read = _read(YearMonth, written)
    assert (str(read) == written) if stands else (read == ("månad-form", "skriv år och månad, till exempel 2026-03."))


@pytest.mark.parametrize(
    ("written", "remedy"),
    [
        ("2026-01-32", "välj ett annat datum; januari 2026 har 31 dagar."),
        ("2026-12-00", "välj ett annat datum; december 2026 har 31 dagar."),
        ("2027-02-29", "välj ett annat datum; februari 2027 har 28 dagar."),
        ("2026-13-01", "har dag och månad bytt plats, skriv 2026-01-13; annars välj ett annat datum."),
        ("2026-00-01", "välj ett annat datum; månaderna är 01 till 12."),
        ("0000-01-01", "välj ett annat datum; månaderna är 01 till 12."),
    ],
)
def test_a_date_is_one_that_the_calendar_has(written: str, remedy: str) -> None:
    assert _read(Date, written) == ("datum-finns-inte", remedy)


@pytest.mark.parametrize(
    "written", ["20266-01-01", "2026-01-010", "2026-01-1", "2026-1-1", "202-01-01", " ", "2026-01-01x"]
)
def test_a_date_has_its_exact_form(written: str) -> None:
    assert _read(Date, written)[0] in ("datum-form", "tomt-värde")


def test_the_first_and_the_last_day_of_a_year_are_dates() -> None:
    assert [_read(Date, day) for day in ("2028-02-29", "2026-12-31")] == [dt.date(2028, 2, 29), dt.date(2026, 12, 31)]


@pytest.mark.parametrize(
    ("written", "ranges"),
    [
        ("1", ((1, 1),)),
        ("9999", ((9999, 9999),)),
        ("43-43", ((43, 43),)),
        ("§§ 43–45, 46", ((43, 45), (46, 46))),
        ("0", None),
        ("10000", None),
        ("1-10000", None),
        ("47-46", None),
        ("43, 43", None),
        ("43-45, 45", None),
        ("45, 43", None),
        ("043", None),
        ("43,", None),
        ("４３", None),
    ],
)
def test_paragraphs_are_in_order_and_within_bounds(written: str, ranges: tuple[tuple[int, int], ...] | None) -> None:
    read = _read(ParagraphRanges, written)
    assert read[0] == "paragrafer-form" if ranges is None else read.ranges == ranges


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("991231", dt.date(2099, 12, 31)),
        ("000101", dt.date(2000, 1, 1)),
        ("31/12 2026", dt.date(2026, 12, 31)),
        ("1.1 2026", dt.date(2026, 1, 1)),
        ("2026.12.31", dt.date(2026, 12, 31)),
        ("32/12 2026", None),
        ("31/13 2026", None),
        ("0/1 2026", None),
        ("20261301", None),
        ("2026123", None),
        ("0099-01-01", dt.date(2099, 1, 1)),
    ],
)
def test_a_date_as_people_write_it_is_one_of_the_calendar(written: str, meant: dt.date | None) -> None:
    assert loose_date(written) == meant


def test_a_long_value_is_cut_only_in_the_message() -> None:
    assert shorten("a" * 60) == "a" * 60
    assert shorten("a" * 61) == "a" * 57 + "..."
    assert _read(Line, "a" * 61) == "a" * 61
