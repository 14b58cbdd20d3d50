import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.dates.deadlines import by_rule, deadline, deadlines, explanation
from macros.record.schedule import PlannedMeeting, Step
from macros.record.values import WhenHoliday
from tests.dates.examples import ONE_DAY, day, is_free, schedule, step

BY_HAND = {"2018-04-12": {"samverkan": {"datum": "2018-04-09", "skäl": "Lokalen är upptagen."}}}


@pytest.mark.parametrize(
    ("meeting", "days", "when_holiday", "nominal", "date", "reason"),
    [
        ("Thursday 2018-01-18", 17, "efter", "Monday 2018-01-01", "Tuesday 2018-01-02", "nyårsdagen"),
        ("Thursday 2018-04-12", 10, "efter", "Monday 2018-04-02", "Tuesday 2018-04-03", "annandag påsk"),
        ("Thursday 2018-04-12", 10, "före", "Monday 2018-04-02", "Thursday 2018-03-29", "annandag påsk"),
        ("Thursday 2018-04-12", 10, "behåll", "Monday 2018-04-02", "Monday 2018-04-02", None),
        ("Thursday 2018-06-14", 8, "före", "Wednesday 2018-06-06", "Tuesday 2018-06-05", "nationaldagen"),
        ("Thursday 2017-09-14", 12, "efter", "Saturday 2017-09-02", "Monday 2017-09-04", "lördag"),
        ("Thursday 2017-09-14", 11, "före", "Sunday 2017-09-03", "Friday 2017-09-01", "söndag"),
        ("Thursday 2027-01-14", 8, "före", "Wednesday 2027-01-06", "Tuesday 2027-01-05", "trettondedag jul"),
        ("Thursday 2026-05-21", 7, "före", "Thursday 2026-05-14", "Wednesday 2026-05-13", "Kristi himmelsfärdsdag"),
        ("Thursday 2026-12-31", 7, "före", "Thursday 2026-12-24", "Wednesday 2026-12-23", "julafton"),
        ("Thursday 2018-04-12", 0, "före", "Thursday 2018-04-12", "Thursday 2018-04-12", None),
        ("Thursday 2018-04-12", 1, "före", "Wednesday 2018-04-11", "Wednesday 2018-04-11", None),
    ],
    ids=str,
)
def test_a_step_before_the_meeting(
    meeting: str, days: int, when_holiday: str, nominal: str, date: str, reason: str | None
) -> None:
    of = schedule(step("steget", when_holiday, dagar_före=str(days)), meetings=(meeting.split()[1],))
    (found,) = deadlines(of, of.meetings[0])
    assert (found.nominal, found.date, found.reason) == (day(nominal), day(date), reason)
    assert (found.deviates, found.moved) == (False, nominal != date)
    assert found.meeting == day(meeting)


@pytest.mark.parametrize(
    ("days", "when_holiday", "nominal", "date", "reason"),
    [
        (14, "efter", "Thursday 2018-05-10", "Friday 2018-05-11", "Kristi himmelsfärdsdag"),
        (14, "före", "Thursday 2018-05-10", "Wednesday 2018-05-09", "Kristi himmelsfärdsdag"),
        (5, "efter", "Tuesday 2018-05-01", "Wednesday 2018-05-02", "första maj"),
        (1, "behåll", "Friday 2018-04-27", "Friday 2018-04-27", None),
    ],
    ids=str,
)
def test_a_step_after_the_meeting(days: int, when_holiday: str, nominal: str, date: str, reason: str | None) -> None:
    of = schedule(step("justering", when_holiday, dagar_efter=str(days)), meetings=("2018-04-26",))
    (found,) = deadlines(of, day("Thursday 2018-04-26"))
    assert (found.nominal, found.date, found.reason) == (day(nominal), day(date), reason)


def test_a_date_set_by_hand_keeps_its_reason_and_the_rule() -> None:
    of = schedule(step("samverkan", dagar_före="1"), by_hand=BY_HAND)
    (found,) = deadlines(of, day("Thursday 2018-04-12"))
    assert found.nominal == day("Wednesday 2018-04-11")
    assert found.by_rule == day("Wednesday 2018-04-11")
    assert found.date == day("Monday 2018-04-09")
    assert found.reason == "Lokalen är upptagen."
    assert found.deviates
    assert deadlines(of, of.meetings[0]) == (found,)
    assert by_rule(of.steps[0], found.meeting).date == day("Wednesday 2018-04-11")


def test_overrides_follow_the_planned_meeting_and_a_day_outside_the_plan_has_none() -> None:
    of = schedule(step("samverkan", dagar_före="1"), by_hand=BY_HAND)
    assert [found.date for found in deadlines(of, day("Thursday 2018-04-19"))] == [day("Wednesday 2018-04-18")]
    bare = PlannedMeeting.model_validate({"datum": "2018-04-12"})
    assert [found.date for found in deadlines(of, bare)] == [day("Wednesday 2018-04-11")]


