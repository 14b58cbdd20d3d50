"""`klubbat adresser`: the addresses that the record gives and the ledger does not have yet."""

from __future__ import annotations

import argparse
import sys

from build_scripts.project import add_today, today
from build_scripts.report import report
from build_scripts.site.ledgers import append
from build_scripts.site.prepared import prepare
from macros.pages.wording import number_of
from macros.record.ledgers import ADDRESSES

HELP = "Visar adresser som är nya sedan senast, och för in dem i adresslistan."


def arguments(parser: argparse.ArgumentParser) -> None:
    """The day, and whether to write."""
    add_today(parser)
    parser.add_argument(
        "--skriv", action="store_true", dest="write", help=f"för in de nya adresserna sist i {ADDRESSES.file}"
    )


def run(arguments: argparse.Namespace) -> int:
    """0, or 1 when the record has errors or an address that was released is gone: then nothing is written."""
    prepared = prepare(arguments.katalog, today(arguments.idag))
    if not prepared.may_be_built:
        report(prepared.findings, prepared.files, out=sys.stderr)
        return 1
    fresh = prepared.new_addresses
    if not fresh:
        print(f"Inga nya adresser: {ADDRESSES.file} har alla {len(prepared.released)}.")
        return 0
    print("\n".join(str(entry) for entry in fresh))
    if arguments.write:
        append(arguments.katalog, ADDRESSES, fresh)
        print(f"{number_of(len(fresh), 'adress', 'adresser')} införda i {ADDRESSES.file}.", file=sys.stderr)
    return 0
