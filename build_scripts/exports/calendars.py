"""Calendars to subscribe to: meetings, deadlines by role, notices with their last days of appeal, and cases.

Every address depends on the record alone and never on the day, so that a subscription lives as long as its page.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from functools import cache, partial

from build_scripts.exports.exported_file import ExportedFile, Files
from build_scripts.exports.icalendar_text import Certainty, Entry, calendar_text
from macros import addresses
from macros.dates import written
from macros.dates.deadlines import Deadline, explanation
from macros.facts.audiences import Audience, audiences_of
from macros.facts.cases import Case, Event
from macros.facts.day import Day
from macros.facts.meetings import MeetingDay, steps
from macros.facts.notices import Posted
from macros.facts.revisions import revised, sequence
from macros.pages import wording
from macros.pages.notice_board import title_of
from macros.record.archive import Body, Meeting

Entries = Callable[[], tuple[Entry, ...]]


def files(facts: Day, site_url: str) -> Files:
    """Every calendar, by name."""
    return dict(_files(facts, site_url))


def _files(facts: Day, site_url: str) -> Iterator[tuple[str, ExportedFile]]:
    def file(address: str, name: str, entries: Entries, given_by: str) -> tuple[str, ExportedFile]:
        known = cache(entries)
        return address, ExportedFile(lambda: calendar_text(name, known(), site_url), lambda: (name, known()), given_by)

    bodies = facts.archive.bodies
    whole = partial(_of_bodies, facts, bodies)
    yield file(addresses.ALL_MEETINGS, "Sammanträden", partial(whole, _meetings), "")
    yield file(addresses.ALL_NOTICES, "Anslag och sista dagar att överklaga", partial(whole, _notices), "")
    for body in bodies:
        name, path = facts.name(body), body.document.path
        of_body = partial(_of_bodies, facts, (body,))
        yield file(addresses.meetings_calendar(body.id), f"{name}: sammanträden", partial(of_body, _meetings), path)
        if facts.notices.has_any(body):
            yield file(addresses.notices_calendar(body.id), f"{name}: anslag", partial(of_body, _notices), path)
        if body.schedules:
            path = body.schedules[-1].path
            yield file(
                addresses.deadlines_calendar(body.id), f"{name}: tidsfrister", partial(of_body, _deadlines), path
            )
            for role in Audience:
                address, of_role = addresses.deadlines_calendar(body.id, role.value), partial(_deadlines, role=role)
                yield file(address, f"{name}: tidsfrister, {role.value}", partial(of_body, of_role), path)
        for meeting in body.meetings:
            address = addresses.meeting_calendar(body.id, meeting.id)
            name = facts.name(body, meeting.date)
            yield file(address, f"{name}: sammanträde", partial(_one_meeting, facts, meeting), meeting.document.path)
    for address, case in facts.cases.addressed:
        if case.items:
            path = case.items[0].document.path
            yield file(addresses.case_calendar(address), case.number, partial(_of_case, facts, case), path)


def _of_bodies(
    facts: Day, bodies: tuple[Body, ...], entries: Callable[[Day, Body], Iterator[Entry]]
) -> tuple[Entry, ...]:
    return tuple(entry for body in bodies for entry in entries(facts, body))


def _meetings(facts: Day, body: Body) -> Iterator[Entry]:
    for found in facts.meetings.of(body):
        yield from _days(facts, found)


def _one_meeting(facts: Day, meeting: Meeting) -> tuple[Entry, ...]:
    return tuple(_days(facts, facts.meetings.day_of(meeting)))


def _id(found: MeetingDay) -> str:
    """What the meeting is called for ever; a planned day is called as the folder that it will get."""
    return f"{found.body.id}/{found.meeting.id if found.meeting else found.date}"


def _address(found: MeetingDay) -> str:
    return found.meeting.address if found.meeting else addresses.year(found.body.id, found.date.year)


def _days(facts: Day, found: MeetingDay) -> Iterator[Entry]:
    """A meeting, each of its days by itself."""
    for number, day in enumerate(found.each_day, 1):
        part = f" (dag {number} av {len(found.days)})" if len(found.days) > 1 else ""
        yield Entry(
            id=_id(found) + (f"/{number}" if number > 1 else ""),
            title=f"{_before(found)}{facts.name(found.body, day.date)}, {_kind(found)}{part}",
            date=day.date,
            address=_address(found),
            sequence=sequence(found),
            revised=revised(found),
            hours=day.hours,
            venue=day.venue,
            told=tuple(_told(found)),
            certainty=_certainty(found),
            busy=True,
        )


def _before(found: MeetingDay) -> str:
    """What stands first in the title: some programs show nothing but the title."""
    return "INSTÄLLT: " if found.is_cancelled else ""


def _kind(found: MeetingDay) -> str:
    if found.meeting is not None:
        return written.uncapital(wording.meeting_kind(found.meeting))
    kind = f", {found.planned_kind}" if found.planned_kind else ""
    return f"{'föreslaget ' if found.is_proposed else ''}sammanträde{kind}"


def _certainty(found: MeetingDay) -> Certainty:
    if found.is_cancelled:
        return Certainty.CANCELLED
    return Certainty.TENTATIVE if found.is_proposed or found.is_reserve else Certainty.CONFIRMED


def _told(found: MeetingDay) -> Iterator[str]:
    yield from wording.invented(found.body, found.date)
    if found.note:
        yield found.note
    header = found.meeting.header if found.meeting else None
    if header is None:
        return
    if found.is_cancelled:
        yield wording.cancelled(header)
    for move in reversed(header.moves):
        days = f"{written.weekday_date(move.old)} till {written.weekday_date(move.new)}"
        yield f"Sammanträdet är flyttat från {days}.{wording.because(move.reason)}"


def _deadlines(facts: Day, body: Body, role: Audience | None = None) -> Iterator[Entry]:
    """The steps of the body's meetings, those of a role or all; nothing is due before a day kept in reserve."""
    for found in facts.meetings.of(body):
        if not found.is_reserve:
            for step in steps(body, found.date):
                if role is None or role in audiences_of(step.step):
                    yield _deadline(facts, found, step)


