"""Asking for a document ("begäran om allmän handling"): whom to write to, with the number filled in.

Who asks, and why, is asked only where it decides whether something is secret. Source: TF 2:18.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from macros.pages import wording
from macros.pages.attachments import Shown, every
from macros.pages.record_page import Link
from macros.record.archive import AgendaItem, Body, Meeting


@dataclass(frozen=True)
class Recipient:
    """Where a request goes; `link` opens a letter with its subject written. All are None where the record knows no address."""

    email: str | None = None
    link: str | None = None
    postal: str | None = None
    telephone: str | None = None


def naming_of(body: Body, meeting: Meeting | None, item: AgendaItem) -> str:
    """What to name when the documents of an item are asked for: of one that is not shown, its place on the list."""
    number = item.header.case_number
    if not item.is_public and meeting is not None:
        place = place_of(body, meeting, item)
        return f"{place}, diarienummer {number}" if number else place
    return f"diarienumret {number}" if number else f"rubriken ”{item.title}”"


def place_of(body: Body, meeting: Meeting, item: AgendaItem) -> str:
    """What to name of an item of which nothing is told: the body, the day and the item's number."""
    return f"{in_meeting(body, meeting)}, punkt {item.number} på listan"


def letters(body: Body, about: str, documents: Iterable[Shown]) -> list[Link]:
    """The documents that are not on the web, by name, each with a letter that asks for it; "" where no address is known.

    `about` is the matter's number, or the meeting, which the letter names after the document.
    """
    return [
        Link(shown.title, recipient(body, f"{shown.title}, {about}").link or "")
        for shown in every(documents)
        if shown.title and shown.address is None
    ]


def in_meeting(body: Body, meeting: Meeting) -> str:
    """What to name of a meeting's papers: the body and the day."""
    return f"{body.name_on(meeting.date)}, sammanträdet {wording.plain_dates(meeting.days)}"


def recipient(body: Body, about: str | None) -> Recipient:
    """The body's registrar, else the body itself; `about` is what the subject names.

    Nobody need say who they are or what the document is for. Source: TF 2:18.
    """
    contact = body.header.registrar or body.header.contact
    if contact is None:
        return Recipient()
    subject = f"Begäran om handling: {about}" if about else "Begäran om handling"
    link = f"mailto:{quote(contact.email, safe='@')}?subject={quote(subject, safe='')}" if contact.email else None
    return Recipient(contact.email, link, contact.postal_address, contact.telephone)
