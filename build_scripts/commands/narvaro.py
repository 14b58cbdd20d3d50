"""`klubbat närvaro`: who was at a body's meetings and when, as a table for whoever pays fees; it is never part of the site."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from build_scripts import named
from build_scripts.exports.tables import spreadsheet, written
from build_scripts.project import CONTENT, WrongUse, add_today, load, today
from macros.dates.written import date
from macros.facts.day import Day
from macros.facts.people import Presence
from macros.facts.served import Served, served
from macros.pages import wording
from macros.pages.open_tables import Cell
from macros.pages.paragraphs import span
from macros.record.archive import Body, Meeting
from macros.record.layout import RECORD

HELP = "Skriver en tabell över vilka som var med på sammanträdena och när, för den som betalar arvoden."

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
_PERIOD = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?", re.ASCII)


def arguments(parser: argparse.ArgumentParser) -> None:
    """The body, the period, and where to."""
    parser.add_argument("body", metavar="ORGAN", help="organets id, till exempel avux")
    parser.add_argument("period", metavar="PERIOD", help="ett år eller en månad, till exempel 2018 eller 2018-03")
    parser.add_argument(
        "--ut", type=Path, metavar="FIL", help="tabellens fil (annars utskick/närvaro-ORGAN-PERIOD.csv)"
    )
    add_today(parser)


def run(arguments: argparse.Namespace) -> int:
    """0 when the table is written."""
    day, root = today(arguments.idag), arguments.katalog
    archive, findings = load(root)
    body = named.body(archive, arguments.body, findings)
    if not _PERIOD.fullmatch(arguments.period):
        raise WrongUse(f'"{arguments.period}" är ingen period. Skriv ett år eller en månad: 2018 eller 2018-03.')
    named.refuse_unread(findings, f"/{body.id}/")
    file = arguments.ut or root / "utskick" / f"närvaro-{body.id}-{arguments.period}.csv"
    _refuse_what_is_published(root, file)
    facts = Day(archive, day)
    rows = [_row(facts, body, one) for one in _served(facts, body) if str(one.date).startswith(arguments.period)]
    for meeting in body.meetings:
        is_held = not meeting.is_cancelled and meeting.last_day < day
        if is_held and str(meeting.date).startswith(arguments.period) and not _is_approved(facts, meeting):
            print(f"Inte med: {date(meeting.date)}, vars protokoll inte är justerat eller inte finns.", file=sys.stderr)
    if not rows:
        raise WrongUse(f"{body.id} har inget justerat protokoll i {arguments.period}. Inget skrevs.")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        spreadsheet(COLUMNS, ([written(cell) for cell in row] for row in rows)), encoding="utf-8", newline=""
    )
    print(f"{file}: {len(rows)} rader. Filen är inte en del av webbplatsen.")
    return 0


def _refuse_what_is_published(root: Path, file: Path) -> None:
    for folder in (RECORD, CONTENT, "site"):
        if file.resolve().is_relative_to((root / folder).resolve()):
            raise WrongUse(
                f"{folder}/ kommer ut på webbplatsen. Lägg tabellen någon annanstans, till exempel i utskick/."
            )


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
        wording.uncapital(wording.PRESENCE[Presence.CHAIR if one.is_chair else one.presence]),
        one.date,
        one.came,
        one.went,
        span(one.row) or None,
        "ja" if one.row.at_distance else "nej",
        "nej" if one.presence is Presence.SUBSTITUTE else "ja",
        one.replaces,
        one.minuted.meeting.id,
    )
