"""A delegated decision's page ("delegationsbeslut"): what was decided, on what conditions, by whom, and what belongs to it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from macros import addresses
from macros.facts.day import Day
from macros.facts.meetings import was_held
from macros.pages import order, record_page, wording
from macros.pages.attachments import Shown, file_of, party, what, what_of_withheld
from macros.pages.inputs import Inputs
from macros.pages.item import meeting_link
from macros.pages.page import Page, Promise
from macros.pages.record_page import Found, Link
from macros.pages.request import recipient
from macros.pages.tombstone import tombstone
from macros.record.archive import Body, DelegationList, Meeting
from macros.record.delegation import ListedDecision
from macros.record.item import Attachment

KIND = "Delegationsbeslut"


def pages(facts: Day, inputs: Inputs) -> Iterator[Promise]:
    """A page for each decision of a list that has one ("sida")."""
    for body in facts.archive.bodies:
        for meeting in body.meetings:
            for found in meeting.lists:
                for row in found.header.decisions:
                    if row.page is not None:
                        is_open = found.header.withdrawn is None and row.withdrawn is None
                        make = partial(_page if is_open else _withdrawn, facts, body, meeting, found, row)
                        case = facts.cases.of(body.id, row.case_number)
                        made_of = (inputs.meeting(meeting), row.page, case.address if case else "")
                        yield Promise(found.address_of(row), KIND, make, made_of)


def _page(facts: Day, body: Body, meeting: Meeting, found: DelegationList, row: ListedDecision) -> Page:
    case = facts.cases.of(body.id, row.case_number)
    return record_page.page(
        facts,
        "delegated_decision.html",
        found.address_of(row),
        row.decision,
        f"Delegationsbeslut {wording.plain_date(row.date.date)}, {found.header.unit}, åt {body.name_on(row.date.date)}.",
        _path(body, found),
        KIND,
        dated=facts.matters_in(meeting),
        on=row.date.date,
        title=f"{row.decision}, {wording.plain_date(row.date.date)} – {facts.name(body, row.date.date)}",
        found=Found(
            KIND,
            record_page.found_under(facts, body, row.date.date),
            row.date.date,
            unit=found.header.unit,
            number=row.case_number,
        ),
        body=body,
        row=row,
        list=_list_link(found),
        meeting=meeting_link(meeting),
        reported=was_held(meeting, facts.today),
        point=order.point_address(body, row.date.date, row.point) if row.point else None,
        case=case,
        paragraphs=[part for part in (row.text or "").split("\n\n") if part.strip()],
        recipients=[party(facts, one, row.date.date) for one in row.recipients],
        attachments=[_shown(facts, meeting, one) for one in row.attachments],
        about=_named(row),
        recipient=recipient(body, row.case_number or row.decision),
    )


def _named(row: ListedDecision) -> str:
    """What to name of the decision when its documents are asked for."""
    decision = f"beslutet ”{row.decision}” den {wording.plain_date(row.date.date)}"
    return f"diarienumret {row.case_number}" if row.case_number else decision


def _shown(facts: Day, meeting: Meeting, header: Attachment) -> Shown:
    if not header.is_shown:
        return Shown(header, what_of_withheld(header))
    title, file, address = file_of(facts, header, meeting.body_id, meeting.id)
    return Shown(header, what(facts, header), title, file, address or _told_of(meeting, title))


def _told_of(meeting: Meeting, title: str) -> str | None:
    """The page of the meeting's document of this title, where one tells what the attachment says."""
    papers = (paper for item in meeting.items if item.is_public for paper in item.papers if paper.header.is_shown)
    return next((paper.address for paper in papers if paper.header.title == title), None)


def _list_link(found: DelegationList) -> Link:
    return Link(f"{found.header.unit}, {wording.month(found.header.month)}", found.address)


def _path(body: Body, found: DelegationList) -> list[Link]:
    lists = Link("Delegationsbeslut", addresses.delegation_lists(body.id))
    return [record_page.START, record_page.body_link(body), lists, _list_link(found)]


def _withdrawn(facts: Day, body: Body, meeting: Meeting, found: DelegationList, row: ListedDecision) -> Page:
    header = row if row.withdrawn else found.header
    address, path = found.address_of(row), _path(body, found)
    return tombstone(facts, body, address, "Tillbakadraget beslut", path, KIND, header, number=row.case_number)
