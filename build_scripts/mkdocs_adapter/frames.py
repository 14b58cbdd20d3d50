"""The frame around record pages: made once for each depth of folder by the theme, then filled.

A frame is a page whose values are marks: private-use characters, which no source may contain. It is split at the marks
once; filling joins its parts with a page's own values, so nothing in the record is ever searched or replaced.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote

from markupsafe import escape

from macros.pages.page import Page, Promise

CANONICAL, TITLE, HEAD, ARTICLE = "\ue010", "\ue011", "\ue012", "\ue013"
"""The marks, in order of a page's `slots`: its whole address (in head and print line), title, data for the head, article."""

_MARKS = (CANONICAL, TITLE, HEAD, ARTICLE)
_MARK = re.compile(f"([{''.join(_MARKS)}])")
_FOLDER = "ram"


class BrokenFrame(Exception):
    """The theme's frame lacks a slot; carries what is missing, for the user."""


@dataclass(frozen=True)
class Frame:
    """One depth's frame: its text with a mark at each slot."""

    text: str

    def __post_init__(self) -> None:
        for mark, name in zip(_MARKS, ("adress", "titel", "huvud", "artikel"), strict=True):
            if mark not in self.text:
                raise BrokenFrame(f"Mallen base.html visar inte sidornas {name}: jämför med den som följer med.")

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


def depth(address: str) -> int:
    """How many folders deep a page lies: links to the site's root depend on it."""
    return address.count("/")


def slots(page: Page, site_url: str) -> tuple[str, str, str, str]:
    """What stands in the frame's slots on this page, as HTML."""
    return str(escape(canonical(page.address, site_url))), str(escape(page.title)), head(page), page.html


def canonical(address: str, site_url: str) -> str:
    """A page's whole address."""
    return f"{site_url}{'' if site_url.endswith('/') else '/'}{quote(address)}"


def head(page: Page) -> str:
    """The page's data in the document's head. The description is plain text."""
    return f'<meta name="description" content="{escape(page.description)}">\n    {page.head}'


def frame_page(folders: int) -> Page:
    """The page that MkDocs renders to make the frame of a depth."""
    return Page(f"{_FOLDER}/" * folders, TITLE, "", ARTICLE, "", HEAD)


def depths(pages: Iterable[Promise]) -> tuple[int, ...]:
    """The depths of folders that the pages lie at."""
    return tuple(sorted({depth(page.address) for page in pages}))
