"""Small rules of reading: automatic numbers, proposals, receivers, dates and numbers of the letterhead, tables and lists."""

from __future__ import annotations

import datetime as dt
from xml.etree import ElementTree

import pytest

from build_scripts.imports.blocks import Block, BlockKind, Cell, GoesOn, ListRow, Run
from build_scripts.imports.letterhead import case_numbers, first_date, label
from build_scripts.imports.markdown import merged, written
from build_scripts.imports.people import receivers
from build_scripts.imports.report_parts import proposals
from build_scripts.imports.styles import Numbering, read_numbering
from build_scripts.imports.wordml import MAIN, clean

_LEVELS = {
    "decimal": (
        '<w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    ),
    "letters": '<w:lvl w:ilvl="0"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl>',
    "roman": '<w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>',
    "legal": '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>',
    "bullet": '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl>',
}


def _numbering(levels: str) -> Numbering:
    return read_numbering(
        [
            ElementTree.fromstring(
                f'<w:numbering xmlns:w="{MAIN}"><w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>'
                '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/>'
                '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>'
            )
        ]
    )


@pytest.mark.parametrize(
    ("levels", "asked", "labels"),
    [
        (_LEVELS["decimal"].format(start=1), [(1, 0)] * 3, ["1.", "2.", "3."]),
        (_LEVELS["decimal"].format(start=4), [(1, 0)] * 2, ["4.", "5."]),
        (_LEVELS["decimal"].format(start=1), [(1, 0), (1, 0), (2, 0), (1, 0)], ["1.", "2.", "1.", "2."]),
        (_LEVELS["letters"], [(1, 0)] * 28, [*(f"{sign})" for sign in "abcdefghijklmnopqrstuvwxyz"), "aa)", "bb)"]),
        (_LEVELS["roman"], [(1, 0)] * 9, ["I.", "II.", "III.", "IV.", "V.", "VI.", "VII.", "VIII.", "IX."]),
        (_LEVELS["legal"], [(1, 0), (1, 1), (1, 1), (1, 0), (1, 1)], ["1.", "1.1", "1.2", "2.", "2.1"]),
        (_LEVELS["bullet"], [(1, 0)], [""]),
    ],
    ids=["löpande", "från fyra", "börjar om", "bokstäver", "romerska", "underpunkter", "punkter"],
)
def test_automatic_numbers(levels: str, asked: list[tuple[int, int]], labels: list[str]) -> None:
    numbering = _numbering(levels)
    found = [numbering.next(*one) for one in asked]
    assert [label.text if label else None for label in found] == labels


def test_list_that_is_not_there() -> None:
    assert read_numbering([]).next(1, 0) is None


def _paragraph(*pieces: str | Run) -> Block:
    return Block(BlockKind.PARAGRAPH, tuple(Run(one) if isinstance(one, str) else one for one in pieces))


def _bold(text: str) -> Run:
    return Run(text, bold=True)


def _list(*rows: tuple[int | None, int, str]) -> Block:
    entries = tuple(ListRow(number, depth, (Run(text),)) for number, depth, text in rows)
    return Block(BlockKind.LIST, entries=entries)


PROPOSALS: dict[str, tuple[tuple[Block, ...], list[str]]] = {
    "en mening": ((_paragraph("Nämnden antar planen."),), ["Nämnden antar planen."]),
    "skrivna nummer": (
        (_paragraph("1. Nämnden antar."), _paragraph("2) Vi avslår.")),
        ["Nämnden antar.", "Vi avslår."],
    ),
    "lista": ((_list((1, 0, "Anta."), (2, 0, "Avslå.")),), ["Anta.", "Avslå."]),
    "öppnas med att": (
        (_paragraph("Nämnden beslutar att"), _list((None, 0, "anta planen"), (None, 0, "att avslå resten"))),
        ["Nämnden beslutar att anta planen", "Nämnden beslutar att avslå resten"],
    ),
    "öppnas med kolon": (
        (
            _paragraph("Nämnden föreslår fullmäktige besluta:"),
            _paragraph("Avgiften höjs."),
            _paragraph("Taxan gäller."),
        ),
        ["Nämnden föreslår fullmäktige besluta: Avgiften höjs.", "Nämnden föreslår fullmäktige besluta: Taxan gäller."],
    ),
    "öppnas utan tecken": (
        (_paragraph("Nämnden beslutar"), _paragraph("att anta planen")),
        ["Nämnden beslutar att anta planen"],
    ),
    "rader i ett stycke": (
        (_paragraph("Nämnden beslutar\natt anta\natt avslå"),),
        ["Nämnden beslutar att anta", "Nämnden beslutar att avslå"],
    ),
    "underpunkter": (
        (_list((1, 0, "Anta två delar."), (None, 1, "den ena"), (None, 1, "den andra")),),
        ["Anta två delar. – den ena – den andra"],
    ),
    "bindeord": (
        (_paragraph("a) anta planen, samt"), _paragraph("b) avslå resten; och"), _paragraph("c) följa upp,")),
        ["anta planen", "avslå resten", "följa upp"],
    ),
    "öppnas av dem som föreslår": (
        (_paragraph("Kontoret föreslår att nämnden beslutar"), _paragraph("att anta"), _paragraph("att avslå")),
        ["Nämnden beslutar att anta", "Nämnden beslutar att avslå"],
    ),
    "organ föreslår organ": (
        (_paragraph("Nämnden föreslår att fullmäktige beslutar att anta planen."),),
        ["Nämnden föreslår att fullmäktige beslutar att anta planen."],
    ),
    "bara en öppning": ((_paragraph("Nämnden beslutar:"),), ["Nämnden beslutar:"]),
}


@pytest.mark.parametrize("name", PROPOSALS)
def test_proposals(name: str) -> None:
    blocks, sentences = PROPOSALS[name]
    assert proposals(blocks)[0] == sentences


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        ("Ekonomiavdelningen, Rektorerna", ["Ekonomiavdelningen", "Rektorerna"]),
        ("Driftledare, Gatuenheten\nRektorerna", ["Driftledare, Gatuenheten", "Rektorerna"]),
        ("- Kommunstyrelsen\n• Akten.", ["Kommunstyrelsen", "Akten"]),
        ("Anna Svensson, ekonomichef\nBo Ek\nKansliet", ["ekonomichef", "Kansliet"]),
    ],
)
def test_receivers(lines: str, shown: list[str]) -> None:
    assert receivers([_paragraph(lines)])[0] == shown


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("PRO/2026:28", "PRO/2026:28"),
        ("PRO 2026/28", "PRO/2026:28"),
        ("Dnr pro-2026-28.", "PRO/2026:28"),
        ("2026-11-04", None),
        ("KS/2026:28", None),
        ("08-530 610 00", None),
    ],
)
def test_case_numbers(text: str, number: str | None) -> None:
    assert [found for found, _ in case_numbers([text], ["PRO/ÅÅÅÅ:N"])] == ([number] if number else [])


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("onsdag 2026-11-04", dt.date(2026, 11, 4)),
        ("4 november 2026", dt.date(2026, 11, 4)),
        ("261104", dt.date(2026, 11, 4)),
        ("261304", None),
        ("1899-01-01", None),
    ],
)
def test_first_date(text: str, date: dt.date | None) -> None:
    found = first_date([text])
    assert (found[0] if found else None) == date


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Datum", ("handlingens_datum", "")),
        ("Dnr: PRO/2026:1", ("diarienummer", "PRO/2026:1")),
        ("Handläggare", ("handläggare", "")),
        ("Ärende: Cykelplan", ("rubrik", "Cykelplan")),
        ("Till nämnden kom många frågor", None),
        ("Ärendet", None),
        ("Datum för nästa möte är inte bestämt", None),
    ],
)
def test_label(line: str, found: tuple[str, str] | None) -> None:
    assert label(line) == found


