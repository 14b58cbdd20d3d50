"""A body's page ("organ"): when it meets next, what it has published lately, and how it is reached."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from macros import addresses
from macros.facts.case_state import CaseState
from macros.facts.cases import Case
from macros.facts.day import Site, Sitting, shown
from macros.pages import layout, structured, wording
from macros.pages.layout import Found, Link
from macros.pages.page import Page, Promise
from macros.pages.request import recipient
from macros.pages.start import Coming, nearest_step
from macros.record.archive import Body
from macros.record.body import BodyHeader, Openness
from macros.record.summons import MeetingState
from macros.texts.alphabet import alphabetical

KIND = "Organ"
MOST_COMING = 4
MOST_LATEST = 5

_OPENNESS = {Openness.OPEN: "Öppna för allmänheten", Openness.CLOSED: "Stängda för allmänheten"}


def pages(site: Site) -> Iterator[Promise]:
    """A page for each body."""
    for body in site.archive.bodies:
        yield Promise(body.address, KIND, partial(_page, site, body))


def _page(site: Site, body: Body) -> Page:
    header = body.header
    coming = site.coming(body)
    latest = [found for found in reversed(site.sittings(body)) if _called(found) and found not in coming]
    return layout.page(
        site,
        "body.html",
        body.address,
        body.name,
        _description(header),
        [layout.START],
        KIND,
        title=site.name(body),
        found=Found(KIND, (site.name(body),), title=site.name(body)),
        body=body,
        data=structured.organisation(body),
        header=header,
        body_kind=wording.BODY_KINDS[header.kind],
        habit=habit(header),
        openness=_OPENNESS.get(header.openness),
        coming=[Coming(found, nearest_step(site, found)) for found in coming[:MOST_COMING]],
        more=max(0, len(coming) - MOST_COMING),
        latest=latest[:MOST_LATEST],
        matters=shown(body.matters),
        routed=site.routed(body),
        years=[layout.year_link(body, year) for year in site.years(body)],
        schedules=_schedules(body),
        cases=addresses.body_cases(body.id) if site.has_list_of_cases(body) else None,
        lists=addresses.delegation_lists(body.id) if body.lists else None,
        order=addresses.delegation_order(body.id) if body.orders else None,
        members=addresses.members(body.id) if body.members else None,
        board=site.aftermath.has_notices(body),
        open_cases=_open_cases(site, body),
        assigned=site.assignments.open_in(body),
        text=layout.text_of(body.document, body.address),
        recipient=recipient(body, None),
    )


def _open_cases(site: Site, body: Body) -> list[tuple[Case, CaseState]]:
    """The cases that the body has not finished: the late ones first, then by number."""
    found = [(case, state) for case in site.cases_in(body) if case.items and (state := site.case_state(case)).open]
    return sorted(found, key=lambda one: (not one[1].late, alphabetical(one[0].number)))


def _schedules(body: Body) -> list[Link]:
    return [
        Link(str(found.header.year), addresses.schedule(body.id, found.header.year))
        for found in reversed(body.schedules)
    ]


def _called(sitting: Sitting) -> bool:
    return sitting.meeting is not None and sitting.meeting.header.state is not MeetingState.PLANNED


def habit(header: BodyHeader) -> str:
    """When the body usually meets: "torsdagar kl. 19.00"; nothing when that is not known."""
    day = f"{header.meeting_day}ar" if header.meeting_day else ""
    time = wording.clock(header.time) if header.time else ""
    return " ".join(part for part in (day, time) if part)


def _description(header: BodyHeader) -> str:
    return f"{header.name}, {header.municipality}: sammanträden, ärenden och handlingar."
