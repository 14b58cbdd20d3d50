"""Who gets the letters: addresses in a table that lies beside the record and never in git.

A line has a body's id, a role and an address: `avux;ledamot;namn@example.se`. One who has several roles has several lines.
Who gets decisions ("expedieras_till") stands with the words of the record: `avux;mottagare:Gatuenheten;gatan@example.se`.
"""

from __future__ import annotations

import csv
from collections.abc import Collection
from dataclasses import dataclass
from email.errors import HeaderParseError
from email.headerregistry import Address
from pathlib import Path

from build_scripts import git
from build_scripts.project import OUTBOX, WrongUse
from macros.dates.written import listing
from macros.facts.audiences import Audience
from macros.record.values import did_you_mean

FILE = f"{OUTBOX}/adresser.csv"
"""From the project's root, in a folder that git is told to leave alone."""

COLUMNS = ("organ", "roll", "e-post")
SUBSTITUTE, OTHER = "ersättare", "övrig"
RECEIVER = "mottagare:"
"""What stands before the words for who gets decisions."""
ROLES = (*(role.value for role in Audience), SUBSTITUTE, OTHER)
CALLED = (Audience.MEMBER.value, SUBSTITUTE, OTHER)
"""Who are called to a meeting, and told when its minutes are approved."""


@dataclass(frozen=True)
class Recipients:
    """The table's lines: body's id, role and address."""

    rows: tuple[tuple[str, str, str], ...] = ()

    def of(self, body_id: str, roles: Collection[str]) -> tuple[str, ...]:
        """The addresses of a body's roles, each once, in the order of the table."""
        return tuple(dict.fromkeys(address for body, role, address in self.rows if body == body_id and role in roles))


def read(root: Path, given: Path | None) -> Recipients | None:
    """The table that is given, else the project's own; None where it has none. Raises `WrongUse`."""
    file = given or root / FILE
    if given is None and not file.is_file():
        return None
    if git.asked(root, "ls-files", "--error-unmatch", "--", str(file.resolve())) is not None:
        raise WrongUse(
            f"{file} ligger i git, där alla kan läsa den. Ta bort den därifrån med git rm --cached, och lägg den i {OUTBOX}/."
        )
    with file.open(encoding="utf-8-sig", newline="") as table:
        rows = [tuple(cell.strip() for cell in row) for row in csv.reader(table, delimiter=";") if any(row)]
    return Recipients(tuple(_row(file, number, row) for number, row in enumerate(rows, 1) if row != COLUMNS))


def _row(file: Path, number: int, row: tuple[str, ...]) -> tuple[str, str, str]:
    where = f"{file.name}, rad {number}"
    if len(row) != len(COLUMNS):
        raise WrongUse(
            f"{where}: raden ska ha organ, roll och e-post med semikolon emellan: avux;ledamot;namn@example.se."
        )
    body, role, address = row
    if role.startswith(RECEIVER):
        role = role.removeprefix(RECEIVER).strip()
    elif role not in ROLES:
        meant = did_you_mean(role, ROLES)
        hint = f" Menade du {meant}?" if meant else ""
        raise WrongUse(f'{where}: "{role}" är ingen roll.{hint} Roller som finns: {listing((*ROLES, f"{RECEIVER}…"))}.')
    try:
        whole = Address(addr_spec=address)
    except (HeaderParseError, ValueError):
        whole = Address()
    if not (whole.username and whole.domain):
        raise WrongUse(f'{where}: "{address}" är ingen e-postadress av formen namn@example.se.')
    return body, role, address