@pytest.mark.parametrize(
    ("block", "text"),
    [
        (_paragraph("2*3*4 och _a_ ", _bold("b"), "c"), r"2\*3\*4 och \_a\_ bc"),
        (_paragraph(_bold("Fet"), " och ", Run("kursiv", italic=True), " text"), "**Fet** och *kursiv* text"),
        (
            _paragraph(_bold("Fet och "), Run("kursiv", italic=True), Run("struket", struck=True)),
            "**Fet och** kursivstruket",
        ),
        (_paragraph(_bold("Fet, "), Run("båda", True, True), " ", Run("ut", struck=True)), "**Fet, *båda*** ~~ut~~"),
        (_paragraph(_bold(" rad\n "), _bold("\n"), "nästa", _bold(" \n")), "**rad**\\\nnästa"),
        (_paragraph("se", Run(" [här]", address="https://example.se/a")), r"se [\[här\]](https://example.se/a)"),
        (_paragraph("1. Ett\n- två"), "1\\. Ett\\\n\\- två"),
        (_paragraph("<b> &amp; [x](y)"), r"\<b\> \&amp; \[x\](y)"),
        (_list((1, 0, "a"), (2, 0, "b"), (1, 0, "c")), "1. a\n2. b\n1) c"),
        (_list((None, 0, "a"), (4, 1, "b"), (5, 1, "c"), (None, 0, "d")), "- a\n\n  4. b\n  5. c\n- d"),
    ],
)
def test_markdown(block: Block, text: str) -> None:
    assert written([block]) == text


