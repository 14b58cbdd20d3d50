"""A packet's pages in Word: their numbers, letterheads and headings, as the packet's look has them."""

from __future__ import annotations

import datetime as dt

from docx import Document
from docx.document import Document as Word
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from macros.dates import written
from tests.imports.drawing import rows as filled
from tests.imports.packets.invented import InventedMatter, InventedPacket


def new(packet: InventedPacket) -> Word:
    document = Document()
    style = document.styles["Normal"]
    style.font.name = {"table": "Liberation Sans", "lines": "Liberation Sans"}.get(packet.look, "Liberation Serif")
    style.font.size = Pt(11)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    return document


def bold(word: Word, text: str, size: float = 0) -> Paragraph:
    paragraph = word.add_paragraph()
    run = paragraph.add_run(text)
    run.bold = True
    if size:
        run.font.size = Pt(size)
    return paragraph


def _field(paragraph: Paragraph, code: str) -> None:
    for kind in ("begin", None, "end"):
        run = paragraph.add_run()
        if kind is None:
            text = OxmlElement("w:instrText")
            text.text = code
            run._r.append(text)
        else:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)


def _numbers(packet: InventedPacket, word: Word) -> None:
    """The page's number, as the look has it."""
    if packet.look in ("word", "large"):
        return
    header = word.sections[0].header.paragraphs[0]
    begin, between, end = {
        "tabs": ("", "[", "]"),
        "table": ("Sida ", " (", ")"),
        "lines": ("", " av ", ""),
        "bookmarks": ("", "", ""),
    }[packet.look]
    header.add_run("\t\t" + begin)
    _field(header, "PAGE")
    if between:
        header.add_run(between)
        _field(header, "NUMPAGES")
        header.add_run(end)
    word.sections[0].footer.paragraphs[0].text = f"{packet.municipality} · Storgatan 1 · 08-530 610 00"


def letterhead(packet: InventedPacket, matter: InventedMatter, word: Word, kind: str, date: str) -> None:
    _numbers(packet, word)
    if packet.look == "tabs":
        bold(word, f"{kind.upper()}")
        word.add_paragraph(
            packet.body.replace("nämnden", "förvaltningen") if kind == "tjänsteskrivelse" else packet.body
        )
        word.add_paragraph(f"{date}\t\t\t\tDnr {matter.number or '/'}")
        word.add_paragraph("Referens\t\t\t\t\tMottagare")
        word.add_paragraph(f"Nämndsekreteraren\t\t\t\t{packet.body}")
    elif packet.look == "table":
        filled(word.add_table(2, 3), ("Datum", "Diarienummer", "Handläggare"), (date, matter.number, "Utredare"))
        bold(word, kind.capitalize(), 14)
    elif packet.look == "lines":
        word.add_paragraph(packet.municipality)
        day = written.date(dt.date.fromisoformat(date))
        word.add_paragraph(f"Datum: {day}\nDnr: {matter.number}\nHandläggare: planarkitekt")
        word.add_paragraph(kind.upper())
    elif packet.look == "word":
        word.add_paragraph(f"{packet.municipality}, {packet.body}")
        word.add_paragraph(f"{kind.upper()}\t{date}")
        word.add_paragraph(f"Diarienummer: {matter.number}")
    elif packet.look == "large":
        word.add_paragraph(f"{packet.body}\t\t\t\t{date}")
        word.add_paragraph(f"Dnr: {matter.number}" if matter.number else "")
        word.add_paragraph(kind.capitalize())
    else:
        word.add_paragraph(f"{kind.capitalize()}\nDatum: {date}\nÄrendenummer: {matter.number}")


def heading(packet: InventedPacket, word: Word, text: str, level: int = 2) -> None:
    if packet.look in ("table", "large", "word"):
        word.add_heading(text, level)
    else:
        bold(word, text, 16 if level == 1 else 0)
