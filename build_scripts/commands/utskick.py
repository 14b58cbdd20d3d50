"""`klubbat utskick`: the letters that it is time for about a meeting, as drafts for any mail program; it never sends."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from build_scripts import named
from build_scripts.letters.of_meeting import all_letters
from build_scripts.letters.putting import add_recipients, folder_of, put, tell_of_recipients
from build_scripts.letters.recipients import Recipients, read
from build_scripts.project import OUTBOX, WrongUse, add_today, site_url, today
from build_scripts.report import report
from build_scripts.site.prepared import prepare

HELP = (
    "Skriver kallelsen, att protokollet är justerat, och beslut till dem som ska ha dem, som brev att läsa och skicka."
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """The body, the meeting, the recipients, where to, and whether to attach."""
    named.add_body(parser)
    named.add_day(parser)
    add_recipients(parser)
    parser.add_argument("--ut", type=Path, metavar="DIR", help=f"mappen för breven (annars {OUTBOX}/ORGAN-DAG)")
    parser.add_argument("--utan-pdf", action="store_true", dest="without_papers", help="bifoga inget, länka bara")
    add_today(parser)


def run(arguments: argparse.Namespace) -> int:
    """0 when the letters are written; 1 when the record has errors."""
    day, root = today(arguments.idag), arguments.katalog
    prepared = prepare(root, day, searchable=False, printable=not arguments.without_papers)
    body = named.body(prepared.archive, arguments.body, prepared.findings)
    meeting = named.meeting(body, arguments.day, prepared.findings)
    if not prepared.may_be_built:
        report(prepared.findings, prepared.files, out=sys.stderr)
        return 1
    recipients, address = read(root, arguments.recipients), site_url(root)
    known = recipients or Recipients()
    pages = None if arguments.without_papers else {page.address: page for page in prepared.pages}
    drafts = [*all_letters(prepared.facts, meeting, address, known, prepared.papers(address), pages)]
    if not drafts:
        raise WrongUse(
            f"sammanträdet {body.id} {meeting.id} har inget att skicka: det har varit och har inget justerat protokoll, "
            "eller har inga ärenden än."
        )
    put(arguments.ut or folder_of(root, meeting), drafts)
    tell_of_recipients(recipients)
    return 0
