"""`klubbat läge`: what is due, for every body that is followed, with its day and how many days are left."""

from __future__ import annotations

import argparse
import sys

from build_scripts import named
from build_scripts.desk.situation import FORMS, Situation
from build_scripts.project import WrongUse, add_today, load, today
from macros.finding import has_errors
from macros.planning.due import due

HELP = "Visar vad som väntar: steg, handlingar, listor, protokoll, anslag och uppdrag, med dagar kvar."

HORIZON = "30"
MOST = 4000


def arguments(parser: argparse.ArgumentParser) -> None:
    """The body, the day, how far ahead, and how to print."""
    parser.add_argument("--organ", dest="body", metavar="ORGAN", help="bara det här organet, till exempel avux")
    parser.add_argument(
        "--dagar", dest="horizon", metavar="N", default=HORIZON, help=f"hur många dagar framåt (annars {HORIZON})"
    )
    parser.add_argument("--format", choices=tuple(FORMS), default="text", help="hur svaret skrivs ut (annars text)")
    add_today(parser)


def run(arguments: argparse.Namespace) -> int:
    """Prints what is due; always 0: that something is late is no fault of the record."""
    day, horizon = today(arguments.idag), _horizon(arguments.horizon)
    archive, findings = load(arguments.katalog)
    found = due(archive, day)
    if arguments.body is not None:
        body = named.body(archive, arguments.body, findings)
        if body.header.historical:
            raise WrongUse(f"{body.id} följs inte längre (historiskt: ja i organ.md), så inget väntar där.")
        found = tuple(one for one in found if one.body.id == body.id)
    print(FORMS[arguments.format](Situation(found, day, horizon)), end="")
    if has_errors(findings):
        print("Något kan saknas här: filer gick inte att läsa. Se klubbat kontrollera.", file=sys.stderr)
    return 0


def _horizon(written: str) -> int:
    if written.isascii() and written.isdigit() and int(written) <= MOST:
        return int(written)
    raise WrongUse(f'"{written}" är inget antal dagar; skriv ett tal från 0 till {MOST}.')
