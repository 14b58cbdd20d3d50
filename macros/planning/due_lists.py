"""What is due of the units: their monthly lists of delegated decisions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from macros.dates import reporting
from macros.dates.written import listing, month
from macros.facts.day import Day
from macros.planning.task import Due, DueKind, Source
from macros.record.archive import Body
from macros.record.loose_dates import MONTHS
from macros.record.values import Month


def lists(facts: Day, body: Body) -> Iterator[Due]:
    """Each unit's list of every month, from its first list to this month, by the body's rule ("anmälan_av_delegation").

    The lists that a unit owes are told as one. A unit that has never sent a list is not asked.
    The body decides how delegated decisions are reported. Source: KL 6:40.
    """
    rule, today = body.header.reporting, facts.today
    if rule is None:
        return
    for unit in body.header.units:
        sent = {found.header.month for found in body.lists if found.header.unit == unit}
        awaited = [of for of in (_months(min(sent), today) if sent else ()) if of not in sent]
        days = {of: reporting.last_day(rule, unit, of) for of in awaited}
        late = [of for of in awaited if days[of].date < today]
        if late:
            yield _due(facts, body, unit, late, days[late[0]])
        for of in awaited[len(late) :]:
            yield _due(facts, body, unit, [of], days[of])


def _due(facts: Day, body: Body, unit: str, months: list[Month], day: reporting.ReportingDay) -> Due:
    """The lists of one unit for these months, due on the first one's day."""
    wait = "har inte kommit in" if day.date < facts.today else "ska komma in"
    what = f"Delegationsbeslut för {_named(months)} från {unit} {wait}"
    coming = next(
        (found.meeting.id for found in facts.meetings.coming(body) if found.meeting and not found.is_cancelled), None
    )
    remedy = f'klubbat ny delegationslista {body.id} {coming} --enhet "{unit}" --månad {months[0]}' if coming else ""
    return Due(
        day.date, body, DueKind.DELEGATION_LIST, what, body.document.path.rpartition("/")[0], day.time, remedy=remedy
    )


def _named(months: list[Month]) -> str:
    """The months in words: "mars 2026", "mars och maj 2026", "mars–maj 2026"."""
    last = months[-1]
    names = [MONTHS[of.month - 1] if of.year == last.year else month(of) for of in months[:-1]]
    if len(months) > 2 and all(after == before.next for before, after in pairwise(months)):
        return f"{names[0]}–{month(last)}"
    return listing([*names, month(last)])


def _months(first: Month, today: dt.date) -> Iterator[Month]:
    """The months from the first one to today's."""
    while (first.year, first.month) <= (today.year, today.month):
        yield first
        first = first.next


SOURCES: tuple[Source, ...] = (lists,)
