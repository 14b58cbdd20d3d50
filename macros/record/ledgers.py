"""A ledger of what has been released: lines of tab separated cells that only the program writes, below a line of their names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from macros.finding import Finding, Place

Line = TypeVar("Line")


@dataclass(frozen=True)
class Ledger:
    """A ledger: its file from the project's root, its first line, what the others are in words, its rule, what writes it."""

    file: str
    head: str
    words: str
    rule: str
    command: str


ADDRESSES = Ledger(
    "adresser.tsv", "adress\tslag\tförst_utgiven", "adress, slag och datum", "adresslista", "klubbat adresser --skriv"
)
NOTICES = Ledger(
    "anslag.tsv",
    "adress\tanslaget\tsista_dag\tavtryck",
    "adress, två datum och avtryck",
    "anslagslista",
    "klubbat anslag --skriv",
)


def read_ledger(
    ledger: Ledger, content: bytes | None, read: Callable[[list[str], Place], Line]
) -> tuple[tuple[Line, ...], list[Finding]]:
    """The lines in order, as `read` makes them of their cells, and what cannot be read; without content nothing was released.

    `read` raises `ValueError` for cells that are no line of the ledger.
    """
    if content is None:
        return (), []
    try:
        head, *lines = content.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        return (), [_broken(ledger, Place(ledger.file), "Filen är inte sparad som UTF-8.")]
    if head != ledger.head:
        return (), [_broken(ledger, Place(ledger.file, 1, 1, 1, head), "Första raden är inte kolumnernas namn.")]
    read_lines: list[Line] = []
    findings: list[Finding] = []
    for number, line in enumerate(lines[:-1] if lines[-1:] == [""] else lines, 2):
        place = Place(ledger.file, number, 1, max(1, len(line)), line)
        cells = line.split("\t")
        try:
            if len(cells) != len(head.split("\t")):
                raise ValueError(line)
            read_lines.append(read(cells, place))
        except ValueError:
            findings.append(_broken(ledger, place, f"Raden är inte {ledger.words} med tabb emellan."))
    return tuple(read_lines), findings


def _broken(ledger: Ledger, place: Place, message: str) -> Finding:
    restore = f"hämta tillbaka {ledger.file} ur git (git restore {ledger.file})"
    return place.error(ledger.rule, message, f"{restore}; raderna skrivs bara av {ledger.command}.")
