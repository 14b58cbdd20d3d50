"""`klubbat bevisa`: whether a published site is what its log says, wherever it is."""

from __future__ import annotations

import argparse

from build_scripts.project import WrongUse
from build_scripts.report import add_format, report
from build_scripts.site.chain import FILES, RowKind, is_digest, read_files
from build_scripts.site.places import SiteAtAddress, site_at
from build_scripts.site.proof import proof
from macros.dates.written import clock, weekday_date
from macros.pages.wording import number_of

HELP = "Prövar en publicerad webbplats mot dess logg: hittar det som är ändrat, borttaget, tillagt eller utbytt."


def arguments(parser: argparse.ArgumentParser) -> None:
    """The site, and a head that was kept elsewhere."""
    parser.add_argument("site", metavar="ADRESS|DIR", help="webbplatsens adress, eller mappen som visar den")
    parser.add_argument(
        "--huvud",
        metavar="AVTRYCK",
        dest="head",
        help="ett huvud som någon har sparat: hittar också en avklippt eller ny logg",
    )
    add_format(parser)


def run(arguments: argparse.Namespace) -> int:
    """0 when everything is as the log says; 1 when something is not."""
    if arguments.head is not None and not is_digest(arguments.head):
        raise WrongUse("--huvud är 64 tecken, 0-9 och a-f, som klubbat publicera skrev ut dem.")
    site = site_at(arguments.site)
    chain, faults = proof(site, arguments.head)
    files = len(read_files(site.content(FILES) or b""))
    if faults or chain is None or chain.shown is None:
        return report(faults, files, arguments.format)
    releases = sum(row.kind is not RowKind.WITHDRAWAL for row in chain.rows)
    since = chain.shown.moment
    print(
        f"Allt stämmer: {number_of(files, 'fil', 'filer')} är som loggen säger. Version {chain.shown.version[:12]} visas sedan "
        f"{weekday_date(since.date())} {clock(since.time())}; {number_of(releases, 'utgivning', 'utgivningar')} och "
        f"{number_of(len(chain.withdrawals), 'tillbakadragande', 'tillbakadraganden')} står i loggen."
    )
    if isinstance(site, SiteAtAddress):
        print("Filer som har lagts till bredvid dem kan bara den se som har mappen.")
    print(f"Huvud: {chain.head}")
    return 0
