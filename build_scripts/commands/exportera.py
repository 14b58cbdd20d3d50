"""`klubbat exportera`: the same pages as plain Markdown, for another engine."""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

from build_scripts.content import pictures
from build_scripts.exports.files import linked
from build_scripts.exports.plain import plain_pages
from build_scripts.project import WrongUse, add_today, site_url, today
from build_scripts.report import report
from build_scripts.site.prepared import prepare
from macros.pages.wording import number_of

HELP = "Skriver alla sidor som vanliga Markdown-filer, så att ett annat program kan bygga webbplatsen."


def arguments(parser: argparse.ArgumentParser) -> None:
    """The day, where to, and whether to leave out the papers."""
    add_today(parser)
    parser.add_argument("--ut", type=Path, required=True, metavar="DIR", help="en ny eller tom mapp")
    parser.add_argument("--utan-pdf", action="store_true", dest="without_papers", help="ta inte med några PDF-filer")


def run(arguments: argparse.Namespace) -> int:
    """0 when everything is written; 1 when the record has errors."""
    folder: Path = arguments.ut
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise WrongUse(f"{folder} är inte tom; ange en ny eller tom mapp.")
    prepared = prepare(arguments.katalog, today(arguments.idag), printable=not arguments.without_papers)
    if not prepared.may_be_built:
        report(prepared.findings, prepared.files, out=sys.stderr)
        return 1
    files = dict(plain_pages(prepared.pages, prepared.content))
    for name, content in files.items():
        _place(folder, name).write_text(content, encoding="utf-8")
    address = site_url(arguments.katalog)
    for name, beside in {**linked(prepared.facts, address), **prepared.papers(address)}.items():
        _place(folder, name).write_bytes(beside.content())
    for address, path in prepared.attachments:
        shutil.copyfile(prepared.root / path, _place(folder, address))
    for address, file in pictures(prepared.root):
        shutil.copyfile(file, _place(folder, address))
    attachments = number_of(len(prepared.attachments), "bilaga", "bilagor")
    print(f"{number_of(len(files), 'sida', 'sidor')} och {attachments} i {folder}.")
    return 0


def _place(folder: Path, name: str) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    return file
