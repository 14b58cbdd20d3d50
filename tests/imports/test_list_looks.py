"""Lists as units make them: odd headings, units and headings within the table, what is decided of what in two columns."""

from __future__ import annotations

import io

import pytest
from openpyxl import Workbook

from build_scripts.imports.blocks import Block, BlockKind, Run
from build_scripts.imports.incoming import Incoming
from build_scripts.imports.lists import Sheet, month_of, sheets_of, sheets_of_table
from build_scripts.imports.pdf_pages import read_pages
from build_scripts.imports.pdf_text import text_of_pages
from build_scripts.new.rows import TableRow, headed, read_rows
from tests.imports.packets.pieces import said
from tests.imports.packets.setting import typeset


def _decided(*rows: str, month: str | None = None) -> list[tuple[str, ...]]:
    read = read_rows([TableRow(n, tuple(row.split("|"))) for n, row in enumerate(rows, 1)], month=month)
    return [tuple(decision.values()) for decision in read.decisions]


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("Datum för beslut", "datum"),
        ("Delegationspkt", "punkt"),
        ("Nr i del.ordn.", "punkt"),
        ("Punkt i delegationsordning", "punkt"),
        ("Delegationsordningens nr", "punkt"),
        ("Vad beslutet avser", "beslut"),
        ("Ärenderubrik", "beslut"),
        ("Innehåll", "beslut"),
        ("Delegat/befattning", "delegat"),
        ("Beslutat av", "delegat"),
        ("Beslut fattat av, titel", "delegat"),
        ("Fattat den", "datum"),
        ("Delegation nr", "punkt"),
        ("Handläggare/delegat", "delegat"),
        ("Diarienr", "diarienummer"),
        ("Ärendenr", "diarienummer"),
        ("Beslutsnr", "löpnummer"),
    ],
)
def test_headings_are_told_by_their_parts(heading: str, key: str) -> None:
    assert headed([heading]) == {key}


@pytest.mark.parametrize(
    "heading",
    [
        "Namn på den beslutet gäller",
        "Sökande i ärendet",
        "Beslutets mottagare",
        "Beslut skickat",
        "Handläggare",
        "Anmält till nämnden datum",
        "Beslut om skolskjuts för elever i hela kommunen",
        "Beslut 2026",
    ],
)
def test_columns_about_somebody_or_about_what_came_after_are_none(heading: str) -> None:
    assert headed([heading]) == set()


def test_what_was_decided_and_of_what_are_one() -> None:
    assert _decided("Datum|Ärende|Beslut", "2026-10-02|Skolskjuts|Avslag", "2026-10-03||Bifall") == [
        ("2026-10-02", "Skolskjuts: Avslag"),
        ("2026-10-03", "Bifall"),
    ]
    assert _decided("Datum|Beslut|Vad beslutet avser", "2026-10-02|Avslag|Skolskjuts") == [("2026-10-02", "Avslag")]
    assert _decided("Datum|Ärende|Rubrik", "2026-10-02|Resa|Tjänst") == [("2026-10-02", "Resa")]


def _sheets(*lines: str) -> list[Sheet]:
    blocks: list[Block] = []
    for line in lines:
        cells = tuple(((Run(cell),),) if cell else () for cell in line.split("|"))
        if len(cells) == 1:
            blocks.append(Block(BlockKind.PARAGRAPH, (Run(line),)))
        elif blocks and blocks[-1].kind is BlockKind.TABLE:
            blocks[-1] = Block(BlockKind.TABLE, rows=(*blocks[-1].rows, cells))
        else:
            blocks.append(Block(BlockKind.TABLE, rows=(cells,)))
    return sheets_of(Incoming(tuple(blocks), passages=tuple(lines)))


def test_the_month_above_several_lists_is_that_of_all() -> None:
    first, second = _sheets(
        "Delegationsbeslut september 2026",
        "Datum|Beslut",
        "Enhet: Gården|",
        "1/9|Avtal",
        "Enhet: Musikskolan|",
        "Datum|Beslut",
        "3/9|Inköp",
    )
    assert (month_of(first), month_of(second)) == ("2026-09", "2026-09")


