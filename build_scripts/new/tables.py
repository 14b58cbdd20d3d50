"""Tables as they come: pasted from Word or Excel, as CSV in any common form, as a Markdown table, or as an Excel sheet."""

from __future__ import annotations

import csv
import datetime as dt
import io
import unicodedata
import zipfile
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

from build_scripts.foreign import MOST_CELLS, is_swollen
from build_scripts.new.rows import TableRow
from macros.texts.formulas import meant

SEPARATORS = "\t;,"
EXCEL = ".xlsx"
LARGEST = 20 * 1024 * 1024
"""Bytes of a file that is read as a table."""

MOST_ROWS = 20_000


class NoTable(Exception):
    """The file cannot be read as a table; carries why, in Swedish."""


@dataclass(frozen=True)
class Table:
    """The rows of the first sheet with anything in it, and the names of other sheets that have something too."""

    rows: tuple[TableRow, ...]
    unread: tuple[str, ...] = ()


def read_table(content: bytes, name: str) -> Table:
    """The table of a file by its name's ending; anything but Excel is text."""
    sheets = read_sheets(content, name)
    return Table(next(iter(sheets.values()), ()), tuple(sheets)[1:])


def read_sheets(content: bytes, name: str) -> dict[str, tuple[TableRow, ...]]:
    """The rows of every sheet with anything in it, by its name; a text is one sheet without a name."""
    if len(content) > LARGEST:
        raise NoTable(f"filen är större än {LARGEST // 1024 // 1024} MB.")
    ending = f".{name.rpartition('.')[2].lower()}"
    if ending == ".xls":
        raise NoTable("den gamla formen .xls läses inte. Öppna filen i Excel och spara den som .xlsx.")
    if ending == EXCEL or content[:4] == b"PK\x03\x04":
        return _excel(content)
    return {"": tuple(_text_rows(decoded(content)))}


def decoded(content: bytes) -> str:
    """UTF-8 with or without mark, UTF-16 with one, else the coding that Excel in Sweden saves CSV in."""
    for coding in ("utf-16",) if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252"):
        with suppress(UnicodeDecodeError):
            return unicodedata.normalize("NFC", content.decode(coding))
    raise NoTable("filen är ingen text. Spara den som CSV (UTF-8) eller som .xlsx.")


def _text_rows(text: str) -> Iterable[TableRow]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    filled = [line for line in lines.split("\n") if line.strip()]
    if filled and all(line.strip().startswith("|") for line in filled):
        return markdown_rows(lines)
    separator = _separator(filled)
    return [
        TableRow(n, tuple(" ".join(meant(cell).split()) for cell in cells))
        for n, cells in enumerate(_cut(lines, separator), 1)
    ]


def _cut(lines: str, separator: str) -> list[list[str]]:
    """The cells of each row; where the quotes are no pairs, each line is a row and a quote a sign like any other."""
    for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE):
        with suppress(csv.Error):
            spaced = separator != "\t"
            reader = csv.reader(
                io.StringIO(lines), delimiter=separator, skipinitialspace=spaced, quoting=quoting, strict=True
            )
            return list(reader)
    raise NoTable("tabellen går inte att läsa. Spara den som CSV (UTF-8) eller som .xlsx.")


def _separator(lines: Sequence[str]) -> str:
    """The sign that parts the columns: the first of tab, semicolon and comma that the most lines have."""
    return max(SEPARATORS, key=lambda sign: (sum(sign in line for line in lines), -SEPARATORS.index(sign)))


def markdown_rows(text: str) -> Iterable[TableRow]:
    """The rows of a Markdown table; a line without bars is a row of one cell."""
    for n, line in enumerate(text.split("\n"), 1):
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if any(cell.strip("-: ") for cell in cells):
            yield TableRow(n, tuple(cells))


def _excel(content: bytes) -> dict[str, tuple[TableRow, ...]]:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if is_swollen(packed.infolist()):
                raise NoTable("filen är mycket större uppackad än packad och öppnas inte. Spara den på nytt i Excel.")
        book = load_workbook(io.BytesIO(content), data_only=True, read_only=True)
        sheets = [(sheet.title, _sheet_rows(sheet.iter_rows(values_only=True))) for sheet in book.worksheets]
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError, TypeError):
        raise NoTable("filen är inget kalkylblad som går att läsa. Spara den på nytt som .xlsx.") from None
    return {title: rows for title, rows in sheets if rows}


def _sheet_rows(rows: Iterable[Sequence[object]]) -> tuple[TableRow, ...]:
    read = (TableRow(n, tuple(_cell(value) for value in cells)) for n, cells in enumerate(_bounded(rows), 1))
    filled = tuple(islice((row for row in read if any(row.cells)), MOST_ROWS + 1))
    if len(filled) > MOST_ROWS:
        raise NoTable(f"bladet har fler än {MOST_ROWS} rader. Dela upp det.")
    return filled


def _bounded(rows: Iterable[Sequence[object]]) -> Iterable[Sequence[object]]:
    left = MOST_CELLS
    for row in rows:
        left -= len(row) + 1
        if left < 0:
            raise NoTable("bladet har för många tomma celler: ta bort det som står långt ner eller långt till höger.")
        yield row


def _cell(value: object) -> str:
    """A cell as it is seen: dates without an hour, whole numbers without a decimal point."""
    if value is None:
        return ""
    if isinstance(value, dt.date):
        return f"{value:%Y-%m-%d}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return unicodedata.normalize("NFC", " ".join(str(value).split()))
