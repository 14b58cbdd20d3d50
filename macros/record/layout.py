"""The one table of the record's files: what each kind is, where it lies, how it may be named, and what to do about another name.

The reader, the forms, the scaffolding and the help all ask here, so that a file one of them takes is a file for all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from macros import addresses
from macros.record.body import BodyHeader
from macros.record.delegation import DelegationListHeader, DelegationOrderHeader, NoticeHeader
from macros.record.home import RECORD
from macros.record.item import ItemHeader
from macros.record.json_schema import json_schema
from macros.record.members import MembersHeader
from macros.record.minutes import MinutesHeader
from macros.record.numbers import ITEM_NUMBER, ItemNumber
from macros.record.paper import PaperHeader
from macros.record.schedule import ScheduleHeader
from macros.record.schema import Header
from macros.record.summons import SummonsHeader

RELEASED = "utgivet"
"""The folder of the ledgers of what has been released, beside the bodies' folders."""

ATTACHMENTS = "bilagor"
"""The folder of attachments: a meeting's, and that of the matters without a meeting."""

PAPERS = "handlingar"
"""The folder of documents with a text of their own, beside the items: in it a folder for each item, named by its address."""

REVIEW_NOTES = "granskning.yml"
"""Notes of the guard of personal data may lie beside any file; they are no part of what is published."""

MASKED = "maskat-arende"
"""The name, behind its number, of the file of an item that is masked; a second one is `maskat-arende-2`."""

_WORDS = "[a-z0-9]+(?:-[a-z0-9]+)*"
BODY_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
"""The name of a body's folder: its id, and the first part of its addresses."""

MEETING_ID = re.compile(rf"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?:-{_WORDS})?")
"""The name of a meeting's folder: the day first decided, and words that tell a second meeting of the day apart."""

_SLUG = re.compile(_WORDS)

H = TypeVar("H", bound=Header, covariant=True)


@dataclass(frozen=True)
class Kind(Generic[H]):
    """A kind of file: its Swedish name, its path as it is shown, what it is (a Swedish sentence) and its header's model.

    The path begins below `meetings/`, and what stands between < and > in it varies. Where the file's own name varies,
    `stem` is the shape of what comes before `.md`, and `remedy` says what to do about a name that lacks it.
    """

    name: str
    path: str
    text: str
    model: type[H]
    stem: re.Pattern[str] | None = None
    remedy: str = ""

    @property
    def file(self) -> str:
        """The file's name, as it is shown where it varies."""
        return self.path.rpartition("/")[2]

    @property
    def folder(self) -> str:
        """The folder for files of this kind alone; empty where they lie in the body's or the meeting's own."""
        last = self.path.split("/")[-2]
        return "" if last in _FOLDERS else last

    def is_name(self, file: str) -> bool:
        """Whether a file of this kind may have the name."""
        if self.stem is None:
            return file == self.file
        return file.endswith(".md") and self.stem.fullmatch(file.removesuffix(".md")) is not None

    def lies_at(self, path: str) -> bool:
        """Whether a path from the project's root is one of this kind, by the names of its folders and its file."""
        *folders, file = path.split("/")
        shown = f"{RECORD}/{self.path}".split("/")[:-1]
        fits = (
            _FOLDERS[one](name) if one in _FOLDERS else one == name for one, name in zip(shown, folders, strict=False)
        )
        return len(folders) == len(shown) and all(fits) and self.is_name(file)

    def at(self, home: str, stem: str = "") -> str:
        """The path of a file below `home`, the body's folder or the meeting's; `stem` is what varies of its name."""
        return "/".join(part for part in (home, self.folder, f"{stem}.md" if stem else self.file) if part)

    def json_schema(self) -> dict[str, Any]:
        """The JSON Schema of the header."""
        return json_schema(self.model, self.name, self.text)


def is_body_id(name: str) -> bool:
    """Whether a body's folder may have the name: it can be an address, and the site itself does not use it."""
    return BODY_ID.fullmatch(name) is not None and name not in addresses.RESERVED_BODY_IDS


def is_meeting_id(name: str) -> bool:
    """Whether a meeting's folder may have the name; that the calendar has the day is a rule ("mapp-datum")."""
    return MEETING_ID.fullmatch(name) is not None


def is_slug(name: str) -> bool:
    """Whether the name can be the last part of an item's address."""
    return _SLUG.fullmatch(name) is not None


_FOLDERS = {"<organ>": is_body_id, "<datum>": is_meeting_id, "<ärende>": is_slug}

