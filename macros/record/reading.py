"""Reads `meetings/`: the only module that opens the record's files. Collects every fault, never raises."""

from __future__ import annotations

import datetime as dt
import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from macros import addresses
from macros.finding import Finding, Level, Place, in_order
from macros.record import header as headers
from macros.record import source as sources
from macros.record.archive import AgendaItem, Archive, Body, DelegationList, File, Meeting
from macros.record.body import BodyHeader
from macros.record.delegation import DelegationListHeader, DelegationOrderHeader
from macros.record.item import ItemHeader
from macros.record.schedule import ScheduleHeader
from macros.record.schema import Document, Header, build
from macros.record.summons import SummonsHeader

RECORD = "meetings"

H = TypeVar("H", bound=Header)

_BODY_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_MEETING_ID = re.compile(r"(\d{4}-\d{2}-\d{2})(-[a-z0-9]+)*")
_ITEM_FILE = re.compile(r"(\d{2,3})-([a-z0-9]+(?:-[a-z0-9]+)*)\.md")
_SLUG_FILE = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)\.md")
_LIST_NAME = "namnge listan efter månad och enhet, till exempel 2026-03-skolskjuts.md."
_YEAR_FILE = re.compile(r"(\d{4})\.md")


def read(root: Path) -> tuple[Archive, list[Finding]]:
    """The archive of everything below `root/meetings` that could be read, and the findings of what could not."""
    reader = _Reader(root)
    folder = root / RECORD
    if not folder.is_dir():
        reader.find(
            RECORD,
            "arkivet-saknas",
            f"Mappen {RECORD} finns inte här.",
            f"stå i projektets mapp, eller skapa {RECORD} med en mapp per organ.",
        )
        return Archive(), reader.findings
    bodies = [body for entry in reader.entries(folder) if (body := reader.body(entry)) is not None]
    return Archive(tuple(bodies)), in_order(reader.findings)


def parse(model: type[H], path: str, content: bytes) -> tuple[Document[H] | None, list[Finding]]:
    """One file's bytes as a document of its kind, or None with findings. Depends on nothing but its arguments."""
    source, findings = sources.decode(path, content)
    if source is None:
        return None, findings
    source, more = sources.split(source)
    if more:
        return None, [*findings, *more]
    root, more = headers.parse(source)
    findings += more
    if root is None:
        return None, findings
    document, more = build(model, source, root)
    return document, [*findings, *more]


