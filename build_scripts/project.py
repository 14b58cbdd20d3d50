"""The project that a command works on: reading it, the day it is taken to be, and telling what was found."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import re
from collections.abc import Mapping
from pathlib import Path
from zoneinfo import ZoneInfo

from build_scripts.published import with_published
from macros.finding import Finding
from macros.record.archive import Archive
from macros.record.loose_dates import loose_date
from macros.record.reading import read

CONTENT = "content"
"""The folder of the pages that are written by hand, from the project's root."""

SETTINGS = "mkdocs.yml"
"""The site's settings, from the project's root."""

STOCKHOLM = ZoneInfo("Europe/Stockholm")


class WrongUse(Exception):
    """The command was given something it cannot use; carries the sentence for the user. Exit code 2."""


def load(root: Path, instead: Mapping[str, bytes] | None = None) -> tuple[Archive, list[Finding]]:
    """The project's archive beside what everybody has, and what reading found. Judging is `macros.judging.judge`.

    `instead` holds, by path, bytes that are read in place of a file's own.
    """
    archive, findings = read(root, instead)
    archive, missing = with_published(root, archive)
    return archive, [*findings, *missing]


def today(given: str | None = None) -> dt.date:
    """The day it is: as given (ÅÅÅÅ-MM-DD), else from SOURCE_DATE_EPOCH, else the clock; always a day in Stockholm."""
    if given:
        try:
            return dt.date.fromisoformat(given)
        except ValueError:
            meant = loose_date(given)
            hint = f" Menade du {meant}?" if meant else ""
            raise WrongUse(f'"{given}" är inget datum av formen ÅÅÅÅ-MM-DD.{hint}') from None
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        try:
            return dt.datetime.fromtimestamp(int(epoch), STOCKHOLM).date()
        except (ValueError, OverflowError, OSError):
            raise WrongUse(f"SOURCE_DATE_EPOCH är {epoch!r}; det ska vara sekunder sedan 1970.") from None
    return dt.datetime.now(STOCKHOLM).date()


_SITE_URL = re.compile(r"^site_url:\s*[\"']?([^\s\"'#]+)", re.MULTILINE)


def site_url(root: Path) -> str:
    """The site's address as `mkdocs.yml` has it, for what is made without MkDocs; empty where it has none."""
    file = root / "mkdocs.yml"
    found = _SITE_URL.search(file.read_text("utf-8")) if file.is_file() else None
    return found[1] if found else ""


def add_today(parser: argparse.ArgumentParser) -> None:
    """The option `--idag` of every command whose answer depends on the day."""
    parser.add_argument(
        "--idag", metavar="ÅÅÅÅ-MM-DD", help="dagen som räknas som i dag (annars dagens datum i Stockholm)"
    )
