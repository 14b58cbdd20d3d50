"""The addresses of the editor's own pages."""

from __future__ import annotations

from urllib.parse import urlencode

START = "/"
EDIT = "/redigera"
TEXT = "/text"
PREVIEW = "/forhandsvisning"
HISTORY = "/historik"
DISCARD = "/kasta-utkast"
NEW = "/nytt"


def at(address: str, path: str, **more: str) -> str:
    """A page about the file at this path."""
    return f"{address}?{urlencode({'fil': path, **more})}"


def new(what: str, body_id: str, meeting_id: str = "") -> str:
    """The page that makes something new for a body, or for one of its meetings."""
    asked = {"organ": body_id} | ({"sammantrade": meeting_id} if meeting_id else {})
    return f"{NEW}/{what}?{urlencode(asked)}"


def year(body_id: str, year: int) -> str:
    """The first page with one year of one body."""
    return f"{START}?{urlencode({'organ': body_id, 'ar': year})}"
