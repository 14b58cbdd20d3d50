"""A body's page ("organ"): when it meets next, what it has published lately, and how it is reached."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from macros import addresses
from macros.dates.written import listing
from macros.facts.case_state import CaseStatus
from macros.facts.cases import Case
from macros.facts.day import Day
from macros.facts.items import shown
from macros.facts.meetings import MeetingDay
from macros.pages import record_page, structured, subscriptions, wording
from macros.pages.inputs import Inputs
from macros.pages.page import Page, Promise
from macros.pages.record_page import Found, Link
from macros.pages.request import recipient
from macros.record.archive import Body
from macros.record.body import BodyHeader
from macros.record.summons import MeetingState
from macros.texts.alphabet import alphabetical

KIND = "Organ"
MOST_COMING = 4
MOST_LATEST = 5
MOST_OPEN = 10


@dataclass(frozen=True)
class OpenCase:
    """A case that is not finished: when it was up last, and the meeting that it comes to next."""

    case: Case
    status: CaseStatus
    latest: dt.date | None
    coming: dt.date | None


def pages(facts: Day, _: Inputs) -> Iterator[Promise]:
    """A page for each body."""
    for body in facts.archive.bodies:
        yield Promise(body.address, KIND, partial(_page, facts, body))


def _page(facts: Day, body: Body) -> Page:
    header = body.header
    coming = facts.meetings.coming(body)
    latest = [found for found in reversed(facts.meetings.of(body)) if _opened(found) and found not in coming]
    return record_page.page(
        facts,
        "body.html",
        body.address,
        body.name,
        _description(header),
        [record_page.START],
        KIND,
        dated=not header.historical,
        title=facts.name(body),
        found=Found(
            KIND, (facts.name(body),), title=facts.name(body), short=header.short_name, historical=header.historical
        ),
        body=body,
        alternates=subscriptions.of_body(facts, body),
        deadlines=subscriptions.of_deadlines(body),
        data=structured.organisation(body),
        header=header,
        body_kind=wording.BODY_KINDS[header.kind],
        habit=habit(header),
        openness=wording.OPENNESS_OF_BODY.get(header.openness),
        coming=coming[:MOST_COMING],
        more=max(0, len(coming) - MOST_COMING),
        latest=latest[:MOST_LATEST],
        matters=shown(body.matters),
        routed=[
            (item, facts.name(facts.archive.body_by_id[item.body_id], item.date)) for item in facts.items.routed(body)
        ],
        years=[record_page.year_link(body, year) for year in facts.meetings.years(body)],
        schedules=_schedules(body),
        cases=addresses.body_cases(body.id) if facts.has_list_of_cases(body) else None,
        lists=addresses.delegation_lists(body.id) if body.lists else None,
        order=addresses.delegation_order(body.id) if body.orders else None,
        members=addresses.members(body.id) if body.members else None,
        board=facts.notices.has_any(body),
        open_cases=_open_cases(facts, body),
        most_open=MOST_OPEN,
        assigned=facts.assignments.open_in(body),
        text=record_page.text_of(body.document, body.address),
        recipient=recipient(body, None),
    )


def _open_cases(facts: Day, body: Body) -> list[OpenCase]:
    """The cases that the body has not finished: the late ones first, then those that come up next, then the latest."""
    found = [_open_case(facts, case) for case in facts.cases_in(body) if case.items and facts.status(case).is_open]
    found.sort(key=lambda one: alphabetical(one.case.number))
    found.sort(key=lambda one: one.latest or dt.date.min, reverse=True)
    return sorted(found, key=lambda one: (not one.status.is_late, one.coming or dt.date.max))


def _open_case(facts: Day, case: Case) -> OpenCase:
    days = [event.date for event in case.events if event.date]
    past, ahead = ([day for day in days if (day > facts.today) is later] for later in (False, True))
    return OpenCase(case, facts.status(case), max(past, default=None), min(ahead, default=None))


def _schedules(body: Body) -> list[Link]:
    return [
        Link(str(found.header.year), addresses.schedule(body.id, found.header.year))
        for found in reversed(body.schedules)
    ]


def _opened(found: MeetingDay) -> bool:
    """Whether a meeting that is over has a page: who looks for what was last held finds it though its call never came."""
    return found.meeting is not None and (found.has_passed or found.meeting.header.state is not MeetingState.PLANNED)


def habit(header: BodyHeader) -> str:
    """When the body usually meets: "torsdagar kl. 19.00"; nothing when that is not known."""
    day = listing([f"{weekday}ar" for weekday in header.weekdays])
    time = wording.clock(header.time) if header.time else ""
    return " ".join(part for part in (day, time) if part)


def _description(header: BodyHeader) -> str:
    return f"{header.name}, {header.municipality}: sammanträden, ärenden och handlingar."
