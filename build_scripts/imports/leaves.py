"""A packet's pages, whatever kind of file it came in: what can be told from them of where each document begins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from build_scripts.imports.agenda import HEAD_LINES
from build_scripts.imports.blocks import Block, BlockKind, grid_of, lines_of, text_of, whole
from build_scripts.imports.bookmarks import NO_BOOKMARK, Bookmark, bookmarks_of
from build_scripts.imports.pdf_pages import PdfLine, PdfPage
from build_scripts.imports.pdf_text import PAGE_NUMBER, whole_lines

_NUMBER_EDGE = 0.12
_NUMBER_LAST = re.compile(r"(?P<page>\d{1,3})\s*[(\[](?P<of>\d{1,3})[)\]]$")
_EDGE_LINES = 3
_FEW_SIGNS, _TEXT_SIZE = 120, 11.0
"""Signs of a page that has a table and a title, and the height in points of the letters of running text."""

_RUNNING = 0.8
"""Of the pages: where more bear their number in the file, these are the packet's numbers and tell nothing of its documents."""


@dataclass(frozen=True)
class Leaf:
    """One page: its number from 1, its lines from above, and its headings, each whole where it takes several lines.

    `label` is the page's own number and of how many, within its document, and `numbers` all of them as they are printed, which
    are in no line. `bookmark` is the title that the file's list of contents gives a document that begins here.
    """

    number: int
    lines: tuple[str, ...]
    headings: tuple[str, ...] = ()
    label: tuple[int, int | None] | None = None
    bookmark: str | None = None
    is_scan: bool = False
    is_wide: bool = False
    numbers: tuple[str, ...] = ()
    fill: float = 1.0
    """How much of the page is written on, from above."""
    under: str | None = None
    """What the bookmark stands under, where the file's list of contents has the documents of each matter below it."""

    @property
    def top(self) -> tuple[str, ...]:
        """The first lines, where a letterhead or a title stands."""
        return self.lines[:HEAD_LINES]


def leaves_of_pdf(pages: Sequence[PdfPage], content: bytes) -> list[Leaf]:
    """The pages of a PDF."""
    bookmarks = bookmarks_of(content)
    labels = {page.number: dict(_labels(page)) for page in pages}
    running = {number for number, found in labels.items() if any(page == number for page, _ in found.values())}
    is_running = len(running) > _RUNNING * len(pages)
    leaves = []
    for page in pages:
        own = [label for label in labels[page.number].values() if not (is_running and label[0] == page.number)]
        label = min(own, key=lambda label: label[1] is None, default=None)
        leaves.append(_leaf(page, bookmarks.get(page.number, NO_BOOKMARK), label, tuple(labels[page.number])))
    return leaves


def _leaf(page: PdfPage, bookmark: Bookmark, label: tuple[int, int | None] | None, numbers: Sequence[str]) -> Leaf:
    lines = tuple(line for line in _without(whole_lines(page), numbers) if line)
    headings = _headings(page, numbers)
    bottoms = [*(line.bottom for line in page.lines), *(table.bottom for table in page.tables)]
    inside = [bottom for bottom in bottoms if bottom < (1 - _NUMBER_EDGE) * page.height]
    return Leaf(
        page.number,
        lines,
        tuple(headings),
        label,
        bookmark.title,
        page.has_pictures and not lines,
        page.width > page.height,
        tuple(numbers),
        max(inside, default=0.0) / page.height,
        bookmark.matter,
    )


def _without(lines: Iterable[str], numbers: Sequence[str]) -> Iterator[str]:
    """The lines without the page's numbers at its edges: the first and the last lines may hold any."""
    found = list(lines)
    for n, line in enumerate(found):
        is_edge = n < _EDGE_LINES or n >= len(found) - _EDGE_LINES
        cells = (_bare(cell, numbers) if is_edge else cell for cell in line.split("\t"))
        yield "\t".join(filter(None, cells))


def _bare(cell: str, numbers: Sequence[str]) -> str:
    """The cell without a page's number: a bare one is the whole cell, for a title or a date may end in the same digits."""
    number = next((one for one in numbers if cell == one or (not one.isdigit() and cell.endswith(f" {one}"))), "")
    return cell.removesuffix(number).rstrip()


def _headings(page: PdfPage, numbers: Sequence[str]) -> list[str]:
    """The headings, and the lines of those that take several."""
    above_foot = [line for line in page.lines if line.top < (1 - _NUMBER_EDGE) * page.height]
    sizes = sorted(line.size for line in above_foot or page.lines for _ in line.text)
    usual = sizes[len(sizes) // 2] if sizes else 0.0
    if page.tables and len(sizes) < _FEW_SIGNS:
        # Above a table there may be nothing but a title to compare with.
        usual = min(usual, _TEXT_SIZE)
    groups: list[list[PdfLine]] = []
    for above, line in pairwise([None, *page.lines]):
        if line is None or line.text in numbers or not (line.bold or line.size > 1.1 * usual):
            continue
        is_same = groups and groups[-1][-1] is above and above.size == line.size and above.bold == line.bold
        if is_same and line.top - groups[-1][-1].bottom < 0.5 * line.size:
            groups[-1].append(line)
        else:
            groups.append([line])
    return [
        text
        for group in groups
        for text in dict.fromkeys((whole(line.text for line in group), *(line.text for line in group)))
    ]


def _labels(page: PdfPage) -> Iterator[tuple[str, tuple[int, int | None]]]:
    """The page's numbers as they are printed, and each as a number of how many: by itself near an edge, or last there."""
    for line in page.lines:
        if line.bottom < _NUMBER_EDGE * page.height or line.top > (1 - _NUMBER_EDGE) * page.height:
            for stretch in line.pieces:
                found = PAGE_NUMBER.fullmatch(stretch.text) or _NUMBER_LAST.search(stretch.text)
                if found:
                    yield stretch.text[found.start() :], (int(found["page"]), int(found["of"]) if found["of"] else None)


def leaves_of_word(pages: Sequence[Sequence[Block]]) -> list[Leaf]:
    """The pages of a Word file, as far as they are broken on purpose."""
    return [_of_blocks(number, blocks) for number, blocks in enumerate(pages, 1)]


def _of_blocks(number: int, blocks: Sequence[Block]) -> Leaf:
    headings = [block.text for block in blocks if block.kind in (BlockKind.HEADING, BlockKind.TITLE) or block.is_bold]
    return Leaf(number, tuple(line for block in blocks for line in _block_lines(block)), tuple(headings), fill=0.0)


def _block_lines(block: Block) -> Iterator[str]:
    """The lines of a block as they look: beside each other in a table's row with tabs between, and numbers before their rows."""
    for row in grid_of(block.rows):
        cells = [[whole(cell)] if whole(cell) != " ".join(cell) else cell for cell in row]
        yield from ("\t".join(filter(None, line)) for line in zip_longest(*cells, fillvalue=""))
    for entry in block.entries:
        mark = f"{entry.number}. " if entry.number is not None and not entry.depth else ""
        yield mark + " ".join(lines_of(entry.words))
    for line in text_of(block.words).split("\n"):
        if text := "\t".join(" ".join(part.split()) for part in line.split("\t") if part.strip()):
            yield text


def ranges(starts: Sequence[int], last: int) -> Iterator[tuple[int, int]]:
    """First and last page of each document that begins at one of the pages."""
    yield from ((first, after - 1) for first, after in pairwise([*starts, last + 1]))
