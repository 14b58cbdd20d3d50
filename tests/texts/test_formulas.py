"""What a spreadsheet program would run is neutral in a table, and comes back as it was."""

from __future__ import annotations

import pytest

from build_scripts.new.tables import read_table
from macros.texts.formulas import meant, neutral

RUN = ["=HYPERLINK(1)", "+46 (0)8", "-1+2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1"]
STAY = ["-152,3", "-3 000 kr", "+2 %", "–", "-", "Ja = nej", "'n", "", "a-b"]


@pytest.mark.parametrize("cell", RUN)
def test_a_formula_is_neutral_and_comes_back(cell: str) -> None:
    assert neutral(cell) == f"'{cell}"
    assert meant(neutral(cell)) == cell


@pytest.mark.parametrize("cell", STAY)
def test_other_texts_and_numbers_are_as_they_are(cell: str) -> None:
    assert neutral(cell) == meant(cell) == cell


def test_a_neutral_table_is_read_as_it_was_meant() -> None:
    made = "beslut;belopp\r\n'=Avtal med A;-152,3\r\n'@skolan;-\r\n"
    assert [row.cells for row in read_table(made.encode(), "lista.csv").rows] == [
        ("beslut", "belopp"),
        ("=Avtal med A", "-152,3"),
        ("@skolan", "-"),
    ]
