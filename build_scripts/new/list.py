"""A new list of delegated decisions ("delegationslista") from a unit's own table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from build_scripts.new.draft import NewFile, NewFiles, header_of
from build_scripts.new.item import short_slug
from build_scripts.new.rows import Read, read_rows
from build_scripts.new.tables import Table
from build_scripts.new.writing import Remarks, file_text
from build_scripts.project import WrongUse
from macros.dates.reporting import last_day
from macros.dates.written import listing, month
from macros.record import layout
from macros.record.archive import Archive, Body, Meeting
from macros.record.delegation import DelegationListHeader
from macros.record.values import did_you_mean


@dataclass(frozen=True)
class Sent:
    """What a unit sent: its name, the month (ÅÅÅÅ-MM), the day it came in if that is known, and the table."""

    unit: str
    month: str
    received: dt.date | None = None
    table: Table = field(default_factory=lambda: Table(()))
    no_decisions: bool = False


def new_list(archive: Archive, body: Body, meeting: Meeting, sent: Sent) -> NewFiles:
    """The list's file in the meeting's folder, with every row of the table that is a decision."""
    read = Read() if sent.no_decisions else read_rows(sent.table.rows, series_of(archive, body))
    if not read.decisions and not sent.no_decisions:
        why = "\n".join(f"  - {one}" for one in read.left_out[:10]) or "  - tabellen är tom."
        raise WrongUse(
            f"inget beslut känns igen i tabellen:\n{why}\n"
            "Tabellen behöver en rubrikrad med minst datum och beslut. Fattades inga beslut: lägg till --inga-beslut."
        )
    keys: dict[str, Any] = {"enhet": _known_unit(body, sent.unit), "månad": sent.month}
    if sent.received is not None:
        keys["inkommen"] = sent.received.isoformat()
    keys["beslut"] = list(read.decisions)
    header = header_of(DelegationListHeader, keys)
    slug = short_slug(header.unit)
    if not slug:
        raise WrongUse(f'enheten "{sent.unit}" kan inte bli ett filnamn. Skriv enhetens namn med bokstäver.')
    path = layout.DELEGATION_LIST.at(meeting.document.folder, f"{header.month}-{slug}")
    return NewFiles(
        files=(NewFile(path, file_text(header, "", _remarks(sent))),),
        told=tuple(_told(body, header, read, sent.table)),
        left_out=read.left_out,
        then=(
            f"Läs {path} rad för rad: inga namn på anställda eller enskilda får stå kvar.",
            "Kontrollera med klubbat kontrollera.",
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


def _remarks(sent: Sent) -> Remarks:
    asked = () if sent.received else ("inkommen: ÅÅÅÅ-MM-DD  <- dagen då listan kom; ta bort tecknet i början.",)
    return {"beslut": (*asked, "Delegat är en befattning, aldrig ett namn.")}


def _told(body: Body, header: DelegationListHeader, read: Read, table: Table) -> Iterator[str]:
    count = len(header.decisions)
    yield (
        f"{count} beslut från {header.unit} för {month(header.month)}."
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
    if table.unread:
        yield f"Bara det första bladet med innehåll lästes; det finns också {listing(table.unread)}."
