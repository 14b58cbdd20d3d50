"""The same pages give the same search index: Pagefind writes filters in an order that it draws anew each time.

Only the filters' files and the index's directory are touched: each is gzip around a mark and one CBOR value. Filters and
their values are put in order, and the files are named by their new content.

The directory is fetched before every search, so it is made small: the pages' texts get shorter names, and the order by date goes
to a file of its own, which only those who ask for that order fetch.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from build_scripts.exports.cbor import Value, decode, encode

ORDER = "ordning.json"
"""The pages of each day, for those who want the newest or oldest first."""

_ENTRY = "pagefind-entry.json"
_DATE = "datum"
_MARK = b"pagefind_dcd"
_PAGES = 1
"""Where in the directory the pages stand: a list of name and number of words."""

_FILTERS = 3
"""Where in the directory the filters stand: a list of name and file."""

_SORTS = 4
"""Where in the directory the orders stand: a list of name and pages by their place, those without the value left out."""

_SHORT = 5
"""Letters of a page's digest that make its name, where no other page has the same: a seventh of the directory is saved."""


class UnknownIndex(Exception):
    """The index is not written as this version of Pagefind writes it."""


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
    directory = _list(_read(file))
    pages = _shortened(index / "fragment", part, [_list(page) for page in _list(directory[_PAGES])])
    directory[_PAGES] = [*pages]
    _by_date(index / ORDER, pages, _list(directory[_SORTS]), dates)
    directory[_SORTS] = []
    pairs = [_list(pair) for pair in _list(directory[_FILTERS])]
    directory[_FILTERS] = [[name, _filter(index / "filter", str(file))] for name, file in sorted(pairs, key=_name)]
    file.unlink()
    return _write(index, "pagefind.{}.pf_meta", name, directory)


def _by_date(file: Path, pages: Sequence[list[Value]], sorts: list[Value], dates: Sequence[str]) -> None:
    """Writes the pages of each day. Pagefind has put the pages in the order of the days, so that the days fit them one to one."""
    order = [_list(place) for name, place in map(_list, sorts) if name == _DATE]
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
    title, values = _list(_read(file))
    file.unlink()
    return _write(folder, "{}.pf_filter", name, [title, sorted(_list(values), key=_name)])


def _name(pair: Value) -> str:
    return str(_list(pair)[0])


def _list(value: Value) -> list[Value]:
    if not isinstance(value, list):
        raise ValueError(f"{value!r} is no list")
    return value


def _read(file: Path) -> Value:
    return decode(gzip.decompress(file.read_bytes()).removeprefix(_MARK))


def _write(folder: Path, form: str, old: str, value: Value) -> str:
    """Writes the value under a name as long as the old one, drawn from its content; returns that name."""
    content = _MARK + encode(value)
    language = old.partition("_")[0]
    name = f"{language}_{hashlib.sha256(content).hexdigest()}"[: len(old)]
    (folder / form.format(name)).write_bytes(gzip.compress(content, mtime=0))
    return name
