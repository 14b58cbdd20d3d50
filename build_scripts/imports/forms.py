"""Reports on a form with two columns, the heading to the left and its text to the right: each row becomes a part of the text."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator

from bs4 import BeautifulSoup, Tag

from build_scripts.imports.blocks import Block, BlockKind, blocks_in, lines_of
from build_scripts.imports.headings import PROPOSAL, is_known
from build_scripts.imports.letterhead import label


def unfolded(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, with the rows of such a form as headings and text.

    A table is a form where "Förslag till beslut" stands to the left: "Ekonomi" and "Bilaga" also stand in tables of figures.
    """
    for block in blocks:
        rows = block.markup.find_all("tr") if block.kind is BlockKind.TABLE else []
        if any(PROPOSAL.fullmatch(_heading(row)) for row in rows):
            yield from _parts(rows)
        else:
            yield block


def _parts(rows: list[Tag]) -> Iterator[Block]:
    """The letterhead's rows as a table; from the first known heading on, each row as a heading and its text."""
    first = next(n for n, row in enumerate(rows) if is_known(_heading(row)))
    if first:
        yield _table(rows[:first])
    for row in rows[first:]:
        if _heading(row) and label(_heading(row)) is None:
            left, right = _filled(row)
            yield Block(BlockKind.HEADING, left, 1)
            yield from blocks_in(right)
        else:
            yield _table([row])


def _table(rows: list[Tag]) -> Block:
    table = BeautifulSoup("", "html.parser").new_tag("table")
    table.extend(copy.copy(row) for row in rows)
    return Block(BlockKind.TABLE, table)


def _filled(row: Tag) -> list[Tag]:
    return [cell for cell in row.find_all(["td", "th"]) if lines_of(cell)]


def _heading(row: Tag) -> str:
    """What stands to the left of a text; empty for a row of any other kind."""
    filled = _filled(row)
    return " ".join(lines_of(filled[0])) if len(filled) == 2 else ""
