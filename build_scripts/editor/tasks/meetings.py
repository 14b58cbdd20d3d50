"""Tasks of a meeting: its call is sent, it moves, it is cancelled, it is held."""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.editor.answers import Asked
from build_scripts.editor.header.changes import HeaderChange, Put
from build_scripts.editor.tasks.edits import added, edited
from build_scripts.editor.tasks.task import RecordChange, Task, TaskInput, change_of
from build_scripts.editor.templating import meeting_at
from build_scripts.new.writing import Tree
from build_scripts.project import WrongUse
from macros.dates.written import weekday_date
from macros.record.summons import MeetingState


def _of_call(given: TaskInput, what: str, *changes: HeaderChange) -> RecordChange:
    """The change of the meeting's call."""
    meeting = given.meeting
    path = meeting.document.path
    message = f"{what}: sammanträdet {meeting.body_id} {meeting.id}"
    return change_of({path: edited(given.root, path, *changes)}, message, meeting_at(meeting.body_id, meeting.id))


def _not_held(given: TaskInput) -> str:
    """Why a meeting's day can no longer be changed."""
    meeting = given.meeting
    if meeting.is_cancelled:
        return "Sammanträdet är redan inställt."
    if meeting.minutes is not None or meeting.header.state is MeetingState.HELD:
        return "Sammanträdet har hållits."
    return ""


def _move_questions(given: TaskInput) -> Sequence[Asked]:
    header = given.meeting.header
    hours = f"{header.time:%H:%M}" if header.time else ""
    return (
        Asked("datum", "Ny dag", f"Nu {weekday_date(header.date)}.", required=True, day=True),
        Asked(
            "tid", "Nytt klockslag", f"Till exempel 18.00. Nu {hours or 'inget'}; lämnas fältet tomt ändras det inte."
        ),
        Asked("plats", "Ny plats", f"Nu {header.venue or 'ingen'}; lämnas fältet tomt ändras den inte."),
        Asked("skal", "Skäl", "Står på sammanträdets sida, utan namn på någon enskild.", required=True),
        Asked("beslutat", "Dagen då det bestämdes", day=True, value=given.today.isoformat()),
    )


def _move(given: TaskInput) -> RecordChange:
    meeting, day = given.meeting, given.day("datum")
    if day == meeting.date:
        raise WrongUse(f"sammanträdet är redan {weekday_date(day)}. Ändra tid och plats i kallelsen.")
    decided = given.day_or_none("beslutat")
    move: dict[str, Tree] = {"från": meeting.date.isoformat(), "till": day.isoformat(), "skäl": given.text("skal")}
    move |= {"beslutat": decided.isoformat()} if decided else {}
    changes: list[HeaderChange] = [Put(("datum",), day.isoformat())]
    changes += [
        Put((key,), told) for key, told in (("tid", given.form.clock("tid")), ("plats", given.text("plats"))) if told
    ]
    changes += added(given.root, meeting.document.path, "flyttningar", [move])
    return _of_call(given, f"Flytta till {day}", *changes)


def _cancel(given: TaskInput) -> RecordChange:
    state = MeetingState.CANCELLED.value
    return _of_call(given, "Ställ in", Put(("läge",), state), Put(("skäl",), given.text("skal")))


def _call(given: TaskInput) -> RecordChange:
    called = given.day("dag").isoformat()
    state = MeetingState.CALLED.value
    return _of_call(given, "Kallelsen är skickad", Put(("läge",), state), Put(("kallelsens_datum",), called))


def _hold(given: TaskInput) -> RecordChange:
    return _of_call(given, "Genomfört", Put(("läge",), MeetingState.HELD.value))


def _not_planned(given: TaskInput) -> str:
    is_planned = given.meeting.header.state is MeetingState.PLANNED
    return "" if is_planned else "Kallelsen är redan skickad, eller sammanträdet inställt."


def _not_over(given: TaskInput) -> str:
    if given.meeting.is_cancelled:
        return "Sammanträdet är inställt."
    return "" if given.meeting.last_day <= given.today else "Sammanträdet har inte hållits än."


MEETING_TASKS = {
    "kallad": Task(
        "Kallelsen är skickad",
        "Föredragningslistan visas sedan som utskickad, och det som läggs till märks som tillkommet efter kallelsen.",
        lambda given: (Asked("dag", "Dagen då den skickades", required=True, day=True, value=given.today.isoformat()),),
        _call,
        _not_planned,
    ),
    "flytta": Task(
        "Flytta sammanträdet",
        "Mappen och adressen är desamma, och alla tidsfrister räknas om från den nya dagen. Säg till ledamöterna: "
        "programmet skickar inget.",
        _move_questions,
        _move,
        _not_held,
    ),
    "stall-in": Task(
        "Ställ in sammanträdet",
        "Sidan ligger kvar och säger att sammanträdet är inställt. Ärenden som ska upp en annan gång tar du upp där.",
        lambda given: (
            Asked("skal", "Skäl", "Står på sammanträdets sida, utan namn på någon enskild.", required=True),
        ),
        _cancel,
        _not_held,
    ),
    "genomfort": Task(
        "Sammanträdet är genomfört",
        "Sedan skrivs protokollet.",
        lambda given: (),
        _hold,
        _not_over,
    ),
}
