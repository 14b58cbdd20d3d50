"""Reads `meetings/` as `layout` says where what lies. Collects every fault, never raises."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from macros import addresses
from macros.finding import Finding, in_order
from macros.record import layout
from macros.record.archive import AgendaItem, Archive, Body, DelegationList, Meeting
from macros.record.delegation import Notice
from macros.record.filed import File
from macros.record.home import RECORD
from macros.record.item import ItemHeader
from macros.record.ledgers import Ledger, Released, ReleasedRows, read_ledger
from macros.record.numbers import ItemNumber
from macros.record.paper import Paper, PaperHeader
from macros.record.parsing import Parse, parse
from macros.record.schema import Document
from macros.record.values import did_you_mean
from macros.record.walking import OpenFolder, Walker, holds


def read(root: Path, instead: Mapping[str, bytes] | None = None, parse: Parse = parse) -> tuple[Archive, list[Finding]]:
    """The archive of everything below `root/meetings` that could be read, and the findings of what could not.

    `instead` holds, by path, bytes that are read in place of a file's own: what the record would be if they were saved.
    `parse` is another's (`Parsed`) where the same record is read again and again.
    """
    walker = Walker(root, instead=instead or {}, parse=parse)
    folder = root / RECORD
    if not holds(folder.is_dir):
        walker.refuse(
            RECORD,
            "arkivet-saknas",
            f"Mappen {RECORD} finns inte här.",
            f"stå i projektets mapp, eller skapa {RECORD} med en mapp per organ.",
        )
        return Archive(), walker.findings
    entries = [entry for entry in walker.entries(folder) if entry.name != layout.RELEASED or not entry.is_dir()]
    bodies = [body for entry in entries if (body := _body(walker, entry)) is not None]
    return Archive(tuple(bodies), _released(walker)), in_order(walker.findings)


def _released(walker: Walker) -> Released:
    def rows(ledger: Ledger) -> ReleasedRows:
        found, findings = read_ledger(ledger, walker.content(ledger.file))
        walker.findings += findings
        return found

    return Released.of_each(rows)


def _body(walker: Walker, folder: Path) -> Body | None:
    if not folder.is_dir():
        walker.unknown(folder, "lägg filen i organets mapp.")
        return None
    inside = walker.folder(folder)
    _tell_of_name(walker, folder, inside)
    document = inside.file(layout.BODY)
    schedules = inside.files(layout.SCHEDULE)
    orders = inside.files(layout.DELEGATION_ORDER)
    members = inside.file(layout.MEMBERS)
    notices = inside.files(layout.NOTICE)
    matters, files = _matters(walker, folder.name, inside.take(layout.MATTER.folder, is_folder=True))
    meetings = [meeting for entry in inside.folders(layout.is_meeting_id) if (meeting := _meeting(walker, entry))]
    inside.tell_rest(layout.OTHER_FOLDER, is_folder=layout.is_meeting_id, home=layout.home_remedy)
    if document is None:
        return None
    schedules.sort(key=lambda found: (found.header.year, found.path))
    orders.sort(key=lambda found: (found.header.since or dt.date.min, found.path))
    meetings.sort(key=lambda meeting: meeting.order)
    return Body(
        document,
        folder.name,
        tuple(schedules),
        tuple(orders),
        tuple(meetings),
        tuple(matters),
        tuple(files),
        members,
        tuple(Notice(found, folder.name, _stem(found.path)) for found in notices),
    )


def _tell_of_name(walker: Walker, folder: Path, inside: OpenFolder) -> None:
    """A body's folder is the first part of its addresses, and holds its file."""
    if not layout.BODY_ID.fullmatch(folder.name):
        walker.refuse(
            walker.path(folder),
            "mappnamn",
            f"Mappen {folder.name} kan inte bli en adress.",
            f"byt namn till {addresses.slug(folder.name) or 'små bokstäver och siffror'}: a-z, siffror och bindestreck.",
        )
    if folder.name in addresses.RESERVED_BODY_IDS:
        walker.refuse(
            walker.path(folder),
            "reserverat-namn",
            f"Adressen /{folder.name}/ används av webbplatsen själv.",
            "välj ett annat namn på mappen.",
        )
    if not holds((folder / layout.BODY.file).is_file) and not inside.meant(layout.BODY.file):
        walker.refuse(
            walker.path(folder),
            "organ-saknas",
            f"Mappen har ingen fil {layout.BODY.file}.",
            f"skriv {layout.BODY.file} med namn, kommun och slag.",
        )


