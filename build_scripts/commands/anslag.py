"""`klubbat anslag`: the notices that are up, each with its last day, and those that the ledger does not have yet."""

from __future__ import annotations

import argparse
import sys

from build_scripts.project import add_today, load, today
from build_scripts.report import report
from build_scripts.site.ledgers import append_notices, judged_notices, new_notices
from macros.dates.written import date
from macros.facts.notices import notices
from macros.finding import has_errors, in_order
from macros.judging import judge
from macros.record.ledgers import NOTICES

HELP = "Visar anslagen som sitter uppe, och för in de nya i anslagslistan."


def arguments(parser: argparse.ArgumentParser) -> None:
    """The day, and whether to write."""
    add_today(parser)
    parser.add_argument(
        "--skriv", action="store_true", dest="write", help=f"för in de nya anslagen sist i {NOTICES.file}"
    )


def run(arguments: argparse.Namespace) -> int:
    """0, or 1 when the record has errors or a released notice was removed or altered: then nothing is written."""
    day = today(arguments.idag)
    archive, known = load(arguments.katalog)
    found = judge(archive, known, day)
    findings = in_order([*found, *judged_notices(arguments.katalog, archive, day, found)])
    if has_errors(findings):
        report(findings, len({document.path for document in archive.documents()}), out=sys.stderr)
        return 1
    fresh = new_notices(arguments.katalog, archive, day)
    up = [notice for notice in notices(archive) if notice.is_up(day)]
    if not up:
        print(f"Inga anslag sitter uppe {date(day)}.")
    for notice in up:
        mark = " (nytt)" if notice in fresh else ""
        print(
            f"{notice.body.name}: /{notice.address} anslaget {notice.posted}, "
            f"sista dag för överklagande {notice.last_day.date}{mark}"
        )
    if arguments.write and fresh:
        append_notices(arguments.katalog, fresh)
        print(f"{len(fresh)} anslag införda i {NOTICES.file}.", file=sys.stderr)
    return 0
