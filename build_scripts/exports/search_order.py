"""The same pages give the same search index: Pagefind writes filters in an order that it draws anew each time.

Only the filters' files and the index's directory are touched: each is gzip around a mark and one CBOR value. Filters and
their values are put in order, and the files are named by their new content.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path

from build_scripts.exports.cbor import Value, decode, encode

_ENTRY = "pagefind-entry.json"
_MARK = b"pagefind_dcd"
_FILTERS = 3
"""Where in the directory the filters stand: a list of name and file."""


class UnknownIndex(Exception):
    """The index is not written as this version of Pagefind writes it."""


def put_in_order(index: Path) -> None:
    """Rewrites the index in the folder so that it depends on the pages only. Raises `UnknownIndex`."""
    try:
        entry = json.loads((index / _ENTRY).read_text("utf-8"))
        for language in entry["languages"].values():
            language["hash"] = _directory(index, language["hash"])
    except (KeyError, IndexError, ValueError, OSError) as error:
        raise UnknownIndex(str(error)) from error
    (index / _ENTRY).write_text(json.dumps(entry, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _directory(index: Path, name: str) -> str:
    file = index / f"pagefind.{name}.pf_meta"
    directory = _list(_read(file))
    pairs = [_list(pair) for pair in _list(directory[_FILTERS])]
    directory[_FILTERS] = [[name, _filter(index / "filter", str(file))] for name, file in sorted(pairs, key=_name)]
    file.unlink()
    return _write(index, "pagefind.{}.pf_meta", name, directory)


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
