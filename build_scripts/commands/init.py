"""`klubbat init`: a new municipality's record in one command: a body, its schedule and its first meeting."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from build_scripts.loading import load
from build_scripts.new import asking
from build_scripts.new.body import copy_program, id_of, new_body
from build_scripts.new.new_files import make
from build_scripts.new.repository import begin, next_commands
from build_scripts.project import SETTINGS, add_today, today
from macros.record.archive import Archive
from macros.record.body import BodyKind, Weekday
from macros.record.home import RECORD

HELP = "Börjar ett arkiv för en kommun: nämnden, årets sammanträden och den första kallelsen. Tömmer ingenting."


def arguments(parser: argparse.ArgumentParser) -> None:
    """The folder, and what is known of the body; what is missing is asked for at a terminal."""
    parser.add_argument(
        "folder",
        nargs="?",
        type=Path,
        metavar="DIR",
        help="projektets mapp; är den ny eller tom kopieras programmet dit (annars mappen du står i)",
    )
    parser.add_argument("--kommun", dest="municipality", metavar="NAMN", help="till exempel Exempelköpings kommun")
    parser.add_argument("--nämnd", dest="name", metavar="NAMN", help="nämndens fullständiga namn")
    parser.add_argument("--id", metavar="ID", help="nämndens id i alla adresser (annars gjort av namnet)")
    parser.add_argument("--förkortning", dest="short", metavar="ORD", help="till exempel AVUX")
    parser.add_argument(
        "--diarieserie", dest="series", metavar="FORM", help="nämndens diarienummer, till exempel AVUX/ÅÅÅÅ:N"
    )
    parser.add_argument("--slag", dest="kind", metavar="SLAG", default=BodyKind.BOARD.value, help="nämnd, styrelse ...")
    parser.add_argument("--sammanträdesdag", dest="weekday", metavar="DAG", help="veckodagen, till exempel torsdag")
    parser.add_argument("--tid", dest="time", metavar="TT:MM", help="klockslaget då sammanträdena börjar")
    parser.add_argument("--plats", dest="venue", metavar="PLATS", help="var nämnden sammanträder")
    parser.add_argument("--år", dest="year", metavar="ÅÅÅÅ", help="året att planera (annars nästa år)")
    add_today(parser)


def run(arguments: argparse.Namespace) -> int:
    """Makes the record's first files; 0, or 2 when something is missing or already there."""
    day = today(arguments.idag)
    root: Path = arguments.folder or arguments.katalog
    year = asking.year(arguments.year or str(day.year + 1), "--år")
    body_id, keys = _known(arguments)
    archive = load(root)[0] if (root / RECORD).is_dir() else Archive()
    draft = new_body(archive, body_id, keys, year, after=day)
    is_new = not (root / SETTINGS).is_file()
    if is_new:
        copy_program(root, keys["kommun"])
        print(f"Kopierade programmet till {root}.\n")
    (root / RECORD).mkdir(exist_ok=True)
    code = make(root, draft, day)
    if is_new:
        commands = "\n".join(f"  {command}" for command in next_commands(root, begin(root)))
        print(f"\nDe tre nästa kommandona\n{commands}\nUtan make: se content/hjalp/windows.md.")
    return code


def _known(arguments: argparse.Namespace) -> tuple[str, dict[str, Any]]:
    """The body's id, and the keys of its header."""
    municipality = asking.given(arguments.municipality, "Kommunens namn", "--kommun")
    name = asking.given(arguments.name, "Nämndens namn", "--nämnd")
    body_id = asking.given(arguments.id, "Nämndens id i adresserna", "--id", id_of(arguments.short or name) or None)
    kind = asking.one_of(arguments.kind, [kind.value for kind in BodyKind], "--slag")
    weekday = asking.given(arguments.weekday, "Sammanträdesdag", "--sammanträdesdag")
    return body_id, {
        "namn": name,
        "förkortning": arguments.short or None,
        "kommun": municipality,
        "slag": kind,
        "diarieserie": [arguments.series] if arguments.series else None,
        "sammanträdesdag": asking.one_of(weekday, [day.value for day in Weekday], "--sammanträdesdag"),
        "tid": asking.given(arguments.time, "Klockslag då sammanträdena börjar (TT:MM)", "--tid"),
        "plats": arguments.venue or None,
    }