def test_steps_stand_in_time_order_with_those_after_the_meeting() -> None:
    of = schedule(
        step("justering", dagar_efter="7"),
        step("sent", dagar_före="3", tid="16:00-17:00"),
        step("utan_tid", dagar_före="3"),
        step("tidigt", dagar_före="3", tid="09:00"),
        step("först", "efter", dagar_före="10"),
    )
    found = deadlines(of, day("Thursday 2018-04-12"))
    assert [one.step.id for one in found] == ["först", "tidigt", "sent", "utan_tid", "justering"]


def test_one_step_is_found_by_its_id() -> None:
    of = schedule(step("först", "efter", dagar_före="10"), step("samverkan", dagar_före="1"), by_hand=BY_HAND)
    meeting = day("Thursday 2018-04-12")
    assert [deadline(of, meeting, one.step.id) for one in deadlines(of, meeting)] == list(deadlines(of, meeting))
    assert deadline(of, meeting, "finns_inte") is None


def test_the_ends_of_the_calendar_are_no_error() -> None:
    of = schedule(step("justering", "efter", dagar_efter="14"), step("tidigt", "före", dagar_före="14"))
    late = deadlines(of, dt.date.max)
    assert [found.date for found in late] == [day("Friday 9999-12-17"), dt.date.max]
    assert deadlines(of, dt.date.min)[0].date == dt.date.min


EXPLANATIONS = [
    (
        step("a", "efter", dagar_före="10"),
        {},
        "10 dagar före sammanträdet torsdag 12 april 2018 är måndag 2 april 2018. "
        "Den dagen är annandag påsk, därför gäller närmaste arbetsdag efter: tisdag 3 april 2018.",
    ),
    (
        step("a", "före", dagar_före="10"),
        {},
        "10 dagar före sammanträdet torsdag 12 april 2018 är måndag 2 april 2018. "
        "Den dagen är annandag påsk, därför gäller närmaste arbetsdag före: torsdag 29 mars 2018.",
    ),
    (
        step("a", "behåll", dagar_före="10"),
        {},
        "10 dagar före sammanträdet torsdag 12 april 2018 är måndag 2 april 2018. "
        "Den dagen är annandag påsk, men steget behåller sin dag.",
    ),
    (
        step("samverkan", "behåll", dagar_före="1"),
        BY_HAND,
        "1 dag före sammanträdet torsdag 12 april 2018 är onsdag 11 april 2018. "
        "Ordningen sätter i stället måndag 9 april 2018. Skäl: Lokalen är upptagen.",
    ),
    (
        step("samverkan", "behåll", dagar_före="5"),
        BY_HAND,
        "5 dagar före sammanträdet torsdag 12 april 2018 är lördag 7 april 2018. "
        "Ordningen sätter i stället måndag 9 april 2018. Skäl: Lokalen är upptagen.",
    ),
    (
        step("justering", "efter", dagar_efter="14"),
        {},
        "14 dagar efter sammanträdet torsdag 12 april 2018 är torsdag 26 april 2018.",
    ),
    (step("a", "före", dagar_före="0"), {}, "Samma dag som sammanträdet, torsdag 12 april 2018."),
]


@pytest.mark.parametrize(("of_step", "by_hand", "told"), EXPLANATIONS)
def test_the_explanation_says_how_the_date_was_counted(
    of_step: dict[str, str], by_hand: dict[str, dict[str, dict[str, str]]], told: str
) -> None:
    (found,) = deadlines(schedule(of_step, by_hand=by_hand), day("Thursday 2018-04-12"))
    assert explanation(found) == told


@given(
    st.dates(dt.date(2000, 1, 1), dt.date(2100, 12, 31)),
    st.integers(-60, 60),
    st.sampled_from(WhenHoliday),
)
def test_a_step_falls_on_the_nearest_day_that_is_not_free(meeting: dt.date, offset: int, way: WhenHoliday) -> None:
    """Held against the holidays as the laws name them, reckoned without the program's own calendar."""
    direction = "dagar_före" if offset < 0 else "dagar_efter"
    found = by_rule(Step.model_validate(step("steget", way.value, **{direction: str(abs(offset))})), meeting)
    expected = nominal = meeting + ONE_DAY * offset
    while way is not WhenHoliday.KEEP and is_free(expected):
        expected += ONE_DAY if way is WhenHoliday.AFTER else -ONE_DAY
    assert (found.nominal, found.date) == (nominal, expected)
    assert (found.reason is None, found.holiday is None) == (expected == nominal, not is_free(expected))
