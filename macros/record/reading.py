"""Reads `meetings/`: which folder and file name holds what. Collects every fault, never raises."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from pathlib import Path

from macros import addresses
from macros.finding import Finding, in_order
from macros.record.archive import AgendaItem, Archive, Body, DelegationList, File, Meeting, Notice
from macros.record.body import BodyHeader
from macros.record.delegation import DelegationListHeader, DelegationOrderHeader
from macros.record.item import ItemHeader
from macros.record.members import MembersHeader
from macros.record.minutes import MinutesHeader
from macros.record.notice import NoticeHeader
from macros.record.schedule import ScheduleHeader
from macros.record.schema import Document
from macros.record.summons import SummonsHeader
from macros.record.walking import Walker, holds

RECORD = "meetings"

_BODY_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_MEETING_ID = re.compile(r"(\d{4}-\d{2}-\d{2})(-[a-z0-9]+)*")
_ITEM_FILE = re.compile(r"(?!0+-)(\d{2,3})-([a-z0-9]+(?:-[a-z0-9]+)*)\.md")
_SLUG_FILE = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)\.md")
_SCHEDULE_NAME = "namnge filen efter året, till exempel 2026.md."
_ORDER_NAME = "namnge filen efter första dagen, till exempel 2026-01-01.md."
_NOTICE_NAME = "namnge anslaget med små bokstäver, till exempel 2026-03-bygglov.md."
_MATTER_NAME = "namnge ärendets fil med små bokstäver, till exempel svar-pa-motion.md."
_LIST_NAME = "namnge listan efter månad och enhet, till exempel 2026-03-skolskjuts.md."
_ITEM_NAME = "börja ärendets filnamn med dess nummer, till exempel 03-cykelplan.md; lägg bilagor i mappen bilagor."
_BODY_REST = (
    "ett sammanträdes mapp heter som sitt datum, till exempel 2026-03-12; andra mappar är "
    "sammantradesordning, delegationsordning, anslag och arenden."
)
_YEAR_FILE = re.compile(r"(\d{4})\.md")


def read(root: Path, instead: Mapping[str, bytes] | None = None) -> tuple[Archive, list[Finding]]:
    """The archive of everything below `root/meetings` that could be read, and the findings of what could not.

    `instead` holds, by path, bytes that are read in place of a file's own: what the record would be if they were saved.
    """
    walker = Walker(root, instead=instead or {})
    folder = root / RECORD
    if not holds(folder.is_dir):
        walker.refuse(
            RECORD,
            "arkivet-saknas",
            f"Mappen {RECORD} finns inte här.",
            f"stå i projektets mapp, eller skapa {RECORD} med en mapp per organ.",
        )
        return Archive(), walker.findings
    bodies = [body for entry in walker.entries(folder) if (body := _body(walker, entry)) is not None]
    return Archive(tuple(bodies)), in_order(walker.findings)


def _body(walker: Walker, folder: Path) -> Body | None:
    if not folder.is_dir():
        walker.unknown(folder, "lägg filen i organets mapp.")
        return None
    _tell_of_name(walker, folder)
    inside = walker.folder(folder)
    document = inside.file("organ.md", BodyHeader)
    schedules = inside.files("sammantradesordning", ScheduleHeader, _YEAR_FILE, _SCHEDULE_NAME)
    orders = inside.files("delegationsordning", DelegationOrderHeader, _SLUG_FILE, _ORDER_NAME)
    members = inside.file("ledamoter.md", MembersHeader)
    notices = inside.files("anslag", NoticeHeader, _SLUG_FILE, _NOTICE_NAME)
    matters, files = _matters(walker, folder.name, inside.take("arenden", is_folder=True))
    meetings = [meeting for entry in inside.folders(_MEETING_ID) if (meeting := _meeting(walker, entry))]
    inside.tell_rest(_BODY_REST, folders=_MEETING_ID)
    if document is None:
        return None
    schedules.sort(key=lambda found: (found.header.year, found.path))
    orders.sort(key=lambda found: (found.header.since or dt.date.min, found.path))
    meetings.sort(key=lambda meeting: (meeting.date, meeting.id))
    return Body(
        document,
        folder.name,
        tuple(schedules),
        tuple(orders),
        tuple(meetings),
        tuple(matters),
        tuple(files),
        members,
        tuple(Notice(found, folder.name, Path(found.path).stem) for found in notices),
    )


def _tell_of_name(walker: Walker, folder: Path) -> None:
    """A body's folder is the first part of its addresses, and holds organ.md."""
    if not _BODY_ID.fullmatch(folder.name):
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
    if not holds((folder / "organ.md").is_file):
        walker.refuse(
            walker.path(folder),
            "organ-saknas",
            "Mappen har ingen fil organ.md.",
            "skriv organ.md med namn, kommun och slag.",
        )


def _matters(walker: Walker, body_id: str, folder: Path | None) -> tuple[list[AgendaItem], list[File]]:
    if folder is None:
        return [], []
    inside = walker.folder(folder)
    files = walker.attachments(inside.take("bilagor", is_folder=True))
    documents = inside.every(ItemHeader, _SLUG_FILE, _MATTER_NAME)
    return [AgendaItem(found, body_id, None, None, None, Path(found.path).stem) for found in documents], files


def _meeting(walker: Walker, folder: Path) -> Meeting | None:
    inside = walker.folder(folder)
    if not holds((folder / "kallelse.md").is_file) and not inside.meant("kallelse.md"):
        walker.refuse(
            walker.path(folder),
            "kallelse-saknas",
            "Mappen har ingen fil kallelse.md.",
            "skriv kallelse.md med datum och läge, eller ta bort mappen om den är tom.",
        )
    summons = inside.file("kallelse.md", SummonsHeader)
    minutes = inside.file("protokoll.md", MinutesHeader)
    lists = inside.files("delegationsbeslut", DelegationListHeader, _SLUG_FILE, _LIST_NAME)
    files = walker.attachments(inside.take("bilagor", is_folder=True))
    items = inside.every(ItemHeader, _ITEM_FILE, _ITEM_NAME)
    if summons is None:
        return None
    return Meeting(
        summons,
        folder.parent.name,
        folder.name,
        tuple(sorted((_item(found, folder, summons.header.date) for found in items), key=_place_in_agenda)),
        tuple(DelegationList(found, folder.parent.name, folder.name, Path(found.path).stem) for found in lists),
        tuple(files),
        minutes,
    )


def _item(document: Document[ItemHeader], meeting: Path, date: dt.date) -> AgendaItem:
    number, _, slug = Path(document.path).stem.partition("-")
    return AgendaItem(document, meeting.parent.name, meeting.name, date, int(number), slug)


def _place_in_agenda(item: AgendaItem) -> tuple[int, str]:
    return item.number or 0, item.slug
