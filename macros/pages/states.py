"""How states are worded and marked on pages: of meetings, minutes, paragraphs, notices, schedules and cases."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Mapping
from dataclasses import dataclass

from macros.dates import written
from macros.facts.case_state import CaseState
from macros.facts.meetings import MeetingDay
from macros.facts.minutes import Minuted, MinutesState
from macros.facts.notices import NoticeState, Posted
from macros.facts.readiness import Readiness, lacking, readiness
from macros.pages.wording import plain_date, plain_days, unbroken
from macros.record.archive import AgendaItem
from macros.record.item import Arrival, ItemHeader
from macros.record.minutes import Outcome
from macros.record.schedule import PlannedKind, ScheduleState
from macros.record.summons import MeetingState


@dataclass(frozen=True)
class State:
    """A state as a reader sees it: its word, and the name of its mark."""

    word: str
    mark: str


STRUCK = State("Utgår", "utgick")

_STATES: Mapping[enum.Enum, State] = {
    MeetingState.PLANNED: State("Planerat", "planerat"),
    MeetingState.CALLED: State("Kallat", "kallat"),
    MeetingState.HELD: State("Genomfört", "genomfort"),
    MeetingState.CANCELLED: State("Inställt", "installt"),
    ScheduleState.PROPOSED: State("Föreslagen", "foreslagen"),
    ScheduleState.DECIDED: State("Beslutad", "beslutad"),
    MinutesState.NOT_APPROVED: State("Protokollet är inte justerat", "ojusterat"),
    MinutesState.PARTLY_APPROVED: State("Protokollet justerat till en del", "justerat"),
    MinutesState.APPROVED: State("Protokollet justerat", "justerat"),
    Outcome.AS_PROPOSED: State("Enligt förslaget", "beslutad"),
    Outcome.DECIDED: State("Beslutat", "beslutad"),
    Outcome.CHANGED: State("Ändrat jämfört med förslaget", "beslutad"),
    Outcome.REJECTED: State("Avslag", "avslag"),
    Outcome.REFERRED_BACK: State("Återremitterat", "ater"),
    Outcome.REFERRED_BACK_BY_MINORITY: State("Minoritetsåterremiss", "ater"),
    Outcome.TABLED: State("Bordlagt", "ater"),
    Outcome.WITHDRAWN: State("Utgick", "utgick"),
    Outcome.NOTED: State("Noterat", "noterat"),
    PlannedKind.RESERVE: State("Reservdag", "foreslagen"),
    PlannedKind.ELECTION: State("Val", "planerat"),
    CaseState.OPEN: State("Öppet", "oppen"),
    CaseState.LATE: State("Öppet, försenat", "forsenat"),
    CaseState.DECIDED: State("Avgjort", "beslutad"),
    CaseState.ASSIGNMENTS_LEFT: State("Avgjort, uppdrag återstår", "oppen"),
    CaseState.NOTED: State("Noterat", "noterat"),
    CaseState.WITHDRAWN: State("Utgick", "utgick"),
    Readiness.STRUCK: STRUCK,
    Readiness.DRAFT: State("Utkast", "foreslagen"),
    Readiness.WITHHELD: State("Visas inte", "maskad"),
    Readiness.UNREVIEWED: State("Inte granskad", "sent"),
    Readiness.READY: State("Klar", "beslutad"),
}
"""The one table from a state to its word and mark; states with a day in them are worded by the functions below."""

PROPOSED_DAY = State("Föreslagen dag", "foreslagen")
PASSED = State("Dagen har passerat", "passerat")
NO_APPEAL = State("Tiden att överklaga är ute", "passerat")
MOVED = State("Flyttat", "flyttat")


def state(of: enum.Enum) -> State:
    """A state as a reader sees it."""
    return _STATES[of]


def meeting_day_states(found: MeetingDay) -> tuple[State, ...]:
    """How far a meeting has come: what is told of its day, and its minutes."""
    return (*day_states(found), *(minutes_states(found.minuted) if found.minuted and not found.is_left else ()))


def day_states(found: MeetingDay) -> tuple[State, ...]:
    """How far a meeting has come: planned or held, and moved; of a day that it was moved from, where it went.

    One that nobody has said was held is not "planned" when its day is over.
    """
    meeting = found.meeting
    if meeting is None:
        planned = PROPOSED_DAY if found.is_proposed else state(MeetingState.PLANNED)
        kind = (state(found.planned_kind),) if found.planned_kind else ()
        return (PASSED if found.has_passed else planned, *kind)
    if found.is_left:
        return (State(f"Flyttat till {plain_days(meeting.days)}", "flyttat"),)
    ahead = meeting.header.state in (MeetingState.PLANNED, MeetingState.CALLED)
    moved = (MOVED,) if meeting.header.moves and not meeting.is_cancelled else ()
    return (PASSED if ahead and found.has_passed else state(meeting.header.state), *moved)


def minutes_states(minuted: Minuted) -> tuple[State, ...]:
    """How far the minutes have come: approved, notice up until, laga kraft at the earliest or that the time is over."""
    up, force = minuted.up_until, minuted.laga_kraft
    return (
        state(minuted.state),
        *((State(f"Anslag uppe till och med {plain_date(up)}", "anslag"),) if up else ()),
        *(
            (NO_APPEAL if force <= minuted.today else State(f"Laga kraft tidigast {plain_date(force)}", "lagakraft"),)
            if force
            else ()
        ),
    )


def notice_state(notice: Posted, today: dt.date) -> State:
    """Where the notice is on the day."""
    return {
        NoticeState.COMING: State(f"Sätts upp {plain_date(notice.posted)}", "planerat"),
        NoticeState.UP: State(f"Uppe till och med {plain_date(notice.last_day.date)}", "anslag"),
        NoticeState.DOWN: State("Nedtaget", "nedtaget"),
    }[notice.state(today)]


def late(header: ItemHeader) -> State:
    """That an item came after the call, and when where that is known: "Tillkom 23 november"."""
    day = f" {unbroken(written.day_and_month(header.arrival_date))}" if header.arrival_date else ""
    how = " vid sammanträdet" if header.arrival is Arrival.AT_MEETING else day or " efter kallelsen"
    return State(f"Tillkom{how}", "sent")


def readiness_state(item: AgendaItem, is_reviewed: bool) -> State:
    """How far an item's papers have come, and what they lack."""
    how = readiness(item, is_reviewed)
    return State(f"Saknar {written.listing(lacking(item))}", "oppen") if how is Readiness.LACKING else state(how)
