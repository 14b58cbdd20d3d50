"""What the pages of a PDF tell of the documents in it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_scripts.imports.leaves import leaves_of_pdf
from build_scripts.imports.pdf_pages import PdfLine, PdfPage, PdfTable, Stretch, read_pages
from build_scripts.imports.pdf_text import text_of_pages
from tests.imports.packets.pieces import said
from tests.imports.packets.setting import typeset
from tests.imports.paper import pdf


def _line(top: float, *texts: str, size: float = 11.0, bold: bool = False) -> PdfLine:
    return PdfLine(
        top, top + size, tuple(Stretch(100.0 * n, 100.0 * n + 50, text, size, bold) for n, text in enumerate(texts))
    )


def _pages(*numbers: tuple[str, ...]) -> list[PdfPage]:
    text = _line(400, "Text som fortsätter")
    return [PdfPage(n, 595, 842, (_line(30, *found), text), (), False) for n, found in enumerate(numbers, 1)]


@pytest.mark.parametrize(
    ("numbers", "labels"),
    [
        ([("1 (2)",), ("2 (2)",), ("1 (1)",)], [(1, 2), (2, 2), (1, 1)]),
        ([("Sida 1 av 3",), ("Sida 2 av 3",), ("Sida 3 av 3",)], [None, None, None]),
        ([("1",), ("2",), ("3",)], [None, None, None]),
        ([("1 (1)", "Sida 1 av 3"), ("1 (2)", "Sida 2 av 3"), ("2 (2)", "Sida 3 av 3")], [None, (1, 2), (2, 2)]),
        ([("Kommunen", "SKRIVELSE 1 [2]"), ("Kommunen", "SKRIVELSE 2 [2]"), ("Kommunen",)], [(1, 2), (2, 2), None]),
    ],
)
def test_numbers_of_the_whole_file_tell_nothing_of_its_documents(
    numbers: list[tuple[str, ...]], labels: list[tuple[int, int | None] | None]
) -> None:
    leaves = leaves_of_pdf(_pages(*numbers), b"")
    assert [leaf.label for leaf in leaves] == labels
    assert {line for leaf in leaves for line in leaf.lines} <= {
        "Text som fortsätter",
        "Kommunen",
        "Kommunen\tSKRIVELSE",
    }


@pytest.mark.parametrize(
    "line", ["2026-12-11", "Plats: Sammanträdesrum 1", "3. Lokaler för årskurs 1", "Dnr PRO/2026:11"]
)
def test_a_page_number_takes_nothing_from_lines_that_end_in_the_same_digits(line: str) -> None:
    page = PdfPage(1, 595, 842, (_line(150, line), _line(400, "Text"), _line(800, "1")), (), False)
    (leaf,) = leaves_of_pdf([page], b"")
    assert leaf.lines == (line, "Text")


def test_a_picture_with_a_page_number_only_is_a_scan() -> None:
    pages = [PdfPage(n, 595, 842, (_line(30, f"Sida {n} av 3"),), (), has_pictures=n == 2) for n in (1, 2, 3)]
    assert [leaf.is_scan for leaf in leaves_of_pdf(pages, b"")] == [False, True, False]


def test_a_numbered_rows_cells_go_on_below_them() -> None:
    page = PdfPage(
        1,
        595,
        842,
        (
            _line(150, "6. Yttrande om boendet PRO/2026-", "Kl"),
            replace(
                _line(162, "", "14.00"),
                pieces=(Stretch(14, 40, "07", 11, False), Stretch(100, 130, "14.00", 11, False)),
            ),
            _line(174, "Föredragande"),
            _line(186, "7. Val", "Kl"),
            replace(_line(230, "", "15.00"), pieces=(Stretch(100, 130, "15.00", 11, False),)),
        ),
        (),
        False,
    )
    (leaf,) = leaves_of_pdf([page], b"")
    assert leaf.lines == ("6. Yttrande om boendet PRO/2026-07\tKl 14.00", "Föredragande", "7. Val\tKl", "15.00")


def test_an_office_below_a_name_is_a_line_of_its_own() -> None:
    lines = ("Karin Lindqvist", "förvaltningschef")
    page = PdfPage(1, 595, 842, tuple(_line(150 + 13 * n, line) for n, line in enumerate(lines)), (), False)
    assert [block.text for block in text_of_pages([page]).blocks] == [*lines]


def test_a_heading_of_two_lines_is_one_and_each() -> None:
    lines = (
        _line(100, "Redovisning av uppdraget", size=16),
        _line(118, "om effektiviseringar", size=16),
        _line(150, "Förslag till beslut", bold=True),
        *(_line(170.0 + 14 * n, "Text som fortsätter länge") for n in range(9)),
    )
    (leaf,) = leaves_of_pdf([PdfPage(1, 595, 842, lines, (), False)], b"")
    assert leaf.headings == (
        "Redovisning av uppdraget om effektiviseringar",
        "Redovisning av uppdraget",
        "om effektiviseringar",
        "Förslag till beslut",
    )


def test_a_heading_is_larger_than_the_text_and_not_than_a_foot() -> None:
    lines = (
        _line(100, "Budget", size=16),
        _line(130, "Anta den."),
        _line(780, "Kommunen, Box 1, telefon, webb", size=7),
    )
    (leaf,) = leaves_of_pdf([PdfPage(1, 595, 842, lines, (), False)], b"")
    assert leaf.headings == ("Budget",)


def test_a_hyphen_that_may_break_a_word_is_seen() -> None:
    # This typesetter, like Word, writes hyphens as those that may break a word.
    looks = '#set page(width: 8cm, margin: 3cm)\n#set text(hyphenate: true, lang: "sv")\n'
    set_text = looks + "Kompetensutvecklingsnämnd för hem- och folkskola"
    (page,) = read_pages(typeset(set_text))
    assert " ".join(line.text for line in page.lines) == "Kompetens- utvecklings- nämnd för hem- och folkskola"


def test_columns_that_touch_are_two() -> None:
    texts = ("Sammanträdestid2026-12-10", "Plan 2027KS 2026/118", "Plan för IT2026")
    (page,) = read_pages(pdf("\n".join(texts), ()))
    assert [line.text for line in page.lines] == [
        "Sammanträdestid 2026-12-10",
        "Plan 2027 KS 2026/118",
        "Plan för IT2026",
    ]


def test_a_word_written_over_the_edge_of_its_table_is_whole() -> None:
    rows = (("Datum", "Punkt", "Beslut", "Delegat"), ("2026-10-14", "E4", "Resa", "Verksamhetsutvecklingssamordnare"))
    (page,) = read_pages(pdf("Lista", rows))
    assert page.tables[0].rows[1][3] == ("Verksamhetsutvecklingssamordnare",)


def test_a_word_that_is_cut_where_its_cell_ends_is_whole() -> None:
    rows = (("Datum", "Punkt", "Beslut", "Delegat"), ("2026-10-14", "Förvaltningsc\nhef", "Resa", "Rektor\nför skolan"))
    (page,) = read_pages(pdf("Lista", rows))
    assert page.tables[0].rows[1] == (("2026-10-14",), ("Förvaltningschef",), ("Resa",), ("Rektor", "för skolan"))


def test_words_in_letters_that_all_are_as_wide_are_no_columns() -> None:
    lines = [
        f"Nummer 41{12 * ' '}PRO",
        "Planen är beslutad i maj",
        "Samrådet hölls också där",
        "Nämnden antog den på nytt",
    ]
    pdf = typeset(" #linebreak() ".join(f"#raw({said(line)[1:]})" for line in lines))
    (page,) = read_pages(pdf)
    assert [len(line.pieces) for line in page.lines] == [2, 1, 1, 1]


def test_a_title_above_a_table_is_a_heading_though_nothing_else_is_beside_it() -> None:
    table = PdfTable(200, 400, ((("Datum",), ("Tid",)), (("1 maj",), ("18.00",))))
    for size, headings in ((14.0, ("Tider 2027",)), (11.0, ())):
        page = PdfPage(1, 595, 842, (_line(100, "Tider 2027", size=size),), (table,), False)
        assert leaves_of_pdf([page], b"")[0].headings == headings


def test_a_column_begins_where_it_does_on_other_lines_though_the_space_before_it_is_narrow() -> None:
    rows = [("Budget", "Ekonom"), ("Skola", "Rektor"), ("Val", "Ordförande"), ("En mycket lång titel", "Ekonom")]
    cells = ", ".join(f'[#"{cell}"]' for row in rows for cell in row)
    text = f"#table(columns: (101pt, 1fr), stroke: none, inset: (x: 3pt), {cells})"
    (leaf,) = leaves_of_pdf(read_pages(typeset(text)), b"")
    assert leaf.lines == tuple("\t".join(row) for row in rows)
