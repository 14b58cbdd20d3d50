"""A new item ("ärende") on a meeting's agenda: the next number, and a file name made from the title."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from build_scripts.new.draft import NewFile, NewFiles, header_of
from build_scripts.new.writing import AT_END, Remarks, file_text
from build_scripts.project import WrongUse
from macros import addresses
from macros.dates.written import weekday_date
from macros.planning.numbering import next_item
from macros.record import layout
from macros.record.archive import Body, Meeting
from macros.record.item import Arrival, ItemHeader, ItemKind, WithheldReason
from macros.record.summons import MeetingState

LONGEST_SLUG = 60
"""Characters of a file name made from a title; it becomes an address that people read aloud."""


@dataclass(frozen=True)
class NewItem:
    """What the one who writes has said about the item; `masked` is the reason why nothing of it is shown."""

    title: str = ""
    case_number: str | None = None
    kind: ItemKind = ItemKind.DECISION
    proposals: Sequence[str] = ()
    officer: str | None = None
    masked: WithheldReason | None = None


def new_item(body: Body, meeting: Meeting, wanted: NewItem, today: dt.date) -> NewFiles:
    """The item's file, valid as it is, with remarks where to write on."""
    if meeting.is_cancelled:
        raise WrongUse(f"sammanträdet {weekday_date(meeting.date)} är inställt.")
    if meeting.minutes is not None:
        raise WrongUse(f"sammanträdet {meeting.id} har redan ett protokoll. Ett ärende till måste få en paragraf där.")
    number = next_item(meeting)
    slug = layout.MASKED if wanted.masked else short_slug(wanted.title) or f"arende-{number}"
    path = layout.ITEM.at(meeting.document.folder, layout.item_stem(number, _free(meeting, slug)))
    arrival = _arrival(meeting, today)
    header = header_of(ItemHeader, _masked(wanted) if wanted.masked else _keys(wanted) | arrival)
    told = []
    if arrival and not wanted.masked:
        told.append(f"Kallelsen har gått ut, så ärendet är märkt tillkom: {arrival['tillkom']}.")
    if wanted.case_number is None and not wanted.masked:
        told.append("Ärendet har inget diarienummer än. Skriv in det när det finns i diariet.")
    if wanted.masked:
        told.append("Filen säger bara att något är utelämnat. Skriv varken rubrik eller text i den: git är offentligt.")
    return NewFiles(
        files=(NewFile(path, file_text(header, "", {} if wanted.masked else _remarks(body, wanted))),),
        told=tuple(told),
        then=()
        if wanted.masked
        else (f"Skriv tjänsteskrivelsen i {path}, under raden med streck.", "Kontrollera med klubbat kontrollera."),
    )


def short_slug(title: str) -> str:
    """The title as a file name, cut between words."""
    whole = addresses.slug(title)
    if len(whole) <= LONGEST_SLUG:
        return whole
    return whole[: LONGEST_SLUG + 1].rpartition("-")[0] or whole[:LONGEST_SLUG]


def _free(meeting: Meeting, slug: str) -> str:
    """The name, with a number behind it where it is taken or is an address of the meeting's own."""
    taken = {item.slug for item in meeting.items} | addresses.RESERVED_ITEM_SLUGS
    names = (slug, *(f"{slug}-{n}" for n in range(2, len(taken) + 3)))
    return next(name for name in names if name not in taken)


def _keys(wanted: NewItem) -> dict[str, Any]:
    keys: dict[str, Any] = {"rubrik": wanted.title}
    if wanted.case_number is not None:
        keys["diarienummer"] = wanted.case_number
    keys["slag"] = wanted.kind.value
    if wanted.proposals:
        keys["förslag_till_beslut"] = list(wanted.proposals)
    if wanted.officer:
        keys["handläggare"] = wanted.officer
    return keys


def _masked(wanted: NewItem) -> dict[str, Any]:
    return {"slag": wanted.kind.value, "publiceras": "maskat", "skäl": str(wanted.masked)}


def _arrival(meeting: Meeting, today: dt.date) -> dict[str, Any]:
    """How an item came that was not in the call: late, or at the meeting."""
    if meeting.header.state is MeetingState.PLANNED:
        return {}
    if today >= meeting.date:
        return {"tillkom": Arrival.AT_MEETING.value, "tillkom_datum": meeting.date.isoformat()}
    return {"tillkom": Arrival.LATE_DISPATCH.value, "tillkom_datum": today.isoformat()}


def _remarks(body: Body, wanted: NewItem) -> Remarks:
    """What is not there yet, as lines that only need their mark taken away."""
    series = next(iter(body.header.diary_series), "numret ur diariet")
    rows = (
        (wanted.case_number is None, f"diarienummer: {series}"),
        (not wanted.proposals, "förslag_till_beslut:"),
        (not wanted.proposals, "  - Nämnden ..."),
        (wanted.officer is None, "handläggare: befattning, aldrig ett namn"),
        (True, "handlingens_datum: ÅÅÅÅ-MM-DD"),
        (True, "expedieras_till:"),
        (True, "  - den som ska få beslutet"),
    )
    lead = "Ta bort tecknet # och fyll i. Texten skrivs under raden med streck."
    return {AT_END: (lead, *(line for missing, line in rows if missing))}
