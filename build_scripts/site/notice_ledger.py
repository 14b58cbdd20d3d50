"""The ledger of notices, `anslag.tsv`: every notice ever released, its last day and a digest of what it said. It only grows."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from pathlib import Path

from macros.checks.notices import Released, released_notices
from macros.facts.notices import Posted, notices
from macros.finding import Finding, Level, Place
from macros.record.archive import Archive

FILE = "anslag.tsv"
HEAD = "adress\tanslaget\tsista_dag\tavtryck"


def read(root: Path) -> tuple[tuple[Released, ...], list[Finding]]:
    """The ledger's notices in order, and what cannot be read in it; a project without the file has released none."""
    file = root / FILE
    if not file.exists():
        return (), []
    try:
        lines = file.read_bytes().decode("utf-8").split("\n")
    except UnicodeDecodeError:
        return (), [_broken(Place(FILE), "Filen är inte sparad som UTF-8.")]
    if lines[0] != HEAD:
        return (), [_broken(Place(FILE, 1, 1, 1, lines[0]), "Första raden är inte kolumnernas namn.")]
    released: list[Released] = []
    findings: list[Finding] = []
    for number, line in enumerate(lines[1:], 2):
        if not line and number == len(lines):
            continue
        place = Place(FILE, number, 1, max(1, len(line)), line)
        entry = _entry(line, place)
        if entry is None:
            findings.append(_broken(place, "Raden är inte adress, två datum och avtryck med tabb emellan."))
        else:
            released.append(entry)
    return tuple(released), findings


def _entry(line: str, place: Place) -> Released | None:
    parts = line.split("\t")
    if len(parts) != len(HEAD.split("\t")) or not parts[0] or not re.fullmatch(r"[0-9a-f]{16}", parts[3]):
        return None
    try:
        posted, last = (dt.date.fromisoformat(part) for part in parts[1:3])
    except ValueError:
        return None
    return Released(parts[0], posted, last, parts[3], place)


def _broken(place: Place, message: str) -> Finding:
    return Finding(
        place,
        Level.ERROR,
        "anslagslista",
        message,
        f"hämta tillbaka {FILE} ur git (git restore {FILE}); raderna skrivs bara av klubbat anslag --skriv.",
    )


def judged(root: Path, archive: Archive, today: dt.date, found: Iterable[Finding]) -> list[Finding]:
    """What the ledger says about the archive's notices on this day, and what cannot be read in it.

    What errors among those `found` in the record may have caused is not told once more.
    """
    released, broken = read(root)
    faulty = {finding.place.path for finding in found if finding.level is Level.ERROR}
    return [*broken, *released_notices(archive, today, released, faulty)]


def new(archive: Archive, today: dt.date, released: Iterable[Released]) -> tuple[Posted, ...]:
    """The notices that are up on this day and not in the ledger yet."""
    known = {entry.address for entry in released}
    return tuple(notice for notice in notices(archive) if notice.is_up(today) and notice.address not in known)


def append(root: Path, found: Iterable[Posted]) -> None:
    """Adds notices at the end of the ledger; what stands there is left as it is."""
    file = root / FILE
    lines = [] if file.exists() else [HEAD]
    lines += [f"{one.address}\t{one.posted}\t{one.last_day.date}\t{one.digest}" for one in found]
    with file.open("a", encoding="utf-8", newline="\n") as out:
        out.write("".join(f"{line}\n" for line in lines))
