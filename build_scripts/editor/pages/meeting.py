"""The page of one meeting ("Sammanträdet"): its agenda, and beside it facts and days, letter, documents and minutes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from starlette.responses import Response

from build_scripts.editor.editor import Editor
from build_scripts.editor.form.posting import Form
from build_scripts.editor.new_kinds import KINDS
from build_scripts.editor.pages.agenda import agenda
from build_scripts.editor.pages.asked_for import meeting_asked_for
from build_scripts.editor.saving import asks_author
from build_scripts.editor.tasks.all import attachment_tasks, item_tasks, meeting_tasks, minutes_tasks
from build_scripts.editor.tasks.attachments import row_name
from build_scripts.editor.templating import page
from macros.dates.written import capital, hours, several_dates, weekday_date
from macros.facts import meetings
from macros.facts.documents import attached
from macros.facts.meetings import MeetingDay
from macros.finding import Finding
from macros.pages.states import meeting_day_states
from macros.record.archive import Archive, Body, Meeting
from macros.record.filed import File
from macros.record.summons import MeetingState

OFFERED = {
    MeetingState.PLANNED: ("arende", "handling", "lista"),
    MeetingState.CALLED: ("arende", "handling", "lista", "protokoll"),
    MeetingState.HELD: ("protokoll", "lista"),
    MeetingState.CANCELLED: (),
}
"""What can be made for a meeting, by how far it has come."""


@dataclass(frozen=True)
class StepDay:
    """A step of the meeting: its name, its day in words, why it is another than the rule's, and whether it has passed."""

    name: str
    when: str
    reason: str
    has_passed: bool


def show(editor: Editor, asked: Form) -> Response:
    """The meeting that the address names."""
    saved, facts = editor.saved(), editor.facts()
    body, meeting = meeting_asked_for(saved.archive, asked, "id")
    found = facts.meetings.day_of(meeting)
    offered = [what for what in OFFERED[meeting.header.state] if what != "protokoll" or meeting.minutes is None]
    return page(
        "sammantrade.html",
        body=body,
        meeting=meeting,
        heading=capital(several_dates(meeting.days, weekdays=True)),
        states=meeting_day_states(found),
        hours=hours(found.hours) if found.hours else "",
        steps=list(steps(body, meeting, editor.today())),
        agenda=agenda(editor, saved, meeting),
        unreviewed=editor.unreviewed(meeting),
        findings=_of_meeting(saved.findings, meeting),
        offered=offered,
        kinds=KINDS,
        neighbours=_neighbours(found),
        attachments=_attachments(saved.archive, meeting),
        attachment_tasks=attachment_tasks(),
        meeting_tasks=meeting_tasks(meeting),
        minutes_tasks=minutes_tasks() if found.minuted is not None and found.minuted.is_public else {},
        item_tasks=item_tasks(saved.archive, meeting),
        author_is_known=not asks_author(editor.root),
    )


def steps(body: Body, meeting: Meeting, today: dt.date) -> Iterator[StepDay]:
    """The days that are counted from the meeting's own, by the year's schedule."""
    for one in meetings.steps(body, meeting.date):
        hour = f" {hours(one.step.hours)}" if one.step.hours else ""
        yield StepDay(one.step.name, weekday_date(one.date) + hour, one.reason or "", one.date < today)


def _of_meeting(findings: tuple[Finding, ...], meeting: Meeting) -> list[Finding]:
    """What is found in the call, the lists and the minutes; what is found in an item stands at the item."""
    paths = {meeting.document.path, *(one.document.path for one in meeting.lists)}
    paths |= {meeting.minutes.path} if meeting.minutes else set()
    return [found for found in findings if found.place.path in paths]


@dataclass(frozen=True)
class AttachmentRow:
    """An attachment of the meeting: its title, its file if it lies here, and where it is listed: the path and the row."""

    title: str
    file: File | None
    path: str
    row: str


def _attachments(archive: Archive, meeting: Meeting) -> list[AttachmentRow]:
    """What the items, the call and the minutes attach, as they stand."""
    files = {file.name: file for file in meeting.files}
    return [
        AttachmentRow(
            one.attachment.title or one.attachment.file or "Bilaga",
            files.get(one.attachment.file or ""),
            one.document.path,
            row_name(one),
        )
        for one in attached(archive)
        if (one.body_id, one.meeting_id) == (meeting.body_id, meeting.id) and one.keys[0] == "bilagor"
    ]


def _neighbours(found: MeetingDay) -> tuple[Meeting | None, Meeting | None]:
    """The body's meeting before this one, and the one after it."""
    row = found.body.meetings
    n = [one.id for one in row].index(found.meeting.id) if found.meeting else 0
    return (row[n - 1] if n else None), (row[n + 1] if n + 1 < len(row) else None)
