"""The text of a PDF's pages as blocks: size tells what is a heading, the spaces between lines what is one paragraph."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile
from statistics import median

from build_scripts.imports.blocks import BULLETS, Block, BlockKind, Run, whole
from build_scripts.imports.headings import CONTENTS
from build_scripts.imports.incoming import Incoming
from build_scripts.imports.pdf_pages import PdfLine, PdfPage, PdfTable, Stretch
from build_scripts.imports.pdf_tables import continued, ruled, unruled
from build_scripts.imports.people import is_name, is_office
from build_scripts.imports.received import NotImported
from build_scripts.imports.word_text import AsideKind
from build_scripts.new.rows import heads_list

_EDGE = 0.12
"""Of a page's height: how far in from above and below what stands on several pages is a header or a footer."""

_FOOT = 0.93
"""Of a page's height: what stands below is a footer, though it be on one page only."""

_LARGER = 1.12
"""Of the body's size: letters from here on are those of a heading."""

LONGEST_HEADING = 200

_ALIGNED = 3.0
"""Points: what begins no further apart stands below each other."""

_CONTACT = re.compile(
    r"(?:besöks|post)adress|telefon\b|\btfn?\b|org(?:anisations)?\.?\s?n(?:r|ummer)|bankgiro|plusgiro|www\.|@",
    re.IGNORECASE,
)
"""What a municipality's own addresses at the foot of a letter are told by."""

PAGE_NUMBER = re.compile(
    r"(?:sid(?:a|an|\.)?\s*)?(?P<page>\d{1,3})\s*(?:(?:\(|\[|/|av\s)\s*(?P<of>\d{1,3})\s*[)\]]?)?", re.IGNORECASE
)
_ROW = re.compile(rf"(?:[{BULLETS}–—-]|\d{{1,2}}[.)]|[a-zåäö][.)]|§\s*\d+)\s+\S")


def is_scanned(pages: Sequence[PdfPage]) -> bool:
    """Whether no page has any text."""
    return not any(page.lines or page.tables for page in pages)


def text_of_pages(pages: Sequence[PdfPage]) -> Incoming:
    """One document of these pages; raises NotImported where they have no text."""
    if is_scanned(pages):
        raise NotImported("filen är inskannad och har ingen text. Be den som skickade den om filen som den skrevs.")
    edges = _edges(pages)
    parts = [_without(page, edges) for page in pages]
    body = _body(parts)
    blocks, contents = _without_contents(_joined_over_pages(list(_blocks(page, body)) for page in parts))
    heads, feet = (tuple(_edge(pages, edges, below)) for below in (False, True))
    passages = [line for part in (blocks, *heads, *feet) for block in part for line in block.lines]
    aside = {kind: contents if kind is AsideKind.CONTENTS else [] for kind in AsideKind}
    return Incoming(tuple(blocks), heads=heads, feet=feet, aside=aside, passages=(*passages, *contents))


_ENTRY = re.compile(r".*\D\d{1,3}")


def _without_contents(blocks: Sequence[Block]) -> tuple[list[Block], list[str]]:
    """The blocks without the list of contents, which is made anew on the page; and its lines."""
    at = next((n for n, block in enumerate(blocks) if CONTENTS.fullmatch(block.text)), None)
    if at is None:
        return list(blocks), []
    entries = takewhile(lambda block: all(map(_ENTRY.fullmatch, block.lines)), blocks[at + 1 :])
    end = at + 1 + len(list(entries))
    return [*blocks[:at], *blocks[end:]], [line for block in blocks[at:end] for line in block.lines]


_NUMBERED = re.compile(r"(?:§\s*)?\d{1,3}[.)]?(?:\s|$)")


def whole_lines(page: PdfPage) -> Iterator[str]:
    """The page's lines from above; a row of a table is one, with tabs between its cells as between wide spaces."""
    rows: list[tuple[float, str]] = [(top, "\t".join(map(whole, cells))) for top, cells in _unwrapped(page.lines)]
    for table in page.tables:
        rows += ((table.top, "\t".join(filter(None, map(whole, row)))) for row in table.rows)
    yield from (text for _, text in sorted(rows, key=lambda row: row[0]) if text.strip())


