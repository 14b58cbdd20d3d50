"""What is due before a meeting: its steps, its folder, its call, the texts of its items, and what the units owe it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from macros.dates import reporting
from macros.dates.written import date, listing, month
from macros.facts import meetings
from macros.facts.audiences import Audience, audiences_of
from macros.facts.day import Day
from macros.facts.meetings import MeetingDay
from macros.facts.readiness import lacking
from macros.planning.task import Due, DueKind, Making
from macros.record.archive import Body, Meeting
from macros.record.loose_dates import MONTHS
from macros.record.schedule import Step
from macros.record.summons import MeetingState
from macros.record.values import Month


def steps(facts: Day, body: Body) -> Iterator[Due]:
    """The coming steps ("steg") of every meeting that is not cancelled nor only in reserve, and the meeting itself.

    Steps after a meeting are about its approval ("justering"): they are over when all of it is approved.
    """
    for found in facts.meetings.of(body):
        if found.is_cancelled or found.is_reserve:
            continue
        path = _path(found)
        for one in found.each_day:
            if one.date >= facts.today:
                yield Due(one.date, body, DueKind.MEETING, "Sammanträde", path, one.time)
        approved = found.minuted is not None and found.minuted.is_whole
        for step in meetings.steps(body, found.date):
            if step.date >= facts.today and not (approved and step.step.offset >= 0):
                hours = step.step.hours
                what = f"{step.step.name} (sammanträdet {date(found.date)})"
                time = hours.start if hours else None
                yield Due(step.date, body, DueKind.STEP, what, path, time, audiences=_audiences(step.step))


def _audiences(step: Step) -> frozenset[Audience]:
    """The roles that a step is for; the secretary keeps watch of one that says nothing of it."""
    return audiences_of(step) or frozenset((Audience.SECRETARY,))


def _path(found: MeetingDay) -> str:
    """The file that says that the meeting is to be held."""
    document = found.meeting.document if found.meeting else found.planned_by
    assert document is not None
    return document.path


def folders(facts: Day, body: Body) -> Iterator[Due]:
    """A planned meeting has its folder when the call is to be sent, else on its day."""
    for found in facts.meetings.unopened(body):
        yield Due(
            meetings.dispatch_day(body, found.date) or found.date,
            body,
            DueKind.DOCUMENT,
            f"Sammanträdet {date(found.date)} har ingen kallelse",
            f"{body.document.folder}/{found.date}",
            makes=Making("sammanträde", found.date.isoformat()),
        )


def calls(facts: Day, body: Body) -> Iterator[Due]:
    """The call of a coming meeting is sent in time ("kallelse i tid"), and has a letter and an agenda.

    Source: the body's schedule, the body's reglemente; KL 6:44.
    """
    for meeting, day in _coming(facts, body):
        path, on = meeting.document.path, date(meeting.date)
        if meeting.header.state is MeetingState.PLANNED and day < facts.today:
            advice = "skriv läge: kallat och kallelsens_datum: i kallelse.md när den är skickad"
            what = f"Kallelsen till {on} skulle ha skickats"
            yield Due(day, body, DueKind.DOCUMENT, what, path, advice=advice, key="läge")
        missing = listing(
            [*([] if meeting.document.body.strip() else ["brev"]), *([] if meeting.items else ["ärenden"])]
        )
        if missing:
            yield Due(day, body, DueKind.DOCUMENT, f"Kallelsen till {on} saknar {missing}", path)


def texts(facts: Day, body: Body) -> Iterator[Due]:
    """Every item of a coming meeting is read, has its text, and a matter to decide its proposal."""
    for meeting, day in _coming(facts, body):
        for item in meeting.agenda:
            if item.is_draft:
                name = f"Ärende {item.number}, {item.header.title or item.slug},"
                what = f"{name} är importerat men inte läst (sammanträdet {date(meeting.date)})"
                advice = "läs filen, ändra publiceras till ja och ta bort raden skäl: oläst"
                yield Due(day, body, DueKind.DOCUMENT, what, item.document.path, advice=advice, key="publiceras")
            missing = listing(lacking(item))
            if missing:
                what = f"Ärende {item.number}, {item.title}, saknar {missing} (sammanträdet {date(meeting.date)})"
                yield Due(day, body, DueKind.DOCUMENT, what, item.document.path)


def _coming(facts: Day, body: Body) -> Iterator[tuple[Meeting, dt.date]]:
    """Every coming meeting that is not cancelled, with the day its papers are due."""
    for found in facts.meetings.opened(body):
        assert found.meeting is not None
        yield found.meeting, meetings.dispatch_day(body, found.date) or found.date


def lists(facts: Day, body: Body) -> Iterator[Due]:
    """Each unit's list of every month, from its first list to this month, by the body's rule ("anmälan_av_delegation").

    The lists that a unit owes are told as one. A unit that has never sent a list is not asked.
    The body decides how delegated decisions are reported. Source: KL 6:40.
    """
    rule, today = body.header.reporting, facts.today
    if rule is None:
        return
    for unit in body.header.units:
        sent = {found.header.month for found in body.lists if found.header.unit == unit}
        awaited = [of for of in (_months(min(sent), today) if sent else ()) if of not in sent]
        days = {of: reporting.last_day(rule, unit, of) for of in awaited}
        late = [of for of in awaited if days[of].date < today]
        if late:
            yield _due(facts, body, unit, late, days[late[0]])
        for of in awaited[len(late) :]:
            yield _due(facts, body, unit, [of], days[of])


def _due(facts: Day, body: Body, unit: str, months: list[Month], day: reporting.ReportingDay) -> Due:
    """The lists of one unit for these months, due on the first one's day."""
    wait = "har inte kommit in" if day.date < facts.today else "ska komma in"
    what = f"Delegationsbeslut för {_named(months)} från {unit} {wait}"
    coming = next((found.meeting.id for found in facts.meetings.opened(body) if found.meeting), None)
    makes = Making("delegationslista", coming, (("enhet", unit), ("månad", str(months[0])))) if coming else None
    return Due(
        day.date, body, DueKind.DELEGATION_LIST, what, body.document.path.rpartition("/")[0], day.time, makes=makes
    )


def _named(months: list[Month]) -> str:
    """The months in words: "mars 2026", "mars och maj 2026", "mars–maj 2026"."""
    last = months[-1]
    names = [MONTHS[of.month - 1] if of.year == last.year else month(of) for of in months[:-1]]
    if len(months) > 2 and all(after == before.next for before, after in pairwise(months)):
        return f"{names[0]}–{month(last)}"
    return listing([*names, month(last)])


def _months(first: Month, today: dt.date) -> Iterator[Month]:
    """The months from the first one to today's."""
    while (first.year, first.month) <= (today.year, today.month):
        yield first
        first = first.next
