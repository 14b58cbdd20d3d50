"""What is due ("läget"): everything that somebody has to do, with its day, for every body that is followed."""

from __future__ import annotations

import datetime as dt

from macros.facts.day import Day
from macros.planning.due_after import assignments, ending_notices, expediting, minutes, postings
from macros.planning.due_before import calls, folders, lists, steps, texts
from macros.planning.task import Due, Source
from macros.record.archive import Archive
from macros.record.moments import moment

SOURCES: tuple[Source, ...] = (
    steps,
    folders,
    calls,
    texts,
    lists,
    minutes,
    postings,
    expediting,
    ending_notices,
    assignments,
)


def due(archive: Archive, today: dt.date) -> tuple[Due, ...]:
    """All that is due, by day, hour and body: what is late first. Nothing is awaited of a body that is "historiskt"."""
    facts = Day(archive, today)
    found = [
        one
        for body in archive.bodies
        if not body.header.historical
        for source in SOURCES
        for one in source(facts, body)
    ]
    return tuple(sorted(found, key=lambda one: (moment(one.date, one.time), one.body.id, one.path, one.what)))
