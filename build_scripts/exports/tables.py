"""The tables of open data as CSV, and what their columns are for programs, as CSV on the Web (W3C); the changes as JSON too."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Iterable
from functools import partial

from build_scripts.exports.exported_file import ExportedFile, Files, canonical
from macros import addresses
from macros.facts.day import Day
from macros.pages import reports
from macros.pages.open_table import Cell, Column, ColumnKind, OpenTable
from macros.pages.open_tables import CHANGES, TABLES
from macros.texts.figures import for_programs
from macros.texts.formulas import neutral
from macros.texts.tables import TextTable

_DATATYPES = {
    ColumnKind.TEXT: "string",
    ColumnKind.NUMBER: "integer",
    ColumnKind.DATE: "date",
    ColumnKind.TIME: {"base": "time", "format": "HH:mm"},
    ColumnKind.ADDRESS: "anyURI",
}


def files(facts: Day, site_url: str) -> Files:
    """Each table with its description, and those of reports."""
    made: Files = {}
    for table in TABLES:
        made[table.address] = ExportedFile(partial(table_text, table, facts, site_url), given_by="")
        licence = facts.archive.reuse.licence
        made[f"{table.address}-metadata.json"] = ExportedFile(partial(description, table, licence), given_by="")
    made[addresses.CHANGES] = ExportedFile(partial(objects, CHANGES, facts, site_url), given_by="")
    for address, found in reports.tables_as_files(facts.archive):
        made[address] = ExportedFile(partial(report_text, found), made_from=partial(repr, found))
    return made


def table_text(table: OpenTable, facts: Day, site_url: str) -> str:
    """The table's text."""
    rows = (
        [_written(column, cell, site_url) for column, cell in zip(table.columns, row, strict=True)]
        for row in table.rows(facts)
    )
    return spreadsheet([column.name for column in table.columns], rows)


def objects(table: OpenTable, facts: Day, site_url: str) -> str:
    """The table's rows as JSON: an object each, by the names of the columns; what is not known is left out."""
    told = [
        {
            column.name: _written(column, cell, site_url) if column.kind is ColumnKind.ADDRESS else str(cell)
            for column, cell in zip(table.columns, row, strict=True)
            if cell is not None
        }
        for row in table.rows(facts)
    ]
    return json.dumps(told, ensure_ascii=False, indent=0) + "\n"


def report_text(table: TextTable) -> str:
    """The text of a table of a report, its numbers as a spreadsheet reads them."""
    header, *rows = ([neutral(for_programs(cell)) for cell in row] for row in (table.header, *table.rows))
    return spreadsheet(header, rows)


def spreadsheet(header: Iterable[str], rows: Iterable[Iterable[str | int]]) -> str:
    """Excel takes UTF-8 by the mark at its beginning, and semicolons where decimals have commas."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(rows)
    return f"\N{ZERO WIDTH NO-BREAK SPACE}{out.getvalue()}"


def _written(column: Column, cell: Cell, site_url: str) -> str | int:
    """An address whole, and everything else as it is written in any table."""
    is_address = column.kind is ColumnKind.ADDRESS and isinstance(cell, str)
    return canonical(str(cell), site_url) if is_address else written(cell)


def written(cell: Cell) -> str | int:
    """Numbers as they are; no text that a spreadsheet would take for a formula."""
    if cell is None:
        return ""
    if isinstance(cell, int):
        return cell
    if isinstance(cell, dt.time):
        return f"{cell:%H:%M}"
    if isinstance(cell, dt.date):
        return cell.isoformat()
    return neutral(cell)


def description(table: OpenTable, licence: str) -> str:
    """What the table is, for programs: where it is, its licence, how it is written, what each column is and means."""
    told = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "sv"}],
        "url": table.address.rpartition("/")[2],
        "dc:title": table.title,
        "dc:description": table.holds,
        **({"dc:license": {"@id": licence}} if licence else {}),
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
