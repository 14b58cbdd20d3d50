"""The first page: every body with its meetings and files, drafts that wait, and files that cannot be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starlette.responses import Response

from build_scripts.editor import drafts, git
from build_scripts.editor.addresses import EDIT, at
from build_scripts.editor.documents import kind_of, stored
from build_scripts.editor.editor import Editor
from build_scripts.editor.templating import page
from macros.dates.written import capital, month, weekday_date
from macros.finding import Level
from macros.record.archive import Meeting


@dataclass(frozen=True)
class Link:
    """A file that can be opened."""

    text: str
    address: str


@dataclass(frozen=True)
class Sitting:
    """A meeting with its files; one that is ahead stands open."""

    meeting: Meeting
    title: str
    is_ahead: bool
    links: tuple[Link, ...]


def show(editor: Editor) -> Response:
    """What there is to edit."""
    archive, findings = editor.archive()
    today = editor.today()
    bodies = [
        (
            body,
            [
                Sitting(
                    found,
                    f"{capital(weekday_date(found.date))}, {found.header.state.value}",
                    found.date >= today,
                    tuple(_links(found)),
                )
                for found in reversed(body.meetings)
            ],
            [Link(item.title, at(EDIT, item.document.path)) for item in body.matters],
        )
        for body in archive.bodies
    ]
    broken = sorted(
        {found.place.path for found in findings if found.level is Level.ERROR and kind_of(found.place.path)}
    )
    return page(
        "start.html",
        bodies=bodies,
        broken=[Link(path, at(EDIT, path)) for path in broken],
        drafts=[Link(path, at(EDIT, path, utkast="1")) for path in drafts.waiting(editor.root)],
    )


def _links(meeting: Meeting) -> Iterator[Link]:
    yield Link("Kallelse", at(EDIT, meeting.document.path))
    for item in meeting.items:
        yield Link(f"Ärende {item.number}: {item.header.title or item.title}", at(EDIT, item.document.path))
    for found in meeting.lists:
        yield Link(
            f"Delegationsbeslut: {found.header.unit}, {month(found.header.month)}", at(EDIT, found.document.path)
        )
    if meeting.minutes is not None:
        yield Link("Protokoll", at(EDIT, meeting.minutes.path))


def history(editor: Editor, path: str) -> Response:
    """Who changed the file, when and what."""
    now = stored(editor.root, path)
    return page("historik.html", path=now.path, changes=git.history(editor.root, path), edit=at(EDIT, path))
