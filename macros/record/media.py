"""The kinds of files that readers may get, by what their names end with: attachments, and what the archive makes itself."""

from __future__ import annotations

from pathlib import PurePosixPath

_OFFICE = "application/vnd.openxmlformats-officedocument"
_OPEN = "application/vnd.oasis.opendocument"

ATTACHABLE = {
    "pdf": "application/pdf",
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "pptx": f"{_OFFICE}.presentationml.presentation",
    "odt": f"{_OPEN}.text",
    "ods": f"{_OPEN}.spreadsheet",
    "odp": f"{_OPEN}.presentation",
    "csv": "text/csv",
    "txt": "text/plain",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
}
"""What an attachment may be: a browser shows or stores it but never runs it.

`html`, `svg`, `xml` and their like run scripts with the site's rights.
"""

FEED = "application/atom+xml"
_MADE = {"json": "application/json", "ics": "text/calendar", "xml": FEED}
"""What is made beside the pages; every `xml` that a page leads to is a feed."""


def ending(name: str) -> str:
    """What a file's name or address ends with, in small letters and without its dot."""
    return PurePosixPath(name).suffix[1:].lower()


def media_type(name: str) -> str | None:
    """What the file is called in HTTP; None of what no reader may get."""
    return (ATTACHABLE | _MADE).get(ending(name))
