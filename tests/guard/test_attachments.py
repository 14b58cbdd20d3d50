"""Attachments: a number is found wherever in the file it stands, and what cannot be judged stops."""

from __future__ import annotations

import datetime as dt
from functools import reduce

import pytest
from pypdf.generic import DictionaryObject, NameObject

from build_scripts import foreign
from build_scripts.foreign import LARGEST_FILE, LARGEST_PART
from build_scripts.guard.readers.by_ending import READ, extract
from build_scripts.guard.readers.extracted import EMBEDDED, PROGRAM
from macros.guard.official import Official
from macros.guard.recognise import recognise
from macros.record.media import ATTACHABLE
from tests.guard import documents as made
from tests.guard.granska import LAST, NUMBER

BARE = NUMBER.replace("-", "")
DASH = NUMBER[6]
RUNS = f"<w:r><w:t>Elev 850</w:t></w:r><w:r><w:t>709</w:t></w:r><w:r><w:t>{DASH}{LAST}</w:t></w:r>"
DELETED = f"<w:del><w:r><w:delText>{NUMBER}</w:delText></w:r></w:del>"
XML = f"<a><p>{NUMBER}</p></a>"

FOUND = {
    "sida 2": ("a.pdf", made.pdf(("Beslut", f"Elev {NUMBER}"))),
    "filens egenskaper": ("a.pdf", made.pdf(("Beslut",), author=NUMBER)),
    "sida 1, anteckning": ("a.pdf", made.pdf(("Beslut",), note=f"Ring {NUMBER}")),
    "en tidigare version av filen": ("a.pdf", made.saved_again(made.pdf((f"Elev {NUMBER}",)), "Elev")),
    "texten": ("a.docx", made.word(RUNS)),
    "texten, struken": ("a.docx", made.word(DELETED)),
    "en kommentar": ("a.docx", made.word(more={"word/comments.xml": XML})),
    "sidhuvud eller sidfot": ("a.docx", made.word(more={"word/footer1.xml": XML})),
    "filens egenskaper, Word": ("a.docx", made.word(more={"docProps/core.xml": f"<c><creator>{NUMBER}</creator></c>"})),
    "en länk": (
        "a.docx",
        made.word(more={"word/_rels/document.xml.rels": f'<r><x Target="mailto:{NUMBER}@example.se"/></r>'}),
    ),
    "texten, OpenDocument": ("a.odt", made.open_document(f"Elev 850709<b>{DASH}{LAST}</b>")),
    "Elever, rad 3": ("a.xlsx", made.excel({"A1": "Elev", "B3": NUMBER})),
    "Elever, rad 4": ("a.xlsx", made.excel({"B4": NUMBER}, hidden=True)),
    "Elever, sidhuvud eller sidfot": ("a.xlsx", made.excel({}, footer=NUMBER)),
    "en kommentar, Excel": ("a.xlsx", made.excel({"A1": "Elev"}, comment=NUMBER)),
    "filens egenskaper, foto": ("a.jpg", made.jpeg(f"Elev {NUMBER}")),
    "filens egenskaper, kommentar": ("a.jpg", made.jpeg(comment=f"Elev {NUMBER}")),
    "filens egenskaper, bild": ("a.png", made.png(NUMBER)),
    "en bild, filens egenskaper": ("a.docx", made.word(more={"word/media/image1.png": made.png(NUMBER)})),
    "texten, tabell": ("a.csv", f"elev;nummer\nE;{NUMBER}\n".encode()),
    "texten, från Excel": ("a.csv", f"skola;nummer\nÅsskolan;{NUMBER}\n".encode("cp1252")),
    "texten, Unicode-text från Excel": ("a.txt", f"elev\tnummer\nE\t{NUMBER}\n".encode("utf-16")),
    "texten, ritad bild": ("a.docx", made.word(more={"word/media/image1.svg": XML})),
    "bild 2": ("a.pptx", made.package({"ppt/slides/slide2.xml": XML})),
}
"""Where the number stands (what follows a comma after a place of its own only tells the cases apart), and the file."""


