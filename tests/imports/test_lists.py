"""Delegation lists as Word forms, Excel sheets and PDF: one list in three forms gives one file."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook

from build_scripts.__main__ import main
from tests.imports.drawing import rows, saved
from tests.imports.paper import pages, pdf
from tests.site.projects import TODAY, tiny

HEADING = "Enhet: Jobbcenter. Månad: oktober 2026"
TABLE = (
    ("Beslutsdatum", "Punkt", "Beslut", "Delegat"),
    ("261003", "E4", "Tillsvidareanställning av handläggare", "Enhetschef"),
    ("2026-10-14", "E4", "Beslut om resa i tjänsten, Borås", "Tf verksamhetschef"),
)
LIST = """\
---
enhet: Jobbcenter
månad: 2026-10
# inkommen: ÅÅÅÅ-MM-DD  <- dagen då listan kom; ta bort tecknet i början.
# Delegat är en befattning, aldrig ett namn.
beslut:
  - datum: 2026-10-03
    punkt: E4
    beslut: Tillsvidareanställning av handläggare
    delegat: Enhetschef
  - datum: 2026-10-14
    punkt: E4
    beslut: Beslut om resa i tjänsten, Borås
    delegat: Tf verksamhetschef
---
"""
NO_LIST = "ingen tabell har en rubrikrad med datum och beslut, och beslut under den."
PATH = "meetings/prov/2026-11-26/delegationsbeslut/2026-10-jobbcenter.md"


def word(heading: str, table: tuple[tuple[str, ...], ...]) -> bytes:
    document = Document()
    document.add_paragraph(heading)
    rows(document.add_table(len(table), 4), *table)
    return saved(document)


def excel(heading: str, table: tuple[tuple[str, ...], ...]) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in table:
        sheet.append(row)
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


FORMS = {"lista.docx": word, "lista.xlsx": excel, "lista.pdf": pdf}


def run(tmp_path: Path, name: str, content: bytes, *options: str) -> tuple[int, Path]:
    root = tiny(tmp_path / "projekt")
    (tmp_path / name).write_bytes(content)
    words = ["importera", str(tmp_path / name), "--organ", "prov", "--sammanträde", "2026-11-26", "--idag", TODAY]
    return main([*words, "--katalog", str(root), *options]), root / PATH


@pytest.mark.parametrize("name", FORMS)
def test_one_list_in_three_forms(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, made = run(
        tmp_path, name, FORMS[name](HEADING, TABLE), *(("--enhet", "Jobbcenter") if name == "lista.xlsx" else ())
    )
    told = capsys.readouterr().out
    assert made.read_text(encoding="utf-8") == LIST
    assert "2 beslut från Jobbcenter för oktober 2026." in told
    assert 'Rad 2: datumet "261003" är skrivet 2026-10-03.' in told
    assert "Kolumnernas rubriker är Beslutsdatum | Punkt | Beslut | Delegat." in " ".join(told.split())
    assert code == 0


OFFICE = Path(__file__).parent / "libreoffice"
OF_OFFICE = """\
beslut:
  - datum: 2026-10-05
    punkt: E4
    beslut: Anställning av handläggare, vikariat
    löpnummer: 31:2026
    delegat: Enhetschef
  - datum: 2026-10-14
    punkt: E4
    beslut: Inköp av möbler till mötesrummet
    löpnummer: 32:2026
    delegat: Enhetschef
---
"""
"""What all three of LibreOffice's files say: a form with fields and a broken heading, the same as PDF, a sheet with formulas."""

ABOVE = (
    'Dokumentet har också "Anmälan av delegationsbeslut".',
    'Dokumentet har också "Anmärkning: Klicka här för att skriva".',
    'Dokumentet har också "Listan lämnas till nämndsekreteraren senast den femte.".',
    'Rad 1: "Beslut fattade på delegation, blankett KS 7" (raden står före rubrikraden).',
)
OUTSIDE = {
    "delegationslista.docx": ABOVE,
    "delegationslista.pdf": ABOVE,
    "delegationsblad.xlsx": (
        'Rad 1: "Delegationsbeslut Jobbcenter oktober 2026" (raden står före rubrikraden).',
        'Rad 26: "Antal | 2" (beslut saknas).',
    ),
}


