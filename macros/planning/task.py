"""One thing that somebody has to do for a body, with its day."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from macros.facts.audiences import Audience
from macros.facts.day import Day
from macros.record.archive import Body


class DueKind(enum.StrEnum):
    """What kind of thing is due ("slag")."""

    STEP = "steg"
    MEETING = "sammanträde"
    DOCUMENT = "handling"
    DELEGATION_LIST = "delegationslista"
    MINUTES = "protokoll"
    NOTICE = "anslag"
    ASSIGNMENT = "uppdrag"
    EXPEDITING = "expediering"


@dataclass(frozen=True)
class Due:
    """One thing that is due for a body on a day, with the hour if it has one.

    `what` says it in Swedish, `remedy` what to do when that is not plain from it, `note` the record's own explanation
    of why it waits. `path` is the file, or the folder that is to hold it, from the project's root. `audiences` are the roles that
    it waits for: the secretary, where the record names nobody else.
    """

    date: dt.date
    body: Body
    kind: DueKind
    what: str
    path: str
    time: dt.time | None = None
    remedy: str = ""
    note: str = ""
    audiences: frozenset[Audience] = frozenset((Audience.SECRETARY,))

    def late(self, today: dt.date) -> bool:
        """Whether the day has passed."""
        return self.date < today

    def days_left(self, today: dt.date) -> int:
        """Calendar days from today; negative when the day has passed."""
        return (self.date - today).days


Source = Callable[[Day, Body], Iterator[Due]]
"""What is due of one family for one body on a day: a generator whose docstring says what it tells of."""
