"""A table of a body's year or month for those who work with it: beside the record, never part of the site."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from pathlib import Path

from build_scripts import named
from build_scripts.exports.tables import spreadsheet, written
from build_scripts.project import CONTENT, OUTBOX, SITE, WrongUse, add_today
from macros.dates.written import counted
from macros.pages.open_table import Cell
from macros.record.archive import Body
from macros.record.home import RECORD
from macros.record.loose_dates import EXACT_MONTH

_PERIOD = re.compile(rf"\d{{4}}|{EXACT_MONTH.pattern}", re.ASCII)


def add_table(parser: argparse.ArgumentParser, name: str) -> None:
    """The body, the period, the day, and where to: else a file that is called `name` and by them."""
    named.add_body(parser)
    parser.add_argument("period", metavar="PERIOD", help="ett år eller en månad, till exempel 2018 eller 2018-03")
    parser.add_argument(
        "--ut", type=Path, metavar="FIL", help=f"tabellens fil (annars {OUTBOX}/{name}-ORGAN-PERIOD.csv)"
    )
    add_today(parser)


def refuse_no_period(written: str) -> None:
    """Says so where it is neither a year nor a month."""
    if not _PERIOD.fullmatch(written):
        raise WrongUse(f'"{written}" är ingen period. Skriv ett år eller en månad: 2018 eller 2018-03.')


def put_table(
    arguments: argparse.Namespace, body: Body, name: str, columns: Sequence[str], rows: Sequence[Sequence[Cell]]
) -> None:
    """Writes the table and says where it lies; nothing that would come out on the site."""
    root: Path = arguments.katalog
    file = arguments.ut or root / OUTBOX / f"{name}-{body.id}-{arguments.period}.csv"
    for folder in (RECORD, CONTENT, SITE):
        if file.resolve().is_relative_to((root / folder).resolve()):
            raise WrongUse(
                f"{folder}/ kommer ut på webbplatsen. Lägg tabellen någon annanstans, till exempel i {OUTBOX}/."
            )
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        spreadsheet(columns, ([written(cell) for cell in row] for row in rows)), encoding="utf-8", newline=""
    )
    print(f"{file}: {counted(len(rows), 'rad', 'rader')}. Filen är inte en del av webbplatsen.")