def _unwrapped(lines: Iterable[PdfLine]) -> Iterator[tuple[float, list[list[str]]]]:
    """Each line's place and cells. In a numbered row of columns a cell goes on right below: the title only where it is cut in
    a word or a number, for what stands below it may be another's."""
    row, last, cells = None, None, list[list[str]]()
    for line in lines:
        places = [_below(one, row, cells) for one in line.pieces] if row and last else []
        if last and places and None not in places and line.top - last.bottom < line.size:
            for at, one in zip(places, line.pieces, strict=True):
                cells[at or 0].append(one.text)
            last = line
            continue
        if last:
            yield last.top if row is None else row.top, cells
        cells, last = [[one.text] for one in line.pieces], line
        row = line if len(cells) > 1 and _NUMBERED.match(line.pieces[0].text) else None
    if last:
        yield last.top if row is None else row.top, cells


def _below(one: Stretch, row: PdfLine, cells: Sequence[Sequence[str]]) -> int | None:
    """Which cell of the row goes on with the stretch."""
    title = int(re.search(r"[^\W\d_]", cells[0][0]) is None)
    at = next((n for n, above in enumerate(row.pieces) if abs(one.left - above.left) < _ALIGNED and n > title), None)
    is_cut = cells[title][-1].endswith(("-", "–", "/")) and row.pieces[0].left < one.left < row.pieces[title].right
    return title if at is None and is_cut else at


_Edges = frozenset[tuple[bool, str]]
"""Whether it is below, and the words with every number as one sign."""


def _edges(pages: Sequence[PdfPage]) -> _Edges:
    """What is a header or a footer: it stands at the edge of half of the pages, is a page's number, or is far down."""
    counts: Counter[tuple[bool, str]] = Counter()
    alone: set[tuple[bool, str]] = set()
    for page in pages:
        found = {(below, _like(line)) for line in page.lines for below in _at_edge(line, page)}
        counts.update(found)
        alone.update((True, _like(line)) for line in page.lines if _is_foot(line, page))
        alone.update(key for key in found if PAGE_NUMBER.fullmatch(key[1].replace("#", "1")))
    usual = {key for key, count in counts.items() if count >= max(2, len(pages) / 2)}
    return frozenset(usual | alone)


def _is_foot(line: PdfLine, page: PdfPage) -> bool:
    is_contact = line.top > (1 - _EDGE) * page.height and _CONTACT.search(line.text) is not None
    return is_contact or line.top > _FOOT * page.height


def _at_edge(line: PdfLine, page: PdfPage) -> Iterator[bool]:
    """Whether it stands at the lower edge or the upper; a paragraph of minutes ("§ 43") begins below no header."""
    if line.text.startswith("§"):
        return
    if line.bottom < _EDGE * page.height:
        yield False
    if line.top > (1 - _EDGE) * page.height:
        yield True


def _like(line: PdfLine) -> str:
    return re.sub(r"\d+", "#", line.text)


def _is_edge(line: PdfLine, page: PdfPage, edges: _Edges) -> bool:
    return any((below, _like(line)) in edges for below in _at_edge(line, page))


def _without(page: PdfPage, edges: _Edges) -> PdfPage:
    return replace(page, lines=tuple(line for line in page.lines if not _is_edge(line, page, edges)))


def _edge(pages: Sequence[PdfPage], edges: _Edges, below: bool) -> Iterator[tuple[Block, ...]]:
    """The headers or the footers; those that differ in numbers only stand once, as on the first page that has them."""
    once: dict[str, Block] = {}
    for page in pages:
        for line in page.lines:
            if below in _at_edge(line, page) and (below, _like(line)) in edges:
                once.setdefault(_like(line), _paragraph([line]))
    if once:
        yield tuple(once.values())


@dataclass(frozen=True)
class _Body:
    """How running text looks: its size, the usual space between lines, and the right edge of the column."""

    size: float
    space: float
    right: float


def _body(pages: Sequence[PdfPage]) -> _Body:
    sizes: Counter[float] = Counter()
    spaces, rights = [], []
    for page in pages:
        for line in page.lines:
            sizes[line.size] += len(line.text)
    size = min(sizes, key=lambda one: (-sizes[one], one), default=11.0)
    for page in pages:
        for line, below in pairwise(page.lines):
            space = below.top - line.bottom
            if line.size == below.size == size and space < 1.5 * size:
                spaces.append(space)
        rights += [line.pieces[-1].right for line in page.lines if line.size == size]
    return _Body(size, median(spaces) if spaces else 0.3 * size, max(rights, default=0.0))


def _blocks(page: PdfPage, body: _Body) -> Iterator[Block]:
    """The page from above."""
    lines: list[PdfLine] = []
    parts: list[PdfLine | PdfTable] = [*page.lines, *page.tables]
    for part in sorted(parts, key=lambda part: part.top):
        if isinstance(part, PdfLine):
            lines.append(part)
        else:
            yield from _of_lines(lines, body)
            yield ruled(part)
            lines = []
    yield from _of_lines(lines, body)


