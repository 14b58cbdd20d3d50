"""A file as one text, for what a form cannot show and for those who would rather write it so; and who changed it."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.responses import RedirectResponse, Response

from build_scripts.editor import git
from build_scripts.editor.documents import Stored, stored
from build_scripts.editor.editor import Editor
from build_scripts.editor.form.opened import CODING, named, opened
from build_scripts.editor.form.posting import Form
from build_scripts.editor.form.state import joined
from build_scripts.editor.header.spans import NotEditable
from build_scripts.editor.pages.editing import BASE
from build_scripts.editor.pages.file_form import compared
from build_scripts.editor.saving import (
    Changed,
    NotSaved,
    Saved,
    asks_author,
    find_draft,
    keep_draft,
    missing_author,
    save,
)
from build_scripts.editor.templating import EDIT, TEXT, answer, at, page
from macros.finding import Finding, as_text


def show(editor: Editor, path: str, with_draft: bool) -> Response:
    """The whole text of the file, or of its draft."""
    now = stored(editor.root, path)
    source, draft = now.source, find_draft(editor.root, path)
    if source is None:
        return answer("Filen kan inte läsas", CODING, 422)
    text = draft[1] if draft is not None and with_draft else source.text
    reason = _reason(now)
    return _page(editor, now, text, editor.saved().at(path), reason)


def act(editor: Editor, path: str, form: Form) -> Response:
    """Saves the text as it was sent, or says why not."""
    now = stored(editor.root, path)
    text = form.written("text").rstrip("\n") + "\n"
    if faults := missing_author(editor.root, form):
        return _page(editor, now, text, (), "Vem är du?", [said for _, said in faults], 422)
    if now.source is None or form.written(BASE) != joined(now.source.text):
        return _changed(editor, now, text)
    outcome = save(editor, now, text, form.text("meddelande") or f"{named(now)}: ändra texten")
    match outcome:
        case Saved():
            address = EDIT if not _reason(stored(editor.root, path)) else TEXT
            return RedirectResponse(at(address, path, sparat="git" if outcome.commit else "fil"), 303)
        case Changed():
            return _changed(editor, outcome.now, text)
        case NotSaved(here, elsewhere):
            return _page(editor, now, text, (*here, *elsewhere), "Inget är sparat", outcome.lines, 422)


def _changed(editor: Editor, now: Stored, text: str) -> Response:
    """Somebody has saved the file meanwhile: both texts are shown, and nothing is lost."""
    with editor.lock:
        keep_draft(editor.root, now, text)
    told = ["Inget är sparat. Till vänster står det som är sparat nu, till höger det som du har skrivit."]
    return _page(editor, now, text, (), "Filen har ändrats i ett annat fönster", told, 409)


def _reason(file: Stored) -> str:
    """Why the file cannot be shown as a form; empty when it can."""
    try:
        opened(file)
    except NotEditable as why:
        return str(why)
    return ""


def _page(
    editor: Editor,
    now: Stored,
    text: str,
    findings: Sequence[Finding],
    heading: str,
    told: Sequence[str] = (),
    status: int = 200,
) -> Response:
    return page(
        "text.html",
        status,
        path=now.path,
        name=named(now),
        base=now.source.text if now.source else "",
        text=text,
        findings=[as_text(finding) for finding in findings],
        heading=heading,
        ask_author=asks_author(editor.root),
        told=told,
        compared=compared(now.source.text, text) if status == 409 and now.source else [],
    )


def history(editor: Editor, path: str) -> Response:
    """Who changed the file, when and what, the latest first."""
    now = stored(editor.root, path)
    return page("historik.html", name=named(now), changes=git.history(editor.root, path), edit=at(EDIT, path))
