"""Where things stand: a title among headings, a value under its word, cells, forms of a text box, and a file's own place."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from build_scripts.imports.blocks import Block, BlockKind, Run, grid_of
from build_scripts.imports.incoming import Incoming
from build_scripts.imports.item import Diary, read_report
from build_scripts.imports.letterhead import fields
from build_scripts.imports.offices import nobody
from build_scripts.imports.people import Handling
from build_scripts.imports.report_parts import LONGEST_TITLE, parted
from build_scripts.imports.where_written import Places
from build_scripts.imports.word import read_word
from build_scripts.project import WrongUse
from macros.record.numbers import ItemNumber
from macros.record.reading import read
from tests.imports.drawing import raw, saved
from tests.site.projects import tiny


def _heading(text: str, kind: BlockKind = BlockKind.HEADING) -> Block:
    return Block(kind, (Run(text),), 1)


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("Budget", "Budget"),
        ("Tjänsteskrivelse", "Cykelplan"),
        ("a" * LONGEST_TITLE, "a" * LONGEST_TITLE),
        ("a" * (LONGEST_TITLE + 1), "Cykelplan"),
        ("Dnr: PRO/2026:7", "Cykelplan"),
        ("Ärende: Budget", "Budget"),
        ("2026-11-04", "Cykelplan"),
        ("———", "Cykelplan"),
    ],
)
def test_the_title_is_the_first_heading_that_can_be_one(first: str, title: str) -> None:
    assert parted([_heading(first), _heading("Cykelplan"), _heading("Bakgrund")]).title == title


def test_a_heading_that_every_report_has_is_no_title() -> None:
    assert parted([_heading("Sammanfattning", BlockKind.TITLE), _heading("Cykelplan")]).title == "Cykelplan"


@pytest.mark.parametrize("heading", ["Beslut", "Förslag till beslut"])
def test_the_heading_over_a_proposal_is_told_as_it_stands(heading: str) -> None:
    report = parted(
        [_heading("Cykelplan"), _heading(heading), Block(BlockKind.PARAGRAPH, (Run("Nämnden antar planen."),))]
    )
    assert ([block.text for block in report.proposal], report.labels) == (["Nämnden antar planen."], [heading])


def _table(*rows: tuple[str, ...]) -> Block:
    return Block(BlockKind.TABLE, rows=tuple(tuple(((Run(text),),) for text in row) for row in rows))


_BOTH = [("handlingens_datum", ["2026-11-04"]), ("diarienummer", ["PRO/2026:7"])]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ((("Datum", "Dnr"), ("2026-11-04", "PRO/2026:7")), _BOTH),
        ((("Datum", "2026-11-04"), ("Dnr", "PRO/2026:7")), _BOTH),
        ((("Datum", "Dnr"),), []),
    ],
)
def test_the_value_of_a_letterhead_stands_under_or_beside_its_word(
    rows: tuple[tuple[str, ...], ...], found: list[tuple[str, list[str]]]
) -> None:
    assert fields([_table(*rows)]) == found


def test_a_row_that_leaves_out_its_first_column_keeps_its_places() -> None:
    document = Document()
    table = document.add_table(2, 3)
    for cell, text in zip(table._cells, ("Enhet", "2025", "2026", "", "1", "2"), strict=True):
        cell.text = text
    row = table.rows[1]._tr
    row.remove(row.tc_lst[0])
    left_out = OxmlElement("w:gridBefore")
    left_out.set(qn("w:val"), "1")
    row.get_or_add_trPr().append(left_out)
    (read_table,) = read_word(saved(document)).blocks
    assert [[" ".join(cell) for cell in row] for row in grid_of(read_table.rows)] == [
        ["Enhet", "2025", "2026"],
        ["", "1", "2"],
    ]


def test_a_thing_in_two_forms_is_read_once_in_the_new_one_or_in_the_old() -> None:
    document = Document()
    both = "<mc:Choice Requires='wps'><w:r><w:t>nytt</w:t></w:r></mc:Choice>"
    old = "<mc:Fallback><w:r><w:t>gammalt</w:t></w:r></mc:Fallback>"
    raw(document.add_paragraph("A "), f"<mc:AlternateContent>{both}{old}</mc:AlternateContent>")
    raw(document.add_paragraph("B "), f"<mc:AlternateContent><mc:Choice Requires='wps'/>{old}</mc:AlternateContent>")
    assert [block.text for block in read_word(saved(document)).blocks] == ["A nytt", "B gammalt"]


def test_a_file_that_is_there_already_is_not_counted_as_written(tmp_path: Path) -> None:
    archive, _ = read(tiny(tmp_path))
    meeting = archive.bodies[0].meetings[0]
    places = Places(tmp_path, meeting)
    there = tmp_path / meeting.document.folder / f"{places.number.in_file_name}-simhall.md"
    there.write_text("Min egen fil.\n", "utf-8")
    report = read_report(
        Incoming((_heading("Simhall"), Block(BlockKind.PARAGRAPH, (Run("Text."),)))),
        Diary(),
        Handling(),
        nobody,
        "Fil",
    )
    number = places.number
    with pytest.raises(WrongUse, match="finns redan och skrivs aldrig över"):
        places.write(report, report.as_item(Handling().official))
    assert there.read_text("utf-8") == "Min egen fil.\n"
    assert (places.number, number in places.numbers) == (number, False)
    there.unlink()
    assert places.write(report, report.as_item(Handling().official)).endswith(there.name)
    assert places.number == ItemNumber(number.main + 1)
