"""Word documents of people who go their own way: forms that are one table, a pasted letter, no title at all."""

from __future__ import annotations

from collections.abc import Callable

from docx import Document
from docx.document import Document as Word

from tests.imports.drawing import rows


def one_big_table() -> Word:
    """The whole document in a form that is one table: letterhead in cells, capital headings, two who sign in one cell."""
    document = Document()
    form = document.add_table(5, 2)
    for cell, text in zip(
        [*form.row_cells(0), *form.row_cells(1)],
        (
            "PROVKÖPINGS KOMMUN\nUtbildningskontoret",
            "TJÄNSTESKRIVELSE\nDatum\n2026-11-03\nVår beteckning\nPRO/2026:101",
            "Vår handläggare\nLisa Berg, tfn 08-530 610 12",
            "Er beteckning",
        ),
        strict=True,
    ):
        cell.text = text
    text = form.cell(2, 0).merge(form.cell(2, 1))
    for heading, lines in (
        ("ÄNDRADE REGLER FÖR SKOLSKJUTS", ()),
        ("FÖRSLAG TILL BESLUT", ("Provnämnden beslutar:", "a) Reglerna ändras, samt", "b) Beslutet följs upp.")),
        ("ÄRENDET I KORTHET", ("Gränsen höjs från 3 till 4 km.",)),
    ):
        text.add_paragraph().add_run(heading).bold = True
        for line in lines:
            text.add_paragraph(line)
    text.add_table(2, 2)
    rows(text.tables[0], ("Årskurs", "Gräns"), ("4–6", "4 km"))
    text.add_paragraph("Gränsen gäller från hösten.")
    form.cell(3, 1).text = "En rad i högra spalten är ingen ram."
    form.cell(4, 0).merge(form.cell(4, 1)).text = "Lisa Berg\nSkolskjutssamordnare\n\nPer Storm\nSkolchef"
    return document


def two_columns() -> Word:
    """A form with the headings to the left and their texts to the right."""
    document = Document()
    document.add_paragraph("TJÄNSTEUTLÅTANDE")
    rows(
        document.add_table(8, 2),
        ("Ärende", "Ny lekplats i Ekbacken"),
        ("Datum", "2026-11-04"),
        ("Dnr", "PRO/2026:5"),
        ("Handläggare", "Lisa Berg, parkingenjör"),
        ("Förslag till beslut", "1. Nämnden bygger lekplatsen.\n2. Kostnaden tas ur budgeten."),
        ("Bakgrund", "Lekplatsen från 1998 är utsliten.\nBarnen har fått önska."),
        ("Kostnad", "800 000 kr"),
        ("Beslutet skickas till", "Parkenheten\nEkonomiavdelningen"),
    )
    return document


def mail() -> Word:
    """A letter that somebody pasted from the mail program, with its own head and greeting."""
    document = Document()
    document.add_paragraph(
        "Från: Jonas Hall\nSkickat: den 4 november 2026 16:02\nTill: Nämndsekreteraren\n"
        "Ämne: VB: Information om vinterväghållning, dnr pro 2026:14"
    )
    document.add_paragraph("Hej!\n\nHär kommer texten till nämnden.")
    document.add_paragraph("Jouren startar den 15 november.")
    document.add_paragraph("Med vänlig hälsning\nJonas Hall\nDriftledare\nGatuenheten")
    return document


def no_title() -> Word:
    """Nothing looks like a title or a heading, and a personal number has slipped in."""
    document = Document()
    document.add_paragraph("Det här är bara en löpande text utan någon rubrik, som någon skrev i all hast.")
    document.add_paragraph("Frågor lämnas till 850709-9805 eller kansliet.")
    document.sections[0].header.paragraphs[0].text = "Arbetsmaterial 850709-9805"
    return document


MESSY: tuple[Callable[[], Word], ...] = (one_big_table, two_columns, mail, no_title)
