"""Reads `meetings/`: the only module that opens the record's files. Collects every fault, never raises."""

from __future__ import annotations

import datetime as dt
import errno
import os
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from macros import addresses
from macros.finding import Finding, Level, Place, in_order
from macros.record import header as headers
from macros.record import source as sources
from macros.record.archive import AgendaItem, Archive, Body, DelegationList, File, Meeting, Notice
from macros.record.body import BodyHeader
from macros.record.delegation import DelegationListHeader, DelegationOrderHeader
from macros.record.item import ItemHeader
from macros.record.members import MembersHeader
from macros.record.minutes import MinutesHeader
from macros.record.notice import NoticeHeader
from macros.record.schedule import ScheduleHeader
from macros.record.schema import MOST_TOLD, Document, Header, build
from macros.record.summons import SummonsHeader

RECORD = "meetings"

H = TypeVar("H", bound=Header)

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


def read(root: Path) -> tuple[Archive, list[Finding]]:
    """The archive of everything below `root/meetings` that could be read, and the findings of what could not."""
    reader = _Reader(root)
    folder = root / RECORD
    if not _holds(folder.is_dir):
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
    # A hidden character in the header is what stops YAML; what it says of the place afterwards only confuses.
    hidden = any(found.rule == "osynligt-tecken" and found.place.line < source.body_line for found in findings)
    root, more = headers.parse(source)
    if root is None:
        return None, findings if hidden else _gravest([*findings, *more])
    document, faults = build(model, source, root)
    return document, _gravest([*findings, *more, *faults])


def _gravest(findings: list[Finding]) -> list[Finding]:
    """At most `MOST_TOLD`, errors before warnings: a file that is left out is never left out without an error."""
    return sorted(findings, key=lambda found: found.level is Level.WARNING)[:MOST_TOLD]