def _of_lines(lines: Sequence[PdfLine], body: _Body) -> Iterator[Block]:
    group: list[PdfLine] = []
    for line in lines:
        if group and not _is_row(group[0], line) and not _goes_on(group[-1], line, body):
            yield from _block(group, body)
            group = []
        group.append(line)
    yield from _block(group, body)


def _is_row(first: PdfLine, line: PdfLine) -> bool:
    """Whether a line is of the list whose columns' heads are the first of its lines, however far below."""
    is_inside = len(line.pieces) > 1 or line.pieces[0].left > first.pieces[0].left + _ALIGNED
    return is_inside and heads_list(one.text for one in first.pieces)


def _goes_on(above: PdfLine, line: PdfLine, body: _Body) -> bool:
    """Whether a line is of the same paragraph, heading or unruled table as the one above it."""
    if line.top - above.bottom > body.space + 0.3 * body.size:
        return False
    if len(above.pieces) > 1 and len(line.pieces) == 1:
        # The rest of a cell stands right below it; what begins at the left edge is a line of its own.
        return any(abs(one.left - line.pieces[0].left) < _ALIGNED for one in above.pieces[1:])
    if len(above.pieces) == 1 and len(line.pieces) > 1:
        return False
    alike = abs(above.size - line.size) < 0.6 and above.bold == line.bold
    return alike and not _ROW.match(line.text) and (len(line.pieces) > 1 or not _is_ended(above, line, body))


def _is_ended(above: PdfLine, line: PdfLine, body: _Body) -> bool:
    """Whether a line was ended on purpose: the next word had room on it, and does not go on with its sentence.

    Below a name an office begins with a small letter and is a line of its own.
    """
    if is_name(above.text, with_office=True) and is_office(line.text):
        return True
    word = line.text.split()[0]
    had_room = above.pieces[-1].right + (len(word) + 1) * 0.5 * line.size < 0.96 * body.right
    is_open = line.text[:1].islower() and word != "att" and not above.text.endswith((".", ":", ";", "?", "!", ","))
    return had_room and not is_open


def _block(lines: Sequence[PdfLine], body: _Body) -> Iterator[Block]:
    if not lines:
        return
    if len(lines) > 1 and len(lines[0].pieces) > 1:
        yield unruled(lines)
        return
    text = " ".join(line.text for line in lines)
    is_large = lines[0].size >= _LARGER * body.size and any(sign.isalpha() for sign in text)
    if is_large and len(text) <= LONGEST_HEADING and len(lines[0].pieces) == 1:
        yield Block(BlockKind.HEADING, (Run(whole(line.text for line in lines)),), _level(lines[0].size, body))
        return
    yield _paragraph(lines)


def _level(size: float, body: _Body) -> int:
    return 1 if size >= 1.4 * body.size else 2


def _paragraph(lines: Sequence[PdfLine]) -> Block:
    """The lines as one paragraph; those with wide spaces stay lines of their own, with tabs."""
    texts = ["\t".join(one.text for one in line.pieces) for line in lines]
    text = "\n".join(texts) if len(lines[0].pieces) > 1 else whole(texts)
    return Block(BlockKind.PARAGRAPH, (Run(text, bold=all(line.bold for line in lines)),))


def _joined_over_pages(pages: Iterable[Sequence[Block]]) -> list[Block]:
    """The blocks of all pages; a sentence, or a table's row, that goes on overleaf is one."""
    kept: list[Block] = []
    for blocks in pages:
        first = blocks[0] if blocks else None
        if kept and first is not None and (one := _over_page(kept[-1], first)):
            kept[-1] = one
            kept += blocks[1:]
        else:
            kept += blocks
    return kept


def _over_page(above: Block, below: Block) -> Block | None:
    if above.kind is below.kind is BlockKind.PARAGRAPH and not above.is_bold and not below.is_bold:
        is_open = not above.text.endswith((".", ":", "?", "!", ";"))
        if is_open and below.text[:1].islower() and "\n" not in above.words[-1].text:
            return replace(above, words=(Run(whole((above.words[0].text, below.words[0].text))),))
    if above.kind is below.kind is BlockKind.TABLE and len(above.rows[0]) == len(below.rows[0]):
        return replace(above, rows=continued(above.rows, below.rows))
    return None
