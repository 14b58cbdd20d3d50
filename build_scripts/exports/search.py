"""The search index, made from the finished pages by Pagefind: a folder for each part, below an index of nothing.

The search page's script starts an engine from the root's folder, and gives it the parts that it needs. Beside every part
stands our own list of its pages, which the search is narrowed and put in order of date by (`sidor.json`).

A municipality's parts can be made where the rest of the site is not (`index_parts`), and joined as they are (`index_joined`).
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from build_scripts.exports.search_dictionary import parts
from build_scripts.exports.search_engine import EngineFailed, indexed
from build_scripts.exports.search_pages import Found, found_pages, page_names, searchable
from build_scripts.exports.search_parts import Known, Part, choices, clear, divided, part_of, parts_of, undivided

FOLDER = "pagefind"
_NAME = "delar.json"
DIRECTORY = f"{FOLDER}/{_NAME}"
"""What can be chosen among, and the parts of the index, newest first: read before anything of the index is."""

FILES = (f"{FOLDER}/pagefind.js", f"{FOLDER}/pagefind-entry.json", DIRECTORY)

_PAGES = "sidor.json"
_OF_EVERY_PART = ("pagefind-entry.json", ".pf_meta", ".pf_index", ".pf_fragment")
_OF_THE_ROOT = ("pagefind.js", "pagefind-worker.js", "wasm.sv.pagefind", *_OF_EVERY_PART)
"""The engine also gives its own search boxes, and itself with every part."""

_NOTHING = '<html lang="sv"><body data-pagefind-body>⁀</body></html>'
"""The engine starts from no index without a word. This one is another tie than that of every page, and nobody looks for it."""

Told = dict[str, Any]
"""What the directory says of a part, as JSON."""


class SearchFailed(Exception):
    """The index could not be made; carries why."""


def index(site: Path, known: Known | None = None, seen: Callable[[str], None] = lambda part: None) -> dict[str, str]:
    """Writes the index of the pages in `site` to its folder `pagefind`; gives what each of its files was made from.

    Parts are made one at a time, so that memory follows the largest of them and not the archive; those that are known to be
    made of the same pages already are kept. `seen` is told of each municipality's part before it is made. Raises `SearchFailed`.
    """
    known = known or Known()
    whole = divided(_found(site, known=known))
    keys = {"": known.key("", ()), **{part.name: known.key(part.name, part.pages) for part in whole}}
    kept = known.kept(keys, _NAME)
    clear(site / FOLDER, kept)
    for part in whole:
        if part.name not in kept:
            if part.municipality:
                seen(part.name)
            _part(site, part)
    if "" not in kept:
        _root(site)
    made = _directory(site, [_told(part) for part in whole])
    index = site / FOLDER
    names = (file.relative_to(index).as_posix() for file in index.rglob("*") if file.is_file())
    return {f"{FOLDER}/{name}": made if name == _NAME else keys[part_of(name)] for name in names}


def index_parts(site: Path) -> list[Told]:
    """Writes the parts of the municipality whose pages are in `site`, but no root; gives what `index_joined` is told of them."""
    own = parts_of(_found(site))
    for part in own:
        _part(site, part)
    return [_told(part) for part in own]


def index_joined(site: Path, shared: Iterable[str], parts: Iterable[Told]) -> None:
    """Writes the root of an index whose parts are in place, and the part of the pages by these names."""
    common = undivided(_found(site, sorted(shared)))
    newest_first = sorted(parts, key=lambda told: (-(told["till"] or 9999), told["namn"]))
    _part(site, common)
    _root(site)
    _directory(site, [_told(common), *newest_first])


def _found(site: Path, names: Sequence[str] | None = None, known: Known | None = None) -> tuple[Found, ...]:
    try:
        if known and known.pages:
            return found_pages(site, sorted(name for name in known.pages if name.endswith(".html")), known.pages)
        return found_pages(site, page_names(site, without=FOLDER) if names is None else names)
    except OSError as error:
        raise SearchFailed(f"Sökindexet kunde inte byggas: {error}") from error


def _directory(site: Path, parts: Sequence[Told]) -> str:
    """Writes what is read before anything else of the index; gives its digest."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for part in parts:
        for name, values in part["val"].items():
            found[name].update(values)
    content = _json({"val": {name: sorted(values) for name, values in sorted(found.items())}, "delar": parts})
    (site / DIRECTORY).write_bytes(content)
    return hashlib.sha256(content).hexdigest()


def _part(site: Path, part: Part) -> None:
    folder = site / FOLDER / part.name
    pages = ((page.address, _searchable(site, page, place)) for place, page in enumerate(part.pages))
    _write(folder, pages, _OF_EVERY_PART)
    chosen = [*dict.fromkeys(page.choices for page in part.pages)]
    places = {choice: place for place, choice in enumerate(chosen)}
    listed = [[page.date or "", places[page.choices]] for page in part.pages]
    (folder / _PAGES).write_bytes(_json({"val": chosen, "sidor": listed}))


def _searchable(site: Path, page: Found, place: int) -> str:
    return searchable((site / page.name).read_bytes().decode("utf-8"), place, parts())


def _root(site: Path) -> None:
    _write(site / FOLDER, [("", _NOTHING)], _OF_THE_ROOT)


def _write(folder: Path, pages: Iterable[tuple[str, str]], wanted: tuple[str, ...]) -> None:
    try:
        for name, content in indexed(pages).items():
            if name.endswith(wanted):
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (folder / name).write_bytes(content)
    except (EngineFailed, OSError) as error:
        raise SearchFailed(f"Sökindexet kunde inte byggas: {error}") from error


def _json(value: object) -> bytes:
    return f"{json.dumps(value, ensure_ascii=False, separators=(',', ':'))}\n".encode()


def _told(part: Part) -> Told:
    """What the search page must know of a part to say what it holds, and to leave it alone."""
    return {
        "namn": part.name,
        "kommun": part.municipality,
        "från": part.first,
        "till": part.last,
        "sidor": len(part.pages),
        "val": choices(part.pages),
    }
