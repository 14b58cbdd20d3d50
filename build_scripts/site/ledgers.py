"""The ledgers of what has been released: addresses (`adresser.tsv`) and notices (`anslag.tsv`). Both only grow.

An address in its ledger never dies; a notice stays as it was released until its last day.
"""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.addresses import CASES, case
from macros.checks.notices import ReleasedNotice, released_notices
from macros.facts.cases import AllCases
from macros.facts.items import AllItems
from macros.facts.notices import Posted, notices
from macros.finding import Finding, Level, Place
from macros.pages import delegation, item
from macros.record.archive import Archive
from macros.record.delegation import WITHHELD_DECISION
from macros.record.diary import written_as
from macros.record.ledgers import ADDRESSES, NOTICES, Ledger, read_ledger

ATTACHMENT = "Bilaga"
HAND_WRITTEN = "Sida"


def _content(root: Path, ledger: Ledger) -> bytes | None:
    file = root / ledger.file
    return file.read_bytes() if file.exists() else None


def append(root: Path, ledger: Ledger, lines: Iterable[object]) -> None:
    """Adds lines at the end of the ledger; what stands there is left as it is."""
    file = root / ledger.file
    begun = file.exists()
    with file.open("a", encoding="utf-8", newline="\n") as out:
        out.write("".join(f"{line}\n" for line in ([] if begun else [ledger.head]) + [str(line) for line in lines]))


def released_before(root: Path) -> tuple[tuple[ReleasedNotice, ...], list[Finding]]:
    """The notices of the project's ledger in order, and what cannot be read in it."""

    def read(cells: list[str], place: Place) -> ReleasedNotice:
        address, posted, last, digest = cells
        if not address or not re.fullmatch(r"[0-9a-f]{16}", digest):
            raise ValueError(address)
        return ReleasedNotice(address, dt.date.fromisoformat(posted), dt.date.fromisoformat(last), digest, place)

    return read_ledger(NOTICES, _content(root, NOTICES), read)


def judged_notices(root: Path, archive: Archive, today: dt.date, found: Iterable[Finding]) -> list[Finding]:
    """What the ledger says about the archive's notices on this day, and what cannot be read in it.

    What errors among those `found` in the record may have caused is not told once more.
    """
    released, broken = released_before(root)
    faulty = {finding.place.path for finding in found if finding.level is Level.ERROR}
    return [*broken, *released_notices(archive, today, released, faulty)]


def new_notices(root: Path, archive: Archive, today: dt.date) -> tuple[Posted, ...]:
    """The notices that are up on this day and not in the ledger yet."""
    known = {entry.address for entry in released_before(root)[0]}
    return tuple(notice for notice in notices(archive) if notice.is_up(today) and notice.address not in known)


def append_notices(root: Path, found: Iterable[Posted]) -> None:
    """Adds notices at the end of the ledger."""
    append(root, NOTICES, (f"{one.address}\t{one.posted}\t{one.last_day.date}\t{one.digest}" for one in found))


@dataclass(frozen=True)
class ReleasedAddress:
    """The address from the site's root, the kind of page, and the day it was first released; the line that says so."""

    address: str
    kind: str
    first: dt.date
    line: int = 0

    def __str__(self) -> str:
        return f"{self.address}\t{self.kind}\t{self.first.isoformat()}"


def released_addresses(root: Path) -> tuple[tuple[ReleasedAddress, ...], list[Finding]]:
    """The addresses of the project's ledger in order, and what cannot be read in it."""

    def read(cells: list[str], place: Place) -> ReleasedAddress:
        address, kind, first = cells
        if not kind:
            raise ValueError(address)
        return ReleasedAddress(address, kind, dt.date.fromisoformat(first), place.line)

    return read_ledger(ADDRESSES, _content(root, ADDRESSES), read)


def new_addresses(
    released: Iterable[ReleasedAddress], addresses: Iterable[tuple[str, str]], today: dt.date
) -> tuple[ReleasedAddress, ...]:
    """Those of the addresses, each with its kind, that are not in the ledger yet, in order of address."""
    known = {entry.address for entry in released}
    return tuple(ReleasedAddress(address, kind, today) for address, kind in sorted(addresses) if address not in known)


def still_given(released: Iterable[ReleasedAddress], archive: Archive) -> Iterator[ReleasedAddress]:
    """The entries that must still be given: all but the files that were withdrawn ("tillbakadragen")."""
    gone = frozenset(AllItems(archive).withdrawn_files())
    return (entry for entry in released if entry.address not in gone)


def lost_addresses(
    released: Iterable[ReleasedAddress], archive: Archive, addresses: Iterable[tuple[str, str]]
) -> Iterator[Finding]:
    """Every address of the ledger is still given, but for files withdrawn; one that is not names what has probably moved."""
    given = dict(addresses)
    files: dict[str, str] | None = None
    known: set[str] = set()
    for entry in still_given(released, archive):
        if entry.address in given:
            continue
        if files is None:
            files = dict(_files(archive))
            known = {other.address for other in released}
        fresh = [address for address in given if address not in known and address in files]
        # Nearest by name and place: a moved file keeps most of its address.
        alike = [address for address in fresh if address.startswith(CASES) == entry.address.startswith(CASES)]
        near = difflib.get_close_matches(entry.address, alike, 1, cutoff=0.6)
        yield Place(ADDRESSES.file, entry.line, 1, max(1, len(entry.address)), str(entry)).error(
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


def _remedy(entry: ReleasedAddress, archive: Archive, moved: str | None) -> str:
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
