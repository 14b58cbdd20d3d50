"""The start page's lists, over all bodies: the next meetings, the latest calls, and the bodies themselves."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from macros.dates.deadlines import Deadline
from macros.facts.day import Site, Sitting, shown
from macros.facts.minutes import Aftermath
from macros.pages.appeals import appeal_line
from macros.pages.templating import render, root_from
from macros.record.archive import Archive, Body
from macros.record.summons import MeetingState
from macros.texts.alphabet import alphabetical

MOST_UPCOMING = 6
MOST_CALLS = 6
MOST_DECISIONS = 12


@dataclass(frozen=True)
class Coming:
    """A coming meeting with its nearest step that is not past."""

    sitting: Sitting
    nearest: Deadline | None


def upcoming(archive: Archive, today: dt.date, address: str = "") -> Markup:
    """The next meetings of the bodies that are followed, with their nearest deadlines; `address` is the page it stands on."""
    site = Site(archive, today)
    coming = [Coming(found, nearest_step(site, found)) for found in site.all_coming[:MOST_UPCOMING]]
    return render("upcoming.html", root=root_from(address), coming=coming)


def nearest_step(site: Site, sitting: Sitting) -> Deadline | None:
    """The first step before the meeting that is today or later; none for a cancelled meeting."""
    if sitting.is_cancelled:
        return None
    steps = site.steps(sitting.body, sitting.date)
    return next((step for step in steps if site.today <= step.date <= sitting.date), None)


def latest_calls(archive: Archive, today: dt.date, address: str = "") -> Markup:
    """The latest agendas, newest first: meetings that are called or held and have items."""
    called = [
        (meeting, archive.body_by_id[meeting.body_id], len(meeting.items))
        for meeting in reversed(archive.meetings)
        if shown(meeting.items) and meeting.header.state in (MeetingState.CALLED, MeetingState.HELD)
    ]
    called.sort(key=lambda found: found[0].header.called or found[0].date, reverse=True)
    return render("latest_calls.html", root=root_from(address), called=called[:MOST_CALLS])


def open_to_appeal(archive: Archive, today: dt.date, address: str = "") -> Markup:
    """The decisions that can be appealed now, those whose time ends first at the top, and the notices that are up."""
    aftermath = Aftermath(archive, today)
    decisions = [
        (decided, notice)
        for notice in aftermath.up
        for decided in aftermath.decided_of(notice)
        if (line := appeal_line(decided, today)) and line.open
    ]
    decisions.sort(key=lambda found: (found[1].last_day.date, found[0].body.id, found[0].meeting.date, found[0].number))
    own = [notice for notice in aftermath.up if notice.delegated]
    return render(
        "open_to_appeal.html",
        root=root_from(address),
        decisions=decisions[:MOST_DECISIONS],
        own=own,
        total=len(decisions),
        up=len(aftermath.up),
    )


def bodies(archive: Archive, address: str = "") -> Markup:
    """All bodies by municipality, in Swedish order."""
    ordered = sorted(archive.bodies, key=_place)
    grouped = [(name, list(found)) for name, found in groupby(ordered, lambda body: body.header.municipality)]
    return render("bodies.html", root=root_from(address), municipalities=grouped)


def courts(archive: Archive, address: str = "") -> Markup:
    """The court that each body's decisions are appealed to, where the record knows it.

    Source: KL 13:5-6.
    """
    known = [
        body for body in sorted(archive.bodies, key=_place) if body.header.appeal_to and not body.header.historical
    ]
    return render("courts.html", root=root_from(address), bodies=known)


def _place(body: Body) -> tuple[bool, object, object]:
    """Invented bodies last: a reader looks for a real one."""
    return body.header.invented, alphabetical(body.header.municipality), alphabetical(body.name)
