"""What an attachment holds: its texts with where they stand, and what makes it impossible to judge."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from posixpath import splitext


@dataclass(frozen=True)
class Piece:
    """A text of an attachment; `where` is a place in Swedish ("sida 3", "Blad1, rad 4", "filens egenskaper")."""

    where: str
    text: str


@dataclass(frozen=True)
class Extracted:
    """The texts, and faults as (kind's id, what was found). `has_author`: the file's properties name somebody.

    `values` are those in the texts that stand for themselves, as they are written: attributes of tags, data of a page.
    """

    pieces: tuple[Piece, ...] = ()
    faults: tuple[tuple[str, str], ...] = ()
    has_author: bool = False
    values: Set[str] = frozenset()


def unreadable(why: str) -> Extracted:
    """An attachment that nobody can judge, and why, in Swedish."""
    return Extracted(faults=(("oläst-bilaga", why),))


PROPERTIES = "filens egenskaper"
BROKEN = "filen är trasig"
LOCKED = "filen har lösenord"
EMBEDDED = "den har andra filer inbäddade"
FETCHING = "den hämtar en mall eller en annan del från en annan plats"
PROGRAM = "den har program i sig (makron eller skript)"


def kind_of(name: str) -> str:
    """The ending of a file's name, in small letters."""
    return splitext(name)[1][1:].lower()
