"""`klubbat publicera`: a version of main, built for today, proved, shown in one step and written into the site's log."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

from build_scripts.commands.bygg import folder_shown, summary, tell_of_disk, tell_of_waiting
from build_scripts.new import asking
from build_scripts.progress import Progress
from build_scripts.project import WrongUse, add_silent, add_today, now, site_url, today
from build_scripts.report import BuildFailed, Refused, report
from build_scripts.site.attempts import attempted
from build_scripts.site.chain import time_of
from build_scripts.site.publishing import Published, Publishing
from build_scripts.site.release import refuse_what_is_no_site
from build_scripts.site.sealing import Target
from build_scripts.site.sending import follow

HELP = "Visar det som finns på main för alla: bygger, prövar, byter i ett steg och skriver en rad i webbplatsens logg."

MOST_KEPT = 100


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where to, for which service, how many releases stay, and which log."""
    parser.add_argument(
        "--till", type=Path, metavar="DIR", dest="target", required=True, help="mappen som visar webbplatsen"
    )
    parser.add_argument(
        "--artefakt",
        action="store_true",
        dest="is_artefact",
        help="gör en vanlig mapp åt en tjänst som Pages; loggen hämtas från adressen i mkdocs.yml",
    )
    parser.add_argument(
        "--behåll",
        metavar="N",
        default=str(Target.kept),
        dest="kept",
        help=f"hur många utgåvor som ligger kvar, med den som visas (annars {Target.kept})",
    )
    parser.add_argument(
        "--ny-logg", action="store_true", dest="begins_log", help="börja en ny logg, vad som än visas nu"
    )
    parser.add_argument(
        "--hämta",
        action="store_true",
        dest="fetches",
        help="hämta först det som är skickat; går det inte är det en misslyckad publicering",
    )
    add_silent(parser)
    add_today(parser)


def run(arguments: argparse.Namespace) -> int:
    """0 when it is shown; 1 when findings stop it. What was shown is then untouched."""
    return publish_and_tell(arguments, _fetched_and_published if arguments.fetches else Publishing.publish)


def _fetched_and_published(publishing: Publishing) -> Published:
    if follow(publishing.root):
        # Else this program's pages would be kept, and shown, as the fetched one's.
        sys.stdout.flush()
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606 (its own words)
    return publishing.publish()


def publish_and_tell(arguments: argparse.Namespace, act: Callable[[Publishing], Published]) -> int:
    """Publishes, and prints what came of it."""
    root: Path = arguments.katalog
    # Before anything is measured: what is no site may be a whole disk.
    refuse_what_is_no_site(arguments.target)
    address = site_url(root) if arguments.is_artefact else ""
    if arguments.is_artefact and not address:
        raise WrongUse("mkdocs.yml har ingen site_url, så det går inte att veta var loggen finns.")
    progress = Progress() if arguments.silent else Progress.shown()
    publishing = Publishing(
        root,
        today(arguments.idag),
        time_of(now()),
        Target(arguments.target, _kept(arguments.kept), address),
        arguments.begins_log,
        _tell,
        tell_of_waiting,
        progress,
    )
    before = folder_shown(arguments.target)
    try:
        with nullcontext() if address else attempted(root, arguments.target, publishing.time):
            published = act(publishing)
    except Refused as refused:
        progress.end()
        report(refused.findings, refused.files, out=sys.stderr)
        return _stopped(arguments.target)
    except BuildFailed as failed:
        progress.end()
        _tell(f"Bygget misslyckades:\n{failed}")
        return _stopped(arguments.target)
    except OSError as error:
        progress.end()
        return tell_of_disk(arguments.command, error, arguments.target, before)
    progress.end()
    if not published.is_news:
        print("Inget har ändrats sedan det publicerades.")
    print(summary(published.counts, arguments.target))
    assert published.log.shown is not None
    print(f"Version {published.log.shown.version[:12]} av main visas: rad {published.log.shown.number} i loggen.")
    print(
        f"Loggens huvud är {published.log.head}. Spara det på ett annat ställe, så kan ingen skriva om loggen obemärkt."
    )
    return 0


def _kept(written: str) -> int:
    return asking.number(
        written, range(1, MOST_KEPT + 1), f"är inget antal utgåvor; ange ett tal från 1 till {MOST_KEPT}."
    )


def _tell(line: str) -> None:
    print(line, file=sys.stderr)


def _stopped(target: Path) -> int:
    _tell(f"Inget publicerades: {target} är som förut.")
    return 1
