"""Hours of the record: where they are, and the order of what is on a day."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

STOCKHOLM = ZoneInfo("Europe/Stockholm")
"""The zone of every hour."""

Moment = tuple[dt.date, dt.time]
"""Where something stands in time order."""


def moment(date: dt.date, time: dt.time | None) -> Moment:
    """The place in time order, by day and hour; what has no hour comes after what has one that day."""
    return date, dt.time.max if time is None else time
