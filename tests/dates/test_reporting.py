import datetime as dt

import pytest

from macros.dates.reporting import explanation, last_day
from macros.record.body import Reporting
from macros.record.values import Month
from tests.dates.examples import day


def rule(number: int, when_holiday: str, **keys: object) -> Reporting:
    return Reporting.model_validate({"dag": str(number), "tid": "12:00", "vid_helgdag": when_holiday, **keys})


AUGUST = Month(2017, 8)


@pytest.mark.parametrize(
    ("number", "when_holiday", "month", "nominal", "date", "reason"),
    [
        (2, "behåll", AUGUST, "Saturday 2017-09-02", "Saturday 2017-09-02", None),
        (2, "före", AUGUST, "Saturday 2017-09-02", "Friday 2017-09-01", "lördag"),
        (2, "efter", AUGUST, "Saturday 2017-09-02", "Monday 2017-09-04", "lördag"),
        (1, "efter", Month(2017, 12), "Monday 2018-01-01", "Tuesday 2018-01-02", "nyårsdagen"),
        (1, "före", Month(2017, 12), "Monday 2018-01-01", "Friday 2017-12-29", "nyårsdagen"),
        (2, "efter", Month(2018, 1), "Friday 2018-02-02", "Friday 2018-02-02", None),
        (31, "behåll", Month(2018, 1), "Wednesday 2018-02-28", "Wednesday 2018-02-28", None),
        (30, "före", Month(2020, 1), "Saturday 2020-02-29", "Friday 2020-02-28", "lördag"),
    ],
    ids=str,
)
def test_the_last_day_is_a_day_of_the_next_month(
    number: int, when_holiday: str, month: Month, nominal: str, date: str, reason: str | None
) -> None:
    found = last_day(rule(number, when_holiday), "Jobbcenter", month)
    assert (found.nominal, found.date, found.reason) == (day(nominal), day(date), reason)
    assert (found.unit, found.of, found.time) == ("Jobbcenter", month, dt.time(12))


def test_a_unit_follows_its_own_rule_whole() -> None:
    reporting = rule(2, "efter", enheter={"Xenter": {"dag": "1", "vid_helgdag": "före"}})
    own = last_day(reporting, "Xenter", Month(2017, 9))
    assert (own.nominal, own.date, own.time) == (day("Sunday 2017-10-01"), day("Friday 2017-09-29"), None)
    assert str(own) == "fredag 29 september 2017"
    others = last_day(reporting, "Jobbcenter", AUGUST)
    assert str(others) == "måndag 4 september 2017 kl. 12.00"


@pytest.mark.parametrize(
    ("received", "late"),
    [("Sunday 2017-09-03", False), ("Monday 2017-09-04", False), ("Tuesday 2017-09-05", True), (None, None)],
    ids=str,
)
def test_a_list_is_late_after_the_last_day_and_an_unknown_day_is_not_judged(
    received: str | None, late: bool | None
) -> None:
    found = last_day(rule(2, "efter"), "Jobbcenter", AUGUST)
    assert found.late(day(received) if received else None) is late


@pytest.mark.parametrize(
    ("number", "when_holiday", "told"),
    [
        (1, "efter", "Listan för augusti 2017 ska vara inne senast fredag 1 september 2017 kl. 12.00."),
        (
            2,
            "efter",
            "Listan för augusti 2017 ska vara inne senast lördag 2 september 2017, men den dagen är lördag; "
            "därför gäller måndag 4 september 2017 kl. 12.00.",
        ),
        (
            2,
            "behåll",
            "Listan för augusti 2017 ska vara inne senast lördag 2 september 2017 kl. 12.00; dagen är lördag men behålls.",
        ),
    ],
)
def test_the_explanation(number: int, when_holiday: str, told: str) -> None:
    assert explanation(last_day(rule(number, when_holiday), "Jobbcenter", AUGUST)) == told
