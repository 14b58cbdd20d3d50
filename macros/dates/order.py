"""The order of a meeting's steps: a moved step may neither pass another step nor the meeting itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from macros.dates.deadlines import Deadline


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
    passed = [_passed(earlier, later) for earlier, later in pairs if _swapped(earlier, later)]
    return (*at_meeting, *passed)


def _passes_meeting(step: Deadline) -> bool:
    if not step.moved:
        return False
    return step.date <= step.meeting if step.nominal > step.meeting else step.date >= step.meeting


def _swapped(earlier: Deadline, later: Deadline) -> bool:
    return earlier.nominal < later.nominal and earlier.date > later.date


def _passed(earlier: Deadline, later: Deadline) -> OutOfOrder:
    blamed, other = sorted(
        (earlier, later), key=lambda step: (step.deviates, abs(step.date - step.nominal)), reverse=True
    )
    return OutOfOrder(blamed, other)
