"""What has been written is on the disk, not only on its way there, before anybody is shown it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path


def settle(folder: Path, deep: bool = True) -> None:
    """Returns when the folder, and with `deep` every file and folder below it, is on the disk; else raises `OSError`.

    Everything is sent there at once; asked one by one, each then has nothing to wait for and only tells how it went.
    """
    if sys.platform == "win32":
        return
    os.sync()
    for place in _below(folder) if deep else (str(folder),):
        opened = os.open(place, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _below(folder: Path) -> Iterator[str]:
    for place, _, names in os.walk(folder):
        yield from (os.path.join(place, name) for name in names)  # noqa: PTH118 (a path is dearer than the file)
        yield place
