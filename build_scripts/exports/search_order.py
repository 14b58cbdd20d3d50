"""The same pages give the same search index: Pagefind writes filters in an order that it draws anew each time.

Only the filters' files and the index's directory are touched: each is gzip around a mark and one CBOR value. Filters and
their values are put in order, and the files are named by their new content.

The directory is fetched before every search, so it is made small: the pages' texts get shorter names, and the order by date goes
to a file of its own, which only those who ask for that order fetch.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from build_scripts.exports.cbor import Value, decode, encode
from build_scripts.exports.search_chunks import cut
from build_scripts.exports.search_files import UnknownIndex, as_list, unpacked, write

ORDER = "ordning.json"
"""The pages of each day, for those who want the newest or oldest first."""

_ENTRY = "pagefind-entry.json"
_DATE = "datum"
_PAGES = 1
"""Where in the directory the pages stand: a list of name and number of words."""

_CHUNKS = 2
"""Where in the directory the files of words stand: a list of first word, last word and file."""

_FILTERS = 3
"""Where in the directory the filters stand: a list of name and file."""

_SORTS = 4
"""Where in the directory the orders stand: a list of name and pages by their place, those without the value left out."""

_SHORT = 5
"""Letters of a page's digest that make its name, where no other page has the same: a seventh of the directory is saved."""


def put_in_order(index: Path, name: str = "", dates: Sequence[str] = ()) -> None:
    """Rewrites the index in the folder so that it depends on the pages only. Raises `UnknownIndex`.

    `name` tells the pages of one part of an index from those of another; `dates` are the days of all pages that have one.
    """
    try:
        entry = json.loads((index / _ENTRY).read_text("utf-8"))
        for language in entry["languages"].values():
            language["hash"] = _directory(index, language["hash"], name, sorted(dates))
    except (KeyError, IndexError, ValueError, OSError) as error:
        raise UnknownIndex(str(error)) from error
    (index / _ENTRY).write_text(json.dumps(entry, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _directory(index: Path, name: str, part: str, dates: Sequence[str]) -> str:
    file = index / f"pagefind.{name}.pf_meta"
    directory = as_list(decode(unpacked(file)))
    pages = _shortened(index / "fragment", part, [as_list(page) for page in as_list(directory[_PAGES])])
    directory[_PAGES] = [*pages]
    directory[_CHUNKS] = [*cut(index, as_list(directory[_CHUNKS]))]
    _by_date(index / ORDER, pages, as_list(directory[_SORTS]), dates)
    directory[_SORTS] = []
    pairs = [as_list(pair) for pair in as_list(directory[_FILTERS])]
    directory[_FILTERS] = [[name, _filter(index / "filter", str(file))] for name, file in sorted(pairs, key=_name)]
    file.unlink()
    return write(index, "pagefind.{}.pf_meta", name, encode(directory))


def _by_date(file: Path, pages: Sequence[list[Value]], sorts: list[Value], dates: Sequence[str]) -> None:
    """Writes the pages of each day. Pagefind has put the pages in the order of the days, so that the days fit them one to one."""
    order = [as_list(place) for name, place in map(as_list, sorts) if name == _DATE]
    placed = order[0] if order else []
    found: defaultdict[str, list[str]] = defaultdict(list)
    for place, date in zip(placed, dates, strict=True):
        if not isinstance(place, int):
            raise ValueError(f"{place!r} is no place")
        found[date].append(str(pages[place][0]))
    text = json.dumps({date: sorted(names) for date, names in found.items()}, separators=(",", ":"))
    file.write_text(text + "\n", encoding="utf-8")


def _shortened(folder: Path, part: str, pages: list[list[Value]]) -> list[list[Value]]:
    """The pages under names as short as tells them apart, and their files renamed."""
    names = [str(page[0]) for page in pages]
    taken = set(names)
    mark = hashlib.sha256(part.encode()).hexdigest()[:_SHORT] if part else ""
    shortened = []
    for name, page in zip(names, pages, strict=True):
        language, _, digest = name.partition("_")
        ends = range(_SHORT, len(digest))
        short = next((short for end in ends if (short := f"{language}_{mark}{digest[:end]}") not in taken), name)
        taken.add(short)
        (folder / f"{name}.pf_fragment").rename(folder / f"{short}.pf_fragment")
        shortened.append([short, *page[1:]])
    return shortened


def _filter(folder: Path, name: str) -> str:
    """A filter's file: its name, and for each of its values the pages that have it."""
    file = folder / f"{name}.pf_filter"
    title, values = as_list(decode(unpacked(file)))
    file.unlink()
    return write(folder, "{}.pf_filter", name, encode([title, sorted(as_list(values), key=_name)]))


def _name(pair: Value) -> str:
    return str(as_list(pair)[0])
