"""`klubbat kontrollera`: every fault of the record in one run, with its place and what to do."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path

from build_scripts.content import to_fill_in
from build_scripts.kept.memory import remembering_texts
from build_scripts.loading import load
from build_scripts.mkdocs_adapter.settings_rules import settings_findings
from build_scripts.project import add_today, today
from build_scripts.report import add_format, report
from macros.facts.day import Day
from macros.finding import Level, in_order
from macros.judging import judge

HELP = "Kontrollerar hela arkivet och säger vad som är fel, var, och hur det rättas."


def arguments(parser: argparse.ArgumentParser) -> None:
    """The form of the answer, and the day it is."""
    add_format(parser)
    parser.add_argument(
        "--köat",
        action="store_true",
        dest="staged",
        help="kontrollera arkivet som det blir med det som är köat i git, och granska de köade filerna",
    )
    add_today(parser)


def run(arguments: argparse.Namespace) -> int:
    """Prints the findings; 1 with errors, 0 without."""
    day = today(arguments.idag)
    if arguments.staged:
        return _run_staged(arguments.katalog, day, arguments.format)
    root: Path = arguments.katalog
    with remembering_texts(root):
        archive, known = load(root)
        found = judge(archive, known, Day(archive.without_drafts, day))
    found += [*to_fill_in(root), *settings_findings(root, archive)]
    findings = in_order(found)
    files = {document.path for document in archive.documents()} | {
        found.place.path for found in findings if found.place.line
    }
    return report(findings, len(files), arguments.format)


def _run_staged(root: Path, day: dt.date, form: str) -> int:
    """What stops the next commit: errors wherever it has them, and everything about the files that it changes."""
    # Only here: the plain check is spared the readers of attachments.
    from build_scripts.guard.staged import judge_staged, staged

    commit = staged(root)
    with remembering_texts(root):
        archive, known = load(root, commit.instead)
        findings = judge(archive, known, Day(archive.without_drafts, day))
    guarded = judge_staged(archive, commit)
    told = [
        found
        for found in (*findings, *guarded.findings)
        if found.place.path in commit.files
        or (
            found.level is Level.ERROR
            and (found.place.path in commit.tracked or not (root / found.place.path).is_file())
        )
    ]
    return report(in_order(told), len(commit.files), form)
