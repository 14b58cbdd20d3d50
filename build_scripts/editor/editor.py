"""One running editor: the project it works on, the day, and what its windows share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from threading import Lock

from build_scripts.editor.record import Record

PROGRAM = Path(__file__).resolve().parents[2]
ASSETS = "site_overrides/assets"


class Editor:
    """The project in `root` on the day that `today` gives. Everything that writes holds `lock`."""

    def __init__(self, root: Path, today: Callable[[], dt.date]) -> None:
        self.root = root
        self.today = today
        self.lock = Lock()
        self.record = Record(root, today)

    @property
    def assets(self) -> Path:
        """The site's styles and fonts: the project's own, else those that come with the program."""
        own = self.root / ASSETS
        return own if own.is_dir() else PROGRAM / ASSETS
