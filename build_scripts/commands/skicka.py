"""`klubbat skicka`: checks, fetches, writes the ledgers and sends, so that everybody gets it; the site is built from there."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable

from build_scripts.git import GitFailed
from build_scripts.project import add_today, today
from build_scripts.report import Refused, report
from build_scripts.site.sending import BothChanged, Sent, send
from macros.pages.wording import number_of

HELP = "Kontrollerar, hämtar andras ändringar, antecknar vad som ges ut och skickar det till alla."


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the change is called in git, and the day."""
    parser.add_argument(
        "-m",
        "--meddelande",
        default="Ändringar i arkivet",
        metavar="TEXT",
        dest="message",
        help="vad ändringen heter i git (annars Ändringar i arkivet); inga namn och inga uppgifter om någon enskild",
    )
    add_today(parser)


def run(arguments: argparse.Namespace) -> int:
    """0 when everybody has it; 1 when something stops it: then nothing was sent."""
    day = today(arguments.idag)
    return explained(lambda: _told(send(arguments.katalog, day, arguments.message, tell)))


def _told(sent: Sent) -> str:
    if not sent.anything:
        return "Inget att skicka: alla har redan det som är här."
    return (
        f"Skickat. {number_of(sent.rows, 'rad är ny', 'rader är nya')} i listorna över utgivet."
        if sent.rows
        else "Skickat."
    )


def tell(line: str) -> None:
    """Says how far it has come."""
    print(line, file=sys.stderr)


def explained(act: Callable[[], str]) -> int:
    """Fetches or sends, and prints what came of it; 1 with what stopped it and what to do."""
    try:
        print(act())
        return 0
    except Refused as refused:
        report(refused.findings, refused.files, out=sys.stderr)
        return _stopped("Inget skickades. Rätta det som står ovan, och skicka igen.")
    except BothChanged as both:
        listed = "".join(f"  {path}\n" for path in both.paths)
        return _stopped(
            f"Samma rader är ändrade både här och av någon annan:\n{listed}Inget är sammanfogat och inget skickades; dina "
            "ändringar finns kvar. Tala med den som ändrade (git log origin/main), foga sedan samman själv: git merge "
            "origin/main, rätta filerna, git add och git commit, och skicka igen."
        )
    except GitFailed as failed:
        return _stopped(f"Inget skickades: platsen eller git tog inte emot det. Git säger:\n{failed}")


def _stopped(told: str) -> int:
    print(told, file=sys.stderr)
    return 1
