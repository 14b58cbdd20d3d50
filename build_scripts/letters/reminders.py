"""Reminders of what is due: one letter for each body and role, with what that role has to do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from build_scripts.letters.draft import Draft
from build_scripts.letters.recipients import Recipients
from macros.addresses import slug
from macros.dates.written import clock, days_left, weekday_day
from macros.facts.audiences import Audience
from macros.planning.task import Due


def reminders(due: Sequence[Due], today: dt.date, recipients: Recipients) -> Iterator[Draft]:
    """A letter for each body and role that something waits for, in the order in which it waits."""
    for body in {one.body.id: one.body for one in due}.values():
        for role in Audience:
            own = [one for one in due if one.body.id == body.id and role in one.audiences]
            if own:
                text = "\n".join([f"{body.name}: det här väntar ({role.value}).", "", *_lines(own, today)])
                hidden = recipients.of(body.id, (role.value,))
                yield Draft(f"{body.id}-{slug(role.value)}.eml", f"Att göra: {body.name}", text, None, hidden)


def _lines(due: Sequence[Due], today: dt.date) -> Iterator[str]:
    for one in due:
        hour = f" {clock(one.time)}" if one.time else ""
        late = "FÖRSENAT, " if one.late(today) else ""
        yield f"- {weekday_day(one.date, today.year)}{hour} ({late}{days_left(one.days_left(today))}): {one.what}"
        if one.remedy:
            yield f"  {one.remedy}"
