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
