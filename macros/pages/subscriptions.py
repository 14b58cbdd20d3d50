"""What a page's readers can subscribe to: calendars by their addresses, in the order in which they are shown."""

from __future__ import annotations

from macros import addresses
from macros.facts.cases import Case
from macros.facts.day import Day
from macros.facts.roles import Role, roles_of
from macros.pages.layout import Link
from macros.record.archive import Body, Meeting

OF_ALL = (
    Link("Alla sammanträden", addresses.ALL_MEETINGS),
    Link("Alla anslag och sista dagar att överklaga", addresses.ALL_NOTICES),
)
"""The calendars of all bodies together."""

NOTICES = OF_ALL[1:]
"""The calendar of the notice board."""


def of_body(facts: Day, body: Body) -> list[Link]:
    """The body's calendars: meetings, deadlines for all and for each role that has any, notices."""
    links = [Link("Sammanträden", addresses.meetings_calendar(body.id)), *of_deadlines(body)]
    if facts.notices.has_any(body):
        links.append(Link("Anslag och sista dagar att överklaga", addresses.notices_calendar(body.id)))
    return links


def of_deadlines(body: Body) -> list[Link]:
    """The calendars of the body's deadlines; none without a step."""
    steps = [step for schedule in body.schedules for step in schedule.header.steps]
    roles = {role for step in steps for role in roles_of(step)}
    every = [Link("Alla tidsfrister", addresses.deadlines_calendar(body.id))] if steps else []
    return every + [
        Link(f"Tidsfrister, {role.value}", addresses.deadlines_calendar(body.id, role.value))
        for role in Role
        if role in roles
    ]


def of_meeting(meeting: Meeting) -> list[Link]:
    """The meeting's own calendar file."""
    return [Link("Sammanträdet", addresses.meeting_calendar(meeting.body_id, meeting.id))]


def of_case(facts: Day, case: Case) -> list[Link]:
    """The calendar of an open case."""
    is_followed = case.items and not case.collective and facts.status(case).is_open
    return [Link("Ärendets dagar", addresses.case_calendar(case.address))] if is_followed else []
