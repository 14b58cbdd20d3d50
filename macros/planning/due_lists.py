"""What is due of the units: their monthly lists of delegated decisions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from macros.dates import reporting
from macros.dates.written import month
from macros.planning.task import Due, DueKind, Source
from macros.record.archive import Body
from macros.record.values import Month


def lists(body: Body, today: dt.date) -> Iterator[Due]:
    """Each unit's list of every month, from its first list to this month, by the body's rule ("anmälan_av_delegation").

    A unit that has never sent a list is not asked.
    Source: KL 6:40 lets the body decide how delegated decisions are reported.
    """
    rule = body.header.reporting
    if rule is None:
        return
    home = body.document.path.rpartition("/")[0]
    for unit in body.header.units:
        sent = {found.header.month for found in body.lists if found.header.unit == unit}
        for of in _months(min(sent), today) if sent else ():
            if of not in sent:
                day = reporting.last_day(rule, unit, of)
                wait = "har inte kommit in" if day.date < today else "ska komma in"
                what = f"Delegationsbeslut för {month(of)} från {unit} {wait}"
                yield Due(day.date, body, DueKind.DELEGATION_LIST, what, home, day.time)


def _months(first: Month, today: dt.date) -> Iterator[Month]:
    """The months from the first one to today's."""
    while (first.year, first.month) <= (today.year, today.month):
        yield first
        first = first.next


SOURCES: tuple[Source, ...] = (lists,)
