"""Last days after a meeting: approval of the minutes, the notice, the appeal and what follows from them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from macros.dates.working_days import (
    DAYS_OF_WEEK,
    MONTHS_OF_YEAR,
    end_of_months,
    end_of_weeks,
    next_working_day,
    shift,
    why_not_working,
)
from macros.dates.written import days, ordinal, weekday_date, weeks
from macros.law import running

DAYS_TO_APPROVE = 14
"""Source: KL 5:69."""
DAYS_TO_POST = 2
"""Source: KL 8:12."""
WEEKS_TO_APPEAL = 3
"""Source: KL 13:5."""
WEEKS_TO_APPEAL_ADMINISTRATIVELY = 3
"""Source: FL 44 §."""

TIMES = {
    "justera": days(DAYS_TO_APPROVE),
    "anslå": f"{ordinal(DAYS_TO_POST)} dagen",
    "överklaga": weeks(WEEKS_TO_APPEAL),
    "förvaltningsbesvär": weeks(WEEKS_TO_APPEAL_ADMINISTRATIVELY),
}
"""The times that the law sets, in words: every text that names one takes it from here."""

_SUNDAY_RULE = running("lag (1930:173) 2 §")

_LONGEST_HOLIDAY = 7
"""Days in a row, at the most, that are no working days: no Christmas or Easter has more."""

LONGEST_TIME = dt.timedelta(days=DAYS_TO_APPROVE + DAYS_TO_POST + WEEKS_TO_APPEAL * DAYS_OF_WEEK + 3 * _LONGEST_HOLIDAY)
"""How long after a day at the most something follows from it by law: approval, notice and appeal, each put off by holidays."""

ADMINISTRATIVE_APPEAL = (
    f"Överklagandet ska ha kommit in inom {TIMES['förvaltningsbesvär']} från den dag då den som överklagar fick del av "
    f"beslutet, enligt {running('FL 44 §')}. Sista dagen beror på den dagen och kan därför inte räknas ut här."
)
"""Printed in place of a date: the day on which somebody received a decision is not in the record."""


@dataclass(frozen=True)
class LastDay:
    """A last day: strict as counted, and the date that is shown as the one that applies.

    `reason` says why the strict day is no working day. Where the law lets the next working day do (an appeal),
    `date` is that day. Where it is open whether it does (the municipality's own days), `date` is the strict one and
    `by_sunday_rule` the later day to show beside it.
    """

    start: dt.date
    strict: dt.date
    date: dt.date
    by_sunday_rule: dt.date | None
    reason: str | None
    explanation: str

    @property
    def latest(self) -> dt.date:
        """The day after which it is surely late."""
        return self.by_sunday_rule or self.date

    def has_passed(self, today: dt.date) -> bool:
        """Whether the day is over, also the later one that the Sunday rule may give."""
        return self.latest < today

    def by_sunday_rule_too(self, worded: Callable[[dt.date], str] = str) -> str:
        """What is said after the day where the Sunday rule may give another; empty elsewhere."""
        return f" (enligt söndagsregeln senast {worded(self.by_sunday_rule)})" if self.by_sunday_rule else ""


def latest_approval(meeting: dt.date) -> LastDay:
    """Minutes are approved ("justering") at the latest 14 days after the meeting.

    Whether the Sunday rule prolongs the time is open. Source: KL 5:69, 6:35; lag (1930:173) 2 §.
    """
    strict = shift(meeting, DAYS_TO_APPROVE)
    said = f"Protokollet ska justeras senast {TIMES['justera']} efter sammanträdet {weekday_date(meeting)}"
    return _own_time(meeting, strict, said, "KL 5:69, 6:35")


def latest_notice(approved: dt.date) -> LastDay:
    """The notice ("anslag") is posted at the latest the second day after the approval.

    Whether the Sunday rule prolongs the time is open. Source: KL 8:12; lag (1930:173) 2 §.
    """
    strict = shift(approved, DAYS_TO_POST)
    said = f"Justeringen ska anslås senast {TIMES['anslå']} efter justeringen {weekday_date(approved)}"
    return _own_time(approved, strict, said, "KL 8:12")


def _own_time(start: dt.date, strict: dt.date, said: str, source: str) -> LastDay:
    reason = why_not_working(strict)
    later = next_working_day(strict) if reason else None
    text = f"{said}, alltså {weekday_date(strict)} enligt {running(source)}."
    if later:
        text += f" Den dagen är {reason}; enligt söndagsregeln, {_SUNDAY_RULE}, senast {weekday_date(later)}."
    return LastDay(start, strict, strict, later, reason, text)


def last_day_of_appeal(posted: dt.date, *also_posted: dt.date) -> LastDay:
    """An appeal ("laglighetsprövning") must have come in within three weeks from the day of posting.

    A joint board's decision is posted in every member municipality: the time counts from the last of the days.
    Source: KL 9:32, 13:5; lag (1930:173) 1-2 §§.
    """
    start = max(posted, *also_posted) if also_posted else posted
    strict = end_of_weeks(start, WEEKS_TO_APPEAL)
    date, reason = next_working_day(strict), why_not_working(strict)
    where = "sist anslaget" if also_posted else "anslaget"
    text = (
        f"Beslutet blev {where} {weekday_date(start)}. Tiden för överklagande är {TIMES['överklaga']}, "
        f"alltså till och med {weekday_date(strict)} enligt {running('KL 13:5')}."
    )
    if reason:
        text += f" Den dagen är {reason}, därför är sista dagen {weekday_date(date)} enligt {_SUNDAY_RULE}."
    return LastDay(start, strict, date, None, reason, text)


def earliest_laga_kraft(posted: dt.date, *also_posted: dt.date) -> dt.date:
    """A decision nobody has appealed gains "laga kraft" at the earliest the day after the last day of appeal.

    Always shown with "tidigast"; a person confirms that no appeal came in.
    The law itself does not define laga kraft. Source: KL 13:5.
    """
    return shift(last_day_of_appeal(posted, *also_posted).date, 1)


def earliest_taken_down(posted: dt.date, *also_posted: dt.date) -> dt.date:
    """A notice stays up until the time for appeal has ended: it is taken down the day after at the earliest.

    Source: KL 8:12, 13:5.
    """
    return shift(last_day_of_appeal(posted, *also_posted).date, 1)


def decided_within_a_year(raised: dt.date) -> dt.date:
    """A motion or "medborgarförslag" is, if possible, decided within one year from the day it was raised.

    Source: KL 5:35, 6:34; lag (1930:173) 1 §.
    """
    return end_of_months(raised, MONTHS_OF_YEAR)
