"""What a feed holds, and its text as Atom (RFC 4287), the same at every build: no clock, and ids that never change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from build_scripts.exports.exported_file import canonical, tag
from macros.record.media import FEED

ATOM = "http://www.w3.org/2005/Atom"
NOTHING_YET = dt.date(2000, 1, 1)
"""When a feed without entries says that it was updated."""


@dataclass(frozen=True)
class FeedEntry:
    """Something to read: `id` is the same for ever, `address` the page that tells of it, `told` the summary line by line."""

    id: str
    title: str
    address: str
    author: str
    kind: str
    published: dt.date
    updated: dt.date
    told: tuple[str, ...] = ()


def atom_text(name: str, address: str, page: str, entries: Sequence[FeedEntry], site_url: str) -> str:
    """The text of the feed at `address`; `page` is the page that says the same."""
    feed = ET.Element("feed", {"xmlns": ATOM, "xml:lang": "sv"})
    _add(feed, "title", name)
    _add(feed, "id", tag(address, site_url))
    _add(feed, "updated", _moment(max((entry.updated for entry in entries), default=NOTHING_YET)))
    _add(ET.SubElement(feed, "author"), "name", name)
    _link(feed, "self", FEED, canonical(address, site_url))
    _link(feed, "alternate", "text/html", canonical(page, site_url))
    for entry in entries:
        _entry(feed, entry, site_url)
    ET.indent(feed, "")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(feed, encoding="unicode")}\n'


def _entry(feed: ET.Element, entry: FeedEntry, site_url: str) -> None:
    one = ET.SubElement(feed, "entry")
    _add(one, "title", entry.title)
    _add(one, "id", tag(entry.id, site_url))
    _add(one, "published", _moment(entry.published))
    _add(one, "updated", _moment(entry.updated))
    _add(ET.SubElement(one, "author"), "name", entry.author)
    _link(one, "alternate", "text/html", canonical(entry.address, site_url))
    ET.SubElement(one, "category", {"term": entry.kind})
    if entry.told:
        _add(one, "summary", "\n".join(entry.told))


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = text


def _link(parent: ET.Element, rel: str, type: str, address: str) -> None:
    ET.SubElement(parent, "link", {"rel": rel, "type": type, "href": address})


def _moment(day: dt.date) -> str:
    """The record knows days, not hours: midnight in UTC is the same day in Sweden."""
    return f"{day.isoformat()}T00:00:00Z"
