"""Parts of the search index that are kept from an earlier build: those whose pages are made of what they were made of then."""

from __future__ import annotations

import hashlib
import shutil
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from build_scripts.exports.search_pages import Found

_FOLDERS_OF_A_PART = frozenset(("filter", "fragment", "index"))
"""Folders that every part has: in the index's own folder they are the root's, and other folders are parts."""


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

    def key(self, part: str, pages: Sequence[Found]) -> str:
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
    return first if within and first not in _FOLDERS_OF_A_PART else ""


def clear(index: Path, kept: Collection[str]) -> None:
    """Removes from the index's folder what is not of the parts that are kept."""
    for entry in list(index.iterdir()) if index.is_dir() else ():
        folder = entry.is_dir()
        if part_of(f"{entry.name}/" if folder else entry.name) not in kept:
            shutil.rmtree(entry) if folder else entry.unlink()
