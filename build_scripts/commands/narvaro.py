"""`klubbat närvaro`: who was at a body's meetings and when, as a table for whoever pays fees; it is never part of the site."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from build_scripts import named
from build_scripts.loading import load
from build_scripts.own_table import add_table, put_table, refuse_no_period
from build_scripts.project import WrongUse, today
from macros.dates.written import date, uncapital
from macros.facts.day import Day
from macros.facts.meetings import was_held
from macros.facts.people import Presence
from macros.facts.served import Served, served
from macros.pages import wording
from macros.pages.open_table import Cell
from macros.pages.paragraphs import span
from macros.record.archive import Body, Meeting

HELP = "Skriver en tabell över vilka som var med på sammanträdena och när, för den som betalar arvoden."

_NAME = "närvaro"
COLUMNS = (
    "namn",
    "parti",
    "roll",
    "datum",
    "från",
    "till",
    "del_av",
    "på_distans",
    "tjänstgjorde",
    "för",
    "sammanträde",
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """The body, the period, and where to."""
    add_table(parser, _NAME)


def run(arguments: argparse.Namespace) -> int:
    """0 when the table is written."""
    day = today(arguments.idag)
    archive, findings = load(arguments.katalog)
    body = named.body(archive, arguments.body, findings)
    refuse_no_period(arguments.period)
    named.refuse_unread(findings, f"/{body.id}/")
    facts = Day(archive, day)
    rows = [_row(facts, body, one) for one in _served(facts, body) if str(one.date).startswith(arguments.period)]
    for meeting in body.meetings:
        if (
            was_held(meeting, day)
            and str(meeting.date).startswith(arguments.period)
            and not _is_approved(facts, meeting)
        ):
            print(f"Inte med: {date(meeting.date)}, vars protokoll inte är justerat eller inte finns.", file=sys.stderr)
    if not rows:
        raise WrongUse(f"{body.id} har inget justerat protokoll i {arguments.period}. Inget skrevs.")
    put_table(arguments, body, _NAME, COLUMNS, rows)
    return 0


def _is_approved(facts: Day, meeting: Meeting) -> bool:
    minuted = facts.minutes.of_meeting(meeting)
    return minuted is not None and minuted.is_whole


def _served(facts: Day, body: Body) -> Iterator[Served]:
    for meeting in body.meetings:
        if (minuted := facts.minutes.of_meeting(meeting)) is not None:
            yield from served(minuted)


def _row(facts: Day, body: Body, one: Served) -> tuple[Cell, ...]:
    known = facts.people.called(body, one.row.name, one.minuted.date)
    return (
        one.row.name,
        known.person.party_on(one.minuted.date) if known else None,
        uncapital(wording.PRESENCE[Presence.CHAIR if one.is_chair else one.presence]),
        one.date,
        one.came,
        one.went,
        span(one.row) or None,
        "ja" if one.row.at_distance else "nej",
        "nej" if one.presence is Presence.SUBSTITUTE else "ja",
        one.replaces,
        one.minuted.meeting.id,
    )