def test_headings_may_take_two_rows() -> None:
    heads = ("Beslut||Fastighet|Delegat", "Datum|Nummer||")
    row = "2026-10-05|7|Tillstånd till avlopp|Inspektör"
    assert _decided("Beslut||Ärende|Delegat", "Datum|Nummer||", row) == [tuple(row.split("|")[n] for n in (0, 2, 1, 3))]
    assert _decided(*heads, row) == []


def test_a_date_is_read_with_two_digits_of_its_year_or_with_its_month_in_short() -> None:
    rows = ("26-10-05|Avtal", "6 okt|Hyra", "7 okt. 2026|Resa")
    days = [day for day, _ in _decided("Datum|Beslut", *rows, month="2026-10")]
    assert days == ["2026-10-05", "2026-10-06", "2026-10-07"]


def test_units_are_told_by_their_names_above_a_table_or_in_a_row_of_their_own() -> None:
    heads, first, second = "Datum|Beslut", "2026-10-03|Avtal", "2026-10-04|Hyra"
    sheets = _sheets(
        "Miljökontoret", "Planenheten, 1–31 oktober 2026", heads, first, "Förskolan|", second, "Ledigheter|"
    )
    assert [(sheet.unit, month_of(sheet), len(sheet.table.rows)) for sheet in sheets] == [
        ("Planenheten", "2026-10", 2),
        ("Förskolan", "2026-10", 4),
    ]
    assert [sheet.unit for sheet in _sheets("Delegationsbeslut inom skolan", heads, first)] == [""]
    assert [sheet.unit for sheet in _sheets("Avdelning|Kultur", heads, first)] == ["Kultur"]
    assert [sheet.unit for sheet in _sheets("Enhet|Datum|Beslut", f"Kök|{first}")] == ["Kök"]


def test_a_month_is_none_that_a_row_has_for_its_number() -> None:
    (sheet,) = sheets_of_table(b"Dnr;Datum;Beslut\nSN 2026-11;2026-10-03;Avtal", "lista.csv")
    assert month_of(sheet) == "2026-10"


def _book(**sheets: str) -> bytes:
    book, packed = Workbook(), io.BytesIO()
    book.remove(book.active)  # type: ignore[arg-type]
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows.split("\n"):
            sheet.append(row.split("|"))
    book.save(packed)
    return packed.getvalue()


def test_sheets_are_units_but_not_where_they_are_months() -> None:
    rows = "Datum|Beslut\n2026-10-03|Avtal"
    book = _book(Hemtjänst=rows, Oktober=rows, Blad2=f"Kökets verksamhet\n{rows}", Råd="Fyll i")
    sheets = sheets_of_table(book, "lista.xlsx")
    assert [sheet.unit for sheet in sheets] == ["Hemtjänst", "", "Kökets verksamhet"]
    assert sheets[0].table.unread == ("Råd",)
    (sheet,) = sheets_of_table("Enhet: Gården\nDatum;Beslut\n2026-10-03;Avtal".encode("cp1252"), "lista.csv")
    assert (sheet.unit, [row.cells for row in sheet.table.rows][1:]) == (
        "Gården",
        [("Datum", "Beslut"), ("2026-10-03", "Avtal")],
    )


def test_a_unit_column_may_say_what_it_is_in_two_ways() -> None:
    sheets = _sheets("Enhet/verksamhet|Datum|Beslut", "Kök|2026-10-03|Avtal", "Lokaler|2026-10-04|Hyra")
    assert [sheet.unit for sheet in sheets] == ["Kök", "Lokaler"]
    assert [sheet.unit for sheet in _sheets("Enhetschef|Datum|Beslut", "Kök|2026-10-03|Avtal")] == [""]


def test_columns_that_only_their_headings_part_widely_are_columns() -> None:
    rows = [("Datum", "Nr i del.ordn.", "Beslut"), *((f"2026-10-0{n}", f"N{n}", "Avtal om buss") for n in range(1, 4))]
    cells = ", ".join(f"[{said(cell)}]" for row in rows for cell in row)
    pdf = typeset(f"#set text(size: 10pt)\n#table(columns: (64pt, 90pt, 1fr), stroke: none, inset: 2pt, {cells})")
    (table,) = (block for block in text_of_pages(read_pages(pdf)).blocks if block.kind is BlockKind.TABLE)
    assert table.lines[:6] == ["Datum", "Nr i del.ordn.", "Beslut", "2026-10-01", "N1", "Avtal om buss"]
