"""A letter that a person looks through and sends: a draft that any mail program opens (.eml), with nothing of the day in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP

_BOUNDARY = "klubbat-del"
LARGEST_ATTACHED = 8_000_000
"""Bytes of what is attached: many mailboxes take ten megabytes, and a letter's files grow by a third on the way."""


@dataclass(frozen=True)
class Draft:
    """A letter: the name of its file, its subject and text, whom it is addressed to, and who get it without seeing each other.

    `attached` is a PDF file's name and bytes.
    """

    name: str
    subject: str
    text: str
    to: str | None = None
    hidden: tuple[str, ...] = ()
    attached: tuple[str, bytes] | None = None

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Name and bytes of the letter, and of what is attached to it, to be printed."""
        yield self.name, self.content()
        if self.attached is not None:
            yield self.attached

    def content(self) -> bytes:
        """The letter's own bytes."""
        letter = EmailMessage(policy=SMTP)
        letter["Subject"] = _plain(self.subject)
        if self.to:
            letter["To"] = self.to
        if self.hidden:
            letter["Bcc"] = ", ".join(self.hidden)
        # Outlook opens a letter with this line for writing, and not as one that has come.
        letter["X-Unsent"] = "1"
        letter.set_content(_plain(self.text), cte="quoted-printable")
        if self.attached:
            name, content = self.attached
            letter.add_attachment(content, maintype="application", subtype="pdf", filename=name)
            letter.set_boundary(_BOUNDARY)
        return letter.as_bytes()


def _plain(text: str) -> str:
    """Without what keeps a page's lines together: mail programs break lines by themselves, and some show the signs."""
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{WORD JOINER}", "")
