"""`klubbat init`: a new municipality's record in one command: a body, its schedule and its first meeting."""

from __future__ import annotations

import argparse
from pathlib import Path

from build_scripts.new import asking
from build_scripts.new.body import NewBody, id_of, new_body
from build_scripts.new.copying import SETTINGS, copy_program
from build_scripts.new.scaffold import make
from build_scripts.project import add_today, load, today
from macros.record.archive import Archive
from macros.record.body import BodyKind, Weekday
from macros.record.layout import RECORD

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
    parser.add_argument("--nämnd", "--namnd", dest="name", metavar="NAMN", help="nämndens fullständiga namn")
    parser.add_argument("--id", metavar="ID", help="nämndens id i alla adresser (annars gjort av namnet)")
    parser.add_argument("--förkortning", "--forkortning", dest="short", metavar="ORD", help="till exempel AVUX")
    parser.add_argument(
        "--diarieserie", dest="series", metavar="FORM", help="nämndens diarienummer, till exempel AVUX/ÅÅÅÅ:N"
    )
    parser.add_argument("--slag", dest="kind", metavar="SLAG", default=BodyKind.BOARD.value, help="nämnd, styrelse ...")
    parser.add_argument(
        "--sammanträdesdag", "--sammantradesdag", dest="weekday", metavar="DAG", help="veckodagen, till exempel torsdag"
    )
    parser.add_argument("--tid", dest="time", metavar="TT:MM", help="klockslaget då sammanträdena börjar")
    parser.add_argument("--plats", dest="venue", metavar="PLATS", help="var nämnden sammanträder")
    parser.add_argument("--år", "--ar", dest="year", metavar="ÅÅÅÅ", help="året att planera (annars nästa år)")
    add_today(parser)


def run(arguments: argparse.Namespace) -> int:
    """Makes the record's first files; 0, or 2 when something is missing or already there."""
    day = today(arguments.idag)
    root: Path = arguments.folder or arguments.katalog
    year = asking.year(arguments.year or str(day.year + 1), "--år")
    wanted = _wanted(arguments)
    archive = load(root)[0] if (root / RECORD).is_dir() else Archive()
    draft = new_body(archive, wanted, year, after=day)
    if not (root / SETTINGS).is_file():
        copy_program(root, wanted.municipality)
        print(f"Kopierade programmet till {root}.\n")
    (root / RECORD).mkdir(exist_ok=True)
    return make(root, draft, day)


def _wanted(arguments: argparse.Namespace) -> NewBody:
    municipality = asking.given(arguments.municipality, "Kommunens namn", "--kommun")
    name = asking.given(arguments.name, "Nämndens namn", "--nämnd")
    return NewBody(
        asking.given(arguments.id, "Nämndens id i adresserna", "--id", id_of(arguments.short or name) or None),
        name,
        municipality,
        asking.one_of(arguments.kind, [kind.value for kind in BodyKind], "--slag"),
        asking.one_of(
            asking.given(arguments.weekday, "Sammanträdesdag", "--sammanträdesdag"),
            [day.value for day in Weekday],
            "--sammanträdesdag",
        ),
        asking.given(arguments.time, "Klockslag då sammanträdena börjar (TT:MM)", "--tid"),
        arguments.venue,
        arguments.short,
        arguments.series,
    )
