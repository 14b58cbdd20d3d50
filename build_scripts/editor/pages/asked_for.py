"""What an address of the desk asks for: which bodies, which meeting, and what is done with them."""

from __future__ import annotations

from collections.abc import Iterable

from build_scripts.editor.editor import Editor
from build_scripts.editor.form.posting import Form
from build_scripts.editor.stored import Unknown
from build_scripts.editor.tasks.task import TaskInput
from macros.record.archive import Archive, Body, Meeting


def bodies_asked_for(bodies: Iterable[Body], body_id: str) -> list[Body]:
    """The body of that id, or all where none is named, those whose work goes on first; raises `Unknown` for an id of none."""
    found = [body for body in bodies if body_id in ("", body.id)]
    if body_id and not found:
        raise Unknown(body_id)
    return sorted(found, key=lambda body: body.header.historical)


def meeting_asked_for(archive: Archive, asked: Form, name: str = "sammantrade") -> tuple[Body, Meeting]:
    """The meeting whose id stands under `name`, and its body; raises `Unknown`."""
    body = archive.body(asked.text("organ"))
    meeting = body.meeting_by_id.get(asked.text(name)) if body else None
    if body is None or meeting is None:
        raise Unknown(asked.text(name))
    return body, meeting


def given_to(editor: Editor, asked: Form, form: Form) -> TaskInput:
    """What a task is done with, or a new file made from: the record as it is, the address, and the answers."""
    saved = editor.saved()
    return TaskInput(editor.root, saved.archive, saved.facts, saved.findings, asked, form)
