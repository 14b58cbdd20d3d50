"""The tables of open data as CSV, and what their columns are for programs, as CSV on the Web (W3C)."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from functools import partial

from build_scripts.exports.exported_file import ExportedFile, Files, canonical
from macros.facts.day import Day
from macros.pages.open_tables import TABLES, Cell, Column, ColumnKind, OpenTable

_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_DATATYPES = {
    ColumnKind.TEXT: "string",
    ColumnKind.NUMBER: "integer",
    ColumnKind.DATE: "date",
    ColumnKind.TIME: {"base": "time", "format": "HH:mm"},
    ColumnKind.ADDRESS: "anyURI",
}


def files(facts: Day, site_url: str) -> Files:
    """Each table, and its description."""
    made: Files = {}
    for table in TABLES:
        made[table.address] = ExportedFile(partial(table_text, table, facts, site_url), given_by="")
        made[f"{table.address}-metadata.json"] = ExportedFile(partial(description, table), given_by="")
    return made


def table_text(table: OpenTable, facts: Day, site_url: str) -> str:
    """The table's text. Excel takes UTF-8 by the mark at its beginning, and semicolons where decimals have commas."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(column.name for column in table.columns)
    for row in table.rows(facts):
        writer.writerow(_written(column, cell, site_url) for column, cell in zip(table.columns, row, strict=True))
    return f"\N{ZERO WIDTH NO-BREAK SPACE}{out.getvalue()}"


def _written(column: Column, cell: Cell, site_url: str) -> str | int:
    """Numbers as they are; no text that a spreadsheet would take for a formula."""
    if cell is None:
        return ""
    if isinstance(cell, int):
        return cell
    if isinstance(cell, dt.time):
        return f"{cell:%H:%M}"
    if isinstance(cell, dt.date):
        return cell.isoformat()
    if column.kind is ColumnKind.ADDRESS:
        return canonical(cell, site_url)
    return f"'{cell}" if cell.startswith(_BEGINS_A_FORMULA) else cell


def description(table: OpenTable) -> str:
    """What the table is, for programs: where it is, how it is written, what each column is and means."""
    told = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "sv"}],
        "url": table.address.rpartition("/")[2],
        "dc:title": table.title,
        "dc:description": table.holds,
        "dialect": {"delimiter": ";", "encoding": "utf-8", "header": True},
        "tableSchema": {
            "columns": [
                {
                    "titles": column.name,
                    "datatype": _DATATYPES[column.kind],
                    "dc:description": column.meaning,
                }
                for column in table.columns
            ]
        },
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"