BODY = Kind(
    "organ",
    "<organ>/organ.md",
    "Organet självt: vem det är, när det sammanträder och hur det nås.",
    BodyHeader,
)
SCHEDULE = Kind(
    "sammanträdesordning",
    "<organ>/sammantradesordning/<år>.md",
    "Årets sammanträden och stegen före och efter dem.",
    ScheduleHeader,
    re.compile("[0-9]{4}"),
    "namnge filen efter året, till exempel 2026.md.",
)
SUMMONS = Kind(
    "kallelse",
    "<organ>/<datum>/kallelse.md",
    "Kallelsen till ett sammanträde; brödtexten är brevet.",
    SummonsHeader,
)
ITEM = Kind(
    "ärende",
    "<organ>/<datum>/<nummer>-<namn>.md",
    "Ett ärende på listan; brödtexten är tjänsteskrivelsen. "
    "Ärenden vars sammanträde inte är känt ligger i <organ>/arenden/<namn>.md.",
    ItemHeader,
    re.compile(rf"{ITEM_NUMBER}-{_WORDS}", re.ASCII),
    "börja ärendets filnamn med dess nummer, till exempel 03-cykelplan.md, eller 03a-cykelplan.md för en underpunkt; "
    f"lägg bilagor i mappen {ATTACHMENTS}.",
)
MATTER = Kind(
    ITEM.name,
    "<organ>/arenden/<namn>.md",
    ITEM.text,
    ItemHeader,
    _SLUG,
    "namnge ärendets fil med små bokstäver, till exempel svar-pa-motion.md.",
)
PAPER = Kind(
    "handling",
    f"<organ>/<datum>/{PAPERS}/<ärende>/<namn>.md",
    "En handling i ett ärende med egen text, till exempel ett ordförandeförslag. <ärende> är ärendets filnamn utan nummer. "
    f"Till ett ärende utan känt sammanträde ligger den i <organ>/arenden/{PAPERS}/<ärende>/<namn>.md.",
    PaperHeader,
    _SLUG,
    "namnge handlingen med små bokstäver, till exempel ordforandeforslag.md.",
)
MATTER_PAPER = Kind(
    PAPER.name,
    f"<organ>/arenden/{PAPERS}/<ärende>/<namn>.md",
    PAPER.text,
    PaperHeader,
    _SLUG,
    PAPER.remedy,
)
DELEGATION_LIST = Kind(
    "delegationsbeslut",
    "<organ>/<datum>/delegationsbeslut/<månad>-<enhet>.md",
    "En enhets lista över delegationsbeslut.",
    DelegationListHeader,
    _SLUG,
    "namnge listan efter månad och enhet, till exempel 2026-03-skolskjuts.md.",
)
MINUTES = Kind(
    "protokoll",
    "<organ>/<datum>/protokoll.md",
    "Protokollet: närvaro, paragrafer och justeringar.",
    MinutesHeader,
)
MEMBERS = Kind(
    "ledamöter",
    "<organ>/ledamoter.md",
    "Nämndens förtroendevalda med roller och perioder.",
    MembersHeader,
)
NOTICE = Kind(
    "anslag",
    "<organ>/anslag/<namn>.md",
    "Anslag om delegationsbeslut som inte anmäls till nämnden.",
    NoticeHeader,
    _SLUG,
    "namnge anslaget med små bokstäver, till exempel 2026-03-bygglov.md.",
)
DELEGATION_ORDER = Kind(
    "delegationsordning",
    "<organ>/delegationsordning/<datum>.md",
    "Vilka beslut som får fattas åt nämnden, och av vem.",
    DelegationOrderHeader,
    _SLUG,
    "namnge filen efter första dagen, till exempel 2026-01-01.md.",
)

KINDS: tuple[Kind[Header], ...] = (
    BODY,
    SCHEDULE,
    SUMMONS,
    ITEM,
    PAPER,
    DELEGATION_LIST,
    MINUTES,
    MEMBERS,
    NOTICE,
    DELEGATION_ORDER,
)
"""Every kind, as the help tells of them; a matter without a meeting is an item, and its documents are as an item's."""

OTHER_FOLDER = (
    "ett sammanträdes mapp heter som sitt datum, till exempel 2026-03-12; andra mappar är "
    f"{SCHEDULE.folder}, {DELEGATION_ORDER.folder}, {NOTICE.folder} och {MATTER.folder}."
)
"""What to do about a folder of a body that is of no kind."""


def home_remedy(name: str) -> str:
    """Where a file that lies in the body's own folder belongs by its name; nothing for any other name."""
    if SCHEDULE.is_name(name):
        return f"lägg filen i mappen {SCHEDULE.folder}."
    return "lägg ärendet i sitt sammanträdes mapp, till exempel 2026-03-12." if ITEM.is_name(name) else ""


def tells_nothing(slug: str) -> bool:
    """Whether the name of an item's file says nothing of what it is about: it becomes an address."""
    return re.fullmatch(rf"{MASKED}(-\d+)?", slug) is not None


def kind_of(path: str) -> Kind[Header] | None:
    """The kind of file that lies at a path from the project's root; None where no file of the record may lie."""
    return next((kind for kind in (*KINDS, MATTER, MATTER_PAPER) if kind.lies_at(path)), None)


def is_attachment(path: str) -> bool:
    """Whether the path is of a file in a folder of attachments."""
    return path.split("/")[-2:-1] == [ATTACHMENTS]


def item_stem(number: ItemNumber, slug: str) -> str:
    """The name of an item's file without its ending."""
    return f"{number.in_file_name}-{slug}"


def item_stem_parts(stem: str) -> tuple[ItemNumber, str]:
    """Number and name of an item's file, from its name without the ending."""
    number, _, slug = stem.partition("-")
    return ItemNumber.read(number), slug


def bare_slug(written: str) -> str:
    """An item's name where its file's whole name, or a part of it, may have been written."""
    return re.sub(r"^\d+(?:[a-z]|\.\d+)?-", "", written.removesuffix(".md"), flags=re.ASCII)