def _deadline(facts: Day, found: MeetingDay, due: Deadline) -> Entry:
    step = due.step
    return Entry(
        id=f"{_id(found)}/{step.id}",
        title=f"{_before(found)}{step.name}, {facts.name(found.body, found.date)}",
        date=due.date,
        address=_address(found),
        sequence=sequence(found),
        revised=revised(found),
        hours=step.hours,
        venue=step.venue,
        told=(
            f"Inför sammanträdet {written.weekday_date(found.date)}."
            if due.date <= found.date
            else f"Efter sammanträdet {written.weekday_date(found.date)}.",
            explanation(due),
            *((f"För: {step.audience}.",) if step.audience else ()),
            *_told(found),
        ),
        certainty=_certainty(found),
    )


def _notices(facts: Day, body: Body) -> Iterator[Entry]:
    for notice in facts.notices.all:
        if notice.body.id == body.id:
            yield _posted(facts, notice)
            yield _last_day(facts, notice)


def _posted(facts: Day, notice: Posted) -> Entry:
    return Entry(
        id=notice.address.rstrip("/"),
        title=f"Anslag: {title_of(notice)}, {facts.name(notice.body, notice.posted)}",
        date=notice.posted,
        address=notice.address,
        sequence=0,
        revised=notice.posted,
        told=wording.invented(notice.body, notice.posted),
    )


