"""Every task by its word in addresses, and which of them a meeting offers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from build_scripts.editor.tasks.attachments import ATTACHMENT_TASKS
from build_scripts.editor.tasks.bodies import BODY_TASKS
from build_scripts.editor.tasks.items import ITEM_TASKS
from build_scripts.editor.tasks.meetings import MEETING_TASKS
from build_scripts.editor.tasks.minutes import MINUTES_TASKS
from build_scripts.editor.tasks.removing import REMOVING_TASKS
from build_scripts.editor.tasks.site import SITE_TASKS
from build_scripts.editor.tasks.term import TERM_TASKS
from macros.record.archive import AgendaItem, Archive, Body, Meeting
from macros.record.summons import MeetingState

TASKS = (
    MEETING_TASKS
    | ITEM_TASKS
    | ATTACHMENT_TASKS
    | MINUTES_TASKS
    | BODY_TASKS
    | TERM_TASKS
    | REMOVING_TASKS
    | SITE_TASKS
)


_OF_MEETING = {
    MeetingState.PLANNED: ("kallad", "flytta", "stall-in", "ta-bort-sammantrade"),
    MeetingState.CALLED: ("genomfort", "flytta", "stall-in"),
    MeetingState.HELD: (),
    MeetingState.CANCELLED: (),
}
"""What is done with a meeting, by how far it has come."""

_OF_ITEM = {
    MeetingState.PLANNED: ("bilaga", "numrera", "last", "ta-upp", "ta-bort"),
    MeetingState.CALLED: ("bilaga", "utgar", "ta-upp", "last", "numrera", "dra-tillbaka", "ta-bort"),
    MeetingState.HELD: ("ta-upp", "dra-tillbaka"),
    MeetingState.CANCELLED: ("ta-upp", "dra-tillbaka"),
}
"""What is done with an item, by how far its meeting has come."""


def meeting_tasks(meeting: Meeting) -> Mapping[str, str]:
    """What can be done with a meeting: the task's word in addresses, and its heading."""
    return _named(_OF_MEETING[meeting.header.state])


def item_tasks(archive: Archive, meeting: Meeting) -> Mapping[str, Mapping[str, str]]:
    """What can be done with each item of a meeting, by its address: nothing that would only be refused."""
    offered, seen = _OF_ITEM[meeting.header.state], archive.released.addresses.latest
    return {
        item.address: _named(what for what in offered if _FITS.get(what, _always)(item, item.address in seen))
        for item in meeting.items
    }


def _always(item: AgendaItem, was_seen: bool) -> bool:
    return True


_FITS: Mapping[str, Callable[[AgendaItem, bool], bool]] = {
    "last": lambda item, was_seen: item.is_draft,
    "utgar": lambda item, was_seen: item.header.struck is None,
    "ta-upp": lambda item, was_seen: item.is_public,
    "dra-tillbaka": lambda item, was_seen: was_seen and item.header.withdrawn is None,
    "ta-bort": lambda item, was_seen: not was_seen,
}
"""Which items a task is for, where it is not for all; the second is whether the item has been released."""


def minutes_tasks() -> Mapping[str, str]:
    """What can be done with minutes that are approved."""
    return _named(MINUTES_TASKS)


def body_tasks(body: Body) -> Mapping[str, str]:
    """What can be done with a body and, where it has a file of them, its members."""
    return _named((*(("tilltrader", "avgar", "ny-period") if body.members else ()), "byter-namn"))


def attachment_tasks() -> Mapping[str, str]:
    """What can be done with an attachment that is there."""
    return _named(("ersatt-bilaga", "dra-tillbaka-bilaga", "ta-bort-bilaga"))


def _named(tasks: Iterable[str]) -> dict[str, str]:
    return {what: TASKS[what].heading for what in tasks}
