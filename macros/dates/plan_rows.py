"""The year's plan as rows: every step of every meeting and every day of the standing meetings."""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass

from macros.dates.deadlines import Deadline, deadlines
from macros.dates.standing import standing_days
from macros.record.schedule import ScheduleHeader


class Judgement(enum.StrEnum):
    """How a printed date stands to the rule ("bedömning")."""

    AGREES = "stämmer"
    RIGHTLY_MOVED = "rätt flyttad"
    ON_HOLIDAY = "på helgdag"
    DEVIATES = "avviker från regeln"
    STAR_WITHOUT_GROUND = "stjärna utan grund"
    STAR_MISSING = "stjärna saknas"
    WRONG_WEEKDAY = "fel veckodag"
    MISSING = "saknas i planen"
    NOT_IN_SCHEDULE = "finns inte i ordningen"

    @property
    def agrees(self) -> bool:
        """Whether the printed date is the one that the rule gives."""
        return self in (Judgement.AGREES, Judgement.RIGHTLY_MOVED)


def _iso(date: dt.date | None) -> str | None:
    return date.isoformat() if date else None


@dataclass(frozen=True)
class PlanRow:
    """One date of the plan: whose it is, nominal and actual date, why they differ, and the printed date judged.

    `meeting` is None for a standing meeting, whose id stands in `step`. `reason` is a piece of a Swedish sentence.
    """

    meeting: dt.date | None
    step: str
    nominal: dt.date | None
    date: dt.date | None
    reason: str | None
    printed: dt.date | None = None
    judgement: Judgement | None = None

    @property
    def differs(self) -> bool:
        """Whether this is a difference between the printed plan and the rule; a day nobody printed is none."""
        if self.judgement is None or self.judgement.agrees:
            return False
        return self.printed is not None or self.judgement is Judgement.MISSING

    def record(self) -> dict[str, str | None]:
        """The row with its Swedish keys and ISO dates, as JSON, CSV and Markdown show it."""
        return {
            "sammanträde": _iso(self.meeting),
            "steg": self.step,
            "nominellt": _iso(self.nominal),
            "datum": _iso(self.date),
            "orsak": self.reason,
            "tryckt": _iso(self.printed),
            "bedömning": self.judgement,
        }


KEYS = tuple(PlanRow(None, "", None, None, None).record())


def plan_rows(schedule: ScheduleHeader) -> tuple[PlanRow, ...]:
    """The whole year: each meeting's steps in time order, then each standing meeting's days.

    `reason` also names the holiday that a date stays on ("behåll", standing meetings).
    Source: the body's schedule.
    """
    steps = [_row(found) for planned in schedule.meetings for found in deadlines(schedule, planned)]
    standing = [
        PlanRow(None, standing.id, day.date, day.date, day.holiday)
        for standing in schedule.standing
        for day in standing_days(standing, schedule.year)
    ]
    return (*steps, *standing)


def _row(found: Deadline) -> PlanRow:
    return PlanRow(found.meeting, found.step.id, found.nominal, found.date, found.reason or found.holiday)
