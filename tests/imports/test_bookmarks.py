"""What the bookmarks of a packet tell of its documents and their matters."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from pypdf import PdfWriter

from build_scripts.imports.bookmarks import Bookmark, bookmarks_of
from build_scripts.imports.splitting import split
from tests.imports.packet_run import CALL
from tests.imports.test_splitting import SERIES, _kinds, _leaf

Outline = list[tuple[str, int, list[tuple[str, int]]]]


def _file(outline: Outline) -> bytes:
    writer, packed = PdfWriter(), io.BytesIO()
    for _ in range(9):
        writer.add_blank_page(595, 842)
    for title, page, below in outline:
        above = writer.add_outline_item(title=title, page_number=page - 1)
        for inner, at in below:
            writer.add_outline_item(title=inner, page_number=at - 1, parent=above)
    writer.write(packed)
    return packed.getvalue()


MATTERS: Outline = [
    ("Kallelse", 1, []),
    ("1. Budget", 2, [("Tjänsteskrivelse", 2), ("Tabeller", 4)]),
    ("2. Skola", 6, [("Remiss", 6)]),
]


def test_documents_stand_below_their_matters() -> None:
    assert bookmarks_of(_file(MATTERS)) == {
        1: Bookmark("Kallelse"),
        2: Bookmark("Tjänsteskrivelse", "1. Budget"),
        4: Bookmark("Tabeller", "1. Budget"),
        6: Bookmark("Remiss", "2. Skola"),
    }


@pytest.mark.parametrize(
    ("below", "marks"),
    [([("Mål", 6), ("Medel", 6)], "1. "), ([("Mål", 7)], "1. "), ([("Mål", 6), ("Medel", 8)], "")],
)
def test_chapters_below_documents_are_none(below: list[tuple[str, int]], marks: str) -> None:
    """Several on a page, one that begins further on, and those of documents without numbers."""
    outline: Outline = [(f"{marks}Budget", 2, [("Mål", 2)]), (f"{marks}Skola", 6, below)]
    assert {page: one.matter for page, one in bookmarks_of(_file(outline)).items()} == {2: None, 6: None}


def test_headings_that_documents_have_are_none() -> None:
    outline: Outline = [("Budget", 2, []), ("Förslag till beslut", 2, []), ("Bakgrund", 3, []), ("1 Mål", 4, [])]
    assert bookmarks_of(_file(outline)) == {}


def test_a_broken_file_has_no_bookmarks() -> None:
    assert bookmarks_of(b"%PDF-1.4") == {}


def test_a_document_is_of_the_matter_that_it_stands_under() -> None:
    letter = _leaf(2, "# Skrivelse om lekparker", bookmark="Skrivelse.pdf", under="2. Svar på motion om lekplatser")
    report = _leaf(3, "TJÄNSTESKRIVELSE\n# Något annat", bookmark="4. Budget", under="Sammanträdesordning 2027")
    found = split([_leaf(1, CALL), letter, report, replace(letter, number=4, under="9. Annat")], SERIES)
    assert _kinds(found)[1:] == [
        ("2", "bilaga", 2, "Skrivelse"),
        ("3", "tjänsteskrivelse", 3, "Sammanträdesordning 2027"),
        ("4", "bilaga", 3, "Skrivelse"),
    ]
