"""Attachments: a number is found wherever in the file it stands, and what cannot be judged stops."""

from __future__ import annotations

import datetime as dt

import pytest

from build_scripts import foreign
from build_scripts.guard.readers.by_ending import READ, extract
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


def test_every_type_that_may_be_an_attachment_has_a_reader() -> None:
    assert set(READ) == set(ATTACHABLE)


def test_an_author_in_the_properties_is_told() -> None:
    assert extract("a.pdf", made.pdf(("Beslut",), author="Kansliet")).has_author
    assert not extract("a.pdf", made.pdf(("Beslut",))).has_author
