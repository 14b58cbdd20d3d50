"""One thing that somebody has to do for a body, with its day."""

from __future__ import annotations

import datetime as dt
import enum
import re
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
class Making:
    """A file that is to be made: its kind as `klubbat ny` calls it, the meeting that it is for, and what is known, by option."""

    kind: str
    meeting: str
    known: tuple[tuple[str, str], ...] = ()

    def command(self, body: Body) -> str:
        """The command that makes it."""
        options = (f"--{name} {_quoted(value)}" for name, value in self.known)
        return " ".join(("klubbat ny", self.kind, body.id, self.meeting, *options))


def _quoted(value: str) -> str:
    return value if re.fullmatch(r"[\d-]+", value, re.ASCII) else f'"{value}"'


@dataclass(frozen=True)
class Due:
    """One thing that is due for a body on a day, with the hour if it has one.

    `what` says it in Swedish. `makes` is the file that is to be made and `advice` what else to do, where that is not plain;
    `key` is the header key that it is written under. `note` is the record's own explanation of why it waits. `path` is the
    file, or the folder that is to hold it, from the project's root. `audiences` are the roles that it waits for: the
    secretary, where the record names nobody else.
    """

    date: dt.date
    body: Body
    kind: DueKind
    what: str
    path: str
    time: dt.time | None = None
    advice: str = ""
    makes: Making | None = None
    key: str = ""
    note: str = ""
    audiences: frozenset[Audience] = frozenset((Audience.SECRETARY,))

    @property
    def remedy(self) -> str:
        """What to do at the terminal, where that is not plain from what is due."""
        return self.makes.command(self.body) if self.makes else self.advice

    def late(self, today: dt.date) -> bool:
        """Whether the day has passed."""
        return self.date < today

    def days_left(self, today: dt.date) -> int:
        """Calendar days from today; negative when the day has passed."""
        return (self.date - today).days


Source = Callable[[Day, Body], Iterator[Due]]
"""What is due of one family for one body on a day: a generator whose docstring says what it tells of."""
