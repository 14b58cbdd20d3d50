"""Puts a whole site into a folder that may hold an earlier release: only what is made of something else is written.

Every file has a key: the digest of everything it was made from. A file of the same key, size and time of change as listed
is left as it is.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import partial
from io import FileIO
from pathlib import Path

from build_scripts.exports import search
from build_scripts.site import frames, listing
from build_scripts.site.listing import Listed, Listing
from build_scripts.site.memory import Memory, digest
from build_scripts.site.outputs import exports
from build_scripts.site.prepared import Prepared
from build_scripts.site.shell import Built
from build_scripts.site.sound import Soundness
from macros.pages.page import Page


class Folder:
    """A site's folder while it is filled. What it held before counts only as far as the listing tells of it."""

    def __init__(self, root: Path, before: Listing | None) -> None:
        self.root = root
        self.keys: dict[str, str] = {}
        self.written = 0
        self._before = before.files if before else {}
        self._there = dict(listing.found(root)) if before else {}
        self._made: set[str] = set()

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

    def holds_all(self, prefix: str, key: str) -> bool:
        """Whether every file below a folder is there as listed, made of this, and nothing else."""
        listed = {name for name, file in self._before.items() if file.key == key and name.startswith(prefix)}
        there = {name for name in self._there if name.startswith(prefix)}
        return bool(listed) and there == listed and all(self.holds(name, key) for name in listed)

    def clear(self, prefix: str) -> None:
        """Removes everything below a folder."""
        shutil.rmtree(self.root / prefix, ignore_errors=True)
        self._there = {name: facts for name, facts in self._there.items() if not name.startswith(prefix)}

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
        if folder not in self._made:
            Path(folder).mkdir(parents=True, exist_ok=True)
            self._made.add(folder)
        return path


def _remove_empty(root: Path, folder: Path) -> None:
    while folder != root and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def write_site(
    prepared: Prepared, built: Built, out: Folder, memory: Memory, seen: Callable[[], None] = lambda: None
) -> tuple[Soundness, list[str]]:
    """Everything but the search index. Gives what was seen of the record's pages, and the files that are judged in full.

    `seen` is called once for each page of the record.
    """
    for name, content in built.files.items():
        out.put(name, digest(content).hex(), partial(bytes, content))
    judged = [name for name in built.files if name.endswith((".html", ".css"))]
    pages = Soundness(built.site_url, memory, None if prepared.searchable else search.FOLDER)
    stamps = {depth: digest(frame.text, built.site_url) for depth, frame in built.frames.items()}
    sampled = set()
    for page in prepared.pages:
        depth = frames.depth(page.address)
        name = f"{page.address}index.html"
        key = digest(page.address, page.title, page.description, page.head, page.html)
        out.put(name, digest(key, stamps[depth]).hex(), partial(_filled, page, built))
        pages.add(name, key, page.title, frames.head(page), page.html)
        if depth not in sampled:
            sampled.add(depth)
            judged.append(name)
        seen()
    for address, path in prepared.attachments:
        out.copy(address, prepared.root / path)
    for name, text in exports(prepared, built.site_url):
        content = text.encode("utf-8")
        out.put(name, digest(content).hex(), partial(bytes, content))
    return pages, judged


def _filled(page: Page, built: Built) -> bytes:
    frame = built.frames[frames.depth(page.address)]
    return frame.filled(frames.slots(page, built.site_url)).encode("utf-8", "xmlcharrefreplace")


def pages_key(keys: dict[str, str]) -> str:
    """The key of everything that is made of the finished pages."""
    pages = sorted(f"{name}\t{key}" for name, key in keys.items() if name.endswith(".html"))
    return digest(*pages).hex()
