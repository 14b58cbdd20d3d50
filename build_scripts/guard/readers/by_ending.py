"""What an attachment holds: its texts with where they stand, and what makes it impossible to judge; read by its ending."""

from __future__ import annotations

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import dataclass
from pathlib import PurePosixPath

TEXTS = ("csv", "txt")
_IMAGES = ("png", "jpg", "jpeg")
_OFFICE = ("docx", "xlsx", "pptx", "odt", "ods", "odp")
READ = frozenset(("pdf", *_OFFICE, *_IMAGES, *TEXTS))
"""The types that may be attachments."""


@dataclass(frozen=True)
class Piece:
    """A text of an attachment; `where` is a place in Swedish ("sida 3", "Blad1, rad 4", "filens egenskaper")."""

    where: str
    text: str


@dataclass(frozen=True)
class Extracted:
    """The texts, and faults as (kind's id, what was found). `has_author`: the file's properties name somebody."""

    pieces: tuple[Piece, ...] = ()
    faults: tuple[tuple[str, str], ...] = ()
    has_author: bool = False


def unreadable(why: str) -> Extracted:
    """An attachment that nobody can judge, and why, in Swedish."""
    return Extracted(faults=(("oläst-bilaga", why),))


PROPERTIES = "filens egenskaper"
BROKEN = "filen är trasig"
LOCKED = "filen har lösenord"
EMBEDDED = "den har andra filer inbäddade"


def kind_of(name: str) -> str:
    """The ending of a file's name, in small letters."""
    return PurePosixPath(name).suffix[1:].lower()


def extract(name: str, content: bytes) -> Extracted:
    """What the attachment holds. Never raises."""
    kind = kind_of(name)
    # The packages that read these are loaded only where there is something to read: it takes longer than many a command.
    if kind == "pdf":
        from build_scripts.guard.readers.pdf import read_pdf

        return read_pdf(content)
    if kind in _OFFICE:
        from build_scripts.guard.readers.office_files import read_office

        return read_office(content)
    if kind in _IMAGES:
        from build_scripts.guard.readers.images import read_image

        return read_image(content)
    return _text(content) if kind in TEXTS else unreadable("den är av ett slag som inte kan läsas")


def _text(content: bytes) -> Extracted:
    text = as_text(content)
    # Text of two bytes a sign without the mark that tells so: read as anything else it hides every number.
    return unreadable(BROKEN) if "\0" in text else Extracted((Piece("texten", text),))


def as_text(content: bytes) -> str:
    """The bytes as text: UTF-8, what Excel calls Unicode text, else what it writes in Sweden."""
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")