def _last_day(facts: Day, notice: Posted) -> Entry:
    """The last day of appeal; where no decision can be appealed so, the last day that the notice is up."""
    what = "Sista dag att överklaga" if notice.is_reviewable else "Sista dag för anslaget"
    stopped = notice.removed_early
    early = f"Anslaget togs ned {written.weekday_date(stopped)}, före tidens slut. Tiden löper inte." if stopped else ""
    return Entry(
        id=f"{notice.address}sista-dag",
        title=f"{'GÄLLER INTE: ' if stopped else ''}{what}: {title_of(notice)}, {facts.name(notice.body, notice.posted)}",
        date=notice.last_day.date,
        address=notice.address,
        sequence=1 if stopped else 0,
        revised=stopped or notice.posted,
        told=(*((early,) if early else (notice.last_day.explanation,)), *wording.invented(notice.body, notice.posted)),
        certainty=Certainty.CANCELLED if stopped else Certainty.CONFIRMED,
    )


def _of_case(facts: Day, case: Case) -> tuple[Entry, ...]:
    """The case's meetings, stops, last days of appeal, assignments' days and the day it should be decided."""
    return tuple(entry for entries in (_stops(facts, case), _days_of_case(facts, case)) for entry in entries)


def _stops(facts: Day, case: Case) -> Iterator[Entry]:
    for event in case.events:
        if event.item is None or event.date is None:
            continue
        meeting = _meeting(facts, event)
        body = facts.archive.body(event.body_id)
        name = facts.name(body, event.date) if body else event.body_id
        if meeting is not None:
            found = facts.meetings.day_of(meeting)
            known = (sequence(found), revised(found), found.hours, found.venue, tuple(_told(found)), _certainty(found))
            before = _before(found)
        else:
            known = (0, dt.date(event.date.year - 1, 1, 1), None, None, (), Certainty.CONFIRMED)
            before = ""
        number, revision, hours, venue, told, certainty = known
        struck = event.item.header.struck if event.stop is None else None
        if struck is not None:
            # The meeting is held without the matter.
            before, certainty = "UTGÅR: ", Certainty.CANCELLED
            number, revision = number + 1, max(revision, struck.date)
            told = (wording.struck_words(struck), *told)
        place = f"{meeting.body_id}/{meeting.id}" if meeting else f"{event.body_id}/{event.date}"
        yield Entry(
            id=f"{case.address}{place}/{event.item.slug}",
            title=f"{before}{case.number} {case.title}: {name}",
            date=event.date,
            address=case.address,
            sequence=number,
            revised=revision,
            hours=hours,
            venue=venue,
            told=told,
            certainty=certainty,
        )


def _meeting(facts: Day, event: Event) -> Meeting | None:
    """The meeting that an item or a stop of a route belongs to, where the archive has it."""
    if event.stop is not None:
        return facts.meetings.on(event.body_id, event.date)
    return facts.archive.meeting(event.item.body_id, event.item.meeting_id) if event.item else None


def _days_of_case(facts: Day, case: Case) -> Iterator[Entry]:
    status = facts.status(case)

    def entry(id: str, title: str, date: dt.date, address: str, revision: dt.date, number: int = 0) -> Entry:
        return Entry(f"{case.address}{id}", f"{title}: {case.number} {case.title}", date, address, number, revision)

    if status.year is not None:
        settled = status.year.settled
        title = "Bör avgöras senast" if settled is None else "Avgjort, skulle avgöras senast"
        number, revision = (0, status.year.raised) if settled is None else (1, settled)
        yield entry("senast", title, status.year.ends, case.address, revision, number)
    for one in status.assigned:
        if one.assignment.due is not None and one.decided.part is not None and one.decided.part.approved is not None:
            id = f"{one.decided.address}uppdrag-{one.number + 1}"
            yield entry(
                id, "Uppdrag redovisas senast", one.assignment.due, one.decided.place, one.decided.part.approved
            )
    for decided in {one.place: one for item in case.items for one in facts.minutes.of_item(item)}.values():
        for notice in decided.part.notices if decided.is_shown and decided.part else ():
            if notice.is_reviewable:
                id = f"{notice.address}sista-dag/{decided.number}"
                yield entry(id, "Sista dag att överklaga", notice.last_day.date, decided.address, notice.posted)
