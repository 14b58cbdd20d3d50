"""One running editor: the project it works on, the day, and what its windows share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from build_scripts.editor import checking
from build_scripts.editor.checking import Judged, Reading
from macros.finding import Finding
from macros.record.archive import Archive

PROGRAM = Path(__file__).resolve().parents[2]
ASSETS = "site_overrides/assets"


@dataclass(frozen=True)
class Editor:
    """The project in `root` on the day that `today` gives. Everything that writes holds `lock`."""

    root: Path
    today: Callable[[], dt.date]
    lock: Lock = field(default_factory=Lock)
    reading: Reading = field(default_factory=Reading)

    def archive(self) -> tuple[Archive, list[Finding]]:
        """The record as it is saved, and what reading found."""
        return checking.archive_of(self.root, self.reading)

    def judged(self, path: str, content: bytes) -> Judged:
        """The record as it would be with these bytes in the file's place."""
        return checking.judged(self.root, path, content, self.today(), self.reading)

    @property
    def assets(self) -> Path:
        """The site's styles and fonts: the project's own, else those that come with the program."""
        own = self.root / ASSETS
        return own if own.is_dir() else PROGRAM / ASSETS
