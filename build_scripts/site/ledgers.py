"""Writes the ledgers of what is released ("utgivet"): rows come, none goes. What a ledger is: `macros.record.ledgers`."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import Path

from macros.addresses import belongs_to
from macros.finding import Finding
from macros.record.archive import Archive
from macros.record.ledgers import ADDRESSES, LEDGERS, Ledger, Released, ReleasedRows, text_of


def write(root: Path, archive: Archive, fresh: Released) -> list[str]:
    """Writes the fresh rows beside those that are there; gives the paths of the files that it wrote."""
    written = []
    for ledger in LEDGERS:
        rows = fresh.of(ledger).all
        if rows:
            _write(root, ledger, archive.released.of(ledger).with_rows(rows))
            written.append(ledger.file)
    return written


def _write(root: Path, ledger: Ledger, rows: ReleasedRows) -> None:
    file = root / ledger.file
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text_of(ledger, rows), encoding="utf-8", newline="\n")


def put_back(root: Path, archive: Archive, findings: Iterable[Finding]) -> bool:
    """Writes what everybody has into the ledgers that have lost some of it or cannot be read; whether any had."""
    harmed = {finding.place.path for finding in findings if finding.rule == "utgivet-lista"}
    ledgers = [ledger for ledger in LEDGERS if ledger.file in harmed] if archive.released.source else []
    for ledger in ledgers:
        _write(root, ledger, archive.released.of(ledger))
    return bool(ledgers)


def hide(root: Path, archive: Archive, address: str, given: Collection[str]) -> int:
    """Puts digests in the place of an address that must not be told and of all that belongs to it; how many.

    What is `given` still is not hidden. The name of a file that is gone goes from every line.
    """
    rows = archive.released.addresses.all
    hidden = {row.key for row in rows if belongs_to(row.key, address) and row.key not in given}
    gone = {row.about for row in rows if row.key in hidden and not (root / row.about).exists()}
    told = (replace(row, about="") if row.about in gone else row for row in rows)
    if hidden:
        _write(root, ADDRESSES, ReleasedRows(tuple(row.hidden if row.key in hidden else row for row in told)))
    return len(hidden)
