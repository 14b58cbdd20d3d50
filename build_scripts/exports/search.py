"""The search index, made from the finished pages by Pagefind: a folder for each part, below an index of nothing.

The search page's script starts an engine from the root's folder, and gives it the parts that it needs. Beside every part
stands our own list of its pages, which the search is narrowed and put in order of date by (`sidor.json`).
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from base64 import b64encode
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

from build_scripts.exports import search_parts
from build_scripts.exports.files import NUMBERS
from build_scripts.exports.search_dictionary import parts
from build_scripts.exports.search_engine import EngineFailed, indexed
from build_scripts.exports.search_pages import IndexedPage, found_pages, page_names, searchable, short_names
from build_scripts.exports.search_parts import IndexPart, Known, choices, clear, divided, part_of
from build_scripts.exports.search_words import understood
from build_scripts.report import BuildFailed
from build_scripts.workers import mapped

FOLDER = "pagefind"
_NAME = "delar.json"
DIRECTORY = f"{FOLDER}/{_NAME}"
"""What can be chosen among, and the parts of the index, newest first: read before anything of the index is."""

FILES = (f"{FOLDER}/pagefind.js", f"{FOLDER}/pagefind-entry.json", DIRECTORY)

_PAGES = "sidor.json"
_WRITTEN = "ord"
"""The words that a part's pages are written in, in a file for each first letter: asked for when a search finds nothing."""

_OF_EVERY_PART = ("pagefind-entry.json", ".pf_meta", ".pf_index", ".pf_fragment")
_OF_THE_ROOT = ("pagefind.js", "pagefind-worker.js", "wasm.sv.pagefind", *_OF_EVERY_PART)
"""The engine also gives its own search boxes, and itself with every part."""

_NOTHING = '<html lang="sv"><body data-pagefind-body>⁀</body></html>'
"""The engine starts from no index without a word. This one is another tie than that of every page, and nobody looks for it."""

Told = dict[str, Any]
"""What the directory says of a part, as JSON."""


def index(site: Path, known: Known | None = None, seen: Callable[[str], object] = lambda part: None) -> dict[str, str]:
    """Writes the index of the pages in `site` to its folder `pagefind`; gives what each of its files was made from.

    Parts are made by themselves, so that memory follows the largest of them and not the archive; those that are known to be
    made of the same pages already are kept. `seen` is told of each that is made. Raises `BuildFailed`.
    """
    known = known or Known()
    whole = divided(_found(site, known), search_parts.PAGES_OF_A_PART)
    keys = {"": known.key("", ()), **{part.name: known.key(part.name, part.pages) for part in whole}}
    kept = known.kept(keys, _NAME)
    clear(site / FOLDER, kept)
    mapped(partial(_part, site), [part for part in whole if part.name not in kept], seen, least=1)
    if "" not in kept:
        _write(site / FOLDER, [("", _NOTHING)], _OF_THE_ROOT)
    short = short_names(page for part in whole for page in part.pages)
    made = _directory(site, [_told(part, site / FOLDER / part.name) for part in whole], short)
    index = site / FOLDER
    names = (file.relative_to(index).as_posix() for file in index.rglob("*") if file.is_file())
    return {f"{FOLDER}/{name}": made if name == _NAME else keys[part_of(name)] for name in names}


def _found(site: Path, known: Known) -> tuple[IndexedPage, ...]:
    try:
        names = sorted(name for name in known.pages if name.endswith(".html")) or page_names(site, without=FOLDER)
        return found_pages(site, names, known.pages)
    except OSError as error:
        raise BuildFailed(f"Sökindexet kunde inte byggas: {error}") from error


def _directory(site: Path, parts: Sequence[Told], short: Mapping[str, Sequence[str]]) -> str:
    """Writes what is read before anything else of the index; gives its digest."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for part in parts:
        for name, values in part["val"].items():
            found[name].update(values)
    content = _json(
        {
            "val": {name: sorted(values) for name, values in sorted(found.items())},
            "delar": parts,
            "ord": understood(short),
        }
    )
    (site / DIRECTORY).write_bytes(content)
    return hashlib.sha256(content).hexdigest()


def _part(site: Path, part: IndexPart) -> str:
    folder = site / FOLDER / part.name
    written: set[str] = set()

    def pages() -> Iterator[tuple[str, str]]:
        for place, page in enumerate(part.pages):
            given = searchable((site / page.name).read_bytes().decode("utf-8"), page, place, parts())
            written.update(given.written)
            yield given.address, given.html

    _write(folder, pages(), _OF_EVERY_PART)
    for letter, found in groupby(sorted(written, key=_listed_by), lambda word: _listed_by(word)[0]):
        (folder / _WRITTEN).mkdir(exist_ok=True)
        (folder / _WRITTEN / f"{letter}.json").write_bytes(_json(" ".join(found)))
    chosen = [*dict.fromkeys(page.choices for page in part.pages)]
    places = {choice: place for place, choice in enumerate(chosen)}
    listed = [[page.date or "", places[page.choices]] for page in part.pages]
    (folder / _PAGES).write_bytes(_json({"val": chosen, "sidor": listed}))
    return part.name


def _listed_by(word: str) -> tuple[str, str]:
    """The first letter without dots, and the word."""
    letter = unicodedata.normalize("NFD", word[0])[0]
    return letter if letter.isascii() else "_", word


def _write(folder: Path, pages: Iterable[tuple[str, str]], wanted: tuple[str, ...]) -> None:
    try:
        files = indexed(pages)
    except (EngineFailed, OSError) as error:
        raise BuildFailed(f"Sökindexet kunde inte byggas: {error}") from error
    for name, content in files.items():
        if name.endswith(wanted):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)


def _json(value: object) -> bytes:
    return f"{json.dumps(value, ensure_ascii=False, separators=(',', ':'))}\n".encode()


def _told(part: IndexPart, folder: Path) -> Told:
    """What the search page must know of a part to say what it holds, and to leave it alone."""
    return {
        "namn": part.name,
        "kommun": part.municipality,
        "från": part.first,
        "till": part.last,
        "sidor": len(part.pages),
        "ord": "".join(sorted(file.stem for file in (folder / _WRITTEN).glob("*.json"))),
        "val": choices(part.pages),
    }


_FOR_DISKS = "sok/disk"
"""The search for those who open the site from a disk, where a browser lets no script read a file but runs scripts."""


def scripts(site: Path, names: Iterable[str]) -> Iterator[tuple[str, str, Callable[[], bytes]]]:
    """Name, the file that it is made from and content of a script for every file that the search reads, the engine among them.

    It says what is in the file, and assets/fran-disk.js reads it. `names` are the site's files. The scripts are half as large
    again as the index, so they are only made when asked for.
    """
    for name in sorted(names):
        if name in NUMBERS.values() or name.startswith(f"{FOLDER}/"):
            yield f"{_FOR_DISKS}/{name}.js", name, partial(_script, site, name)


def _script(site: Path, name: str) -> bytes:
    content = b64encode((site / name).read_bytes()).decode("ascii")
    return f"klubbatFil({json.dumps(name)},{json.dumps(content)});\n".encode()