def _is_text(name: str) -> bool:
    """Whether a file name is text: names that are no UTF-8 reach Python with marks that cannot be printed."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _holds(question: Callable[[], bool]) -> bool:
    """The answer about a path; no where the path may not even be looked at."""
    try:
        return question()
    except OSError:
        return False


_CAUSES = {errno.EACCES: "du har inte rätt att öppna den", errno.ENOENT: "den finns inte längre"}


def _why(error: OSError) -> str:
    """The cause in Swedish: the system's own words follow the machine's language."""
    return _CAUSES.get(error.errno or 0, f"systemfel {error.errno}")


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
        try:
            found = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            self.find(
                self.path(folder),
                "oläslig-fil",
                f"Mappen går inte att läsa: {_why(error)}.",
                "se att du har rätt att läsa mappen.",
            )
            return
        for entry in found:
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
            self.unreadable(path, error)
            return None
        document, findings = parse(model, path, content)
        self.findings += findings
        return document

    def unreadable(self, path: str, error: OSError) -> None:
        remedy = "se att filen finns och att du har rätt att läsa den."
        self.find(path, "oläslig-fil", f"Filen går inte att läsa: {_why(error)}.", remedy)

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
        if not _holds((folder / "organ.md").is_file):
            self.find(
                self.path(folder),
                "organ-saknas",
                "Mappen har ingen fil organ.md.",
                "skriv organ.md med namn, kommun och slag.",
            )
        inside = self.folder(folder)
        document = inside.file("organ.md", BodyHeader)
        schedules = inside.files("sammantradesordning", ScheduleHeader, _YEAR_FILE, _SCHEDULE_NAME)
        orders = inside.files("delegationsordning", DelegationOrderHeader, _SLUG_FILE, _ORDER_NAME)
        members = inside.file("ledamoter.md", MembersHeader)
        notices = inside.files("anslag", NoticeHeader, _SLUG_FILE, _NOTICE_NAME)
        matters, files = self.matters(folder.name, inside.take("arenden", is_folder=True))
        meetings = [meeting for entry in inside.folders(_MEETING_ID) if (meeting := self.meeting(folder.name, entry))]
        inside.tell_rest(_BODY_REST)
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

    def matters(self, body_id: str, folder: Path | None) -> tuple[list[AgendaItem], list[File]]:
        if folder is None:
            return [], []
        inside = self.folder(folder)
        files = self.attachments(inside.take("bilagor", is_folder=True))
        documents = inside.every(ItemHeader, _SLUG_FILE, _MATTER_NAME)
        return [AgendaItem(found, body_id, None, None, None, Path(found.path).stem) for found in documents], files

    def meeting(self, body_id: str, folder: Path) -> Meeting | None:
        if not _holds((folder / "kallelse.md").is_file):
            self.find(
                self.path(folder),
                "kallelse-saknas",
                "Mappen har ingen fil kallelse.md.",
                "skriv kallelse.md med datum och läge, eller ta bort mappen om den är tom.",
            )
        inside = self.folder(folder)
        summons = inside.file("kallelse.md", SummonsHeader)
        minutes = inside.file("protokoll.md", MinutesHeader)
        lists = inside.files("delegationsbeslut", DelegationListHeader, _SLUG_FILE, _LIST_NAME)
        files = self.attachments(inside.take("bilagor", is_folder=True))
        items = inside.every(ItemHeader, _ITEM_FILE, _ITEM_NAME)
        if summons is None:
            return None
        return Meeting(
            summons,
            body_id,
            folder.name,
            tuple(sorted((_item(found, folder, summons.header.date) for found in items), key=_place_in_agenda)),
            tuple(DelegationList(found, body_id, folder.name, Path(found.path).stem) for found in lists),
            tuple(files),
            minutes,
        )

    def attachments(self, folder: Path | None) -> list[File]:
        files = []
        for entry in self.entries(folder) if folder else ():
            if entry.is_dir():
                self.unknown(entry, "lägg filerna direkt i mappen bilagor.")
                continue
            try:
                files.append(File(self.path(entry), unicodedata.normalize("NFC", entry.name), entry.stat().st_size))
            except OSError as error:
                self.unreadable(self.path(entry), error)
        return files

    def folder(self, folder: Path) -> _Folder:
        return _Folder(self, {entry.name: entry for entry in self.entries(folder)})


@dataclass
class _Folder:
    """A folder's entries, taken one by one by those who know them; what nobody takes is told."""

    reader: _Reader
    left: dict[str, Path]

    def take(self, name: str, is_folder: bool = False) -> Path | None:
        entry = self.left.get(name)
        return self.left.pop(name) if entry is not None and entry.is_dir() == is_folder else None

    def file(self, name: str, model: type[H]) -> Document[H] | None:
        """The file of this name as a document."""
        entry = self.take(name)
        return self.reader.document(model, entry) if entry else None

    def files(self, name: str, model: type[H], shape: re.Pattern[str], remedy: str) -> list[Document[H]]:
        """Every file of the subfolder of this name."""
        folder = self.take(name, is_folder=True)
        return self.reader.folder(folder).every(model, shape, remedy) if folder else []

    def every(self, model: type[H], shape: re.Pattern[str], remedy: str) -> list[Document[H]]:
        """Every file left whose name has the shape; the others are told with the remedy."""
        names = [name for name, entry in self.left.items() if shape.fullmatch(name) and not entry.is_dir()]
        entries = [self.left.pop(name) for name in names]
        self.tell_rest(remedy)
        return [found for entry in entries if (found := self.reader.document(model, entry)) is not None]

    def folders(self, shape: re.Pattern[str]) -> list[Path]:
        """Every subfolder left whose name has the shape."""
        names = [name for name, entry in self.left.items() if shape.fullmatch(name) and entry.is_dir()]
        return [self.left.pop(name) for name in names]

    def tell_rest(self, remedy: str) -> None:
        """A finding for each entry that nobody took."""
        for entry in self.left.values():
            self.reader.unknown(entry, remedy)
        self.left.clear()


def _item(document: Document[ItemHeader], meeting: Path, date: dt.date) -> AgendaItem:
    number, _, slug = Path(document.path).stem.partition("-")
    return AgendaItem(document, meeting.parent.name, meeting.name, date, int(number), slug)


def _place_in_agenda(item: AgendaItem) -> tuple[int, str]:
    return item.number or 0, item.slug
