"""The start page's lists, over all bodies: the next meetings, the latest calls, and the bodies themselves."""

from __future__ import annotations

from itertools import groupby

from markupsafe import Markup

from macros.facts.appeals import AppealState, appeal_of
from macros.facts.day import Day
from macros.facts.items import shown
from macros.pages.templating import render, root_from
from macros.record.archive import Archive, Body
from macros.record.summons import MeetingState
from macros.texts.alphabet import alphabetical

MOST_UPCOMING = 6
MOST_CALLS = 6
MOST_DECISIONS = 12


def upcoming(facts: Day, address: str = "") -> Markup:
    """The next meetings of the bodies that are followed; `address` is the page it stands on."""
    return render("upcoming.html", root=root_from(address), coming=facts.meetings.all_coming[:MOST_UPCOMING])


def spoken_of(facts: Day) -> Markup:
    """Which day the page speaks of, as record pages say it."""
    return render("spoken_of.html", today=facts.today)


def latest_calls(archive: Archive, address: str = "") -> Markup:
    """The latest agendas, newest first: meetings that are called or held and have items."""
    called = [
        (meeting, archive.body_by_id[meeting.body_id], len(meeting.agenda))
        for meeting in reversed(archive.meetings)
        if shown(meeting.items) and meeting.header.state in (MeetingState.CALLED, MeetingState.HELD)
    ]
    called.sort(key=lambda found: found[0].header.called or found[0].date, reverse=True)
    return render("latest_calls.html", root=root_from(address), called=called[:MOST_CALLS])


def open_to_appeal(facts: Day, address: str = "") -> Markup:
    """The decisions that can be appealed now, those whose time ends first at the top, and the notices that are up."""
    decisions = [
        (decided, notice)
        for notice in facts.notices.up
        for decided in facts.minutes.announced_by(notice)
        if (status := appeal_of(decided, facts.today)) and status.state is AppealState.OPEN
    ]
    decisions.sort(key=lambda found: (found[1].last_day.date, found[0].body.id, found[0].meeting.date, found[0].number))
    return render(
        "open_to_appeal.html",
        root=root_from(address),
        decisions=decisions[:MOST_DECISIONS],
        own=[notice for notice in facts.notices.up if notice.delegated],
        total=len(decisions),
        up=len(facts.notices.up),
        today=facts.today,
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
