"""What MkDocs is given of the record, and what it gives back: its own files, and the frame around record pages.

The theme makes a frame once for each depth of folder, of a page whose values are marks: private-use characters, which no
source may contain. It is split at the marks once; filling joins its parts with a page's own values, so nothing in the record
is ever searched or replaced.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from markupsafe import escape

from build_scripts.content import ContentPage
from build_scripts.exports.exported_file import Files, canonical
from build_scripts.mkdocs_adapter.long_words import parted
from build_scripts.report import BuildFailed
from macros.addresses import file_at
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

        Those pages and attachments that hand-written pages link to by file name MkDocs wants to know. What the calls on
        hand-written pages give, which most saves change, is put in afterwards.
        """
        meant = {
            posixpath.normpath(posixpath.join(posixpath.dirname(name), found[1] or found[2]))
            for name, page in self.content.items()
            for found in _LINK.finditer(page.body)
        }
        return replace(
            self,
            content={name: page.unfilled for name, page in self.content.items()},
            pages=tuple(page for page in self.pages if file_at(page.address, "md") in meant),
            attachments=tuple(one for one in self.attachments if one[0] in meant),
            exported=Handover.exported,
            searchable=False,
            depths=tuple(sorted({depth(page.address) for page in self.pages})),
        )


def as_file(page: str) -> bytes:
    """A page as it is written."""
    return page.encode("utf-8", "xmlcharrefreplace")


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

    def own(self, page: bytes) -> bytes:
        """What stands in the slots of a page that was filled from this frame, blank lines between; all of any other page."""
        found, end = [], 0
        for part in self._constant:
            start = page.find(part, end)
            if start < 0:
                return page
            found.append(page[end:start])
            end = start + len(part)
        return b"\n\n".join((*found, page[end:]))

    @cached_property
    def _constant(self) -> list[bytes]:
        return [as_file(part) for part in self._parts[::2]]


@dataclass(frozen=True)
class Shell:
    """What MkDocs makes in a build of ours: files by name from the site's root, frames by depth, and the site's own address."""

    files: dict[str, bytes]
    frames: dict[int, Frame]
    site_url: str

    def without_seen_frames(self, names: Sequence[str]) -> Callable[[str, bytes], bytes]:
        """Gives what a file, by name and content, has of its own: the first of `names` at a depth shows the frame of all too."""
        pages = [name for name in names if name.endswith(".html") and depth(name) in self.frames]
        first = {depth(name): name for name in reversed(pages)}.values()
        framed = frozenset(pages).difference(first)
        return lambda name, content: self.frames[depth(name)].own(content) if name in framed else content


def depth(address: str) -> int:
    """How many folders deep a page lies: links to the site's root depend on it."""
    return address.count("/")


def slots(page: Page, site_url: str) -> tuple[str, str, str, str]:
    """What stands in the frame's slots on this page, as HTML."""
    return str(escape(canonical(page.address, site_url))), str(escape(page.title)), head(page), parted(page.html)


def head(page: Page) -> str:
    """The page's data in the document's head, for search engines and whoever shares it. Title and description are plain text."""
    title, description = escape(page.title), escape(page.description)
    return (
        f'<meta name="description" content="{description}">\n    '
        f'<meta property="og:title" content="{title}">\n    '
        f'<meta property="og:description" content="{description}">\n    {page.head}'
    )


def frame_page(folders: int) -> Page:
    """The page that MkDocs renders to make the frame of a depth."""
    return Page(f"{_FOLDER}/" * folders, TITLE, "", ARTICLE, "", HEAD)
