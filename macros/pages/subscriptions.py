"""What a page's readers can subscribe to, calendars and feeds, in the order in which it is shown."""

from __future__ import annotations

from macros import addresses
from macros.facts.audiences import Audience, audiences_of
from macros.facts.cases import Case
from macros.facts.day import Day
from macros.facts.minutes import Minuted
from macros.facts.news import NewsKind
from macros.facts.people import Elected
from macros.pages.record_page import Link
from macros.record.archive import Body, Meeting

OF_ALL = (
    Link("Alla sammanträden", addresses.ALL_MEETINGS),
    Link("Alla anslag och sista dagar att överklaga", addresses.ALL_NOTICES),
    Link("Allt nytt", addresses.FEED),
    Link("Kallelser", addresses.kind_feed(NewsKind.CALL.value)),
    Link("Justerade protokoll", addresses.kind_feed(NewsKind.MINUTES.value)),
    Link("Beslut", addresses.kind_feed(NewsKind.DECISION.value)),
    Link("Rättelser och ändringar", addresses.kind_feed(NewsKind.CORRECTION.value)),
)
"""What there is of all bodies together."""

NOTICES = (OF_ALL[1], Link("Anslag", addresses.kind_feed(NewsKind.NOTICE.value)))
"""What there is of the notice board."""


def of_body(facts: Day, body: Body) -> list[Link]:
    """The body's calendars of meetings and notices, and its feed; of those who prepare meetings there are `of_deadlines`."""
    links = [Link("Sammanträden", addresses.meetings_calendar(body.id))]
    if facts.notices.has_any(body):
        links.append(Link("Anslag och sista dagar att överklaga", addresses.notices_calendar(body.id)))
    return [*links, _news_of(body)]


def _news_of(body: Body) -> Link:
    return Link(f"Allt nytt i {body.name}", addresses.body_feed(body.id))


def of_deadlines(body: Body) -> list[Link]:
    """The calendars of the body's deadlines; none without a step."""
    steps = [step for schedule in body.schedules for step in schedule.header.steps]
    roles = {role for step in steps for role in audiences_of(step)}
    every = [Link("Alla tidsfrister", addresses.deadlines_calendar(body.id))] if steps else []
    return every + [
        Link(f"Tidsfrister, {role.value}", addresses.deadlines_calendar(body.id, role.value))
        for role in Audience
        if role in roles
    ]


def of_meeting(body: Body, meeting: Meeting) -> list[Link]:
    """The meeting's own calendar file, and its body's feed."""
    return [Link("Sammanträdet", addresses.meeting_calendar(body.id, meeting.id)), _news_of(body)]


def printed_of(page_address: str, what: str) -> list[Link]:
    """The PDF file of a page; `what` is the page's own thing: "Protokollet"."""
    return [Link(f"{what} som PDF", addresses.as_pdf(page_address))]


def printed_meeting(meeting: Meeting, minuted: Minuted | None) -> list[Link]:
    """The PDF files of a meeting: the agenda and all its documents, none while it has no agenda; and its public minutes."""
    minutes = printed_of(minuted.address, "Protokollet") if minuted and minuted.is_public else []
    if not meeting.items:
        return minutes
    packet = Link("Alla handlingar som PDF", addresses.packet(meeting.address))
    return [*printed_of(meeting.address, "Föredragningslistan"), packet, *minutes]


def of_case(facts: Day, case: Case) -> list[Link]:
    """The calendar of an open case, and the feed of every case that has items and is one course of events."""
    if not case.items or case.collective:
        return []
    calendar = [Link("Ärendets dagar", addresses.case_calendar(case.address))] if facts.status(case).is_open else []
    return [*calendar, Link("Nytt i ärendet", addresses.feed_of(case.address))]


def of_person(one: Elected) -> list[Link]:
    """The person's votes and dissents."""
    return [Link("Röster och reservationer", addresses.feed_of(one.address))]
