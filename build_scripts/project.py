"""The project that a command works on: the day it is taken to be, and what its settings say."""

from __future__ import annotations

import argparse
import datetime as dt
import os
from collections.abc import Iterable
from pathlib import Path

import yaml

from macros.record.loose_dates import exact_date, meant_date, no_date
from macros.record.moments import STOCKHOLM
from macros.record.reuse import Reuse

CONTENT = "content"
"""The folder of the pages that are written by hand, from the project's root."""

SETTINGS = "mkdocs.yml"
"""The site's settings, from the project's root."""

THEME = "site_overrides"
"""The folder of the site's own templates, style sheets and scripts, from the project's root."""

SITE = "site"
"""Where the built site is shown, from the project's root, when nothing else is said."""

OUTBOX = "utskick"
"""The folder of letters, tables and the addresses they go to: for those who work with the record, and never in git."""

_EPOCH = "SOURCE_DATE_EPOCH"


class WrongUse(Exception):
    """The command was given something it cannot use; carries the sentence for the user. Exit code 2."""


def today(given: str | None = None) -> dt.date:
    """The day it is: as given (ÅÅÅÅ-MM-DD), else from SOURCE_DATE_EPOCH, else the clock; always a day in Stockholm."""
    return given_day(given) if given else now().date()


def given_day(written: str, option: str = "", near: str = "") -> dt.date:
    """A date of the form ÅÅÅÅ-MM-DD that the calendar has, given with the option; `near` is a month (ÅÅÅÅ-MM) close to it."""
    lead = f"{option}: " if option else ""
    if date := exact_date(written):
        return date
    meant = meant_date(written, near)
    raise WrongUse(f"{lead}{no_date(written)}" + (f" Menade du {meant}?" if meant else ""))


def now() -> dt.datetime:
    """The moment it is, in Stockholm: from SOURCE_DATE_EPOCH, else the clock."""
    epoch = os.environ.get(_EPOCH)
    if not epoch:
        return dt.datetime.now(STOCKHOLM)
    try:
        return dt.datetime.fromtimestamp(int(epoch), STOCKHOLM)
    except (ValueError, OverflowError, OSError):
        raise WrongUse(f"{_EPOCH} är {epoch!r}; det ska vara sekunder sedan 1970.") from None


def settle_epoch() -> None:
    """An empty SOURCE_DATE_EPOCH is none, from here on for MkDocs too, which knows no such. Raises `WrongUse` for a false one."""
    if os.environ.get(_EPOCH) == "":
        del os.environ[_EPOCH]
    now()


LICENCE = ("extra", "licens")
PUBLISHER = ("extra", "utgivare")
"""Where the settings say under which licence the data may be used, and who publishes it."""


def setting(root: Path, *keys: str) -> yaml.ScalarNode | None:
    """What `mkdocs.yml` says under these keys, with its place, for what is made without MkDocs; None where it says nothing.

    Nothing is built of it: its tags may run code. What is wrong with the file MkDocs tells.
    """
    file = root / SETTINGS
    try:
        node = yaml.compose(file.read_text("utf-8"), yaml.CSafeLoader) if file.is_file() else None
    except (yaml.YAMLError, UnicodeDecodeError):
        return None
    for key in keys:
        pairs = node.value if isinstance(node, yaml.MappingNode) else ()
        node = next((value for name, value in pairs if name.value == key), None)
    return node if isinstance(node, yaml.ScalarNode) and node.value else None


def site_url(root: Path) -> str:
    """The site's address; empty where the settings have none."""
    found = setting(root, "site_url")
    return str(found.value) if found else ""


def reuse(root: Path) -> Reuse:
    """What the settings say of using the data again."""
    return Reuse(*(str(found.value) if (found := setting(root, *keys)) else "" for keys in (LICENCE, PUBLISHER)))


def add_today(parser: argparse.ArgumentParser) -> None:
    """The option `--idag` of every command whose answer depends on the day."""
    parser.add_argument(
        "--idag", metavar="ÅÅÅÅ-MM-DD", help="dagen som räknas som i dag (annars dagens datum i Stockholm)"
    )


def add_format(parser: argparse.ArgumentParser, forms: Iterable[str] = ("text", "json")) -> None:
    """The option `--format` of a command whose answer programs may read too."""
    parser.add_argument("--format", choices=tuple(forms), default="text", help="hur svaret skrivs ut (annars text)")


def add_silent(parser: argparse.ArgumentParser) -> None:
    """The option `--tyst` of a command that takes its time."""
    parser.add_argument("--tyst", action="store_true", dest="silent", help="säg inget om hur långt det har kommit")
