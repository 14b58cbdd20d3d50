"""Assignments ("uppdrag") of the decisions: which are open, which are late, and where they were reported."""

from __future__ import annotations

import datetime as dt
import enum
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from macros.facts.minutes import AllMinutes
from macros.facts.paragraphs import Decided
from macros.record.archive import Body
from macros.record.minutes import Assignment


class AssignmentState(enum.Enum):
    """How far an assignment has come.

    LATE when its day has passed and no paragraph is said to report it, never for a body that is no longer followed
    ("historiskt"). REPORTED when a paragraph is said to, DONE when that paragraph is approved.
    """

    OPEN = enum.auto()
    LATE = enum.auto()
    REPORTED = enum.auto()
    DONE = enum.auto()


@dataclass(frozen=True)
class Assigned:
    """An assignment with the paragraph that gave it, its number there, and the paragraph that is said to report it."""

    decided: Decided
    number: int
    assignment: Assignment
    reported: Decided | None
    state: AssignmentState

    @property
    def is_waiting(self) -> bool:
        """Whether somebody still has to report it."""
        return self.state in (AssignmentState.OPEN, AssignmentState.LATE)

    @property
    def is_done(self) -> bool:
        """Whether it is reported in an approved paragraph."""
        return self.state is AssignmentState.DONE


class AllAssignments:
    """All assignments of an archive's minutes on a day, in their order."""

    def __init__(self, minutes: AllMinutes, today: dt.date) -> None:
        self._by_body: dict[str, list[Assigned]] = defaultdict(list)
        self._by_place: dict[str, list[Assigned]] = defaultdict(list)
        for minuted in minutes:
            for decided in minuted.decided:
                for n, assignment in enumerate(decided.paragraph.assignments):
                    one = _assigned(minutes, decided, n, assignment, today)
                    self._by_body[decided.body.id].append(one)
                    self._by_place[decided.place].append(one)

    def of_body(self, body: Body) -> Sequence[Assigned]:
        """Every assignment of the body's minutes, whether it may be told of or not."""
        return self._by_body.get(body.id, ())

    def of_paragraph(self, decided: Decided) -> Sequence[Assigned]:
        """The assignments that the paragraph gives, if it may be told of."""
        return self._by_place.get(decided.place, ()) if decided.is_shown else ()

    def open_in(self, body: Body) -> list[Assigned]:
        """The body's assignments that are told and not done: by day, those without one last. None for one no longer followed."""
        if body.header.historical:
            return []
        waiting = [one for one in self.of_body(body) if one.decided.is_shown and not one.is_done]
        return sorted(
            waiting, key=lambda one: (one.assignment.due is None, one.assignment.due or one.decided.meeting.date)
        )


def _assigned(minutes: AllMinutes, decided: Decided, number: int, given: Assignment, today: dt.date) -> Assigned:
    reported = minutes.named(decided.body.id, given.reported_in) if given.reported_in else None
    if reported is not None and reported.is_approved:
        state = AssignmentState.DONE
    elif given.reported_in is not None:
        state = AssignmentState.REPORTED
    elif given.due is not None and given.due < today and not decided.body.header.historical:
        state = AssignmentState.LATE
    else:
        state = AssignmentState.OPEN
    return Assigned(decided, number, given, reported, state)
