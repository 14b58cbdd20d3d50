"""How far a file has come, always in view at its form: when it was saved, and whether everybody has it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from build_scripts import git
from build_scripts.published import MAIN
from macros.dates.written import date
from macros.record.moments import STOCKHOLM


def saved_state(root: Path, path: str) -> str:
    """ "Sparat 14.32, inte publicerat": by the file's own time, and by the main branch of the place that it is sent to."""
    saved, now = dt.datetime.fromtimestamp((root / path).stat().st_mtime, STOCKHOLM), dt.datetime.now(STOCKHOLM)
    day = f"{saved:%H.%M}" if saved.date() == now.date() else date(saved.date())
    return f"Sparat {day}{_published(root, path)}"


def _published(root: Path, path: str) -> str:
    """Whether the main branch has the file as it is; nothing where nothing was ever sent."""
    if git.asked(root, "rev-parse", "--verify", "--quiet", MAIN) is None:
        return ""
    return ", publicerat" if git.asked(root, "diff", "--quiet", MAIN, "--", path) is not None else ", inte publicerat"
