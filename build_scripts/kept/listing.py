"""What a release holds: each file's key (what it was made from), size and time of change; and what was said when it was built.

A listing stands beside its release and has a digest at its end; one that does not fit is no listing. A file whose size and
time of change are as listed is the file that was written and verified.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from build_scripts.kept.stamps import digest


class Listed(NamedTuple):
    """One file."""

    key: str
    size: int
    changed: int


@dataclass(frozen=True)
class Listing:
    """A release's files by name, and what is known of the whole."""

    files: Mapping[str, Listed] = field(default_factory=dict)
    about: Mapping[str, Any] = field(default_factory=dict)

    def is_true_of(self, folder: Path) -> bool:
        """Whether the folder holds these files as they were written, and nothing else."""
        return dict(found(folder)) == {name: (file.size, file.changed) for name, file in self.files.items()}


def found(folder: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    """Name, size and time of change of every file below a folder."""
    waiting = [(str(folder), "")]
    while waiting:
        path, prefix = waiting.pop()
        with os.scandir(path) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{prefix}{entry.name}/"))
                else:
                    facts = entry.stat(follow_symlinks=False)
                    yield f"{prefix}{entry.name}", (facts.st_size, facts.st_mtime_ns)


def read(file: Path) -> Listing | None:
    """The listing in the file, if there is a whole one."""
    try:
        content = file.read_bytes()
        text, _, told = content.rpartition(b"\n")
        if digest(text).hex().encode() != told:
            return None
        about, *lines = text.decode("utf-8").split("\n")
        rows = (line.split("\t", 3) for line in lines)
        return Listing(
            {name: Listed(key, int(size), int(changed)) for key, size, changed, name in rows}, json.loads(about)
        )
    except (OSError, ValueError):
        return None


def write(file: Path, listing: Listing) -> None:
    """Writes the listing."""
    rows = (f"{listed.key}\t{listed.size}\t{listed.changed}\t{name}" for name, listed in sorted(listing.files.items()))
    text = "\n".join([json.dumps(dict(listing.about), ensure_ascii=False), *rows]).encode("utf-8")
    file.write_bytes(text + b"\n" + digest(text).hex().encode())
