"""A table as it came, in Excel, Word, PDF, CSV, Markdown or plain text: as rows of cells and as lines of text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from build_scripts.imports.blocks import BlockKind, grid_of
from build_scripts.imports.incoming import Incoming
from build_scripts.imports.pdf_pages import read_pages
from build_scripts.imports.pdf_text import text_of_pages
from build_scripts.imports.received import NotImported
from build_scripts.imports.word import read_word
from build_scripts.new.tables import NoTable, decoded, markdown_rows, read_sheets

Row = tuple[str, ...]

TEXTS = (".csv", ".tsv", ".txt", ".md")
KINDS = (".xlsx", ".docx", ".pdf", *TEXTS)
"""Endings of the files that a table is read from."""


@dataclass(frozen=True)
class TableFile:
    """Rows of cells with the texts around them as rows of one cell; the same as lines; its sheet, and sheets not read."""

    rows: tuple[Row, ...]
    lines: tuple[str, ...]
    sheet: str = ""
    unread: tuple[str, ...] = ()


def table_file(content: bytes, name: str, is_wanted: Callable[[str], bool] = lambda sheet: False) -> TableFile:
    """The file by its name's ending; raises NotImported where it is of another kind or cannot be read.

    Of an Excel file that is the first sheet whose name is wanted, else the first with anything in it.
    """
    ending = f".{name.rpartition('.')[2].lower()}"
    if ending not in KINDS:
        raise NotImported(f"en tabell läses ur {', '.join(KINDS)}. Spara den i någon av dem.")
    if ending in (".docx", ".pdf"):
        document = read_word(content) if ending == ".docx" else text_of_pages(read_pages(content))
        return TableFile(tuple(_of_text(document)), document.passages)
    try:
        sheets = read_sheets(content, name)
        text = decoded(content) if ending in TEXTS else ""
    except NoTable as why:
        raise NotImported(str(why)) from None
    lines = tuple(line for line in text.splitlines() if line.strip())
    sheet = next(filter(is_wanted, sheets), next(iter(sheets), ""))
    read = markdown_rows(text) if sum(line.strip().startswith("|") for line in lines) > 1 else sheets.get(sheet, ())
    return TableFile(tuple(row.cells for row in read), lines, sheet, tuple(one for one in sheets if one != sheet))


def _of_text(text: Incoming) -> Iterator[Row]:
    """The document from top to bottom, then its headers, footers, text boxes, notes and what is set aside."""
    around = [block for part in (*text.heads, *text.feet, *text.boxes) for block in part]
    for block in (*text.blocks, *around):
        if block.kind is BlockKind.TABLE:
            yield from (tuple(" ".join(cell) for cell in row) for row in grid_of(block.rows))
        else:
            yield from ((line,) for line in block.lines)
    yield from ((one,) for one in (*text.notes, *(one for texts in text.aside.values() for one in texts)))
