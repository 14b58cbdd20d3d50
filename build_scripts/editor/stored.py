"""The files that the editor may open: those that lie where a file of the record may, and never through a link."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from macros.record import source as sources
from macros.record.layout import Kind, kind_of
from macros.record.parsing import split
from macros.record.schema import Header
from macros.record.source import Source

_MARK = b"\xef\xbb\xbf"


class Unknown(Exception):
    """No file of the record that the editor opens."""


@dataclass(frozen=True)
class Stored:
    """A file as it is on disk: its path from the project's root, its kind and its bytes."""

    path: str
    kind: Kind[Header]
    content: bytes

    @property
    def source(self) -> Source | None:
        """The text with header and body told apart; None where it cannot be read as text."""
        found = sources.decode(self.path, self.content)[0]
        return split(found)[0] if found else None

    def encoded(self, text: str) -> bytes | None:
        """A text in this file's own coding (line ends, byte order mark); None where the coding could not be kept."""
        known = self.source
        return encoded(text, known.text, self.content) if known else None


def encoded(text: str, known: str, content: bytes) -> bytes | None:
    """A text in the coding of the bytes that hold the text `known`; None where the coding could not be kept."""
    for ends in ("\n", "\r\n"):
        for mark in (b"", _MARK):
            if mark + known.replace("\n", ends).encode() == content:
                return mark + text.replace("\n", ends).encode()
    return None


def stored(root: Path, path: str) -> Stored:
    """The file at a path of the record; raises `Unknown` for anything else, whatever it is."""
    kind = kind_of(path)
    file = root / path
    if kind is None or file.resolve() != root.resolve() / path or not file.is_file():
        raise Unknown(path)
    try:
        if file.stat().st_size > sources.LARGEST_FILE:
            raise Unknown(path)
        return Stored(path, kind, file.read_bytes())
    except OSError as error:
        raise Unknown(path) from error
