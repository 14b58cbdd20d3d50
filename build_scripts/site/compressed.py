"""Compressed copies of the texts of a release, made once with it, for a server that sends them as they lie (`gzip_static`).

A copy is made of nothing but its file: where that is as it was, so is the copy, and it is not made again.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable
from functools import partial
from pathlib import Path

import brotli

from build_scripts.exports import search
from build_scripts.kept.listing import ListedFolder
from build_scripts.site.places import ENCODINGS

LEAST = 1024
"""Bytes of a file that is compressed: a smaller one is sent in one piece anyway."""

_TEXTS = (".html", ".css", ".js", ".json", ".xml", ".svg", ".txt", ".csv", ".ics")
_LEFT = f"{search.FOLDER}/"
"""The search engine has compressed its own files, and keeps count of what lies beside them."""


def _gzip(file: Path) -> bytes:
    return gzip.compress(file.read_bytes(), mtime=0)


def _brotli(file: Path) -> bytes:
    """Quality 5: 11 gives files that are a fifteenth smaller for 25 times the work."""
    made: bytes = brotli.compress(file.read_bytes(), quality=5)
    return made


_MADE_BY: dict[str, Callable[[Path], bytes]] = {"gzip": _gzip, "br": _brotli}
"""Encoding → what makes a copy in it."""


def compress(out: ListedFolder) -> frozenset[str]:
    """Puts the compressed copies beside the files, and gives the names of the copies."""
    copies = set[str]()
    for name, key in [*out.keys.items()]:
        if name.endswith(_TEXTS) and not name.startswith(_LEFT) and (out.root / name).stat().st_size >= LEAST:
            for ending, encoding in ENCODINGS.items():
                out.put(f"{name}{ending}", key, partial(_MADE_BY[encoding], out.root / name))
                copies.add(f"{name}{ending}")
    return frozenset(copies)
