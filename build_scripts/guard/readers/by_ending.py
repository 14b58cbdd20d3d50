"""Which reader an attachment needs, by its ending."""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE

from build_scripts.guard.readers.extracted import BROKEN, Extracted, Piece, kind_of, unreadable

TEXTS = ("csv", "txt")
_WEB_PAGE = re.compile(
    r"\s*(?:<!--|<\?xml\b|<(?:!doctype html|a|b|base|body|br|div|embed|font|form|frameset|h1|head|html|iframe|img|link"
    r"|meta|object|p|script|style|svg|table|title)[\s/>])",
    re.IGNORECASE,
)
"""How a file begins that browsers take for a web page whatever it is called. By the MIME Sniffing Standard, 7.1."""

_IMAGES = ("png", "jpg", "jpeg")
_OFFICE = ("docx", "xlsx", "pptx", "odt", "ods", "odp")
READ = frozenset(("pdf", *_OFFICE, *_IMAGES, *TEXTS))
"""The types that may be attachments."""


_OTHERS = (
    (b"PK\x03\x04", _OFFICE, "ett dokument från Word, Excel eller PowerPoint"),
    (b"\xd0\xcf\x11\xe0", (), "ett dokument av äldre slag från Word, Excel eller PowerPoint"),
    (b"%PDF", ("pdf",), "en PDF"),
    (b"\x89PNG", ("png",), "en bild (png)"),
    (b"\xff\xd8\xff", ("jpg", "jpeg"), "en bild (jpg)"),
)
"""What a file of a kind begins with, the endings that it may have, and what it is in Swedish."""

_LOCKED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
"""What a document with a password has within a container of the older kind."""


def extract(name: str, content: bytes) -> Extracted:
    """What the attachment holds. Never raises."""
    kind = kind_of(name)
    for begins, kinds, what in _OTHERS:
        if content.startswith(begins) and kind in READ - set(kinds) and _LOCKED_PACKAGE not in content:
            return unreadable(f"filen heter .{kind} men är {what}")
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
    if _WEB_PAGE.match(text):
        # Some browsers look at the content and not at the ending.
        return unreadable("den är en webbsida med ett annat slags namn")
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
