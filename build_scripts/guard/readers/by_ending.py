"""Which reader a file needs, by its ending."""

from __future__ import annotations

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable
from pathlib import PurePosixPath

from build_scripts.guard.readers.extracted import BROKEN, Extracted, Piece, unreadable
from build_scripts.guard.readers.web_files import read_web_file

TEXTS = ("csv", "txt")


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


# The packages that read these are loaded only where there is something for them to read: it takes longer than many a command.
def _pdf(content: bytes) -> Extracted:
    from build_scripts.guard.readers.pdf import read_pdf

    return read_pdf(content)


def _office(content: bytes) -> Extracted:
    from build_scripts.guard.readers.office_files import read_office

    return read_office(content)


def _image(content: bytes) -> Extracted:
    from build_scripts.guard.readers.images import read_image

    return read_image(content)


READERS: dict[str, Callable[[bytes], Extracted]] = {
    "pdf": _pdf,
    **dict.fromkeys(("docx", "xlsx", "pptx", "odt", "ods", "odp"), _office),
    **dict.fromkeys(("png", "jpg", "jpeg"), _image),
    **dict.fromkeys(TEXTS, _text),
}
"""The types that may be attachments, and who reads them."""


def kind_of(name: str) -> str:
    """The ending of a file's name, in small letters."""
    return PurePosixPath(name).suffix[1:].lower()


def extract(name: str, content: bytes) -> Extracted:
    """What the attachment holds. Never raises."""
    reader = READERS.get(kind_of(name))
    return reader(content) if reader else unreadable("den är av ett slag som inte kan läsas")


def extract_web_file(name: str, content: bytes) -> Extracted:
    """What a file of a finished site holds, attachment or not. Never raises."""
    kind = kind_of(name)
    return READERS[kind](content) if kind in READERS else read_web_file(kind, content)
