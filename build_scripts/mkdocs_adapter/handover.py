"""What MkDocs is given of the record, and what it gives back: its own files, and the frame around record pages.

The theme makes a frame once for each depth of folder, of a page whose values are marks: private-use characters, which no
source may contain. It is split at the marks once; filling joins its parts with a page's own values, so nothing in the record
is ever searched or replaced.

What MkDocs makes depends on settings, theme, overrides, content with the values of its calls, code and locked versions; it is
kept under a digest of them all, and MkDocs is not even imported while none of them changes.
"""

from __future__ import annotations

import base64
import json
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from markupsafe import escape

from build_scripts.content import ContentPage
from build_scripts.exports.files import Files, canonical
from build_scripts.kept.memory import Memory
from build_scripts.kept.stamps import READ_BY_MKDOCS, SETTINGS, digest, files_below, settings_key
from build_scripts.report import BuildFailed
from macros.pages.page import Page, Promise

CANONICAL, TITLE, HEAD, ARTICLE = "\ue010", "\ue011", "\ue012", "\ue013"
"""The marks, in order of a page's `slots`: its whole address (in head and print line), title, data for the head, article."""

_MARKS = (CANONICAL, TITLE, HEAD, ARTICLE)
_MARK = re.compile(f"([{''.join(_MARKS)}])")
_FOLDER = "ram"


_LINK = re.compile(r"\]\(\s*<?([^)\s>#?]+)|^\s*\[[^\]]+\]:\s*<?([^\s>#?]+)", re.MULTILINE)


@dataclass(frozen=True)
class Handover:
    """What a site is made of besides its settings.

    `content` is by path below `content/`; `attachments` are (address, path from the project's root). `exported` gives the files
    beside the pages for a site's address; `searchable` says whether the search index is built as well. `depths` are the depths of
    folders that a frame is wanted for.
    """

    root: Path
    content: Mapping[str, ContentPage]
    pages: tuple[Promise, ...] = ()
    attachments: tuple[tuple[str, str], ...] = ()
    exported: Callable[[str], Files] = lambda site_url: {}
    searchable: bool = False
    depths: tuple[int, ...] = ()

    def without_record(self) -> Handover:
        """What is left to MkDocs in a build of our own: frames for the record's pages instead of the pages.

        Those pages and attachments that hand-written pages link to by file name MkDocs wants to know.
        """
        meant = {
            posixpath.normpath(posixpath.join(posixpath.dirname(name), found[1] or found[2]))
            for name, page in self.content.items()
            for found in _LINK.finditer(page.body)
        }
        return replace(
            self,
            pages=tuple(page for page in self.pages if f"{page.address}index.md" in meant),
            attachments=tuple(one for one in self.attachments if one[0] in meant),
            exported=Handover.exported,
            searchable=False,
            depths=tuple(sorted({depth(page.address) for page in self.pages})),
        )


@dataclass(frozen=True)
class Frame:
    """One depth's frame: its text with a mark at each slot."""

    text: str

    def __post_init__(self) -> None:
        for mark, name in zip(_MARKS, ("adress", "titel", "huvud", "artikel"), strict=True):
            if mark not in self.text:
                raise BuildFailed(f"Mallen base.html visar inte sidornas {name}: jämför med den som följer med.")

    @cached_property
    def _parts(self) -> list[str]:
        return _MARK.split(self.text)

    def filled(self, slots: tuple[str, str, str, str]) -> str:
        """The whole page."""
        values = dict(zip(_MARKS, slots, strict=True))
        parts = list(self._parts)
        for place in range(1, len(parts), 2):
            parts[place] = values[parts[place]]
        return "".join(parts)


@dataclass(frozen=True)
class Shell:
    """What MkDocs makes in a build of ours: files by name from the site's root, frames by depth, and the site's own address."""

    files: dict[str, bytes]
    frames: dict[int, Frame]
    site_url: str


def depth(address: str) -> int:
    """How many folders deep a page lies: links to the site's root depend on it."""
    return address.count("/")


def slots(page: Page, site_url: str) -> tuple[str, str, str, str]:
    """What stands in the frame's slots on this page, as HTML."""
    return str(escape(canonical(page.address, site_url))), str(escape(page.title)), head(page), page.html


def head(page: Page) -> str:
    """The page's data in the document's head. The description is plain text."""
    return f'<meta name="description" content="{escape(page.description)}">\n    {page.head}'


def frame_page(folders: int) -> Page:
    """The page that MkDocs renders to make the frame of a depth."""
    return Page(f"{_FOLDER}/" * folders, TITLE, "", ARTICLE, "", HEAD)


_UNKNOWN_INPUTS = (b"!ENV", b"INHERIT", b"!relative")
"""Settings that read something else than their own file: what is made of them is not kept."""


def build_shell(whole: Handover, memory: Memory, site_url: str | None) -> Shell:
    """The hand-written pages, the theme's files and a frame for each depth of the record's pages.

    `site_url` replaces the setting's own. Raises `BuildFailed` with everything MkDocs warned of.
    """
    file = whole.root / SETTINGS
    settings = settings_key(whole.root, site_url)
    if settings is None:
        raise BuildFailed(f"{file} finns inte. Stå i projektets mapp, eller ange den med --katalog.")
    given = whole.without_record()
    folders = memory.get(READ_BY_MKDOCS, settings)
    kept = memory.get("skal", digest(settings, *_inputs(given, json.loads(folders)))) if folders else None
    if kept:
        return _unpacked(kept)
    # Here and not above: a build that finds everything kept is spared MkDocs.
    from build_scripts.mkdocs_adapter.mkdocs_run import run

    shell, read = run(given, site_url)
    if not any(sign in file.read_bytes() for sign in _UNKNOWN_INPUTS):
        memory.put(READ_BY_MKDOCS, settings, json.dumps(read).encode())
        memory.put("skal", digest(settings, *_inputs(given, read)), _packed(shell))
    return shell


def _inputs(given: Handover, folders: list[str]) -> Iterator[str | bytes]:
    """Everything that MkDocs reads besides its settings."""
    for folder in folders:
        yield folder
        for name, content in files_below(Path(folder)):
            yield from (name, content)
    for name, page in sorted(given.content.items()):
        yield from (name, page.address, page.header, page.body, page.title or "")
        for value in page.values:
            yield from (type(value).__name__, str(value))
    yield json.dumps([given.depths, [page.address for page in given.pages], given.attachments])


def _packed(shell: Shell) -> bytes:
    files = {name: base64.b64encode(content).decode() for name, content in shell.files.items()}
    texts = {depth: frame.text for depth, frame in shell.frames.items()}
    return json.dumps({"files": files, "frames": texts, "site_url": shell.site_url}).encode()


def _unpacked(kept: bytes) -> Shell:
    read = json.loads(kept)
    files = {name: base64.b64decode(content) for name, content in read["files"].items()}
    return Shell(files, {int(depth): Frame(text) for depth, text in read["frames"].items()}, read["site_url"])
