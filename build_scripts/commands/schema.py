"""`klubbat schema`: the JSON Schema of each kind of file, for editors that check while one writes."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from build_scripts.project import WrongUse
from macros import addresses
from macros.guard import notes
from macros.record.layout import KINDS
from macros.record.values import did_you_mean

HELP = "Skriver JSON Schema för rubrikdelarna, till editorer som kontrollerar medan du skriver."

WRITTEN = (*KINDS, notes.KIND)
"""Every kind of file that people write keys in."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """A kind to print, or a folder to write all kinds to."""
    parser.add_argument("slag", nargs="?", metavar="SLAG", help=f"något av {', '.join(kind.name for kind in WRITTEN)}")
    parser.add_argument("--ut", type=Path, metavar="DIR", help="skriv alla slag till mappen, en fil var")


def run(arguments: argparse.Namespace) -> int:
    """Prints one schema, or writes them all."""
    if arguments.ut is not None:
        arguments.ut.mkdir(parents=True, exist_ok=True)
        for kind in WRITTEN:
            file = arguments.ut / f"{addresses.slug(kind.name)}.schema.json"
            file.write_text(_text(kind.json_schema()), encoding="utf-8")
            print(file)
        return 0
    if arguments.slag is None:
        raise WrongUse("säg vilket slag av fil (till exempel klubbat schema ärende), eller skriv alla med --ut DIR.")
    names = {name: kind for kind in WRITTEN for name in (kind.name, addresses.slug(kind.name))}
    if arguments.slag not in names:
        meant = did_you_mean(arguments.slag, [known.name for known in WRITTEN])
        raise WrongUse(
            f'"{arguments.slag}" är inget slag av fil. '
            + (f"Menade du {meant}?" if meant else f"Slagen är {', '.join(k.name for k in WRITTEN)}.")
        )
    print(_text(names[arguments.slag].json_schema()), end="")
    return 0


def _text(schema: object) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
