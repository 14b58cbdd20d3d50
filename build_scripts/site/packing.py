"""Copies of the texts of a release, packed once when it is made, for a server that sends them as they lie (`gzip_static`).

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

LEAST = 1024
"""Bytes of a file that is packed: a smaller one is one packet on the wire anyway."""

_TEXTS = (".html", ".css", ".js", ".json", ".xml", ".svg", ".txt", ".csv", ".ics")
_UNPACKED = f"{search.FOLDER}/"
"""The search engine has packed its own files, and keeps count of what lies beside them."""


def _gzip(file: Path) -> bytes:
    return gzip.compress(file.read_bytes(), mtime=0)


def _brotli(file: Path) -> bytes:
    """Quality 5: 11 gives files that are a fifteenth smaller for 25 times the work."""
    packed: bytes = brotli.compress(file.read_bytes(), quality=5)
    return packed


PACKINGS: dict[str, Callable[[Path], bytes]] = {".gz": _gzip, ".br": _brotli}
"""Ending of a copy → what packs it."""


def pack(out: ListedFolder) -> frozenset[str]:
    """Puts the packed copies beside the files, and gives the names of the copies."""
    packed = set[str]()
    for name, key in [*out.keys.items()]:
        if name.endswith(_TEXTS) and not name.startswith(_UNPACKED) and (out.root / name).stat().st_size >= LEAST:
            for ending, packing in PACKINGS.items():
                out.put(f"{name}{ending}", key, partial(packing, out.root / name))
                packed.add(f"{name}{ending}")
    return frozenset(packed)
