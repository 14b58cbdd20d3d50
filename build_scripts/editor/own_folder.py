"""The desk's own folder beside the record: drafts, packets and what waits. It hides itself from git."""

from __future__ import annotations

from pathlib import Path

HOME = ".klubbat"


def hide_home(root: Path) -> None:
    """Makes the folder where it is not."""
    (root / HOME).mkdir(exist_ok=True)
    hidden = root / HOME / ".gitignore"
    if not hidden.exists():
        hidden.write_text("*\n", encoding="utf-8")
