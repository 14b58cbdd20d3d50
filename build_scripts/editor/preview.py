"""The page that a file would become, before it is saved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping

from macros import addresses
from macros.pages import delegation, item, meeting, minutes
from macros.pages.page import Page
from macros.pages.site import Site
from macros.record.archive import Archive

_KINDS: Mapping[str, Callable[[Site], Iterator[Page]]] = {
    "kallelse": meeting.pages,
    "ärende": item.pages,
    "delegationsbeslut": delegation.pages,
    "protokoll": minutes.pages,
}
STYLES = ("base", "frame", "record", "states", "tables", "minutes")
"""The site's style sheets that a page of the record is dressed in."""


def page_of(archive: Archive, today: dt.date, path: str, kind: str) -> Page | None:
    """The page of the file at this path; None for what is not shown on the site."""
    address = _address(archive, path, kind)
    if address is None:
        return None
    return next((page for page in _KINDS[kind](Site(archive, today)) if page.address == address), None)


def _address(archive: Archive, path: str, kind: str) -> str | None:
    if kind == "ärende":
        return next((found.address for found in archive.items if found.document.path == path), None)
    for one in archive.meetings:
        if one.document.path == path:
            return one.address
        if one.minutes is not None and one.minutes.path == path:
            return addresses.minutes(one.body_id, one.id)
        for found in one.lists:
            if found.document.path == path:
                return found.address
    return None
