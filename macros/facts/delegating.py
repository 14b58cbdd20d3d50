"""Delegated decisions counted by point, unit and month, with how long it took until the body was told of them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median
from typing import Any

from macros.facts.meetings import was_held
from macros.record.archive import Body, DelegationList, Meeting
from macros.record.delegation import ListedDecision
from macros.record.values import Month
from macros.texts.alphabet import alphabetical


@dataclass(frozen=True)
class Delegated:
    """A unit's decisions under a point in a month's list; `days` from each decision to the meeting that it was reported to.

    What is to be reported to a meeting that has not been yet has no days. Source: KL 6:40, 7:8.
    """

    month: Month
    unit: str
    point: str | None
    count: int
    days: tuple[int, ...]

    @property
    def median(self) -> float | None:
        """The middle of the days."""
        return median(self.days) if self.days else None

    @property
    def longest(self) -> int | None:
        """The most days."""
        return max(self.days, default=None)


def delegated(body: Body, today: dt.date) -> list[Delegated]:
    """By month, unit and point; a decision without a point comes last of its unit's. What was withdrawn is not counted."""
    found: dict[tuple[Month, str, str | None], list[int | None]] = defaultdict(list)
    for meeting, given, row in _rows(body):
        days = (meeting.date - row.date.date).days if was_held(meeting, today) else None
        found[given.header.month, given.header.unit, row.point].append(days)
    return [
        Delegated(month, unit, point, len(rows), tuple(days for days in rows if days is not None))
        for (month, unit, point), rows in sorted(found.items(), key=lambda one: _order(*one[0]))
    ]


def _rows(body: Body) -> Iterator[tuple[Meeting, DelegationList, ListedDecision]]:
    for meeting in body.meetings:
        for given in meeting.lists:
            if given.header.withdrawn is None:
                yield from ((meeting, given, row) for row in given.header.decisions if row.withdrawn is None)


def _order(month: Month, unit: str, point: str | None) -> tuple[Any, ...]:
    return (month.year, month.month, alphabetical(unit), point is None, alphabetical(point or ""))
