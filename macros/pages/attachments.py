"""The documents of an item ("handlingar", "bilagor"): what a page may say of each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from urllib.parse import quote

from macros import addresses
from macros.dates.written import listing
from macros.facts.day import Day
from macros.facts.documents import ItemDocument, attachments_of, flat, nested
from macros.facts.minutes import Minuted
from macros.pages import wording
from macros.pages.record_page import Link, body_link
from macros.record.archive import AgendaItem, Meeting
from macros.record.described import Described
from macros.record.filed import File
from macros.record.item import Arrival, Attachment
from macros.record.paper import PaperHeader

Place = tuple[str, str | None]
"""The body and the meeting beside whose files attachments lie; no meeting for the matters without one."""


@dataclass(frozen=True)
class Shown:
    """A document as a reader meets it, with those that belong to it.

    `title` is None where it is withheld, `address` where it is not held here, `file` where it has a page of its own. `told`
    is what it is, of what day, from and to whom.
    """

    header: Attachment | PaperHeader
    told: str = ""
    title: str | None = None
    file: File | None = None
    address: str | None = None
    replaces: str | None = None
    parts: tuple[Shown, ...] = ()

    @property
    def name(self) -> str:
        """What it is called where it has no title."""
        return "Bilaga" if isinstance(self.header, Attachment) else "Handling"

    @property
    def late(self) -> bool:
        """Whether it came after the call."""
        return self.header.arrival is not Arrival.SUMMONS


def of_item(facts: Day, item: AgendaItem) -> tuple[Shown, ...]:
    """The item's documents; nothing of an item that is itself withheld, no title or file name of one that is."""
    return _all_shown(facts, (item.body_id, item.meeting_id), flat(item)) if item.is_public else ()


def of_call(facts: Day, meeting: Meeting) -> tuple[Shown, ...]:
    """The attachments of the call itself."""
    return _all_shown(facts, (meeting.body_id, meeting.id), attachments_of(meeting.document))


def of_minutes(facts: Day, minuted: Minuted) -> tuple[Shown, ...]:
    """The attachments of the minutes, when all of them are approved: what is not is not public. Source: TF 2:10."""
    if not minuted.is_whole:
        return ()
    return _all_shown(facts, (minuted.body.id, minuted.meeting.id), attachments_of(minuted.document))


def every(documents: Iterable[Shown]) -> Iterator[Shown]:
    """The documents and all that belong to them, in the order of a reader."""
    for shown in documents:
        yield shown
        yield from every(shown.parts)


def _all_shown(facts: Day, place: Place, documents: tuple[ItemDocument, ...]) -> tuple[Shown, ...]:
    """The documents that lie at one place; the title of one that is not shown is told by no other."""
    withheld = {one.header.title for one in documents if not one.header.is_shown}
    return tuple(_shown(facts, place, one, withheld) for one in nested(documents))


def _shown(facts: Day, place: Place, one: ItemDocument, withheld: Set[str | None]) -> Shown:
    header, parts = one.header, tuple(_shown(facts, place, part, withheld) for part in one.parts)
    if not header.is_shown:
        return Shown(header, what_of_withheld(header), parts=parts)
    replaces = header.replaces if header.replaces not in withheld else None
    told = what(facts, header)
    if one.paper is not None:
        return Shown(header, told, header.title or "Handling utan titel", None, one.paper.address, replaces, parts)
    assert isinstance(header, Attachment)
    title, file, address = file_of(facts, header, *place)
    return Shown(header, told, title, file, address, replaces, parts)


def file_of(
    facts: Day, header: Attachment, body_id: str, meeting_id: str | None
) -> tuple[str, File | None, str | None]:
    """An attachment's title, its file and the file's address; both None where it is not held here."""
    file = facts.items.file(body_id, meeting_id, header.file) if header.file else None
    address = quote(addresses.attachment(body_id, meeting_id, file.name)) if file else None
    return header.title or header.file or "Bilaga utan titel", file, address


def what(facts: Day, header: Described) -> str:
    """What a document is, of what day, from and to whom, signed by whom and how long, as one sentence; empty where unknown."""
    said = (
        what_of_withheld(header),
        f"från {names(facts, [header.author], header.date)}" if header.author else "",
        f"till {names(facts, header.recipients, header.date)}" if header.recipients else "",
        f"undertecknad av {listing(header.signers)}" if header.signers else "",
        wording.number_of(header.page_count, "sida", "sidor") if header.page_count else "",
    )
    return ", ".join(filter(None, said))


def what_of_withheld(header: Described) -> str:
    """What a document is, and of what day: all that may be said of one that is not shown."""
    said = (str(header.kind) if header.kind else "", wording.plain_date(header.date) if header.date else "")
    return " den ".join(filter(None, said)) if all(said) else "".join(said)


def names(facts: Day, written: Iterable[str], day: dt.date | None) -> str:
    """Those whom a document of the day is from or to, bodies of the record by their names then."""
    return listing([party(facts, one, day).text for one in written])


def party(facts: Day, written: str, day: dt.date | None) -> Link:
    """One whom a document of the day is from or to: a body of the record with its page, else the words as written."""
    found = facts.items.receiver(written)
    return Link(found, "") if isinstance(found, str) else body_link(found, day)
