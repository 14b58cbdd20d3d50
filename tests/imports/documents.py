"""Word documents in the layouts that municipalities use, made with python-docx."""

from __future__ import annotations

import io
from collections.abc import Callable

from docx import Document
from docx.document import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Inches
from PIL import Image

from tests.imports.drawing import RELATIONS, raw, rows, text_box, with_notes


def letterhead_in_header() -> Word:
    """A table in the page header, Word's own styles, automatic numbers, a signature and receivers in a list."""
    document = Document()
    header = document.sections[0].header
    rows(
        header.add_table(2, 3, Inches(6)),
        ("Datum", "Diarienummer", "Handläggare"),
        ("2026-11-04", "PRO 2026/28", "Anna Svensson"),
    )
    document.sections[0].footer.paragraphs[0].text = "Provköpings kommun · Storgatan 1 · 08-530 610 00"
    document.add_paragraph("Tjänsteskrivelse")
    document.add_heading("Internbudget 2027", 1)
    document.add_heading("Förvaltningens förslag till beslut", 2)
    for text in ("Nämnden antar internbudgeten för 2027.", "Förvaltningschefen får flytta högst 500 000 kr."):
        document.add_paragraph(text, style="List Number")
    document.add_heading("Bakgrund", 2)
    paragraph = document.add_paragraph("Nämnden har fått ")
    paragraph.add_run("102,1 mnkr").bold = True
    paragraph.add_run(", lika mycket som den preliminära ramen. Skol")
    paragraph.add_run("skjutsen").bold = True
    paragraph.add_run(" får mest.")
    for text in ("Skolskjuts", "Bibliotek"):
        document.add_paragraph(text, style="List Bullet")
    document.add_paragraph("bara huvudbiblioteket", style="List Bullet 2")
    document.add_paragraph("Anna Svensson")
    document.add_paragraph("Verksamhetscontroller")
    document.add_heading("Beslutet skickas till", 2)
    for text in ("Kommunstyrelsen", "Ekonomiavdelningen"):
        document.add_paragraph(text, style="List Bullet")
    return document


def only_bold() -> Word:
    """No styles at all: the letterhead in tabs, headings in bold, proposals with typed numbers, a typed list."""
    document = Document()
    document.add_paragraph("TJÄNSTESKRIVELSE\t1 [2]")
    document.add_paragraph("Provförvaltningen")
    document.add_paragraph("2026-11-04\tDnr PRO/2026:31")
    document.add_paragraph("Referens\tMottagare")
    document.add_paragraph("Bo Lindqvist\tProvnämnden")
    for text, body in (
        ("Mål för matsvinn i skolorna", ()),
        (
            "Förslag till beslut",
            ("1. Matsvinnet ska vara högst 40 gram per portion.", "2. Alla skolor ska anmäla frånvaro före kl. 9."),
        ),
        ("Sammanfattning", ("Fyra skolor har prövat i ett år.", "- Norra skolan", "- Ekskolan & Västra")),
        (
            "Varför 40 gram",
            ("Snittet var 47 gram 2025 *före* försöket (se <bilaga 1>).", "5. Det femte steget står kvar som det är."),
        ),
    ):
        document.add_paragraph().add_run(text).bold = True
        for line in body:
            document.add_paragraph(line)
    document.add_paragraph("Bo Lindqvist, måltidschef")
    document.add_paragraph("Expedieras till: Rektorerna, Måltidsenheten")
    return document


def table_of_figures() -> Word:
    """The letterhead as the text's first table; a table of figures with merged cells, and a table in a cell."""
    document = Document()
    rows(
        document.add_table(2, 2),
        ("Handläggare: Cecilia Ek, ekonom", "Datum: 4 november 2026"),
        ("Till: Provnämnden", "Dnr: PRO/2026:40"),
    )
    document.add_heading("Delårsrapport oktober", 0)
    document.add_heading("Ärendet", 1)
    table = rows(
        document.add_table(5, 4),
        ("Verksamhet", "Mnkr", "", ""),
        ("", "Budget", "Utfall", "Skillnad"),
        ("Skola | förskola", "10,0", "9,5", "0,5"),
        ("Fritid", "2,0", "2,5", "−0,5"),
        ("Summa", "12,0", "12,0", "0,0"),
    )
    table.cell(0, 1).merge(table.cell(0, 3))
    table.cell(0, 0).merge(table.cell(1, 0))
    outer = document.add_table(1, 2)
    outer.cell(0, 0).text = "Not till tabellen"
    rows(outer.cell(0, 1).add_table(1, 2), ("inre ett", "inre två"))
    document.add_heading("Förslag till beslut", 1)
    document.add_paragraph("Nämnden godkänner rapporten och lägger den till handlingarna.")
    return document


def text_boxes() -> Word:
    """Number and date in a text box, a fact box beside the text, a picture and an equation."""
    document = Document()
    raw(document.add_paragraph(), text_box("Diarienr", "PRO/2026:52", "Datum", "2026-10-30"))
    document.add_heading("Cykelväg till Norra skolan", 0)
    document.add_heading("Förslag till beslut", 1)
    document.add_paragraph("Nämnden bygger cykelvägen.")
    document.add_heading("Bakgrund", 1)
    paragraph = document.add_paragraph("Vägen blir 1 200 meter.")
    raw(paragraph, text_box("Fakta: 340 elever cyklar varje dag."))
    raw(paragraph, "<w:r><w:t xml:space='preserve'> Kostnaden räknas som </w:t></w:r>")
    raw(paragraph, "<m:oMath><m:r><m:t>a·1200</m:t></m:r></m:oMath>")
    picture = io.BytesIO()
    Image.new("RGB", (2, 2)).save(picture, "PNG")
    document.add_picture(picture)
    document.inline_shapes[0]._inline.docPr.set("descr", "Karta över vägen")
    return document


