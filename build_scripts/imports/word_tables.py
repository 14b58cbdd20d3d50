"""Rows and cells of Word's tables, and what a table is used for: for figures, or as a frame around text."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from build_scripts.imports.wordml import W, local, number, said, value


def inside(element: Element, name: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, also those wrapped in form fields; not those of tables inside."""
    for child in element:
        if local(child) == name:
            yield child
        elif local(child) in ("sdt", "sdtContent", "customXml", "smartTag"):
            yield from inside(child, name)


_PIECE = 3
"""Lines of a row's only text that make it a piece of the document; two where the row has no other cell."""


def framed(row: Element) -> Element | None:
    """The cell of a row that is only a frame around text, as in forms that are one big table; None for any other row."""
    cells = list(inside(row, "tc"))
    filled = [cell for cell in cells if said(cell)]
    if len(filled) != 1:
        return None
    lines = sum(1 + sum(1 for _ in part.iter(f"{W}br")) for part in inside(filled[0], "p") if said(part))
    has_table = next(inside(filled[0], "tbl"), None) is not None
    return filled[0] if has_table or lines >= (2 if len(cells) == 1 else _PIECE) else None


def skipped(row: Element) -> tuple[int, int]:
    """Columns that a row leaves out before its first and after its last cell."""
    properties = row.find(f"{W}trPr")
    return min(number(value(properties, "gridBefore")) or 0, 63), min(number(value(properties, "gridAfter")) or 0, 63)


def empty_cell() -> Element:
    """A cell with nothing in it, which takes up a column."""
    made = Element(f"{W}tc")
    SubElement(made, f"{W}p")
    return made
