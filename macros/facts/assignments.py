"""Assignments ("uppdrag") of the decisions: which are open, which are late, and where they were reported."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from macros.facts.decided import Decided
from macros.facts.minutes import Aftermath
from macros.record.archive import Body
from macros.record.minutes import Assignment


@dataclass(frozen=True)
class Assigned:
    """An assignment with the paragraph that gave it and the one in which it was reported.

    `done` whether it is reported; `late` whether its day has passed without that, never for a body that is no longer
    followed ("historiskt").
    """

    decided: Decided
    assignment: Assignment
    reported: Decided | None
    done: bool
    late: bool


class Assignments:
    """All assignments of approved paragraphs that may be told of."""

    def __init__(self, aftermath: Aftermath) -> None:
        self._by_body: dict[str, list[Assigned]] = defaultdict(list)
        self._by_place: dict[str, list[Assigned]] = defaultdict(list)
        for minuted in aftermath.minutes:
            for decided in minuted.decided:
                if decided.is_shown:
                    for assignment in decided.paragraph.assignments:
                        one = _assigned(aftermath, decided, assignment)
                        self._by_body[decided.body.id].append(one)
                        self._by_place[decided.place].append(one)

    def of_paragraph(self, decided: Decided) -> Sequence[Assigned]:
        """The assignments that the paragraph gives."""
        return self._by_place.get(decided.place, ())

    def open_in(self, body: Body) -> list[Assigned]:
        """The body's assignments that are not reported: by day, those without a day last. None for one no longer followed."""
        if body.header.historical:
            return []
        waiting = [one for one in self._by_body.get(body.id, ()) if not one.done]
        return sorted(
            waiting, key=lambda one: (one.assignment.due is None, one.assignment.due or one.decided.meeting.date)
        )


def _assigned(aftermath: Aftermath, decided: Decided, assignment: Assignment) -> Assigned:
    found = aftermath.paragraph(decided.body.id, assignment.reported_in) if assignment.reported_in else None
    done = found is not None and found.is_approved
    passed = assignment.due is not None and assignment.due < aftermath.today
    late = passed and not done and not decided.body.header.historical
    return Assigned(decided, assignment, found if done else None, done, late)
