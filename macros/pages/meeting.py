"""A meeting's page ("sammanträde"): day, time, place and state; the agenda; the call; last, how the meeting is prepared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from macros import addresses
from macros.dates.after_meeting import LastDay, latest_approval
from macros.dates.deadlines import Deadline, deadline, explanation
from macros.facts.day import Site, lists_of, schedule_of
from macros.facts.decided import Decided
from macros.facts.minutes import Minuted
from macros.pages import layout, structured, wording
from macros.pages.appeals import AppealLine, judicial_review
from macros.pages.attachments import Shown, of_item
from macros.pages.functions import letter, letter_values
from macros.pages.layout import Found, Link
from macros.pages.page import Page, Promise
from macros.record.archive import AgendaItem, Body, Meeting
from macros.record.body import Openness
from macros.record.item import Arrival
from macros.record.minutes import Appeal

KIND = "Sammanträde"


@dataclass(frozen=True)
class Row:
    """An item as it stands on the agenda, with what may be said of its attachments."""

    item: AgendaItem
    attachments: tuple[Shown, ...]
    decided: Decided | None = None

    @property
    def late(self) -> bool:
        """Whether the item came after the call."""
        return self.item.header.arrival is not Arrival.SUMMONS

    @property
    def late_attachments(self) -> tuple[Shown, ...]:
        """Attachments that came after the call, to an item that did not."""
        return () if self.late else tuple(shown for shown in self.attachments if shown.late)


@dataclass(frozen=True)
class PreparedStep:
    """A step with the sentence that says how its date came about."""

    deadline: Deadline
    explanation: str


def pages(site: Site) -> Iterator[Promise]:
    """A page for each meeting."""
    for body in site.archive.bodies:
        for before, meeting, after in zip(
            (None, *body.meetings), body.meetings, (*body.meetings[1:], None), strict=False
        ):
            inputs = (
                site.inputs.meeting(meeting),
                *map(str, letter_values(site.archive, site.today, meeting)),
                *(str(_neighbour(other)) for other in (before, after)),
            )
            yield Promise(meeting.address, KIND, partial(_page, site, body, meeting, before, after), inputs)


def _page(site: Site, body: Body, meeting: Meeting, before: Meeting | None, after: Meeting | None) -> Page:
    title = f"{wording.meeting_kind(meeting)} {wording.plain_day(meeting.date)}"
    rows = [Row(item, of_item(site, item), site.aftermath.of_item(item)) for item in meeting.items]
    minuted = site.aftermath.of_meeting(meeting)
    schedule = schedule_of(body, meeting.date)
    return layout.page(
        site,
        "meeting.html",
        meeting.address,
        title,
        _description(body, meeting),
        [layout.START, layout.body_link(body), layout.year_link(body, meeting.date.year)],
        KIND,
        found=Found(KIND, (site.name(body),), meeting.date),
        body=body,
        data=structured.event(meeting, body, f"{title}, {body.name}"),
        meeting=meeting,
        header=meeting.header,
        lists=lists_of(meeting),
        states=(*wording.meeting_states(meeting), *site.aftermath.states(meeting)),
        minuted=minuted,
        notices=[notice for part in minuted.parts for notice in part.notices] if minuted else [],
        due=_due(site, meeting),
        appeals=_appeals(site, minuted),
        openness=_openness(body, meeting),
        rows=rows,
        added=[row for row in rows if row.late or row.late_attachments],
        empty=_no_agenda(site, body, meeting),
        letter=letter(site.archive, site.today, meeting)[0],
        absence=_absence(body, meeting),
        schedule=schedule,
        schedule_address=addresses.schedule(body.id, meeting.date.year),
        steps=_steps(site, body, meeting),
        in_schedule=schedule is not None and schedule.planned(meeting.date) is not None,
        passed=meeting.date < site.today and not meeting.is_cancelled and minuted is None,
        before=_neighbour(before),
        after=_neighbour(after),
    )


def _steps(site: Site, body: Body, meeting: Meeting) -> list[PreparedStep]:
    return (
        [PreparedStep(step, explanation(step)) for step in site.steps(body, meeting.date)]
        if not meeting.is_cancelled
        else []
    )


def _appeals(site: Site, minuted: Minuted | None) -> list[AppealLine]:
    """How long the decisions can be appealed: once for each notice with a decision that can be."""
    reviewed = (
        [one.part for one in minuted.decided if one.paragraph.appeal is Appeal.JUDICIAL_REVIEW] if minuted else []
    )
    return (
        [judicial_review(part, site.today) for part in minuted.parts if part in reviewed and part.approved]
        if minuted
        else []
    )


def _due(site: Site, meeting: Meeting) -> LastDay | None:
    """The last day for approving the minutes of a meeting that has been held and whose minutes are not here yet."""
    body = site.archive.body_by_id[meeting.body_id]
    followed = not meeting.is_cancelled and not body.header.historical and any(other.minutes for other in body.meetings)
    return latest_approval(meeting.date) if followed and meeting.minutes is None and meeting.date < site.today else None


def _openness(body: Body, meeting: Meeting) -> str | None:
    """Whether the public may attend; nothing where it is not known.

    Source: KL 6:25.
    """
    openness = meeting.header.openness or body.header.openness
    return {Openness.OPEN: "Öppet för allmänheten", Openness.CLOSED: "Stängt för allmänheten"}.get(openness)


def _absence(body: Body, meeting: Meeting) -> Deadline | None:
    """The last day to say that one cannot come."""
    schedule, absence = schedule_of(body, meeting.date), meeting.header.absence
    return deadline(schedule, meeting.date, absence.step) if schedule and absence and absence.step else None


def _no_agenda(site: Site, body: Body, meeting: Meeting) -> str:
    """What is said in place of an agenda: what is coming and when."""
    if meeting.is_cancelled:
        return "Sammanträdet är inställt och har ingen föredragningslista."
    if meeting.date < site.today or body.header.historical:
        return "Föredragningslistan finns inte i arkivet."
    day = site.dispatch_day(body, meeting.date)
    if day is None or day < site.today:
        return "Föredragningslistan är inte publicerad än. Den kommer här."
    return f"Föredragningslistan är inte publicerad än. Den kommer här senast {wording.plain_day(day)}."


def _neighbour(meeting: Meeting | None) -> Link | None:
    return Link(f"sammanträdet {wording.plain_date(meeting.date)}", meeting.address) if meeting else None


def _description(body: Body, meeting: Meeting) -> str:
    place = f", {meeting.header.venue}" if meeting.header.venue else ""
    time = f" {wording.clock(meeting.header.time)}" if meeting.header.time else ""
    state = " Inställt." if meeting.is_cancelled else ""
    return (
        f"{body.name}, {body.header.municipality}, sammanträder {wording.plain_day(meeting.date)}{time}{place}.{state}"
    )