def _table(*rows: tuple[str | GoesOn, ...]) -> Block:
    cells: list[list[Cell]] = [[((Run(one),),) if isinstance(one, str) else one for one in row] for row in rows]
    return Block(BlockKind.TABLE, rows=tuple(map(tuple, cells)))


TABLES: dict[str, tuple[Block, str, int]] = {
    "två rader": (_table(("A", "B"), ("1", "2")), "| A | B |\n|---|---|\n| 1 | 2 |", 0),
    "lodrätt sammanslagen": (
        _table(("A", "B"), (GoesOn.ABOVE, "2"), ("3", "4")),
        "| A | B |\n|---|---|\n|  | 2 |\n| 3 | 4 |",
        1,
    ),
    "vågrätt sammanslagen": (
        _table(("A", GoesOn.LEFT, "B"), ("1", "2", "3"), (GoesOn.ABOVE, "4", "5")),
        "| A |  | B |\n|---|---|---|\n| 1 | 2 | 3 |\n|  | 4 | 5 |",
        2,
    ),
    "korta rader": (_table(("A", "B"), ("1",)), "| A | B |\n|---|---|\n| 1 |  |", 0),
    "lodstreck": (_table(("A|a", "B"), ("1", "2")), "| A\\|a | B |\n|---|---|\n| 1 | 2 |", 0),
    "en kolumn": (_table(("Faktaruta",), ("Mer",)), "Faktaruta\n\nMer", 0),
    "tom": (_table(("", " "), ("",)), "", 0),
}


@pytest.mark.parametrize("name", TABLES)
def test_tables(name: str) -> None:
    table, text, reach = TABLES[name]
    assert (written([table]), merged(table.rows)) == (text, reach)


@pytest.mark.parametrize(
    ("text", "seen"),
    [("kom\u00admun", "kommun"), ("a\u0308", "ä"), ("2\u00a0000", "2 000"), ("\ue010x", "x"), ("a\u2011b", "a-b")],
)
def test_clean(text: str, seen: str) -> None:
    assert clean(text) == seen


def test_bold_from_beginning_to_end() -> None:
    assert _paragraph(_bold("Bakgrund"), " ").is_bold
    assert not _paragraph(_bold("Bakgrund"), " och mer").is_bold
