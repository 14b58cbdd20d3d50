"""A body's year: its meetings and planned days, with the schedule and the delegation lists of the year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial

from macros import addresses
from macros.facts.day import Day
from macros.facts.meetings import lists_of
from macros.pages import record_page
from macros.pages.inputs import Inputs
from macros.pages.page import Page, Promise
from macros.pages.record_page import Link
from macros.record.archive import Body
from macros.texts.alphabet import alphabetical

KIND = "År"


def pages(facts: Day, inputs: Inputs) -> Iterator[Promise]:
    """A page for each year of each body."""
    for body in facts.archive.bodies:
        years = facts.meetings.years(body)
        for after, year, before in zip((None, *years), years, (*years[1:], None), strict=False):
            made_of = (
                inputs.body(body),
                f"{before} {after}",
                *map(inputs.meeting_day, facts.meetings.in_year(body, year)),
            )
            yield Promise(
                addresses.year(body.id, year), KIND, partial(_page, facts, body, year, before, after), made_of
            )


def _page(facts: Day, body: Body, year: int, before: int | None, after: int | None) -> Page:
    schedule = body.schedule(year)
    meeting_days = facts.meetings.in_year(body, year)
    last = dt.date(year, 12, 31)
    name = body.name_on(last)
    lists = [found for meeting in body.meetings if meeting.date.year == year for found in lists_of(meeting)]
    lists.sort(key=lambda found: (found.header.month, alphabetical(found.header.unit)))
    return record_page.page(
        facts,
        "year.html",
        addresses.year(body.id, year),
        f"{name} {year}",
        f"Sammanträden {year} i {name}, {body.header.municipality}.",
        [record_page.START, record_page.body_link(body)],
        KIND,
        dated=any(map(facts.matters_at, meeting_days)),
        title=f"{facts.name(body, last)} {year}",
        crumb=str(year),
        body=body,
        on=last,
        year=year,
        meeting_days=meeting_days,
        schedule=addresses.schedule(body.id, year) if schedule else None,
        lists=lists,
        before=_neighbour(body, before),
        after=_neighbour(body, after),
    )


def _neighbour(body: Body, year: int | None) -> Link | None:
    return record_page.year_link(body, year) if year is not None else None
