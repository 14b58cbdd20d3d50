"""`klubbat granska`: personal data and secrecy in texts, attachments and, when asked, the finished site."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from build_scripts.guard import reviews
from build_scripts.guard.release import judge_release
from build_scripts.guard.sources import JudgedSources, judge_sources
from build_scripts.loading import load
from build_scripts.new.changing import written
from build_scripts.project import WrongUse, add_today, today
from build_scripts.report import add_format, report
from macros.finding import Level, has_errors, in_order
from macros.guard.official import of_all

HELP = "Letar efter personuppgifter och sekretess i texter, bilagor och den färdiga webbplatsen."


def arguments(parser: argparse.ArgumentParser) -> None:
    """What to look at, the form of the answer, and how a review is written down."""
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="STIG", help="filer och mappar (annars meetings, content och mkdocs.yml)"
    )
    parser.add_argument(
        "--webbplats", type=Path, metavar="DIR", dest="site", help="granska också den byggda webbplatsen här"
    )
    add_format(parser)
    parser.add_argument(
        "--godkänn", action="store_true", dest="approve", help="skriv i granskning.yml att du har läst det som frågas"
    )
    parser.add_argument("--av", metavar="NAMN", dest="by", help="ditt namn, med --godkänn")
    parser.add_argument("--skäl", metavar="TEXT", dest="reason", help="varför det får stå kvar, med --godkänn")
    add_today(parser)


def run(arguments: argparse.Namespace) -> int:
    """Prints what was found; 1 while anything stops or waits for a review, else 0."""
    root = arguments.katalog.resolve()
    given = [_inside(root, path) for path in arguments.paths] or None
    if arguments.approve and not (given and arguments.by and arguments.reason):
        raise WrongUse('--godkänn behöver en fil, --av "Ditt namn" och --skäl "Varför det får stå kvar".')
    if arguments.site is not None and not arguments.site.is_dir():
        raise WrongUse(f"{arguments.site} är ingen mapp.")
    archive, unread = load(root)
    if not archive.bodies:
        return report([found for found in unread if found.level is Level.ERROR], 0, arguments.format)
    judged = judge_sources(root, archive, given)
    if arguments.approve:
        _approve(root, judged, arguments)
        judged = judge_sources(root, archive, given)
    if arguments.site is not None and not has_errors(judged.findings):
        everybody = of_all(archive.bodies)
        judged.findings += judge_release(arguments.site, everybody, judged.let_through, judged.digests)
    return report(in_order(judged.findings), len(judged.files), arguments.format)


def _inside(root: Path, path: Path) -> Path:
    """The path as given from where the user stands, else from the project's folder."""
    for start in (Path.cwd(), root):
        found = (start / path).resolve()
        if found.exists() and found.is_relative_to(root):
            return found
    raise WrongUse(f"{path} finns inte i projektet.")


def _approve(root: Path, judged: JudgedSources, arguments: argparse.Namespace) -> None:
    if len({question.path for question in judged.open}) > 1:
        raise WrongUse("godkänn en fil i taget: den som godkänner har läst den.")
    try:
        added = reviews.noted(root, judged.open, arguments.by, arguments.reason, today(arguments.idag))
    except ValueError as error:
        raise WrongUse(f"{error} går inte att lägga till i; rätta filen först (klubbat granska visar felen).") from None
    written(root, added)
    for path in added:
        print(f"Granskningen är införd i {path}.", file=sys.stderr)
