"""What a release holds: each file's key (what it was made from), size and time of change; and what was said when it was built.

A listing stands beside its release and has a digest at its end; one that does not fit is no listing. A file whose size and
time of change are as listed is the file that was written and verified: a build that fills the folder again writes only what is
made of something else. A key is the digest of everything that a file was made from.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from io import FileIO
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


class ListedFolder:
    """A site's folder while it is filled. What it held before counts only as far as the listing tells of it."""

    def __init__(self, root: Path, before: Listing | None) -> None:
        self.root = root
        self.keys: dict[str, str] = {}
        self.written = 0
        self._before = before.files if before else {}
        self._there = dict(found(root)) if before else {}
        self._made = {str(root)}

    def put(self, name: str, key: str, content: Callable[[], bytes]) -> None:
        """A file with the content, unless it is there."""
        if not self.holds(name, key):
            self.written += 1
            left = memoryview(content())
            with FileIO(self._path(name), "w") as out:
                while left:
                    # A disk that is nearly full takes a part and tells why at the next.
                    left = left[out.write(left) :]
        self.keys[name] = key

    def copy(self, name: str, source: Path) -> None:
        """A file's copy. The key is the source's size and times: attachments may be large, and are published unread."""
        facts = source.stat()
        key = f"{facts.st_size}-{facts.st_mtime_ns}-{facts.st_ctime_ns}-{facts.st_ino}"
        if not self.holds(name, key):
            self.written += 1
            shutil.copyfile(source, self._path(name))
        self.keys[name] = key

    def holds(self, name: str, key: str) -> bool:
        """Whether the file is there as it was once made of this."""
        known = self._before.get(name)
        return known is not None and known.key == key and self._there.get(name) == (known.size, known.changed)

    def before(self, prefix: str) -> dict[str, str | None]:
        """Every file below a folder that is listed or there, by its name in it: its key if it is there as listed, else None."""
        listed = {name: file.key for name, file in self._before.items() if name.startswith(prefix)}
        there = dict.fromkeys((name for name in self._there if name.startswith(prefix)), "")
        return {
            name.removeprefix(prefix): key if self.holds(name, key) else None
            for name, key in {**there, **listed}.items()
        }

    def finished(self, about: dict[str, object]) -> Listing:
        """Removes what is not of this site and gives the listing of what is."""
        for name in self._there.keys() - self.keys.keys():
            (self.root / name).unlink(missing_ok=True)
            _remove_empty(self.root, (self.root / name).parent)
        there = dict(found(self.root))
        return Listing({name: Listed(key, *there[name]) for name, key in self.keys.items()}, about)

    def _path(self, name: str) -> str:
        path = f"{self.root}/{name}"
        self._make(path.rpartition("/")[0])
        return path

    def _make(self, folder: str) -> None:
        """Once for each folder: a site has nearly as many as it has files."""
        if folder not in self._made:
            self._make(folder.rpartition("/")[0])
            with suppress(FileExistsError):
                os.mkdir(folder)  # noqa: PTH102 (a path is dearer than the folder)
            self._made.add(folder)


def _remove_empty(root: Path, folder: Path) -> None:
    while folder != root and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
