"""A site on demand: what was read is kept from one save to the next, and a page is made when somebody asks for it.

A save that touches a whole body (its name, its members) changes thousands of pages, of which somebody looks at one. So nothing
is written: what is shown are the same promises, frame and files that a build writes (`building.write_site`), made one at a time.
What needs all pages, the search index and the verification of the whole, is the build's, behind it (`build_behind.py`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from threading import Lock

from build_scripts.exports import search
from build_scripts.exports.exported_file import Files
from build_scripts.kept.collecting import without_collecting
from build_scripts.kept.memory import FILE, Memory
from build_scripts.mkdocs_adapter.handover import Shell, as_file, depth, slots
from build_scripts.mkdocs_adapter.shell import build_shell
from build_scripts.report import Refused
from build_scripts.site.prepared import Prepared, prepare
from macros.addresses import file_at
from macros.pages.page import Promise
from macros.record.parsing import Parsed
from macros.remembered import with_memory

_SEARCH = f"{search.FOLDER}/"


class SiteOnDemand:
    """A prepared site, each of its files made when it is asked for; the search index is what was last built in `whole`."""

    def __init__(self, prepared: Prepared, shell: Shell, whole: Path, memory: Memory) -> None:
        self._prepared = prepared
        self._shell = shell
        self._whole = whole
        self._memory = memory
        self._making = Lock()
        self._attachments = dict(prepared.attachments)

    @cached_property
    def _pages(self) -> Mapping[str, Promise]:
        return {file_at(page.address): page for page in self._prepared.pages}

    @cached_property
    def _beside(self) -> Files:
        return self._prepared.beside(self._shell.site_url)

    def names(self) -> set[str]:
        """All its files but those of the search index."""
        return {*self._pages, *self._shell.files, *self._attachments, *self._beside}

    def content(self, name: str) -> bytes | None:
        """A file's bytes; None where there is none."""
        if name.startswith(_SEARCH):
            return _read(self._whole / name)
        with self._making, with_memory(self._memory):
            if (page := self._pages.get(name)) is not None:
                frame = self._shell.frames[depth(page.address)]
                return as_file(frame.filled(slots(page.make(), self._shell.site_url)))
            if name in self._shell.files:
                return self._shell.files[name]
            if name in self._attachments:
                return _read(self._prepared.root / self._attachments[name])
            # Last: all of them are put together to know one.
            return self._beside[name].content() if name in self._beside else None


def _read(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None


class OnDemand:
    """The project in `root` while somebody works in it, on the day that `today` gives and shown at `site_url`."""

    def __init__(self, root: Path, today: Callable[[], dt.date], site_url: str, whole: Path) -> None:
        self._root = root
        self._today = today
        self._site_url = site_url
        self._whole = whole
        self._parsed = Parsed()
        self._memory = Memory(root / FILE)

    def site(self) -> SiteOnDemand:
        """The site of the project as it is now; raises `Refused` or `BuildFailed`."""
        with with_memory(self._memory), without_collecting():
            try:
                prepared = prepare(self._root, self._today(), parse=self._parsed.parse)
                if not prepared.may_be_built:
                    raise Refused(prepared.findings, prepared.files)
                shell = build_shell(prepared.handover, self._memory, self._site_url)
            finally:
                # The file is the builds' from now on: what is worked out here is kept here.
                self._memory.close()
            self._memory.forget()
            return SiteOnDemand(prepared, shell, self._whole, self._memory)
