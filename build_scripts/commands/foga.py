"""`klubbat foga`: parts that were built elsewhere (`klubbat bygg --kommun`) joined into one site."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from build_scripts.commands.bygg import add_site, summary, waiting, wanted_site
from build_scripts.project import add_today
from build_scripts.report import report
from build_scripts.site.building import Refused
from build_scripts.site.joinable import NotJoined
from build_scripts.site.joining import join
from build_scripts.site.progress import Progress
from build_scripts.site.release import refuse_what_is_no_site
from build_scripts.site.shell import BuildFailed

HELP = "Fogar ihop delar som är byggda var för sig till en webbplats."


def arguments(parser: argparse.ArgumentParser) -> None:
    """The parts, where to, the day, whether to leave out the search index, and how much to say."""
    parser.add_argument("parts", nargs="+", type=Path, metavar="DEL", help="en mapp från klubbat bygg --kommun")
    parser.add_argument(
        "--till", type=Path, metavar="MAPP", help="mappen som visar webbplatsen (annars site i projektets mapp)"
    )
    add_today(parser)
    add_site(parser)


def run(arguments: argparse.Namespace) -> int:
    """0 when the joined site is shown; 1 when something stops it, and then the old one is untouched."""
    target = arguments.till or arguments.katalog / "site"
    refuse_what_is_no_site(target)
    wanted = wanted_site(arguments, target)
    progress = Progress.silent() if arguments.silent else Progress.shown()
    try:
        outcome = join(wanted, arguments.parts, waiting=waiting, progress=progress)
    except Refused as refused:
        progress.end()
        report(refused.findings, refused.files, out=sys.stderr)
        print(f"Inget byttes: {target} är som förut.", file=sys.stderr)
        return 1
    except (NotJoined, BuildFailed) as failed:
        progress.end()
        print(f"Delarna kunde inte fogas:\n{failed}\nInget byttes: {target} är som förut.", file=sys.stderr)
        return 1
    progress.end()
    print(summary(outcome, target))
    return 0
