"""The search index, made from the finished pages by Pagefind: one part for a small archive, parts of years for a large one.

Pagefind reads copies of the pages' texts, to which what the pages need not say is added: the parts of compounds and the
paragraphs' numbers. The pages themselves are never changed.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from build_scripts.exports.search_dictionary import parts
from build_scripts.exports.search_order import UnknownIndex, put_in_order
from build_scripts.exports.search_pages import Found, found_pages, searchable
from build_scripts.exports.search_parts import Part, choices, divided

FOLDER = "pagefind"
DIRECTORY = f"{FOLDER}/delar.json"
"""What can be chosen among, and the parts of a divided index, newest first: read before anything of the index is."""

FILES = (f"{FOLDER}/pagefind.js", f"{FOLDER}/pagefind-entry.json", DIRECTORY)

_SIGNS_IN_WORDS = "§/:"
"""Signs that belong to words such as AVUX/2017:43, so that references are found."""

_UNUSED = (
    *("pagefind-component-ui.css", "pagefind-component-ui.js", "pagefind-highlight.js", "pagefind-modular-ui.css"),
    *("pagefind-modular-ui.js", "pagefind-ui.css", "pagefind-ui.js", "wasm.unknown.pagefind"),
)
_ONLY_AT_THE_ROOT = ("pagefind.js", "pagefind-worker.js", "wasm.sv.pagefind")


class SearchFailed(Exception):
    """The index could not be made; carries why."""


def index(site: Path) -> None:
    """Writes the index of the pages in `site` to its folder `pagefind`. Raises `SearchFailed`.

    Parts are made one at a time, so that memory follows the largest of them and not the archive.
    """
    try:
        pages = found_pages(site, without=FOLDER)
    except OSError as error:
        raise SearchFailed(f"Sökindexet kunde inte byggas: {error}") from error
    whole = divided(pages)
    _make(site, whole.common, site / FOLDER, "")
    for part in whole.parts:
        folder = site / FOLDER / part.name
        _make(site, part.pages, folder, part.name)
        for there in _ONLY_AT_THE_ROOT:
            (folder / there).unlink(missing_ok=True)
    told = {"val": choices(pages), "delar": [_told(part) for part in whole.parts]}
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    (site / DIRECTORY).write_text(text + "\n", encoding="utf-8")


def _told(part: Part) -> dict[str, object]:
    """What the search page must know of a part to say what it holds, and to leave it alone."""
    return {
        "namn": part.name,
        "kommun": part.municipality,
        "från": part.first,
        "till": part.last,
        "sidor": len(part.pages),
        "val": choices(part.pages),
    }


def _copy_of(name: str) -> str:
    """One file instead of a folder with one file: the search page's script turns `a.html` into `a/` again."""
    return f"{name.removesuffix('/index.html')}.html" if name.endswith("/index.html") else name


def _make(site: Path, pages: Sequence[Found], folder: Path, name: str) -> None:
    with TemporaryDirectory() as copies:
        for page in pages:
            copy = Path(copies) / _copy_of(page.name)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(searchable((site / page.name).read_text("utf-8"), parts()), encoding="utf-8")
        command = [
            *(sys.executable, "-m", "pagefind", "--site", copies, "--output-path", str(folder)),
            *("--include-characters", _SIGNS_IN_WORDS, "--force-language", "sv", "--quiet"),
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SearchFailed(f"Sökindexet kunde inte byggas: {(done.stderr or done.stdout).strip()}")
    try:
        put_in_order(folder, name, [page.date for page in pages if page.date])
    except UnknownIndex as unknown:
        raise SearchFailed(f"Sökindexet är inte skrivet som väntat ({unknown}).") from unknown
    for unused in _UNUSED:
        (folder / unused).unlink(missing_ok=True)
