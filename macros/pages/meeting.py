"""A meeting's page ("sammanträde"): day, time, place and state; the agenda; the call; last, how the meeting is prepared."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from macros import addresses
from macros.dates.after_meeting import latest_approval
from macros.dates.deadlines import Deadline, explanation
from macros.facts.appeals import review_of
from macros.facts.awaited import approval_due
from macros.facts.day import Day
from macros.facts.meetings import MeetingDay, absence_due, lists_of, schedule_of, steps, was_held
from macros.facts.minutes import Minuted
from macros.facts.paragraphs import Decided, PartOfMinutes
from macros.pages import record_page, states, structured, subscriptions, wording
from macros.pages.attachments import Shown, every, of_call, of_item, of_minutes
from macros.pages.functions import letter, letter_values
from macros.pages.inputs import Inputs
from macros.pages.item import moved_to
from macros.pages.page import Page, Promise
from macros.pages.paragraphs import AppealLine, appeal_line, naming
from macros.pages.record_page import Found, Link
from macros.pages.request import in_meeting, letters, place_of, recipient
from macros.pages.templating import root_from
from macros.record.archive import AgendaItem, Body, Meeting
from macros.record.item import Arrival
from macros.record.members import Role
from macros.record.summons import MeetingState

KIND = "Sammanträde"
NOT_CALLED = "Kallelsen är inte publicerad än."


@dataclass(frozen=True)
class AgendaRow:
    """An item as it stands on the agenda, with what may be said of its attachments, and where it is taken up instead.

    `request` is what to name to whoever asks for an item that is not shown, with the letter that names it.
    """

    item: AgendaItem
    attachments: tuple[Shown, ...]
    decided: Sequence[Decided] = ()
    moved_to: Link | None = None
    request: Link | None = None

    @property
    def is_decided(self) -> bool:
        """Whether the words of a decision may be told."""
        return any(one.texts for one in self.decided)

    @property
    def about(self) -> list[str]:
        """What kind of matter it is, and its number."""
        header = self.item.header
        kind = [wording.ITEM_KINDS[header.kind]] if self.item.is_public else []
        return [*kind, *([header.case_number] if header.case_number else [])]

    @property
    def marks(self) -> list[states.State]:
        """What became of it, or that it was struck; and that it came after the call."""
        struck = [states.STRUCK] if self.item.header.struck else []
        outcomes = [states.state(one.outcome) for one in self.decided if one.is_approved and one.outcome]
        return [*struck, *dict.fromkeys(outcomes), *([states.late(self.item.header)] if self.late else [])]

    @property
    def late(self) -> bool:
        """Whether the item came after the call."""
        return self.item.header.arrival is not Arrival.SUMMONS

    @property
    def late_attachments(self) -> tuple[Shown, ...]:
        """Attachments that came after the call, to an item that did not."""
        return () if self.late else tuple(shown for shown in self.attachments if shown.late)


@dataclass(frozen=True)
class Section:
    """Items that stand under one heading ("avsnitt") of the agenda; those before the first have none."""

    heading: str
    rows: tuple[AgendaRow, ...]


@dataclass(frozen=True)
class PreparedStep:
    """A step with the sentence that says how its date came about."""

    deadline: Deadline
    explanation: str


def _sections(rows: Iterable[AgendaRow]) -> Iterator[Section]:
    heading, under = "", list[AgendaRow]()
    for row in rows:
        begins = row.item.header.heading
        if begins and begins != heading:
            if under:
                yield Section(heading, tuple(under))
            heading, under = begins, []
        under.append(row)
    if under:
        yield Section(heading, tuple(under))


def pages(facts: Day, inputs: Inputs) -> Iterator[Promise]:
    """A page for each meeting."""
    for body in facts.archive.bodies:
        for before, meeting, after in zip(
            (None, *body.meetings), body.meetings, (*body.meetings[1:], None), strict=False
        ):
            made_of = (
                inputs.meeting(meeting),
                *map(str, letter_values(facts, meeting)),
                *(str(_neighbour(other)) for other in (before, after)),
                *(str(moved_to(facts, item)) for item in meeting.items),
            )
            yield Promise(meeting.address, KIND, partial(_page, facts, body, meeting, before, after), made_of)


def _page(facts: Day, body: Body, meeting: Meeting, before: Meeting | None, after: Meeting | None) -> Page:
    title = f"{wording.meeting_kind(meeting)} {wording.plain_days(meeting.days)}"
    rows = [
        AgendaRow(
            item,
            tuple(every(of_item(facts, item))),
            facts.minutes.of_item(item),
            moved_to(facts, item),
            None if item.is_public or item.header.withdrawn else _request(body, meeting, item),
        )
        for item in meeting.items
    ]
    on_its_day = facts.meetings.day_of(meeting)
    minuted = on_its_day.minuted
    schedule = schedule_of(body, meeting.date)
    of_its_call = list(every(of_call(facts, meeting)))
    of_its_minutes = list(every(of_minutes(facts, minuted))) if minuted else []
    return record_page.page(
        facts,
        "meeting.html",
        meeting.address,
        title,
        _description(body, meeting),
        [record_page.START, record_page.body_link(body), record_page.year_link(body, meeting.date.year)],
        KIND,
        dated=facts.matters_in(meeting),
        on=meeting.date,
        found=Found(KIND, record_page.found_under(facts, body, meeting.date), meeting.date, matter=meeting.address),
        body=body,
        alternates=subscriptions.of_meeting(body, meeting),
        printed=subscriptions.printed_meeting(meeting, minuted),
        data=structured.event(meeting, body, f"{title}, {body.name_on(meeting.date)}"),
        torn_day=meeting.days,
        today=facts.today,
        meeting=meeting,
        header=meeting.header,
        lists=lists_of(meeting),
        states=states.meeting_day_states(on_its_day),
        ahead=not on_its_day.has_passed and not meeting.is_cancelled,
        minuted=minuted,
        approved=_approved(minuted),
        notices=[(_of_part(minuted, part), notice) for part in minuted.parts for notice in part.notices]
        if minuted
        else [],
        due=approval_due(facts, meeting),
        appeals=_appeals(facts, minuted),
        openness=_openness(body, meeting),
        sections=list(_sections(rows)),
        is_over=on_its_day.has_passed,
        approval_due=None if minuted and minuted.is_whole else latest_approval(meeting.last_day),
        chair=_chair(facts, body, meeting),
        rows=rows,
        call_attachments=of_its_call,
        minutes_attachments=of_its_minutes,
        about=in_meeting(body, meeting),
        letters=letters(body, in_meeting(body, meeting), [*of_its_call, *of_its_minutes]),
        recipient=recipient(body, f"sammanträdet {wording.plain_date(meeting.date)}"),
        empty=_no_agenda(on_its_day),
        not_called=_is_awaited(on_its_day),
        letter=letter(facts, meeting)[0],
        absence=absence_due(body, meeting),
        schedule=schedule,
        schedule_address=addresses.schedule(body.id, meeting.date.year),
        steps=_steps(body, meeting),
        in_schedule=schedule is not None and schedule.planned(meeting.date) is not None,
        passed=was_held(meeting, facts.today) and minuted is None,
        before=_neighbour(before),
        after=_neighbour(after),
    )


def _request(body: Body, meeting: Meeting, item: AgendaItem) -> Link:
    place = place_of(body, meeting, item)
    return Link(place, recipient(body, place).link or "")


def _steps(body: Body, meeting: Meeting) -> list[PreparedStep]:
    return (
        [PreparedStep(step, explanation(step)) for step in steps(body, meeting.date)]
        if not meeting.is_cancelled
        else []
    )


def _appeals(facts: Day, minuted: Minuted | None) -> list[tuple[str, AppealLine | None]]:
    """(paragraphs, how long they can be appealed): once for each notice with a decision that can be."""
    parts = minuted.reviewable if minuted else ()
    return [(_of_part(minuted, part), appeal_line(review_of(part, facts.today))) for part in parts if minuted]


def _approved(minuted: Minuted | None) -> dt.date | None:
    """The day from which the whole minutes were approved."""
    days = [part.approved for part in minuted.parts if part.approved] if minuted and minuted.is_whole else []
    return max(days, default=None)


def _of_part(minuted: Minuted, part: PartOfMinutes) -> str:
    """The paragraphs of an approval, where the minutes have several."""
    return wording.paragraph_range(part.approval.paragraphs) if len(minuted.parts) > 1 else ""


def _openness(body: Body, meeting: Meeting) -> str | None:
    """Whether the public may attend; nothing where it is not known, and of a cancelled meeting.

    Source: KL 6:25.
    """
    if meeting.is_cancelled:
        return None
    openness = meeting.header.openness or body.header.openness
    return wording.OPENNESS_OF_MEETING.get(openness)


def _chair(facts: Day, body: Body, meeting: Meeting) -> Markup | None:
    """Who leads the meeting, with party; where the call has only a title, whoever holds that office on the day.

    Of a title that nobody is known to hold nothing is told: it would explain itself by itself.
    """
    name = meeting.header.chair
    if name is None:
        return None
    named = naming(facts, body, meeting.date, root_from(meeting.address))
    if not name.casefold().endswith(Role.CHAIR.value):
        return named(name)
    chairs = [one.person for one in facts.people.of(body) if one.person.role_on(meeting.date) is Role.CHAIR]
    return named(chairs[0].label_on(meeting.date)) if len(chairs) == 1 else None


def _is_awaited(found: MeetingDay) -> bool:
    """Whether the call is still to come, so that what stands on the agenda may change."""
    planned = found.meeting is not None and found.meeting.header.state is MeetingState.PLANNED
    return planned and not found.has_passed and not found.body.header.historical


def _no_agenda(found: MeetingDay) -> str:
    """What is said in place of an agenda, or above one that the call has not yet settled: what is coming and when."""
    if not _is_awaited(found):
        return "Föredragningslistan finns inte i arkivet."
    if found.call_due is None:
        return NOT_CALLED
    return f"{NOT_CALLED} Den kommer här senast {wording.plain_day(found.call_due)}."


def _neighbour(meeting: Meeting | None) -> Link | None:
    return Link(f"sammanträdet {wording.plain_dates(meeting.days)}", meeting.address) if meeting else None


def _description(body: Body, meeting: Meeting) -> str:
    place = f", {meeting.header.venue}" if meeting.header.venue else ""
    time = f" {wording.hours(meeting.header.hours)}" if meeting.header.hours else ""
    state = " Inställt." if meeting.is_cancelled else ""
    named = f"{body.name_on(meeting.date)}, {body.header.municipality}"
    return f"{named}: sammanträde {wording.plain_days(meeting.days)}{time}{place}.{state}"
