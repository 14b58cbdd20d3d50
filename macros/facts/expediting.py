"""Sending decisions to those who are to have them ("expediering"): to whom, when it was done, and what is left to send."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from macros.facts.day import Day
from macros.facts.minutes import Minuted
from macros.facts.paragraphs import Decided
from macros.record.archive import Body
from macros.record.minutes import Outcome

PRIVATE = "enskild"
"""What stands for a private person among the receivers, who is never named."""


@dataclass(frozen=True)
class Sending:
    """A decision and one who is to have it, as `written` in the record; `sent` is the first day that it was sent there."""

    decided: Decided
    written: str
    to: Body | str
    sent: dt.date | None

    @property
    def name(self) -> str:
        """Who it is: a body of the archive by its name, else the words as written."""
        return self.to if isinstance(self.to, str) else self.to.name

    @property
    def name_then(self) -> str:
        """The same as the minutes say it: a body by its name on the day of the meeting."""
        return self.to if isinstance(self.to, str) else self.to.name_on(self.decided.meeting.date)

    @property
    def receiver(self) -> str:
        """The same for all that one receiver gets: a body is one however it is written, and so are words in other case."""
        return self.name.casefold()


def receivers(decided: Decided) -> tuple[str, ...]:
    """Who are to have the decision, as written: those of its items, then its own; none of what was taken off the agenda."""
    if decided.paragraph.outcome is Outcome.WITHDRAWN:
        return ()
    of_items = (to for item in decided.items for to in item.header.sent_to)
    return tuple(dict.fromkeys((*of_items, *decided.paragraph.sent_to)))


def sendings(facts: Day, decided: Decided) -> tuple[Sending, ...]:
    """Each who is to have or has been sent the decision, once; none of one that may not be told.

    A day to come is no day yet.
    """
    if not decided.is_shown:
        return ()
    days: list[tuple[str, dt.date | None]] = [(written, None) for written in receivers(decided)]
    days += [(one.to, one.date) for one in decided.paragraph.expedited if one.date <= facts.today]
    found: dict[str, Sending] = {}
    for written, day in days:
        one = Sending(decided, written, facts.items.receiver(written), day)
        known = found.setdefault(one.receiver, one)
        if day and (known.sent is None or day < known.sent):
            found[one.receiver] = replace(known, sent=day)
    return tuple(found.values())


def of_minutes(facts: Day, minuted: Minuted) -> tuple[Sending, ...]:
    """Every sending of the minutes' paragraphs, in their order."""
    return tuple(one for decided in minuted.decided for one in sendings(facts, decided))


def waiting(facts: Day, body: Body) -> Iterator[Sending]:
    """What the body has left to send of minutes from the first on that it has noted any of ("expedierat").

    Of a body that has noted none yet, of its latest approved minutes alone: what was sent before it began to note so is not asked
    for.
    """
    public = [
        minuted for meeting in body.meetings if (minuted := facts.minutes.of_meeting(meeting)) and minuted.is_public
    ]
    noted = (n for n, minuted in enumerate(public) if any(one.paragraph.expedited for one in minuted.decided))
    for minuted in public[next(noted, -1) :]:
        yield from (one for one in of_minutes(facts, minuted) if one.sent is None)
