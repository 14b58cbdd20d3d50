"""A packet's pages, whatever kind of file it came in: what can be told from them of where each document begins."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pypdf import PdfReader
from pypdf.generic import Destination

from build_scripts.imports.blocks import Block, BlockKind
from build_scripts.imports.pdf_pages import PdfPage
from build_scripts.imports.pdf_text import PAGE_NUMBER, whole_lines

_NUMBER_EDGE = 0.12


@dataclass(frozen=True)
class Leaf:
    """One page: its number from 1, its lines from above, and its headings with how large they are to the running text.

    `label` is the page's own number and of how many, as it is printed. `bookmark` is the title that the file's list of
    contents gives a document that begins here.
    """

    number: int
    lines: tuple[str, ...]
    headings: tuple[str, ...] = ()
    label: tuple[int, int | None] | None = None
    bookmark: str | None = None
    is_scan: bool = False
    is_wide: bool = False
    fill: float = 1.0
    """How much of the page is written on, from above."""

    @property
    def top(self) -> tuple[str, ...]:
        """The first lines, where a letterhead or a title stands."""
        return self.lines[:14]


def leaves_of_pdf(pages: Sequence[PdfPage], content: bytes) -> list[Leaf]:
    """The pages of a PDF."""
    bookmarks = _bookmarks(content)
    return [_leaf(page, bookmarks.get(page.number)) for page in pages]


def _leaf(page: PdfPage, bookmark: str | None) -> Leaf:
    lines = whole_lines(page)
    sizes = sorted(line.size for line in page.lines for _ in line.text)
    usual = sizes[len(sizes) // 2] if sizes else 0.0
    headings = [line.text for line in page.lines if line.bold or line.size > 1.1 * usual]
    bottoms = [*(line.bottom for line in page.lines), *(table.bottom for table in page.tables)]
    inside = [bottom for bottom in bottoms if bottom < (1 - _NUMBER_EDGE) * page.height]
    return Leaf(
        page.number,
        tuple(lines),
        tuple(headings),
        _label(page),
        bookmark,
        page.is_scan,
        page.width > page.height,
        max(inside, default=0.0) / page.height,
    )


def _label(page: PdfPage) -> tuple[int, int | None] | None:
    """The page's own number: one of how many, anywhere near an edge; a number alone only by itself there."""
    edge = [
        line
        for line in page.lines
        if line.bottom < _NUMBER_EDGE * page.height or line.top > (1 - _NUMBER_EDGE) * page.height
    ]
    stretches = [stretch.text for line in edge for stretch in line.pieces]
    found = [match for text in stretches if (match := PAGE_NUMBER.fullmatch(text))]
    found += [
        match for text in stretches if (match := re.search(r"(?P<page>\d{1,3})\s*[(\[](?P<of>\d{1,3})[)\]]$", text))
    ]
    for match in sorted(found, key=lambda match: match["of"] is None):
        return int(match["page"]), int(match["of"]) if match["of"] else None
    return None


def _bookmarks(content: bytes) -> dict[int, str]:
    """The titles of the highest level of the file's list of contents, by page; none where it cannot be read."""
    try:
        reader = PdfReader(io.BytesIO(content))
        found = [
            (reader.get_destination_page_number(one), one.title)
            for one in reader.outline
            if isinstance(one, Destination)
        ]
    except Exception:
        # Hostile or broken lists end in any of Python's errors; the pages can be told apart without them.
        return {}
    return {page + 1: str(title) for page, title in reversed(found) if page is not None}


def leaves_of_word(pages: Sequence[Sequence[Block]]) -> list[Leaf]:
    """The pages of a Word file, as far as they are broken on purpose."""
    return [_of_blocks(number, blocks) for number, blocks in enumerate(pages, 1)]


def _of_blocks(number: int, blocks: Sequence[Block]) -> Leaf:
    headings = [block.text for block in blocks if block.kind in (BlockKind.HEADING, BlockKind.TITLE) or block.is_bold]
    return Leaf(number, tuple(line for block in blocks for line in block.lines), tuple(headings), fill=0.0)


def ranges(starts: Sequence[int], last: int) -> Iterator[tuple[int, int]]:
    """First and last page of each document that begins at one of the pages."""
    yield from ((first, after - 1) for first, after in pairwise([*starts, last + 1]))
