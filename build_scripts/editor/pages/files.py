"""All files ("Alla filer"): every body with its own files and its meetings' files."""

from __future__ import annotations

import datetime as dt

from starlette.responses import Response

from build_scripts.editor.editor import Editor
from build_scripts.editor.new_kinds import KINDS
from build_scripts.editor.pages.asked_for import bodies_asked_for
from build_scripts.editor.pages.site_texts import listed
from build_scripts.editor.tasks.all import body_tasks
from build_scripts.editor.templating import page
from macros.record.archive import Body, Meeting

YEAR = dt.timedelta(days=365)


def show(editor: Editor, body_id: str = "", year: str = "") -> Response:
    """What there is to edit: of every body what is ahead and the last year's, or one year of one body."""
    saved, today = editor.saved(), editor.today()
    bodies = bodies_asked_for(saved.archive.bodies, body_id)
    return page(
        "filer.html",
        bodies=[(body, _shown(body, today, year)) for body in bodies],
        today=today,
        kinds=KINDS,
        whole=not year,
        site_texts=listed(editor) if not year else (),
        body_tasks=body_tasks,
    )


def _shown(body: Body, today: dt.date, year: str) -> list[Meeting]:
    """The meetings of the year; without one those from a year back on, else the latest year's."""
    if year:
        return [found for found in body.meetings if str(found.date.year) == year]
    recent = [found for found in body.meetings if found.date >= today - YEAR]
    return recent or [found for found in body.meetings if found.date.year == body.meetings[-1].date.year]
