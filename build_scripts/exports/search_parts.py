"""How the index is divided: a part holds one municipality's pages of some years in a row, and is kept while they are the same.

Years, since readers want the newest first and closed years never change: their part stays in the browser's cache, byte for byte.
Municipalities, since readers of one seldom ask for another's. One part for each body would make a search that names no body
fetch all of them.
"""

from __future__ import annotations

import hashlib
import shutil
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from build_scripts.exports.search_pages import IndexedPage
from macros.addresses import slug

PAGES_OF_A_PART = 2_000
"""Pages in a part, and in an index that is not divided. What a part costs its readers is its directory, 6 KB for each 1 000
pages, and one file of words; with fewer pages the rare words cost more, since they are looked for in more parts. What it costs
those who publish is that a changed page has its whole part indexed again, in about 2.5 ms and 0.13 MB of memory a page.
"""

_UNDIVIDED = "sidor"
HANDBOOK = "handbok"
"""The pages for the secretary, which readers are shown after everything else: a part of their own."""

_FOLDERS_OF_THE_ROOT = frozenset(("fragment", "index"))
"""The other folders in the index's own folder are parts."""


@dataclass(frozen=True)
class IndexPart:
    """Some years of one municipality: the folder's name, the municipality, the years (none: only pages without one).

    Without a municipality: a small archive as a whole, or the site's own pages.
    """

    name: str
    municipality: str
    first: int | None
    last: int | None
    pages: tuple[IndexedPage, ...]


def divided(pages: Sequence[IndexedPage], limit: int) -> tuple[IndexPart, ...]:
    """The pages as one part, or where they are more than `limit` divided by municipality and years.

    The site's own pages come first, since they are always searched, and then the parts of municipalities, newest first. Last
    is the secretary's handbook.
    """
    handbook = tuple(page for page in pages if ("slag", "Handbok") in page.choices)
    of_readers = [page for page in pages if page not in handbook]
    last = (IndexPart(HANDBOOK, "", None, None, handbook),) if handbook else ()
    return (*_of_readers(of_readers, limit), *last)


def _of_readers(pages: Sequence[IndexedPage], limit: int) -> tuple[IndexPart, ...]:
    if len(pages) <= limit:
        return (IndexPart(_UNDIVIDED, "", None, None, tuple(pages)),)
    of: defaultdict[str, list[IndexedPage]] = defaultdict(list)
    for page in pages:
        of[page.municipality].append(page)
    common = of.pop("", [])
    parts = [part for municipality, own in sorted(of.items()) for part in _by_years(municipality, own, limit)]
    newest_first = sorted(parts, key=lambda part: (-(part.last or 9999), part.name))
    return (*((IndexPart(_UNDIVIDED, "", None, None, tuple(common)),) if common else ()), *newest_first)


def _by_years(municipality: str, pages: Sequence[IndexedPage], limit: int) -> Iterator[IndexPart]:
    """Filled from the oldest year, so that what has been closed stays as it is. A year is never divided.

    Pages without a year, such as a body's own, are in the newest part.
    """
    counted = Counter(page.year for page in pages if page.year)
    spans: list[list[int]] = [[]]
    for year in sorted(counted):
        if spans[-1] and sum(counted[old] for old in spans[-1]) + counted[year] > limit:
            spans.append([])
        spans[-1].append(year)
    for span in spans:
        years = {*span, *((None,) if span is spans[-1] else ())}
        first, last = (span[0], span[-1]) if span else (None, None)
        name = slug(" ".join(filter(None, (municipality, f"{first}-{last}" if span else ""))))
        yield IndexPart(name, municipality, first, last, tuple(page for page in pages if page.year in years))


def choices(pages: Sequence[IndexedPage]) -> dict[str, list[str]]:
    """What can be chosen among in these pages: the filters' values by the filters' names."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for page in pages:
        for name, value in page.choices:
            found[name].add(value)
    return {name: sorted(values) for name, values in sorted(found.items())}


@dataclass(frozen=True)
class Known:
    """What a build knows before it asks for an index.

    `pages`: the site's files with what each was made from. `files`: every file that an earlier index was listed with or that
    is there, by its name in the index's folder, with what it was made from, or None where it is not as it was written.
    `program`: what is to be the same for a part to be kept, the program above all.
    """

    pages: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, str | None] = field(default_factory=dict)
    program: str = ""

    def key(self, part: str, pages: Sequence[IndexedPage]) -> str:
        """What a part of these pages is made from. A page whose key is not known is never the same again."""
        made = hashlib.sha256("\0".join((self.program, part)).encode())
        for page in pages:
            made.update(f"\n{page.name}\t{page.key}".encode())
        return made.hexdigest() if all(page.key for page in pages) else ""

    def kept(self, keys: Mapping[str, str], without: str) -> frozenset[str]:
        """Those of the parts ("" is the root) whose every file is there as made of their key; the file `without` is in none."""
        there: defaultdict[str, set[str | None]] = defaultdict(set)
        for name, key in self.files.items():
            if name != without:
                there[part_of(name)].add(key)
        return frozenset(part for part, key in keys.items() if key and there.get(part) == {key})


def part_of(name: str) -> str:
    """The part that a file or folder of the index belongs to, by its name in the index's folder."""
    first, within, _ = name.partition("/")
    return first if within and first not in _FOLDERS_OF_THE_ROOT else ""


def clear(index: Path, kept: Collection[str]) -> None:
    """Removes from the index's folder what is not of the parts that are kept."""
    for entry in list(index.iterdir()) if index.is_dir() else ():
        folder = entry.is_dir()
        if part_of(f"{entry.name}/" if folder else entry.name) not in kept:
            shutil.rmtree(entry) if folder else entry.unlink()