@pytest.mark.parametrize(("where", "file"), FOUND.items(), ids=list(FOUND))
def test_a_number_is_found_and_its_place_told(where: str, file: tuple[str, bytes]) -> None:
    extracted = extract(*file)
    places = {
        piece.where
        for piece in extracted.pieces
        for hit in recognise(piece.text, Official())
        if hit.kind_id == "personnummer"
    }
    assert places
    assert {place for place in places if where.startswith(place)} == places
    assert extracted.faults == ()


WITHIN = {
    "celler": made.word(f"<w:tbl><w:tr><w:tc><w:p>850709</w:p></w:tc><w:tc><w:p>{LAST}</w:p></w:tc></w:tr></w:tbl>"),
    "rutor": made.word("<w:tr>" + "".join(f"<w:tc><w:p>{digit}</w:p></w:tc>" for digit in BARE) + "</w:tr>"),
    "hårt bindestreck": made.word(f"<w:p>850709<w:noBreakHyphen/>{LAST}</w:p>"),
    "struket mitt i": made.word(f"<w:p>8507<w:del><w:delText>xx</w:delText></w:del>09{DASH}{LAST}</w:p>"),
    "alternativtext": made.word(f'<w:p><shape alt="{NUMBER}"/></w:p>'),
    "namn på bild": made.word(f'<w:p><docPr name="{NUMBER}"/></w:p>'),
    "fält": made.word(f'<w:p><w:fldSimple w:instr="MERGEFIELD {NUMBER}"/></w:p>'),
    "listruta": made.word(f'<w:listItem w:displayText="{NUMBER}"/>'),
    "ritning": made.word(more={"word/media/image1.emf": f"Elev {NUMBER}".encode("utf-16-le")}),
    "delens namn": made.word(more={f"word/media/{NUMBER}.png": made.png("x")}),
}


@pytest.mark.parametrize("content", WITHIN.values(), ids=list(WITHIN))
def test_a_number_is_found_in_whatever_part_of_a_document(content: bytes) -> None:
    extracted = extract("a.docx", content)
    kinds = {hit.kind_id for piece in extracted.pieces for hit in recognise(piece.text, Official())}
    assert kinds <= {"personnummer", "personnummer-siffror"}
    assert kinds


@pytest.mark.parametrize(
    "where",
    ["choice", "hint", "standard", "picture", "layer", "stamp", "rich note", "form of XML", "page", "lost object"],
)
def test_a_number_is_found_in_whatever_object_of_a_pdf_file(where: str) -> None:
    texts = [piece.text for piece in extract("a.pdf", made.pdf_beside(where, NUMBER)).pieces]
    assert {hit.kind_id for text in texts for hit in recognise(text, Official())} == {"personnummer"}


