"""Yearly plans in the shapes that municipalities publish them in: every date, hour and mark is in the schedule or told."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook

from tests.imports.drawing import rows, saved
from tests.imports.paper import pdf
from tests.imports.plans import BODIES, LINES, imported, planned


def test_lines_of_running_text(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert imported(root, "plan-2027.txt", LINES) == 0
    assert planned(root, "ek-kf", 2027) == [
        *("1-25 18:00", "2-22 18:00", "3-22 18:00", "4-26 18:00", "5-31 18:00", "6-21 13:00")
    ]
    assert planned(root, "ek-ks", 2027) == ["1-18", "2-15", "3-15", "4-12", "5-10", "6-7", "6-28 08:00"]
    assert planned(root, "ek-pn", 2027) == ["1-28 08:10", "3-4 08:10", "3-30 08:10", "4-29 08:10", "5-27 08:10"]
    said = capsys.readouterr().out
    assert "KS → ek-ks: 7 dagar\n  måndag 18 januari kl. 13.00\n" in said
    assert "  måndag 28 juni kl. 08.00\n" in said
    assert "Året 2027 är hämtat ur filens namn; planen säger inget år." in said


BODIES_BY_MONTHS = """\
Organ;Tid;Jan;Feb;Mars;Apr;Maj;Juni;Juli;Augusti;September;Oktober;November;December
Ekfullmäktige;18.00;12*;9;9;6;4,25;17**,29;-;-;21**;12;9;7
Ekstyrelsen;13.00;21;18;18;15;13r;10;–;26;23;21;18R;16
* Extra tid vid behov
** Annan dag
R = Reservdag, r = Val till utskottet
"""


def test_bodies_by_months_with_marks_and_their_legend(root: Path) -> None:
    assert imported(root, "Plan 2027.csv", BODIES_BY_MONTHS) == 0
    assert planned(root, "ek-kf", 2027) == [
        "1-12 18:00 Extra tid vid behov",
        *("2-9 18:00", "3-9 18:00", "4-6 18:00", "5-4 18:00", "5-25 18:00"),
        "6-17 18:00 Annan dag",
        "6-29 18:00",
        "9-21 18:00 Annan dag",
        *("10-12 18:00", "11-9 18:00", "12-7 18:00"),
    ]
    assert planned(root, "ek-ks", 2027) == [
        *("1-21", "2-18", "3-18", "4-15", "5-13 Val till utskottet", "6-10"),
        *("8-26", "9-23", "10-21", "11-18 reserv", "12-16"),
    ]


MONTHS_BY_BODIES = (
    ("2027", "KF", "KS", "PNAU"),
    ("Mötestid", "Kl. 10", "Kl. 13.00", "Kl. 8.30"),
    ("Januari", "", "20", "27"),
    ("Februari", "23", "9, kl. 09:30", "4, 25"),
    ("Mars", "", "18*", "24, kl. 13:00"),
    ("December", "14", "", "17"),
)
DAYS = {
    "ek-kf": ["2-23 10:00", "12-14 10:00"],
    "ek-ks": ["1-20", "2-9 09:30", "3-18"],
    "ek-pn": ["1-27 08:30", "2-4 08:30", "2-25 08:30", "3-24 13:00", "12-17 08:30"],
}
UNTOLD = "KS: Torsdag 18 mars 2027 är märkt *; planen säger inte vad det betyder."


def _word() -> bytes:
    document = Document()
    document.add_paragraph("Sammanträdesplan för Ek")
    rows(document.add_table(len(MONTHS_BY_BODIES), 4), *MONTHS_BY_BODIES)
    return saved(document)


def _excel() -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in MONTHS_BY_BODIES:
        sheet.append([int(cell) if cell.isdigit() else cell or None for cell in row])
    book.create_sheet("Lokaler").append(["Sal 1"])
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def _joined(before: str, between: str, after: str) -> str:
    return "".join(f"{before}{between.join(row)}{after}\n" for row in MONTHS_BY_BODIES)


PLANS: dict[str, str | bytes] = {
    "plan.tsv": _joined("", "\t", ""),
    "plan.csv": _joined('"', '";"', '"'),
    "plan.md": "# Sammanträdesplan för Ek\n\n" + _joined("| ", " | ", " |"),
    "plan.xlsx": _excel(),
    "plan.docx": _word(),
    "plan.pdf": pdf("Sammanträdesplan för Ek", MONTHS_BY_BODIES),
}


@pytest.mark.parametrize("name", PLANS)
def test_one_table_of_months_by_bodies_in_every_kind_of_file(
    root: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert imported(root, name, PLANS[name]) == 1
    assert {id: planned(root, id, 2027) for id in BODIES} == DAYS
    said = " ".join(capsys.readouterr().out.split())
    assert UNTOLD in said
    outside = name in ("plan.md", "plan.docx", "plan.pdf")
    assert ("står" in said and 'Utanför tabellen står "' in said) == outside
    assert ("Andra blad är inte lästa: Lokaler." in said) == (name == "plan.xlsx")


def test_a_table_in_two_halves_is_one_plan(root: Path) -> None:
    halves = "2027\tTid\tJan\tFeb\nKS\t13.00\t18\t15\n\nOrgan\tTid\tSep\tOkt\nKS\t13.00\t20\t18, 28\n"
    assert imported(root, "plan.tsv", halves) == 0
    assert planned(root, "ek-ks", 2027) == ["1-18", "2-15", "9-20", "10-18", "10-28"]
