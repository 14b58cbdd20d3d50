"""Which pages have a paper, and what each is called.

Every page of these kinds has one, whatever stands on it, so that its address depends on the record alone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from macros import addresses
from macros.facts.day import Day
from macros.record.archive import Body, Meeting


@dataclass(frozen=True)
class Printed:
    """A page that is printed: its address, its body and the day it belongs to."""

    address: str
    body: Body
    date: dt.date
    plan: bool = False


def names(facts: Day) -> Iterator[str]:
    """The addresses of all papers."""
    yield from (addresses.as_pdf(one.address) for one in printed(facts))
    yield from (addresses.packet(meeting.address) for meeting in with_documents(facts))


def printed(facts: Day) -> Iterator[Printed]:
    """Every page that is printed by itself."""
    for meeting in with_documents(facts):
        yield Printed(meeting.address, facts.archive.body_by_id[meeting.body_id], meeting.date)
    for body in facts.archive.bodies:
        for schedule in body.schedules:
            year = schedule.header.year
            yield Printed(addresses.schedule(body.id, year), body, dt.date(year, 1, 1), plan=True)
    for minuted in facts.minutes:
        yield Printed(minuted.address, minuted.body, minuted.meeting.date)
        yield from (Printed(one.address, one.body, one.meeting.date) for one in minuted.decided)
    yield from (Printed(notice.address, notice.body, notice.posted) for notice in facts.notices.all)


def with_documents(facts: Day) -> Iterator[Meeting]:
    """The meetings that have anything on their agenda."""
    return (meeting for body in facts.archive.bodies for meeting in body.meetings if meeting.items)
