"""The page of one file: its form with everything that is told about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from starlette.responses import Response

from build_scripts.editor import author
from build_scripts.editor.addresses import EDIT, PREVIEW, at
from build_scripts.editor.editor import Editor
from build_scripts.editor.form.fields import label
from build_scripts.editor.form.merging import Conflict
from build_scripts.editor.form.opened import Opened
from build_scripts.editor.form.placing import BODY_KEYS, by_keys
from build_scripts.editor.form.shown import View
from build_scripts.editor.form.state import State
from build_scripts.editor.form.windows import choice_of, way_to
from build_scripts.editor.pages.beside import beside
from build_scripts.editor.pages.comparison import compared
from build_scripts.editor.templating import page
from macros.finding import Finding


@dataclass
class Told:
    """What a page says besides the form itself.

    `kind` is fel, bra or lugn. `listed` are sentences that lead to a field by its name. `differs` shows the saved text
    beside the form's; `draft` says that there is one; `focus` is where the writer goes on.
    """

    here: Sequence[Finding] = ()
    elsewhere: Sequence[Finding] = ()
    heading: str = ""
    lines: Sequence[str] = ()
    kind: str = "lugn"
    status: int = 200
    listed: Sequence[tuple[str, str]] = ()
    conflicts: Sequence[Conflict] = ()
    differs: bool = False
    draft: bool = False
    focus: str = ""


def file_form(editor: Editor, file: Opened, state: State, body: str, told: Told, text: str | None = None) -> Response:
    """The form of the file; `text` is what would be saved, where the findings have their places."""
    findings = by_keys(text, told.here) if text is not None else {}
    view = View(findings, beside(editor, file, state), told.focus)
    of_body = view.take(BODY_KEYS, "text")
    fields = view.form(file.fields, state)
    conflicts = [
        (choice_of(one.name), one, way_to(file.fields, one.name), compared(one.saved.strip("\n"), one.mine.strip("\n")))
        for one in told.conflicts
    ]
    values: dict[str, Any] = {
        "path": file.stored.path,
        "kind": file.stored.kind,
        "name": _heading(file),
        "base": file.source.text,
        "fields": fields,
        "body": body,
        "of_body": of_body,
        "told": told,
        "conflicts": conflicts,
        "compared": compared(file.source.text, text) if told.differs and text is not None else [],
        "found": view.told,
        "rest": view.rest(),
        "ask_author": author.is_asked(editor.root),
        "edit": at(EDIT, file.stored.path),
        "preview": at(PREVIEW, file.stored.path),
    }
    return page("redigera.html", told.status, **values)


_TITLES = ("rubrik", "namn", "enhet", "datum", "år", "gäller_från")
"""Keys whose value tells a file from others of its kind."""


def _heading(file: Opened) -> str:
    kind = label(file.stored.kind.name)
    assert isinstance(file.state, dict)
    title = next((value for key in _TITLES if (value := file.state.get(key))), "")
    return f"{kind}: {title}" if title else kind
