"""What stands at the address of what is not published, or was withdrawn ("tillbakadragen"): only that, when and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from macros.facts.day import Day
from macros.pages import record_page
from macros.pages.page import Page
from macros.pages.record_page import Link
from macros.pages.request import recipient
from macros.record.archive import Body
from macros.record.item import Withdrawable

NOT_INDEXED = '<meta name="robots" content="noindex">'
"""Search engines forget what stood on the page when they read it again."""


def tombstone(
    facts: Day,
    body: Body,
    address: str,
    heading: str,
    path: Sequence[Link],
    kind: str,
    header: Withdrawable,
    *,
    title: str | None = None,
    number: str | None = None,
    place: str | None = None,
) -> Page:
    """The page, which tells how to ask for the document: by its case number, its `place` on an agenda, or else the page."""
    made = record_page.page(
        facts,
        "withdrawn.html",
        address,
        heading,
        "Handlingen på den här adressen är tillbakadragen."
        if header.withdrawn
        else "Handlingen på den här adressen publiceras inte.",
        path,
        kind,
        title=title,
        body=body,
        header=header,
        recipient=recipient(body, number or place or title or heading),
        about=f"diarienumret {number}" if number else place or "den här sidans adress",
    )
    return replace(made, head=made.head + NOT_INDEXED)
