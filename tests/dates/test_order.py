import pytest

from macros.dates.deadlines import deadlines, out_of_order
from tests.dates.examples import day, schedule, step


def by_hand(id: str, date: str) -> dict[str, dict[str, str]]:
    return {id: {"datum": date, "skäl": "Bestämt så."}}


STEPS = (
    step("beredning", "efter", dagar_före="10"),  # Monday 2018-04-02, so Tuesday 2018-04-03
    step("samråd", dagar_före="9"),  # Tuesday 2018-04-03
    step("handlingar", dagar_före="8"),  # Wednesday 2018-04-04
    step("justering", dagar_efter="4"),  # Monday 2018-04-16
)


@pytest.mark.parametrize(
    ("set_by_hand", "found"),
    [
        ({}, []),
        (by_hand("handlingar", "2018-04-03"), []),  # equal dates of two steps are allowed
        (by_hand("handlingar", "2018-04-02"), [("handlingar", "beredning"), ("handlingar", "samråd")]),
        (by_hand("beredning", "2018-04-05"), [("beredning", "samråd"), ("beredning", "handlingar")]),
        (by_hand("handlingar", "2018-04-11"), []),
        (by_hand("handlingar", "2018-04-12"), [("handlingar", None)]),
        (by_hand("handlingar", "2018-04-17"), [("handlingar", None), ("handlingar", "justering")]),
        (by_hand("justering", "2018-04-13"), []),
        (by_hand("justering", "2018-04-12"), [("justering", None)]),
    ],
    ids=str,
)
def test_a_moved_step_may_pass_neither_a_step_nor_the_meeting(
    set_by_hand: dict[str, dict[str, str]], found: list[tuple[str, str | None]]
) -> None:
    of = schedule(*STEPS, by_hand={"2018-04-12": set_by_hand})
    violations = out_of_order(deadlines(of, day("Thursday 2018-04-12")))
    assert [(one.deadline.step.id, one.other.step.id if one.other else None) for one in violations] == found


@pytest.mark.parametrize(("date", "passes"), [("2018-04-11", False), ("2018-04-13", True)], ids=["före", "efter"])
def test_a_step_of_the_meetings_own_day_passes_it_only_onto_a_later_day(date: str, passes: bool) -> None:
    of = schedule(step("gruppmöte", dagar_före="0"), by_hand={"2018-04-12": by_hand("gruppmöte", date)})
    assert bool(out_of_order(deadlines(of, day("Thursday 2018-04-12")))) is passes


def test_two_steps_of_one_day_have_no_order_between_them() -> None:
    steps = (step("handlingar", dagar_före="8"), step("samråd", dagar_före="8"))
    of = schedule(*steps, by_hand={"2018-04-12": by_hand("handlingar", "2018-04-06")})
    assert out_of_order(deadlines(of, day("Thursday 2018-04-12"))) == ()


def test_easter_alone_can_swap_two_steps() -> None:
    of = schedule(
        step("beredning", "efter", dagar_före="10"),  # Saturday 2018-03-31, so Tuesday 2018-04-03
        step("handlingar", "före", dagar_före="9"),  # Sunday 2018-04-01, so Thursday 2018-03-29
        meetings=("2018-04-10",),
    )
    (found,) = out_of_order(deadlines(of, day("Tuesday 2018-04-10")))
    assert (found.deadline.step.id, found.other and found.other.step.id) == ("beredning", "handlingar")


def test_a_holiday_alone_can_push_a_step_onto_the_meeting() -> None:
    of = schedule(step("förmöte", "efter", dagar_före="1"), meetings=("2018-04-03",))
    (found,) = out_of_order(deadlines(of, day("Tuesday 2018-04-03")))
    assert (found.deadline.step.id, found.deadline.date, found.other) == ("förmöte", day("Tuesday 2018-04-03"), None)


def test_a_step_on_the_day_of_the_meeting_by_rule_is_in_order() -> None:
    of = schedule(step("gruppmöte", dagar_före="0"), step("facklig", dagar_före="0"))
    assert out_of_order(deadlines(of, day("Thursday 2018-04-12"))) == ()
