"""The search index, made from the finished pages by Pagefind: one part for a small archive, parts of years for a large one.

A municipality's parts can be made where the rest of the site is not (`index_parts`), and joined as they are (`index_joined`).

Pagefind reads copies of the pages' texts, to which what the pages need not say is added: the parts of compounds and the
paragraphs' numbers. The pages themselves are never changed.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pagefind_bin import get_executable

from build_scripts.exports.search_dictionary import parts
from build_scripts.exports.search_engine import leave_what_is_used
from build_scripts.exports.search_files import UnknownIndex
from build_scripts.exports.search_kept import Known, clear, part_of
from build_scripts.exports.search_order import put_in_order
from build_scripts.exports.search_pages import Found, found_pages, page_names
from build_scripts.exports.search_parts import Part, choices, divided, parts_of
from build_scripts.exports.search_text import searchable

FOLDER = "pagefind"
_NAME = "delar.json"
DIRECTORY = f"{FOLDER}/{_NAME}"
"""What can be chosen among, and the parts of a divided index, newest first: read before anything of the index is."""

FILES = (f"{FOLDER}/pagefind.js", f"{FOLDER}/pagefind-entry.json", DIRECTORY)

_SIGNS_IN_WORDS = "§/:"
"""Signs that belong to words such as AVUX/2017:43, so that references are found."""

Told = dict[str, Any]
"""What the directory says of a part, as JSON."""


class SearchFailed(Exception):
    """The index could not be made; carries why."""


def index(site: Path, known: Known | None = None, seen: Callable[[str], None] = lambda part: None) -> dict[str, str]:
    """Writes the index of the pages in `site` to its folder `pagefind`; gives what each of its files was made from.

    Parts are made one at a time, so that memory follows the largest of them and not the archive; those that are known to be
    made of the same pages already are kept. `seen` is told of each part before it is made. Raises `SearchFailed`.
    """
    known = known or Known()
    whole = divided(_found(site, known=known))
    pages = {"": whole.common, **{part.name: part.pages for part in whole.parts}}
    keys = {name: known.key(name, own) for name, own in pages.items()}
    kept = known.kept(keys, _NAME)
    clear(site / FOLDER, kept)
    for part in whole.parts:
        if part.name not in kept:
            seen(part.name)
            _part(site, part)
    if "" not in kept:
        _make(site, whole.common, site / FOLDER, "")
    made = _directory(site, whole.common, [_told(part) for part in whole.parts])
    index = site / FOLDER
    names = (file.relative_to(index).as_posix() for file in index.rglob("*") if file.is_file())
    return {f"{FOLDER}/{name}": made if name == _NAME else keys[part_of(name)] for name in names}


def index_parts(site: Path) -> list[Told]:
    """Writes the parts of the municipality whose pages are in `site`, but no root; gives what `index_joined` is told of them."""
    return [_part(site, part) for part in parts_of(_found(site))]


def index_joined(site: Path, shared: Iterable[str], parts: Iterable[Told]) -> None:
    """Writes the root of an index whose parts are in place, and which itself holds the pages by these names."""
    newest_first = sorted(parts, key=lambda told: (-(told["till"] or 9999), told["namn"]))
    _root(site, _found(site, sorted(shared)), newest_first)


def _found(site: Path, names: Sequence[str] | None = None, known: Known | None = None) -> tuple[Found, ...]:
    try:
        if known and known.pages:
            return found_pages(site, sorted(name for name in known.pages if name.endswith(".html")), known.pages)
        return found_pages(site, page_names(site, without=FOLDER) if names is None else names)
    except OSError as error:
        raise SearchFailed(f"Sökindexet kunde inte byggas: {error}") from error


def _root(site: Path, common: Sequence[Found], parts: Sequence[Told]) -> None:
    _make(site, common, site / FOLDER, "")
    _directory(site, common, parts)


def _directory(site: Path, common: Sequence[Found], parts: Sequence[Told]) -> str:
    """Writes what is read before anything else of the index; gives its digest."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for chosen in (choices(common), *(told["val"] for told in parts)):
        for name, values in chosen.items():
            found[name].update(values)
    told = {"val": {name: sorted(values) for name, values in sorted(found.items())}, "delar": parts}
    content = f"{json.dumps(told, ensure_ascii=False, separators=(',', ':'))}\n".encode()
    (site / DIRECTORY).write_bytes(content)
    return hashlib.sha256(content).hexdigest()


def _part(site: Path, part: Part) -> Told:
    _make(site, part.pages, site / FOLDER / part.name, part.name)
    return _told(part)


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


def _copy_of(name: str) -> str:
    """One file instead of a folder with one file: the search page's script turns `a.html` into `a/` again."""
    return f"{name.removesuffix('/index.html')}.html" if name.endswith("/index.html") else name


def _make(site: Path, pages: Sequence[Found], folder: Path, name: str) -> None:
    with TemporaryDirectory() as copies:
        for parent in {(Path(copies) / _copy_of(page.name)).parent for page in pages}:
            parent.mkdir(parents=True, exist_ok=True)
        for page in pages:
            copy = Path(copies) / _copy_of(page.name)
            html = (site / page.name).read_bytes().decode("utf-8")
            copy.write_bytes(searchable(html, parts()).encode("utf-8"))
        command = [
            *(str(get_executable()), "--site", copies, "--output-path", str(folder)),
            *("--include-characters", _SIGNS_IN_WORDS, "--force-language", "sv", "--quiet"),
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SearchFailed(f"Sökindexet kunde inte byggas: {(done.stderr or done.stdout).strip()}")
    try:
        put_in_order(folder, name, [page.date for page in pages if page.date])
        leave_what_is_used(folder, is_root=not name)
    except UnknownIndex as unknown:
        raise SearchFailed(f"Sökindexet är inte skrivet som väntat ({unknown}).") from unknown
