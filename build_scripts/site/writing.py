"""Puts a whole site into a folder that may hold an earlier release: only what is made of something else is written.

Every file has a key: the digest of everything it was made from. A file of the same key, size and time of change as listed
is left as it is.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from io import FileIO
from pathlib import Path

from build_scripts.kept import listing
from build_scripts.kept.listing import Listed, Listing
from build_scripts.kept.memory import Memory
from build_scripts.kept.stamps import digest
from build_scripts.mkdocs_adapter.handover import Shell, depth, slots
from build_scripts.site.made import Made, made
from build_scripts.site.prepared import Prepared
from build_scripts.site.sound import Soundness


class Folder:
    """A site's folder while it is filled. What it held before counts only as far as the listing tells of it."""

    def __init__(self, root: Path, before: Listing | None) -> None:
        self.root = root
        self.keys: dict[str, str] = {}
        self.written = 0
        self._before = before.files if before else {}
        self._there = dict(listing.found(root)) if before else {}
        self._made = {str(root)}

    def put(self, name: str, key: str, content: Callable[[], bytes]) -> None:
        """A file with the content, unless it is there."""
        if not self.holds(name, key):
            self.written += 1
            with FileIO(self._path(name), "w") as out:
                out.write(content())
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
        there = dict(listing.found(self.root))
        return Listing({name: Listed(key, *there[name]) for name, key in self.keys.items()}, about)

    def _path(self, name: str) -> str:
        path = f"{self.root}/{name}"
        folder = path.rpartition("/")[0]
        self._make(folder)
        return path

    def _make(self, folder: str) -> None:
        """Once for each folder: a site has nearly as many as it has files."""
        if folder not in self._made:
            self._make(folder.rpartition("/")[0])
            Path(folder).mkdir(exist_ok=True)
            self._made.add(folder)


def _remove_empty(root: Path, folder: Path) -> None:
    while folder != root and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


@dataclass(frozen=True)
class Written:
    """What was written: what was seen of the record's pages, and the files to judge in full."""

    pages: Soundness
    judged: list[str]


def write_site(prepared: Prepared, shell: Shell, out: Folder, memory: Memory, seen: Callable[[], None]) -> Written:
    """Everything but the search index. `seen` is called once for each page of the record."""
    for name, content in shell.files.items():
        out.put(name, digest(content).hex(), partial(bytes, content))
    judged = [name for name in shell.files if name.endswith((".html", ".css"))]
    written = Written(Soundness(), judged)
    _write_pages(prepared, shell, out, memory, written, seen)
    for address, path in prepared.attachments:
        out.copy(address, prepared.root / path)
    for name, make in prepared.exported(shell.site_url).items():
        content = make().encode("utf-8")
        out.put(name, digest(content).hex(), partial(bytes, content))
    return written


def _write_pages(
    prepared: Prepared, shell: Shell, out: Folder, memory: Memory, written: Written, seen: Callable[[], None]
) -> None:
    stamps = {folders: digest(frame.text, shell.site_url) for folders, frame in shell.frames.items()}
    sampled = set()
    for one in made(prepared.pages, shell.site_url, memory):
        folders = depth(one.address)
        out.put(one.file, digest(one.content, stamps[folders]).hex(), partial(_filled, one, shell))
        written.pages.add(one.file, one.facts)
        if folders not in sampled:
            sampled.add(folders)
            written.judged.append(one.file)
        seen()


def _filled(one: Made, shell: Shell) -> bytes:
    frame = shell.frames[depth(one.address)]
    return frame.filled(slots(one.page(), shell.site_url)).encode("utf-8", "xmlcharrefreplace")
