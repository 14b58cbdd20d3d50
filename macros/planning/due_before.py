"""What is due before a meeting: its steps, its folder, its call, and the texts of its items."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from macros.dates.written import date, listing
from macros.facts import meetings
from macros.facts.day import Day
from macros.facts.meetings import MeetingDay
from macros.planning.task import Due, DueKind, Source
from macros.record.archive import AgendaItem, Body, Meeting
from macros.record.item import ItemKind
from macros.record.summons import MeetingState


def steps(facts: Day, body: Body) -> Iterator[Due]:
    """The coming steps ("steg") of every meeting that is not cancelled, and the meeting itself.

    Steps after a meeting are about its approval ("justering"): they are over when all of it is approved.
    """
    for found in facts.meetings.of(body):
        if found.is_cancelled:
            continue
        path = _path(found)
        if found.date >= facts.today:
            yield Due(found.date, body, DueKind.MEETING, "Sammanträde", path, found.time)
        approved = found.minuted is not None and found.minuted.is_whole
        for step in meetings.steps(body, found.date):
            if step.date >= facts.today and not (approved and step.step.offset >= 0):
                hours = step.step.hours
                what = f"{step.step.name} (sammanträdet {date(found.date)})"
                yield Due(step.date, body, DueKind.STEP, what, path, hours.start if hours else None)


def _path(found: MeetingDay) -> str:
    """The file that says that the meeting is to be held."""
    document = found.meeting.document if found.meeting else found.planned_by
    assert document is not None
    return document.path


def folders(facts: Day, body: Body) -> Iterator[Due]:
    """A planned meeting has its folder when the call is to be sent, else on its day."""
    for found in facts.meetings.unopened(body):
        yield Due(
            meetings.dispatch_day(body, found.date) or found.date,
            body,
            DueKind.DOCUMENT,
            f"Sammanträdet {date(found.date)} har ingen kallelse",
            f"{body.document.folder}/{found.date}",
            remedy=f"klubbat ny sammanträde {body.id} {found.date}",
        )


def calls(facts: Day, body: Body) -> Iterator[Due]:
    """The call of a coming meeting is sent in time ("kallelse i tid"), and has a letter and an agenda.

    Source: the body's schedule, the body's reglemente; KL 6:44.
    """
    for meeting, day in _coming(facts, body):
        path, on = meeting.document.path, date(meeting.date)
        if meeting.header.state is MeetingState.PLANNED and day < facts.today:
            remedy = "skriv läge: kallat och kallelsens_datum: i kallelse.md när den är skickad"
            yield Due(day, body, DueKind.DOCUMENT, f"Kallelsen till {on} skulle ha skickats", path, remedy=remedy)
        missing = listing(
            [*([] if meeting.document.body.strip() else ["brev"]), *([] if meeting.items else ["ärenden"])]
        )
        if missing:
            yield Due(day, body, DueKind.DOCUMENT, f"Kallelsen till {on} saknar {missing}", path)


def texts(facts: Day, body: Body) -> Iterator[Due]:
    """Every item of a coming meeting is read, has its text, and a matter to decide its proposal."""
    for meeting, day in _coming(facts, body):
        for item in meeting.items:
            if item.is_draft:
                name = f"Ärende {item.number}, {item.header.title or item.slug},"
                what = f"{name} är importerat men inte läst (sammanträdet {date(meeting.date)})"
                remedy = "läs filen, ändra publiceras till ja och ta bort raden skäl: oläst"
                yield Due(day, body, DueKind.DOCUMENT, what, item.document.path, remedy=remedy)
            missing = listing(list(_missing(item)))
            if missing and item.is_public:
                what = f"Ärende {item.number}, {item.title}, saknar {missing} (sammanträdet {date(meeting.date)})"
                yield Due(day, body, DueKind.DOCUMENT, what, item.document.path)


def _missing(item: AgendaItem) -> Iterator[str]:
    if not item.document.body.strip():
        yield "text"
    if item.header.kind is ItemKind.DECISION and not item.header.proposals:
        yield "förslag till beslut"


def _coming(facts: Day, body: Body) -> Iterator[tuple[Meeting, dt.date]]:
    """Every coming meeting that is not cancelled, with the day its papers are due."""
    for found in facts.meetings.coming(body):
        if found.meeting is not None and not found.is_cancelled:
            yield found.meeting, meetings.dispatch_day(body, found.date) or found.date


SOURCES: tuple[Source, ...] = (steps, folders, calls, texts)
