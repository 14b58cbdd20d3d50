"""The bookmarks of a PDF: the documents that its list of contents names, and the matters that it has them under."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pypdf import PdfReader
from pypdf.generic import Destination

from build_scripts.imports.headings import is_known

_NUMBERED = re.compile(r"(?:§\s*|ärende\s+)?\d{1,3}(?:[a-z]|\.\d{1,2})?[.):]?\s", re.IGNORECASE)


@dataclass(frozen=True)
class Bookmark:
    """The title of what begins at a page, and what it stands under."""

    title: str | None = None
    matter: str | None = None


NO_BOOKMARK = Bookmark()


@dataclass
class _OutlineEntry:
    page: int
    title: str
    below: list[_OutlineEntry] = field(default_factory=list)


def bookmarks_of(content: bytes) -> dict[int, Bookmark]:
    """The bookmarks of a file's bytes by page, of two that begin there the first; none where they cannot be read."""
    try:
        reader = PdfReader(io.BytesIO(content))
        entries = list(_entries(reader, reader.outline))
    except Exception:
        # Hostile or broken lists end in any of Python's errors; the pages can be told apart without them.
        return {}
    if sum(is_known(entry.title) for entry in entries) > 1:
        # Made of the headings within the documents.
        return {}
    found: dict[int, Bookmark] = {}
    are_matters = _are_matters(entries)
    for entry in entries:
        for one in (entry.below if are_matters else ()) or (entry,):
            found.setdefault(one.page, Bookmark(one.title, None if one is entry else entry.title))
    return found


def _entries(reader: PdfReader, outline: Iterable[object]) -> Iterator[_OutlineEntry]:
    """The entries of the highest level, each with those right below it."""
    last: _OutlineEntry | None = None
    for one in outline:
        if isinstance(one, Destination) and (page := reader.get_destination_page_number(one)) is not None:
            if last:
                yield last
            last = _OutlineEntry(page + 1, str(one.title))
        elif isinstance(one, list) and last:
            last.below = list(_entries(reader, one))
    if last:
        yield last


def _are_matters(entries: Sequence[_OutlineEntry]) -> bool:
    """Whether the entries are matters with documents below them; below documents are chapters, several on a page."""
    parted = [entry for entry in entries if entry.below]
    numbered = [entry for entry in parted if _NUMBERED.match(entry.title)]
    in_order = (
        entry.below[0].page == entry.page and all(one.page < after.page for one, after in pairwise(entry.below))
        for entry in parted
    )
    return len(parted) > 1 and len(numbered) > len(parted) / 2 and all(in_order)
