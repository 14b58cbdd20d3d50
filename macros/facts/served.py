"""Who served at a board's meetings and when, as approved minutes tell it: what fees ("arvoden") are paid by."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from macros.facts.minutes import Minuted
from macros.facts.people import Presence
from macros.facts.sittings import Sitting
from macros.record.attendance import Attendant, ServingSubstitute


@dataclass(frozen=True)
class Served:
    """A person's row of the attendance on a day that the meeting sat.

    `came` and `went` are the meeting's own hours where nothing else is said of the person, None where they are not known;
    what is told by paragraphs stands in `row`.
    """

    minuted: Minuted
    row: Attendant
    presence: Presence
    date: dt.date
    came: dt.time | None
    went: dt.time | None

    @property
    def is_chair(self) -> bool:
        """Whether the person led the meeting."""
        return self.row.name == self.minuted.header.attendance.chair

    @property
    def replaces(self) -> str | None:
        """Whom a serving substitute served for."""
        return self.row.replaces if isinstance(self.row, ServingSubstitute) else None


def served(minuted: Minuted) -> Iterator[Served]:
    """Everybody who was there, day by day, in the order of the minutes; nothing of minutes that are not wholly approved.

    Source: KL 5:65-69.
    """
    attendance = minuted.header.attendance
    groups = (
        (Presence.MEMBER, attendance.members),
        (Presence.SERVING_SUBSTITUTE, attendance.serving),
        (Presence.SUBSTITUTE, attendance.substitutes),
    )
    for day in minuted.sittings.days if minuted.is_whole else ():
        for presence, rows in groups:
            yield from (_on(day, minuted, row, presence) for row in rows if row.date in (None, day.date))


def _on(day: Sitting, minuted: Minuted, row: Attendant, presence: Presence) -> Served:
    hours = day.hours if day.told else None
    came = row.arrived_at or (hours.start if hours and row.arrived is None and row.paragraphs is None else None)
    went = row.left_at or (hours.end if hours and row.left is None and row.paragraphs is None else None)
    return Served(minuted, row, presence, day.date, came, went)
