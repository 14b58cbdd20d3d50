"""Delegation lists ("delegationsbeslut"): one unit's month as a table, and all lists by year and unit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from macros import addresses
from macros.dates.reporting import ReportingDay, last_day
from macros.facts.day import Day
from macros.facts.items import holds_lists, shown
from macros.facts.meetings import was_held
from macros.pages import order, record_page, wording
from macros.pages.decisions import years_of
from macros.pages.inputs import Inputs
from macros.pages.item import meeting_link
from macros.pages.page import Page, Promise
from macros.pages.record_page import Found, Link
from macros.pages.tombstone import tombstone
from macros.record.archive import AgendaItem, Body, DelegationList, Meeting
from macros.record.delegation import ListedDecision
from macros.record.loose_dates import MONTHS
from macros.texts.alphabet import alphabetical

KIND = "Delegationslista"


@dataclass(frozen=True)
class DecisionRow:
    """A decision with what its point and its case number lead to."""

    decision: ListedDecision
    point: str | None
    case: str | None
    page: str | None


@dataclass(frozen=True)
class YearOfLists:
    """A year's lists by unit, in Swedish order; each unit's by month."""

    year: int
    units: tuple[tuple[str, tuple[DelegationList, ...]], ...]


def pages(facts: Day, inputs: Inputs) -> Iterator[Promise]:
    """Each body's lists by year and unit, and a page for each list."""
    for body in facts.archive.bodies:
        if not body.lists:
            continue
        yield Promise(addresses.delegation_lists(body.id), KIND, partial(_index, facts, body))
        for meeting in body.meetings:
            for found in meeting.lists:
                cases = (facts.cases.of(body.id, row.case_number) for row in found.header.decisions)
                made_of = (inputs.meeting(meeting), *(case.address if case else "" for case in cases))
                yield Promise(found.address, KIND, partial(_page, facts, body, meeting, found), made_of)


def _index(facts: Day, body: Body) -> Page:
    return record_page.page(
        facts,
        "delegation_lists.html",
        addresses.delegation_lists(body.id),
        "Delegationsbeslut",
        f"Beslut som är fattade åt {body.name}: listor efter år och enhet.",
        [record_page.START, record_page.body_link(body)],
        KIND,
        found=record_page.found_list(facts, body),
        body=body,
        years=_years(body.lists),
        order=addresses.delegation_order(body.id) if body.orders else None,
        counted=years_of(body),
        table=addresses.decisions_table(body.id),
        months=[name[:3] for name in MONTHS],
    )


def _years(lists: tuple[DelegationList, ...]) -> list[YearOfLists]:
    """By year with the latest first."""
    ordered = sorted(
        lists, key=lambda found: (-found.header.month.year, alphabetical(found.header.unit), found.header.month)
    )
    return [
        YearOfLists(year, tuple((unit, tuple(one)) for unit, one in groupby(of_year, lambda found: found.header.unit)))
        for year, of_year in groupby(ordered, lambda found: found.header.month.year)
    ]


def _page(facts: Day, body: Body, meeting: Meeting, found: DelegationList) -> Page:
    header = found.header
    path = [
        record_page.START,
        record_page.body_link(body),
        Link("Delegationsbeslut", addresses.delegation_lists(body.id)),
    ]
    name = f"{header.unit}, {wording.month(header.month)}"
    if header.withdrawn is not None:
        return tombstone(facts, body, found.address, f"Tillbakadragen delegationslista: {name}", path, KIND, header)
    heading = f"Delegationsbeslut: {name}"
    rows = [_row(facts, body, found, decision) for decision in header.decisions]
    due = last_day(body.header.reporting, header.unit, header.month) if body.header.reporting else None
    return record_page.page(
        facts,
        "delegation_list.html",
        found.address,
        heading,
        f"{wording.number_of(len(rows), 'beslut', 'beslut')} på delegation, {name}.",
        path,
        KIND,
        dated=facts.matters_in(meeting),
        on=meeting.date,
        found=Found(
            "Delegationsbeslut",
            record_page.found_under(facts, body, meeting.date),
            meeting.date,
            unit=header.unit,
            month=header.month,
            minor=True,
        ),
        body=body,
        header=header,
        meeting=meeting_link(meeting),
        reported=was_held(meeting, facts.today),
        item=_reported_in(meeting),
        rows=rows,
        due=due,
        late=_late(due, found),
        has=_columns(header.decisions),
        rewritten=any(
            row.date.normalised or (row.serial_number and row.serial_number.normalised) for row in header.decisions
        ),
        text=record_page.text_of(found.document, found.address),
    )


def _reported_in(meeting: Meeting) -> AgendaItem | None:
    """The item under which the list is reported, when the meeting has exactly one for lists."""
    found = [item for item in shown(meeting.items) if holds_lists(item)]
    return found[0] if len(found) == 1 else None


def _row(facts: Day, body: Body, found: DelegationList, decision: ListedDecision) -> DecisionRow:
    case = facts.cases.of(body.id, decision.case_number)
    point = order.point_address(body, decision.date.date, decision.point) if decision.point else None
    page = found.address_of(decision) if decision.page else None
    return DecisionRow(decision, point, case.address if case else None, page)


def _late(due: ReportingDay | None, found: DelegationList) -> bool | None:
    return due.late(found.header.received) if due else None


def _columns(decisions: tuple[ListedDecision, ...]) -> dict[str, bool]:
    """Which columns the table has: one that no row fills is left out."""
    return {
        name: any(getattr(row, name) for row in decisions)
        for name in ("point", "case_number", "serial_number", "delegate")
    }
