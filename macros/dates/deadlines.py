"""Deadlines: the date of every step of a meeting, by the schedule's rule or set by hand in it, and the order that they keep."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from macros.dates.working_days import move, shift, why_not_working
from macros.dates.written import days, weekday_date
from macros.record.schedule import Deviation, PlannedMeeting, ScheduleHeader, Step
from macros.record.values import WhenHoliday


@dataclass(frozen=True)
class Deadline:
    """A step's date ("tidsfrist") for one meeting: nominal as counted, actual as it applies, why they differ.

    `reason` is a piece of a sentence: the day that moved the step ("annandag påsk", "lördag") or, when it
    `deviates`, the schedule's own words for another date. None where the step stays on its nominal date by the rule.
    """

    step: Step
    meeting: dt.date
    nominal: dt.date
    date: dt.date
    reason: str | None
    deviates: bool

    @property
    def by_rule(self) -> dt.date:
        """The date that the step's rule gives, whatever the schedule sets by hand."""
        return move(self.nominal, self.step.when_holiday)

    @property
    def moved(self) -> bool:
        """Whether the date is another than the nominal one."""
        return self.date != self.nominal

    @property
    def holiday(self) -> str | None:
        """Why the actual date is no working day, for a step that stays ("behåll") or is set by hand; else None."""
        return why_not_working(self.date)


def deadlines(schedule: ScheduleHeader, planned: PlannedMeeting | dt.date) -> tuple[Deadline, ...]:
    """Every step of a meeting in time order: counted in calendar days, moved off what is no working day.

    Takes a planned meeting or any date; a date that the schedule plans keeps what is set by hand for it
    ("avvikelser"). Steps of one day stand in order of their hour, then as the schedule lists them.
    No statute sets preparation dates. Source: the body's schedule.
    """
    meeting, by_hand = _planned(schedule, planned)
    return tuple(sorted((_deadline(step, meeting, by_hand.get(step.id)) for step in schedule.steps), key=_when))


def deadline(schedule: ScheduleHeader, planned: PlannedMeeting | dt.date, step_id: str) -> Deadline | None:
    """One step of a meeting; None where the schedule has no step of that id.

    Source: the body's schedule.
    """
    step = schedule.step(step_id)
    meeting, by_hand = _planned(schedule, planned)
    return _deadline(step, meeting, by_hand.get(step_id)) if step else None


def _when(deadline: Deadline) -> tuple[dt.date, dt.time]:
    hours = deadline.step.hours
    return deadline.date, hours.start if hours else dt.time.max


def _planned(schedule: ScheduleHeader, planned: PlannedMeeting | dt.date) -> tuple[dt.date, Mapping[str, Deviation]]:
    if isinstance(planned, dt.date):
        known = schedule.planned(planned)
        return planned, known.deviations if known else {}
    return planned.date, planned.deviations


def _deadline(step: Step, meeting: dt.date, by_hand: Deviation | None) -> Deadline:
    if by_hand is not None:
        nominal = shift(meeting, step.offset)
        return Deadline(step, meeting, nominal, by_hand.date, by_hand.reason, deviates=True)
    return by_rule(step, meeting)


def by_rule(step: Step, meeting: dt.date) -> Deadline:
    """One step of a meeting as the rule alone gives it, whatever the schedule sets by hand.

    Source: the body's schedule.
    """
    nominal = shift(meeting, step.offset)
    date = move(nominal, step.when_holiday)
    reason = why_not_working(nominal) if date != nominal else None
    return Deadline(step, meeting, nominal, date, reason, deviates=False)


_WAY = {WhenHoliday.BEFORE: "närmaste arbetsdag före", WhenHoliday.AFTER: "närmaste arbetsdag efter"}


def _offset(step: Step) -> str:
    if not step.offset:
        return "Samma dag som sammanträdet"
    return f"{days(abs(step.offset))} {'före' if step.offset < 0 else 'efter'} sammanträdet"


def rule(step: Step) -> str:
    """The step's rule, in whole Swedish sentences: what is counted, and what applies where that is no working day."""
    way = _WAY.get(step.when_holiday)
    return f"{_offset(step)}. " + (f"Är dagen ingen arbetsdag gäller {way}." if way else "Dagen flyttas inte.")


def explanation(deadline: Deadline) -> str:
    """How the date came about, in whole Swedish sentences: what was counted, what moved it, what is set by hand."""
    sentences = [_counted(deadline)]
    cause = why_not_working(deadline.nominal)
    if deadline.by_rule != deadline.nominal:
        way = _WAY[deadline.step.when_holiday]
        sentences.append(f"Den dagen är {cause}, därför gäller {way}: {weekday_date(deadline.by_rule)}.")
    elif cause and not deadline.deviates:
        sentences.append(f"Den dagen är {cause}, men steget behåller sin dag.")
    if deadline.deviates:
        reason = (deadline.reason or "").rstrip(".")
        sentences.append(f"Ordningen sätter i stället {weekday_date(deadline.date)}. Skäl: {reason}.")
    return " ".join(sentences)


def _counted(deadline: Deadline) -> str:
    nominal = weekday_date(deadline.nominal)
    if not deadline.step.offset:
        return f"{_offset(deadline.step)}, {nominal}."
    return f"{_offset(deadline.step)} {weekday_date(deadline.meeting)} är {nominal}."


@dataclass(frozen=True)
class OutOfOrder:
    """A moved step that is out of order: it passes the step `other`, or the meeting when `other` is None.

    `deadline` is the step that moved; where both did, the one set by hand, else the one further from its nominal date.
    """

    deadline: Deadline
    other: Deadline | None


def out_of_order(steps: Sequence[Deadline]) -> tuple[OutOfOrder, ...]:
    """The steps of one meeting that left their order: each pair once, equal dates allowed.

    A step before the meeting that moved onto the meeting's day or later passes the meeting; so does a step after
    it that moved onto its day or earlier.
    The steps build on each other. Source: the body's schedule.
    """
    at_meeting = [OutOfOrder(step, None) for step in steps if _passes_meeting(step)]
    pairs = combinations(sorted(steps, key=lambda step: step.nominal), 2)
    passed = [_passed(one, two) for one, two in pairs if one.nominal < two.nominal and one.date > two.date]
    return (*at_meeting, *passed)


def _passes_meeting(step: Deadline) -> bool:
    if not step.moved:
        return False
    return step.date <= step.meeting if step.nominal > step.meeting else step.date >= step.meeting


def _passed(earlier: Deadline, later: Deadline) -> OutOfOrder:
    blamed, other = sorted(
        (earlier, later), key=lambda step: (step.deviates, abs(step.date - step.nominal)), reverse=True
    )
    return OutOfOrder(blamed, other)
