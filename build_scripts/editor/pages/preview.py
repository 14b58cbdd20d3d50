"""The page that a file would become, before it is saved."""

from __future__ import annotations

import datetime as dt

from starlette.responses import HTMLResponse, Response

from build_scripts.editor.editor import Editor
from build_scripts.editor.form.file_as_form import opened, text_of
from build_scripts.editor.form.grids import gathered
from build_scripts.editor.form.posting import Form
from build_scripts.editor.form.windows import BODY, merged
from build_scripts.editor.header.spans import NotEditable
from build_scripts.editor.pages.editing import BASE
from build_scripts.editor.stored import stored
from build_scripts.editor.templating import answer, page
from macros.facts.day import Day
from macros.facts.file_addresses import of_files
from macros.pages.build import promises
from macros.pages.page import Page
from macros.record.archive import Archive
from macros.texts.prose import prose

STYLES = ("base", "frame", "record", "states", "tables", "minutes", "charts")
"""The site's style sheets that a page of the record is dressed in."""


def show(editor: Editor, path: str, form: Form) -> Response:
    """The page that the form would become on the site."""
    now, form = stored(editor.root, path), gathered(form)
    try:
        file, base = opened(now), opened(now, form.written(BASE))
        found = merged(base, form.state(base.fields), form.written(BODY), file)
        text = text_of(file, found.state, found.body)
    except NotEditable as why:
        return answer("Sidan kan inte visas", str(why), 422)
    judged = editor.candidate(path, text.encode())
    shown = page_of(judged.archive, editor.today(), path)
    if shown is not None:
        return page("forhandsvisning.html", shown=shown, styles=STYLES)
    wrong = [f"{found.message} Gör så här: {found.remedy}" for found in (*judged.here, *judged.elsewhere)]
    sentence = "Den här filen visas inte på webbplatsen."
    if judged.stops:
        sentence = "Det som är skrivet kan inte bli en sida än."
    return answer("Ingen sida", sentence, lines=wrong)


def prose_of(form: Form) -> Response:
    """How a text will look, as the page's own prose; a call in a letter stands as it is written."""
    return HTMLResponse(prose(form.written("text")))


def page_of(archive: Archive, today: dt.date, path: str) -> Page | None:
    """The page of the file at this path; None for what is not shown on the site."""
    address = next((address for file, address in of_files(archive) if file == path), None)
    found = (promise for promise in promises(Day(archive, today)) if promise.address == address)
    promise = next(found, None) if address is not None else None
    return promise.make() if promise is not None else None
