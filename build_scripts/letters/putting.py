"""Putting letters where a person finds them, and saying what to do with them. Nothing here sends."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from build_scripts.letters.draft import Draft
from build_scripts.letters.recipients import FILE, Recipients
from build_scripts.project import OUTBOX
from macros.record.archive import Meeting


def add_recipients(parser: argparse.ArgumentParser) -> None:
    """The option that names the table of addresses."""
    parser.add_argument(
        "--adresser",
        type=Path,
        dest="recipients",
        metavar="FIL",
        help=f"tabellen med organ;roll;e-post (annars {FILE}, som aldrig ligger i git)",
    )


def folder_of(root: Path, meeting: Meeting) -> Path:
    """The folder of the letters about a meeting, when no other is named."""
    return root / OUTBOX / f"{meeting.body_id}-{meeting.id}"


def put(folder: Path, drafts: Sequence[Draft]) -> None:
    """Writes the letters with what is attached beside them, to be printed, and tells of each to how many it goes."""
    folder.mkdir(parents=True, exist_ok=True)
    for draft in drafts:
        for name, content in draft.files():
            (folder / name).write_bytes(content)
        to = f"{len(draft.hidden) or 'ingen'} mottagare"
        print(f"{folder / draft.name}: {draft.subject} ({to})")
    print(
        "Inget är skickat: öppna breven i ditt e-postprogram och läs igenom dem först."
        if drafts
        else "Inget brev behövs."
    )


def tell_of_recipients(recipients: Recipients | None) -> None:
    """Says how to give the letters their addresses, where there is no table of them."""
    if recipients is None:
        print(
            f"Breven har inga mottagare: {FILE} finns inte. Skriv en rad för varje mottagare, med organ, roll och e-post:\n"
            "  avux;ledamot;namn@example.se"
        )
