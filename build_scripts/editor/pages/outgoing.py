"""What sending would give to everybody: each changed file by its title, and whether the website shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from build_scripts.editor.editor import Editor
from build_scripts.editor.pages.titles import title_of, titles
from build_scripts.site.sending import not_sent
from macros.facts.day import Day
from macros.record.archive import Archive
from macros.record.layout import RELEASED, REVIEW_NOTES, is_attachment
from macros.record.summons import MeetingState

SHOWN = "visas på webbplatsen"
IN_GIT = "visas inte på webbplatsen, men filen kan läsas av var och en som hämtar arkivet"


@dataclass(frozen=True)
class Outgoing:
    """A file that is changed: its path, what it is called, and who sees it."""

    path: str
    title: str
    seen: str


def waiting(root: Path) -> list[str] | None:
    """The changed files that everybody would get, without what is written by itself; None where that cannot be told."""
    paths = not_sent(root)
    if paths is None:
        return None
    return [path for path in paths if not path.endswith(f"/{REVIEW_NOTES}") and f"/{RELEASED}/" not in path]


def outgoing(editor: Editor) -> list[Outgoing] | None:
    """The files that everybody would get; None where that cannot be told, since nothing was fetched yet."""
    paths = waiting(editor.root)
    if paths is None:
        return None
    saved = editor.saved()
    known = titles(saved.archive)
    seen = dict(_seen(saved.archive, saved.facts))
    return [
        Outgoing(path, path.rpartition("/")[2] if is_attachment(path) else title_of(known, path), seen.get(path, SHOWN))
        for path in paths
    ]


def _seen(archive: Archive, facts: Day) -> Iterator[tuple[str, str]]:
    """Path → who sees it, of every file that the website does not simply show."""
    for item in archive.items:
        if item.is_draft:
            yield item.document.path, f"är inte läst och {IN_GIT}"
        elif not item.is_public:
            yield item.document.path, "visas inte; sidan säger bara att något är utelämnat, och varför"
    for meeting in archive.meetings:
        if meeting.header.state is MeetingState.PLANNED:
            yield meeting.document.path, f"{SHOWN} som planerat, med listan så långt som den är"
        minuted = facts.minutes.of_meeting(meeting)
        if minuted is not None and not minuted.is_public:
            yield minuted.document.path, f"är inte justerat och {IN_GIT}"
