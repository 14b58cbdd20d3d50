"""Slip sheets, covers and lists of contents: where documents begin that have such pages, and where none does."""

from __future__ import annotations

import time

import pytest

from build_scripts.imports.covers import chapters
from build_scripts.imports.leaves import Leaf
from build_scripts.imports.printed_titles import without_leaders
from build_scripts.imports.splitting import split
from tests.imports.packet_run import CALL
from tests.imports.test_splitting import REPORT, SERIES, _kinds, _leaf

EXTRACT = "Utskottet\tPROTOKOLLSUTDRAG\n2026-10-12\n# § 9 Lekplatser"


@pytest.mark.parametrize("slip", ["# 2", "Kommunen\n# Ärende 2", "# Ärende 2\nSvar på motion om lekplatser", "Flik 2."])
def test_a_slip_sheet_begins_the_document_below_it_and_tells_its_matter(slip: str) -> None:
    leaves = [_leaf(2, REPORT), _leaf(3, slip), _leaf(4, EXTRACT, fill=0.5), _leaf(5, "# Karta")]
    assert _kinds(split([_leaf(1, CALL), *leaves], SERIES))[1:] == [
        ("2", "tjänsteskrivelse", 1, "Budget"),
        ("3-4", "bilaga", 2, "§ 9 Lekplatser"),
        ("5", "bilaga", 2, "Karta"),
    ]


def test_a_report_below_a_slip_sheet_has_its_own_page_numbers() -> None:
    report = "TJÄNSTESKRIVELSE\n# Något annat\n# Förslag till beslut"
    leaves = [_leaf(2, "# 2"), _leaf(3, report, label=(1, 2)), _leaf(4, "# Mer", label=(2, 2)), _leaf(5, "# Bilaga")]
    assert _kinds(split([_leaf(1, CALL), *leaves, _leaf(6, "# Karta")], SERIES))[1:] == [
        ("2-4", "tjänsteskrivelse", 2, "Något annat"),
        ("5-6", "bilaga", 2, "Karta"),
    ]


@pytest.mark.parametrize(
    ("leaves", "pages"),
    [
        ([_leaf(3, "Bilaga 1\nKarta"), _leaf(4, REPORT)], ["2", "3", "4"]),
        ([_leaf(3, "2", label=(2, 3)), _leaf(4, "Mer", label=(3, 3))], ["2-4"]),
        (
            [_leaf(3, "Bilaga 1\n# Plan", fill=0.3), _leaf(4, "# Syfte", fill=0.3), _leaf(5, "# Mer")],
            ["2", "3-4", "5"],
        ),
        (
            [_leaf(3, "# Plan\n2026-10-12", fill=0.3), _leaf(4, "# Syfte", fill=0.3), _leaf(5, "# Mer")],
            ["2", "3-4", "5"],
        ),
        (
            [
                _leaf(3, "# Plan", fill=0.3),
                _leaf(4, "# Innehåll\nSyfte 3\nMål .... 4"),
                _leaf(5, "# Syfte"),
                _leaf(6, "# Mål"),
            ],
            ["2", "3-6"],
        ),
        ([_leaf(3, "# Plan\nDen här gången."), _leaf(4, "# Mål")], ["2", "3", "4"]),
        ([_leaf(3, "# Dom\nDen här gången."), _leaf(4, "# BAKGRUND")], ["2", "3-4"]),
    ],
)
def test_what_stands_behind_a_cover_or_in_the_contents_begins_nothing(leaves: list[Leaf], pages: list[str]) -> None:
    report = _leaf(2, REPORT, fill=0.5, label=(1, 3) if leaves[0].label else None)
    low = [
        leaf if leaf.fill < 1 else Leaf(leaf.number, leaf.lines, leaf.headings, leaf.label, fill=0.5) for leaf in leaves
    ]
    assert [part.pages for part in split([_leaf(1, CALL), report, *low], SERIES).parts[1:]] == pages


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Budget ...... 12", ("Budget", "12")),
        ("Budget m.m. ...... 5", ("Budget m.m.", "5")),
        ("Budget……", ("Budget", "")),
        ("Budget 2026", ("Budget 2026", "")),
        ("Budget ..... 1234", ("Budget ..... 1234", "")),
        ("Budget. . 5", ("Budget. . 5", "")),
    ],
)
def test_dots_behind_a_title_lead_to_its_page(line: str, told: tuple[str, str]) -> None:
    assert without_leaders(line) == told


@pytest.mark.parametrize("long", [" " * 40_000, "." * 40_000 + "x", ". " * 20_000 + "x", "…" * 40_000 + "x"])
def test_a_line_of_dots_or_blanks_is_read_once(long: str) -> None:
    """As many signs as a page may have: from each of them anew it takes half a minute."""
    start = time.process_time()
    assert without_leaders(f"A{long}")[1] == ""
    assert len([*chapters([_leaf(1, f"# Innehåll\nA{long}")])]) <= 1
    assert time.process_time() - start < 1
