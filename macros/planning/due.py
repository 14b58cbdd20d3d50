"""What is due ("läget"): everything that somebody has to do, with its day, for every body that is followed."""

from __future__ import annotations

import datetime as dt

from macros.facts.day import Day
from macros.planning import due_after, due_before, due_lists
from macros.planning.task import Due, Source
from macros.record.archive import Archive

SOURCES: tuple[Source, ...] = (*due_before.SOURCES, *due_lists.SOURCES, *due_after.SOURCES)


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
    return tuple(sorted(found, key=lambda one: (one.date, one.time or dt.time.max, one.body.id, one.path, one.what)))