def comments() -> Word:
    """Comments from two readers, hidden text, and form fields of which one was never filled in."""
    document = Document()
    document.add_paragraph("Datum: 2026-11-02")
    document.add_paragraph("Dnr: PRO/2026:60")
    document.add_heading("Lekplatser, lägesrapport", 1)
    document.add_heading("Förslag till beslut", 2)
    document.add_paragraph("Nämnden har tagit del av lägesrapporten.")
    document.add_heading("Sammanfattning", 2)
    paragraph = document.add_paragraph("Tre lekplatser är klara. ")
    run = paragraph.add_run("Två väntar.")
    document.add_comment(run, text="Stämmer det? Ekbacken också?", author="Granskaren", initials="G")
    paragraph.add_run("internt utkast").font.hidden = True
    raw(
        document.add_paragraph(),
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
        "<w:sdtContent><w:r><w:t>Klicka här och skriv</w:t></w:r></w:sdtContent></w:sdt>",
    )
    raw(
        document.add_paragraph(),
        "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>Ifyllt fält.</w:t></w:r></w:sdtContent></w:sdt>",
    )
    raw(
        document.add_paragraph("Antal: "),
        "<w:fldSimple w:instr='DOCPROPERTY antal'><w:r><w:t>fem stycken</w:t></w:r></w:fldSimple>",
    )
    return document


def footnotes() -> Word:
    """Footnotes, a style of the municipality's own for headings, and the title after the word for it."""
    document = Document()
    style = document.styles.add_style("Provköping Mellanrubrik", WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Heading 2"]
    document.add_paragraph("Ärende: Avgifter för idrottshallar")
    document.add_paragraph("Diarienummer: PRO/2026:71")
    document.add_paragraph("Förslag till beslut", style=style)
    document.add_paragraph("Provnämnden beslutar att")
    document.add_paragraph("höja avgiften med 2 procent", style="List Bullet")
    document.add_paragraph("se över reglerna 2028", style="List Bullet")
    document.add_paragraph("Bedömning", style=style)
    paragraph = document.add_paragraph("Avgiften var oförändrad sedan 2019")
    raw(paragraph, "<w:r><w:footnoteReference w:id='2'/></w:r>")
    raw(paragraph, "<w:r><w:t> och hyran har stigit</w:t></w:r>")
    raw(paragraph, "<w:r><w:footnoteReference w:id='3'/></w:r>")
    with_notes(document, {2: "Nämnden 2019-03-14 § 22.", 3: "Se bilaga 2, 4.1 [sic].", 4: "En not som ingen pekar på."})
    return document


def att_clauses() -> Word:
    """Proposals that begin with "att", in two steps, and receivers and headings run in on one line."""
    document = Document()
    document.add_heading("Svar på motion om söndagsöppet", 1)
    document.add_paragraph("Dnr PRO/2026:80, datum 2026-09-30")
    document.add_heading("Förslag till beslut i kommunfullmäktige", 2)
    document.add_paragraph("Provnämnden föreslår kommunfullmäktige besluta")
    document.add_paragraph("att motionen anses besvarad")
    document.add_paragraph("att uppdra åt nämnden att följa upp försöket")
    document.add_paragraph("Bakgrund\nEva Ekberg (S) lämnade motionen i mars. Kontakta Maria Holm om du undrar något.")
    document.add_paragraph("Beslutet delges: Motionären; Kommunstyrelsen")
    return document


def side_by_side() -> Word:
    """Labels beside their values, numbering that goes on after a table, letters, links, and two signatures in a table."""
    document = Document()
    rows(
        document.add_table(3, 2),
        ("Ärendenummer", "PRO/2026:91"),
        ("Handläggare", "Sara Blom"),
        ("Datum", "2026-11-10"),
    )
    document.add_heading("Underhåll av skolvägar", 1)
    document.add_heading("Sammanfattning", 2)
    for text in ("Sanda vägarna.", "Laga staketen."):
        document.add_paragraph(text, style="List Number")
    rows(document.add_table(2, 2), ("Väg", "Meter"), ("Norra", "350"))
    document.add_paragraph("Byt lamporna.", style="List Number")
    paragraph = document.add_paragraph("Läs mer på ")
    for address, text in (
        ("https://provkoping.example.se/vagar", "kommunens sida"),
        ("http://gammal.example.se", "den gamla sidan"),
    ):
        link = document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        raw(
            paragraph,
            f"<w:hyperlink xmlns:r='{RELATIONS}' r:id='{link}'><w:r><w:t>{text}</w:t></w:r></w:hyperlink>",
        )
        paragraph.add_run(", ")
    document.add_heading("Förslag till beslut", 2)
    document.add_paragraph("Ordföranden får i uppdrag att ta fram en plan.")
    rows(document.add_table(2, 2), ("Karl Vall", "Sara Blom"), ("Förvaltningschef", "Trafikplanerare"))
    document.add_heading("Sändlista", 2)
    document.add_paragraph("Peter Strand, gatuchef\nGatuenheten")
    return document


LAYOUTS: tuple[Callable[[], Word], ...] = (
    letterhead_in_header,
    only_bold,
    table_of_figures,
    text_boxes,
    comments,
    footnotes,
    att_clauses,
    side_by_side,
)
"""The layouts that are imported; those that are refused are made where they are tested."""
