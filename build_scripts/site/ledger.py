"""The ledger of addresses, `adresser.tsv`: every address ever released. It only grows; an address in it never dies."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.finding import Finding, Level, Place
from macros.record.archive import Archive
from macros.record.cases import Cases

FILE = "adresser.tsv"
HEAD = "adress\tslag\tförst_utgiven"
ATTACHMENT = "Bilaga"
HAND_WRITTEN = "Sida"


@dataclass(frozen=True)
class Entry:
    """One line: the address from the site's root, the kind of page, and the day it was first released."""

    address: str
    kind: str
    first: dt.date
    line: int = 0

    def __str__(self) -> str:
        return f"{self.address}\t{self.kind}\t{self.first.isoformat()}"


def read(root: Path) -> tuple[tuple[Entry, ...], list[Finding]]:
    """The ledger's entries in order, and what cannot be read in it; a project without the file has released nothing."""
    file = root / FILE
    if not file.exists():
        return (), []
    entries: list[Entry] = []
    findings: list[Finding] = []
    try:
        lines = file.read_bytes().decode("utf-8").split("\n")
    except UnicodeDecodeError:
        return (), [_broken(Place(FILE), "Filen är inte sparad som UTF-8.")]
    if lines[0] != HEAD:
        return (), [_broken(Place(FILE, 1, 1, 1, lines[0]), "Första raden är inte kolumnernas namn.")]
    for number, line in enumerate(lines[1:], 2):
        if not line and number == len(lines):
            continue
        entry = _entry(line, number)
        if entry is None:
            findings.append(
                _broken(
                    Place(FILE, number, 1, max(1, len(line)), line),
                    "Raden är inte adress, slag och datum med tabb emellan.",
                )
            )
        else:
            entries.append(entry)
    return tuple(entries), findings


def _entry(line: str, number: int) -> Entry | None:
    parts = line.split("\t")
    if len(parts) != 3 or not all((parts[1], parts[2])):
        return None
    try:
        return Entry(parts[0], parts[1], dt.date.fromisoformat(parts[2]), number)
    except ValueError:
        return None


def _broken(place: Place, message: str) -> Finding:
    return Finding(
        place,
        Level.ERROR,
        "adresslista",
        message,
        f"hämta tillbaka {FILE} ur git (git restore {FILE}); raderna skrivs bara av klubbat adresser --skriv.",
    )


def new(released: Iterable[Entry], addresses: Iterable[tuple[str, str]], today: dt.date) -> tuple[Entry, ...]:
    """The addresses that are not in the ledger yet, in order of address."""
    known = {entry.address for entry in released}
    return tuple(Entry(address, kind, today) for address, kind in sorted(addresses) if address not in known)


def append(root: Path, entries: Iterable[Entry]) -> None:
    """Adds entries at the end of the ledger; what stands there is left as it is."""
    file = root / FILE
    begun = file.exists()
    with file.open("a", encoding="utf-8", newline="\n") as out:
        out.write("".join(f"{line}\n" for line in ([] if begun else [HEAD]) + [str(entry) for entry in entries]))


def lost(released: Iterable[Entry], archive: Archive, addresses: Iterable[tuple[str, str]]) -> Iterator[Finding]:
    """Every address of the ledger is still given; one that is not names the file that has probably moved."""
    given = dict(addresses)
    files: dict[str, str] | None = None
    known: set[str] = set()
    for entry in released:
        if entry.address in given:
            continue
        if files is None:
            files = dict(_files(archive))
            known = {other.address for other in released}
        fresh = [address for address in given if address not in known and address in files]
        # Nearest by name and place: a moved file keeps most of its address.
        near = difflib.get_close_matches(entry.address, fresh, 1, cutoff=0.6)
        moved = files[near[0]] if near else None
        yield Finding(
            Place(FILE, entry.line, 1, max(1, len(entry.address)), str(entry)),
            Level.ERROR,
            "adress-försvunnen",
            f"Adressen /{entry.address} har varit utgiven sedan {entry.first.isoformat()} men finns inte längre.",
            f"{moved} har troligen bytt namn eller plats: ge filen tillbaka den plats som adressen visar."
            if moved
            else "lägg tillbaka filen som gav sidan: adresser som har publicerats behålls för alltid.",
        )


def _files(archive: Archive) -> Iterator[tuple[str, str]]:
    """Which file gives an address, for everything that one file gives alone."""
    for body in archive.bodies:
        yield body.address, body.document.path
        for meeting in body.meetings:
            yield meeting.address, meeting.document.path
        for files in (body.files, *(meeting.files for meeting in body.meetings)):
            yield from ((file.path.removeprefix("meetings/"), file.path) for file in files)
        for item in body.items:
            yield item.address, item.document.path
        for found in body.lists:
            yield found.address, found.document.path
    for case in Cases(archive).all:
        if case.items:
            yield case.address, case.items[0].document.path
