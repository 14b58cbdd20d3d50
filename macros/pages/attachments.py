"""Attachments ("bilagor"): what a page may say of each."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from macros import addresses
from macros.facts.day import Day
from macros.record.archive import AgendaItem, File
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


def of_item(facts: Day, item: AgendaItem) -> tuple[Shown, ...]:
    """The item's attachments; nothing of an item that is itself withheld, no title or file name of one that is."""
    if not item.is_public:
        return ()
    withheld = {found.title for found in item.header.attachments if not found.is_shown}
    return tuple(_shown(facts, item, found, withheld) for found in item.header.attachments)


def _shown(facts: Day, item: AgendaItem, header: Attachment, withheld: set[str | None]) -> Shown:
    if not header.is_shown:
        return Shown(header)
    file = facts.items.file(item, header.file) if header.file else None
    address = quote(addresses.attachment(item.body_id, item.meeting_id, file.name)) if file else None
    replaces = header.replaces if header.replaces not in withheld else None
    return Shown(header, header.title or header.file or "Bilaga utan titel", file, address, replaces)
