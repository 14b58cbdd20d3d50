"""`klubbat redigera` as a program of its own, for tests in a browser."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def running(root: Path, today: str) -> Iterator[str]:
    """The desk on a free port, on a day (ÅÅÅÅ-MM-DD); gives the start address that it prints."""
    words = ["redigera", "--katalog", str(root), "--port", "0", "--idag", today]
    with subprocess.Popen(
        [sys.executable, "-m", "build_scripts", *words], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        try:
            assert process.stdout is not None
            yield process.stdout.readline().removeprefix("Öppna ").strip()
        finally:
            process.terminate()
