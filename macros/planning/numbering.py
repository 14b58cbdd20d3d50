"""The numbers that come next: of paragraphs ("§") and a year's collective number ("samlingsnummer")."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import takewhile

from macros.dates.terms import series_of
from macros.record.archive import AgendaItem, Body, Meeting
from macros.record.item import ItemKind
from macros.record.numbers import ItemNumber


def next_paragraph(body: Body, meeting: Meeting) -> int:
    """The number that the meeting's first paragraph gets: after the last minutes before it of the same series, else 1."""
    before = [
        paragraph.number
        for other in body.meetings
        if other.minutes is not None
        and other.order < meeting.order
        and series_of(body.header, other.date) == series_of(body.header, meeting.date)
        for paragraph in other.minutes.header.paragraphs
    ]
    return max(before, default=0) + 1


def without_minutes(body: Body, meeting: Meeting) -> tuple[Meeting, ...]:
    """Meetings before it, in its series and after the body's first minutes, that lack minutes: their numbers may come first."""
    first = next((other.order for other in body.meetings if other.minutes is not None), None)
    return tuple(
        other
        for other in body.meetings
        if first is not None
        and first < other.order < meeting.order
        and other.minutes is None
        and not other.is_cancelled
        and (body.header.begins is None or other.date >= body.header.begins)
        and series_of(body.header, other.date) == series_of(body.header, meeting.date)
    )


def recurring(body: Body, kind: ItemKind, before: dt.date) -> AgendaItem | None:
    """The latest item of this kind with a collective number ("samlingsnummer"), at a meeting before the day."""
    return next((item for day, item in _collective(body, kind) if day < before), None)


def collective_number(body: Body, kind: ItemKind, year: int) -> str | None:
    """The year's number for items of this kind, as an item of that year's meetings has it; None where none has."""
    numbers = (item.header.case_number for day, item in _collective(body, kind) if day.year == year)
    return next(filter(None, numbers), None)


def before_what_ends(body: Body, meeting: Meeting) -> ItemNumber | None:
    """The number that a new item gets where the recurring items ended the last agenda: they stay last; else None."""
    last = next(
        (one for one in reversed(body.meetings) if one.order < meeting.order and one.items and not one.is_cancelled),
        None,
    )
    if last is None or len(_ending(last)) == len(last.items):
        return None
    kinds = {item.header.kind for item in _ending(last)}
    ending = [item for item in _ending(meeting) if item.header.kind in kinds]
    return ending[-1].number if ending else None


def _ending(meeting: Meeting) -> list[AgendaItem]:
    """The recurring items that end the agenda, the last first."""
    return list(takewhile(lambda item: item.header.collective and item.number is not None, reversed(meeting.items)))


def _collective(body: Body, kind: ItemKind) -> Iterator[tuple[dt.date, AgendaItem]]:
    """The items of this kind with a collective number, the latest first, each with its meeting's day."""
    for meeting in reversed(body.meetings):
        for item in reversed(meeting.items):
            if item.is_public and item.header.kind is kind and item.header.collective:
                yield meeting.date, item
