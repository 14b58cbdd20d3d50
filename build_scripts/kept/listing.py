"""What a release holds: each file's key (what it was made from), its content's digest, size and time of change; and what was
said when it was built.

A listing stands beside its release and has a digest at its end; one that does not fit is no listing. A file whose content has
the digest that is listed is the file that was written and verified: a build that fills the folder again writes only what is
made of something else, or is no longer what it was. A key is the digest of everything that a file was made from.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from io import FileIO
from pathlib import Path
from typing import Any, NamedTuple

from build_scripts.kept.stamps import content_of, digest


class Listed(NamedTuple):
    """One file; `content` is the SHA-256 of its bytes."""

    key: str
    content: str
    size: int
    changed: int


@dataclass(frozen=True)
class Listing:
    """A release's files by name, and what is known of the whole."""

    files: Mapping[str, Listed] = field(default_factory=dict)
    about: Mapping[str, Any] = field(default_factory=dict)

    def is_true_of(self, folder: Path) -> bool:
        """Whether the folder holds these files, by size and time of change, and nothing else."""
        return dict(found(folder)) == {name: (file.size, file.changed) for name, file in self.files.items()}


def found(folder: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    """Name, size and time of change of every file below a folder."""
    for name, entry in _below(folder):
        if entry is not None:
            facts = entry.stat(follow_symlinks=False)
            yield name, (facts.st_size, facts.st_mtime_ns)


def strange(folder: Path) -> Iterator[str]:
    """What no site has below its folder, by name: links and pipes; and folders with nothing in them, whose name ends with `/`."""
    return (name for name, entry in _below(folder) if entry is None or not entry.is_file(follow_symlinks=False))


def _below(folder: Path) -> Iterator[tuple[str, os.DirEntry[str] | None]]:
    """Everything below a folder but the folders that hold something; an empty one is no entry."""
    waiting = [(str(folder), "")]
    while waiting:
        path, prefix = waiting.pop()
        is_empty = True
        with os.scandir(path) as entries:
            for entry in entries:
                is_empty = False
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{prefix}{entry.name}/"))
                else:
                    yield f"{prefix}{entry.name}", entry
        if is_empty and prefix:
            yield prefix, None


def content_digest(content: bytes) -> str:
    """The SHA-256 of a content, in hexadecimal: what anybody can compute again."""
    return hashlib.sha256(content).hexdigest()


def read(file: Path) -> Listing | None:
    """The listing in the file, if there is a whole one."""
    try:
        content = file.read_bytes()
        text, _, told = content.rpartition(b"\n")
        if digest(text).hex().encode() != told:
            return None
        about, *lines = text.decode("utf-8").split("\n")
        rows = (line.split("\t", 4) for line in lines)
        files = {name: Listed(key, content, int(size), int(changed)) for key, content, size, changed, name in rows}
        return Listing(files, json.loads(about))
    except (OSError, ValueError):
        return None


def write(file: Path, listing: Listing) -> None:
    """Writes the listing."""
    rows = ("\t".join((*map(str, listed), name)) for name, listed in sorted(listing.files.items()))
    text = "\n".join([json.dumps(dict(listing.about), ensure_ascii=False), *rows]).encode("utf-8")
    file.write_bytes(text + b"\n" + digest(text).hex().encode())


class PutFile(NamedTuple):
    """A file that is in its place; `content` is the SHA-256 of its bytes."""

    name: str
    key: str
    content: str
    is_written: bool


class ListedFolder:
    """A site's folder while it is filled. What it held before counts only as far as the listing tells of it."""

    def __init__(self, root: Path, before: Listing | None) -> None:
        self.root = root
        self.keys: dict[str, str] = {}
        self.written = 0
        self._before = before.files if before else {}
        for name in [*strange(root)]:
            _remove(root, name)
        self._there = dict(found(root))
        self._contents: dict[str, str] = {}
        self._kept: set[str] = set()
        self._made = {str(root)}

    def put(self, name: str, key: str, content: Callable[[], bytes]) -> None:
        """A file with the content, unless it is there."""
        self.note(self.filed(name, key, content))

    def filed(self, name: str, key: str, content: Callable[[], bytes]) -> PutFile:
        """Puts the file in its place, unless it is there; another process may do so. It is counted when it is noted."""
        if self.holds(name, key):
            return PutFile(name, key, self._before[name].content, is_written=False)
        made = content()
        self._write(name, made)
        return PutFile(name, key, content_digest(made), is_written=True)

    def note(self, filed: PutFile) -> None:
        """Counts a file that was put in its place."""
        self.keys[filed.name], self._contents[filed.name] = filed.key, filed.content
        self.written += filed.is_written
        if not filed.is_written:
            self._kept.add(filed.name)

    def _write(self, name: str, content: bytes) -> None:
        left = memoryview(content)
        with FileIO(self._path(name), "w") as out:
            while left:
                # A disk that is nearly full takes a part and tells why at the next.
                left = left[out.write(left) :]

    def copy(self, name: str, source: Path) -> None:
        """A file's copy. The key is the source's size and times: attachments may be large, and are published unread."""
        facts = source.stat()
        key = f"{facts.st_size}-{facts.st_mtime_ns}-{facts.st_ctime_ns}-{facts.st_ino}"
        self.put(name, key, source.read_bytes)

    def holds(self, name: str, key: str) -> bool:
        """Whether the file is there, to the byte, as it was once made of this."""
        known = self._before.get(name)
        return known is not None and known.key == key and name in self._there and self.digest(name) == known.content

    def digest(self, name: str) -> str:
        """The SHA-256 of a file as it lies on the disk."""
        return content_digest(content_of(f"{self.root}/{name}"))

    def before(self, prefix: str) -> dict[str, str | None]:
        """Every file below a folder that is listed or there, by its name in it: its key if it is there as listed, else None."""
        listed = {name: file.key for name, file in self._before.items() if name.startswith(prefix)}
        there = dict.fromkeys((name for name in self._there if name.startswith(prefix)), "")
        return {
            name.removeprefix(prefix): key if self.holds(name, key) else None
            for name, key in {**there, **listed}.items()
        }

    def finished(self, about: dict[str, object]) -> Listing:
        """Removes what is not of this site and gives the listing of what is. Others than `put` may have written some of it."""
        for name in self._there.keys() - self.keys.keys():
            _remove(self.root, name)
        contents = self.contents()
        listed = {name: Listed(key, contents[name], *self._facts(name)) for name, key in self.keys.items()}
        return Listing(listed, about)

    def _facts(self, name: str) -> tuple[int, int]:
        """Size and time of change; of what was kept as they were when it was begun, so that a later change shows."""
        if name in self._kept:
            return self._there[name]
        facts = os.stat(f"{self.root}/{name}", follow_symlinks=False)  # noqa: PTH116 (a path is dearer than the facts)
        return facts.st_size, facts.st_mtime_ns

    def contents(self) -> dict[str, str]:
        """The SHA-256 of every file of the site, by name."""
        self._contents |= {name: self.digest(name) for name in self.keys.keys() - self._contents.keys()}
        return {name: self._contents[name] for name in self.keys}

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


def _remove(root: Path, name: str) -> None:
    """A file, or a folder with nothing in it (`name/`), and the folders around it that are empty without it."""
    folder = root / name
    if not name.endswith("/"):
        folder.unlink(missing_ok=True)
        folder = folder.parent
    while folder != root and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