def _is_text(name: str) -> bool:
    """Whether a file name is text: names that are no UTF-8 reach Python with marks that cannot be printed."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


@dataclass
class _Reader:
    """Walks the folders, telling files apart by their names."""

    root: Path
    findings: list[Finding] = field(default_factory=list)

    def find(self, path: str, rule: str, message: str, remedy: str) -> None:
        self.findings.append(Finding(Place(path), Level.ERROR, rule, message, remedy))

    def path(self, file: Path | os.DirEntry[str]) -> str:
        """The path from the project's root as it is shown and compared: NFC, with forward slashes."""
        return unicodedata.normalize("NFC", Path(file).relative_to(self.root).as_posix())

    def entries(self, folder: Path) -> Iterator[Path]:
        """A folder's visible entries in order of name; links are told and left out."""
        for entry in sorted(os.scandir(folder), key=lambda found: found.name):
            if entry.name.startswith("."):
                continue
            if not _is_text(entry.name):
                shown = os.fsencode(entry.name).decode("utf-8", "replace")
                self.find(
                    self.path(folder),
                    "filnamn",
                    f'Filnamnet "{shown}" är inte skrivet i UTF-8.',
                    "byt namn på filen.",
                )
                continue
            if entry.is_symlink():
                self.find(
                    self.path(entry),
                    "länk-i-arkivet",
                    "Filen är en länk till något annat.",
                    "lägg själva filen här i stället för en länk.",
                )
                continue
            if not (entry.is_file() or entry.is_dir()):
                self.find(self.path(entry), "okänd-fil", "Det här är varken en fil eller en mapp.", "ta bort den.")
                continue
            yield Path(entry.path)

    def document(self, model: type[H], file: Path) -> Document[H] | None:
        path = self.path(file)
        try:
            size = file.stat().st_size
            if size > sources.LARGEST_FILE:
                self.findings.append(sources.too_large(path, size))
                return None
            content = file.read_bytes()
        except OSError as error:
            self.find(
                path,
                "oläslig-fil",
                f"Filen går inte att läsa ({error.strerror}).",
                "se att filen finns och att du har rätt att läsa den.",
            )
            return None
        document, findings = parse(model, path, content)
        self.findings += findings
        return document

    def unknown(self, entry: Path, remedy: str) -> None:
        kind = "Mappen" if entry.is_dir() else "Filen"
        self.find(
            self.path(entry),
            "okänd-fil",
            f"{kind} {entry.name} hör inte till något slag som läses här.",
            remedy,
        )

    def body(self, folder: Path) -> Body | None:
        if not folder.is_dir():
            self.unknown(folder, "lägg filen i organets mapp.")
            return None
        if not _BODY_ID.fullmatch(folder.name):
            self.find(
                self.path(folder),
                "mappnamn",
                f"Mappen {folder.name} kan inte bli en adress.",
                f"byt namn till {addresses.slug(folder.name) or 'små bokstäver och siffror'}: a-z, siffror och bindestreck.",
            )
        if folder.name in addresses.RESERVED_BODY_IDS:
            self.find(
                self.path(folder),
                "reserverat-namn",
                f"Adressen /{folder.name}/ används av webbplatsen själv.",
                "välj ett annat namn på mappen.",
            )
        if not (folder / "organ.md").is_file():
            self.find(
                self.path(folder),
                "organ-saknas",
                "Mappen har ingen fil organ.md.",
                "skriv organ.md med namn, kommun och slag.",
            )
        document: Document[BodyHeader] | None = None
        schedules: list[Document[ScheduleHeader]] = []
        orders: list[Document[DelegationOrderHeader]] = []
        meetings: list[Meeting] = []
        matters: list[AgendaItem] = []
        files: list[File] = []
        for entry in self.entries(folder):
            if entry.name == "organ.md":
                document = self.document(BodyHeader, entry)
            elif entry.name == "sammantradesordning" and entry.is_dir():
                schedules += self.documents(
                    ScheduleHeader, entry, _YEAR_FILE, "namnge filen efter året, till exempel 2026.md."
                )
            elif entry.name == "delegationsordning" and entry.is_dir():
                orders += self.documents(
                    DelegationOrderHeader,
                    entry,
                    _SLUG_FILE,
                    "namnge filen efter första dagen, till exempel 2026-01-01.md.",
                )
            elif entry.name == "arenden" and entry.is_dir():
                matters, files = self.matters(folder.name, entry)
            elif _MEETING_ID.fullmatch(entry.name) and entry.is_dir():
                meeting = self.meeting(folder.name, entry)
                meetings += [meeting] if meeting else []
            else:
                self.unknown(
                    entry,
                    "ett sammanträdes mapp heter som sitt datum, till exempel 2026-03-12; andra mappar är "
                    "sammantradesordning, delegationsordning och arenden.",
                )
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
        )

    def documents(self, model: type[H], folder: Path, name: re.Pattern[str], remedy: str) -> Iterator[Document[H]]:
        for entry in self.entries(folder):
            if not name.fullmatch(entry.name) or entry.is_dir():
                self.unknown(entry, remedy)
            elif (document := self.document(model, entry)) is not None:
                yield document

    def matters(self, body_id: str, folder: Path) -> tuple[list[AgendaItem], list[File]]:
        items, files = [], []
        for entry in self.entries(folder):
            if entry.name == "bilagor" and entry.is_dir():
                files = list(self.attachments(entry))
            elif entry.is_dir() or not (name := _SLUG_FILE.fullmatch(entry.name)):
                self.unknown(entry, "namnge ärendets fil med små bokstäver, till exempel svar-pa-motion.md.")
            elif (document := self.document(ItemHeader, entry)) is not None:
                items.append(AgendaItem(document, body_id, None, None, None, name[1]))
        return items, files

    def meeting(self, body_id: str, folder: Path) -> Meeting | None:
        if not (folder / "kallelse.md").is_file():
            self.find(
                self.path(folder),
                "kallelse-saknas",
                "Mappen har ingen fil kallelse.md.",
                "skriv kallelse.md med datum och läge, eller ta bort mappen om den är tom.",
            )
        summons: Document[SummonsHeader] | None = None
        texts: list[tuple[Document[ItemHeader], int, str]] = []
        lists: list[DelegationList] = []
        files: list[File] = []
        for entry in self.entries(folder):
            if entry.name == "kallelse.md":
                summons = self.document(SummonsHeader, entry)
            elif entry.name == "delegationsbeslut" and entry.is_dir():
                documents = self.documents(DelegationListHeader, entry, _SLUG_FILE, _LIST_NAME)
                lists += [DelegationList(found, body_id, folder.name, Path(found.path).stem) for found in documents]
            elif entry.name == "bilagor" and entry.is_dir():
                files = list(self.attachments(entry))
            elif not entry.is_dir() and (name := _ITEM_FILE.fullmatch(entry.name)):
                item = self.document(ItemHeader, entry)
                texts += [(item, int(name[1]), name[2])] if item else []
            else:
                self.unknown(
                    entry,
                    "börja ärendets filnamn med dess nummer, till exempel 03-cykelplan.md; lägg bilagor i mappen bilagor.",
                )
        if summons is None:
            return None
        items = (
            AgendaItem(document, body_id, folder.name, summons.header.date, number, slug)
            for document, number, slug in texts
        )
        return Meeting(
            summons,
            body_id,
            folder.name,
            tuple(sorted(items, key=lambda item: (item.number or 0, item.slug))),
            tuple(lists),
            tuple(files),
        )

    def attachments(self, folder: Path) -> Iterator[File]:
        for entry in self.entries(folder):
            if entry.is_dir():
                self.unknown(entry, "lägg filerna direkt i mappen bilagor.")
            else:
                yield File(self.path(entry), unicodedata.normalize("NFC", entry.name), entry.stat().st_size)
