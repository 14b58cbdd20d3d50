"""What the files of the record are called on the desk: by what they are about, never by their names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from build_scripts.editor.editor import Editor
from build_scripts.editor.templating import EDIT, at, review_at
from macros.dates.written import capital, date, month
from macros.record.archive import AgendaItem, Archive, Body, Meeting
from macros.record.home import RECORD
from macros.record.layout import ATTACHMENTS, is_meeting_id, kind_of


def titles(archive: Archive) -> Mapping[str, str]:
    """Path → what the file is called, of every file that could be read."""
    several = len(archive.bodies) > 1
    return {
        path: f"{title}, {body.header.short_name or body.name}" if several else title
        for body in archive.bodies
        for path, title in _of_body(body)
    }


def title_of(known: Mapping[str, str], path: str) -> str:
    """What a file is called; one that cannot be read by its kind and its place."""
    kind = kind_of(path)
    if path.split("/")[-2:-1] == [ATTACHMENTS]:
        return f"Bilagan {path.rpartition('/')[2]}"
    return known.get(path) or (
        f"{capital(kind.name)} i {path.removeprefix(f'{RECORD}/').rpartition('/')[0]}" if kind else path
    )


def naming(editor: Editor) -> dict[str, Any]:
    """What the templates ask of a path: what the file is called, and whether there is a form of it."""
    known = titles(editor.saved().archive)
    return {
        "title": lambda path: title_of(known, path),
        "is_file": lambda path: kind_of(path) is not None,
        "way_to": way_to,
    }


def way_to(path: str) -> str:
    """The page where the file is edited, or an attachment of a meeting is read; nothing for any other path."""
    parts = path.split("/")
    if parts[0] == RECORD and parts[3:4] == [ATTACHMENTS] and is_meeting_id(parts[2]):
        return review_at(parts[1], parts[2], path)
    return at(EDIT, path) if kind_of(path) else ""


def item_title(item: AgendaItem) -> str:
    """An item by its own heading, also while it is not shown to readers."""
    return item.header.title or item.title


def _of_body(body: Body) -> Iterator[tuple[str, str]]:
    yield body.document.path, body.name
    if body.members:
        yield body.members.path, "Ledamöter"
    for schedule in body.schedules:
        yield schedule.path, f"Sammanträdesordning {schedule.header.year}"
    for order in body.orders:
        since = order.header.since
        yield order.path, f"Delegationsordning {f'från {date(since)}' if since else 'utan känd dag'}"
    for notice in body.notices:
        yield notice.document.path, f"Anslag: {notice.header.title}"
    for meeting in body.meetings:
        yield from _of_meeting(meeting)
    for item in body.matters:
        yield from _of_item(item, item_title(item))


def _of_meeting(meeting: Meeting) -> Iterator[tuple[str, str]]:
    on = date(meeting.date)
    yield meeting.document.path, f"Kallelsen till {on}"
    for item in meeting.items:
        yield from _of_item(item, f"{item.number}. {item_title(item)}, {on}")
    for found in meeting.lists:
        yield found.document.path, f"Delegationsbeslut: {found.header.unit}, {month(found.header.month)}"
    if meeting.minutes:
        yield meeting.minutes.path, f"Protokollet från {on}"


def _of_item(item: AgendaItem, title: str) -> Iterator[tuple[str, str]]:
    yield item.document.path, title
    for paper in item.papers:
        yield paper.document.path, f"{paper.header.title or 'Handling'} ({title})"
