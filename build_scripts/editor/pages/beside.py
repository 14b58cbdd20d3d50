"""What is computed and stands beside a field: the steps of a meeting, by the year's schedule."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from pydantic import ValidationError

from build_scripts.editor.editor import Editor
from build_scripts.editor.form.opened import Opened
from build_scripts.editor.form.state import ROOT, State, to_tree
from macros.dates.deadlines import deadlines
from macros.dates.written import hours, weekday_date
from macros.record.schedule import PlannedMeeting, ScheduleHeader


def beside(editor: Editor, file: Opened, state: State) -> Mapping[str, list[str]]:
    """Lines by the name of the field that they stand beside, as the form is now."""
    match file.stored.kind.name:
        case "kallelse":
            return {f"{ROOT}.datum": _of_meeting(editor, file, state)}
        case "sammanträdesordning":
            return dict(_of_schedule(file, state))
    return {}


def _of_meeting(editor: Editor, file: Opened, state: State) -> list[str]:
    assert isinstance(state, dict)
    day = _day(state["datum"])
    if day is None:
        return []
    body = editor.record.saved().archive.body(file.stored.path.split("/")[1])
    schedule = body.schedule(day.year) if body else None
    if schedule is None:
        return [f"Det finns ingen sammanträdesordning för {day.year}, så inga tidsfrister räknas."]
    return _steps(schedule.header, day)


def _of_schedule(file: Opened, state: State) -> Iterator[tuple[str, list[str]]]:
    assert isinstance(state, dict)
    try:
        header = ScheduleHeader.model_validate(to_tree(file.fields, state))
    except ValidationError:
        # What is wrong is told where it stands, when the form is checked.
        return
    rows = state["sammanträden"]
    assert isinstance(rows, list)
    for n, row in enumerate(rows):
        assert isinstance(row.value, dict)
        day = _day(row.value["datum"])
        planned = header.planned(day) if day else None
        if planned:
            yield f"{ROOT}.sammanträden.{row.id(n)}.datum", _steps(header, planned)


def _steps(schedule: ScheduleHeader, meeting: dt.date | PlannedMeeting) -> list[str]:
    return [
        f"{found.step.name}: {weekday_date(found.date)}"
        + (f" {hours(found.step.hours)}" if found.step.hours else "")
        + (f" ({found.reason})" if found.reason else "")
        for found in deadlines(schedule, meeting)
    ]


def _day(written: State) -> dt.date | None:
    try:
        return dt.date.fromisoformat(written) if isinstance(written, str) else None
    except ValueError:
        return None
