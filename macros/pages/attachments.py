"""Attachments ("bilagor"): what a page may say of each, and which files are published."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from macros import addresses
from macros.facts.day import Site
from macros.record.archive import AgendaItem, Archive, File
from macros.record.item import Arrival, Attachment


@dataclass(frozen=True)
class Shown:
    """An attachment as a reader meets it. `title` is None where it is withheld, `file` where it is not held here."""

    header: Attachment
    title: str | None = None
    file: File | None = None
    address: str | None = None
    replaces: str | None = None

    @property
    def late(self) -> bool:
        """Whether it came after the call."""
        return self.header.arrival is not Arrival.SUMMONS


def of_item(site: Site, item: AgendaItem) -> tuple[Shown, ...]:
    """The item's attachments; nothing of an item that is itself withheld, no title or file name of one that is."""
    if not item.is_public:
        return ()
    withheld = {found.title for found in item.header.attachments if not found.is_shown}
    return tuple(_shown(site, item, found, withheld) for found in item.header.attachments)


def _shown(site: Site, item: AgendaItem, header: Attachment, withheld: set[str | None]) -> Shown:
    if not header.is_shown:
        return Shown(header)
    file = site.file(item, header.file) if header.file else None
    address = quote(addresses.attachment(item.body_id, item.meeting_id, file.name)) if file else None
    replaces = header.replaces if header.replaces not in withheld else None
    return Shown(header, header.title or header.file or "Bilaga utan titel", file, address, replaces)


_Place = tuple[str, str | None, str]
"""A file's body, meeting (None: beside matters without one) and name."""


def published(archive: Archive) -> Iterator[tuple[str, str]]:
    """(address, path) of every file that a shown attachment names; a file that is also withheld somewhere is left out."""
    held: dict[_Place, File] = {(body.id, None, file.name): file for body in archive.bodies for file in body.files}
    held |= {(meeting.body_id, meeting.id, file.name): file for meeting in archive.meetings for file in meeting.files}
    open_files: set[_Place] = set()
    withheld: set[_Place] = set()
    for item in archive.items:
        for found in item.header.attachments:
            if found.file is not None:
                shown = item.is_public and found.is_shown
                (open_files if shown else withheld).add((item.body_id, item.meeting_id, found.file))
    for key in sorted(open_files - withheld, key=lambda key: (key[0], key[1] or "", key[2])):
        if key in held:
            yield addresses.attachment(*key), held[key].path


def withdrawn(archive: Archive) -> Iterator[str]:
    """The addresses of files that were withdrawn ("tillbakadragen"): no page can stand there to say so, and nothing does."""
    for item in archive.items:
        for found in item.header.attachments:
            if found.file is not None and item.has_withdrawn(found):
                yield addresses.attachment(item.body_id, item.meeting_id, found.file)
