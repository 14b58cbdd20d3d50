"""All meetings ("Sammanträden"): each body's by year, the coming ones first."""

from __future__ import annotations

from starlette.responses import Response

from build_scripts.editor.editor import Editor
from build_scripts.editor.new_kinds import KINDS
from build_scripts.editor.pages.asked_for import bodies_asked_for
from build_scripts.editor.templating import page
from macros.facts.day import Day
from macros.facts.meetings import MeetingDay
from macros.pages.states import meeting_day_states
from macros.record.archive import Body


def show(editor: Editor, body_id: str = "", year: str = "") -> Response:
    """Of every body the year that today is in, or else its latest; of one body any year."""
    saved, facts = editor.saved(), editor.facts()
    bodies = bodies_asked_for(facts.archive.bodies, body_id)
    return page(
        "sammantraden.html",
        bodies=[(body, _year(facts, body, year)) for body in bodies],
        years=facts.meetings.years,
        of_year=lambda body, shown: _of_year(facts, body, shown),
        states=meeting_day_states,
        kinds=KINDS,
        any_body=bool(saved.archive.bodies),
    )


def _year(facts: Day, body: Body, asked: str) -> int:
    known = facts.meetings.years(body)
    if asked in map(str, known):
        return int(asked)
    return facts.today.year if facts.today.year in known else next(iter(known), facts.today.year)


def _of_year(facts: Day, body: Body, year: int) -> list[MeetingDay]:
    """The year's days: what is ahead first, nearest first; then what has been, latest first."""
    found = [one for one in facts.meetings.of(body) if one.date.year == year]
    ahead = [one for one in found if not one.has_passed]
    return [*ahead, *reversed([one for one in found if one.has_passed])]
