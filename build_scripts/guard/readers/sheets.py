"""Excel: the cells of every sheet, hidden ones too, row by row, and what is printed above and below."""

from __future__ import annotations

import datetime as dt
import io
import warnings
from collections.abc import Iterator

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet


def rows(content: bytes) -> Iterator[tuple[str, str]]:
    """(place, text) of every row of a workbook with something in it; cells are parted by tabs."""
    with warnings.catch_warnings():
        # openpyxl warns of drawing and validation features that it leaves out; their texts are read elsewhere.
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    for sheet in book.worksheets:
        yield "bladets namn", sheet.title
        yield from ((f"{sheet.title}, sidhuvud eller sidfot", text) for text in _margins(sheet))
        for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
            cells = [_written(value) for value in row if value is not None]
            if cells:
                yield f"{sheet.title}, rad {number}", "\t".join(cells)


def _written(value: object) -> str:
    """A cell as it is read: a number of ten digits that was stored with decimals is still ten digits."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.datetime | dt.date):
        return value.isoformat()
    return str(value)


def _margins(sheet: Worksheet) -> Iterator[str]:
    pages = ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter")
    for margin in (getattr(sheet, page) for page in pages):
        yield from (part.text for part in (margin.left, margin.center, margin.right) if part.text)
