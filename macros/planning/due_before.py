"""What is due before a meeting: its steps, its folder, its call, and the texts of its items."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from macros.dates.deadlines import deadlines
from macros.dates.working_days import shift
from macros.dates.written import date, listing
from macros.planning.task import Due, DueKind, Source
from macros.record.archive import AgendaItem, Body, Meeting
from macros.record.item import ItemKind
from macros.record.schedule import StepKind
from macros.record.summons import MeetingState


def unopened(body: Body) -> Iterator[tuple[dt.date, str]]:
    """The dates of the schedules that have no meeting's folder, each with the path of its schedule."""
    known = {day for meeting in body.meetings for day in (meeting.date, *(move.old for move in meeting.header.moves))}
    for schedule in body.schedules:
        for planned in schedule.header.meetings:
            if planned.date not in known:
                yield planned.date, schedule.path


def dispatch_day(body: Body, meeting: dt.date) -> dt.date | None:
    """The day on which the call is sent at the latest: the schedule's last dispatch ("utskick") before the meeting.

    Without one it is counted by the body's own rule ("kallelse_senast"); None where neither says anything.
    Source: the body's schedule and reglemente (KL 6:44); no statute sets the day for a board.
    """
    schedule = body.schedule(meeting.year)
    steps = deadlines(schedule.header, meeting) if schedule else ()
    sent = [step.date for step in steps if step.step.kind is StepKind.DISPATCH and step.date < meeting]
    if sent:
        return max(sent)
    return None if body.header.summons_days is None else shift(meeting, -body.header.summons_days)


def steps(body: Body, today: dt.date) -> Iterator[Due]:
    """The coming steps ("steg") of every meeting that is not cancelled, and the meeting itself.

    Steps after a meeting are about its approval ("justering"): they are over when all of it is approved.
    """
    held = [
        (one.date, one.header.time, one.document.path, _is_approved(one))
        for one in body.meetings
        if not one.is_cancelled
    ]
    planned = [(day, body.header.time, path, False) for day, path in unopened(body)]
    for meeting, time, path, approved in (*held, *planned):
        if meeting >= today:
            yield Due(meeting, body, DueKind.MEETING, "Sammanträde", path, time)
        schedule = body.schedule(meeting.year)
        for step in deadlines(schedule.header, meeting) if schedule else ():
            if step.date >= today and not (approved and step.step.offset >= 0):
                hours = step.step.hours
                what = f"{step.step.name} (sammanträdet {date(meeting)})"
                yield Due(step.date, body, DueKind.STEP, what, path, hours.start if hours else None)


def _is_approved(meeting: Meeting) -> bool:
    """Whether the meeting has minutes and nothing of them waits for approval."""
    return meeting.minutes is not None and all(one.approved is not None for one in meeting.minutes.header.approvals)


def folders(body: Body, today: dt.date) -> Iterator[Due]:
    """A planned meeting has its folder when the call is to be sent, else on its day."""
    for meeting, path in unopened(body):
        home = path.split("/sammantradesordning/")[0]
        yield Due(
            dispatch_day(body, meeting) or meeting,
            body,
            DueKind.DOCUMENT,
            f"Sammanträdet {date(meeting)} har ingen kallelse",
            f"{home}/{meeting}",
            remedy=f"klubbat ny sammanträde {body.id} {meeting}",
        )


def calls(body: Body, today: dt.date) -> Iterator[Due]:
    """The call of a coming meeting is sent in time, and has a letter and an agenda."""
    for meeting, day in _coming(body, today):
        path, on = meeting.document.path, date(meeting.date)
        if meeting.header.state is MeetingState.PLANNED and day < today:
            remedy = "skriv läge: kallat och kallelsens_datum: i kallelse.md när den är skickad"
            yield Due(day, body, DueKind.DOCUMENT, f"Kallelsen till {on} skulle ha skickats", path, remedy=remedy)
        missing = listing(
            [*([] if meeting.document.body.strip() else ["brev"]), *([] if meeting.items else ["ärenden"])]
        )
        if missing:
            yield Due(day, body, DueKind.DOCUMENT, f"Kallelsen till {on} saknar {missing}", path)


def texts(body: Body, today: dt.date) -> Iterator[Due]:
    """Every item of a coming meeting is read, has its text, and a matter to decide its proposal."""
    for meeting, day in _coming(body, today):
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


def _coming(body: Body, today: dt.date) -> Iterator[tuple[Meeting, dt.date]]:
    """Every coming meeting that is not cancelled, with the day its papers are due."""
    for meeting in body.meetings:
        if meeting.date >= today and not meeting.is_cancelled:
            yield meeting, dispatch_day(body, meeting.date) or meeting.date


SOURCES: tuple[Source, ...] = (steps, folders, calls, texts)