def test_a_file_whose_drawings_draw_each_other_for_ever_is_refused_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fifty stamps that draw themselves a thousand times each: kilobytes that are read for an hour."""
    monkeypatch.setattr(foreign, "SECONDS", 0.5)
    monkeypatch.setattr(foreign, "SECONDS_A_PAGE", 0.1)
    assert extract("a.pdf", made.endless_pdf()).faults == (("oläst-bilaga", "den tar för lång tid att läsa"),)


def test_a_file_that_begins_as_a_web_page_is_no_pdf() -> None:
    assert extract("a.pdf", b"<html>" + made.pdf(("Beslut",))).faults == (("oläst-bilaga", "filen är trasig"),)
    assert extract("a.pdf", b"\xef\xbb\xbf\n" + made.pdf(("Beslut",))).faults == ()


@pytest.mark.parametrize(
    "name", ["word/a.csv", "word/a.eml", "word/a.json", "word/afchunk.xhtml", "word/a.zip", "xl/model/item.data"]
)
def test_a_part_of_no_known_kind_is_a_file_of_its_own(name: str) -> None:
    assert extract("a.docx", made.word(more={name: NUMBER})).faults == (
        ("oläst-bilaga", "den har andra filer inbäddade"),
    )


def test_a_package_that_begins_as_something_else_is_not_judged() -> None:
    assert extract("a.docx", b"<html>" + made.word()).faults == (("oläst-bilaga", "filen är trasig"),)


@pytest.mark.parametrize(
    ("cells", "written"),
    [
        ([(507099802, "000000-0000")], "050709-9802"),
        ([(507099802, '000000"-"0000;@')], "050709-9802"),
        ([(507099802, '"Pnr "000000-0000_-')], "Pnr 050709-9802"),
        ([(507099802, r"[Red]00\.00\.00\-0000")], "05.07.09-9802"),
        ([(850709, '0"-9805"')], "850709-9805"),
        ([(507099802, '#,##0" kr"'), (507099802, "@")], "507099802\t507099802"),
        ([(50709, "000000"), (802, "0000")], "050709\t0802"),
        ([(dt.datetime.fromisoformat("1985-07-09"), "yymmdd"), (9805, "General")], "1985-07-09\t9805"),
        ([(dt.datetime.fromisoformat("1985-07-09T18:30"), "yymmdd")], "1985-07-09T18:30:00"),
        ([(1234567, "#,##0"), (5, "0.00"), (True, "0000")], "1234567\t5\tTrue"),
        ([(198507099805, "000000-0000")], "19850709-9805"),
        ([("Personnummer", "General")], "Personnummer"),
    ],
)
def test_cells_are_read_as_they_are_shown(cells: list[tuple[object, str]], written: str) -> None:
    """Excel keeps no first noughts: whoever was born in 2005 has nine digits there."""
    rows = [
        piece.text for piece in extract("a.xlsx", made.shaped_excel([cells])).pieces if piece.where == "Elever, rad 1"
    ]
    assert rows == [written]


def test_noughts_are_read_below_the_word_for_personal_numbers() -> None:
    book = made.shaped_excel([[("Namn", "General"), ("Personnr", "General")], [(7, "General"), (507099802, "General")]])
    assert [piece.text for piece in extract("a.xlsx", book).pieces if piece.where == "Elever, rad 2"] == [
        "7\t0507099802"
    ]


@pytest.mark.parametrize("where", ["formula", "validation", "filter", "format"])
def test_a_number_is_found_beside_the_cells_of_a_workbook(where: str) -> None:
    texts = [piece.text for piece in extract("a.xlsx", made.excel_beside(where, NUMBER)).pieces]
    assert {hit.kind_id for text in texts for hit in recognise(text, Official())} == {"personnummer"}


@pytest.mark.parametrize(
    "drawn", [f"{LAST}) Tj -60 0 Td ({NUMBER[:7]}", f"{NUMBER[:7]}) Tj 0 -20 Td (Namn) Tj 90 20 Td ({LAST}"]
)
def test_a_number_that_a_page_draws_in_another_order_is_found(drawn: str) -> None:
    """Its end first, or with what stands below in between."""
    texts = [piece.text for piece in extract("a.pdf", made.pdf((drawn,))).pieces]
    assert "personnummer" in {hit.kind_id for text in texts for hit in recognise(text, Official())}


@pytest.mark.parametrize("value", [int(BARE), float(BARE)], ids=["heltal", "decimaltal"])
def test_a_number_that_excel_stored_as_a_number_is_found(value: float) -> None:
    texts = [piece.text for piece in extract("a.xlsx", made.excel({"B3": value})).pieces]
    assert [hit.kind_id for text in texts for hit in recognise(text, Official())] == ["personnummer-siffror"]


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
        ("oläst-bilaga", "den hämtar en mall eller en annan del från en annan plats"),
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
        ("oläst-bilaga", "den hämtar en mall eller en annan del från en annan plats"),
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


def test_every_type_that_may_be_an_attachment_has_a_reader() -> None:
    assert set(READ) == set(ATTACHABLE)


def test_an_author_in_the_properties_is_told() -> None:
    assert extract("a.pdf", made.pdf(("Beslut",), author="Kansliet")).has_author
    assert not extract("a.pdf", made.pdf(("Beslut",))).has_author
