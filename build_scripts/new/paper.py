"""A new document with a text of its own ("handling") in an item, such as a chair's proposal ("ordförandeförslag")."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from build_scripts.new.item import arrival, free_name, refuse_closed, short_slug
from build_scripts.new.new_files import CHECK, NewFile, NewFiles, header_of
from build_scripts.new.writing import AT_END, Remarks, file_text
from build_scripts.project import WrongUse
from macros.dates.written import listing
from macros.record import layout
from macros.record.archive import AgendaItem, Meeting
from macros.record.paper import PaperHeader
from macros.record.values import did_you_mean


def new_paper(meeting: Meeting, named: str, keys: Mapping[str, Any], today: dt.date) -> NewFiles:
    """The document's file in the item's folder, valid as it is, with remarks where to write on.

    `named` is the item's name or number; `keys` are those of the header, None where nothing is said.
    """
    item = _item(meeting, named)
    slug = short_slug(keys["titel"])
    if not slug:
        raise WrongUse(f'titeln "{keys["titel"]}" kan inte bli ett filnamn. Skriv den med bokstäver.')
    came = arrival(meeting, today)
    header = header_of(PaperHeader, {**keys, **came})
    name = free_name(slug, frozenset(paper.slug for paper in item.papers))
    path = f"{meeting.document.folder}/{layout.PAPERS}/{item.slug}/{name}.md"
    told = (f"Kallelsen har gått ut, så handlingen är märkt tillkom: {came['tillkom']}.",) if came else ()
    return NewFiles(
        files=(NewFile(path, file_text(header, "", _remarks(header))),),
        told=told,
        then=(f"Skriv texten i {path}, under raden med streck.", CHECK),
    )


def _item(meeting: Meeting, named: str) -> AgendaItem:
    """The item that may get a document; raises WrongUse."""
    refuse_closed(meeting, "En handling som kom senare hör till det ärende som tar upp saken igen.")
    known = [item.slug for item in meeting.items]
    found = next((item for item in meeting.items if named in (item.slug, str(item.number))), None)
    if found is None:
        meant = did_you_mean(named, known)
        hint = f"Menade du {meant}?" if meant else f"Ärenden som finns: {listing(known) or 'inga'}."
        raise WrongUse(f'sammanträdet {meeting.id} har inget ärende "{named}". {hint}')
    if found.is_withheld:
        raise WrongUse(f"ärendet {found.slug} visas inte, och inget om det får stå i en fil: git är offentligt.")
    return found


def _remarks(header: PaperHeader) -> Remarks:
    """What is not there yet, as lines that only need their mark taken away."""
    rows = (
        (header.kind is None, "slag: ordförandeförslag, tjänsteskrivelse, promemoria, inkommen skrivelse ..."),
        (header.date is None, "datum: ÅÅÅÅ-MM-DD"),
        (header.author is None, "avsändare: befattningen eller organet, aldrig namnet på en anställd"),
        (True, "mottagare:"),
        (True, "  - den som handlingen är ställd till"),
    )
    lead = "Ta bort tecknet # och fyll i. Texten skrivs under raden med streck."
    return {AT_END: (lead, *(line for missing, line in rows if missing))}
