"""What everybody has ("publicerat"): the ledgers on the main branch of the place that the project is sent to.

The ledgers here only grow from there. What was never sent leaves nothing behind: a branch that is dropped, rows of a
commit that was taken back.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from build_scripts import git
from macros.finding import Finding, Place
from macros.record.archive import Archive
from macros.record.ledgers import COMMAND, LEDGERS, Ledger, Released, ReleasedRows, read_ledger

REMOTE, BRANCH = "origin", "main"
MAIN = f"{REMOTE}/{BRANCH}"


def with_published(root: Path, archive: Archive) -> tuple[Archive, list[Finding]]:
    """The archive held to what everybody has too, and the rows that are missing here."""
    versions = _versions(root)
    here = archive.released
    everybody = [_read(root, version, here) for version in versions]
    findings = [finding for there in everybody for finding in _missing(here, there)]

    def joined(ledger: Ledger) -> ReleasedRows:
        return here.of(ledger).with_rows(row for there in everybody for row in there.of(ledger).all)

    return replace(archive, released=Released.of_each(joined, source=versions[0] if versions else "")), findings


def _versions(root: Path) -> tuple[str, ...]:
    """The main branch as it was last fetched; where this is that very version, also the one before it, which it grew from."""
    main, head = (git.asked(root, "rev-parse", "--verify", "--quiet", name) for name in (MAIN, "HEAD"))
    if main is None:
        return ()
    before = git.asked(root, "rev-parse", "--verify", "--quiet", "HEAD^1") if main == head else None
    return (MAIN, before) if before else (MAIN,)


def _read(root: Path, version: str, here: Released) -> Released:
    """The ledgers of a version; an address that has since been hidden here is hidden there too."""
    names = [f"{version}:./{ledger.file}" for ledger in LEDGERS]
    found = dict(zip(LEDGERS, git.contents(root, names), strict=True))
    hidden = {row.key for row in here.addresses.all if row.is_hidden}

    def rows(ledger: Ledger) -> ReleasedRows:
        read = read_ledger(ledger, found[ledger])[0].all
        return ReleasedRows(tuple(row.hidden if row.hidden.key in hidden else row for row in read) if hidden else read)

    return Released.of_each(rows)


def _missing(here: Released, everybody: Released) -> Iterator[Finding]:
    for ledger in LEDGERS:
        known = {(row.key, row.edition): row.digest for row in here.of(ledger).all}
        lost = [row for row in everybody.of(ledger).all if known.get((row.key, row.edition)) != row.digest]
        if lost:
            yield _told(ledger, [row.key for row in lost])


def _told(ledger: Ledger, keys: list[str]) -> Finding:
    more = f" och {len(keys) - 1} till" if len(keys) > 1 else ""
    return Place(ledger.file).error(
        "utgivet-lista",
        f"Raden om {keys[0]}{more} är publicerad men saknas här, eller säger något annat.",
        f"hämta tillbaka raderna (git restore --source={MAIN} {ledger.file}); de skrivs bara av {COMMAND}.",
    )
