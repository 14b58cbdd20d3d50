"""`klubbat utgivet`: the notices that are up, and what the ledgers of what has been released do not have yet."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from pathlib import Path

from build_scripts.exports.files import promised
from build_scripts.loading import load
from build_scripts.project import WrongUse, add_today, today
from build_scripts.report import report
from build_scripts.site.ledgers import hide, write
from build_scripts.site.prepared import Prepared, prepare
from build_scripts.site.whole_version import is_whole
from macros.dates.written import date
from macros.facts.day import Day
from macros.facts.released import ReleaseState
from macros.pages.wording import number_of
from macros.record.layout import ATTACHMENTS
from macros.record.ledgers import ADDRESSES, LEDGERS

HELP = "Visar anslagen som sitter uppe och det som är nytt sedan förra utgivningen, och för in det i listorna."


def arguments(parser: argparse.ArgumentParser) -> None:
    """The day, whether to write, or which commit to ask about."""
    add_today(parser)
    parser.add_argument(
        "--skriv", action="store_true", dest="write", help="för in det nya; klubbat skicka gör det på vägen till alla"
    )
    parser.add_argument(
        "--saknas",
        metavar="VERSION",
        dest="version",
        help="svara 1 om något i den här versionen i git saknas i listorna (HEAD är den senaste)",
    )
    parser.add_argument(
        "--dölj",
        metavar="ADRESS",
        dest="hidden",
        help="sätt avtryck i stället för en adress som själv inte får visas och allt som hör till den (kalender, flöde, PDF); "
        "sidan ska vara borta ur arkivet",
    )


def run(arguments: argparse.Namespace) -> int:
    """0, or 1 when the record has errors or something released is gone or altered: then nothing is written."""
    day = today(arguments.idag)
    if arguments.version is not None:
        return int(not is_whole(arguments.katalog, arguments.version, day))
    if arguments.hidden is not None:
        return _hide(arguments.katalog, day, arguments.hidden)
    prepared = prepare(arguments.katalog, day)
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
            f"{notice.body_name}: /{notice.address} anslaget {notice.posted}, "
            f"sista dag för överklagande {notice.last_day.date}"
        )


def _hide(root: Path, day: dt.date, written: str) -> int:
    archive, _ = load(root)
    facts = Day(archive.without_drafts, day)
    given = {*ReleaseState(facts).given, *promised(facts)}
    address = written.strip("/") + ("" if f"/{ATTACHMENTS}/" in written else "/")
    if address in given:
        raise WrongUse("sidan finns kvar i arkivet: döp om filen och maskera den först.")
    count = hide(root, archive, address, given)
    if not count:
        raise WrongUse("adressen står inte i listan över utgivet; skriv den som efter webbplatsens namn, utan http.")
    told = number_of(count, "adress är dold", "adresser är dolda")
    print(f"{told} i {ADDRESSES.file}. Kör klubbat kontrollera, och sedan klubbat skicka.")
    return 0
