"""The index's own files: each is gzip around a mark and one CBOR value, and is named by its content."""

from __future__ import annotations

import gzip
import hashlib
from pathlib import Path

from build_scripts.exports.cbor import Value

_MARK = b"pagefind_dcd"


class UnknownIndex(Exception):
    """The index is not written as this version of Pagefind writes it."""


def unpacked(file: Path) -> bytes:
    """The value in the file. Raises `OSError` and `UnknownIndex`."""
    content = gzip.decompress(file.read_bytes())
    if not content.startswith(_MARK):
        raise UnknownIndex(f"{file.name} börjar inte som den ska")
    return content.removeprefix(_MARK)


def write(folder: Path, form: str, old: str, value: bytes) -> str:
    """Writes the value to a file of this form under a name as long as the old one, or longer if it is taken; returns the name."""
    content = _MARK + value
    language, _, digits = old.partition("_")
    digest = hashlib.sha256(content).hexdigest()
    names = (f"{language}_{digest[:end]}" for end in range(len(digits), len(digest) + 1))
    name = next(name for name in names if not (folder / form.format(name)).exists())
    (folder / form.format(name)).write_bytes(gzip.compress(content, 6, mtime=0))
    return name


def as_list(value: Value) -> list[Value]:
    """The value, which is a list. Raises `UnknownIndex`."""
    if not isinstance(value, list):
        raise UnknownIndex(f"{value!r} är ingen lista")
    return value
