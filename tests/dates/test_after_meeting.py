import datetime as dt

import pytest

from macros.dates.after_meeting import (
    decided_within_a_year,
    earliest_laga_kraft,
    earliest_taken_down,
    last_day_of_appeal,
    latest_approval,
    latest_notice,
)
from macros.dates.working_days import end_of_months, end_of_weeks, next_working_day
from tests.dates.examples import day, is_free

ONE = dt.timedelta(days=1)

VECTORS = [
    ("Tuesday 1999-03-16", "Tuesday 1999-04-06"),  # RÅ 1999 not 181
    ("Monday 2003-12-15", "Monday 2004-01-05"),  # RÅ 2004 not 40
    ("Monday 2017-12-11", "Tuesday 2018-01-02"),
    ("Friday 2018-03-09", "Tuesday 2018-04-03"),
    ("Thursday 2018-04-19", "Friday 2018-05-11"),
    ("Wednesday 2018-05-16", "Thursday 2018-06-07"),
    ("Friday 2018-06-01", "Monday 2018-06-25"),
    ("Monday 2018-12-10", "Wednesday 2019-01-02"),
    ("Saturday 2018-12-15", "Monday 2019-01-07"),
    ("Thursday 2026-12-03", "Monday 2026-12-28"),
]


@pytest.mark.parametrize(("posted", "last"), VECTORS, ids=str)
def test_the_last_day_of_appeal(posted: str, last: str) -> None:
    found = last_day_of_appeal(day(posted))
    assert found.date == day(last)
    assert found.strict == day(posted) + 21 * ONE
    assert found.by_sunday_rule is None
    assert earliest_laga_kraft(day(posted)) == day(last) + ONE
    assert earliest_taken_down(day(posted)) == day(last) + ONE


def test_the_last_day_of_appeal_of_every_day_from_1990_to_2100() -> None:
    wrong = []
    posted = dt.date(1990, 1, 1)
    while posted.year <= 2100:
        expected = posted + 21 * ONE
        while is_free(expected):
            expected += ONE
        if last_day_of_appeal(posted).date != expected:
            wrong.append(posted)
        posted += ONE
    assert wrong == []


def test_a_joint_board_counts_from_the_last_posting() -> None:
    days = [day("Friday 2018-06-01"), day("Thursday 2018-04-19"), day("Monday 2018-05-14")]
    found = last_day_of_appeal(*days)
    assert (found.start, found.date) == (day("Friday 2018-06-01"), day("Monday 2018-06-25"))
    assert "blev sist anslaget fredag 1 juni 2018" in found.explanation
    assert earliest_laga_kraft(*days) == day("Tuesday 2018-06-26")


@pytest.mark.parametrize(
    ("meeting", "strict", "sunday_rule", "reason"),
    [
        ("Thursday 2018-04-12", "Thursday 2018-04-26", None, None),
        ("Thursday 2018-04-26", "Thursday 2018-05-10", "Friday 2018-05-11", "Kristi himmelsfärdsdag"),
        ("Thursday 2026-12-10", "Thursday 2026-12-24", "Monday 2026-12-28", "julafton"),
        ("Thursday 2026-12-17", "Thursday 2026-12-31", "Monday 2027-01-04", "nyårsafton"),
        ("Thursday 2027-12-23", "Thursday 2028-01-06", "Friday 2028-01-07", "trettondedag jul"),
        ("Thursday 2030-05-23", "Thursday 2030-06-06", "Friday 2030-06-07", "nationaldagen"),
    ],
    ids=str,
)
def test_approval_is_strictly_14_days_with_the_sunday_rule_beside(
    meeting: str, strict: str, sunday_rule: str | None, reason: str | None
) -> None:
    found = latest_approval(day(meeting))
    assert (found.strict, found.date, found.reason) == (day(strict), day(strict), reason)
    assert found.by_sunday_rule == (day(sunday_rule) if sunday_rule else None)


