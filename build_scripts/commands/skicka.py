"""`klubbat skicka`: checks, fetches, writes the ledgers and sends, so that everybody gets it; the site is built from there."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable

from build_scripts.git import GitFailed
from build_scripts.project import add_today, today
from build_scripts.published import BRANCH
from build_scripts.report import Refused, report
from build_scripts.site.sending import BothChanged, InTheWay, Sent, send
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
        return (
            "Inget att skicka: alla har redan det som är här."
            if sent.is_for_all
            else f"Inget nytt på grenen {sent.branch}."
        )
    rows = f" {number_of(sent.rows, 'rad är ny', 'rader är nya')} i listorna över utgivet." if sent.rows else ""
    if sent.is_for_all:
        return f"Skickat.{rows}"
    return f"Skickat till grenen {sent.branch}.{rows} Det publiceras när grenen har fogats till {BRANCH}."


def tell(line: str) -> None:
    """Says how far it has come."""
    print(line, file=sys.stderr)


def explained(act: Callable[[], str], nothing: str = "Inget skickades") -> int:
    """Fetches or sends, and prints what came of it; 1 with what stopped it and what to do. `nothing` says what was not done."""
    try:
        print(act())
        return 0
    except Refused as refused:
        report(refused.findings, refused.files, out=sys.stderr)
        return _stopped(f"{nothing}. Rätta det som står ovan, och skicka igen.")
    except BothChanged as both:
        return _stopped(
            f"Samma rader är ändrade både här och av någon annan:\n{_listed(both.paths)}{nothing}, och inget är sammanfogat; "
            "dina ändringar finns kvar. Tala med den som ändrade (git log origin/main), foga sedan samman själv: git merge "
            "origin/main, rätta filerna, git add och git commit, och skicka igen."
        )
    except InTheWay as found:
        return _stopped(
            f"Det här har andra skickat, men du har egna filer eller ändringar där som inte är sparade i git:\n"
            f"{_listed(found.paths)}{nothing}, och inget är ändrat. Byt namn på en ny fil; spara en ändring med git add och "
            "git commit. Hämta sedan igen."
        )
    except GitFailed as failed:
        return _stopped(f"{nothing}: platsen eller git sa nej. Git säger:\n{failed}")


def _listed(paths: list[str]) -> str:
    return "".join(f"  {path}\n" for path in paths)


def _stopped(told: str) -> int:
    print(told, file=sys.stderr)
    return 1
