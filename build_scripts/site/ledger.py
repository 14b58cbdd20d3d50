"""The ledger of addresses, `adresser.tsv`: every address ever released. It only grows; an address in it never dies."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.addresses import CASES, case
from macros.facts.cases import AllCases
from macros.facts.items import AllItems
from macros.finding import Finding, Level, Place
from macros.pages import delegation, item
from macros.record.archive import Archive
from macros.record.delegation import WITHHELD_DECISION
from macros.record.diary import written_as

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


def kept(released: Iterable[Entry], archive: Archive) -> Iterator[Entry]:
    """The entries that must still be given: all but the files that were withdrawn ("tillbakadragen")."""
    gone = frozenset(AllItems(archive).withdrawn_files())
    return (entry for entry in released if entry.address not in gone)


def lost(released: Iterable[Entry], archive: Archive, addresses: Iterable[tuple[str, str]]) -> Iterator[Finding]:
    """Every address of the ledger is still given, but for files withdrawn; one that is not names what has probably moved."""
    given = dict(addresses)
    files: dict[str, str] | None = None
    known: set[str] = set()
    for entry in kept(released, archive):
        if entry.address in given:
            continue
        if files is None:
            files = dict(_files(archive))
            known = {other.address for other in released}
        fresh = [address for address in given if address not in known and address in files]
        # Nearest by name and place: a moved file keeps most of its address.
        alike = [address for address in fresh if address.startswith(CASES) == entry.address.startswith(CASES)]
        near = difflib.get_close_matches(entry.address, alike, 1, cutoff=0.6)
        yield Finding(
            Place(FILE, entry.line, 1, max(1, len(entry.address)), str(entry)),
            Level.ERROR,
            "adress-försvunnen",
            f"Adressen /{entry.address} har varit utgiven sedan {entry.first.isoformat()} men finns inte längre.",
            _remedy(entry, archive, files[near[0]] if near else None),
        )


_WITHDRAW = {
    item.KIND: "behåll filnamnet och skriv tillbakadragen: ÅÅÅÅ-MM-DD, publiceras: nej och skäl i filen",
    delegation.KIND: "behåll filnamnet och skriv tillbakadragen: ÅÅÅÅ-MM-DD och skäl i filen",
    ATTACHMENT: "behåll bilagans rad fil och skriv tillbakadragen: ÅÅÅÅ-MM-DD, publiceras: nej och skäl under den",
}
"""Kind of address → what is done with something of that kind that is to be withdrawn."""


def _remedy(entry: Entry, archive: Archive, moved: str | None) -> str:
    """Where the address went, most likely; `moved` is the file whose own address is new and much like it."""
    if entry.address.startswith(CASES):
        return _number_kept(entry.address, archive, moved)
    remedy = (
        f"{moved} har troligen bytt namn eller plats: ge filen tillbaka den plats som adressen visar."
        if moved
        else "lägg tillbaka filen som gav sidan: adresser som har publicerats behålls för alltid."
    )
    how = _WITHDRAW.get(entry.kind)
    return f"{remedy} Ska handlingen dras tillbaka: {how}." if how else remedy


def _number_kept(address: str, archive: Archive, moved: str | None) -> str:
    """A case's address goes when its number is corrected: the wrong one stays among the item's other numbers."""
    of = next(_numbers(address, archive), None)
    where = f"i {moved}" if moved else "i ärendet som hade det"
    wrong = f"numret {of[1]}" if of else "det gamla numret"
    row = f"organ: {of[0]}, nummer: {of[1]}" if of else "organ: och nummer:"
    return (
        f"är diarienumret rättat: låt {wrong} stå kvar under andra_diarienummer {where} ({row}). "
        "Är ärendet eller en rad i en delegationslista borttagen: lägg tillbaka den; en rad som ska dras tillbaka "
        f"behåller datum och diarienummer, med beslut: {WITHHELD_DECISION}."
    )


def _numbers(address: str, archive: Archive) -> Iterator[tuple[str, str]]:
    """(body, number) whose case has the address, by the series of the body's diary."""
    slug = address.removeprefix(CASES).removesuffix("/")
    for body in archive.bodies:
        for series in body.header.diary_series:
            for part in (slug, slug.removeprefix(f"{body.id}-")):
                number = written_as(part, series)
                if number is not None and case(number, body.id) == address:
                    yield body.id, number


def _files(archive: Archive) -> Iterator[tuple[str, str]]:
    """Which file gives an address, for everything that one file gives alone."""
    for body in archive.bodies:
        yield body.address, body.document.path
        for meeting in body.meetings:
            yield meeting.address, meeting.document.path
        for files in (body.files, *(meeting.files for meeting in body.meetings)):
            yield from ((file.path.removeprefix("meetings/"), file.path) for file in files)
        for one in body.items:
            yield one.address, one.document.path
        for listed in body.lists:
            yield listed.address, listed.document.path
    for found in AllCases(archive).all:
        if found.items:
            yield found.address, found.items[0].document.path
