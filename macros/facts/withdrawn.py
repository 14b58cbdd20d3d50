"""Everything that was withdrawn ("tillbakadragen"): in which file, what of it, on which day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.facts.documents import attached
from macros.record.archive import AgendaItem, Archive, DelegationList, Meeting
from macros.record.corrections import ChangeKind
from macros.record.paper import Paper


@dataclass(frozen=True)
class Withdrawal:
    """One thing: `what` tells it apart from others of its file and says nothing of what it was."""

    path: str
    what: str
    day: dt.date

    def __str__(self) -> str:
        return f"{self.path} {self.what} {self.day}"


def withdrawn(archive: Archive) -> Iterator[Withdrawal]:
    """Items, their texts and attachments, delegation lists and their rows, paragraphs of minutes."""
    for item in archive.items:
        yield from _whole((item, *item.papers))
    for found in attached(archive):
        if found.attachment.withdrawn is not None:
            yield Withdrawal(found.document.path, "/".join(map(str, found.keys)), found.attachment.withdrawn)
    for meeting in archive.meetings:
        yield from _whole(meeting.lists)
        for listed in meeting.lists:
            for n, row in enumerate(listed.header.decisions):
                if row.withdrawn is not None:
                    yield Withdrawal(listed.document.path, f"beslut/{n}", row.withdrawn)
        yield from _of_minutes(meeting)


def _whole(files: Iterable[AgendaItem | Paper | DelegationList]) -> Iterator[Withdrawal]:
    days = ((one.document.path, one.header.withdrawn) for one in files)
    return (Withdrawal(path, "", day) for path, day in days if day is not None)


def _of_minutes(meeting: Meeting) -> Iterator[Withdrawal]:
    if meeting.minutes is not None:
        for change in meeting.minutes.header.changes:
            if change.kind is ChangeKind.WITHDRAWN:
                yield Withdrawal(meeting.minutes.path, f"paragrafer/{change.paragraphs or ''}", change.date)