def _matters(walker: Walker, body_id: str, folder: Path | None) -> tuple[list[AgendaItem], list[File]]:
    if folder is None:
        return [], []
    inside = walker.folder(folder)
    files = walker.attachments(inside.take(layout.ATTACHMENTS, is_folder=True))
    slugs = [_stem(name) for name in inside.left if layout.MATTER.is_name(name)]
    papers = _papers(walker, inside.take(layout.PAPERS, is_folder=True), slugs)
    documents = inside.every(layout.MATTER)
    matters = (AgendaItem(found, body_id, None, None, None, _stem(found.path)) for found in documents)
    return [_with_papers(matter, papers) for matter in matters], files


Papers = Mapping[str, list[Document[PaperHeader]]]
"""Name of an item → its documents with a text of their own."""


def _papers(walker: Walker, folder: Path | None, slugs: Sequence[str]) -> Papers:
    """The documents of the items with these names; a folder of no item is told."""
    if folder is None:
        return {}
    inside, papers = walker.folder(folder), {}
    for entry in inside.folders(layout.is_slug):
        if entry.name in slugs:
            papers[entry.name] = walker.folder(entry).every(layout.PAPER)
        else:
            meant = did_you_mean(layout.bare_slug(entry.name), slugs)
            walker.refuse(
                walker.path(entry),
                "handling-utan-ärende",
                f"Inget ärende här har namnet {entry.name}.",
                f"Menade du {meant}?" if meant else "namnge mappen som ärendets fil, utan nummer och .md.",
            )
    inside.tell_rest(
        "lägg handlingen i en mapp som heter som ärendets fil utan nummer, till exempel "
        f"{layout.PAPERS}/cykelplan/ordforandeforslag.md.",
        is_folder=layout.is_slug,
    )
    return papers


def _with_papers(item: AgendaItem, papers: Papers) -> AgendaItem:
    found = papers.get(item.slug, ())
    return replace(item, papers=tuple(Paper(one, item.address, _stem(one.path)) for one in found))


def _meeting(walker: Walker, folder: Path) -> Meeting | None:
    inside = walker.folder(folder)
    name = layout.SUMMONS.file
    if not holds((folder / name).is_file) and not inside.meant(name):
        walker.refuse(
            walker.path(folder),
            "kallelse-saknas",
            f"Mappen har ingen fil {name}.",
            f"skriv {name} med datum och läge, eller ta bort mappen om den är tom.",
        )
    summons = inside.file(layout.SUMMONS)
    minutes = inside.file(layout.MINUTES)
    lists = inside.files(layout.DELEGATION_LIST)
    files = walker.attachments(inside.take(layout.ATTACHMENTS, is_folder=True))
    slugs = [layout.item_stem_parts(_stem(name))[1] for name in inside.left if layout.ITEM.is_name(name)]
    papers = _papers(walker, inside.take(layout.PAPERS, is_folder=True), slugs)
    items = inside.every(layout.ITEM)
    if summons is None:
        return None
    agenda = (_with_papers(_item(found, folder, summons.header.date), papers) for found in items)
    return Meeting(
        summons,
        folder.parent.name,
        folder.name,
        tuple(sorted(agenda, key=_place_on_agenda)),
        tuple(DelegationList(found, folder.parent.name, folder.name, _stem(found.path)) for found in lists),
        tuple(files),
        minutes,
    )


def _stem(path: str) -> str:
    """A text's name without its ending; `Path.stem` is dearer than all else that is done for a file that was read before."""
    return path.rpartition("/")[2].rpartition(".")[0]


def _place_on_agenda(item: AgendaItem) -> tuple[ItemNumber, str]:
    return item.number or ItemNumber(0), item.slug


def _item(document: Document[ItemHeader], meeting: Path, date: dt.date) -> AgendaItem:
    number, slug = layout.item_stem_parts(_stem(document.path))
    return AgendaItem(document, meeting.parent.name, meeting.name, date, number, slug)
