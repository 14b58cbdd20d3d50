"""Yearly plans in the shapes that municipalities publish them in: every date, hour and mark is in the schedule or told."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook

from build_scripts.__main__ import main
from build_scripts.imports.plan_cells import entries
from build_scripts.project import load
from tests.imports.drawing import rows, saved
from tests.imports.paper import pdf

BODIES = {"ek-kf": ("Ekfullmäktige", "KF"), "ek-ks": ("Ekstyrelsen", "KS"), "ek-pn": ("Parknämnden i Ek", "PN AU")}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three bodies of an invented municipality; Ekstyrelsen meets at 13 o'clock."""
    for id, (name, short) in BODIES.items():
        (tmp_path / f"meetings/{id}").mkdir(parents=True)
        hour = "tid: 13:00\n" if id == "ek-ks" else ""
        text = f"---\nnamn: {name}\nförkortning: {short}\nkommun: Eks kommun\nslag: nämnd\n{hour}---\n"
        (tmp_path / f"meetings/{id}/organ.md").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def imported(root: Path, name: str, content: str | bytes, *options: str) -> int:
    (root / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return main(["årsplan", str(root / name), "--idag", "2026-11-29", *options])


def planned(root: Path, id: str, year: int) -> list[str]:
    """The days of a body's schedule: "1-30 13:00 reserv Not"."""
    archive, findings = load(root)
    assert findings == []
    found = archive.body_by_id[id].schedule(year)
    assert found is not None
    return [
        f"{one.date.month}-{one.date.day}{_hour(one.time)}{''.join(f' {word}' for word in (one.kind, one.note) if word)}"
        for one in found.header.meetings
    ]


def _hour(time: dt.time | None) -> str:
    return f" {time:%H:%M}" if time else ""


LINES = """\
Nämnd Tid Jan Feb Mars April Maj Juni
KF 18:00 25 22 22 26 31 21(13.00)
KS 13:00 18 15 15 12 10 7, 28(08.00)
PN AU 08:10 28 - 4, 30 29 27 -
"""


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


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("plan.tsv", _joined("", "\t", "")),
        ("plan.csv", _joined('"', '";"', '"')),
        ("plan.md", "# Sammanträdesplan för Ek\n\n" + _joined("| ", " | ", " |")),
        ("plan.xlsx", _excel()),
        ("plan.docx", _word()),
        ("plan.pdf", pdf("Sammanträdesplan för Ek", MONTHS_BY_BODIES)),
    ],
)
def test_one_table_of_months_by_bodies_in_every_kind_of_file(
    root: Path, name: str, content: str | bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    assert imported(root, name, content) == 1
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


TOLD = """\
Sammanträden 2027
Organ\tDag\tTid\tJan\tFeb\tMaj
KF\tTisdag\t18\t26\t30\t4, 25, kl. 9
KS*\t\tefter lunch\t6, 16\t9-10, x7, 4/3\t11(R), 11
Rådet\t\t\t5\t6\t
\t\t\t7\t\t
PN AU\t\t\t-\t\t
* Preliminärt
"""


def test_what_cannot_be_placed_is_told_and_never_guessed(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert imported(root, "plan.tsv", TOLD) == 1
    assert planned(root, "ek-kf", 2027) == ["1-26 18:00", "5-4 18:00", "5-25 09:00"]
    assert planned(root, "ek-ks", 2027) == ["1-16", "5-11 R"]
    said = " ".join(capsys.readouterr().out.split())
    for sentence in (
        "- KF: Kl. 09.00 är skrivet bara för tisdag 25 maj 2027: planen säger inte om det också gäller dagen före i samma ruta.",
        "- KF: 30 i februari 2027 finns inte.",
        '- "Tisdag" för KF står i kolumnen "Dag" och är inte med.',
        "- KS: Namnet är märkt *: Preliminärt.",
        "- KS: Lördag 16 januari 2027 är med, men är lördag.",
        '- KS: Tiden "efter lunch" är inget klockslag och är inte med.',
        "- KS: Onsdag 6 januari 2027 är trettondedag jul, och är inte med.",
        '- KS: "9-10" i februari går inte att läsa som en dag.',
        '- KS: "x7" i februari går inte att läsa som en dag.',
        "- KS: 4/3 i februari 2027 finns inte.",
        "- KS: Tisdag 11 maj 2027 står två gånger; den andra är inte med.",
        '- Rådet: inget organ här heter så; säg vilket det är med --heter "Rådet=ORGAN", eller gör det med klubbat init.',
        '- "7" står på en rad utan organ.',
        "- PN AU: ingen dag kunde placeras.",
    ):
        assert sentence in said


def test_a_line_with_too_few_parts_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert imported(root, "2027.txt", LINES + "KFN 8.00 12 14 15\nLokal: Stora salen\n") == 1
    said = " ".join(capsys.readouterr().out.split())
    assert 'Raden "KFN 8.00 12 14 15" har inte en del för varje kolumn och kan inte delas upp.' in said
    assert 'Utanför tabellen står "Lokal: Stora salen".' in said


@pytest.mark.parametrize(
    ("name", "options", "told"),
    [
        ("plan.txt", (), "Året står varken i planen eller i filens namn. Året saknas. Ange --år."),
        # 25 January 2027 is a Monday, and a Sunday in 2026.
        (
            "plan-2026.txt",
            (),
            "Planen säger inget år. Med 2026, som står i filens namn, hamnar 13 av dagarna på dagar som inte är arbetsdagar, "
            "först söndag 25 januari 2026. Med 2027 hamnar alla på arbetsdagar. Året saknas. Ange --år.",
        ),
        ("2027.txt", ("--heter", "BUN=ek-ks"), 'planen har inget organ "BUN". Den har KF, KS och PN AU.'),
        ("2027.txt", ("--heter", "KF=ek-kff"), 'organet "ek-kff" finns inte. Menade du ek-kf?'),
        ("2027.txt", ("--heter", "KF"), '--heter skrivs "NAMN=ORGAN", till exempel "KF=exempel-kf".'),
        ("2027.odt", (), "en årsplan läses ur .xlsx, .docx, .pdf, .csv, .tsv, .txt, .md. Spara den i någon av dem."),
    ],
)
def test_what_is_not_certain_is_asked_for(
    root: Path, name: str, options: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert imported(root, name, LINES, *options) == 2
    assert told in capsys.readouterr().err
    assert not list(root.glob("meetings/*/sammantradesordning"))


def test_a_year_that_is_given_settles_it_but_not_against_the_plan(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert imported(root, "plan-2026.txt", LINES, "--år", "2027") == 0
    assert planned(root, "ek-ks", 2027)[0] == "1-18"
    assert imported(root, "plan.tsv", _joined("", "\t", ""), "--ar", "2028") == 2
    assert "--år: planen säger 2027, inte 2028." in capsys.readouterr().err


def test_a_file_that_is_no_plan_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert imported(root, "lista.csv", "Datum;Beslut\n2027-01-02;Resa\n") == 2
    assert "lista.csv är ingen årsplan som känns igen." in capsys.readouterr().err


def test_one_body_a_mapped_name_and_a_year_that_exists(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    without_it = LINES.partition("PN AU")[0]
    assert imported(root, "2027.txt", without_it, "--organ", "ek-pn", "--heter", "KS=ek-pn") == 0
    assert planned(root, "ek-pn", 2027)[-1] == "6-28 08:00"
    said = capsys.readouterr().out
    assert "KF i planen är inte ek-pn och är inte med." in said
    assert not (root / "meetings/ek-ks/sammantradesordning").exists()
    before = (root / "meetings/ek-pn/sammantradesordning/2027.md").read_bytes()
    assert imported(root, "2027.txt", LINES) == 1
    said = " ".join(capsys.readouterr().out.split())
    assert "PN AU: meetings/ek-pn/sammantradesordning/2027.md finns redan och skrivs aldrig över." in said
    assert (root / "meetings/ek-pn/sammantradesordning/2027.md").read_bytes() == before
    assert imported(root, "2027.txt", LINES, "--organ", "ek-kf") == 2


def test_a_name_of_two_bodies_is_asked_about(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    organ = root / "meetings/ek-pn/organ.md"
    organ.write_text(organ.read_text(encoding="utf-8").replace("PN AU", "ks"), encoding="utf-8")
    assert imported(root, "2027.txt", LINES) == 1
    said = " ".join(capsys.readouterr().out.split())
    assert 'KS: kan vara ek-ks eller ek-pn; säg vilket med --heter "KS=ek-ks".' in said


@pytest.mark.parametrize("nothing", ["", "-", "–", " — "])
def test_an_empty_cell_has_no_days(nothing: str) -> None:
    assert entries(nothing) == ((), ())


@pytest.mark.parametrize(
    ("cell", "days"),
    [
        ("4, 26", ["4", "26"]),
        ("4 26", ["4", "26"]),
        ("4 och 26", ["4", "26"]),
        ("22**,27*", ["22 **", "27 *"]),
        ("22 *†", ["22 * †"]),
        ("19(08.00)", ["19 08:00"]),
        ("5, 19* (08.00)", ["5", "19 * 08:00"]),
        ("11, kl. 09:30", ["11 09:30"]),
        ("11 kl 9, 12 klockan 10.15*", ["11 09:00", "12 * 10:15"]),
        ("28/1", ["28/1"]),
        ("8R, 9v", ["8 R", "9 v"]),
        ("19 (Folkets hus)", ["19 [Folkets hus]"]),
        ("19 (25.00)", ["19 [25.00]"]),
    ],
)
def test_the_days_of_a_cell(cell: str, days: list[str]) -> None:
    found, unread = entries(cell)
    assert unread == ()
    assert [
        f"{one.day}{f'/{one.month}' if one.month else ''}{''.join(f' {mark}' for mark in one.marks)}{_hour(one.time)}"
        + (f" [{one.words}]" if one.words else "")
        for one in found
    ] == days


@pytest.mark.parametrize("piece", ["2.3", "10–11", "x", "100", "vecka 4", "7 kl. 25", "7 kl. 9.60", "8ABC"])
def test_a_piece_that_is_no_day_is_handed_back_whole(piece: str) -> None:
    found, unread = entries(f"{piece}, 21")
    assert ([one.day for one in found], unread) == ([21], (piece,))
