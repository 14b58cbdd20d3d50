"""What a page says to machines: JSON-LD in schema.org's words, with addresses relative to the page."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from typing import Any, Protocol

from markupsafe import Markup

from macros.dates.working_days import shift
from macros.pages.templating import relative
from macros.record.archive import AgendaItem, Body, Meeting
from macros.record.media import media_type
from macros.record.moments import STOCKHOLM

_WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


class _Crumb(Protocol):
    @property
    def text(self) -> str: ...
    @property
    def address(self) -> str: ...


def head(address: str, path: Sequence[_Crumb], data: dict[str, Any] | None) -> str:
    """The head's data: the page's place in the facts, and what it is about.

    `<` is written as an escape, so that no text of the record can end the script element; and `>` with it, so that both
    signs stand on a page only where a tag is.
    """
    crumbs = {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": link.text, "item": relative(address, link.address)}
            for number, link in enumerate(path, 1)
        ],
    }
    graph = {"@context": "https://schema.org", "@graph": [crumbs, data] if data else [crumbs]}
    text = _WRITER.encode(graph).replace("<", "\\u003c")
    text = text.replace(">", "\\u003e")
    return f'<script type="application/ld+json">{text}</script>'


def alternates(address: str, links: Sequence[_Crumb]) -> str:
    """The head's links to what the page is as a file: a calendar, a feed, a table."""
    return "".join(
        Markup('<link rel="alternate" type="{}" title="{}" href="{}">\n    ').format(
            media_type(link.address), link.text, relative(address, link.address)
        )
        for link in links
    )


def organisation(body: Body, day: dt.date | None = None) -> dict[str, Any]:
    """The body as an organisation, part of its municipality, by its name on the day if one is told."""
    return {
        "@type": "GovernmentOrganization",
        "name": body.name_on(day),
        "parentOrganization": {"@type": "GovernmentOrganization", "name": body.header.municipality},
    }


def event(meeting: Meeting, body: Body, name: str) -> dict[str, Any]:
    """The meeting as an event; its hour carries Stockholm's offset of that day."""
    data: dict[str, Any] = {
        "@type": "Event",
        "name": name,
        "startDate": _iso(begins(meeting)),
        "eventStatus": f"https://schema.org/{_status(meeting)}",
        "organizer": organisation(body, meeting.date),
    }
    if end := ends(meeting):
        data["endDate"] = _iso(end)
    if meeting.header.moves:
        data["previousStartDate"] = meeting.header.moves[-1].old.isoformat()
    if meeting.header.venue:
        data["location"] = {"@type": "Place", "name": meeting.header.venue, "address": body.header.municipality}
    return data


def _iso(when: dt.date | dt.datetime) -> str:
    return when.isoformat(timespec="minutes") if isinstance(when, dt.datetime) else when.isoformat()


def begins(meeting: Meeting) -> dt.date | dt.datetime:
    """When the meeting begins: its first day, with the hour in Stockholm where the call says it."""
    time = meeting.header.time
    return meeting.date if time is None else dt.datetime.combine(meeting.date, time, STOCKHOLM)


def ends(meeting: Meeting) -> dt.date | dt.datetime | None:
    """When the meeting ends: its last day, with the hour where the call says it; None where neither is told."""
    hours = meeting.header.further_days[-1].hours if meeting.header.further_days else meeting.header.hours
    if hours is None or hours.end is None:
        return meeting.last_day if meeting.last_day != meeting.date else None
    day = shift(meeting.last_day, 1) if hours.pass_midnight else meeting.last_day
    return dt.datetime.combine(day, hours.end, STOCKHOLM)


def _status(meeting: Meeting) -> str:
    if meeting.is_cancelled:
        return "EventCancelled"
    return "EventRescheduled" if meeting.header.moves else "EventScheduled"


def work(item: AgendaItem, body: Body) -> dict[str, Any]:
    """The item as a document of the body; a masked one says only that it is there."""
    data: dict[str, Any] = {
        "@type": "CreativeWork",
        "name": item.title,
        "inLanguage": "sv",
        "publisher": organisation(body, item.date),
    }
    if item.header.case_number:
        data["identifier"] = item.header.case_number
    if item.is_public and item.header.document_date:
        data["dateCreated"] = item.header.document_date.isoformat()
    return data
