"""A new item ("ärende") on a meeting's agenda: the next number, and a file name made from the title."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from typing import Any

from build_scripts.new.new_files import CHECK, NewFile, NewFiles, header_of
from build_scripts.new.writing import AT_END, Remarks, file_text
from build_scripts.project import WrongUse
from macros import addresses
from macros.dates.written import weekday_date
from macros.facts.items import next_number
from macros.record import layout
from macros.record.archive import Body, Meeting
from macros.record.item import Arrival, ItemHeader, Publication
from macros.record.summons import MeetingState

LONGEST_SLUG = 60
"""Characters of a file name made from a title; it becomes an address that people read aloud."""


def new_item(body: Body, meeting: Meeting, keys: Mapping[str, Any], today: dt.date) -> NewFiles:
    """The item's file, valid as it is, with remarks where to write on.

    `keys` are those of its header, None where nothing is said; with a reason (`skäl`) the item is masked.
    """
    refuse_closed(meeting)
    masked = "skäl" in keys
    number = next_number(meeting)
    slug = layout.MASKED if masked else short_slug(keys["rubrik"]) or f"arende-{number}"
    path = layout.ITEM.at(meeting.document.folder, layout.item_stem(number, free_name(slug, taken_names(meeting))))
    if masked:
        header = header_of(ItemHeader, {**keys, "publiceras": Publication.MASKED.value})
        told = "Filen säger bara att något är utelämnat. Skriv varken rubrik eller text i den: git är offentligt."
        return NewFiles((NewFile(path, file_text(header)),), told=(told,))
    came = arrival(meeting, today)
    header = header_of(ItemHeader, {**keys, **came})
    told_of = []
    if came:
        told_of.append(f"Kallelsen har gått ut, så ärendet är märkt tillkom: {came['tillkom']}.")
    if header.case_number is None:
        told_of.append("Ärendet har inget diarienummer än. Skriv in det när det finns i diariet.")
    return NewFiles(
        files=(NewFile(path, file_text(header, "", _remarks(body, header))),),
        told=tuple(told_of),
        then=(f"Skriv tjänsteskrivelsen i {path}, under raden med streck.", CHECK),
    )


def refuse_closed(meeting: Meeting, instead: str = "Ett ärende till måste få en paragraf där.") -> None:
    """Raises WrongUse where nothing more comes on the agenda; `instead` is what to do when its minutes are there."""
    if meeting.is_cancelled:
        raise WrongUse(f"sammanträdet {weekday_date(meeting.date)} är inställt.")
    if meeting.minutes is not None:
        raise WrongUse(f"sammanträdet {meeting.id} har redan ett protokoll. {instead}")


def short_slug(title: str) -> str:
    """The title as a file name, cut between words."""
    whole = addresses.slug(title)
    if len(whole) <= LONGEST_SLUG:
        return whole
    return whole[: LONGEST_SLUG + 1].rpartition("-")[0] or whole[:LONGEST_SLUG]


def taken_names(meeting: Meeting) -> frozenset[str]:
    """The names that a new item cannot have: those of other items, and addresses of the meeting's own."""
    return frozenset(item.slug for item in meeting.items) | addresses.RESERVED_ITEM_SLUGS


def free_name(slug: str, taken: Collection[str]) -> str:
    """The name, with a number behind it where it is taken."""
    names = (slug, *(f"{slug}-{n}" for n in range(2, len(taken) + 3)))
    return next(name for name in names if name not in taken)


def arrival(meeting: Meeting, today: dt.date) -> dict[str, Any]:
    """How an item or a document came that was not in the call, as keys: late, or at the meeting."""
    if meeting.header.state is MeetingState.PLANNED:
        return {}
    if today >= meeting.date:
        return {"tillkom": Arrival.AT_MEETING.value, "tillkom_datum": meeting.date.isoformat()}
    return {"tillkom": Arrival.LATE_DISPATCH.value, "tillkom_datum": today.isoformat()}


def _remarks(body: Body, header: ItemHeader) -> Remarks:
    """What is not there yet, as lines that only need their mark taken away."""
    series = next(iter(body.header.diary_series), "numret ur diariet")
    rows = (
        (header.case_number is None, f"diarienummer: {series}"),
        (not header.proposals, "förslag_till_beslut:"),
        (not header.proposals, "  - Nämnden ..."),
        (header.officer is None, "handläggare: befattning, aldrig ett namn"),
        (True, "handlingens_datum: ÅÅÅÅ-MM-DD"),
        (True, "expedieras_till:"),
        (True, "  - den som ska få beslutet"),
    )
    lead = "Ta bort tecknet # och fyll i. Texten skrivs under raden med streck."
    return {AT_END: (lead, *(line for missing, line in rows if missing))}
