"""`klubbat flytta`: another number for an item of an agenda or a paragraph; those after it move along. All or nothing."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from build_scripts import named
from build_scripts.editor.header.changes import Put, Reorder, changed
from build_scripts.editor.header.spans import NotEditable
from build_scripts.editor.tasks.renumbering import item_number, renumber
from build_scripts.loading import load
from build_scripts.new.renumbering import MovedParagraph, following, moved_paragraph, renamed_items
from build_scripts.project import WrongUse, add_today, today
from macros.facts.day import Day
from macros.facts.minutes import Minuted

HELP = (
    "Ger ett ärende eller en paragraf ett annat nummer; de andra flyttar sig. Justerade paragrafer byter aldrig nummer."
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """What is moved, and where."""
    parser.add_argument(
        "what",
        metavar="ORGAN/SAMMANTRÄDE/ÄRENDE",
        help="till exempel avux/2018-03-15/budget, eller avux/2018-03-15/§12",
    )
    parser.add_argument(
        "--till", dest="to", required=True, metavar="N", help="det nya numret: 3, 7a eller 7.1; för en paragraf 14"
    )
    parser.add_argument(
        "--visa", dest="only_shown", action="store_true", help="säg vad som skulle hända, ändra ingenting"
    )
    add_today(parser)


def run(arguments: argparse.Namespace) -> int:
    """Moves, and tells what got which number."""
    root: Path = arguments.katalog
    archive, findings = load(root)
    body_id, _, rest = arguments.what.partition("/")
    folder, _, what = rest.partition("/")
    if not what:
        raise WrongUse(
            "skriv organ, sammanträde och ärende med snedstreck emellan, till exempel avux/2018-03-15/budget."
        )
    body = named.body(archive, body_id, findings)
    meeting = named.meeting(body, folder, findings)
    named.refuse_unread(findings, f"/{body.id}/{meeting.id}/")
    facts = Day(archive, today(arguments.idag))
    minuted = facts.minutes.of_meeting(meeting)
    if number := re.fullmatch(r"§? ?(\d{1,4})", what, re.ASCII):
        told = _paragraph(root, facts, minuted, int(number[1]), arguments.to, arguments.only_shown)
    else:
        told = renumber(
            root,
            meeting,
            renamed_items(meeting, minuted, what, item_number(arguments.to, "--till")),
            arguments.only_shown,
        )
    if not told:
        print("Numret är redan det. Inget ändrades.")
        return 0
    print("Skulle ändra" if arguments.only_shown else "Ändrade")
    print("\n".join(f"  {line}" for line in told))
    return 0


def _paragraph(root: Path, facts: Day, minuted: Minuted | None, number: int, to: str, only_shown: bool) -> list[str]:
    if minuted is None:
        raise WrongUse("sammanträdet har inget protokoll.")
    if not re.fullmatch(r"\d{1,4}", to, re.ASCII):
        raise WrongUse(f"--till {to}: skriv paragrafens nya nummer, till exempel 14.")
    moved = moved_paragraph(facts, minuted, number, int(to))
    if moved.numbers and not only_shown:
        _write(root / minuted.document.path, _rewritten(minuted, moved))
    return [f"§ {old} → § {new}" for old, new in sorted(moved.numbers.items())]


def _rewritten(minuted: Minuted, moved: MovedParagraph) -> str:
    document = minuted.document
    puts = (Put(keys, value) for keys, value in following(document.header, minuted.meeting.id, moved))
    try:
        return changed(document.source.text, [Reorder(("paragrafer",), moved.order), *puts], lambda keys: ())
    except NotEditable as reason:
        raise WrongUse(f"{document.path} kan inte ändras här: {reason} Flytta paragrafen för hand.") from None


def _write(path: Path, text: str) -> None:
    fresh = path.with_name(f".{path.name}-flyttas")
    fresh.write_text(text, encoding="utf-8", newline="")
    fresh.replace(path)
