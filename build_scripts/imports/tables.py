"""Tables: rows and cells as Word keeps them, what a table is used for, and a table of HTML as one of Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from xml.etree.ElementTree import Element

from bs4 import Tag

from build_scripts.imports.wordml import W, local, number, said, value

MOST_COLUMNS = 63
"""Of a Word table."""

_PIECE = 3
"""Lines of a row's only text that make it a piece of the document; two where the row has no other cell."""

_BROKEN = re.compile(r"(?<=[a-zåäö])- (?!och |eller )(?=[a-zåäö])")


def inside(element: Element, name: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, also those wrapped in form fields; not those of tables inside."""
    for child in element:
        if local(child) == name:
            yield child
        elif local(child) in ("sdt", "sdtContent", "customXml", "smartTag"):
            yield from inside(child, name)


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
    before, after = (number(value(properties, name)) or 0 for name in ("gridBefore", "gridAfter"))
    return min(before, MOST_COLUMNS), min(after, MOST_COLUMNS)


def pipe_table(table: Tag, words: Callable[[Tag], str]) -> str:
    """The table's rows; `words` gives the words of a paragraph or cell on one line. A table of one column is paragraphs."""
    rows = [row for row in cells(table) if any(cell is not None for cell in row)]
    texts = [["" if cell is None else _in_cell(cell, words) for cell in row] for row in rows]
    filled = [row for row in texts if any(row)]
    width = max((len(row) for row in filled), default=0)
    used = [n for n in range(width) if any(n < len(row) and row[n] for row in filled)]
    if len(used) == 1 or len(filled) == 1:
        return "\n\n".join(text for row in filled for text in row if text)
    full = [[row[n] if n < len(row) else "" for n in used] for row in filled]
    lines = [f"| {' | '.join(row)} |" for row in full]
    return "\n".join([*lines[:1], f"|{'---|' * len(used)}", *lines[1:]])


def _in_cell(cell: Tag, words: Callable[[Tag], str]) -> str:
    parts = cell.find_all(["p", "li"]) or [cell]
    return " ".join(text for part in parts if (text := words(part)))


def cells(table: Tag) -> list[list[Tag | None]]:
    """Rows of places: the cell that begins there, or None where one above or to the left goes on."""
    places: list[list[Tag | None]] = []
    held: dict[tuple[int, int], bool] = {}
    for y, row in enumerate(table.find_all("tr")):
        line: list[Tag | None] = []
        for cell in row.find_all(["td", "th"]):
            while (y, len(line)) in held:
                line.append(None)
            wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
            held.update({(y + down, len(line) + right): True for down in range(1, high) for right in range(wide)})
            line += [cell, *[None] * (wide - 1)]
        places.append(line)
    return places


def _span(cell: Tag, name: str) -> int:
    given = str(cell.get(name, "1"))
    return max(1, min(int(given), MOST_COLUMNS if name == "colspan" else 2000)) if given.isdigit() else 1


def merged(table: Tag) -> int:
    """How many cells of the table reach over several places."""
    return sum(1 for cell in table.find_all(["td", "th"]) if _span(cell, "colspan") > 1 or _span(cell, "rowspan") > 1)


def whole(lines: Iterable[str]) -> str:
    """The lines as one, "Besluts-" and "datum" as "Beslutsdatum"; a hyphen that stands for a word ("in- och") stays."""
    return _BROKEN.sub("", " ".join(lines))
