"""Delegation lists of several units in one file: each becomes a list of its own."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook

from tests.imports.drawing import rows, saved
from tests.imports.paper import pages
from tests.imports.test_lists import TABLE, excel, lists, run

ROW = ("2026-10-14", "E4", "Beslut om resa", "Enhetschef")


def _two_in_word() -> bytes:
    document = Document()
    for unit in ("Jobbcenter", "Xenter"):
        document.add_paragraph(f"Enhet: {unit}")
        rows(document.add_table(2, 4), TABLE[0], ROW)
    return saved(document)


def _two_sheets() -> bytes:
    book = Workbook()
    for unit in ("Jobbcenter", "Xenter"):
        sheet = book.create_sheet(unit)
        for row in (TABLE[0], ROW):
            sheet.append(row)
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def _a_column() -> bytes:
    units = ("Enhet", "Jobbcenter", "Xenter")
    return excel("", tuple((*row, unit) for row, unit in zip((TABLE[0], ROW, ROW), units, strict=True)))


SEVERAL = {
    "rubriker.pdf": pages(
        ("DELEGATIONSBESLUT – JOBBCENTER, oktober 2026", (TABLE[0], ROW)),
        ("Delegationslista för Xenter oktober 2026", (TABLE[0], ROW)),
    ),
    "lista.pdf": pages(("Enhet: Jobbcenter", (TABLE[0], ROW)), ("Enhet: Xenter", (TABLE[0], ROW))),
    "lista.docx": _two_in_word(),
    "blad.xlsx": _two_sheets(),
    "kolumn.xlsx": _a_column(),
}


@pytest.mark.parametrize("name", SEVERAL)
def test_several_units_in_one_file(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, name, SEVERAL[name])[0] == 0
    made = lists(tmp_path / "projekt")
    assert sorted(made) == ["2026-10-jobbcenter.md", "2026-10-xenter.md"]
    assert all(text.count("- datum: 2026-10-14\n") == 1 for text in made.values())


def test_a_unit_is_not_said_for_several_lists(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, "lista.pdf", SEVERAL["lista.pdf"], "--enhet", "Jobbcenter")[0] == 1
    assert "filen har listor från Jobbcenter och Xenter. Importera den utan --enhet." in capsys.readouterr().out
