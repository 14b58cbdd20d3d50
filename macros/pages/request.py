"""Asking for a document ("begäran om allmän handling"): whom to write to, with the number filled in."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from macros.record.archive import Body


@dataclass(frozen=True)
class Recipient:
    """Where a request goes; `link` opens a letter with its subject written. All are None where the record knows no address."""

    email: str | None = None
    link: str | None = None
    postal: str | None = None
    telephone: str | None = None


def recipient(body: Body, about: str | None) -> Recipient:
    """The body's registrar, else the body itself; `about` is the case number or the title that the subject names.

    Nobody need say who they are or what the document is for. Source: TF 2:18.
    """
    contact = body.header.registrar or body.header.contact
    if contact is None:
        return Recipient()
    subject = f"Begäran om handling: {about}" if about else "Begäran om handling"
    link = f"mailto:{quote(contact.email, safe='@')}?subject={quote(subject, safe='')}" if contact.email else None
    return Recipient(contact.email, link, contact.postal_address, contact.telephone)