@pytest.mark.parametrize("name", OUTSIDE)
def test_lists_made_in_libreoffice(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, made = run(tmp_path, name, (OFFICE / name).read_bytes(), "--enhet", "Jobbcenter")
    told = " ".join(capsys.readouterr().out.split())
    assert made.read_text(encoding="utf-8").endswith(OF_OFFICE)
    left_out = told[told.index("Kom inte med - ") : told.index(" Gör så här nu")].removeprefix("Kom inte med - ")
    assert set(left_out.split(" - ")) == set(OUTSIDE[name])


def test_what_stands_outside_the_table_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(tmp_path, "lista.docx", word("Enhet: Jobbcenter, rapport ett", (*TABLE, ("", "", "Utan datum", ""))))
    told = " ".join(capsys.readouterr().out.split())
    assert 'Dokumentet har också "Enhet: Jobbcenter, rapport ett".' in told
    assert 'Rad 4: "Utan datum" (datum saknas).' in told


NAMED = (*TABLE, ("2026-10-20", "E4", "Ny lön för Bo Lindqvist", "Anna Svensson, enhetschef"))


def test_unknown_name_stops_the_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, made = run(tmp_path, "lista.docx", word(HEADING, NAMED), "--enhet", "Jobbcenter")
    assert (code, made.exists()) == (1, False)
    assert capsys.readouterr().out == (
        "lista.docx: importeras inte, för listan nämner B* L******** vid namn. "
        'Ange befattningarna med --roll "Namn=befattning", '
        "en gång för varje. Förtroendevalda känns igen av namnen i ledamoter.md.\n\n"
    )


SHORT = (
    *TABLE,
    ("2026-10-20", "E4", "Hus A", "Berg K."),
    ("2026-10-21", "E4", "Inköp", "K. Berg"),
    ("2026-10-22", "E4", "Inköp", "Anna S"),
)


def test_short_names_are_names_where_somebody_decides(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, made = run(tmp_path, "lista.docx", word(HEADING, SHORT))
    assert (code, made.exists()) == (1, False)
    assert "för listan nämner B*** K*, K* B***, A*** S vid namn." in capsys.readouterr().out


def test_names_become_offices(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = ("--enhet", "Jobbcenter", "--roll", "Bo Lindqvist=handläggare")
    _, made = run(tmp_path, "lista.docx", word(HEADING, NAMED), *options)
    text, told = made.read_text(encoding="utf-8"), capsys.readouterr().out
    assert "beslut: Ny lön för handläggare\n    delegat: enhetschef\n" in text
    assert 'A*** S*******, enhetschef" är skrivet enhetschef.' in " ".join(told.split())
    assert "Lindqvist" not in text + told


def test_unit_that_is_not_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, "lista.xlsx", excel("", TABLE))[0] == 1
    assert capsys.readouterr().out == (
        "lista.xlsx: importeras inte, för enhet för lista.xlsx saknas. Ange --enhet.\n\n"
    )


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.pdf", b"hej", "filen är ingen PDF som går att läsa. Be den som skickade den om en ny."),
        ("a.pdf", b"%PDF-1.4 trasig", "filen är skadad och går inte att läsa. Be den som skickade den om en ny."),
        (
            "a.pdf",
            pdf("", ()),
            "filen är inskannad och har ingen text. Be den som skickade den om filen som den skrevs.",
        ),
        (
            "a.xlsx",
            excel("", (("Dag", "Vad", "", ""),)),
            f"{NO_LIST} Skriv rubrikerna över kolumnerna, spara, och importera igen.",
        ),
        ("a.xlsx", b"hej", "filen är inget kalkylblad som går att läsa. Spara den på nytt som .xlsx."),
    ],
    ids=["ingen-pdf", "trasig-pdf", "inskannad-pdf", "blad-utan-lista", "inget-kalkylblad"],
)
def test_refused(name: str, content: bytes, why: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, name, content)[0] == 1
    assert capsys.readouterr().out == f"{name}: importeras inte, för {why}\n\n"


def test_word_without_a_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = Document()
    document.add_paragraph("Ingen tabell.")
    assert run(tmp_path, "a.docx", saved(document), "--som", "lista")[0] == 1
    assert NO_LIST in capsys.readouterr().out


HEADS = ("Besluts-\ndatum", "Delega-\ntions-\npunkt", "Beslut", "Diarie-\nnummer")


def lists(root: Path) -> dict[str, str]:
    folder = root / "meetings/prov/2026-11-26/delegationsbeslut"
    return {path.name: path.read_text("utf-8") for path in folder.glob("2026-1*.md")}


def test_broken_heads_and_numbers_and_rows_that_go_on_overleaf(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = pages(
        (
            HEADING,
            (
                HEADS,
                ("1/10", "A6", "Breddad kompetens-\nförsörjning", "PRO/\n2026:55"),
                ("2/10", "A6", "Bygglov", "pro 2026/\n00056"),
                ("3/10", "E4", "Resa till", ""),
            ),
        ),
        ("", (HEADS, ("", "", "Borås i tjänsten", ""), ("5/10", "E4", "Inköp", "34:\n2026"))),
    )
    assert run(tmp_path, "lista.pdf", content)[0] == 0
    (text,) = lists(tmp_path / "projekt").values()
    assert text.endswith(
        "beslut:\n"
        "  - datum: 2026-10-01\n    punkt: A6\n    beslut: Breddad kompetensförsörjning\n    diarienummer: PRO/2026:55\n"
        "  - datum: 2026-10-02\n    punkt: A6\n    beslut: Bygglov\n    diarienummer: PRO/2026:56\n"
        "  - datum: 2026-10-03\n    punkt: E4\n    beslut: Resa till Borås i tjänsten\n"
        "  - datum: 2026-10-05\n    punkt: E4\n    beslut: Inköp\n    löpnummer: 34:2026\n---\n"
    )
    assert "Kom inte med" not in capsys.readouterr().out


def test_names_are_masked_and_like_lines_told_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    footers = tuple(("", "", f"Ansvarig: Karin Lindqvist, sida {n}", "") for n in range(1, 31))
    run(tmp_path, "lista.docx", word(HEADING, (*TABLE, *footers)), "--roll", "Karin Lindqvist=chef")
    told = " ".join(capsys.readouterr().out.split())
    assert "Lindqvist" not in told
    assert told.count("Ansvarig: ") == 1
    assert "29 till säger detsamma." in told


def test_a_name_outside_the_table_is_masked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(tmp_path, "lista.docx", word("Enhet: Jobbcenter. Undertecknat: Karin Lindqvist", TABLE))
    assert "K**** L********" in capsys.readouterr().out
