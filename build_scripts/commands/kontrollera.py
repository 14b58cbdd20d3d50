"""`klubbat kontrollera`: every fault of the record in one run, with its place and what to do."""

from __future__ import annotations

import argparse

from build_scripts.project import add_today, load, today
from build_scripts.report import FORMS, report
from build_scripts.site import notice_ledger
from macros.checks import judge
from macros.finding import in_order

HELP = "Kontrollerar hela arkivet och säger vad som är fel, var, och hur det rättas."


def arguments(parser: argparse.ArgumentParser) -> None:
    """The form of the answer, and the day it is."""
    parser.add_argument(
        "--format",
        choices=tuple(FORMS),
        default="text",
        help="text att läsa, rader för GitHub, eller json (annars text)",
    )
    add_today(parser)


def run(arguments: argparse.Namespace) -> int:
    """Prints the findings; 1 with errors, 0 without."""
    day = today(arguments.idag)
    archive, known = load(arguments.katalog)
    findings = in_order([*judge(archive, known, day), *notice_ledger.judged(arguments.katalog, archive, day)])
    files = {document.path for document in archive.documents()} | {
        found.place.path for found in findings if found.place.line
    }
    return report(findings, len(files), arguments.format)
