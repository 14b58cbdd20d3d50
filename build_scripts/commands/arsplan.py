"""`klubbat årsplan`: a municipality's yearly plan, as it is published, becomes the bodies' schedules. Never overwrites."""

from __future__ import annotations

import argparse
import dataclasses
import unicodedata
from pathlib import Path

from build_scripts import named
from build_scripts.imports.plan_schedules import Matching, schedules, usual_weekdays
from build_scripts.imports.plan_table import PlanTable, plan_table
from build_scripts.imports.plan_which_year import Usual, year_of
from build_scripts.imports.plan_year import plans_of
from build_scripts.imports.received import NotImported, received
from build_scripts.imports.table_files import KINDS, TableFile, table_file
from build_scripts.loading import load
from build_scripts.new import asking
from build_scripts.new.new_files import make
from build_scripts.project import WrongUse, add_today, today
from macros.dates.written import listing
from macros.record import layout

HELP = "Gör sammanträdesordningar av en årsplan: en tabell med månader och organ, eller rader av text. Skriver aldrig över något."


def arguments(parser: argparse.ArgumentParser) -> None:
    """The file, which bodies, and the year where the plan does not say it."""
    parser.add_argument("file", type=Path, metavar="FIL", help=f"planen: {', '.join(KINDS)}")
    parser.add_argument("--organ", dest="body", metavar="ORGAN", help="bara det här organet (annars alla i planen)")
    parser.add_argument(
        "--heter",
        dest="mapped",
        action="append",
        default=[],
        metavar="NAMN=ORGAN",
        help="vad ett organ kallas i planen, och dess id här; kan upprepas",
    )
    parser.add_argument("--år", dest="year", metavar="ÅÅÅÅ", help="året, när planen inte säger det")
    add_today(parser)


def run(arguments: argparse.Namespace) -> int:
    """Makes the schedules and tells what came in for each body; 1 when something of the plan is not in them."""
    archive, findings = load(arguments.katalog)
    only = named.body(archive, arguments.body, findings) if arguments.body else None
    named.refuse_unread(findings, f"/{layout.BODY.file}")
    mapped = dict(map(_mapped, arguments.mapped))
    try:
        file = table_file(received(arguments.file), arguments.file.name)
    except NotImported as reason:
        raise WrongUse(f"{arguments.file.name}: {reason}") from None
    table = plan_table(file.rows, file.lines)
    if not table.cells:
        raise WrongUse(
            f"{arguments.file.name} är ingen årsplan som känns igen. Den ska ha månader över kolumnerna och ett organ på "
            "varje rad, eller organ över kolumnerna och en månad på varje rad."
        )
    matching = Matching(mapped, table.meanings, only)
    usual = usual_weekdays(archive, table.names, matching)
    year, from_name = _year(arguments.year, table, arguments.file.stem, usual)
    draft = schedules(archive, plans_of(table, year), year, matching)
    draft = dataclasses.replace(
        draft, told=(*from_name, *draft.told, *_around(file, table)), left_out=(*draft.left_out, *table.unplaced)
    )
    return make(arguments.katalog, draft, today(arguments.idag))


def _mapped(given: str) -> tuple[str, str]:
    name, equals, body = (part.strip() for part in unicodedata.normalize("NFC", given).partition("="))
    if not (name and equals and body):
        raise WrongUse('--heter skrivs "NAMN=ORGAN", till exempel "KF=exempel-kf".')
    return name, body.lower()


def _year(given: str | None, table: PlanTable, file_name: str, usual: Usual) -> tuple[int, tuple[str, ...]]:
    """The plan's year, as it says or as given, and what is to be told of that."""
    found, why = year_of(table, file_name, usual)
    if given is None and found is not None:
        return found, (why,) if why else ()
    year = asking.year(asking.given(given, f"{why} Året" if why else "Året", "--år"), "--år")
    if len(table.years) == 1 and year != table.years[0]:
        raise WrongUse(f"--år: planen säger {table.years[0]}, inte {year}.")
    return year, ()


def _around(file: TableFile, table: PlanTable) -> list[str]:
    """What the file has besides the plan."""
    told = [f'Utanför tabellen står "{text}".' for text in dict.fromkeys(table.outside)]
    return [*told, f"Andra blad är inte lästa: {listing(file.unread)}."] if file.unread else told