@pytest.mark.parametrize(
    ("approved", "strict", "sunday_rule"),
    [
        ("Monday 2018-04-23", "Wednesday 2018-04-25", None),
        ("Thursday 2018-04-26", "Saturday 2018-04-28", "Monday 2018-04-30"),
        ("Wednesday 2018-03-28", "Friday 2018-03-30", "Tuesday 2018-04-03"),
        ("Friday 2018-04-27", "Sunday 2018-04-29", "Monday 2018-04-30"),
    ],
    ids=str,
)
def test_the_notice_is_posted_the_second_day_after_approval(
    approved: str, strict: str, sunday_rule: str | None
) -> None:
    found = latest_notice(day(approved))
    assert (found.start, found.date) == (day(approved), day(strict))
    assert found.by_sunday_rule == (day(sunday_rule) if sunday_rule else None)


def test_the_explanations_say_rule_day_and_source() -> None:
    assert last_day_of_appeal(day("Friday 2018-06-01")).explanation == (
        "Beslutet blev anslaget fredag 1 juni 2018. Tiden för överklagande är tre veckor, alltså till och med fredag 22 juni "
        "2018 enligt 13 kap. 5 § kommunallagen (2017:725). "
        "Den dagen är midsommarafton, därför är sista dagen måndag 25 juni 2018 "
        "enligt 2 § lagen (1930:173) om beräkning av lagstadgad tid."
    )
    assert last_day_of_appeal(day("Monday 2018-04-23")).explanation == (
        "Beslutet blev anslaget måndag 23 april 2018. Tiden för överklagande är tre veckor, "
        "alltså till och med måndag 14 maj 2018 enligt 13 kap. 5 § kommunallagen (2017:725)."
    )
    assert latest_approval(day("Thursday 2018-04-26")).explanation == (
        "Protokollet ska justeras senast 14 dagar efter sammanträdet torsdag 26 april 2018, alltså torsdag 10 maj 2018 "
        "enligt 5 kap. 69 § och 6 kap. 35 § kommunallagen (2017:725). Den dagen är Kristi himmelsfärdsdag; enligt "
        "söndagsregeln, 2 § lagen (1930:173) om beräkning av lagstadgad tid, senast fredag 11 maj 2018."
    )
    assert latest_notice(day("Monday 2018-04-23")).explanation == (
        "Justeringen ska anslås senast andra dagen efter justeringen måndag 23 april 2018, alltså onsdag 25 april 2018 "
        "enligt 8 kap. 12 § kommunallagen (2017:725)."
    )


@pytest.mark.parametrize(
    ("start", "months", "last"),
    [
        ("Wednesday 2018-01-31", 1, "Wednesday 2018-02-28"),
        ("Friday 2020-01-31", 1, "Saturday 2020-02-29"),
        ("Thursday 2018-03-15", 3, "Friday 2018-06-15"),
        ("Friday 2018-11-30", 3, "Thursday 2019-02-28"),
        ("Saturday 2020-02-29", 12, "Sunday 2021-02-28"),
        ("Monday 2018-12-31", 12, "Tuesday 2019-12-31"),
    ],
    ids=str,
)
def test_months_end_on_the_same_number_or_the_last_day(start: str, months: int, last: str) -> None:
    assert end_of_months(day(start), months) == day(last)


def test_weeks_end_on_the_same_weekday_and_a_motion_is_due_in_a_year() -> None:
    assert end_of_weeks(day("Tuesday 2018-02-27"), 3) == day("Tuesday 2018-03-20")
    assert next_working_day(day("Friday 2018-06-22")) == day("Monday 2018-06-25")
    assert decided_within_a_year(day("Saturday 2020-02-29")) == day("Sunday 2021-02-28")
    assert end_of_months(dt.date.max, 1) == dt.date.max
    assert end_of_months(day("Tuesday 9999-06-15"), 6) == day("Wednesday 9999-12-15")
