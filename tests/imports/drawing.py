"""Pieces of Word documents that python-docx cannot make, and short ways to what it can."""

from __future__ import annotations

import io
from collections.abc import Sequence

from docx.document import Document as Word
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.table import Table
from docx.text.paragraph import Paragraph

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def saved(document: Word) -> bytes:
    """The document as a file's bytes."""
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


def rows(table: Table, *texts: Sequence[str]) -> Table:
    """The table with these texts."""
    for row, line in zip(table.rows, texts, strict=True):
        for cell, text in zip(row.cells, line, strict=True):
            cell.text = text
    return table


def raw(paragraph: Paragraph, xml: str) -> None:
    """Raw XML at the end of a paragraph."""
    paragraph._p.append(
        parse_xml(
            xml.replace(" ", f" {NAMESPACES} ", 1)
            if " " in xml.split(">", 1)[0]
            else xml.replace(">", f" {NAMESPACES}>", 1)
        )
    )


def text_box(*lines: str) -> str:
    """A text box in both of the forms that Word writes."""
    content = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><a:graphic><a:graphicData>"
        f"<wps:wsp><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx></wps:wsp>"
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def with_notes(document: Word, notes: dict[int, str]) -> None:
    """The part of footnotes; references are raw XML."""
    inside = "".join(
        f'<w:footnote w:id="{n}"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>' for n, text in notes.items()
    )
    blob = f'<?xml version="1.0" encoding="UTF-8"?><w:footnotes {NAMESPACES}>{inside}</w:footnotes>'.encode()
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, blob, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
