"""`klubbat utgivet`: the notices that are up, and what the ledgers of what has been released do not have yet."""

from __future__ import annotations

import argparse
import sys

from build_scripts.project import add_today, today
from build_scripts.report import report
from build_scripts.site.ledgers import write
from build_scripts.site.prepared import Prepared, prepare
from macros.dates.written import date
from macros.pages.wording import number_of
from macros.record.ledgers import LEDGERS

HELP = "Visar anslagen som sitter uppe och det som är nytt sedan förra utgivningen, och för in det i listorna."


def arguments(parser: argparse.ArgumentParser) -> None:
    """The day, and whether to write."""
    add_today(parser)
    parser.add_argument(
        "--skriv", action="store_true", dest="write", help="för in det nya; klubbat skicka gör det på vägen till alla"
    )


def run(arguments: argparse.Namespace) -> int:
    """0, or 1 when the record has errors or something released is gone or altered: then nothing is written."""
    prepared = prepare(arguments.katalog, today(arguments.idag))
    if not prepared.may_be_built:
        report(prepared.findings, prepared.files, out=sys.stderr)
        return 1
    _tell_notices(prepared)
    fresh = prepared.fresh
    rows = [f"{ledger.name}: {row.key}" for ledger in LEDGERS for row in fresh.of(ledger).all]
    if not rows:
        print("Inget är nytt: listorna har allt som är utgivet.")
        return 0
    print("\n".join(rows))
    if arguments.write:
        paths = write(arguments.katalog, prepared.archive, fresh)
        print(f"{number_of(len(rows), 'rad', 'rader')} införda i {', '.join(paths)}.", file=sys.stderr)
    return 0


def _tell_notices(prepared: Prepared) -> None:
    facts = prepared.facts
    if not facts.notices.up:
        print(f"Inga anslag sitter uppe {date(facts.today)}.")
    for notice in (one for one in facts.notices.all if one.is_up(facts.today)):
        print(
            f"{notice.body.name}: /{notice.address} anslaget {notice.posted}, "
            f"sista dag för överklagande {notice.last_day.date}"
        )
