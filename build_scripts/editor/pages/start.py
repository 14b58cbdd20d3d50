"""The first page: every body with its files and meetings, drafts that wait, and files that cannot be read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.responses import Response

from build_scripts.editor.documents import Unknown
from build_scripts.editor.editor import Editor
from build_scripts.editor.saving import waiting_drafts
from build_scripts.editor.templating import EDIT, NEW, START, at, page
from macros.dates.written import capital, month, weekday_date
from macros.finding import Level
from macros.record.archive import Body, Meeting
from macros.record.layout import kind_of

YEAR = dt.timedelta(days=365)


@dataclass(frozen=True)
class FileLink:
    """A file that can be opened, or a page."""

    text: str
    address: str


@dataclass(frozen=True)
class MeetingFiles:
    """A meeting with its files and what can be made for it; one that is ahead stands open."""

    meeting: Meeting
    title: str
    is_ahead: bool
    links: tuple[FileLink, ...]
    new: tuple[FileLink, ...]


@dataclass(frozen=True)
class BodyFiles:
    """A body as the first page shows it: its own files, some of its meetings, and the years of the others."""

    body: Body
    files: tuple[FileLink, ...]
    new: tuple[FileLink, ...]
    meetings: tuple[MeetingFiles, ...]
    matters: tuple[FileLink, ...]
    years: tuple[FileLink, ...]


def show(editor: Editor, body_id: str = "", year: str = "") -> Response:
    """What there is to edit: of every body what is ahead and the last year's, or one year of one body."""
    saved, today = editor.saved(), editor.today()
    # First those whose work goes on.
    bodies = sorted(saved.archive.bodies, key=lambda body: body.header.historical)
    bodies = [body for body in bodies if body_id in ("", body.id)]
    if body_id and not bodies:
        raise Unknown(body_id)
    broken = sorted(
        {found.place.path for found in saved.findings if found.level is Level.ERROR and kind_of(found.place.path)}
    )
    return page(
        "start.html",
        bodies=[_body(body, _shown(body, today, year), today) for body in bodies],
        whole=not body_id,
        broken=[FileLink(path, at(EDIT, path)) for path in broken],
        drafts=[FileLink(path, at(EDIT, path, utkast="1")) for path in waiting_drafts(editor.root)],
    )


def _shown(body: Body, today: dt.date, year: str) -> list[Meeting]:
    """The meetings of the year; without one those from a year back on, else the latest year's."""
    if year:
        return [found for found in body.meetings if str(found.date.year) == year]
    recent = [found for found in body.meetings if found.date >= today - YEAR]
    return recent or [found for found in body.meetings if found.date.year == body.meetings[-1].date.year]


def _body(body: Body, shown: list[Meeting], today: dt.date) -> BodyFiles:
    years = sorted({found.date.year for found in body.meetings if found not in shown}, reverse=True)
    return BodyFiles(
        body,
        tuple(_own_files(body)),
        tuple(
            FileLink(text, _new(what, body.id))
            for what, text in (
                ("sammantrade", "Nytt sammanträde"),
                ("ar", "Ny sammanträdesordning"),
                ("anslag", "Nytt anslag"),
                ("delegationsordning", "Ny delegationsordning"),
                ("ledamoter", "Nya ledamöter"),
            )
            if what != "ledamoter" or body.members is None
        ),
        tuple(_meeting(found, today) for found in reversed(shown)),
        tuple(FileLink(item.title, at(EDIT, item.document.path)) for item in body.matters),
        tuple(FileLink(str(year), f"{START}?{urlencode({'organ': body.id, 'ar': year})}") for year in years),
    )


def _new(what: str, body_id: str, meeting_id: str = "") -> str:
    """The page that makes something new for a body, or for one of its meetings."""
    asked = {"organ": body_id} | ({"sammantrade": meeting_id} if meeting_id else {})
    return f"{NEW}/{what}?{urlencode(asked)}"


def _own_files(body: Body) -> Iterator[FileLink]:
    yield FileLink("Organet", at(EDIT, body.document.path))
    if body.members is not None:
        yield FileLink("Ledamöter", at(EDIT, body.members.path))
    for schedule in reversed(body.schedules):
        yield FileLink(f"Sammanträdesordning {schedule.header.year}", at(EDIT, schedule.path))
    for order in reversed(body.orders):
        since = f"från {order.header.since}" if order.header.since else "utan känd dag"
        yield FileLink(f"Delegationsordning {since}", at(EDIT, order.path))
    for notice in sorted(body.notices, key=lambda found: found.header.posted, reverse=True):
        yield FileLink(f"Anslag: {notice.header.title}", at(EDIT, notice.document.path))


def _meeting(meeting: Meeting, today: dt.date) -> MeetingFiles:
    new = (
        FileLink(text, _new(what, meeting.body_id, meeting.id))
        for what, text in (("arende", "Nytt ärende"), ("lista", "Ny delegationslista"), ("protokoll", "Nytt protokoll"))
        if what != "protokoll" or meeting.minutes is None
    )
    title = f"{capital(weekday_date(meeting.date))}, {meeting.header.state.value}"
    return MeetingFiles(meeting, title, meeting.date >= today, tuple(_links(meeting)), tuple(new))


def _links(meeting: Meeting) -> Iterator[FileLink]:
    yield FileLink("Kallelse", at(EDIT, meeting.document.path))
    for item in meeting.items:
        yield FileLink(f"Ärende {item.number}: {item.header.title or item.title}", at(EDIT, item.document.path))
    for found in meeting.lists:
        yield FileLink(
            f"Delegationsbeslut: {found.header.unit}, {month(found.header.month)}", at(EDIT, found.document.path)
        )
    if meeting.minutes is not None:
        yield FileLink("Protokoll", at(EDIT, meeting.minutes.path))
