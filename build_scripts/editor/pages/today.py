"""The first page ("I dag"): what is due with one button each, what is found, and the next meeting."""

from __future__ import annotations

from starlette.responses import Response

from build_scripts.editor.editor import Editor, JudgedRecord
from build_scripts.editor.new_kinds import KINDS
from build_scripts.editor.pages.agenda import agenda
from build_scripts.editor.pages.asked_for import bodies_asked_for
from build_scripts.editor.pages.meeting import OFFERED
from build_scripts.editor.pages.titles import naming
from build_scripts.editor.pages.todo import HORIZON, Todo, todo
from build_scripts.editor.pages.year_strip import year_strip
from build_scripts.editor.saving import waiting_drafts
from build_scripts.editor.templating import page
from macros.dates.written import capital, weekday_date
from macros.facts.day import Day
from macros.finding import Level
from macros.planning.due import due
from macros.record.archive import Body, Meeting

MOST_SHOWN = 8
"""Rows of what is due that stand open; the others are folded."""


def show(editor: Editor, body_id: str = "") -> Response:
    """The day as it is for all bodies that are followed, or for one."""
    saved, facts = editor.saved(), editor.facts()
    bodies = [body for body in bodies_asked_for(saved.archive.bodies, body_id) if not body.header.historical]
    rows = _due(saved, facts, bodies)
    nearest = _nearest(saved, facts, bodies)
    return page(
        "idag.html",
        heading=capital(weekday_date(facts.today)),
        bodies=bodies,
        any_body=bool(saved.archive.bodies),
        rows=rows[:MOST_SHOWN],
        more=rows[MOST_SHOWN:],
        horizon=HORIZON,
        meeting=nearest,
        agenda=agenda(editor, saved, nearest) if nearest else (),
        offered=OFFERED[nearest.header.state] if nearest else (),
        kinds=KINDS,
        strips=[strip for body in bodies if (strip := year_strip(facts, body))],
        errors=[found for found in saved.findings if found.level is Level.ERROR],
        warnings=[found for found in saved.findings if found.level is not Level.ERROR and not found.explanation],
        **naming(editor),
        drafts=[(path, (editor.root / path).is_file()) for path in waiting_drafts(editor.root)],
    )


def _due(saved: JudgedRecord, facts: Day, bodies: list[Body]) -> list[Todo]:
    """What should have been done, and what is to be done within the horizon; where nothing is, what comes first after it."""
    ids = {body.id for body in bodies}
    own = [one for one in due(saved.archive, facts.today) if one.body.id in ids]
    near = [one for one in own if one.days_left(facts.today) <= HORIZON] or own[:1]
    return [todo(one, facts.today) for one in near]


def _nearest(saved: JudgedRecord, facts: Day, bodies: list[Body]) -> Meeting | None:
    """The next meeting that has a call and is held: of several bodies the first one's."""
    opened = (found for body in bodies for found in facts.meetings.opened(body))
    first = min(opened, key=lambda found: (found.moment, found.body.id), default=None)
    # The facts leave out what nobody has read; the desk shows it.
    return saved.archive.meeting(first.body.id, first.meeting.id) if first and first.meeting else None
