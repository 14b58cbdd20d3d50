"""The search index, made from the finished pages by Pagefind."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from build_scripts.exports.search_order import UnknownIndex, put_in_order

FOLDER = "pagefind"
FILES = (f"{FOLDER}/pagefind.js", f"{FOLDER}/pagefind-entry.json")

_SIGNS_IN_WORDS = "§/:"
"""Signs that belong to words such as AVUX/2017:43, so that references are found."""


class SearchFailed(Exception):
    """The index could not be made; carries why."""


def index(site: Path) -> None:
    """Writes the index of the pages in `site` to its folder `pagefind`. Raises `SearchFailed`."""
    command = [
        *(sys.executable, "-m", "pagefind", "--site", str(site), "--output-subdir", FOLDER),
        *("--include-characters", _SIGNS_IN_WORDS, "--force-language", "sv", "--quiet"),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SearchFailed(f"Sökindexet kunde inte byggas: {(done.stderr or done.stdout).strip()}")
    try:
        put_in_order(site / FOLDER)
    except UnknownIndex as unknown:
        raise SearchFailed(f"Sökindexet är inte skrivet som väntat ({unknown}).") from unknown
