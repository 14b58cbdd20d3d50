"""Every page of the record, and every file that is published beside them: pure functions of the archive and the day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from macros.pages import attachments as files
from macros.pages import (
    body,
    calendar,
    case,
    delegation,
    extract,
    followed,
    item,
    meeting,
    members,
    minutes,
    notice_board,
    order,
    schedule,
    year,
)
from macros.pages.page import Page
from macros.pages.site import Site
from macros.record.archive import Archive

KINDS: tuple[Callable[[Site], Iterator[Page]], ...] = (
    body.pages,
    year.pages,
    meeting.pages,
    item.pages,
    case.pages,
    schedule.pages,
    delegation.pages,
    order.pages,
    calendar.pages,
    minutes.pages,
    extract.pages,
    notice_board.pages,
    members.pages,
    followed.pages,
)
"""One function for each kind of page."""


def pages(archive: Archive, today: dt.date) -> Iterator[Page]:
    """All pages of the record, as they stand on the day; each address once."""
    site = Site(archive, today)
    for kind in KINDS:
        yield from kind(site)


def attachments(archive: Archive) -> Iterator[tuple[str, str]]:
    """(address, path from the project's root) of every published file."""
    return files.published(archive)
