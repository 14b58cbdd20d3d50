"""Every page of the record, and every file that is published beside them: pure functions of the archive and the day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from macros.facts.day import Site
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
from macros.pages.page import Page, Promise
from macros.record.archive import Archive

KINDS: tuple[Callable[[Site], Iterator[Promise]], ...] = (
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


def promises(site: Site) -> Iterator[Promise]:
    """All pages of the record, as they stand on the day; each address once."""
    for kind in KINDS:
        yield from kind(site)


def pages(archive: Archive, today: dt.date) -> Iterator[Page]:
    """All pages of the record, made."""
    return (promise.make() for promise in promises(Site(archive, today)))


def attachments(archive: Archive) -> Iterator[tuple[str, str]]:
    """(address, path from the project's root) of every published file."""
    return files.published(archive)
