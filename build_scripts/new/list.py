"""A new list of delegated decisions ("delegationslista") from a unit's own table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from build_scripts.new.item import short_slug
from build_scripts.new.new_files import CHECK, NewFile, NewFiles, header_of
from build_scripts.new.rows import Read, read_rows
from build_scripts.new.tables import Table
from build_scripts.new.writing import Remarks, file_text
from build_scripts.project import WrongUse
from macros.dates.reporting import last_day
from macros.dates.written import listing
from macros.dates.written import month as month_in_words
from macros.record import layout
from macros.record.archive import Archive, Body, Meeting
from macros.record.delegation import DelegationListHeader
from macros.record.values import did_you_mean


def new_list(
    archive: Archive,
    body: Body,
    meeting: Meeting,
    unit: str,
    month: str,
    received: dt.date | None,
    table: Table | None,
) -> NewFiles:
    """The list's file in the meeting's folder, with every row of the unit's table that is a decision.

    `month` is written ÅÅÅÅ-MM; without a table no decisions were made.
    """
    read = Read() if table is None else read_rows(table.rows, series_of(archive, body), month)
    if not read.decisions and table is not None:
        why = "\n".join(f"  - {one}" for one in read.left_out[:10]) or "  - tabellen är tom."
        raise WrongUse(
            f"inget beslut känns igen i tabellen:\n{why}\n"
            "Tabellen behöver en rubrikrad med minst datum och beslut. Fattades inga beslut: lägg till --inga-beslut."
        )
    keys = {
        "enhet": _known_unit(body, unit),
        "månad": month,
        "inkommen": received.isoformat() if received else None,
        "beslut": list(read.decisions),
    }
    header = header_of(DelegationListHeader, keys)
    slug = short_slug(header.unit)
    if not slug:
        raise WrongUse(f'enheten "{unit}" kan inte bli ett filnamn. Skriv enhetens namn med bokstäver.')
    path = layout.DELEGATION_LIST.at(meeting.document.folder, f"{header.month}-{slug}")
    return NewFiles(
        files=(NewFile(path, file_text(header, "", _remarks(received))),),
        told=tuple(_told(body, header, read, table)),
        left_out=read.left_out,
        then=(
            f"Läs {path} rad för rad: inga namn på anställda eller enskilda får stå kvar.",
            CHECK,
        ),
    )


def _known_unit(body: Body, written: str) -> str:
    """The unit as the record writes it, however its letters are cased."""
    known = (*body.header.units, *(one.header.unit for one in body.lists))
    return next((unit for unit in known if unit.casefold() == written.casefold()), written)


def series_of(archive: Archive, body: Body) -> tuple[str, ...]:
    """The body's own ways of writing a diary number, else those of its municipality's other bodies."""
    if body.header.diary_series:
        return body.header.diary_series
    alike = [one for one in archive.bodies if one.header.municipality == body.header.municipality]
    return tuple(shape for one in alike for shape in one.header.diary_series)


def _remarks(received: dt.date | None) -> Remarks:
    asked = () if received else ("inkommen: ÅÅÅÅ-MM-DD  <- dagen då listan kom; ta bort tecknet i början.",)
    return {"beslut": (*asked, "Delegat är en befattning, aldrig ett namn.")}


def _told(body: Body, header: DelegationListHeader, read: Read, table: Table | None) -> Iterator[str]:
    count = len(header.decisions)
    yield (
        f"{count} beslut från {header.unit} för {month_in_words(header.month)}."
        if count
        else "Listan säger att inga beslut fattades."
    )
    if body.header.units and header.unit not in body.header.units:
        meant = did_you_mean(header.unit, body.header.units)
        yield f"{header.unit} står inte bland enheterna i organ.md." + (f" Menade du {meant}?" if meant else "")
    other = [row for row in header.decisions if row.date.date not in header.month]
    if other:
        yield f"{len(other)} av besluten är från en annan månad. Stämmer det: förklara det under förklaringar: annan-månad:."
    if body.header.reporting is not None and header.received is not None:
        due = last_day(body.header.reporting, header.unit, header.month)
        if due.late(header.received):
            yield f"Listan kom in efter sista dagen, {due}."
    yield from read.told
    if read.unknown:
        yield f"Kolumner som inte känns igen och inte är med: {listing(read.unknown)}."
    if table and table.unread:
        yield f"Det finns också blad som inte lästes: {listing(table.unread)}."
