"""An item that comes back ("fortsätter"): new on a later agenda, with what is said of the matter and not its papers."""

from __future__ import annotations

import datetime as dt

from build_scripts.new.item import new_item
from build_scripts.new.new_files import NewFiles
from build_scripts.new.writing import keys_of
from build_scripts.project import WrongUse
from macros.facts.items import name_of
from macros.record.archive import AgendaItem, Body, Meeting

KEPT = (
    "rubrik",
    "diarienummer",
    "andra_diarienummer",
    "slag",
    "förslag_till_beslut",
    "förslagsställare",
    "motionärer",
    "handläggare",
    "föredragande",
    "beslutsgång",
    "expedieras_till",
)
"""What is said of a matter at every meeting; its text and its documents lie where they were first shown."""


def continued_item(body: Body, meeting: Meeting, item: AgendaItem, today: dt.date) -> NewFiles:
    """The item on the later meeting's agenda; raises WrongUse where nothing of it may be told."""
    if not item.is_public:
        raise WrongUse("ärendet visas inte, och inget om det får stå i en ny fil: git är offentligt.")
    known = keys_of(item.header)
    keys = {key: known[key] for key in KEPT if key in known}
    return new_item(body, meeting, keys | {"fortsätter": str(name_of(item))}, today)
