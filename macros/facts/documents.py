"""The documents of items, calls and minutes: in what order a reader meets them, which belong to which, where each is written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from macros import addresses
from macros.record.archive import AgendaItem, Archive, Meeting
from macros.record.described import DocumentKind
from macros.record.item import Attachment, ItemHeader
from macros.record.minutes import MinutesHeader
from macros.record.paper import Paper, PaperHeader
from macros.record.schema import Document, Keys
from macros.record.summons import SummonsHeader

MeetingFile = Document[SummonsHeader] | Document[MinutesHeader]
"""The call of a meeting or its minutes: each may have attachments of its own."""


def files_of(meeting: Meeting) -> tuple[MeetingFile, ...]:
    """The call and, when there are any, the minutes."""
    return (meeting.document, meeting.minutes) if meeting.minutes is not None else (meeting.document,)


@dataclass(frozen=True)
class Attached:
    """An attachment ("bilaga") where a header lists it: the file, the keys to it, and the folder that holds its own file.

    `is_open` says whether what it belongs to may be shown, `withdrawn` the day it was withdrawn, by itself or with that.
    """

    document: Document[Any]
    keys: Keys
    attachment: Attachment
    body_id: str
    meeting_id: str | None
    is_open: bool
    withdrawn: dt.date | None

    @property
    def is_shown(self) -> bool:
        """Whether its title and its file may be shown."""
        return self.is_open and self.attachment.is_shown

    @property
    def is_withdrawn(self) -> bool:
        """Whether it was withdrawn ("tillbakadragen")."""
        return self.withdrawn is not None

    @property
    def address(self) -> str | None:
        """The address of its file, if it has one."""
        name = self.attachment.file
        return None if name is None else addresses.attachment(self.body_id, self.meeting_id, name)


def attached(archive: Archive) -> Iterator[Attached]:
    """Every attachment of the record."""
    for item in archive.items:
        for n, one in enumerate(item.header.attachments):
            withdrawn = one.withdrawn or item.header.withdrawn
            yield Attached(item.document, ("bilagor", n), one, item.body_id, item.meeting_id, item.is_public, withdrawn)
    for meeting in archive.meetings:
        for document in files_of(meeting):
            for n, one in enumerate(document.header.attachments):
                yield Attached(document, ("bilagor", n), one, meeting.body_id, meeting.id, True, one.withdrawn)
    for body in archive.bodies:
        for found in body.lists:
            for row, decision in enumerate(found.header.decisions):
                gone = found.header.withdrawn or decision.withdrawn
                for n, one in enumerate(decision.attachments):
                    keys: Keys = ("beslut", row, "bilagor", n)
                    withdrawn = one.withdrawn or gone
                    yield Attached(found.document, keys, one, body.id, found.meeting_id, gone is None, withdrawn)


@dataclass(frozen=True)
class ItemDocument:
    """A document: of an item with a text of its own (`paper`), or an attachment; `keys` lead to it in its `document`."""

    header: PaperHeader | Attachment
    document: Document[Any]
    keys: Keys
    paper: Paper | None = None
    parts: tuple[ItemDocument, ...] = ()


_KINDS = list(DocumentKind)


def _order(paper: Paper) -> tuple[int, str, str]:
    header = paper.header
    return _KINDS.index(header.kind) if header.kind else len(_KINDS), str(header.date), paper.slug


def flat(item: AgendaItem) -> tuple[ItemDocument, ...]:
    """All documents of an item: those with a text of their own by kind and day, then the attachments as they are written."""
    papers = (ItemDocument(one.header, one.document, (), one) for one in sorted(item.papers, key=_order))
    return (*papers, *attachments_of(item.document))


def attachments_of(document: Document[ItemHeader] | MeetingFile) -> tuple[ItemDocument, ...]:
    """The attachments that a file lists, as they are written."""
    return tuple(ItemDocument(one, document, ("bilagor", n)) for n, one in enumerate(document.header.attachments))


def together(archive: Archive) -> Iterator[tuple[ItemDocument, ...]]:
    """The documents that may name each other: of one item that may be shown, of one call, of the minutes of one meeting."""
    yield from (flat(item) for item in archive.items if item.is_public)
    yield from (attachments_of(document) for meeting in archive.meetings for document in files_of(meeting))


def nested(documents: tuple[ItemDocument, ...]) -> tuple[ItemDocument, ...]:
    """The documents, each with those that belong to it ("hör_till") as its `parts`."""
    return tuple(_with_parts(one, documents) for one in documents if _whole(one, documents) is None)


def _whole(one: ItemDocument, documents: tuple[ItemDocument, ...]) -> ItemDocument | None:
    """The document that this one belongs to."""
    title = one.header.part_of
    return next((other for other in documents if title and other.header.title == title and other is not one), None)


def _with_parts(one: ItemDocument, documents: tuple[ItemDocument, ...]) -> ItemDocument:
    parts = tuple(_with_parts(other, documents) for other in documents if _whole(other, documents) is one)
    return ItemDocument(one.header, one.document, one.keys, one.paper, parts)


def goes_round(one: ItemDocument, documents: tuple[ItemDocument, ...]) -> bool:
    """Whether what the document belongs to belongs in its turn to it, so that none of them stands first."""
    whole = _whole(one, documents)
    for _ in documents:
        if whole is None or whole is one:
            break
        whole = _whole(whole, documents)
    return whole is one
