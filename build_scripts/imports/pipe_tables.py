"""A table of HTML as a Markdown table. Merged cells stand in the first of their places, the others are empty."""

from __future__ import annotations

from collections.abc import Callable

from bs4 import Tag

MOST_COLUMNS = 63


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
