"""Open assignments ("uppdrag") of each body: what, who, when it is to be reported, and the paragraph that gave it."""

from __future__ import annotations

from starlette.responses import Response

from build_scripts.editor.editor import Editor
from build_scripts.editor.form.posting import Form
from build_scripts.editor.pages.asked_for import bodies_asked_for
from build_scripts.editor.templating import page
from macros.facts.assignments import AssignmentState


def show(editor: Editor, asked: Form) -> Response:
    """Of every body, or of one: those that nobody has reported yet, the late ones first."""
    facts, body_id = editor.facts(), asked.text("organ")
    bodies = bodies_asked_for(facts.archive.bodies, body_id)
    waiting = {
        body.id: sorted(
            (one for one in facts.assignments.of_body(body) if one.is_waiting),
            key=lambda one: (one.assignment.due is None, str(one.assignment.due), one.decided.meeting.date),
        )
        for body in bodies
    }
    return page("uppdrag.html", bodies=bodies, waiting=waiting, late=AssignmentState.LATE)
