"""Units' tables in the forms they come in: every row becomes a decision or is told."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from build_scripts.foreign import LARGEST_PART
from build_scripts.new.rows import TableRow, read_rows
from build_scripts.new.tables import MOST_ROWS, NoTable, read_table

SERIES = ("AVUX/ÅÅÅÅ:N",)


def read(text: str, series: tuple[str, ...] = SERIES) -> tuple[list[dict[str, str]], list[str], list[str]]:
    found = read_rows(read_table(text.encode(), "lista.csv").rows, series)
    return list(found.decisions), list(found.told), list(found.left_out)


ONE = [{"datum": "2017-07-03", "punkt": "E4", "beslut": "Resa", "löpnummer": "34:2017", "delegat": "Chef"}]
TOLD = ['Rad 2: datumet "170703" är skrivet 2017-07-03.']


@pytest.mark.parametrize(
    "text",
    [
        "beslutsdatum\tdelegationspunkt\tbeslut\tdiarienummer\tdelegat\n170703\tE4\tResa\t34:2017\tChef\n",
        "Datum;Punkt;Beslut;Löpnr;Befattning\r\n170703;E4;Resa;34:2017;Chef\r\n",
        "\ufeffDatum,Del.punkt,Ärende,Nr,Beslutsfattare\n170703,E4,Resa,34:2017,Chef\n",
        '"Datum","Punkt","Beslut","Dnr","Delegat"\n"170703","E4","Resa","34:2017","Chef"\n',
        "DATUM\tPUNKT\tBESLUT\tLÖPNUMMER\tDELEGAT\n170703\tE4\tResa\t34: 2017\tChef\n".replace("34: ", "34:"),
        "| Datum | Punkt | Beslut | Nr | Delegat |\n|---|---|---|---|---|\n| 170703 | E4 | Resa | 34:2017 | Chef |\n",
    ],
    ids=["tabs", "semicolons", "commas with mark", "quotes", "capitals", "markdown"],
)
def test_the_same_row_in_the_forms_it_comes_in(text: str) -> None:
    number = 3 if text.startswith("|") else 2
    assert read(text) == (ONE, [TOLD[0].replace("Rad 2", f"Rad {number}")], [])


@pytest.mark.parametrize(
    ("written", "month", "date"),
    [
        ("1/9", "2026-09", "2026-09-01"),
        ("1.9.", "2026-09", "2026-09-01"),
        ("1 september", "2026-09", "2026-09-01"),
        ("31/8", "2026-09", "2026-08-31"),
        ("28/12", "2026-01", "2025-12-28"),
        ("3 januari", "2026-12", "2027-01-03"),
        ("29/2", "2026-02", None),
        ("1/13", "2026-09", None),
        ("1/9", "2026-13", None),
        ("1/9", None, None),
    ],
)
def test_a_date_without_a_year_is_in_the_year_nearest_to_the_lists_month(
    written: str, month: str | None, date: str | None
) -> None:
    rows = read_table(f"datum;beslut\n{written};Resa\n".encode(), "lista.csv").rows
    found = read_rows(rows, month=month)
    if date is None:
        assert found.left_out == (f'Rad 2: "{written} | Resa" ("{written}" är inget datum).',)
    else:
        assert found.decisions == ({"datum": date, "beslut": "Resa"},)
        assert found.told == (f'Rad 2: datumet "{written}" är skrivet {date}.',)


@pytest.mark.parametrize(
    ("row", "decision", "told"),
    [
        ("2017-07-03;Resa;2017: 78", {"löpnummer": "2017:78"}, ['löpnumret "2017: 78" är skrivet 2017:78.']),
        ("2017-07-03;Resa;34:2017", {"löpnummer": "34:2017"}, []),
        ("2017-07-03;Resa;AVUX/2017:55", {"diarienummer": "AVUX/2017:55"}, []),
        (
            "2017-07-03;Resa;Dnr AVUX 2017/0055",
            {"diarienummer": "AVUX/2017:55"},
            ['diarienumret "Dnr AVUX 2017/0055" är skrivet AVUX/2017:55.'],
        ),
        ("2017-07-03;Resa;2017-55", {"löpnummer": "2017-55"}, []),
        ("2017-07-03;Resa;JOB-2017-55", {"löpnummer": "JOB-2017-55"}, []),
        ("2017-07-03 00:00:00;Resa;", {}, ['datumet "2017-07-03 00:00:00" är skrivet 2017-07-03.']),
        ("3/7 2017;Resa;", {}, ['datumet "3/7 2017" är skrivet 2017-07-03.']),
        ("3 juli 2017;Resa;", {}, ['datumet "3 juli 2017" är skrivet 2017-07-03.']),
    ],
)
def test_dates_and_numbers_of_every_form(row: str, decision: dict[str, str], told: list[str]) -> None:
    expected = [{"datum": "2017-07-03", "beslut": "Resa", **decision}]
    assert read(f"datum;beslut;nr\n{row}\n") == (expected, [f"Rad 2: {one}" for one in told], [])


def test_what_cannot_come_along_is_told_row_by_row() -> None:
    text = (
        "Jobbcenter, augusti\n"
        "datum;beslut;delegat;namn\n"
        ";;;\n"
        "2017-08-01;Resa;Chef;X\n"
        ";Resa;Chef;X\n"
        "2017-08-02;;;\n"
        "i augusti;Resa;Chef;X\n"
        "datum;beslut;delegat;namn\n"
        "2017-08-03;Resa;Chef;X;till övers\n"
    )
    found = read_rows(read_table(text.encode(), "lista.csv").rows)
    assert [one["datum"] for one in found.decisions] == ["2017-08-01", "2017-08-03"]
    assert found.told == ("Rad 8 är rubrikraden en gång till.",)
    assert found.left_out == (
        'Rad 1: "Jobbcenter, augusti" (raden står före rubrikraden).',
        'Rad 5: "Resa | Chef | X" (datum saknas).',
        'Rad 6: "2017-08-02" (beslut saknas).',
        'Rad 7: "i augusti | Resa | Chef | X" ("i augusti" är inget datum).',
        'Rad 9: "till övers" står utanför kolumnerna.',
    )
    assert found.unknown == ("namn",)


def test_a_table_without_headings_gives_no_decision() -> None:
    assert read("170703;E4;Resa\n") == (
        [],
        [],
        ['Rad 1: "170703 | E4 | Resa" (ingen rad har rubrikerna datum och beslut).'],
    )


def test_of_two_columns_with_one_meaning_the_first_counts() -> None:
    found = read_rows(read_table(b"datum;beslutsdatum;beslut\n2017-08-01;2017-08-02;Resa\n", "a.csv").rows)
    assert found.decisions == ({"datum": "2017-08-01", "beslut": "Resa"},)
    assert found.unknown == ("beslutsdatum",)


def test_a_lone_quote_is_a_sign_like_any_other() -> None:
    assert read('datum;beslut\n2017-08-01;"Resa" till Åre\n2017-08-02;"Kurs\n')[0] == [
        {"datum": "2017-08-01", "beslut": '"Resa" till Åre'},
        {"datum": "2017-08-02", "beslut": '"Kurs'},
    ]


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_letters_in_every_coding(coding: str) -> None:
    table = read_table("datum;beslut\n2017-08-01;Åtgärd för ö\n".encode(coding), "a.csv")
    assert read_rows(table.rows).decisions == ({"datum": "2017-08-01", "beslut": "Åtgärd för ö"},)


def excel(*sheets: list[list[object]]) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for n, rows in enumerate(sheets, 1):
        sheet = book.create_sheet(f"Blad {n}")
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_an_excel_sheet_with_dates_numbers_and_empty_rows() -> None:
    rows: list[list[object]] = [
        ["Beslutsdatum", "Punkt", "Beslut", "Löpnummer"],
        [dt.datetime.fromisoformat("2017-07-03"), "E4", "Resa", "34:2017"],
        [],
        [170704, "E4", "Kurs", 35.0],
        [dt.date(2017, 7, 5), None, "Inköp", None],
    ]
    table = read_table(excel([], rows, [["Kvar att göra"]]), "lista.xlsx")
    assert table.unread == ("Blad 3",)
    found = read_rows(table.rows)
    assert found.decisions == (
        {"datum": "2017-07-03", "punkt": "E4", "beslut": "Resa", "löpnummer": "34:2017"},
        {"datum": "2017-07-04", "punkt": "E4", "beslut": "Kurs", "löpnummer": "35"},
        {"datum": "2017-07-05", "beslut": "Inköp"},
    )
    assert found.told == ('Rad 4: datumet "170704" är skrivet 2017-07-04.',)


@pytest.mark.parametrize(
    ("content", "name", "why"),
    [
        (b"x", "lista.xls", "den gamla formen .xls läses inte. Öppna filen i Excel och spara den som .xlsx."),
        (b"x", "lista.xlsx", "filen är inget kalkylblad som går att läsa. Spara den på nytt som .xlsx."),
        (b"PK\x03\x04", "lista", "filen är inget kalkylblad som går att läsa. Spara den på nytt som .xlsx."),
        (b"\x81\x8d\x8f", "lista.csv", "filen är ingen text. Spara den som CSV (UTF-8) eller som .xlsx."),
    ],
)
def test_a_file_that_is_no_table_says_what_to_do(content: bytes, name: str, why: str) -> None:
    with pytest.raises(NoTable) as refused:
        read_table(content, name)
    assert str(refused.value) == why


def test_a_sheet_that_never_ends_is_refused() -> None:
    with pytest.raises(NoTable) as refused:
        read_table(excel([["x"]] * (MOST_ROWS + 1)), "lista.xlsx")
    assert str(refused.value) == "bladet har fler än 20000 rader. Dela upp det."


def test_a_value_far_from_the_others_does_not_take_for_ever() -> None:
    book = Workbook()
    book.worksheets[0]["A1"], book.worksheets[0]["XFD1048576"] = "a", "b"
    book.save(out := io.BytesIO())
    with pytest.raises(NoTable) as refused:
        read_table(out.getvalue(), "lista.xlsx")
    assert (
        str(refused.value)
        == "bladet har för många tomma celler: ta bort det som står långt ner eller långt till höger."
    )


def test_a_small_file_that_swells_is_refused() -> None:
    with zipfile.ZipFile(out := io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", "a" * (LARGEST_PART + 1))
    with pytest.raises(NoTable) as refused:
        read_table(out.getvalue(), "lista.xlsx")
    assert str(refused.value) == "filen är mycket större uppackad än packad och öppnas inte. Spara den på nytt i Excel."


CELL = st.text(st.sampled_from("abåä1207-: "), max_size=8).map(lambda text: " ".join(text.split()))


@given(st.lists(st.tuples(CELL, CELL, CELL), max_size=8))
def test_every_filled_row_is_a_decision_or_told(cells: list[tuple[str, str, str]]) -> None:
    rows = [TableRow(1, ("Datum", "Beslut", "Nr")), *(TableRow(n, row) for n, row in enumerate(cells, 2))]
    found = read_rows(rows, SERIES)
    filled = [row for row in rows[1:] if any(row.cells)]
    assert len(found.decisions) + len(found.left_out) == len(filled)
