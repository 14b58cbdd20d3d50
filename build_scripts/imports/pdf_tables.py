"""Tables of a PDF as blocks: ruled ones, columns that only spaces part, and those that go on overleaf."""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.imports.blocks import Block, BlockKind, Cell, Rows, Run, grid_of, whole
from build_scripts.imports.pdf_pages import PdfLine, PdfTable

_MANY = 4
"""Columns that a table of rows has, and no letterhead."""


def ruled(table: PdfTable) -> Block:
    """A table with lines around its cells."""
    return Block(BlockKind.TABLE, rows=tuple(tuple(map(_cell, row)) for row in table.rows))


def _cell(lines: Sequence[str]) -> Cell:
    text = whole(lines)
    return ((Run(text),),) if text else ()


def unruled(lines: Sequence[PdfLine]) -> Block:
    """Lines with wide spaces as a table: what stands above each other is a column, and what stands alone ends its cell; of many
    columns, so does each part of a line with nothing in the first."""
    spans: list[list[float]] = []
    for left, right in sorted((piece.left, piece.right) for line in lines for piece in line.pieces):
        if spans and left < spans[-1][1]:
            spans[-1][1] = max(spans[-1][1], right)
        else:
            spans.append([left, right])
    rows: list[list[list[str]]] = []
    for line in lines:
        cells = [[piece.text for piece in line.pieces if span[0] <= piece.left <= span[1]] for span in spans]
        if rows and not cells[0] and (len(line.pieces) == 1 or len(spans) >= _MANY):
            rows[-1] = [above + more for above, more in zip(rows[-1], cells, strict=True)]
        else:
            rows.append(cells)
    return Block(BlockKind.TABLE, rows=tuple(tuple(map(_cell, row)) for row in rows))


def continued(above: Rows, below: Rows) -> Rows:
    """The rows of a table that goes on overleaf, without the heading that is printed again; a row cut in two is one.

    The rest of a row that was cut has nothing in its first cell, where every row of the table begins.
    """
    rest = below[1:] if below[0] == above[0] and len(below) > 1 else below
    end, start = grid_of((above[-1], rest[0]))
    if any(start) and not start[0] and end[0] and len(end) == len(start):
        row = tuple(_cell([*a, *b]) for a, b in zip(end, start, strict=True))
        return (*above[:-1], row, *rest[1:])
    return (*above, *rest)
