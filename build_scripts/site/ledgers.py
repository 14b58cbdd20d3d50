"""Writes the ledgers of what is released ("utgivet"): rows come, none goes. What a ledger is: `macros.record.ledgers`."""

from __future__ import annotations

from pathlib import Path

from macros.record.archive import Archive
from macros.record.ledgers import ADDRESSES, LEDGERS, Released, ReleasedRows, text_of


def write(root: Path, archive: Archive, fresh: Released) -> list[str]:
    """Writes the fresh rows beside those that are there; gives the paths of the files that it wrote."""
    written = []
    for ledger in LEDGERS:
        rows = fresh.of(ledger).all
        if rows:
            file = root / ledger.file
            file.parent.mkdir(parents=True, exist_ok=True)
            text = text_of(ledger, archive.released.of(ledger).with_rows(rows))
            file.write_text(text, encoding="utf-8", newline="\n")
            written.append(ledger.file)
    return written


def hide(root: Path, archive: Archive, address: str) -> bool:
    """Puts a digest in the place of an address that must not be told; whether it was in the ledger."""
    rows = archive.released.addresses.all
    if all(row.key != address for row in rows):
        return False
    kept = ReleasedRows(tuple(row.hidden if row.key == address else row for row in rows))
    (root / ADDRESSES.file).write_text(text_of(ADDRESSES, kept), encoding="utf-8", newline="\n")
    return True
