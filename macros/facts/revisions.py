"""How often, and when last, what is told of a meeting was changed, as far as the record says: for calendars, which compare."""

from __future__ import annotations

import datetime as dt

from macros.facts.meetings import MeetingDay, first_day
from macros.record.summons import MeetingState

_CHANGES = {MeetingState.PLANNED: 0, MeetingState.CALLED: 1, MeetingState.HELD: 1, MeetingState.CANCELLED: 2}
"""How often a meeting's state has changed what a reader is told, besides its moves; that it was held changes nothing."""


def sequence(found: MeetingDay) -> int:
    """How many times the meeting was changed: called, moved, cancelled. Only grows while the record goes on."""
    if found.meeting is None:
        return 0
    return len(found.meeting.header.moves) + _CHANGES[found.meeting.header.state]


def revised(found: MeetingDay) -> dt.date:
    """The latest day on which the meeting is known to have been changed: called, or a move decided.

    Where no day is known, the first of the year before it was first to be held: before that no schedule has it.
    """
    meeting = found.meeting
    if meeting is None:
        return dt.date(found.date.year - 1, 1, 1)
    known = (meeting.header.called, *(move.decided for move in meeting.header.moves))
    return max((day for day in known if day), default=dt.date(first_day(meeting).year - 1, 1, 1))
