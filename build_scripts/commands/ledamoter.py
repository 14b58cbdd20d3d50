"""`klubbat ledamöter`: a list of elected representatives becomes mandates from a day on. Nobody is taken away."""

from __future__ import annotations

import argparse
from pathlib import Path

from build_scripts import named
from build_scripts.editor.tasks.term import read_list, with_term
from build_scripts.imports.received import received
from build_scripts.imports.table_files import KINDS
from build_scripts.loading import load
from build_scripts.new.new_files import ChangedText, NewFiles, make
from build_scripts.project import WrongUse, add_today, given_day, today
from macros.record import layout

HELP = "Läser in nämndens förtroendevalda ur en lista: nya får sitt uppdrag, de som inte står där en sista dag."


def arguments(parser: argparse.ArgumentParser) -> None:
    """The file, the body, and the day from which the list holds."""
    parser.add_argument("file", type=Path, metavar="FIL", help=f"listan: {', '.join(KINDS)}")
    named.add_body_option(parser, required=True)
    parser.add_argument("--från", dest="first", metavar="ÅÅÅÅ-MM-DD", required=True, help="listans första dag")
    add_today(parser)


def run(arguments: argparse.Namespace) -> int:
    """Changes `ledamoter.md` and tells who comes and goes; 1 when something of the list is not in it."""
    archive, findings = load(arguments.katalog)
    body = named.body(archive, arguments.body, findings)
    named.refuse_unread(findings, f"/{body.id}/{layout.MEMBERS.file}")
    if body.members is None:
        raise WrongUse(f"{body.id} har ingen ledamoter.md. Gör en först, med förtroendevalda: [].")
    first = given_day(arguments.first, "--från")
    listed = read_list(body, received(arguments.file), arguments.file.name, first)
    content, told, left_out = with_term(arguments.katalog, body.members, listed, first)
    changed = ChangedText(body.members, content.decode(), told)
    return make(arguments.katalog, NewFiles((), changed=(changed,), left_out=left_out), today(arguments.idag))
