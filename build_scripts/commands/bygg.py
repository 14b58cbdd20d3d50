"""`klubbat bygg`: the whole site, built beside the one that is shown and switched to in one step."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from build_scripts.project import add_today, today
from build_scripts.report import report
from build_scripts.site.building import Refused, release
from build_scripts.site.prepared import Prepared
from build_scripts.site.shell import BuildFailed
from macros.pages.wording import number_of

HELP = "Bygger hela webbplatsen och byter till den först när allt är klart."


def arguments(parser: argparse.ArgumentParser) -> None:
    """The day, where to, and whether to leave out the search index."""
    add_today(parser)
    parser.add_argument(
        "--ut", type=Path, metavar="DIR", help="mappen som visar webbplatsen (annars site i projektets mapp)"
    )
    parser.add_argument(
        "--utan-sok", "--utan-sök", action="store_true", dest="without_search", help="bygg inget sökindex"
    )


def run(arguments: argparse.Namespace) -> int:
    """0 when the new site is shown; 1 when findings stop it, and then the old one is untouched."""
    target = arguments.ut or arguments.katalog / "site"
    try:
        prepared = release(
            arguments.katalog, today(arguments.idag), target, searchable=not arguments.without_search, waiting=_waiting
        )
    except Refused as refused:
        report(refused.findings, refused.files, out=sys.stderr)
        print(f"Inget byttes: {target} är som förut.", file=sys.stderr)
        return 1
    except BuildFailed as failed:
        print(f"Bygget misslyckades:\n{failed}\nInget byttes: {target} är som förut.", file=sys.stderr)
        return 1
    print(_summary(prepared, target))
    return 0


def _waiting() -> None:
    print("Ett annat bygge pågår, väntar på att det blir klart ...", file=sys.stderr)


def _summary(prepared: Prepared, target: Path) -> str:
    pages = len(prepared.pages) + len(prepared.content)
    lines = [
        f"{number_of(pages, 'sida', 'sidor')} och {number_of(len(prepared.attachments), 'bilaga', 'bilagor')} i {target}."
    ]
    if prepared.findings:
        lines.append(f"{number_of(len(prepared.findings), 'varning', 'varningar')}; klubbat kontrollera visar dem.")
    if fresh := len(prepared.new_addresses):
        lines.append(
            f"{number_of(fresh, 'adress', 'adresser')} är nya: klubbat adresser --skriv för in dem i adresslistan när de ges ut."
        )
    return "\n".join(lines)
