"""Every page of the record: pure functions of the archive and the day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace

from macros.facts.day import Day
from macros.pages import (
    body,
    calendar,
    case,
    delegated_decision,
    delegation,
    extract,
    followed,
    glossary,
    item,
    meeting,
    members,
    minutes,
    notice_board,
    open_data,
    order,
    paper,
    schedule,
    year,
)
from macros.pages.inputs import Inputs
from macros.pages.page import Page, Promise
from macros.record.archive import Archive

KINDS: tuple[Callable[[Day, Inputs], Iterator[Promise]], ...] = (
    body.pages,
    year.pages,
    meeting.pages,
    item.pages,
    paper.pages,
    case.pages,
    schedule.pages,
    delegation.pages,
    delegated_decision.pages,
    order.pages,
    calendar.pages,
    minutes.pages,
    extract.pages,
    notice_board.pages,
    members.pages,
    followed.pages,
    glossary.pages,
    open_data.pages,
)
"""One function for each kind of page."""


def promises(facts: Day) -> Iterator[Promise]:
    """All pages of the record, as they stand on the day; each address once."""
    inputs = Inputs(facts)
    for kind in KINDS:
        for promise in kind(facts, inputs):
            yield _with_its_past(promise, facts)


def _with_its_past(promise: Promise, facts: Day) -> Promise:
    """Every page tells of its past, so it is made from that too."""
    return (
        promise
        if promise.inputs is None
        else replace(promise, inputs=(*promise.inputs, str(facts.history.of(promise.address))))
    )


def pages(archive: Archive, today: dt.date) -> Iterator[Page]:
    """All pages of the record, made."""
    return (promise.make() for promise in promises(Day(archive, today)))
