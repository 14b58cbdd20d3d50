"""A meeting's agenda on the desk: each item with its title, how far its papers have come, and what is found in its files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.editor.editor import Editor, JudgedRecord
from build_scripts.editor.pages.titles import item_title
from macros.dates.written import counted
from macros.facts.items import holds_lists
from macros.finding import Finding
from macros.pages.states import State, readiness_state
from macros.record.archive import AgendaItem, Meeting


@dataclass(frozen=True)
class EditedItem:
    """An item on the desk: its own title, its state as a word and a mark, facts in a few words, and its findings."""

    item: AgendaItem
    title: str
    state: State
    facts: str
    findings: tuple[Finding, ...]


def agenda(editor: Editor, saved: JudgedRecord, meeting: Meeting) -> tuple[EditedItem, ...]:
    """The meeting's items in order, those that were struck and those that nobody has read included."""
    waiting = editor.unreviewed(meeting)
    return tuple(_row(saved, meeting, item, waiting) for item in meeting.items)


def _row(saved: JudgedRecord, meeting: Meeting, item: AgendaItem, waiting: frozenset[str]) -> EditedItem:
    paths = {file.name: file.path for file in meeting.files}
    files = {paths.get(one.file or "", "") for one in item.header.attachments}
    state = readiness_state(item, is_reviewed=not files & waiting)
    found = tuple(
        one for path in (item.document.path, *(paper.document.path for paper in item.papers)) for one in saved.at(path)
    )
    return EditedItem(item, item_title(item), state, " · ".join(_facts(meeting, item)), found)


def _facts(meeting: Meeting, item: AgendaItem) -> Iterator[str]:
    header = item.header
    if header.case_number:
        yield header.case_number
    yield header.kind.value
    documents = len(item.papers) + len(header.attachments)
    if documents:
        yield counted(documents, "handling", "handlingar")
    if holds_lists(item):
        yield counted(len(meeting.lists), "lista", "listor")
    if item.is_draft:
        yield "importerat, ingen har läst det"
