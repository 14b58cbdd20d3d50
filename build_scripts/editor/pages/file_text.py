"""A file as one text, for what a form cannot show and for those who would rather write it so; and who changed it."""

from __future__ import annotations

from starlette.responses import Response

from build_scripts.editor import git
from build_scripts.editor.editor import Editor
from build_scripts.editor.form.file_as_form import CODING, named, opened
from build_scripts.editor.form.posting import Form
from build_scripts.editor.form.state import joined
from build_scripts.editor.header.spans import NotEditable
from build_scripts.editor.pages.editing import BASE
from build_scripts.editor.pages.file_form import compared
from build_scripts.editor.pages.titles import naming
from build_scripts.editor.saving import Changed, Saved, asks_author, find_draft, keep_draft, save
from build_scripts.editor.stored import Stored, stored
from build_scripts.editor.templating import PageNotes, answer, page, saved_at


def show(editor: Editor, path: str, with_draft: bool) -> Response:
    """The whole text of the file, or of its draft."""
    now = stored(editor.root, path)
    source, draft = now.source, find_draft(editor.root, path)
    if source is None:
        return answer("Filen kan inte läsas", CODING, 422)
    told = PageNotes(editor.saved().at(path))
    try:
        opened(now)
    except NotEditable as why:
        told.heading, told.kind = str(why), "fel"
    return _page(editor, now, draft[1] if draft is not None and with_draft else source.text, told)


def act(editor: Editor, path: str, form: Form) -> Response:
    """Saves the text as it was sent, or says why not."""
    now = stored(editor.root, path)
    text = form.written("text").rstrip("\n") + "\n"
    if now.source is None or form.written(BASE) != joined(now.source.text):
        return _changed(editor, now, text)
    match save(editor, now, text, form, f"{named(now)}: ändra texten"):
        case Saved() as saved:
            return saved_at(path, saved.word)
        case Changed(meanwhile):
            return _changed(editor, meanwhile, text)
        case told:
            return _page(editor, now, text, told)


def _changed(editor: Editor, now: Stored, text: str) -> Response:
    """Somebody has saved the file meanwhile: both texts are shown, and nothing is lost."""
    with editor.lock:
        keep_draft(editor.root, now, text)
    lines = ["Inget är sparat. Till vänster står det som är sparat nu, till höger det som du har skrivit."]
    told = PageNotes(heading="Filen har ändrats i ett annat fönster", lines=lines, kind="fel", status=409, differs=True)
    return _page(editor, now, text, told)


def _page(editor: Editor, now: Stored, text: str, told: PageNotes) -> Response:
    saved = now.source.text if now.source else ""
    return page(
        "text.html",
        told.status,
        path=now.path,
        name=named(now),
        base=saved,
        text=text,
        told=told,
        findings=(*told.here, *told.elsewhere),
        **naming(editor),
        ask_author=asks_author(editor.root),
        compared=compared(saved, text) if told.differs and saved else [],
    )


def history(editor: Editor, path: str) -> Response:
    """Who changed the file, when and what, the latest first."""
    now = stored(editor.root, path)
    return page("historik.html", name=named(now), path=path, changes=git.history(editor.root, path))
